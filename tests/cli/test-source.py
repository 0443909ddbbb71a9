# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a secret comes from, and that it goes nowhere else."""

import base64
import os
import subprocess

import jotsmith
import tap
from jotsmith import SECRET, encode, make_token, run

TOKEN = make_token('{"sub":"joe"}')


class Source(jotsmith.Case):
    """The option --key."""

    def verify(self, source, *options, token=TOKEN, **surroundings):
        """Checks a token with a secret from a source."""
        return run("verify", "-aHS256", "-k", source, *options, token, **surroundings)

    def test_sources(self):
        """A secret comes from the environment, a file, a descriptor or standard input."""
        path = self.write("secret", SECRET)
        self.assert_code(self.verify("env:MY_SECRET", env={"MY_SECRET": SECRET}), 0)
        self.assert_code(self.verify("file:" + path), 0)
        self.assert_code(self.verify("stdin", stdin=SECRET), 0)
        self.assert_code(self.verify("fd:0", stdin=SECRET), 0)
        self.assert_code(self.verify("pass:" + SECRET), 0)
        with open(path, "rb") as file:
            descriptor = file.fileno()
            self.assert_code(self.verify(f"fd:{descriptor}", pass_fds=[descriptor]), 0)

    def test_pipes(self):
        """A pipe with a name, and one with a number, do as well."""
        script = '"$0" verify -aHS256 -k file:<(printf %s "$2") "$1"'
        done = subprocess.run(["bash", "-c", script, jotsmith.PROGRAM, TOKEN, SECRET], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done)
        script = '"$0" verify -aHS256 -k fd:7 "$1" 7< <(printf %s "$2")'
        done = subprocess.run(["bash", "-c", script, jotsmith.PROGRAM, TOKEN, SECRET], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done)

    def test_newlines(self):
        """One line break at a file's end is not part of the secret, unless it is kept."""
        cases = [("", 0, 0), ("\n", 0, 1), ("\r\n", 0, 1), ("\n\n", 1, 1), ("\r", 1, 1),
                 (" \n", 1, 1)]
        for ending, without, keeping in cases:
            with self.subTest(ending=ending):
                path = self.write("secret", SECRET + ending)
                self.assert_code(self.verify("file:" + path), without)
                self.assert_code(self.verify("stdin", stdin=SECRET + ending), without)
                self.assert_code(self.verify("file:" + path, "--keep-newline"), keeping)
        token = make_token("{}", secret=SECRET + "\r\n")
        path = self.write("secret", SECRET + "\r\n")
        self.assert_code(self.verify("file:" + path, "--keep-newline", token=token), 0)
        self.assert_code(self.verify("file:" + path, token=token), 1)

    def test_exact_sources(self):
        """What is no file is taken as it is, line break and all."""
        token = make_token("{}", secret=SECRET + "\n")
        self.assert_code(self.verify("env:S", env={"S": SECRET + "\n"}, token=token), 0)
        self.assert_code(self.verify(f"pass:{SECRET}\n", token=token), 0)
        self.assert_code(self.verify("env:S", env={"S": SECRET + "\n"}), 1)

    def test_encodings(self):
        """A secret is read as it is written."""
        secret = bytes(range(256))
        token = make_token("{}", secret=secret)
        encodings = {"base64url": encode(secret), "hex": secret.hex(),
                     "base64": base64.b64encode(secret).decode()}
        for encoding, text in encodings.items():
            with self.subTest(encoding=encoding):
                source = "file:" + self.write("secret", text + "\n")
                self.assert_code(self.verify(source, "--key-encoding", encoding, token=token), 0)
                self.assert_code(self.verify(source, token=token), 1)
                self.assert_code(self.verify(source, "--key-encoding", "text", token=token), 1)
        self.assert_code(self.verify("file:" + self.write("raw", secret), token=token), 0)

    def test_bytes(self):
        """A secret of any bytes in a file is used whole."""
        for secret in (b"\x00" * 40, b"a" * 32 + b"\x00" + b"b", b"\xff" * 64, os.urandom(1000)):
            with self.subTest(secret=secret[:40]):
                path = self.write("secret", secret)
                token = make_token("{}", secret=secret)
                self.assert_code(self.verify("file:" + path, "--keep-newline", token=token), 0)
                path = self.write("other", secret + b"\x00x")
                self.assert_code(self.verify("file:" + path, token=token), 1)

    def test_jwk(self):
        """A JWK is recognised by its content."""
        jwk = '{"kty":"oct","k":"%s"}' % encode(SECRET)
        for text in (jwk, '{"keys":[%s]}' % jwk):
            self.assert_code(self.verify("file:" + self.write("key.json", text)), 0)

    def test_bad_jwk(self):
        """A JWK that is no secret, or a broken one, is a wrong question."""
        for text in ('{"kty":"RSA","n":"AQAB","e":"AQAB"}', '{"kty":"oct"}',
                     '{"kty":"oct","k":"a+b="}', '{"keys":[]}'):
            with self.subTest(text=text):
                source = "file:" + self.write("key.json", text)
                self.assert_refused(self.verify(source), command="verify")

    def test_jwk_for_another_purpose(self):
        """A JWK that says another algorithm or use neither signs nor verifies."""
        for mark in ('"alg":"HS512"', '"use":"enc"', '"key_ops":["encrypt"]'):
            with self.subTest(mark=mark):
                text = '{"kty":"oct","k":"%s",%s}' % (encode(SECRET), mark)
                source = "file:" + self.write("key.json", text)
                result = self.verify(source, "--json")
                self.assert_code(result, 1)
                self.assertEqual([reason["code"] for reason in result.json()["reasons"]],
                                 ["key-family"])
                self.assert_refused(run("sign", "-aHS256", "-k", source, "{}"), command="sign")

    def test_pem(self):
        """A PEM never becomes an HMAC secret."""
        for label in ("PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "PRIVATE KEY"):
            pem = f"-----BEGIN {label}-----\n{'A' * 64}\n-----END {label}-----\n"
            path = self.write("key.pem", pem)
            token = make_token("{}", secret=pem)
            with self.subTest(label=label):
                for options in ([], ["--keep-newline"]):
                    self.assert_refused(self.verify("file:" + path, *options, token=token),
                                        command="verify")
                self.assert_refused(run("sign", "-aHS256", "-kfile:" + path, "{}"), command="sign")

    def test_refusals(self):
        """A source that gives no secret is refused with a sentence."""
        empty = self.write("empty", "")
        line = self.write("line", "\n")
        large = self.write("large", b"x" * (17 * 1024 * 1024 + 1))
        refusals = [
            (["secret"], ["env:NAME, file:PATH, fd:N, stdin or pass:TEXT"]),
            ([""], ["env:NAME"]), (["STDIN"], ["env:NAME"]), (["-"], ["env:NAME"]),
            (["stdin:"], ["env:NAME"]), (["File:/etc/hostname"], ["env:NAME"]),
            (["fd:x"], ["env:NAME"]), (["fd:-1"], ["env:NAME"]), (["fd:"], ["env:NAME"]),
            (["fd:99999999999"], ["env:NAME"]), (["fd:987"], ["987"]),
            (["env:JOTSMITH_NOT_SET"], ["environment"]), (["env:"], ["environment"]),
            (["file:/nowhere/at/all"], ["/nowhere/at/all"]), (["file:"], ["file"]),
            (["file:" + self.folder], [self.folder]), (["file:" + large], ["MiB"]),
            (["file:" + empty], []), (["file:" + line], []), (["pass:"], []),
            (["env:JOTSMITH_EMPTY"], []), (["stdin"], []),
            (["pass:abc%", "--key-encoding", "base64url"], []),
            (["pass:abcde", "--key-encoding", "base64"], []),
            (["pass:abc", "--key-encoding", "hex"], []),
            (["pass:", "--key-encoding", "hex"], []),
            (["pass:a", "--key-encoding", "Hex"], ["--key-encoding", "“Hex”"]),
            (["pass:a", "--key-encoding", ""], ["--key-encoding"]),
        ]
        for arguments, words in refusals:
            for command, text in (("verify", TOKEN), ("sign", "{}")):
                with self.subTest(arguments=arguments, command=command):
                    self.assert_refused(run(command, "-aHS256", "-k", *arguments, text,
                                            env={"JOTSMITH_EMPTY": ""}), *words, command=command)

    def test_stdin_once(self):
        """Standard input is not both the secret and the text."""
        for source in ("stdin", "fd:0"):
            for command, arguments in (("verify", []), ("verify", ["-"]), ("sign", []),
                                       ("sign", ["-"])):
                with self.subTest(source=source, command=command):
                    self.assert_refused(run(command, "-aHS256", "-k", source, *arguments,
                                            stdin=SECRET), "Standard input", command=command)

    def test_secret_goes_nowhere(self):
        """No message repeats what may be a secret."""
        secret = "correct-horse-battery-staple-0123456789"
        wrong = [
            ["-k", secret], ["-k" + secret], ["-kpass" + secret], ["-k", "env:" + secret],
            ["-k", "fd:" + secret], ["--key=" + secret], ["--keyy=pass:" + secret],
            ["-k", "pass:" + secret, "--key-encoding", "hex"],
            ["-k", "pass:" + secret, "--key-encoding", "base64"],
            ["-k", "pass:" + secret[:20]], ["-k", "pass:" + secret],
            ["-k", "pass:-----BEGIN PRIVATE KEY-----" + secret],
            ["-k", 'pass:{"kty":"oct","k":"%s!"}' % secret],
            ["-k", 'pass:{"kty":"%s"}' % "RSA" + secret],
        ]
        for arguments in wrong:
            for command, text in (("verify", TOKEN), ("sign", '{"a":'), ("sign", "{}")):
                with self.subTest(arguments=arguments, command=command):
                    result = run(command, "-aHS256", *arguments, text)
                    self.assertIn(result.code, (0, 1, 2))
                    shown = result.err if command == "sign" else result.out + result.err
                    for start in range(0, len(secret) - 8):
                        self.assertNotIn(secret[start:start + 8], shown)


tap.main(__name__)
