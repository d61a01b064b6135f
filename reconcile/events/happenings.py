"""One article's happenings told apart. In: a draft. Out: `Happening`s, the main one first, each with its claims.

Every sighting and every claim goes to one happening. A sighting with a place or a date of its own that does not fit the
main one, or one that the words set apart ("another", "reminiscent of"), is a happening of its own; one without either
goes on with the one that the paragraph speaks of, else with the main one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import itemgetter

from reconcile.events.figures import LEDE, settled
from reconcile.events.frames import Frame, Frames
from reconcile.events.implied import implied
from reconcile.events.loose import standing
from reconcile.events.met import Met
from reconcile.events.recent import RECENT, long_gone
from reconcile.kinds.date import Date
from reconcile.model import Article, Claim, Draft, Mention, Sighting, Span, Story, Value
from reconcile.rulebook import Rulebook
from reconcile.text.fold import fold
from reconcile.text.sentences import sentence_at
from reconcile.times import day

_WEEK = 7  # days before the publication of which most of what is reported happened
_SHOWN = 60  # characters before the noun of a happening from which the two words shown with it are taken
_DATES = 2  # dates that a happening is given by its claims, at the most
_AHEAD = 45  # characters behind a wording in which what it is "for" or "of" may begin


@dataclass(slots=True)
class Happening:
    """A happening as one article speaks of it."""

    article: Article
    main: bool
    frame: Frame
    claims: list[Claim] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    story: Story = field(default_factory=Story)  # of a main happening the words of its article
    given: frozenset[Date] = frozenset()  # of a main happening the days that its article gives at all
    towns: frozenset[str] = frozenset()  # of a main happening the known towns that its article names at all
    setting: Mention | None = None  # the country that its article is set in, worked out
    quote: str = ""  # the words that first speak of it
    told: list[int] = field(default_factory=list)  # where the nouns begin that speak of it
    borne_out: bool = False  # whether anything is claimed of it but where and when: not of "an attack on the budget"


def happenings(draft: Draft, frames: Frames) -> list[Happening]:
    """The happenings of an article, the main one first; every claim of the draft is in one of them."""
    return _Teller(draft, frames).tell()


class _Teller:
    def __init__(self, draft: Draft, frames: Frames) -> None:
        self.draft, self.frames, self.text = draft, frames, draft.article.text
        self.published = day(draft.article.published)
        self.sightings = sorted([*draft.sightings, *implied(draft, frames)], key=lambda s: (s.start, s.end))
        main = Happening(draft.article, True, self._main_frame(), names=draft.names, story=draft.story)
        self.found = [main]
        self.met = Met(frames.gazetteer)
        self.owner: dict[Sighting, int] = {}
        self.in_sentence: dict[int, list[Sighting]] = {}  # by number, those that have an owner, in text order
        self.recalled: dict[int, tuple[int, int]] = {}  # by number of a sentence, from where it tells of which other

    def _towns(self) -> Iterator[str]:
        for place in {str(mention.value) for mention in self.draft.places}:
            known = self.frames.gazetteer.place(place)
            if known is not None and not known.wide:
                yield place

    def tell(self) -> list[Happening]:
        focus, before = 0, -1
        for sighting in self.sightings:
            if before >= 0 and self._new_paragraph(before, sighting.start):
                focus = 0
            focus = self._owner(sighting, focus, same_sentence=self._same_sentence(before, sighting))
            if sighting not in self.owner:
                self.in_sentence.setdefault(sentence_at(self.draft.sentences, sighting.start), []).append(sighting)
            self.owner[sighting] = focus
            self.found[focus].told.append(sighting.start)
            before = sighting.start
            self._extend(focus, sighting)
        for claim, wording in zip(self.draft.claims, self.draft.wordings, strict=True):
            owner, why = self._claim_owner(claim, wording)
            self.found[owner].claims.append(replace(claim, steps=(*claim.steps, f"event: {why}")))
        figures = settled([self._tight(happening.claims) for happening in self.found], self.draft, self.frames.book)
        for happening, claims in zip(self.found, figures, strict=True):
            loose = [claim for claim in happening.claims if claim.rule in self.frames.loose]
            happening.claims = sorted([*claims, *loose], key=lambda claim: claim.start) if loose else claims
        self._adopt()
        for happening in self.found:
            happening.claims = standing(happening.claims, happening.frame.type, self.frames.loose)
            happening.frame = _told(happening, self.frames)
            happening.setting = self.draft.setting
            happening.borne_out = any(map(self._bears_out, happening.claims))
            if not happening.main and self._recalled(happening.frame):
                happening.claims = [_as_background(claim, self.frames.book) for claim in happening.claims]
        self._mention()
        return [h for h in self.found if h.main or h.claims]

    def _bears_out(self, claim: Claim) -> bool:
        fact = self.frames.book.facts[claim.fact]
        return fact.kind not in ("date", "place") and not fact.by_speaker

    def _mention(self) -> None:
        """The main happening may be in any town and on any day that the article names, but for those of others."""
        main, others = self.found[0], self.found[1:]
        elsewhere = {place for happening in others for place in happening.frame.places}
        taken = {day for happening in others for day in happening.frame.dates}
        main.towns = frozenset(self._towns()) - elsewhere | main.frame.places
        main.given = frozenset(d for c in self.draft.claims for d in _dates_of(c) if d.is_day and d not in taken)

    def _adopt(self) -> None:
        """A main happening to which nothing gives a day of these times has the one that the article first gives to
        another of its sort, or in its first sentences to any, where their words do not set that apart."""
        main = self.found[0]
        if any(not long_gone(claim) for claim in self._dating(main)):
            return
        apart = {n for sighting, n in self.owner.items() if sighting.distinct}
        given = [
            (claim.start, n, claim)
            for n, happening in enumerate(self.found[1:], 1)
            for claim in self._dating(happening)
            if n not in apart and self._recent(_dates_of(claim)) and self._may_lend(happening, claim)
        ]
        if given:
            _, n, claim = min(given, key=itemgetter(0))
            self.found[n].claims.remove(claim)
            main.claims.append(claim)

    def _dating(self, happening: Happening) -> Iterator[Claim]:
        """The claims of a happening on its day, those that tie it loosely left out."""
        facts = self.frames.book.facts
        for claim in self._tight(happening.claims):
            if facts[claim.fact].identifies and _dates_of(claim):
                yield claim

    def _may_lend(self, happening: Happening, claim: Claim) -> bool:
        main = self.found[0].frame.type
        return self._in_lede(claim) or bool(main and self.frames.same_sort(main, happening.frame.type))

    def _tight(self, claims: Sequence[Claim]) -> list[Claim]:
        return [claim for claim in claims if claim.rule not in self.frames.loose]

    def _in_lede(self, claim: Claim) -> bool:
        return sentence_at(self.draft.sentences, claim.start) < LEDE

    def _main_frame(self) -> Frame:
        """What the article is about: by the sightings of its first sentences, then by all of them."""
        plain = [s for s in self.sightings if not s.other and not s.plural]
        lede = [s for s in plain if s.sentence < LEDE]
        known = [(s, str(p)) for s in plain for p in s.places if not str(p).startswith("name:")]
        votes = Counter(p for s, p in known if s.sentence < LEDE) or Counter(p for _, p in known)
        place = max(votes, key=lambda p: (votes[p], -[q for _, q in known].index(p)), default="")
        fitting = [s for s in plain if not s.places or self.frames.near(place, [str(p) for p in s.places])]
        types = Counter(s.type for s in lede or fitting if s.type and s.type != "incident") or Counter(
            s.type for s in fitting if s.type
        )
        type_ = max(types, key=lambda t: types[t], default="")  # of equals the first that is spoken of
        dated = sorted((s for s in fitting if s.dates), key=lambda s: not self._recent(_dates(s)))
        first = next(iter(dated), None)  # what happened these days goes before what is recalled
        return Frame(type_, frozenset({place} - {""}), frozenset(), _dates(first) if first else (), frozenset())

    def _new_paragraph(self, before: int, start: int) -> bool:
        return "\n" in self.text[before:start]

    def _same_sentence(self, before: int, sighting: Sighting) -> bool:
        return before >= self.draft.sentences[sighting.sentence].start

    def _owner(self, sighting: Sighting, focus: int, *, same_sentence: bool) -> int:
        own = Frame.of(sighting)
        apart = sighting.other or (sighting.plural and 0 in self.owner.values())  # what it begins with is its own
        if sighting.distinct and 0 in self.owner.values():
            return self._new(sighting, own)
        if own.stated:
            fits = self._fitting(own, focus if same_sentence else 0, apart=apart)
            return self._new(sighting, own) if fits is None else fits
        if apart and not (same_sentence and focus):
            return self._new(sighting, own)
        return focus if focus and self.frames.same_sort(self.found[focus].frame.type, sighting.type) else 0

    def _fitting(self, own: Frame, focus: int, *, apart: bool) -> int | None:
        """The happening that a frame with a place or a day of its own goes on with; None where it fits none."""
        joins = (n for n in self.met.candidates(own) if n and self.frames.joins(self.found[n].frame, own))
        if (joined := next(joins, None)) is not None:
            return joined
        if focus and self.frames.compatible(self.found[focus].frame, own):
            return focus
        fits_main = self.frames.compatible(self.found[0].frame, own, loose_dates=not apart)
        return 0 if fits_main and not (apart and own.dates and not self._recent(own.dates)) else None

    def _recent(self, dates: Iterable[Date]) -> bool:
        """Whether one of `dates` is a day of the week before the publication."""
        days = (d.last for d in dates if d.is_day)
        published = self.published
        return published is not None and any(d is not None and 0 <= (published - d).days <= _WEEK for d in days)

    def _recalled(self, frame: Frame) -> bool:
        """Whether a happening lies so long before the publication that the article only recalls it."""
        if not frame.dates or self.published is None:
            return False
        return all(d.last is not None and (self.published - d.last).days > RECENT for d in frame.dates)

    def _new(self, sighting: Sighting, frame: Frame) -> int:
        self.found.append(Happening(self.draft.article, False, frame, quote=self.text[sighting.start : sighting.end]))
        self.met.add(len(self.found) - 1, frame)
        return len(self.found) - 1

    def _extend(self, owner: int, sighting: Sighting) -> None:
        happening = self.found[owner]
        happening.frame = self.frames.extended(happening.frame, own := Frame.of(sighting), main=owner == 0)
        self.met.add(owner, own)
        happening.quote = happening.quote or self.text[sighting.start : sighting.end]

    def _claim_owner(self, claim: Claim, wording: Span) -> tuple[int, str]:
        number = sentence_at(self.draft.sentences, claim.start)
        if number >= LEDE and fold(claim.quote).startswith(self.frames.introduces):
            self.found.append(Happening(self.draft.article, False, Frame(), quote=claim.quote))
            return len(self.found) - 1, f"{claim.quote!r} brings in a happening of its own"
        if (recalled := self._compared(number, claim.start)) is not None:
            return recalled, "it is of an earlier one with which its own is compared"
        near = self.in_sentence.get(number, [])
        inside = [s for s in near if wording.start <= s.start < wording.end]
        ahead = [
            s
            for s in near
            if 0 <= s.start - wording.end <= _AHEAD
            and not self.frames.said_of.isdisjoint(fold(self.text[wording.end : s.start]).split())
        ]
        before = [s for s in near if s.start <= claim.start]
        for group, pick, why in (
            (inside, -1, "its wording names"),
            (ahead, 0, "it is said of"),
            (before, -1, "it stands after"),
            (near, 0, "its sentence speaks of"),
        ):
            if group:
                return self.owner[group[pick]], f"{why} {self._words(group[pick])!r}"
        return 0, "its sentence names no other happening than the main one"

    def _compared(self, number: int, start: int) -> int | None:
        """The happening with which the sentence `number` compares its own, if what stands at `start` is of that."""
        if number not in self.recalled:
            sentence = self.draft.sentences[number]
            match = self.frames.recalls.search(fold(self.text[sentence.start : sentence.end]))
            self.recalled[number] = (sentence.start + match.end(), len(self.found)) if match else (len(self.text), 0)
            if match:
                self.found.append(Happening(self.draft.article, False, Frame(), quote=str(match.group())))
        opens, owner = self.recalled[number]
        return owner if start >= opens else None

    def _words(self, sighting: Sighting) -> str:
        since = self.draft.sentences[sighting.sentence].start
        before = self.text[max(since, sighting.start - _SHOWN) : sighting.start].split()
        return " ".join([*before[-2:], *self.text[sighting.start : sighting.end].split()])


def _told(happening: Happening, frames: Frames) -> Frame:
    """A happening's frame with what its claims say: where, when, who."""
    told = [c for c in happening.claims if c.stance not in ("denied", "accused") and c.rule not in frames.loose]
    dates = dict.fromkeys(v for v in _identifying("date", told, frames.book) if isinstance(v, Date) and v.first)
    actors = {str(v) for v in _identifying("actor", told, frames.book) if not str(v).startswith("name:")}
    venues = {str(v)[5:] for v in _identifying("place", told, frames.book) if str(v).startswith("name:")}
    known = (str(v) for v in _identifying("place", told, frames.book) if not str(v).startswith("name:"))
    places = frozenset() if happening.frame.places else frozenset(islice(known, 1))
    own = Frame("", places, frozenset(venues), tuple(dates)[:_DATES], frozenset(actors))
    return frames.extended(happening.frame, own, main=happening.main)


def _as_background(claim: Claim, book: Rulebook) -> Claim:
    """A figure of a happening that is only recalled."""
    if book.facts[claim.fact].kind != "count" or claim.role != "total":
        return claim
    return replace(claim, role="background", steps=(*claim.steps, "background: it is of a happening long ago"))


def _identifying(kind: str, claims: Sequence[Claim], book: Rulebook) -> Iterator[Value]:
    """The values of `kind` that tell one event from another, as the facts say."""
    return (c.value for c in claims if (fact := book.facts[c.fact]).identifies and fact.kind == kind)


def _dates_of(claim: Claim) -> tuple[Date, ...]:
    return (claim.value,) if isinstance(claim.value, Date) else ()


def _dates(sighting: Sighting) -> tuple[Date, ...]:
    return tuple(m.value for m in sighting.dates if isinstance(m.value, Date))
