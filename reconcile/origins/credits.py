"""Which agencies an article credits. In: an article and a rulebook. Out: `Credits`, with the words of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.model import Article
from reconcile.origins.passages import credit_words, passages
from reconcile.rulebook import Rulebook
from reconcile.rulebook.credits import Credit, CreditWords
from reconcile.rulebook.outlets import outlets
from reconcile.text.fold import fold
from reconcile.text.pattern import Pattern, compiled, one_of

_LONGEST = 400  # characters of a passage: a credit is short, a dateline stands at the start


@dataclass(frozen=True, slots=True)
class Credits:
    """The agencies (ids of outlets) whose text it is, those that were of help, and why, in words."""

    text_of: tuple[str, ...] = ()
    help_of: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def agency(self) -> str:
        """The one agency whose text it is; empty where there is none or more than one."""
        return self.text_of[0] if len(self.text_of) == 1 else ""


def credited_by(article: Article, book: Rulebook) -> Credits:
    """What `article` says of the agencies behind it; an agency's own article is its text."""
    words = credit_words(article, book)
    found = list(_found(article.text, words, book)) if words else []
    text_of = dict.fromkeys(agency for credit, agency, _ in found if credit.gives == "text")
    because = list(dict.fromkeys(_say(credit, agency, quote, book) for credit, agency, quote in found))
    own = outlets(book).find(article.outlet, article.url)
    if not text_of and own and own.agency:
        text_of[own.id] = None
        because.append(f"is from {own.name} itself")
    if len(text_of) > 1:
        names = " and ".join(book.outlets[agency].name for agency in text_of)
        because.append(f"is its own origin, as it is made of {names} alike")
    help_of = dict.fromkeys(agency for credit, agency, _ in found if credit.gives == "help" and agency not in text_of)
    return Credits(tuple(text_of), tuple(help_of), tuple(because))


def _say(credit: Credit, agency: str, quote: str, book: Rulebook) -> str:
    name, where = book.outlets[agency].name, f'({credit.id.replace("-", " ")}: "{quote}")'
    return f"credits {name} {where}" if credit.gives == "text" else f"had help of {name} {where}, which is no origin"


def _found(text: str, words: CreditWords, book: Rulebook) -> Iterator[tuple[Credit, str, str]]:
    agencies, table = _agencies(book), _table(words, book)
    parts = passages(text)
    last = len(parts) - words.limits.closing
    for number, passage in enumerate(part[:_LONGEST] for part in parts):
        if not agencies.search(passage) or any(p.search(passage) for p in _pictures(words)):
            continue
        places = {"anywhere", *["opening"] * (number < words.limits.opening), *["closing"] * (number >= last)}
        for credit, pattern in table:
            if credit.where in places and (match := pattern.search(passage)):
                start, end = match.span(1)
                for agency in _named(passage[start:end], book):
                    yield credit, agency, passage[match.start() : match.end()].strip()[:80]
                break


def _named(text: str, book: Rulebook) -> list[str]:
    """The ids of the agencies in a list of them."""
    pattern, ids = _agencies(book), _ids(book)
    return list(dict.fromkeys(ids[text[match.start(1) : match.end(1)]] for match in pattern.finditer(text)))


@lru_cache(maxsize=8)
def _ids(book: Rulebook) -> dict[str, str]:
    """The agencies by their names, folded."""
    specs = [spec for spec in book.outlets.values() if spec.agency]
    return {fold(name): spec.id for spec in specs for name in (spec.name, *spec.also)}


@lru_cache(maxsize=8)
def _agencies(book: Rulebook) -> Pattern:
    return compiled(rf"\b({one_of(_ids(book))})\b")


@lru_cache(maxsize=8)
def _table(words: CreditWords, book: Rulebook) -> tuple[tuple[Credit, Pattern], ...]:
    one, joined = one_of(_ids(book)), one_of(words.words["and"])
    slot = rf"(\b{one}\b(?:(?:, ?| ?{joined} ?)+(?:the )?{one}\b)*)"
    return tuple((credit, compiled(credit.match.replace("{agencies}", slot))) for credit in words.credit)


@lru_cache(maxsize=8)
def _pictures(words: CreditWords) -> tuple[Pattern, ...]:
    return tuple(compiled(match) for match in words.pictures.match)
