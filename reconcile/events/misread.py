"""Claims that people found to be misread. In: what they ruled, and the claims of an article. Out: claims in two lists.

Such a claim is still shown; it is nobody's answer, so that the article's next best one may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.model import Article, Claim, Misreading


class Misread:
    """What people ruled, by article: by its text, and where that has changed since by its id."""

    def __init__(self, misread: Iterable[Misreading]) -> None:
        self._of: dict[str, list[Misreading]] = defaultdict(list)
        for one in misread:
            self._of[one.text].append(one)
            self._of[one.article].append(one)

    def parted(self, claims: Sequence[Claim], article: Article) -> tuple[list[Claim], list[Claim]]:
        """The claims of an article that stand, and those that do not, each of these with the decision."""
        ruled = [*self._of.get(article.sha256, ()), *self._of.get(article.id, ())]
        if not ruled:
            return list(claims), []
        by = [next((one.decision for one in ruled if _is(claim, article, one)), "") for claim in claims]
        heard = [claim for claim, decision in zip(claims, by, strict=True) if not decision]
        return heard, [replace(claim, misread=d) for claim, d in zip(claims, by, strict=True) if d]


def _is(claim: Claim, article: Article, one: Misreading) -> bool:
    """Whether the ruling is on this claim. In a text that has changed the same words of another place are meant too."""
    if (claim.fact, str(claim.value), claim.quote) != (one.fact, one.value, one.quote):
        return False
    return claim.start == one.start or article.sha256 != one.text
