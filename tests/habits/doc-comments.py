# SPDX-License-Identifier: GPL-3.0-or-later
"""Each function that a header of src/ declares is defined, and described where it is."""
import re

import tree

DECLARED = re.compile(r'^[A-Za-z_][\w\s*]*?\b(rc_\w+)\s*\([^;{}]*\)[^;{}]*;', re.MULTILINE)
DEFINED = re.compile(r'^(rc_\w+) \(', re.MULTILINE)
QUARK = re.compile(r'^G_DEFINE_QUARK \((\w+), (rc_\w+)\)', re.MULTILINE)
DESCRIBED = re.compile(r'^/\*\*\n \* (rc_\w+):', re.MULTILINE)


def declarations(text):
    """The type's own function of G_DECLARE_* is no prototype; what a macro or a type spans is none either."""
    text = re.sub(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', '', text, flags=re.MULTILINE)
    text = re.sub(r'^typedef\b[^;{]*(?:\{[^}]*\}[^;]*)?;', '', text, flags=re.MULTILINE)
    for match in DECLARED.finditer(text):
        if not match.group(1).endswith('_get_type'):
            yield match.group(1)


def main():
    source = tree.from_arguments()
    described, defined = set(), set()
    for name in source.under('src/', '.c'):
        text = source.read(name)
        described.update(DESCRIBED.findall(text))
        defined.update(DEFINED.findall(text))
        defined.update(f'{function}_quark' for name, function in QUARK.findall(text) if name == function)
    headers = source.under('src/', '.h')
    for name in headers:
        for function in declarations(tree.without_comments(source.read(name))):
            if function not in defined:
                source.fault(name, f'{function} is defined in no .c file')
            elif function not in described:
                source.fault(name, f'{function} has no description in any .c file')
    source.finish(headers)


main()
