"""Names of bodies that no rule knows: what makes one name of several words, and what is none."""

from __future__ import annotations

import pytest

from reconcile.extract.names import find_names
from reconcile.rulebook import load

BOOK = load()


def values(text: str) -> list[str]:
    """The parties and the unknown places of `text` by their values."""
    return [str(name.actor or name.place) for name in find_names(text, BOOK)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was claimed by the Lions of Tarsus.", "Lions of Tarsus"),
        ("Police blamed the Tarsus Lions for it.", "Tarsus Lions"),
        ("Guerrillas of the Red Valley Front came.", "Red Valley Front"),
        ("A group calling itself the Black Wolves came.", "Black Wolves"),
        ("It was the Orissa Liberation Front.", "Orissa Liberation Front"),
        ("Brigade 313 said so.", "Brigade 313"),
        ("Men of the 55th Brigade said so.", "55th Brigade"),
        ("The 12 March Movement said so.", "12 March Movement"),
        ('The group "Lions of Tarsus" said so.', "Lions of Tarsus"),
        ('It was the group "Lions of Tarsus."', "Lions of Tarsus"),
        ("The Brigada Águila-Néré said so.", "Brigada Águila-Néré"),
        ("It was a group that calls itself the Free Men of the Mountains.", "Free Men of the Mountains"),
        ("It was the work of the Sword of Damascus.", "Sword of Damascus"),
        ('A group called "Soldiers of the Truth" said so.', "Soldiers of the Truth"),
        ('THE GROUP "SONS OF THE DAWN" SAID SO.', "SONS OF THE DAWN"),
    ],
)
def test_a_body_is_named_by_all_its_words(text: str, name: str) -> None:
    assert f"name:{name}" in values(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("He met the Bishop of Durham.", "durham"),
        ("The province of Adana and the Islands of Fiji were hit.", "adana"),
        ("It began in March in Tarsus.", "tarsus"),
        ("The 20 Council members left for Tarsus.", "tarsus"),
        ("Members of the Islamic State fled.", "islamic-state"),
        ("The residents of Tarsus fled.", "tarsus"),
    ],
)
def test_a_place_or_a_party_is_not_swallowed(text: str, known: str) -> None:
    assert any(known in value.lower() for value in values(text))
    assert not any(value.endswith((" of Tarsus", "Council")) for value in values(text))


def test_initials_in_brackets_stand_for_the_name_ever_after() -> None:
    text = "The Red Valley Front (RVF) came. Later the RVF left."
    assert values(text) == ["name:Red Valley Front"] * 3
    assert values(text.upper()) == ["name:RED VALLEY FRONT"] * 3


def test_other_initials_stand_for_nothing_before_them() -> None:
    assert "name:THE RED VALLEY FRONT" not in values("THE RED VALLEY FRONT (XYZ) CAME.")


def test_a_headline_has_the_names_of_the_text() -> None:
    text = "Red Valley Front Claims Deadly Blast\n\nThe Red Valley Front said it did so."
    assert values(text) == ["name:Red Valley Front"] * 2


def test_a_headline_alone_names_nobody() -> None:
    assert values("Early Morning Blast Shakes Quiet Street\n\nNobody was hurt.") == []


def test_a_long_text_of_brackets_and_quotation_marks_takes_linear_time() -> None:
    assert len(values("THE GROUP 'A B' (AB) " * 3000)) < 9001
