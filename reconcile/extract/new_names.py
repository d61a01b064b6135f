"""Names that no rule knows, by grammar: runs of capitalised words. In: words and the known names among them. Out: both, merged.

A known place inside a longer name belongs to it ("Kabul Airport", "University of Texas", "Michael Jackson"); titles, side
words ("downtown") and words that begin a sentence do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reconcile.extract.known_names import Hit, Lexicon, stands_in_place
from reconcile.extract.name_classes import BODY, GIVEN, PLAIN, SIDE, TITLE, VENUE, classes
from reconcile.extract.name_words import LOOSE, TIGHT, Words
from reconcile.rulebook.language.names import NameWords

_LONGEST = 7  # words; a longer run is a headline or a list
_HEADLINE_SHARE = 0.6


class Grammar:
    """The classes of words of a language."""

    def __init__(self, spec: NameWords) -> None:
        self.of = classes(spec).of


@dataclass(slots=True)
class Found:
    """Words `first` up to `last` are a name; `kind` is person, venue, place or name, `value` its full form where it is short for one."""

    first: int
    last: int
    kind: str
    inside: str = ""
    value: str = ""


@dataclass(slots=True)
class _Article:
    """What is known of a text while its runs are read."""

    words: Words
    grammar: Grammar
    lex: Lexicon
    headlines: dict[int, bool] = field(default_factory=dict)


def new_names(words: Words, hits: Sequence[Hit], grammar: Grammar, lex: Lexicon) -> list[Hit | Found]:
    """`hits` and the names that no rule knows, in order; a hit that is only a part of a longer name is left out."""
    article = _Article(words, grammar, lex)
    at_word = {hit.first: hit for hit in hits}
    found: list[Hit | Found] = []
    for first, last in _runs(words, at_word):
        found.extend(_read_run(article, first, last, at_word))
    return _with_surnames(article, found)


def _runs(words: Words, at_word: dict[int, Hit]) -> list[tuple[int, int]]:
    """Words that hang together, as ranges; a known name is never cut."""
    runs, first, at, count = [], 0, 0, len(words.keys)
    while at < count:
        hit = at_word.get(at)
        at = hit.last if hit else at + 1
        if words.glue[at - 1] < LOOSE or words.capitals:
            if words.capitals and not hit:
                first = at
                continue
            runs.append((first, at))
            first = at
    return runs


def _read_run(article: _Article, first: int, last: int, at_word: dict[int, Hit]) -> list[Hit | Found]:
    """The names of one run."""
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
            name = _name(article, raw[0], raw[-1] + 1, followed=True)
            if name and _absorbs_before(article, name, hit):
                raw = list(range(name.first, hit.last))
                continue
            found += [name] if name else []
            raw = []
        if at < last and at not in at_word and _absorbs_after(article, hit, at, last, at_word):
            raw = list(range(hit.first, hit.last))
            continue
        found.append(hit)
    if raw:
        name = _name(article, raw[0], raw[-1] + 1, followed=False)
        if name:
            inside = next((h for i in range(name.first, name.last) if (h := at_word.get(i)) and h.place), None)
            if inside is not None and inside.place is not None:
                name.inside = inside.place.id
            found.append(name)
        else:
            found += [at_word[i] for i in raw if i in at_word]
    return found


def _absorbs_before(article: _Article, name: Found, hit: Hit) -> bool:
    """Whether the unknown words before a known place make a longer name with it: "Michael Jackson", "Bank of England"."""
    words, of = article.words, article.grammar.of
    if not _is_loose(hit) or name.last != hit.first:
        return False
    before = of.get(words.keys[hit.first - 1], 0)
    if words.glue[hit.first - 1] == LOOSE:
        return not before & TITLE and hit.place is not None and not _names_town(words.keys[hit.first - 1])
    return not before & (TITLE | SIDE | PLAIN | VENUE | BODY)


def _names_town(word: str) -> bool:
    return word in ("town", "city", "state", "province", "village", "kingdom", "republic", "county", "department", "port", "island")


def _absorbs_after(article: _Article, hit: Hit, at: int, last: int, at_word: dict[int, Hit]) -> bool:
    """Whether a known place begins a longer name: "Kabul Airport", "Paris Smith"."""
    words, of = article.words, article.grammar.of
    if not _is_loose(hit) or hit.place is None or words.glue[at - 1] != TIGHT:
        return False
    end = at
    while end < last and end not in at_word:
        end += 1
    first, final = of.get(words.keys[at], 0), of.get(words.keys[end - 1], 0)
    if final & (VENUE | BODY) and not first & TITLE:
        return True
    if first & (TITLE | PLAIN | SIDE):
        return False
    given = of.get(words.keys[hit.first], 0) & GIVEN and hit.last == hit.first + 1
    small = not hit.place.wide and hit.place.population < article.lex.spec.town_size
    return bool(given or small)


def _is_loose(hit: Hit) -> bool:
    """Whether a hit may be a part of a longer name: a place, or a person by surname."""
    if hit.form is None:
        return True
    kind = hit.form.actor.kind
    single = hit.last == hit.first + 1
    return (kind == "state" and hit.form.sort != "adjective") or (kind == "person" and single)


def _name(article: _Article, first: int, last: int, *, followed: bool) -> Found | None:
    """The name in words `first` up to `last`, trimmed; None where there is none."""
    words, of = article.words, article.grammar.of
    titled = False
    while first < last:
        word = of.get(words.keys[first], 0)
        if word & PLAIN or (word & (TITLE | SIDE) and last - first > 1) or _begins_sentence_plainly(article, first):
            titled = titled or bool(word & TITLE)
            first += 1
        else:
            break
    while last > first and of.get(words.keys[last - 1], 0) & PLAIN:
        last -= 1
    if first >= last or last - first > _LONGEST or _in_headline(article, first):
        return None
    single = last - first == 1
    if single and not titled and not _is_single_name(article, first):
        return None
    return Found(first, last, _kind(article, first, last, titled=titled))


def _is_single_name(article: _Article, at: int) -> bool:
    words, of = article.words, article.grammar.of
    key = words.keys[at]
    if len(key) < 3 or of.get(key, 0) & (PLAIN | TITLE | SIDE | VENUE | BODY) or _is_lower_elsewhere(words, at):
        return False
    return not _begins_sentence(words, at) or words.keys.count(key) > 1


def _kind(article: _Article, first: int, last: int, *, titled: bool) -> str:
    words, of = article.words, article.grammar.of
    final = of.get(words.keys[last - 1], 0)
    single = last - first == 1
    in_place = stands_in_place(words, first, article.lex)
    if not single and final & VENUE and (in_place or not final & BODY):
        return "venue"
    if not single and final & BODY:
        return "name"
    if titled or (of.get(words.keys[first], 0) & GIVEN and last - first <= 4 and LOOSE not in words.glue[first : last - 1]):
        return "person"
    if _age_follows(words, last):
        return "person"
    return "place" if in_place and words.flat[words.starts[first] - 5 : words.starts[first]].split()[-1:] != ["and"] else "name"


def _age_follows(words: Words, last: int) -> bool:
    after = words.flat[words.ends[last - 1] : words.ends[last - 1] + 5]
    return after[:2] == ", " and after[2:4].isdigit()


def _begins_sentence(words: Words, at: int) -> bool:
    """Whether only the grammar of a sentence may have made the word's first letter a capital."""
    start = words.starts[at]
    before = words.text[max(start - 6, 0) : start].rstrip(" \t\"'“‘(-–—")
    return not before or before[-1] in ".!?:;\n|]*•"


def _begins_sentence_plainly(article: _Article, at: int) -> bool:
    """Whether the word is an ordinary one that begins a sentence: it stands in small letters elsewhere."""
    return _begins_sentence(article.words, at) and _is_lower_elsewhere(article.words, at)


def _is_lower_elsewhere(words: Words, at: int) -> bool:
    flat, word = words.flat, words.keys[at]
    found = flat.find(f" {word}")
    return found >= 0 and not flat[found + 1 + len(word) : found + 2 + len(word)].isalpha()


def _in_headline(article: _Article, at: int) -> bool:
    """Whether the line that the word stands in is a headline with most of its words capitalised."""
    text = article.words.text
    start = text.rfind("\n", 0, article.words.starts[at]) + 1
    known = article.headlines.get(start)
    if known is None:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        parts = [part for part in line[:300].split() if part[0].isalpha() and len(part) > 3]
        capital = sum(part[0].isupper() for part in parts)
        known = len(parts) >= 4 and capital > _HEADLINE_SHARE * len(parts) and line.rstrip()[-1:] != "."
        article.headlines[start] = known
    return known


def _with_surnames(article: _Article, found: list[Hit | Found]) -> list[Hit | Found]:
    """With the full name as the value of a surname that stands alone later."""
    words = article.words
    full: dict[str, str] = {}
    for name in found:
        if isinstance(name, Found) and name.kind in ("person", "name") and name.last - name.first > 1:
            surname = words.keys[name.last - 1]
            full.setdefault(surname, words.text[words.starts[name.first] : words.ends[name.last - 1]])
            if name.kind == "person":
                full[f"{surname}/person"] = ""
    for name in found:
        if isinstance(name, Found) and name.last - name.first == 1 and (value := full.get(words.keys[name.first])):
            name.value = value
            if f"{words.keys[name.first]}/person" in full:
                name.kind = "person"
    return found
