#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile tables, boundaries, paths and outputs, each made here and given to `ris3`:

    tables.py RIS3 SMALL-GEOPACKAGE ATLAS TABLES [NAME...]     NAME: only the cases that have it in their names

Each call must end by itself and in time, with a sentence where it refuses; send a terminal nothing that it obeys; leave
all files as they were; and ask nobody on the network, which a listening socket finds out. Cases are functions that make
their files in an empty folder and give the calls to make there.
"""

import collections
import contextlib
import hashlib
import os
import pathlib
import re
import signal
import socket
import sqlite3
import stat
import struct
import subprocess
import sys
import tempfile
import zipfile

# Of a call: what it is called with, its exit status, what it must say, the file that may be new or different, further
# variables; with shell, the call is a line of the shell in which "ris3" is the program.
Call = collections.namedtuple('Call', 'arguments status says writes variables shell', defaults=('', None, {}, False))
CASES = []
SECONDS = 60


def case(function):
    CASES.append(function)
    return function


def refused(says, *arguments, **more):
    return Call(arguments, 2, says, **more)


def accepted(*arguments, **more):
    return Call(arguments, 0, **more)


# Tables ---------------------------------------------------------------------------------------------------------------

GOOD = {
    'meta.csv': 'key,value\ntitle,T\ndata_date,2026-01-31\n',
    'codebook.csv': 'scheme,version,code,parent_code,name\nhealth-theme,1,a,,Biomarkers\n',
    'strategies.csv': 'strategy_id,nuts_version,nuts_code,nuts_level,country,region_name,title,year,period,language,'
                      'analysis_state,has_health_priority,pm_mark,pm_basis,pm_disputed,source_kind,source_title,source_url,'
                      'document_url,remark\nAT-1,2016,AT,0,AT,Austria,T,2016,2014-2020,en,desk,1,0,,,strategy,,'
                      'https://example.org/,,\n',
}
ADDRESS = None  # of the socket, host:port
BOUNDARIES = None
ATLAS = None
TABLES = None
GOOD_TABLES = 'meta.csv', 'codebook.csv', 'strategies.csv', 'priorities.csv', 'participation.csv', 'pm_assessments.csv'


def tables(folder, name=None, contents=None, called='t'):
    """Good tables, one of them with other contents; None for the contents: the caller puts something there."""
    path = folder / called
    path.mkdir()
    for good in GOOD_TABLES:  # without rows, where none are needed
        (path / good).write_text(GOOD.get(good) or (pathlib.Path(TABLES) / good).read_text().split('\n')[0] + '\n')
    if name:
        (path / name).unlink()
    if contents is not None:
        (path / name).write_bytes(contents.encode() if isinstance(contents, str) else contents)
    return path / name if name else path


def build(says=None, **more):
    arguments = ('build-default', '-S', 't', '-o', 'out.ris3atlas')
    return refused(says, *arguments, **more) if says else accepted(*arguments, writes='out.ris3atlas', **more)


def bad_table(name, contents, says):
    def make(folder):
        tables(folder, name, contents() if callable(contents) else contents)
        return [build(says)]
    make.__name__ = f'table-{len(CASES)}-{name}'
    CASES.append(make)


CODEBOOK = 'scheme;version;code;parent_code;name\n'
bad_table('codebook.csv', CODEBOOK + 'health-theme;1;a;;Aus;tria\n', r'codebook.csv:2: the row has 6 cells.*“tria”')
bad_table('codebook.csv', CODEBOOK + 'health-theme;1;a;;A;\n', r'codebook.csv:2: the row has 6 cells')
bad_table('codebook.csv', CODEBOOK.replace(';', '\t') + 'h\t1\ta\t\tA\tB\n', r'codebook.csv:2: the row has 6 cells')
bad_table('codebook.csv', GOOD['codebook.csv'] + 'health-theme,1,b,,Nutrition, health\n', r'codebook.csv:3: the row has 6')
bad_table('codebook.csv', GOOD['codebook.csv'] + '\nhealth-theme,1,b\n', r'codebook.csv:4: parent_code: the row ends')
bad_table('codebook.csv', GOOD['codebook.csv'].replace('Bio', 'Bio\0'), r'codebook.csv:2: name: the cell holds a NUL')
bad_table('codebook.csv', GOOD['codebook.csv'].replace('Biomarkers', '"Bio\0"'), r'codebook.csv:2: name: .*a NUL')
bad_table('codebook.csv', '\0' + GOOD['codebook.csv'], r'codebook.csv:1: the cell holds a NUL')
bad_table('codebook.csv', GOOD['codebook.csv'].encode() + b'h,1,\xc3\xad,,Pa\xeds\n', r'codebook.csv:3: name: .* not UTF-8')
bad_table('codebook.csv', GOOD['codebook.csv'].encode('utf-16')[:-1], r'codebook.csv:2: this text is not UTF-16LE')
bad_table('codebook.csv', GOOD['codebook.csv'] + 'h,1,c,,"A\n', r'codebook.csv:3: name: a quotation mark is opened here')
bad_table('codebook.csv', GOOD['codebook.csv'] + 'h,1,c,,A "B"\n', r'codebook.csv:3: name: .*in the middle')
bad_table('codebook.csv', GOOD['codebook.csv'] + 'h,1,c,,"A"B\n', r'codebook.csv:3: name: text follows')
bad_table('codebook.csv', GOOD['codebook.csv'].replace('scheme,', 'scheme;'), r'codebook.csv:1: .*more than one kind')
bad_table('codebook.csv', '', r'“codebook.csv” has no columns')
bad_table('codebook.csv', '\n' * 1000000, r'“codebook.csv” has no columns')
bad_table('codebook.csv', ',' * 8000000, r'codebook.csv:1: there are more than 256 columns')
bad_table('codebook.csv', '"' * 8000001, r'codebook.csv:1: ')
bad_table('codebook.csv', GOOD['codebook.csv'] + 'x' * 8000000 + '\n', r'codebook.csv:3: version: the row ends')
bad_table('codebook.csv', GOOD['codebook.csv'] + 'h,1,c,,A,' + 'x' * 8000000 + '\n', r'codebook.csv:3: the row has 6')
bad_table('codebook.csv', 'x' * 8000000 + '\n', r'codebook.csv:1: the name of a column is longer than 100')
bad_table('codebook.csv', '\x1b]0;owned\x07,\x9b2J\r\nx,y\r\n', r'codebook.csv:1: ')
bad_table('meta.csv', 'key,value\ntitle,T\ndata_date,\x1b[31m\x9b\n', r'meta.csv:3: value: “␛\[31m�” is not a date')
bad_table('meta.csv', 'key,value\ntitle,T\rdata_date,\n', r'meta.csv:3: value: this cell is empty')
bad_table('meta.csv', lambda: pathlib.Path(ATLAS).read_bytes(), r'meta.csv:1: ')


def bad_text(name, text):
    def make(folder):
        tables(folder, 'meta.csv', text.replace('ADDRESS', ADDRESS))
        (folder / 'b.gpkg').write_text(text.replace('ADDRESS', ADDRESS))
        return [build(r'meta.csv'), refused(r'b.gpkg', 'show', 'AT', '-b', 'b.gpkg')]
    make.__name__ = 'text-' + name
    CASES.append(make)


VRT = '<OGRVRTDataSource><OGRVRTLayer name="land"><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
bad_text('vrt', VRT.format('/vsicurl/http://ADDRESS/x.gpkg'))
bad_text('vrt-http', VRT.format('http://ADDRESS/x.json'))
bad_text('vrt-csv', VRT.format('CSV:/vsicurl_streaming/http://ADDRESS/x.csv'))
bad_text('vrt-sql', VRT.format('x.sqlite').replace('</OGRVRTL', '<SrcSQL>SELECT ogr_geocode(\'x\')</SrcSQL></OGRVRTL'))
bad_text('vrt-file', VRT.format('/etc/passwd'))
bad_text('vrt-raster', '<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand><SourceFilename>/vsicurl/http://ADDRESS/'
                       '</SourceFilename></VRTRasterBand></VRTDataset>')
bad_text('crs', '{"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://ADDRESS/crs"}},"features":[]}')
bad_text('next', '{"type":"FeatureCollection","links":[{"rel":"next","href":"http://ADDRESS/2"}],"features":[]}')
bad_text('wfs', '<OGRWFSDataSource><URL>http://ADDRESS/wfs</URL></OGRWFSDataSource>')
bad_text('wms', '<GDAL_WMS><Service name="WMS"><ServerUrl>http://ADDRESS/</ServerUrl></Service></GDAL_WMS>')
bad_text('gml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://ADDRESS/e">]><gml:x xmlns:gml="http://ADDRESS">&e;'
                '</gml:x>')
bad_text('connection', 'PG:host=ADDRESS')
bad_text('html', '<html><a href="http://ADDRESS/">x</a></html>')


@case
def table_spreadsheet(folder):
    with zipfile.ZipFile(tables(folder, 'meta.csv'), 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('content.xml', 'x' * 50000000)
    return [build(r'Cannot read .*meta.csv')]


def no_file(make_file, says='it is a pipe, a device or a socket, not a file'):
    """The same in the place of a table and of the boundaries, and as an output that is no file."""
    def make(folder):
        make_file(tables(folder, 'strategies.csv'))
        make_file(folder / 'b.gpkg')
        tables(folder, called='good')
        return [build(says), refused(says, 'show', 'AT', '-b', 'b.gpkg'),
                refused(says, 'build-default', '-S', 'good', '-b', 'b.gpkg', '-o', 'out.ris3atlas')]
    make.__name__ = 'no-file-' + make_file.__name__
    CASES.append(make)


def fifo(path):
    os.mkfifo(path)


def link_to_fifo(path):
    os.mkfifo(path.with_suffix('.pipe'))
    path.symlink_to(path.with_suffix('.pipe'))


def directory(path):
    path.mkdir()


def bound_socket(path):
    here = os.getcwd()
    os.chdir(path.parent)  # such a name must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)
    os.chdir(here)


def zero(path):
    path.symlink_to('/dev/zero')


def circle(path):
    path.symlink_to(path.name)


def dangling(path):
    path.symlink_to('nowhere')


def sparse(path):
    with open(path, 'wb') as file:
        file.truncate(1 << 40)


no_file(fifo)
no_file(link_to_fifo)
no_file(directory, 'Is a directory')
no_file(bound_socket, 'Cannot read')
no_file(zero)
no_file(circle, 'Too many levels of symbolic links')
no_file(dangling, 'No such file or directory')
no_file(sparse, 'it is larger than')


@case
def table_neighbours(folder):
    """What lies beside a table is not obeyed: the same atlas comes out."""
    tables(folder)
    for name in GOOD:
        path = folder / 't' / name
        path.with_suffix('.csvt').write_text('Integer(1),Integer(1),Integer(1),Integer(1),Integer(1)\n')
        path.with_suffix('.vrt').write_text(VRT.format(f'/vsicurl/http://{ADDRESS}/'))
        path.with_suffix('.prj').write_text(f'http://{ADDRESS}/')
        (folder / 't' / (name + '.aux.xml')).write_text('<PAMDataset>')
    return [build()]


@case
def table_folder(folder):
    tables(folder)
    names = f'http://{ADDRESS}/t', f'/vsicurl/http://{ADDRESS}/t', '/vsizip/x.zip', 'VRT:' + VRT.format('x'), '', '/dev/null'
    return [refused('meta.csv', 'build-default', '-S', name, '-o', 'out.ris3atlas') for name in names]


# Boundaries -----------------------------------------------------------------------------------------------------------

def package(folder, *statements, name='b.gpkg', schema=()):
    """A good GeoPackage after some statements, and after others that change its schema as text."""
    path = folder / name
    path.write_bytes(pathlib.Path(BOUNDARIES).read_bytes())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.create_function('evil', -1, lambda *_: 1, deterministic=True)
        for statement in statements:
            database.execute(statement.replace('ADDRESS', ADDRESS))
        if schema:
            database.execute('PRAGMA writable_schema = ON')
        for statement in schema:
            database.execute(statement.replace('ADDRESS', ADDRESS))
    return path


def show(says=None, path='b.gpkg', **more):
    """Every command that reads boundaries."""
    if not says:
        return [accepted('show', 'AT', '-b', path, **more)]
    return [refused(says, 'show', 'AT', '-b', path, **more),
            refused(says, 'build-default', '-S', 't', '-b', path, '-o', 'out.ris3atlas', **more)]


def bad_package(name, says, *statements, schema=()):
    def make(folder):
        package(folder, *statements, schema=schema)
        tables(folder)
        return show(says)
    make.__name__ = 'package-' + name
    CASES.append(make)


VIEW = 'it has a view, which RIS3 Atlas does not run'
EACH = 'nuts_2013_03m', 'nuts_2016_03m', 'nuts_2021_03m'
ENDLESS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'

bad_package('view', VIEW, 'ALTER TABLE land RENAME TO old', 'CREATE VIEW land AS SELECT * FROM old')
bad_package('view-beside', VIEW, 'CREATE VIEW x AS SELECT 1')
bad_package('view-of-contents', VIEW, 'ALTER TABLE gpkg_contents RENAME TO old',
            f'CREATE VIEW gpkg_contents AS SELECT * FROM old WHERE (SELECT max (i) FROM ({ENDLESS})) > 0')
bad_package('view-geocodes', VIEW, 'ALTER TABLE gpkg_contents RENAME TO old',
            "CREATE VIEW gpkg_contents AS SELECT * FROM old WHERE ogr_geocode ('x', 'geometry') IS NULL")
bad_package('view-long', VIEW, f"CREATE VIEW x AS SELECT '{'x' * 100000}'")
bad_package('view-many', VIEW, *(f'CREATE TABLE x{i} (a)' for i in range(300)), 'CREATE VIEW zz AS SELECT 1')
bad_package('view-hidden', 'damaged', schema=[
    "UPDATE sqlite_schema SET sql = replace (sql, 'CREATE TABLE \"land\"', 'CREATE/**/VIEW \"land\" AS SELECT') "
    "WHERE name = 'land'"])
bad_package('view-called-table', VIEW, 'CREATE VIEW x AS SELECT 1', schema=[
    "UPDATE sqlite_schema SET type = 'table' WHERE name = 'x'"])
bad_package('view-in-small-letters', 'damaged', 'CREATE VIEW x AS SELECT 1', schema=[
    "UPDATE sqlite_schema SET sql = lower (sql) WHERE name = 'x'"])
bad_package('view-as-blob', VIEW, 'CREATE VIEW x AS SELECT 1', schema=[
    "UPDATE sqlite_schema SET sql = CAST (sql AS BLOB) WHERE name = 'x'"])
bad_package('virtual', 'it has a virtual table', 'CREATE VIRTUAL TABLE x USING fts5 (a)')
bad_package('virtual-ogr', 'it has a virtual table', schema=[
    "INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, "
    "'CREATE VIRTUAL TABLE \"USING rtree\" USING VirtualOGR(''/vsicurl/http://ADDRESS/x'')')"])
bad_package('computed', 'one of its columns is computed', "ALTER TABLE land ADD COLUMN x AS (hex (zeroblob (100000000)))")
bad_package('computed-always', 'one of its columns is computed',
            "ALTER TABLE nuts_2016_03m ADD COLUMN x TEXT GENERATED ALWAYS /* */ AS (evil ('http://ADDRESS/'))")
bad_package('statement-wrong', 'damaged', schema=["UPDATE sqlite_schema SET sql = 'SELECT 1' WHERE name = 'land'"])
bad_package('statement-number', 'damaged', schema=["UPDATE sqlite_schema SET sql = 17 WHERE name = 'land'"])
bad_package('statement-nul', 'damaged', schema=["UPDATE sqlite_schema SET sql = sql || char (0) || 'x' WHERE name = 'land'"])
bad_package('no-geometry', 'The region AT111 has no area', *(f'UPDATE {t} SET geom = NULL' for t in EACH))
bad_package('one-without', 'The region AT112 has no area', *(f"UPDATE {t} SET geom = NULL WHERE code = 'AT112'" for t in EACH))
bad_package('empty-geometry', 'The region AT111 has no area',
            *(f"UPDATE {t} SET geom = x'{(b'GP' + struct.pack('<BBiBII', 0, 0x11, 4326, 1, 6, 0)).hex()}'" for t in EACH))
bad_package('points', 'The region AT111 has no area',
            *(f"UPDATE {t} SET geom = x'{(b'GP' + struct.pack('<BBiBIdd', 0, 1, 4326, 1, 1, 10, 50)).hex()}'" for t in EACH))
bad_package('no-numbers', 'The region AT111 has no area', *(
    f"UPDATE {t} SET geom = CAST (substr (geom, 1, length (geom) - 16) || x'{'00' * 6}f87f{'00' * 6}f87f' AS BLOB)" for t in EACH))
bad_package('beyond', 'The region AT111 has no area', *(
    f"UPDATE {t} SET geom = CAST (substr (geom, 1, length (geom) - 16) || x'{struct.pack('<dd', 1e300, 1e300).hex()}' AS BLOB)"
    for t in EACH))
bad_package('garbage', 'AT111|Cannot read', *(f"UPDATE {t} SET geom = x'ff00ff00' WHERE level = 3" for t in EACH))
bad_package('no-regions', 'is empty|does not contain|does not fit', *(f'DELETE FROM {t}' for t in EACH))
bad_package('no-leaves', 'does not fit into the tree', *(f'DELETE FROM {t} WHERE level = 3' for t in EACH))
bad_package('own-parent', 'does not fit into the tree', *(f"UPDATE {t} SET parent = code WHERE level = 3" for t in EACH))
bad_package('level', 'lacks a code|does not fit', *(f'UPDATE {t} SET level = 9000000' for t in EACH))
bad_package('code', 'lacks a code', *(f'UPDATE {t} SET code = NULL WHERE level = 3' for t in EACH))
bad_package('controls', 'The region ␛\\]0;x␇ ', *(f"UPDATE {t} SET code = char (27) || ']0;x' || char (7)" for t in EACH))
bad_package('no-layers', 'does not contain the regions', 'DELETE FROM gpkg_contents WHERE table_name GLOB \'nuts*\'')


def bad_bytes(name, change, says='Cannot read “b.gpkg”'):
    def make(folder):
        (folder / 'b.gpkg').write_bytes(change(bytearray(pathlib.Path(BOUNDARIES).read_bytes())))
        return [show(says)[0]]
    make.__name__ = 'bytes-' + name
    CASES.append(make)


def patched(offset, new):
    def change(data):
        data[offset:offset + len(new)] = new
        return data
    return change


bad_bytes('empty', lambda data: b'', 'it is not a GeoPackage')
bad_bytes('header-only', lambda data: data[:100])
for part in range(1, 8):
    bad_bytes(f'torn-{part}', lambda data, part=part: data[:len(data) // 8 * part], 'Cannot read|has no|is empty|does not')
bad_bytes('page-size', patched(16, b'\0\1'), 'damaged')
bad_bytes('reserved', patched(20, b'\xff'), 'damaged')
bad_bytes('utf-16', patched(56, b'\0\0\0\2'), 'its text is not UTF-8')
bad_bytes('no-tree', patched(100, b'\0'), 'damaged')
bad_bytes('many-cells', patched(103, b'\xff\xff'), 'damaged')
bad_bytes('tree-is-circle', patched(100, b'\5\0\0\0\1\1\0\0\0\0\0\1' + b'\1\xf0' + b'\0' * 354 + b'\0\0\0\1\1'), 'damaged')


@case
def package_trigger(folder):
    """Triggers are common in GeoPackages, and nothing that could run them is done."""
    package(folder, 'CREATE TRIGGER x AFTER INSERT ON land BEGIN DELETE FROM land; END')
    return show()


@case
def package_wal_mode(folder):
    """QGIS leaves files in this mode. They are complete without a log."""
    package(folder, 'PRAGMA journal_mode = WAL')
    return show()


@case
def package_srs(folder):
    package(folder, "UPDATE gpkg_spatial_ref_sys SET definition = 'http://ADDRESS/srs', organization = 'http://ADDRESS/x'")
    return show()


@case
def package_metadata(folder):
    package(folder, 'CREATE TABLE gpkg_extensions (table_name, column_name, extension_name, definition, scope)',
            "INSERT INTO gpkg_extensions VALUES (NULL, NULL, 'gdal_aspatial', 'http://ADDRESS/', 'read-write')",
            "UPDATE gpkg_contents SET description = 'http://ADDRESS/'")
    return show()


@case
def package_side_files(folder):
    calls = []
    for suffix in '-wal', '-journal':
        path = package(folder, name=f'b{suffix}.gpkg')
        path.with_name(path.name + suffix).write_bytes(b'\xd9\xd5\x05\xf9 no journal of this file')
        calls.append(show('holds changes that are not in it yet', path.name)[0])
    return calls


@case
def package_super_journal(folder):
    """SQLite deletes the file that such a journal names."""
    path = package(folder)
    (folder / 'precious').write_text('x')
    name = str(folder / 'precious').encode()
    record = struct.pack('>I', 0x40000000 // 512) + name + struct.pack('>II', len(name), sum(name)) + \
        b'\xd9\xd5\x05\xf9\x20\xa1\x63\xd7'
    path.with_name('b.gpkg-journal').write_bytes(b'\xd9\xd5\x05\xf9\x20\xa1\x63\xd7' + struct.pack('>5I', 0, 0, 46, 512, 512)
                                                 + b'\0' * 484 + record)
    return show('holds changes that are not in it yet')[:1]


@case
def package_neighbours(folder):
    """A cache that is none, and GDAL's own files of metadata."""
    calls = []
    for number, make in enumerate((fifo, directory, zero, circle, lambda path: path.write_bytes(b'RIS3GEO\n' + b'\xff' * 9000))):
        path = package(folder, name=f'b{number}.gpkg')
        make(path.with_suffix('.ris3geo'))
        path.with_name(path.name + '.aux.xml').write_text(VRT.format(f'http://{ADDRESS}/'))
        calls += show(path=path.name)
    return calls


@case
def package_names(folder):
    names = (f'http://{ADDRESS}/b.gpkg', f'/vsicurl/http://{ADDRESS}/b.gpkg', '/vsizip/b.zip', 'GPKG:b.gpkg:land',
             VRT.format(f'http://{ADDRESS}/'), '', '-', 'MVT:http://' + ADDRESS, '/dev/stdin', '/proc/self/mem', '/etc')
    return [refused('Cannot read', 'show', 'AT', '-b', name) for name in names]


@case
def package_odd_names(folder):
    """A file is a file, whatever GDAL would make of its name."""
    calls = []
    for name in 'GPKG:b.gpkg:land', 'a b\n\x1b[31m.gpkg', "b'\".gpkg", 'vsicurl', '<OGRVRTDataSource>':
        package(folder, name=name)
        calls += show(path='./' + name)
    return calls


@case
def environment(folder):
    package(folder)
    (folder / '.gdal').mkdir()
    (folder / '.gdal' / 'gdalrc').write_text('[configoptions]\nGDAL_SKIP=GPKG\nCPL_LOG=log\nCPL_DEBUG=ON\n')
    variables = {'GDAL_SKIP': 'GPKG', 'OGR_SKIP': 'GPKG', 'GDAL_DRIVER_PATH': '.', 'OGR_DRIVER_PATH': '.', 'CPL_DEBUG': 'ON',
                 'CPL_LOG': 'log', 'CPL_TMPDIR': '.', 'PROJ_NETWORK': 'ON', 'PROJ_NETWORK_ENDPOINT': f'http://{ADDRESS}/',
                 'GDAL_HTTP_PROXY': ADDRESS, 'OGR_SQLITE_PRAGMA': 'journal_mode=WAL', 'OGR_SQLITE_JOURNAL': 'WAL',
                 'GDAL_CONFIG_FILE': '.gdal/gdalrc', 'OGR_GPKG_INTEGRITY_CHECK': 'NO', 'CPL_VSIL_SHOW_NETWORK_STATS': 'YES'}
    return [call for more in [{name: value} for name, value in variables.items()] + [dict(variables, HOME=str(folder))]
            for call in show(variables=more)]


# Output ---------------------------------------------------------------------------------------------------------------

def atlas(folder, name='a.ris3atlas'):
    path = folder / name
    path.write_bytes(pathlib.Path(ATLAS).read_bytes())
    return path


SIZE = '-s', '640x480'


@case
def map_onto_atlas(folder):
    """Under its name, another one, a link and a hard link."""
    path = atlas(folder)
    (folder / 'link.png').symlink_to(path)
    os.link(path, folder / 'hard.png')
    os.link(path, folder / 'hard')
    atlas(folder, 'b.png')
    return [refused('is not the name of a PNG image', 'map', *SIZE, '-o', 'a.ris3atlas', 'a.ris3atlas'),
            refused('is not the name of a PNG image', 'map', *SIZE, '-o', './a.ris3atlas', '-a', 'hard.png'),
            *(refused('is one of the files that were read', 'map', *SIZE, '-o', name, 'a.ris3atlas')
              for name in ('link.png', 'hard.png', 'hard')),
            refused('is one of the files that were read', 'map', *SIZE, '-o', 'hard.png', 'hard.png'),
            refused('is a database, and its contents would be lost', 'map', *SIZE, '-o', 'b.png', 'a.ris3atlas')]


@case
def map_onto_others(folder):
    tables(folder)
    package(folder, name='c.png')
    (folder / 'd.png').write_bytes(b'%PDF-1.4')
    (folder / 'e.pdf').write_bytes(b'\x89PNG\r\n\x1a\n')
    return [refused('is not the name of a PNG image', 'map', *SIZE, '-o', name) for name in
            ('t/meta.csv', 'x.jpg', 'x.gpkg', 'x.png.tmp')] + [
        refused('is not the name of a PDF document', 'map', *SIZE, '-F', 'pdf', '-o', 'x.svg'),
        refused('is not the name of a PDF document', 'sheet', 'FRL0', '-o', 'x.png'),
        refused('contents would be lost', 'map', *SIZE, '-o', 'e.pdf'),
        refused('contents would be lost', 'sheet', 'FRL0', '-o', 'e.pdf'),
        refused('contents would be lost', 'map', *SIZE, '-o', 'c.png'),
        refused('contents would be lost', 'map', *SIZE, '-o', 'd.png')]


@case
def map_places(folder):
    (folder / 'f').write_text('x')
    bound_socket(folder / 's')
    circle(folder / 'o')
    (folder / 'd').mkdir()
    (folder / 'l').symlink_to('nowhere/a.png')
    ro = folder / 'r.png'
    ro.write_text('x')
    ro.chmod(0o444)
    return [refused(says, 'map', *SIZE, '-o', name) for name, says in [
        ('', 'No name is given'), ('/proc/x.png', 'allows no new files'),
        ('f/x.png', 'folder'), ('missing/x.png', 'its folder does not exist'), ('d', 'is a folder'), ('d/', 'folder'),
        ('s', 'is a socket'), ('o', 'cannot be written|Too many'), ('l', 'folder does not exist'),
        ('r.png', 'permission'), ('x' * 300, 'too long|cannot be written'), ('/dev/full', 'not enough space')]]


@case
def map_wrong(folder):
    return [refused(says, 'map', '-o', 'x.png', *arguments) for says, arguments in [
        ('west end lies east', ('-e', '10,50,5,60')), ('south end lies north', ('-e', '5,60,10,50')),
        ('smaller than 0.01', ('-e', '5,50,5.001,60')), ('longitudes are from', ('-e', '5,50,1e300,60')),
        ('longitudes are from', ('-e', 'nan,50,6,60')), ('2013, 2016 or 2021', ('-n', '2015')),
        ('has no region', ('-e', '\x1b[2J')), ('each from 480 to 20000', ('-s', '99999999999999999999x1')),
        ('each from 30 to 2400', ('-s', 'nanxnanmm')), ('is not KEY=VALUE', ('--page', 'title=%ff')),
        ('is nothing that a page has', ('--page', '\x1b[2J=1')), ('from 36 to 1200', ('--page', 'dpi=1e999')),
        ('has no setting', ('-v', 'x' * 9000 + '=1')), ('KEY=VALUE', ('-v', '%ff=%00')),
        ('KEY=VALUE', ('-v', 'period=%00'))]]


@case
def build_onto_tables(folder):
    tables(folder)
    package(folder)
    os.link(folder / 't' / 'meta.csv', folder / 'hard')
    (folder / 'link.ris3atlas').symlink_to('t/codebook.csv')
    (folder / 'p.ris3atlas').write_bytes(b'\x89PNG\r\n\x1a\n')
    os.mkfifo(folder / 'pipe')
    return [refused(says, 'build-default', '-S', 't', '-o', name) for name, says in [
        ('t/strategies.csv', 'is not the name of an atlas'), ('t/new.csv', 'is not the name of an atlas'),
        ('hard', 'is one of the files that were read'), ('link.ris3atlas', 'is one of the files that were read'),
        ('b.gpkg', 'is not the name of an atlas'), ('p.ris3atlas', 'is a PNG image, and its contents would be lost'),
        ('pipe', 'is a device or a pipe'), ('/dev/null', 'is a device or a pipe'), ('-', 'is a stream'), ('', 'No name'),
        ('t', 'is a folder'), ('/proc/x.ris3atlas', 'allows no new files')]]


@case
def printed_nowhere(folder):
    """Every command tells that what it prints was not written."""
    package(folder)
    lines = ('stats', 'stats --json', 'show AT', 'show AT --json', 'show AT -b b.gpkg', 'view', 'view --json', 'check',
             'check --json', 'map -s 640x480 -o x.png --json', 'help', 'help map', '--version', '--describe bash')
    calls = [Call((f'ris3 {line} {to}',), 2, 'cannot be written to', 'x.png' if 'x.png' in line else None, shell=True)
             for line in lines for to in ('> /dev/full', '>&-')]
    return calls + [Call((f'ris3 map -s 640x480 -o {name} > /dev/full',), 2, 'not enough space', shell=True)
                    for name in ('-', '/dev/stdout', '/dev/fd/1')]


@case
def printed_onto_atlas(folder):
    atlas(folder)
    return [Call((f'ris3 {line} {to} a.ris3atlas',), 2, 'is the atlas', shell=True)
            for line in ('stats a.ris3atlas', 'check a.ris3atlas', 'show AT a.ris3atlas', 'map -o - a.ris3atlas',
                         'export -o - a.ris3atlas', 'export -D strategies -o - a.ris3atlas')
            for to in ('>>', '1<>')]


@case
def controls_of_an_atlas(folder):
    """Whatever its author wrote, a terminal gets no command."""
    path = atlas(folder)
    evil = "char (27) || ']0;owned' || char (7) || char (155) || '2J' || char (13) || char (8) || char (127)"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        for table, columns in [('strategy', 'title remark source_title region_name'), ('priority', 'text_original text_english'),
                               ('participation', 'programme name'), ('comment', 'text'), ('meta', 'value')]:
            known = [row[1] for row in database.execute(f'PRAGMA table_info ({table})')]
            for column in columns.split():
                if column in known:
                    where = "WHERE key = 'title'" if table == 'meta' else ''
                    database.execute(f'UPDATE {table} SET {column} = {evil} || hex (randomblob (4)) {where}')
    return [Call((*arguments, '-a', 'a.ris3atlas'), None) for arguments in
            [('stats',), ('stats', '--json'), ('show', 'FRL0'), ('show', 'FRL0', '--json'), ('show', 'BE2'), ('check',),
             ('check', '--json'), ('view',)]] + [Call(('map', *SIZE, '-o', 'x.png', 'a.ris3atlas'), None, writes='x.png'),
                 Call(('export', '-D', 'strategies', '-o', 'x.xlsx', 'a.ris3atlas'), None, writes='x.xlsx'),
                 Call(('export', '-D', 'priorities', '-o', 'x.ods', 'a.ris3atlas'), None, writes='x.ods')]


@case
def locales(folder):
    calls = []
    for name in 'C', 'POSIX', 'C.UTF-8', 'nowhere':
        calls += [accepted('show', 'EL30', variables={'LC_ALL': name}), accepted('show', 'EL30', '-j', variables={'LC_ALL': name})]
    return calls


# Running --------------------------------------------------------------------------------------------------------------

SANITIZER = re.compile(r'Sanitizer|runtime error:|\(process:\d+\)|CRITICAL|\bERROR:')
COMMANDS = re.compile(r'[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]')


def snapshot(folder):
    """What is in a folder, without opening what could wait."""
    state = {}
    for path in sorted(folder.rglob('*')):
        info = path.lstat()
        contents = os.readlink(path) if path.is_symlink() else None
        if stat.S_ISREG(info.st_mode) and info.st_size < 1 << 30:
            contents = hashlib.sha256(path.read_bytes()).hexdigest()
        state[str(path.relative_to(folder))] = (stat.S_IFMT(info.st_mode), info.st_mode & 0o777, info.st_size, contents)
    return state


def run(program, call, folder):
    """Gives the exit status, what was printed and what was complained."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(('GDAL_', 'OGR_', 'CPL_'))}
    variables.update(call.variables)
    arguments = [program, *call.arguments]
    if call.shell:
        arguments = ['/bin/bash', '-c', f'ris3 () {{ "$PROGRAM" "$@"; }}\n{call.arguments[0]}']
        variables['PROGRAM'] = program
    process = subprocess.Popen(arguments, cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, start_new_session=True)
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, '', ''
    return process.returncode, out.decode(errors='replace'), err.decode(errors='replace')


def judge(program, call, folder, server):
    before = snapshot(folder)
    status, out, err = run(program, call, folder)
    after = snapshot(folder)
    if status is None:
        yield f'did not end in {SECONDS} seconds'
        return
    if status < 0 or status > 2:
        yield f'ended with {status}'
    elif call.status is not None and status != call.status:
        yield f'exit status {status} instead of {call.status}'
    if call.status == 2 and status == 2 and not call.shell and out:
        yield f'printed something although it refused: {out[:200]}'
    if status == 2 and not err.startswith('ris3'):
        yield f'no sentence: {err[:200]}'
    if not re.search(call.says, err, re.S):
        yield f'says “{err[:400]}” and not “{call.says}”'
    if SANITIZER.search(err):
        yield err[-4000:]
    if len(err) > 20000:
        yield f'{len(err)} characters of complaints'
    for text in out, err:
        if COMMANDS.search(text):
            yield f'sends a terminal {COMMANDS.search(text)[0]!r}'
    for name in before.keys() | after.keys():
        if before.get(name) != after.get(name) and name != call.writes:
            yield f'{name} was {"changed" if name in before and name in after else "made" if name in after else "deleted"}'
    try:
        connection, _ = server.accept()
        connection.close()
        yield 'asked the network'
    except BlockingIOError:
        pass


def main():
    global ADDRESS, BOUNDARIES, ATLAS, TABLES
    program, BOUNDARIES, ATLAS, TABLES = (os.path.abspath(argument) for argument in sys.argv[1:5])
    wanted = sys.argv[5:]
    n_calls = n_failed = 0
    cases = [make for make in CASES if not wanted or any(word in make.__name__ for word in wanted)]
    with socket.socket() as server, tempfile.TemporaryDirectory(prefix='ris3-hostile-') as top:
        server.bind(('127.0.0.1', 0))
        server.listen(64)
        server.setblocking(False)
        ADDRESS = '127.0.0.1:%d' % server.getsockname()[1]
        for number, make in enumerate(cases):
            folder = pathlib.Path(top) / str(number)
            folder.mkdir()
            for call in make(folder):
                n_calls += 1
                complaints = list(judge(program, call, folder, server))
                n_failed += bool(complaints)
                for line in complaints:
                    print(f'{make.__name__}: {" ".join(call.arguments)[:150]!r} {dict(call.variables) or ""}: {line}', flush=True)
    print(f'{len(cases)} cases, {n_calls} calls, {n_failed} of them wrong')
    return 1 if n_failed or not n_calls else 0


if __name__ == '__main__':
    sys.exit(main())
