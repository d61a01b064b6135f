"""Whether a store is whole. In: a store and the rules of today. Out: what is wrong, each with its place."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from reconcile.archive.keys import filed, place_of, word_key
from reconcile.archive.made_by import layout
from reconcile.archive.rows import article_of, content_of, digest_of, draft_of
from reconcile.archive.state import stale, there
from reconcile.archive.store import Store
from reconcile.archive.tables import ARTICLE, DRAFT, KEY, OUTLET_WEEK, OUTLET_WORD, WORD
from reconcile.archive.weeks import SHORT
from reconcile.events.frames import Frames
from reconcile.model import Draft
from reconcile.origins.versions import page
from reconcile.rulebook import Rulebook

_AT_ONCE = 500  # articles
_SHOWN = 3  # keys or words that are wrong in one way before the rest is only counted


def verify(store: Store, book: Rulebook) -> Iterator[str]:
    """What is wrong with the store, in words; nothing where it is whole. Where other rules or other code made
    it, what depends on them cannot be compared and is left out. Raises StoreError where it cannot be read at all."""
    with store.reading() as connection:
        made = there(connection, store)
        if store.file:
            for (said,) in connection.execute(text("PRAGMA quick_check")):
                if said != "ok":
                    yield f"file: {said}"
        whole = _Whole(connection, book, readable=made.layout == layout(), same_rules=not stale(made, book))
        yield from whole.articles()
        yield from whole.chains()
        if whole.same_rules:
            yield from whole.keys()
            yield from whole.words()
            yield from whole.weeks()


class _Whole:
    """What the tables should hold, gathered from the articles."""

    def __init__(self, connection: Connection, book: Rulebook, *, readable: bool, same_rules: bool) -> None:
        self.connection, self.frames = connection, Frames(book)
        self.readable, self.same_rules = readable, same_rules
        self.rows: dict[int, tuple[str, str, int, int | None]] = {}  # id, page, version, superseded by
        self.filed: dict[int, tuple[int, int]] = {}  # of each article how many keys, and all of them together
        self.counted: Counter[int] = Counter()

    def articles(self) -> Iterator[str]:
        """Texts, headers and drafts, one after the other."""
        last = 0
        columns = select(ARTICLE, DRAFT.c.profile, DRAFT.c.body, DRAFT.c.digest)
        joined = columns.outerjoin(DRAFT, DRAFT.c.article == ARTICLE.c.number)
        while found := self.connection.execute(
            joined.where(ARTICLE.c.number > last).order_by(ARTICLE.c.number).limit(_AT_ONCE)
        ).all():
            for row in found:
                self.rows[row.number] = (row.id, row.page, row.version, row.superseded_by)
                for what in self._article(row):
                    yield f"article {row.number} ({row.id}): {what}"
            last = found[-1].number

    def _article(self, row: Any) -> Iterator[str]:
        try:
            article = article_of(row._asdict())
            if hashlib.sha256(article.text.encode()).hexdigest() != article.sha256:
                yield "its text is not the one that was stored"
            if self.readable and content_of(article) != row.content:
                yield "its header fields are not those that were stored"
            if page(article.url) != row.page:
                yield "it does not lie under the page of its URL"
            if row.profile is None:
                yield "nothing was read out of it"
                return
            if digest_of(row.profile, row.body) != row.digest:
                yield "what was read out of it is not what was stored"
            if self.readable:
                draft = draft_of(article, row.profile, row.body)
                if self.same_rules and row.superseded_by is None:
                    self._expect(row.number, draft)
        except (ValueError, TypeError, RecursionError) as error:
            yield f"cannot be read: {error}"

    def _expect(self, number: int, draft: Draft) -> None:
        keys, place = filed(draft, self.frames)[1].all(), place_of(draft.article)
        self.filed[number] = (len(keys), _together((key, place) for key in keys))
        self.counted.update(map(word_key, draft.story.words))

    def chains(self) -> Iterator[str]:
        """Which version supersedes which: each leads to a current one, and of one id or page there is one."""
        current: dict[str, int] = {}
        for number, (name, where, version, above) in self.rows.items():
            seen, by = {number}, above
            while by is not None and by in self.rows and by not in seen:
                seen.add(by)
                by = self.rows[by][3]
            if by is not None:
                what = "superseded in a circle" if by in seen else f"superseded by {by}, which is not there"
                yield f"article {number} ({name}): it is {what}"
            if version < 1:
                yield f"article {number} ({name}): it is version {version}"
            for own in (f"id {name}", f"page {where}") if above is None else ():
                if own != "page " and current.setdefault(own, number) != number:
                    yield f"article {number} ({name}): article {current[own]} has the same {own} and is current too"

    def keys(self) -> Iterator[str]:
        """Whether each current article lies under its keys, and nothing under others."""
        found: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for term, place, number in self.connection.execute(select(KEY)):
            found[number][0] += 1
            found[number][1] ^= _together([(term, place)])
        for number in sorted(found.keys() | self.filed.keys()):
            count, keys = found.get(number, [0, 0])
            if (count, keys) != self.filed.get(number, (0, 0)):
                name = self.rows[number][0] if number in self.rows else "not there"
                expected = self.filed.get(number, (0, 0))[0]
                yield f"article {number} ({name}): it lies under {count} keys, not under its {expected}"

    def words(self) -> Iterator[str]:
        """Whether as many articles have each word as is counted."""
        found = {row.term: row.articles for row in self.connection.execute(select(WORD))}
        yield from _some(
            f"word {term}: {self.counted[term]} articles have it, {found.get(term, 0)} are counted"
            for term in sorted(found.keys() | self.counted.keys())
            if self.counted[term] != found.get(term, 0)
        )

    def weeks(self) -> Iterator[str]:
        """Whether no outlet printed a word in more weeks than those in which it did."""
        sets: dict[int, Counter[int]] = defaultdict(Counter)
        for outlet, _, words in self.connection.execute(select(OUTLET_WEEK)):
            sets[outlet].update(array("I", bytes(words)))
        yield from _some(
            f"outlet {outlet}: it printed word {term} in {sets[outlet][term & SHORT]} weeks, {weeks} are counted"
            for outlet, term, weeks in self.connection.execute(select(OUTLET_WORD).order_by(*OUTLET_WORD.primary_key))
            if not 0 < weeks <= sets[outlet][term & SHORT]
        )


def _together(keys: Any) -> int:
    """One number for keys in whatever order."""
    whole = 0
    for key in keys:
        whole ^= int.from_bytes(hashlib.blake2b(repr(tuple(key)).encode(), digest_size=8).digest())
    return whole


def _some(wrong: Iterator[str]) -> Iterator[str]:
    rest = 0
    for turn, one in enumerate(wrong):
        if turn < _SHOWN:
            yield one
        else:
            rest += 1
    if rest:
        yield f"and {rest} more like this"
