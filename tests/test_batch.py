"""Which new articles changed the picture since an earlier run, and which did not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile import pipeline
from reconcile.batch import ArticleChange, Batch, Effect, batch
from reconcile.decisions import conflict_ruled_on, decide
from reconcile.decisions.evidence import Sources
from reconcile.model import Article, Report
from reconcile.report import saved
from reconcile.report.writers import WRITERS
from tests.written import BOOK, written

FIRE = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said."
FLOOD = "Floods in Lagos killed {} people on Friday, May 5, 2023, officials said."


def article(name: str, killed: str, day: str = "03", text: str = FIRE, **fields: str) -> Article:
    outlet = fields.pop("outlet", f"Outlet {name[0].upper()}")
    return written(name, text.format(killed), outlet=outlet, published=f"2023-05-{day}", **fields)


A, B = article("a.txt", "Twelve"), article("b.txt", "Twelve", "04")


def reported(*articles: Article) -> Report:
    return pipeline.report(articles, BOOK)


def since(before: tuple[Article, ...], after: tuple[Article, ...]) -> Batch:
    """As the command does it: the earlier run is one that was saved."""
    kept = saved.decode(WRITERS["json"](reported(*before), BOOK), BOOK)
    return batch(kept, reported(*after))


def of(found: Batch, name: str) -> ArticleChange:
    return next(one for one in (*found.changed, *found.unchanged) if one.reading.article.id == name)


def effect(found: Batch, name: str, fact: str = "death_toll") -> Effect | None:
    return next((one for one in of(found, name).effects if one.fact == fact), None)


def brings(found: Batch, name: str, fact: str = "death_toll") -> tuple[str, ...]:
    one = effect(found, name, fact)
    return one.brings if one else ()


def test_nothing_new_changes_nothing() -> None:
    found = since((A, B), (B, A))
    assert (found.changed, found.unchanged, found.findings, found.events) == ((), (), (), ())


def test_what_only_repeats_a_value_changed_nothing() -> None:
    found = since((A, B), (A, B, article("c.txt", "Twelve", "04")))
    assert found.changed == ()
    assert [one.reading.article.id for one in found.unchanged] == ["c.txt"]


def test_a_second_voice_that_agrees_changes_one_source_to_agreed() -> None:
    found = since((A,), (A, B))
    assert brings(found, "b.txt") == ("status",)
    toll = effect(found, "b.txt")
    assert toll and toll.before and toll.after
    assert (toll.before.status, toll.after.status) == ("single", "agreed")


def test_a_lower_figure_brings_a_conflict_with_its_sentence_and_what_repeats_does_not() -> None:
    found = since((A, B), (A, B, article("c.txt", "Nine", "04"), article("d.txt", "Twelve", "04")))
    toll = effect(found, "c.txt")
    assert toll
    assert toll.brings[0] == "conflict"
    assert toll.values == ("9",)
    assert any("9 " in sentence and "12 " in sentence for sentence in toll.say)
    assert effect(found, "d.txt") is None
    assert [one.reading.article.id for one in found.unchanged] == ["d.txt"]


def test_a_later_higher_figure_is_an_update() -> None:
    found = since((A,), (A, article("c.txt", "Fifteen", "05")))
    words = brings(found, "c.txt")
    assert {"update", "value", "status"} <= set(words)
    assert "conflict" not in words


def test_two_new_articles_that_contradict_each_other_bring_it_both() -> None:
    found = since((A,), (A, article("c.txt", "Fifteen", "05"), article("d.txt", "Sixteen", "05")))
    assert brings(found, "c.txt")[0] == brings(found, "d.txt")[0] == "conflict"


def test_an_event_of_which_nobody_told_is_the_article_s() -> None:
    flood = article("f.txt", "nine", "06", FLOOD)
    found = since((A, B), (A, B, flood))
    (event,) = of(found, "f.txt").events
    assert "Lagos" in event.label
    assert {one.event.id for one in of(found, "f.txt").effects} == {event.id}


def test_a_later_version_says_which_it_replaces_and_what_it_withdraws() -> None:
    old = article("c1.txt", "Nine", "03", url="https://example.com/1", outlet="Outlet C")
    new = article("c2.txt", "Twelve", "04", url="https://example.com/1", outlet="Outlet C")
    found = since((A, B, old), (A, B, old, new))
    assert (of(found, "c2.txt").change, of(found, "c2.txt").earlier) == ("version", ("c1.txt",))
    assert "withdrawn" in brings(found, "c2.txt")
    toll = effect(found, "c2.txt")
    assert toll and toll.before and toll.after
    assert (toll.before.status, toll.after.status) == ("conflict", "agreed")


def test_an_edited_article_is_told_as_such() -> None:
    found = since((A, B), (A, article("b.txt", "Nine", "04")))
    assert of(found, "b.txt").change == "edited"
    assert "conflict" in brings(found, "b.txt")


def ruled(*articles: Article, kept: tuple[Article, ...]) -> tuple[Report, Report]:
    """Both runs with a ruling on the death toll of `kept`."""
    first = reported(*kept)
    conflict = next(one for one in first.findings if one.fact == "death_toll" and one.status == "conflict")
    on = conflict_ruled_on("confirmed", conflict, Sources(first))
    decision = decide("confirmed", on, at="2024-05-14T10:00:00.000000Z", by="Ann")
    runs = [pipeline.report(those, BOOK, decisions=(decision,)) for those in (kept, articles)]
    return runs[0], runs[1]


def test_what_reopens_a_ruling_says_so() -> None:
    kept = (A, article("c.txt", "Nine", "03"))
    found = batch(*ruled(*kept, article("d.txt", "Ten", "03"), kept=kept))
    assert {"reopened", "conflict"} <= set(brings(found, "d.txt"))


def test_a_ruling_by_itself_is_no_article_s_doing() -> None:
    kept = (A, article("c.txt", "Nine", "03"))
    decided, _ = ruled(*kept, kept=kept)
    found = batch(reported(*kept), decided)
    assert found.changed == ()
    assert [(one.fact, one.what) for one in found.findings] == [("death_toll", ("decision",))]


def test_an_article_that_is_gone_is_no_article_s_doing() -> None:
    found = since((A, B, article("c.txt", "Nine", "04")), (A, B))
    assert found.changed == ()
    assert found.changes.gone == ("c.txt",)
    assert "death_toll" in {one.fact for one in found.findings}


def test_the_most_serious_comes_first_whatever_the_names() -> None:
    late = (article("x.txt", "Nine", "03"), article("d.txt", "Twelve", "06"), article("f.txt", "nine", "06", FLOOD))
    found = since((A,), (A, *late))
    assert found.changed[0].reading.article.id == "x.txt"
    assert found == since((A,), (*late[::-1], A))


@pytest.mark.parametrize("text", ["", "No figure is known."])
def test_an_article_that_tells_of_nothing_changed_nothing(text: str) -> None:
    said = replace(article("e.txt", "x"), text=text or "It rained.", sha256="0" * 64)
    found = since((A, B), (A, B, said))
    assert not of(found, "e.txt").effects
