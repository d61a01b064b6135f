"""What putting very many articles together costs.

In: how many articles. Out: seconds and memory for each number of articles up to that, and how right the groups are.

    .venv/bin/python benchmarks/grouping.py [N]

The articles are made up as what is read out of them: about 150 different words each, drawn so that a few are in nearly
all articles and most in very few (Zipf), some names of their event's, a town, a day. Events have from one to some
hundred articles. Reading articles is no part of it: benchmarks/speed.py measures that."""

from __future__ import annotations

import hashlib
import random
import resource
import sys
import time
from datetime import date, timedelta

from reconcile.events import group
from reconcile.kinds.date import parse
from reconcile.kinds.named import by_id
from reconcile.model import Article, Draft, Mention, Sighting, Span, Story
from reconcile.rulebook import load
from reconcile.rulebook.gazetteer import gazetteer

WORDS, NAMES = 60_000, 200_000  # of the made-up language
SORTS = ("shooting", "fire", "flood", "bombing", "crash", "")
FIRST = date(2023, 1, 1)


def main(most: int) -> None:
    """Measure and print."""
    counts = [count for count in (most // 16, most // 4, most) if count]
    print(f"{'articles':>10} {'seconds':>9} {'per second':>11} {'MB':>7} {'events':>8} {'made':>8}  pairwise F")
    for count in counts:
        drafts, gold = made(count)
        begun = time.process_time()
        found = group(drafts, load()).main
        seconds = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        events, right = len(set(found.values())), pairwise_f(gold, found)
        print(f"{count:10} {seconds:9.1f} {count / seconds:11.0f} {memory:7} {events:8}", end=" ")
        print(f"{len(set(gold.values())):8} {right:11.3f}", flush=True)


def made(count: int) -> tuple[list[Draft], dict[str, int]]:
    """Drafts of `count` articles, and which event each is about."""
    chance = random.Random(7)  # noqa: S311  (the same made-up articles each time)
    towns = sorted({place for places in _places() for place in places})
    common = [f"w{n}" for n in range(WORDS)]
    weights = [1 / (n + 3) for n in range(WORDS)]
    drafts: list[Draft] = []
    gold: dict[str, int] = {}
    event = 0
    while len(drafts) < count:
        event += 1
        day = FIRST + timedelta(chance.randrange(365))
        town, sort = chance.choice(towns), chance.choice(SORTS)
        own = [f"n{chance.randrange(NAMES)}" for _ in range(30)]
        topic = chance.choices(common, weights, k=60)
        for _ in range(min(int(chance.paretovariate(0.9)), 300, count - len(drafts))):
            words = dict.fromkeys(chance.choices(common, weights, k=110), 1)
            words |= dict.fromkeys(chance.sample(topic, 25), 2)
            names = chance.sample(own, 8)
            words |= dict.fromkeys([*names, town], 3)
            told = day + timedelta(min(int(chance.expovariate(0.3)), 60))
            drafts.append(_draft(len(drafts), told, Story(words, frozenset([*names, town])), town, sort, day))
            gold[drafts[-1].article.id] = event
    chance.shuffle(drafts)
    return drafts, gold


def _places() -> list[tuple[str, ...]]:
    places = gazetteer(load())
    ids = sorted({place for ids in places.keys.values() for place in ids.split()})
    return [(place,) for place in ids[::40] if (known := places.place(place)) and not known.wide]


def _draft(number: int, told: date, story: Story, town: str, sort: str, day: date) -> Draft:
    name = f"{number}.txt"
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    article = Article(name, "x", sha256, outlet=f"Outlet {number % 90}", published=told.isoformat(), language="en")
    dates = (Mention("date", parse(day.isoformat()), 0, 1, ("year", "month", "day")),)
    sighting = Sighting(0, 1, 0, sort, places=(by_id(town),), dates=dates)
    places = (Mention("place", by_id(town), 0, 1),)
    return Draft(article, "en", (Span(0, 1),), places, story.names, story, (sighting,) * bool(sort), (), ())


def pairwise_f(gold: dict[str, int], found: dict[str, str]) -> float:
    """The harmonic mean of the shares of pairs together in one that are so in the other."""
    both: dict[tuple[int, str], int] = {}
    ours: dict[str, int] = {}
    theirs: dict[int, int] = {}
    for article, event in gold.items():
        both[event, found[article]] = both.get((event, found[article]), 0) + 1
        ours[found[article]] = ours.get(found[article], 0) + 1
        theirs[event] = theirs.get(event, 0) + 1
    pairs = [sum(n * (n - 1) // 2 for n in counted.values()) for counted in (both, ours, theirs)]
    return 2 * pairs[0] / (pairs[1] + pairs[2]) if pairs[1] + pairs[2] else 1.0


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
