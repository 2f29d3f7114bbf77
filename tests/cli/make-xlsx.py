#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a spreadsheet as a colleague would send it: headings in several languages, and cells of numbers.

    make-xlsx.py OUTPUT.xlsx
"""

import sys
import zipfile
from xml.sax.saxutils import escape

ROWS = [
    ['Strategy ID', 'Bezeichnung', 'Texte en anglais', 'Página', 'Nennt personalisierte Medizin', 'Budget'],
    ['FRL0-2014', '2.10', 'Health of the future', '17', 'oui', 3],
    ['FRL0-2014', '2.11', 'Personalised care', 'iv', 'ja', 4.5],
    ['ITC4-2014', 'x', 'Of no strategy that is known', '1', 'perhaps', 1],
]

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


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


def main(path):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('[Content_Types].xml', f'{HEAD}<Types xmlns="{TYPES}">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      '<Default Extension="xml" ContentType="application/xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}sheet.main+xml"/>'
                      f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}worksheet+xml"/></Types>')
        book.writestr('_rels/.rels', f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                      f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr('xl/workbook.xml', f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                      '<sheet name="Prioritäten" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                      f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr('xl/worksheets/sheet1.xml', sheet(ROWS))


if __name__ == '__main__':
    main(sys.argv[1])
