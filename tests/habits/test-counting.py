# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of the test run tells what happened, whatever way a program fails."""
import json
import os
import subprocess
import sys
import tempfile

# What a program said, Meson's result, and what that counts as.
CASES = [
    ('1..2\nok 1 /a\nok 2 /b\n', 'OK', '2 passed, 0 failed'),
    ('1..2\nok 1 /a\nnot ok 2 /b\n', 'FAIL', '1 passed, 1 failed'),
    ('1..2\nok 1 /a # SKIP no reason\nok 2 /b\n', 'OK', '1 passed, 0 failed'),
    ('1..2\nok 1 /a\nnot ok 2 /b # TODO later\n', 'OK', '1 passed, 0 failed'),
    ('1..3\nok 1 /a\n# killed\n', 'ERROR', '1 passed, 1 failed'),
    ('1..3\nok 1 /a\n', 'TIMEOUT', '1 passed, 1 failed'),
    ('all is well\n', 'OK', '1 passed, 0 failed'),
    ('', 'FAIL', '0 passed, 1 failed'),
    ('okay is no result\n', 'FAIL', '0 passed, 1 failed'),
]


def count(root, records, status):
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        log.writelines(json.dumps(record) + '\n' for record in records)
        log.flush()
        command = [sys.executable, os.path.join(root, 'tools/count-tests.py'), log.name, str(status)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.splitlines(), result.returncode


def check_reasons(root):
    """Why a program failed stands before the count; of one that passed nothing does."""
    failed = {'name': 'broken', 'stdout': 'ok 1 /a\nnot ok 2 /b - ERROR: late\nfar away\n', 'result': 'FAIL'}
    silent = {'name': 'silent', 'stdout': 'one\ntwo\n', 'stderr': '', 'result': 'TIMEOUT'}
    noisy = {'name': 'noisy', 'stdout': 'not ok 1 /a\nnot ok 2 /b # TODO later\n', 'result': 'FAIL',
             'stderr': ''.join(f'ERROR {i}\n' for i in range(9)) + 'driver.NotFound: waited\n'}
    fine = {'name': 'fine', 'stdout': 'ok 1 /a\n', 'result': 'OK'}
    expected = ['broken: FAIL', '    not ok 2 /b - ERROR: late', 'silent: TIMEOUT', '    one', '    two',
                'noisy: FAIL', '    not ok 1 /a', '    ERROR 6', '    ERROR 7', '    ERROR 8',
                '    driver.NotFound: waited', '1 skipped', '2 passed, 3 failed']
    lines, _ = count(root, [failed, fine, silent, noisy], 2)
    if lines == expected:
        return 0
    print(f'said {lines}, not {expected}')
    return 1


def main(root):
    faults = 0
    runs = [([{'stdout': said, 'result': result}], 0 if expected.endswith(' 0 failed') else 1, expected)
            for said, result, expected in CASES]
    runs.append(([{'stdout': 'ok 1 /a\n', 'result': 'OK'}] * 3, 0, '3 passed, 0 failed'))
    crashed, refused = {'stdout': 'ok 1 /a\n', 'result': 'ERROR'}, {'stdout': 'not ok 1 /a\n', 'result': 'FAIL'}
    runs.append(([crashed, refused], 2, '1 passed, 2 failed'))
    runs.append(([{'stdout': 'ok 1 /a\n', 'result': 'OK'}], 125, '1 passed, 1 failed'))
    runs.append(([], 0, '0 passed, 1 failed'))
    for records, status, expected in runs:
        lines, code = count(root, records, status)
        line = lines[-1]
        if line != expected or (code == 0) != expected.endswith(' 0 failed'):
            print(f'{records} gave "{line}" and exit status {code}, not "{expected}"')
            faults += 1
    faults += check_reasons(root)
    print(f'{faults} faults')
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
