"""Why two articles are about one event, or are not. In: the drafts of a run and two of its articles. Out: reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.events.frames import Frames
from reconcile.events.happenings import happenings
from reconcile.events.mains import Mains
from reconcile.events.pairs import Reason
from reconcile.model import Draft
from reconcile.rulebook import Rulebook

_LEAST = 0.05  # points that are worth a line


class Likeness(NamedTuple):
    """How alike two articles are: points, how many are enough for two that stand alone, and what they are for."""

    points: float
    enough: float
    reasons: tuple[Reason, ...]


def likeness(drafts: Sequence[Draft], book: Rulebook, one: str, other: str) -> Likeness:
    """What speaks for and against the articles `one` and `other` (ids) being about one event, the weightiest first.

    All `drafts` of the run count, as words weigh by how many articles have them."""
    frames = Frames(book)
    ordered = sorted(drafts, key=lambda d: (d.article.published or "~", d.article.sha256, d.article.id))
    mains = [happening for draft in ordered for happening in happenings(draft, frames) if happening.main]
    number = {happening.article.id: n for n, happening in enumerate(mains)}
    later, earlier = sorted((number[one], number[other]), reverse=True)
    reasons = [reason for reason in Mains(mains, frames).reasons(later, earlier) if abs(reason.points) >= _LEAST]
    reasons.sort(key=lambda reason: (-abs(reason.points), reason.name))
    return Likeness(sum(reason.points for reason in reasons), book.joining.enough.main, tuple(reasons))
