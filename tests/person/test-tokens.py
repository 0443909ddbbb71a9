#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads, verifies, changes and signs tokens."""

import base64
import json
import time

import jwt

import person
from person import eventually, press

KEY = b"a secret of more than thirty-two bytes"
KEY_TEXT = base64.urlsafe_b64encode(KEY).decode().rstrip("=")


def make_token(**claims):
    return jwt.encode({"iss": "https://auth.example.com", "sub": "1234",
                       "name": "Jane Roe", "exp": int(time.time()) + 7200,
                       **claims}, KEY, "HS256")


class Tokens(person.PersonTest):

    def paste(self, text):
        person.copy(text.encode())
        press("ctrl+shift+v")
        self.app.await_page("Tokens")

    def paste_token(self, token):
        self.paste(token)
        self.app.await_text("Encoded token", lambda text: text == token,
                            "the token")

    def enter_secret(self):
        press("ctrl+k")
        person.write(KEY_TEXT)

    def copied_token(self, before):
        press("ctrl+shift+c")
        return eventually(lambda: person.clipboard() not in (None, before)
                          and person.clipboard(), "a token on the clipboard")

    def test_read(self):
        """A pasted token's claims are read in words"""
        self.paste_token(make_token(iat=int(time.time()) - 7200))
        self.app.await_verdict("Not checked")
        self.app.says("Pasted")
        self.app.says("Unproven")
        self.app.says("Issued by https://auth.example.com")
        self.app.says("About 1234")
        self.app.says("Jane Roe")
        header = self.app.editor("Header, JSON").text
        payload = self.app.editor("Payload, JSON").text
        self.assertEqual(json.loads(header), {"alg": "HS256", "typ": "JWT"})
        self.assertEqual(json.loads(payload)["name"], "Jane Roe")

    def test_verify(self):
        """With the secret it is verified; with one character changed it is not"""
        token = make_token()
        self.paste_token(token)
        self.enter_secret()
        self.app.await_verdict("Verified")

        # The first of the signature's characters, so that all its bits count.
        place = token.rindex(".") + 1
        other = "A" if token[place] != "A" else "B"
        press("ctrl+l", "ctrl+End", *["Left"] * (len(token) - place - 1))
        press("BackSpace")
        person.write(other)
        self.app.await_text("Encoded token",
                            lambda text: text == token[:place] + other
                            + token[place + 1:], "one character changed")
        self.app.await_verdict("Signature does not match")

        press("BackSpace")
        person.write(token[place])
        self.app.await_verdict("Verified")

    def test_edit(self):
        """An edited payload is signed again, and Revert brings the token back"""
        token = make_token()
        self.paste_token(token)
        self.enter_secret()
        self.app.await_verdict("Verified")

        press("ctrl+j", "ctrl+Home", "Right")
        person.write('"admin": true, ')
        self.app.await_verdict("Signed")
        self.app.says("Signed here")
        signed = self.copied_token(token.encode()).decode()
        self.assertNotEqual(signed, token)
        claims = jwt.decode(signed, KEY, ["HS256"])
        self.assertIs(claims["admin"], True)

        press("ctrl+shift+r")
        self.app.await_text("Encoded token", lambda text: text == token,
                            "the pasted token")
        self.app.await_verdict("Verified")

    def test_draft(self):
        """An edit without a secret removes the signature and says so"""
        token = make_token()
        self.paste_token(token)
        press("ctrl+j", "ctrl+Home", "Right")
        person.write('"admin": true, ')
        self.app.await_verdict("Edited, not signed")
        draft = self.app.editor("Encoded token").text
        self.assertTrue(draft.endswith("."))

    def test_expired(self):
        """A token that is over says so, and may not be trusted"""
        self.paste_token(make_token(exp=int(time.time()) - 7200))
        self.enter_secret()
        self.app.await_verdict("Expired 2 h ago")

    def test_bearer(self):
        """A token is found in an Authorization header"""
        token = make_token()
        self.paste(f"Authorization: Bearer {token}\n")
        self.app.await_text("Encoded token", lambda text: text == token,
                            "the token alone")
        self.app.await_verdict("Not checked")

    def test_nothing(self):
        """With no token on the clipboard, nothing changes but a sentence"""
        token = make_token()
        self.paste_token(token)
        self.paste("There is no token in these words")
        self.app.says("No token on the clipboard")
        self.assertEqual(self.app.editor("Encoded token").text, token)

    def test_type(self):
        """The verdict follows each keypress of a token that is typed"""
        press("ctrl+l")
        person.write("eyJhbGciOiJIUzI1NiJ9.e30")
        self.app.await_verdict("Malformed token")
        person.write(".c2ln")
        self.app.await_verdict("Not checked")
        person.write("!")
        self.app.await_verdict("Malformed token")

    def test_new(self):
        """A new token is a draft until there is a secret"""
        press("ctrl+n")
        self.app.await_page("Tokens")
        self.app.await_verdict("Edited, not signed")
        self.enter_secret()
        self.app.await_verdict("Signed")
        person.copy(b"something else")
        token = self.copied_token(b"something else").decode()
        jwt.decode(token, KEY, ["HS256"], options={"verify_aud": False})


class DecodeClipboard(person.PersonTest):

    arguments = ("--decode-clipboard",)

    def setUp(self):
        self.token = make_token()
        person.copy(self.token.encode())
        super().setUp()

    def test_decode(self):
        """The desktop's action Decode Clipboard reads the token there"""
        self.app.await_page("Tokens")
        self.app.await_text("Encoded token", lambda text: text == self.token,
                            "the token")
        self.app.await_verdict("Not checked")

    def test_second(self):
        """A second start asks the first program, and opens no other window"""
        press("alt+1")
        self.app.await_page("Secrets")
        token = make_token(sub="second")
        person.copy(token.encode())
        person.call(self.app.process.args[0], "--decode-clipboard")
        self.app.await_page("Tokens")
        self.app.await_text("Encoded token", lambda text: text == token,
                            "the second token")
        person.call(self.app.process.args[0], "--new-secret")
        self.app.await_page("Secrets")
        self.assertEqual(len(self.app.all("frame")), 1)


if __name__ == "__main__":
    person.run_tests(__name__)
