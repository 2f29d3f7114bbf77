#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures as a user makes them: "ris3 map" on paper, "ris3 sheet" and "ris3 batch". The argument is ris3."""

import csv
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

RIS3 = os.path.abspath(sys.argv.pop(1))
SVG = '{http://www.w3.org/2000/svg}'


class Figures(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def run_ris3(self, *arguments, status=0):
        done = subprocess.run([RIS3, *arguments], cwd=self.path, capture_output=True, check=False)
        self.assertEqual(done.returncode, status, (arguments, done.stderr.decode()))
        return done

    def refuse(self, sentence, *arguments):
        done = self.run_ris3(*arguments, status=2)
        self.assertIn(sentence, done.stderr.decode())
        self.assertEqual(list(self.path.iterdir()), [])

    def names(self, folder='.'):
        return sorted(path.name for path in (self.path / folder).iterdir())

    def words_of(self, name):
        return subprocess.run(['pdftotext', '-raw', self.path / name, '-'], capture_output=True, check=True).stdout.decode()

    def test_formats(self):
        """The ending of the name tells the kind; the standard output asks for it."""
        self.run_ris3('map', '-o', 'a.svg', '--page', 'template=slide title=A%20title')
        root = xml.etree.ElementTree.parse(self.path / 'a.svg').getroot()
        self.assertEqual(root.get('width'), '338.7mm')
        self.assertEqual(root.find(SVG + 'title').text, 'A title')
        self.assertIn('FRL0', [group.get('id') for group in root.iter(SVG + 'g')])
        self.run_ris3('map', '-o', 'a.pdf', '--page', 'template=a4-portrait notes=Of%20ours')
        self.assertIn('Of ours', self.words_of('a.pdf'))
        self.assertTrue(self.run_ris3('map', '-o', '-', '--format', 'svg').stdout.startswith(b'<?xml'))
        self.assertTrue(self.run_ris3('map', '-o', '-').stdout.startswith(b'\x89PNG'))
        told = json.loads(self.run_ris3('map', '-o', 'a.png', '--size', '148x105mm', '--json').stdout)
        self.assertEqual((told['width'], told['height']), (1748, 1240))

    def test_refused(self):
        self.refuse('one of a4-landscape', 'map', '-o', 'a.png', '--page', 'template=poster')
        self.refuse('is nothing that a page has', 'map', '-o', 'a.png', '--page', 'colour=red')
        self.refuse('a map is png, svg or pdf', 'map', '-o', 'a.png', '--format', 'csv')
        self.refuse('is not the name of', 'map', '-o', 'a.jpg')
        self.refuse('of the period “1999-2000”', 'map', '-o', 'a.png', '--against', '1999-2000')
        self.refuse('Choose another size', 'map', '-o', 'a.png', '--page', 'size=841x1189mm dpi=1200')
        self.refuse('--output is needed', 'sheet', 'FRL0')
        self.refuse('is not the name of a PDF document', 'sheet', 'FRL0', '-o', 'a.png')
        self.refuse('Did you mean', 'sheet', 'Lombary', '-o', 'a.pdf')
        self.refuse('{country}', 'batch', '-o', 'a.png')
        self.refuse('“{foo}” stands for nothing', 'batch', '-o', '{foo}.png')
        self.refuse('end the name in “.pdf”', 'batch', '-o', '{region}.png')
        self.refuse('End the name in “.png”', 'batch', '-o', '{country}.jpg')
        self.refuse('The atlas has no saved view', 'batch', '-o', '{view}.png')
        self.refuse('have no {theme}', 'batch', '-o', '{region}-{theme}.pdf')
        self.refuse('--tables doc: the value must be one of: csv', 'batch', '-o', '{country}.svg', '--tables', 'doc')

    def test_templates(self):
        """A template is named: of the program, or of one's own."""
        told = json.loads(self.run_ris3('map', '-o', 'a.png', '--page', 'slide', '--json').stdout)
        self.assertEqual((told['width'], told['height']), (1920, 1080))
        data = self.path / 'data'
        (data / 'ris3-atlas').mkdir(parents=True)
        (data / 'ris3-atlas' / 'pages').write_text('name=House%20style template=square size=700x600\n')
        environment = {**os.environ, 'XDG_DATA_HOME': str(data)}
        for arguments in (['map', '-o', 'b.png'], ['batch', '-o', '{country}.png', '--filter', 'country:MT']):
            subprocess.run([RIS3, *arguments, '--page', 'house style'], cwd=self.path, env=environment, check=True)
        for name in 'b.png', 'MT.png':
            self.assertEqual((self.path / name).read_bytes()[16:24], bytes([0, 0, 700 // 256, 700 % 256, 0, 0, 600 // 256, 600 % 256]))
        done = subprocess.run([RIS3, 'map', '-o', 'c.png', '--page', 'other'], cwd=self.path, env=environment,
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn('“House style”', done.stderr.decode())

    def test_no_space(self):
        """A file that may not be so large is said, and nothing is left of it."""
        for name in 'a.png', 'a.svg', 'a.pdf':
            done = subprocess.run([RIS3, 'map', '-o', name], cwd=self.path, capture_output=True, check=False,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)))
            self.assertEqual(done.returncode, 2, done.stderr.decode())
            self.assertIn('The map was not written: ', done.stderr.decode())
            self.assertEqual(self.names(), [])

    def test_companions(self):
        """A table of what is shown, and what is said to those who do not see it, or not its colours."""
        told = json.loads(self.run_ris3('map', '-o', 'a.svg', '-i', 'language', '-p', 'latest', '--with-table', 'a.csv',
                                        '--json').stdout)
        rows = (self.path / 'a.csv').read_text().splitlines()
        self.assertEqual(len(rows) - 1, told['territories'])
        self.assertIn('cannot be told apart', told['grey_warning'])
        self.assertTrue(told['alternative'].startswith('Map: '))
        told = json.loads(self.run_ris3('map', '-o', 'a.svg', '--json').stdout)
        self.assertIsNone(told['grey_warning'])
        done = self.run_ris3('map', '-o', 'a.svg', '-i', 'theme-share:oncology', '--filter', 'theme:Oncology')
        self.assertIn('The filter chooses by the same theme', done.stderr.decode())
        done = self.run_ris3('map', '-o', 'a.svg', '-i', 'theme-share:oncology', '--filter', 'theme:medical-imaging')
        self.assertNotIn('The filter chooses by the same theme', done.stderr.decode())
        done = self.run_ris3('map', '-o', 'b.svg', '--with-table', 'a.doc', status=2)
        self.assertIn('“.csv”, “.xlsx” or “.ods”', done.stderr.decode())

    def test_compared(self):
        """Both maps of a comparison are on one page, and in the table and the words beside it."""
        told = json.loads(self.run_ris3('map', '-o', 'a.svg', '--against', '2021-2027', '--with-table', 'a.csv',
                                        '--json').stdout)
        self.assertIn('against=period:2021-2027', told['view'])
        compared = told['compared']
        counts = json.loads(self.run_ris3('compare', '--against', '2021-2027', '--json').stdout)
        for difference in 'base', 'new', 'kept', 'dropped', 'neither', 'first-only', 'second-only':
            self.assertEqual(compared['differences'][difference], counts[difference])
        self.assertTrue(told['alternative'].startswith('Two maps: '))
        with open(self.path / 'a.csv', encoding='utf-8-sig', newline='') as table:
            rows = list(csv.DictReader(table))
        self.assertEqual(sum(row['map'] == 'first' for row in rows), told['territories'])
        self.assertEqual(sum(row['map'] == 'second' for row in rows), compared['territories'])
        new = {region['code'] for region in counts['regions'] if region['difference'] == 'new'}
        self.assertTrue({row['code'] for row in rows if row['difference'] == 'new'} <= new)
        ids = re.findall(r'<g id="([^"]*)"', (self.path / 'a.svg').read_text(encoding='utf-8'))
        self.assertEqual(len(ids), len(set(ids)))
        self.assertTrue({'map', 'b-map'} <= set(ids))
        for row in rows:
            if row['country'] == 'PL':
                self.assertIn({'first': '', 'second': 'b-'}[row['map']] + row['code'], ids)

        # Two indicators have a legend each; the first map alone can be asked for.
        words = self.words_of_map('--against', 'year', '-p', 'latest')
        self.assertIn('compared with', words)
        self.assertIn('B · Areas by class', words)
        words = self.words_of_map('--against', '2021-2027', '--page', 'template=a4-landscape second-map=no')
        self.assertNotIn('B · ', words)
        done = self.run_ris3('batch', '-o', '{country}.svg', '--against', '2021-2027', '--filter', 'country:MT')
        self.assertEqual(done.stderr.decode(), '')
        self.assertIn('id="b-map"', (self.path / 'MT.svg').read_text(encoding='utf-8'))

    def words_of_map(self, *arguments):
        self.run_ris3('map', '-o', 'words.pdf', *arguments)
        return self.words_of('words.pdf')

    def test_sheet(self):
        told = json.loads(self.run_ris3('sheet', 'Lombardia', '-o', 'a.pdf', '--json').stdout)
        self.assertEqual(told['region'], 'ITC4')
        self.assertGreaterEqual(told['pages'], 1)
        self.assertIn('ITC4 · NUTS 2016', self.words_of('a.pdf'))

    def test_countries_and_themes(self):
        told = json.loads(self.run_ris3('batch', '-o', 'maps/{country}-{number}.png', '--size', '600x500', '--json').stdout)
        self.assertEqual(told['failed'], 0)
        self.assertEqual(told['written'], len(told['files']))
        self.assertEqual(sorted(entry['output'] for entry in told['files']), ['maps/' + name for name in self.names('maps')])
        self.assertIn('FR', [entry['country'] for entry in told['files']])
        self.assertGreater(told['written'], 20)

        # The table beside a map counts what the map shows.
        told = json.loads(self.run_ris3('batch', '-o', 'tables/{country}.svg', '--filter', 'country:MT,SI', '--tables', 'csv',
                                        '--json').stdout)
        self.assertEqual([entry['table'] for entry in told['files']], ['tables/MT.csv', 'tables/SI.csv'])
        self.assertEqual(self.names('tables'), ['MT.csv', 'MT.svg', 'SI.csv', 'SI.svg'])
        with open(self.path / 'tables/SI.csv', encoding='utf-8-sig', newline='') as table:
            codes = {row['code'] for row in csv.DictReader(table)}
        svg = (self.path / 'tables/SI.svg').read_text(encoding='utf-8')
        self.assertTrue(codes)
        self.assertTrue(all(f'id="{code}"' in svg for code in codes if code.startswith('SI')))
        self.run_ris3('batch', '-o', '{theme-name}.svg', '--page', 'template=column')
        svg = (self.path / 'Oncology.svg').read_text()
        self.assertIn('of 170 analysed strategies', svg)
        self.assertNotIn('<desc id="description">Map: Priority on a Theme: Oncology (Strategy territory · NUTS 2016 · '
                         'strategies of 2014–2020 · data as of 25 November 2026): 0 of', svg)

    def test_periods(self):
        """A map of each period, which says so, and which part of Europe it shows."""
        told = json.loads(self.run_ris3('batch', '-o', '{period}.svg', '-e', 'IT', '--json').stdout)
        self.assertEqual([entry['period'] for entry in told['files']], [name[:-4] for name in self.names()])
        self.assertGreaterEqual(told['written'], 2)
        svg = (self.path / '2021-2027.svg').read_text()
        self.assertIn('strategies of 2021–2027', svg)
        self.assertTrue(re.search(r' extent=[0-9.]+,[0-9.]+,[0-9.]+,[0-9.]+\s', svg))

    def test_filter(self):
        """What does not match has no file of its own, and no country is counted on another's map."""
        told = json.loads(self.run_ris3('batch', '-o', '{country}.svg', '--filter', 'country:DE,AT pm:yes', '--json').stdout)
        self.assertEqual(self.names(), ['AT.svg', 'DE.svg'])
        self.assertEqual(told['written'], 2)
        self.assertRegex((self.path / 'AT.svg').read_text(), 'only [0-9]+ of 198 strategies: Austria; ')
        self.run_ris3('batch', '-o', 'sheets/{region}.pdf', '--filter', 'country:AT')
        self.assertEqual([name for name in self.names('sheets') if not name.startswith('AT')], [])
        self.assertGreater(len(self.names('sheets')), 5)
        self.run_ris3('sheet', 'AT21', '-o', 'AT21.pdf')
        self.assertEqual(self.words_of('AT21.pdf'), self.words_of('sheets/AT21.pdf'))
        self.assertIn('inherited from a wider region', self.words_of('AT21.pdf'))
        self.run_ris3('batch', '-o', 'named/{region-name}.pdf', '--filter', 'country:AT')
        self.assertEqual(self.words_of('AT21.pdf'), self.words_of('named/Carinthia.pdf'))

    def test_one_fails(self):
        """A name that cannot be written is told, and the others are written."""
        (self.path / 'FR.svg').mkdir()
        done = self.run_ris3('batch', '-o', '{country}.svg', status=2)
        self.assertIn('FR.svg', done.stderr.decode())
        self.assertIn('1 file was not written.', done.stdout.decode())
        self.assertGreater(len(self.names()), 20)

    def test_stopped(self):
        """Ctrl+C leaves whole files alone, and no part of another."""
        process = subprocess.Popen([RIS3, 'batch', '-o', '{country}/{region}.pdf', '--level', '2'], cwd=self.path,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not list(self.path.glob('*/*.pdf')) and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        self.assertEqual((process.returncode, err), (2, b''))
        self.assertIn('It was stopped before the rest.', out.decode())
        files = list(self.path.glob('*/*'))
        self.assertLess(len(files), 332)
        for path in files:
            subprocess.run(['pdfinfo', path], check=True, stdout=subprocess.DEVNULL)


unittest.main(verbosity=2)
