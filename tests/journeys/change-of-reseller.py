# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: change-of-reseller.py PROGRAM [FOLDER]

A customer of another reseller is taken over: the code is mailed, the change recorded, and the customer is in the list. Then one
leaves, and somebody joins the team. With a folder, pictures are left there.
"""

import os
import re
import sys

from driver import TODAY, Program, save_picture, text_of, wait_until, walk

VIP_ID = "00112233445566778899"
FOLDER = sys.argv[2] if len(sys.argv) > 2 else None


def picture(name):
    if FOLDER:
        save_picture(os.path.join(FOLDER, name + ".png"))


def start(program):
    """CH-1: the administrator's address is looked at before anything is sent."""
    program.key("alt+7")
    program.says("Code expired on", None)
    picture("changes")
    program.key("ctrl+shift+h")
    program.window("Change reseller for customer")
    program.fill("VIP ID", "0011 2233")
    program.fill("System administrator’s email address", "it@skole.example")
    program.press("Send code")
    program.says("Enter the VIP ID: 20 characters, digits and the letters A to F.")
    picture("change-reseller")
    program.fill("VIP ID", VIP_ID.lower())
    program.press("Send code")
    program.says(f"A code was written for the VIP ID {VIP_ID}.")
    program.says("3 requests")
    program.says("4 more codes can be sent today.")


def read_texts(program):
    """What text views hold."""
    for window in program.windows():
        for node in walk(window):
            text = text_of(node)
            if len(text) > 100:
                yield text


def read_code(program):
    """CH-2: the code stands in the mail alone."""
    program.key("alt+8")
    program.key("ctrl+f")
    program.type("it@skole")
    program.says("1 message")
    program.click(program.find("Code to change the reseller of your membership", "label"))
    program.press("Open")
    body = wait_until(lambda: next((t for t in read_texts(program) if VIP_ID in t), None), "the message's text")
    code = re.search(r"^    ([A-Z0-9]{10})$", body, re.MULTILINE)
    assert code, f"there is no code in “{body}”"
    program.key("Escape")
    return code.group(1)


def complete(program, code):
    """CH-4."""
    before = program.counts()
    program.key("alt+7")
    program.says(VIP_ID)
    program.press("Record change…")
    program.window("Record change of reseller")
    program.fill("Organization name", "Skolerne i Nord")
    program.choose("Market segment", "Education")
    program.choose("Type", "Team")
    program.choose("Country", "Denmark")
    program.fill("Region", "Nordjylland")
    program.fill("Street", "Skolevej 1")
    program.fill("Postal code", "9000")
    program.fill("City", "Aalborg")
    program.fill("Given name", "It")
    program.fill("Family name", "Afdelingen")
    picture("complete-form")
    program.press("Next")
    program.says("Licenses held")
    program.fill("Code (optional)", "AAAAAAAAAA" if code != "AAAAAAAAAA" else "CCCCCCCCCC")
    program.choose("Product 1", "Photoshop for teams")
    program.fill("Number of licenses of product 1", "12")
    program.fill("Anniversary date", "2026-09-01")
    picture("complete-term")
    program.press("Record change")
    program.says("This is not the code that was sent last.")
    program.fill("Code (optional)", code.lower())
    program.press("Record change")
    program.says(f"The customer with the VIP ID {VIP_ID} is in the list now.")
    counts = program.wait_counts(before, All_customers=1)
    program.press("Show customer")
    program.says("Skolerne i Nord")
    return counts


def leave(program, before):
    """CH-5: the customer is readable, and nothing more can be done with it."""
    program.says("Accepted")
    program.press("Customer menu")
    program.press("Moved to another reseller…", "menu item")
    program.says("Has Skolerne i Nord moved to another reseller?")
    picture("departure")
    program.press("Record departure")
    program.says("The departure was recorded.")
    program.says("Moved")
    picture("moved")
    return program.wait_counts(before)


def invite(program):
    """TM-1, TM-2."""
    program.key("alt+0")
    program.says("5 members")
    program.press("Add team member")
    program.window("Add team member")
    program.fill("Name", "Account manager 5")
    program.fill("Email address", "account.manager.5@reseller.example")
    picture("invite-member")
    program.press("Add")
    program.says("6 members")
    program.says("Pending")
    picture("team")
    program.press("Record acceptance")
    program.says("Account manager 5 is an active member now.")
    program.press("Remove…")
    program.says("Remove Account manager 1 from the team?")
    program.says("get another manager.")
    picture("remove-member")
    program.press("Remove")
    program.says("Choose who manages the customers from now on.")
    program.choose("Customers go to", "Account manager 5")
    program.press("Remove")
    program.says("Account manager 1 is not in the team any more.")
    program.says("5 members")


def main():
    with Program(sys.argv[1], "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        start(program)
        code = read_code(program)
        counts = complete(program, code)
        leave(program, counts)
        invite(program)


main()
