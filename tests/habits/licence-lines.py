# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of ours that can carry a comment names its licence on top."""
import tree

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
C_LINE = f'/* {LICENCE} */'


def main():
    source = tree.from_arguments()
    sources = [name for name in source.files if name.endswith(('.c', '.h'))]
    scripts = [name for name in source.files if name.endswith(('.sh', '.py'))] + ['Makefile', '.ci/run']
    for name in sources:
        if not source.read(name).startswith(C_LINE + '\n'):
            source.fault(name, f'the first line is not {C_LINE}', 1)
    for name in scripts:
        if LICENCE not in '\n'.join(source.read(name).splitlines()[:2]):
            source.fault(name, f'no {LICENCE} in the first two lines', 1)
    source.finish(sources and scripts)


main()
