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
_HEADLINE_SHARE, _SURE_HEADLINE_SHARE = 0.6, 0.8
_LONGEST_HEADLINE = 160  # letters
_NEVER_ALONE = PLAIN | TITLE | SIDE | VENUE | BODY


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
    if words.capitals:
        return _with_surnames(article, sorted([*hits, *_persons_in_capitals(article, at_word)], key=lambda name: name.first))
    found: list[Hit | Found] = []
    for first, last in _runs(words, at_word):
        hit = at_word.get(first)
        if hit is not None and hit.last == last:
            found.append(hit)
        elif last - first > 1 or not grammar.of.get(words.keys[first], 0) & _NEVER_ALONE:
            found.extend(_read_run(article, first, last, at_word))
    return _with_surnames(article, found)


def _persons_in_capitals(article: _Article, at_word: dict[int, Hit]) -> list[Found]:
    """Persons where every letter is a capital: given names and the word after them."""
    words, of = article.words, article.grammar.of
    taken = {number for hit in at_word.values() for number in range(hit.first, hit.last)}
    found: list[Found] = []
    at, count = 0, len(words.keys)
    while at < count:
        first = at
        while at < count and at not in taken and of.get(words.keys[at], 0) == GIVEN and words.links[at][0] == TIGHT:
            at += 1
        if at == first or at >= count:
            at += 1
            continue
        if at not in taken and not of.get(words.keys[at], 0) and words.keys[at].isalpha():
            found.append(Found(first, at + 1, "person"))
            at += 1
    return found


def _runs(words: Words, at_word: dict[int, Hit]) -> list[tuple[int, int]]:
    """Words that hang together, as ranges; a known name is never cut."""
    runs, first, until = [], 0, 0
    for at, (glue, _) in enumerate(words.links):
        hit = at_word.get(at)
        if hit is not None:
            until = hit.last
        if glue < LOOSE and at + 1 >= until:
            runs.append((first, at + 1))
            first = at + 1
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
            names = _names(article, raw[0], raw[-1] + 1)
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
        names = _names(article, raw[0], raw[-1] + 1)
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


def _names(article: _Article, first: int, last: int) -> list[Found]:
    """The names in words `first` up to `last`, cut where an "of" does not belong to a name: "John Smith of the Red Team"."""
    words, of = article.words, article.grammar.of
    for at in range(first + 1, last - 1):
        cut = words.links[at][0] == LOOSE and words.links[at][1].startswith(" of")
        if cut and not of.get(words.keys[at], 0) & (BODY | VENUE):
            found = [_name(article, first, at + 1), *_names(article, at + 1, last)]
            return [name for name in found if name]
    name = _name(article, first, last)
    return [name] if name else []


def _absorbs_before(article: _Article, name: Found, hit: Hit) -> bool:
    """Whether the unknown words before a known place make a longer name with it: "Michael Jackson", "Bank of England"."""
    words, of = article.words, article.grammar.of
    if not _is_loose(hit) or name.last != hit.first:
        return False
    before = of.get(words.keys[hit.first - 1], 0)
    if words.links[hit.first - 1][0] == LOOSE:
        return bool(before & (BODY | VENUE)) and hit.place is not None and not _names_town(words.keys[hit.first - 1])
    return not before & (TITLE | SIDE | PLAIN | VENUE | BODY)


def _names_town(word: str) -> bool:
    return word in (
        "town",
        "city",
        "state",
        "province",
        "village",
        "kingdom",
        "republic",
        "county",
        "department",
        "port",
        "island",
    )


def _absorbs_after(article: _Article, hit: Hit, at: int, last: int, at_word: dict[int, Hit]) -> bool:
    """Whether a known place begins a longer name: "Kabul Airport", "Paris Smith"."""
    words, of = article.words, article.grammar.of
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


def _name(article: _Article, first: int, last: int) -> Found | None:
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
    if single and not (_is_single_name(article, first) or (titled and not of.get(words.keys[first], 0) & _NEVER_ALONE)):
        return None
    return Found(first, last, _kind(article, first, last, titled=titled))


def _is_single_name(article: _Article, at: int) -> bool:
    words, of = article.words, article.grammar.of
    key = words.keys[at]
    if len(key) < 3 or of.get(key, 0) & _NEVER_ALONE or _is_lower_elsewhere(words, at):
        return False
    if not _begins_sentence(words, at):
        return True
    others = [i for i, other in enumerate(words.keys) if other == key and i != at]
    return any(not _begins_sentence(words, i) and not _in_headline(article, i) for i in others)


def _kind(article: _Article, first: int, last: int, *, titled: bool) -> str:
    words, of = article.words, article.grammar.of
    final = of.get(words.keys[last - 1], 0)
    single = last - first == 1
    in_place = stands_in_place(words, first, article.lex)
    if not single and final & VENUE and (in_place or not final & BODY):
        return "venue"
    if not single and final & BODY:
        return "name"
    if titled or (
        of.get(words.keys[first], 0) & GIVEN and last - first <= 4 and not any(link[0] == LOOSE for link in words.links[first : last - 1])
    ):
        return "person"
    if _age_follows(words, last):
        return "person"
    return (
        "place"
        if in_place and words.flat[words.starts[first] - 5 : words.starts[first]].split()[-1:] != ["and"]
        else "name"
    )


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
        known = article.headlines[start] = _is_headline(text[start : end if end >= 0 else len(text)])
    return known


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE:
        return False
    parts = [part for part in line.split() if len(part) > 3 and part[0].isalpha()]
    capital = sum(part[0].isupper() for part in parts)
    if line.rstrip()[-1:] in (".", "!", "?"):
        return len(parts) >= 6 and capital >= _SURE_HEADLINE_SHARE * len(parts)
    return (len(parts) >= 4 and capital > _HEADLINE_SHARE * len(parts)) or (len(parts) == 3 == capital)


def _with_surnames(article: _Article, found: list[Hit | Found]) -> list[Hit | Found]:
    """With the full name as the value of a surname that stands alone, a known person's included."""
    words, of = article.words, article.grammar.of
    full: dict[str, Found] = {}
    known: dict[str, Hit] = {}
    for name in found:
        surname = words.keys[name.last - 1]
        if name.last - name.first == 1:
            continue
        if isinstance(name, Hit):
            if name.form and name.form.actor.kind == "person":
                known.setdefault(surname, name)
        elif name.kind in ("person", "name") and not of.get(surname, 0) & (BODY | VENUE | TITLE):
            if surname not in full or name.kind == "person":
                full.setdefault(surname, name)
    return [_in_full(words, name, full, known) for name in found]


def _in_full(words: Words, name: Hit | Found, full: dict[str, Found], known: dict[str, Hit]) -> Hit | Found:
    if isinstance(name, Hit) or name.last - name.first > 1:
        return name
    key = words.keys[name.first]
    if key in known and key not in full:
        return Hit(name.first, name.last, key, known[key].form, ())
    if key in full:
        name.value = words.text[words.starts[full[key].first] : words.ends[full[key].last - 1]]
        name.kind = full[key].kind
    return name
