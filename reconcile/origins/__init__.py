"""Who figures come from, so that copies count once.

In: articles, their main events, their claims and the rulebook. Out: the origin of each article, with the reasons, and
the claims with theirs.

An article is its own origin, unless it credits one agency with its text (`credits`), is a copy of another one of the
same event (`copies`), or a version of one (`versions`). A claim that an article has from an outlet is that outlet's
(`chain`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.kinds.count import Count
from reconcile.model import Article, Claim
from reconcile.origins.chain import traced
from reconcile.origins.copies import Cluster, Figures, Text, clusters
from reconcile.origins.credits import Credits, credited_by
from reconcile.origins.grams import Grams, containment, grams
from reconcile.origins.versions import superseded, versions
from reconcile.rulebook import Rulebook
from reconcile.rulebook.outlets import outlets
from reconcile.times import earliest_first


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's text comes from: the id of an agency or of the first article that had it; and why."""

    origin: str
    because: tuple[str, ...] = ()
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins by article, and the claims with theirs in the order given."""

    of: Mapping[str, Origin]
    claims: tuple[Claim, ...]


def trace(articles: Iterable[Article], main: Mapping[str, str], claims: Sequence[Claim], book: Rulebook) -> Origins:
    """The origins of `articles`, whose main events are `main`; the order of articles and claims does not matter."""
    known = {article.id: article for article in articles}
    credited = {name: credited_by(article, book) for name, article in known.items()}
    of = {name: found.agency or name for name, found in credited.items()}
    because = {name: list(found.because) for name, found in credited.items()}
    several = versions(known.values())
    later = superseded(several)
    for texts in _by_event(known, main, _figures(claims), credited, book):
        _shared_quotes(texts, because)
        for cluster in clusters(texts, book.origins.copies):
            _copied(cluster, of, because)
    for those in several:
        _versions(those, later, of, because, book)
    found = {
        name: Origin(of[name], tuple(because[name]), later[name].id if name in later else "") for name in sorted(known)
    }
    own = (traced(c, of.get(c.article, c.article), book, superseded=c.article in later) for c in claims)
    return Origins(found, tuple(own))


def _by_event(
    known: Mapping[str, Article],
    main: Mapping[str, str],
    figures: Mapping[str, Figures],
    credited: Mapping[str, Credits],
    book: Rulebook,
) -> Iterator[list[Text]]:
    """The texts of each event of which several articles tell, by event."""
    events: dict[str, list[Article]] = defaultdict(list)
    for name in sorted(known):
        events[main.get(name, name)].append(known[name])
    for event in sorted(events):
        if len(events[event]) > 1:
            yield [
                Text(one, grams(one, book), figures.get(one.id, {}), credited[one.id].agency, _family(one, book))
                for one in events[event]
            ]


def _family(article: Article, book: Rulebook) -> str:
    spec = outlets(book).find(article.outlet, article.url)
    return (spec.family or spec.id) if spec else article.outlet


def _figures(claims: Iterable[Claim]) -> dict[str, Figures]:
    """What each article answers to what is counted."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.says and isinstance(claim.value, Count):
            found[claim.article][claim.fact].add(str(claim.value))
    return {name: {fact: frozenset(given) for fact, given in facts.items()} for name, facts in found.items()}


def _copied(cluster: Cluster, of: dict[str, str], because: dict[str, list[str]]) -> None:
    """One origin for all copies of a text: the agency that one of them credits, or the article that had it first."""
    if len(cluster.texts) < 2:
        return
    first = min((text.article for text in cluster.texts), key=lambda a: (*earliest_first(a.published), a.sha256, a.id))
    longest = cluster.texts[0].article.id
    for text in cluster.texts:
        name = text.article.id
        of[name] = cluster.agency or first.id
        other = longest if name != longest else cluster.texts[1].article.id
        share = cluster.shares[other if name == longest else name]
        because[name].append(
            f"shares {share:.0%} of the 5-grams of the shorter text with {other}, and no figure differs"
        )


def _shared_quotes(texts: Sequence[Text], because: dict[str, list[str]]) -> None:
    """Name the long quotations that several texts have: they joined nothing, as all may have heard them."""
    holders: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for quote in text.grams.quotes:
            holders[quote].append(text.article.id)
    for quote in sorted(holders):
        names = sorted(holders[quote])
        if len(names) > 1:
            for name in names:
                other = names[0] if name != names[0] else names[1]
                words = quote.count(" ") + 1
                because[name].append(f"shares a quotation of {words} words with {other}, which alone makes no copy")


def _versions(
    those: Sequence[Article],
    later: Mapping[str, Article],
    of: dict[str, str],
    because: dict[str, list[str]],
    book: Rulebook,
) -> None:
    """One origin for all versions of an article: that of the latest."""
    texts: dict[str, Grams] = {one.id: grams(one, book) for one in those}
    for one in those:
        of[one.id] = of[those[-1].id]
        if one.id in later:
            new = later[one.id].id
            changed = 1 - containment(texts[one.id], texts[new])
            because[one.id].append(f"is an earlier version of {new}, which differs in {changed:.0%} of its 5-grams")
            because[new].append(f"supersedes {one.id}, an earlier version")
        elif one.id != those[-1].id and one.id not in {new.id for new in later.values()}:
            because[one.id].append(f"is a version of {those[-1].id}; their dates do not tell which is later")
