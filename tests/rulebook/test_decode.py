"""A bad rule file says where, what is allowed and what to do; a good one becomes what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from msgspec import Struct, field

from reconcile.errors import RuleError
from reconcile.rulebook import load
from reconcile.rulebook.allowed import NOT_IN_FILE, Words
from reconcile.rulebook.decode import decode, rule_error
from reconcile.rulebook.spec import Wordings


class Herb(Struct, frozen=True):
    id: str
    height: float = 0.0
    taste: Annotated[str, Words(("mild", "bitter", "sharp"))] = "mild"
    from_: str = ""


class Garden(Struct, frozen=True):
    name: str
    beds: int
    fenced: bool = False
    herb: tuple[Herb, ...] = ()
    signs: dict[str, str] = field(default_factory=dict)
    path: Annotated[str, NOT_IN_FILE] = ""


def decoded(tmp_path: Path, text: str) -> Garden:
    path = tmp_path / "garden.toml"
    path.write_text(text, encoding="utf-8")
    return decode(Garden, path, "rules/garden.toml")


def message(tmp_path: Path, text: str) -> str:
    with pytest.raises(RuleError) as caught:
        decoded(tmp_path, text)
    return str(caught.value)


def test_a_file_becomes_what_it_says(tmp_path: Path) -> None:
    text = 'name = "North"\nbeds = 3\n[[herb]]\nid = "sage"\nheight = 1\nfrom = "Crete"\n[signs]\ngate = "shut"\n'
    assert decoded(tmp_path, text) == Garden(
        "North", 3, herb=(Herb("sage", height=1.0, from_="Crete"),), signs={"gate": "shut"}
    )


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    assert decoded(tmp_path, '\ufeffname = "N"\nbeds = 1\n').name == "N"


def test_what_is_told_otherwise_is_no_key_of_the_file(tmp_path: Path) -> None:
    assert "unknown key 'path'" in message(tmp_path, 'name = "N"\nbeds = 1\npath = "x"\n')


def test_an_unknown_key_names_its_place_and_the_likely_key(tmp_path: Path) -> None:
    text = 'name = "N"\nbeds = 1\n\n[[herb]]\nid = "sage"\n\n[[herb]]\nid = "rue"\n  tsate = "bitter"\n'
    assert message(tmp_path, text) == (
        "rules/garden.toml:9:3: unknown key 'tsate'; did you mean 'taste'?\n    tsate = \"bitter\"\n    ^"
    )


def test_an_unknown_key_like_no_other_lists_the_known_ones(tmp_path: Path) -> None:
    said = message(tmp_path, 'name = "N"\nbeds = 1\nzzz = 0\n')
    assert said.startswith("rules/garden.toml:3:1: unknown key 'zzz'; known keys: name, beds, fenced, herb, signs")


def test_a_missing_key_points_at_the_table_that_lacks_it(tmp_path: Path) -> None:
    said = message(tmp_path, 'name = "N"\nbeds = 1\n[[herb]]\nid = "sage"\n[[herb]]\ntaste = "sharp"\n')
    assert said == "rules/garden.toml:5:1: missing key 'id'\n  [[herb]]\n  ^"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('name = "N"\nbeds = "two"\n', "2:1: must be a whole number, not a string"),
        ('name = "N"\nbeds = true\n', "2:1: must be a whole number, not true or false"),
        ('name = "N"\nbeds = 2.5\n', "2:1: must be a whole number, not a number"),
        ("name = 7\nbeds = 1\n", "1:1: must be a string, not a whole number"),
        ('name = "N"\nbeds = 1\nfenced = "yes"\n', "3:1: must be true or false, not a string"),
        ('name = "N"\nbeds = 1\nherb = "sage"\n', "3:1: must be a list, not a string"),
        ('name = "N"\nbeds = 1\nsigns = ["shut"]\n', "3:1: must be a table, not a list"),
        ('name = "N"\nbeds = 1\n[signs]\ngate = 4\n', "4:1: must be a string, not a whole number"),
    ],
)
def test_a_wrong_type_says_which_is_right(tmp_path: Path, text: str, what: str) -> None:
    assert message(tmp_path, text).startswith(f"rules/garden.toml:{what}\n")


def test_a_word_outside_the_closed_list_shows_the_list(tmp_path: Path) -> None:
    said = message(tmp_path, 'name = "N"\nbeds = 1\n[[herb]]\nid = "rue"\ntaste = "bittr"\n')
    assert said.startswith(
        "rules/garden.toml:5:1: 'bittr' is not one of mild, bitter, sharp; did you mean 'bitter'?\n"
        '  taste = "bittr"\n  ^'
    )


def test_broken_toml_points_at_the_line(tmp_path: Path) -> None:
    said = message(tmp_path, 'name = "N"\nbeds = = 1\n')
    assert said.startswith("rules/garden.toml:2:8: not TOML: ")
    assert said.endswith("\n  beds = = 1\n         ^")


def test_toml_that_ends_too_early_points_at_its_last_line(tmp_path: Path) -> None:
    assert message(tmp_path, 'name = "N"\nbeds = [1,\n').startswith("rules/garden.toml:2:1: not TOML: ")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"^rules/none\.toml:1:1: cannot be read: "):
        decode(Garden, tmp_path / "none.toml", "rules/none.toml")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"\n')
    with pytest.raises(RuleError, match=r"^rules/latin\.toml:1:1: cannot be read: "):
        decode(Garden, tmp_path / "latin.toml", "rules/latin.toml")


def test_a_place_inside_a_file_is_found_by_table_and_number() -> None:
    text = '[[example]]\ntext = "a"\nclaim = "1"\n\n[[example]]\ntext = "b"\nclaim = "2"\n'
    error = rule_error("rules/x.toml", text, ("example", 1, "claim"), "off")
    assert (error.line, error.column, error.source) == (7, 1, 'claim = "2"')


def test_a_typo_in_a_wording_file_is_found_by_the_real_spec(tmp_path: Path) -> None:
    path = tmp_path / "en.toml"
    path.write_text('[[example]]\ntext = "Two died."\ncliam = "2"\n', encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        decode(Wordings, path, "rules/facts/death_toll/en.toml")
    assert str(caught.value).splitlines()[0] == (
        "rules/facts/death_toll/en.toml:3:1: unknown key 'cliam'; did you mean 'claim'?"
    )


def test_an_unknown_kind_of_table_is_shown_where_it_stands(tmp_path: Path) -> None:
    assert message(tmp_path, 'name = "N"\nbeds = 1\n\n[[hreb]]\nid = "sage"\n') == (
        "rules/garden.toml:4:1: unknown key 'hreb'; did you mean 'herb'?\n  [[hreb]]\n  ^"
    )


def test_a_folder_without_a_rule_file_is_no_folder_of_rules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No rule.", encoding="utf-8")
    with pytest.raises(RuleError, match="holds no rule file"):
        load([str(tmp_path)])
