"""Which claims stand where little ties them to their happening."""

from __future__ import annotations

import pytest

from reconcile import pipeline
from reconcile.model import Claim
from reconcile.rulebook import load
from reconcile.sources import from_text

BOOK = load()


def dates(text: str, published: str = "2024-03-28") -> list[Claim]:
    """The claims of an article on when it happened, in text order."""
    article = from_text(text, id="a", published=published)
    return [claim for claim in pipeline.extract([article], BOOK).claims if claim.fact == "event_date"]


def said(text: str, published: str = "2024-03-28") -> list[tuple[str, str]]:
    """Value and quote of what an article says."""
    return [(str(claim.value), claim.quote) for claim in dates(text, published) if claim.says]


def test_a_day_that_the_words_tie_to_the_happening_leaves_no_room_for_a_looser_one() -> None:
    text = "An overnight fire gutted a mill. The fire broke out on Monday at about 2 a.m., the captain said."
    assert said(text) == [("2024-03-25", "Monday")]
    assert len(dates(text)) == 1


def test_an_hour_without_its_day_is_worked_out_from_the_publication_and_states_nothing() -> None:
    (claim,) = dates("Two people were hurt in a crash. The crash was reported at about 4:30 a.m. near the bridge.")
    assert (str(claim.value), claim.quote, claim.stated) == ("2024-03-28", "about 4:30 a.m.", ())
    assert any(step.startswith("worked out") for step in claim.steps)


def test_an_hour_may_be_written_in_one_word() -> None:
    (claim,) = dates("Two people were hurt in a crash. The crash was reported at about 4:30am near the bridge.")
    assert claim.quote == "about 4:30am"


def test_nothing_is_worked_out_without_a_publication_date() -> None:
    assert dates("An overnight fire gutted a mill.", published="") == []


def test_a_day_stands_beside_the_week_that_it_lies_in() -> None:
    text = "Two people were killed in a crash last week. Officers were there by about 2 a.m. on Tuesday, March 19."
    assert said(text) == [("2024-03-19", "Tuesday, March 19")]


def test_a_dateline_dates_only_what_harmed_somebody() -> None:
    harm = "LIMA, 27 MAR 24 (Agency) -- Rebels killed two miners in a raid on the camp."
    assert [(str(claim.value), claim.stated) for claim in dates(harm)] == [("2024-03-27", ())]
    assert dates("LIMA, 27 MAR 24 (Agency) -- The miners have a new camp.") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The senate passed the budget on Tuesday after a long debate.", "2024-03-26"),
        ("The champions beat the visitors 3-1 on Saturday to reach the final.", "2024-03-23"),
        ("The bank said on Wednesday that profits had doubled.", "2024-03-27"),
        ("A court ruled on 25 March that the law was void. The ruling is final.", "2024-03-25"),
    ],
)
def test_what_harms_nobody_has_the_day_that_its_first_sentences_give(text: str, day: str) -> None:
    assert [value for value, _ in said(text)] == [day]


def test_where_harm_is_told_the_first_sentences_date_it_though_no_wording_does() -> None:
    text = "Two people died in a crash near the mill.\n\nThe road was busy on Tuesday."
    assert said(text) == [("2024-03-26", "Tuesday")]
    assert dates("A crash near the mill made headlines.\n\nThe road was busy on Tuesday.") == []


def test_a_dateline_dates_no_harm_that_is_only_feared() -> None:
    assert dates("LIMA, 27 MAR 24 (Agency) -- Two miners may have been killed in the camp.") == []


def test_tomorrow_is_no_day_of_what_has_happened() -> None:
    assert dates("The fire gutted the mill. Those who lost their homes meet at noon tomorrow.") == []


def test_a_year_long_gone_is_an_answer_only_where_the_article_opens_with_it() -> None:
    told = "The clerk was there when a bomb exploded at the mill in 2009."
    assert said(told) == [("2009", "2009")]
    assert said(f"A gunman wounded two people at the mill.{' Police searched for him by the river.' * 12} {told}") == []


def test_what_is_still_to_come_is_no_day_of_it() -> None:
    text = "The fire gutted the mill. The hall opens at 8 p.m. on Friday, April 19, for those who lost their homes."
    assert dates(text) == []


def test_two_articles_are_in_no_conflict_over_a_day_that_was_worked_out() -> None:
    texts = ("A fire at a mill in Lima on Monday killed two people.", "An overnight fire at a mill in Lima killed two.")
    articles = [from_text(text, id=str(n), published="2024-03-27") for n, text in enumerate(texts)]
    report = pipeline.report(articles, BOOK)
    found = [finding for finding in report.findings if finding.fact == "event_date"]
    assert {finding.status for finding in found} <= {"single", "compatible"}
