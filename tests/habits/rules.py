# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/rules.md tells of every rule: the files that it names cite the rule, and so do the tests."""
import os
import re

import tree

DOCUMENT = 'docs/rules.md'
RULE = re.compile(r'\b(?:CU|AD|PR|PA|OR|RN|VS|CH|TM|FI|IO|MS|AC)-[1-9]\d?\b')
FILE = re.compile(r'`(src/[^`]+)`')
TEST = re.compile(r'`(/[^`]+)`')


def expand(text):
    """The rules in a text; "AD-1 to AD-3" and "PA-1 … PA-4" name those between, too."""
    rules = set(RULE.findall(text))
    for group, first, last in re.findall(r'\b([A-Z]{2})-(\d+) (?:to|…) \1-(\d+)', text):
        rules.update(f'{group}-{number}' for number in range(int(first), int(last) + 1))
    return rules


def rows(text):
    return [line.split('|')[1:-1] for line in text.splitlines() if line.startswith('|') and RULE.search(line.split('|')[1])]


def check_row(source, rule, files, tests, suites):
    for name in files:
        if not os.path.exists(os.path.join(source.root, name)):
            source.fault(DOCUMENT, f'{rule}: {name} is not there')
        elif not any(rule in expand(source.read(path)) for path in (name, name[:-2] + '.h') if path in source.files):
            source.fault(DOCUMENT, f'{name} does not cite {rule}')
    for test in tests:
        where = [name for name, text in suites.items() if re.search(f'"{re.escape(test)}(?:"| \\()', text)]
        if not where:
            source.fault(DOCUMENT, f'{rule}: there is no test {test}')
        elif not any(rule in expand(suites[name]) for name in where):
            source.fault(DOCUMENT, f'{where[0]} does not cite {rule}')
    if not files or not tests:
        source.fault(DOCUMENT, f'{rule}: no file, or no test')


def main():
    source = tree.from_arguments()
    text = source.read(DOCUMENT)
    suites = {name: source.read(name) for name in source.under('tests/', '.c')}
    told = set()
    for row in rows(text):
        rules = RULE.findall(row[0])
        for rule in rules:
            if rule in told:
                source.fault(DOCUMENT, f'{rule} is told of twice')
            told.add(rule)
        if len(row) == 4:
            check_row(source, rules[0], FILE.findall(row[2]), TEST.findall(row[3]), suites)
    for rule in sorted(told):
        group, number = rule.split('-')
        if number != '1' and f'{group}-{int(number) - 1}' not in told:
            source.fault(DOCUMENT, f'the rule before {rule} is missing')
    for name in source.under('src/', '.c', '.h') + source.under('tests/', '.c', '.h', '.py'):
        for rule in sorted(set(RULE.findall(source.read(name))) - told):
            source.fault(name, f'{rule} is not in {DOCUMENT}')
    source.finish(told)


main()
