from __future__ import annotations

import json

from reconcile.kinds import count
from reconcile.model import Attribution, Mention, Span
from reconcile.report.jsonl import claim_lines, mention_lines
from tests.factory import article, claim, reading, report

CONTRACT = [
    *("article", "event", "fact", "value", "quote", "start", "end", "role", "stance", "speaker", "stated", "as_of"),
    *("rule", "says"),
]


def test_each_claim_is_one_line_with_the_keys_of_the_contract_first() -> None:
    said = claim(via=("agency-b",), steps=("“At least” makes it a lower bound",), counted="guests")
    (line,) = claim_lines(report(claims=(said,)))
    tree = json.loads(line)
    assert "\n" not in line
    assert list(tree)[: len(CONTRACT)] == CONTRACT
    assert set(tree) - set(CONTRACT) == {"id", "line", "column", "via", "counted", "steps"}
    assert (tree["value"], tree["via"], tree["says"], tree["start"], tree["end"]) == ("12+", ["agency-b"], True, 0, 11)


def test_articles_keep_the_order_of_the_report_and_claims_that_of_the_text() -> None:
    articles = (reading(article("b.txt")), reading(article("a.txt")))
    claims = (claim(name="a.txt", start=5), claim(name="b.txt", start=90), claim(name="b.txt", start=7))
    found = [json.loads(line) for line in claim_lines(report(claims=claims, articles=articles))]
    assert [(one["article"], one["start"]) for one in found] == [("b.txt", 7), ("b.txt", 90), ("a.txt", 5)]


def test_line_breaks_in_a_quote_do_not_break_the_line() -> None:
    (line,) = claim_lines(report(claims=(claim(quote="12\u2028people\x85dead\nthere"),)))
    assert line.splitlines() == [line]
    assert json.loads(line)["quote"] == "12\u2028people\x85dead\nthere"


def test_mentions_and_attributions_come_in_text_order() -> None:
    found = (
        Mention("count", count.parse("12+"), 40, 51, stated=()),
        Attribution(None, Span(12, 16), Span(20, 60)),
        Attribution(Span(0, 6), Span(7, 11), Span(20, 60)),
    )
    lines = [json.loads(line) for line in mention_lines(article("a.txt"), found)]
    assert lines == [
        {"article": "a.txt", "mention": "attribution", "source": [0, 6], "cue": [7, 11], "content": [20, 60]},
        {"article": "a.txt", "mention": "attribution", "source": None, "cue": [12, 16], "content": [20, 60]},
        {"article": "a.txt", "mention": "count", "value": "12+", "start": 40, "end": 51, "stated": []},
    ]
