#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has LibreOffice make XLSX and ODS of a CSV, and compares what the reader of tables makes of them, cell by cell:

    libreoffice.py READER

READER is tests/hostile/read-table. Skipped (77) where LibreOffice is not installed.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

TABLE = '''code,number,date,truth,text
007,2021,2021-01-31,TRUE,"two
lines, ä ß ś Ω"
2.10,2.5,1999-12-01,FALSE,"say ""so"""
AT13,-0.125,2024-02-29,TRUE,=1+1
'''
# Columns: 1 and 5 text, 2 standard, 3 date (year, month, day), 4 standard, as the filter of LibreOffice counts them.
FILTER = 'CSV:44,34,76,1,1/2/2/1/3/5/4/1/5/2,1033'
EXPECTED = '''code|number|date|truth|text|
2: 007|n:2021|d:2021-01-31|b:1|two\\nlines, ä ß ś Ω|
3: 2.10|n:2.5|d:1999-12-01|b:0|say \\"so\\"|
4: AT13|n:-0.125|d:2024-02-29|b:1|=1+1|
3 rows
'''


def main():
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if not office:
        print('LibreOffice is not installed')
        return 77
    failed = False
    with tempfile.TemporaryDirectory(prefix='ris3-office-') as name:
        folder = pathlib.Path(name)
        (folder / 't.csv').write_text(TABLE)
        for ending in 'xlsx', 'ods':
            output = subprocess.run([office, '--headless', f'-env:UserInstallation=file://{folder}/profile',
                                     f'--infilter={FILTER}', '--convert-to', ending, '--outdir', name, str(folder / 't.csv')],
                                    stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=200)
            if not (folder / f't.{ending}').exists():
                print(f'LibreOffice made no t.{ending}: {output.stdout}{output.stderr}')
                return 1
            output = subprocess.run([sys.argv[1], str(folder / f't.{ending}')], capture_output=True, text=True)
            expected = 'sheet t\n' + EXPECTED
            # OGR makes text of the truth values of an ODS.
            if ending == 'ods':
                expected = expected.replace('b:1', 'TRUE').replace('b:0', 'FALSE')
            for character in 'äßśΩ':
                expected = expected.replace(character, ''.join(f'\\{byte:03o}' for byte in character.encode()))
            if output.stdout != expected:
                print(f't.{ending}: expected\n{expected}and got\n{output.stdout}{output.stderr}')
                failed = True
    return failed


if __name__ == '__main__':
    sys.exit(main())
