# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py POT PO: a catalogue of a language that nobody speaks: letters with accents, two fifths longer, in brackets."""
import re
import sys

import polib

ACCENTED = str.maketrans("aeiouyAEIOUYcnszCNSZ", "àéîöüýÀÉÎÖÜÝçñšžÇÑŠŽ")
KEPT = re.compile(r"(%(?:\d+\$)?[-+'0-9.]*(?:hh|ll|l|z)?[a-zA-Z%]|<[^>]*>|&[a-z]+;|\{[^}]*\}|_\w)")
PADDING = "lóñg wörd "


def pretend(text):
    """The text between its spaces, accented and longer; placeholders, markup and the mnemonic stay."""
    start, end = re.match(r"\s*", text).group(0), re.search(r"\s*\Z", text).group(0)
    core = text[len(start):len(text) - len(end)]
    accented = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTED) for part in KEPT.split(core))
    length = (len(core) * 2 + 4) // 5
    return start + "[" + accented + " " + (PADDING * (length // len(PADDING) + 1))[:length].strip() + "]" + end


def main():
    catalogue = polib.pofile(sys.argv[1])
    catalogue.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    catalogue.metadata["Plural-Forms"] = "nplurals=2; plural=(n != 1);"
    catalogue.metadata["Language"] = "en"
    for entry in catalogue:
        if "fuzzy" in entry.flags:
            entry.flags.remove("fuzzy")
        if entry.msgid_plural:
            entry.msgstr_plural = {0: pretend(entry.msgid), 1: pretend(entry.msgid_plural)}
        else:
            entry.msgstr = pretend(entry.msgid)
    catalogue.save(sys.argv[2])


main()
