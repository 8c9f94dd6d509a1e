# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: mail.py PROGRAM

A new workspace writes an invitation, which waits; an account is set up, with a server of the test's own, and tried; then the
invitation leaves by itself, and is shown as sent (MS-2).
"""

import contextlib
import os
import subprocess
import sys

from driver import Program, wait_until

EMAIL = "it@kommune.example"
SERVER = os.path.join(os.path.dirname(__file__), "..", "mail", "smtp-server.py")


@contextlib.contextmanager
def mail_server():
    """Gives its port, and a function that waits for the next message: to whom it went."""
    process = subprocess.Popen(
        [sys.executable, SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def receive():
        kind, _, recipient = process.stdout.readline().split()
        assert kind == "GOT", kind
        return recipient

    try:
        yield process.stdout.readline().split()[1], receive
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def start(program):
    program.fill("Your name", "Primary admin")
    program.fill("Your email address", "admin@reseller.example")
    program.press("Start empty")
    program.says("No customers yet")


def invite(program):
    program.key("ctrl+n")
    dialog = program.window("Add customer organization")
    program.fill("Organization name", "Aarhus Kommune")
    program.choose("Market segment", "Government")
    program.choose("Type", "Team")
    program.choose("Country", "Denmark")
    for field, text in (
        ("Region", "Midtjylland"),
        ("Street", "Torvet 1"),
        ("Postal code", "8000"),
        ("City", "Aarhus"),
        ("Given name", "It"),
        ("Family name", "Afdelingen"),
        ("Email address", EMAIL),
    ):
        program.fill(field, text, dialog)
    program.press("Next")
    program.press("Invite customer")
    program.says("The customer was invited.")


def set_up(program, port, receive):
    """From where the message waits."""
    program.key("alt+8")
    program.says("1 message waits to be opened in the mail program or saved.")
    program.press("Set up sending…")
    preferences = program.window("Preferences")
    program.fill("Server", "localhost", preferences)
    program.focus("Security")
    program.key("space", "Down", "Down", "Return")
    program.fill("Port", port, preferences)
    program.fill("Email address", "team@reseller.example", preferences)
    program.press("Send test message", within=preferences)
    assert receive() == "team@reseller.example"
    program.says("The mail server took the message.", preferences)
    program.focus("Send messages as soon as they are written")
    program.key("space")


def main():
    with mail_server() as (port, receive), Program(sys.argv[1]) as program:
        start(program)
        invite(program)
        set_up(program, port, receive)
        assert receive() == EMAIL
        program.close("Preferences")
        messages = program.find("Messages", "list")
        program.says("Sent", messages)
        wait_until(lambda: "Waiting" not in list(program.texts(messages)), "no message to wait")


main()
