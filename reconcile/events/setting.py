"""Where a happening may have been if no wording says so. In: a happening with its claims. Out: claims.

What is worked out is only `possible`, and never tells one happening from another."""

from __future__ import annotations

from reconcile.events.happenings import Happening
from reconcile.model import UNSETTLED, Claim
from reconcile.rulebook import Rulebook


def worked_out(happening: Happening, book: Rulebook) -> list[Claim]:
    """A claim for each fact that asks for one (`setting` in its rules) and that no claim of `happening` answers."""
    country, article = happening.setting, happening.article
    if country is None:
        return []
    given = {claim.fact for claim in happening.claims if claim.stance not in UNSETTLED and claim.role != "background"}
    answered = {claim.fact for claim in happening.claims}
    return [
        Claim(
            article=article.id,
            fact=fact.id,
            value=country.value,
            quote=article.text[country.start : country.end],
            start=country.start,
            end=country.end,
            stance="possible",
            as_of=article.published,
            rule=f"facts/{fact.id}/fact.toml#setting",
            steps=(*country.steps, "event: it has a claim on what was done there, and none on where"),
        )
        for _, fact in sorted(book.facts.items())
        if fact.setting is not None and fact.id not in answered and not given.isdisjoint(fact.setting.having)
    ]
