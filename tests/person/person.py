# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses Jotsmith as a person does: reads what it tells assistive technology,
and presses real keys and buttons.

Runs within tests/gui-session, with the distribution's Python.
"""

import os
import pathlib
import subprocess
import sys
import time
import unittest

import pyatspi
from gi.repository import GLib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

from tap import main as run_tests  # noqa: E402, F401

PATIENCE = 60


def call(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE,
                          **options).stdout


def eventually(look, what):
    """Looks again and again, and returns the first thing that is seen."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            seen = look()
        except (GLib.GError, RuntimeError):
            seen = None  # what was being looked at went away
        if seen:
            return seen
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


def press(*keys):
    call("xdotool", "key", "--clearmodifiers", "--delay", "30", *keys)


def write(text):
    call("xdotool", "type", "--clearmodifiers", "--delay", "8", "--", text)


def copy(data):
    """Puts bytes on the clipboard, as another program would."""
    # xclip stays behind to hand them out: it must not keep a pipe of ours open.
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=data,
                   check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def clipboard():
    """What another program gets when it pastes, or None."""
    done = subprocess.run(["timeout", "5", "xclip", "-selection", "clipboard",
                           "-out"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    return done.stdout if done.returncode == 0 else None


class Thing:
    """Something on the screen, as assistive technology is told of it."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.name

    @property
    def text(self):
        text = self.accessible.queryText()
        return text.getText(0, text.characterCount)

    def text_or_name(self):
        """A label's text, or its name when it has no text of its own."""
        try:
            return self.text
        except NotImplementedError:
            return self.name

    def has(self, state):
        return self.accessible.getState().contains(state)

    def below(self):
        """This and everything in it; what vanishes meanwhile is left out."""
        try:
            children = [child for child in self.accessible if child is not None]
        except GLib.GError:
            return
        yield self
        for child in children:
            yield from Thing(child).below()

    def all(self, role, name=None):
        found = []
        for thing in self.below():
            try:
                if (thing.accessible.getRoleName() == role
                        and (name is None or thing.name == name)):
                    found.append(thing)
            except GLib.GError:
                continue
        return found

    def one(self, role, name=None):
        return eventually(lambda: self.all(role, name), f"{role} {name!r}")[0]

    def use(self):
        """What a screen reader does when it is told to press a button."""
        self.accessible.queryAction().doAction(0)

    def choose(self):
        """Presses one of several buttons, and waits until it stays down."""
        self.use()
        eventually(lambda: self.has(pyatspi.STATE_PRESSED),
                   f"{self.name} to be chosen")


class Jotsmith(Thing):
    """The running program."""

    def __init__(self, *arguments):
        program = os.environ["JOTSMITH"]
        self.process = subprocess.Popen([program, *arguments])
        super().__init__(eventually(self.find, "the program"))
        self.window = eventually(
            lambda: call("xdotool", "search", "--onlyvisible", "--pid",
                         str(self.process.pid), "--name", "^Jotsmith$").split(),
            "the window")[-1].decode()
        call("xdotool", "windowfocus", "--sync", self.window)

    def find(self):
        for program in pyatspi.Registry.getDesktop(0):
            if (program is not None and program.name == "jotsmith"
                    and program.get_process_id() == self.process.pid
                    and program.childCount):
                return program
        return None

    def page(self, name):
        """A page's content; its panel and its tab share a name."""
        return self.one("panel", name)

    def shows(self, name):
        return self.one("page tab", name).has(pyatspi.STATE_SELECTED)

    def await_page(self, name):
        eventually(lambda: self.shows(name), f"the page {name}")

    def says(self, sentence):
        """Waits until a label has these words, wherever it is."""
        eventually(lambda: self.all("label", sentence), f"“{sentence}”")

    def verdict(self):
        """The verdict's title, its sentence and its checks."""
        bars = self.page("Tokens").all("status bar")
        return bars[0].name if bars else ""

    def await_verdict(self, beginning):
        return eventually(
            lambda: self.verdict().startswith(beginning) and self.verdict(),
            f"a verdict that begins with “{beginning}”; it is “{self.verdict()}”")

    def editor(self, name):
        return self.page("Tokens").one("text", name)

    def await_text(self, name, check, what):
        """Waits until an editor's text passes a check, and returns it."""
        return eventually(
            lambda: check(self.editor(name).text) and self.editor(name).text,
            f"{name} with {what}")

    def is_alive(self):
        return self.process.poll() is None

    def quit(self):
        if self.is_alive():
            press("ctrl+q")
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


class PersonTest(unittest.TestCase):
    """Each case starts the program, and ends it as a person does."""

    arguments = ()

    def setUp(self):
        self.app = Jotsmith(*self.arguments)

    def tearDown(self):
        self.assertEqual(self.app.quit(), 0, "the program ended in order")
