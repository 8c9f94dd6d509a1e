# SPDX-License-Identifier: GPL-3.0-or-later
"""Translators get every sentence: xgettext reads all files of po/POTFILES without a complaint, what is marked comes out of
it, and no property that people read is unmarked in a template."""
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

import tree

KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')
LITERAL = r'"(?:\\.|[^"\\\n])*"'
ARGUMENT = rf'({LITERAL}(?:\s*{LITERAL})*)'
MARKED = re.compile(rf'\b(_|N_|C_|NC_|ngettext)\s*\(\s*{ARGUMENT}(?:\s*,\s*{ARGUMENT})?')
MESSAGE = re.compile(r'^(?:msgid|msgid_plural) ((?:"(?:\\.|[^"\\])*"\n)+)', re.MULTILINE)
READ_BY_PEOPLE = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'text', 'heading'}
PROGRAM_NAME = 'Reseller Console'  # the same in all languages
HAS_WORD = re.compile(r'[^\W\d_]{2}')


def join(literals):
    """The text of literals in a row, its escapes as they are written."""
    return ''.join(piece[1:-1] for piece in re.findall(LITERAL, literals))


def extract(source, folder):
    """All messages that xgettext finds; what it complains of."""
    target = os.path.join(folder, 'messages.pot')
    command = ['xgettext', '--files-from=po/POTFILES', '--from-code=UTF-8', '--add-comments', f'--output={target}']
    result = subprocess.run(command + [f'--keyword={word}' for word in KEYWORDS], cwd=source.root, capture_output=True,
                            text=True, check=False)
    complaints = result.stderr.splitlines() + ([f'exit status {result.returncode}'] if result.returncode else [])
    if result.returncode:
        return set(), complaints
    with open(target, encoding='utf-8') as file:
        return {join(match) for match in MESSAGE.findall(file.read())}, complaints


def marked_in_c(text):
    for keyword, first, second in MARKED.findall(tree.without_comments(text)):
        if keyword not in ('C_', 'NC_'):
            yield join(first)
        if keyword not in ('_', 'N_'):
            yield join(second)


def look_at_template(source, name):
    """The marked texts of a template; the unmarked ones that people read are faults."""
    for element in ElementTree.fromstring(source.read(name)).iter():
        text = (element.text or '').strip()
        if element.get('translatable') in ('yes', 'true', '1'):
            yield (element.text or '').replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n')
        elif element.tag in ('property', 'attribute') and element.get('name', '').replace('_', '-') in READ_BY_PEOPLE:
            if HAS_WORD.search(text) and text != PROGRAM_NAME and not element.get('bind-source'):
                source.fault(name, f'"{text}" is read by people and not marked translatable')


def main():
    source = tree.from_arguments()
    with tempfile.TemporaryDirectory() as folder:
        messages, complaints = extract(source, folder)
    for complaint in complaints:
        source.fault('po/POTFILES', complaint)
    looked_at = 0
    for name in source.under('src/', '.c', '.h') + source.under('data/ui/', '.ui'):
        marked = list(look_at_template(source, name) if name.endswith('.ui') else marked_in_c(source.read(name)))
        looked_at += len(marked)
        for text in sorted(set(marked) - messages):
            source.fault(name, f'"{text}" is marked, but does not come to the translators')
    source.finish(looked_at)


main()
