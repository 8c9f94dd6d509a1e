# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of src/ includes headers of itself and of the folders below it; GTK is for ui and app."""
import os
import re

import tree

LAYERS = ['core', 'store', 'mail', 'commands', 'model', 'ui', 'app']
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|pango/pangocairo)\b')
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def layer_of(name):
    return name.split('/')[1]


def check(source, name, header_layers):
    layer = layer_of(name)
    text = source.read(name)
    for match in INCLUDE.finditer(text):
        quote, header = match.groups()
        line = text.count('\n', 0, match.start()) + 1
        if TOOLKIT.match(header) and LAYERS.index(layer) < LAYERS.index('ui'):
            source.fault(name, f'{layer} does without GTK, but includes {header}', line)
        if quote == '<' and os.path.basename(header) in header_layers:
            source.fault(name, f'own header {header} in angle brackets', line)
        if quote == '"' and header.startswith('..'):
            source.fault(name, f'{header} climbs over the fence', line)
        other = header_layers.get(os.path.basename(header))
        if other and LAYERS.index(other) > LAYERS.index(layer):
            source.fault(name, f'{layer} stands below {other}, but includes {header}', line)


def main():
    source = tree.from_arguments()
    names = source.under('src/', '.c', '.h')
    for name in names:
        if layer_of(name) not in LAYERS:
            source.fault(name, 'in a folder without a place among the layers')
    names = [name for name in names if layer_of(name) in LAYERS]
    header_layers = {os.path.basename(name): layer_of(name) for name in names if name.endswith('.h')}
    for name in names:
        check(source, name, header_layers)
    source.finish(names)


main()
