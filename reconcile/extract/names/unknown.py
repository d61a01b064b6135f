"""Names that no rule knows, by grammar: runs of capitalised words. In: words and the known names. Out: both, merged.

A known place inside a longer name belongs to it ("Kabul Airport", "University of Texas", "Michael Jackson")."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.names.bands import bands_in_capitals
from reconcile.extract.names.capitals import persons_in_capitals, towns_in_capitals
from reconcile.extract.names.classes import BODY, GIVEN, NEVER_ALONE, PLAIN, SIDE, TITLE, VENUE
from reconcile.extract.names.context import Article, is_definite
from reconcile.extract.names.found import Found
from reconcile.extract.names.headlines import with_headlines
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.lexicon import Lexicon
from reconcile.extract.names.numbered import numbered
from reconcile.extract.names.sites import sites_in_capitals
from reconcile.extract.names.surnames import with_surnames
from reconcile.extract.names.trimmed import names_in, quoted
from reconcile.extract.names.words import LOOSE, TIGHT, Words

_LONGEST_RUN = 40  # words; what is longer is a list, and is read in pieces


def with_unknown(words: Words, hits: Sequence[Hit], of: dict[str, int], lex: Lexicon) -> list[Hit | Found]:
    """`hits` and the names that no rule knows, in order; a hit that is only a part of a longer name is left out."""
    article = Article(words, of, lex)
    at_word = {hit.first: hit for hit in hits if not _begins_body(words, hit, of)}
    if words.capitals:
        return with_surnames(article, _in_capitals(article, hits, at_word))
    found: list[Hit | Found] = []
    for first, last in _runs(words, at_word):
        hit = at_word.get(first)
        if hit is not None and hit.last == last:
            found.append(hit)
        elif hit is None and (body := numbered(article, first, last)):
            found.append(body)
        elif last - first > 1 or not of.get(words.keys[first], 0) & NEVER_ALONE:
            found.extend(_read_run(article, first, last, at_word))
    return with_surnames(article, with_headlines(article, found))


def _begins_body(words: Words, hit: Hit, of: dict[str, int]) -> bool:
    """Whether the one word of a known party belongs to the name of another: "Liberation Front"."""
    if hit.place or hit.last - hit.first > 1 or not of.get(hit.key, 0) & BODY or words.links[hit.first][0] != TIGHT:
        return False
    return bool(of.get(words.keys[hit.last], 0) & BODY)


def _in_capitals(article: Article, hits: Sequence[Hit], at_word: dict[int, Hit]) -> list[Hit | Found]:
    """The same for a text in capitals."""
    persons = persons_in_capitals(article, at_word)
    inside = {number for person in persons for number in range(person.first, person.last)}
    kept = [hit for hit in hits if inside.isdisjoint(range(hit.first, hit.last))]  # surnames that are towns' names too
    taken = inside.union(number for hit in kept for number in range(hit.first, hit.last))
    found: list[Hit | Found] = [*kept, *persons]
    for name in towns_in_capitals(article, at_word):
        if taken.isdisjoint(range(name.first, name.last)):
            taken.update(range(name.first, name.last))
            found.append(name)
    bands = bands_in_capitals(article, taken)
    found += bands
    taken.update(number for band in bands for number in range(band.first, band.last))
    sites = sites_in_capitals(article, at_word, taken)
    longer = {site.first for site in sites}  # a known name that a site begins with
    found = [*(name for name in found if name.first not in longer), *sites]
    return sorted(found, key=lambda name: name.first)


def _runs(words: Words, at_word: dict[int, Hit]) -> list[tuple[int, int]]:
    """Words that hang together, as ranges; a known name is never cut."""
    runs, first, until = [], 0, 0
    for at, (glue, _) in enumerate(words.links):
        hit = at_word.get(at)
        if hit is not None:
            until = hit.last
        if (glue < LOOSE or at - first >= _LONGEST_RUN) and at + 1 >= until:
            runs.append((first, at + 1))
            first = at + 1
    return runs


def _read_run(article: Article, first: int, last: int, at_word: dict[int, Hit]) -> list[Hit | Found]:
    """The names of one run."""
    if last - first > 1 and (whole := quoted(article, first, last)):
        whole.inside = _place_inside(whole, at_word)
        return [whole]
    found: list[Hit | Found] = []
    raw: list[int] = []
    at = first
    while at < last:
        hit = at_word.get(at)
        if hit is None:
            raw.append(at)
            at += 1
            continue
        at = hit.last
        if raw:
            names = names_in(article, raw[0], raw[-1] + 1)
            if names and _absorbs_before(article, names[-1], hit):
                found += names[:-1]
                raw = list(range(names[-1].first, hit.last))
                continue
            found += names
            raw = []
        if at < last and at not in at_word and _absorbs_after(article, hit, at, last, at_word):
            raw = list(range(hit.first, hit.last))
            continue
        found.append(hit)
    if raw:
        names = names_in(article, raw[0], raw[-1] + 1)
        for name in names:
            name.inside = _place_inside(name, at_word)
        found += names or [at_word[i] for i in raw if i in at_word]
    return found


def _place_inside(name: Found, at_word: dict[int, Hit]) -> str:
    """The id of the known place that begins or ends the name of a building or a body."""
    hits = [hit for i in range(name.first, name.last) if (hit := at_word.get(i))]
    if name.kind == "person" or not hits or hits[0].place is None:
        return ""
    return hits[0].place.id


def _absorbs_before(article: Article, name: Found, hit: Hit) -> bool:
    """Whether unknown words before a known place make a longer name with it: "Michael Jackson", "Bank of England"."""
    words, of = article.words, article.of
    if not _is_loose(hit) or name.last != hit.first:
        return False
    before = of.get(words.keys[hit.first - 1], 0)
    if words.links[hit.first - 1][0] == LOOSE:
        key = words.keys[hit.first - 1]
        if hit.place is None or key in article.lex.region_words or key in article.lex.shares:
            return False
        return bool(before & (BODY | VENUE)) or (not before and _is_band(article, name))
    return not before & (TITLE | SIDE | PLAIN | VENUE | BODY)


def _absorbs_after(article: Article, hit: Hit, at: int, last: int, at_word: dict[int, Hit]) -> bool:
    """Whether a known place begins a longer name: "Kabul Airport", "Paris Smith"."""
    words, of = article.words, article.of
    named_after = hit.form is not None and hit.form.actor.kind == "person"
    if not (named_after or (_is_loose(hit) and hit.place)) or words.links[at - 1][0] != TIGHT:
        return False
    end = at
    while end < last and end not in at_word:
        end += 1
    first, final = of.get(words.keys[at], 0), of.get(words.keys[end - 1], 0)
    if final & (VENUE | BODY):
        return True
    if first & (TITLE | PLAIN | SIDE) or hit.place is None:
        return False
    if not first and end == at + 1 and _is_plural(words.keys[at]) and is_definite(article, hit.first):
        return True
    given = of.get(words.keys[hit.first], 0) & GIVEN and hit.last == hit.first + 1
    small = not hit.place.wide and hit.place.population < article.lex.spec.town_size
    return bool(given or small)


def _is_band(article: Article, name: Found) -> bool:
    """Whether the one word of `name` is how a band of people calls itself: "the Lions" of a town."""
    return name.last - name.first == 1 and is_definite(article, name.first)


def _is_plural(key: str) -> bool:
    return key[-1:] == "s" and key[-2:-1] != "s"


def _is_loose(hit: Hit) -> bool:
    """Whether a hit may be a part of a longer name: a place, or a person by surname."""
    if hit.form is None:
        return True
    kind = hit.form.actor.kind
    single = hit.last == hit.first + 1
    return (kind == "state" and hit.form.sort != "adjective") or (kind == "person" and single)
