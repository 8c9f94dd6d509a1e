# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names, in order, each file with a sentence for people, and no other. --write makes it so."""
import os
import re
import sys

import tree

MARKED_C = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|gettext|dgettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED_XML = re.compile(r'translatable="(?:yes|true|1)"')
ALWAYS = ('.desktop.in.in', '.metainfo.xml.in.in', '.gschema.xml')


def is_marked(source, name):
    if name.endswith('.ui'):
        return MARKED_XML.search(source.read(name)) is not None
    if name.endswith(('.c', '.h')):
        return MARKED_C.search(tree.without_comments(source.read(name))) is not None
    return name.endswith(ALWAYS)


def main():
    source = tree.from_arguments()
    expected = sorted(name for name in source.under('src/') + source.under('data/') if is_marked(source, name))
    if '--write' in sys.argv:
        with open(os.path.join(source.root, 'po/POTFILES'), 'w', encoding='utf-8') as file:
            file.writelines(name + '\n' for name in expected)
    lines = [line for line in source.read('po/POTFILES').splitlines() if line and not line.startswith('#')]
    for name in sorted(set(expected) - set(lines)):
        source.fault('po/POTFILES', f'{name} has sentences to translate and is missing')
    for name in sorted(set(lines) - set(expected)):
        source.fault('po/POTFILES', f'{name} has no sentence to translate, or is not there')
    if lines != sorted(set(lines)):
        source.fault('po/POTFILES', 'is not sorted, or names a file twice')
    source.finish(expected)


main()
