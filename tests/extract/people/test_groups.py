"""Figures with their nouns, as groups of people, attackers and things."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.matching.mask import Masked, mask
from reconcile.extract.matching.slots import Slot
from reconcile.extract.people.counts import find_counts
from reconcile.extract.people.groups import grouped
from reconcile.kinds.count import Count
from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.rulebook.language.people import PeopleWords
from reconcile.text.fold import fold

LANGUAGE = shipped() / "languages/en"
NUMBERS = decode(NumberWords, LANGUAGE / "numbers.toml", "rules/languages/en/numbers.toml")
PEOPLE = decode(PeopleWords, LANGUAGE / "people.toml", "rules/languages/en/people.toml")


def read(text: str, *persons: str) -> Masked:
    """`text` with its groups; `persons` are names in it that are known to be persons'."""
    folded = fold(text)
    slots = [
        Slot("count", m.start, m.end, count=m.value) for m in find_counts(folded, NUMBERS) if isinstance(m.value, Count)
    ]
    slots += [Slot("person", folded.index(fold(p)), folded.index(fold(p)) + len(p)) for p in persons]
    return grouped(mask(folded, 0, len(folded), sorted(slots, key=lambda slot: slot.start)), PEOPLE)


def groups(text: str, *persons: str) -> list[tuple[str, str, str]]:
    """Sort, count and words of each slot of `text`."""
    slots = sorted(read(text, *persons).slots.values(), key=lambda slot: slot.start)
    return [(slot.sort, str(slot.count), text[slot.start : slot.end]) for slot in slots]


@pytest.mark.parametrize(
    ("text", "sort", "count", "words"),
    [
        ("The flood took 12 villagers away.", "people", "12", "12 villagers"),
        ("It hit at least 12 young village teachers.", "people", "12+", "at least 12 young village teachers"),
        ("A 27-year-old driver fell.", "people", "1", "A 27-year-old driver"),
        ("The mayor and council met.", "people", "1", "The mayor"),
        ("They saw a couple at the gate.", "people", "2", "a couple"),
        ("Both sisters fell.", "people", "2", "Both sisters"),
        ("Two gunmen fled.", "attackers", "2", "Two gunmen"),
        ("Two armed men fled.", "attackers", "2", "Two armed men"),
        ("He said that rebels fled.", "attackers", "None", "rebels"),
        ("That rebel fled.", "attackers", "1", "That rebel"),
        ("A rebel column came.", "attackers", "None", "rebel column"),
        ("They mourn the murder of her son.", "people", "1", "her son"),
        ("They sold 12 cars.", "things", "12", "12"),
        ("It killed 12 in the valley.", "count", "12", "12"),
        ("It killed 12.", "count", "12", "12"),
        ("It killed 12 | News", "count", "12", "12"),
        ("Teacher hurt in fall", "people", "1", "Teacher"),
        ("Crash kills teacher", "people", "1", "teacher"),
        ("The sect lost 12 preachers.", "people", "12", "12 preachers"),
        ("They built 12 towers.", "things", "12", "12"),
        ("Six men and women fell.", "people", "6", "Six men and women"),
        ("A 9-year-old was there.", "people", "1", "A 9-year-old"),
        ("Two 9-year-olds fell.", "people", "2", "Two 9-year-olds"),
        ("A 9-year-old Leeds boy fell.", "people", "1", "A 9-year-old Leeds boy"),
        ("A 25 y/o man fell.", "people", "1", "A 25 y/o man"),
    ],
)
def test_a_figure_goes_with_its_noun(text: str, sort: str, count: str, words: str) -> None:
    found = [group for group in groups(text) if group[0] == sort]
    assert found[0][1] == count
    assert found[0][2].startswith(words)


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        ("Two sons of a farmer fell.", "2", "Two sons of a farmer"),
        ("A woman, three swimmers and a guard fell.", "5", "A woman, three swimmers and a guard"),
        ("A mother, her three sons and a guard fell.", "5", "A mother, her three sons and a guard"),
        ("A teacher and two of her pupils fell.", "3", "A teacher and two of her pupils"),
        ("A teacher met two of the pupils.", "1", "A teacher"),
    ],
)
def test_whose_they_are_adds_nobody_and_those_of_one_named_do(text: str, count: str, words: str) -> None:
    assert groups(text)[0][1:] == (count, words)


def test_a_figure_behind_as_young_as_is_an_age() -> None:
    assert groups("Some as young as 13 were there.") == [("things", "13", "13")]


def test_attackers_are_a_group_without_a_figure_too() -> None:
    assert groups("The gunmen fled.") == [("attackers", "None", "The gunmen")]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("Two men and a woman fell.", "3", ["2", "1"]),
        ("Two men, a boy and three women fell.", "6", ["2", "1", "3"]),
        ("A couple and their son fell.", "3", ["2", "1"]),
        ("At least two men and a woman fell.", "3+", ["2+", "1"]),
        ("Two women, one man hurt", "3", ["2", "1"]),
    ],
)
def test_a_list_is_summed_and_keeps_its_parts(text: str, total: str, parts: list[str]) -> None:
    (slot,) = [slot for slot in read(text).slots.values() if slot.parts]
    assert str(slot.count) == total
    assert [str(part.count) for part in slot.parts] == parts


def test_of_two_nouns_the_last_is_counted_though_it_has_two_words() -> None:
    (group,) = groups("Two Islamist militant groups claimed it.")
    assert group == ("attackers", "2", "Two Islamist militant groups")


def test_who_speaks_behind_a_list_is_none_of_it() -> None:
    text = "The blast wounded 60, including 12 children, regional governor Ada Bell said."
    assert ("people", "12", "12 children") in groups(text, "Ada Bell")
    assert groups("The blast killed 12 children, a governor and Ada Bell.", "Ada Bell")[0][1] == "14"


@pytest.mark.parametrize(
    ("text", "count", "parts"),
    [
        ("One person, a man of 61, fell.", 1, []),
        ("Two people, a man and a woman, fell.", 2, ["1", "1"]),
        ("Eight people, five men and three women, fell.", 8, ["5", "3"]),
        ("Three women, two men and a boy fell.", 6, ["3", "2", "1"]),
    ],
)
def test_an_apposition_is_not_added(text: str, count: int, parts: list[str]) -> None:
    first = min(read(text).slots.values(), key=lambda slot: slot.start)
    assert [str(part.count) for part in first.parts] == parts
    assert first.count is not None
    assert first.count.n == count


@pytest.mark.parametrize("text", ["A boy aged 14 fell.", "Two men, aged 19 and 22, fell.", "Twins aged four fell."])
def test_ages_count_nobody(text: str) -> None:
    (slot,) = [slot for slot in read(text).slots.values() if slot.sort in ("people", "count")]
    assert slot.count is not None
    assert slot.count.n in (1, 2)


@pytest.mark.parametrize("text", ["Bus 31 fell.", "He was on Flight 370."])
def test_the_number_of_a_thing_counts_nobody(text: str) -> None:
    assert {slot.sort for slot in read(text).slots.values()} == {"things"}


def test_an_ordinal_is_kept() -> None:
    places = [slot.nth for text in ("A third man fell.", "The 21st victim fell.") for slot in read(text).slots.values()]
    assert places == [3, 21]


def test_more_and_others_are_marked() -> None:
    (more,) = read("Three more divers drowned.").slots.values()
    (other,) = read("Three other divers drowned.").slots.values()
    assert (more.more, more.other) == (True, False)
    assert (other.more, other.other) == (False, True)


def test_some_of_those_named_before_are_a_part() -> None:
    (slot,) = read("Three of the divers drowned.").slots.values()
    assert slot.part


def test_an_age_behind_a_name_is_no_figure_on_people() -> None:
    found = groups("Maria Lopez, 44, spoke. Ann Cole (12) did not.", "Maria Lopez", "Ann Cole")
    assert [(sort, count) for sort, count, _ in found if sort != "things"] == [("person", "1"), ("person", "1")]


def test_two_persons_side_by_side_are_two() -> None:
    found = groups("Maria Lopez, 44, and John Baker, 51, fell.", "Maria Lopez", "John Baker")
    assert [count for sort, count, _ in found if sort == "person"] == ["2", "2"]


@pytest.mark.parametrize("text", ["two men and " * 500, "the " * 3000, "12 " * 2000, "man " * 2000, "a man, " * 700])
def test_hostile_text_is_read_in_time(text: str) -> None:
    before = time.process_time()
    read(text)
    assert time.process_time() - before < 5


WORDS = [
    "two",
    "12",
    "at least",
    "men",
    "a",
    "woman",
    "and",
    ",",
    "gunmen",
    "cars",
    "more",
    "of",
    "the",
    "other",
    "couple",
    "killed",
    "both",
    "(",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_groups_lie_in_the_text_and_exact_parts_add_up(words: list[str]) -> None:
    text = " ".join(words)
    masked = read(text)
    for slot in masked.slots.values():
        assert 0 <= slot.start < slot.end <= len(text)
        figures = [part.count for part in slot.parts if part.count]
        if slot.count is not None and slot.count.form == "exact" and figures:
            assert sum(figure.n for figure in figures) == slot.count.n


def test_a_noun_before_another_is_no_group_of_its_own() -> None:
    (slot,) = read("A student leader fell.").slots.values()
    assert (slot.noun, slot.start, slot.end) == ("leader", 0, len("A student leader"))


def test_two_persons_may_follow_each_other() -> None:
    slots = read("The body of the 21st victim fell.").slots.values()
    assert [(slot.noun, slot.nth) for slot in slots] == [("body", 0), ("victim", 21)]


@pytest.mark.parametrize("mark", ['"', "'", "(", "-"])
def test_a_mark_before_a_figure_is_none_of_the_group(mark: str) -> None:
    (slot,) = read(f"He said {mark}12 divers fell.").slots.values()
    assert (slot.sort, slot.start) == ("people", len(f"He said {mark}"))


def test_what_only_ends_like_a_word_before_an_age_makes_none() -> None:
    assert [slot.sort for slot in read("Aged 12 and").slots.values()] == ["things"]
    assert [slot.sort for slot in read("They staged 12 and").slots.values()] == ["count"]
