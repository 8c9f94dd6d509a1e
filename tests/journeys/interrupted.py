# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: interrupted.py PROGRAM

The program is killed, or its windows are closed, in the middle of an import and of many renewals. Afterwards a workspace holds
all of it or nothing (IO-2), or each renewal whole or not at all (RN-4): nothing is half done, and nothing done is lost.
"""

import csv
import glob
import os
import signal
import sqlite3
import sys
import tempfile
import time

from driver import TODAY, Program, wait_until

ROWS = 4000
FIELDS = [
    "Organization name", "Market segment", "Type", "Country", "Region", "Street", "City", "Postal code",
    "Given name", "Family name", "Email address", "Language",
]  # fmt: skip


def write_file(path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        for i in range(ROWS):
            place = ["Commercial", "Team", "DK", "Fyn", f"Vej {i}", "Odense", "5000"]
            writer.writerow([f"Member {i}", *place, "It", "Afdelingen", f"it@member-{i}.example", "da"])


def ask(path, *questions):
    """What the file says, as the next program would find it."""
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchone() is None
        return [database.execute(question).fetchone()[0] for question in questions]


def kill(program):
    """As when the power fails; leaving the program knows of it."""
    os.kill(program.process.pid, signal.SIGKILL)
    program.process.wait(10)
    program.focus_said.end()
    program.log.close()


def start_import(program, path):
    program.fill("Your name", "Primary admin")
    program.fill("Your email address", "admin@reseller.example")
    program.press("Import customers")
    program.press("Choose file…")
    program.choose_file(path, saving=False)
    program.press("Check")
    program.says(f"{ROWS} customers would be added")
    program.press("Import")


def find_workspace():
    """The newest one of this home."""
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "reseller-console")
    return max(glob.glob(os.path.join(folder, "*.db")), key=os.path.getmtime)


def check_import(command, what):
    path = find_workspace()
    (customers, contacts, found) = ask(
        path,
        "SELECT count(*) FROM customers",
        "SELECT count(*) FROM contacts",
        "SELECT count(*) FROM customer_search",
    )
    assert customers in (0, ROWS), f"{what}: {customers} of {ROWS} customers are there"
    assert customers == contacts == found, (what, customers, contacts, found)
    with Program(command, "--workspace", path) as program:
        program.says(f"{ROWS} customers" if customers else "No customers yet")
    os.remove(path)


def interrupt_imports(command, path):
    program = Program(command)
    start_import(program, path)
    time.sleep(0.2)
    kill(program)
    check_import(command, "killed")
    program = Program(command)
    start_import(program, path)
    program.process.send_signal(signal.SIGTERM)
    program.process.wait(20)
    program.focus_said.end()
    program.log.close()
    check_import(command, "ended")


def interrupt_renewals(command):
    program = Program(command, "--sample", "--today", TODAY)
    program.says("300 customers")
    program.key("alt+6")
    ready = program.counts()["Ready for renewal"]
    program.says(f"{ready} customers")
    program.key("ctrl+shift+a")
    program.says(f"{ready} selected")
    (sample,) = glob.glob(os.path.join(os.environ["XDG_CACHE_HOME"], "**", "sample-*.workspace"), recursive=True)
    (before,) = ask(sample, "SELECT count(*) FROM renewals")
    program.press("Prepare renewal orders of selected customers")
    dialog = program.window("Renewal orders")
    program.says(f"of {ready} customers selected", dialog)
    program.fill("Order numbers begin with", "BULK-", dialog)
    program.fill("First running number", "001", dialog)
    program.press("Renew", within=dialog)
    wait_until(lambda: ask(sample, "SELECT count(*) FROM renewals")[0] > before, "the first renewal")
    kill(program)
    (renewals, orders, moved, told) = ask(
        sample,
        "SELECT count(*) FROM renewals",
        "SELECT count(*) FROM orders WHERE kind = 'renewal' AND id IN (SELECT order_id FROM order_lines)",
        "SELECT count(*) FROM renewals r JOIN customers c ON c.id = r.customer_id JOIN orders o ON o.id = r.order_id "
        "WHERE o.number LIKE 'BULK-%' AND c.anniversary_date = r.new_anniversary_date",
        "SELECT count(*) FROM activity WHERE command = 'renew-membership' AND details LIKE '%BULK-%'",
    )
    assert renewals == orders, (renewals, orders)
    assert moved == told == renewals - before, (before, renewals, moved, told)
    print(f"# {moved} of {ready} memberships were renewed")


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "members.csv")
        write_file(path)
        interrupt_imports(sys.argv[1], path)
    interrupt_renewals(sys.argv[1])


main()
