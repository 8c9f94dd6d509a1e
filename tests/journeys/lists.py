# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports public lists of organizations through the dialog, as one maps their columns by hand."""

import csv
import json
import os
import re

from driver import NotFound, name_of, role_of, wait_until, walk

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = ("government", "education", "commercial", "french-authorities", "italian-municipalities",
         "brazilian-municipalities", "europe-brazil")
LABELS = {
    "name": "Organization name",
    "english-name": "Organization name in English",
    "segment": "Market segment",
    "offer-type": "Type",
    "country": "Country",
    "region": "Region",
    "street": "Street",
    "city": "City",
    "postal-code": "Postal code",
    "given-name": "Given name",
    "family-name": "Family name",
    "email": "Email address",
    "language": "Mail language",
}
ONE_VALUE, PATTERN = (1, "One value for all rows"), (2, "Pattern of columns")
FIRST_COLUMN = 3  # place in the list of a field's sources
DERIVED = ("english-name", "language")  # fields with one source more: found out from the others


def path_of(name):
    """The whole list where it is at hand, else the excerpt that stands in the tree."""
    folders = (os.environ.get("RC_SHARED_DATA", ""), os.path.join(SOURCE, "..", "shared", "data"),
               os.path.join(SOURCE, "tests", "data", "import"))
    paths = (os.path.join(folder, f"{name}.csv") for folder in folders if folder)
    return os.path.realpath(next(path for path in paths if os.path.exists(path)))


def read_header(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def count_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def reach(program, field):
    """Goes on with Tab until the keyboard is in this field."""
    inside = list(walk(field))
    program.focus_where(lambda node: node in inside, name_of(field))


def focused(program, role):
    node = program.focused()
    return node if node is not None and role_of(node) == role else None


def choose_source(program, label, place, choice):
    """Goes to the choice by the arrow keys: newer GTK begins in the search field, older at what is chosen now."""
    def is_reached():
        item = focused(program, "list item")
        return item if item is not None and choice in program.texts(item) else None

    reach(program, program.find(label, "combo box"))
    program.key("space")
    item = wait_until(lambda: focused(program, "list item") or focused(program, "entry"), "the choices")
    away = place - item.get_index_in_parent() if role_of(item) == "list item" else place + 2
    for _ in range(5):
        if away:
            program.key(*["Down" if away > 0 else "Up"] * abs(away))
        try:
            wait_until(is_reached, f"the choice “{choice}”", 1.0)
            break
        except NotFound:
            away = place - wait_until(lambda: focused(program, "list item"), "a choice").get_index_in_parent() or 1
    program.key("Return")


def map_columns(program, path, name):
    """Says for each field what the map of the tree says of it."""
    with open(os.path.join(SOURCE, "tests", "data", "maps", f"{name}.json"), encoding="utf-8") as file:
        fields = json.load(file)["fields"]
    header = read_header(path)
    if name == "europe-brazil":  # its kinds of organization are too many to say of each what it means
        fields["segment"] = {"value": "commercial"}
    for field, source in fields.items():
        label = LABELS[field]
        if "column" in source:
            place = FIRST_COLUMN + header.index(source["column"]) + (field in DERIVED)
            choose_source(program, label, place, source["column"])
        elif "value" in source or "pattern" in source:
            choose_source(program, label, *(ONE_VALUE if "value" in source else PATTERN))
            program.fill(label, source.get("value") or source["pattern"])


def number_before(text, words):
    found = re.search(rf"([\d,.]+) {words}", text)
    return int(re.sub(r"\D", "", found[1])) if found else 0


def open_list(program, path):
    program.key("ctrl+i")
    program.says("Choose a CSV file")
    program.press("Choose file…")
    program.choose_file(path, saving=False)
    program.says("File format")


def check(program):
    """Presses Check; returns how many rows would be added, are there already and have errors."""
    def read_result():
        shown = " ".join(program.texts(program.window("Import customers")))
        return shown if re.search(r"\d customers? would be added", shown) else None

    program.press("Check")
    shown = wait_until(read_result, "the result of the check")
    return (number_before(shown, "customers? would be added"), number_before(shown, "rows? (?:is|are) of"),
            number_before(shown, "rows? ha(?:s|ve) errors"))


def add_good_rows(program, n_errors, saved):
    """Adds what has no errors; the other rows go to a file of their own."""
    if n_errors > 0:
        program.focus("Add all rows or none: the file has to be mended first")
        program.key("Down", "space")
    program.press("Import")
    if n_errors > 0:
        program.choose_file(saved)
    program.says("added")
    wait_until(lambda: program.search("Close", "button", program.window("Import customers")), "the end of the import")


def import_list(program, name, folder):
    """The whole way; returns the numbers of rows: all, added, there already, with errors."""
    path = path_of(name)
    saved = os.path.join(folder, f"{name}-left-out.csv")
    open_list(program, path)
    map_columns(program, path, name)
    good, there, errors = check(program)
    rows = count_rows(path)
    assert rows == good + there + errors, (name, rows, good, there, errors)
    add_good_rows(program, errors, saved)
    program.close("Import customers")
    if errors:  # what is there already is saved too: all that was left out
        assert count_rows(saved) == there + errors, (name, "saved", count_rows(saved), "of", there + errors)
    return rows, good, there, errors
