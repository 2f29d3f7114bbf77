#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is made of the tables behind `ris3 --help`: the manual page and the completions of the shells.

    described.py man|bash|zsh RIS3 FILE

Each tells every command and every option that --help tells, and is taken by the program that it is for. Exits with 77
(skipped) when that program is not there.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIP = 77


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    return done.returncode, done.stdout, done.stderr


def need(program):
    if not shutil.which(program):
        print(f'{program} is not installed: not checked')
        sys.exit(SKIP)


def read_help(ris3):
    """{command: [(letter or '', name, takes a value)]}, as a person reads it."""
    listed = run(ris3, '--help')[1].split('Commands:\n')[1].split('\n\n')[0]
    commands = {}
    for command in re.findall(r'^  ([a-z-]+) ', listed, re.M):
        if command != 'help':
            text = run(ris3, command, '--help')[1]
            commands[command] = [(letter, name, bool(value))
                                 for letter, name, value in re.findall(r'^  (?:-(\w),|   ) --([a-z-]+)(=\S+)?', text, re.M)]
            assert commands[command], command
    assert len(commands) > 4 and 'show' in commands, commands
    assert ('', 'filter', True) in commands['map'] and ('i', 'indicator', True) in commands['map'], commands['map']
    # Digits say nothing: who has no letter has only a name.
    assert all(not letter.isdigit() for options in commands.values() for letter, _, _ in options)
    # The parser finds an option by its letter, whichever the command: one that two have would be taken for the first.
    names = {}
    for command, options in commands.items():
        for letter, name, _ in options:
            assert not letter or names.setdefault(letter, name) == name, f'{command}: -{letter} is --{names[letter]} and --{name}'
    return commands


def check_man(commands, text, path):
    need('groff')
    status, shown, complaints = run('groff', '-man', '-ww', '-Tutf8', '-P-c', '-P-b', '-P-u', '-rLL=500n', path)
    shown = shown.translate({0x2010: '-', 0x2212: '-'})
    assert status == 0 and not complaints, complaints
    assert len(shown) > 5000, shown
    for command, options in commands.items():
        # A section each, up to the next.
        match = re.search(rf'^ *ris3 {command} \[OPTION.*?(?=^ *ris3 [a-z-]+ \[|^ *help \[|\Z)', shown, re.M | re.S)
        assert match, f'{command} is not in the manual page'
        for letter, name, value in options:
            where = match[0] if name not in ('help', 'version') else shown
            short = f'-{letter}, ' if letter else ''
            # What is said of a short one stands on its line.
            end = '=' if value else '(?:$|  )'
            assert re.search(rf'^ *{short}--{name}{end}', where, re.M), f'{command} --{name}'
    if shutil.which('mandoc'):
        _, complaints, _ = run('mandoc', '-Tlint', '-Wwarning', path)
        # A page that is made at each build has no date of its own.
        complaints = [line for line in complaints.splitlines() if 'missing date' not in line]
        assert not complaints, complaints


def complete_bash(path, line, folder, ris3):
    """What bash offers at the end of a line, by its own way of taking it apart."""
    words = re.findall(r'=|[^\s=]+', line) + ([''] if line[-1] in ' ' else [])
    script = ('ris3 () { "$RIS3" "$@"; }\nsource "$1"; shift\nCOMP_WORDS=("$@") COMP_CWORD=$(($# - 1))\n'
              'COMP_LINE="$*" COMP_POINT=${#COMP_LINE}\n'
              '[ "$(complete -p ris3)" = "complete -F _ris3 ris3" ] || exit 1\n_ris3 ris3 "${!#}" ""\n'
              'printf "%s\\n" "${COMPREPLY[@]}"')
    status, output, complaints = run('bash', '--norc', '-uc', script, 'bash', path, *words, cwd=folder,
                                     env=dict(os.environ, RIS3=str(ris3)))
    assert status == 0 and not complaints, (line, complaints)
    return set(output.split('\n')) - {''}


def check_bash(commands, text, path, ris3):
    need('bash')
    with tempfile.TemporaryDirectory() as folder:
        for name in ('a.ris3atlas', 'two words.ris3atlas', 'other.txt', 'b.gpkg'):
            (pathlib.Path(folder) / name).touch()
        (pathlib.Path(folder) / 'tables').mkdir()

        def offers(line, *expected):
            found = complete_bash(path, line, folder, ris3)
            assert found == set(expected), f'“{line}”: {sorted(found)} instead of {sorted(expected)}'

        names = list(commands)
        offers('ris3 ', *names, 'help', '--help', '--version')
        offers('ris3 he', 'help')
        offers('ris3 help ', *names, 'help')
        for command, options in commands.items():
            offers(f'ris3 {command} -', *(f'-{letter}' for letter, _, _ in options if letter),
                   *(f'--{name}' for _, name, _ in options))
            assert len(complete_bash(path, f'ris3 {command} --j', folder, ris3)) == 1
        atlases = 'a.ris3atlas', 'two words.ris3atlas', 'tables'
        everything = *atlases, 'other.txt', 'b.gpkg'
        for line in ('ris3 stats ', 'ris3 map -o x.png ', 'ris3 show FRL0 ', 'ris3 show --nuts=2013 FRL0 ',
                     'ris3 stats --json -- ', 'ris3 check --atlas ', 'ris3 check --atlas=', 'ris3 view -a '):
            offers(line, *atlases)
        offers('ris3 show ')
        offers('ris3 stats a.ris3atlas ')
        offers('ris3 show FRL0 --nuts ', '2013', '2016', '2021')
        offers('ris3 show FRL0 --nuts=', '2013', '2016', '2021')
        offers('ris3 show FRL0 --nuts=202', '2021')
        offers('ris3 map -i h', 'health')
        offers('ris3 map --level ', '0', '1', '2', '3', '4', '5', 'strategy-territory')
        offers('ris3 stats --period ', 'latest', '2014-2020', '2021-2027')
        offers('ris3 map --output ', *everything)
        offers('ris3 build-default --source ', 'tables')
        offers('ris3 build-default -b ', 'b.gpkg', 'tables')
        offers('ris3 map --size ')


def check_zsh(commands, text, path, ris3):
    for command, options in commands.items():
        match = re.search(rf'^    \({command}\)\n(.*?) ;;$', text, re.M | re.S)
        assert match and f"'{command}:" in text, command
        for letter, name, value in options:
            long = f'--{name}=' if value else f'--{name}'
            words = f'{{-{letter}{"+" if value else ""},{long}}}' if letter else f"'(--{name})'{long}'["
            assert words in match[1], f'{command} --{name}'
    need('zsh')
    status, _, complaints = run('zsh', '-n', path)
    assert status == 0 and not complaints, complaints
    # A zsh of its own, at a terminal of its own, in which a key shows what would be offered.
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, pathlib.Path(folder) / '_ris3')
        script = f'''
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1='@@' RPS1=; fpath=({folder} \\$fpath); autoload -U compinit; compinit -u -D; ris3 () {{ $RIS3 \\"\\$@\\" }}"
zpty -w shell "zstyle ':completion:*' list-colors ''; LISTMAX=1000; setopt listrowsfirst; print READY''"
# Keys count for the line editor only once it has shown its prompt.
zpty -r shell line '*READY*@@*'
zpty -w -n shell "$1"$'\\t\\C-d'
zpty -w -n shell $'\\C-u'
zpty -w shell "print DONE''"
zpty -r shell line '*DONE*'
print -r -- $line
'''
        for line, expected in (('ris3 sh', 'show'), ('ris3 show --nut', '--nuts  -- NUTS version'), ('ris3 show FRL0 --nuts=201', '2016'),
                               ('ris3 stats --period ', '2021-2027'), ('ris3 map --indicator=h', 'health')):
            shown = run('zsh', '-f', '-c', script, 'zsh', line, env=dict(os.environ, RIS3=str(ris3), TERM='xterm'),
                        timeout=60)[1]
            # Without colours and bells.
            shown = re.sub(r'\x1b\[[0-9;?]*[A-Za-z]|\x07', '', shown)
            assert expected in shown, f'“{line}”: {shown!r}'


def main():
    form, ris3, path = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    commands = read_help(ris3)
    text = path.read_text(encoding='utf-8')
    if form == 'man':
        check_man(commands, text, path)
    else:
        {'bash': check_bash, 'zsh': check_zsh}[form](commands, text, path, ris3)


if __name__ == '__main__':
    main()
