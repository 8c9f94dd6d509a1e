# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that no meson.build and no resource list names is built by nobody, and rots."""
import os
import re

import tree


def lists_above(source, name):
    """What may name a file: the lists in its folder and in the folders above it."""
    folder = os.path.dirname(name)
    while folder:
        for listed in source.under(folder + '/', 'meson.build', '.gresource.xml'):
            if os.path.dirname(listed) == folder:
                yield folder, source.read(listed)
        folder = os.path.dirname(folder)


def is_listed(source, name):
    for folder, text in lists_above(source, name):
        if re.search(r"['>/]" + re.escape(os.path.relpath(name, folder)) + r"['<]", text):
            return True
    return False


def resource_lists(source):
    return ''.join(source.read(name) for name in source.files if name.endswith('.gresource.xml'))


def main():
    source = tree.from_arguments()
    sources = source.under('src/', '.c')
    for name in sources:
        if not is_listed(source, name):
            source.fault(name, 'in no meson.build')
    for name in source.under('tests/', '.c'):
        program = re.sub(r'^test-|\.c$', '', os.path.basename(name))
        listed = source.read('tests/meson.build')
        if f"'{program}'" not in listed and os.path.basename(name) not in listed:
            source.fault(name, 'in no table of tests/meson.build')
    resources = resource_lists(source)
    bundled = source.under('data/', '.ui', '.sql') if resources else []
    for name in bundled:
        if os.path.basename(name) + '<' not in resources:
            source.fault(name, 'in no resource list')
    source.finish(sources)


main()
