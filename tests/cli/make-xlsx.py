#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a spreadsheet as a colleague would send it: a sheet of words before that of the table, headings in several
languages, and a sheet with numbers for codes.

    make-xlsx.py OUTPUT.xlsx OUTPUT.ods SEVERAL.xlsx PERIODS.xlsx

SEVERAL.xlsx has several sheets that are tables, those that name others first. PERIODS.xlsx has a sheet for the
priorities of each period, with headings and columns of its own.
"""

import sys
import zipfile
from xml.sax.saxutils import escape

WORDS = [['What this is'], ['Our priorities, as agreed']]
ROWS = [
    ['Strategy ID', 'Bezeichnung', 'Texte en anglais', 'Página', 'Nennt personalisierte Medizin', 'Budget'],
    ['FRL0-2014', '2.10', 'Health of the future', '17', 'oui', 3],
    ['FRL0-2014', '2.11', 'Personalised care', 'iv', 'ja', 4.5],
    ['ITC4-2014', 'x', 'Of no strategy that is known', '1', 'perhaps', 1],
    ['FRL0-2014', 2.1, 'It was 2.10', '17', 'oui', 3],
    ['FRL0-2014', 7, 'It was 07', '17', 'oui', 3],
]
NUMBERS = [
    ['Region', 'Titel', 'Themen'],
    ['FRL0', 'It was 2.10', 2.1],
    ['FRL0', 'It was 7, or 007', 7],
]
TITLED = [
    ['Strategies of the south'],
    [],
    ['Region', 'Title', 'Period', 'Year'],
    ['DE1', 'Tall', '2028-2034', 2028],
    ['DE2', 'Small', '2028-2034', 2029],
]
SHEETS = {'Info': WORDS, 'Prioritäten': ROWS, 'Aktivitäten': NUMBERS, 'Titled': TITLED}

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


SEVERAL = {
    'Priorities': [
        ['Strategy ID', 'Label', 'Text in English', 'Personalised medicine'],
        ['DE1-2028', '1', 'Of a strategy that is new', 'no'],
        ['DE9-2028', '1', 'Of none', 'no'],
    ],
    'Activities': [['Region', 'Title', 'Kind'], ['DE1', 'A fair', 'project']],
    'Words': WORDS,
    'Strategies': [['Strategy ID', 'Region', 'Title', 'Period'], ['DE1-2028', 'DE1', 'Tall', '2028-2034']],
    'Organisations': [['Name', 'Region'], ['The Cluster', 'DE1']],
}
PERIODS = {
    'Priorities 2014': [
        ['Strategy ID', 'Label', 'Text in English', 'Personalised medicine'],
        ['FRL0-2014', 'S.1', 'Of the first period', 'no'],
        ['FRL0-2014', 'S.2', 'Also of the first period', 'no'],
    ],
    'Priorities 2021': [
        ['Bezeichnung', 'Strategie-ID', 'Text auf Englisch'],
        ['T.1', 'DE1-2028', 'Of the second period'],
        ['S.3', 'FRL0-2014', 'Of the first one, on the second sheet'],
    ],
    'Strategies': [['Strategy ID', 'Region', 'Title', 'Period'], ['DE1-2028', 'DE1', 'Tall', '2028-2034']],
}


def cell(place, value):
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sheet(rows):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = ''.join(cell(f'{chr(65 + i)}{number}', value) for i, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def main(path, sheets):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('[Content_Types].xml', f'{HEAD}<Types xmlns="{TYPES}">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      '<Default Extension="xml" ContentType="application/xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}sheet.main+xml"/>'
                      + ''.join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{KIND}worksheet+xml"/>'
                                for i in range(1, len(sheets) + 1)) + '</Types>')
        book.writestr('_rels/.rels', f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                      f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr('xl/workbook.xml', f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                      + ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>'
                                for i, name in enumerate(sheets, 1)) + '</sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', f'{HEAD}<Relationships xmlns="{RELATIONS}">'
                      + ''.join(f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" '
                                f'Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1)) + '</Relationships>')
        for i, rows in enumerate(sheets.values(), 1):
            book.writestr(f'xl/worksheets/sheet{i}.xml', sheet(rows))


def ods_cell(value):
    kind = 'string' if isinstance(value, str) else f'float" office:value="{value}'
    return f'<table:table-cell office:value-type="{kind}"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def write_ods(path):
    spaces = ' '.join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                      for name in ('office', 'table', 'text'))
    sheets = ''.join(f'<table:table table:name="{name}">' + ''.join(
        f'<table:table-row>{"".join(map(ods_cell, row))}</table:table-row>' for row in rows) + '</table:table>'
        for name, rows in SHEETS.items())
    with zipfile.ZipFile(path, 'w') as book:
        book.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
        book.writestr('content.xml', f'{HEAD}<office:document-content {spaces} office:version="1.3"><office:body>'
                      f'<office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>')


if __name__ == '__main__':
    main(sys.argv[1], SHEETS)
    write_ods(sys.argv[2])
    main(sys.argv[3], SEVERAL)
    main(sys.argv[4], PERIODS)
