# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents name is there: links, files, functions, types and targets of make."""
import os
import re

import tree

LINK = re.compile(r'\]\(([^)#\s]+)[^)]*\)')
CODE = re.compile(r'`([^`\n]+)`')
PATH = re.compile(r'(?<![\w/-])(?:\.ci|bench|data|docs|flatpak|po|src|tests|tools)/[\w./-]+(?![\w./<-])')
FUNCTION = re.compile(r'(rc_\w+) ?\(\)')
TYPE = re.compile(r'Rc[A-Z]\w+')
TARGET = re.compile(r'\bmake ([a-z]+)\b')


def look_at_code(source, name, text, words, targets):
    for path in PATH.findall(text):
        if not os.path.exists(os.path.join(source.root, path.rstrip('.'))) and not path.startswith('tests/test-'):
            source.fault(name, f'{path} is not there')
    for word in FUNCTION.findall(text) + TYPE.findall(text):
        if word not in words:
            source.fault(name, f'{word} is not in the sources')
    for target in TARGET.findall(text):
        if target not in targets:
            source.fault(name, f'make {target} is no target')


def main():
    source = tree.from_arguments()
    words = set()
    for name in source.under('src/', '.c', '.h'):
        words.update(re.findall(r'\b(?:rc_|Rc)\w+', source.read(name)))
    targets = set(re.findall(r'^([a-z]+):', source.read('Makefile'), re.MULTILINE))
    documents = source.under('docs/', '.md') + ['README.md']
    for name in documents:
        text = source.read(name)
        for link in LINK.findall(text):
            if '://' not in link and not os.path.exists(os.path.join(source.root, os.path.dirname(name), link)):
                source.fault(name, f'{link} is not there')
        blocks = re.findall(r'^```.*?^```', text, re.MULTILINE | re.DOTALL)
        for code in blocks + CODE.findall(re.sub(r'^```.*?^```', '', text, flags=re.MULTILINE | re.DOTALL)):
            look_at_code(source, name, re.sub(r'\bbuild\S*/\S+', '', code), words, targets)
    for name in source.under('data/', '.metainfo.xml.in.in'):
        for picture in re.findall(r'/(pictures/[^<]+)</image>', source.read(name)):
            if not os.path.exists(os.path.join(source.root, 'docs', picture)):
                source.fault(name, f'docs/{picture} is not there')
    source.finish(documents)


main()
