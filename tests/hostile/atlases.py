#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Atlases as a disk, a crash or a stranger may leave them, each in a folder with the files beside it.

    atlases.py DEFAULT-ATLAS VERSION-1-ATLAS FOLDER [NAME...]     makes them in FOLDER/NAME/

Each case says what is to become of it:

    opens    every command works
    refused  every command ends with a sentence, and check tells damage
    converts every command works; a mode that another tool has left is taken back
    mends    a crash left it half done: it opens, and check, which changes nothing, says so
    ruins    the same, but what is then there is damaged: the crash was staged
    stuck    the same where nothing can be written: commands end with a sentence, and check says so
"""

import os
import pathlib
import re
import shutil
import sqlite3
import struct
import sys
import tempfile

MAGIC = bytes.fromhex('d9d505f920a163d7')
PRECIOUS = 'precious.txt'
ATLAS = 'a.ris3atlas'
MEGABYTE = 1 << 20

CASES = {}


def case(expected, name=None):
    def register(function):
        CASES[(name or function.__name__).replace('_', '-')] = (expected, function)
        return function
    return register


class Place:
    """The folder of one case."""

    def __init__(self, folder, small, version_1):
        self.folder = pathlib.Path(folder)
        self.atlas = self.folder / ATLAS
        self.small = small
        self.version_1 = version_1
        self.precious = self.folder / PRECIOUS
        self.precious.write_text('What must not be lost.\n')
        self.atlas.write_bytes(small)

    def beside(self, suffix):
        return self.folder / (ATLAS + suffix)

    def patch(self, offset, data, path=None):
        with open(path or self.atlas, 'r+b') as file:
            file.seek(offset)
            file.write(data)

    def sql(self, script, path=None, parameters=None):
        """As anybody could with the tool that comes with SQLite."""
        connection = sqlite3.connect(path or self.atlas, isolation_level=None)
        connection.execute('PRAGMA ignore_check_constraints = ON')
        connection.execute('PRAGMA synchronous = OFF')
        if parameters is None:
            connection.executescript(script)
        else:
            connection.execute(script, parameters)
        connection.close()

    def schema(self, statement, *parameters):
        """Changes the text of the schema; what it says is read anew by whoever opens the file next."""
        connection = sqlite3.connect(self.atlas, isolation_level=None)
        connection.execute('PRAGMA writable_schema = ON')
        connection.execute(statement, parameters)
        connection.close()

    def loosely(self, table, script):
        """Runs a script while a table lacks all its rules."""
        connection = sqlite3.connect(self.atlas, isolation_level=None)
        sql, = connection.execute('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?', ('table', table)).fetchone()
        connection.close()
        loose = re.sub(r'\bNOT NULL\b', '', sql.replace(') STRICT', ')')) if 'WITHOUT ROWID' not in sql else sql.replace(
            'STRICT, ', '').replace('value TEXT NOT NULL', 'value TEXT')
        self.schema('UPDATE sqlite_schema SET sql = ? WHERE type = ? AND name = ?', loose, 'table', table)
        self.sql(script)
        self.schema('UPDATE sqlite_schema SET sql = ? WHERE type = ? AND name = ?', sql, 'table', table)

    def interrupted(self, script, wal=False, path=None):
        """Leaves the file in the midst of a transaction, as a process does that is killed."""
        path = path or self.atlas
        child = os.fork()
        if child == 0:
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute('PRAGMA cache_size = 1')
            if wal:
                connection.execute('PRAGMA journal_mode = WAL')
            else:
                connection.execute('BEGIN IMMEDIATE')
            for statement in script.split(';'):
                connection.execute(statement)
            os._exit(0)
        os.waitpid(child, 0)

    def write(self, suffix, data):
        self.beside(suffix).write_bytes(data)

    def read_only(self):
        self.atlas.chmod(0o444)

    @property
    def counter(self):
        return struct.unpack('>I', self.atlas.read_bytes()[24:28])[0]

    @property
    def page_size(self):
        return struct.unpack('>H', self.atlas.read_bytes()[16:18])[0]


HALF = "UPDATE strategy SET title = title || 'half'; UPDATE priority SET text = text || 'half'"


def journal(place, n_records=None, page_size=None, sector=512, pages=None, n_pages=None, magic=MAGIC):
    """A rollback journal that says what the file was like."""
    data = place.atlas.read_bytes()
    page_size = place.page_size if page_size is None else page_size
    pages = {1: data[:place.page_size]} if pages is None else pages
    header = magic + struct.pack('>5I', len(pages) if n_records is None else n_records, 7,
                                 len(data) // place.page_size if n_pages is None else n_pages, sector, page_size)
    journal_data = header + bytes(max(0, sector - len(header)) if sector < 1 << 20 else 0)
    for number, page in pages.items():
        checksum = 7
        for offset in range(len(page) - 200, 0, -200):
            checksum += page[offset]
        journal_data += struct.pack('>I', number) + page + struct.pack('>I', checksum & 0xffffffff)
    return journal_data


def super_record(name, checksum=None):
    name = os.fsencode(name)
    return (struct.pack('>I', (1 << 30) // 4096 + 1) + name
            + struct.pack('>II', len(name), sum(name) if checksum is None else checksum) + MAGIC)


def wal_header(page_size, magic=0x377f0682):
    return struct.pack('>8I', magic, 3007000, page_size, 0, 1, 2, 0, 0)


# Beside the file

@case('refused')
def super_journal(place):
    place.write('-journal', journal(place) + super_record(place.precious))


@case('refused')
def super_journal_relative(place):
    place.write('-journal', journal(place) + super_record(PRECIOUS))


@case('refused')
def super_journal_of_crash(place):
    place.interrupted(HALF)
    with open(place.beside('-journal'), 'ab') as file:
        file.write(super_record(place.precious))


@case('refused')
def super_journal_only(place):
    place.write('-journal', journal(place, pages={}) + super_record(place.precious))


@case('refused')
def super_journal_wrong_sum(place):
    place.write('-journal', journal(place) + super_record(place.precious, checksum=1))


@case('refused')
def super_journal_of_nothing(place):
    place.write('-journal', journal(place) + super_record('/nonexistent/nothing'))


@case('refused')
def super_journal_of_itself(place):
    place.write('-journal', journal(place) + super_record(place.atlas))


@case('refused')
def super_journal_read_only(place):
    place.write('-journal', journal(place) + super_record(place.precious))
    place.read_only()


@case('refused')
def journal_of_words(place):
    place.write('-journal', b'Dear diary, today I saw an atlas.\n' * 100)


@case('refused')
def journal_of_other_page_size(place):
    place.write('-journal', journal(place, page_size=1024))


@case('refused')
def journal_of_page_size_0(place):
    place.write('-journal', journal(place, page_size=0, n_records=0xffffffff))


@case('refused')
def journal_of_other_program(place):
    page = bytearray(place.atlas.read_bytes()[:place.page_size])
    page[68:72] = b'ELSE'
    place.write('-journal', journal(place, pages={1: bytes(page)}))


@case('refused')
def journal_of_older_file(place):
    page = bytearray(place.atlas.read_bytes()[:place.page_size])
    page[24:28] = struct.pack('>I', place.counter + 7)
    place.write('-journal', journal(place, pages={1: bytes(page)}))


@case('refused')
def journal_of_no_database(place):
    place.write('-journal', journal(place, pages={1: bytes(place.page_size)}))


@case('refused')
def journal_of_other_size(place):
    place.write('-journal', journal(place, pages={2: bytes(place.page_size)}, n_pages=9))


@case('ruins')
def journal_that_damages(place):
    pages = {1: place.atlas.read_bytes()[:place.page_size]}
    pages.update({number: b'\xff' * place.page_size for number in range(2, 9)})
    place.write('-journal', journal(place, pages=pages))


@case('mends')
def journal_of_huge_sector(place):
    place.write('-journal', journal(place, sector=0x80000000, pages={}) + bytes(4096))


@case('mends')
def journal_cut_short(place):
    place.write('-journal', MAGIC + bytes(3))


@case('opens')
def journal_empty(place):
    place.write('-journal', b'')


@case('opens')
def journal_done_with(place):
    place.write('-journal', bytes(4096))


@case('mends')
def journal_of_crash(place):
    place.interrupted(HALF)


@case('mends')
def journal_of_crash_cut(place):
    place.interrupted(HALF)
    data = place.beside('-journal').read_bytes()
    place.write('-journal', data[:28 + 512 - 28])


@case('stuck')
def journal_of_crash_read_only(place):
    place.interrupted(HALF)
    place.read_only()


@case('refused')
def journal_link(place):
    place.beside('-journal').symlink_to(place.precious)


@case('refused')
def journal_hard_link(place):
    os.link(place.precious, place.beside('-journal'))


@case('refused')
def journal_pipe(place):
    os.mkfifo(place.beside('-journal'))


@case('refused')
def journal_folder(place):
    place.beside('-journal').mkdir()


@case('refused')
def log_of_words(place):
    place.write('-wal', b'Dear diary, today I saw an atlas.\n' * 100)


@case('refused')
def log_of_older_file(place):
    other = place.folder / 'other'
    shutil.copy(place.atlas, other)
    place.interrupted("UPDATE strategy SET title = 'old'", wal=True, path=other)
    os.rename(f'{other}-wal', place.beside('-wal'))
    os.unlink(f'{other}-shm')
    os.unlink(other)


@case('refused')
def log_of_other_page_size(place):
    place.sql('PRAGMA journal_mode = WAL')
    place.write('-wal', wal_header(1024) + bytes(24 + 1024))


@case('converts')
def log_without_frames(place):
    place.sql('PRAGMA journal_mode = WAL')


@case('opens')
def log_mode_read_only(place):
    place.sql('PRAGMA journal_mode = WAL')
    place.read_only()


@case('mends')
def log_of_crash(place):
    place.interrupted(HALF, wal=True)
    os.unlink(place.beside('-shm'))


@case('mends')
def log_of_wrong_sums(place):
    place.sql('PRAGMA journal_mode = WAL')
    place.write('-wal', wal_header(place.page_size) + bytes(24 + place.page_size))


@case('stuck')
def log_of_crash_read_only(place):
    place.interrupted(HALF, wal=True)
    os.unlink(place.beside('-shm'))
    place.read_only()


@case('refused')
def log_link(place):
    place.sql('PRAGMA journal_mode = WAL')
    place.beside('-wal').symlink_to(place.precious)


@case('refused')
def index_hard_link(place):
    place.sql('PRAGMA journal_mode = WAL')
    os.link(place.precious, place.beside('-shm'))


@case('refused')
def index_pipe(place):
    os.mkfifo(place.beside('-shm'))


# The file itself

@case('refused')
def empty(place):
    place.atlas.write_bytes(b'')


@case('refused')
def words(place):
    place.atlas.write_bytes(b'SQLite is what this file is not.\n' * 100)


@case('refused')
def folder(place):
    place.atlas.unlink()
    place.atlas.mkdir()


@case('refused')
def pipe(place):
    place.atlas.unlink()
    os.mkfifo(place.atlas)


@case('opens')
def link(place):
    place.atlas.rename(place.folder / 'real')
    place.atlas.symlink_to('real')


@case('refused')
def link_to_nothing(place):
    place.atlas.unlink()
    place.atlas.symlink_to('nothing')


@case('refused')
def link_to_itself(place):
    place.atlas.unlink()
    place.atlas.symlink_to(ATLAS)


@case('opens')
def link_to_crash(place):
    """The commands change the file, not the link, so only the first of them has something to mend."""
    place.interrupted(HALF)
    connection = sqlite3.connect(place.atlas)
    connection.execute('SELECT count(*) FROM strategy').fetchone()
    connection.close()
    place.atlas.rename(place.folder / 'real')
    place.atlas.symlink_to('real')


@case('opens')
def read_only(place):
    place.read_only()


def cut(length):
    def function(place):
        place.atlas.write_bytes(place.small[:length if length >= 0 else len(place.small) // 2])
    return function


for length in (99, 100, 600, 4096, -1):
    case('refused', f'cut-at-{length if length >= 0 else "half"}')(cut(length))


def header(offset, data):
    def function(place):
        place.patch(offset, data)
    return function


for name, offset, data in [
        ('page-size-0', 16, b'\0\0'), ('page-size-513', 16, b'\2\1'), ('page-size-512', 16, b'\2\0'),
        ('page-size-65536', 16, b'\0\1'), ('format-9', 18, b'\x09\x09'), ('reserved-255', 20, b'\xff'),
        ('payload-fractions', 21, b'\0\0\0'), ('free-list-loop', 32, struct.pack('>II', 2, 50)),
        ('schema-format-9', 44, struct.pack('>I', 9)), ('auto-vacuum', 52, struct.pack('>I', 0xffff)),
        ('utf-16', 56, struct.pack('>I', 2)),
        ('version-0', 60, struct.pack('>I', 0)), ('version-4', 60, struct.pack('>I', 4)),
        ('version-1-of-3', 60, struct.pack('>I', 1)),
        ('version-2-of-3', 60, struct.pack('>I', 2)), ('version-negative', 60, struct.pack('>i', -2)),
        ('other-program', 68, b'ELSE'), ('schema-page', 100, b'\x0a'), ('schema-cells', 103, b'\xff\xff')]:
    case('refused', f'header-{name}')(header(offset, data))


# SQLite reads it as UTF-8, as it should.
case('opens', 'header-encoding-8')(header(56, struct.pack('>I', 8)))


@case('refused')
def page_of_ones(place):
    place.patch(place.page_size * 3, b'\xff' * place.page_size)


@case('refused')
def pages_swapped(place):
    data, size = place.small, place.page_size
    place.atlas.write_bytes(data[:size] + data[2 * size:3 * size] + data[size:2 * size] + data[3 * size:])


# Its schema

def statement(text):
    def function(place):
        place.sql(text)
    return function


for name, text in [
        ('table', 'CREATE TABLE evil (a)'),
        ('view', 'CREATE VIEW evil AS SELECT * FROM strategy'),
        ('index', 'CREATE INDEX evil ON strategy (title)'),
        ('trigger', 'CREATE TRIGGER evil AFTER UPDATE ON priority BEGIN DELETE FROM priority; END'),
        ('trigger-instead', 'DROP TRIGGER priority_no_circle; CREATE TRIGGER priority_no_circle BEFORE UPDATE OF parent_id ON '
         'priority BEGIN DELETE FROM priority; END'),
        ('no-trigger', 'DROP TRIGGER priority_no_circle'),
        ('no-index', 'DROP INDEX priority_parent'),
        ('no-table', 'DROP TABLE note'),
        ('column', 'ALTER TABLE strategy ADD COLUMN evil TEXT'),
        ('virtual', "CREATE VIRTUAL TABLE evil USING fts5 (a)"),
        ('long-name', f'CREATE TABLE "{"evil " * 200000}" (a)'),
        ('control-name', 'CREATE TABLE "\x1b]0;evil\x07\n" (a)')]:
    case('refused', f'schema-{name}')(statement(text))


@case('refused')
def schema_costly_check(place):
    place.sql('CREATE TABLE evil (a CHECK (length (hex (zeroblob (a))) + (SELECT 1)) )'.replace(' + (SELECT 1)', ''))
    place.sql('INSERT INTO evil VALUES (400000000)')
    place.schema("UPDATE sqlite_schema SET name = 'sqlite_evil', tbl_name = 'sqlite_evil', sql = replace (sql, 'evil', "
                 "'sqlite_evil') WHERE name = 'evil'")


@case('refused')
def schema_own_trigger(place):
    place.sql('CREATE TRIGGER evil AFTER UPDATE ON priority BEGIN DELETE FROM priority; END')
    place.schema("UPDATE sqlite_schema SET name = 'sqlite_evil', sql = replace (sql, 'evil', 'sqlite_evil')"
                 " WHERE name = 'evil'")


@case('refused')
def schema_false_statistics(place):
    place.sql('CREATE TABLE evil (a, b)')
    place.schema("UPDATE sqlite_schema SET name = 'sqlite_stat1', tbl_name = 'sqlite_stat1', sql = 'CREATE TABLE "
                 "sqlite_stat1(a, b)' WHERE name = 'evil'")


@case('opens')
def schema_wild_statistics(place):
    place.sql("ANALYZE; UPDATE sqlite_stat1 SET stat = '999999999999999999999 1 0 -5 unordered noskipscan sz=0'")


@case('refused')
def schema_other_rule(place):
    place.schema("UPDATE sqlite_schema SET sql = replace (sql, 'BETWEEN 1990 AND 2100', 'BETWEEN 1 AND 9999')")


@case('refused')
def schema_of_words(place):
    place.schema("UPDATE sqlite_schema SET sql = 'Dear diary' WHERE name = 'note'")


@case('refused')
def schema_root_page(place):
    place.schema("UPDATE sqlite_schema SET rootpage = 99999999 WHERE name = 'strategy'")


@case('refused')
def schema_shared_page(place):
    place.schema("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'meta')"
                 " WHERE name = 'priority'")


@case('refused')
def schema_twice(place):
    place.schema("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'strategy'")


# Its rows

def rows(text):
    def function(place):
        place.sql(text)
    return function


CHAIN = ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) ")
for name, text in [
        ('year', 'UPDATE strategy SET year = -5'),
        ('mark', 'UPDATE strategy SET pm_mark = 2'),
        ('basis', "UPDATE strategy SET pm_mark = 1, pm_basis = NULL"),
        ('page', 'UPDATE priority SET page_index = -1'),
        ('language', "UPDATE strategy SET language = 'German'"),
        ('state', "UPDATE strategy SET analysis_state = 'perhaps'"),
        ('period', "UPDATE strategy SET period = '2020-2014'"),
        ('id', "UPDATE strategy SET id = '' WHERE id = (SELECT min (id) FROM strategy)"),
        ('position', 'UPDATE priority SET position = 9e999'),
        ('area', 'UPDATE priority SET is_area = 1, explicit_pm = 1'),
        ('level', 'UPDATE region SET level = 9'),
        ('comment', "INSERT INTO comment VALUES (NULL, 'k', NULL, NULL, NULL, 2016, 'FRL0', 'region', 'x', NULL, NULL, '', '',"
         " '', 'analyst', '', '', '', 'x', '', '', 'accepted', '', '')"),
        ('note', "INSERT INTO note (text, longitude, latitude, created_at, changed_at) VALUES ('x', 999, 0, '', '')"),
        ('log', "INSERT INTO change_log (at, actor, kind, title, schema_version) VALUES ('now', '', '', '', 0)"),
        ('part', "INSERT INTO change_log (id, at, actor, kind, title, schema_version) VALUES (1, '2026-01-01T00:00:00Z',"
         " 'x', 'x', 'x', 2); INSERT INTO change_part VALUES (1, 0, zeroblob (5000000))"),
        ('region-gone', 'DELETE FROM region WHERE level = 2'),
        ('strategy-gone', 'DELETE FROM strategy WHERE id = (SELECT strategy_id FROM priority LIMIT 1)'),
        ('parent-gone', 'UPDATE priority SET parent_id = 999999 WHERE id = (SELECT max (id) FROM priority)'),
        ('theme-gone', 'DELETE FROM codebook'),
        ('itself', 'UPDATE codebook SET parent_code = code'),
        ('codebook-circle', "INSERT INTO codebook VALUES ('s', '1', 'a', 'b', 1, 'A'), ('s', '1', 'b', 'a', 2, 'B')"),
        ('codebook-chain', CHAIN + "INSERT INTO codebook SELECT 's', '1', i, nullif (i - 1, 0), i, 'x' FROM n"),
        ('chain', CHAIN + "INSERT INTO priority SELECT 90000 + i, (SELECT min (id) FROM strategy), nullif (89999 + i, 90000),"
         " i, 'x', '', '', NULL, '', '', '', 0, 0 FROM n"),
        ('circle', "INSERT INTO priority SELECT 90000 + i, (SELECT min (id) FROM strategy), 90003 - i, i, 'x', '', '', NULL,"
         " '', '', '', 0, 0 FROM (SELECT 1 AS i UNION SELECT 2)")]:
    case('refused', f'rows-{name}')(rows(text))
for name, text in [
        ('none', 'DELETE FROM comment_event; DELETE FROM comment; DELETE FROM assessment; DELETE FROM priority_theme;'
         'DELETE FROM priority; DELETE FROM strategy; DELETE FROM participation'),
        ('no-title', 'DELETE FROM meta'),
        ('control', "UPDATE meta SET value = char (27) || ']0;evil' || char (7) || char (10) || '<b>&'"),
        ('markup', "UPDATE strategy SET title = '<span size=''huge''>', region_name = '<i>', remark = '</b>&amp'"),
        ('nul', "UPDATE strategy SET title = 'a' || char (0) || 'b'"),
        ('bytes', "UPDATE strategy SET title = CAST (x'fffe80c0' AS TEXT)"),
        ('many', "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) INSERT INTO priority"
         " SELECT 90000 + i, (SELECT min (id) FROM strategy), NULL, i, 'x', '', '', NULL, '', '', '', 0, 0 FROM n"),
        ('contradiction', 'UPDATE strategy SET year = 2100')]:
    case('opens', f'rows-{name}')(rows(text))


@case('opens')
def rows_long_title(place):
    place.sql("UPDATE meta SET value = ? WHERE key = 'title'", parameters=['long title ' * MEGABYTE])


@case('refused')
def rows_too_long(place):
    place.sql("UPDATE strategy SET remark = ? WHERE id = (SELECT min (id) FROM strategy)", parameters=['x' * 17 * MEGABYTE])


@case('refused')
def rows_too_long_note(place):
    place.sql("INSERT INTO note (text, longitude, latitude, created_at, changed_at) VALUES (?, 0, 0,"
              " '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')", parameters=['x' * 17 * MEGABYTE])


@case('refused')
def rows_too_long_attachment(place):
    place.sql("INSERT INTO attachment_data VALUES (?, zeroblob (18000000))", parameters=['a' * 64])


@case('refused')
def rows_null(place):
    place.loosely('priority', 'UPDATE priority SET text = NULL')


@case('refused')
def rows_blob(place):
    place.loosely('priority', "UPDATE priority SET text = x'00ff'")


@case('refused')
def rows_number(place):
    place.loosely('priority', "UPDATE priority SET page_index = 'iv'")


@case('refused')
def rows_not_in_index(place):
    """What a quick check does not see."""
    connection = sqlite3.connect(place.atlas, isolation_level=None)
    row = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'priority_strategy'").fetchone()
    connection.close()
    place.schema("DELETE FROM sqlite_schema WHERE name = 'priority_strategy'")
    place.sql("INSERT INTO priority SELECT 90001, (SELECT min (id) FROM strategy), NULL, 1, 'x', '', '', NULL, '', '', '', 0, 0")
    place.schema('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)', *row)


@case('refused')
def rows_twice(place):
    """Unique only for one who does not look."""
    connection = sqlite3.connect(place.atlas, isolation_level=None)
    row = connection.execute("SELECT * FROM sqlite_schema WHERE name = 'participation_once'").fetchone()
    connection.close()
    place.schema("DELETE FROM sqlite_schema WHERE name = 'participation_once'")
    place.sql('INSERT INTO participation (programme, role, country, name, source) SELECT programme, role, country, name,'
              ' source FROM participation LIMIT 1')
    place.schema('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)', *row)


# Of the version before

@case('opens')
def version_1(place):
    place.atlas.write_bytes(place.version_1)


@case('refused')
def version_1_read_only(place):
    """Cannot be updated; check has nothing against it."""
    place.atlas.write_bytes(place.version_1)
    place.read_only()


@case('refused')
def version_1_mark(place):
    place.atlas.write_bytes(place.version_1)
    place.sql('UPDATE strategy SET pm_mark = 2')


@case('refused')
def version_1_trigger(place):
    place.atlas.write_bytes(place.version_1)
    place.sql('CREATE TRIGGER sneaky AFTER INSERT ON meta BEGIN DELETE FROM strategy; END')


@case('refused')
def version_1_circle(place):
    place.atlas.write_bytes(place.version_1)
    place.sql('DROP TRIGGER priority_no_circle; UPDATE priority SET parent_id = id')


def make_small(default):
    """The default atlas with a handful of rows, so that each part of the file is hit often."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / ATLAS
        shutil.copy(default, path)
        path.chmod(0o644)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript("""
            PRAGMA foreign_keys = OFF;
            DELETE FROM strategy WHERE id NOT IN ('FRL0-2014', 'AT21-2021');
            DELETE FROM comment_event; DELETE FROM assessment;
            DELETE FROM comment WHERE region_code <> 'FRL0';
            DELETE FROM priority WHERE strategy_id NOT IN (SELECT id FROM strategy);
            DELETE FROM priority_theme WHERE priority_id NOT IN (SELECT id FROM priority);
            DELETE FROM participation WHERE region_code IS NOT NULL;
            DELETE FROM region WHERE nuts_version <> 2016 OR code NOT IN ('FR', 'FRL', 'FRL0', 'AT', 'AT2', 'AT21');
            VACUUM""")
        connection.close()
        return path.read_bytes()


def make(name, folder, small, version_1):
    """Makes a case in a folder that is empty. Returns what is expected of it."""
    expected, function = CASES[name]
    function(Place(folder, small, version_1))
    return expected


def main():
    default, version_1, folder, *names = sys.argv[1:]
    small = make_small(default)
    for name in names or CASES:
        place = pathlib.Path(folder) / name
        place.mkdir(parents=True)
        make(name, place, small, pathlib.Path(version_1).read_bytes())


if __name__ == '__main__':
    main()
