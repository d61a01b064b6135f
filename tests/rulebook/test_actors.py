"""The lists of parties, places and outlets: no name stands for two, nothing points nowhere, ids are well spelled."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reconcile.kinds import named
from reconcile.rulebook import Rulebook, load
from reconcile.rulebook.gazetteer import gazetteer, name_key
from reconcile.rulebook.roster import roster


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def test_no_name_stands_for_two_actors(book: Rulebook) -> None:
    owners = {key: {form.actor.id for form in forms} for key, forms in roster(book).forms.items()}
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_branches_and_offices_belong_to_known_actors(book: Rulebook) -> None:
    pointed = {(a.id, other) for a in book.actors.values() for other in (*a.affiliate_of, *([a.of] if a.of else []))}
    assert {pair for pair in pointed if pair[1] not in book.actors} == set()


def test_no_actor_is_a_branch_of_itself(book: Rulebook) -> None:
    def above(actor: str) -> set[str]:
        found: set[str] = set()
        queue = list(book.actors[actor].affiliate_of)
        while queue:
            parent = queue.pop()
            if parent not in found:
                found.add(parent)
                queue.extend(book.actors[parent].affiliate_of)
        return found

    assert [actor for actor in book.actors if actor in above(actor)] == []


def test_ids_are_spelled_as_values_are(book: Rulebook) -> None:
    for spec in (*book.actors.values(), *book.outlets.values()):
        assert str(named.parse(spec.id)) == spec.id
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", spec.id), spec.id


def test_places_lie_within_known_places_and_never_within_themselves(book: Rulebook) -> None:
    places = gazetteer(book)
    ids = [
        line.split("\t")[0]
        for file in book.gazetteers
        for line in file.path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert [place for place, times in Counter(ids).items() if times > 1] == []
    for place in ids:
        assert str(named.parse(place)) == place
        parents = places.parents(place)
        assert place not in parents
        assert all(places.place(parent) for parent in parents), place


def test_the_largest_town_of_a_name_has_the_bare_id(book: Rulebook) -> None:
    places = gazetteer(book)
    assert [place.id for place in places.named("paris")][:2] == ["paris", "paris-texas"]
    assert places.contains("russia", "moscow")
    assert places.contains("europe", "moscow")
    assert places.contains("idaho", "moscow-idaho")
    assert not places.contains("moscow", "moscow")
    assert not places.contains("russia", "name:Crowded Field")
    assert places.parents("moscow")[0] == "russia"


def test_a_state_is_the_actor_and_the_place_of_one_id(book: Rulebook) -> None:
    places = gazetteer(book)
    assert [a.id for a in book.actors.values() if a.kind == "state" and places.place(a.id) is None] == []


def test_keys_fold_dashes_dots_apostrophes_and_accents() -> None:
    assert name_key("ISIS–K") == name_key("ISIS K")
    assert name_key("U.S.") == name_key("US")
    assert name_key("Sana'a") == name_key("Sanaa")
    assert name_key("Türkiye") == "turkiye"


def test_branches_name_their_parents(book: Rulebook) -> None:
    assert roster(book).parents("is-khorasan") == ("islamic-state",)
    assert roster(book).parents("is-mozambique") == ("is-central-africa", "islamic-state")


def test_outlets_share_no_domain(book: Rulebook) -> None:
    domains = Counter(domain for outlet in book.outlets.values() for domain in outlet.domains)
    assert [domain for domain, times in domains.items() if times > 1] == []


def test_agencies_credited_in_news_are_outlets_too(book: Rulebook) -> None:
    assert book.outlets["associated-press"].agency
    assert book.actors["associated-press"].kind == "agency"
