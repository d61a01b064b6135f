"""Wording rules made ready to match.

In: a rulebook and a language. Out: compiled rules, and their matches in a sentence.

A pattern is RE2 over a masked sentence. In braces stand slots (`{count}`, `{date}`, `{speaker:who}`), word lists
(`{killed}`: the file's own, else those of rules/events; in `{value:killers}` its words are the value), and gaps:
`{gap}` passes words of one clause, `{far}` commas too.
The first capturing group is the quote; without one the whole match is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.errors import RuleError
from reconcile.extract.matching.candidates import Candidates, InOrder, longest_words
from reconcile.extract.matching.found import Found, Rule, found_at, is_whole
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.required import Clauses, needs
from reconcile.extract.matching.slots import ASKED, CHARS, GAPS, UNSAID
from reconcile.rulebook import Rulebook, shipped
from reconcile.rulebook.decode import rule_error
from reconcile.rulebook.spec import Exclusion, WordingPattern, Wordings
from reconcile.text.pattern import Pattern, all_matches, one_of

_GAP_NAMES = {f"{{{name}}}" for name in GAPS}
#: kind of fact -> the slots that can give its value
GIVERS = {
    "count": ("count", "people", "victim", "number", "group", "attackers"),
    "date": ("date",),
    "actor": ("actor", "culprit", "who", "party", "doer", "name", "person", "attackers"),
    "place": ("place", "spot", "venue"),
    "term": ("term",),
}
_WITHIN = r"\w*"  # around what may begin and end within a word
_BRACES = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")


class _Exception(NamedTuple):
    """What looks like a wording and is none; `covers` is the group of the words that make no claim."""

    pattern: Pattern
    needs: Clauses
    covers: int
    loose: int  # rules as loose as this are left alone, 0 for none


class Rules:
    """All wording rules of a language. `lists` are the word lists by name, with which rules are ruled out quickly."""

    def __init__(
        self, rules: list[Rule], exceptions: dict[str, list[_Exception]], lists: dict[str, tuple[str, ...]]
    ) -> None:
        self.rules, self.exceptions = rules, exceptions
        self._candidates = Candidates([(*rule.needs, *_nouns(rule)) for rule in rules], lists)
        self._all = (1 << len(rules)) - 1
        self._lede = sum(1 << number for number, rule in enumerate(rules) if rule.spec.lede)
        self._of_nouns = sum(1 << number for number, rule in enumerate(rules) if rule.spec.noun)
        self._by_noun: dict[str, int] = {}
        for number, rule in enumerate(rules):
            for noun in rule.spec.noun:
                self._by_noun[noun] = self._by_noun.get(noun, 0) | 1 << number
        self._in_order = InOrder([rule.needs for rule in rules], lists)
        self._coverers = {fact: InOrder([one.needs for one in of], lists) for fact, of in exceptions.items() if of}

    def may_match(self, words: frozenset[str], sorts: Iterable[str], *, lede: bool) -> bool:
        """Whether any rule can match a sentence that has `words`, and slots of `sorts` at the most."""
        tokens = words.union(map(CHARS.__getitem__, sorts))
        return self._candidates.any(tokens, self._all if lede else self._all & ~self._lede)

    def matches(self, masked: Masked, *, lede: bool = True) -> Iterator[Found]:
        """Every rule that fires in `masked`, once for each place; those that an exception covers are left out, and
        those for the `lede` of an article where this is none of it."""
        text = masked.text
        covered: dict[str, list[tuple[int, int, int]]] = {}  # by fact, looked for when the first of its rules fires
        tried = [self.rules[number] for number in self._in_order.among(masked.tokens, self._allowed(masked, lede=lede))]
        for rule, spans in all_matches(tried, text):
            if not is_whole(text, *spans[0]) or (found := found_at(rule, masked, spans)) is None:
                continue
            if rule.fact not in covered:
                covered[rule.fact] = self._covered(rule.fact, masked)
            if not (covered[rule.fact] and _excepted(found, covered[rule.fact])):
                yield found

    def _allowed(self, masked: Masked, *, lede: bool) -> int:
        """A bit for each rule but those for the lede and those for other nouns than the sentence has."""
        allowed = self._all & ~self._of_nouns
        for slot in masked.slots.values():
            allowed |= self._by_noun.get(slot.noun, 0)
        return allowed if lede else allowed & ~self._lede

    def _covered(self, fact: str, masked: Masked) -> list[tuple[int, int, int]]:
        """What the exceptions of `fact` cover."""
        if fact not in self._coverers:
            return []
        tried = [self.exceptions[fact][number] for number in self._coverers[fact].among(masked.tokens)]
        return [(*spans[exception.covers], exception.loose) for exception, spans in all_matches(tried, masked.text)]


def _nouns(rule: Rule) -> Clauses:
    """A clause of words for the nouns that a rule asks for, unless one is none of the text's own."""
    nouns = rule.spec.noun
    return (longest_words(nouns),) if nouns and UNSAID.isdisjoint(nouns) else ()


def _excepted(found: Found, covered: Sequence[tuple[int, int, int]]) -> bool:
    """Whether one exception covers all values of what was found, and leaves rules as loose as its own not alone."""
    places = [at for at, _ in found.values] or [found.start]
    return any(
        all(start <= at < end for at in places) and not 0 < loose <= found.rule.spec.loose
        for start, end, loose in covered
    )


@lru_cache(maxsize=8)
def rules_for(book: Rulebook, language: str) -> Rules:
    """The rules of `language`. Raises RuleError for a pattern that RE2 or the closed list of slots refuses."""
    shared = book.events[language].words if language in book.events else {}
    rules: list[Rule] = []
    exceptions: dict[str, list[_Exception]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for (fact, written_in), wordings in sorted(book.wordings.items()):
        if written_in != language:
            continue
        compiler = _Compiler(book, fact, language, wordings, shared)
        rules += [compiler.rule(number, spec) for number, spec in enumerate(wordings.pattern)]
        exceptions[fact] = [compiler.exception(number, spec) for number, spec in enumerate(wordings.except_)]
        lists |= compiler.lists
    return Rules(rules, exceptions, lists)


class _Compiler:
    def __init__(
        self, book: Rulebook, fact: str, language: str, wordings: Wordings, shared: dict[str, tuple[str, ...]]
    ) -> None:
        self.fact, self.file = fact, book.files[f"facts/{fact}/{language}.toml"]
        self.tried = self.file.path.is_relative_to(shipped())
        self.kind = book.facts[fact].kind
        self.facts = sorted(one.id for one in book.facts.values() if one.kind == self.kind)
        self.words, self.parts = {**shared, **wordings.words}, wordings.parts
        terms = {term.id for term in book.facts[fact].term}
        self.terms = {word: term for term in sorted(terms) for word in wordings.words.get(term, ())}
        self.phrases = {term: tuple(word for word in self.terms if self.terms[word] == term) for term in terms}

    def fail(self, where: tuple[str | int, ...], what: str) -> RuleError:
        return rule_error(self.file.shown, self.file.text(), where, what)

    def rule(self, number: int, spec: WordingPattern) -> Rule:
        where = ("pattern", number, "match")
        for key, name in (*(("also", name) for name in spec.also), ("less", spec.less)):
            if name and name not in self.facts:
                raise self.fail(("pattern", number, key), f"{name!r} is no {self.kind}: {', '.join(self.facts)}")
        match = self.whole(spec.match)
        source, asked = self.source(match, where)
        pattern = self.compile(source, where)
        groups = pattern.groupindex
        values = [
            groups[f"g{i}"]
            for i, (label, slot) in enumerate(asked)
            if label == "value" or (not label and slot in GIVERS[self.kind])
        ]
        labelled = {label: groups[f"g{i}"] for i, (label, _) in enumerate(asked) if label and label != "value"}
        if not values and not spec.value and not labelled:
            raise self.fail(
                where,
                f"no slot gives a value: one of {', '.join(f'{{{g}}}' for g in GIVERS[self.kind])}, or a key 'value'",
            )
        return Rule(
            self.fact,
            self.kind,
            f"{self.file.name}#{spec.id}",
            spec,
            pattern,
            self.needs(match),
            _first_unnamed(pattern),
            tuple(values),
            labelled,
            self.terms,
            self.phrases,
        )

    def needs(self, match: str) -> Clauses:
        """What `match` cannot do without: words, slots by name, word lists by fact and name; gaps are always there."""
        clauses = (frozenset(map(self.member, clause)) for clause in needs(match) if clause.isdisjoint(_GAP_NAMES))
        return tuple(clauses)

    def member(self, name: str) -> str:
        """A slot or a word as it is, a word list by fact and name."""
        return name if name[0] != "{" or name.strip("{}") in ASKED else f"{{{self.fact} {name.strip('{}')}}}"

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """The word lists by fact and name."""
        named = {self.member(f"{{{name}}}"): phrases for name, phrases in self.words.items()}
        return named | {self.member("{term}"): tuple(self.terms)}

    def exception(self, number: int, spec: Exclusion) -> _Exception:
        where = ("except", number, "match")
        match = self.whole(spec.match)
        pattern = self.compile(self.source(match, where)[0], where)
        needed = self.needs(_WITHIN + match + _WITHIN)  # an exception may cover a part of a word, of a list too
        slots_and_words = tuple(clause for clause in needed if not any(" " in member for member in clause))
        return _Exception(pattern, slots_and_words, _first_unnamed(pattern), spec.loose)

    def whole(self, match: str) -> str:
        """`match` with the file's parts put in, each as a group; a part may ask for those that stand after it."""
        for name, piece in self.parts.items():
            match = match.replace(f"{{{name}}}", f"(?:{piece})")
        return match

    def compile(self, source: str, where: tuple[str | int, ...]) -> Pattern:
        """The pattern; one of the shipped rules, which are tried, is compiled when first asked."""

        def refused(words: str) -> RuleError:
            what = words.removesuffix(source).rstrip(": ")  # the line itself is shown, not what it became
            return self.fail(where, f"not a pattern: {what}")

        pattern = Pattern(source, refused)
        if not self.tried:
            pattern.compile()
        return pattern

    def source(self, match: str, where: tuple[str | int, ...]) -> tuple[str, list[tuple[str, str]]]:
        asked: list[tuple[str, str]] = []

        def fill(braces: re.Match[str]) -> str:
            label, name = (braces[1], braces[2]) if braces[2] else ("", braces[1])
            if name in GAPS:
                return GAPS[name]
            if name == "term" and self.terms:
                asked.append((label, name))
                return rf"(?P<g{len(asked) - 1}>{one_of(self.terms)})"
            if name in ASKED:
                asked.append((label, name))
                return f"(?P<g{len(asked) - 1}>[{''.join(CHARS[sort] for sort in ASKED[name])}])"
            if name in self.words and label == "value":  # those who are only described: "armed men"
                asked.append((label, name))
                return rf"(?P<g{len(asked) - 1}>{one_of(self.words[name])})"
            if name in self.words:
                return one_of(self.words[name])
            known = sorted({*ASKED, *GAPS, *self.words})
            raise self.fail(where, f"unknown slot or word list {{{name}}}; known: {', '.join(known)}")

        return _BRACES.sub(fill, match), asked


def _first_unnamed(pattern: Pattern) -> int:
    """The first capturing group that stands for no slot; 0, the whole match, where there is none."""
    return next((n for n in range(1, pattern.groups + 1) if n not in pattern.groupindex.values()), 0)
