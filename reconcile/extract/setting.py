"""The country that an article is set in. In: its names. Out: the country, and a mention of it, its value worked out.

Every name of a country, of what lies in one, and of a people speaks for a country; more so behind "in", and in the
dateline. The country is given where it has clearly more for it than any other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.names import NameMention
from reconcile.kinds.named import Named
from reconcile.model import Mention
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import gazetteer
from reconcile.rulebook.spec import Setting

_DATELINE = re.compile(r"[^:;!?]{0,120}?[\w).\]] ?(?:--|[-–—])\s")  # what follows the town; of bounded length
_NEAR = 24  # characters before a name in which a word like "in" may stand


class Where(NamedTuple):
    """Where an article is set: `state`, of which "the government" is one there; empty where several may be meant.
    `mention` is the country with the first words that name it best, None where little speaks for it."""

    state: str = ""
    mention: Mention | None = None


def setting(text: str, body_start: int, names: Sequence[NameMention], book: Rulebook, language: str) -> Where:
    """Where the article is set; nowhere if no fact asks for it."""
    weights = _weights(book)
    if weights is None:
        return Where()
    points: Counter[str] = Counter()
    best: dict[str, tuple[int, NameMention]] = {}
    where = frozenset(book.languages[language].names.inside)
    body = _body(text, body_start)
    for name in names:
        country = _country(name, book)
        if not country:
            continue
        weight = _weight(name, text, body, where, weights)
        points[country] += weight
        said = 0 if name.start == body else weight + (name.of is None)
        if country not in best or said > best[country][0]:
            best[country] = (said, name)
    (country, most), (_, next_) = [*points.most_common(2), ("", 0), ("", 0)][:2]
    if most < weights.clear * next_ or not country:
        return Where()
    if most < weights.least:
        return Where(country)
    name = best[country][1]
    step = f"worked out: no wording says where; of the names in the article {most} points are for {country}"
    steps = (f"{step}, {next_} for the next country",)
    return Where(country, Mention("place", Named(country), name.start, name.end, (), steps))


@lru_cache(maxsize=8)
def _weights(book: Rulebook) -> Setting | None:
    return next((fact.setting for _, fact in sorted(book.facts.items()) if fact.setting is not None), None)


def _weight(name: NameMention, text: str, body: int, where: frozenset[str], weights: Setting) -> int:
    if name.start == body and _DATELINE.match(text, name.end):
        return weights.dateline
    if name.place is not None:
        before = text[max(name.start - _NEAR, 0) : name.start].lower().split()
        if before and before[-1] in where:
            return weights.inside
    return weights.named


def _body(text: str, body_start: int) -> int:
    """Where the first word of the body begins."""
    while body_start < len(text) and text[body_start].isspace():
        body_start += 1
    return body_start


def _country(name: NameMention, book: Rulebook) -> str:
    """The country that a name speaks for: its own, of its people, of its office, of what lies in it; or none."""
    for value in (name.place, name.actor, name.of):
        if value is not None and value.known and (country := _state_of(value.id, book)):
            return country
    return ""


@lru_cache(maxsize=8192)
def _state_of(identity: str, book: Rulebook) -> str:
    for place in (identity, *gazetteer(book).parents(identity)):
        spec = book.actors.get(place)
        if spec is not None and spec.kind == "state" and gazetteer(book).place(place) is not None:
            return place
    return ""
