# SPDX-License-Identifier: GPL-3.0-or-later
"""What the habits' scripts share: the files of the tree, and how a broken habit is told.

As a program, tree.py ROOT SUFFIX prints the files that end so.
"""
import os
import re
import subprocess
import sys


class Tree:
    """The files that belong to the source, relative to its root; build directories do not."""

    def __init__(self, root):
        self.root = root
        self.files = sorted(self._tracked() or self._found())
        self.faults = []

    def _tracked(self):
        command = ['git', '-C', self.root, 'ls-files', '--cached', '--others', '--exclude-standard']
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        names = result.stdout.splitlines() if result.returncode == 0 else []
        return [name for name in names if os.path.isfile(os.path.join(self.root, name))]

    def _found(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if not name.startswith(('build', '.git', '.flatpak'))]
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def under(self, folder, *suffixes):
        return [name for name in self.files if name.startswith(folder) and name.endswith(suffixes or '')]

    def read(self, name):
        with open(os.path.join(self.root, name), encoding='utf-8') as file:
            return file.read()

    def fault(self, name, text, line=None):
        where = name if line is None else f'{name}:{line}'
        self.faults.append(f'{where}: {text}')

    def finish(self, looked_at):
        """Ends the program. To have looked at nothing is a fault too: the files have moved."""
        if not looked_at:
            self.faults.append('nothing was found to look at')
        print(*self.faults, f'{len(self.faults)} faults', sep='\n')
        sys.exit(1 if self.faults else 0)


def without_comments(source):
    """C source with comments blanked; lines stay where they are."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')', re.DOTALL)
    return pattern.sub(lambda match: match.group(1) or re.sub(r'[^\n]', ' ', match.group(0)), source)


def from_arguments():
    return Tree(sys.argv[1])


if __name__ == '__main__':
    print(*(os.path.join(sys.argv[1], name) for name in Tree(sys.argv[1]).under('tools/', sys.argv[2])), sep='\n')
