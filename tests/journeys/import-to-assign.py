# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: import-to-assign.py PROGRAM

From nothing to a list that is shared out, from outside: a new workspace takes in a CSV file, with a row that is wrong; and in
the sample workspace all customers without products go to another account manager.
"""

import csv
import os
import sys
import tempfile

from driver import TODAY, Program

FIELDS = [
    "Organization name",
    "Organization name in English",
    "Market segment",
    "Type",
    "Country",
    "Region",
    "Street",
    "City",
    "Postal code",
    "Given name",
    "Family name",
    "Email address",
    "Language",
]
ROWS = [
    ["Gøg Kommune", "Gog Kommune", "Government", "Team", "DK", "Midtjylland", "Torvet 1", "Gøg", "8000"],
    ["Café Aurélie", "Cafe Aurelie", "Commercial", "Team", "FR", "Bretagne", "Rue Haute 4", "Brest", "29200"],
    ["Broken School", "", "Education", "Enterprise", "DK", "Fyn", "Vej 2", "Odense", "50"],
]


def write_file(path):
    """As a spreadsheet saves it: semicolons and windows-1252, both to be found by looking (IO-2)."""
    with open(path, "w", encoding="windows-1252", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(FIELDS)
        for number, row in enumerate(ROWS):
            writer.writerow([*row, "It", "Afdelingen", f"it@member-{number}.example", "da"])


def start_and_import(program, folder):
    path = os.path.join(folder, "members.csv")
    saved = os.path.join(folder, "left-out.csv")
    write_file(path)
    program.fill("Your name", "Primary admin")
    program.fill("Your email address", "admin@reseller.example")
    program.press("Import customers")
    program.press("Choose file…")
    program.choose_file(path, saving=False)
    program.says("2 of the first 3 rows have no errors")
    program.says("Windows-1252")
    program.says("Semicolon")
    program.press("Check")
    program.says("2 customers would be added")
    program.says("1 row has errors")
    program.says("Line 4: Broken School")
    program.focus("Add all rows or none: the file has to be mended first")
    program.key("Down", "space")  # Add the rows without errors, and save the others
    program.press("Import")
    program.choose_file(saved)
    program.says("2 customers were added")
    program.close("Import customers")
    counts = program.counts()
    assert counts["All customers"] == 2 and counts["No products"] == 2, counts
    program.says("Café Aurélie")
    program.says("Gøg Kommune")
    with open(saved, encoding="utf-8-sig", newline="") as file:
        left_out = file.read()
    assert "Broken School" in left_out and "NNNN" in left_out, left_out  # with the reason


def assign_all_without_products(program):
    """CU-10: the primary admin's, for many at once."""
    program.says("300 customers")
    program.press("Managed by me", "check box")
    program.wait_until_counts(lambda counts: counts["All customers"] < 300)
    mine = program.counts()
    program.press("Managed by me", "check box")
    program.wait_until_counts(lambda counts: counts["All customers"] == 300)
    everyone = program.counts()
    program.key("alt+2")
    program.says(f"{everyone['No products']} customers")
    program.key("ctrl+shift+a")
    program.says(f"{everyone['No products']} selected")
    program.press("Assign account manager to selected customers")
    program.window("Assign account manager")
    program.choose("Managed by", "Account manager 1")
    program.press("Assign")
    program.says("The account manager was assigned to")
    assert program.counts() == everyone, "to assign a manager changes no filter"
    program.press("Managed by me", "check box")
    changed = program.wait_until_counts(lambda counts: counts["No products"] == 0)
    assert changed["All customers"] == mine["All customers"] - mine["No products"], (mine, changed)
    program.says("None of your customers")


def main():
    with tempfile.TemporaryDirectory() as folder, Program(sys.argv[1]) as program:
        start_and_import(program, folder)
    with Program(sys.argv[1], "--sample", "--today", TODAY) as program:
        assign_all_without_products(program)


main()
