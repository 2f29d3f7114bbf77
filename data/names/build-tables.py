# SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes regions.csv and LANGUAGE.csv of Unicode CLDR, the boundaries and what is known by hand (README.md).

Usage: build-tables.py CLDR-COMMON-FOLDER THIS-FOLDER BOUNDARIES.gpkg
"""

import collections
import csv
import os
import re
import sqlite3
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

VERSIONS = ("2016", "2021", "2013")  # in the order in which a region is looked for
LANGUAGES = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()
SCRIPTS = {"bg": "CYRILLIC", "el": "GREEK"}
# Where other languages of CLDR name a region as NUTS does.
MATCH_LANGUAGES = LANGUAGES + "ca eu gl is mk nb nn no sq sr tr".split()
ISO_OF_NUTS = {"EL": "GR", "UK": "GB"}
# Subdivisions that CLDR also has among the territories of the world, with names in every language.
TERRITORIES = {
    "ES-CN": "IC", "FI-01": "AX", "FR-971": "GP", "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT",
}
# The levels at which a country's ISO subdivisions may be found, best first.
LEVELS = {
    "AL": (3,), "AT": (2,), "BE": (1, 2), "BG": (3,), "CH": (3,), "CZ": (3,), "DE": (1,), "DK": (2,), "EL": (2,),
    "ES": (2, 3), "FI": (3,), "FR": (1, 2, 3), "HR": (3,), "HU": (3,), "IE": (3,), "IS": (3,), "IT": (2, 3),
    "LT": (3,), "LV": (3,), "NL": (2,), "NO": (3,), "PL": (2,), "PT": (2, 3), "RO": (3,), "RS": (2, 3), "SE": (3,),
    "SK": (3,), "TR": (3,), "UK": (1, 2, 3),
}
# Words that say what a region is, not which.
GENERIC = set(
    "county counties province provincie provincia prov provinz of the de del della di da d du des region regiunea "
    "regio regione judet judetul lan lani megye kraj kraj zupanija maakunta landskap wojewodztwo voivodeship oblast "
    "област departement departamento okres okrug kanton canton bezirk apskritis fylke il ili comunidad autonoma "
    "autonomous community city capital stolitsa stadt freistaat land qark qarku qarkut metropolitan principado foral "
    "nomos νομος περιφερεια".split()
)
PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "n", "ħ": "h", "ı": "i"}


def fold(text):
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(PLAIN.get(c, c) for c in letters if not unicodedata.combining(c))
    return re.sub(r"\W+", " ", plain).strip()


def keys(name):
    """All that a name may be recognised by: whole, in one of its languages, without what kind of region it is."""
    whole = re.sub(r"\([^)]*\)", "", name)
    found = set()
    for part in [name, whole] + whole.split("/"):
        folded = fold(part)
        found.add(folded)
        found.add(" ".join(word for word in folded.split() if word not in GENERIC))
    return found - {""}


def script(word):
    return {unicodedata.name(c).split()[0] for c in word if c.isalpha()}


def is_sound(name, language):
    """In the script of its language, and nothing in it but what names are written with."""
    letters = script(name) - {"MODIFIER"}
    return letters == {SCRIPTS.get(language, "LATIN")} and all(c.isalpha() or c in " -'’ʼ.,()/&–·" for c in name)


class Boundaries:
    def __init__(self, path):
        database = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
        self.regions = {}
        self.children = {}
        self.lineage = {}
        for version in VERSIONS:
            rows = database.execute(
                f"SELECT code, name, name_latin, country, level, parent FROM nuts_{version}_03m ORDER BY code"
            )
            self.regions[version] = {row[0]: row for row in rows}
            self.children[version] = collections.Counter(row[5] for row in self.regions[version].values())
        for a, b, code, to_code, kind in database.execute(
            "SELECT from_version, to_version, from_code, to_code, kind FROM lineage"
        ):
            if kind in ("same", "renamed", "recoded"):
                self.lineage[str(a), str(b), code] = to_code

    def coarsest(self, version, code):
        """The highest region that is but this one, under the same name."""
        regions = self.regions[version]
        while True:
            parent = regions[code][5]
            if parent is None or regions[parent][4] == 0 or self.children[version][parent] != 1:
                return code
            if not keys(regions[parent][1]) & keys(regions[code][1]):
                return code
            code = parent

    def find(self, version, country, names):
        for level in LEVELS.get(country, ()):
            hits = [
                row[0]
                for row in self.regions[version].values()
                if row[3] == country and row[4] == level and (keys(row[1]) | keys(row[2])) & names
            ]
            if hits:
                return hits
        return []


def read_names(common, kind, tag):
    """{code: {language: [names, the usual one first]}}"""
    names = collections.defaultdict(lambda: collections.defaultdict(list))
    for language in MATCH_LANGUAGES:
        path = os.path.join(common, kind, language + ".xml")
        if not os.path.exists(path):
            continue
        for element in ElementTree.parse(path).iter(tag):
            text = " ".join((element.text or "").split())
            place = 0 if element.get("alt") is None else len(names[element.get("type")][language])
            names[element.get("type")][language].insert(place, text)
    return names


def read_regular(common):
    """The codes of subdivisions that are in force."""
    text = ""
    for element in ElementTree.parse(os.path.join(common, "validity", "subdivision.xml")).iter("id"):
        if element.get("idStatus") == "regular":
            text = element.text
    codes = set()
    for item in text.split():
        first, _, last = item.partition("~")
        codes.update(first[:-1] + chr(c) for c in range(ord(first[-1]), ord(last or first[-1]) + 1))
    return codes


def read_table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def iso_code(identifier):
    return f"{identifier[:2]}-{identifier[2:]}".upper()


def match(boundaries, subdivisions, regular, by_hand):
    """[(id, {version: code}, how)], and what it left: counts by country."""
    hand = collections.defaultdict(dict)
    for row in by_hand:
        hand[row["id"]][row["nuts_version"]] = row["code"]
    table = []
    counts = {}
    countries = sorted({row[3] for row in boundaries.regions["2016"].values()})
    for country in countries:
        prefix = ISO_OF_NUTS.get(country, country).lower()
        identifiers = sorted(
            (i for i in subdivisions if i.startswith(prefix)), key=lambda i: (i not in regular, -len(subdivisions[i]), i)
        )
        taken = {version: set() for version in VERSIONS}
        n_matched = n_by_hand = n_ambiguous = 0
        for identifier in sorted(identifiers, key=lambda i: iso_code(i) not in hand):
            codes = dict(hand.get(iso_code(identifier), {}))
            how = "by hand" if codes else "by name"
            if "" in codes.values():
                continue
            if not codes:
                names = set()
                for spelled in subdivisions[identifier].values():
                    for name in spelled:
                        names |= keys(name)
                for version in VERSIONS:
                    hits = boundaries.find(version, country, names)
                    if len(hits) > 1:
                        n_ambiguous += 1
                        print(f"{iso_code(identifier)} may be any of NUTS {version}: {', '.join(hits)}")
                        break
                    if len(hits) == 1:
                        codes = {version: boundaries.coarsest(version, hits[0])}
                        break
            if len(codes) == 1:
                (version, code), = codes.items()
                # Where a province is all of a community, each keeps its level.
                is_coarsest = boundaries.coarsest(version, code) == code
                for other in VERSIONS:
                    to_code = boundaries.lineage.get((version, other, code))
                    if other != version and to_code is not None:
                        codes[other] = boundaries.coarsest(other, to_code) if is_coarsest else to_code
            codes = {version: code for version, code in codes.items() if code not in taken[version]}
            if not codes:
                continue
            for version, code in codes.items():
                taken[version].add(code)
            table.append((iso_code(identifier), codes, how))
            n_matched += how == "by name"
            n_by_hand += how == "by hand"
        counts[country] = (n_matched, n_by_hand, len(regular & set(identifiers)))
    return table, counts


def main():
    common, folder, gpkg = sys.argv[1:]
    boundaries = Boundaries(gpkg)
    subdivisions = read_names(common, "subdivisions", "subdivision")
    territories = read_names(common, "main", "territory")
    own = read_table(folder, "own-names.csv")
    alpha3 = {
        element.get("type"): element.get("alpha3")
        for element in ElementTree.parse(os.path.join(common, "supplemental", "supplementalData.xml")).iter("territoryCodes")
    }

    table, counts = match(boundaries, subdivisions, read_regular(common), read_table(folder, "matched-by-hand.csv"))
    names = {identifier: subdivisions[identifier.replace("-", "").lower()] for identifier, _, _ in table}
    for identifier, territory in TERRITORIES.items():
        for language, spelled in territories[territory].items():
            names[identifier][language] = spelled + names[identifier][language]
    for country in sorted({row[3] for version in VERSIONS for row in boundaries.regions[version].values()}):
        identifier = ISO_OF_NUTS.get(country, country)
        codes = {version: country for version in VERSIONS if country in boundaries.regions[version]}
        table.append((identifier, codes, "country"))
        names[identifier] = territories[identifier]
    names["150"] = territories["150"]
    for row in own:
        if row["id"] not in names:
            version, code = row["id"].split("/")
            codes = {version: code}
            for other in VERSIONS:
                if (version, other, code) in boundaries.lineage:
                    codes[other] = boundaries.lineage[version, other, code]
            table.append((row["id"], codes, "own name"))
            names[row["id"]] = {}

    table.sort()
    write_table(
        folder,
        "regions.csv",
        ["id", "nuts_2013", "nuts_2016", "nuts_2021", "alpha3", "how"],
        [(i, *(c.get(v, "") for v in sorted(VERSIONS)), alpha3.get(i) or "", how) for i, c, how in table],
    )
    n_refused = 0
    for language in LANGUAGES:
        rows = []
        for identifier in sorted(names):
            spelled = [row["name"] for row in own if row["id"] == identifier and row["language"] == language]
            for name in spelled or names[identifier].get(language, []):
                if not spelled and not is_sound(name, language):
                    n_refused += 1
                elif (identifier, name) not in rows:
                    rows.append((identifier, name))
        write_table(folder, language + ".csv", ["id", "name"], rows)
    print(f"{n_refused} names of CLDR are not in the script of their language, or hold strange signs: left out.")
    print("Country: matched by name, by hand, of subdivisions in force")
    for country, (by_name, by_hand, n_regular) in counts.items():
        print(f"{country}: {by_name} + {by_hand} of {n_regular}")


main()
