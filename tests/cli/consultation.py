#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The consultation on the command line: the register of comments, packs that are sent out, and the erasure of a
person, as they are called.

    consultation.py RIS3
"""

import csv
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

RIS3 = os.path.abspath(sys.argv[1])
PERSON = 'Zygmunt Quixotic'


def ris3(folder, *arguments, status=0):
    # Backup copies are made there.
    env = {**os.environ, 'XDG_DATA_HOME': str(folder / 'data')}
    done = subprocess.run([RIS3, *arguments], cwd=folder, capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL, env=env)
    assert done.returncode == status, f'{arguments}: {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout + done.stderr


def fill(path):
    """A person, a comment that names them, and three more: on a priority that was accepted, on its strategy, and on a
    part of the region."""
    atlas = sqlite3.connect(path)
    atlas.execute("INSERT INTO organisation VALUES (1, 'Région Sud', 'regional authority', 2016, 'FRL0')")
    atlas.execute(f"INSERT INTO contact VALUES (1, 1, '', '{PERSON}', 'Head', 'z@region.example', '', 'fr', '')")
    comments = [('a', 'FRL0', 'region', None, None, f'{PERSON} told us', 'received'),
                ('b', 'FRL0', 'priority', 'FRL0-2014', 'first', '=1+1 is wrong', 'applied'),
                ('c', 'FRL0', 'strategy', 'FRL0-2014', None, 'Another title', 'in review'),
                ('d', 'FRL01', 'region', None, None, 'Here, too', 'closed')]
    for key, region, target, strategy, priority, text, state in comments:
        atlas.execute("INSERT INTO comment (key, organisation_id, nuts_version, region_code, target, target_name, strategy_id,"
                      " priority_id, figure, quote, page_label, author_role, channel, received_on, language, text,"
                      " english_text, proposed_change, state, decision_reason, source_url) VALUES (?, 1, 2016, ?, ?, 'It',"
                      " ?, iif (? IS NULL, NULL, (SELECT min (id) FROM priority WHERE strategy_id = 'FRL0-2014')), '', '', '',"
                      " 'regional authority', '', '2026-11-01', 'fr', ?, '', '', ?, ?, '')",
                      (key, region, target, strategy, priority, text, state, 'Right.' if state == 'applied' else ''))
    for state, reason in (('received', ''), ('accepted', 'Right.'), ('applied', 'Right.')):
        atlas.execute("INSERT INTO comment_event (comment_id, at, actor, actor_role, from_state, to_state, reason)"
                      " SELECT id, '2026-11-02T10:00:00Z', 'Ada Actor', '', NULL, ?, ? FROM comment WHERE key = 'b'",
                      (state, reason))
    atlas.commit()
    n_comments = atlas.execute("SELECT count(*) FROM comment").fetchone()[0]
    atlas.close()
    return n_comments


def make_change(folder):
    """A comment that was applied: a label was changed for it."""
    path = folder / 'a.ris3atlas'
    priority = sqlite3.connect(path).execute("SELECT min (id) FROM priority WHERE strategy_id = 'FRL0-2014'").fetchone()[0]
    edits = folder / 'edits.jsonl'
    edits.write_text(json.dumps({'edit': 'priority-set', 'id': priority, 'label': '9.9', 'explicit_pm': 1}) + '\n')
    before = sqlite3.connect(path).execute("SELECT label FROM priority WHERE id = ?", (priority,)).fetchone()[0]
    ris3(folder, 'edit', 'a.ris3atlas', '--input', 'edits.jsonl')
    atlas = sqlite3.connect(path)
    atlas.execute("UPDATE comment_event SET change_id = (SELECT max (id) FROM change_log) WHERE to_state = 'applied'")
    atlas.commit()
    atlas.close()
    shutil.rmtree(folder / 'data')
    return before


def read_sheet(path):
    """The cells of the first sheet of an XLSX file, as one text; only to look for words."""
    with zipfile.ZipFile(path) as archive:
        return ''.join(archive.read(name).decode() for name in archive.namelist()
                       if name == 'xl/sharedStrings.xml' or name.startswith('xl/worksheets/sheet1'))


def read_pages(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split('\f') if page.strip()]


def check_headings(folder):
    """No heading stands alone at the foot of a page, whatever the lengths of the comments are."""
    shutil.copy(folder / 'a.ris3atlas', folder / 'many.ris3atlas')
    atlas = sqlite3.connect(folder / 'many.ris3atlas')
    regions = atlas.execute("SELECT nuts_version, code FROM region WHERE nuts_version = 2016 AND level = 2 LIMIT 90").fetchall()
    for number, (version, code) in enumerate(regions):
        atlas.execute("INSERT INTO comment (key, nuts_version, region_code, target, target_name, figure, quote, page_label,"
                      " author_role, channel, received_on, language, text, english_text, proposed_change, state,"
                      " decision_reason, source_url) VALUES (?, ?, ?, 'region', 'It', '', '', '', 'regional authority', '',"
                      " '2026-11-01', '', ?, '', '', 'received', '', '')",
                      (f'many-{number}', version, code, '\n'.join(f'Words {line}.' for line in range(number % 7 + 1))))
    atlas.commit()
    atlas.close()
    ris3(folder, 'register', 'many.ris3atlas', '-o', 'many.pdf')
    pages = read_pages(folder / 'many.pdf')
    assert len(pages) > 5, len(pages)
    for page in pages:
        # The source of the data and the number of the page stand below.
        body = [line for line in page if 'RIS3 Atlas' not in line and not re.search(r'\b\d+ of \d+$', line)]
        assert not re.search(r' · [A-Z0-9]+ · NUTS \d+$', body[-1]), body
        assert body[-1] != 'On the region as a whole' and not body[-1].startswith('Regional authority ·'), body


def check_look(path):
    """A sheet that can be read and printed as it is: the region first, which stays in view; wide texts; keys last, and
    out of sight, as what nothing stands in; all of it as wide as a page across."""
    with zipfile.ZipFile(path) as archive:
        texts = [''.join(re.findall('<t[^>]*>([^<]*)</t>', item))
                 for item in re.findall('<si>.*?</si>', archive.read('xl/sharedStrings.xml').decode(), re.S)]
        sheet = archive.read('xl/worksheets/sheet1.xml').decode()
        assert 'fitToWidth="1"' in archive.read('xl/worksheets/sheet2.xml').decode()
    rows = [{re.sub('[0-9]', '', where): texts[int(at)] for where, at in re.findall(r'<c s="\d+" r="(\w+)"[^>]*>\s*<v>(\d+)</v>', row)}
            for row in re.findall('<row .*?</row>', sheet, re.S)]
    columns = [(float(width), 'hidden' in rest) for width, rest in re.findall('<col [^>]*width="([0-9.]+)"([^>]*)/>', sheet)]
    looks = dict(zip(rows[0].values(), columns, strict=True))
    names = list(looks)
    assert (names[0], names[1], names[-1], len(names)) == ('Country', 'Region', 'Key', 26), names
    assert looks['Key'][1] and looks['Quotation'][1] and looks['Strategy'][1], looks
    assert not looks['Text'][1] and looks['Text'][0] > 3 * looks['Region Code'][0], looks
    assert 'fitToWidth="1"' in sheet and 'orientation="landscape"' in sheet and 'state="frozen"' in sheet
    assert 'Another title' in rows[-1].values() or 'Another title' in rows[1].values(), rows


def check_order(folder):
    """Within a region by the day; of one day, what is said of it, of its strategy, and of priorities in their order,
    numbers as numbers."""
    shutil.copy(folder / 'a.ris3atlas', folder / 'order.ris3atlas')
    atlas = sqlite3.connect(folder / 'order.ris3atlas')
    ids = [row[0] for row in atlas.execute("SELECT id FROM priority WHERE strategy_id = 'FRL0-2014' ORDER BY id LIMIT 5")]
    labels = '3.10', '3.1.1', '3.9', '3.1', '3.1.10'
    for id, label in zip(ids, labels, strict=True):
        atlas.execute('UPDATE priority SET label = ? WHERE id = ?', (label, id))
        atlas.execute("INSERT INTO comment (key, nuts_version, region_code, target, target_name, strategy_id, priority_id, figure,"
                      " quote, page_label, author_role, channel, received_on, language, text, english_text, proposed_change, state,"
                      " decision_reason, source_url) VALUES (?, 2016, 'FRL0', 'priority', 'It', 'FRL0-2014', ?, '', '', '',"
                      " 'regional authority', '', '2026-11-01', '', ?, '', '', 'received', '', '')",
                      (f'order-{id}', id, f'Words of {label}.'))
    atlas.execute("INSERT INTO comment (key, nuts_version, region_code, target, target_name, parent_id, figure, quote, page_label,"
                  " author_role, channel, received_on, language, text, english_text, proposed_change, state, decision_reason,"
                  " source_url) SELECT 'order', 2016, 'FRL0', 'region', 'It', id, '', '', '', 'analyst', '', '2026-11-02', '',"
                  " 'Words of 3.1, too.', '', '', 'received', '', '' FROM comment WHERE text = 'Words of 3.1.'")
    atlas.commit()
    atlas.close()
    # Whatever came before is above, with the replies to it, though these came later.
    atlas = sqlite3.connect(folder / 'order.ris3atlas')
    atlas.execute("UPDATE comment SET received_on = '2026-10-01' WHERE text = 'Words of 3.9.'")
    atlas.commit()
    atlas.close()
    ris3(folder, 'register', 'order.ris3atlas', '-o', 'order.pdf', '--filter', 'region:FRL0')
    lines = [line for page in read_pages(folder / 'order.pdf') for line in page]
    found = [line for line in lines if re.match('Words of|Another title', line) or 'told us' in line]
    assert found == ['Words of 3.9.', f'{PERSON} told us', 'Another title', 'Words of 3.1.', 'Words of 3.1, too.', 'Words of 3.1.1.',
                     'Words of 3.1.10.', 'Words of 3.10.'], found
    assert any(line.startswith('France · Provence') and line.endswith('FRL0 · NUTS 2016') for line in lines), lines


def check_register(folder, n_comments):
    before = make_change(folder)
    # Whom a text mentions is told, as it is sent with it.
    assert '1 comment mentions a person' in ris3(folder, 'register', 'a.ris3atlas', '-o', 'all.csv')
    with open(folder / 'all.csv', encoding='utf-8-sig', newline='') as file:
        rows = {row['key']: row for row in csv.DictReader(file)}
    assert len(rows) == n_comments, len(rows)
    # By country, region and day.
    places = [(row['country_name'], row['region_code'], row['received_on']) for row in rows.values()]
    assert places == sorted(places) and len({place[0] for place in places}) > 2, places
    assert rows['b']['country_name'] == 'France', rows['b']
    decided = rows['b']
    assert (decided['state'], decided['decision'], decided['decided_on'], decided['decision_reason']) \
        == ('applied', 'accepted', '2026-11-02', 'Right.'), decided
    assert decided['text'] == "'=1+1 is wrong" and decided['priority_id'] and decided['region_name'], decided
    assert decided['organisation'] == 'Région Sud'
    assert f'Label: “{before}” → “9.9”' in decided['changed_values'], decided
    assert 'Names personalised medicine: “No” → “Yes”' in decided['changed_values'], decided
    assert rows['c']['decision'] == '' == rows['c']['decided_on'] == rows['c']['changed_values']
    # Who decided is no business of those who are sent it.
    assert 'Ada Actor' not in (folder / 'all.csv').read_text() and 'z@region' not in (folder / 'all.csv').read_text()

    told = json.loads(ris3(folder, 'register', 'a.ris3atlas', '-o', 'open.xlsx', '--json', '--state', 'in-review,applied'))
    assert told['rows'] == 2 and told['mentions'] == 0, told
    # Spreadsheets are for people.
    sheet = read_sheet(folder / 'open.xlsx')
    for words in 'Role of the Author', 'Decided On', 'Regional authority', 'Changed Values':
        assert words in sheet, (words, sheet)
    assert 'author_role' not in sheet and 'decided_on' not in sheet, sheet
    check_look(folder / 'open.xlsx')
    told = json.loads(ris3(folder, 'register', 'a.ris3atlas', '-o', 'f.ods', '--json', '--filter', 'region:FRL0', '--state',
                           'open'))
    assert told['rows'] == 2, told
    content = zipfile.ZipFile(folder / 'f.ods').read('content.xml').decode()
    assert '"ris3-recorded-heading"' in content and 'table:visibility="collapse"' in content
    told = json.loads(ris3(folder, 'register', 'a.ris3atlas', '-o', 'f.ods', '--json', '--filter', 'country:PL', '--state',
                           'applied'))
    assert told['rows'] == 0, told
    # A filter means a comment on a priority if it means that priority; on a region, if a strategy there or around it.
    for words, keys in (('region:FRL0 "Predictive biomarkers"', 'acd'), ('region:FRL0 "Health and Food"', 'abcd'),
                        ('country:FR', 'abcd'), ('country:PL', '')):
        ris3(folder, 'register', 'a.ris3atlas', '-o', 'f.csv', '--filter', words)
        with open(folder / 'f.csv', encoding='utf-8-sig', newline='') as file:
            assert {row['key'] for row in csv.DictReader(file)} & set('abcd') == set(keys), (words, keys)
    assert '“lost” is no state' in ris3(folder, 'register', 'a.ris3atlas', '-o', 'x.csv', '--state', 'lost', status=2)
    assert 'End the name' in ris3(folder, 'register', 'a.ris3atlas', '-o', 'x.png', status=2)
    ris3(folder, 'register', 'a.ris3atlas', '-o', 'register.pdf', '--filter', 'region:FRL0')
    text = subprocess.run(['pdftotext', '-layout', folder / 'register.pdf', '-'], capture_output=True, text=True,
                          check=True).stdout
    assert 'On the region' not in text, text
    for words in ('Register of Comments', '4 comments', 'Filter: Provence-Alpes-Côte d’Azur (FRL0)', 'FRL0 · NUTS 2016', 'Région Sud · ', 'Another title',
                  'but for those in texts of comments',
                  'Decision: accepted, 2 November 2026', 'Reason: Right.', f'Label: “{before}” → “9.9”', '1 of 1'):
        assert words in text, (words, text)
    assert 'Ada Actor' not in text and 'z@region' not in text
    assert '--output is needed' in ris3(folder, 'register', 'a.ris3atlas', status=2)
    assert ris3(folder, 'register', 'a.ris3atlas', '-o', '-').startswith('key,')


def ask(path):
    """A round with requests: in French, of a language that packs do not speak, of a region without a strategy."""
    atlas = sqlite3.connect(path)
    atlas.execute("INSERT INTO organisation VALUES (2, 'Wien', 'regional authority', 2016, 'AT13')")
    atlas.execute("INSERT INTO organisation VALUES (3, 'Nowhere', 'regional authority', 2016, 'CH01')")
    atlas.execute("INSERT INTO contact VALUES (2, 2, '', 'Somebody Else', '', '', '', 'tr', '')")
    atlas.execute("INSERT INTO consultation_round VALUES (1, 'Spring', '', '2026-11-01', '2026-12-31', '', '')")
    for organisation, region in ((1, 'FRL0'), (2, 'AT13'), (3, 'CH01'), (2, 'FRL0')):
        atlas.execute("INSERT INTO request (round_id, organisation_id, nuts_version, region_code, channel, asked_on, due_on,"
                      " answered_on, remark) VALUES (1, ?, 2016, ?, 'e-mail', '2026-11-02', '', '', '')", (organisation, region))
    atlas.commit()
    atlas.close()


def read_texts(path):
    return zipfile.ZipFile(path).read('xl/sharedStrings.xml').decode()


def check_pdf(folder):
    """The PDF beside a pack: the same in the language of the contact, also where a text was not translated; no names."""
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    atlas.execute("UPDATE strategy SET language = 'fr' WHERE region_code = 'FRL0'")
    texts = atlas.execute("SELECT p.text FROM priority AS p JOIN strategy AS s ON s.id = p.strategy_id"
                          " WHERE s.region_code = 'FRL0' AND p.text <> '' ORDER BY p.id").fetchall()
    atlas.execute("UPDATE priority SET original_text = 'Texte <d’origine> & plus' WHERE text = ?", texts[0])
    atlas.commit()
    atlas.close()
    ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '-o', 'p/{region}.xlsx', '--with-pdf', '--sender',
         'Unité <santé>\n& recherche', '--reply-to', 'Rue de la Loi 200, Bruxelles')
    text = subprocess.run(['pdftotext', '-raw', folder / 'p' / 'FRL0.pdf', '-'], capture_output=True, text=True,
                          check=True).stdout
    for words in ('Région Sud', 'Consultation : Spring', 'Merci de répondre avant le : 31 décembre 2026',
                  'Envoyé par : Unité <santé> & recherche', 'Merci d’envoyer vos réponses à : Rue de la Loi 200,',
                  'Texte <d’origine> & plus', 'Texte (anglais) : ' + texts[0][0], texts[1][0].split()[0], '1 sur '):
        assert words in text, (words, text)
    assert text.index('Texte <d’origine>') < text.index('Texte (anglais)'), text
    english = subprocess.run(['pdftotext', '-raw', folder / 'p' / 'FRL0-2.pdf', '-'], capture_output=True, text=True,
                             check=True).stdout
    assert english.index(texts[0][0]) < english.index('Text (original): Texte <d’origine>'), english
    none = subprocess.run(['pdftotext', '-raw', folder / 'p' / 'CH01.pdf', '-'], capture_output=True, text=True,
                          check=True).stdout
    assert 'No strategy of your region is recorded.' in none and 'Sheet “Strategy”' in none and 'Sheet “Priorities”' not in none, none
    assert 'What is recorded' in english and PERSON not in text + english and 'z@region' not in text + english


def check_packs(folder):
    ask(folder / 'a.ris3atlas')
    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '-o', 'packs/{region}.xlsx', '--json'))
    assert [(pack['output'], pack['language']) for pack in told['packs']] == [
        ('packs/AT13.xlsx', 'en'), ('packs/CH01.xlsx', 'en'), ('packs/FRL0.xlsx', 'fr'), ('packs/FRL0-2.xlsx', 'en')], told
    assert told['without_strategy'] == [] and told['packs'][1]['strategies'] == 0, told
    # Whoever wants strategies alone has no pack of a region without.
    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Spring', '-o', 'fr/{region}.xlsx', '--filter', 'country:FR',
                           '--json', status=1))
    assert told['without_strategy'] == ['AT13', 'CH01'] and told['written'] == 2, told
    # One that asks for places alone gives whoever is there; a country of which nobody is asked is named.
    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '-o', 'ch/{region}.xlsx', '--filter', 'country:CH', '--json'))
    assert [(pack['region'], pack['strategies']) for pack in told['packs']] == [('CH01', 0)], told
    said = ris3(folder, 'pack', 'a.ris3atlas', '-o', 'fr-al/{region}.xlsx', '--filter', 'country:FR,AL', status=1)
    assert 'No pack for Albania: the filter gives no strategy there' in said, said
    said = ris3(folder, 'pack', 'a.ris3atlas', '-o', 'al/{region}.xlsx', '--filter', 'country:AL', status=1)
    assert '0 packs' in said and 'No pack for Albania' in said, said
    said = ris3(folder, 'pack', 'a.ris3atlas', '-o', 'zz/{region}.xlsx', '--filter', 'zzzzz', status=1)
    assert 'There is no strategy to ask about' in said, said
    # Without a round, too, authorities are asked where no strategy is recorded.
    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '-o', 'all/{region}.xlsx', '--json'))
    assert [pack['output'] for pack in told['packs'] if pack['strategies'] == 0] == ['all/CH01.xlsx'], told
    # In the language of the country where that of a contact is not known, and in theirs where packs do not speak it.
    languages = {pack['region']: pack['language'] for pack in told['packs']}
    assert [languages[region] for region in ('FRK2', 'AT11', 'ITC4', 'CH01', 'AT13')] == ['fr', 'de', 'it', 'en', 'en'], languages
    texts = read_texts(folder / 'packs' / 'FRL0.xlsx')
    for text in 'Priorités', 'Stratégie', 'Comment répondre', 'Nouvelles priorités', 'Réponse (d’accord ou pas d’accord)', '31 décembre 2026', 'Spring', 'Région Sud':
        # Names of sheets are elsewhere.
        assert text in texts or text in zipfile.ZipFile(folder / 'packs' / 'FRL0.xlsx').read('xl/workbook.xml').decode(), text
    assert PERSON not in texts and 'z@region' not in texts
    # Each strategy and each priority has a row, whose key says which it is.
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    ids = atlas.execute("SELECT s.id, p.id FROM priority AS p JOIN strategy AS s ON s.id = p.strategy_id"
                        " WHERE s.region_code = 'FRL0' UNION SELECT id, 0 FROM strategy WHERE region_code = 'FRL0'").fetchall()
    ids += [(s, -1) for s in {s for s, _ in ids}] + [('*', 0)]
    assert sorted(re.findall(r'ris3-pack 2016 FRL0 1 (\S+) (-?\d+) ', texts)) == sorted((s, str(p)) for s, p in ids)

    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '--filter', 'region:FRL0', '-o', 's/{region-name}.ods', '--json',
                           '--language', 'pl', '--with-pdf'))
    assert told['written'] == 1 and told['packs'][0]['language'] == 'pl', told
    name = told['packs'][0]['output']
    assert 'Priorytety' in zipfile.ZipFile(folder / name).read('content.xml').decode()
    assert (folder / name.replace('.ods', '.pdf')).read_bytes().startswith(b'%PDF')
    # What somebody has written into a pack is not lost by writing it again.
    (folder / 's' / 'FRL0.xlsx').write_bytes(b'answers')
    said = ris3(folder, 'pack', 'a.ris3atlas', '--filter', 'region:FRL0', '-o', 's/{region}.xlsx', status=2)
    assert '1 pack exists already, “s/FRL0.xlsx”' in said and '--replace' in said, said
    assert (folder / 's' / 'FRL0.xlsx').read_bytes() == b'answers'
    ris3(folder, 'pack', 'a.ris3atlas', '--filter', 'region:FRL0', '-o', 's/{region}.xlsx', '--replace')
    assert (folder / 's' / 'FRL0.xlsx').read_bytes().startswith(b'PK')
    for output in 'all.xlsx', '{region}.csv', '{region}-{theme}.xlsx', '{place}.xlsx':
        assert '--output' in ris3(folder, 'pack', 'a.ris3atlas', '-o', output, status=2)
    assert 'no round' in ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Autumn', '-o', '{region}.xlsx', status=2)
    assert 'one of: en, de' in ris3(folder, 'pack', 'a.ris3atlas', '--language', 'tr', '-o', '{region}.xlsx', status=2)


def check_sender(folder):
    """Who sends a pack, and where answers go, in its language; an address that looks wrong is told, and sent."""
    def write(*options, ending='xlsx'):
        said = ris3(folder, 'pack', 'a.ris3atlas', '--filter', 'region:FRL0', '-o', 'sender/{region}.' + ending,
                    '--replace', *options)
        return said, zipfile.ZipFile(folder / 'sender' / f'FRL0.{ending}').read(
            'content.xml' if ending == 'ods' else 'xl/sharedStrings.xml').decode()

    said, texts = write('--language', 'pl', '--sender', 'DG R&D', '--reply-to', 'ris3@example.eu')
    assert 'reply-to' not in said and all(words in texts for words in (
        'Nadawca', 'DG R&amp;D', 'Prosimy przesłać odpowiedzi na adres', 'ris3@example.eu')), (said, texts)
    said, texts = write('--language', 'de', '--reply-to', 'ris3@', ending='ods')
    assert 'This looks like an e-mail address' in said and 'ris3@' in texts and 'Bitte senden Sie Ihre Antworten an' in texts
    assert 'Gesendet von' not in texts, texts
    said, texts = write('--language', 'en', '--sender', ' ')
    assert 'Sent by' not in texts and 'send your answers to' not in texts, texts


def check_versions(folder):
    """Whoever was asked with a code of another NUTS version is asked about the strategies that lie there, and what was
    said of such a region is found by a filter."""
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    atlas.execute("INSERT INTO organisation VALUES (4, 'Région Sud, formerly', 'regional authority', 2013, 'FR82')")
    atlas.execute("INSERT INTO consultation_round VALUES (2, 'Before', '', '2026-11-01', '', '', '')")
    for region in 'FR82', 'FR83':
        atlas.execute("INSERT INTO request (round_id, organisation_id, nuts_version, region_code, channel, asked_on, due_on,"
                      " answered_on, remark) VALUES (2, 4, 2013, ?, '', '2026-11-02', '', '', '')", (region,))
    atlas.execute("INSERT INTO comment (key, organisation_id, nuts_version, region_code, target, target_name, figure, quote,"
                  " page_label, author_role, channel, received_on, language, text, english_text, proposed_change, state,"
                  " decision_reason, source_url) VALUES ('e', 4, 2013, 'FR82', 'region', 'It', '', '', '',"
                  " 'regional authority', '', '', '', 'With the code of before', '', '', 'received', '', '')")
    atlas.commit()
    ids = {row[0] for row in atlas.execute("SELECT id FROM strategy WHERE region_code = 'FRL0'")}
    atlas.close()
    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '--round', 'Before', '-o', 'before/{region}.xlsx', '--json'))
    assert [pack['region'] for pack in told['packs']] == ['FR82', 'FR83'], told
    texts = read_texts(folder / 'before' / 'FR82.xlsx')
    assert set(re.findall(r'ris3-pack 2013 FR82 \d+ (FRL0\S+) 0 ', texts)) == ids, ids
    for words, finds in ('region:FRL0', True), ('country:FR', True), ('region:FRK2', False):
        ris3(folder, 'register', 'a.ris3atlas', '-o', 'f.csv', '--filter', words)
        assert ('With the code of before' in (folder / 'f.csv').read_text()) == finds, words


def check_lineage(folder):
    """Without a round, too, a region that was recorded in several versions is one, and so is that of its contact."""
    atlas = sqlite3.connect(folder / 'a.ris3atlas')
    columns = [row[1] for row in atlas.execute('PRAGMA table_info (strategy)')]
    for id, region, other in (('X-1', 'FR82', 'FRL0'), ('X-2', 'FR81', 'FRJ1')):
        values = {'id': f"'{id}'", 'nuts_version': '2013', 'region_code': f"'{region}'"}
        atlas.execute(f"INSERT INTO strategy SELECT {', '.join(values.get(name, name) for name in columns)} FROM strategy"
                      f" WHERE region_code = '{other}' LIMIT 1")
    atlas.execute("INSERT INTO organisation VALUES (5, 'Corse, formerly', 'regional authority', 2013, 'FR83')")
    atlas.execute("INSERT INTO contact VALUES (5, 5, '', 'Somebody There', '', '', '', 'it', '')")
    atlas.execute("INSERT INTO organisation VALUES (6, 'Latvia', 'national authority', 2021, 'LV00')")
    atlas.commit()
    atlas.close()
    told = json.loads(ris3(folder, 'pack', 'a.ris3atlas', '-o', 'lineage/{region}.xlsx', '--json'))
    packs = {pack['region']: pack for pack in told['packs']}
    assert len(packs) == len(told['packs']) and 'FR82' not in packs and 'FR81' not in packs and 'FR83' not in packs and 'LV00' not in packs, packs.keys()
    assert packs['FRM0']['language'] == 'it' and packs['FRJ1']['strategies'] > 1 and packs['FRL0']['strategies'] == 2, packs
    texts = read_texts(folder / 'lineage' / 'FRL0.xlsx')
    assert 'ris3-pack 2016 FRL0 0 X-1 0 ' in texts and 'ris3-pack 2016 FRL0 0 FRL0-2014 0 ' in texts


def check_interrupt(folder):
    """Ctrl+C in the midst: what is there is whole, and what was not written is said."""
    process = subprocess.Popen([RIS3, 'pack', 'a.ris3atlas', '-o', 'many/{region}.xlsx', '--with-pdf', '--json'], cwd=folder,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
    while process.poll() is None and len(list((folder / 'many').glob('*.xlsx'))) < 3:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    told = json.loads(process.communicate()[0])
    assert process.returncode == 2 and told['stopped'] and told['failed'] == 0, told
    names = sorted(path.name for path in (folder / 'many').iterdir())
    assert names == sorted(pathlib.Path(pack['output']).with_suffix(suffix).name for pack in told['packs']
                           for suffix in ('.xlsx', '.pdf')), names
    assert all(zipfile.ZipFile(path).testzip() is None for path in (folder / 'many').glob('*.xlsx'))


def check_erasure(folder):
    assert 'Add --yes' in ris3(folder, 'erase-person', PERSON, 'a.ris3atlas', status=2)
    assert 'Nobody in the atlas' in ris3(folder, 'erase-person', 'Nobody', 'a.ris3atlas', '--yes', status=2)
    assert 'The atlas is missing' in ris3(folder, 'erase-person', PERSON, '--yes', status=2)
    ris3(folder, 'backup', 'a.ris3atlas', '-o', 'a-2026-11-30-101500.ris3atlas')
    told = json.loads(ris3(folder, 'erase-person', PERSON, 'a.ris3atlas', '--yes', '--json', status=1))
    assert told['erased'] == 1 and told['left_backups'] == [], told
    assert len(told['backups']) == 1 and told['backups'][0].endswith('a-2026-11-30-101500.ris3atlas'), told
    assert len(told['mentions']) == 1 and told['mentions'][0].startswith('comment '), told
    for name in 'a.ris3atlas', 'a-2026-11-30-101500.ris3atlas':
        assert b'z@region.example' not in (folder / name).read_bytes(), name
    assert sqlite3.connect(folder / 'a.ris3atlas').execute('SELECT id FROM contact').fetchall() == [(2,), (5,)]


def main():
    with tempfile.TemporaryDirectory(prefix='ris3-consultation-') as name:
        folder = pathlib.Path(name)
        ris3(folder, 'new', 'a.ris3atlas')
        n_comments = fill(folder / 'a.ris3atlas')
        check_register(folder, n_comments)
        check_order(folder)
        check_headings(folder)
        check_packs(folder)
        check_pdf(folder)
        check_sender(folder)
        check_versions(folder)
        check_lineage(folder)
        check_interrupt(folder)
        check_erasure(folder)


main()
