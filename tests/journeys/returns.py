# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: returns.py PROGRAM

A customer gets licences by a direct order, commits to most of them for three years, and gives some back: what the commitment
does not need can be returned, and no more.
"""

import re
import sys

from driver import TODAY, Program, wait_until

PRODUCT = "Photoshop for teams"


def choose_customer(program):
    """The first one without products; found again by its VIP ID when it is in another filter."""
    program.says("300 customers")
    program.key("alt+2")
    program.says(f"{program.counts()['No products']} customers")
    program.key("Down")
    vip_id = wait_until(
        lambda: next((t for t in program.texts() if re.fullmatch(r"[0-9A-F]{20}", t)), None), "a VIP ID"
    )
    program.key("alt+1")
    program.says("300 customers")
    program.key("ctrl+f")
    program.type(vip_id)
    program.says("1 customer")
    program.key("Return")


def order(program):
    """OR-2, VS-1: twelve licences, enough for VIP Select."""
    program.key("ctrl+shift+o")
    dialog = program.window("Place direct order")
    program.fill("Order number", "ORD-0001", dialog)
    program.choose("Product 1", PRODUCT)
    program.fill("Number of licenses of product 1", "12", dialog)
    program.press("Place order", within=dialog)
    program.says("Level 2")


def enroll(program):
    """VS-2: what it means is said where it is shown."""
    program.key("ctrl+shift+y")
    dialog = program.window("Enroll in 3-year commit")
    program.fill("Committed licenses", "10", dialog)
    program.press("Enroll", within=dialog)
    program.says("10 licenses, from")
    program.says("Year 1 of 3. Renewals and returns cannot go below it.")


def give_back(program):
    """OR-4, VS-3: two, of the two that are not committed."""
    program.key("ctrl+shift+g")
    dialog = program.window("Request return")
    program.says("of 2 that can be returned (12 ordered)", dialog)
    program.fill(PRODUCT, "2", dialog)
    program.press("Request return", within=dialog)
    program.open_tab("License authorization history")
    history = program.find("License authorization history", "list")
    program.press("Approve…", within=history)
    dialog = program.window("Decide returns")
    program.press("Record", within=dialog)
    program.says("Approved", history)


def main():
    with Program(sys.argv[1], "--sample", "--today", TODAY) as program:
        choose_customer(program)
        order(program)
        enroll(program)
        give_back(program)
        program.open_tab("Details")
        program.says("10 licenses, from")
        program.open_tab("Plans")
        program.says("10", program.find("Plans", "list"))
        program.open_tab("License authorization history")
        refused = program.find("Return…", "button")
        assert "The 3-year commit does not allow fewer licenses." in refused.get_description(), refused.get_description()


main()
