#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long 300 packs of a round take to be written, each with its PDF, and to be read again. The yardstick: 30 seconds to
write them.

    bench-packs.py RIS3
"""

import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

RIS3 = os.path.abspath(sys.argv[1])
N_PACKS = 300


def run(folder, *arguments):
    begin = time.monotonic()
    done = subprocess.run([RIS3, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return time.monotonic() - begin, done.stdout


def main():
    with tempfile.TemporaryDirectory(prefix='ris3-packs-') as name:
        folder = pathlib.Path(name)
        run(folder, 'new', 'a.ris3atlas')
        atlas = sqlite3.connect(folder / 'a.ris3atlas')
        atlas.execute("INSERT INTO consultation_round VALUES (1, 'All', '', '2026-11-01', '', '', '')")
        regions = atlas.execute('SELECT DISTINCT nuts_version, region_code FROM strategy ORDER BY 2').fetchall()
        for i in range(N_PACKS):
            version, code = regions[i % len(regions)]
            atlas.execute("INSERT INTO organisation (name, role, nuts_version, region_code) VALUES (?, 'regional authority', ?, ?)",
                          (f'Authority {i}', version, code))
            atlas.execute("INSERT INTO request (round_id, organisation_id, nuts_version, region_code, channel, asked_on, due_on,"
                          " answered_on, remark) VALUES (1, ?, ?, ?, '', '', '', '', '')", (i + 1, version, code))
        atlas.commit()
        atlas.close()
        for ending in 'xlsx', 'ods':
            seconds, out = run(folder, 'pack', 'a.ris3atlas', '--round', 'All', '-o', ending + '/{region}.' + ending,
                               '--with-pdf')
            assert f'{N_PACKS} packs' in out, out
            print(f'{N_PACKS} packs as {ending}, with PDFs: {seconds:.1f} s (30 s)')
            seconds, _ = run(folder, 'answers', *sorted(map(str, (folder / ending).glob('*.' + ending))), 'a.ris3atlas')
            print(f'{N_PACKS} packs read again: {seconds:.1f} s')


main()
