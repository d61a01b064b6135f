from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Report
from reconcile.report import WRITERS
from reconcile.report.csv import COLUMNS
from reconcile.report.safe import cell
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, event, finding, reading, report, verdict
from tests.report.sample import book, sample


def read(one: Report) -> list[dict[str, str]]:
    text = WRITERS["csv"](one, book())
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert text.count("\r\n") == len(rows)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


def test_every_claim_of_every_finding_is_a_row_and_conflicts_come_first() -> None:
    one = sample()
    rows = read(one)
    assert sorted(row["claim_id"] for row in rows) == sorted(
        c for f in one.findings for v in f.values for c in v.claims
    )
    statuses = [row["status"] for row in rows if row["event_id"] == "ev-1"]
    assert statuses == sorted(statuses, key=["conflict", "updated", "compatible", "agreed", "single"].index)
    assert [row["in_words"] for row in rows[:2]] == ["at least 12", "at least 12"]


def test_a_row_carries_the_sentences_that_its_claim_is_in_once_and_not_the_agreeing_ones() -> None:
    a, b, c = claim("12", "a.txt"), claim("15", "b.txt"), claim("12", "c.txt")
    verdicts = (verdict(a, b, "contradiction", "12 is not 15"), verdict(c, b, "contradiction", "12 is not 15"))
    one = finding(a, b, c, verdicts=(*verdicts, verdict(a, c, "agree", "both 12")))
    assert {row["verdicts"] for row in read(report(one, claims=(a, b, c)))} == {"contradiction: 12 is not 15"}


def test_a_hostile_article_starts_no_formula_in_any_column() -> None:
    bad = "=HYPERLINK(1)"
    said = claim(name=f"\t{bad}", quote=f" {bad}", speaker=f"@{bad}", rule=f"-{bad}", as_of=f"+{bad}", stance=bad)
    one = report(
        finding(said, status=bad),
        claims=(said,),
        articles=(reading(article(f"\t{bad}", outlet=bad, published=bad)),),
        events=(event("ev-1", label=bad),),
    )
    (row,) = read(one)
    assert not [text for text in row.values() if text.lstrip().startswith(("=", "+", "-", "@"))]
    assert row["quote"] == "'=HYPERLINK(1)"


def test_an_unknown_outlet_is_an_empty_cell() -> None:
    said = claim()
    (row,) = read(report(finding(said), claims=(said,), articles=(reading(article(outlet="")),)))
    assert (row["outlet"], row["article"]) == ("", "a.txt")


@given(st.text(), st.text(min_size=1))
def test_any_quote_and_outlet_read_back_as_one_cell(quote: str, outlet: str) -> None:
    said = claim(quote=quote)
    (row,) = read(report(finding(said), claims=(said,), articles=(reading(article(outlet=outlet)),)))
    assert (row["quote"], row["outlet"]) == (cell(quote), cell(outlet))


def test_an_empty_report_is_a_header() -> None:
    assert WRITERS["csv"](Report(), Rulebook()) == ",".join(COLUMNS) + "\r\n"
