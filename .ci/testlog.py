#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what meson logged of a test run.

    testlog.py FOLDER     says which tests of that build folder were left out, and why
"""

import json
import pathlib
import re
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


def reason(output):
    """Why a test was left out: what it printed, or of TAP what is said of each part."""
    found = re.findall(r'# SKIP\b[ \t]*(.*)', output, re.IGNORECASE)
    if not found and re.search(r'^(TAP version|1\.\.|ok )', output, re.MULTILINE):
        return 'no reason given'
    found = found or [output]
    return '; '.join(dict.fromkeys(line.strip() for line in found if line.strip())) or 'no reason given'


def skipped(tests):
    """A sentence for each test that was left out."""
    for test in tests:
        if test['result'] in SKIPPED:
            yield f'{test["name"]} was left out: {reason(test.get("stdout") or "")}'


if __name__ == '__main__':
    for sentence in skipped(read(path_in(sys.argv[1]))):
        print(sentence)
