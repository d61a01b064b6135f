from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.resolve.conditions import CONDITIONS, COVERS
from reconcile.resolve.rehearse import played
from reconcile.rulebook import Rulebook, load
from reconcile.rulebook.policies import CONDITION_NAMES, KIND_CONDITIONS, LadderExample
from reconcile.rulebook.policy_checks import read_headline, read_ladder
from reconcile.rulebook.spec import KIND_NAMES

BOOK = load()
EXAMPLES = [(name, n) for name, ladder in sorted(BOOK.ladders.items()) for n in range(len(ladder.example))]

LADDER = """
kind = "count"
why = "To be broken."
[limits]
[[level]]
name = "same"
when = ["same_value"]
verdict = "agree"
say = "both give {a}"
[[level]]
name = "other"
verdict = "contradiction"
say = "{a} and {b}"
[[example]]
a = { value = "12" }
b = { value = "12" }
level = "same"
[[example]]
a = { value = "12" }
b = { value = "13" }
level = "other"
"""


def test_every_condition_that_rules_may_name_is_a_predicate_and_the_other_way_round() -> None:
    assert set(CONDITIONS) == set(CONDITION_NAMES)
    assert set(COVERS) == set(KIND_CONDITIONS) == set(KIND_NAMES)


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_an_example_reaches_its_level_whichever_side_comes_first(name: str, number: int) -> None:
    example = BOOK.ladders[name].example[number]
    fact = next(fact for fact in BOOK.facts.values() if fact.ladder == name and example.fact in ("", fact.id))
    swapped = LadderExample(example.b, example.a, example.level, example.fact, example.severity)
    assert [played(one, fact, BOOK).level.name for one in (example, swapped)] == [example.level] * 2


def test_every_shipped_ladder_and_headline_is_used_by_a_fact() -> None:
    assert {fact.ladder for fact in BOOK.facts.values()} == set(BOOK.ladders)
    assert {fact.headline for fact in BOOK.facts.values()} <= set(BOOK.headlines)


def test_a_sound_ladder_is_read_with_its_file_as_its_name(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LADDER)
    assert read_ladder(path, "rules/policies/mine.toml").rule(2) == "policies/mine.toml#2"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('["same_value"]', '["same_valeu"]', "7:1: 'same_valeu' is not one of .*did you mean 'same_value'"),
        ('["same_value"]', '["covers"]', "7:1: 'covers' asks nothing of a count"),
        ('["same_value"]', "[]", "5:1: 'same' has no conditions, so no level after it is ever reached"),
        ('name = "other"', 'name = "other"\nwhen = ["higher"]', "12:1: the last level takes whatever is left"),
        ('name = "other"', 'name = "same"', "11:1: a second level 'same'"),
        ("both give {a}", "both give {c}", "9:1: unknown field {c}"),
        ("both give {a}", "both give {a", "9:1: not a template"),
        ('level = "same"', 'level = "sme"', "17:1: no level is called 'sme'; did you mean 'same'"),
        ('level = "same"', 'level = "other"', "6:1: no example reaches level 'same'"),
        ('verdict = "agree"', 'verdict = "agrees"', "8:1: 'agrees' is not one of"),
        ("[limits]", "[limits]\nadjacent_day = 1", "5:1: unknown key 'adjacent_day'; did you mean 'adjacent_days'"),
    ],
)
def test_a_broken_ladder_is_an_error_at_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(LADDER.replace(old, new, 1))
    with pytest.raises(RuleError, match="rules/policies/broken.toml:" + message):
        read_ladder(path, "rules/policies/broken.toml")


def test_an_unknown_field_of_a_headline_step_is_an_error_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('source = "A book."\nkinds = ["count"]\nexample = []\n[[step]]\nkeep = "latest"\nsay = "{keptt}"\n')
    with pytest.raises(
        RuleError, match=r"rules/headlines/broken.toml:6:1: unknown field \{keptt\}; did you mean 'kept'"
    ):
        read_headline(path, "rules/headlines/broken.toml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"rising_count"', '"rising_cuont"', "ladder 'rising_cuont' does not exist; did you mean 'rising_count'"),
        ('"rising_count"', '"calendar"', "policies/calendar.toml compares values of kind date"),
        ('"range"', '"rang"', "headline 'rang' does not exist; did you mean 'range'"),
        ("{headline}.", "{headlin}.", "unknown field {headlin}; did you mean 'headline'"),
        ("[wording]", 'falls_wiht = "injured"\n[wording]', "unknown key 'falls_wiht'"),
        ("[materiality]", "identifies = true\n[materiality]", "a count tells no event from another"),
    ],
)
def test_a_fact_that_names_what_does_not_exist_is_an_error_at_its_place(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(RuleError, match="facts/death_toll/fact.toml:.*" + message):
        load_with_fact(tmp_path, "death_toll", old, new)


def test_a_term_that_excludes_an_unknown_one_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no term is called 'blaed'; did you mean 'blade'"):
        load_with_fact(
            tmp_path, "weapon", 'excludes = ["mine", "car-bomb", "suicide-bomb", "blade"', 'excludes = ["blaed"'
        )


def load_with_fact(folder: Path, fact: str, old: str, new: str) -> Rulebook:
    """The shipped rules with those of `folder`, where a fact's file has `new` for the first `old`."""
    text = BOOK.files[f"facts/{fact}/fact.toml"].path.read_text(encoding="utf-8")
    assert old in text
    path = folder / "facts" / fact / "fact.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load([folder])


@pytest.mark.parametrize("name", sorted(BOOK.ladders))
def test_every_level_is_missed_by_an_example_for_one_condition_alone(name: str) -> None:
    facts = {fact.id: fact for fact in BOOK.facts.values() if fact.ladder == name}
    ladder, missed = BOOK.ladders[name], set[str]()
    for example in ladder.example:
        fact = facts[example.fact] if example.fact else next(iter(facts.values()))
        pair = played(example, fact, BOOK).pair
        for level in ladder.level:
            lacking = [condition for condition in level.when if not CONDITIONS[condition](pair)]
            if len(lacking) == 1:
                missed.add(level.name)
    assert [level.name for level in ladder.level if level.when and level.name not in missed] == []
