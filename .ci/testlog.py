#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what meson logged of a test run.

    testlog.py FOLDER           says which tests of that build folder were left out, and why, and which passed only
                                when they were run again
    testlog.py --again FOLDER   names the tests that may be run again: where one or two have failed, all of them tests
                                through a window, which depend on how busy the machine is; keeps the log
    testlog.py --join FOLDER    puts what came of these in the place of what had failed
"""

import json
import pathlib
import re
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP'}
WINDOW = 'app-window-'
MOST_AGAIN = 2


def path_in(folder):
    return pathlib.Path(folder) / 'meson-logs' / 'testlog.json'


def first_of(path):
    """Where the log of the first run is kept while tests are run again."""
    return path.with_name('testlog-first.json')


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


def again(tests):
    """A sentence for each test that passed only when it was run again."""
    for test in tests:
        if test.get('again') and test['result'] in PASSED:
            yield f'{test["name"]} failed at first, and passed when it was run again: {test["again"]}'


def failed(tests):
    return [test for test in tests if test['result'] not in PASSED | SKIPPED]


def name_again(path):
    tests = read(path)
    names = [test['name'].rpartition(' / ')[2] for test in failed(tests)]
    if 1 <= len(names) <= MOST_AGAIN and len(tests) > len(names) and all(name.startswith(WINDOW) for name in names):
        path.replace(first_of(path))
        print('\n'.join(names))


def join(path):
    later = {test['name']: test for test in read(path)}
    tests = []
    for test in read(first_of(path)):
        replacement = later.get(test['name'])
        if replacement and test in failed([test]):
            lines = (test.get('stderr') or test.get('stdout') or '').strip().splitlines()
            said = [line for line in lines if 'ERROR' in line or 'Waited in vain' in line] or lines[-1:] or ['']
            tests.append({**replacement, 'again': said[0].strip()})
        else:
            tests.append(test)
    path.write_text(''.join(json.dumps(test) + '\n' for test in tests))


def main(words):
    if words[0] == '--again':
        name_again(path_in(words[1]))
    elif words[0] == '--join':
        join(path_in(words[1]))
    else:
        tests = read(path_in(words[0]))
        for sentence in [*skipped(tests), *again(tests)]:
            print(sentence)


if __name__ == '__main__':
    main(sys.argv[1:])
