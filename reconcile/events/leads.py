"""What an article would have begun with. In: the claims of its happenings. Out: the same, figures of others set apart.

News begins with the worst: where a title tells of those hurt, and neither it nor the first paragraphs of anybody dead,
who is told to have died further on died elsewhere, or another time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reconcile.events.says import OPENING
from reconcile.kinds.count import Count
from reconcile.model import UNSURE, Claim, Draft
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact
from reconcile.text.fold import fold
from reconcile.text.pattern import Pattern, compiled, one_of

_STEP = "background: the article begins with those hurt, and tells of nobody dead there"


def graver_apart(every: Sequence[list[Claim]], draft: Draft, book: Rulebook) -> None:
    """Make the figures of the graver fact background where the article begins with another and does not speak of it."""
    title, text = draft.article.title_span.end, draft.article.text
    for fact in book.facts.values():
        leading = [claim for own in every[:1] for claim in own if _leads(claim, fact, title)]
        if not leading:
            continue
        opening = title + OPENING * (2 if any(claim.holds for claim in leading) else 1)
        graver = [(own, n, c) for own in every for n, c in enumerate(own) if c.fact == fact.falls_with]
        if any(c.start < opening for *_, c in graver) or _deadly(book, draft.language).search(fold(text[:opening])):
            continue
        for own, n, claim in graver:
            if claim.role != "background":
                own[n] = replace(claim, role="background", steps=(*claim.steps, _STEP))


def _leads(claim: Claim, fact: Fact, title_end: int) -> bool:
    """Whether a claim is a figure of `fact` in the title, on several: of one it may be told first what befell him."""
    sure = claim.role == "total" and claim.stance not in UNSURE
    several = isinstance(claim.value, Count) and claim.value.n > 1
    lesser = claim.fact == fact.id and fact.of_victims and bool(fact.falls_with)
    return lesser and claim.start < title_end and sure and several


@lru_cache(maxsize=8)
def _deadly(book: Rulebook, language: str) -> Pattern:
    return compiled(rf"\b{one_of(book.events[language].cues.get('deadly', ()))}\b")
