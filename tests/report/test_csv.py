from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Report
from reconcile.report.csv import COLUMNS
from reconcile.report.safe import cell, one_line
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, event, finding, reading, report, verdict
from tests.report.linked.made import AT, ruled
from tests.report.sample import book, sample


def read(one: Report) -> list[dict[str, str]]:
    text = WRITERS["csv"](one, book()).encode().decode("utf-8-sig")
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
    assert WRITERS["csv"](Report(), Rulebook()) == "\ufeff" + ",".join(COLUMNS) + "\r\n"


def test_origin_chain_and_what_has_no_voice_stand_in_columns_of_their_own() -> None:
    said = claim(
        origin="agency-b", chain=("a.txt", "agency-b", "name:police"), superseded=True, counted="children", speaker="x"
    )
    (row,) = read(report(finding(said), claims=(said,)))
    assert (row["origin"], row["chain"]) == ("agency-b", "a.txt ← agency-b ← name:police")
    assert (row["superseded"], row["misread"], row["counted"]) == ("yes", "", "children")


def test_a_ruling_stands_in_every_row_of_its_finding_and_in_no_other() -> None:
    rows = read(ruled())
    decided = ("accept", "15", "Ann", AT, "standing")
    keys = ("decision", "decided_value", "decided_by", "decided_at", "decision_state")
    for row in rows:
        of_it = row["fact"] == "Death toll" and row["event_id"] == "ev-1"
        assert tuple(row[key] for key in keys) == (decided if of_it else ("",) * 5)


def test_a_misread_claim_comes_last_and_has_no_status() -> None:
    a, b = claim("12"), claim("15", "b.txt", misread="d-7")
    *others, last = read(report(finding(a), claims=(a, b)))
    assert [row["misread"] for row in others] == [""]
    assert (last["claim_id"], last["misread"], last["status"], last["finding_id"]) == (b.id, "d-7", "", "")


# every beginning that OWASP names under "CSV Injection", and its look-alikes
STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    "＝",
    "＋",
    "－",
    "＠",
    "﹦",
    "﹢",
    "﹣",
    "﹫",
    "⁼",
    "⁺",
    "₌",
    "−",
    "\u3000=",
    "\u00a0=",
)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", ["", " ", "12 dead;", "12 dead; ", ";;"])
def test_no_cell_starts_a_formula_whatever_separates_cells(before: str, start: str) -> None:
    said = claim(quote=f"{before}{start}cmd|' /C calc'!A0", name=f"{before}{start}1.txt")
    text = WRITERS["csv"](report(finding(said), claims=(said,)), book()).removeprefix("\ufeff")
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for found in row:
                begins = unicodedata.normalize("NFKC", found.lstrip())[:1]
                assert begins not in ("=", "+", "-", "@", "−"), (separator, found)


@settings(deadline=None)
@given(st.text())
def test_any_words_read_back_but_for_apostrophes_and_white_space(words: str) -> None:
    said = claim(quote=words)
    (row,) = read(report(finding(said), claims=(said,)))
    assert row["quote"].replace("'", "") == one_line(words).replace("'", "")
