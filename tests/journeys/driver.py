# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program and drives it from outside, as a person with a keyboard and a screen reader would.

Everything is found by its accessible name: what this cannot find, a screen reader cannot either. Rows and
check buttons offer no action to assistive technology on GTK 4.8; these are reached by the keyboard.
"""

import contextlib
import os
import re
import subprocess
import tempfile
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# The interfaces' successors are not there in Debian 12.
warnings.simplefilter("ignore", DeprecationWarning)

APPLICATION = "org.resellerconsole.ResellerConsole"
PATIENCE = 60.0  # seconds: far more than anything takes, so that a slow machine fails no test
TODAY = "2026-03-16"  # of the sample, so that every run sees the same
TALLEST = 1600  # pixels: no window here is taller
FRAME = 5  # pixels of border around a window that no window manager decorates
# GTK 4.8 itself complains where a popover goes beyond the edge of a screen without monitors, and where a frame is drawn
# between a change and its layout, as on a busy machine: what is changed is then drawn with the next one.
COMPLAINT = re.compile(r"-(CRITICAL|WARNING) \*\*(?!.*(gdk_monitor_get_geometry|without a current allocation))")


class NotFound(AssertionError):
    """What was looked for did not appear."""


def children(node):
    try:
        return [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return []


def walk(node, depth=0, last_first=False):
    """All of a tree that can be seen, parents first; what has vanished meanwhile is passed over."""
    if node is None or depth > 60 or is_hidden(node):
        return
    yield node
    for child in reversed(children(node)) if last_first else children(node):
        yield from walk(child, depth + 1, last_first)


def is_hidden(node):
    """Hidden twins of a control exist; they have no size. A list keeps 205 rows, of which few are in the window."""
    try:
        component = node.get_component_iface()
        if component is None:
            return False
        extents = component.get_extents(Atspi.CoordType.WINDOW)
    except GLib.Error:
        return True
    if extents.width <= 0 or extents.height <= 0:
        return True
    return not -extents.height < extents.y < TALLEST and role_of(node) == "table row"


def name_of(node):
    """The name that is read out. GTK 4.8 names a button with a mnemonic “_Save Save”."""
    try:
        name = node.get_name() or ""
    except GLib.Error:
        return ""
    half = len(name) // 2
    if name.startswith("_") or "_" in name[:half]:
        plain = name.replace("_", "", 1)
        half = len(plain) // 2
        if plain[:half] == plain[half + 1 :] and plain[half : half + 1] == " ":
            return plain[:half]
    return name


def role_of(node):
    try:
        return node.get_role_name().replace("push button", "button").replace("toggle button", "button")
    except GLib.Error:
        return ""


def has_state(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def text_of(node):
    """What a field or a text view holds; "" of everything else. A newer library's object has another get_text of its own."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""


def wait_until(condition, what, patience=PATIENCE):
    """The first true value of condition(), looked at every 50 ms."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotFound(f"waited {patience:.0f} s for {what}")
        time.sleep(0.05)


class Focus:
    """Which object said last that it has the keyboard: asking every object of a window costs seconds."""

    def __init__(self):
        self._said = []
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:state-changed:focused")

    def _on_event(self, event):
        if event.detail1:
            self._said = [*self._said[-7:], event.source]

    def node(self):
        """The object with the keyboard, or None while nothing has said so."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return next((node for node in reversed(self._said) if has_state(node, Atspi.StateType.FOCUSED)), None)

    def end(self):
        self._listener.deregister("object:state-changed:focused")


class Program:
    """One running program and its windows."""

    def __init__(self, command, *arguments):
        self.focus_said = Focus()
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([command, *arguments], stderr=self.log)
        self.application = wait_until(self._find_application, "the program's accessible object")
        # Without a window manager the keyboard is where the mouse is: a corner that every window covers.
        subprocess.run(["xdotool", "mousemove", "3", "3"], check=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.focus_said.end()
        status = self.process.poll()
        shown = list(self.texts()) if kind is not None and status is None else []
        if kind is not None and os.environ.get("JOURNEY_PICTURES"):
            save_picture(os.path.join(os.environ["JOURNEY_PICTURES"], "last.png"))
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.seek(0)
        said = self.log.read()
        print(said, end="")
        if status is not None:
            print(f"The program ended by itself, with status {status}.")
        if kind is not None:
            print("Shown last:", *shown, sep="\n  ")
        else:
            assert status is None, f"the program ended by itself, with status {status}"
            complaints = [line for line in said.splitlines() if COMPLAINT.search(line)]
            assert not complaints, f"the program complained {len(complaints)} times: {complaints[0]}"

    def _find_application(self):
        if self.process.poll() is not None:
            self.log.seek(0)
            raise NotFound(f"the program ended with status {self.process.returncode}: {self.log.read()}")
        for application in children(Atspi.get_desktop(0)):
            if application is not None and application.get_process_id() == self.process.pid:
                if application.get_child_count() > 0:
                    return application
        return None

    # What is there

    def windows(self):
        """The windows, the one on top first."""
        found = [window for window in children(self.application) if window is not None and not is_hidden(window)]
        return list(reversed(found))

    def window(self, name):
        return wait_until(lambda: next((w for w in self.windows() if name in name_of(w)), None), f"window “{name}”")

    def search(self, name, role=None, within=None, exact=True):
        for top in [within] if within is not None else self.windows():
            for node in walk(top):
                found = name_of(node)
                if (found == name if exact else name in found) and role in (None, role_of(node)):
                    return node
        return None

    def find(self, name, role=None, within=None, exact=True):
        return wait_until(lambda: self.search(name, role, within, exact), f"{role or 'anything'} named “{name}”")

    def wait_gone(self, name, role=None):
        wait_until(lambda: self.search(name, role) is None, f"“{name}” to go away")

    def texts(self, within=None, last_first=False):
        """Every name and text that is shown, in the order of the tree; not the classes' names that GTK 4.8 gives."""
        for top in [within] if within is not None else self.windows():
            for node in walk(top, last_first=last_first):
                name = name_of(node)
                if name and not re.fullmatch(r"(Gtk|Adw|Rc)[A-Za-z]+", name):
                    yield name

    def says(self, text, within=None):
        """Waits until some text shown contains this one, and returns the whole of it.

        What lies on top of all else comes first: a slow machine needs seconds for the whole window, and a toast has five.
        """

        def find():
            return next((shown for shown in self.texts(within, last_first=True) if text in shown), None)

        return wait_until(find, f"the text “{text}” on the screen")

    def counts(self):
        """What the sidebar says: {"No products": 78, …}."""
        found = {}
        for node in walk(self.find("Filters", "list")):
            parts = re.fullmatch(r"(.+), ([\d,. ]+)", name_of(node)) if role_of(node) == "list item" else None
            if parts:
                found[parts[1]] = int(re.sub(r"\D", "", parts[2]))
        return found

    def wait_counts(self, before, **changes):
        """Waits until the counts differ from those before by these, and by nothing else."""
        wanted = dict(before)
        for name, change in changes.items():
            wanted[name.replace("_", " ")] += change
        try:
            wait_until(lambda: self.counts() == wanted, "the sidebar to say so")
        except NotFound:
            raise NotFound(f"the sidebar says {self.counts()}, expected {wanted}") from None
        return wanted

    def wait_until_counts(self, condition):
        """Waits until the sidebar's counts are as said, and returns them."""
        return wait_until(lambda: (counts := self.counts()) and condition(counts) and counts, "the counts to change")

    # What a person does

    def press(self, name, role="button", within=None, exact=True):
        def enabled():
            node = self.search(name, role, within, exact)
            return node if node is not None and has_state(node, Atspi.StateType.SENSITIVE) else None

        node = wait_until(enabled, f"an enabled {role} named “{name}”")
        for inner in walk(node):  # a menu button's action is its inner button's
            actions = inner.get_action_iface()
            if actions and actions.get_n_actions() > 0 and role_of(inner) == role:
                assert actions.do_action(0), f"“{name}” could not be pressed"
                return node
        raise NotFound(f"“{name}” has no action")

    def close(self, name):
        """Presses Close in the window of this name, and waits until it has gone."""
        self.press("Close", within=self.window(name))
        wait_until(lambda: not any(name in name_of(window) for window in self.windows()), f"“{name}” to close")

    def field(self, name, within=None):
        """What is typed into under this name."""

        def editable():
            for top in [within] if within is not None else self.windows():
                for node in walk(top):
                    if name_of(node) == name:
                        for inner in walk(node):
                            if has_state(inner, Atspi.StateType.EDITABLE):
                                return inner
            return None

        return wait_until(editable, f"a field named “{name}”")

    def fill(self, name, text, within=None):
        self.field(name, within).get_editable_text_iface().set_text_contents(text)

    def content(self, name, within=None):
        return text_of(self.field(name, within))

    def choose(self, name, wanted):
        """Opens a drop-down list by its button, and takes the first of its items that has this text."""
        self.press(name)
        choices = self.find("Choices", "list")
        if self.search("Search in the list"):
            self.type(wanted)
            self.key("Return")
        else:
            items = [node for node in walk(choices) if role_of(node) == "list item"]
            names = [" ".join(t for t in self.texts(item)) for item in items]
            index = next(i for i, text in enumerate(names) if wanted in text)
            self.key("Home", *["Down"] * index, "Return")
        self.wait_gone("Choices", "list")

    def tabs(self):
        """The row of tabs, which only GTK 4.8 gives a name."""

        def find():
            nodes = (node for window in self.windows() for node in walk(window))
            return next((node for node in nodes if role_of(node) == "page tab list"), None)

        return wait_until(find, "tabs")

    def open_tab(self, name):
        """Tabs have no action; what is written on them can be clicked."""
        self.click(self.find(name, "label", self.tabs()))

    def key(self, *keys, pause=0.1):
        """Presses keys one after the other, as xdotool names them, and waits for some seconds."""
        self._activate()
        subprocess.run(["xdotool", "key", "--delay", "12" if len(keys) == 1 else "30", *keys], check=True)
        time.sleep(pause)

    def type(self, text):
        """Types ASCII text on the keyboard."""
        self._activate()
        subprocess.run(["xdotool", "type", "--delay", "10", text], check=True)
        time.sleep(0.2)

    def _activate(self):
        """GTK 4.18 does not see by itself that the window beneath one that was closed has the keyboard now."""
        top = next(iter(self.windows()), None)
        if top is None or has_state(top, Atspi.StateType.ACTIVE):
            return
        wanted = ["--all", "--pid", str(self.process.pid), "--name", f"^{re.escape(name_of(top))}$"]
        found = subprocess.run(["xdotool", "search", "--onlyvisible", *wanted], capture_output=True, text=True)
        for window in found.stdout.split()[-1:]:
            subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)

    def click(self, node, button=1, repeat=1):
        """Clicks on the middle of something, in the window that lies at the screen's corner."""
        wait_until(lambda: self._is_on_top(node), "the windows above to close")
        extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y = extents.x + FRAME + extents.width // 2, extents.y + FRAME + extents.height // 2
        again = ["--repeat", str(repeat), "--delay", "80"]
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", *again, str(button)], check=True)
        time.sleep(0.2)
        subprocess.run(["xdotool", "mousemove", "3", "3"], check=True)

    def focused(self):
        """What has the keyboard now: it has said so, or it is looked for."""
        try:
            return wait_until(self.focus_said.node, "something with the keyboard", 1.0)
        except NotFound:
            nodes = (node for window in self.windows()[:1] for node in walk(window))
            return next((node for node in nodes if has_state(node, Atspi.StateType.FOCUSED)), None)

    def focus(self, text):
        """Goes forward with Tab to what has this name, or holds it: rows have no action to press."""
        self.find(text)
        self.focus_where(lambda node: any(name_of(inner) == text for inner in walk(node)), text)

    def focus_where(self, is_wanted, text):
        """Goes forward with Tab, which scrolls as well, to what is wanted; text is for the complaint."""
        met = []
        for _ in range(60):
            node = self.focused()
            if node is not None and is_wanted(node):
                return
            met.append(name_of(node) if node is not None else "nothing")
            self.key("Tab", pause=0)
            with contextlib.suppress(NotFound):  # the only thing that takes the keyboard keeps it
                wait_until(lambda: self.focus_said.node() not in (None, node), "the keyboard to go on", 0.5)
        raise NotFound(f"the keyboard does not reach “{text}”, only: {met}")

    def run_action(self, name):
        """Runs an action of a window, which exports each enabled one that takes no parameter."""

        def find():
            for window in self.windows():
                actions = window.get_action_iface()
                for index in range(actions.get_n_actions() if actions else 0):
                    if actions.get_action_name(index) == name:
                        return actions, index
            return None

        actions, index = wait_until(find, f"an enabled action “{name}”")
        actions.do_action(index)

    def choose_file(self, path, saving=True):
        """Answers the file chooser with a path: to save, the field of the name takes one; to open, Ctrl+L brings its field."""
        answer = "Save" if saving else "Open"
        self.find(answer, "button")
        if not saving:
            self.key("ctrl+l")
        wait_until(self._focused_field, "the field of the path").get_editable_text_iface().set_text_contents(path)
        self.press(answer, within=self.windows()[0])

    def _focused_field(self):
        """In the window on top: one in the window beneath may not have said yet that the keyboard has gone."""
        node = self.focused()
        if node is None or not has_state(node, Atspi.StateType.EDITABLE):
            return None
        return node if self._is_on_top(node) else None

    def _is_on_top(self, node):
        top = next(iter(self.windows()), None)
        while node is not None and node != top:
            node = node.get_parent()
        return node is not None


def save_picture(path, size=None):
    """The screen as it is now, or this much of its left upper corner."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    time.sleep(0.3)
    crop = ["-crop", f"{size}+0+0", "+repage"] if size else []
    subprocess.run(["import", "-window", "root", *crop, path], check=True)
