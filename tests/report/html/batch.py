"""A batch with much of what a page must show: copies of one wire, a later version, a ruling, a misreading, two events,
and an article that means harm. In: nothing. Out: reports. Texts, outlets and parties are made up."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from reconcile.model import Article, Decided, Report
from reconcile.report.html import write
from tests.factory import article, claim, finding, reading, report
from tests.report.sample import book
from tests.written import BOOK, reported, written

HOSTILE = (
    "<script>window.broken=1</script><img src=x onerror=window.broken=1>\"'><svg onload=window.broken=1> "
    "<a href=javascript:window.broken=1>x</a> </noscript></style><style>*{display:none}</style> {{7*7}} \u202egnp.exe"
)
_WIRE = (
    "HULL, Nov. 3 (AP) — At least 12 people were killed and more than 30 were injured when a ferry caught fire in the "
    "harbour of Hull on Saturday, the fire service said.\n\nPolice said on Sunday that they suspected arson. "
    "The Taliban claimed responsibility for the attack. The Interior Ministry blamed the Islamic State for it.\n\n"
    "Divers searched the water through the night, and a school near the pier took in those who had lost their coats."
)
_CITY = "{} people were killed in a ferry fire in Hull on Saturday, police said. About 40 people were injured."


def articles() -> list[Article]:
    """The articles of the batch."""
    page = "https://example.org/city/ferry"
    found = [
        written("wire.txt", _WIRE, outlet="Associated Press", published="2024-11-03T08:00:00Z"),
        written("copy-1.txt", _WIRE + "\n\nRead more.", outlet="Harbour Times", published="2024-11-03T10:00:00Z"),
        written("copy-2.txt", _WIRE + "\n\nGo on.", outlet="Evening Courier", published="2024-11-03T11:00:00Z"),
        written("v1.txt", _CITY.format("Fifteen"), outlet="City Desk", published="2024-11-03T12:00:00Z", url=page),
        written("v2.txt", _CITY.format("Nineteen"), outlet="City Desk", published="2024-11-04T09:00:00Z", url=page),
        written(
            "radio.txt",
            "The ferry fire in Hull on November 2, 2024 killed 17 people, hospital officials said. The Taliban denied "
            "responsibility for the attack.",
            outlet="Coast Radio",
            published="2024-11-04T09:20:00Z",
        ),
        written(
            "evil.txt",
            f"{HOSTILE} 5 people were killed in a ferry fire in Hull on Saturday. {HOSTILE}",
            outlet=f"Bad {HOSTILE}",
            title=HOSTILE,
            published="2024-11-04T10:00:00Z",
            url="javascript:window.broken=1",
        ),
    ]
    quakes = (
        ("Harbour Times", "At least 4 people were killed", "05"),
        ("Coast Radio", "Nine people were killed", "06"),
    )
    for number, (outlet, words, day) in enumerate(quakes):
        text = f"{words} when an earthquake struck Porto on Monday, the mayor said. Dozens were injured."
        found.append(written(f"quake-{number}.txt", text, outlet=outlet, published=f"2024-11-{day}T08:00:00Z"))
    return found


@cache
def batch() -> Report:
    """The batch as a report, with a ruling that stands, one that is reopened, and a claim set aside as misread."""
    made = reported(articles())
    disputed = [one.id for one in made.findings if one.status == "conflict"]
    stands = Decided("d-1", "confirmed", "", HOSTILE, "Ann", "2024-11-07T10:00:00Z")
    again = replace(stands, decision="d-2", kind="accept", value="17", state="reopened", new=("a new figure, 19",))
    rulings = dict(zip(disputed, (again, stands), strict=False))
    return replace(
        made,
        findings=tuple(replace(one, decision=rulings.get(one.id)) for one in made.findings),
        claims=tuple(replace(c, misread="d-3" if c.article == "evil.txt" else "") for c in made.claims),
    )


@cache
def page() -> str:
    """The batch as a page."""
    return write(batch(), BOOK)


@cache
def large_page(articles_in_all: int = 160, claims_each: int = 10, more: int = 0) -> str:
    """A page so long that what is not looked at is kept as text: each article answers ten facts, once each, and goes on
    for `more` characters."""
    readings, claims, rest = [], [], (_WIRE * (more // len(_WIRE) + 1))[:more]
    for number in range(articles_in_all):
        words = [f"{12 + number % 3 + at} people were killed" for at in range(claims_each)]
        one = article(
            f"n{number:04}.txt",
            ". ".join(words) + f". {HOSTILE} {rest}",
            outlet=f"Outlet {number % 50}",
        )
        readings.append(reading(one, f"ev-{number // 10}"))
        for at, quote in enumerate(words):
            value, event = str(12 + number % 3 + at), f"ev-{number // 10}"
            start = one.text.index(quote)
            identity = f"c-{number}x{at}"
            claims.append(claim(value, one.id, quote, f"fact_{at}", start=start, event=event, id=identity))
    groups: dict[tuple[str, str], list[int]] = {}
    for at, made in enumerate(claims):
        groups.setdefault((made.event, made.fact), []).append(at)
    findings = [finding(*(claims[at] for at in those), status="agreed") for those in groups.values()]
    return write(report(*findings, claims=tuple(claims), articles=tuple(readings)), book())
