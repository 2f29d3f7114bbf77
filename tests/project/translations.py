#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the translations are whole, and right as far as a program can tell.

    translations.py SOURCE-FOLDER

The messages are extracted anew, as `meson compile ris3-atlas-pot` does, so that a new text without its translations is
told at once. Each check is tried on something bad first.
"""

import pathlib
import re
import sys
import tempfile

from tools import Complaint, must_fail, need

# What meson's preset "glib" passes.
XGETTEXT = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3', '--flag=N_:1:pass-c-format',
            '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format',
            '--flag=g_strdup_printf:1:c-format', '--flag=g_string_printf:2:c-format',
            '--flag=g_string_append_printf:2:c-format', '--flag=g_error_new:3:c-format', '--flag=g_set_error:4:c-format']
# A message without words is the same in any language; so is what is only names and placeholders.
NOTE_OF_LENGTH = re.compile(r'at most (\d+) characters')


def unquote(lines):
    return ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', lines)).replace('\\n', '\n').replace('\\"', '"').replace('\\\\', '\\')


def read_catalogue(text):
    """Messages: (context, singular, plural, translations, note)."""
    for block in re.split(r'\n\s*\n', text):
        fields = {}
        for name, value in re.findall(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:\\.|[^"\\])*"\s*)+)', block, re.M):
            fields[name] = unquote(value)
        if fields.get('msgid'):
            note = ' '.join(re.findall(r'^#\. ?(.*)$', block, re.M))
            yield (fields.get('msgctxt'), fields['msgid'], fields.get('msgid_plural'),
                   [value for name, value in fields.items() if name.startswith('msgstr')], note)


def tags(text):
    return sorted(re.findall(r'</?\w+[^<>]*>', text))


def ends(text):
    # A space that is part of a quotation mark, as in French, is not white space here.
    return re.match(r'[ \t\n]*', text)[0], re.search(r'[ \t\n]*$', text)[0], text.endswith(';')


def check_texts(path, text):
    """What msgfmt does not see: white space at the ends, tags, lengths, ASCII quotes."""
    for _, singular, plural, translations, note in read_catalogue(text):
        for translation in translations:
            place = f'{path.name}: “{translation}”'
            if ends(translation) != ends(singular):
                raise Complaint(f'{place}: begins or ends with other white space or “;” than “{singular}”')
            if tags(translation) not in (tags(singular), tags(plural or singular)):
                raise Complaint(f'{place}: other tags than “{singular}”')
            # Some texts are put together by hand, at their one placeholder; and %1, %2 are our own.
            if len(re.findall(r'%', singular)) == 1 and '$' in translation and '$' not in singular:
                raise Complaint(f'{place}: one placeholder alone has no number')
            for own in set(re.findall(r'%\d(?!\d*\$)', singular)):
                if own not in translation:
                    raise Complaint(f'{place}: “{own}” is missing')
            limit = NOTE_OF_LENGTH.search(note)
            if limit and len(translation) > int(limit[1]):
                raise Complaint(f'{place}: {len(translation)} characters, and at most {limit[1]} are shown')


def check_catalogue(path, template, folder):
    """All messages of the template are translated, none is doubtful, and placeholders are the same."""
    need('msgfmt', '--check', '--check-accelerators=_', '-o', folder / 'checked.mo', path)
    # Obsolete and fuzzy entries are not used by the program: msgattrib shows what is left.
    doubtful = need('msgattrib', '--only-fuzzy', '--no-obsolete', path)
    if doubtful.strip():
        raise Complaint(f'{path.name}: marked as fuzzy, and so not shown:\n{doubtful}')
    need('msgcmp', path, template)
    check_texts(path, need('msgcat', '--no-wrap', path))


# What is in one menu: files, and what in them.
MENUS = {
    'main menu': [('ui/window/ris3-window.ui', r'<menu id="main_menu">.*?</menu>'),
                  ('src/app/window/ris3-window-edit.c', r'\nupdate_titles \(.*?\n}')],
    'menu of an outline’s line': [('ui/edit/ris3-outline-row.ui', r'<menu .*?</menu>')],
    'menu of a priority': [('src/app/region/ris3-priority-menu.c', r'.*')],
    'menu of a strategy': [('src/app/region/ris3-strategy-menu.c', r'.*')],
    'menu that adds to a region': [('src/app/region/ris3-region-page-tools.c', r'append \(menu, .*?;')],
}
LABEL = re.compile(r'translatable="yes">([^<]*_[^<]*)<|\b_ ?\("((?:[^"\\]|\\.)*_(?:[^"\\]|\\.)*)"\)')


SUBMENU = re.compile(r'<submenu>(.*?)</submenu>', re.S)


def read_menus(top):
    """The labels with a mnemonic of each menu. A submenu is one of its own, but for its title."""
    for menu, places in MENUS.items():
        labels = []
        for path, area in places:
            for part in re.findall(area, (top / path).read_text(), re.S):
                for submenu in SUBMENU.findall(part):
                    title, *items = [(a or b) for a, b in LABEL.findall(submenu)]
                    labels.append(title)
                    yield f'{menu}, {title}', list(dict.fromkeys(items))
                labels += [(a or b) for a, b in LABEL.findall(SUBMENU.sub('', part))]
        if len(labels) < 2:
            raise Complaint(f'{menu}: there are no labels in {places}')
        yield menu, list(dict.fromkeys(labels))


def check_mnemonics(language, menu, labels):
    """Each letter leads to one item. An item that says what it undoes is the same item. labels: untranslated, translated"""
    taken = {}
    for item, label in labels:
        found = re.search(r'_(\w)', label)
        if found is None:
            raise Complaint(f'{language}: {menu}: “{label}” has no letter to choose it by')
        letter = found[1].casefold()
        other, other_label = taken.setdefault(letter, (item, label))
        if other.split(':')[0] != item.split(':')[0]:
            raise Complaint(f'{language}: {menu}: “{other_label}” and “{label}” have the same letter')


def check_menus(top, languages):
    catalogues = {'en': {}}
    for language in languages:
        text = need('msgcat', '--no-wrap', top / f'po/{language}.po')
        catalogues[language] = {singular: translations[0] for context, singular, _, translations, _ in read_catalogue(text)
                                if context is None}
    for menu, labels in read_menus(top):
        for language, words in catalogues.items():
            check_mnemonics(language, menu, [(label, words.get(label) or label) for label in labels])


SAMPLE = ('msgid ""\nmsgstr ""\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Project-Id-Version: x\\n"\n'
          '"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n"Last-Translator: x <x@y.z>\\n"\n"Language-Team: x <x@y.z>\\n"\n\n')
GOOD = '#. Translators: at most 20 characters\n#, c-format\nmsgid "A <b>%s</b> "\nmsgstr "Ein <b>%s</b> "\n\nmsgid "Two"\nmsgstr "Zwei"\n'
BAD = {
    'missing': GOOD.replace('"Zwei"', '""'),
    'absent': GOOD.split('\n\n')[0] + '\n',
    'fuzzy': GOOD.replace('\n\nmsgid', '\n\n#, fuzzy\nmsgid'),
    'placeholder': GOOD.replace('Ein <b>%s', 'Ein <b>%d'),
    'space': GOOD.replace('</b> "\n\n', '</b>"\n\n'),
    'tag': GOOD.replace('Ein <b>%s</b>', 'Ein <i>%s</i>'),
    'numbered': GOOD.replace('Ein <b>%s', 'Ein <b>%1$s'),
    'length': GOOD.replace('Ein', 'Ein sehr langes Wort'),
}


def try_samples(folder):
    template = folder / 'sample.pot'
    template.write_text(SAMPLE.replace('Language: de', 'Language: ') + re.sub(r'msgstr "\w.*"', 'msgstr ""', GOOD))
    sample = folder / 'sample.po'
    sample.write_text(SAMPLE + GOOD)
    check_catalogue(sample, template, folder)
    for name, text in BAD.items():
        sample = folder / f'{name}.po'
        sample.write_text(SAMPLE + text)
        must_fail(check_catalogue, sample, template, folder)


def extract(top, template):
    said = need('xgettext', *XGETTEXT, f'--directory={top}', f'--files-from={top / "po/POTFILES"}', f'--output={template}')
    if said.strip():
        raise Complaint(f'xgettext does not understand a text: {said.strip()}')


def main(top):
    top = pathlib.Path(top)
    languages = re.findall(r'^[a-z]\w*$', (top / 'po/LINGUAS').read_text(), re.M)
    if sorted(path.stem for path in (top / 'po').glob('*.po')) != sorted(languages):
        raise Complaint('po/LINGUAS lists other languages than there are files in po/')
    must_fail(check_mnemonics, 'en', 'menu', [('One', '_One'), ('Two', 'Tw_o')])
    must_fail(check_mnemonics, 'en', 'menu', [('One', 'One')])
    check_menus(top, languages)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        try_samples(folder)
        template = folder / 'ris3-atlas.pot'
        extract(top, template)
        for language in languages:
            check_catalogue(top / f'po/{language}.po', template, folder)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        main(sys.argv[1])
    except Complaint as complaint:
        print(complaint)
        sys.exit(1)
