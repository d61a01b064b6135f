"""Names in sentences: who and where, known or not, and what only looks like a name."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest

from reconcile.extract.names import NameMention, as_mentions, find_names
from reconcile.rulebook import load

BOOK = load()


def names(text: str) -> dict[str, NameMention]:
    """The mentions of `text` by their words."""
    found = find_names(text, BOOK)
    assert found == sorted(found, key=lambda name: name.start)
    assert all(a.end <= b.start for a, b in pairwise(found))
    return {text[name.start : name.end]: name for name in found}


def actor(text: str, words: str) -> str:
    return str(names(text)[words].actor)


def place(text: str, words: str) -> str:
    return str(names(text)[words].place)


@pytest.mark.parametrize("name", ["ISIS-K", "ISIS–K", "ISIS K", "IS-K", "ISKP", "Islamic State—Khorasan Province"])
def test_a_branch_is_recognised_by_all_its_names(name: str) -> None:
    assert actor(f"The blast was the work of {name}, he said.", name) == "is-khorasan"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("al-Shabab", "al-shabab"),
        ("al Qaeda", "al-qaida"),
        ("Lord's Resistance Army", "lords-resistance-army"),
        ("Kurdistan Workers’ Party", "pkk"),
        ("Sendero Luminoso", "shining-path"),
        ("M-19", "m-19"),
        ("Hezbollah", "hezbollah"),
    ],
)
def test_groups_are_known_with_articles_apostrophes_and_digits(name: str, value: str) -> None:
    assert actor(f"Fighters of {name} held the bridge.", name) == value


def test_a_name_with_another_meaning_needs_a_full_name_beside_it() -> None:
    alone = names("It is what it IS, the sign read.")
    assert "IS" not in {words for words, name in alone.items() if name.known}
    assert actor("The Islamic State group fled; IS had held the town.", "IS") == "islamic-state"


def test_a_capital_is_a_place_and_speaks_for_its_state() -> None:
    name = names("Moscow said it had no part in the fire.")["Moscow"]
    assert (str(name.place), str(name.actor), name.kind) == ("moscow", "russia", "actor")


def test_a_namesake_of_a_capital_speaks_for_nobody() -> None:
    name = names("Four students were found in Moscow, Idaho.")["Moscow"]
    assert (str(name.place), name.actor) == ("moscow-idaho", None)


def test_a_town_qualified_once_is_the_same_town_throughout() -> None:
    text = "A barn burned in Paris, Texas. Firemen came from all over Paris."
    assert [str(n.place) for n in find_names(text, BOOK) if text[n.start : n.end] == "Paris"] == ["paris-texas"] * 2


def test_a_state_is_an_actor_and_a_place() -> None:
    name = names("Ankara blamed rebels from Syria for it.")["Syria"]
    assert (str(name.place), str(name.actor)) == ("syria", "syria")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Iranian foreign ministry staff left.", "Iranian foreign ministry", "iran"),
        ("Ukraine's Foreign Ministry denied it.", "Ukraine's Foreign Ministry", "ukraine"),
        ("U.S. officials denied it.", "U.S. officials", "united-states"),
        ("A senior U.S. intelligence official denied it.", "U.S. intelligence official", "united-states"),
        ("French President Emmanuel Macron spoke.", "French President Emmanuel Macron", "emmanuel-macron"),
    ],
)
def test_an_office_belongs_to_what_names_its_state(text: str, words: str, value: str) -> None:
    assert actor(text, words) == value


def test_an_adjective_alone_is_no_party() -> None:
    text = "A Russian ship was hit, and Russian tourists were hurt."
    assert {name.kind for name in find_names(text, BOOK)} == {"adjective"}
    assert as_mentions(find_names(text, BOOK)) == []
    assert not names(text)["Russian"].known


def test_counted_officials_are_people_and_no_speaker() -> None:
    assert names("Two Iranian officials died in the crash.")["Iranian"].kind == "adjective"


def test_forces_act_for_their_state() -> None:
    assert actor("Turkish warplanes bombed the valley.", "Turkish warplanes") == "turkey"
    assert actor("Russian troops killed 12 farmers.", "Russian troops") == "russia"
    assert names("Two Russian soldiers died in the crash.")["Russian"].kind == "adjective"


def test_latin_americans_are_not_the_united_states() -> None:
    assert "American" not in names("Many Latin American cities grew.")


def test_the_country_before_a_noun_is_an_adjective() -> None:
    assert names("The blast killed 13 U.S. troops.")["U.S."].kind == "adjective"
    assert names("The U.S. said it would not answer.")["U.S."].kind == "actor"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The roof of Bell Meadow Hall fell in.", "Bell Meadow Hall", "venue"),
        ("He was caught near Hamid Karzai International Airport.", "Hamid Karzai International Airport", "venue"),
        ("Mr. Orlo Pennyfeather ran.", "Orlo Pennyfeather", "person"),
        ("Ada Quill, 26, was hurt.", "Ada Quill", "person"),
        ("Members of the Lions of the Desert ran.", "Lions of the Desert", "name"),
        ("It was a study by the Quillon Institute.", "Quillon Institute", "name"),
    ],
)
def test_unknown_names_have_a_kind(text: str, words: str, kind: str) -> None:
    name = names(text)[words]
    assert name.kind == kind
    assert f"name:{words}" in (str(name.actor), str(name.place))


def test_a_surname_alone_stands_for_the_full_name() -> None:
    assert actor("Police held Orlo Pennyfeather. A neighbour saw Pennyfeather run.", "Pennyfeather") == (
        "name:Orlo Pennyfeather"
    )


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it() -> None:
    assert actor("The Valley Relief Committee (VRC) met. A nurse of the VRC spoke.", "VRC") == (
        "name:Valley Relief Committee"
    )
    assert actor("The Valley Relief Committee (QXC) met.", "QXC") == "name:QXC"


def test_a_place_inside_a_longer_name_belongs_to_it() -> None:
    found = names("The Houston Police Department and the University of Texas helped.")
    assert set(found) == {"Houston Police Department", "University of Texas"}
    assert str(found["Houston Police Department"].of) == "houston"
    assert "Jackson" not in names("Dr. Michael Jackson spoke.")


def test_words_that_only_begin_a_sentence_are_no_names() -> None:
    text = "Following the crash, roads closed. Witnesses ran. The bridge fell. Bridges near by held."
    assert names(text) == {}


def test_headlines_in_capital_initials_give_only_known_names() -> None:
    assert set(names("Gunmen Storm Crowded Market In Nairobi Suburb\n\nShops closed.")) == {"Nairobi"}


def test_ordinary_words_are_towns_only_beside_a_preposition() -> None:
    assert "Nice" not in {w for w, n in names("Nice people live there.").items() if n.place}
    assert place("A truck hit a crowd in Nice on the night.", "Nice") == "nice"


def test_text_in_capitals_is_read_with_care() -> None:
    found = names("LIMA, 5 MAY -- TWO MEN OF THE SHINING PATH WERE SEEN. THE CAR IS FAR FROM US, HE SAID IN PERU.")
    assert str(found["SHINING PATH"].actor) == "shining-path"
    assert not {"IS", "US", "CAR", "FAR"} & set(found)


def test_mentions_carry_the_spelling_of_the_value() -> None:
    text = "Kabul airport was hit, the Taliban said."
    mentions = [(m.mention, str(m.value), text[m.start : m.end]) for m in as_mentions(find_names(text, BOOK))]
    assert mentions == [
        ("actor", "afghanistan", "Kabul"),
        ("place", "kabul", "Kabul"),
        ("actor", "taliban", "Taliban"),
    ]


def test_offsets_hold_with_accents_dashes_and_curly_quotes() -> None:
    text = "“Élysée” — said Müller — in São Paulo’s centre"
    assert place(text, "São Paulo") == "sao-paulo"
    assert names(text)["São Paulo"].possessive


@pytest.mark.parametrize("text", ["", " ", "'", "A", "A.B.C.D." * 500, "McA" * 1000, "Al-" * 2000, "St. " * 2000])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(0 <= name.start < name.end <= len(text) for name in find_names(text, BOOK))


def test_names_with_apostrophes_are_known_in_capitals() -> None:
    assert str(names("IT WAS THE PEOPLE'S PROTECTION UNITS.").popitem()[1].actor) == "ypg"


def test_a_town_in_capitals_is_read_before_its_region() -> None:
    found = names("LIMA, 5 MAY -- A BRIDGE FELL IN QUILLONBAMBA, AYACUCHO DEPARTMENT.")
    assert str(found["QUILLONBAMBA"].place) == "name:QUILLONBAMBA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LIMA, 5 MAY -- POLICE HELD JORGE QUISPETUPA, A BAKER.", "JORGE QUISPETUPA"),
        ("LIMA, 5 MAY -- POLICE HELD MARIA DEL SOCAVONAR, A BAKER.", "MARIA DEL SOCAVONAR"),
        ("LIMA, 5 MAY -- POLICE HELD JORGE LUIS QUISPETUPA OLLANTAR, A BAKER.", "JORGE LUIS QUISPETUPA OLLANTAR"),
        ("LIMA, 5 MAY -- POLICE HELD JORGE\nQUISPETUPA, A BAKER.", "JORGE\nQUISPETUPA"),
        ("LIMA, 5 MAY -- JORGE QUISPETUPA BAKES BREAD IN LIMA.", "JORGE QUISPETUPA"),
    ],
)
def test_a_person_in_capitals_has_given_names_small_words_and_surnames(text: str, name: str) -> None:
    assert names(text)[name].kind == "person"


def test_a_given_name_in_capitals_needs_a_surname() -> None:
    assert "JORGE" not in names("LIMA, 5 MAY -- POLICE HELD JORGE, THE BAKER.")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("SHOTS WERE FIRED AND RICARDO MARTINEZ FUENZALIDA WAS KILLED.", "RICARDO MARTINEZ FUENZALIDA"),
        ("THE DEATH OF INSPECTOR AURELIANO PICHARDO SHOCKED MANY.", "AURELIANO PICHARDO"),
        ("THEY BURIED COLONEL PICHARDO TODAY.", "PICHARDO"),
        ("POLICE SAID AURELIANO PICHARDO, 61, WAS UNHURT.", "AURELIANO PICHARDO"),
        ("THE BODY OF MARIA DEL CARMEN PICHARDO WAS FOUND.", "MARIA DEL CARMEN PICHARDO"),
        ("THE WIDOW OF ERNESTO\nPICHARDO SPOKE.", "ERNESTO\nPICHARDO"),
    ],
    ids=["two surnames", "title", "rank", "age", "small words", "broken line"],
)
def test_persons_in_capitals_are_told_by_their_company(text: str, person: str) -> None:
    assert names(text)[person].kind == "person"


def test_a_surname_in_capitals_stands_for_the_name_in_full() -> None:
    found = find_names("ERNESTO PICHARDO WAS SHOT. PICHARDO DIED.", BOOK)
    assert [(n.kind, str(n.actor)) for n in found] == [("person", "name:ERNESTO PICHARDO")] * 2


def test_a_saint_in_capitals_makes_a_place_and_no_person() -> None:
    assert not any(n.kind == "person" for n in names("A BRIDGE FELL NEAR SAN RICARDO PICHARDO.").values())


def test_a_state_of_the_union_goes_before_a_country_where_its_towns_are_named() -> None:
    assert place("A fire in Atlanta, Ga. was the worst in Georgia.", "Georgia") == "georgia-us-state"
    assert place("Tanks rolled through Tbilisi as Georgia slept.", "Georgia") == "georgia"


@pytest.mark.parametrize("unit", ["Foo. ", "Ab of ", "Paris Smith ", "Xy ", "Moscow, ", "U.S. ", "A's ", "Zed\n"])
def test_long_texts_take_time_in_proportion(unit: str) -> None:
    short, long = unit * 2_000, unit * 40_000
    started = process_time()
    find_names(short, BOOK)
    between = process_time()
    find_names(long, BOOK)
    assert process_time() - between < 60 * (between - started) + 0.5


def test_a_part_of_a_town_is_not_the_town_of_its_name_elsewhere() -> None:
    text = "Chicago was hot. They met in the Kensington neighborhood on Friday."
    places = [str(m.value) for m in as_mentions(find_names(text, BOOK)) if m.mention == "place"]
    assert places == ["chicago"]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("A ferry sank off Quezon province on Monday.", "Quezon", "quezon-province"),
        ("A ferry sank off Quezon Province on Monday.", "Quezon Province", "quezon-province"),
        ("An air strike on Saraqib hit a bakery.", "Saraqib", "saraqib"),
        ("A shop in downtown Dayton burned.", "Dayton", "dayton"),
        ("Ohio police said the Dayton shooting was over.", "Dayton", "dayton"),
    ],
)
def test_a_place_is_of_the_sort_that_stands_beside_it(text: str, words: str, place: str) -> None:
    assert str(names(text)[words].place) == place
