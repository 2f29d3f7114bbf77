#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile and odd CSV, XLSX and ODS files, each made here and given to a reader of tables:

    table_files.py READER [NAME...]     NAME: only the cases that have it in their names

Each must come out as the right table, or be refused with a sentence; in time, and in bounded memory.
"""

import io
import os
import pathlib
import re
import resource
import struct
import subprocess
import sys
import tempfile
import zipfile

CASES = []
SECONDS = 100
# Kibibytes. Sanitizers need several times as much.
MOST = 1 << 20
SANITIZER = re.compile(r'Sanitizer|runtime error:|CRITICAL|WARNING')


def case(name, contents, says, status=0, most=MOST):
    """contents: bytes, text, or a function that makes the file; says: what is printed, as a regular expression."""
    CASES.append((name, contents, says, status, most))


def refused(name, contents, says, **more):
    case(name, contents, says, 2, **more)


# CSV ------------------------------------------------------------------------------------------------------------------

ROW = '2: 1|2|'
case('comma.csv', 'a,b\n1,2\n', r'a\|b\|\n2: 1\|2\|')
case('semicolon.csv', 'a;b\r\n1,5;2\r\n', r'2: 1,5\|2\|')
case('bar.csv', 'a|b\n1,5|"2|3"\n', r'2: 1,5\|2\|3\|')
case('carriage-return.csv', 'a\tb\r1\t2\r', r'2: 1\|2\|\n1 rows')
case('utf-8-mark.csv', '\ufeffa,b\n1,ä\n', r'^sheet utf-8-mark\na\|b\|\n2: 1\|\\303\\244\|')
case('utf-16.csv', 'a,b\n1,ä\n'.encode('utf-16'), r'2: 1\|\\303\\244\|')
case('utf-16-big.csv', b'\xfe\xff' + 'a,b\n1,ä\n'.encode('utf-16-be'), r'2: 1\|\\303\\244\|')
case('utf-16-no-mark.csv', 'a,b\n1,ä\n'.encode('utf-16-le'), r'2: 1\|\\303\\244\|')
case('latin-1.csv', 'a,b\n1,ä\n'.encode('latin-1'), r'2: 1\|\\303\\244\|')
case('windows.csv', 'a,b\n1,€\n'.encode('cp1252'), r'2: 1\|\\342\\202\\254\|')
case('duplicate-names.csv', 'a,a,\n1,2,3\n', r'a\|a\|\|\n2: 1\|2\|3\|')
case('geometry-names.csv', 'WKT,_WKTx,the_geom\nPOINT (1 2),POINT (1 2),x\n', r'2: POINT \(1 2\)\|POINT \(1 2\)\|x\|')
case('numbers.csv', 'a,b\n007,2.10\n', r'2: 007\|2.10\|')
case('names-are-numbers.csv', '1,2\n3,4\n', r'1\|2\|\n2: 3\|4\|')
case('formula.csv', 'a,b\n=1+1,@x\n', r'2: =1\+1\|@x\|')
case('cell-of-1-mb.csv', 'a,b\n1,' + 'x' * (1 << 20) + '\n', r'2: 1\|x{10000}')
case('lines-in-cell.csv', 'a,b\n1,"' + 'x\n' * 200000 + '"\n', r'1 rows')
case('eurostat.tsv', 'unit,geo\\time\t2020\t2021\nEUR,AT\t1\t2\n', r'more than one kind', 2)
refused('surplus.csv', 'a,b\n1,2,3\n', r'surplus.csv:2: the row has 3 cells')
refused('short.csv', 'a,b\n1\n', r'short.csv:2: b: the row ends before')
refused('unclosed.csv', 'a,b\n1,"2\n3,4\n', r'unclosed.csv:2: b: a quotation mark is opened')
refused('quote-inside.csv', 'a,b\n1,2"3"\n', r'quote-inside.csv:2: b: a quotation mark is in the middle')
refused('nul.csv', 'a,b\n1,2\0\n', r'nul.csv:2: b: the cell holds a NUL')
refused('mixed-encodings.csv', 'a,b\n1,ä\n'.encode() + '2,ä\n'.encode('latin-1'), r'mixed-encodings.csv:3: b: .*not UTF-8')
refused('surrogate-in-utf-8.csv', b'a,b\n1,\xed\xa0\x80\n', r'csv:2: b: .*not UTF-8')
refused('surrogate-in-utf-16.csv', 'a,b\n1,'.encode('utf-16') + b'\x00\xd8\n\0', r'csv:2: .*not UTF-16LE')
refused('utf-16-cut.csv', 'a,b\n1,2\n'.encode('utf-16')[:-1], r'not UTF-16LE')
refused('empty.csv', '', r'has no columns')
refused('blank.csv', '\n' * 1000, r'has no columns')
refused('10000-columns.csv', ','.join(f'c{i}' for i in range(10000)) + '\n', r'more than 256 columns')
refused('2-million-rows.csv', 'a,b\n' + '1,2\n' * 2000000, r'more than 1000000 rows')
refused('binary.csv', bytes(range(256)) * 100, r'binary.csv:1: ')
refused('many-empty-cells.csv', ','.join('abcdefghij' * 20) + '\n' + (',' * 199 + '\n') * 100000, r'more than 80000 rows')
refused('zip.csv', lambda path: zipfile.ZipFile(path, 'w').writestr('a', 'a' * 100), r'Cannot read')


# XLSX -----------------------------------------------------------------------------------------------------------------

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def letters(number):
    text = ''
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def text(where, value):
    return f'<c r="{where}" t="inlineStr"><is><t>{value}</t></is></c>'


def rows(*cells):
    return '<sheetData>' + ''.join(f'<row r="{i}">{row}</row>' for i, row in enumerate(cells, 1)) + '</sheetData>'


def xlsx(*sheets, head=HEAD, replace=None, states=None):
    """sheets: the contents of each; replace: further members, or others."""
    numbers = range(1, len(sheets) + 1)
    members = {
        '[Content_Types].xml': HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\n'
        '<Override PartName="/_rels/.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\n'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}sheet.main+xml"/>\n' + ''.join(
            f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{TYPE}worksheet+xml"/>\n' for i in numbers)
        + '</Types>' + '\n' * 2000,
        'xl/workbook.xml': HEAD + f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>' + ''.join(
            f'<sheet name="S{i}" sheetId="{i}" {(states or {}).get(i, "")} r:id="rId{i}"/>' for i in numbers)
        + '</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships">' + ''.join(f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                                    for i in numbers) + '</Relationships>',
        'xl/styles.xml': HEAD + f'<styleSheet {MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" '
        'applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    members.update({f'xl/worksheets/sheet{i}.xml': f'{head}<worksheet {MAIN}>{sheets[i - 1]}</worksheet>' for i in numbers})
    members.update(replace or {})
    return zipped(members)


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members.items():
            archive.writestr(name, contents)
    return file.getvalue()


NAMES = text('A1', 'a') + text('B1', 'b')
SIMPLE = rows(NAMES, text('A2', '007') + '<c r="B2"><v>2021</v></c>')


def understated(data, name):
    """A bomb that says it is small: the size in the directory and before the member."""
    for mark, offset, at in (b'PK\1\2', 46, 24), (b'PK\3\4', 30, 22):
        where = data.find(mark)
        while where >= 0:
            if data[where + offset:].startswith(name.encode()):
                data = data[:where + at] + struct.pack('<I', 1000) + data[where + at + 4:]
            where = data.find(mark, where + 4)
    return data


BOMB = xlsx(SIMPLE, replace={'xl/sharedStrings.xml': ' ' * (1 << 30)})
ENTITY = HEAD + '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGH = HEAD + '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + ''.join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(12)) + ']>'

case('simple.xlsx', xlsx(SIMPLE), r'^sheet S1\na\|b\|\n2: 007\|n:2021\|\n1 rows')
case('kinds.xlsx', xlsx(rows(NAMES + text('C1', 'c'), '<c r="A2"><v>2.1000000000000001</v></c><c r="B2" s="1"><v>44197</v></c>'
                             '<c r="C2" t="b"><v>1</v></c>')), r'2: n:2.1\|d:2021-01-01\|(n|b):1\|')
case('sheets.xlsx', xlsx(SIMPLE, SIMPLE), r'sheet S1\n.*sheet S2\na\|b')
case('formula-with-value.xlsx', xlsx(rows(NAMES, '<c r="A2"><f>1+1</f><v>2</v></c>' + text('B2', 'x'))), r'2: n:2\|x\|')
case('formula-without-value.xlsx', xlsx(rows(NAMES, '<c r="A2"><f>1+1</f></c>' + text('B2', 'x'))), r'2: -\|x\|')
case('error.xlsx', xlsx(rows(NAMES, '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>' + text('B2', 'x'))), r'2: e:#DIV/0!\|x\|')
case('blank-rows-first.xlsx', xlsx(rows('', '', text('A3', 'a') + text('B3', 'b'), text('A4', 'x') + text('B4', 'y'))),
     r'\na\|b\|\n4: x\|y\|\n1 rows')
case('hidden.xlsx', xlsx(SIMPLE, SIMPLE, states={2: 'state="hidden"'}), r'sheet S1\n.*sheet S2 \(hidden\)\na\|b')
case('merged.xlsx', xlsx(rows(NAMES, text('A2', 'x')) + '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'),
     r'2: x\|-\|')
case('macro.xlsx', xlsx(SIMPLE, replace={'xl/vbaProject.bin': b'\xd0\xcf\x11\xe0' * 100}), r'2: 007\|n:2021')
case('duplicate-names.xlsx', xlsx(rows(text('A1', 'a') + text('B1', 'a'), text('A2', 'x') + text('B2', 'y'))), r'2: x\|y\|')
case('cell-of-1-mb.xlsx', xlsx(rows(NAMES, text('A2', 'x' * (1 << 20)))), r'2: x{10000}')
case('external-entity.xlsx', xlsx(rows(NAMES, text('A2', '&e;') + text('B2', 'x')), head=ENTITY), r'2: -?\|x\|')
refused('laugh.xlsx', xlsx(rows(NAMES, text('A2', '&m;')), head=LAUGH), r'Cannot read')
refused('truncated.xlsx', xlsx(SIMPLE)[:700], r'Cannot read')
refused('truncated-directory.xlsx', xlsx(SIMPLE)[:-30], r'Cannot read')
refused('xml-truncated.xlsx', xlsx(SIMPLE, replace={'xl/worksheets/sheet1.xml': f'{HEAD}<worksheet {MAIN}>{SIMPLE[:-60]}'}),
        r'Cannot read')
refused('no-sheet.xlsx', xlsx(), r'has no columns|Cannot read')
refused('empty-sheet.xlsx', xlsx('<sheetData/>'), r'has no columns')
# Contents tell what a file is, not its name.
case('text.xlsx', 'a,b\n1,2\n', r'2: 1\|2\|')
refused('empty.xlsx', '', r'has no columns')
refused('bomb.xlsx', BOMB, r'more than .* when it is unpacked')
case('bomb-understated.xlsx', understated(BOMB, 'xl/sharedStrings.xml'), r'\S', None)
refused('10000-columns.xlsx', xlsx(rows(''.join(text(f'{letters(i)}1', 'x') for i in range(1, 10001)))), r'columns|Cannot read')
case('sparse.xlsx', xlsx('<sheetData><row r="1">' + text('A1', 'a') + text('ALL1', 'b') + '</row>' + ''.join(
    f'<row r="{i}">' + text(f'A{i}', 'x') + '</row>' for i in range(2, 200000)) + '</sheetData>'), r'columns', 2)
case('far-row.xlsx', xlsx('<sheetData><row r="1">' + NAMES + '</row><row r="1000000000">' + text('A1000000000', 'x') +
                          '</row></sheetData>'), r'rows|Cannot read', None)
case('far-column.xlsx', xlsx(rows(text('A1', 'a') + text('ZZZZZZZ1', 'b'))), r'\S', None)


# ODS ------------------------------------------------------------------------------------------------------------------

OFFICE = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:'
          'table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')


def ods(*tables, head=HEAD, more=None):
    return zipped({'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': head +
                   f'<office:document-content {OFFICE}><office:body><office:spreadsheet>' + ''.join(
                       f'<table:table table:name="T{i}">{table}</table:table>' for i, table in enumerate(tables, 1)) +
                   '</office:spreadsheet></office:body></office:document-content>', **(more or {})})


def cell(value, kind='string', attributes=''):
    stored = f'office:{"date-value" if kind == "date" else "boolean-value" if kind == "boolean" else "value"}="{value}"'
    return (f'<table:table-cell office:value-type="{kind}" {"" if kind == "string" else stored} {attributes}><text:p>{value}'
            '</text:p></table:table-cell>')


def row(*cells, attributes=''):
    return f'<table:table-row {attributes}>{"".join(cells)}</table:table-row>'


ODS_NAMES = row(cell('a'), cell('b'))
case('simple.ods', ods(ODS_NAMES + row(cell('007'), cell('2021', 'float'))), r'^sheet T1\na\|b\|\n2: 007\|n:2021\|\n1 rows')
case('date.ods', ods(ODS_NAMES + row(cell('2021-01-31', 'date'), cell('x'))), r'2: d:2021-01-31\|x\|')
case('sheets.ods', ods(ODS_NAMES + row(cell('x'), cell('y')), ODS_NAMES + row(cell('x'), cell('y'))), r'sheet T1.*sheet T2')
case('only-names.ods', ods(ODS_NAMES), r'^sheet T1\na\|b\|\n0 rows')
case('only-names.xlsx', xlsx(rows(NAMES)), r'^sheet S1\na\|b\|\n0 rows')
refused('truncated.ods', ods(ODS_NAMES)[:300], r'Cannot read')
refused('xml-truncated.ods', ods(ODS_NAMES + '</table:table>' + '<x'), r'Cannot read')
refused('empty.ods', '', r'has no columns')
refused('sparse.ods', ods(row(cell('a') * 200) + row(cell('x')) * 100000), r'more than 80000 rows')
refused('bomb.ods', ods(ODS_NAMES, more={'styles.xml': ' ' * (1 << 30)}), r'more than .* when it is unpacked')
case('external-entity.ods', ods(ODS_NAMES + row(cell('&e;'), cell('x')), head=ENTITY), r'2: -?\|x\|')
refused('laugh.ods', ods(ODS_NAMES + row(cell('&m;'), cell('x')), head=LAUGH), r'Cannot read|has no columns')
refused('repeated-rows.ods', ods(ODS_NAMES + row(cell('x'), cell('y'), attributes='table:number-rows-repeated="1000000000"')),
        r'row 2 is there more than 10000 times')
case('blank-rows.ods', ods(ODS_NAMES + row(cell('x'), cell('y')) +
                           row('<table:table-cell/>', attributes='table:number-rows-repeated="1048574"')), r'2: x\|y\|\n1 rows')
case('repeated-cells.ods', ods(ODS_NAMES + row(cell('x', attributes='table:number-columns-repeated="1000000000"'))), r'\S', None)


# Places ---------------------------------------------------------------------------------------------------------------

for ending in 'csv', 'xlsx', 'ods':
    refused(f'pipe.{ending}', os.mkfifo, r'it is a pipe, a device or a socket, not a file')
    refused(f'folder.{ending}', os.mkdir, r'Cannot read .*directory')
    refused(f'missing.{ending}', lambda path: None, r'Cannot read .*No such file')
    refused(f'sparse-file.{ending}', lambda path: path.touch() or os.truncate(path, 1 << 40), r'it is larger than')


def no_permission(path):
    path.write_bytes(b'a\n1\n')
    path.chmod(0)


if os.geteuid() != 0:
    refused('no-permission.csv', no_permission, r'Permission denied')


# Running --------------------------------------------------------------------------------------------------------------


def run(reader, path):
    """Gives the exit status, what was printed, and the most memory in kibibytes."""
    with tempfile.TemporaryFile() as file:
        process = subprocess.Popen([reader, str(path)], stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        file.seek(0)
        return process.returncode, file.read(1 << 22).decode(errors='replace'), usage.ru_maxrss


def judge(wanted, says, most, status, output, memory):
    if wanted is None and status not in (0, 2) or wanted is not None and status != wanted:
        yield f'exit status {status}: {output[-500:]}'
    if not re.search(says, output, re.S):
        yield f'says “{output[:500]}” and not “{says}”'
    if status == 2 and len(output.splitlines()[-1]) > 2000:
        yield 'a long message'
    if SANITIZER.search(output):
        yield output[-3000:]
    if memory > most and 'ASAN_OPTIONS' not in os.environ:
        yield f'{memory // 1024} MiB of memory'


def main():
    reader = os.path.abspath(sys.argv[1])
    chosen = [entry for entry in CASES if not sys.argv[2:] or any(word in entry[0] for word in sys.argv[2:])]
    n_failed = peak = 0
    with tempfile.TemporaryDirectory(prefix='ris3-hostile-') as folder:
        for name, contents, says, wanted, most in chosen:
            path = pathlib.Path(folder) / name
            if callable(contents):
                contents(path)
            else:
                path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
            status, output, memory = run(reader, path)
            complaints = list(judge(wanted, says, most, status, output, memory))
            if '-v' in os.environ.get('TABLE_FILES', ''):
                print(f'{name}: {status}, {memory // 1024} MiB: {output[-200:]!r}')
            if path.is_file():
                path.unlink()
            peak = max(peak, memory)
            n_failed += bool(complaints)
            for line in complaints:
                print(f'{name}: {line}', flush=True)
    print(f'{len(chosen)} files, {n_failed} of them wrong, at most {peak // 1024} MiB of memory')
    return 1 if n_failed or not chosen else 0


if __name__ == '__main__':
    sys.exit(main())
