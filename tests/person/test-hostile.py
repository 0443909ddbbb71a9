#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pastes what nobody should, and expects a sentence and a window that lives."""

import base64

import person
from person import press


def pack(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


HEADER = pack(b'{"alg":"HS256"}')


class Hostile(person.PersonTest):

    def paste(self, data):
        person.copy(data)
        press("ctrl+shift+v")
        self.app.await_page("Tokens")

    def assert_lives(self):
        """It still listens to keys, and still reads a token."""
        press("alt+1")
        self.app.await_page("Secrets")
        self.paste(HEADER + b"." + pack(b'{"sub":"alive"}') + b".c2ln")
        self.app.await_verdict("Not checked")
        self.app.says("About alive")
        self.assertTrue(self.app.is_alive())

    def assert_sentence(self, beginning):
        title, _, sentence = self.app.await_verdict(beginning).partition(". ")
        self.assertGreater(len(sentence), 20, f"{title} says what is wrong")

    def test_brackets(self):
        """100 000 nested brackets"""
        self.paste(HEADER + b"." + pack(b"[" * 100000 + b"]" * 100000) + b".c2ln")
        self.assert_sentence("Malformed token")
        self.assert_lives()

    def test_nested_object(self):
        """100 000 nested brackets within a claim"""
        nested = b'{"a":' + b"[" * 100000 + b"]" * 100000 + b"}"
        self.paste(HEADER + b"." + pack(nested) + b".c2ln")
        self.assert_sentence("Malformed token")
        self.assert_lives()

    def test_large_token(self):
        """A token with 10 MB of payload"""
        payload = b'{"sub":"large","fill":"' + b"x" * 7500000 + b'"}'
        self.paste(HEADER + b"." + pack(payload) + b".c2ln")
        self.assert_sentence("Not checked")
        self.app.says("About large")
        self.assert_lives()

    def test_large_text(self):
        """10 MB of text without a token"""
        self.paste(b"no token here\n" * 750000)
        self.app.says("No token on the clipboard")
        self.assert_lives()

    def test_large_line(self):
        """10 MB of one letter"""
        self.paste(b"a" * 10000000)
        self.assert_lives()

    def test_zero(self):
        """A NUL within the payload, and one within the clipboard"""
        self.paste(HEADER + b"." + pack(b'{"sub":"a\0b"}') + b".c2ln")
        self.assert_sentence("Malformed token")
        self.paste(HEADER + b".\0" + pack(b"{}") + b".c2ln")
        self.assert_lives()

    def test_not_utf8(self):
        """Invalid UTF-8 within the payload, and within the clipboard"""
        self.paste(HEADER + b"." + pack(b'{"sub":"\xff\xfe"}') + b".c2ln")
        self.assert_sentence("Malformed token")
        self.paste(b"\xff\xfe\xfd" + HEADER + b".e30.c2ln")
        self.assert_lives()

    def test_empty(self):
        """Nothing at all"""
        self.paste(b"")
        self.app.says("No token on the clipboard")
        self.assert_lives()


if __name__ == "__main__":
    person.run_tests(__name__)
