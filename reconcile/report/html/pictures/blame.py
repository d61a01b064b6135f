"""The map of who attributes to whom. In: a finding of parties by speaker. Out: a `Picture`, or None without any.

Speakers stand on the left, parties on the right. Every speaker's word has a row of its own, so that lines may cross but
words never do; how it is said (accused, claimed, denied) stands on the line and shows in how the line is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Finding
from reconcile.report import claim_words
from reconcile.report.html.pictures import canvas
from reconcile.report.html.pictures.canvas import WIDTH, Picture, Shape
from reconcile.report.view import View
from reconcile.report.words import STANCES, number_of, value_in_words

_ROW, _GAP, _HEAD = 30.0, 12.0, 26.0
_LEFT, _PILL, _RIGHT = 220.0, 166.0, 220.0
_MOST = 40  # rows; the table has the rest
_OWN = "the articles themselves"
_HEADER = ("Speaker", "Stance", "Party", "Articles")


@dataclass(frozen=True, slots=True)
class Word:
    """What one speaker says of one party, in how many articles."""

    speaker: str
    stance: str
    party: str
    articles: tuple[str, ...]

    @property
    def itself(self) -> bool:
        """Whether the speaker speaks of itself."""
        return self.speaker == self.party


def picture(finding: Finding, shown: View) -> Picture | None:
    """Who says of whom that it was them, or was not."""
    words = _words(finding, shown)
    if not words:
        return None
    drawn = words[:_MOST]
    parties = list(dict.fromkeys(word.party for word in drawn))
    rows = _rows(drawn)
    height = max(rows[-1], _HEAD + len(parties) * (_ROW + _GAP)) + _ROW + 6
    places = _party_places(parties, drawn, rows, height)
    shapes = [*_lines(drawn, rows, places), *_speakers(drawn, rows), *_pills(drawn, rows), *_parties(places)]
    heads = (("who says so", 0.0, "start"), ("how", _LEFT + 14, "start"), ("of whom", WIDTH - _RIGHT, "start"))
    shapes += [canvas.words(text, x, 14, "tk", anchor=anchor) for text, x, anchor in heads]
    said = "; ".join(f"{w.speaker}, {STANCES.get(w.stance, w.stance)}: {w.party}" for w in drawn[:8])
    svg = canvas.drawing(f"p-{finding.id}", f"Who attributes it to whom: {said}", height, shapes)
    table = tuple((w.speaker, STANCES.get(w.stance, w.stance), w.party, "; ".join(w.articles)) for w in words)
    return Picture(svg, "blame", _caption(words), tuple(_legend(drawn)), _HEADER, table)


def _words(finding: Finding, shown: View) -> list[Word]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for value in finding.values:
        for claim in (shown.claims[one] for one in value.claims):
            if claim.superseded:
                continue
            speaker = claim_words.speaker_words(claim, shown) or _OWN
            party = value_in_words(value.value, shown.kind(finding.fact), shown.book, claim.quote)
            found.setdefault((speaker, claim.stance, party), []).append(shown.sources[claim.article])
    words = [Word(*key, tuple(dict.fromkeys(articles))) for key, articles in found.items()]
    weight = {w.speaker: sum(len(o.articles) for o in words if o.speaker == w.speaker) for w in words}
    return sorted(words, key=lambda w: (-weight[w.speaker], w.speaker, -len(w.articles), w.party, w.stance))


def _rows(words: Sequence[Word]) -> list[float]:
    """The middle of each row, with a gap between speakers."""
    y, rows = _HEAD, []
    for at, word in enumerate(words):
        y += _GAP if at and words[at - 1].speaker != word.speaker else 0
        rows.append(y + _ROW / 2)
        y += _ROW
    return rows


def _party_places(
    parties: Sequence[str], words: Sequence[Word], rows: Sequence[float], height: float
) -> dict[str, float]:
    """The middle of each party's box: in the order of the rows that lead to it, evenly over the height."""
    level = {p: [y for w, y in zip(words, rows, strict=True) if w.party == p] for p in parties}
    order = sorted(parties, key=lambda p: (sum(level[p]) / len(level[p]), p))
    step = (height - _HEAD) / len(order)
    return {party: _HEAD + step * (at + 0.5) for at, party in enumerate(order)}


def _lines(words: Sequence[Word], rows: Sequence[float], places: dict[str, float]) -> Iterator[Shape]:
    for word, y in zip(words, rows, strict=True):
        start, end = (_LEFT + 14 + _PILL, y), (WIDTH - _RIGHT - 3, places[word.party])
        yield canvas.line([(_LEFT, y), (_LEFT + 14, y)], f"say {_way(word)}")
        yield canvas.curve(start, (end[0] - 6, end[1]), f"say {_way(word)}")
        if _way(word) == "denies":
            yield canvas.line([(end[0] - 1, end[1] - 6), (end[0] - 1, end[1] + 6)], "say-end denies")
        else:
            yield canvas.arrowhead(end[0], end[1], 1, 0, f"say-end {_way(word)}")


def _way(word: Word) -> str:
    """How the line is drawn."""
    if word.stance == "denied":
        return "denies"
    if word.stance == "claimed":
        return "claims"
    return "doubts" if word.stance in ("suspected", "possible", "reported") else "blames"


def _speakers(words: Sequence[Word], rows: Sequence[float]) -> Iterator[Shape]:
    for speaker in dict.fromkeys(word.speaker for word in words):
        those = [y for word, y in zip(words, rows, strict=True) if word.speaker == speaker]
        top, bottom = those[0] - _ROW / 2 + 2, those[-1] + _ROW / 2 - 2
        yield canvas.box(0.5, top, _LEFT, bottom - top, "node")
        text = canvas.fitted(speaker, _LEFT - 18, canvas.BOLD)
        yield canvas.words(text, 9, (top + bottom) / 2 + 4.5, "tx own" if speaker == _OWN else "tx strong")


def _pills(words: Sequence[Word], rows: Sequence[float]) -> Iterator[Shape]:
    for word, y in zip(words, rows, strict=True):
        yield canvas.box(_LEFT + 14, y - 11, _PILL, 22, f"pill {_way(word)}")
        stance = STANCES.get(word.stance, word.stance)
        text = f"{'claims it' if word.stance == 'claimed' and word.itself else stance} · {_count(word)}"
        yield canvas.words(canvas.fitted(text, _PILL - 10), _LEFT + 14 + 8, y + 4.5, "tx")


def _count(word: Word) -> str:
    return number_of(len(word.articles), "article")


def _parties(places: dict[str, float]) -> Iterator[Shape]:
    for party, y in places.items():
        yield canvas.box(WIDTH - _RIGHT, y - 14, _RIGHT - 0.5, 28, "node party")
        yield canvas.words(canvas.fitted(party, _RIGHT - 18, canvas.BOLD), WIDTH - _RIGHT + 9, y + 4.5, "tx strong")


def _caption(words: Sequence[Word]) -> str:
    speakers, parties = {word.speaker for word in words}, {word.party for word in words}
    more = f" The first {_MOST} are drawn." if len(words) > _MOST else ""
    return f"{number_of(len(speakers), 'speaker')} and {number_of(len(parties), 'party', 'parties')}.{more}"


def _legend(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    ways = {_way(word) for word in words}
    told = {
        "blames": "accused, charged or stated",
        "claims": "claimed by itself",
        "doubts": "suspected, possible or hearsay",
        "denies": "denied",
    }
    yield from ((way, text) for way, text in told.items() if way in ways)
