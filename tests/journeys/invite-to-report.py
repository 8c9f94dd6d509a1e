# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: invite-to-report.py PROGRAM

The main job, from outside: a customer is invited, gets licences by a purchase authorization, the order is placed, and the
report of the list says so.
"""

import csv
import os
import sys
import tempfile

from driver import TODAY, Program

NAME = "Ærø Håndværkerforening"
EMAIL = "kontor@aeroe-haandvaerk.example"


def invite(program):
    """CU-1 and CU-2: with a name in letters that need an English one, which is proposed."""
    before = program.counts()
    program.key("ctrl+n")
    program.window("Add customer organization")
    program.fill("Organization name", NAME)
    proposal = program.content("Organization name in English")
    assert proposal.isascii() and proposal.startswith("AEro H"), f"“{proposal}” is proposed as the English name"
    program.choose("Market segment", "Commercial")
    program.choose("Type", "Team")
    program.choose("Country", "Denmark")
    program.fill("Region", "Syddanmark")
    program.fill("Street", "Søndergade 7")
    program.fill("Postal code", "597")
    program.fill("City", "Ærøskøbing")
    program.fill("Given name", "It")
    program.fill("Family name", "Afdelingen")
    program.fill("Email address", EMAIL)
    program.choose("Mail language", "Danish")
    program.press("Next")
    program.says("NNNN")  # CU-3: a Danish postal code has four digits
    program.fill("Postal code", "5970")
    program.press("Next")
    program.says("cannot be edited after the invitation")  # CU-5
    program.says(proposal)
    program.press("Invite customer")
    program.says("The customer was invited. Its VIP ID is")
    return program.wait_counts(before, All_customers=1, No_products=1)


def find_customer(program):
    """FI-4: found by a part of its name, without its accents."""
    program.key("ctrl+f")
    program.type("handvaerkerf")
    program.says("1 customer")
    program.key("Return")
    program.says("Anniversary date", program.find("Membership", "list"))
    program.says(EMAIL, program.find("Primary contact", "list"))


def create_purchase_authorization(program, before):
    """PA-1: of two lines, one of them found by searching."""
    program.press("Create purchase authorization…")
    program.window("Create purchase authorization")
    program.choose("Product 1", "photoshop for teams")
    program.fill("Number of licenses of product 1", "12")
    program.focus("Add product")
    program.key("space")
    program.choose("Product 2", "Acrobat Pro for teams")
    program.fill("Number of licenses of product 2", "3")
    program.press("Create")
    said = program.says("Order due by")  # PA-5: the order is still owed
    assert said.startswith("Purchase authorization PA-"), said
    program.says("3 × Acrobat Pro for teams, 12 × Photoshop for teams")
    return program.wait_counts(before, Pending_requests=1, No_products=-1)


def place_order(program, before):
    """PA-5."""
    program.press("Place order…")
    program.window("Place order")
    program.fill("Order number", "ORD-2026-0042")
    program.key("Return")
    program.says("Order ORD-2026-0042 was recorded.")
    counts = program.wait_counts(before, Pending_requests=-1)
    program.open_tab("License authorization history")
    program.says("ORD-2026-0042", program.find("License authorization history", "list"))
    return counts


def save_report(program, folder):
    """IO-1: of what the search leaves."""
    path = os.path.join(folder, "report.csv")
    program.key("ctrl+s")
    program.window("Download customer report")
    program.press("Save…")
    program.choose_file(path)
    program.says("The report is in")
    program.close("Download customer report")
    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    assert content.count("\n") == content.count("\r\n"), "a row does not end with CRLF"
    return list(csv.DictReader(content.splitlines(keepends=True)))


def main():
    with tempfile.TemporaryDirectory() as folder, Program(sys.argv[1], "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        counts = invite(program)
        find_customer(program)
        counts = create_purchase_authorization(program, counts)
        place_order(program, counts)
        rows = save_report(program, folder)
        assert len(rows) == 1, f"the report has {len(rows)} rows"
        values = set(rows[0].values())
        for wanted in (NAME, EMAIL, "Ærøskøbing", "15", "03/16/2027"):  # AD-1: the order’s day and 12 months
            assert wanted in values, f"“{wanted}” is not in the report: {rows[0]}"


main()
