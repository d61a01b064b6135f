"""Articles put together: what is one event, what stays apart, and what an event's identity hangs on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile import pipeline
from reconcile.events import group
from reconcile.model import Article
from tests.written import BOOK, grouped, main_events, said, written

TEXTS = (
    "A bombing in Mosul on Tuesday killed 12 people. An attack in Paris in November 2015 killed 130 people.",
    "At least 14 people died on Tuesday in a bombing in Mosul, officials said.",
    "A bombing in Iraq on March 19 killed 15 people and injured 30.",
    "A bombing in Basra on Tuesday killed three people.",
    "A fire at a hotel in Nairobi on Friday killed three people.",
    "A fire at a hotel in Nairobi on Friday killed three people.",
    "A fire in Osaka on Tuesday killed two people. The attack in Paris in November 2015 killed about 130 people.",
)
ARTICLES = [written(f"{number}.txt", text) for number, text in enumerate(TEXTS)]
DRAFTS, _ = pipeline.drafts(ARTICLES, BOOK)
GROUPED = group(DRAFTS, BOOK)


def articles(*texts: str) -> list[Article]:
    return [written(f"{'abcdef'[number]}.txt", text) for number, text in enumerate(texts)]


def test_a_town_and_its_country_are_one_event_where_day_and_sort_agree() -> None:
    pair = articles(
        "An earthquake struck Izmir on Friday, killing at least 20 people.",
        "At least 24 people were killed on Friday in an earthquake in Turkey, officials said.",
    )
    assert main_events(pair) == [{"a.txt", "b.txt"}]


def test_two_towns_on_one_day_stay_apart() -> None:
    pair = articles(
        "A flood in Valencia killed 12 people on Tuesday.", "A flood in Murcia killed three people on Tuesday."
    )
    assert main_events(pair) == [{"a.txt"}, {"b.txt"}]


def test_one_name_of_a_venue_in_two_countries_is_two_venues() -> None:
    pair = articles(
        "A fire at the Grand Hotel in Nairobi on Friday killed three people.",
        "A fire at the Grand Hotel in Osaka on Friday killed four people.",
    )
    assert main_events(pair) == [{"a.txt"}, {"b.txt"}]


def test_a_venue_that_two_articles_put_into_neighbouring_towns_is_one() -> None:
    pair = articles(
        "The fire at the Grand Hall in Krasnogorsk on Friday killed three people.",
        "The fire at the Grand Hall in Moscow on Friday killed four people.",
    )
    assert main_events(pair) == [{"a.txt", "b.txt"}]


def test_a_fire_and_a_crash_in_one_town_on_one_day_stay_apart() -> None:
    pair = articles(
        "A fire in Nairobi on Friday killed three people.", "A bus crash in Nairobi on Friday killed nine people."
    )
    assert main_events(pair) == [{"a.txt"}, {"b.txt"}]


@pytest.mark.parametrize("tolls", [(3, 4, 5), (3, 40, 500), (0, 1, 9000)])
def test_different_tolls_never_split_an_event(tolls: tuple[int, ...]) -> None:
    several = articles(*(f"A fire at a hotel in Nairobi on Friday killed {n:,} people." for n in tolls))
    assert main_events(several) == [{"a.txt", "b.txt", "c.txt"}]


def test_a_day_that_is_off_by_one_does_not_split_an_event() -> None:
    pair = articles(
        "The fire at a hotel in Nairobi on March 19 killed 14 people.",
        "The fire at a hotel in Nairobi on March 20 killed 15 people.",
    )
    assert main_events(pair) == [{"a.txt", "b.txt"}]


def test_a_wrong_year_does_not_split_an_event_where_the_rest_agrees() -> None:
    pair = [
        written("a.txt", "The attack on the Palace Hotel in Kampala on March 20 killed 14 people."),
        written("b.txt", "The recent attack on the Palace Hotel in Kampala on March 20, 2023 killed 16 people."),
    ]
    assert main_events(pair) == [{"a.txt", "b.txt"}]


def test_the_same_sort_of_thing_in_the_same_town_months_later_is_another_event() -> None:
    text = "A fire at a hotel in Nairobi killed three people on Friday."
    pair = [written("a.txt", text, published="2024-03-23"), written("b.txt", text, published="2024-06-23")]
    assert main_events(pair) == [{"a.txt"}, {"b.txt"}]


def test_a_report_of_the_trial_months_later_is_of_the_event_on_trial() -> None:
    text = (
        "A court in Mosul on Monday sentenced a man to death for the bombing in Mosul on March 19, 2024 "
        "that killed 12 people."
    )
    pair = [
        written("a.txt", "A bombing in Mosul killed 12 people on Tuesday.", published="2024-03-20"),
        written("b.txt", text, published="2024-09-17"),
    ]
    assert main_events(pair) == [{"a.txt", "b.txt"}]


def test_an_anniversary_is_not_the_happening_of_its_own_day() -> None:
    pair = articles(
        "A fire in a warehouse in Madrid on Monday killed two people.",
        "Thousands gathered in Madrid on Monday to mark the anniversary of the train bombings that killed 191 people "
        "in 2004.",
    )
    assert main_events(pair) == [{"a.txt"}, {"b.txt"}]


def test_what_two_articles_only_recall_is_one_event_and_an_answer_of_neither() -> None:
    found = grouped([ARTICLES[0], ARTICLES[6]])
    recalled = next(event for event in found.events if event.place == "paris")
    assert recalled.articles == ("0.txt", "6.txt")
    assert recalled.id not in found.main.values()
    assert said(found, "0.txt", "death_toll") == ["12"]
    assert said(found, "6.txt", "death_toll") == ["2"]


def test_an_article_that_fits_two_towns_does_not_make_one_event_of_them() -> None:
    for texts in (TEXTS[1:4], (TEXTS[3], TEXTS[2], TEXTS[1])):
        together = main_events(articles(*texts))
        assert len(together) == 2
        assert {"a.txt", "c.txt"} not in together


def test_a_bomb_that_kills_is_a_bombing() -> None:
    pair = articles("A car bomb in Mosul killed 12 people on Tuesday.", TEXTS[1])
    assert main_events(pair) == [{"a.txt", "b.txt"}]


def test_reasons_say_why_articles_were_put_together() -> None:
    found = grouped(ARTICLES[:2])
    event = next(event for event in found.events if event.place == "mosul")
    assert "all are about Mosul" in event.because
    assert "all give the date 2024-03-19" in event.because
    alone = next(event for event in found.events if event.place == "paris")
    assert alone.because == ("only one article speaks of it",)


def test_reasons_say_why_the_likest_article_is_of_another_event() -> None:
    twins = articles(
        "A fire destroyed a paper mill in Lodz on Monday and killed three workers, the fire service said.",
        "A fire destroyed a paper mill in Krakow on Monday and killed four workers, the fire service said.",
    )
    because = {event.place: event.because for event in grouped(twins).events}
    alone, apart = because["lodz"]
    assert alone == "only one article speaks of it"
    assert apart.startswith(
        "a.txt is not of one event with b.txt, which is most like it: they are about different places"
    )


def test_an_event_is_named_by_its_sort_its_place_and_its_day() -> None:
    found = grouped([ARTICLES[0]])
    assert found.events[0].label in {"bombing, Mosul, 2024-03-19", "attack, Paris, 2015-11"}
    by_place = {event.place: (event.type, event.date) for event in found.events}
    assert by_place == {"mosul": ("bombing", "2024-03-19"), "paris": ("attack", "2015-11")}


def test_a_title_names_only_what_it_is_about() -> None:
    now = "At least nine people were killed in a fire on a ferry off Leith on Monday."
    then = "A similar case in 2019 killed 14 people near Oban."
    told = written("a.txt", f"{now}\n\n{then}", published="2024-06-11", title="Ferry fire kills nine")
    labels = {event.label for event in grouped([told]).events}
    assert labels == {"fire, Leith, 2024-06-10", "story, Oban, 2019"}


def test_a_day_without_a_year_is_kept_as_it_is() -> None:
    text = "The attack in Kampala on March 20 killed 14 people."
    found = grouped([written("a.txt", text, published="")])
    assert found.events[0].date == "XXXX-03-20"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(len(ARTICLES))))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    expected, found = GROUPED, group([DRAFTS[n] for n in order], BOOK)
    assert found.events == expected.events
    assert found.main == expected.main
    assert found.of_article == expected.of_article
    assert sorted(found.claims, key=lambda c: c.id) == sorted(expected.claims, key=lambda c: c.id)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.sampled_from(range(len(ARTICLES))), min_size=1))
def test_every_claim_has_one_event_of_its_article_and_its_own_id(chosen: set[int]) -> None:
    found = group([DRAFTS[n] for n in sorted(chosen)], BOOK)
    events = {event.id: event for event in found.events}
    assert len(events) == len(found.events)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    for claim in found.claims:
        assert claim.event in found.of_article[claim.article]
        assert claim.article in events[claim.event].articles
        assert not claim.says or claim.event == found.main[claim.article]


def test_an_unrelated_article_leaves_every_id_as_it_is() -> None:
    before = grouped(ARTICLES[:4])
    after = grouped([*ARTICLES[:4], written("z.txt", "A ferry sank off Bari in May 2019 and 20 people drowned.")])
    assert {event.id for event in before.events} < {event.id for event in after.events}
    assert {claim.id for claim in before.claims} <= {claim.id for claim in after.claims}
    assert all(after.main[article] == event for article, event in before.main.items())


def test_an_event_keeps_its_id_while_its_founding_article_stays() -> None:
    early = written("early.txt", TEXTS[0], published="2024-03-20")
    late = [written("late.txt", TEXTS[1]), written("later.txt", TEXTS[1] + " Police opened an inquiry.")]
    whole = grouped([early, *late])
    assert grouped([early, late[0]]).main["early.txt"] == whole.main["early.txt"]
    assert grouped([early]).main["early.txt"] == whole.main["early.txt"]


def test_ids_do_not_depend_on_paths() -> None:
    here = grouped(ARTICLES)
    there = grouped([written(f"elsewhere/{number}.txt", text) for number, text in enumerate(TEXTS)])
    assert {event.id for event in here.events} == {event.id for event in there.events}
    assert {claim.id for claim in here.claims} == {claim.id for claim in there.claims}


def test_the_same_text_twice_is_one_event_of_two_articles_with_ids_of_their_own() -> None:
    found = grouped(ARTICLES[4:6])
    assert [event.articles for event in found.events] == [("4.txt", "5.txt")]
    assert len({claim.id for claim in found.claims}) == len(found.claims)
