"""By what an article is found again. In: a draft. Out: its profile, which tells whether its main happening is that of
another article, and the keys under which it lies: its most telling words, its venues, places and days, its page.

A key is a number, a hash of its words, so that an index of very many stays small; two words that share one would only
have a few more articles looked at. All of it depends on the draft and the rules alone, never on what else is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from math import log

from reconcile.events.frames import Frame, Frames
from reconcile.events.happenings import Happening, happenings
from reconcile.events.mains import meeting_keys
from reconcile.kinds.date import Date
from reconcile.model import Article, Draft, Story
from reconcile.rulebook import Rulebook

_WORDS = 64  # of an article by which it is found; the grouping tries `words_tried` of joining.toml
_UNDATED = (1 << 22) - 1  # orders articles without a date behind all others, as the grouping does


@dataclass(frozen=True, slots=True)
class Profile:
    """What `events` knows of an article's main happening but its claims."""

    type: str
    places: frozenset[str]
    venues: frozenset[str]
    dates: tuple[Date, ...]
    actors: frozenset[str]
    names: frozenset[str]
    story: Story
    given: frozenset[Date]
    towns: frozenset[str]
    borne_out: bool

    @classmethod
    def of(cls, main: Happening) -> Profile:
        """The profile of a main happening."""
        frame = main.frame
        told = (frame.type, frame.places, frame.venues, frame.dates, frame.actors)
        return cls(*told, main.names, main.story, main.given, main.towns, main.borne_out)

    def happening(self, article: Article) -> Happening:
        """The main happening of `article` again, without claims."""
        return Happening(
            article,
            True,
            Frame(self.type, self.places, self.venues, self.dates, self.actors),
            names=self.names,
            story=self.story,
            given=self.given,
            towns=self.towns,
            borne_out=self.borne_out,
        )


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of an article: those of its words, the most telling first, those of its main happening, and those of
    happenings that it tells of in passing."""

    words: tuple[int, ...]
    main: tuple[int, ...]
    aside: tuple[int, ...]

    def all(self) -> tuple[int, ...]:
        """Each of them once."""
        return tuple(dict.fromkeys((*self.words, *self.main, *self.aside)))


def filed(draft: Draft, frames: Frames) -> tuple[Profile, Keys]:
    """The profile and the keys of a draft."""
    main, *others = happenings(draft, frames)
    words = tuple(word_key(word) for word in _telling(draft.story, frames))
    aside = {key for other in others for key in meeting_keys(other, frames) if not key.startswith("place ")}
    return Profile.of(main), Keys(words, _terms(meeting_keys(main, frames)), _terms(aside))


@lru_cache(maxsize=1 << 18)
def word_key(word: str) -> int:
    """The key of a word of a story."""
    return _term(f"word {word}")


def outlet_key(outlet: str) -> int:
    """The number of an outlet."""
    return _term(f"outlet {outlet}")


def place_of(article: Article) -> int:
    """Orders articles by the day of their publication, then as their text has it: a day, and 24 bits of the hash."""
    day = Day.fromisoformat(article.published[:10]).toordinal() if article.published else _UNDATED
    return day << 24 | int(article.sha256[:6], 16)


def _telling(story: Story, frames: Frames) -> list[str]:
    """The words that weigh most by how common they are in news at large."""
    shares, seen = common_words(frames.book), frames.book.joining.telling.seen_before
    weighed = {
        word: (1 + log(times)) * log(seen / (seen * shares.get(word, 0.0) + 1)) for word, times in story.words.items()
    }
    heavy = sorted((word for word, weight in weighed.items() if weight > 0), key=lambda word: (-weighed[word], word))
    return heavy[:_WORDS]


@lru_cache(maxsize=4)
def common_words(book: Rulebook) -> dict[str, float]:
    """The shares of all articles that have words which are common in news at large."""
    return {word: share for language in book.languages.values() for word, share in language.telling.shares().items()}


def _terms(keys: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted(map(_term, keys)))


def _term(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=6).digest())
