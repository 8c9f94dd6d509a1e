# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: two-workspaces.py PROGRAM

Two workspaces in two windows of one program, from outside: a second start raises what is open, and the next one opens the
workspace that was open last.
"""

import os
import subprocess
import sys

from driver import TODAY, Program, wait_until

# What is remembered has to be there for the second start.
os.environ["GSETTINGS_BACKEND"] = "keyfile"


def count(program, number):
    wait_until(lambda: len(program.windows()) == number, f"{number} windows")


def find_workspace():
    """The file that the first start made: the only one of its kind in this home."""
    data = os.path.join(os.environ["XDG_DATA_HOME"], "reseller-console")
    paths = [os.path.join(data, name) for name in os.listdir(data) if not name.endswith(("-wal", "-shm"))]
    found = [path for path in paths if os.path.isfile(path)]  # there may be a folder of backups by now
    assert len(found) == 1, found
    return found[0]


def start_again(command, *arguments):
    """A further start hands over to the program that runs, and ends."""
    subprocess.run([command, *arguments], check=True, timeout=60)


def main(command):
    with Program(command) as program:
        program.fill("Your name", "Primary admin")
        program.fill("Your email address", "admin@reseller.example")
        program.press("Start empty")
        program.says("No customers yet")
        path = find_workspace()
        start_again(command)
        count(program, 1)
        start_again(command, "--sample", "--today", TODAY)
        count(program, 2)
        program.says("300 customers")
        program.says("No customers yet")
        start_again(command, "--workspace", path)
        start_again(command)
        count(program, 2)
    with Program(command) as program:
        program.says("No customers yet")
        count(program, 1)


if __name__ == "__main__":
    main(sys.argv[1])
