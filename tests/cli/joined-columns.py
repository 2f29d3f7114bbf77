#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns joined from tables, two indicators on one map, and two maps compared, as a person calls `ris3`.

    joined-columns.py RIS3

The figures are those of plain SQL on the same file.
"""

import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

RIS3 = pathlib.Path(sys.argv[1]).resolve()

TABLE = '''geo;Region;GDP per head (EUR) 2021
EL30;Attica;27 000,5
GR41;Voreio Aigaio;12 000
UK;United Kingdom;:
FRL0;PACA;33 100,25 p
XX99;nowhere;5
DE;Deutschland;43 290
DE;Deutschland;1
'''

COMPARED = '''
WITH s AS (SELECT *, row_number () OVER (PARTITION BY region_code, period
             ORDER BY ifnull (year, 0) DESC, analysis_state = 'pending', id DESC) AS n
             FROM strategy WHERE nuts_version = 2016 AND withheld = 0),
     a AS (SELECT region_code, ifnull (pm_mark, 0) AS f FROM s
            WHERE n = 1 AND period = '2014-2020' AND analysis_state <> 'pending'),
     b AS (SELECT region_code, ifnull (pm_mark, 0) AS f FROM s
            WHERE n = 1 AND period = '2021-2027' AND analysis_state <> 'pending')
SELECT count (*), sum (a.f < b.f), sum (a.f AND b.f), sum (a.f > b.f), sum (NOT a.f AND NOT b.f)
  FROM a JOIN b USING (region_code)'''


def ris3(*arguments, status=0, says=''):
    done = subprocess.run([str(RIS3), *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == status, (arguments, done)
    assert says in done.stdout + done.stderr, (arguments, says, done)
    return done.stdout


def query(atlas, sql):
    with sqlite3.connect(atlas) as connection:
        return connection.execute(sql).fetchall()


def check_join(folder):
    atlas, table = folder / 'a.ris3atlas', folder / 'gdp.csv'
    ris3('new', atlas)
    table.write_text(TABLE, encoding='utf-8')
    report = json.loads(ris3('join', '--into', atlas, table, '--credit', 'Eurostat', '--json', '--dry-run'))
    assert not report['joined'] and report['change'] is None and not query(atlas, 'SELECT * FROM joined_column')
    report = json.loads(ris3('join', '--into', atlas, table, '--credit', 'Eurostat', '--json'))
    assert (report['name'], report['unit'], report['year'], report['kind']) == ('GDP per head', 'EUR', 2021, 'number')
    assert report['indicator'] == 'column:GDP per head' and report['values'] == 4 and report['empty'] == 1, report
    assert [row['row'] for row in report['unjoined']] == [6, 8], report['unjoined']
    assert 'ITC4' in report['missing'] and 'EL41' not in report['missing']
    assert query(atlas, 'SELECT region_code, number FROM joined_value ORDER BY region_code') == [
        ('DE', 43290.0), ('EL30', 27000.5), ('EL41', 12000.0), ('FRL0', 33100.25)]
    assert query(atlas, 'SELECT name, source, year, source_file FROM joined_column') == [
        ('GDP per head', 'Eurostat', 2021, 'gdp.csv')]
    ris3('check', atlas, says='No problems found.')

    # What the map and the exported regions say of it.
    view = ('-a', atlas, '-i', 'column:GDP per head', '--level', '2')
    figure = json.loads(ris3('map', *view, '-o', folder / 'map.png', '--json'))
    assert 'Eurostat' in figure['note'] and 'indicator=column:GDP%20per%20head' in figure['view'], figure
    counts = {row['title']: row['territories'] for row in figure['classes']}
    assert counts['No value'] == figure['territories'] - 3, counts
    ris3('export', *view, '-D', 'regions', '-o', folder / 'regions.csv')
    with open(folder / 'regions.csv', encoding='utf-8-sig') as file:
        values = {row['code']: row['value'] for row in csv.DictReader(file)}
    assert values['FRL0'] == '33100.25' and values['EL41'] == '12000' and values['ITC4'] == '', values['ITC4']

    # Bad input has a sentence.
    ris3('map', '-a', atlas, '-o', folder / 'x.png', '-i', 'column:GDP', status=2, says='It has: “GDP per head”.')
    ris3('join', '--into', atlas, table, status=2, says='there is already one with the same value')
    ris3('join', '--into', atlas, table, '--value', 'Nothing', status=2, says='It has: “geo”, “Region”')
    ris3('join', '--into', atlas, table, '--code', 'Region', '--value', 'Region', status=2, says='two different columns')
    ris3('join', '--into', atlas, table, '--title', 'Old', '--year', '12', status=2, says='from 1900 to 2100')
    table.write_text('a,b\nx,y\n', encoding='utf-8')
    ris3('join', '--into', atlas, table, status=2, says='No row of “gdp.csv”')
    ris3('undo', atlas, says='GDP per head')
    assert not query(atlas, 'SELECT * FROM joined_value')


def check_pairs(folder):
    figure = json.loads(ris3('map', '--with', 'priorities', '-o', folder / 'pair.png', '--json'))
    assert figure['axes'] and 'with=priorities' in figure['view'], figure
    assert sum(row['territories'] for row in figure['classes']) == figure['territories']
    ris3('map', '--with', 'language', '-o', folder / 'x.png', status=2, says='cannot be shown together')


def check_compare(_):
    atlas = next(pathlib.Path(part) / 'default.ris3atlas' for part in os.environ['RIS3_DATA_DIR'].split(':')
                 if (pathlib.Path(part) / 'default.ris3atlas').exists())
    report = json.loads(ris3('compare', '--against', '2021-2027', '--json'))
    counts = tuple(report[name] for name in ('base', 'new', 'kept', 'dropped', 'neither'))
    assert counts == query(atlas, COMPARED)[0], counts
    assert sum(counts[1:]) == counts[0]
    changed = [row for row in report['regions'] if row['difference'] in ('new', 'dropped')]
    text = ris3('compare', '--against', '2021-2027')
    assert f'Of {counts[0]} regions known on both maps: {counts[1]} new' in text, text
    assert all(row['code'] in text for row in changed) and len(changed) == counts[1] + counts[3]
    ris3('compare', status=2, says='--against is needed')
    ris3('compare', '--against', 'indicator:nothing', status=2, says='a period, an indicator, or both')
    ris3('compare', '--against', 'theme:oncology', '-i', 'theme:neuroscience', says='known on both maps')


def main():
    with tempfile.TemporaryDirectory() as name:
        for check in (check_join, check_pairs, check_compare):
            check(pathlib.Path(name))


if __name__ == '__main__':
    main()
