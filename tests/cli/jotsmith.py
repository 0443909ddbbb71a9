# SPDX-License-Identifier: GPL-3.0-or-later
"""The command as a shell sees it, and another way to make tokens."""

import base64
import hashlib
import hmac
import json
import os
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["JOTSMITH_CLI"]
ALGORITHMS = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}
SECRET = "Jotsmith’s secret for its own tests: more than sixty-four bytes long."
DEFAULT_HEADER = '{"alg":"HS256","typ":"JWT"}'
# Of the characters that a token must not bring to a terminal, one of each kind.
HIDDEN = "\u202e\u2066\u200b\ufeff\u007f\u0085\u2028"
ACTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Result:
    """How a command ended."""

    def __init__(self, done):
        self.code = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    def json(self):
        """What the command wrote as JSON; each name stands once in it."""
        return json.loads(self.out, object_pairs_hook=refuse_twins)

    def __repr__(self):
        return f"code {self.code}\nout: {self.out[:2000]}\nerr: {self.err[:2000]}"


def refuse_twins(pairs):
    """Makes an object of members whose names differ."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"a name stands twice: {names}")
    return dict(pairs)


def run(*arguments, stdin=b"", env=None, **options):
    """Runs the command; it never waits for a terminal."""
    if isinstance(stdin, str):
        stdin = stdin.encode("utf-8")
    if isinstance(stdin, bytes):
        options["input"] = stdin
    else:
        options["stdin"] = stdin
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C", "TZ": "UTC", **(env or {})}
    return Result(subprocess.run([PROGRAM, *arguments], env=surroundings, check=False,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 timeout=120, **options))


def encode(data):
    """Writes bytes or a text as base64url."""
    if isinstance(data, str):
        data = data.encode("utf-8")
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text):
    """Reads base64url."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def mac(algorithm, secret, text):
    """Signs with Python's own HMAC."""
    if isinstance(secret, str):
        secret = secret.encode("utf-8")
    return hmac.new(secret, text.encode("ascii"), ALGORITHMS[algorithm]).digest()


def make_token(payload, header=DEFAULT_HEADER, secret=SECRET, algorithm="HS256"):
    """Makes a signed token of two texts, whatever these are."""
    body = f"{encode(header)}.{encode(payload)}"
    return f"{body}.{encode(mac(algorithm, secret, body))}"


class Case(unittest.TestCase):
    """A case with a folder for its files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="jotsmith-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, data):
        """Writes a file, and returns its path."""
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    def assert_code(self, result, code):
        """The shell gets to know the right thing."""
        self.assertEqual(result.code, code, repr(result))

    def assert_refused(self, result, *words, command=None):
        """The question was wrong: one line says what to mend, and nothing else is said."""
        self.assert_code(result, 2)
        self.assertEqual(result.out, "")
        self.assertEqual(result.err.count("\n"), 1, repr(result))
        self.assertTrue(result.err.startswith("jotsmith-cli"), repr(result))
        if command is not None:
            self.assertTrue(result.err.startswith(f"jotsmith-cli {command}: "), repr(result))
        for word in words:
            self.assertIn(word, result.err)

    def assert_harmless(self, text):
        """Nothing in a text acts on a terminal or hides what is seen."""
        self.assertIsNone(ACTING.search(text), text[:500])
