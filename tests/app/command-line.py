# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line from outside, without a display: command-line.py PROGRAM MAKE-WORKSPACE. Speaks TAP."""
import csv
import glob
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM, MAKE_WORKSPACE = map(os.path.abspath, sys.argv[1:3])
DONE, REFUSED, USAGE = 0, 1, 2
COLUMNS = ['Organization', 'City', 'Email']
MAP = {'fields': {
    'name': {'column': 'Organization'}, 'english-name': {'derived': True}, 'segment': {'value': 'commercial'},
    'offer-type': {'value': 'team'}, 'country': {'value': 'DK'}, 'region': {'value': 'Midtjylland'},
    'street': {'value': 'Hovedgaden 1'}, 'city': {'column': 'City'}, 'postal-code': {'value': '8000'},
    'given-name': {'value': 'It'}, 'family-name': {'value': 'Afdelingen'}, 'email': {'column': 'Email'},
    'language': {'value': 'da'}}}


class Place:
    """A folder, with a name that scripts forget to quote, that is home and working directory of what is run."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, 'Zażółć gęślą 100% & <b>')
        os.mkdir(self.folder)
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS')}
        self.environment.update(XDG_CACHE_HOME=os.path.join(folder, 'cache'), HOME=folder, XDG_RUNTIME_DIR=folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, *arguments):
        return subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, env=self.environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, status=DONE):
        with self.start(*arguments) as process:
            said, told = process.communicate(timeout=60)
        assert process.returncode == status, f'{arguments}: exit status {process.returncode}, not {status}: {told}'
        assert 'CRITICAL' not in told and 'WARNING' not in told, told
        assert status == DONE or told.strip(), f'{arguments} were refused without a word'
        return said + told

    def make_workspace(self, name='North 1.workspace'):
        subprocess.run([MAKE_WORKSPACE, self.path(name)], check=True, env=self.environment)
        return name

    def write(self, name, rows, columns=None):
        with open(self.path(name), 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([columns or COLUMNS, *rows])
        return name

    def write_map(self, content=None):
        with open(self.path('map.json'), 'w', encoding='utf-8') as file:
            file.write(json.dumps(MAP) if content is None else content)
        return 'map.json'

    def read(self, name):
        with open(self.path(name), encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    def count(self, workspace):
        database = sqlite3.connect(self.path(workspace))
        try:
            assert database.execute('PRAGMA integrity_check').fetchone() == ('ok',)
            return database.execute('SELECT count (*) FROM customers').fetchone()[0]
        finally:
            database.close()


def rows_of(count):
    return [[f'Kommune {i}', 'Aarhus', f'it{i}@kommune.example'] for i in range(count)]


def version_and_help(place):
    assert re.search(r' \d+\.\d+\.\d+$', place.run('--version').strip())
    told = place.run('--help')
    for option in ('workspace', 'sample', 'today', 'export', 'import', 'map', 'rejected', 'version'):
        assert f'--{option}' in told, option


def misuse_is_told(place):
    workspace = place.make_workspace()
    for arguments in (['--bogus'], ['--export', 'x.csv'], ['--import', 'x.csv', '--map', 'm'], ['--workspace'],
                      [workspace, 'another'], ['--workspace', workspace, '--sample'], ['--today', '2024-02-29'],
                      ['--sample', '--today', '2023-02-29'], ['--sample', '--today', '29.02.2024'],
                      ['--sample', '--today', '0001-01-01'], ['--sample', '--today', '9999-12-31'],
                      [workspace, '--import', 'x.csv'], [workspace, '--map', 'm'], [workspace, '--rejected', 'r'],
                      [workspace, '--export', 'x', '--import', 'y', '--map', 'm'],
                      ['--sample', '--import', 'y', '--map', 'm']):
        place.run(*arguments, status=USAGE)
    assert sorted(os.listdir(place.folder)) == [workspace]


def no_display_is_told(place):
    assert 'display' in place.run(status=REFUSED)


def what_is_no_workspace_is_left_alone(place):
    os.mkdir(place.path('folder'))
    contents = {'empty': b'', 'text': b'A text, and nothing else.\n' * 200, 'binary': os.urandom(8192)}
    for name, content in contents.items():
        with open(place.path(name), 'wb') as file:
            file.write(content)
    foreign = sqlite3.connect(place.path('foreign'))
    foreign.executescript('CREATE TABLE customers (id INTEGER); PRAGMA user_version = 1;')
    foreign.close()
    for name in ('nothing', 'folder', '', 'foreign', *contents):
        told = place.run('--workspace', name, '--export', 'out.csv', status=REFUSED)
        assert len(told.splitlines()) == 1, told
    for name, content in contents.items():
        with open(place.path(name), 'rb') as file:
            assert file.read() == content, f'{name} was changed'
    assert not os.path.exists(place.path('out.csv')) and not os.path.exists(place.path('nothing'))


def newer_workspace_is_refused(place):
    workspace = place.make_workspace()
    database = sqlite3.connect(place.path(workspace))
    database.execute('PRAGMA user_version = 4711')
    database.close()
    assert '4711' in place.run('-w', workspace, '--export', 'out.csv', status=REFUSED)


def damaged_workspace_is_told(place):
    """Wherever the bytes are wrong: an exit status and a sentence, or a report, but never a crash."""
    workspace = place.make_workspace()
    place.write_map()
    place.run('-w', workspace, '--import', place.write('list.csv', rows_of(300)), '--map', 'map.json')
    with open(place.path(workspace), 'rb') as file:
        whole = file.read()
    chance = random.Random(1)
    for turn in range(30):
        damaged = bytearray(whole)
        for _ in range(1 + turn * 4):
            damaged[chance.randrange(100 if turn % 3 else 0, len(damaged))] = chance.randrange(256)
        with open(place.path(workspace), 'wb') as file:
            file.write(damaged[:len(damaged) // 2] if turn % 5 == 4 else damaged)
        for leftover in glob.glob(glob.escape(place.path(workspace)) + '-*'):
            os.unlink(leftover)
        with place.start('-w', workspace, '--export', 'out.csv') as process:
            told = process.communicate(timeout=60)[1]
        assert process.returncode in (DONE, REFUSED), f'turn {turn}: {process.returncode} {told}'
        assert process.returncode == DONE or told.strip()
        assert 'CRITICAL' not in told, told


def sample_is_reported(place):
    for today in ('2024-02-29', '2025-12-31', '2000-01-01', '1900-01-01', '2999-12-31'):
        assert '300' in place.run('--sample', '--today', today, '--export', 'out.csv')
        rows = place.read('out.csv')
        assert len(rows) == 300 and len({row['VIP ID'] for row in rows}) == 300
        assert max(row['Invited on'] for row in rows) <= today
        states = {row['State of the oldest request'] for row in rows}
        assert {'pending', 'overdue', 'suspended'} <= states, states
    assert not os.listdir(os.path.join(place.environment['XDG_CACHE_HOME'], 'reseller-console'))


def import_is_all_or_none(place):
    """IO-2: each bad row is told with its line; with --rejected the good ones go in."""
    workspace = place.make_workspace()
    place.write_map()
    bad = [['', 'Aarhus', 'a@b.example'], ['Odense', '', 'it@odense.example'], ['Vejle', 'Vejle', 'nowhere']]
    place.write('list.csv', [*rows_of(5), *bad])
    told = place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', status=REFUSED)
    for line in (7, 8, 9):
        assert f'list.csv:{line}: ' in told, told
    assert place.count(workspace) == 0
    place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', '--rejected', 'bad.csv')
    assert place.count(workspace) == 5
    assert [row['City'] for row in place.read('bad.csv')] == ['Aarhus', '', 'Vejle']
    told = place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', '--rejected', 'bad.csv')
    assert '0 customers were added' in told and '5 rows' in told, told
    place.run('-w', workspace, '--export', 'out.csv')
    assert sorted(row['Organization name'] for row in place.read('out.csv')) == [row[0] for row in rows_of(5)]


def nothing_is_lost_where_files_cannot_be_written(place):
    workspace = place.make_workspace()
    place.write_map()
    place.write('list.csv', [*rows_of(3), ['', '', '']])
    place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', '--rejected', 'no/folder/bad.csv',
              status=REFUSED)
    assert place.count(workspace) == 0
    place.run('-w', workspace, '--export', 'no/folder/out.csv', status=REFUSED)
    with open(place.path(workspace), 'rb') as file:
        whole = file.read()
    for name in ('.', workspace):
        place.run('-w', workspace, '--export', name, status=REFUSED)
        place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', '--rejected', name, status=REFUSED)
    place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', '--rejected', './list.csv', status=USAGE)
    with open(place.path(workspace), 'rb') as file:
        assert file.read() == whole
    assert 'Organization name,' in place.run('-w', workspace, '--export', '/dev/stdout')
    os.symlink(workspace, place.path('link'))
    os.symlink(place.write('target.csv', []), place.path('out.csv'))
    place.run('-w', 'link', '--export', 'out.csv')
    assert os.path.islink(place.path('out.csv')) and place.read('target.csv') == []


def lists_that_cannot_be_read_are_told(place):
    workspace = place.make_workspace()
    place.write_map()
    lists = {
        'zero': b'', 'header': b'Organization,City,Email\r\n', 'nul': b'Organization,City,Email\na\0b,c,d\n',
        'quote': b'Organization,City,Email\n"a,b,c\nd,e,f\n', 'after': b'Organization,City,Email\n"a"b,c,d\n',
        'utf16': 'Organization,City,Email\nÆrø,Ærø,it@aeroe.example\n'.encode('utf-16-le')[:-1],
        'bytes': b'Organization,City,Email\n' + bytes(range(1, 256)), 'newlines': b'\n' * 100000,
        'long': b'Organization,City,Email\n' + b'x' * 3_000_000 + b',a,b\n',
        'wide': b'Organization' + b',City' * 100000 + b',Email\n' + b'a' + b',b' * 100000 + b',c@d.example\n',
        'columns': b'Name\nwithout the others\n'}
    for name, content in lists.items():
        with open(place.path('list.csv'), 'wb') as file:
            file.write(content)
        told = place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json',
                         status=DONE if name == 'header' else REFUSED)
        assert len(told) < 5000, f'{name}: {len(told)} characters'
    for name in ('.', 'nothing.csv', '/dev/zero', '/dev/null'):
        place.run('-w', workspace, '--import', name, '--map', 'map.json', status=REFUSED)
    assert place.count(workspace) == 0


def gaps_get_a_value(place):
    """IO-2: what a map says for the cells that say nothing."""
    workspace = place.make_workspace()
    place.write_map(json.dumps({'fields': {
        **MAP['fields'], 'email': {'column': 'Email', 'if-empty': 'it@gaps.example'}}}))
    place.write('list.csv', [['Odense', 'Odense', ''], ['Vejle', 'Vejle', 'it@vejle.example'], ['Ribe', 'Ribe', 'n/a']])
    place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json')
    place.run('-w', workspace, '--export', 'out.csv')
    found = {row['Organization name']: row['Email address'] for row in place.read('out.csv')}
    assert found == {'Odense': 'it@gaps.example', 'Vejle': 'it@vejle.example', 'Ribe': 'it@gaps.example'}, found


def maps_that_cannot_be_read_are_told(place):
    workspace = place.make_workspace()
    place.write('list.csv', rows_of(3))
    deep = '[' * 20000 + ']' * 20000
    maps = ['', '{', 'null', '[]', '1', '"text"', '{}', '{"fields": []}', '{"fields": {"name": 1}}', '\0', deep,
            '{"fields": {"bogus": {"column": "Organization"}}}', '{"fields": {"name": {"column": 3}}}',
            '{"fields": {"name": {"column": "No such heading"}}}', '{"fields": {"name": {"pattern": "{City"}}}',
            '{"fields": {"name": {"pattern": "{Organization:bogus}"}}}', '{"fields": {}, "nothing": 3}',
            '{"fields": {}, "nothing": [3]}', '{"fields": {}, "values": []}', '{"fields": {}, "format": "x"}',
            '{"fields": {}, "format": {"charset": "KLINGON"}}', '{"fields": {}, "format": {"separator": "long"}}',
            '{"fields": {}, "format": {"separator": 1}}', '{"fields": {}, "values": {"segment": {"a": 1}}}',
            '{"fields": {}, "format": {"charset": 1}}', '{"fields": {}}', '{"fields": {}, "format": null}',
            '{"fields": {"segment": {"derived": true}}}', '{"fields": {"name": {"derived": "yes"}}}']
    for content in maps:
        place.write_map(content)
        told = place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', status=REFUSED)
        assert len(told) < 5000, content[:80]
        assert told.startswith(('map.json: ', 'list.csv:')), told
    place.write_map('{\n  "fields": {\n    "name": nothing\n  }\n}')
    told = place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json', status=REFUSED)
    assert told == 'map.json: This is no map of columns: line 3 cannot be read as JSON.\n', told
    for name in ('nothing.json', '.', '/dev/zero', workspace):
        place.run('-w', workspace, '--import', 'list.csv', '--map', name, status=REFUSED)
    assert place.count(workspace) == 0


def killed_import_is_all_or_none(place):
    workspace = place.make_workspace()
    place.write_map()
    place.write('list.csv', rows_of(4000))
    chance = random.Random(2)
    for _ in range(12):
        with place.start('-w', workspace, '--import', 'list.csv', '--map', 'map.json') as process:
            time.sleep(chance.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
        count = place.count(workspace)
        assert count in (0, 4000), count
        if count:
            break
    place.run('-w', workspace, '--import', 'list.csv', '--map', 'map.json')
    assert place.count(workspace) == 4000
    place.write('out.csv', [['old']], ['old'])
    for _ in range(12):
        with place.start('-w', workspace, '--export', 'out.csv') as process:
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
        assert len(place.read('out.csv')) in (1, 4000)
    place.run('-w', workspace, '--export', 'out.csv')
    assert len(place.read('out.csv')) == 4000


def killed_creation_leaves_no_workspace(place):
    """What has the name of a workspace is a whole one: it has its member and its products."""
    chance = random.Random(3)
    n_made = 0
    for turn in range(40):
        path = place.path(f'{turn}.workspace')
        with subprocess.Popen([MAKE_WORKSPACE, path], env=place.environment) as process:
            time.sleep(chance.uniform(0, 0.12))
            process.send_signal(signal.SIGKILL)
        if os.path.exists(path):
            n_made += 1
            database = sqlite3.connect(path)
            assert database.execute('SELECT count (*) FROM members').fetchone() == (1,)
            assert database.execute('SELECT count (*) > 10 FROM products').fetchone() == (1,)
            assert database.execute("SELECT count (*) FROM settings WHERE name = 'me'").fetchone() == (1,)
            database.close()
            place.run('-w', path, '--export', 'out.csv')
    place.make_workspace('last.workspace')


def two_at_once_both_go_in(place):
    workspace = place.make_workspace()
    place.write_map()
    processes = []
    for i in range(4):
        rows = [[f'{name} {i}', city, f'{i}.{email}'] for name, city, email in rows_of(500)]
        place.write(f'{i}.csv', rows)
        processes.append(place.start('-w', workspace, '--import', f'{i}.csv', '--map', 'map.json'))
    for process in processes:
        told = process.communicate(timeout=60)[1]
        assert process.returncode == DONE, told
    assert place.count(workspace) == 2000


TESTS = [version_and_help, misuse_is_told, no_display_is_told, what_is_no_workspace_is_left_alone,
         newer_workspace_is_refused, damaged_workspace_is_told, sample_is_reported, import_is_all_or_none,
         nothing_is_lost_where_files_cannot_be_written, lists_that_cannot_be_read_are_told,
         maps_that_cannot_be_read_are_told, gaps_get_a_value, killed_import_is_all_or_none, killed_creation_leaves_no_workspace,
         two_at_once_both_go_in]


def main():
    wanted = sys.argv[3:]
    tests = [test for test in TESTS if not wanted or test.__name__ in wanted]
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Place(folder))
                print(f'ok {number} /command-line/{test.__name__.replace("_", "-")}', flush=True)
            except Exception:
                print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
                print(f'not ok {number} /command-line/{test.__name__.replace("_", "-")}', flush=True)


main()
