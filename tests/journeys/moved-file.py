# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: moved-file.py PROGRAM

The workspace's file is taken away while the program runs: nothing can be changed, a copy can be saved. It comes back; it is
opened by another name at once, which is refused until the first window has let go of it; and then another file takes its name:
that one is opened.
"""

import os
import sqlite3
import subprocess
import sys

from driver import Program, wait_until

GONE = "is not where it was"
TWO_NAMES = "is open in another window"
ANOTHER = "is not the file any more that was opened"


def find_workspace(folder):
    """The file that the first start made: the only one of its kind in this home."""
    paths = [os.path.join(folder, name) for name in os.listdir(folder) if not name.endswith(("-wal", "-shm"))]
    found = [path for path in paths if os.path.isfile(path)]  # there may be a folder of backups by now
    assert len(found) == 1, found
    return found[0]


def read_names(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in database.execute("SELECT name FROM members ORDER BY id")]


def add_member(program, name):
    program.key("alt+0")
    program.press("Add team member")
    program.window("Add team member")
    program.fill("Name", name)
    program.fill("Email address", name.lower().replace(" ", ".") + "@reseller.example")
    program.press("Add")
    program.says(f"{name} is in the team now.")


def save_copy(program, path):
    """What is known here, also what is in no file of that name any more."""
    program.press("Save a copy…")
    program.choose_file(path)
    program.says("The copy was saved.")


def main():
    data = os.path.join(os.environ["XDG_DATA_HOME"], "reseller-console")
    copy, aside, renamed = (os.path.join(data, name) for name in ("copy", "aside", "Other customers.db"))
    with Program(sys.argv[1]) as program:
        program.fill("Your name", "Primary admin")
        program.fill("Your email address", "admin@reseller.example")
        program.press("Start empty")
        program.says("No customers yet")
        path = find_workspace(data)
        add_member(program, "Account manager 1")

        os.rename(path, aside)
        program.says(GONE)
        save_copy(program, copy)
        assert read_names(copy) == ["Primary admin", "Account manager 1"], read_names(copy)
        os.rename(aside, path)
        wait_until(lambda: not any(GONE in shown for shown in program.texts()), "the bar to go")
        add_member(program, "Account manager 2")

        os.rename(path, renamed)
        subprocess.run([sys.argv[1], "--workspace", renamed], check=True, timeout=60)
        wait_until(lambda: any(TWO_NAMES in shown or shown == "Other customers" for shown in program.texts()),
                   "the window of the new name")
        if any(TWO_NAMES in shown for shown in program.texts()):  # else the first window was quicker
            wait_until(lambda: any(GONE in shown for shown in program.texts()), "the first window to notice")
            program.press("Try again")
        wait_until(lambda: "Other customers" in program.texts(), "the window of the new name")
        program.key("alt+0")
        wait_until(lambda: list(program.texts()).count("3 members") == 2, "the team in both windows")
        program.key("ctrl+w")
        wait_until(lambda: "Other customers" not in program.texts(), "the window to close")
        os.rename(renamed, path)
        wait_until(lambda: not any(GONE in shown for shown in program.texts()), "the bar to go")

        os.replace(copy, path)
        program.says(ANOTHER)
        program.press("Open again")
        wait_until(lambda: not any(ANOTHER in shown for shown in program.texts()), "the bar to go")
        program.says("No customers yet")
        program.key("alt+0")
        program.says("2 members")
        assert not any("Account manager 2" in shown for shown in program.texts()), "what was opened is the other file"


main()
