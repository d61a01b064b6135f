"""The shipped rules hold: every example comes out as written, every pattern is fired, every rule error is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.errors import RuleError
from reconcile.examples import failures
from reconcile.examples.coverage import measure
from reconcile.examples.inventory import inventory
from reconcile.examples.ladders import ladder_failures
from reconcile.examples.lint import faults
from reconcile.examples.spelling import matches, parse, spelled
from reconcile.extract.matching.wordings import rules_for
from reconcile.kinds import count, named
from reconcile.rulebook import load
from tests import factory


def test_every_example_and_todo_of_the_shipped_rules_comes_out_as_written() -> None:
    assert [str(failure) for failure in failures(load())] == []


def test_every_pattern_of_the_shipped_rules_is_fired_by_an_example() -> None:
    assert [str(failure) for failure in measure(load()).unfired] == []


def test_every_fact_has_wordings_in_every_language() -> None:
    book = load()
    assert {(fact, language) for fact in book.facts for language in book.languages} == set(book.wordings)


def test_every_rule_file_is_listed_with_what_it_holds() -> None:
    lines = list(inventory(load()))
    assert len(lines) == len(load().files) + len(load().gazetteers)
    assert any(line.startswith("rules/policies/rising_count.toml ") and " level, " in line for line in lines)


def test_spelling_of_expected_claims() -> None:
    assert parse("none") == ()
    assert parse("3 part | >130 possible by name:the mayor") == (
        ("3", "part", "asserted", None),
        (">130", "total", "possible", "name:the mayor"),
    )


def test_an_expected_claim_fits_only_its_value_role_and_stance_and_a_named_speaker() -> None:
    claim = factory.claim(named.parse("ukraine"), stance="accused", speaker="russia", fact="attribution")
    assert matches("ukraine accused", [claim])
    assert matches("ukraine accused by russia", [claim])
    assert not matches("ukraine accused by france", [claim])
    assert not matches("ukraine", [claim])
    assert not matches("none", [claim])
    assert not matches("ukraine accused | ukraine accused", [claim])
    assert spelled([claim]) == "ukraine accused by russia"
    assert spelled([]) == "none"


def test_claims_are_spelled_as_examples_spell_them() -> None:
    claims = [factory.claim(count.parse("3"), role="part"), factory.claim(count.parse("~30"), stance="possible")]
    assert spelled(claims) == "3 part | ~30 possible"
    assert matches(spelled(claims), claims)


def rules(tmp_path: Path, **texts: str) -> Path:
    """A folder of rules, a keyword for each file: `facts__injured__en` is facts/injured/en.toml."""
    for name, text in texts.items():
        path = tmp_path / "mine" / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def mine(found: object) -> list[str]:
    return [str(failure) for failure in found if str(failure).startswith("mine/")]  # type: ignore[attr-defined]


def test_a_failing_example_is_located_with_what_came_instead(tmp_path: Path) -> None:
    text = '[[example]]\ntext = "It rained in Leeds all day."\nclaim = "none"\n\n[[example]]\n'
    text += 'text = "The mayor opened a new bridge in Leeds."\nclaim = "12+"\n'
    found = mine(failures(load([rules(tmp_path, facts__injured__en=text)])))
    expected = (
        "mine/facts/injured/en.toml:5:1: example 'The mayor opened a new bridge in Leeds.': expected 12+, got none"
    )
    assert found[0].splitlines()[0] == expected


def test_a_todo_that_works_is_an_error(tmp_path: Path) -> None:
    text = '[[example]]\ntext = "It rained in Leeds all day."\nclaim = "none"\n\n[[todo]]\n'
    text += 'text = "It snowed in Leeds all day."\nclaim = "none"\n'
    (found,) = mine(failures(load([rules(tmp_path, facts__injured__en=text)])))
    assert found.startswith("mine/facts/injured/en.toml:5:1: todo 'It snowed")
    assert "make it an [[example]]" in found


def test_a_wording_file_without_a_counter_example_is_an_error(tmp_path: Path) -> None:
    found = mine(faults(load([rules(tmp_path, facts__injured__en="")])))
    assert found == ['mine/facts/injured/en.toml:1:1: no counter-example: write an [[example]] with claim = "none"']


def test_a_word_list_that_no_pattern_asks_for_is_an_error(tmp_path: Path) -> None:
    text = "[words]\nzebra = ['zebra']\n[[example]]\ntext = \"It rained.\"\nclaim = 'none'\n"
    (found,) = mine(faults(load([rules(tmp_path, facts__injured__en=text)])))
    assert found.startswith("mine/facts/injured/en.toml:2:1: no pattern asks for the list 'zebra'")


def test_a_pattern_that_no_example_fires_is_an_error(tmp_path: Path) -> None:
    text = "[[pattern]]\nid = 'a'\nmatch = '{count} harmed by a zebra'\n"
    text += '[[example]]\ntext = "It rained."\nclaim = "none"\n'
    (found,) = mine(measure(load([rules(tmp_path, facts__injured__en=text)])).unfired)
    assert found.startswith("mine/facts/injured/en.toml:1:1: no example fires this pattern")


def test_a_name_for_two_parties_is_an_error(tmp_path: Path) -> None:
    actor = '[[actor]]\nid = "{}"\nname = "{}"\nkind = "armed-group"\n'
    text = 'source = "test"\n' + actor.format("moon-one", "Moon Band") + actor.format("moon-two", "Moon Band")
    found = [line.splitlines()[0] for line in mine(faults(load([rules(tmp_path, actors__moon=text)])))]
    assert found == [
        "mine/actors/moon.toml:6:1: 'Moon Band' stands for 'moon-one' and for 'moon-two'; a name has one owner",
    ]


@pytest.mark.parametrize(
    "name, old, new, place",
    [
        ("facts/injured/fact.toml", "rising_count", "rising_cuont", "ladder 'rising_cuont' does not exist"),
        ("languages/en/numbers.toml", "[units]", "[untis]", "unknown key 'untis'; did you mean 'units'?"),
        ("facts/injured/en.toml", "{count}", "{coutn}", "unknown slot or word list {coutn}"),
    ],
)
def test_a_typo_in_a_folder_of_ones_own_is_found_in_that_folder(
    name: str, old: str, new: str, place: str, tmp_path: Path
) -> None:
    text = load().files[name].path.read_text(encoding="utf-8")
    keyword = name.removesuffix(".toml").replace("/", "__")
    with pytest.raises(RuleError) as caught:
        rules_for(load([rules(tmp_path, **{keyword: text.replace(old, new, 1)})]), "en")
    assert str(caught.value).startswith(f"mine/{name}:")
    assert place in str(caught.value)


def test_an_example_of_a_policy_that_reaches_another_level_is_an_error(tmp_path: Path) -> None:
    shipped = load().files["policies/rising_count.toml"].path
    folder = rules(tmp_path)
    (folder / "policies").mkdir(parents=True)
    copy = folder / "policies" / "rising_count.toml"
    shutil.copy(shipped, copy)
    text = copy.read_text(encoding="utf-8")
    copy.write_text(
        text + '\n[[example]]\na = { value = "12" }\nb = { value = "12" }\nlevel = "rose"\n', encoding="utf-8"
    )
    (found,) = mine(ladder_failures(load([folder])))
    assert "example 12 and 12: expected level 'rose', got 'same-group-same-number'" in found


def test_rules_commands_exit_2_and_name_the_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = rules(tmp_path, facts__injured__en="")
    assert main(["rules", "test", "--rules", str(folder)]) == 2
    assert "mine/facts/injured/en.toml:1:1" in capsys.readouterr().out


def test_rules_coverage_counts_what_fires_in_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Twelve people were killed when a bus fell off a bridge in Leeds on Monday.", encoding="utf-8")
    assert main(["rules", "coverage", str(article)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("rules/facts/death_toll/en.toml#" in line and " 1 in articles" in line for line in lines)
