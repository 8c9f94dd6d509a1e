# SPDX-License-Identifier: GPL-3.0-or-later
"""catalogue.py ROOT LANGUAGE POT: the catalogue of a language has every sentence of the program, in the terms of po/glossary.csv,
with its placeholders, spaces, and the language's punctuation. --table prints how often each term was met."""
import collections
import csv
import os
import re
import subprocess
import sys

import polib

PLURALS = {
    'pt_BR': 'nplurals=2; plural=(n > 1);',
    'pl': 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
    'da': 'nplurals=2; plural=(n != 1);',
    'fr': 'nplurals=2; plural=(n > 1);',
    'it': 'nplurals=2; plural=(n != 1);',
}
FORBIDDEN = {
    'pt_BR': r'utilizador|ficheiro|trilho|\becrã|\btu\b',
    'pl': r'stanowisk|umorzyć',
    'da': r'\bplads|indkøbsrekvisition|årsdag\b|annullér|redigér',
    'fr': r'\bsiège|\blicense',
    'it': r'\b(?:segnalate|iniziate|potete|fate|scegliete)\b|e\.mail',
}
# Whose lower-case form is another word, or which are part of a technical name.
NAMES = ['VIP Select', 'Value Incentive Plan', 'VIP', 'CSV', 'Reseller Console', 'Admin Console', 'SMTP', 'STARTTLS', 'TLS']
PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+\'0-9.]*(?:hh|ll|l|z)?[a-zA-Z]|\{[A-Za-z_]+\}|%%')
QUOTED = {'fr': ('«\u00a0', '\u00a0»'), 'pl': ('„', '”'), 'it': ('«', '»'), 'pt_BR': ('“', '”'), 'da': ('“', '”')}


def placeholders(text):
    """Sorted, and without the order that a translation may change."""
    return sorted(re.sub(r'^%\d+\$', '%', mark) for mark in PLACEHOLDER.findall(text))


def edges(text):
    return re.match(r'\s*', text).group(0), re.search(r'\s*\Z', text).group(0)


def forms(entry):
    """(English, translated) of each form; the English of a plural is that of its last form but for the first."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid if index == 0 else entry.msgid_plural, text) for index, text in sorted(entry.msgstr_plural.items())]


def spelling(language, text):
    """What the language's habits forbid, each as a sentence. A list of keywords is written as the desktop reads it."""
    if re.fullmatch(r'(?:[^;]+;)+', text):
        return
    text = without_keys(text)
    if re.search(r"(?<=\w)'(?=\w)", text):
        yield 'has a straight apostrophe'
    if re.search(r'"', text):
        yield 'has straight quotation marks'
    if '...' in text:
        yield 'has three dots instead of …'
    if re.search(FORBIDDEN[language], text, re.IGNORECASE):
        yield 'has a word that is not used here: ' + re.search(FORBIDDEN[language], text, re.IGNORECASE).group(0)
    if language == 'fr':
        if re.search(r'(?<![\u202f\u00a0])[;!?](?:\s|$)', text):
            yield 'needs U+202F before ; ! ?'
        if re.search(r'[^\u00a0\d]:(?:\s|$)', text):
            yield 'needs U+00A0 before a colon'
        if re.search(r'«(?!\u00a0)|(?<!\u00a0)»', text):
            yield 'needs U+00A0 inside « »'
    elif re.search(r'\s[:;!?](?:\s|$)', text):
        yield 'has a space before a punctuation mark'
    if language == 'da' and re.search(r'[^\u00a0]…$', text):
        yield 'needs U+00A0 before …'
    if language != 'da' and re.search(r'\s…$', text):
        yield 'has a space before …'


def quotation(language, english, text):
    if '“' in english and not all(mark in text for mark in QUOTED[language]):
        yield 'needs the quotation marks ' + ' '.join(QUOTED[language])


def plain(text):
    """As it is read: without mnemonics and markup."""
    return re.sub(r'<[^>]+>', '', text.replace('__', '\0').replace('_', '').replace('\0', '_'))


def without_keys(text):
    """Without what is written in files as it is in every language: their names and their fixed words."""
    return re.sub(r'\S+/\S+\.\w+|one of: [^.]*|Subject:', '', text)


class Glossary:
    """The terms: an English one is met as whole words, its translation by the stems of its words."""

    def __init__(self, root, language):
        self.language = language
        with open(os.path.join(root, 'po/glossary.csv'), encoding='utf-8') as file:
            rows = list(csv.DictReader(file))
        self.terms = {}
        for row in rows:
            if row['id'] in ('seat', 'vip_code', 'note', 'caution', 'region', 'type', 'click', 'edit', 'note'):
                continue
            self.terms.setdefault(row['english'].lower(), []).append(row[language])
        self.stems = {}
        path = os.path.join(root, 'po/stems', language + '.csv')
        if os.path.exists(path):
            with open(path, encoding='utf-8') as file:
                for row in csv.DictReader(file):
                    self.stems.setdefault(row['english'].lower(), []).append(row['stems'].split())
        ordered = sorted(self.terms, key=len, reverse=True)
        self.pattern = re.compile(r'(?<![\w-])(' + '|'.join(map(re.escape, ordered)) + r')(s|es)?(?![\w-])', re.IGNORECASE)
        self.met = collections.Counter()

    @staticmethod
    def stem(word):
        word = word.lower().strip('()’')
        return word if len(word) <= 4 else word[:max(4, len(word) - 3)]

    def is_in(self, term, text):
        wanted = [[self.stem(word) for word in re.split(r'[\s/]+', choice) if word] for choice in self.terms[term]]
        wanted += self.stems.get(term, [])
        return any(all(stem in text for stem in stems) for stems in wanted)

    def faults(self, english, text):
        text = plain(text).replace('\u00a0', ' ').lower()
        for match in self.pattern.finditer(without_keys(plain(english))):
            term = match.group(1).lower()
            self.met[term] += 1
            if not self.is_in(term, text):
                yield f'“{term}” is “{" / ".join(dict.fromkeys(self.terms[term]))}” in the glossary'


def check_form(language, glossary, english, text, with_count):
    if not text:
        return
    missing, extra = placeholders(english), placeholders(text)
    if missing != extra and not (with_count and set(extra) >= set(placeholders(english))):
        yield f'has other placeholders: {" ".join(extra) or "none"} for {" ".join(missing) or "none"}'
    if edges(english) != edges(text):
        yield 'has other spaces at its ends'
    if text.replace('__', '').count('_') > 1 and english.count('_') <= 1:
        yield 'has more than one mnemonic'
    for name in NAMES:
        if re.search(rf'(?<![\w-]){name}(?![\w])', english) and name not in text:
            yield f'does not name {name}'
    yield from spelling(language, text)
    yield from quotation(language, english, text)
    yield from glossary.faults(english, text)


def check(root, language, catalogue, template):
    glossary = Glossary(root, language)
    entries = {(entry.msgid, entry.msgctxt): entry for entry in catalogue if not entry.obsolete}
    if catalogue.metadata.get('Plural-Forms') != PLURALS[language]:
        yield f'Plural-Forms has to be: {PLURALS[language]}', None
    for source in template:
        entry = entries.pop((source.msgid, source.msgctxt), None)
        if entry is None or not entry.translated():
            yield 'is not translated', source
            continue
        for english, text in forms(entry):
            for fault in check_form(language, glossary, english, text, bool(entry.msgid_plural)):
                yield fault, entry
    for entry in entries.values():
        yield 'is no sentence of the program', entry
    check.met = glossary.met


def main():
    root, language, pot = sys.argv[1:4]
    path = os.path.join(root, f'po/{language}.po')
    catalogue, template = polib.pofile(path), polib.pofile(pot)
    count = 0
    command = ['msgfmt', '--check', '--check-accelerators=_', '-o', os.devnull, path]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        print(result.stderr)
        count += 1
    for fault, entry in check(root, language, catalogue, template):
        count += 1
        where = f'“{entry.msgid}”' + (f' ({entry.msgctxt})' if entry.msgctxt else '') if entry else 'the header'
        shown = entry and (entry.msgstr or ' | '.join(entry.msgstr_plural.values()))
        print(f'{where} {fault}' + (f'\n    {shown}' if shown else ''))
    if '--table' in sys.argv:
        for term, times in check.met.most_common():
            print(f'{times:5} {term}')
    print(f'{language}: {len(template)} sentences, {sum(check.met.values())} terms of the glossary met, {count} faults')
    sys.exit(1 if count or not len(template) else 0)


main()
