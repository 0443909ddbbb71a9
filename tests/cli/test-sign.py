# SPDX-License-Identifier: GPL-3.0-or-later
"""jotsmith-cli sign."""

import json
import time

import jotsmith
import tap
from jotsmith import SECRET, decode, encode, mac, run

KEY = "pass:" + SECRET


class Sign(jotsmith.Case):
    """Tokens, and the texts that are signed."""

    def sign(self, *arguments, algorithm="HS256", stdin=b""):
        """Signs without a complaint, and returns the header's and payload's bytes."""
        result = run("sign", "-a", algorithm, "-k", KEY, *arguments, stdin=stdin)
        self.assert_code(result, 0)
        self.assertEqual(result.err, "")
        self.assertRegex(result.out, r"\A[\w-]+\.[\w-]+\.[\w-]+\n\Z")
        body, signature = result.out.strip().rsplit(".", 1)
        self.assertEqual(decode(signature), mac(algorithm, SECRET, body))
        header, payload = body.split(".")
        return decode(header), decode(payload)

    def test_algorithms(self):
        """Each algorithm signs as another implementation does."""
        for algorithm in jotsmith.ALGORITHMS:
            with self.subTest(algorithm=algorithm):
                header, payload = self.sign('{"sub":"joe"}', algorithm=algorithm)
                self.assertEqual(header, f'{{"alg":"{algorithm}","typ":"JWT"}}'.encode())
                self.assertEqual(payload, b'{"sub":"joe"}')

    def test_rfc7515_a1(self):
        """The token of RFC 7515 A.1 is made from its texts and its key."""
        key = json.dumps({"kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0g"
                          "ZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"})
        token = ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4"
                 "MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
                 ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        head, body, _ = token.split(".")
        result = run("sign", "-aHS256", "-kfile:" + self.write("key", key),
                     "--header", decode(head), decode(body))
        self.assert_code(result, 0)
        self.assertEqual(result.out, token + "\n")

    def test_as_written(self):
        """What is signed are the bytes as they are written."""
        texts = ['{"z":1.10, "a":1E3}', '{\n  "big": 12345678901234567890\n}', " {}\t", "{ }",
                 '{"a":"\\u0000\\/\\u0041","ü":"\u202e"}', '{"a":-0,"b":1e400}\r\n ']
        for text in texts:
            with self.subTest(text=text):
                self.assertEqual(self.sign(text)[1], text.encode())
                self.assertEqual(self.sign("-", stdin=text + "\n")[1], text.encode())
                self.assertEqual(self.sign(stdin=text + "\r\n")[1], text.encode())
                path = self.write("payload", text + "\n")
                self.assertEqual(self.sign("@" + path)[1], text.encode())

    def test_compact(self):
        """--compact leaves out white space, and touches no literal."""
        text = ' {\n "b" : [ 1.10 , 1E3 ],\t"a": " a  b\\u0020" ,"c":{ }\n} '
        header, payload = self.sign("--compact", "--header", '{ "alg" : "HS256" }', text)
        self.assertEqual(payload, b'{"b":[1.10,1E3],"a":" a  b\\u0020","c":{}}')
        self.assertEqual(header, b'{"alg":"HS256"}')

    def test_header(self):
        """A header of one's own takes the place of the usual one."""
        text = '{"kid": "k1",  "alg":"HS384"}'
        path = self.write("header", text + "\n")
        for argument in (text, "@" + path):
            header, _ = self.sign("--header", argument, "{}", algorithm="HS384")
            self.assertEqual(header, text.encode())

    def test_bad_headers(self):
        """A header that does not say the same algorithm, or is none, is refused."""
        refusals = [
            ('{"alg":"HS512"}', ["HS512", "HS256"]),
            ('{"alg":"none"}', []),
            ('{"alg":"hs256"}', []),
            ('{"alg":"HS256\\u0000"}', []),
            ('{"alg":["HS256"]}', []),
            ('{"typ":"JWT"}', []),
            ("{}", []),
            ("[]", []),
            ("", []),
            ("HS256", []),
            ('{"alg":"HS256",}', []),
            ('{"alg":"HS256","alg":"HS256"}', ["alg"]),
            ('{"alg":"none","alg":"HS256"}', ["alg"]),
            ('{"alg":"HS256","crit":["exp"]}', []),
            ('{"alg":"HS256","b64":false,"crit":["b64"]}', []),
            (b'{"alg":"HS256","x":"\xff"}', []),
            ("@/nowhere/at/all", ["/nowhere"]),
            ("-", ["--header"]),
            ("@" + self.folder, [self.folder]),
        ]
        for header, words in refusals:
            with self.subTest(header=header):
                self.assert_refused(run("sign", "-aHS256", "-k" + KEY, "--header", header, "{}"),
                                    *words, command="sign")

    def test_bad_payloads(self):
        """A payload that is no claims set is refused, with the place of the fault."""
        refusals = [
            (b"", []), (b" ", []), (b"\n", []), (b"{", []), (b"[]", []), (b'"text"', []),
            (b"null", []), (b"hello", []), (b"{}{}", []), (b"{'a':1}", []), (b'{"a":1,}', []),
            (b'{\n "a": 01}', ["2"]), (b'{"a":1,"a":2}', ["“a”"]), (b'{"a":"\xff"}', ["UTF-8"]),
            (b'{"a":1}\x00', []), (b'{"a":"\x00"}', []), (b"\xef\xbb\xbf{}", []),
            (b"[" * 100_000, []), (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, []),
            (b"{" + b",".join(b'"m%d":1' % i for i in range(40_000)) + b',"m7":1}', ["“m7”"]),
            (b"x" * 10_000_000, []),
            (b"x" * (17 * 1024 * 1024 + 1), ["MiB"]),
        ]
        for payload, words in refusals:
            with self.subTest(payload=payload[:40]):
                result = run("sign", "-aHS256", "-k" + KEY, stdin=payload)
                self.assert_refused(result, *words, command="sign")
                self.assert_harmless(result.err)
        for argument in ("@" + self.folder, "@/nowhere/at/all"):
            self.assert_refused(run("sign", "-aHS256", "-k" + KEY, argument), argument[1:],
                                command="sign")

    def test_large_payload(self):
        """Ten megabytes are signed."""
        payload = json.dumps({"x": "y" * 10_000_000})
        self.assertEqual(self.sign(stdin=payload)[1], payload.encode())

    def test_expires_in(self):
        """--expires-in sets the expiry from now, and leaves the rest as written."""
        for text, seconds in (("15m", 900), ("90s", 90), ("2h", 7200), ("30d", 2_592_000),
                              ("900", 900), ("0", 0), ("36525d", 3_155_760_000)):
            with self.subTest(text=text):
                before = int(time.time())
                payload = json.loads(self.sign("--expires-in", text, '{"exp":1}')[1])
                after = int(time.time())
                self.assertLessEqual(before + seconds, payload["exp"])
                self.assertLessEqual(payload["exp"], after + seconds)

        signed = self.sign("--expires-in", "1h", '{"a":1.10, "exp" : 5 ,"b":1E3}')[1]
        self.assertRegex(signed, rb'\A\{"a":1\.10, "exp" : \d{10} ,"b":1E3\}\Z')
        signed = self.sign("--expires-in", "1h", '{"a":1.10}')[1]
        self.assertRegex(signed, rb'\A\{"a":1\.10,"exp":\d{10}\}\Z')

    def test_not_before(self):
        """--not-before takes a time from now, a UNIX time or an RFC 3339 time."""
        for text, seconds in (("1780502400", 1780502400), ("0", 0),
                              ("2026-06-03T16:00:00Z", 1780502400),
                              ("2026-06-03t18:00:00.75+02:00", 1780502400)):
            with self.subTest(text=text):
                payload = json.loads(self.sign("--not-before", text, "{}")[1])
                self.assertEqual(payload, {"nbf": seconds})
        before = int(time.time())
        nbf = json.loads(self.sign("--not-before", "5m", "{}")[1])["nbf"]
        self.assertTrue(before + 300 <= nbf <= int(time.time()) + 300)

    def test_issued_now(self):
        """--issued-now sets the time of issue."""
        before = int(time.time())
        payload = json.loads(self.sign("--issued-now", "--expires-in", "10", "--not-before", "0s",
                                       '{"sub":"joe"}')[1])
        self.assertEqual(list(payload), ["sub", "iat", "nbf", "exp"])
        self.assertTrue(before <= payload["iat"] <= int(time.time()))
        self.assertEqual(payload["exp"] - payload["iat"], 10)
        self.assertEqual(payload["nbf"], payload["iat"])

    def test_bad_times(self):
        """A time that is none is refused."""
        for text in ("", "m", "15 m", "-15m", "1.5h", "15M", "1w", "15m30s", "0x10", "36526d",
                     "99999999999999999999", "never"):
            with self.subTest(text=text):
                self.assert_refused(run("sign", "-aHS256", "-k" + KEY, "--expires-in=" + text, "{}"),
                                    "--expires-in", command="sign")
        for text in ("", "-1", "1.5", "tomorrow", "2026-06-03", "2026-06-03T16:00:00",
                     "2026-02-30T00:00:00Z", "20260603T160000Z", "2026-06-03T25:00:00Z",
                     "2026-06-03T16:00:00Z\n", "253402300800"):
            with self.subTest(text=text):
                self.assert_refused(run("sign", "-aHS256", "-k" + KEY, "--not-before=" + text, "{}"),
                                    "--not-before", command="sign")

    def test_weak_secret(self):
        """A weak secret signs, with a warning that does not repeat it."""
        for algorithm, size in (("HS256", 32), ("HS384", 48), ("HS512", 64)):
            secret = "w" * (size - 1)
            result = run("sign", "-a", algorithm, "-k", "pass:" + secret, "{}")
            self.assert_code(result, 0)
            body, signature = result.out.strip().rsplit(".", 1)
            self.assertEqual(signature, encode(mac(algorithm, secret, body)))
            self.assertTrue(result.err.startswith("jotsmith-cli sign: Warning: "), result.err)
            self.assertIn(algorithm, result.err)
            self.assertIn(str(size), result.err)
            self.assertEqual(result.err.count("\n"), 1)
            self.assertNotIn("www", result.err)
            self.assertEqual(run("sign", "-a", algorithm, "-k", f"pass:{secret}w", "{}").err, "")

    def test_required_options(self):
        """Algorithm and secret have to be named."""
        self.assert_refused(run("sign", "{}"), "--algorithm", command="sign")
        self.assert_refused(run("sign", "-aHS256", "{}"), "--key", command="sign")
        self.assert_refused(run("sign", "-k" + KEY, "{}"), "--algorithm", command="sign")
        for name in ("none", "None", "hs256", "RS256", "HS1", ""):
            self.assert_refused(run("sign", "-a", name, "-k" + KEY, "{}"), "HS256, HS384, HS512",
                                command="sign")


tap.main(__name__)
