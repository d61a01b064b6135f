"""What a batch brings to an archive: new conflicts at their places, and nothing that was there before."""

from __future__ import annotations

from reconcile.check import at_least, new_conflicts
from reconcile.model import Claim, Fault, Finding, Report
from reconcile.rulebook import load
from tests import factory


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
