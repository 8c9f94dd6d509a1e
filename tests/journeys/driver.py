# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program and drives it from outside, as a person with a keyboard and a screen reader would.

Everything is found by its accessible name: what this cannot find, a screen reader cannot either. Rows and
check buttons offer no action to assistive technology on GTK 4.8; these are reached by the keyboard.
"""

import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

APPLICATION = "org.resellerconsole.ResellerConsole"
PATIENCE = 20.0  # seconds: far more than anything takes, so that a slow machine fails no test


class NotFound(AssertionError):
    """What was looked for did not appear."""


def children(node):
    try:
        return [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return []


def walk(node, depth=0):
    """All of a tree, parents first; what has vanished meanwhile is passed over."""
    if node is None or depth > 60:
        return
    yield node
    for child in children(node):
        yield from walk(child, depth + 1)


def name_of(node):
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


def role_of(node):
    try:
        return node.get_role_name().replace("push button", "button")
    except GLib.Error:
        return ""


def has_state(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def is_showing(node):
    """Hidden twins of a control exist; they have no size."""
    if not has_state(node, Atspi.StateType.SHOWING) and not has_state(node, Atspi.StateType.VISIBLE):
        return False
    try:
        extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.width > 0 and extents.height > 0
    except (GLib.Error, AttributeError):
        return True


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


class Program:
    """One running program and its windows."""

    def __init__(self, command, *arguments):
        self.process = subprocess.Popen([command, *arguments])
        self.application = wait_until(self._find_application, "the program's accessible object")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _find_application(self):
        if self.process.poll() is not None:
            raise NotFound(f"the program ended with status {self.process.returncode}")
        for application in children(Atspi.get_desktop(0)):
            if application is not None and application.get_process_id() == self.process.pid:
                if application.get_child_count() > 0:
                    return application
        return None

    # What is there

    def windows(self):
        return [window for window in children(self.application) if window is not None]

    def window(self, name):
        return wait_until(lambda: next((w for w in self.windows() if name in name_of(w)), None), f"window “{name}”")

    def search(self, name, role=None, within=None, exact=True):
        for top in [within] if within is not None else reversed(self.windows()):
            for node in walk(top):
                found = name_of(node)
                if (found == name if exact else name in found) and role in (None, role_of(node)) and is_showing(node):
                    return node
        return None

    def find(self, name, role=None, within=None, exact=True):
        return wait_until(lambda: self.search(name, role, within, exact), f"{role or 'anything'} named “{name}”")

    def wait_gone(self, name, role=None):
        wait_until(lambda: self.search(name, role) is None, f"“{name}” to go away")

    def texts(self, within=None):
        """Every name and text that is shown, in the order of the tree."""
        for top in [within] if within is not None else self.windows():
            for node in walk(top):
                if name_of(node) and is_showing(node):
                    yield name_of(node)

    def says(self, text, within=None):
        """Waits until some text shown contains this one, and returns the whole of it."""
        return wait_until(
            lambda: next((t for t in self.texts(within) if text in t), None), f"the text “{text}” on the screen"
        )

    # What a person does

    def press(self, name, role="button", within=None, exact=True):
        def enabled():
            node = self.search(name, role, within, exact)
            return node if node is not None and has_state(node, Atspi.StateType.SENSITIVE) else None

        node = wait_until(enabled, f"an enabled {role} named “{name}”")
        assert node.get_action_iface().do_action(0), f"“{name}” could not be pressed"
        return node

    def fill(self, name, text, within=None):
        def editable():
            for top in [within] if within is not None else reversed(self.windows()):
                for node in walk(top):
                    if name_of(node) == name and is_showing(node):
                        for inner in walk(node):
                            if has_state(inner, Atspi.StateType.EDITABLE):
                                return inner
            return None

        node = wait_until(editable, f"a field named “{name}”")
        node.get_editable_text_iface().set_text_contents(text)
        return node

    def content(self, node):
        text = node.get_text_iface()
        return text.get_text(0, text.get_character_count())

    def key(self, *keys):
        """Presses keys one after the other, as xdotool names them."""
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)
        time.sleep(0.1)

    def type(self, text):
        """Types ASCII text on the keyboard."""
        subprocess.run(["xdotool", "type", "--delay", "10", text], check=True)
        time.sleep(0.1)

    def click(self, node, button=1, double=False):
        """Clicks on the middle of something, in the window that lies at the screen's corner."""
        extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y = extents.x + extents.width // 2, extents.y + extents.height // 2
        repeat = ["--repeat", "2", "--delay", "80"] if double else []
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", *repeat, str(button)], check=True)
        time.sleep(0.2)

    def run_action(self, name):
        """Runs an action of the window, which exports each enabled one that takes no parameter."""

        def find():
            for window in reversed(self.windows()):
                actions = window.get_action_iface()
                for i in range(actions.get_n_actions() if actions else 0):
                    if actions.get_action_name(i) == name:
                        return actions, i
            return None

        actions, index = wait_until(find, f"an enabled action “{name}”")
        actions.do_action(index)


def save_picture(path):
    """The whole screen, as it is now."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    time.sleep(0.3)
    subprocess.run(["import", "-window", "root", path], check=True)
