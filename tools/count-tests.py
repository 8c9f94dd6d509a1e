#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: count-tests.py TESTLOG.json STATUS

Counts what Meson ran: each case of a program that speaks TAP, each other program as one. Prints
"N passed, N failed" and exits with 1 if anything failed or if Meson itself did (its exit STATUS). Before
that it says once more why each program failed: of a long run often only the end is kept.
"""
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b(?:.*?#\s*(skip|todo)\b)?', re.IGNORECASE)
REFUSAL = re.compile(r'^not ok\b(?!.*#\s*(skip|todo)\b)|^Bail out!', re.IGNORECASE)
TELLING = re.compile(r'ERROR|CRITICAL|Sanitizer|^[\w.]+(Error|Exception|Expired|NotFound)\b')
MOST_LINES = 5
LONGEST_LINE = 300
PASSING = ('OK', 'SKIP', 'EXPECTEDFAIL')


def count(record):
    """Passed, failed and skipped cases of one program."""
    cases = [CASE.match(line) for line in record.get('stdout', '').splitlines()]
    cases = [case for case in cases if case]
    fine = record['result'] in PASSING
    if not cases:
        skipped = record['result'] == 'SKIP'
        return int(fine and not skipped), int(not fine), int(skipped)
    skipped = sum(1 for case in cases if case.group(2))
    failed = sum(1 for case in cases if case.group(1) and not case.group(2))
    passed = len(cases) - failed - skipped
    # One that crashed or ran out of time between two cases failed no case, but it failed.
    return passed, failed if fine or failed else 1, skipped


def say_why(record):
    """The cases that failed, then the last lines that tell of a fault; where none does, just the last ones."""
    said = [line.rstrip() for line in record.get('stdout', '').splitlines() if line.strip()]
    told = [line.rstrip() for line in record.get('stderr', '').splitlines() if line.strip()]
    refusals = [line for line in said if REFUSAL.search(line)][-MOST_LINES:]
    others = [line for line in said + told[:-1] if TELLING.search(line) and line not in refusals] + told[-1:]
    if not refusals and not others:
        others = said
    room = MOST_LINES - len(refusals)
    print(f"{record.get('name', 'a test')}: {record['result']}")
    for line in refusals + others[-room:] * (room > 0):
        print(f'    {line[:LONGEST_LINE]}')


def main(path, status):
    sys.stdout.reconfigure(errors='backslashreplace')
    try:
        with open(path, encoding='utf-8') as log:
            records = [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        records = []
    for record in records:
        if record['result'] not in PASSING:
            say_why(record)
    totals = [sum(column) for column in zip(*map(count, records))] or [0, 0, 0]
    passed, failed, skipped = totals
    if (status != 0 or not records) and failed == 0:
        failed = 1
    if skipped:
        print(f'{skipped} skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
