#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the locales that tests of other languages run in: make-locales.py STAMP LOCALE...

They are put beside STAMP, for LOCPATH; a system that has no sources of locales gets none, and the tests say so.
"""

import pathlib
import shutil
import subprocess
import sys


def main():
    stamp = pathlib.Path(sys.argv[1])
    localedef = shutil.which('localedef')
    for name in sys.argv[2:]:
        target = stamp.parent / f'{name}.UTF-8'
        if localedef and not target.exists():
            # Where this is interrupted, half a locale is not taken for one the next time.
            unfinished = stamp.parent / f'{name}.unfinished'
            shutil.rmtree(unfinished, ignore_errors=True)
            command = [localedef, '-i', name, '-f', 'UTF-8', '--no-archive', unfinished]
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if unfinished.exists():
                unfinished.rename(target)
    stamp.touch()


main()
