from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Claim
from reconcile.resolve.findings import resolve
from tests import factory
from tests.resolve.table import BOOK, judged, says, undated

TIMES = st.sampled_from(["", "2024-05-01", "2024-05-02", "2024-05-01T10:00:00Z", "2024-05-01T10:30:00Z"])
ARTICLES = [f"{name}.txt" for name in "abcde"]
COUNTS = st.sampled_from(["12", "13", "12+", "13+", ">10", "~12", "10..15", "<=12", "24+", "40"])
DATES = st.sampled_from(
    ["2024-05-01", "2024-05-02", "2023-05-01", "2024-05", "XXXX-05-01", "XXXX-XX-XX", "2024-02-01?"]
)
ACTORS = st.sampled_from(["islamic-state", "is-khorasan", "is-somalia", "ukraine", "name:gunmen", "name:Jan Kowal"])


@st.composite
def claims_of(draw: st.DrawFn, fact: str, values: st.SearchStrategy[str]) -> Claim:
    return says(
        draw(st.sampled_from(ARTICLES)),
        fact,
        draw(values),
        quote=draw(st.sampled_from(["Friday", "Monday", "dozens", "text"])),
        as_of=draw(TIMES),
        role=draw(st.sampled_from(["total", "total", "part", "increment", "background"])),
        stance=draw(st.sampled_from(["asserted", "claimed", "accused", "denied", "possible", "suspected", "charged"])),
        speaker=draw(st.sampled_from(["", "ukraine", "russia"])),
        counted=draw(st.sampled_from(["", "children"])),
        says=draw(st.booleans()),
    )


CLAIMS = st.one_of(
    claims_of("death_toll", COUNTS),
    claims_of("injured", COUNTS),
    claims_of("event_date", DATES),
    claims_of("perpetrator", ACTORS),
    claims_of("attribution", ACTORS),
)


def numbered(claims: list[Claim]) -> list[Claim]:
    """The claims with ids and spans of their own."""
    return [replace(one, id=f"c-{n:02d}", start=n, end=n + len(one.quote)) for n, one in enumerate(claims)]


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        *(
            st.tuples(claims_of(f, v), claims_of(f, v))
            for f, v in (
                ("death_toll", COUNTS),
                ("event_date", DATES),
                ("attribution", ACTORS),
                ("perpetrator", ACTORS),
            )
        )
    )
)
def test_a_verdict_does_not_depend_on_which_claim_is_named_first(pair: tuple[Claim, Claim]) -> None:
    a, b = numbered(list(pair))
    assert judged(a, b).recorded() == judged(b, a).recorded()


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, max_size=12), st.integers())
def test_findings_do_not_depend_on_the_order_of_claims(drawn: list[Claim], seed: int) -> None:
    claims = numbered(drawn)
    shuffled = list(claims)
    Random(seed).shuffle(shuffled)  # noqa: S311
    articles = {name: undated(name, published="2024-05-03" if name < "c" else "") for name in ARTICLES}
    backwards = dict(reversed(articles.items()))
    events = [factory.event("ev-1", *ARTICLES)]
    assert resolve(events, claims, articles, BOOK) == resolve(events, shuffled, backwards, BOOK)


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, max_size=12))
def test_every_claim_stands_in_exactly_one_row_of_its_finding(drawn: list[Claim]) -> None:
    claims = numbered(drawn)
    articles = {name: undated(name) for name in ARTICLES}
    found = resolve([factory.event("ev-1", *ARTICLES)], claims, articles, BOOK)
    assert sorted(one for finding in found for row in finding.values for one in row.claims) == [
        one.id for one in claims
    ]


def test_hundreds_of_articles_that_say_the_same_need_few_verdicts() -> None:
    claims = [
        says(f"{n:03d}.txt", "death_toll", str(10 + n % 5), as_of=f"2024-05-{1 + n % 28:02d}", id=f"c-{n:03d}")
        for n in range(400)
    ]
    (found,) = resolve([factory.event("ev-1")], claims, {}, BOOK)
    assert len(found.verdicts) < 300
    assert sum(len(row.claims) for row in found.values) == 400
