# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon that is named in the tree is in the theme installed: newer releases of it leave some out."""
import os
import re
import sys

import tree

THEMES = ['/usr/share/icons/Adwaita', '/usr/share/icons/hicolor']
NAME = re.compile(r'[">]([a-z0-9-]+-symbolic)["<]')
SKIPPED = 77


def find_icons(folders):
    return {os.path.splitext(name)[0] for folder in folders for _, _, names in os.walk(folder) for name in names}


def main():
    source = tree.from_arguments()
    icons = find_icons(THEMES)
    if 'open-menu-symbolic' not in icons:
        sys.exit(SKIPPED)
    n_names = 0
    for name in source.under('data/ui/', '.ui') + source.under('src/', '.c'):
        for icon in NAME.findall(source.read(name)):
            n_names += 1
            if icon not in icons:
                source.fault(name, f'there is no icon {icon}')
    source.finish(n_names)


main()
