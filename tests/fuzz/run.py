#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one fuzz target for RIS3_FUZZ_SECONDS (60): run.py TARGET CORPUS

It begins with the corpus of tests/fuzz/corpus and with what earlier runs found, which is kept beside the target in
corpus-NAME/. An input that breaks the target is kept there too, as crash-…; make a test of it.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    target, seeds = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    seconds = int(os.environ.get('RIS3_FUZZ_SECONDS', '60'))
    found = target.parent / f'corpus-{target.name.removeprefix("fuzz-")}'
    found.mkdir(exist_ok=True)
    # Each run of a target makes files: in memory, where that is possible.
    memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix='ris3-fuzz-', dir=memory) as folder:
        process = subprocess.run(
            [target, f'-max_total_time={seconds}', '-print_final_stats=1', '-timeout=25', '-rss_limit_mb=2048',
             f'-artifact_prefix={found}/', found, seeds],
            env=dict(os.environ, TMPDIR=folder), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, errors='replace', timeout=seconds + 300)
    lines = process.stdout.splitlines()
    kept = [line for line in lines if re.search(r'INFO: seed corpus|DONE|stat::(number_of_executed|average|peak)', line)]
    # Of a crash, everything; of a run that went well, what it did.
    print('\n'.join(lines[-120:] if process.returncode else kept), flush=True)
    # libFuzzer's own 77 would mean to meson that the test was left out.
    return 1 if process.returncode else 0


if __name__ == '__main__':
    sys.exit(main())
