# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: installation.py SOURCE BUILD PREFIX

Installs into a directory of its own and runs the program from there, with nothing of the build directory at hand: what
is not installed is not found. What a package manager does after unpacking (compile the schemas) is done here too.
"""
import configparser
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

APPLICATION = 'org.resellerconsole.ResellerConsole'
PATIENCE = 60.0  # seconds
COMPLAINT = re.compile(r'-(CRITICAL|WARNING) \*\*')
MODULE = 'reseller-console/reseller-console-smtp-*.so'
NEEDED = (
    'bin/reseller-console',
    f'share/applications/{APPLICATION}.desktop',
    f'share/dbus-1/services/{APPLICATION}.service',
    f'share/glib-2.0/schemas/{APPLICATION}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APPLICATION}.svg',
    f'share/icons/hicolor/symbolic/apps/{APPLICATION}-symbolic.svg',
    f'share/metainfo/{APPLICATION}.metainfo.xml',
)


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f'waited {PATIENCE:.0f} s for {what}'
        time.sleep(0.05)


class Installation:
    """The installed tree: `prefix` is where it will be, `place` where it lies now."""

    def __init__(self, source, build, prefix, folder):
        self.source, self.build, self.prefix, self.folder = source, build, prefix, folder
        self.place = os.path.join(folder, 'root', prefix.lstrip('/'))
        self.binary = os.path.join(self.place, 'bin/reseller-console')
        self.environment = {name: value for name, value in os.environ.items() if name not in ('GSETTINGS_SCHEMA_DIR', 'DESTDIR')}
        self.environment['XDG_DATA_DIRS'] = f'{self.place}/share:/usr/local/share:/usr/share'

    def run(self, *command):
        return run(*command, env=self.environment, cwd=self.folder)

    def read_entry(self, name, group):
        entry = configparser.ConfigParser(interpolation=None, strict=False)
        entry.optionxform = str
        entry.read(os.path.join(self.place, name), encoding='utf-8')
        return entry[group]

    def test_install(self):
        """/installation/whole"""
        result = self.run('meson', 'install', '-C', self.build, '--no-rebuild', '--destdir', os.path.join(self.folder, 'root'))
        assert result.returncode == 0, result.stdout + result.stderr
        missing = [name for name in NEEDED if not os.path.isfile(os.path.join(self.place, name))]
        assert not missing, f'not installed: {missing}'
        modules = glob.glob(f'{self.place}/lib*/**/{MODULE}', recursive=True)
        assert len(modules) == 1, f'not installed once: {MODULE}: {modules}'
        with open(self.binary, 'rb') as file:
            folder = os.path.dirname(modules[0]).replace(self.place, self.prefix, 1)
            assert folder.encode() in file.read(), f'the program does not look for modules in {folder}'
        schemas = os.path.join(self.place, 'share/glib-2.0/schemas')
        result = self.run('glib-compile-schemas', '--strict', schemas)
        assert result.returncode == 0, result.stderr

    def test_entries(self):
        """/installation/entries-name-the-program"""
        entry = self.read_entry(NEEDED[1], 'Desktop Entry')
        assert shutil.which(entry['Exec'].split()[0], path=f'{self.place}/bin') == self.binary, entry['Exec']
        assert entry['DBusActivatable'] == 'true' and entry['Icon'] == APPLICATION, dict(entry)
        service = self.read_entry(NEEDED[2], 'D-BUS Service')
        assert service['Name'] == APPLICATION, service['Name']
        assert service['Exec'] == f'{self.prefix}/bin/reseller-console --gapplication-service', service['Exec']

    def test_libraries(self):
        """/installation/libcurl-is-read-with-the-first-mail"""
        result = run('objdump', '-p', self.binary)
        assert result.returncode == 0 and 'libsqlite3' in result.stdout, result
        assert 'libcurl' not in result.stdout, 'every start reads libcurl'

    def test_version(self):
        """/installation/version"""
        result = self.run(self.binary, '--version')
        assert result.returncode == 0 and re.fullmatch(r'Reseller Console \d+\.\d+\.\d+\n', result.stdout), result

    def test_report(self):
        """/installation/report-of-the-sample (IO-1)"""
        target = os.path.join(self.folder, 'report.csv')
        for day in ([], ['--today', '2026-03-16']):
            result = self.run(self.binary, '--sample', *day, '--export', target)
            assert result.returncode == 0 and not result.stderr, result
            with open(target, encoding='utf-8', newline='') as file:
                rows = file.read().split('\r\n')
            assert rows[0].startswith('Organization name,') and len(rows) == 302, (rows[0], len(rows))

    def test_window(self):
        """/installation/window"""
        self.run_on_display('started')

    def test_activation(self):
        """/installation/activation-by-the-bus"""
        # The service names where the program will be; here it must name where it is.
        service = os.path.join(self.place, NEEDED[2])
        with open(service, encoding='utf-8') as file:
            text = file.read()
        with open(service, 'w', encoding='utf-8') as file:
            file.write(text.replace(f'Exec={self.prefix}/', f'Exec={self.place}/'))
        self.run_on_display('activated')

    def run_on_display(self, how):
        headless = os.path.join(self.source, 'tools/headless.sh')
        result = self.run(headless, sys.executable, os.path.abspath(__file__), how, self.binary)
        assert result.returncode == 0, result.stdout + result.stderr


def is_shown():
    return run('xdotool', 'search', '--onlyvisible', '--name', 'Reseller Console').stdout.strip() != ''


def is_on_bus():
    return '(true,)' in run('gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/',
                            '--method', 'org.freedesktop.DBus.NameHasOwner', APPLICATION).stdout


def quit_program():
    result = run('gapplication', 'action', APPLICATION, 'quit')
    assert result.returncode == 0, result.stderr
    wait_until(lambda: not is_on_bus(), 'the end of the program')


def show_started(binary):
    """Started as from a terminal: it shows its window, complains of nothing and ends when told."""
    with tempfile.TemporaryFile('w+') as log, subprocess.Popen([binary], stderr=log) as program:
        try:
            wait_until(lambda: is_shown() or program.poll() is not None, 'the window')
            if program.poll() is None:
                quit_program()
            program.wait(PATIENCE)
        finally:
            program.kill()
            log.seek(0)
            said = log.read()
        assert program.returncode == 0 and not COMPLAINT.search(said), f'status {program.returncode}: {said}'


def show_activated(_binary):
    """Started by the bus, as the desktop does for an entry with DBusActivatable."""
    assert not is_on_bus() and not is_shown(), 'it runs already'
    result = run('gapplication', 'launch', APPLICATION)
    assert result.returncode == 0, result.stderr
    wait_until(is_shown, 'the window')
    quit_program()


def main(source, build, prefix):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(source, build, prefix, folder)
        tests = [value for name, value in vars(Installation).items() if name.startswith('test_')]
        print(f'1..{len(tests)}')
        for number, test in enumerate(tests, 1):
            try:
                test(installation)
                print(f'ok {number} {test.__doc__}')
            except (AssertionError, OSError, KeyError, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f'not ok {number} {test.__doc__}', *(f'# {line}' for line in str(error).splitlines()), sep='\n')
    return 1 if failed else 0


if __name__ == '__main__':
    if sys.argv[1] == 'started':
        show_started(sys.argv[2])
    elif sys.argv[1] == 'activated':
        show_activated(sys.argv[2])
    else:
        sys.exit(main(*sys.argv[1:]))
