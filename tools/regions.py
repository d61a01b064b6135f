"""Writes rules/places/subdivisions.tsv from the ISO 3166-2 list in the package pycountry, for whoever renews it.

Run as `python tools/regions.py` where pycountry is installed. What rules/places/regions.tsv has by hand is left out;
where news does not use the names of ISO at all (Russian or Greek spellings), that list has them all. A region that
shares its name with a town, with an ordinary word or with a person is only known with its sort: "Kabul Province"."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter

import pycountry
from places import ROOT, ascii_name, rows, slug

from reconcile.rulebook.gazetteer import name_key

RULES = ROOT.parent
HEADER = (
    "# Provinces, states, departments and other parts of countries. Source: ISO 3166-2 as in Debian's iso-codes\n"
    "# (LGPL-2.1-or-later), by way of pycountry, reduced by tools/regions.py.\n"
    "# Columns: id, name, other names (;), within (ids, ;), population.\n"
)
#: sort of subdivision in ISO -> what news calls it
SORTS = {
    **{sort: (sort,) for sort in ("Province", "State", "Department", "Region", "County", "Division", "District")},
    **{sort: (sort,) for sort in ("Emirate", "Canton", "Republic")},
    "Governorate": ("Governorate", "Province"),
    "Prefecture": ("Prefecture", "Province"),
    "Voivodship": ("Voivodeship", "Province"),
    "Oblast": ("Oblast", "Region"),
    "Regional state": ("Region", "State"),
    **dict.fromkeys(("Administrative region", "Autonomous region", "Autonomous community"), ("Region",)),
    "Metropolitan department": ("Department",),
    "Union territory": ("Territory",),
    **dict.fromkeys(("Popularate", "Rayon"), ("District",)),
}
#: whose names in ISO are not those of news
OTHERWISE = {
    "RU",
    "UA",
    "BY",
    "BG",
    "GR",
    "CY",
    "MK",
    "RS",
    "SI",
    "US",
    "GB",
    "MT",
    "CZ",
    "SK",
    "LV",
    "EE",
    "LT",
    "BS",
    "HU",
    "HR",
}
#: where many a province is called like a person
PERSONS = {
    "AR",
    "BO",
    "BR",
    "CL",
    "CO",
    "CR",
    "CU",
    "DO",
    "EC",
    "GT",
    "HN",
    "MX",
    "NI",
    "PA",
    "PE",
    "PY",
    "SV",
    "UY",
    "VE",
    "HT",
    "PH",
}
SHORTEST = 4
ARTICLES = ("Al ", "Ad ", "An ", "Ar ", "As ", "Ash ", "At ", "Az ")


def plain_words() -> set[str]:
    """Words and names that also mean something else than a region."""
    names = tomllib.loads((RULES / "languages/en/names.toml").read_text(encoding="utf-8"))
    ordinary = (RULES / "languages/en/ordinary.txt").read_text(encoding="utf-8").split()
    lists = [value for value in names.values() if isinstance(value, list)]
    return {name_key(word) for words in (ordinary, *lists) for word in words}


def known() -> tuple[set[str], set[str], dict[str, set[str]]]:
    """All ids, all keys of names, and the keys of what lies in each country by hand."""
    ids, keys, of_country = set[str](), set[str](), dict[str, set[str]]()
    for name in ("countries.tsv", "regions.tsv", "cities.tsv"):
        for row in rows(ROOT / name):
            named = {name_key(one) for one in (row[1], *row[2].split(";")) if one}
            ids.add(row[0])
            keys |= named
            if name == "regions.tsv":
                for around in row[3].split(";"):
                    of_country.setdefault(around, set()).update(named)
    return ids, keys, of_country


def main() -> int:
    """Write subdivisions.tsv."""
    countries = {row[5]: row[0] for row in rows(ROOT / "countries.tsv") if len(row) > 5 and row[5]}
    ids, keys, by_hand = known()
    states = set[str]().union(*by_hand.values())  # "Florida Department of Health" is in none of Uruguay's
    ordinary = plain_words()
    parts = [part for part in pycountry.subdivisions if part.type in SORTS and part.country_code not in OTHERWISE]
    parts.sort(key=lambda part: part.code)
    shared = Counter(name_key(ascii_name(part.name)) for part in parts)
    lines = []
    for part in parts:
        country, name = (
            countries.get(part.country_code),
            ascii_name(part.name.split(" [")[0].split(" (")[0].split(",")[0]),
        )
        sorts = SORTS[part.type]
        for sort in sorts:
            name = name.removesuffix(f" {sort}")
        key = name_key(name)
        bare = name.split(" ", 1)[1] if name.startswith(ARTICLES) else name
        typed = [f"{one} {sort}" for one in dict.fromkeys((bare, name)) for sort in sorts] + [
            f"{sorts[0].lower()} of {name}"
        ]
        if (
            country is None
            or not slug(name)
            or key in states
            or by_hand.get(country, set()) & {key, *map(name_key, typed)}
        ):
            continue
        alone = (
            len(key) >= SHORTEST
            and key not in keys
            and not ordinary & set(key.split())
            and shared[key] == 1
            and part.country_code not in PERSONS
        )
        free = [i for i in (slug(name), slug(typed[0]), f"{slug(typed[0])}-{country}") if i not in ids]
        if not free or (not alone and any(name_key(one) in keys for one in typed)):
            continue
        identity = free[0] if alone else next((i for i in free if i != slug(name)), free[0])
        ids.add(identity)
        names = [name, *typed] if alone else typed
        lines.append("\t".join((identity, names[0], ";".join(names[1:]), country, "")))
    (ROOT / "subdivisions.tsv").write_text(HEADER + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} regions", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
