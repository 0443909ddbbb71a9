# SPDX-License-Identifier: GPL-3.0-or-later
"""What all commands have in common: help, version, and refusals."""

import subprocess

import jotsmith
import tap
from jotsmith import run

COMMANDS = ["secret", "decode", "sign", "verify"]


class Command(jotsmith.Case):
    """The first word after the name."""

    def test_help_on_every_level(self):
        """--help goes to standard output on every level."""
        for arguments in ([], *([command] for command in COMMANDS)):
            for option in ("--help", "-h"):
                with self.subTest(arguments=arguments, option=option):
                    result = run(*arguments, option)
                    self.assert_code(result, 0)
                    self.assertEqual(result.err, "")
                    self.assertIn("Usage:\n  " + " ".join(["jotsmith-cli", *arguments]), result.out)
                    self.assertIn("--help", result.out)
                    self.assertIn("--version", result.out)

    def test_help_lists_the_commands(self):
        """--help lists every command."""
        listed = run("--help").out.split("Commands:\n")[1]
        for command in COMMANDS:
            self.assertIn(f"  {command} ", listed)

    def test_help_lists_the_options(self):
        """--help of a command lists each of its options."""
        common = ["--algorithm", "--key", "--key-encoding", "--keep-newline"]
        options = {
            "secret": ["--algorithm", "--bits", "--encoding", "--format", "--name", "--count"],
            "decode": ["--json", "--strict"],
            "sign": [*common, "--header", "--expires-in", "--not-before", "--issued-now",
                     "--compact"],
            "verify": [*common, "--issuer", "--audience", "--leeway", "--at", "--require",
                       "--strict", "--json"],
        }
        for command, expected in options.items():
            text = run(command, "--help").out
            for option in expected:
                with self.subTest(command=command, option=option):
                    self.assertIn(f" {option}", text)

    def test_help_warns_of_pass(self):
        """The help of pass: says who else can read it."""
        for command in ("sign", "verify"):
            self.assertIn("other users of this machine can read it",
                          run(command, "--help").out)

    def test_version_on_every_level(self):
        """--version goes to standard output on every level."""
        for arguments in ([], *([command] for command in COMMANDS)):
            for option in ("--version", "-V"):
                with self.subTest(arguments=arguments):
                    result = run(*arguments, option)
                    self.assert_code(result, 0)
                    self.assertRegex(result.out, r"\Ajotsmith-cli \d+\.\d+\.\d+\n\Z")
                    self.assertEqual(result.err, "")

    def test_wrong_command(self):
        """No command, or one that there is not, is refused."""
        for arguments in ([], ["--"], ["frobnicate"], ["Secret"], [""], ["--", "secret"],
                          ["audit"], ["key"], ["help"], ["--bogus"], ["-x"]):
            with self.subTest(arguments=arguments):
                self.assert_refused(run(*arguments), "Try “jotsmith-cli --help”.")

    def test_wrong_option(self):
        """An option that there is not is refused, by its name alone."""
        for command in COMMANDS:
            for option in ("--bogus", "-x", "--bogus=value"):
                with self.subTest(command=command, option=option):
                    result = run(command, option)
                    self.assert_refused(result, f"Try “jotsmith-cli {command} --help”.",
                                        command=command)
                    self.assertNotIn("value", result.err)

    def test_missing_value(self):
        """An option without its value is refused."""
        for arguments in (["secret", "--bits"], ["secret", "-a"], ["sign", "-k"],
                          ["verify", "--issuer"], ["sign", "--expires-in"]):
            with self.subTest(arguments=arguments):
                self.assert_refused(run(*arguments), arguments[1], command=arguments[0])

    def test_values_behind_letters(self):
        """A short option takes its value with and without a space."""
        key = "pass:" + jotsmith.SECRET
        one = run("sign", "-a", "HS256", "-k", key, "{}")
        other = run("sign", "-aHS256", "-k" + key, "{}")
        self.assert_code(one, 0)
        self.assertEqual(one.out, other.out)

    def test_values_that_look_like_options(self):
        """What stands behind an option that takes a value is its value."""
        token = jotsmith.make_token('{"iss":"-aHS384"}')
        result = run("verify", "-aHS256", "-kpass:" + jotsmith.SECRET, "--issuer", "-aHS384", token)
        self.assert_code(result, 0)

    def test_double_dash(self):
        """Behind -- nothing is an option."""
        result = run("decode", "--json", "--", "--help")
        self.assert_code(result, 1)
        self.assertEqual(result.json()["form"], "malformed")
        result = run("verify", "-aHS256", "-kpass:" + jotsmith.SECRET, "--json", "--", "-kx")
        self.assert_code(result, 1)
        self.assertEqual(result.json()["verdict"], "malformed")

    def test_too_many_arguments(self):
        """A second argument is refused: a quotation mark is missing."""
        for command in (["decode"], ["sign", "-aHS256", "-kenv:A"], ["verify", "-aHS256", "-kenv:A"]):
            with self.subTest(command=command):
                self.assert_refused(run(*command, "Bearer", "a.b.c"), "quotes", command=command[0])
        self.assert_refused(run("secret", "HS256"), "“HS256”", command="secret")

    def test_bytes_in_refusals(self):
        """What a person wrote comes back escaped."""
        for nasty in (b"\x1b[31mred", "\u202egnp".encode(), b"a\nb", b"\xff\xfe", b"\x9b"):
            for arguments in ([nasty], [b"--" + nasty], [b"secret", b"-a", nasty],
                              [b"secret", b"--format", nasty], [b"decode", b"@" + nasty],
                              [b"verify", b"-aHS256", b"-kfile:/" + nasty]):
                with self.subTest(arguments=arguments):
                    result = run(*arguments)
                    self.assert_refused(result)
                    self.assert_harmless(result.err)

    def test_full_disk(self):
        """Output that cannot be written is no success."""
        for arguments in (["--help"], ["secret"], ["secret", "--count", "3"],
                          ["decode", jotsmith.make_token("{}")]):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                done = subprocess.run([jotsmith.PROGRAM, *arguments], check=False, stdout=full,
                                      stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 2)
                self.assertIn(b"Standard output", done.stderr)

    def test_plain_locale(self):
        """A locale without UTF-8 changes neither the output nor what is read."""
        token = jotsmith.make_token('{"iss":"Zoë","exp":99999999999}')
        arguments = ["verify", "-aHS256", "-kpass:" + jotsmith.SECRET, "--issuer", "Zoë", "--json",
                     token]
        for locale in ("C", "C.UTF-8"):
            with self.subTest(locale=locale):
                self.assert_code(run(*arguments, env={"LC_ALL": locale}), 0)
                result = run("frobnicate", env={"LC_ALL": locale})
                self.assertIn("“frobnicate”", result.err)

    def test_one_pipe(self):
        """secret, sign and verify work as one pipe."""
        script = ('"$1" secret --encoding hex | "$1" sign -a HS256 -k stdin --key-encoding hex '
                  '\'{"sub":"pipe"}\' | "$1" verify -a HS256 -k file:"$2" --key-encoding hex')
        path = self.write("secret", "00" * 32)
        done = subprocess.run(["sh", "-c", script, "sh", jotsmith.PROGRAM, path], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1, "another secret signed it")

        script = ('"$1" secret > "$2" && "$1" sign -a HS256 -k file:"$2" --expires-in 1h '
                  '--issued-now \'{"sub":"pipe"}\' | "$1" verify -a HS256 -k file:"$2" '
                  '--require sub,exp,iat')
        done = subprocess.run(["sh", "-c", script, "sh", jotsmith.PROGRAM, path], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done)
        self.assertTrue(done.stdout.startswith(b"Verified"))

    def test_no_gtk(self):
        """The command links nothing that draws."""
        with open(jotsmith.PROGRAM, "rb") as file:
            program = file.read()
        for library in (b"libgtk", b"libadwaita", b"libgdk", b"libX11"):
            self.assertNotIn(library, program)


tap.main(__name__)
