# SPDX-License-Identifier: GPL-3.0-or-later
"""jotsmith-cli secret."""

import base64
import json
import re

import jotsmith
import tap
from jotsmith import run

LEAST = {"HS256": 32, "HS384": 48, "HS512": 64}
READERS = {
    "base64url": jotsmith.decode,
    "base64": lambda text: base64.b64decode(text, validate=True),
    "hex": bytes.fromhex,
}


class Secret(jotsmith.Case):
    """Secrets, and the forms that they are written in."""

    def make(self, *arguments):
        """Makes secrets without a complaint."""
        result = run("secret", *arguments)
        self.assert_code(result, 0)
        self.assertEqual(result.err, "")
        return result.out

    def test_default(self):
        """Without options it is 32 bytes in base64url, on one line."""
        text = self.make()
        self.assertRegex(text, r"\A[A-Za-z0-9_-]{43}\n\Z")
        self.assertEqual(len(jotsmith.decode(text.strip())), 32)

    def test_never_the_same(self):
        """No secret comes twice."""
        lines = self.make("--count", "500").splitlines() + self.make().splitlines()
        self.assertEqual(len(lines), 501)
        self.assertEqual(len(set(lines)), 501)

    def test_every_bit_varies(self):
        """Each bit of a secret is sometimes set and sometimes not."""
        ones, zeros = 0, 0
        for line in self.make("--count", "200", "--encoding", "hex").splitlines():
            ones |= int(line, 16)
            zeros |= ~int(line, 16)
        every = (1 << 256) - 1
        self.assertEqual((ones, zeros & every), (every, every))

    def test_sizes_and_encodings(self):
        """Each algorithm, size and encoding yields the bytes asked for."""
        for algorithm, least in LEAST.items():
            for size in (least, least + 1, 128, 1024):
                for encoding, reader in READERS.items():
                    with self.subTest(algorithm=algorithm, size=size, encoding=encoding):
                        text = self.make("-a", algorithm, "--bits", str(size * 8), "--encoding",
                                         encoding)
                        self.assertEqual(len(reader(text.strip())), size)
            self.assertEqual(len(jotsmith.decode(self.make("-a", algorithm).strip())), least)

    def test_count(self):
        """--count makes so many lines."""
        for count in (1, 2, 7):
            self.assertEqual(len(self.make("--count", str(count)).splitlines()), count)

    def test_env(self):
        """An env line reads as a variable's value in a shell."""
        text = self.make("--format", "env", "--name", "API_KEY")
        self.assertRegex(text, r'\AAPI_KEY="?[A-Za-z0-9_-]{43}"?\n\Z')

    def test_jwk(self):
        """A JWK holds the secret, the algorithm and the key ID."""
        keys = self.make("-a", "HS384", "--format", "jwk", "--name", "my key", "--count", "2")
        decoder = json.JSONDecoder()
        first, end = decoder.raw_decode(keys)
        second, _ = decoder.raw_decode(keys[end:].strip())
        for key in (first, second):
            self.assertEqual((key["kty"], key["alg"], key["kid"]), ("oct", "HS384", "my key"))
            self.assertEqual(len(jotsmith.decode(key["k"])), 48)
        self.assertNotEqual(first["k"], second["k"])

    def test_kubernetes(self):
        """Kubernetes Secrets are the documents of one stream."""
        text = self.make("--format", "kubernetes", "--name", "API_KEY", "--count", "3")
        documents = text.split("\n---\n")
        self.assertEqual(len(documents), 3)
        for document in documents:
            self.assertIn("kind: Secret", document)
            self.assertRegex(document, r'(?m)^  name: api-key$')
            self.assertEqual(len(re.findall(r'(?m)^  API_KEY: "[A-Za-z0-9_-]{43}"$', document)), 1)

    def test_shell(self):
        """A shell line exports the secret, and keeps out of the history."""
        text = self.make("--format", "shell", "--name", "API_KEY")
        self.assertRegex(text, r"\A export API_KEY=['\"]?[A-Za-z0-9_-]{43}['\"]?\n\Z")

    def test_default_names(self):
        """A variable has a name where none is given, a JWK has no key ID."""
        self.assertTrue(self.make("--format", "env").startswith("JWT_SECRET="))
        self.assertTrue(self.make("--format", "shell").startswith(" export JWT_SECRET="))
        self.assertIn("\n  JWT_SECRET: ", self.make("--format", "kubernetes"))
        self.assertNotIn("kid", json.loads(self.make("--format", "jwk")))

    def test_refusals(self):
        """What cannot be made is refused with a sentence."""
        refusals = [
            (["-a", "none"], ["“none”", "HS256, HS384, HS512"]),
            (["-a", "hs256"], ["“hs256”"]),
            (["-a", "RS256"], ["“RS256”"]),
            (["-a", ""], ["--algorithm"]),
            (["--bits", "255"], ["--bits", "256"]),
            (["--bits", "248"], ["256"]),
            (["--bits", "257"], ["multiple of 8"]),
            (["--bits", "8193"], ["8192"]),
            (["--bits", "8200"], ["8192"]),
            (["--bits", "0"], ["--bits"]),
            (["--bits", "-256"], ["--bits"]),
            (["--bits", "0400"], None),
            (["--bits", "0x100"], ["--bits"]),
            (["--bits", "256.0"], ["--bits"]),
            (["--bits", " 256"], ["--bits"]),
            (["--bits", "1e3"], ["--bits"]),
            (["--bits", ""], ["--bits"]),
            (["--bits", "99999999999999999999"], ["--bits"]),
            (["-a", "HS512", "--bits", "256"], ["512"]),
            (["-a", "HS384", "--bits", "376"], ["384"]),
            (["--encoding", "text"], ["--encoding", "base64url"]),
            (["--encoding", "Base64"], ["“Base64”"]),
            (["--encoding", "hex", "--format", "jwk"], ["JWK", "--encoding"]),
            (["--format", "yaml"], ["“yaml”", "kubernetes"]),
            (["--format", "env", "--name", "a b"], ["--name", "“a b”"]),
            (["--format", "env", "--name", "1A"], ["--name"]),
            (["--format", "env", "--name", "A=B"], ["--name"]),
            (["--format", "shell", "--name", "A;rm"], ["--name"]),
            (["--format", "shell", "--name", "$(A)"], ["--name"]),
            (["--format", "kubernetes", "--name", "a: b"], ["--name", "“a: b”"]),
            (["--format", "kubernetes", "--name", "api-key"], ["--name"]),
            (["--format", "env", "--name", ""], ["--name", "empty"]),
            (["--format", "env", "--name", b"\xff"], ["--name", "UTF-8"]),
            (["--name", "A"], ["--name", "--format"]),
            (["--count", "0"], ["--count"]),
            (["--count", "10001"], ["10000"]),
            (["--count", "two"], ["“two”"]),
        ]
        for arguments, words in refusals:
            with self.subTest(arguments=arguments):
                if words is None:
                    # Read as decimal, not as octal: 400 bits.
                    self.assertEqual(len(jotsmith.decode(self.make(*arguments).strip())), 50)
                else:
                    self.assert_refused(run("secret", *arguments), *words, command="secret")


tap.main(__name__)
