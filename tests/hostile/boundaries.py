#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boundaries of one's own that are odd, broken or made to do harm, each made here and given to `ris3 boundaries`:

    boundaries.py RIS3 [NAME...]     NAME: only the cases that have it in their names

Each is read, with what is odd in the report, or refused in a sentence; nothing in the folder changes, no case takes more
memory than a few times its own size, and none is ended by a signal or a sanitizer.
"""

import contextlib
import json
import math
import os
import pathlib
import re
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

SECONDS = 300  # ten million points, with the sanitizers
MEGABYTES = 900
CASES = []
SQUARE = [[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]
FAR = [[12, 50], [13, 50], [13, 51], [12, 51], [12, 50]]


def case(status, says='', reports=None, arguments=(), megabytes=MEGABYTES):
    """status: the exit status; says: what standard error must match; reports: of the JSON, {key: value}, where "notes" is
    a set of kinds."""
    def add(make):
        CASES.append((make.__name__, make, status, says, reports or {}, arguments, megabytes))
        return make
    return add


def feature(geometry, code='AT11', **properties):
    return {'type': 'Feature', 'properties': {'NUTS_ID': code, **properties}, 'geometry': geometry}


def polygon(*rings):
    return {'type': 'Polygon', 'coordinates': rings}


def collection(*features):
    return json.dumps({'type': 'FeatureCollection', 'features': features})


def geojson(folder, text):
    path = folder / 'areas.geojson'
    path.write_text(text)
    return path


def wkb(*rings, kind=3, dimensions=2):
    data = struct.pack('<BII', 1, kind, len(rings))
    for ring in rings:
        data += struct.pack('<I', len(ring)) + b''.join(struct.pack(f'<{dimensions}d', *point) for point in ring)
    return data


def geopackage(folder, rows, srs=4326, schema='fid INTEGER PRIMARY KEY, geom BLOB, NUTS_ID TEXT', more=''):
    path = folder / 'areas.gpkg'
    connection = sqlite3.connect(path)
    connection.executescript(f'''
        PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('none', -1, 'NONE', -1, 'undefined', ''), ('none', 0, 'NONE', 0, 'undefined', ''),
          ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', '');
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT,
          description TEXT, last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
        CREATE TABLE areas ({schema});
        INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('areas', 'features', 'areas', {srs});
        INSERT INTO gpkg_geometry_columns VALUES ('areas', 'geom', 'GEOMETRY', {srs}, 2, 2);
        {more}''')
    for code, blob in rows:
        data = None if blob is None else b'GP\x00\x01' + struct.pack('<i', srs) + blob
        connection.execute('INSERT INTO areas (geom, NUTS_ID) VALUES (?, ?)', (data, code))
    connection.commit()
    connection.close()
    return path


def shapefile(areas, prj='GEOGCS["WGS 84",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],'
                          'PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]'):
    """{suffix: bytes}"""
    shp = shx = b''
    dbf = struct.pack('<BBBBIHH20x', 3, 126, 1, 1, len(areas), 65, 11) + b'NUTS_ID'.ljust(11, b'\0') + b'C' + bytes(4) \
        + bytes([10]) + bytes(15) + b'\r'
    for number, (code, ring) in enumerate(areas):
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        record = struct.pack('<i4d3i', 5, min(xs), min(ys), max(xs), max(ys), 1, len(ring), 0) \
            + b''.join(struct.pack('<2d', *point) for point in ring)
        shx += struct.pack('>2i', 50 + len(shp) // 2, len(record) // 2)
        shp += struct.pack('>2i', number + 1, len(record) // 2) + record
        dbf += b' ' + code.encode().ljust(10)

    def header(size):
        return struct.pack('>7i', 9994, 0, 0, 0, 0, 0, 50 + size // 2) + struct.pack('<2i8d', 1000, 5, *[0] * 8)
    files = {'.shp': header(len(shp)) + shp, '.shx': header(len(shx)) + shx, '.dbf': dbf + b'\x1a'}
    if prj:
        files['.prj'] = prj.encode()
    return files


def archive(folder, files):
    path = folder / 'areas.zip'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
        for suffix, data in files.items():
            out.writestr('areas' + suffix if suffix.startswith('.') else suffix, data)
    return path


def ring(code='AT11'):
    return code, [[x, y] for x, y in reversed(SQUARE)]


# What is fine -----------------------------------------------------------------------------------------------------------

@case(0, reports={'areas': 1, 'notes': set()})
def good_geojson(folder):
    return geojson(folder, collection(feature(polygon(SQUARE))))


@case(0, reports={'areas': 2, 'notes': set()})
def good_geopackage(folder):
    return geopackage(folder, [('AT11', wkb(SQUARE)), ('AT12', wkb(FAR))])


@case(0, reports={'areas': 1, 'notes': set()})
def good_zip(folder):
    return archive(folder, shapefile([ring()]))


@case(0, reports={'areas': 1, 'notes': set()})
def good_topojson(folder):
    path = folder / 'areas.json'
    path.write_text(json.dumps({'type': 'Topology', 'arcs': [SQUARE], 'objects': {'areas': {
        'type': 'GeometryCollection', 'geometries': [{'type': 'Polygon', 'arcs': [[0]], 'properties': {'NUTS_ID': 'AT11'}}]}}}))
    return path


# Odd shapes -------------------------------------------------------------------------------------------------------------

@case(1, reports={'areas': 1, 'notes': {'empty'}})
def empty_geometry(folder):
    return geojson(folder, collection(feature(polygon(SQUARE)), feature(polygon(), 'AT12')))


@case(1, reports={'areas': 1, 'notes': {'empty'}})
def null_geometry(folder):
    return geojson(folder, collection(feature(polygon(SQUARE)), feature(None, 'AT12')))


@case(2, 'no area that can be drawn')
def only_empty(folder):
    return geojson(folder, collection(feature(None), feature(polygon(), 'AT12')))


@case(1, reports={'areas': 1, 'notes': {'repaired'}})
def self_crossing(folder):
    return geojson(folder, collection(feature(polygon([[10, 50], [11, 51], [11, 50], [10, 51], [10, 50]]))))


@case(0, reports={'areas': 1, 'notes': set()})
def antimeridian(folder):
    return geojson(folder, collection(feature(polygon([[179, 60], [-179, 60], [-179, 61], [179, 61], [179, 60]]), 'RU11')))


@case(1, reports={'areas': 1, 'notes': {'pole', 'empty'}})
def around_the_pole(folder):
    ring = [[x, 80 + abs(x) % 40 / 20] for x in range(-170, 180, 20)] + [[-170, 80.5]]
    return geojson(folder, collection(feature(polygon(SQUARE)), feature(polygon(ring), 'NO0B')))


@case(0, reports={'areas': 1, 'notes': set()})
def three_dimensions(folder):
    return geojson(folder, collection(feature(polygon([[x, y, 1e308] for x, y in SQUARE]))))


@case(1, reports={'areas': 1, 'notes': {'linearised'}})
def curved(folder):
    arc = struct.pack('<BII', 1, 8, 5) + b''.join(struct.pack('<2d', *p) for p in
                                                  ([10, 50], [11, 51], [12, 50], [11, 49], [10, 50]))
    return geopackage(folder, [('AT11', struct.pack('<BII', 1, 10, 1) + arc)])


@case(1, reports={'areas': 1, 'notes': {'collection'}})
def mixed_collection(folder):
    return geojson(folder, collection(feature({'type': 'GeometryCollection', 'geometries': [
        {'type': 'Point', 'coordinates': [10, 50]}, polygon(SQUARE), {'type': 'LineString', 'coordinates': SQUARE}]})))


@case(2, 'no area that can be drawn|no layer with areas')
def only_points(folder):
    return geojson(folder, collection(feature({'type': 'Point', 'coordinates': [10, 50]})))


@case(1, reports={'areas': 2, 'notes': {'partly'}})
def partly_filled(folder):
    whole = polygon([[10, 50], [20, 50], [20, 60], [10, 60], [10, 50]])
    return geojson(folder, collection(feature(whole, 'AT1'), feature(polygon(SQUARE), 'AT11'), feature(polygon(FAR), 'AT12')))


@case(2, 'infinite or not a number')
def not_a_number(folder):
    nan = math.nan
    return geopackage(folder, [('AT11', wkb([[10, 50], [nan, 50], [11, 51], [10, 51], [10, 50]]))])


@case(2, 'infinite or not a number|not on the globe|Cannot read')
def infinite(folder):
    return geojson(folder, collection(feature(polygon(SQUARE))).replace('[11, 50]', '[1e999, 50]'))


@case(2, 'not on the globe')
def metres_as_degrees(folder):
    return geojson(folder, collection(feature(polygon([[x * 100000, y * 100000] for x, y in SQUARE]))))


@case(1, reports={'areas': 1, 'swapped': True})
def swapped_axes(folder):
    return geojson(folder, collection(feature(polygon([[y, x] for x, y in SQUARE]))))


@case(2, 'Give one, such as EPSG')
def no_crs(folder):
    return geopackage(folder, [('AT11', wkb(SQUARE))], srs=-1)


@case(2, 'Give one, such as EPSG')
def no_prj(folder):
    return archive(folder, shapefile([ring()], prj=None))


@case(0, reports={'areas': 1}, arguments=('--crs', 'EPSG:4326'))
def no_crs_but_given(folder):
    return archive(folder, shapefile([ring()], prj=None))


@case(2, 'is not a known coordinate system', arguments=('--crs', '/etc/passwd'))
def crs_that_is_a_file(folder):
    return geojson(folder, collection(feature(polygon(SQUARE))))


# Codes ------------------------------------------------------------------------------------------------------------------

@case(2, 'code “AT11” is there twice: in row 1 of “areas” and in row 3 of “areas”')
def codes_twice(folder):
    return geojson(folder, collection(feature(polygon(SQUARE)), feature(polygon(SQUARE), 'AT12'), feature(polygon(FAR))))


@case(1, reports={'areas': 1, 'notes': {'no-code'}}, arguments=('--code', 'NUTS_ID'))
def no_code(folder):
    return geojson(folder, collection(feature(polygon(SQUARE)), feature(polygon(FAR), None)))


@case(2, '“areas.geojson” has no areas: it is empty')
def no_features(folder):
    return geojson(folder, collection())


@case(2, 'No column of “areas.geojson” looks like codes')
def no_column_of_codes(folder):
    return geojson(folder, collection({'type': 'Feature', 'properties': {'size': 1.5}, 'geometry': polygon(SQUARE)}))


@case(2, 'has no column “nothing”', arguments=('--code', 'nothing'))
def column_that_is_not_there(folder):
    return geojson(folder, collection(feature(polygon(SQUARE))))


@case(2, 'too long for a code', arguments=('--code', 'NUTS_ID'))
def long_code(folder):
    return geojson(folder, collection(feature(polygon(SQUARE), 'A' * 1000000)))


@case(2, 'the level is not a number')
def strange_level(folder):
    return geojson(folder, collection(feature(polygon(SQUARE), LEVL_CODE='4294967297')))


@case(0, reports={'areas': 2}, arguments=('--parent', 'up'))
def cycle_of_parents(folder):
    return geojson(folder, collection(feature(polygon(SQUARE), 'AT11', up='AT12'), feature(polygon(FAR), 'AT12', up='AT11')))


@case(0, reports={'areas': 2})
def control_characters_in_names(folder):
    return geojson(folder, collection(feature(polygon(SQUARE), NAME='\x1b[2J\x07<b>&'), feature(polygon(FAR), 'AT12')))


# Broken files -----------------------------------------------------------------------------------------------------------

@case(2, 'Cannot read|damaged')
def truncated_geopackage(folder):
    path = geopackage(folder, [(f'AT{i:03}', wkb(SQUARE)) for i in range(999)])
    path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])
    return path


@case(2, 'computed')
def geopackage_that_computes(folder):
    return geopackage(folder, [('AT11', wkb(SQUARE))],
                      schema='fid INTEGER PRIMARY KEY, geom BLOB, NUTS_ID TEXT, n TEXT GENERATED ALWAYS AS (upper (NUTS_ID))')


@case(2, 'Cannot read')
def truncated_geojson(folder):
    return geojson(folder, collection(feature(polygon(SQUARE)), feature(polygon(FAR), 'AT12'))[:-80])


@case(2, 'archive|Cannot read')
def truncated_zip(folder):
    path = archive(folder, shapefile([ring()]))
    path.write_bytes(path.read_bytes()[:-60])
    return path


@case(2, 'Cannot read')
def truncated_shape(folder):
    files = shapefile([ring(), ('AT12', FAR)])
    return archive(folder, {**files, '.shp': files['.shp'][:-40]})


@case(2, 'Cannot read|no layer|no area')
def shape_without_index(folder):
    files = shapefile([ring()])
    return archive(folder, {'.shp': files['.shp']})


@case(2, 'far too large', megabytes=300)
def zip_bomb(folder):
    path = folder / 'areas.zip'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
        with out.open('areas.shp', 'w', force_zip64=True) as member:
            for _ in range(1000):
                member.write(bytes(1 << 20))
    return path


@case(2, 'no Shapefile in the archive')
def zip_of_something_else(folder):
    return archive(folder, {'../../escape.txt': b'x', 'word/document.xml': b'<a/>'})


@case(2, 'Cannot read|no layer')
def flatgeobuf_of_rubbish(folder):
    path = folder / 'areas.fgb'
    path.write_bytes(b'fgb\x03fgb\x00' + struct.pack('<I', 0x7fffffff) + bytes(range(256)) * 40)
    return path


@case(2, 'Cannot read|no layer')
def truncated_flatgeobuf(folder):
    path = folder / 'areas.fgb'
    path.write_bytes(b'fgb\x03fgb\x00' + struct.pack('<I', 64) + bytes(30))
    return path


@case(2, 'consists of several files')
def bare_shape(folder):
    path = folder / 'areas.shp'
    path.write_bytes(shapefile([ring()])['.shp'])
    return path


@case(2, 'is not a GeoPackage, GeoJSON')
def not_geodata(folder):
    path = folder / 'areas.geojson'
    path.write_bytes(os.urandom(100000).replace(b'{', b'x'))
    return path


@case(2, 'is not a GeoPackage, GeoJSON')
def nothing_in_it(folder):
    return geojson(folder, '')


@case(2, 'Cannot read|no layer')
def deep_nesting(folder):
    return geojson(folder, '{"type":"FeatureCollection","features":[' + '[' * 1000000)


@case(2, 'too large for this format', megabytes=300)
def large_topology(folder):
    return geojson(folder, '{"type":"Topology","arcs":[' + '[[0,0],[1,1]],' * 4000000 + '[]]}')


# Size -------------------------------------------------------------------------------------------------------------------

def many_points(n):
    for i in range(n):
        angle = 2 * math.pi * i / n
        yield 15 + 5 * math.cos(angle), 50 + 5 * math.sin(angle)
    yield 20, 50


@case(1, reports={'areas': 1, 'notes': {'unchecked'}}, megabytes=1800)
def ten_million_points(folder):
    data = struct.pack('<BIII', 1, 3, 1, 10000001) + b''.join(struct.pack('<2d', *point) for point in many_points(10000000))
    return geopackage(folder, [('AT11', data)])


@case(2, 'Cannot read', megabytes=1200)
def ten_million_points_as_text(folder):
    path = folder / 'areas.geojson'
    with open(path, 'w') as out:
        out.write('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"NUTS_ID":"AT11"},"geometry":'
                  '{"type":"Polygon","coordinates":[[')
        for x, y in many_points(10000000):
            out.write(f'[{x:.6f},{y:.6f}],')
        out.write('[20,50]]]}}]}')
    return path


@case(2, 'points. Simplify', megabytes=1800)
def too_many_points(folder):
    part = wkb(list(many_points(500000)))
    return geopackage(folder, [(f'AT{i:03}', part) for i in range(41)])


# What is no file --------------------------------------------------------------------------------------------------------

@case(2, 'a pipe, a device or a socket')
def fifo(folder):
    os.mkfifo(folder / 'areas.gpkg')
    return folder / 'areas.gpkg'


@case(2, 'Is a directory')
def folder_itself(folder):
    return folder


@case(2, 'No such file')
def missing(folder):
    return folder / 'areas.gpkg'


@case(2, 'Permission denied')
def no_permission(folder):
    path = geojson(folder, collection(feature(polygon(SQUARE))))
    path.chmod(0)
    return path if os.geteuid() else None


def snapshot(folder):
    return {path.name: (path.lstat().st_mode, path.lstat().st_size, path.lstat().st_mtime_ns) for path in folder.iterdir()}


def run(ris3, path, arguments):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([ris3, 'boundaries', str(path), '--json', *arguments], stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=err)
        end = time.monotonic() + SECONDS
        megabytes = 0
        while True:
            # What the kernel tells of a child in the end is also what its parent had when it forked.
            with contextlib.suppress(OSError, TypeError):
                megabytes = int(re.search(r'VmHWM:\s*(\d+)', pathlib.Path(f'/proc/{process.pid}/status').read_text())[1]) / 1024
            pid, status = os.waitpid(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > end:
                process.kill()
                os.waitpid(process.pid, 0)
                return None, '', '', 0
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return process.returncode, out.read().decode(errors='replace'), err.read().decode(errors='replace'), megabytes


def judge(ris3, is_checked, name, make, status, says, reports, arguments, most, folder):
    path = make(folder)
    if path is None:
        return
    before = snapshot(folder)
    got, out, err, megabytes = run(ris3, path, arguments)
    if got is None:
        yield f'did not end in {SECONDS} seconds'
        return
    if snapshot(folder) != before:
        yield 'changed something'
    if got != status:
        yield f'exit status {got} instead of {status}: {err[:3000]}{out[-600:]}'
        return
    if megabytes > most and not is_checked:
        yield f'took {megabytes:.0f} MB, more than {most}'
    if not re.search(says, err, re.S) or len(err) > 3000 or 'Sanitizer' in err:
        yield f'says {err[:3000]!r}'
    if status == 2:
        if not err.startswith('ris3: ') or out:
            yield f'no sentence: {err[:300]!r} {out[:300]!r}'
        return
    report = json.loads(out)
    report['notes'] = {note['kind'] for note in report['notes']}
    for key, value in reports.items():
        if report[key] != value:
            yield f'{key} is {report[key]}, not {value}'


def main():
    ris3, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    is_checked = b'__asan_init' in pathlib.Path(ris3).read_bytes()
    n_failed = n_cases = 0
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for name, *rest in CASES:
        if wanted and not any(word in name for word in wanted):
            continue
        n_cases += 1
        with tempfile.TemporaryDirectory(prefix='ris3-hostile-') as folder:
            for line in judge(ris3, is_checked, name, *rest, pathlib.Path(folder)):
                n_failed += 1
                print(f'{name}: {line}', flush=True)
    print(f'{n_cases} files, {n_failed} complaints')
    return 1 if n_failed or not n_cases else 0


if __name__ == '__main__':
    sys.exit(main())
