#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs that come back: filled in well, filled in by LibreOffice, and broken in every way that people break tables.

    answers.py RIS3 [NAME...]     NAME: only the broken ones that have it in their names

A broken one must be refused or reported, with a reason, and nothing of it may be taken in. Only what stands in one cell and
is no value of it is kept, as text: nothing that somebody wrote may be lost.
"""

import copy
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.sax.saxutils
import zipfile
from xml.etree import ElementTree

RIS3 = os.path.abspath(sys.argv[1])
PLAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
ANSWER, COMMENT, ROLE = 'Answer (agree or disagree)', 'Comment', 'Role of the respondent (no name)'
LABEL, PAGE, TEXT = 'Proposed label', 'Proposed page', 'Proposed text'
NAMED = 'Proposed: personalised medicine is named (yes or no)'
KEY = 'Key (please leave as it is)'
BROKEN = []


def ris3(folder, *arguments):
    done = subprocess.run([RIS3, *arguments], cwd=folder, capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL)
    assert done.returncode in (0, 1, 2), f'{arguments}: {done.returncode}\n{done.stdout}{done.stderr}'
    return done.returncode, done.stdout, done.stderr


def answers(folder, *arguments):
    status, out, err = ris3(folder, 'answers', *arguments, 'a.ris3atlas', '--json')
    assert out, err
    return status, json.loads(out)


def change(folder, edit):
    return subprocess.run([RIS3, 'edit', 'a.ris3atlas'], cwd=folder, text=True, capture_output=True, check=False,
                          input=json.dumps(edit)).returncode


def query(folder, sql):
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    rows = atlas.execute(sql).fetchall()
    atlas.close()
    return rows


def prepare(folder):
    assert ris3(folder, 'new', 'a.ris3atlas')[0] == 0
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    atlas.execute("INSERT INTO organisation VALUES (1, 'Région Sud', 'regional authority', 2016, 'FRL0')")
    atlas.execute("INSERT INTO consultation_round VALUES (1, 'Spring', '', '2020-11-01', '', '', '')")
    atlas.execute("INSERT INTO request VALUES (1, 1, 1, 2016, 'FRL0', 'e-mail', '2020-11-02', '', '', '')")
    atlas.commit()
    atlas.close()
    for name, options in (('sent.xlsx', ['--language', 'en']), ('sent.ods', ['--language', 'fr'])):
        status, out, err = ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '-o',
                                '{region}' + name[4:], *options, '--sender', 'DG Research', '--reply-to', 'ris3@example.eu')
        assert status == 0, err
        (folder / ('FRL0' + name[4:])).rename(folder / name)


def read_pack(path):
    """[[name, rows]], as they are in an XLSX."""
    archive = zipfile.ZipFile(path)
    shared = [''.join(part.text or '' for part in item.iter(PLAIN + 't'))
              for item in ElementTree.fromstring(archive.read('xl/sharedStrings.xml'))]
    names = [sheet.get('name') for sheet in ElementTree.fromstring(archive.read('xl/workbook.xml')).iter(PLAIN + 'sheet')]
    sheets = []
    for number, name in enumerate(names, 1):
        rows = []
        for row in ElementTree.fromstring(archive.read(f'xl/worksheets/sheet{number}.xml')).iter(PLAIN + 'row'):
            cells = {}
            for cell in row.iter(PLAIN + 'c'):
                column = 0
                for letter in re.match('[A-Z]+', cell.get('r'))[0]:
                    column = column * 26 + ord(letter) - 64
                value = cell.find(PLAIN + 'v')
                cells[column - 1] = shared[int(value.text)] if value is not None else ''
            rows.append([cells.get(i, '') for i in range(max(cells, default=-1) + 1)])
        width = len(rows[0])
        sheets.append([name, [row + [''] * (width - len(row)) for row in rows]])
    return sheets


def arrange(sheets):
    """Other columns and sheets first, as somebody may move them: Priorities, Strategy, New, Region, About."""
    about, priorities, new, strategy, region = sheets
    for _, rows in (priorities, strategy):
        for name in ('Priority ID', 'Strategy ID', KEY):
            if name in rows[0]:
                column = rows[0].index(name)
                for row in rows:
                    row.insert(0, row.pop(column))
    return [priorities, strategy, new, region, about]


def name_column(index):
    return (chr(64 + index // 26) if index >= 26 else '') + chr(65 + index % 26)


def make_cell(where, value):
    if isinstance(value, tuple):
        kind, value = value
        return {'number': f'<c r="{where}"><v>{value}</v></c>', 'date': f'<c r="{where}" s="1"><v>{value}</v></c>',
                'truth': f'<c r="{where}" t="b"><v>{value}</v></c>',
                'error': f'<c r="{where}" t="e"><f>1/0</f><v>{value}</v></c>'}[kind]
    text = xml.sax.saxutils.escape(value)
    return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if value else ''


def write_pack(path, sheets, merged=''):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    plain = f'xmlns="{PLAIN[1:-1]}"'
    relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    numbers = range(1, len(sheets) + 1)
    types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    members = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{types}.styles+xml"/>' + ''.join(
            f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{types}.worksheet+xml"/>' for i in numbers) + '</Types>',
        '_rels/.rels': f'<Relationships {relations}><Relationship Id="r1" Type="{office}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook {plain} xmlns:r="{office}"><sheets>' + ''.join(
            f'<sheet name={xml.sax.saxutils.quoteattr(sheet[0])} sheetId="{i}" r:id="r{i}"/>'
            for i, sheet in enumerate(sheets, 1)) + '</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships {relations}>' + ''.join(
            f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers) +
        f'<Relationship Id="s" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        'xl/styles.xml': f'<styleSheet {plain}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    for number, (_, rows) in enumerate(sheets, 1):
        data = ''.join(f'<row r="{i}">' + ''.join(make_cell(f'{name_column(j)}{i}', value) for j, value in enumerate(row)) +
                       '</row>' for i, row in enumerate(rows, 1))
        members[f'xl/worksheets/sheet{number}.xml'] = (
            f'<worksheet {plain}><sheetData>{data}</sheetData>'
            + (f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged and number == 1 else '') + '</worksheet>')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members.items():
            archive.writestr(name, head + contents)


def put(rows, row, **values):
    for name, value in values.items():
        rows[row][rows[0].index(globals()[name])] = value


def check_good(folder, sheets):
    """All that can be answered, in moved columns, a renamed sheet, below a title; once, twice, undone."""
    rows = sheets[0][1]
    put(rows, 1, ANSWER='Agree')
    put(rows, 2, ANSWER='disagree', COMMENT='Two\nlines, =1+1', ROLE='Head of unit', LABEL='3.9', NAMED=('truth', 1))
    put(rows, 3, PAGE=('number', 31), ROLE='national authority')
    # Over what was sent; and what is proposed is what was sent, which is none.
    rows[4][rows[0].index('Text (English)')] = 'Another text'
    rows[5][rows[0].index('Label')] = 'other'
    put(rows, 5, LABEL='better')
    put(rows, 6, TEXT=rows[6][rows[0].index('Text (English)')] + '\r\n')
    strategy = sheets[1][1]
    put(strategy, 1, COMMENT='Gut')
    strategy[1][strategy[0].index('Proposed year')] = ('number', 2013)
    strategy[1][strategy[0].index('Title')] = ''
    sheets.append(['Sheet4', []])
    sheets[0] = ['Renamed', [['A title above']] + [row[::-1] for row in rows]]
    write_pack(folder / 'good.xlsx', sheets)
    n_before = query(folder, 'SELECT count(*) FROM comment')[0][0]

    status, told = answers(folder, 'good.xlsx')
    assert (status, told['new'], told['refused'], told['applied']) == (0, 6, 0, False), json.dumps(told, indent=1)
    assert query(folder, 'SELECT count(*) FROM comment')[0][0] == n_before
    status, told = answers(folder, 'good.xlsx', 'good.xlsx', '--apply', '--by', 'Ada')
    assert (status, told['new'], told['known'], told['applied']) == (0, 6, 6, True), told
    found = query(folder, "SELECT target, author_role, text, proposed_change, priority_id IS NOT NULL, organisation_id, request_id,"
                          " strategy_id, language FROM comment WHERE key LIKE 'pack-%' ORDER BY id")
    assert [row[3] for row in found] == ['', 'label: 3.9\nexplicit_pm: yes', 'page_label: 31', 'text: Another text',
                                         'label: better', 'year: 2013'], found
    assert found[0][2] == 'We agree with what is recorded.' and found[2][1] == 'national authority', found
    assert found[1][2] == 'We disagree with what is recorded.\nTwo\nlines, =1+1\n— Head of unit', found
    assert all(row[5:] == (1, 1, 'FRL0-2014', 'en') for row in found) and found[5][0] == 'strategy', found
    assert any('overwritten' in (answer['words'] or '') for answer in told['answers']), told
    assert any('emptied' in (answer['words'] or '') for answer in told['answers']), told
    assert query(folder, 'SELECT answered_on FROM request')[0][0] != ''
    assert query(folder, 'SELECT count(*) FROM comment_event WHERE comment_id IN (SELECT id FROM comment WHERE key LIKE'
                         " 'pack-%')")[0][0] == 6

    # The file came with each of them, and its contents are there once.
    sent = (folder / 'good.xlsx').read_bytes()
    assert query(folder, 'SELECT name, size, digest, url, count(*) FROM attachment GROUP BY 1, 2, 3, 4') == [
        ('good.xlsx', len(sent), hashlib.sha256(sent).hexdigest(), '', 6)]
    assert query(folder, "SELECT count(DISTINCT comment_id) FROM attachment JOIN comment ON comment.id = comment_id"
                         " WHERE key LIKE 'pack-%'") == [(6,)]
    assert query(folder, 'SELECT contents FROM attachment_data') == [(sent,)]

    status, told = answers(folder, 'good.xlsx', '--apply')
    assert (status, told['new'], told['known'], told['applied']) == (0, 0, 6, False), told
    assert query(folder, 'SELECT count(*) FROM attachment') == [(6,)]
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0
    assert query(folder, 'SELECT count(*) FROM comment')[0][0] == n_before
    assert query(folder, 'SELECT count(*) FROM attachment') == [(0,)]
    assert query(folder, 'SELECT answered_on FROM request') == [('',)]
    assert 'Add --apply' in ris3(folder, 'answers', 'good.xlsx', 'a.ris3atlas')[1]
    assert 'atlas is missing' in ris3(folder, 'answers', 'good.xlsx')[2]


def check_look(folder):
    """What people see: the sheet that says how to answer first, headings that stand out and stay, columns of their own
    width, yellow where something is to be written, keys out of sight."""
    archive = zipfile.ZipFile(folder / 'sent.xlsx')
    book = ElementTree.fromstring(archive.read('xl/workbook.xml'))
    assert [sheet.get('name') for sheet in book.iter(PLAIN + 'sheet')] == [
        'How to answer', 'Priorities', 'New priorities', 'Strategy', 'Region']
    styles = ElementTree.fromstring(archive.read('xl/styles.xml'))
    kinds, fills, fonts = (list(styles.find(PLAIN + name)) for name in ('cellXfs', 'fills', 'fonts'))

    def describe(cell):
        kind = kinds[int(cell.get('s'))]
        color = fills[int(kind.get('fillId'))].find(f'.//{PLAIN}fgColor')
        wraps = kind.find(PLAIN + 'alignment').get('wrapText') == '1' and kind.find(PLAIN + 'alignment').get('vertical') == 'top'
        bold = fonts[int(kind.get('fontId'))].find(PLAIN + 'b') is not None
        assert kind.get('numFmtId') == '49', 'a cell is no text'
        return color.get('rgb') if color is not None else None, bold, wraps

    for number in range(1, 6):
        sheet = ElementTree.fromstring(archive.read(f'xl/worksheets/sheet{number}.xml'))
        pane = sheet.find(f'.//{PLAIN}pane')
        assert pane.get('ySplit') == '1' and pane.get('state') == 'frozen'
        columns = [(int(column.get('min')), int(column.get('max')), float(column.get('width')), column.get('hidden'))
                   for column in sheet.iter(PLAIN + 'col')]
        assert all(before[1] < after[0] for before, after in zip(columns, columns[1:])), columns
        rows = list(sheet.iter(PLAIN + 'row'))
        assert all(float(row.get('ht')) > 12 for row in rows)
        assert all(len(row) == len(columns) for row in rows), 'a cell has no ground'
        if number == 1:
            # Nothing but the language is asked there.
            asked = [cell.get('r') for row in rows for cell in row if describe(cell)[0] == 'FFFFF5D1']
            choices = {choice.get('sqref'): choice[0].text for choice in sheet.iter(PLAIN + 'dataValidation')}
            assert list(choices) == [f'{asked[0]}:{asked[0]}'] and len(asked) == 1, (asked, choices)
            assert ',français,' in choices[f'{asked[0]}:{asked[0]}'] and ',Nederlands,' in choices[f'{asked[0]}:{asked[0]}']
        if number != 2:
            continue
        names = read_pack(folder / 'sent.xlsx')[1][1][0]
        assert [name for name, column in zip(names, columns) if column[3]] == [
            'Text (original)', 'Strategy ID', 'Priority ID', KEY], columns
        assert columns[names.index('Text (English)')][2] > 3 * columns[names.index('Label')][2]
        heading, cell = rows[0][names.index('Label')], rows[1][names.index('Label')]
        assert describe(heading)[0] and describe(heading)[1:] == (True, True) and describe(cell) == (None, False, True)
        heading, cell = rows[0][names.index(COMMENT)], rows[1][names.index(COMMENT)]
        assert describe(heading)[0] and describe(cell)[0] not in (None, describe(heading)[0]) and not describe(cell)[1]
        choices = {choice.get('sqref'): choice[0].text for choice in sheet.iter(PLAIN + 'dataValidation')}
        column = name_column(names.index(ANSWER))
        assert choices[f'{column}2:{column}{len(rows)}'] == '"agree,disagree"', choices
    archive = zipfile.ZipFile(folder / 'sent.ods')
    content, settings = archive.read('content.xml').decode(), archive.read('settings.xml').decode()
    for table in content.split('<table:table ')[1:]:
        n_columns = table.count('<table:table-column ')
        for row in table.split('<table:table-row')[1:]:
            assert row.count('<table:table-cell table:style-name="ris3-') == n_columns, row
    assert content.count('table:visibility="collapse"') == 9 and '&quot;d’accord&quot;;&quot;pas d’accord&quot;' in content
    assert content.count('"ris3-choices-0-odd"') == 2 and '&quot;suomi&quot;' in content
    assert 'config:name="ActiveTable" config:type="string">Comment répondre<' in settings
    assert settings.count('config:name="VerticalSplitPosition" config:type="int">1<') == 5
    for name in archive.namelist():
        if name.endswith('.xml'):
            ElementTree.fromstring(archive.read(name))


def check_words(folder, sheets):
    """What is said of the region, and priorities that are not recorded, also in rows that were added or copied."""
    new, region = sheets[2][1], sheets[4][1]
    key = new[0].index(KEY)
    region[1][region[0].index(COMMENT)] = 'All in all,\nwell done'
    region[1][region[0].index(ROLE)] = 'Head of unit'
    region.append([''] * len(region[0]))
    put(region, -1, COMMENT='And more')
    new[1][new[0].index(TEXT)] = 'Precision\ntitle: medicine'
    put(new, 1, LABEL='4.2', PAGE='31', NAMED='yes', COMMENT='Page 31 says so', ROLE='national authority')
    new[1][new[0].index('Themes (in your own words)')] = 'genomics, ONCOLOGY; Active and healthy ageing'
    # One copied below itself, with its key; one without, and one that says another period.
    new.append(list(new[1]))
    put(new, -1, TEXT='Copied')
    new.append([''] * len(new[0]))
    put(new, -1, TEXT='Added')
    new.append([''] * len(new[0]))
    put(new, -1, TEXT='Of the next one', NAMED='no')
    new[-1][0] = '2021-2027'
    assert new[0][0] == 'Period' and not any(new[-1][key:])
    # As on a sheet of which columns were moved.
    sheets[2][1] = [row[::-1] for row in new]
    write_pack(folder / 'words.xlsx', sheets)
    status, told = answers(folder, 'words.xlsx', 'words.xlsx', '--apply')
    assert (status, told['new'], told['known'], told['refused']) == (0, 6, 6, 0), json.dumps(told, indent=1)
    found = query(folder, "SELECT target, strategy_id, priority_id, author_role, text, proposed_change, request_id FROM comment"
                          " WHERE key LIKE 'pack-%' ORDER BY id")
    assert [row[0] for row in found] == ['strategy'] * 4 + ['region'] * 2 and found[4][1] is None, found
    assert all(row[2] is None and row[6] == 1 for row in found), found
    assert found[0][5] == ('new_priority.label: 4.2\nnew_priority.page_label: 31\nnew_priority.text: Precision\n  title: medicine\n'
                           'new_priority.explicit_pm: yes\nnew_priority.themes: Oncology; Active and healthy ageing'), found[0]
    assert found[3][5] == 'new_priority.text: Of the next one\nnew_priority.explicit_pm: no' and found[4][5] == '', found
    says = 'We propose a priority that is not recorded.'
    assert set(found[0][4].split('\n')) == {
        says, 'Proposed label: 4.2', 'Proposed page: 31', 'Proposed text: Precision', 'title: medicine', f'{NAMED}: yes',
        'Themes (in your own words): genomics, ONCOLOGY; Active and healthy ageing', 'Page 31 says so'}, found[0]
    assert found[0][1] == 'FRL0-2014' and found[0][3] == 'national authority', found
    assert found[2][4] == says + '\nProposed text: Added', found
    assert 'Period: 2021-2027' in found[3][4] and f'{NAMED}: no' in found[3][4], found
    assert found[4][4] == 'All in all,\nwell done\n— Head of unit' and found[5][4] == 'And more', found
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0

    # Of a strategy that is gone, what it says is kept with the region; a key that was touched is nobody's.
    new[1][key] = new[1][key].replace(' FRL0-2014 ', ' FRL0-2000 ')
    sheets[2][1] = new
    write_pack(folder / 'words.xlsx', sheets)
    assert change(folder, {'edit': 'strategy-delete', 'id': 'FRL0-2014'}) == 0
    status, told = answers(folder, 'words.xlsx')
    taken = [answer for answer in told['answers'] if answer['state'] == 'new']
    assert len(taken) == 5 and told['refused'] == 1 and {answer['target'] for answer in taken} == {'region'}, told
    assert not any(answer['proposed_change'] for answer in taken), taken
    assert sum('no longer in the atlas' in (answer['words'] or '') for answer in taken) == 3, taken
    assert 'Title: Regional Innovation Strategy' in taken[0]['text'], taken
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0


def check_odd(folder):
    """One cell that is not understood takes nothing else of its row with it, and is kept word for word."""
    sheets = read_pack(folder / 'sent.xlsx')
    rows, new, strategy = sheets[1][1], sheets[2][1], sheets[3][1]
    put(rows, 1, ANSWER='peut-être', PAGE='p. 28-29 ??', COMMENT='Voir l’annexe', NAMED='peut-être\npas', ROLE='Head of unit')
    put(rows, 2, ANSWER='teilweise')
    put(rows, 3, ANSWER='Stimme nicht zu', NAMED='yes')
    put(new, 1, TEXT='Precision medicine', NAMED='maybe')
    strategy[1][strategy[0].index('Proposed year')] = 'about 2014'
    put(strategy, 1, ANSWER='en accord')
    write_pack(folder / 'odd.xlsx', sheets)
    status, told = answers(folder, 'odd.xlsx', '--apply')
    assert (status, told['new'], told['refused'], told['applied']) == (0, 5, 0, True), json.dumps(told, indent=1)
    found = query(folder, "SELECT text, proposed_change FROM comment WHERE key LIKE 'pack-%' ORDER BY id")
    assert found == [
        (f'Voir l’annexe\n{ANSWER}: “peut-être”\n{NAMED}: “peut-être\npas”\n— Head of unit', 'page_label: p. 28-29 ??'),
        (f'{ANSWER}: “teilweise”', ''), ('We disagree with what is recorded.', 'explicit_pm: yes'),
        (f'We propose a priority that is not recorded.\nProposed text: Precision medicine\n{NAMED}: “maybe”',
         'new_priority.text: Precision medicine'),
        ('We agree with what is recorded.\nProposed year: “about 2014”', '')], found
    odd = [answer for answer in told['answers'] if answer['odd']]
    assert len(odd) == 4 and all('It stands in the comment' in answer['words'] for answer in odd), odd
    assert all(f'“{word}” in' in odd[0]['words'] for word in ('peut-être', 'peut-être pas')), odd
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0
    # What the row cannot be told of is said of all of it, with what was written.
    rows[1][rows[0].index('Strategy ID')], rows[1][rows[0].index('Priority ID')] = 'A', 'B'
    rows[1][rows[0].index('Label')] = 'Over it'
    write_pack(folder / 'odd.xlsx', sheets)
    status, told = answers(folder, 'odd.xlsx')
    refused = [answer for answer in told['answers'] if answer['state'] == 'refused']
    assert status == 1 and len(refused) == 1 and '“A” in' in refused[0]['words'] and '“B” in' in refused[0]['words'], refused
    for line in ('Label: Over it', f'{ANSWER}: peut-être', 'Proposed page: p. 28-29 ??', f'{COMMENT}: Voir l’annexe',
                 f'{NAMED}: peut-être', f'{ROLE}: Head of unit'):
        assert line in refused[0]['text'], (line, refused)
    shown = ris3(folder, 'answers', 'odd.xlsx', 'a.ris3atlas')[1]
    assert f'    {COMMENT}: Voir l’annexe' in shown and f'    {ANSWER}: “teilweise”' in shown, shown


def check_several(folder):
    """A row that was added is of the strategy whose period it names; else of the region."""
    status, _, err = ris3(folder, 'pack', 'a.ris3atlas', '--filter', 'region:AT', '--language', 'en', '-o', 'several-{region}.xlsx')
    assert status == 0, err
    sheets = read_pack(folder / 'several-AT.xlsx')
    new = sheets[2][1]
    for period in '2021-2027', '', '1999':
        new.append([period] + [''] * (len(new[0]) - 1))
        put(new, -1, COMMENT=f'For {period}')
    write_pack(folder / 'several.xlsx', sheets)
    status, told = answers(folder, 'several.xlsx')
    assert (status, told['new'], len(told['answers'])) == (0, 3, 3), told
    assert [answer['strategy'] for answer in told['answers']] == ['AT-2021', None, None], told
    assert told['answers'][0]['words'] is None and 'which strategy' in told['answers'][1]['words'], told
    assert told['answers'][2]['text'].endswith('Period: 1999\nFor 1999'), told


def check_version(folder):
    """Of a region that was asked with the code of another NUTS version."""
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    atlas.execute("INSERT INTO consultation_round VALUES (2, 'Before', '', '2020-11-01', '', '', '')")
    atlas.execute("INSERT INTO request VALUES (2, 2, 1, 2013, 'FR82', 'e-mail', '2020-11-02', '', '', '')")
    atlas.commit()
    atlas.close()
    assert ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Before', '--language', 'en', '-o', 'before-{region}.xlsx')[0] == 0
    sheets = read_pack(folder / 'before-FR82.xlsx')
    for number, row in (1, 1), (2, 1), (3, 1), (4, 1):
        sheets[number][1][row][sheets[number][1][0].index(COMMENT)] = 'From before'
    write_pack(folder / 'before.xlsx', sheets)
    status, told = answers(folder, 'before.xlsx', '--apply')
    assert (status, told['new'], told['refused'], told['applied']) == (0, 4, 0, True), told
    assert query(folder, "SELECT nuts_version, region_code, target, strategy_id FROM comment WHERE key LIKE 'pack-%' ORDER BY id") \
        == [(2013, 'FR82', 'priority', 'FRL0-2014'), (2013, 'FR82', 'strategy', 'FRL0-2014'),
            (2013, 'FR82', 'strategy', 'FRL0-2014'), (2013, 'FR82', 'region', None)]
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0


def check_none(folder):
    """A region of which no strategy is recorded says that there is one, or none, and what it has."""
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    atlas.execute("INSERT INTO organisation VALUES (3, 'Léman', 'regional authority', 2016, 'CH01')")
    atlas.execute("INSERT INTO consultation_round VALUES (3, 'None', '', '2020-11-01', '', '', '')")
    atlas.execute("INSERT INTO request VALUES (3, 3, 3, 2016, 'CH01', 'e-mail', '2020-11-02', '', '', '')")
    atlas.commit()
    atlas.close()
    for language in 'en', 'de':
        assert ris3(folder, 'pack', 'a.ris3atlas', '--round', 'None', '--language', language, '-o',
                    '{region}-' + language + '.xlsx')[0] == 0
    assert answers(folder, 'CH01-en.xlsx')[1]['unanswered'] == 1
    sheets = read_pack(folder / 'CH01-en.xlsx')
    assert [sheet[0] for sheet in sheets] == ['How to answer', 'New priorities', 'Strategy', 'Region'], sheets
    new, strategy, region = (sheet[1] for sheet in sheets[1:])
    assert strategy[1][strategy[0].index('Title')] == 'No strategy of your region is recorded.', strategy
    assert len(strategy) == 2 and len(new) > 3, sheets
    put(new, 1, TEXT='Precision medicine', LABEL='4.2')
    put(strategy, 1, COMMENT='Since last year')
    strategy[1][strategy[0].index('Proposed title')] = 'Stratégie lémanique'
    strategy[1][strategy[0].index('Proposed year')] = ('number', 2024)
    strategy.append([''] * len(strategy[0]))
    put(strategy, -1, COMMENT='And one of before')
    new.append([''] * len(new[0]))
    put(new, -1, TEXT='Added')
    put(region, 1, COMMENT='Thank you')
    write_pack(folder / 'none.xlsx', sheets)
    status, told = answers(folder, 'none.xlsx', 'none.xlsx', '--apply')
    assert (status, told['new'], told['known'], told['refused']) == (0, 5, 5, 0), json.dumps(told, indent=1)
    assert all(answer['words'] is None for answer in told['answers'] if answer['state'] == 'new'), told
    found = query(folder, "SELECT region_code, target, strategy_id, proposed_change, organisation_id, request_id, text"
                          " FROM comment WHERE key LIKE 'pack-%' ORDER BY id")
    assert all(row[:3] + row[4:6] == ('CH01', 'region', None, 3, 3) for row in found), found
    assert [row[3] for row in found] == [
        '', '', 'new_strategy.title: Stratégie lémanique\nnew_strategy.year: 2024', '', ''], found
    assert [row[6] for row in found] == [
        'We propose a priority that is not recorded.\nProposed label: 4.2\nProposed text: Precision medicine',
        'We propose a priority that is not recorded.\nProposed text: Added',
        'We have a strategy that is not recorded.\nProposed title: Stratégie lémanique\nProposed year: 2024\nSince last year',
        'And one of before', 'Thank you'], found
    assert query(folder, 'SELECT answered_on FROM request WHERE id = 3')[0][0] != ''
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0
    # Agreement is that there is none; over the sentence, a title is one that is proposed.
    for heading, text, says in (('Antwort (stimmt oder stimmt nicht)', 'stimmt', 'Es gibt keine Strategie, wie erfasst.'),
                                ('Antwort (stimmt oder stimmt nicht)', 'stimmt nicht', 'Wir haben eine Strategie, die nicht erfasst ist.'),
                                ('Titel', 'Strategie', 'Wir haben eine Strategie, die nicht erfasst ist.\nTitel: Strategie')):
        sheets = read_pack(folder / 'CH01-de.xlsx')
        rows = sheets[2][1]
        rows[1][rows[0].index(heading)] = text
        write_pack(folder / 'none.xlsx', sheets)
        told = answers(folder, 'none.xlsx')[1]
        assert (told['new'], told['refused'], told['answers'][0]['text']) == (1, 0, says), told
    os.unlink(folder / 'none.xlsx')


def check_other(folder):
    """What comes from this program and is no pack is refused in one sentence, which says what it is."""
    assert ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '-o', 'with-{region}.xlsx', '--with-pdf')[0] == 0
    for ending in 'xlsx', 'ods', 'csv':
        assert ris3(folder, 'register', 'a.ris3atlas', '-o', 'register.' + ending)[0] == 0
        for table in 'strategies', 'priorities', 'organisations':
            assert ris3(folder, 'export', 'a.ris3atlas', '--table', table, '-o', table + '.' + ending)[0] == 0
    assert ris3(folder, 'export', 'a.ris3atlas', '--table', 'regions', '-o', 'regions.xlsx')[0] == 0
    shutil.copy(folder / 'strategies.csv', folder / 'renamed.csv')
    for name, head in ('photo.png', b'\x89PNG\r\n\x1a\n'), ('photo.xlsx', b'\x89PNG\r\n\x1a\n'), ('photo.ods', b'\xff\xd8\xff\xe0'):
        (folder / name).write_bytes(head + bytes(range(256)))
    for name, says in [('photo.png', 'a picture, not a spreadsheet'), ('photo.xlsx', 'a picture'), ('photo.ods', 'a picture'),
                       ('with-FRL0.pdf', 'PDF document'), ('a.ris3atlas', 'an atlas'), ('regions.xlsx', 'table that was exported'),
                       ('renamed.csv', 'the table “Strategies”')] + [
            (f'{name}.{ending}', says) for ending in ('xlsx', 'ods', 'csv') for name, says in (
                ('register', 'the register of comments'), ('strategies', 'the table “Strategies”'),
                ('priorities', 'the table “Priorities”'), ('organisations', 'the table “Organisations”'))]:
        status, told = answers(folder, name, 'sent.xlsx')
        assert (status, told['refused'], len(told['answers'])) == (1, 1, 1), (name, told)
        assert says in told['answers'][0]['words'] and told['answers'][0]['row'] is None, (name, told)
    # A pack stays one, whatever is added to it, and so does one without its keys.
    sheets = read_pack(folder / 'sent.xlsx')
    put(sheets[1][1], 1, COMMENT='Good')
    sheets.append(['comments', [['key', 'nuts_version', 'region_code'], ['a', '2016', 'FRL0']]])
    write_pack(folder / 'both.xlsx', sheets)
    assert answers(folder, 'both.xlsx')[1]['new'] == 1


def check_changed(folder, sheets):
    """What was recorded in another way since the pack was written is said of the answer."""
    rows = sheets[0][1]
    priority, label = rows[2][rows[0].index('Priority ID')], rows[2][rows[0].index('Label')]
    put(rows, 2, LABEL='9.9')
    put(rows, 3, ANSWER='agree')
    write_pack(folder / 'changed.xlsx', sheets)
    assert change(folder, {'edit': 'priority-set', 'id': int(priority), 'label': 'B.1'}) == 0
    status, told = answers(folder, 'changed.xlsx')
    assert (status, told['new']) == (0, 2), told
    changed, same = (answer for answer in told['answers'] if answer['state'] == 'new')
    assert changed['outdated'] and f'it was “{label}”, and is “B.1” now' in changed['words'], changed
    assert not same['outdated'] and same['words'] is None, same
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0
    assert not any(answer.get('outdated') for answer in answers(folder, 'changed.xlsx')[1]['answers'])


def check_language(folder):
    """What is proposed in another language than English never takes the place of the text in English; what is written over
    that does, and over the original, of that."""
    ids = [row[0] for row in query(folder, "SELECT id FROM priority WHERE strategy_id = 'FRL0-2014' ORDER BY id LIMIT 8")]
    assert change(folder, {'edit': 'priority-set', 'id': ids[3], 'original_text': 'Santé'}) == 0
    assert ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '--language', 'de', '-o', '{region}-de.xlsx')[0] == 0
    sheets = read_pack(folder / 'FRL0-de.xlsx')
    rows = sheets[1][1]
    heading = {name: rows[0].index(name) for name in rows[0]}
    row = {int(row[heading['Prioritäts-ID']]): row for row in rows[1:]}
    row[ids[0]][heading['Vorgeschlagener Text']] = 'Medizintechnik'
    row[ids[1]][heading['Text (englisch)']] = 'Biotechnik'
    row[ids[2]][heading['Text (Original)']] = 'Erst'
    row[ids[2]][heading['Vorgeschlagener Text']] = 'Dann'
    row[ids[3]][heading['Vorgeschlagener Text']] = 'Gesundheit'
    row[ids[4]][heading['Vorgeschlagener Text']] = 'Bildgebung'
    row[ids[4]][heading['Text (englisch)']] = 'Imaging'
    row[ids[5]][heading['Text (Original)']] = 'Immuntherapie'
    row[ids[5]][heading['Text (englisch)']] = 'Immunotherapies'
    row[ids[6]][heading['Text (Original)']] = 'Dasselbe'
    row[ids[6]][heading['Vorgeschlagener Text']] = 'Dasselbe'
    # What was sent in English is none in German.
    row[ids[7]][heading['Vorgeschlagener Text']] = row[ids[7]][heading['Text (englisch)']]
    write_pack(folder / 'deutsch.xlsx', sheets)
    status, told = answers(folder, 'deutsch.xlsx', '--apply')
    assert (status, told['new'], told['refused']) == (0, 7, 0), told
    found = query(folder, "SELECT priority_id, proposed_change, language FROM comment WHERE key LIKE 'pack-%'")
    assert sorted(found) == [(id, text, 'de') for id, text in zip(ids, (
        'original_text: Medizintechnik', 'text: Biotechnik', 'original_text: Dann', 'original_text: Gesundheit',
        'original_text: Bildgebung\ntext: Imaging', 'original_text: Immuntherapie\ntext: Immunotherapies',
        'original_text: Dasselbe'))], found
    words = {answer['proposed_change']: answer['words'] for answer in told['answers']}
    assert words['original_text: Dann'] == '“Text (Original)” was overwritten, too; what was proposed counts.', words
    assert words['original_text: Dasselbe'] is None, words
    assert words['text: Biotechnik'] == '“Text (englisch)” was overwritten, which is taken as a proposal.', words
    for _ in range(2):
        assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0


def check_answer_language(folder):
    """Who answers in another language than that of the pack says so on its first sheet, wherever that has gone."""
    def take(said, pack='sent.xlsx', move=True):
        sheets = read_pack(folder / pack)
        about = sheets.pop(0)
        row = next(row for row in about[1] if row[0].startswith('Language of your answers'))
        assert row[1] == 'English', row
        row[1] = said
        priorities, new = sheets[0][1], sheets[1][1]
        put(priorities, 1, COMMENT='Très bien', ANSWER='agree', TEXT='Médecine')
        put(new, 1, TEXT='Imagerie')
        write_pack(folder / 'language.xlsx', sheets + [['Feuille', [['A title above', ''], *about[1]]]] if move else [about] + sheets)
        status, told = answers(folder, 'language.xlsx')
        assert (status, told['new'], told['refused']) == (0, 2, 0), told
        return [answer for answer in told['answers'] if answer['state'] == 'new'], [
            answer for answer in told['answers'] if answer['state'] == 'remark']

    for said in 'français', 'Französisch', ' FRENCH ', 'fr', 'francuski':
        new, remarks = take(said, move=False)
        assert [answer['language'] for answer in new] == ['fr', 'fr'] and not remarks, (said, new, remarks)
    assert new[0]['text'] == 'Nous sommes d’accord avec ce qui est enregistré.\nTrès bien', new
    assert new[0]['proposed_change'] == 'original_text: Médecine', new
    assert new[1]['proposed_change'] == 'new_priority.original_text: Imagerie', new
    # Below a title, and last.
    assert [answer['language'] for answer in take('Nederlands')[0]] == ['nl', 'nl']
    assert take('nl')[0][0]['text'] == 'We agree with what is recorded.\nTrès bien'
    # One that is not known, or none, is that of the pack; nothing is lost.
    new, remarks = take('Klingon')
    assert [answer['language'] for answer in new] == ['en', 'en'] and new[0]['proposed_change'] == 'text: Médecine', new
    assert len(remarks) == 1 and '“Klingon” is no language' in remarks[0]['words'], remarks
    assert remarks[0]['sheet'] == 'Feuille' and remarks[0]['row'] > 3, remarks
    new, remarks = take('')
    assert [answer['language'] for answer in new] == ['en', 'en'] and not remarks, (new, remarks)


def write_cell(tree, sheet, row, heading, text):
    """Into a table of an OpenDocument file, cells of which may be there for several."""
    spaces = {name: f'{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}' for name in ('office', 'table', 'text')}
    table = next(node for node in tree.iter(spaces['table'] + 'table') if node.get(spaces['table'] + 'name') == sheet)
    repeated = spaces['table'] + 'number-columns-repeated'
    rows = list(table.iter(spaces['table'] + 'table-row'))
    for node in rows[0], rows[row]:
        for at, cell in reversed(list(enumerate(node))):
            for _ in range(min(int(cell.attrib.pop(repeated, 1)), 30) - 1):
                node.insert(at, copy.deepcopy(cell))
    column = [''.join(cell.itertext()).strip() for cell in rows[0]].index(heading)
    cell = rows[row][column]
    cell.set(spaces['office'] + 'value-type', 'string')
    ElementTree.SubElement(cell, spaces['text'] + 'p').text = text


def check_office(folder):
    """The French pack, whose cells LibreOffice has written, as both kinds of file."""
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if not office:
        print('LibreOffice is not installed: what it writes is not checked')
        return

    def convert(name, ending):
        subprocess.run([office, '--headless', f'-env:UserInstallation=file://{folder}/profile', '--convert-to', ending,
                        '--outdir', folder, folder / name], stdin=subprocess.DEVNULL, capture_output=True, timeout=240,
                       check=True)
        return folder / (pathlib.Path(name).stem + '.' + ending)

    path = convert('sent.ods', 'fods')
    for _, (prefix, address) in ElementTree.iterparse(path, ['start-ns']):
        ElementTree.register_namespace(prefix, address)
    tree = ElementTree.parse(path)
    write_cell(tree, 'Priorités', 1, 'Réponse (d’accord ou pas d’accord)', 'Pas d’accord')
    write_cell(tree, 'Priorités', 1, 'Numéro proposé', '3.10')
    write_cell(tree, 'Priorités', 1, 'Commentaire', 'Voir page 31')
    write_cell(tree, 'Nouvelles priorités', 3, 'Texte proposé', 'Médecine de précision')
    write_cell(tree, 'Région', 1, 'Commentaire', 'Merci')
    tree.write(folder / 'filled.fods', 'utf-8', xml_declaration=True)
    for ending in 'xlsx', 'ods':
        convert('filled.fods', ending)
        status, told = answers(folder, f'filled.{ending}')
        new = [answer for answer in told['answers'] if answer['state'] == 'new']
        assert status == 0 and len(new) == 3 and told['refused'] == 0, json.dumps(told, indent=1, ensure_ascii=False)
        assert new[0]['proposed_change'] == 'label: 3.10' and new[0]['language'] == 'fr', new
        assert new[0]['text'].endswith('\nVoir page 31') and 'pas d’accord' in new[0]['text'], new
        assert new[1]['proposed_change'] == 'new_priority.original_text: Médecine de précision', new
        assert [(answer['target'], answer['text']) for answer in new[1:]] == [
            ('strategy', 'Nous proposons une priorité qui n’est pas enregistrée.\nTexte proposé: Médecine de précision'),
            ('region', 'Merci')], new


def broken(state, says):
    """Of a function that breaks the sheets, the first of which are the priorities: what must be said of it."""
    def take(function):
        BROKEN.append((function.__name__, function, state, says))
        return function
    return take


def drop(rows, heading):
    column = rows[0].index(heading)
    for row in rows:
        del row[column]


@broken('refused', 'column with the keys is missing')
def no_key_column(sheets):
    drop(sheets[0][1], KEY)


@broken('refused', 'key was changed')
def changed_id(sheets):
    sheets[0][1][1][0] = sheets[0][1][1][0].replace(' FRL0-2014 ', ' FRL0-2021 ')


@broken('refused', '“9999” in “Strategy ID”: “FRL0-2014” was sent here')
def changed_strategy_id(sheets):
    """Beside a key that is whole."""
    put(sheets[0][1], 2, ANSWER='agree')
    sheets[0][1][2][1] = ('number', 9999)


@broken('refused', '“99999999” in “Priority ID”: “')
def changed_priority_id(sheets):
    put(sheets[0][1], 2, ANSWER='agree')
    sheets[0][1][2][2] = '99999999'


@broken('refused', '” in “Priority ID”: “')
def swapped_priority_ids(sheets):
    rows = sheets[0][1]
    rows[1][2], rows[2][2] = rows[2][2], rows[1][2]


@broken('refused', '“FRL0-2021” in “Strategy ID”: “FRL0-2014” was sent here')
def changed_id_of_new(sheets):
    new = sheets[2][1]
    new[1][new[0].index('Strategy ID')] = 'FRL0-2021'
    put(new, 1, TEXT='Precision medicine')


@broken('refused', 'key was changed')
def key_cut(sheets):
    sheets[0][1][1][0] = sheets[0][1][1][0][:30]


@broken('refused', 'key was changed')
def key_dragged_down(sheets):
    """As a spreadsheet counts on when a cell is dragged."""
    key = sheets[0][1][1][0]
    sheets[0][1][2][0] = key[:-1] + ('1' if key[-1] != '1' else '2')


@broken('refused', 'key was changed')
def key_is_words(sheets):
    sheets[0][1][1][0] = 'first'


@broken('refused', 'key was changed')
def key_is_number(sheets):
    sheets[0][1][1][0] = ('number', 4711)


@broken('refused', 'key was changed')
def key_in_capitals(sheets):
    sheets[0][1][1][0] = sheets[0][1][1][0].upper()


@broken('refused', 'no key')
def new_row(sheets):
    sheets[0][1].append([''] * len(sheets[0][1][0]))
    put(sheets[0][1], -1, TEXT='You forgot this one')


@broken('refused', 'no key')
def key_emptied(sheets):
    sheets[0][1][1][0] = ''
    put(sheets[0][1], 1, ANSWER='agree')


@broken('refused', 'no key')
def note_below(sheets):
    sheets[0][1].append(['', '', 'With kind regards'])


@broken('refused', 'answered in another way')
def duplicated_sheet(sheets):
    put(sheets[0][1], 1, COMMENT='One')
    sheets.append(['Copy', copy.deepcopy(sheets[0][1])])
    put(sheets[-1][1], 1, COMMENT='Two')


@broken('refused', 'answered in another way')
def duplicated_row(sheets):
    put(sheets[0][1], 1, COMMENT='One')
    sheets[0][1].append(list(sheets[0][1][1]))
    put(sheets[0][1], -1, COMMENT='Two')


@broken('new', f'“perhaps” in “{ANSWER}”: This is neither agreement')
def other_answer(sheets):
    put(sheets[0][1], 1, ANSWER='perhaps')


@broken('new', 'neither agreement')
def answer_is_number(sheets):
    put(sheets[0][1], 1, ANSWER=('number', 17))


@broken('new', 'neither agreement')
def answer_in_turkish(sheets):
    put(sheets[0][1], 1, ANSWER='katılıyorum')


@broken('new', f'“in part” in “{NAMED}”: This is neither yes nor no')
def named_perhaps(sheets):
    put(sheets[0][1], 1, NAMED='in part')


@broken('new', 'This is neither yes nor no')
def named_unknown(sheets):
    put(sheets[0][1], 1, NAMED='unknown')


@broken('new', f'“maybe” in “{NAMED}”: This is neither yes nor no')
def new_named_maybe(sheets):
    put(sheets[2][1], 1, TEXT='Precision medicine', NAMED='maybe')


@broken('new', 'This is neither yes nor no')
def recorded_mark_overwritten(sheets):
    rows = sheets[0][1]
    rows[1][rows[0].index('Personalised medicine is named')] = 'see comment'


@broken('new', 'made a date')
def label_became_date(sheets):
    put(sheets[0][1], 1, LABEL=('date', 45992))


@broken('new', 'made a date')
def page_became_date(sheets):
    put(sheets[0][1], 1, PAGE=('date', 45992))


@broken('new', 'formula without a value')
def formula_error(sheets):
    put(sheets[0][1], 1, TEXT=('error', '#DIV/0!'))


@broken('new', 'formula without a value')
def recorded_formula_error(sheets):
    rows = sheets[0][1]
    rows[1][rows[0].index('Text (English)')] = ('error', '#REF!')


@broken('new', '“about 2014” in “Proposed year”: This is no year')
def year_in_words(sheets):
    rows = sheets[1][1]
    rows[1][rows[0].index('Proposed year')] = 'about 2014'


@broken('new', 'This is no year')
def year_too_late(sheets):
    rows = sheets[1][1]
    rows[1][rows[0].index('Proposed year')] = ('number', 20140)


@broken('refused', 'headings of the columns are missing')
def no_headings(sheets):
    del sheets[0][1][0]


@broken('refused', 'headings of the columns are missing')
def headings_in_turkish(sheets):
    sheets[0][1][0] = [f'başlık {i}' for i in range(len(sheets[0][1][0]))]


@broken('refused', 'there twice')
def column_twice(sheets):
    put(sheets[0][1], 1, COMMENT='One')
    for row in sheets[0][1]:
        row.append(row[sheets[0][1][0].index(COMMENT)])


@broken('refused', 'there twice')
def column_twice_in_two_languages(sheets):
    put(sheets[0][1], 1, COMMENT='One')
    for row in sheets[0][1]:
        row.append('Kommentar' if row is sheets[0][1][0] else 'Zwei')


@broken('remark', 'not one of a pack, and is not read')
def foreign_column(sheets):
    for row in sheets[0][1]:
        row.append('Our file number' if row is sheets[0][1][0] else '17/2026')


@broken('remark', 'not one of a pack, and is not read')
def column_without_heading(sheets):
    for row in sheets[0][1]:
        row.append('' if row is sheets[0][1][0] else 'ok')


@broken('remark', 'not one of a pack, and is not read')
def answer_heading_changed(sheets):
    put(sheets[0][1], 1, ANSWER='agree')
    sheets[0][1][0][sheets[0][1][0].index(ANSWER)] = 'Our view'


@broken('remark', 'not one of a pack, and is not read')
def foreign_sheet(sheets):
    sheets.append(['Notes', [['Dear colleague'], ['see the other sheet']]])


@broken('remark', 'emptied')
def recorded_emptied(sheets):
    rows = sheets[0][1]
    rows[1][rows[0].index('Text (English)')] = rows[1][rows[0].index('Label')] = ''


@broken('remark', '“genomics” here, other than in the atlas')
def themes_overwritten(sheets):
    rows = sheets[0][1]
    rows[3][rows[0].index('Themes')] = 'genomics'


@broken('remark', 'emptied')
def merged_rows(sheets):
    """Merged cells have what the first of them has."""
    rows = sheets[0][1]
    rows[2][rows[0].index('Label')] = rows[3][rows[0].index('Label')] = ''
    return 'E2:E4'


@broken('refused', 'no key')
def merged_keys(sheets):
    rows = sheets[0][1]
    rows[2][0] = rows[3][0] = ''
    return 'A2:A4'


@broken('refused', 'column with the keys is missing')
def merged_headings(sheets):
    """Nothing is left of the keys, either."""
    rows = sheets[0][1]
    for row in rows:
        row[0] = ''
    return 'A1:B1'


@broken('refused', 'No sheet has the keys')
def only_about(sheets):
    del sheets[:4]


@broken('refused', 'No sheet has the keys')
def another_table(sheets):
    sheets[:] = [['Budget', [['Year', 'Budget of the unit'], ['2026', '12']]]]


@broken('refused', 'No sheet has the keys')
def empty_file(sheets):
    sheets[:] = [['Sheet1', []]]


@broken('refused', 'no such priority')
def deleted_priority(sheets):
    put(sheets[0][1], -1, ANSWER='agree')


@broken('refused', 'key was changed')
def letters_alike(sheets):
    """A Cyrillic letter in the place of a Latin one."""
    sheets[0][1][1][0] = sheets[0][1][1][0].replace('FRL0 1', 'FRL0 l')


@broken('refused', 'no key')
def columns_sorted_apart(sheets):
    """Only some columns were sorted: the keys moved away from their rows."""
    rows = sheets[0][1]
    keys = sorted(row[0] for row in rows[1:])
    for row, key in zip(rows[1:], [''] + keys[1:]):
        row[0] = key
    put(rows, 1, ANSWER='agree')


def check_broken(folder, sheets, wanted):
    # One priority is deleted after the pack was sent.
    last = sheets[0][1][-1][2]
    assert change(folder, {'edit': 'priority-delete', 'id': int(last)}) == 0
    before = (folder / 'a.ris3atlas').read_bytes()
    chosen = [case for case in BROKEN if not wanted or any(word in case[0] for word in wanted)]
    for name, function, state, says in chosen:
        mutated = copy.deepcopy(sheets)
        merged = function(mutated)
        write_pack(folder / f'{name}.xlsx', mutated, merged or '')
        status, told = answers(folder, f'{name}.xlsx', *([] if state == 'new' else ['--apply']))
        said = [answer for answer in told['answers'] if answer['state'] == state and says in (answer['words'] or '')]
        assert said, f'{name}: {json.dumps(told, indent=1, ensure_ascii=False)}'
        # Where it is, and what the row is about.
        for case, column in ('changed_strategy_id', 'Strategy ID'), ('changed_priority_id', 'Priority ID'):
            assert name != case or said[0]['column'] == column and said[0]['target_name'], f'{name}: {said}'
        # What is no value is not proposed, and stands in the comment.
        assert state != 'new' or said[0]['odd'] and re.search('[^:]: “[^“]+”$', said[0]['text']), f'{name}: {said}'
        assert state != 'new' or not said[0]['proposed_change'] or name == 'new_named_maybe', f'{name}: {said}'
        assert 'explicit_pm' not in (said[0]['proposed_change'] or ''), f'{name}: {said}'
        for case, text in (('key_emptied', f'{ANSWER}: agree'), ('new_row', 'Proposed text: You forgot this one'),
                           ('note_below', 'Priority ID: With kind regards'), ('changed_priority_id', f'{ANSWER}: agree'),
                           ('deleted_priority', f'{ANSWER}: agree'), ('duplicated_row', 'Two')):
            assert name != case or text in said[0]['text'], f'{name}: {said}'
        assert status == (1 if told['refused'] else 0) and not told['applied'], f'{name}: {status} {told}'
        assert (folder / 'a.ris3atlas').read_bytes() == before, f'{name}: something was taken in'
    # What is no table at all.
    for name, contents in (('image.xlsx', b'\x89PNG\r\n\x1a\n'), ('cut.xlsx', (folder / 'sent.xlsx').read_bytes()[:3000]),
                           ('none.xlsx', None)):
        if contents is not None:
            (folder / name).write_bytes(contents)
        status, told = answers(folder, name, 'sent.xlsx', '--apply')
        assert status == 1 and told['refused'] == 1 and all(answer['file'] == name for answer in told['answers']), told
        assert (folder / 'a.ris3atlas').read_bytes() == before
    print(f'{len(chosen) + 3} broken packs')
    # Whoever was asked is not asked any more: what they say stays.
    good = copy.deepcopy(sheets)
    put(good[0][1], 3, ANSWER='agree')
    write_pack(folder / 'late.xlsx', good)
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    atlas.execute('DELETE FROM request')
    atlas.commit()
    atlas.close()
    status, told = answers(folder, 'late.xlsx')
    assert status == 0 and told['new'] == 1 and 'no longer in the atlas' in told['answers'][0]['words'], told
    # The others can be taken in, if that is asked for.
    good = copy.deepcopy(sheets)
    put(good[0][1], 1, COMMENT='maybe')
    good[0][1][1][0] = 'first'
    put(good[0][1], 2, ANSWER='agree')
    write_pack(folder / 'part.xlsx', good)
    status, told = answers(folder, 'part.xlsx', '--apply', '--skip-refused')
    assert (status, told['new'], told['refused'], told['applied']) == (0, 1, 1, True), told


def main():
    with tempfile.TemporaryDirectory(prefix='ris3-answers-') as name:
        folder = pathlib.Path(name)
        prepare(folder)
        check_look(folder)
        sheets = arrange(read_pack(folder / 'sent.xlsx'))
        status, told = answers(folder, 'sent.xlsx', 'sent.ods', '--apply')
        rows = len(sheets[0][1]) - 1 + len(sheets[1][1]) - 1
        assert status == 0 and not told['answers'] and told['unanswered'] == 2 * rows, told
        if not sys.argv[2:]:
            check_good(folder, copy.deepcopy(sheets))
            check_words(folder, read_pack(folder / 'sent.xlsx'))
            check_odd(folder)
            check_several(folder)
            check_version(folder)
            check_none(folder)
            check_other(folder)
            check_changed(folder, copy.deepcopy(sheets))
            check_language(folder)
            check_answer_language(folder)
            check_office(folder)
        check_broken(folder, sheets, sys.argv[2:])


main()
