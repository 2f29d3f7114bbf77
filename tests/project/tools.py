#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs make of the project's files; exits with 77 (skipped) when such a program is not there, or
with 1 when RIS3_NEED_TOOLS is set, as in .ci/run. Only the format is skipped there too, on a system without the version of
clang-format that judges.

    tools.py format SOURCE-FOLDER
    tools.py domains SOURCE-FOLDER compile_commands.json
    tools.py icons FILE.svg...
    tools.py mime FILE.xml
    tools.py flatpak MANIFEST
    tools.py desktop|metainfo|schema FILE
    tools.py links MODULE PROGRAM...

Like check.py, each check is tried on something bad first.
"""

import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zlib

SKIP = 77


class Complaint(Exception):
    """What is wrong, in a sentence."""


def run(*command, **options):
    """Output of a program that is there; (exit code, all it said)."""
    if not shutil.which(command[0]):
        print(f'{command[0]} is not installed')
        sys.exit(1 if os.environ.get('RIS3_NEED_TOOLS') else SKIP)
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **options)
    return done.returncode, done.stdout


def need(command, *arguments, **options):
    status, output = run(command, *arguments, **options)
    if status != 0:
        raise Complaint(f'{command}: {output.strip()}')
    return output


def must_fail(check, *arguments):
    try:
        check(*arguments)
    except Complaint:
        return
    raise Complaint(f'self-test: {check.__name__} has nothing against a bad sample')


# Each version lays out a few lines otherwise: Debian 12's judges.
CLANG_FORMAT = 14


def find_clang_format():
    there = 'there is none here'
    for command in (f'clang-format-{CLANG_FORMAT}', 'clang-format'):
        version = shutil.which(command) and re.search(r'version (\d+)', run(command, '--version')[1])
        if version and int(version[1]) == CLANG_FORMAT:
            return command
        if version:
            there = f'this is version {version[1]}'
    print(f'The format is judged by clang-format {CLANG_FORMAT}, and {there}: not checked. Keep to the style of the lines '
          'around yours; it is checked before the change is taken.')
    sys.exit(SKIP)


def check_format(clang_format, *sources):
    # A few at a time, one clang-format a core.
    batches = [sources[n::os.cpu_count() or 1] for n in range(os.cpu_count() or 1)]
    running = [subprocess.Popen([clang_format, '--dry-run', '-Werror', '--style=file', *batch],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for batch in batches if batch]
    said = [(process.communicate()[0], process.returncode) for process in running]
    if any(status != 0 for _, status in said):
        raise Complaint(''.join(output for output, _ in said) + f'To mend: {clang_format} -i those files')


def formatting(top):
    clang_format = find_clang_format()
    top = pathlib.Path(top)
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / 'bad.c'
        bad.write_text('int  f(int a){return a;}\n')
        shutil.copy(top / '.clang-format', folder)
        must_fail(check_format, clang_format, str(bad))
    check_format(clang_format, *sorted(str(path) for folder in ('src', 'tests') for path in (top / folder).rglob('*.[ch]')))


def check_domains(commands, sources):
    """Each room's code logs under the room's name, and no file under another."""
    rooms = set()
    for command in commands:
        target = re.sub(r'^(\.\./)*', '', command['output']).split('/')
        room = target[1] if target[0] == 'src' else target[0]
        rooms.add(room)
        found = set(re.findall(r'-DG_LOG_DOMAIN=\\?"([^"\\]*)\\?"', command['command']))
        if found != {f'ris3-{room}'}:
            raise Complaint(f'{command["output"]}: its target must have the log domain ris3-{room}, and has '
                            f'{", ".join(sorted(found)) or "none"} (c_args: -DG_LOG_DOMAIN)')
    for room in ('model', 'geo', 'map', 'report', 'cli', 'app', 'tests'):
        if room not in rooms:
            raise Complaint(f'{room}: nothing of it is compiled')
    for path in sources:
        if re.search(r'^\s*#\s*(define|undef)\s+G_LOG_DOMAIN\b', path.read_text(), re.M):
            raise Complaint(f'{path}: the log domain is the room\'s, set in meson.build')


def domains(top, path):
    commands = [command for command in json.loads(pathlib.Path(path).read_text()) if command['file'].endswith('.c')]
    sources = [file for folder in ('src', 'tests', 'data') for file in (pathlib.Path(top) / folder).rglob('*.[ch]')]
    for before, after in (('ris3-geo', 'ris3-map'), ('-DG_LOG_DOMAIN', '-DOTHER'), ('src/geo/', 'src/model/')):
        must_fail(check_domains, [{key: text.replace(before, after) for key, text in command.items()} for command in commands],
                  sources)
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / 'bad.c'
        bad.write_text('#define G_LOG_DOMAIN "own"\n')
        must_fail(check_domains, commands, [bad])
    check_domains(commands, sources)


def check_desktop(path):
    need('desktop-file-validate', path)


def desktop(path):
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / 'bad.desktop'
        bad.write_text('[Desktop Entry]\nType=Application\n')
        must_fail(check_desktop, bad)
    check_desktop(path)


# Remarks that are wanted: the capital letters of the application id, and the developer in the form of AppStream 1.0
# and in that of earlier versions, of which each version takes the other's for wrong.
WANTED_REMARKS = ('cid-contains-uppercase-letter', 'unknown-tag developer', 'developer-name-tag-deprecated')


def check_metainfo(path):
    root = ET.parse(path).getroot()
    names = {root.findtext('developer/name'), root.findtext('developer_name')}
    if len(names) != 1 or None in names:
        raise Complaint(f'{path}: <developer> and <developer_name> are to name the same, not {names}')
    output = need('appstreamcli', 'validate', '--no-net', '--no-color', '--pedantic', path)
    remarks = [line for line in output.splitlines() if line.startswith(('E:', 'W:', 'I:', 'P:'))
               and not any(re.search(rf'{remark}\b', line) for remark in WANTED_REMARKS)]
    if remarks:
        raise Complaint('\n'.join(remarks))


def metainfo(path):
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / 'bad.metainfo.xml'
        text = pathlib.Path(path).read_text()
        for before, after in (('</component>', '<developper/></component>'), ('</summary>', '.</summary>'),
                              ('<developer_name translate="no">', '<developer_name translate="no">X')):
            bad.write_text(text.replace(before, after))
            must_fail(check_metainfo, bad)
    check_metainfo(path)


def check_schema(path):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, pathlib.Path(folder) / 'a.gschema.xml')
        need('glib-compile-schemas', '--strict', '--dry-run', folder)


def schema(path):
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / 'bad.gschema.xml'
        bad.write_text('<schemalist><schema id="a.b" path="/a/b/"><key name="c" type="i"><default>x</default></key>'
                       '</schema></schemalist>')
        must_fail(check_schema, bad)
    check_schema(path)


def png_pixels(path):
    """Width, height and the packed bytes of a PNG."""
    data = pathlib.Path(path).read_bytes()
    if data[:8] != b'\x89PNG\r\n\x1a\n':
        raise Complaint(f'{path}: no PNG came out')
    width, height = struct.unpack('>II', data[16:24])
    packed, position = b'', 8
    while position < len(data):
        length, kind = struct.unpack('>I4s', data[position:position + 8])
        if kind == b'IDAT':
            packed += data[position + 8:position + 8 + length]
        position += length + 12
    return width, height, zlib.decompress(packed)


def check_icon(path):
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        raise Complaint(f'{path}: {error}') from error
    size = 16 if '-symbolic' in str(path) else 128
    if root.get('viewBox') != f'0 0 {size} {size}':
        raise Complaint(f'{path}: viewBox is {root.get("viewBox")}, not 0 0 {size} {size}')
    for element in root.iter():
        name = element.tag.rsplit('}', 1)[-1]
        if name in ('text', 'image', 'script', 'filter'):
            raise Complaint(f'{path}: <{name}> has no place in an icon')
    with tempfile.TemporaryDirectory() as folder:
        for pixels in (16, 64, 128):
            png = pathlib.Path(folder) / f'{pixels}.png'
            need('rsvg-convert', '-w', pixels, '-h', pixels, '-o', png, path)
            if not png.exists():
                raise Complaint(f'{path}: cannot be drawn at {pixels} pixels')
            width, height, data = png_pixels(png)
            if (width, height) != (pixels, pixels):
                raise Complaint(f'{path}: {width} x {height} instead of {pixels} pixels')
            if len(set(data)) < 8:
                raise Complaint(f'{path}: empty at {pixels} pixels')


def icons(*paths):
    with tempfile.TemporaryDirectory() as folder:
        for n, inside in enumerate(('<rect', '', '<text>RIS3</text>')):
            bad = pathlib.Path(folder) / f'{n}.svg'
            bad.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">{inside}</svg>')
            must_fail(check_icon, bad)
    for path in paths:
        check_icon(path)


def update_mime(data_home):
    return need('update-mime-database', data_home / 'mime', env=dict(os.environ, XDG_DATA_HOME=str(data_home)))


def content_type(path, data_home):
    environment = dict(os.environ, XDG_DATA_HOME=str(data_home), GIO_USE_VFS='local', LC_ALL='C.UTF-8')
    output = need('gio', 'info', '-a', 'standard::content-type', path, env=environment)
    return output.rsplit('content-type:', 1)[-1].strip()


def expect_type(path, data_home, expected):
    found = content_type(path, data_home)
    if found != expected:
        raise Complaint(f'{path.name} is taken for {found}, not for {expected}')


def mime(path):
    atlas, sqlite = 'application/x-ris3-atlas', 'application/vnd.sqlite3'
    header = b'SQLite format 3\0'.ljust(68, b'\1')
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder) / 'home'
        (home / 'mime/packages').mkdir(parents=True)
        files = {}
        for name, data in {'renamed': header + struct.pack('>I', 0x52495333) + bytes(28),
                           'other': header + struct.pack('>I', 0x47504b47) + bytes(28),
                           'by-name.ris3atlas': header}.items():
            files[name] = pathlib.Path(folder) / name
            files[name].write_bytes(data)
        update_mime(home)
        must_fail(expect_type, files['renamed'], home, atlas)
        shutil.copy(path, home / 'mime/packages')
        said = update_mime(home)
        if said.strip():
            raise Complaint(said)
        expect_type(files['renamed'], home, atlas)
        expect_type(files['by-name.ris3atlas'], home, atlas)
        expect_type(files['other'], home, sqlite)


def check_flatpak(path):
    manifest = json.loads(need('flatpak-builder', '--show-manifest', path))
    identifier = manifest.get('id') or manifest.get('app-id')
    if not str(path).endswith(f'/{identifier}.yml'):
        raise Complaint(f'the manifest is called {path}, the application {identifier}')
    rights = manifest.get('finish-args', [])
    for right in rights:
        if right.startswith(('--share=network', '--filesystem', '--socket=session-bus', '--socket=system-bus', '--device=all')):
            raise Complaint(f'{right}: the program works without it')
    modules = [module for module in manifest['modules'] if isinstance(module, dict)]
    if not modules or modules[-1]['name'] != 'ris3-atlas':
        raise Complaint('the program is not the last module')
    for module in modules:
        for source in module.get('sources', []):
            if source['type'] == 'git' and not (source.get('tag') or source.get('commit')):
                raise Complaint(f'{module["name"]}: neither a tag nor a commit is named')


def flatpak(path):
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / 'a.b.C.yml'
        bad.write_text('id: a.b.C\nruntime: x\nsdk: y\nruntime-version: "1"\nfinish-args: [--share=network]\n'
                       'modules: [{name: ris3-atlas, sources: []}]\n')
        must_fail(check_flatpak, bad)
    check_flatpak(path)


def check_links(path):
    """GDAL is a hundred libraries: a program starts without them."""
    if 'libgdal' in need('ldd', path):
        raise Complaint(f'{path}: linked with GDAL, which belongs to the module of geo')


def links(module, *programs):
    must_fail(check_links, module)
    for program in programs:
        check_links(program)


CHECKS = {'domains': domains, 'format': formatting, 'desktop': desktop, 'metainfo': metainfo, 'schema': schema, 'icons': icons, 'mime': mime,
          'flatpak': flatpak, 'links': links}

if __name__ == '__main__':
    if len(sys.argv) < 3 or sys.argv[1] not in CHECKS:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        CHECKS[sys.argv[1]](*sys.argv[2:])
    except Complaint as complaint:
        print(complaint)
        sys.exit(1)
