#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs that come back: filled in well, filled in by LibreOffice, and broken in every way that people break tables.

    answers.py RIS3 [NAME...]     NAME: only the broken ones that have it in their names

A broken one must be refused or reported, with a reason, and nothing of it may be taken in.
"""

import copy
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
    for name, options in (('sent.xlsx', []), ('sent.ods', ['--language', 'fr'])):
        status, out, err = ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '-o',
                                '{region}' + name[4:], *options)
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
                cells[column - 1] = shared[int(cell.find(PLAIN + 'v').text)]
            rows.append([cells.get(i, '') for i in range(max(cells, default=-1) + 1)])
        width = len(rows[0])
        sheets.append([name, [row + [''] * (width - len(row)) for row in rows]])
    return sheets


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

    status, told = answers(folder, 'good.xlsx', '--apply')
    assert (status, told['new'], told['known'], told['applied']) == (0, 0, 6, False), told
    assert ris3(folder, 'undo', 'a.ris3atlas')[0] == 0
    assert query(folder, 'SELECT count(*) FROM comment')[0][0] == n_before
    assert query(folder, 'SELECT answered_on FROM request') == [('',)]
    assert 'Add --apply' in ris3(folder, 'answers', 'good.xlsx', 'a.ris3atlas')[1]
    assert 'atlas is missing' in ris3(folder, 'answers', 'good.xlsx')[2]

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

    text = convert('sent.ods', 'fods').read_text()
    start = text.index('table:name="Priorités"')
    # The cells that are to be answered, of the first row below the headings.
    empty = '<table:table-cell table:number-columns-repeated="7"/>'
    assert empty in text[start:]

    def cell(words):
        return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'

    filled = (cell('Pas d’accord') + cell('3.10') + '<table:table-cell table:number-columns-repeated="3"/>' +
              cell('Voir page 31') + '<table:table-cell/>')
    (folder / 'filled.fods').write_text(text[:start] + text[start:].replace(empty, filled, 1))
    for ending in 'xlsx', 'ods':
        convert('filled.fods', ending)
        status, told = answers(folder, f'filled.{ending}')
        new = [answer for answer in told['answers'] if answer['state'] == 'new']
        assert status == 0 and len(new) == 1 and told['refused'] == 0, json.dumps(told, indent=1, ensure_ascii=False)
        assert new[0]['proposed_change'] == 'label: 3.10' and new[0]['language'] == 'fr', new
        assert new[0]['text'].endswith('\nVoir page 31') and 'pas d’accord' in new[0]['text'], new


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


@broken('refused', 'neither agreement')
def other_answer(sheets):
    put(sheets[0][1], 1, ANSWER='perhaps')


@broken('refused', 'neither agreement')
def answer_is_number(sheets):
    put(sheets[0][1], 1, ANSWER=('number', 17))


@broken('refused', 'neither agreement')
def answer_in_turkish(sheets):
    put(sheets[0][1], 1, ANSWER='katılıyorum')


@broken('refused', 'Write yes or no')
def named_perhaps(sheets):
    put(sheets[0][1], 1, NAMED='in part')


@broken('refused', 'Write yes or no')
def named_unknown(sheets):
    put(sheets[0][1], 1, NAMED='unknown')


@broken('refused', 'Write yes or no')
def recorded_mark_overwritten(sheets):
    rows = sheets[0][1]
    rows[1][rows[0].index('Personalised medicine is named')] = 'see comment'


@broken('refused', 'made a date')
def label_became_date(sheets):
    put(sheets[0][1], 1, LABEL=('date', 45992))


@broken('refused', 'made a date')
def page_became_date(sheets):
    put(sheets[0][1], 1, PAGE=('date', 45992))


@broken('refused', 'formula without a value')
def formula_error(sheets):
    put(sheets[0][1], 1, TEXT=('error', '#DIV/0!'))


@broken('refused', 'formula without a value')
def recorded_formula_error(sheets):
    rows = sheets[0][1]
    rows[1][rows[0].index('Text (English)')] = ('error', '#REF!')


@broken('refused', 'Write a year')
def year_in_words(sheets):
    rows = sheets[1][1]
    rows[1][rows[0].index('Proposed year')] = 'about 2014'


@broken('refused', 'Write a year')
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
    del sheets[:2]


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
    edit = subprocess.run([RIS3, 'edit', 'a.ris3atlas'], cwd=folder, text=True, capture_output=True, check=False,
                          input=f'{{"edit": "priority-delete", "id": {last}}}\n')
    assert edit.returncode == 0, edit.stderr
    before = (folder / 'a.ris3atlas').read_bytes()
    chosen = [case for case in BROKEN if not wanted or any(word in case[0] for word in wanted)]
    for name, function, state, says in chosen:
        mutated = copy.deepcopy(sheets)
        merged = function(mutated)
        write_pack(folder / f'{name}.xlsx', mutated, merged or '')
        status, told = answers(folder, f'{name}.xlsx', '--apply')
        said = [answer for answer in told['answers'] if answer['state'] == state and says in (answer['words'] or '')]
        assert said, f'{name}: {json.dumps(told, indent=1, ensure_ascii=False)}'
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
    put(good[0][1], 1, ANSWER='maybe')
    put(good[0][1], 2, ANSWER='agree')
    write_pack(folder / 'part.xlsx', good)
    status, told = answers(folder, 'part.xlsx', '--apply', '--skip-refused')
    assert (status, told['new'], told['refused'], told['applied']) == (0, 1, 1, True), told


def main():
    with tempfile.TemporaryDirectory(prefix='ris3-answers-') as name:
        folder = pathlib.Path(name)
        prepare(folder)
        sheets = read_pack(folder / 'sent.xlsx')
        status, told = answers(folder, 'sent.xlsx', 'sent.ods', '--apply')
        rows = len(sheets[0][1]) - 1 + len(sheets[1][1]) - 1
        assert status == 0 and not told['answers'] and told['unanswered'] == 2 * rows, told
        if not sys.argv[2:]:
            check_good(folder, copy.deepcopy(sheets))
            check_office(folder)
        check_broken(folder, sheets, sys.argv[2:])


main()
