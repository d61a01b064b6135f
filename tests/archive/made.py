"""Made-up news about made-up happenings. In: how many happenings. Out: articles of several outlets about each, which
here and there contradict each other, the same each time."""

from __future__ import annotations

import random
from datetime import date, timedelta

from reconcile.model import Article
from reconcile.sources import from_text

TOWNS = (
    "Leeds", "Lyon", "Porto", "Turin", "Ghent", "Malmo", "Kazan", "Mosul", "Lahore", "Quetta", "Pune", "Hanoi", "Cebu",
    "Osaka", "Busan", "Perth", "Dunedin", "Denver", "Tulsa", "Omaha", "Boston", "Toledo", "Puebla", "Lima", "Cali",
    "Recife", "Cordoba", "Dakar", "Accra", "Lagos", "Nairobi", "Mombasa", "Durban", "Tunis", "Cairo", "Aleppo",
)  # fmt: skip
SORTS = {
    "fire": "a fire broke out in {venue} in {town}",
    "bombing": "a bomb exploded outside {venue} in {town}",
    "flood": "a flood swept through {venue} in {town}",
    "crash": "a bus crashed near {venue} in {town}",
    "shooting": "a gunman opened fire at {venue} in {town}",
}
FIRST = ("Arlo", "Berit", "Caius", "Dunja", "Edda", "Farid", "Gwil", "Hanno", "Imre", "Jorun", "Kelda", "Lirio")
LAST = ("Ashgrove", "Brackwell", "Corven", "Dunmarsh", "Elderby", "Fenwright", "Garrod", "Hollin", "Ivesby", "Jarrow")
THINGS = (
    "the bakery", "the ferry office", "the glass roof", "the old mill", "the tram depot", "the north stairway",
    "the weekly market", "the harbour wall", "the school kitchen", "the boiler room", "the ticket hall", "the orchard",
)  # fmt: skip
MORE = (
    "{name}, who runs {thing}, said the alarm was raised shortly after dawn.",
    "Engineers under {name} began to look at {thing} for what went wrong.",
    "{name} told reporters that {thing} had been closed for repairs since spring.",
    "Neighbours gathered at {thing}, where {name} read out a list of names.",
    "An inquiry led by {name} will ask why {thing} had not been inspected.",
)


def articles(happenings: int, seed: int = 1) -> list[Article]:
    """From one to seven articles about each of so many happenings."""
    chance = random.Random(seed)  # noqa: S311 - the same articles each time
    made: list[Article] = []
    for number in range(happenings):
        made += _about(chance, number)
    return made


def _about(chance: random.Random, number: int) -> list[Article]:
    day = date(2024, 1, 1) + timedelta(chance.randrange(300))
    people = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(4)]
    venue = f"the {chance.choice(LAST)} {chance.choice(('Hall', 'Arcade', 'Depot', 'Hotel'))}"
    told = chance.choice(list(SORTS.values())).format(venue=venue, town=chance.choice(TOWNS))
    things, toll = chance.sample(THINGS, 4), chance.randrange(3, 60)
    made = []
    for turn in range(chance.choice((1, 1, 2, 3, 4, 5, 7))):
        said = toll if chance.random() < 0.6 else toll + chance.randrange(1, 9)
        dated = day if chance.random() < 0.85 else day + timedelta(chance.choice((-3, 3)))
        bound = chance.choice(("", "", "at least ", "more than "))
        lede = f"{bound}{said} people were killed when {told} on {dated:%B} {dated.day}, {dated.year}, officials said."
        more = [chance.choice(MORE).format(name=name, thing=thing) for name, thing in zip(people, things, strict=True)]
        text = " ".join([lede[0].upper() + lede[1:], *chance.sample(more, chance.randrange(2, 5))])
        published = (day + timedelta(chance.randrange(1, 4))).isoformat()
        made.append(from_text(text, id=f"{number:03}-{turn}.txt", published=published))
    return made


def written(article: Article) -> str:
    """The article as a text file."""
    return f"Published: {article.published}\n\n{article.text}\n"
