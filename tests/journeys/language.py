# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: language.py PROGRAM

Another language is chosen in the preferences; the next start speaks it, with a window and without, and a report for programs
stays what it was. The machine has no locale but C, in which gettext would translate nothing, or where the C library
translates nothing in C.UTF-8 either (glibc 2.41), those of the tests as well.
"""

import gettext
import os
import subprocess
import sys
import tempfile

from driver import TODAY, Program

# What is chosen has to be there for the second start.
os.environ["GSETTINGS_BACKEND"] = "keyfile"
LANGUAGE = "da"
SKIPPED = 77  # as Meson understands it
SAMPLE = ("--sample", "--today", TODAY)


def export(command, folder, locale):
    """What is said, and the heading line of the report."""
    target = os.path.join(folder, f"{locale}.csv")
    environment = {**os.environ, "LC_ALL": locale}
    done = subprocess.run(
        [command, *SAMPLE, "--export", target], check=True, capture_output=True, text=True, env=environment, timeout=60
    )
    with open(target, encoding="utf-8") as report:
        return done.stdout, report.readline()


def is_translated_without_locales():
    """Asks the C library, in another process: ours keeps its locale."""
    script = (
        "import locale, os; locale.setlocale(locale.LC_ALL, 'C.UTF-8');"
        "locale.bindtextdomain('reseller-console', os.environ['RC_LOCALE_DIR']);"
        "print(locale.dgettext('reseller-console', 'All customers'))"
    )
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": LANGUAGE}
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment)
    return done.stdout.strip() != "All customers"


def main(command):
    if not gettext.find("reseller-console", os.environ["RC_LOCALE_DIR"], [LANGUAGE]):
        print("The build has no Danish catalog.")
        sys.exit(SKIPPED)
    if not is_translated_without_locales():
        os.environ["LOCPATH"] = os.path.join(os.path.dirname(os.environ["RC_LOCALE_DIR"]), "tests", "locales")
    danish = gettext.translation("reseller-console", os.environ["RC_LOCALE_DIR"], [LANGUAGE])
    with Program(command, *SAMPLE) as program:
        program.says("300 customers")
        program.key("ctrl+comma")
        program.window("Preferences")
        program.says("Used from the next start of the program on.")
        program.choose("Language of the console", "Dansk")
        program.says("Dansk")
        program.close("Preferences")
        assert "All customers" in program.texts(), "the running program stays as it is"
    with Program(command, *SAMPLE) as program:
        program.says(danish.gettext("All customers"))
        program.says(danish.ngettext("%s customer", "%s customers", 300) % 300)
    with tempfile.TemporaryDirectory() as folder:
        for locale in ("C", "C.UTF-8"):
            said, headings = export(command, folder, locale)
            written = danish.ngettext("%s customer was written.", "%s customers were written.", 300)
            assert said.strip() == written % 300, said
            assert headings.startswith("Organization name,"), headings


if __name__ == "__main__":
    main(sys.argv[1])
