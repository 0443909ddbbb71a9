# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens of PyJWT are verified here, tokens from here are verified by PyJWT."""

import json
import time

import jwt

import jotsmith
import tap
from jotsmith import run

PAYLOADS = [
    {},
    {"sub": "joe", "admin": True, "n": [1, 2.5, None, {"a": "b"}]},
    {"name": "Zoë Łukasiewicz 日本語 🙂", "quote": "\"\\/\b\n"},
    {"big": 2**63, "small": -1, "x": "y" * 5000},
]
SIZES = {"HS256": 32, "HS384": 48, "HS512": 64}


class Interoperation(jotsmith.Case):
    """Two implementations, which have to agree."""

    def secrets(self, algorithm):
        """Secrets from here and from elsewhere: the bytes, and the options that name them."""
        made = run("secret", "-a", algorithm, "--encoding", "hex").out.strip()
        yield bytes.fromhex(made), ["-kpass:" + made, "--key-encoding", "hex"]
        made = run("secret", "-a", algorithm).out.strip()
        yield made.encode(), ["-kpass:" + made]
        yield bytes(range(200)), ["-kfile:" + self.write("secret", bytes(range(200)))]

    def test_from_there(self):
        """Tokens of PyJWT are verified here."""
        for algorithm in SIZES:
            for secret, key in self.secrets(algorithm):
                for payload in PAYLOADS:
                    with self.subTest(algorithm=algorithm, payload=str(payload)[:60]):
                        token = jwt.encode(payload, secret, algorithm=algorithm)
                        self.assert_code(run("verify", "-a", algorithm, *key, token), 0)
                        shown = run("decode", "--json", token).json()
                        self.assertEqual(shown["payload"], payload)

    def test_from_here(self):
        """Tokens from here are verified by PyJWT."""
        for algorithm in SIZES:
            for secret, key in self.secrets(algorithm):
                for payload in PAYLOADS:
                    with self.subTest(algorithm=algorithm, payload=str(payload)[:60]):
                        result = run("sign", "-a", algorithm, *key,
                                     stdin=json.dumps(payload, ensure_ascii=False, indent=2))
                        self.assert_code(result, 0)
                        self.assertEqual(jwt.decode(result.out.strip(), secret,
                                                    algorithms=[algorithm]), payload)

    def test_tampered(self):
        """A tampered twin is refused on both sides."""
        for algorithm in SIZES:
            for secret, key in self.secrets(algorithm):
                theirs = jwt.encode({"sub": "joe"}, secret, algorithm=algorithm)
                ours = run("sign", "-a", algorithm, *key, '{"sub":"joe"}').out.strip()
                for token in (theirs, ours):
                    for twin in self.twins(token):
                        with self.subTest(algorithm=algorithm, twin=twin):
                            self.assert_code(run("verify", "-a", algorithm, *key, twin), 1)
                            with self.assertRaises(jwt.InvalidTokenError):
                                jwt.decode(twin, secret, algorithms=[algorithm])

    def twins(self, token):
        """Tokens that somebody else made of one."""
        head, body, tail = token.split(".")
        admin, none = jotsmith.encode('{"sub":"admin"}'), jotsmith.encode('{"alg":"none"}')
        yield f"{head}.{admin}.{tail}"
        yield f"{head}.{body}.{'B' if tail[0] == 'A' else 'A'}{tail[1:]}"
        yield f"{head}.{body}."
        yield f"{none}.{body}."
        yield f"{none}.{body}.{tail}"
        yield f"{head}.{body}.{tail[:-4]}"

    def test_other_secret(self):
        """Another secret is refused on both sides."""
        for algorithm in SIZES:
            (one, one_key), (other, other_key), _ = self.secrets(algorithm)
            token = jwt.encode({}, one, algorithm=algorithm)
            self.assert_code(run("verify", "-a", algorithm, *one_key, token), 0)
            self.assert_code(run("verify", "-a", algorithm, *other_key, token), 1)
            with self.assertRaises(jwt.InvalidSignatureError):
                jwt.decode(token, other, algorithms=[algorithm])

    def test_claims(self):
        """Both agree on what an expired, an early and a misdirected token is."""
        secret, key = next(self.secrets("HS256"))
        now = int(time.time())
        cases = [
            ({"exp": now + 3600, "nbf": now - 3600, "iss": "a", "aud": ["x", "b"]}, True),
            ({"exp": now - 3600, "nbf": now - 7200, "iss": "a", "aud": "b"}, False),
            ({"exp": now + 7200, "nbf": now + 3600, "iss": "a", "aud": "b"}, False),
            ({"exp": now + 3600, "nbf": now - 3600, "iss": "z", "aud": "b"}, False),
            ({"exp": now + 3600, "nbf": now - 3600, "iss": "a", "aud": "z"}, False),
            ({"nbf": now - 3600, "iss": "a", "aud": "b"}, False),
        ]
        for payload, good in cases:
            with self.subTest(payload=payload):
                token = jwt.encode(payload, secret, algorithm="HS256")
                result = run("verify", "-aHS256", *key, "--issuer", "a", "--audience", "b",
                             "--require", "exp", token)
                self.assert_code(result, 0 if good else 1)
                try:
                    jwt.decode(token, secret, algorithms=["HS256"], issuer="a", audience="b",
                               options={"require": ["exp"]})
                    agreed = True
                except jwt.InvalidTokenError:
                    agreed = False
                self.assertEqual(agreed, good)

    def test_times(self):
        """PyJWT reads the times that sign sets."""
        secret, key = next(self.secrets("HS512"))
        token = run("sign", "-aHS512", *key, "--issued-now", "--not-before", "0s", "--expires-in",
                    "15m", '{"sub":"joe"}').out.strip()
        claims = jwt.decode(token, secret, algorithms=["HS512"],
                            options={"require": ["exp", "nbf", "iat"]})
        self.assertEqual(claims["exp"] - claims["iat"], 900)


tap.main(__name__)
