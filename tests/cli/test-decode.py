# SPDX-License-Identifier: GPL-3.0-or-later
"""jotsmith-cli decode."""

import hashlib
import json
import re

import jotsmith
import tap
from jotsmith import encode, make_token, run

A1 = ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
      ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
      "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
      ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
# What a payload may be wrong in, while the token around it is a sound JWS.
OF_CLAIMS = {"not-json", "not-object", "not-utf8", "duplicate-member", "too-deep"}
MEMBERS = {"form", "header", "payload", "signature", "problem", "removed"}


def raw(payload, header=jotsmith.DEFAULT_HEADER, signature=b"x" * 32):
    """A token of any bytes; its signature is made up."""
    return f"{encode(header)}.{encode(payload)}.{encode(signature)}"


class Decode(jotsmith.Case):
    """What a token says, and what is wrong with it."""

    def decode_json(self, text, *options, code=0, stdin=False):
        """Decodes a token into the report."""
        result = run("decode", "--json", *options, stdin=text) if stdin else run(
            "decode", "--json", *options, text)
        self.assert_code(result, code)
        self.assert_harmless(result.out + result.err)
        return json.loads(result.out)

    def assert_problem(self, text, form, code, part, **place):
        """Something is wrong with a token, there and nowhere else."""
        report = self.decode_json(text, code=1, stdin=True)
        problem = report["problem"]
        self.assertEqual((report["form"], problem["code"], problem["part"]), (form, code, part))
        self.assertEqual(set(problem), {"code", "message", "part", "offset", "line", "column"})
        self.assertTrue(problem["message"].endswith("."), problem)
        for name, number in place.items():
            self.assertEqual(problem[name], number, problem)
        return report

    def test_rfc7515_a1(self):
        """The token of RFC 7515 A.1 is read."""
        report = self.decode_json(A1)
        self.assertEqual(set(report), MEMBERS)
        self.assertEqual(set(run("decode", "--json", A1).json()), MEMBERS)
        self.assertEqual(report["form"], "signed")
        self.assertEqual(report["header"], {"typ": "JWT", "alg": "HS256"})
        self.assertEqual(report["payload"], {"iss": "joe", "exp": 1300819380,
                                             "http://example.com/is_root": True})
        self.assertEqual(report["signature"], A1.split(".")[2])
        self.assertIsNone(report["problem"])
        self.assertEqual(report["removed"], [])

    def test_sources(self):
        """A token comes as an argument, from standard input and from a file."""
        path = self.write("token", A1)
        with_break = self.write("token-line", A1 + "\n")
        windows = self.write("token-crlf", A1 + "\r\n")
        for arguments, stdin in (([A1], ""), (["-"], A1), ([], A1), ([], A1 + "\n"),
                                 (["@" + path], ""), (["@" + with_break], ""),
                                 (["@" + windows], "")):
            for strict in ([], ["--strict"]):
                with self.subTest(arguments=arguments, strict=strict):
                    result = run("decode", "--json", *strict, *arguments, stdin=stdin)
                    self.assert_code(result, 0)
                    self.assertEqual(result.json()["header"]["alg"], "HS256")
                    self.assertEqual(result.err, "")

    def test_literals_stay(self):
        """Numbers and escapes come back as the token wrote them."""
        literals = ["12345678901234567890", "1.10", "1E3", "-0", "1e400", "0.1e-7",
                    "9223372036854775808", '"\\u0000"', '"\\ud800"', '"\\/"', '"\\u0041"',
                    "100000000000000000000.000000000000000001", '"\\"\\\\"', "null", "true"]
        payload = "{" + ",".join(f'"m{i}":{text}' for i, text in enumerate(literals)) + "}"
        for options in (["--json"], []):
            result = run("decode", *options, make_token(payload))
            self.assert_code(result, 0)
            for i, literal in enumerate(literals):
                with self.subTest(options=options, literal=literal):
                    self.assertRegex(result.out, rf'"m{i}": {re.escape(literal)}(,|\n)')

    def test_order_of_members(self):
        """Members keep their order."""
        report = run("decode", "--json", make_token('{"z":1,"a":{"y":2,"b":3},"m":[3,1,2]}'))
        payload = report.json()["payload"]
        self.assertEqual(list(payload), ["z", "a", "m"])
        self.assertEqual(list(payload["a"]), ["y", "b"])
        self.assertEqual(payload["m"], [3, 1, 2])

    def test_hidden_characters(self):
        """Characters that a terminal acts on are escaped, and mean the same."""
        for place in ("header", "payload"):
            for character in jotsmith.HIDDEN:
                text = json.dumps({"alg": "HS256", "x": f"a{character}b", f"n{character}": 1},
                                  ensure_ascii=False)
                token = make_token(text if place == "payload" else "{}",
                                   text if place == "header" else jotsmith.DEFAULT_HEADER)
                with self.subTest(place=place, character=f"U+{ord(character):04X}"):
                    self.assertEqual(self.decode_json(token)[place], json.loads(text))
                    result = run("decode", token)
                    self.assert_code(result, 0)
                    self.assert_harmless(result.out + result.err)
                    self.assertIn(f"\\u{ord(character):04x}", result.out)

    def test_human_output(self):
        """A person reads the parts, set out over lines, and the claims in words."""
        result = run("decode", make_token('{"iss":"joe","exp":1300819380,"n":[1,{"a":2}]}'))
        self.assert_code(result, 0)
        self.assertEqual(result.err, "")
        self.assertIn('Header\n{\n  "alg": "HS256",\n  "typ": "JWT"\n}\n', result.out)
        self.assertIn('Payload\n{\n  "iss": "joe",\n  "exp": 1300819380,\n', result.out)
        claims = result.out.split("Claims, not verified\n")[1]
        self.assertRegex(claims, r"(?m)^exp: Expired .* ago \(.*22 March 2011 18:43.*\)$")
        self.assertRegex(claims, r"(?m)^iss: .*joe.*$")
        self.assertNotIn("Verified", result.out)

    def test_claims_are_one_line_each(self):
        """A claim cannot make up a line of its own."""
        result = run("decode", make_token('{"sub":"a\\nexp: Expires in 9 h","x\\ny":"\\u001b[2J"}'))
        self.assert_code(result, 0)
        self.assert_harmless(result.out)
        claims = result.out.split("Claims, not verified\n")[1]
        self.assertEqual(len(claims.splitlines()), 2)

    def test_unsecured(self):
        """An unsecured token is decoded, and said to be one."""
        report = self.decode_json(raw("{}", '{"alg":"none"}', b""))
        self.assertEqual((report["form"], report["signature"]), ("unsecured", ""))

    def test_other_forms(self):
        """What is no signed token is named."""
        encrypted = ".".join([encode('{"alg":"dir","enc":"A256GCM"}'), "", "aaaa", "aaaa", "aaaa"])
        report = self.assert_problem(encrypted, "encrypted", "encrypted", "token")
        self.assertEqual(report["header"]["enc"], "A256GCM")
        self.assertIsNone(report["payload"])
        self.assert_problem('{"payload":"e30","signatures":[]}', "json-serialization",
                            "json-serialization", "token")

    def test_detached(self):
        """A payload that is left out is said to be just that."""
        report = self.assert_problem(raw(""), "signed", "not-json", "payload")
        self.assertIn("detached", report["problem"]["message"])
        report = self.assert_problem(raw(" "), "signed", "not-json", "payload")
        self.assertNotIn("detached", report["problem"]["message"])

    def test_other_kinds(self):
        """What people take for a JWT is said to be none."""
        for text, word in (("v4.public.eyJkYXRhIjoidGhpcyJ9AAAA", "PASETO"),
                           ("v2.local.AAAA.eyJraWQiOiIxIn0", "PASETO"),
                           ("ya29-a0AfH6SMBexample_opaque", "opaque")):
            report = self.assert_problem(text, "malformed", "parts", "token")
            self.assertIn(word, report["problem"]["message"])

    def test_selective_disclosure(self):
        """What an SD-JWT discloses is listed and looked for in the token."""
        def disclose(*parts):
            return encode(json.dumps(parts))

        def digest(text):
            return encode(hashlib.sha256(text.encode()).digest())

        inner = disclose("salt", "street", "Main \u202e 1")
        outer = disclose("salt", "address", {"_sd": [digest(inner)], "country": "DE"})
        element = disclose("salt", "FR")
        stray = disclose("salt", "admin", True)
        payload = {"_sd": [digest(outer)], "list": [{"...": digest(element)}, digest(stray)]}
        token = raw(json.dumps(payload)) + "~" + "~".join(
            [inner, outer, element, stray, "!", encode("[1]")]) + "~"
        report = self.decode_json(token)
        self.assertEqual(report["form"], "sd-jwt")
        self.assertEqual([(one["name"], one["matched"]) for one in report["disclosures"]], [
            ("street", True), ("address", True), (None, True), ("admin", False),
            (None, False), (None, False)])
        self.assertEqual(report["disclosures"][1]["value"]["country"], "DE")
        self.assertEqual(report["disclosures"][2]["value"], "FR")
        self.assertIsNone(report["disclosures"][4]["value"])
        human = run("decode", token)
        self.assert_code(human, 0)
        self.assert_harmless(human.out)
        self.assertIn("no digest of it is in the token", human.out)
        report = self.decode_json(A1 + "~WyJhIl0~")
        self.assertEqual(report["disclosures"], [{"name": None, "value": None, "matched": False}])
        self.assertEqual(report["payload"]["iss"], "joe")

    def test_inner(self):
        """A token inside another one, or in JSON form, is taken out."""
        head, body, tail = A1.split(".")
        flat = {"payload": body, "protected": head, "signature": tail}
        general = {"payload": body, "signatures": [{"protected": head, "signature": tail}]}
        for text, form in ((raw(A1), "signed"), (raw(json.dumps(A1)), "signed"),
                           (json.dumps(flat), "json-serialization"),
                           (json.dumps(general), "json-serialization")):
            report = self.decode_json(text, code=1, stdin=True)
            self.assertEqual((report["form"], report.get("inner")), (form, A1))
            if form == "json-serialization":
                self.assertEqual(report["payload"]["iss"], "joe")
                self.assertEqual(report["header"]["alg"], "HS256")
            self.assertIn(A1, run("decode", stdin=text).out)
        two = {"payload": body, "signatures": 2 * general["signatures"]}
        for text in (json.dumps(two), json.dumps({**flat, "header": {}}), raw("no token"),
                     raw("[]"), json.dumps({"payload": body, "signatures": [1]})):
            report = self.decode_json(text, code=1, stdin=True)
            self.assertNotIn("inner", report)

    def test_malformed(self):
        """Where and what is wrong is said, and what could be read is shown."""
        head, body, tail = A1.split(".")
        parts = [
            ("", "parts", "token", {}),
            ("a", "parts", "token", {}),
            (f"{head}.{body}", "parts", "token", {}),
            (f"{head}.{body}.{tail}.{tail}", "parts", "token", {}),
            (f"{head}.{body}!.{tail}", "base64url", "payload", {"offset": len(head) + len(body) + 1}),
            (f"{head}.{body}.{tail}=", "base64url", "signature", {"offset": len(A1)}),
            (f"{head}.{body}.+{tail[1:]}", "base64url", "signature",
             {"offset": len(head) + len(body) + 2}),
            (f"{head}.{body}.{tail[:-1]}l", "non-canonical", "signature", {}),
            (f"{head[:-1]}.{body}.{tail}", None, "header", {}),
            (f"{head}.{body}a.{tail}", None, "payload", {}),
            (raw("{}", "{"), "not-json", "header", {"line": 1, "column": 2}),
            (raw('{\n "a" 1}'), "not-json", "payload", {"line": 2, "column": 6, "offset": 7}),
            (raw("{}", "[]"), "not-object", "header", {}),
            (raw("[]"), "not-object", "payload", {}),
            (raw("1.10"), "not-object", "payload", {}),
            (raw(""), "not-json", "payload", {"offset": 0}),
            (raw("{}", ""), "not-json", "header", {"offset": 0}),
            (raw("\ufeff{}"), "not-json", "payload", {}),
            (raw("{'a':1}"), "not-json", "payload", {"offset": 1}),
            (raw('{"a":01}'), "not-json", "payload", {}),
            (raw('{"a":1,}'), "not-json", "payload", {}),
            (raw('{"a":"\t"}'), "not-json", "payload", {}),
            (raw("{}{}"), "not-json", "payload", {"offset": 2}),
            (raw('{"a":1,"a":2}'), "duplicate-member", "payload", {"offset": 7, "column": 8}),
            (raw('{"a":1,"\\u0061":2}'), "duplicate-member", "payload", {"offset": 7}),
            (raw("{}", '{"alg":"HS256","alg":"none"}'), "duplicate-member", "header", {}),
            (raw(b'{"a":"\xff"}'), "not-utf8", "payload", {"offset": 6}),
            (raw(b'{"a":"\xed\xa0\x80"}'), "not-utf8", "payload", {"offset": 6}),
            (raw(b"\x00\x01\x02"), None, "payload", {}),
            (raw("{}", "{}"), "alg-missing", "header", {}),
            (raw("{}", '{"alg":256}'), "alg-type", "header", {}),
            (raw("{}", '{"alg":null}'), "alg-type", "header", {}),
            (raw("[" * 129 + "]" * 129), "too-deep", "payload", {}),
        ]
        for text, code, part, place in parts:
            with self.subTest(text=text):
                report = self.decode_json(text, code=1, stdin=True)
                code = code or report["problem"]["code"]
                form = "signed" if code in OF_CLAIMS and part == "payload" else "malformed"
                self.assert_problem(text, form, code, part, **place)
                human = run("decode", stdin=text)
                self.assert_code(human, 1)
                self.assertTrue(human.err.startswith("jotsmith-cli decode: "), repr(human))
                self.assert_harmless(human.out + human.err)
                if part in ("payload", "signature"):
                    self.assertEqual(report["header"]["alg"], "HS256")
                    self.assertIn('"HS256"', human.out)

    def test_payload_that_is_no_json(self):
        """A payload that is no JSON is shown as text, or else as bytes."""
        report = self.decode_json(raw("Hello,\n\u202eworld\x1b"), code=1)
        self.assertIsNone(report["payload"])
        self.assertEqual(report["payloadText"], "Hello,\n\u202eworld\x1b")
        self.assertEqual(set(report), MEMBERS | {"payloadText"})

        for data in (b"\xff\xfe", b"a\x00b", b"\x00"):
            report = self.decode_json(raw(data), code=1)
            self.assertIsNone(report["payload"])
            self.assertEqual(report["payloadBytes"], encode(data))
            self.assertEqual(set(report), MEMBERS | {"payloadBytes"})

        human = run("decode", raw("Hello,\n\u202eworld\x1b"))
        self.assert_code(human, 1)
        self.assertIn("Payload\nHello,\n\\u202eworld\\u001b\n", human.out)

    def test_payload_that_is_json(self):
        """JSON that is no claims set is embedded all the same."""
        for text in ("[1, 2]", '"x"', "1.10", '{"a":1,"a":2}'):
            with self.subTest(text=text):
                result = run("decode", "--json", raw(text))
                self.assert_code(result, 1)
                self.assertEqual(json.loads(result.out)["payload"], json.loads(text))

    def test_removed(self):
        """What stands around a token is taken away, and named."""
        head, body, tail = A1.split(".")
        wrapped = A1[:40] + "\n" + A1[40:80] + "\r\n" + A1[80:]
        pastes = [
            (f"Bearer {A1}", ["bearer-prefix"], "Bearer"),
            (f"bearer   {A1}", ["bearer-prefix"], "Bearer"),
            (f"Authorization: Bearer {A1}", ["authorization-header", "bearer-prefix"],
             "Authorization"),
            (f'"{A1}"', ["quotes"], "uotation"),
            (f"'{A1}'", ["quotes"], "uotation"),
            (f"  {A1}\t", ["whitespace"], "hite space"),
            (wrapped, ["line-breaks"], "ine breaks"),
            (f"{head}\u200b.{body}.\ufeff{tail}", ["invisible-characters"], "nvisible"),
        ]
        for text, names, word in pastes:
            with self.subTest(text=text):
                result = run("decode", "--json", stdin=text)
                self.assert_code(result, 0)
                report = result.json()
                self.assertEqual(report["payload"]["iss"], "joe")
                self.assertLessEqual(set(names), set(report["removed"]))
                self.assertIn(word, result.err)
                self.assertEqual(result.err.count("\n"), 1)
                self.assertTrue(result.err.endswith(".\n"))

                strict = run("decode", "--json", "--strict", stdin=text)
                self.assert_code(strict, 1)
                self.assertEqual(strict.json()["removed"], [])

    def test_files(self):
        """A file that cannot be read is a wrong question."""
        self.assert_refused(run("decode", "@" + self.folder), self.folder, command="decode")
        self.assert_refused(run("decode", "@/nowhere/at/all"), "/nowhere/at/all", command="decode")
        self.assert_refused(run("decode", "@"), command="decode")
        with open("/dev/null", "rb") as nothing:
            result = run("decode", "--json", stdin=nothing)
            self.assert_code(result, 1)
            self.assertEqual(result.json()["problem"]["code"], "parts")

    def test_bytes(self):
        """Bytes that are no text are told from a token."""
        for data in (b"\x00", b"\xff", A1.encode() + b"\x00", b"\x00" + A1.encode(),
                     A1.encode().replace(b".", b"\x00.", 1), b"\xff.\xff.\xff", b"\x1b[2J"):
            for strict in ([], ["--strict"]):
                with self.subTest(data=data, strict=strict):
                    self.decode_json(data, *strict, code=1, stdin=True)
                    human = run("decode", *strict, stdin=data)
                    self.assert_code(human, 1)
                    self.assert_harmless(human.out + human.err)

    def test_large(self):
        """Ten megabytes are read, seventeen and more are not."""
        text = "x" * (7 * 1024 * 1024)
        report = self.decode_json(raw(json.dumps({"x": text})), stdin=True)
        self.assertEqual(report["payload"]["x"], text)
        self.assert_problem("a" * 10_000_000, "malformed", "parts", "token")
        self.assert_problem("a" * (16 * 1024 * 1024 + 1), "malformed", "too-large", "token")
        self.assert_refused(run("decode", stdin="a" * (17 * 1024 * 1024 + 1)), "17", "MiB",
                            command="decode")

    def test_deep(self):
        """100 000 brackets are a sentence, not a crash."""
        for brackets in ("[" * 100_000, "[" * 50_000 + "]" * 50_000, '{"a":' * 100_000):
            report = self.assert_problem(raw(brackets), "signed", "too-deep", "payload")
            self.assertIsNone(report["payload"])
            self.assertEqual(report["payloadText"], brackets)
            self.assert_problem(raw("{}", brackets), "malformed", "too-deep", "header")

    def test_many_members(self):
        """The one name that stands twice among 40 000 is found."""
        members = [f'"m{i}":{i}' for i in range(40_000)]
        self.assertEqual(len(self.decode_json(raw("{" + ",".join(members) + "}"),
                                              stdin=True)["payload"]), 40_000)
        text = "{" + ",".join(members + ['"m20000":0']) + "}"
        result = run("decode", "--json", stdin=raw(text))
        self.assert_code(result, 1)
        problem = json.loads(result.out)["problem"]
        self.assertEqual(problem["code"], "duplicate-member")
        self.assertEqual(problem["offset"], text.rindex('"m20000"'))
        self.assertIn("m20000", problem["message"])


tap.main(__name__)
