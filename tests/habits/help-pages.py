# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the help, and every section of one, that the program opens is there; and every page is built."""
import re
import xml.etree.ElementTree as ElementTree

import tree

PAGE = re.compile(r'RC_HELP_PAGE \("([^"]+)"\)')
SECTION = re.compile(r'"([a-z-]+#[a-z-]+)"')
PAGES = 'help/C/'
MALLARD = '{http://projectmallard.org/1.0/}'


def read_pages(source):
    """What can be opened: "renew", "why#renew"."""
    found = set()
    for name in source.under(PAGES, '.page'):
        page = ElementTree.fromstring(source.read(name))
        identity = page.get('id')
        if f'{PAGES}{identity}.page' != name:
            source.fault(name, f'its id is {identity}')
        found.add(identity)
        found.update(f'{identity}#{section.get("id")}' for section in page.iter(f'{MALLARD}section'))
    return found


def main():
    source = tree.from_arguments()
    pages = read_pages(source)
    built = source.read('help/meson.build')
    for page in pages:
        if '#' not in page and f"'{page}.page'" not in built:
            source.fault('help/meson.build', f'{page}.page is not built')
    n_links = 0
    for name in source.under('src/', '.c'):
        text = source.read(name)
        for page in PAGE.findall(text) + SECTION.findall(text):
            n_links += 1
            if page not in pages:
                source.fault(name, f'the help has no {page}')
    source.finish(n_links)


main()
