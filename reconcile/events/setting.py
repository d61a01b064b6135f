"""Where a happening may have been if no wording says so. In: its claims, and the country of its article. Out: claims.

What is worked out is only `possible`, and never tells one happening from another."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Claim, Draft
from reconcile.rulebook import Rulebook

_UNSURE = ("denied", "possible")


def worked_out(draft: Draft, claims: Sequence[Claim], book: Rulebook) -> list[Claim]:
    """A claim for each fact that asks for one (`setting` in its rules) and that none of `claims` answers."""
    country = draft.setting
    if country is None:
        return []
    given = {claim.fact for claim in claims if claim.stance not in _UNSURE and claim.role != "background"}
    answered = {claim.fact for claim in claims}
    return [
        Claim(
            article=draft.article.id,
            fact=fact.id,
            value=country.value,
            quote=draft.article.text[country.start : country.end],
            start=country.start,
            end=country.end,
            stance="possible",
            as_of=draft.article.published,
            rule=f"facts/{fact.id}/fact.toml#setting",
            steps=country.steps,
        )
        for _, fact in sorted(book.facts.items())
        if fact.setting is not None and fact.id not in answered and not given.isdisjoint(fact.setting.having)
    ]
