# SPDX-License-Identifier: GPL-3.0-or-later
"""A file over 500 lines is two, and a function over 50 is more than one."""
import re

import tree

FILE_LINES = 500
FUNCTION_LINES = 50


def long_functions(text):
    """A function's body begins and ends with a brace in the first column."""
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == '{':
            start = number
        elif re.match(r'\}\s*$', line) and start is not None:
            if number - start - 1 > FUNCTION_LINES:
                yield start, number - start - 1
            start = None


def main():
    source = tree.from_arguments()
    names = source.under('src/', '.c', '.h')
    for name in names:
        text = source.read(name)
        lines = text.count('\n')
        if lines > FILE_LINES:
            source.fault(name, f'{lines} lines, {FILE_LINES} at most')
        for start, length in long_functions(text):
            source.fault(name, f'a function of {length} lines, {FUNCTION_LINES} at most', start)
    source.finish(names)


main()
