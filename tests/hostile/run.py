#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every command that takes an atlas, and the window's loading, on each case of atlases.py.

    run.py RIS3 OPENER DEFAULT-ATLAS VERSION-1-ATLAS [CASE...]

Each command gets the case anew. It must work, or say in a sentence why not; it must not be ended by a signal or by a
sanitizer; nothing else in the folder may change; and all must say of a file what check says of it.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile

import atlases

# No command needs long for any of these files: one that does hangs.
HANGS = 120
# A message repeats little of what a file says.
LONGEST_MESSAGE = 2000
COMMANDS = {
    'stats': ['stats'],
    'stats --json': ['stats', '--json'],
    'show': ['show', 'FRL0'],
    'view': ['view'],
    'map': ['map', '-s', '640x480', '-o', None],
    'export table': ['export', '--table', 'priorities', '--output', '-'],
    'export regions': ['export', '--table', 'regions', '--output', '-'],
    'history': ['history'],
    'check': ['check', '--json'],
}
EXTRA = re.compile(r'^a(\.ris3atlas-(journal|wal|shm)| \(version 1\)\.ris3atlas)$')


def describe(path):
    """What must stay the same of a file."""
    info = os.lstat(path)
    if stat.S_ISREG(info.st_mode):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return f'{stat.S_IFMT(info.st_mode)} {os.readlink(path) if stat.S_ISLNK(info.st_mode) else ""}'


def look(folder):
    return {path.name: describe(path) for path in sorted(folder.iterdir())}


class Failure(Exception):
    pass


def need(condition, words):
    if not condition:
        raise Failure(words)


def compare(before, after, expected):
    """Only what was to be mended or updated may have changed."""
    if expected not in ('mends', 'ruins', 'converts', 'updates'):
        need(before == after, f'the folder changed: {set(before.items()) ^ set(after.items())}')
        return
    for name, digest in before.items():
        need(after.get(name) == digest or name == atlases.ATLAS or EXTRA.match(name), f'{name} changed')
    for name in set(after) - set(before):
        need(EXTRA.match(name) and not name.endswith(('-journal', '-wal', '-shm')), f'{name} was left behind')


def judge_message(text):
    need(text.startswith('ris3: ') and text.rstrip().split('\n')[0].endswith('.'), f'no sentence: {text[:300]!r}')
    need(len(text) <= LONGEST_MESSAGE, f'a message of {len(text)} characters')
    need('The fault lies in the program' not in text, text)


def run_command(ris3, title, folder):
    arguments = [str(folder.parent / 'map.png') if argument is None else argument for argument in COMMANDS[title]]
    try:
        process = subprocess.run([ris3, *arguments, str(folder / atlases.ATLAS)], stdin=subprocess.DEVNULL,
                                 capture_output=True, timeout=HANGS, cwd=folder)
    except subprocess.TimeoutExpired:
        raise Failure('it hangs') from None
    text = process.stderr.decode(errors='replace')
    need(process.returncode in (0, 1, 2) and 'Sanitizer' not in text and 'runtime error' not in text,
         f'exit code {process.returncode}: {text[-3000:]}')
    need(not re.search(r'-(CRITICAL|WARNING) \*\*', text), text[-3000:])
    if process.returncode == 2:
        judge_message(text)
    return process.returncode, process.stdout


def get_verdict(title, code, output):
    if title != 'check':
        need(code in (0, 2), f'exit code {code}')
        return 'opens' if code == 0 else 'refused'
    if code == 2:
        return 'refused'
    kinds = {finding['kind'] for finding in json.loads(output)['findings']}
    need((code == 1) == bool(kinds), f'exit code {code} with {kinds}')
    need(all(len(finding['message']) <= LONGEST_MESSAGE for finding in json.loads(output)['findings']), 'a long message')
    return 'refused' if 'damage' in kinds else 'unfinished' if 'unfinished' in kinds else 'opens'


def get_expected(name, expected, title):
    """The one exception: an old file that cannot be updated is fine, but cannot be opened."""
    if name == 'version-1-read-only':
        return 'opens' if title == 'check' else 'refused'
    if expected in ('mends', 'ruins', 'stuck'):
        return 'unfinished' if title == 'check' else 'opens' if expected == 'mends' else 'refused'
    if expected == 'converts':
        return 'opens'
    return expected


def what_may_change(name, expected, title):
    if title == 'check':
        return 'nothing'
    return 'updates' if name == 'version-1' else expected


def prepare(name, top, title, files):
    folder = top / name / re.sub(r'\W', '-', title) / 'files'
    folder.mkdir(parents=True)
    return folder, atlases.make(name, folder, *files)


def run_case(ris3, name, top, files):
    failures = []
    for title in COMMANDS:
        folder, expected = prepare(name, top, title, files)
        before = look(folder)
        try:
            verdict = get_verdict(title, *run_command(ris3, title, folder))
            wanted = get_expected(name, expected, title)
            need(verdict == wanted, f'{verdict}, not {wanted}')
            compare(before, look(folder), what_may_change(name, expected, title))
        except Failure as failure:
            failures.append(f'{name}: {title}: {failure}')
        shutil.rmtree(folder.parent)
    return failures


def run_opener(opener, names, top, files):
    """The session of the window opens all of them, one after another, in one process."""
    folders = {name: prepare(name, top, 'window', files) for name in names}
    before = {name: look(folder) for name, (folder, _) in folders.items()}
    process = subprocess.run([opener, *(str(folder / atlases.ATLAS) for folder, _ in folders.values())],
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=HANGS * 3)
    if process.returncode != 0:
        return [f'the window\'s session: exit code {process.returncode}: {process.stderr.decode(errors="replace")[-3000:]}']
    lines = process.stdout.decode(errors='replace').splitlines()
    failures = []
    for (name, (folder, expected)), line in zip(folders.items(), lines, strict=True):
        verdict, _, words = line.partition(' ')
        try:
            need(verdict == get_expected(name, expected, 'window'), line)
            need(verdict == 'opens' or words.endswith('.') and len(words) <= LONGEST_MESSAGE, f'no sentence: {words[:300]}')
            compare(before[name], look(folder), what_may_change(name, expected, 'window'))
        except Failure as failure:
            failures.append(f'{name}: the window\'s session: {failure}')
    return failures


def main():
    ris3, opener, default, version_1 = (os.path.abspath(argument) for argument in sys.argv[1:5])
    names = sys.argv[5:]
    names = names or list(atlases.CASES)
    files = (atlases.make_small(default), pathlib.Path(version_1).read_bytes())
    failures = []
    with tempfile.TemporaryDirectory(prefix='ris3-hostile-') as top:
        top = pathlib.Path(top)
        # Cases fork, so they are made in processes of their own and not in threads.
        with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
            jobs = [pool.submit(run_case, ris3, name, top, files) for name in names]
            for job in jobs:
                failures += job.result()
        failures += run_opener(opener, names, top, files)
    print('\n'.join(failures))
    print(f'{len(names)} atlases, {len(COMMANDS)} commands and the window: {len(failures)} failures')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
