# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs unittest's cases and tells of them in the Test Anything Protocol."""

import sys
import unittest


class TapResult(unittest.TestResult):
    """Prints one line for each case, and why it failed below it."""

    def __init__(self):
        super().__init__()
        self.number = 0
        self.broken = []

    def startTest(self, test):
        super().startTest(test)
        self.broken = []

    def stopTest(self, test):
        super().stopTest(test)
        self.number += 1
        print(f"{'not ok' if self.broken else 'ok'} {self.number} - {name_of(test)}")
        for line in "\n".join(self.broken).splitlines():
            print(f"# {line}")
        sys.stdout.flush()

    def addError(self, test, err):
        super().addError(test, err)
        self.broken.append(self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.broken.append(self.failures[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.broken.append(f"{subtest}\n{(self.errors + self.failures)[-1][1]}")


def name_of(test):
    """The case's own sentence, without what TAP would understand."""
    return (test.shortDescription() or test.id()).replace("#", "").rstrip(".")


def main(module):
    """Runs all cases of a module; does not return."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    result = TapResult()
    unittest.defaultTestLoader.loadTestsFromModule(sys.modules[module]).run(result)
    print(f"1..{result.number}")
    sys.exit(0 if result.number > 0 and result.wasSuccessful() else 1)
