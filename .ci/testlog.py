#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what meson logged of a test run.

    testlog.py FOLDER     says which tests of that build folder were left out, and why
"""

import json
import pathlib
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP'}


def path_in(folder):
    return pathlib.Path(folder) / 'meson-logs' / 'testlog.json'


def read(path):
    """The tests of a run; of one that was run several times, all runs. A line cut short is no test."""
    try:
        lines = pathlib.Path(path).read_text(errors='replace').splitlines()
    except OSError:
        return []
    tests = []
    for line in lines:
        try:
            tests.append(json.loads(line))
        except ValueError:
            pass
    return tests


def skipped(tests):
    """A sentence for each test that was left out."""
    for test in tests:
        if test['result'] in SKIPPED:
            yield f'{test["name"]} was left out: {(test.get("stdout") or "no reason given").strip()}'


if __name__ == '__main__':
    for sentence in skipped(read(path_in(sys.argv[1]))):
        print(sentence)
