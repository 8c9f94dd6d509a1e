# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: tour.py PROGRAM [--pictures DIRECTORY]

Shows the window where there is nobody to look: drives it through the main job, says each step with what stands on the screen
then, and saves a picture of it in build/tour. With --pictures it takes those of the README and the metainfo instead.
"""

import argparse
import contextlib
import os
import subprocess
import sys

import lists
from driver import TODAY, Program, save_picture, wait_until

NAME = "Ærø Håndværkerforening"
ORDER = "ORD-2026-0042"


class Tour:
    def __init__(self, program, folder, prefix=""):
        self.program = program
        self.folder = folder
        self.prefix = prefix
        self.number = 0

    def show(self, title):
        """Says what is seen, and keeps a picture of it."""
        self.number += 1
        top = self.program.windows()[0]
        seen = list(dict.fromkeys(text.replace("\n", ", ") for text in self.program.texts(top)))
        print(f"{self.number:2}. {self.prefix}{title}\n      {' | '.join(seen)[:400]}", flush=True)
        name = f"{self.prefix}{self.number:02}-{title.lower().replace(' ', '-').replace(',', '')}.png"
        save_picture(os.path.join(self.folder, name))

    def wait_dialog(self):
        wait_until(lambda: len(self.program.windows()) > 1, "the dialog")

    def leave(self, *questions):
        """Escape, and where something was typed the question whether to lose it."""
        self.program.key("Escape")
        for question in questions:
            self.show(question)
            self.program.press("Discard")
        wait_until(lambda: len(self.program.windows()) == 1, "the dialog to close")

    def search(self, words):
        """In all customers."""
        self.program.key("alt+1")
        if not self.program.search("Search in customers"):
            self.program.key("ctrl+f")
        self.program.fill("Search in customers", words)

    def open(self, words):
        self.search(words)
        self.program.says("1 customer")
        self.program.click(self.program.find(NAME, "label", self.program.find("Customers", "tree table")))


def show_filters(tour):
    program = tour.program
    pages = ["All customers", "No products", "Pending requests", "Past due requests", "Upcoming renewals"]
    for number, page in enumerate([*pages, "Ready for renewal"], 1):
        program.key(f"alt+{number}")
        program.says(f"{program.counts()[page]} customers")
        program.click(program.find("Customers", "tree table"))
        program.tabs()
        tour.show(page)


def show_tabs(tour):
    for name in ("Plans", "License authorization history", "Renewal history", "Details"):
        tour.program.open_tab(name)
        tour.show(f"Tab {name}")


def show_past_due(tour):
    """A suspended request is closed unpaid, an overdue one blocks the next (PA-2, PA-3, PA-8)."""
    program = tour.program
    program.key("alt+4")
    program.says(f"{program.counts()['Past due requests']} customers")
    program.click(program.find("Customers", "tree table"))
    program.tabs()
    tour.show("Blocked by a past due request")
    suspended = program.search("Suspended", "label", program.find("Customers", "tree table"), exact=False)
    if suspended:
        program.click(suspended)
        program.press("Close unpaid…")
        program.window("Close unpaid")
        tour.show("Close unpaid")
        tour.leave()


def show_list(tour):
    program = tour.program
    tour.search("universit")
    wait_until(lambda: program.search("300 customers") is None, "the search")
    tour.show("Search")
    tour.search("zzzz")
    program.says("No customer found")
    tour.show("Nothing found")
    tour.search("")
    program.says("300 customers")
    program.click(program.find("Customers", "tree table"))
    program.key("shift+F10")
    tour.show("Row menu")
    program.key("Escape", "ctrl+shift+a")
    program.says("300 selected")
    tour.show("Bulk selection")
    program.press("Assign account manager to selected customers")
    program.window("Assign account manager")
    tour.show("Assign account manager")
    tour.leave()
    program.press("Send reminder to selected customers")
    tour.wait_dialog()
    tour.show("Reminders")
    tour.leave()
    program.key("ctrl+shift+d")


def add_customer(tour):
    program = tour.program
    program.key("ctrl+n")
    program.window("Add customer organization")
    tour.show("Add customer organization")
    program.press("Next")
    tour.show("Errors of the form")
    program.fill("Organization name", NAME)
    program.choose("Market segment", "Commercial")
    program.choose("Type", "Team")
    program.choose("Country", "Denmark")
    program.choose("Mail language", "Danish")
    for name, text in {
        "Region": "Syddanmark",
        "Street": "Søndergade 7",
        "Postal code": "5970",
        "City": "Ærøskøbing",
        "Given name": "It",
        "Family name": "Afdelingen",
        "Email address": "kontor@aeroe-haandvaerk.example",
    }.items():
        program.fill(name, text)
    tour.show("English name proposed")
    program.press("Next")
    program.says("cannot be edited after the invitation")
    tour.show("Last look")
    program.press("Invite customer")
    program.says("The customer was invited")
    tour.show("Customer invited")
    tour.open("handvaerkerforening")
    program.says(NAME)
    tour.show("New customer")


def remind_and_accept(tour):
    program = tour.program
    program.key("ctrl+shift+r")
    tour.wait_dialog()
    tour.show("Send reminder")
    tour.leave()
    program.key("ctrl+shift+t")
    tour.wait_dialog()
    tour.show("Record acceptance")
    tour.leave()


def create_and_order(tour):
    program = tour.program
    program.key("ctrl+shift+p")
    program.window("Create purchase authorization")
    program.press("Product 1")
    program.find("Choices", "list")
    tour.show("Choose a product")
    program.type("photoshop for teams")
    program.key("Return")
    program.key("Tab", "ctrl+a", "1", "2", "Tab")
    program.says("12 licenses in total")
    tour.show("Create purchase authorization")
    program.press("Create")
    program.says("Order due by")
    tour.show("Order owed")
    program.press("Cancel…")
    program.find("Keep authorization", "button")
    tour.show("Cancel authorization")
    tour.leave()
    program.press("Place order…")
    program.window("Place order")
    program.fill("Order number", ORDER)
    tour.show("Place order")
    tour.leave("Discard what was typed")
    program.press("Place order…")
    program.window("Place order")
    program.fill("Order number", ORDER)
    program.key("ctrl+Return")
    program.says(f"Order {ORDER} was recorded.")
    tour.show("Order recorded")
    program.key("ctrl+shift+l")
    tour.wait_dialog()
    tour.show("Assigned licenses")
    tour.leave()
    program.key("ctrl+shift+o")
    tour.wait_dialog()
    tour.show("Direct order")
    tour.leave()


def commit_and_return(tour):
    """Two of the licenses that were ordered go back (OR-4)."""
    program = tour.program
    program.key("ctrl+shift+y")
    program.window("Enroll in 3-year commit")
    tour.show("Enroll in 3-year commit")
    tour.leave()
    program.key("ctrl+shift+g")
    dialog = program.window("Request return")
    program.says("14 more days", dialog)
    program.focus("Photoshop for teams")
    program.key("Up", "Up")
    tour.show("Request return")
    program.key("ctrl+Return")
    program.says(f"A return of order {ORDER} was requested.")
    program.key("ctrl+shift+j")
    dialog = program.window("Decide returns")
    program.press("Approved", within=dialog)
    tour.show("Decide returns")
    program.press("Record", within=dialog)
    wait_until(lambda: len(program.windows()) == 1, "the dialog to close")
    tour.show("Return approved")


def renew(tour):
    """What a new term changes is seen before its order is recorded (RN-4)."""
    program = tour.program
    tour.search("")
    program.key("alt+6")
    program.says(f"{program.counts()['Ready for renewal']} customers")
    program.key("Down")
    program.says("Last day to renew")
    tour.show("Window of a renewal")
    program.key("ctrl+shift+n")
    dialog = program.window("Renewal order")
    program.fill("Order number", "REN-2026-0001", dialog)
    tour.show("Renewal order")
    program.key("ctrl+Return")
    program.says("Renewal order REN-2026-0001 was recorded.")
    tour.show("Renewed")
    program.key("Home", "shift+Down", "shift+Down")
    program.says("3 selected")
    program.press("Prepare renewal orders of selected customers")
    program.window("Renewal orders")
    tour.show("Renewal orders")
    tour.leave()


def import_file(tour):
    """A real list, its columns mapped by hand; what has errors is saved for mending."""
    program = tour.program
    name = "french-authorities"
    program.key("ctrl+i")
    program.says("Choose a CSV file")
    tour.show("Import")
    program.key("Escape")
    wait_until(lambda: len(program.windows()) == 1, "the dialog to close")
    lists.open_list(program, lists.path_of(name))
    tour.show("Columns as proposed")
    lists.map_columns(program, lists.path_of(name), name)
    tour.show("Columns mapped")
    _, _, errors = lists.check(program)
    tour.show("What would be added")
    left_out = os.path.join(tour.folder, f"{name}-left-out.csv")
    with contextlib.suppress(FileNotFoundError):  # of the tour before: a file that is there is asked about
        os.remove(left_out)
    lists.add_good_rows(program, errors, left_out)
    tour.show("Customers added")
    program.close("Import customers")
    wait_until(lambda: len(program.windows()) == 1, "the dialog to close")
    tour.show("With the imported customers")


def show_others(tour):
    program = tour.program
    program.key("ctrl+s")
    program.window("Download customer report")
    tour.show("Download customer report")
    tour.leave()
    program.key("alt+7")
    program.says("Code expired on")
    tour.show("Changes of reseller")
    program.key("alt+9")
    program.says("Activity")
    tour.show("Activity")
    program.key("alt+8")
    program.says("Messages")
    tour.show("Messages")
    program.key("Tab", "Tab", "Tab", "Down", "Return")
    if len(program.windows()) > 1:
        tour.show("Message")
        tour.leave()
    program.key("alt+1")
    for keys, title in (("ctrl+comma", "Preferences"), ("ctrl+question", "Keyboard shortcuts")):
        program.key(keys)
        program.window(title)
        tour.show(title)
        tour.leave()
    program.key("F10")
    tour.show("Main menu")
    program.key("Escape")
    program.run_action("win.about")
    tour.wait_dialog()
    tour.show("About")
    tour.leave()


def show_main_ones(tour):
    """What must be right in dark and in narrow too."""
    program = tour.program
    program.says("All customers")
    tour.show("Window")
    program.key("alt+3")
    program.key("ctrl+f")
    program.key("Escape", "Tab", "Tab", "Down", "Return")
    tour.show("Details")
    program.key("ctrl+n")
    program.window("Add customer organization")
    program.press("Next")
    tour.show("Errors of the form")
    tour.leave()
    program.key("ctrl+i")
    program.says("Choose a CSV file")
    tour.show("Import")
    tour.leave()


def find_top():
    """The window on top, by the display's number of it."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "reseller"], check=True, capture_output=True, text=True
    )
    return found.stdout.split()[-1]


def resize(width, height):
    subprocess.run(["xdotool", "windowsize", "--sync", find_top(), str(width), str(height)], check=True)


def place_dialog(x, y):
    """Over the middle of the window, where a window manager would put it; the keyboard goes along."""
    top = find_top()
    subprocess.run(["xdotool", "windowmove", "--sync", top, str(x), str(y), "windowfocus", top], check=True)


def take_pictures(command, folder):
    """Those of the README and the metainfo: three windows of 1280 by 800."""
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        resize(1280, 800)
        program.key("alt+3")
        program.says(f"{program.counts()['Pending requests']} customers")
        program.click(program.find("Customers", "tree table"))
        program.tabs()
        save_picture(os.path.join(folder, "window.png"), "1280x800")
        program.key("ctrl+shift+p")
        program.window("Create purchase authorization")
        program.choose("Product 1", "photoshop for teams")
        program.key("Tab", "ctrl+a", "1", "2", "Tab")
        program.says("12 licenses in total")
        place_dialog(380, 120)
        save_picture(os.path.join(folder, "purchase-authorization.png"), "1280x800")
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        resize(1280, 800)
        program.key("ctrl+i")
        program.press("Choose file…")
        program.choose_file(lists.path_of("education"), saving=False)
        program.says("File format")
        place_dialog(320, 60)
        save_picture(os.path.join(folder, "import.png"), "1280x800")


def take_tour(command, folder):
    with Program(command) as program:
        tour = Tour(program, folder, "start-")
        program.find("Your name")
        tour.show("Welcome")
        program.press("Start empty")
        tour.show("Welcome, nothing typed")
        program.fill("Your name", "Primary admin")
        program.fill("Your email address", "admin@reseller.example")
        program.press("Start empty")
        program.says("No customers yet")
        tour.show("Empty workspace")
    with Program(command, "--sample", "--today", TODAY) as program:
        tour = Tour(program, folder)
        program.says("300 customers")
        tour.show("Sample workspace")
        for step in (show_filters, show_tabs, show_past_due, show_list, add_customer, remind_and_accept,
                     create_and_order, commit_and_return, renew, import_file, show_others):
            step(tour)
    os.environ["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        show_main_ones(Tour(program, folder, "dark-"))
    del os.environ["ADW_DEBUG_COLOR_SCHEME"]
    with Program(command, "--sample", "--today", TODAY) as program:
        program.says("300 customers")
        resize(360, 700)
        show_main_ones(Tour(program, folder, "narrow-"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--pictures")
    arguments = parser.parse_args()
    folder = os.path.abspath(arguments.pictures or os.path.join(lists.SOURCE, "build", "tour"))
    if arguments.pictures:
        take_pictures(arguments.program, folder)
    else:
        take_tour(arguments.program, folder)
    print(f"The pictures are in {folder}.")


main()
