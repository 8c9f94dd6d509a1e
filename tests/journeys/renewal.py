# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: renewal.py PROGRAM

A customer whose window is open is renewed: the timeline says so, the order is written with what it brings beneath it, and
stands in the renewal history. Then three at once.
"""

import re
import sys

from driver import TODAY, Program, name_of, role_of, text_of, wait_until, walk


def choose_ready(program):
    """RN-1: the timeline says until when the order can be recorded; returns what the sidebar says."""
    program.says("300 customers")
    program.key("alt+6")
    counts = program.counts()
    program.says(f"{counts['Ready for renewal']} customers")
    program.key("Down")
    timeline = program.says("Last day to renew")
    assert timeline == "Last day to renew"
    wait_until(
        lambda: any(re.search("left to renew|Renewal orders are accepted until", t) for t in program.texts()),
        "the state of the term in a sentence",
    )
    return counts


def first_product(program, dialog):
    held = program.find("Licenses of the new term", "list", dialog)
    return wait_until(lambda: next((name_of(n) for n in walk(held) if role_of(n) == "spin button"), None), "a product")


def renew(program, counts):
    """RN-3, RN-4, RN-8: two licences more than now, for twelve months more."""
    program.key("ctrl+shift+n")
    dialog = program.window("Renewal order")
    old, new = (int(year) for year in re.findall(r"\b\d{4}\b", program.says("→", dialog)))
    assert new == old + 1, (old, new)
    program.fill("Order number", "REN-0001", dialog)
    program.focus(first_product(program, dialog))
    program.key("Up", "Up")
    program.says("2 more than now.", dialog)
    program.key("ctrl+Return")
    program.says("Renewal order REN-0001 was recorded.")
    program.press("Show renewal", exact=False)  # before the toast is gone
    counts = program.wait_counts(counts, Ready_for_renewal=-1)
    history = program.find("Renewal history", "list")
    program.says("REN-0001", history)
    program.says("→", history)
    return counts


def renew_three(program, counts):
    """One transaction each, numbered by a pattern."""
    program.key("alt+6")
    program.says(f"{counts['Ready for renewal']} customers")
    program.key("Home", "shift+Down", "shift+Down")
    program.says("3 selected")
    program.press("Prepare renewal orders of selected customers")
    dialog = program.window("Renewal orders")
    program.says("3 of 3 customers selected", dialog)
    program.fill("Order numbers begin with", "BULK-", dialog)
    program.fill("First running number", "009", dialog)
    numbers = [t for t in fields_text(dialog) if t.startswith("BULK-")]
    assert numbers == ["BULK-", "BULK-009", "BULK-010", "BULK-011"], numbers
    program.press("Renew", within=dialog)
    program.says("3 renewed", dialog)
    program.press("Close", within=dialog)
    program.says("3 memberships were renewed.")
    program.wait_counts(counts, Ready_for_renewal=-3)


def fields_text(dialog):
    """What stands in the fields of a dialog, from above."""
    for node in walk(dialog):
        if role_of(node) in ("text", "entry"):
            yield text_of(node)


def main():
    with Program(sys.argv[1], "--sample", "--today", TODAY) as program:
        counts = choose_ready(program)
        counts = renew(program, counts)
        renew_three(program, counts)


main()
