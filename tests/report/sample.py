"""A report with something of everything, for looking at and for tests. In: nothing. Out: `sample()`.

Places, outlets and people are placeholders; what they say is made up for the purpose."""

from __future__ import annotations

from reconcile.kinds import date, named, term
from reconcile.model import Claim, Finding, Headline, Problem, Report
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import ActorSpec, Fact, Phrasing, PlaceSpec
from tests.factory import article, claim, event, finding, reading, report, verdict

_FACTS = {"death_toll": "count", "injured": "count", "event_date": "date", "place": "place", "perpetrator": "actor"}


def book() -> Rulebook:
    """A rulebook that knows the sample's facts, two parties and a place."""
    kinds = {**_FACTS, "weapon": "term"}
    facts = {fact: _fact(fact, kind, order) for order, (fact, kind) in enumerate(kinds.items())}
    actors = {
        "harbour-front": ActorSpec("harbour-front", "Harbour Front", "armed-group"),
        "agency-b": ActorSpec("agency-b", "Agency B", "agency"),
        "northport-police": ActorSpec("northport-police", "Northport police", "office"),
    }
    return Rulebook(facts=facts, actors=actors, places={"northport": PlaceSpec("northport", "Northport")})


def _fact(fact: str, kind: str, order: int) -> Fact:
    return Fact(fact, kind, fact.replace("_", " "), "", order, "", "", Phrasing("", "", "", "", ""))


def sample() -> Report:
    """Five articles about one fire and an earlier one: a conflict, an update, agreement, single voices, problems."""
    deaths, injured, dates, places, culprits, weapons, earlier = (
        make() for make in (_deaths, _injured, _dates, _places, _culprits, _weapons, _earlier)
    )
    findings = (*deaths, *injured, *dates, *places, *culprits, *weapons, *earlier)
    names = ("batch/first.txt", "batch/second.txt", "batch/third.jsonl#17", "batch/fourth.txt", "batch/fifth.txt")
    articles = (
        article(names[0], title="Fire sweeps Northport market", published="2024-03-22T18:10:00+01:00"),
        article(names[1], "x", outlet="Outlet B", published="2024-03-23", published_from="filename"),
        article(names[2], "y", outlet="Outlet C", published="2024-03-24T09:00:00Z", published_from="record"),
        article(names[3], "z", outlet="", published="2024-03-25", published_from="option"),
        article(names[4], "zz", outlet="Outlet B", published="", published_from=""),
    )
    readings = tuple(
        reading(one, "ev-1", *(("ev-1", "ev-2") if one.id == names[2] else ("ev-1",)), origin=origin, problems=problems)
        for one, origin, problems in zip(
            articles,
            ("Outlet A", "agency-b", "agency-b", "", "Outlet B"),
            ((), (), (), ("“Monday, 22 March 2024” was a Friday",), ()),
            strict=True,
        )
    )
    because = (
        "all five name the market hall in Northport and a fire on the night of 22 March",
        "first.txt and second.txt share the place, the day and the kind of event",
    )
    before = event("ev-2", names[2], label="fire, Southport warehouse, 2019", date="2019", place="name:Southport")
    return report(
        *(one for one, _ in findings),
        claims=tuple(c for _, claims in findings for c in claims),
        articles=readings,
        events=(before, event("ev-1", *names, because=because)),
        problems=(Problem("batch/broken.txt", "is empty"), Problem("batch/third.jsonl:9", "is no JSON object")),
    )


Part = tuple[tuple[Finding, tuple[Claim, ...]], ...]


def _deaths() -> Part:
    a = claim("12+", "batch/first.txt", "At least 12 people were killed", speaker="northport-police", line=1)
    a2 = claim(
        "12+", "batch/first.txt", "the 12 dead or more", start=900, line=9, column=14, speaker="northport-police"
    )
    b = claim(
        "12+", "batch/second.txt", "at least 12 people died", speaker="northport-police", via=("agency-b",), line=2
    )
    c = claim(
        "15", "batch/third.jsonl#17", "Fifteen people lost their lives", start=40, line=3, as_of="2024-03-23T18:00"
    )
    d = claim("19", "batch/fourth.txt", "19 dead", start=10, line=1, column=11, as_of="2024-03-23T18:00")
    part = claim(
        "3", "batch/fourth.txt", "including three children", start=60, role="part", says=False, counted="children"
    )
    claims = (a, a2, b, c, d, part)
    verdicts = (
        verdict(c, d, "contradiction", "15 and 19 are exact figures for the same hour", severity="high"),
        verdict(a, c, "update", "the toll rose from at least 12 to 15", severity="none"),
        verdict(a, d, "update", "the toll rose from at least 12 to 19"),
        verdict(b, c, "update", "the toll rose from at least 12 to 15"),
        verdict(b, d, "update", "the toll rose from at least 12 to 19"),
        verdict(a, b, "agree", "both give at least 12"),
        verdict(c, part, "scope", "three children are some of the fifteen"),
    )
    found = finding(
        *claims,
        verdicts=verdicts,
        status="conflict",
        severity="high",
        range="12..19",
        headline=Headline(
            "15 | 19", "most recent, else the range", ("15 and 19 are equally recent.", "No source outranks the other.")
        ),
        wording="Reports of the number of dead differ: Outlet C gives 15, another 19, both of the evening of 23 March.",
        notes=("The higher figure may include a person who died in hospital; ask which hour each figure is for.",),
    )
    return ((found, claims),)


def _injured() -> Part:
    claims = (
        claim("30+", "batch/first.txt", "more than two dozen injured", "injured", start=200, line=2),
        claim(">40", "batch/third.jsonl#17", "left more than 40 injured", "injured", start=300, line=4),
    )
    found = finding(
        *claims,
        verdicts=(verdict(*claims, "update", "the number of injured rose from at least 30 to more than 40"),),
        status="updated",
        headline=Headline(">40", "most recent", ("Outlet C is the most recent.",)),
        range="30+",
        wording="More than 40 people were injured.",
    )
    return ((found, claims),)


def _dates() -> Part:
    def on(day: str, name: str, quote: str, start: int, *stated: str) -> Claim:
        return claim(date.parse(day), name, quote, "event_date", start=start, stated=stated, line=2)

    a = on("2024-03-22", "batch/first.txt", "on Friday evening", 20, "weekday")
    b = on("2024-03-22", "batch/second.txt", "on March 22", 30, "month", "day")
    c = on("2023-03-23", "batch/fourth.txt", "March 23, 2023", 40, "year", "month", "day")
    d = on("XXXX-XX-XX", "batch/fifth.txt", "on Friday", 12, "weekday")
    verdicts = (
        verdict(a, c, "contradiction", "22 March 2024 and 23 March 2023 are a year apart", severity="medium"),
        verdict(b, c, "contradiction", "22 March 2024 and 23 March 2023 are a year apart", severity="medium"),
        verdict(d, a, "narrower", "a Friday, and Friday 22 March 2024"),
    )
    found = finding(
        a,
        b,
        c,
        d,
        verdicts=verdicts,
        status="conflict",
        severity="medium",
        range="2023-03-23/2024-03-22",
        headline=Headline("2024-03-22", "majority of independent sources", ("2 of 3 origins give it.",)),
    )
    return ((found, (a, b, c, d)),)


def _places() -> Part:
    names = ("batch/first.txt", "batch/second.txt", "batch/third.jsonl#17")
    claims = tuple(claim(named.parse("northport"), name, "in Northport", "place", start=70, line=1) for name in names)
    return ((finding(*claims, status="agreed", headline=Headline("northport", "", ())), claims),)


def _culprits() -> Part:
    a = claim(
        named.parse("harbour-front"),
        "batch/second.txt",
        "the Harbour Front said it had laid the fire",
        "perpetrator",
        start=80,
        stance="claimed",
        speaker="harbour-front",
        line=5,
    )
    b = claim(
        named.parse("name:a rival trader"),
        "batch/third.jsonl#17",
        "Police suspect a rival trader",
        "perpetrator",
        start=90,
        stance="suspected",
        speaker="northport-police",
        line=6,
        says=False,
    )
    verdicts = (
        verdict(a, b, "contradiction", "the Harbour Front claims what police lay to a rival trader", severity="low"),
    )
    return ((finding(a, b, verdicts=verdicts, status="conflict", severity="low"), (a, b)),)


def _weapons() -> Part:
    one = claim(term.parse("explosive"), "batch/fifth.txt", "a home-made bomb", "weapon", start=99, line=2)
    return ((finding(one), (one,)),)


def _earlier() -> Part:
    one = claim("4", "batch/third.jsonl#17", "a fire in 2019 killed four", start=700, event="ev-2", says=False, line=12)
    return ((finding(one), (one,)),)
