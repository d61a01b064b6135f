"""Claims to events: which happening each claim speaks of, within an article and across articles.

In: drafts. Out: a `Grouping`: the claims with their events, ids and `says`, the events, and each article's place in
them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from reconcile.events.frames import Frames
from reconcile.events.graph import Reasons, joined
from reconcile.events.happenings import Happening, happenings
from reconcile.events.misread import Misread
from reconcile.events.rulings import Bound, bound
from reconcile.events.says import saying
from reconcile.events.setting import worked_out
from reconcile.events.stories import Seen as Seen
from reconcile.kinds.date import Date
from reconcile.model import Article, Claim, Draft, Event, Interval, Member, Misreading, Ruling, Value
from reconcile.rulebook import Rulebook
from reconcile.text.lines import Lines

_TITLE = 80  # characters of a title that name an event of no known sort
_REASONS = 8  # reasons that an event gives before it counts the others
_APART = 2  # articles that are not of an event of which it says why
_NAMED = 4  # articles that a reason names before it counts the others


@dataclass(frozen=True, slots=True)
class Grouping:
    """Claims in the order of the drafts and their text; `main` and `events` by article id."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    main: Mapping[str, str]
    of_article: Mapping[str, tuple[str, ...]]
    intervals: tuple[Interval, ...] = ()  # with the ids of the events between which they are


def group(
    drafts: Sequence[Draft],
    book: Rulebook,
    rulings: Sequence[Ruling] = (),
    misread: Sequence[Misreading] = (),
    seen: Seen | None = None,
) -> Grouping:
    """Tell the happenings of each draft apart and join those of different articles, as people ruled where they did; the
    order of `drafts` does not matter. What people found to be `misread` is no article's answer; `seen` weighs words as
    all the articles have them of which these are some."""
    frames = Frames(book)
    ordered = sorted(drafts, key=lambda d: (d.article.published or "~", d.article.sha256, d.article.id))
    found = [happening for draft in ordered for happening in happenings(draft, frames)]
    events: dict[str, Event] = {}
    owner: dict[int, str] = {}
    known = [_member(happening) for happening in found]
    bound_ = bound(rulings, known)
    for members, reasons, apart in joined(found, frames, bound_, seen):
        because = _because(reasons, found, len({found[n].article.id for n in members}))
        unruled = [one for one in apart if one[1] not in bound_.apart.get(one[0], ())]
        because = [*_ruled(bound_, members, found), *because, *_apart(unruled, found)]
        event = _event([found[n] for n in members], because, [known[n] for n in members], frames, taken=events)
        events[event.id] = event
        owner.update(dict.fromkeys(members, event.id))
    main = {h.article.id: owner[n] for n, h in enumerate(found) if h.main}
    of_article: dict[str, dict[str, None]] = {}
    claims: dict[str, list[Claim]] = {}
    silent = Misread(misread)
    for n, happening in enumerate(found):
        of_article.setdefault(happening.article.id, {})[owner[n]] = None
        claims.setdefault(happening.article.id, []).extend(_with_event(happening, owner[n], silent, book))
    finished = _numbered([claim for d in drafts for claim in _in_order(d.article, claims[d.article.id])], drafts)
    return Grouping(
        tuple(finished),
        tuple(sorted(events.values(), key=lambda e: (-len(e.articles), e.label, e.id))),
        main,
        {article: tuple(sorted(ids)) for article, ids in of_article.items()},
        _between_events(ordered, found, owner),
    )


def _between_events(
    drafts: Sequence[Draft], found: Sequence[Happening], owner: Mapping[int, str]
) -> tuple[Interval, ...]:
    """The intervals of all articles between events, or a day and an event, that claims are about."""
    told = {(h.article.id, start): owner[n] for n, h in enumerate(found) for start in h.told}

    def end(article: str, one: Value | int) -> Value | None:
        return told.get((article, one)) if isinstance(one, int) else one

    pairs = ((i, end(i.article, i.first), end(i.article, i.second)) for draft in drafts for i in draft.intervals)
    return tuple(
        replace(i, first=one, second=other) for i, one, other in pairs if one is not None and other is not None
    )


def _member(happening: Happening) -> Member:
    return Member(happening.article.id, _founded(happening), happening.main)


def _ruled(bound_: Bound, members: Sequence[int], found: Sequence[Happening]) -> Iterator[str]:
    """What people ruled on an event's happenings, with the articles that it is about."""
    for ruling, first, second in bound_.words:
        if (first | second).isdisjoint(members):
            continue
        ours, theirs = (second, first) if first.isdisjoint(members) else (first, second)
        one, other = (_listed(sorted({found[n].article.id for n in side})) for side in (ours, theirs))
        said = f"{one} tell of one event with {other}" if ruling.merge else f"{one} not of one event with {other}"
        yield f"{said}, by the word of {ruling.say} ({ruling.decision})"


def _because(reasons: Reasons, found: Sequence[Happening], articles: int) -> list[str]:
    """The reasons as sentences that say of which articles they are true, the most widely true first."""
    if articles == 1:
        return ["only one article speaks of it"]
    who = {reason: sorted({found[n].article.id for n in members}) for reason, members in reasons.items()}
    ordered = sorted(who, key=lambda reason: (-len(who[reason]), reason))
    shown = [f"{'all' if len(who[r]) == articles else _listed(who[r])} {r}" for r in ordered[:_REASONS]]
    more = len(ordered) - _REASONS
    return shown + [f"and {'one more reason' if more == 1 else f'{more} more reasons'}"] * (more > 0)


def _apart(apart: Sequence[tuple[int, int, list[str]]], found: Sequence[Happening]) -> Iterator[str]:
    """Why the articles that are most like those of an event are none of its, as sentences."""
    for ours, theirs, against in sorted(apart, key=lambda one: found[one[0]].article.id)[:_APART]:
        one, other = (_listed([found[n].article.id]) for n in (ours, theirs))
        why = f"they {', they '.join(against)}" if against else "they have too little in common"
        yield f"{one} is not of one event with {other}, which is most like it: {why}"


def _listed(articles: Sequence[str]) -> str:
    shown = [article.rpartition("/")[2] for article in articles[:_NAMED]]
    if len(articles) > _NAMED:
        return f"{', '.join(shown)} and {len(articles) - _NAMED} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _with_event(happening: Happening, event: str, silent: Misread, book: Rulebook) -> list[Claim]:
    read = [*happening.claims, *worked_out(happening, book)]
    claims, misread = silent.parted(read, happening.article)
    answers = saying(claims, book, title_end=happening.article.title_span.end) if happening.main else set()
    heard = [replace(claim, event=event, says=n in answers) for n, claim in enumerate(claims)]
    return [*heard, *(replace(claim, event=event) for claim in misread)]


def _in_order(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    lines = Lines(article.text)
    placed = []
    for claim in sorted(claims, key=lambda c: (c.start, -c.end, c.fact, str(c.value), c.speaker, c.rule)):
        line, column = lines.place(claim.start)
        placed.append(replace(claim, line=line, column=column))
    return placed


def _numbered(claims: Sequence[Claim], drafts: Sequence[Draft]) -> list[Claim]:
    """Claims with ids from what they say and where in which text, never from a path; twins in twin articles get a
    number."""
    sha = {d.article.id: d.article.sha256 for d in drafts}
    twins: dict[str, list[int]] = {}
    for n, c in enumerate(claims):
        key = f"{sha[c.article]} {c.fact} {c.start} {c.end} {c.value} {c.role} {c.stance} {c.speaker}"
        twins.setdefault("c-" + hashlib.sha256(key.encode()).hexdigest()[:12], []).append(n)
    named = list(claims)
    for identity, indexes in twins.items():
        for turn, n in enumerate(sorted(indexes, key=lambda n: (claims[n].article, n))):
            named[n] = replace(claims[n], id=f"{identity}-{turn + 1}" if turn else identity)
    return named


def _event(
    members: Sequence[Happening],
    because: Sequence[str],
    known: Sequence[Member],
    frames: Frames,
    *,
    taken: Mapping[str, Event],
) -> Event:
    articles = tuple(dict.fromkeys(h.article.id for h in members))
    places = Counter(place for h in members for place in h.frame.places)
    venues = Counter(venue for h in members for venue in h.frame.venues)
    dates = Counter(date for h in members for date in h.frame.dates if date.first is not None or date.start.month)
    place = max(sorted(places), key=lambda p: (places[p], len(frames.gazetteer.parents(p))), default="")
    venue = max(sorted(venues), key=lambda v: venues[v], default="")
    published = [h.article.published[:10] for h in members if h.article.published]
    date = max(
        sorted(dates, key=str),
        key=lambda d: (d.first is not None, dates[d], -_before(d, published), d.is_day),
        default=None,
    )
    type_ = _type(members, frames)
    named = frames.gazetteer.place(place) if place else None
    words = [type_ or "story", venue, named.name if named else place, _day(date)]
    titled = [h.article.title for h in members if h.article.title and (h.main or not any(words[1:]))]
    title = "" if type_ or not titled else " ".join(titled[0].split())[:_TITLE]  # it is about the main happening
    identity = _identity(members, taken)
    return Event(
        identity,
        ", ".join(word for word in (*words, title) if word),
        type_ or "story",
        _day(date),
        place or (f"name:{venue}" if venue else ""),
        tuple(sorted(articles)),
        tuple(because),
        aliases=tuple(sorted({member.happening for member in known} - {identity})),
        members=tuple(known),
    )


def _before(date: Date, published: Sequence[str]) -> int:
    """Days from the date to the first publication; of dates with equally many voices the nearest is the likeliest."""
    if not published or date.last is None:
        return 0
    return abs((Day.fromisoformat(min(published)) - date.last).days)


def _type(members: Sequence[Happening], frames: Frames) -> str:
    type_ = ""
    for happening in members:
        if frames.same_sort(type_, happening.frame.type):
            type_ = frames.narrower_type(type_, happening.frame.type)
    told = frames.within(type_) or any(happening.borne_out for happening in members)
    return type_ if told else ""  # "a disaster for families" is no happening by that word alone


def _day(date: Date | None) -> str:
    return "" if date is None else str(date)


def _identity(members: Sequence[Happening], taken: Mapping[str, Event]) -> str:
    """From the founding claim: the first of the earliest article (members come in that order), never from a path."""
    identity = _founded(next((h for h in members if h.claims), members[0]))
    turn = 1
    while (named := identity if turn == 1 else f"{identity}-{turn}") in taken:
        turn += 1
    return named


def _founded(founder: Happening) -> str:
    """The id of the event that a happening founds: from its first claim, else from the words that first speak of it."""
    claim = min(founder.claims, key=lambda c: (c.start, c.fact, str(c.value)), default=None)
    key = f"{founder.article.sha256} " + (
        f"{claim.fact} {claim.start} {claim.value}" if claim else founder.quote or "main"
    )
    return "ev-" + hashlib.sha256(key.encode()).hexdigest()[:10]
