# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: restore.py PROGRAM

A workspace is backed up, changed, and put back as it was: the window opens it anew by itself.
"""

import sys

from driver import Program, wait_until

NAME = "Nordlys Software A/S"


def open_preferences(program, tab):
    program.key("ctrl+comma")
    preferences = program.window("Preferences")
    program.key(tab)
    return preferences


def main():
    with Program(sys.argv[1]) as program:
        program.fill("Your name", "Primary admin")
        program.fill("Your email address", "admin@reseller.example")
        program.press("Start empty")
        program.says("No customers yet")

        preferences = open_preferences(program, "alt+b")
        program.says("There is no backup yet.", preferences)
        program.press("Back up now", within=preferences)
        program.says("The workspace was backed up.", preferences)
        program.key("alt+g")
        program.focus("Reseller’s name")
        program.type(NAME)
        program.choose("Time zone", "Europe/Lis")
        program.says("The time zone was changed.", preferences)
        program.close("Preferences")  # what was typed holds

        preferences = open_preferences(program, "alt+g")
        assert program.content("Reseller’s name", preferences) == NAME
        program.key("alt+b")
        program.press("Restore…", within=preferences)
        program.press("Restore", within=program.window("Restore this backup?"))
        wait_until(lambda: not any("Preferences" in str(w.get_name()) for w in program.windows()), "a new window")
        program.says("No customers yet")

        preferences = open_preferences(program, "alt+g")
        assert program.content("Reseller’s name", preferences) == "", "the name came after the backup"


main()
