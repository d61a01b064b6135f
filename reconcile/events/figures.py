"""Figures that only an article's other figures settle. In: the claims of its happenings. Out: the same, with roles and
values settled."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from math import inf

from reconcile.events.leads import graver_apart
from reconcile.events.one_by_one import with_sum
from reconcile.events.remainders import remainders
from reconcile.events.says import OPENING, first_total
from reconcile.kinds.count import Count
from reconcile.model import Claim, Draft
from reconcile.rulebook import Rulebook

LEDE = 4  # sentences in which the main happening is looked for, or several make the article one of several


def settled(every: Sequence[list[Claim]], draft: Draft, book: Rulebook) -> list[list[Claim]]:
    """The claims of each happening of an article: what is of others or of several set apart, victims who are told one
    by one summed, the dead taken off those shot."""
    title_end = draft.article.title_span.end
    graver_apart(every, draft, book)
    apart = _of_several(every, title_end + OPENING)
    apart = apart or any(sighting.plural and sighting.sentence < LEDE for sighting in draft.sightings)
    _with_totals(every, {claim.holds for own in every for claim in own} - {""})
    victims = sorted((fact for fact in book.facts.values() if fact.of_victims), key=lambda fact: fact.order)
    answer = partial(first_total, title_end=title_end)
    found: list[list[Claim]] = []
    for own in every:
        claims = own
        for fact in () if apart else victims:
            claims = with_sum(claims, fact.id, draft)
        around = book.languages[draft.language].people.around
        found.append(remainders(claims, draft.sentences, draft.article.text, around, answer))
    _with_totals(found, book.facts)
    return found


def _with_totals(claims: Sequence[list[Claim]], facts: Collection[str]) -> None:
    """Of the claims of an article, one list for each happening: one of `facts` without a total takes its first figure
    for one, if only other facts' figures make that a part or an increment: "three died and another was hurt"."""
    every = [(own, n, claim) for own in claims for n, claim in enumerate(own) if claim.fact in facts]
    lacking = {c.fact for _, _, c in every} - {c.fact for _, _, c in every if c.role == "total"}
    for fact in sorted(lacking):
        counted = [one for one in every if one[2].fact == fact and one[2].role != "background"]
        own, n, claim = min(counted, key=lambda one: one[2].start, default=(None, 0, None))
        if own is not None and claim is not None and (claim.role == "increment" or claim.some):
            step = "total: no other figure on this stands in the article"
            own[n] = replace(claim, role="total", steps=(*claim.steps, step))


def _of_several(claims: Sequence[list[Claim]], opening: int) -> bool:
    """Where an article gives, before `opening`, the sum of several happenings, no figure as high is that of one;
    whether it does."""
    sums: dict[str, int] = {}
    for claim in (c for own in claims for c in own if c.several and c.start < opening):
        if isinstance(claim.value, Count):
            sums[claim.fact] = min(sums.get(claim.fact, claim.value.n), claim.value.n)
    for own in claims:
        for n, claim in enumerate(own):
            if claim.role == "total" and isinstance(claim.value, Count) and claim.value.n >= sums.get(claim.fact, inf):
                step = "background: the article gives it as the sum of several happenings"
                own[n] = replace(claim, role="background", steps=(*claim.steps, step))
    return bool(sums)
