"""Words of a sentence by what they do in it. In: text, a span, the words of a language. Out: `Clause`.

A clause here is a sentence as a row of words with flags; who speaks and what is said is found by walking along it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.vocabulary import Verb, Vocabulary
from reconcile.model import Span
from reconcile.text.fold import fold

Phrase = tuple[int, int]  # first and last word


@dataclass(slots=True)
class Clause:
    """A sentence as words: offsets, folded spelling and flags, word by word; `quoted` tells which stand in quotes."""

    span: Span
    starts: list[int]
    ends: list[int]
    words: list[str]
    flags: list[int]
    quoted: list[bool]

    def flag(self, place: int) -> int:
        """The flags of the word at `place`, those of a stop beyond either end."""
        return self.flags[place] if 0 <= place < len(self.flags) else Is.STOP

    def word(self, place: int) -> str:
        """The word at `place`, empty beyond either end."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def find(self, flag: int, first: int, last: int) -> int:
        """The first word in `first`..`last` (exclusive) with one of the flags, -1 if none."""
        return next((place for place in range(first, min(last, len(self.flags))) if self.flags[place] & flag), -1)

    def start(self, place: int) -> int:
        """The word behind the last quotation mark, bracket or other stop before `place`."""
        while place and not self.flags[place - 1] & Is.STOP:
            place -= 1
        return place

    def headline(self) -> bool:
        """Whether nearly all longer words have capitals, what says that somebody speaks among them."""
        if any(flag & Is.VERB and not flag & Is.CAPITAL for flag in self.flags):
            return False  # "officials blamed Islamic State Khorasan"
        longer = [flag for word, flag in zip(self.words, self.flags, strict=True) if len(word) > 3]
        return sum(bool(flag & Is.CAPITAL) for flag in longer) * 5 >= len(longer) * 4

    def span_of(self, phrase: Phrase) -> Span:
        """Where the words of `phrase` stand in the text."""
        return Span(self.starts[phrase[0]], self.ends[phrase[1]])


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first`..`last` of a clause that say that `source` says or holds something.

    `order` tells where the content is: `active` behind the cue (before or around it too for verbs of speech), `shared`
    behind it, with the subject of an earlier verb, `inverted` before it, `given` where `content` says so. `phrase`: the
    content is a noun phrase ("support for"). `teller`: who passes it on ("quoted by the daily as saying")."""

    first: int
    last: int
    order: str
    source: Phrase | None
    verb: Verb = field(default=Verb(hold=True))
    content: Phrase | None = None
    phrase: bool = False
    teller: Phrase | None = None


def clause(text: str, span: Span, quotes: Sequence[Span], known: Vocabulary) -> Clause | None:
    """The words of the sentence `span`, None if no cue can be in it; `quotes` are the quotations that it touches."""
    shown = text[span.start : span.end]
    if not any(map(known.cues_in.__getitem__, shown.split())):
        return None
    parts = known.word.split(fold(shown) if shown.isupper() else shown)
    written = parts[1::2]
    flags = list(map(known.flags.__getitem__, written))
    offsets = list(accumulate(map(len, parts), initial=span.start))
    starts, ends = offsets[1:-1:2], offsets[2::2]
    quoted = [False] * len(starts)
    for quote in quotes:
        first, last = bisect_right(starts, quote.start), bisect_left(starts, quote.end - 1)
        quoted[first:last] = [True] * (last - first)
    return Clause(span, starts, ends, list(map(known.spellings.__getitem__, written)), flags, quoted)
