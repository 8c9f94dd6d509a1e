# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: help.py PROGRAM

F1 opens the help at the page of what is shown, in the window and in a dialog; what cannot be done says why, and leads to the
section of the help that says more. Where nothing shows help, or there is none, that is said.
"""

import os
import sys

from driver import TODAY, Program, wait_until

APPLICATIONS = os.path.join(os.environ["XDG_DATA_HOME"], "applications")
CHOICES = os.path.join(os.environ["XDG_CONFIG_HOME"], "mimeapps.list")
OPENED = os.path.join(os.environ["XDG_DATA_HOME"], "opened")
SCHEME = "x-scheme-handler/help"
VIEWER = "a-help-viewer.desktop"


def write(path, *lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, ""]))


def remove_viewers():
    write(CHOICES, "[Removed Associations]", f"{SCHEME}=yelp.desktop;")


def install_viewer():
    """One that only remembers what it was asked for."""
    script = os.path.join(APPLICATIONS, "viewer.sh")
    write(script, "#!/bin/sh", f'echo "$1" >> "{OPENED}"')
    os.chmod(script, 0o755)
    entry = ("Type=Application", "Name=Viewer", f"Exec={script} %u", f"MimeType={SCHEME};")
    write(os.path.join(APPLICATIONS, VIEWER), "[Desktop Entry]", *entry)
    write(CHOICES, "[Default Applications]", f"{SCHEME}={VIEWER}")


def install_help():
    """Its first page is enough: the viewer only remembers."""
    write(os.path.join(os.environ["XDG_DATA_HOME"], "help", "C", "reseller-console", "index.page"), "<page/>")


def opened():
    if not os.path.exists(OPENED):
        return []
    with open(OPENED, encoding="utf-8") as file:
        return file.read().split()


def wait_opened(page):
    wait_until(lambda: opened()[-1:] == [f"help:reseller-console/{page}"], f"the help’s page {page}, not {opened()}")


def follow(program, sentence):
    """Goes to the link behind a sentence and presses Enter."""
    program.says(sentence)
    program.focus_where(lambda node: sentence in (node.get_name() or ""), sentence)
    program.key("Return")


def main(command):
    remove_viewers()
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        program.key("F1")
        program.says("Install Yelp")
        program.press("Close", within=program.window("The help cannot be shown"))
    install_viewer()
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        program.key("F1")
        program.says("is not installed")
        program.press("Close", within=program.window("The help cannot be shown"))
    install_help()
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        program.key("F1")
        wait_opened("filter-all")
        program.key("alt+4")
        program.says("Past due requests")
        program.key("F1")
        wait_opened("filter-past-due")
        program.key("ctrl+n")
        program.window("Add customer organization")
        program.key("F1")
        wait_opened("invite")
        program.key("Escape")
        program.key("Home", "Return")
        reason = "Place the order for every past due purchase authorization first."
        follow(program, reason)
        wait_opened("why#create-pa")
        program.press("What cannot be done now")
        program.says("Remove customer")
        program.says("Only customers without products can be removed.")


if __name__ == "__main__":
    main(sys.argv[1])
