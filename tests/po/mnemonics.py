# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters that lead to a control or a menu item are each used once where they are seen together: in one template (with
the buttons of the dialog it is derived from), in one menu, and on one page of the main window. In English, and in each
language with a catalogue."""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import polib

PARENTS = {'RcCommandDialog': 'data/ui/rc-command-dialog.ui'}
# What the main window shows beside each of its pages, and what the pages show.
EVERYWHERE = ['data/ui/rc-sidebar.ui', 'data/ui/rc-file-bar.ui', 'data/ui/rc-outbox-bar.ui']
PAGES = [['data/ui/rc-customer-list-view.ui', 'data/ui/rc-customer-pane.ui', 'src/ui/rc-customer-pane.c'],
         ['src/ui/rc-messages-page.c']]


def letter(text):
    """The mnemonic of a label, lower case; None without one."""
    position = text.replace('__', '  ').find('_')
    return text[position + 1].lower() if 0 <= position < len(text) - 1 else None


def marked(element):
    return [(node.text, node.get('context')) for node in element
            if node.tag in ('property', 'attribute') and node.get('translatable') == 'yes' and node.text]


def walk_menu(menu, group):
    """The items of a menu and of its sections; a submenu is a menu of its own."""
    groups = [group]
    for child in menu:
        if child.tag == 'submenu':
            groups += walk_menu(child, [])
        elif child.tag == 'section':
            groups += walk_menu(child, group)[1:]
        group += [text for text in marked(child) if child.tag in ('item', 'submenu')]
    return groups


def read(root, name):
    return ElementTree.parse(os.path.join(root, name)).getroot()


def read_code(root, name):
    """What a source marks as translated, with a mnemonic."""
    with open(os.path.join(root, name), encoding='utf-8') as source:
        found = re.findall(r'\b_ \("([^"]*_[^"]*)"\)', source.read())
    if not found:
        sys.exit(f'{name} has no control with a mnemonic')
    return [(text, None) for text in found]


def collect_page(root, names):
    """The controls that are seen together with a page of the main window; menus are not."""
    return ('the main window with ' + names[0],
            [text for name in EVERYWHERE + names
             for text in (read_code(root, name) if name.endswith('.c') else collect(root, name)[-1][1])])


def collect(root, name):
    """Lists of (text, context) that are seen together in a template."""
    interface = read(root, name)
    groups = [group for menu in interface.findall('menu') for group in walk_menu(menu, [])]
    window = [text for element in interface.iter() if element.tag in ('object', 'template') for text in marked(element)]
    template = interface.find('template')
    parent = PARENTS.get(template.get('parent')) if template is not None else None
    if parent:
        replaced = {node.get('name') for node in template if node.get('translatable') == 'yes'}
        base = read(root, parent)
        window += [(node.text, node.get('context')) for element in base.iter() for node in element
                   if node.get('translatable') == 'yes' and node.text
                   and not (replaced & {'run-label', 'cancel-label'} and node.get('name') in replaced)]
    return [(name, group) for group in groups + [window]]


def clashes(groups, translate):
    for name, group in groups:
        seen = {}
        for text in dict.fromkeys(group):
            if letter(text[0]) is None:
                continue
            shown = translate(*text)
            key = letter(shown)
            if key is None:
                yield f'{name}: “{shown}” has no mnemonic'
            elif not ('a' <= key <= 'z' or key.isdigit()):
                yield f'{name}: the mnemonic of “{shown}” is not an ASCII letter'
            elif key in seen and seen[key] != shown:
                yield f'{name}: “{seen[key]}” and “{shown}” have the same mnemonic'
            seen.setdefault(key, shown)


def main():
    root = sys.argv[1]
    folder = os.path.join(root, 'data/ui')
    groups = [group for name in sorted(os.listdir(folder)) if name.endswith('.ui') for group in collect(root, f'data/ui/{name}')]
    groups += [collect_page(root, names) for names in PAGES]
    faults = [f'en: {fault}' for fault in clashes(groups, lambda text, context: text)]
    for language in open(os.path.join(root, 'po/LINGUAS'), encoding='utf-8').read().split():
        entries = {(entry.msgid, entry.msgctxt): entry.msgstr for entry in polib.pofile(os.path.join(root, f'po/{language}.po'))}
        faults += [f'{language}: {fault}' for fault in clashes(groups, lambda *key: entries.get(key) or key[0])]
    print(*faults, f'{len(groups)} groups, {len(faults)} faults', sep='\n')
    sys.exit(1 if faults or not groups else 0)


main()
