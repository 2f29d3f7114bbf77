#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boundaries of one's own from the command line: looked at, remembered with an atlas, drawn with, and given up when their
file is gone or another one.

    own-boundaries.py RIS3
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def square(code, x, y):
    ring = [[x, y], [x + 4, y], [x + 4, y + 4], [x, y + 4], [x, y]]
    return {'type': 'Feature', 'properties': {'NUTS_ID': code, 'NUTS_NAME': f'Area {code}'},
            'geometry': {'type': 'Polygon', 'coordinates': [ring]}}


def write(path, *areas):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': list(areas)}))


def read_picture(path):
    """Of a PNG what is drawn: not its recipe, which says what was asked for."""
    data, at, picture = path.read_bytes(), 8, b''
    while at < len(data):
        length, kind = int.from_bytes(data[at:at + 4], 'big'), data[at + 4:at + 8]
        picture += data[at + 8:at + 8 + length] if kind in (b'IHDR', b'IDAT') else b''
        at += length + 12
    return picture


def check_levels(call, folder):
    """--levels of some layers, above what their names say."""
    path = folder / 'levels.topojson'
    rings = [[[x, 50], [x + width, 50], [x + width, 51], [x, 51], [x, 50]] for x, width in ((10, 2), (10, 1), (11, 1))]

    def layer(*areas):
        return {'type': 'GeometryCollection', 'geometries': [
            {'type': 'Polygon', 'arcs': [[arc]], 'properties': {'code': code, 'rank': rank}} for arc, code, rank in areas]}

    path.write_text(json.dumps({'type': 'Topology', 'arcs': rings, 'objects': {
        'adm_0': layer((0, 'QQ-', '0')), 'adm_2': layer((1, 'QQ-west', '3'), (2, 'QQ-east', '3'))}}))

    def told(levels=None):
        out, _ = call('boundaries', path, *([f'--levels={levels}'] if levels else []))
        return [line.split(':')[1].strip() if 'level of its areas' in line else None
                for layer in out.split('\n\n')[1].split('Layer')[1:] for line in layer.splitlines()[1:2]], out

    assert told()[0] == ['0', '2'], told()
    assert told('adm_2=3')[0] == ['0', '3'], told('adm_2=3')
    assert told('adm_0=1,adm_2=4')[0] == ['1', '4'], told('adm_0=1,adm_2=4')
    # A column of one layer, of all, and none of its own.
    assert told('adm_2=rank')[0] == ['0', 'rank'], told('adm_2=rank')
    levels, out = told('rank')
    assert levels == [None, None] and out.count('rank, read as level') == 2, out
    levels, out = told('adm_2=')
    assert levels == ['0', None] and 'read as level' not in out, out

    def refused(levels):
        return call('boundaries', path, f'--levels={levels}', status=2)[1]

    for levels in 'nowhere=3', 'nowhere=', 'adm_0=0,nowhere=3', 'ADM_2=3':
        assert 'There is no layer “' in refused(levels), refused(levels)
    assert '--levels names the layer “adm_2” twice' in refused('adm_2=3,adm_2=4')
    assert 'Choose of these: adm_0, adm_2.' in call('boundaries', path, '--layer=', status=2)[1]
    assert '“adm_3” in the file. Choose of these: adm_0, adm_2.' in call('boundaries', path, '--layer=adm_3', status=2)[1]
    assert '“adm_2”, which --layer leaves out' in call('boundaries', path, '--layer=adm_0', '--levels=adm_2=3', status=2)[1]
    assert 'There is no level 9' in refused('adm_2=9')
    assert 'There is no level 9' in refused('adm_0=0,adm_2=9')
    assert 'The layer “adm_2” has no column “height”' in refused('adm_2=height')
    assert 'has no column “adm_2=3,adm_0”' in refused('adm_2=3,adm_0')

    # What was said is what the atlas remembers.
    atlas = folder / 'levels.ris3atlas'
    call('new', atlas)
    call('boundaries', path, atlas, '--levels=adm_2=3', '--remember')
    shown = [json.loads(call('map', atlas, '-s', '640x480', '-o', folder / 'levels.png', '--json', '-l', level)[0])
             for level in '03']
    assert [view['territories'] for view in shown] == [1, 2], shown


def main():
    ris3 = os.path.abspath(sys.argv[1])

    def call(*arguments, status=0):
        done = subprocess.run([ris3, *map(str, arguments)], capture_output=True, text=True, check=False)
        assert done.returncode == status, (arguments, done)
        return done.stdout, done.stderr

    def draw(*arguments):
        out, err = call('map', atlas, '-s', '640x480', '-o', folder / 'map.png', '--json', *arguments)
        return json.loads(out), err

    with tempfile.TemporaryDirectory(prefix='ris3-own-') as folder:
        folder = pathlib.Path(folder)
        os.environ['XDG_CACHE_HOME'] = str(folder / 'cache')
        atlas, areas = folder / 'a.ris3atlas', folder / 'areas.geojson'
        call('new', atlas)
        # Two squares, far apart, over middle France and eastern Austria.
        write(areas, square('FRX11', 1, 45), square('ATX11', 13, 46))

        out, _ = call('boundaries', areas)
        assert 'Layer “areas”: 2 rows, EPSG:4326' in out and 'NUTS_ID, read as code' in out, out
        assert '2 areas are drawn.' in out and 'Areas whose code no NUTS version has: 8' not in out, out
        told = json.loads(call('boundaries', areas, atlas, '--json')[0])
        assert told['areas'] == 2 and not told['remembered'] and told['regions_made'] == 6, told
        assert 'FRX11' in told['codes_of_areas_unknown_to_nuts'] and 'FR' not in told['codes_of_areas_unknown_to_nuts'], told
        assert 'PL21 (NUTS 2016)' in told['codes_of_strategies_without_area'], told

        # What is shown elsewhere than its code says, or nowhere, is told; and whose the boundaries are.
        assert 'shown on areas of other codes, by where these lie: ' in out and 'Areas from the file “areas.geojson”' in out, out
        small = square('FRX12', 3, 45)
        small['geometry']['coordinates'] = [[[1.4, 48.1], [3.6, 48.1], [3.6, 49.25], [1.4, 49.25], [1.4, 48.1]]]
        write(folder / 'small.geojson', small)
        places = json.loads(call('boundaries', folder / 'small.geojson', atlas, '--json')[0])['strategies_shown_on_other_codes']
        assert any(place.startswith('FR1') and 'FRX' in place for place in places), places
        # A small part of Europe is the whole of the page, unless another extent is asked for.
        pages = [(draw('-b', folder / 'small.geojson', *more), read_picture(folder / 'map.png'))[1]
                 for more in ([], ['-e', 'FRX12'], ['-e', 'europe'])]
        assert pages[0] == pages[1] != pages[2], [len(page) for page in pages]
        # Those of all of Europe that have no place are counted, after the first ones.
        lines = call('map', atlas, '-b', folder / 'small.geojson', '-o', folder / 'm.png')[1].splitlines()
        (folder / 'm.png').unlink()
        assert len(lines) < 16 and 'more strategies cannot be placed. --json lists all.' in lines[-1], lines
        # Its regions have their names in all languages; what it lacks is told by its name.
        draw('-b', folder / 'small.geojson', '-e', 'Frankreich')
        assert 'small.geojson has no region “Narnia”. ' in call('map', atlas, '-b', folder / 'small.geojson', '-o',
                                                                folder / 'm.png', '-e', 'Narnia', status=2)[1]
        (folder / 'small.geojson').unlink()
        assert 'PL21 (NUTS 2016)' in told['strategies_shown_nowhere'] and 'areas.geojson' in told['credit'], told
        # Areas below NUTS 3 are drawn one by one.
        lau = folder / 'lau.geojson'
        write(lau, *(square(f'FRX11{i}', -1 + 1.5 * i, 45) for i in range(3)))
        assert [draw('-b', lau, '-l', level)[0]['territories'] for level in '04'] == [1, 3]
        assert 'have no level 5; the finest is 4' in call('map', atlas, '-o', folder / 'm.png', '-b', lau, '-l', '5',
                                                          status=2)[1]
        assert 'There is no level 7' in call('boundaries', areas, '-W', '7', status=2)[1]
        out, _ = call('boundaries', areas, '-G', 'EPSG:4258')
        assert 'says that it is in EPSG:4326' in out and 'it is read as EPSG:4258, as --crs says' in out, out
        for more, expected in (({'attribution': 'Land Test'}, 'Land Test\n'),
                               ({'LEVL_CODE': 3, 'CNTR_CODE': 'FR'}, '© EuroGeographics'),
                               ({'GISCO_ID': 'FR_1'}, '© EuroGeographics')):
            area = square('FRX11', 1, 45)
            area['properties'].update(more)
            write(folder / 'whose.geojson', area)
            assert expected in call('boundaries', folder / 'whose.geojson', '-K', 'NUTS_ID')[0], more
            (folder / 'whose.geojson').unlink()

        check_levels(call, folder)

        # A FlatGeobuf that ends between two areas, which GDAL takes for a whole one.
        whole, cut = folder / 'whole.fgb', folder / 'cut.fgb'
        call('export', '-D', 'regions', '-F', 'fgb', '--nuts', '2016', '-o', whole)
        data = whole.read_bytes()
        last = next(size for size in range(8, len(data), 4) if int.from_bytes(data[-size:][:4], 'little') == size - 4)
        cut.write_bytes(data[:-last])
        assert 'ends too early' in call('boundaries', cut, status=2)[1]
        whole.unlink()
        cut.unlink()

        # To be remembered, an atlas must be named; it is one edit, and can be undone.
        assert 'The atlas is missing' in call('boundaries', areas, '--remember', status=2)[1]
        shipped, _ = draw()
        out, _ = call('boundaries', areas, atlas, '--remember')
        assert 'is shown with these boundaries from now on' in out, out
        assert 'Use the boundaries of “areas.geojson”' in call('history', atlas)[0]
        own, err = draw()
        assert not err and own['territories'] < shipped['territories'] and own['unplaced'], own
        assert draw('--nuts', '2016')[0]['territories'] == shipped['territories']

        # A filter by regions knows those of one's own, and those that it knows elsewhere.
        assert not draw('--filter', 'region:FRX11')[1] and not draw('--filter', 'region:ITC4')[1]
        assert 'Did you mean Lombardy (ITC4)?' in call('list', 'strategies', '--filter', 'region:DE2,Lombrdia', status=2)[1]
        assert len(call('list', 'strategies', '--filter', 'region:itc4', '-p', '2014-2020')[0].splitlines()) == 1
        regions = call('export', atlas, '-D', 'regions', '-F', 'csv', '-o', '-')[0].splitlines()
        column = regions[0].lstrip('\ufeff').split(',').index('nuts_version')
        assert all(line.split(',')[column] in ('', '""') for line in regions[1:]), regions[:3]
        exported = [len(call('export', atlas, '-D', 'regions', '-F', 'csv', '-o', '-', *more)[0].splitlines())
                    for more in ([], ['--nuts', '2016'])]
        assert exported[0] < exported[1], exported

        # Another file, or none: the boundaries of the program, and a sentence.
        write(areas, square('FRX11', 1, 45))
        drawn, err = draw()
        assert 'have changed since they were chosen' in err and drawn['territories'] == shipped['territories'], err
        assert len(draw('--boundaries', areas)[0]['classes']) > 1
        areas.unlink()
        drawn, err = draw()
        assert 'No such file' in err and 'Bring the file back' in err and drawn['territories'] == shipped['territories'], err
        assert 'No such file' in call('map', atlas, '-b', areas, '-o', folder / 'b.png', status=2)[1]
        assert not (folder / 'b.png').exists()

        # Found beside the atlas when both have moved.
        write(areas, square('FRX11', 1, 45), square('ATX11', 13, 46))
        (folder / 'moved').mkdir()
        for path in atlas, areas:
            shutil.move(path, folder / 'moved' / path.name)
        atlas = folder / 'moved' / atlas.name
        drawn, err = draw()
        assert not err and drawn['territories'] == own['territories'], err

        call('undo', atlas)
        drawn, err = draw()
        assert not err and drawn['territories'] == shipped['territories'], err
    print('remembered, drawn, given up, found again and forgotten')


if __name__ == '__main__':
    main()
