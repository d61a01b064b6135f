"""What the pictures show: times and figures to scale, bounds open, relations told apart in shape, all in words too."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.kinds import named
from reconcile.model import Claim, Finding
from reconcile.report.html.pictures import Picture, blame, family, figure
from reconcile.report.html.pictures.canvas import fitted, width_of
from reconcile.report.html.pictures.labels import Label, Rect, placed
from reconcile.report.html.pictures.scale import number_ticks
from reconcile.report.view import View, view
from tests.factory import article, claim, event, finding, reading, report, verdict
from tests.report.html.batch import HOSTILE, batch
from tests.report.html.dom import Element, elements
from tests.report.sample import book
from tests.written import BOOK


def figures(*given: tuple[str, str], verdicts: tuple[tuple[int, int, str], ...] = ()) -> tuple[Finding, View]:
    """Values with their as-of times, each of an article of its own, and the verdicts between them by number."""
    claims = [claim(value, f"{at}.txt", as_of=as_of, start=at, id=f"c-{at}") for at, (value, as_of) in enumerate(given)]
    said = tuple(verdict(claims[a], claims[b], word) for a, b, word in verdicts)
    one = finding(*claims, verdicts=said, status="conflict", severity="high")
    return one, view(report(one, claims=tuple(claims)), book())


def drawn(*given: tuple[str, str], verdicts: tuple[tuple[int, int, str], ...] = ()) -> tuple[Picture, list[Element]]:
    made = figure.picture(*figures(*given, verdicts=verdicts))
    assert made is not None
    return made, elements(made.svg)


def dots(found: list[Element]) -> list[tuple[float, float]]:
    return [
        (float(e.attributes["cx"]), float(e.attributes["cy"]))
        for e in found
        if e.attributes.get("class", "").startswith("pt")
    ]


def classes(found: list[Element], name: str) -> list[Element]:
    return [e for e in found if name in e.attributes.get("class", "").split()]


def test_times_and_figures_are_to_scale() -> None:
    _, found = drawn(("10", "2024-03-01"), ("20", "2024-03-02"), ("40", "2024-03-05"))
    (x1, y1), (x2, y2), (x3, y3) = sorted(dots(found))
    assert (x3 - x2) / (x2 - x1) == pytest.approx(3, abs=0.02)
    assert (y2 - y3) / (y1 - y2) == pytest.approx(2, abs=0.02)


def test_a_day_without_an_hour_is_a_bar_over_it_and_what_contradicts_it_meets_the_bar() -> None:
    made, found = drawn(("31", "2024-03-01T08:00"), ("23", "2024-03-01"), verdicts=((0, 1, "contradiction"),))
    [day] = classes(found, "day")
    left, wide = float(day.attributes["x"]), float(day.attributes["width"])
    timed = max(dots(found), key=lambda dot: -dot[1])[0]
    assert (timed - left) / wide == pytest.approx(8 / 24, abs=0.01)
    [line] = classes(found, "contradiction")
    ends = re.findall(r"[ML]([\d.]+),", line.attributes["d"])
    assert float(ends[0]) == float(ends[-1]) == pytest.approx(timed, abs=0.2)
    assert ("day", "some time on that day") in made.legend
    assert not classes(drawn(("31", "2024-03-01T08:00"), ("23", "2024-03-01T09:00"))[1], "day")


def test_a_lower_bound_is_open_upwards_an_upper_bound_downwards_and_a_range_has_two_ends() -> None:
    _, found = drawn(("10+", "2024-03-01"), ("<=30", "2024-03-03"), ("12..20", "2024-03-05"))
    bars = [e.attributes["d"] for e in classes(found, "bar") if "head" not in e.attributes["class"]]
    numbers = [[float(n) for n in re.findall(r"[\d.]+", bar)] for bar in bars]
    assert numbers[0][1] > numbers[0][3]
    assert numbers[1][1] < numbers[1][3]
    assert len(bars) == 5  # the range: its bar and two ends
    assert len(classes(found, "head")) == 2


def test_an_update_and_a_contradiction_differ_in_shape_and_not_in_colour_alone() -> None:
    made, found = drawn(
        ("10", "2024-03-01"),
        ("12", "2024-03-02"),
        ("17", "2024-03-02"),
        verdicts=((0, 1, "update"), (1, 2, "contradiction")),
    )
    assert len(classes(found, "rel-head")) == 1
    assert [e.text for e in classes(found, "badge-t")] == ["≠"]
    assert dict(made.legend).keys() >= {"update", "contradiction"}
    assert "1 contradiction, 1 update" in made.caption


def test_an_update_is_drawn_from_the_last_step_before_it() -> None:
    steps = ((0, 1, "update"), (1, 2, "update"), (0, 2, "update"))
    made, found = drawn(("10", "2024-03-01"), ("12", "2024-03-02"), ("17", "2024-03-03"), verdicts=steps)
    assert len(classes(found, "rel-head")) == 2
    assert made.caption.endswith("2 updates.")


def test_figures_without_a_time_stand_in_a_lane_of_their_own() -> None:
    made, found = drawn(("10", ""), ("12", "2024-03-02"), ("17", "2024-03-03"))
    assert "no time known" in [e.text for e in found if e.tag == "text"]
    assert min(dots(found))[0] < min(x for x, _ in sorted(dots(found))[1:])
    assert "1 without a time" in made.caption


def test_one_dot_for_each_source_and_a_row_for_each_behind_it() -> None:
    made, found = drawn(("10", "2024-03-01"), ("10", "2024-03-01"), ("10", "2024-03-01"), ("12", "2024-03-02"))
    assert len(dots(found)) == len(made.table) == 4
    assert any("10 · " in e.text for e in found if e.tag == "text")
    assert made.table[0][0] == "10"


def test_one_figure_alone_is_no_picture() -> None:
    assert figure.picture(*figures(("10", "2024-03-01"), ("10", "2024-03-02"))) is None


def test_a_picture_has_a_name_for_those_who_do_not_see_it_and_no_style_of_its_own() -> None:
    made, found = drawn(("10", "2024-03-01"), ("12", "2024-03-02"))
    assert found[0].attributes["role"] == "img"
    assert found[0].attributes["aria-labelledby"] == found[1].attributes["id"]
    assert "10 (1 March 2024); 12 (2 March 2024)" in found[1].text
    assert "style" not in made.svg


values = st.tuples(
    st.sampled_from(["{}", "{}+", ">{}", "<={}", "~{}"]),
    st.integers(0, 10**6),
    st.sampled_from(["", "2024-03-01", "2024-03-01T10:00:00+02:00", "2023-01-05", "1999-12-31T23:59:00Z", "nonsense"]),
)


@settings(deadline=None)
@given(st.lists(values, min_size=1, max_size=12))
def test_whatever_the_figures_are_all_of_a_picture_lies_in_it(given: list[tuple[str, int, str]]) -> None:
    made = figure.picture(*figures(*((form.format(number), as_of) for form, number, as_of in given)))
    if made is not None:
        for x, y in dots(elements(made.svg)):
            assert 0 <= x <= 760
            assert 0 <= y <= 310
        assert "nan" not in made.svg


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 300), st.text("abc ", max_size=40)), max_size=30))
def test_labels_lie_on_nothing_and_on_no_other_label(given: list[tuple[int, int, str]]) -> None:
    labels = [Label(text, x, y, 5) for x, y, text in given]
    taken = [Rect(x - 5, y - 5, x + 5, y + 5) for x, y, _ in given]
    rects = [
        Rect(p.x, p.y - 12, p.x + width_of(p.label.text), p.y + 3)
        for p in placed(labels, taken, [], Rect(0, 0, 760, 310))
    ]
    for at, rect in enumerate(rects):
        assert not any(rect.meets(other) for other in (*taken, *rects[:at]))


@settings(deadline=None)
@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_marks_on_an_axis_are_evenly_apart_and_few(low: int, span: int) -> None:
    ticks = number_ticks(low, low + span)
    assert len(ticks) <= 8
    assert len({b - a for a, b in pairwise(ticks)}) <= 1


def test_what_is_too_long_is_cut_to_what_fits() -> None:
    assert width_of(fitted("wide " * 50, 100)) <= 100
    assert fitted("short", 100) == "short"


def attribution(*said: tuple[str, str, str]) -> tuple[Finding, View]:
    """Speakers, stances and parties, each of an article of its own."""
    claims: list[Claim] = [
        claim(
            named.parse(party), f"{at}.txt", "x", "perpetrator", speaker=speaker, stance=stance, start=at, id=f"c-{at}"
        )
        for at, (speaker, stance, party) in enumerate(said)
    ]
    one = finding(*claims, status="conflict")
    return one, view(report(one, claims=tuple(claims)), book())


def test_the_map_of_blame_has_a_row_for_each_word_and_tells_stances_apart_in_words_and_lines() -> None:
    said = (
        ("name:Harbour Office", "accused", "harbour-front"),
        ("harbour-front", "claimed", "harbour-front"),
        ("name:Upland", "denied", "name:Upland"),
        ("", "suspected", "name:Upland"),
    )
    made = blame.picture(*attribution(*said))
    assert made is not None
    found = elements(made.svg)
    words = [e.text for e in found if e.tag == "text"]
    assert {"accused · 1 article", "claims it · 1 article", "denied · 1 article", "suspected · 1 article"} <= set(words)
    assert "the articles themselves" in words
    ways = {e.attributes["class"].split()[1] for e in classes(found, "say")}
    assert ways == {"blames", "claims", "denies", "doubts"}
    assert ("Harbour Office", "accused", "Harbour Front", "Outlet A, 2024-03-22 (0.txt)") in made.table


def test_who_has_a_text_from_whom_and_which_version_is_later() -> None:
    shown = view(batch(), BOOK)
    main = next(one for one in shown.events if len(one.articles) > 3)
    told = {name: tuple(c for c in batch().claims if c.article == name) for name in shown.readings}
    made = family.picture(main, shown, told)
    assert made is not None
    found = elements(made.svg)
    assert len(classes(found, "whose")) == 2 * 4  # three articles of the wire and an earlier version: line and head
    assert len(classes(found, "later")) == 3
    assert "more articles, each with a text of its own" in found[0].text
    assert any((row[1] == "Associated Press" and "copy" in row[0]) or "Harbour" in row[0] for row in made.table)


def test_articles_that_all_stand_alone_are_told_in_a_sentence_and_not_drawn() -> None:
    names = ("a.txt", "b.txt")
    claims = tuple(claim(name=name, id=f"c-{name}", origin=name) for name in names)
    one = report(
        finding(*claims), claims=claims, articles=tuple(reading(article(n), origin=n) for n in names),
        events=(event("ev-1", *names),),
    )  # fmt: skip
    shown = view(one, book())
    told = {name: (c,) for name, c in zip(names, claims, strict=True)}
    assert family.picture(shown.events[0], shown, told) is None
    assert family.caption(shown.events[0], shown, told).startswith("2 articles, 2 origins; none credits an agency")


def test_hostile_words_are_words_in_a_picture_too() -> None:
    made = blame.picture(*attribution((f"name:{HOSTILE}", "accused", f"name:{HOSTILE}")))
    assert made is not None
    assert {e.tag for e in elements(made.svg)} <= {"svg", "title", "path", "rect", "text", "circle"}
    assert "\u202e" not in made.svg
