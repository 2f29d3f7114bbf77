#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes small.gpkg of the shipped boundaries: make-small.py BOUNDARIES SMALL

One country with its regions as squares, one piece of land, and one row of lineage for every two versions, in pages of
512 bytes: so that a byte that a fuzzer changes more often matters. tests/hostile changes it too.
"""

import pathlib
import sqlite3
import struct
import sys

CODES = ('AT', 'AT1', 'AT11', 'AT111', 'AT112')


def square(x, y):
    """A square degree as a GeoPackage has it: its own header, then WKB of a multipolygon."""
    points = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
    ring = struct.pack('<I', len(points)) + b''.join(struct.pack('<dd', *point) for point in points)
    polygon = struct.pack('<BII', 1, 3, 1) + ring
    return b'GP\0\1' + struct.pack('<i', 4326) + struct.pack('<BII', 1, 6, 1) + polygon


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    target.write_bytes(source.read_bytes())
    database = sqlite3.connect(target, isolation_level=None)
    for table, in database.execute("SELECT table_name FROM gpkg_contents WHERE table_name GLOB 'nuts_*'").fetchall():
        if table.endswith('_03m'):
            database.execute(f'DELETE FROM {table} WHERE code NOT IN {CODES}')
            for number, code in enumerate(CODES[-2:]):
                database.execute(f'UPDATE {table} SET geom = ? WHERE code = ?', (square(10 + number, 50), code))
            continue
        database.execute(f'DROP TABLE "{table}"')
        for meta in 'gpkg_contents', 'gpkg_geometry_columns':
            database.execute(f'DELETE FROM {meta} WHERE table_name = ?', (table,))
    database.execute('DELETE FROM land WHERE fid > (SELECT min(fid) FROM land)')
    database.execute('UPDATE land SET geom = ?', (square(12, 50),))
    database.execute('DELETE FROM lineage WHERE fid NOT IN (SELECT min(fid) FROM lineage GROUP BY from_version, to_version)')
    database.execute('DELETE FROM gpkg_spatial_ref_sys WHERE srs_id NOT IN (-1, 0, 4326)')
    database.execute('PRAGMA page_size = 512')
    database.execute('VACUUM')
    database.close()


if __name__ == '__main__':
    main()
