"""Which articles of one event are copies of one text. In: the texts of one event. Out: clusters.

Each text meets, longest first, only texts that were the first of their kind, and of these only those that share most of
its 5-grams (found by an inverted index of which no entry grows beyond a bound): the time is linear in all the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reconcile.model import Article
from reconcile.origins.grams import Grams, containment
from reconcile.rulebook.credits import Copies

_MET = 8  # texts that are held against one, those that share most with it

Figures = Mapping[str, frozenset[str]]  # the answers of an article to what is counted, by fact


@dataclass(frozen=True, slots=True)
class Text:
    """An article with what copies are told by. `agency` is whose text it is, `family` its publisher."""

    article: Article
    grams: Grams
    figures: Figures
    agency: str
    family: str


@dataclass(slots=True)
class Cluster:
    """Articles of one text, the longest first; `shares` are the shares of the first one's 5-grams, by article."""

    texts: list[Text]
    agency: str
    shares: dict[str, float] = field(default_factory=dict)


def clusters(texts: Sequence[Text], rules: Copies) -> list[Cluster]:
    """The texts of one event, copies together; the order of `texts` does not matter."""
    found: list[Cluster] = []
    index: dict[str, tuple[int, ...]] = {}  # by gram, in which clusters' first texts it is
    for text in sorted(texts, key=lambda t: (-len(t.grams.grams), t.article.sha256, t.article.id)):
        known = index.keys() & text.grams.grams
        met = Counter(chain.from_iterable(map(index.__getitem__, known)))
        nearest = sorted(met, key=lambda number: (-met[number], number))[:_MET]
        home = next((found[n] for n in nearest if _one_text(text, found[n], rules)), None)
        if home is None:
            index |= dict.fromkeys(text.grams.grams - known, (len(found),))
            index |= {gram: (*index[gram], len(found)) for gram in known if len(index[gram]) < rules.widely}
            found.append(Cluster([text], text.agency))
            continue
        home.shares[text.article.id] = containment(text.grams, home.texts[0].grams)
        home.texts.append(text)
        home.agency = home.agency or text.agency
    return found


def _one_text(text: Text, cluster: Cluster, rules: Copies) -> bool:
    first = cluster.texts[0]
    if len(text.grams.grams) < rules.least:
        return False
    if text.agency and cluster.agency and text.agency != cluster.agency:
        return False
    least = rules.family if text.family and text.family == first.family else rules.share
    same = all(same_figures(text.figures, other.figures) for other in (first, cluster.texts[-1]))
    return same and containment(text.grams, first.grams) >= least


def same_figures(a: Figures, b: Figures) -> bool:
    """Whether two articles answer alike wherever both answer: a trimmed text has fewer figures, and no other ones."""
    return all(a[fact] == b[fact] for fact in a.keys() & b.keys())
