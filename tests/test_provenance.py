"""An id becomes the tree of what it rests on: article, sentence, rule, reading, event, policy."""

from __future__ import annotations

import pytest

from reconcile.errors import UsageError
from reconcile.model import Claim, Finding, Report
from reconcile.provenance import Step, explain, marked_sentence, tree_lines
from reconcile.rulebook import load
from tests import factory

TEXT = "The market was full. At least 12 people\nwere killed, police said. It rained."


def small_report() -> tuple[Report, Claim, Finding]:
    start = TEXT.index("At least")
    known = {"start": start, "end": start + 11, "line": 1, "column": start + 1, "speaker": "name:police"}
    a = factory.claim("12+", "a.txt", "At least 12", steps=("“at least” makes it a lower bound",), **known)
    b = factory.claim("9", "b.txt", "nine")
    say = factory.verdict(a, b, say="12+ does not allow 9", severity="medium", rule="policies/none.toml#2")
    found = factory.finding(a, b, verdicts=(say,), status="conflict", severity="medium")
    articles = (factory.reading(factory.article("a.txt", TEXT)), factory.reading(factory.article("b.txt")))
    events = (factory.event("ev-1", "a.txt", "b.txt", because=("both are about Northport on one day",)),)
    return factory.report(found, claims=(a, b), articles=articles, events=events), a, found


def text_of(step: Step) -> str:
    return "\n".join(tree_lines(step))


def test_a_claim_shows_article_marked_sentence_rule_reading_speaker_event_and_verdict() -> None:
    report, claim, _ = small_report()
    shown = text_of(explain(claim.id, report, load()))
    for words in (
        "death_toll 12+ (total, asserted)",
        "a.txt:1:22 (Outlet A, published 2024-03-22 by its header)",
        "⟦At least 12⟧ people were killed, police said.",
        "made by the rule",
        "“at least” makes it a lower bound",
        "said by name:police",
        "belongs to ev-1: fire, Northport market, 2024-03-22",
        "both are about Northport on one day",
        "contradiction, medium: 12+ does not allow 9",
        "by the policy policies/none.toml#2",
    ):
        assert words in shown
    assert "The market was full" not in shown


def test_a_finding_shows_every_value_with_its_claims_and_verdicts() -> None:
    report, _, finding = small_report()
    shown = text_of(explain(finding.id, report, load()))
    assert "death_toll, conflict, severity medium" in shown
    assert "12+, from 1 independent source" in shown
    assert "9, from 1 independent source" in shown


def test_an_event_shows_its_articles_reasons_and_findings() -> None:
    report, _, finding = small_report()
    shown = text_of(explain("ev-1", report, load()))
    assert "both are about Northport on one day" in shown
    assert finding.id in shown


def test_an_old_name_of_an_event_still_finds_it() -> None:
    report = factory.report(events=(factory.event("ev-9", aliases=("ev-old",)),))
    assert explain("ev-old", report, load()).say.startswith("ev-9: ")


def test_the_beginning_of_an_id_is_enough_if_it_is_the_only_one() -> None:
    report, claim, _ = small_report()
    assert explain(claim.id[:6], report, load()) == explain(claim.id, report, load())
    with pytest.raises(UsageError, match="begins 2 ids"):
        explain("c-", report, load())


def test_an_unknown_id_says_where_ids_are_listed() -> None:
    report, _, _ = small_report()
    with pytest.raises(UsageError, match="--format json lists them"):
        explain("c-nowhere", report, load())


def test_a_policy_rule_is_shown_with_file_line_level_and_conditions() -> None:
    report, claim, _ = small_report()
    name = sorted(load().ladders)[0]
    verdict = factory.verdict(*report.claims, rule=f"policies/{name}.toml#1")
    report = factory.report(factory.finding(*report.claims, verdicts=(verdict,)), claims=report.claims)
    first = load().ladders[name].level[0]
    shown = text_of(explain(claim.id, report, load()))
    assert f"by the policy rules/policies/{name}.toml:" in shown
    assert f"{first.name!r}, holds where: {', '.join(first.when)}" in shown


def test_a_very_long_sentence_is_cut_on_both_sides() -> None:
    text = "a " * 5000 + "twelve" + " b" * 5000
    shown = marked_sentence(factory.article("a.txt", text), 10_000, 10_006, load())
    assert "⟦twelve⟧" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 700
