from __future__ import annotations

from reconcile.resolve.against_itself import against_itself
from reconcile.resolve.findings import resolve
from tests import factory
from tests.resolve.table import BOOK, resolved, says, undated


def test_an_article_that_speaks_alone_is_single() -> None:
    found = resolved(says("a.txt", "death_toll", "12"))["death_toll"]
    assert (found.status, found.severity, found.range, found.headline.value) == ("single", "none", "12", "12")
    assert found.wording == "The death toll is given as 12, according to a.txt."


def test_one_article_against_itself_is_a_conflict_and_named_in_its_problems() -> None:
    title, body = says("a.txt", "death_toll", "80", start=0), says("a.txt", "death_toll", "68", start=40)
    found = resolved(title, body)["death_toll"]
    assert found.status == "conflict"
    assert against_itself([title, body], [], {}, BOOK) == {
        "a.txt": ("death toll: One article (a.txt) gives both 68 and 80.",)
    }


def test_what_two_speakers_say_in_one_article_is_no_problem_of_the_article() -> None:
    russia = says("a.txt", "attribution", "ukraine", speaker="russia", stance="accused")
    ukraine = says("a.txt", "attribution", "russia", speaker="ukraine", stance="accused")
    assert against_itself([russia, ukraine], [], {}, BOOK) == {}


def test_parts_have_verdicts_but_do_not_change_the_status() -> None:
    part = says("b.txt", "death_toll", "99", role="part", says=False)
    found = resolved(says("a.txt", "death_toll", "12"), says("b.txt", "death_toll", "12"), part)["death_toll"]
    assert found.status == "agreed"
    assert {one.verdict for one in found.verdicts} == {"agree", "contradiction"}


def test_a_status_is_the_most_serious_verdict_between_answers() -> None:
    times = {"as_of": "2024-05-01"}, {"as_of": "2024-05-02"}
    rising = [says(f"{n}.txt", "death_toll", value, **times[n]) for n, value in enumerate(("11", "17"))]
    assert resolved(*rising)["death_toll"].status == "updated"
    assert resolved(*rising, says("c.txt", "death_toll", "40"))["death_toll"].status == "conflict"


def test_an_update_is_headed_and_worded_by_the_latest_figure() -> None:
    found = resolved(
        says("a.txt", "death_toll", "11", as_of="2024-05-01"), says("b.txt", "death_toll", "17", as_of="2024-05-02")
    )["death_toll"]
    assert (found.headline.value, found.range) == ("17", "11..17")
    assert found.headline.steps == ("The latest dated: 17; set aside: 11.",)
    assert found.wording == "The death toll is now given as 17."


def test_a_later_figure_of_fewer_sources_does_not_lower_the_headline_of_victims() -> None:
    many = [says(f"{name}.txt", "injured", "9", as_of="2024-05-01") for name in "ab"]
    fewer = says("c.txt", "injured", "4", as_of="2024-05-03")
    found = resolved(*many, fewer)["injured"]
    assert found.headline.value == "9"
    assert found.headline.steps == ("Set aside, as it is below what more sources gave before: 4.",)
    assert {row.value for row in found.values} == {"9", "4"}


def test_a_later_figure_lowers_it_where_it_has_the_sources_or_a_reason_or_counts_no_victims() -> None:
    one = says("a.txt", "injured", "9", as_of="2024-05-01")
    assert resolved(one, says("b.txt", "injured", "4", as_of="2024-05-03"))["injured"].headline.value == "4"
    found = [says(f"{name}.txt", "missing", "9", as_of="2024-05-01") for name in "ab"]
    assert resolved(*found, says("c.txt", "missing", "4", as_of="2024-05-03"))["missing"].headline.value == "4"
    hurt = [says(f"{name}.txt", "injured", "9", as_of="2024-05-01") for name in "ab"]
    dead = [says("a.txt", "death_toll", "1", as_of="2024-05-01"), says("c.txt", "death_toll", "3", as_of="2024-05-03")]
    fallen = says("c.txt", "injured", "7", as_of="2024-05-03")
    assert resolved(*hurt, *dead, fallen)["injured"].headline.value == "7"


def test_every_value_stays_in_the_finding_whatever_is_printed() -> None:
    claims = [says(f"{n}.txt", "death_toll", value) for n, value in enumerate(("133+", ">130", "~200", "12"))]
    found = resolved(*claims)["death_toll"]
    assert {row.value for row in found.values} == {"133+", ">130", "~200", "12"}
    assert {claim for row in found.values for claim in row.claims} == {claim.id for claim in claims}


def test_copies_of_one_text_count_as_one_origin() -> None:
    claims = [says(name, "death_toll", "12") for name in ("a.txt", "b.txt", "c.txt")]
    found = resolved(*claims, origins={"a.txt": "wire", "b.txt": "wire"})["death_toll"]
    assert [row.origins for row in found.values] == [2]


def test_the_best_supported_day_wins_the_headline_over_the_latest_article() -> None:
    found = resolved(
        says("a.txt", "event_date", "2024-03-22"),
        says("b.txt", "event_date", "XXXX-XX-XX", "on Friday"),
        says("c.txt", "event_date", "2024-03-25", as_of="2024-04-01"),
    )["event_date"]
    assert found.headline.value == "2024-03-22"


def test_a_falling_number_of_injured_is_an_update_where_the_dead_rose() -> None:
    day, later = {"as_of": "2024-05-01"}, {"as_of": "2024-05-02"}
    injured = says("a.txt", "injured", "30", **day), says("b.txt", "injured", "29", **later)
    dead = says("a.txt", "death_toll", "4", **day), says("b.txt", "death_toll", "5", **later)
    assert resolved(*injured, *dead)["injured"].status == "updated"
    assert resolved(*injured)["injured"].status == "conflict"


def test_what_is_only_recalled_is_at_most_a_low_conflict() -> None:
    found = resolved(says("a.txt", "death_toll", "12", says=False), says("b.txt", "death_toll", "40", says=False))
    assert (found["death_toll"].status, found["death_toll"].severity) == ("conflict", "low")


def test_conflicts_come_first_by_severity_then_the_facts_in_their_order() -> None:
    claims = [
        says("a.txt", "weapon", "firearm"),
        says("a.txt", "injured", "3"),
        says("a.txt", "detained", "11"),
        says("b.txt", "detained", "2"),
        says("a.txt", "event_date", "2024-03-22"),
        says("b.txt", "event_date", "2023-03-22"),
    ]
    articles = {name: undated(name) for name in ("a.txt", "b.txt")}
    found = resolve([factory.event("ev-1", *articles)], claims, articles, BOOK)
    assert [one.fact for one in found] == ["event_date", "detained", "injured", "weapon"]


def test_a_finding_keeps_its_id_whatever_else_is_found() -> None:
    alone = resolved(says("a.txt", "death_toll", "12"))["death_toll"]
    more = resolved(says("a.txt", "death_toll", "12"), says("b.txt", "death_toll", "15"))["death_toll"]
    assert alone.id == more.id
    assert alone.id.startswith("f-")


def test_a_verdict_names_the_level_of_the_policy_that_gave_it() -> None:
    found = resolved(says("a.txt", "death_toll", "12"), says("b.txt", "death_toll", "12"))["death_toll"]
    ladder = BOOK.ladders["rising_count"]
    number = [level.name for level in ladder.level].index("same-group-same-number") + 1
    assert found.verdicts[0].rule == f"policies/rising_count.toml#{number}"


def test_braces_in_an_article_are_words_like_others() -> None:
    claim = says("a.txt", "perpetrator", "name:{a} Brigade", "{b.__class__}")
    found = resolved(claim, says("{c}.txt", "perpetrator", "name:Red Star"))["perpetrator"]
    assert "{a} Brigade" in found.verdicts[0].say


def test_no_sentence_calls_anything_true_or_false() -> None:
    values = ("12", "133+", "137+", ">130", "~200")
    claims = [says(f"{n}.txt", "death_toll", value) for n, value in enumerate(values)]
    found = resolved(*claims)["death_toll"]
    said = " ".join([found.wording, *found.notes, *found.headline.steps, *(one.say for one in found.verdicts)])
    assert "false" not in said.casefold()
    assert "true" not in said.replace("literally true", "")


def test_consistent_articles_in_different_words_come_to_no_conflict() -> None:
    first, second = {"as_of": "2024-05-01T09:00:00Z"}, {"as_of": "2024-05-02T09:00:00Z"}
    found = resolved(
        says("a.txt", "death_toll", "24+", "dozens", **first),
        says("b.txt", "death_toll", "30+", **first),
        says("c.txt", "death_toll", "41", **second),
        says("b.txt", "death_toll", "6", role="part", counted="children", says=False, **first),
        says("a.txt", "event_date", "2024-05-01", **first),
        says("b.txt", "event_date", "XXXX-XX-XX", "on Wednesday", **first),
        says("c.txt", "event_date", "2024-05", **second),
        says("a.txt", "place", "afghanistan", **first),
        says("b.txt", "place", "kabul", **first),
        says("c.txt", "place", "name:Shahr Market", **second),
        says("c.txt", "place", "kabul", start=30, **second),
        says("a.txt", "perpetrator", "name:gunmen", **first),
        says("b.txt", "perpetrator", "islamic-state", stance="claimed", **first),
        says("c.txt", "perpetrator", "is-khorasan", **second),
        says("b.txt", "attribution", "islamic-state", stance="claimed", speaker="islamic-state", **first),
        says("c.txt", "attribution", "is-khorasan", stance="accused", speaker="united-states", **second),
        says("a.txt", "weapon", "explosive", **first),
        says("b.txt", "weapon", "suicide-bomb", **first),
        says("c.txt", "weapon", "firearm", **second),
    )
    assert {fact: one.status for fact, one in found.items() if one.status == "conflict"} == {}


def test_one_outlet_under_two_names_corrects_itself() -> None:
    earlier = undated("a.txt", outlet="AP", published="2024-05-01")
    later = undated("b.txt", outlet="The Associated Press", published="2024-05-02")
    other = undated("b.txt", outlet="Riverside Gazette", published="2024-05-02")
    figures = says("a.txt", "death_toll", "12"), says("b.txt", "death_toll", "10")
    verdicts = [resolved(*figures, articles=(earlier, two))["death_toll"].verdicts[0] for two in (later, other)]
    assert [one.verdict for one in verdicts] == ["correction", "contradiction"]
    assert "Associated Press" in verdicts[0].say
