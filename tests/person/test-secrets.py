#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes secrets, looks at them, copies them, and signs with them."""

import base64
import re

import jwt

import person
from person import eventually, press


def unpack(text):
    return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))


class Secrets(person.PersonTest):

    def preview(self):
        """The text of the new secret's card, when it can be read."""
        page = self.app.page("Secrets")
        for label in page.all("label"):
            if re.fullmatch(r"[A-Za-z0-9_+/=-]{40,}", label.text_or_name()):
                return label.text_or_name().encode()
        return None

    def copy_secret(self):
        person.copy(b"something else")
        press("ctrl+shift+c")
        return eventually(
            lambda: person.clipboard() not in (None, b"", b"something else")
            and person.clipboard(), "a secret on the clipboard")

    def test_hidden(self):
        """A first run has a secret, and hides it"""
        page = self.app.page("Secrets")
        dots = page.one("label", "Secret hidden")
        self.assertEqual(set(dots.text), {"•"})
        self.assertTrue(page.all("label", "Hidden"))
        self.assertIsNone(self.preview())

    def test_reveal(self):
        """Ctrl+H shows the secret, Escape hides it, and so does the other page"""
        for hide in (("Escape",), ("ctrl+h",), ("alt+2", "alt+1")):
            press("ctrl+h")
            self.app.says("Visible")
            self.assertTrue(self.preview())
            press(*hide)
            self.app.says("Hidden")
            self.assertIsNone(self.preview())

    def test_copy(self):
        """What is copied is what is shown, and 256 bits of it"""
        copied = self.copy_secret()
        self.app.says("Secret copied. The clipboard is cleared in 30 s.")
        self.assertEqual(len(unpack(copied)), 32)
        press("ctrl+h")
        self.app.says("Visible")
        self.assertEqual(self.preview(), copied)

    def test_generate(self):
        """Generate Again makes another secret, and hides it"""
        first = self.copy_secret()
        press("ctrl+h")
        self.app.says("Visible")
        self.app.page("Secrets").one("push button", "Generate Again").use()
        self.app.says("Hidden")
        second = self.copy_secret()
        press("ctrl+r")
        third = self.copy_secret()
        self.assertEqual(len({first, second, third}), 3)

    def test_clear_now(self):
        """Clear Now takes the secret from the clipboard"""
        secret = self.copy_secret()
        # Some versions of libadwaita name the button twice over.
        eventually(lambda: [button for button in self.app.all("push button")
                            if button.name.startswith("Clear Now")],
                   "the button Clear Now")[0].use()
        self.app.says("Clipboard cleared")
        eventually(lambda: person.clipboard() != secret, "an empty clipboard")

    def test_quit(self):
        """Nothing is left on the clipboard when the program ends"""
        secret = self.copy_secret()
        self.assertEqual(self.app.quit(), 0)
        self.assertNotEqual(person.clipboard(), secret)

    def test_encodings(self):
        """The same secret, written in other ways"""
        page = self.app.page("Secrets")
        raw = unpack(self.copy_secret())
        page.one("push button", "Hex").choose()
        self.assertEqual(bytes.fromhex(self.copy_secret().decode()), raw)
        page.one("push button", "Base64").choose()
        self.assertEqual(base64.b64decode(self.copy_secret()), raw)

    def test_first_sign(self):
        """Use for Signing with no token yet opens one, signed"""
        secret = self.copy_secret()
        self.app.page("Secrets").one("list item", "Use for Signing")
        press("ctrl+Return")
        self.app.await_page("Tokens")
        self.check_token("HS256", secret)

    def test_sign(self):
        """Use for Signing makes a token that another library verifies"""
        for algorithm, size in (("HS256", 32), ("HS384", 48), ("HS512", 64)):
            with self.subTest(algorithm):
                press("alt+1")
                self.app.await_page("Secrets")
                page = self.app.page("Secrets")
                page.one("push button", algorithm).choose()
                self.app.says(f"{size} bytes. {algorithm} needs at least {size}.")
                secret = self.copy_secret()
                self.assertEqual(len(unpack(secret)), size)

                press("ctrl+Return")
                self.app.await_page("Tokens")
                press("ctrl+n")
                self.check_token(algorithm, secret)

    def check_token(self, algorithm, secret):
        self.app.await_text("Header, JSON", lambda text: algorithm in text,
                            algorithm)
        self.app.await_verdict("Signed")
        press("ctrl+shift+c")
        token = eventually(lambda: person.clipboard() != secret
                           and person.clipboard(), "a token on the clipboard")
        claims = jwt.decode(token.decode(), unpack(secret), [algorithm],
                            options={"verify_aud": False})
        self.assertEqual(claims["exp"] - claims["iat"], 15 * 60)


class NewSecret(person.PersonTest):

    arguments = ("--new-secret",)

    def test_new_secret(self):
        """The desktop's action New Secret shows one"""
        self.assertTrue(self.app.shows("Secrets"))
        self.app.says("New secret")


if __name__ == "__main__":
    person.run_tests(__name__)
