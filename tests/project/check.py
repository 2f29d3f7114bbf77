#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler does not see of the project's own rules.

    check.py CHECK SOURCE-FOLDER          complains and exits with 1, or is silent
    check.py potfiles SOURCE-FOLDER --fix writes po/POTFILES anew

A check is a function from a tree ({path: text}) to complaints. Each comes with bad samples that it must complain
about, and these are tried before the real tree: a check that cannot fail is no check.
"""

import os
import pathlib
import re
import sys

# Rooms of src/, and what each may include.
ROOMS = {
    'model': set(),
    'geo': set(),
    'map': {'model', 'geo'},
    'report': {'map', 'model', 'geo'},
    'cli': {'report', 'map', 'model', 'geo'},
    'app': {'report', 'map', 'model', 'geo'},
}

# What only some rooms may touch: name, rooms, in code, in meson.build.
BORDERS = [
    ('SQLite', {'model'}, r'<sqlite3\w*\.h>|\bsqlite3_\w+ ?\(', r'\bsqlite_dep\b'),
    ('GDAL', {'geo'}, r'<(gdal|ogr|cpl|proj|geos)\w*\.h>|<gdal/|\b(GDAL|OGR|OSR|CPL|VSI|OCT)\w+ ?\(', r'\bgdal_dep\b'),
    ('GTK', {'app'},
     r'<(gtk|gdk|gsk|shumate|libadwaita)/|<adwaita\.h>|\b(gtk|gdk|gsk|adw|shumate)_(?!pixbuf_)\w+ ?\(',
     r'\b(gtk|adwaita|shumate)_dep\b'),
    ('Cairo', {'map', 'report', 'cli', 'app'}, r'<(cairo|pango)[\w/-]*\.h>|\b(cairo|pango)_\w+ ?\(',
     r'\b(cairo|pango)_dep\b'),
]
SQL = re.compile(r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|VIEW)\s|'
                 r'DROP\s+TABLE\s|PRAGMA\s|BEGIN\s+IMMEDIATE|ATTACH\s)')
# All code that writes rows: the steps of an edit, undo and the log of both. Of a new file, which nobody has opened yet, also
# the regions and codebooks, which cannot be edited, and what empties a copy. Migration is SQL of its own in src/model/migration/.
ROW_WRITERS = {'src/model/ris3-edit-backup.c', 'src/model/ris3-edit-contents.c', 'src/model/ris3-edit-values.c', 'src/model/ris3-edit-write.c', 'src/model/ris3-edit-place.c', 'src/model/ris3-edit-restore.c',
               'src/model/ris3-undo.c', 'src/model/ris3-undo-inserted.c', 'src/model/ris3-swap.c', 'src/model/ris3-import-plan-write.c',
               'src/model/ris3-import-writing-add.c', 'src/model/ris3-import-writing-priorities.c',
               'src/model/ris3-import-writing-themes.c',
               'src/model/ris3-change-log.c', 'src/model/ris3-edit-comment.c',
               # Persons are kept out of edits, so that no history holds them.
               'src/model/ris3-contact.c', 'src/model/ris3-contact-erase.c', 'src/model/ris3-request-contacts.c',
               'src/model/ris3-filter-texts.c', # in memory, not in an atlas
               'src/model/ris3-atlas-file.c', 'src/model/ris3-import-codebook.c', 'src/model/ris3-import-regions.c'}
WRITES_ROWS = re.compile(r'"\s*(WITH\b[^"]*)?(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\b|'
                         r'\bsqlite3changeset_apply\w* ?\(')
# The one entry for all that is written, and what would go around it.
WRITER = 'src/model/ris3-output-file.c'
WRITES = re.compile(r'\b(g_file_set_contents\w*|g?_?fopen|g?_?creat|g_file_(replace|create|append_to)\w*|g?_?mkstemp\w*|'
                    r'cairo_surface_write_to_png|gdk_texture_save_to_png) ?\(')
TOP_LEVEL = {'meson.build', 'meson_options.txt', 'README.md', 'COPYING', 'src', 'ui', 'data', 'po', 'tests', 'flatpak'}


def read_tree(top):
    """All text of the project; None for what is not text. Build folders and git's are no part of it."""
    tree = {}
    for folder, folders, names in os.walk(top):
        relative = pathlib.Path(folder).relative_to(top)
        folders[:] = sorted(f for f in folders
                            if f not in ('.git', '.flatpak-builder', '__pycache__', 'node_modules')
                            and not (folder == str(top) and f.startswith('build')))
        for name in sorted(names):
            if name == '.git' or name.endswith(('~', '.swp')):  # a worktree's .git is a file
                continue
            path = pathlib.Path(folder) / name
            try:
                text = path.read_text(encoding='utf-8') if path.stat().st_size < 4_000_000 else None
            except UnicodeDecodeError:
                text = None
            except FileNotFoundError:  # somebody is working here
                continue
            tree[(relative / name).as_posix()] = None if text is not None and '\0' in text else text
    return tree


def texts(tree, *suffixes, under=''):
    return [(path, text) for path, text in tree.items()
            if text is not None and path.startswith(under) and path.endswith(suffixes)]


def blank_comments(code):
    """C without its comments; lines stay where they are."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.S)
    return pattern.sub(lambda m: re.sub(r'[^\n]', ' ', m[0]) if m[0].startswith('/') else m[0], code)


def blank_strings(code):
    """C without the insides of its strings, but for the file names of #include."""
    return re.sub(r'^(?!\s*#\s*include)(.*)$', lambda m: re.sub(r'"(?:\\.|[^"\\\n])*"', '""', m[1]), code, flags=re.M)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def floor_of(parts):
    """The floor of app that ['app', …, 'file.h'] lies on; None: the common ground."""
    return parts[1] if len(parts) > 2 else None


def rooms(tree):
    """No room or floor includes upwards; each library stays behind its border; each says what it is for."""
    for path, text in texts(tree, '.c', '.h', 'meson.build'):
        parts = path.split('/')
        if parts[0] not in ('src', 'tests') or len(parts) < 3 or parts[1] not in ROOMS:
            continue
        room, is_test = parts[1], parts[0] == 'tests'
        if path.endswith('meson.build'):
            code = re.sub(r'#.*', '', text)
            for name, allowed, _, dependency in BORDERS:
                match = re.search(dependency, code)
                if match and room not in allowed and not is_test:
                    yield f'{path}:{line_of(code, match.start())}: {name} has no business in {room}'
            for other in sorted(set(ROOMS) - ROOMS[room] - {room}):
                match = re.search(rf'\b{other}_(dep|lib)\b', code)
                if match:
                    yield f'{path}:{line_of(code, match.start())}: {room} must not depend on {other}'
            if not is_test and code.strip():
                head = re.match(r'(#.*\n)+\n((#.*\n){2,})', text)
                if not head:
                    yield f'{path}: no paragraph that says what the room is for, after the SPDX lines'
            continue
        code = blank_comments(text)
        for match in re.finditer(r'^\s*#\s*include\s+"([^"]+)"', code, re.M):
            target = match[1].split('/')
            place = f'{path}:{line_of(code, match.start())}'
            if '..' in target and not is_test:
                yield f'{place}: include from src/ downwards ("room/file.h"), not "{match[1]}"'
            other = target[0] if target[0] in ROOMS else room
            if room == 'app' and not is_test and target[0] == 'app':
                floor, target_floor = floor_of(parts[1:]), floor_of(target)
                if target_floor and target_floor != floor and floor != 'window':
                    yield f'{place}: {floor or "the common ground of app"} must not include {target_floor} ("{match[1]}")'
            if other != room and other not in ROOMS[room]:
                yield f'{place}: {room} must not include {other} ("{match[1]}")'
        plain = blank_strings(code)
        for name, allowed, pattern, _ in BORDERS:
            # A test may look at a file from outside; a screen is only for app.
            if room in allowed or (is_test and name != 'GTK'):
                continue
            match = re.search(pattern, plain)
            if match:
                yield f'{path}:{line_of(plain, match.start())}: {name} has no business in {room} ({match[0]})'
        match = WRITES.search(plain)
        if match and not is_test and path != WRITER:
            yield f'{path}:{line_of(plain, match.start())}: files are written through {WRITER} ({match[0]})'
        if room != 'model' and not is_test:
            match = SQL.search(code)
            if match:
                yield f'{path}:{line_of(code, match.start())}: SQL belongs to model'


rooms.bad = [
    {'src/model/a.c': '#include "geo/b.h"\n'},
    {'src/map/a.c': '#include "app/b.h"\n'},
    {'src/geo/a.c': '#include "../model/b.h"\n'},
    {'src/app/a.c': 'int x = sqlite3_open ("", 0);\n'},
    {'src/app/a.c': 'const char *q = "SELECT code FROM region";\n'},
    {'src/cli/a.c': '#include <gtk/gtk.h>\n'},
    {'src/model/a.h': '#include <cairo.h>\n'},
    {'src/map/a.c': 'void f (void) { OGR_L_GetNextFeature (l); }\n'},
    {'tests/map/a.c': 'void f (void) { gtk_init (); }\n'},
    {'src/app/a.c': 'void f (void) { g_file_set_contents (p, t, -1, 0); }\n'},
    {'src/report/a.c': 'void f (void) { cairo_surface_write_to_png (s, p); }\n'},
    {'src/app/map/a.c': '#include "app/region/b.h"\n'},
    {'src/app/a.c': '#include "app/map/b.h"\n'},
    {'src/app/map/meson.build': '# S\n# S\n\nx = 1\n'},
    {'src/geo/meson.build': '# S\n# S\n\n# What it\n# is.\nx = [gio_dep, sqlite_dep]\n'},
    {'src/model/meson.build': '# S\n# S\n\n# What it\n# is.\nx = [geo_dep]\n'},
    {'src/geo/meson.build': '# S\n# S\n\nx = 1\n'},
]
rooms.good = [
    {'src/map/a.c': '#include "model/b.h"\n/* gtk_init () is called by app; "SELECT " */\n'},
    {WRITER: 'void f (void) { fd = g_mkstemp_full (p, 0, 0); }\n'},
    {'src/model/a.c': '#include <sqlite3.h>\nconst char *q = "SELECT gtk_x (1)";\n'},
    {'src/app/a.c': '#include <gtk/gtk.h>\n#include "map/a.h"\nvoid f (void) { gtk_init (); }\n'},
    {'src/app/window/a.c': '#include "app/map/b.h"\n#include "app/b.h"\n'},
    {'src/app/map/a.c': '#include "app/b.h"\n#include "app/map/b.h"\n#include "map/b.h"\n'},
]


def writers(tree):
    """Rows are written through one entry: no other code inserts, updates or deletes."""
    for path, text in texts(tree, '.c', '.h', under='src/'):
        match = WRITES_ROWS.search(blank_comments(text))
        if match and path not in ROW_WRITERS:
            yield f'{path}:{line_of(text, match.start())}: rows are written through an edit ({match[0]})'
    for path in sorted(ROW_WRITERS - set(tree)):
        if 'src/model/schema.sql' in tree:
            yield f'{path}: is allowed to write rows, and is not there'


writers.bad = [
    {'src/model/a.c': 'run ("INSERT INTO note (text) VALUES (1)");\n'},
    {'src/model/a.c': 'run ("UPDATE strategy SET year = 1");\n'},
    {'src/model/a.c': 'run ("UPDATE \\"%s\\" SET %s");\n'},
    {'src/cli/a.c': 'run ("DELETE FROM strategy");\n'},
    {'src/model/a.c': 'run ("REPLACE INTO meta VALUES (1, 2)");\n'},
    {'src/model/a.c': 'run ("WITH n AS (SELECT 1) DELETE FROM strategy");\n'},
    {'src/model/a.c': 'code = sqlite3changeset_apply_v2 (db, 0, 0);\n'},
    {'src/model/schema.sql': ''},
]
writers.good = [
    {'src/model/ris3-undo.c': 'run ("DELETE FROM note");\n'},
    {'src/model/a.c': '/* INSERT INTO note */ const char *q = "SELECT 1", *r = "Update the file";\n'},
]

TRANSLATABLE_C = re.compile(r'\b(_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?|pgettext)\s*\(')


def translatable(path, text):
    if path.startswith('src/') and path.endswith(('.c', '.h')):
        code = re.sub(r'^\s*#\s*define\b.*$', '', blank_strings(blank_comments(text)), flags=re.M)
        return bool(TRANSLATABLE_C.search(code))
    if path.startswith('ui/') and path.endswith('.ui'):
        return bool(re.search(r'translatable=[\'"](yes|true|1)[\'"]', text))
    return path.startswith('data/') and path.endswith(('.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml'))


# A string that is marked for translation, and the next thing but white space.
MARKED = re.compile(r'\b(?:_|N_|C_|NC_|Q_|n?gettext|d[cn]?gettext|dngettext|g_d\w*gettext2?)\s*\((?=\s*(?:\w+\s*,\s*)?")')
TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|\w+|\S')


def messages(tree):
    """A text to translate is whole: of macros in strings, gettext knows only those of <inttypes.h>, and at another it cuts
    the text."""
    for path, text in texts(tree, '.c', '.h', under='src/'):
        code = re.sub(r'^\s*#\s*define\b.*$', '', blank_comments(text), flags=re.M)
        for match in MARKED.finditer(code):
            depth, before = 1, ''
            for token in TOKEN.finditer(code, match.end()):
                word = token[0]
                depth += (word == '(') - (word == ')')
                if depth == 0:
                    break
                if before.startswith('"') and re.match(r'(?!PRI)[A-Za-z_]', word):
                    yield f'{path}:{line_of(code, token.start())}: gettext does not know {word}; format it apart and give it as %s'
                before = word


messages.bad = [
    {'src/geo/a.c': 'f (_ ("Row %" G_GINT64_FORMAT " of"), n);'},
    {'src/geo/a.c': 'f (ngettext ("%" G_GSIZE_FORMAT " row",\n "%" G_GSIZE_FORMAT " rows", n), n);'},
    {'src/geo/a.c': 'x = N_ ("of " RIS3_VERSION);'},
    {'src/geo/a.c': 'g_dngettext (DOMAIN, "%u a", "%" FORMAT " b", n);'},
]
messages.good = [{'src/geo/a.c': 'f (_ ("Row %" PRIu64 " of"\n" it"), a, "b" C); /* _ ("a" B) */ g ("%" G_GINT64_FORMAT);'}]


def wanted_potfiles(tree):
    return sorted(path for path, text in tree.items() if text is not None and translatable(path, text))


def potfiles(tree):
    """po/POTFILES lists what has texts to translate, all of it and nothing else."""
    lines = (tree.get('po/POTFILES') or '').splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith('#')]
    wanted = wanted_potfiles(tree)
    for path in sorted(set(wanted) - set(listed)):
        yield f'po/POTFILES: {path} has texts to translate and is not listed'
    for path in sorted(set(listed) - set(wanted)):
        yield f'po/POTFILES: {path} ' + ('has no text to translate' if path in tree else 'does not exist')
    if not set(wanted) ^ set(listed) and listed != wanted:
        yield 'po/POTFILES: not sorted, or something twice'


potfiles.bad = [
    {'po/POTFILES': '', 'src/app/a.c': 'f (_("Map"));'},
    {'po/POTFILES': '', 'ui/a.ui': '<property name="label" translatable="yes">Map</property>'},
    {'po/POTFILES': '', 'data/a.desktop.in': 'Name=x'},
    {'po/POTFILES': 'src/app/a.c\n', 'src/app/a.c': '/* _("Map") */'},
    {'po/POTFILES': 'src/app/gone.c\n'},
    {'po/POTFILES': 'ui/b.ui\nui/a.ui\n', 'ui/a.ui': 'translatable="yes"', 'ui/b.ui': 'translatable="yes"'},
]
potfiles.good = [{'po/POTFILES': '# x\nsrc/app/a.c\n', 'src/app/a.c': 'f (_("Map"));'}]


def spdx(tree):
    """Two lines at the head of each file say whose it is and under which terms."""
    suffixes = ('.c', '.h', '.in', '.py', '.sh', '.js', '.mjs', '.ui', '.xml', '.svg', '.sql', '.css', '.yml', '.yaml', '.md',
                '.po', 'meson.build', 'meson_options.txt', '.clang-format', '.editorconfig', 'POTFILES', 'LINGUAS')
    for path, text in tree.items():
        if text is None or not (path.endswith(suffixes) or path.startswith('.ci/') or text.startswith('#!')):
            continue
        head = '\n'.join(text.splitlines()[:8])
        if 'SPDX-FileCopyrightText: ' not in head:
            yield f'{path}: no SPDX-FileCopyrightText in its head'
        match = re.search(r'SPDX-License-Identifier: (\S+)', head)
        if not match:
            yield f'{path}: no SPDX-License-Identifier in its head'
        # Metainfo must be free to copy; the terms of data are told beside the data.
        elif match[1] != 'GPL-3.0-or-later' and not path.startswith('data/'):
            yield f'{path}: under {match[1]}, not under GPL-3.0-or-later'


spdx.bad = [
    {'src/a.c': 'int x;\n'},
    {'.ci/run': '#!/bin/sh\n# SPDX-FileCopyrightText: x\n'},
    {'src/a.c': '/* SPDX-FileCopyrightText: x\n * SPDX-License-Identifier: ' 'MIT\n */\n'},
]
spdx.good = [{'data/a.csv': 'code,name\n', 'a.png': None}]


def layout(tree):
    """The top level holds what DESIGN names, and dotfiles."""
    for name in sorted({path.split('/')[0] for path in tree}):
        if name not in TOP_LEVEL and not name.startswith('.'):
            yield f'{name}: does not belong to the top level'
    for name in sorted(TOP_LEVEL & {'meson.build', 'README.md', 'COPYING'}):
        if name not in tree:
            yield f'{name}: missing'


layout.bad = [{'meson.build': '', 'README.md': '', 'COPYING': '', 'notes.txt': ''}, {'meson.build': '', 'COPYING': ''}]
layout.good = [{'meson.build': '', 'README.md': '', 'COPYING': '', '.editorconfig': '', 'src/a.c': ''}]

# Functions whose name says it all.
PLAIN = re.compile(r'_(new|ref|unref|free|copy|get|get_type|quark|(get|set|add|is|has|to|from)_[a-z0-9_]+|finish)$')


def headers(tree):
    """One public type a header, named like its file; functions come with a word of explanation."""
    for path, text in texts(tree, '.h', under='src/'):
        if '#pragma once' not in text and not re.search(r'#ifndef (\w+)\n#define \1\b', text):
            yield f'{path}: neither #pragma once nor a guard'
        if path.endswith('-private.h'):
            continue
        code = blank_comments(text)
        types = re.findall(r'\bG_DECLARE_\w+_TYPE\s*\(\s*(\w+)', code) + re.findall(r'\btypedef struct _(\w+) \1;', code)
        stem = path.rsplit('/', 1)[1][:-2]
        # Helpers go with their type: Ris3ShapesBuilder in ris3-shapes.h.
        own = [t for t in types if '-'.join(re.findall(r'[A-Z][a-z0-9]+|[A-Z]+(?![a-z])', t)).lower().startswith(stem)]
        if len(types) > 1:
            yield f'{path}: more than one public type: {", ".join(types)}'
        elif types and not own:
            yield f'{path}: holds {types[0]}; a header is named like its type'
        before = ''
        position = 0
        for paragraph in re.split(r'\n\s*\n', text):
            plain = blank_comments(paragraph)
            names = re.findall(r'^(?!typedef|static|#|G_D)[A-Za-z_][\w \t*]*[ *]_?(\w+) \(', plain, re.M)
            place = text.index(paragraph, position)
            position = place + len(paragraph)
            if names and '/*' not in paragraph and not before.rstrip().endswith('*/'):
                rest = [name for name in names if not PLAIN.search(name)]
                if rest:
                    yield f'{path}:{line_of(text, place)}: no word about {rest[0]} ()'
            before = paragraph


headers.bad = [
    {'src/geo/ris3-a.h': 'void ris3_a_new (void);\n'},
    {'src/geo/ris3-a.h': '#pragma once\ntypedef struct _Ris3A Ris3A;\ntypedef struct _Ris3B Ris3B;\n'},
    {'src/geo/ris3-a.h': '#pragma once\nG_DECLARE_FINAL_TYPE (Ris3B, ris3_b, RIS3, B, GObject)\n'},
    {'src/geo/ris3-a.h': '#pragma once\n\nvoid ris3_a_recompute (Ris3A *self);\n'},
]
headers.good = [
    {'src/geo/ris3-a.h': '#pragma once\n\n/* Anew. */\nvoid ris3_a_recompute (Ris3A *self);\n\nRis3A *ris3_a_new (void);\n'},
    {'src/geo/ris3-geo-map.h': '#pragma once\ntypedef struct _Ris3GeoMap Ris3GeoMap;\n'},
]

# Brackets keep this list from finding itself.
ELSEWHERE = re.compile(r'registry[.]npmjs|registry[.]yarnpkg|npmmirror[.]com|deb[.]debian[.]org|security[.]debian|pypi[.]org|'
                       r'pythonhosted[.]org|proxy[.]golang|crates[.]io|(?<![\w.$}/-])/(work|root)/|/tmp/(npm|build)|'
                       r'(?<![\w.$}/-])/home/[a-z]|localhost:[0-9]|BEGIN [A-Z ]*PRIVATE KEY')


def elsewhere(tree):
    """Nothing in the project depends on a package registry's address or on one machine's folders."""
    for path, text in tree.items():
        for match in ELSEWHERE.finditer(text or ''):
            yield f'{path}:{line_of(text, match.start())}: {match[0]}'


elsewhere.bad = [
    {'a': 'get https://registry.' 'npmjs.org/x'},
    {'a': 'cd /wo' 'rk/main'},
    {'a': '"/ro' 'ot/x"'},
    {'a': 'http://deb.' 'debian.org/debian'},
]
elsewhere.good = [{'a': 'see https://example.org/work/x and build/root/'}]


def readme(tree):
    """README has the two commands, and the files that it names are there."""
    text = tree.get('README.md') or ''
    for command in ('.ci/setup && meson compile -C build && meson devenv -C build ris3-atlas', '.ci/setup && .ci/test'):
        if not re.search(r'^\s*' + re.escape(command) + r'\s*$', text, re.M):
            yield f'README.md: the command is missing: {command}'
    folders = {'/'.join(path.split('/')[:n]) for path in tree for n in range(1, path.count('/') + 1)}
    names = re.findall(r'`((?:src|ui|data|po|tests|flatpak|[.]ci)/[\w./-]*)`', text)
    names += re.findall(r'\]\(((?!https?:|#)[^)]+)\)', text)
    for name in names:
        if name.rstrip('/') not in tree and name.rstrip('/') not in folders:
            yield f'README.md: names {name}, which is not there'


READY = '.ci/setup && meson compile -C build && meson devenv -C build ris3-atlas\n.ci/setup && .ci/test\n'
readme.bad = [{'README.md': ''}, {'README.md': READY + 'see `src/gone/`'}, {'README.md': READY + '![a](data/none.png)'}]
readme.good = [{'README.md': READY + 'see `src/a/` and [that](src/a/b.c)', 'src/a/b.c': ''}]


def identity(tree):
    """One application id, one version and one command in all files that say them."""
    build = tree.get('meson.build') or ''
    version = re.search(r"version: '([^']+)'", build)
    identifier = re.search(r"application_id = '([^']+)'", build)
    if not version or not identifier:
        yield 'meson.build: no version or no application_id'
        return
    identifier, version = identifier[1], version[1]
    for name, pattern, value in [
            (f'data/{identifier}.desktop.in', r'^Icon=(.*)$', identifier),
            (f'data/{identifier}.desktop.in', r'^Exec=(\S*)', 'ris3-atlas'),
            (f'data/{identifier}.desktop.in', r'^MimeType=(.*);$', 'application/x-ris3-atlas'),
            (f'data/{identifier}.metainfo.xml.in', r'<id>(.*)</id>', identifier),
            (f'data/{identifier}.metainfo.xml.in', r'<launchable type="desktop-id">(.*)</launchable>', identifier + '.desktop'),
            (f'data/{identifier}.metainfo.xml.in', r'<release version="([^"]*)"', version),
            (f'data/{identifier}.metainfo.xml.in', r'<mediatype>(.*)</mediatype>', 'application/x-ris3-atlas'),
            (f'data/{identifier}.gschema.xml', r'<schema id="([^"]*)"', identifier),
            (f'data/{identifier}.gschema.xml', r'path="([^"]*)"', '/' + identifier.replace('.', '/') + '/'),
            (f'data/{identifier}.mime.xml.in', r'<mime-type type="([^"]*)"', 'application/x-ris3-atlas'),
            (f'flatpak/{identifier}.yml', r'^(?:app-)?id: (\S+)', identifier)]:
        match = re.search(pattern, tree.get(name) or '', re.M)
        if not match or match[1] != value:
            yield f'{name}: {match[1] if match else "nothing"} where {value} is expected'
    summary = re.search(r'<summary>(.*)</summary>', tree.get(f'data/{identifier}.metainfo.xml.in') or '')
    if not summary or not 10 <= len(summary[1]) <= 35:
        yield 'metainfo: the summary has 10 to 35 characters'


identity.bad = [{'meson.build': "version: '1'\napplication_id = 'a.b.C'\n"}, {}]
identity.good = []

CHECKS = {check.__name__: check for check in (rooms, writers, potfiles, messages, spdx, layout, headers, elsewhere, readme, identity)}


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in CHECKS:
        print(f'usage: check.py {"|".join(CHECKS)} SOURCE-FOLDER [--fix]', file=sys.stderr)
        return 2
    check = CHECKS[sys.argv[1]]
    top = pathlib.Path(sys.argv[2]).resolve()
    tree = read_tree(top)
    if '--fix' in sys.argv and check is potfiles:
        head = [line for line in tree['po/POTFILES'].splitlines() if line.startswith('#')]
        (top / 'po/POTFILES').write_text('\n'.join(head + wanted_potfiles(tree)) + '\n')
        return 0
    complaints = [f'self-test: says nothing about the bad sample {n}' for n, sample in enumerate(check.bad) if not list(check(sample))]
    complaints += [f'self-test: complains about a good sample: {line}' for sample in check.good for line in check(sample)]
    complaints += check(tree)
    for line in complaints:
        print(line)
    if complaints and check is potfiles:
        print('To mend: python3 tests/project/check.py potfiles . --fix')
    return 1 if complaints else 0


if __name__ == '__main__':
    sys.exit(main())
