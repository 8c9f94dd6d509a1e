# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: import-lists.py PROGRAM

Seven real lists of organizations, one after the other into one workspace, through the dialog (IO-2).
"""

import sys
import tempfile

from driver import Program
from lists import NAMES, import_list


def main():
    with tempfile.TemporaryDirectory() as folder, Program(sys.argv[1]) as program:
        program.fill("Your name", "Primary admin")
        program.fill("Your email address", "admin@reseller.example")
        program.press("Start empty")
        program.says("All customers")
        total = 0
        print(f"{'list':26} {'rows':>7} {'added':>7} {'there':>7} {'errors':>7}", flush=True)
        for name in NAMES:
            rows, added, there, errors = import_list(program, name, folder)
            print(f"{name:26} {rows:7} {added:7} {there:7} {errors:7}", flush=True)
            assert added > 0, name
            total += added
            program.wait_until_counts(lambda counts: counts["All customers"] == total)


main()
