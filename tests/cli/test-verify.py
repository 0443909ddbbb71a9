# SPDX-License-Identifier: GPL-3.0-or-later
"""jotsmith-cli verify."""

import json

import jotsmith
import tap
from jotsmith import SECRET, encode, make_token, run

KEY = "pass:" + SECRET
CHECKS = ["signature", "algorithm", "expiry", "not-before", "issuer", "audience", "critical", "key"]
NOON = 1780488000
A1 = ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQog"
      "Imh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
A1_KEY = {"kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4h"
          "cgUuTwjAzZr1Z9CAow"}


class Verify(jotsmith.Case):
    """The verdict, and how it came to be."""

    def verify(self, token, *options, algorithm="HS256", key=KEY):
        """Checks a token as of a fixed time, twice; returns the report."""
        arguments = ["verify", "-a", algorithm, "-k", key, "--at", str(NOON), *options]
        result = run(*arguments, "--json", stdin=token)
        human = run(*arguments, stdin=token)
        report = result.json()
        self.assertEqual(set(report), {"verdict", "algorithm", "reasons", "checks", "hints"})
        self.assertEqual(report["algorithm"], algorithm)
        self.assertEqual([check["name"] for check in report["checks"]], CHECKS)
        self.assertIn(report["verdict"], ("verified", "rejected", "malformed"))
        self.assertEqual(report["verdict"] == "verified", not report["reasons"])
        self.assertEqual(result.code, 0 if report["verdict"] == "verified" else 1)
        self.assertEqual(human.code, result.code)
        self.assertTrue(human.out.startswith(report["verdict"].capitalize()), repr(human))
        self.assertEqual(len(human.out.splitlines()), 1 + len(CHECKS) + len(report["hints"]))
        self.assert_harmless(result.out + result.err + human.out + human.err)
        return report

    def assert_verified(self, token, *options, **policy):
        """A token is verified."""
        report = self.verify(token, *options, **policy)
        self.assertEqual(report["verdict"], "verified", report)
        return results(report)

    def assert_rejected(self, token, codes, *options, verdict="rejected", **policy):
        """A token is rejected for these reasons and no other."""
        report = self.verify(token, *options, **policy)
        self.assertEqual(report["verdict"], verdict, report)
        self.assertEqual([reason["code"] for reason in report["reasons"]], codes)
        for reason in report["reasons"]:
            self.assertTrue(reason["message"].endswith("."), reason)
        return results(report)

    def test_verified(self):
        """A sound token is verified, and what was not asked for is not checked."""
        for algorithm in jotsmith.ALGORITHMS:
            token = make_token("{}", f'{{"alg":"{algorithm}"}}', algorithm=algorithm)
            checks = self.assert_verified(token, algorithm=algorithm)
            self.assertEqual(checks, {**dict.fromkeys(CHECKS, "not-checked"),
                                      "signature": "passed", "algorithm": "passed",
                                      "critical": "passed", "key": "passed"})

    def test_rfc7515_a1(self):
        """The token of RFC 7515 A.1 is verified with its key, a JWK."""
        key = "file:" + self.write("key.json", json.dumps(A1_KEY))
        checks = self.assert_verified(A1, "--at", "1300819379", "--issuer", "joe", key=key)
        self.assertEqual(checks["expiry"], "passed")
        self.assert_rejected(A1, ["expired"], key=key)

    def test_tampered(self):
        """A change of one character anywhere is seen."""
        token = make_token('{"sub":"joe","admin":false}')
        for place in range(len(token)):
            other = "A" if token[place] != "A" else "B"
            changed = token[:place] + other + token[place + 1:]
            result = run("verify", "-aHS256", "-k" + KEY, changed)
            self.assert_code(result, 1)

    def test_wrong_secret(self):
        """Another secret does not match."""
        checks = self.assert_rejected(make_token("{}"), ["signature-mismatch"],
                                      key="pass:" + SECRET[::-1])
        self.assertEqual((checks["signature"], checks["algorithm"]), ("failed", "passed"))

    def test_hints(self):
        """What would make a signature match is told, and is no verification."""
        secret = "00112233445566778899aabbccddeeff" * 2
        token = make_token("{}", secret=secret)
        for key, options, code in (
                ("pass:" + secret, ["--key-encoding", "hex"], "encoding"),
                ("pass:" + secret + "\n", [], "without-line-break"),
                ("pass:" + SECRET, [], None)):
            report = self.verify(token, *options, key=key)
            self.assertEqual(report["verdict"], "rejected")
            self.assertEqual([hint["code"] for hint in report["hints"]], [code] if code else [])
            self.assertNotIn(secret, json.dumps(report))
        token = make_token("{}", '{"alg":"HS512"}', algorithm="HS512")
        report = self.verify(token)
        self.assertEqual([hint["code"] for hint in report["hints"]], ["algorithm"])
        self.assertEqual(report["hints"][0]["message"], "This key verifies it as HS512.")

    def test_signature_length(self):
        """A signature that is cut short or drawn out is no match."""
        body = make_token("{}").rsplit(".", 1)[0]
        for size in (0, 16, 31, 33, 64):
            report = self.verify(f"{body}.{encode(bytes(size))}")
            self.assertEqual(report["verdict"], "rejected")
            self.assertIn("signature-length", [reason["code"] for reason in report["reasons"]])

    def test_algorithm_is_pinned(self):
        """The token never chooses its algorithm."""
        for named in ("HS384", "HS512", "RS256", "ES256"):
            token = make_token("{}", f'{{"alg":"{named}"}}')
            checks = self.assert_rejected(token, ["alg-mismatch"])
            self.assertEqual((checks["signature"], checks["algorithm"]), ("not-checked", "failed"))
        token = make_token("{}", '{"alg":"HS384"}', algorithm="HS384")
        self.assert_rejected(token, ["alg-mismatch"])

    def test_none(self):
        """An unsecured token is never verified, however it is spelled."""
        for name in ("none", "None", "NONE", "nOnE"):
            for signature in (b"", b"x", bytes(32)):
                token = f'{encode(json.dumps({"alg": name}))}.{encode("{}")}.{encode(signature)}'
                report = self.verify(token)
                self.assertEqual(report["verdict"], "rejected")
                self.assertIn("unsecured", [reason["code"] for reason in report["reasons"]])
        token = make_token("{}", '{"alg":"none"}')
        self.assertEqual(self.verify(token)["verdict"], "rejected")

    def test_unknown_algorithms(self):
        """An algorithm that nobody knows is said to be that."""
        for name in ("hs256", "HS256 ", "HS257", "HS256\\u0000", ""):
            report = self.verify(make_token("{}", '{"alg":"%s"}' % name))
            codes = [reason["code"] for reason in report["reasons"]]
            self.assertEqual(report["verdict"], "rejected", name)
            self.assertIn("alg-mismatch", codes)
            self.assertEqual(results(report)["signature"], "not-checked")

    def test_expiry(self):
        """The expiry is judged to the second, with the leeway around it."""
        token = make_token(f'{{"exp":{NOON}}}')
        for at, leeway, good in ((NOON - 1, 0, True), (NOON, 0, False), (NOON + 29, None, True),
                                 (NOON + 30, None, False), (NOON + 599, 600, True),
                                 (NOON + 600, 600, False)):
            options = ["--at", str(at), *(["--leeway", str(leeway)] if leeway is not None else [])]
            with self.subTest(at=at, leeway=leeway):
                if good:
                    self.assertEqual(self.assert_verified(token, *options)["expiry"], "passed")
                else:
                    checks = self.assert_rejected(token, ["expired"], *options)
                    self.assertEqual((checks["expiry"], checks["signature"]), ("failed", "passed"))

    def test_not_before(self):
        """The start is judged to the second, with the leeway around it."""
        token = make_token(f'{{"nbf":{NOON}}}')
        for at, leeway, good in ((NOON, 0, True), (NOON - 1, 0, False), (NOON - 30, 30, True),
                                 (NOON - 31, 30, False)):
            with self.subTest(at=at, leeway=leeway):
                options = ["--at", str(at), "--leeway", str(leeway)]
                if good:
                    self.assertEqual(self.assert_verified(token, *options)["not-before"], "passed")
                else:
                    checks = self.assert_rejected(token, ["not-yet-valid"], *options)
                    self.assertEqual(checks["not-before"], "failed")

    def test_now(self):
        """Without --at the clock on the wall counts."""
        for exp, code in ((1300819380, 1), (99999999999, 0)):
            result = run("verify", "-aHS256", "-k" + KEY, make_token(f'{{"exp":{exp}}}'))
            self.assert_code(result, code)

    def test_at(self):
        """A time is read as UNIX time and as RFC 3339."""
        token = make_token(f'{{"nbf":{NOON},"exp":{NOON + 1}}}')
        for at in (str(NOON), "2026-06-03T12:00:00Z", "2026-06-03T14:00:00+02:00",
                   "2026-06-03 12:00:00.999z", "2026-06-03T00:00:00-12:00"):
            with self.subTest(at=at):
                self.assert_verified(token, "--leeway", "0", "--at", at)

    def test_never_valid(self):
        """A token that ends before it starts is never valid."""
        token = make_token(f'{{"nbf":{NOON},"exp":{NOON - 10}}}')
        self.assert_rejected(token, ["never-valid"])

    def test_issuer(self):
        """The issuer is compared to the letter."""
        token = make_token('{"iss":"https://a.example"}')
        self.assertEqual(self.assert_verified(token, "--issuer", "https://a.example")["issuer"],
                         "passed")
        for other in ("https://a.example/", "https://A.example", "https://a.exampl"):
            checks = self.assert_rejected(token, ["issuer-mismatch"], "--issuer", other)
            self.assertEqual(checks["issuer"], "failed")
        self.assert_rejected(make_token("{}"), ["claim-missing"], "--issuer", "a")
        self.assert_rejected(make_token('{"iss":"a\\u0000b"}'), ["issuer-mismatch"], "--issuer", "a")

    def test_audience(self):
        """The audience has to be among the token's."""
        for aud in ('"api"', '["web","api"]', '["api"]'):
            token = make_token('{"aud":%s}' % aud)
            self.assertEqual(self.assert_verified(token, "--audience", "api")["audience"], "passed")
        for aud in ('"API"', '["web"]', "[]", '"web api"'):
            token = make_token('{"aud":%s}' % aud)
            checks = self.assert_rejected(token, ["audience-mismatch"], "--audience", "api")
            self.assertEqual(checks["audience"], "failed")
        self.assert_rejected(make_token("{}"), ["claim-missing"], "--audience", "api")

    def test_types(self):
        """A registered claim of the wrong type is a reason."""
        for payload in ('{"exp":"99999999999"}', '{"nbf":true}', '{"iat":"now"}', '{"iss":1}',
                        '{"sub":1234}', '{"aud":{"a":1}}', '{"jti":null}'):
            with self.subTest(payload=payload):
                self.assert_rejected(make_token(payload), ["claim-type"])
        self.assert_rejected(make_token('{"exp":1e400}'), ["claim-range"])

    def test_require(self):
        """Claims that are asked for have to be there."""
        token = make_token('{"sub":"joe","a,b":1}')
        self.assert_verified(token, "--require", "sub")
        self.assert_rejected(token, ["claim-missing"], "--require", "exp")
        self.assert_rejected(token, ["claim-missing", "claim-missing"], "--require", "exp,sub,iss")
        self.assert_verified(make_token('{"exp":99999999999,"x":null}'), "--require", "exp, x")

    def test_critical(self):
        """What a token demands in crit is not passed over."""
        token = make_token("{}", '{"alg":"HS256","crit":["x"],"x":1}')
        self.assertEqual(self.assert_rejected(token, ["crit"])["critical"], "failed")
        token = make_token("{}", '{"alg":"HS256","b64":false,"crit":["b64"]}')
        self.assert_rejected(token, ["unencoded-payload"])

    def test_weak_key(self):
        """A weak secret rejects, though its signature matches."""
        token = make_token("{}", secret="weak")
        checks = self.assert_rejected(token, ["key-weak"], key="pass:weak")
        self.assertEqual((checks["signature"], checks["key"]), ("passed", "failed"))

    def test_several_reasons(self):
        """All reasons are given, and each check stands on its own."""
        token = make_token(f'{{"exp":{NOON - 100},"iss":"a"}}')
        checks = self.assert_rejected(token, ["expired", "issuer-mismatch", "audience-mismatch"][:2]
                                      + ["claim-missing"],
                                      "--issuer", "b", "--audience", "c")
        self.assertEqual(checks["signature"], "passed")
        report = self.verify(token, "--issuer", "b", key="pass:" + SECRET[::-1])
        self.assertEqual([reason["code"] for reason in report["reasons"]],
                         ["signature-mismatch", "expired", "issuer-mismatch"])

    def test_details(self):
        """A check that failed says why; nothing from the token hides in it."""
        token = make_token('{"iss":"\u202eevil\\u001b[2J","aud":"x\\ny"}')
        report = self.verify(token, "--issuer", "good", "--audience", "z")
        details = {check["name"]: check.get("detail") for check in report["checks"]}
        self.assertEqual([details["issuer"], details["audience"]],
                         [reason["message"] for reason in report["reasons"]])
        self.assertIn("“good”", details["issuer"])
        self.assertIn("\\u202eevil\\u001b[2J", details["issuer"])

    def test_malformed(self):
        """What is no token is malformed, with a reason."""
        good = make_token("{}")
        head, body, tail = good.split(".")
        for text, code in (("", "parts"), ("x", "parts"), (f"{head}.{body}", "parts"),
                           (f"{head}.{body}.{tail}=", "base64url"),
                           (make_token("{"), "not-json"), (make_token("[]"), "not-object"),
                           (make_token('{"a":1,"a":1}'), "duplicate-member"),
                           (make_token(b"{\"a\":\"\xff\"}"), "not-utf8"),
                           (make_token("[" * 100_000), "too-deep"),
                           (make_token("{}", "{}"), "alg-missing"),
                           (make_token("{}", '{"alg":1}'), "alg-type"),
                           ("a" * (16 * 1024 * 1024 + 1), "too-large")):
            with self.subTest(text=text[:60]):
                report = self.verify(text)
                self.assertEqual(report["verdict"], "malformed")
                self.assertEqual(report["reasons"][0]["code"], code)

    def test_signature_of_malformed_claims(self):
        """The signature is checked though the payload is no claims set."""
        report = self.verify(make_token("not JSON"))
        self.assertEqual(results(report)["signature"], "passed")

    def test_other_forms(self):
        """Encrypted and other tokens are rejected by their name."""
        encrypted = ".".join([encode('{"alg":"dir","enc":"A256GCM"}'), "", "aaaa", "aaaa", "aaaa"])
        for text, code in ((encrypted, "encrypted"), (make_token("{}") + "~", "sd-jwt"),
                           ('{"payload":"e30","signatures":[]}', "json-serialization")):
            report = self.verify(text)
            self.assertEqual(report["verdict"], "rejected")
            self.assertEqual(report["reasons"][0]["code"], code)

    def test_paste(self):
        """What stands around a token is taken away, unless --strict."""
        token = make_token("{}")
        result = run("verify", "-aHS256", "-k" + KEY, f"Authorization: Bearer {token}")
        self.assert_code(result, 0)
        self.assertIn("Authorization", result.err)
        self.assertNotIn("Authorization", result.out)
        for text in (f"Bearer {token}", f" {token}", f'"{token}"', f"{token[:20]}\n{token[20:]}"):
            self.assert_code(run("verify", "-aHS256", "-k" + KEY, text), 0)
            self.assert_code(run("verify", "-aHS256", "-k" + KEY, "--strict", text), 1)
        self.assert_code(run("verify", "-aHS256", "-k" + KEY, "--strict", stdin=token + "\n"), 0)
        path = self.write("token", token)
        self.assert_code(run("verify", "-aHS256", "-k" + KEY, "@" + path), 0)

    def test_refusals(self):
        """A wrong question is refused, however good the token is."""
        token = make_token("{}")
        good = ["-aHS256", "-k" + KEY]
        refusals = [
            ([], ["--algorithm"]), (["-aHS256"], ["--key"]), (["-k" + KEY], ["--algorithm"]),
            (["-anone", "-k" + KEY], ["“none”"]), (["-aRS256", "-k" + KEY], ["“RS256”"]),
            (["-ahs256", "-k" + KEY], ["“hs256”"]), (["-a", "", "-k" + KEY], ["--algorithm"]),
            ([*good, "--leeway", "601"], ["--leeway", "600"]),
            ([*good, "--leeway", "-1"], ["--leeway"]), ([*good, "--leeway", "30s"], ["--leeway"]),
            ([*good, "--leeway", ""], ["--leeway"]),
            ([*good, "--at", "noon"], ["--at", "“noon”"]), ([*good, "--at", ""], ["--at"]),
            ([*good, "--at", "2026-06-03"], ["--at"]),
            ([*good, "--at", "2026-06-03T12:00:00"], ["--at"]),
            ([*good, "--at", "2026-13-03T12:00:00Z"], ["--at"]),
            ([*good, "--at", "1e9"], ["--at"]), ([*good, "--at", "-1"], ["--at"]),
            ([*good, "--issuer", ""], ["--issuer", "empty"]),
            ([*good, "--audience="], ["--audience", "empty"]),
            ([*good, "--issuer", b"\xff"], ["--issuer", "UTF-8"]),
            ([*good, "--require", ""], ["--require"]), ([*good, "--require", "exp,,iss"], ["--require"]),
            ([*good, "--require", ","], ["--require"]), ([*good, "--require", "exp,"], ["--require"]),
        ]
        for arguments, words in refusals:
            with self.subTest(arguments=arguments):
                self.assert_refused(run("verify", *arguments, token), *words, command="verify")


def results(report):
    """How each check went."""
    return {check["name"]: check["result"] for check in report["checks"]}


tap.main(__name__)
