#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make a C table of what some sources mark for translation, in every language of po/.

vocabulary.py MSGFMT OUTPUT SOURCE.c... LANGUAGE.po...

Only texts marked on their own count, N_ ("text") and NC_ ("context", "text"): the words of tables. What a catalog does not
translate is left out.
"""

import gettext
import pathlib
import re
import subprocess
import sys
import tempfile

STRING = r'"((?:[^"\\]|\\.)*)"'
MARKED = re.compile(r'\bN_ \(' + STRING + r'\)|\bNC_ \(' + STRING + r',\s*' + STRING + r'\)')


def find_texts(source):
    """The (context, text) pairs of a source; no context is ''."""
    for match in MARKED.finditer(pathlib.Path(source).read_text(encoding='utf-8')):
        plain, context, text = match.groups()
        yield ('', plain) if plain is not None else (context, text)


def load(msgfmt, catalog):
    with tempfile.TemporaryDirectory() as folder:
        compiled = pathlib.Path(folder) / 'catalog.mo'
        subprocess.run([msgfmt, '-o', compiled, catalog], check=True)
        with compiled.open('rb') as file:
            return gettext.GNUTranslations(file)


def translate(catalog, context, text):
    """None where the catalog has no translation."""
    found = catalog.pgettext(context, text) if context else catalog.gettext(text)
    return found if found != text or (context + '\x04' if context else '') + text in catalog._catalog else None


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def main():
    msgfmt, output = sys.argv[1:3]
    sources = [name for name in sys.argv[3:] if name.endswith('.c')]
    catalogs = [name for name in sys.argv[3:] if name.endswith('.po')]
    texts = sorted({pair for source in sources for pair in find_texts(source)})
    lines = []
    for name in catalogs:
        catalog = load(msgfmt, name)
        for context, text in texts:
            word = translate(catalog, context, text)
            if word is not None:
                cells = [pathlib.Path(name).stem, context, text, word]
                lines.append('{ ' + ', '.join(quote(cell) for cell in cells) + ' },\n')
    pathlib.Path(output).write_text(''.join(lines), encoding='utf-8')


main()
