from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Claim, TimelineStep
from reconcile.resolve.moves import MOVES
from tests.resolve.table import resolved, says

DAYS = ("2024-05-01", "2024-05-02", "2024-05-03", "2024-05-02T10:00:00Z", "2024-05-02T10:40:00Z", "")


def told(*claims: Claim) -> list[str]:
    """Each step as `as_of: value move, ...`, with `!` where it disagrees in itself."""
    return [shown(step) for step in resolved(*claims)["death_toll"].timeline]


def shown(step: TimelineStep) -> str:
    moves = ", ".join(f"{move.value} {move.move}" for move in step.moves)
    return f"{step.as_of or 'no date'}: {moves}{' !' * bool(step.disagreement)}"


def toll(article: str, value: str, as_of: str, **fields: object) -> Claim:
    return says(f"{article}.txt", "death_toll", value, as_of=as_of, **fields)


def test_updates_follow_the_times_for_which_figures_are_valid_whatever_the_order_of_articles() -> None:
    later, first = toll("a", "17", "2024-05-02"), toll("b", "11", "2024-05-01")
    assert told(later, first) == ["2024-05-01: 11 first", "2024-05-02: 17 update"]


def test_who_moves_a_figure_is_named_with_the_sentence_and_what_stood_before() -> None:
    steps = resolved(toll("a", "11", "2024-05-01"), toll("b", "17", "2024-05-02"))["death_toll"].timeline
    (move,) = steps[1].moves
    assert (move.articles, move.before) == (("b.txt",), ("11",))
    assert move.say == "The death toll rose from 11 (a.txt, 1 May 2024) to 17 (b.txt, 2 May 2024)."


def test_figures_of_one_time_disagree_and_do_not_move() -> None:
    claims = (toll("a", "26", "2024-05-01T12:00:00Z"), toll("b", "62", "2024-05-01T12:40:00Z"))
    assert told(*claims) == ["2024-05-01T12:00:00Z: 26 first, 62 first !"]
    (step,) = resolved(*claims)["death_toll"].timeline
    assert step.until == "2024-05-01T12:40:00Z"
    assert step.disagreement == ("26 (a.txt) and 62 (b.txt) differ and are equally recent.",)


def test_a_day_beside_a_time_in_it_is_one_time() -> None:
    claims = (toll("a", "26", "2024-05-01"), toll("b", "62", "2024-05-01T12:40:00Z"), toll("c", "70", "2024-05-02"))
    assert told(*claims) == ["2024-05-01: 26 first, 62 first !", "2024-05-02: 70 update"]


def test_a_lower_figure_is_a_correction_of_its_own_source_and_a_contradiction_of_another() -> None:
    first = toll("a", "62", "2024-05-01", speaker="russia")
    assert told(first, toll("b", "26", "2024-05-02", speaker="russia"))[1] == "2024-05-02: 26 correction"
    assert told(first, toll("b", "26", "2024-05-02"))[1] == "2024-05-02: 26 contradiction"


def test_an_old_bound_printed_late_moves_nothing() -> None:
    claims = (toll("a", "31", "2024-05-01"), toll("b", "20+", "2024-05-02"), toll("c", "31", "2024-05-03"))
    assert told(*claims) == ["2024-05-01: 31 first", "2024-05-02: 20+ narrower", "2024-05-03: 31 repeats"]


def test_an_exact_figure_takes_the_place_of_the_bound_that_it_fits() -> None:
    claims = (toll("a", ">130", "2024-05-01"), toll("b", "137", "2024-05-02"), toll("c", "139", "2024-05-03"))
    (_, _, last) = resolved(*claims)["death_toll"].timeline
    assert (last.moves[0].move, last.moves[0].before) == ("update", ("137",))


def test_two_counters_that_move_together_are_an_update_of_the_falling_one() -> None:
    claims = [
        *(toll("a", "4", "2024-05-01"), toll("b", "5", "2024-05-02")),
        says("a.txt", "injured", "30", as_of="2024-05-01"),
        says("b.txt", "injured", "29", as_of="2024-05-02"),
    ]
    (_, step) = resolved(*claims)["injured"].timeline
    assert step.moves[0].move == "update"
    assert step.moves[0].say.endswith("as the death toll (4, then 5) rose by about as many.")


def test_the_missing_fall_as_the_dead_and_the_rescued_rise_together() -> None:
    days, figures = ("2024-05-01", "2024-05-02"), {"missing": "30 22", "death_toll": "4 6", "rescued": "10 16"}
    claims = [
        says(f"{day}.txt", fact, value, as_of=day)
        for fact, values in figures.items()
        for day, value in zip(days, values.split(), strict=True)
    ]
    (_, step) = resolved(*claims)["missing"].timeline
    assert step.moves[0].say.endswith(
        "as the death toll (4, then 6) and the number of rescued (10, then 16) rose by about as many."
    )
    only_dead = [claim for claim in claims if claim.fact != "rescued"]
    assert resolved(*only_dead)["missing"].verdicts[0].say.endswith("while the death toll (4, then 6) rose.")


def test_figures_without_a_time_stand_last_and_move_nothing() -> None:
    assert told(toll("a", "9", ""), toll("b", "11", "2024-05-01")) == ["2024-05-01: 11 first", "no date: 9 undated"]


def test_what_is_no_figure_has_no_timeline() -> None:
    assert resolved(says("a.txt", "event_date", "2024-05-01"))["event_date"].timeline == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["11", "17", "12+", ">10", "~12", "9"]), st.sampled_from(DAYS)), max_size=9))
def test_a_timeline_has_every_answer_once_in_the_order_of_time(drawn: list[tuple[str, str]]) -> None:
    claims = [toll(f"{n}", value, day, id=f"c-{n}", start=n) for n, (value, day) in enumerate(drawn)]
    shuffled = list(claims)
    Random(len(drawn)).shuffle(shuffled)  # noqa: S311
    if claims:
        steps = resolved(*claims)["death_toll"].timeline
        assert steps == resolved(*shuffled)["death_toll"].timeline
        assert sorted(c for step in steps for move in step.moves for c in move.claims) == [c.id for c in claims]
        assert {move.move for step in steps for move in step.moves} <= set(MOVES)
        days = [step.as_of[:10] for step in steps if step.as_of]
        assert days == sorted(days)
