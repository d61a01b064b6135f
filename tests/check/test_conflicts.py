"""What a batch brings to an archive: new conflicts at their places, and nothing that was there before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reconcile import pipeline
from reconcile.check import NewConflict, at_least, new_conflicts, reviewed_conflicts
from reconcile.check.before import before
from reconcile.kinds import date as dates
from reconcile.model import Article, Claim, Decided, Fault, Finding, Report
from reconcile.rulebook import load
from tests import factory
from tests.written import BOOK, reported, written


def conflict(*pairs: tuple[Claim, Claim], word: str = "contradiction", severity: str = "medium") -> Report:
    claims = {claim.id: claim for pair in pairs for claim in pair}
    verdicts = tuple(factory.verdict(a, b, word, f"{a.value} against {b.value}", severity=severity) for a, b in pairs)
    status = "conflict" if word == "contradiction" else "updated"
    found = factory.finding(*claims.values(), verdicts=verdicts, status=status, severity=severity)
    return factory.report(found, claims=tuple(claims.values()))


def lines(report: Report, *batch: str) -> list[str]:
    return [str(conflict) for conflict in new_conflicts(report, batch, load())]


def test_a_conflict_stands_at_the_new_article_with_severity_fact_and_sentence() -> None:
    old, new = factory.claim("133", "old.txt"), factory.claim("143", "new.txt", start=4)
    assert lines(conflict((old, new)), "new.txt") == ["new.txt:1:5: medium death_toll: 133 against 143"]


def test_what_the_archive_had_before_is_not_reported() -> None:
    a, b = factory.claim("133", "a.txt"), factory.claim("143", "b.txt")
    assert lines(conflict((a, b)), "new.txt") == []


def test_a_new_article_that_repeats_a_side_of_an_old_conflict_brings_nothing() -> None:
    a, b, new = (factory.claim(value, name) for value, name in (("133", "a.txt"), ("143", "b.txt"), ("143", "new.txt")))
    assert lines(conflict((a, b), (a, new)), "new.txt") == []


def test_a_third_value_conflicts_with_each_old_one_once() -> None:
    values = (("133", "a.txt"), ("133", "a2.txt"), ("143", "b.txt"), ("150", "new.txt"))
    a, a2, b, new = (factory.claim(value, name) for value, name in values)
    assert lines(conflict((a, b), (a, new), (a2, new), (b, new)), "new.txt") == [
        "new.txt:1:1: medium death_toll: 133 against 150",
        "new.txt:1:1: medium death_toll: 143 against 150",
    ]


def test_two_new_articles_conflict_at_the_later_one() -> None:
    first, second = factory.claim("3", "b.txt"), factory.claim("5", "a.txt")
    assert lines(conflict((first, second)), "a.txt", "b.txt") == ["a.txt:1:1: medium death_toll: 3 against 5"]


def test_an_article_against_itself_is_reported_at_the_second_place() -> None:
    title, body = factory.claim("3", "new.txt", start=40), factory.claim("5", "new.txt", start=7)
    assert lines(conflict((title, body)), "new.txt") == ["new.txt:1:41: medium death_toll: 3 against 5"]


def test_parts_of_two_articles_do_not_count() -> None:
    old = factory.claim("3", "old.txt")
    parts = [
        factory.claim(value, name, start=9, role="part", says=False)
        for value, name in (("1", "old.txt"), ("2", "new.txt"))
    ]
    assert lines(conflict((parts[0], parts[1]), (old, old)), "new.txt") == []


def test_what_only_fits_or_updates_does_not_count() -> None:
    old, new = factory.claim("3", "old.txt"), factory.claim("5", "new.txt")
    assert lines(conflict((old, new), word="update"), "new.txt") == []


def test_what_is_wrong_with_one_article_alone_is_reported_with_its_note() -> None:
    note = "It lies after its own report."
    old, new = factory.claim("3", "old.txt"), factory.claim("3", "new.txt", start=4)
    faults = (Fault(("new.txt",), note, "high"),)
    found: Finding = factory.finding(old, new, status="conflict", severity="high", notes=("So.", note), faults=faults)
    articles = (factory.reading(factory.article("new.txt")), factory.reading(factory.article("old.txt")))
    report = factory.report(found, claims=(old, new), articles=articles)
    assert lines(report, "new.txt") == [f"new.txt:1:5: high death_toll: {note}"]
    assert lines(report, "old.txt") == []


def test_of_what_all_only_recall_the_figures_for_the_whole_decide() -> None:
    old, new = factory.claim("3", "old.txt", says=False), factory.claim("5", "new.txt", says=False)
    assert lines(conflict((old, new), severity="low"), "new.txt") == ["new.txt:1:1: low death_toll: 3 against 5"]


def test_on_attribution_each_speaker_counts_apart() -> None:
    from reconcile.kinds import named

    def blames(who: str, speaker: str, name: str) -> Claim:
        return factory.claim(named.parse(who), name, who, "attribution", speaker=speaker)

    a, b = blames("north", "south", "a.txt"), blames("south", "north", "b.txt")
    new = blames("south", "east", "new.txt")
    assert lines(conflict((a, b), (a, new)), "new.txt") == ["new.txt:1:1: medium attribution: north against south"]


def test_severities_are_in_order() -> None:
    assert [at_least("low", least) for least in ("none", "low", "medium", "high")] == [True, True, False, False]


def test_what_it_conflicts_with_is_named_also_where_others_say_the_same() -> None:
    values = (("133", "a.txt"), ("133", "a2.txt"), ("150", "new.txt"))
    a, a2, new = (factory.claim(value, name) for value, name in values)
    (found,) = new_conflicts(conflict((a, new), (a, a2)), ["new.txt"], load())
    assert (found.claim, found.others, found.sides) == (new.id, (a.id, a2.id), ("133", "150"))


def ruled(report: Report, state: str, *new: str) -> Report:
    decided = Decided("d-1", "confirmed", "", "", "Ann", "2024-05-14T10:00:00Z", state, new)
    return replace(report, findings=tuple(replace(one, decision=decided) for one in report.findings))


def test_what_a_person_ruled_on_is_reviewed_and_not_new() -> None:
    report = ruled(conflict((factory.claim("133", "old.txt"), factory.claim("143", "new.txt"))), "standing")
    assert lines(report, "new.txt") == []
    (reviewed,) = reviewed_conflicts(report, ["new.txt"], load())
    assert str(reviewed) == "new.txt:1:1: medium death_toll: 133 against 143"


def test_a_ruling_that_reopened_is_reported_with_what_is_new_even_if_it_is_an_old_conflict() -> None:
    a, b, new = (factory.claim(value, name) for value, name in (("133", "a.txt"), ("143", "b.txt"), ("143", "new.txt")))
    report = ruled(conflict((a, b), (a, new)), "reopened", "new.txt gives 143 too")
    assert lines(report, "new.txt") == [
        "new.txt:1:1: medium death_toll: 133 against 143 (reopened: new.txt gives 143 too)"
    ]
    assert reviewed_conflicts(report, ["new.txt"], load()) == ()


def test_a_new_version_of_an_article_brings_only_what_it_changed() -> None:
    earlier = factory.claim("143", "v1.txt", superseded=True)
    old, same, other = factory.claim("133", "old.txt"), factory.claim("143", "v2.txt"), factory.claim("150", "v2.txt")
    for claim, expected in ((same, []), (other, ["v2.txt:1:1: medium death_toll: 133 against 150"])):
        report = conflict((old, earlier), (old, claim))
        readings = [factory.reading(factory.article(name)) for name in ("old.txt", "v2.txt")]
        readings.append(factory.reading(factory.article("v1.txt"), superseded_by="v2.txt"))
        assert lines(replace(report, articles=tuple(readings)), "v2.txt") == expected


def test_two_weekdays_without_a_date_are_two_sides() -> None:
    day, weekday = dates.parse("2024-03-21"), dates.parse("XXXX-XX-XX")

    def on(value: object, quote: str, name: str) -> Claim:
        return factory.claim(value, name, quote, "event_date", stated=("weekday",) if value is weekday else ())

    a, b, new = on(day, "March 21", "a.txt"), on(weekday, "Friday", "b.txt"), on(weekday, "on Monday", "new.txt")
    (found,) = new_conflicts(conflict((a, b), (a, new)), ["new.txt"], load())
    assert found.sides == ("2024-03-21", "XXXX-XX-XX Monday")


FIRE = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said."


def told(name: str, killed: str, day: str = "") -> Article:
    words = f"{FIRE.format(killed)} It was seen from {name.removesuffix('.txt')} streets away."
    return written(name, words, outlet=f"Outlet {name}", published=day, published_from="header" if day else "")


def checked_articles(new: list[Article], old: list[Article]) -> tuple[NewConflict, ...]:
    names = [article.id for article in new]
    found = new_conflicts(reported([*new, *old]), names, BOOK)
    return tuple(one for one in found if one.fact == "death_toll")


def test_each_of_many_new_articles_that_say_the_same_is_told_what_it_contradicts() -> None:
    new = [told(f"new{n}.txt", "Nine") for n in range(11)]
    found = checked_articles(new, [told("old.txt", "Twelve")])
    assert sorted(one.article for one in found) == sorted(article.id for article in new)
    assert {one.sides for one in found} == {("12", "9")}


def test_an_old_conflict_is_no_new_one_however_many_new_articles_surround_it_in_time() -> None:
    days = ["2023-05-03", "2023-05-04", "2023-05-05", "2023-05-06", "2023-05-07", "2023-05-08", "2023-05-09"]
    new = [told(f"new{n}.txt", "Nine", day) for n, day in enumerate(days) if n != 3]
    old = [told("a.txt", "Nine", days[3]), told("b.txt", "Twelve", days[3])]
    assert checked_articles(new, old) == ()


def test_a_conflict_of_two_old_articles_that_only_the_new_one_brought_together_is_new() -> None:
    a, b, new = (factory.claim(value, name) for value, name in (("12", "a.txt"), ("9", "b.txt"), ("12", "new.txt")))
    together, asked = conflict((a, b), (b, new)), []

    def apart(articles: Collection[str]) -> Report:
        asked.append(sorted(articles))
        return factory.report(factory.finding(a), factory.finding(b), claims=(a, b))

    assert new_conflicts(together, ["new.txt"], load()) == ()
    (found,) = new_conflicts(together, ["new.txt"], load(), before=apart)
    assert (found.article, found.others) == ("new.txt", (b.id,))
    assert new_conflicts(together, ["new.txt"], load(), before=lambda _: conflict((a, b))) == ()
    assert asked == [["a.txt", "b.txt"]], "only the archive's, and only once"


def test_the_archive_alone_is_asked_only_where_a_new_article_repeats_a_side() -> None:
    def never(articles: Collection[str]) -> Report:
        raise AssertionError(articles)

    old, new = factory.claim("133", "old.txt"), factory.claim("143", "new.txt")
    assert len(new_conflicts(conflict((old, new)), ["new.txt"], load(), before=never)) == 1


def test_reports_on_the_archive_alone_group_as_its_own_report_does() -> None:
    old = [
        told("a.txt", "Nine"),
        told("b.txt", "Twelve"),
        written("c.txt", "Floods in Lagos killed 3 people, police said."),
    ]
    drafts, failed = pipeline.drafts(old, BOOK)
    assert failed == []
    whole = pipeline.reported(drafts, BOOK)
    alone = before(drafts, BOOK)(["a.txt", "b.txt"])
    events = [event for event in whole.events if "c.txt" not in event.articles]
    assert [(event.id, event.articles) for event in alone.events] == [(event.id, event.articles) for event in events]
    assert [one.id for one in alone.findings] == [
        one.id for one in whole.findings if one.event in {e.id for e in events}
    ]
