"""What is said of one claim beside its quote, in words. In: a claim and the view of its report. Out: phrases."""

from __future__ import annotations

from reconcile.model import Claim, Finding
from reconcile.report.rows import Row
from reconcile.report.view import View
from reconcile.report.words import ROLES, STANCES, outlet_in_words, published_in_words, value_in_words
from reconcile.resolve.words import actor_in_words

SUPERSEDED = "superseded by a later version"


def value_words(row: Row, finding: Finding, shown: View) -> str:
    """The value in words, its spelling beside it where a bound makes the two differ: `at least 133 (133+)`."""
    value, kind = row.value.value, shown.kind(finding.fact)
    words = value_in_words(value, kind, shown.book, row.claim.quote)
    return f"{words} ({value})" if kind == "count" and not value.isdecimal() else words


def speaker_words(claim: Claim, shown: View) -> str:
    """Who says so and through whom, empty where the article says it in its own voice."""
    via = ", ".join(actor_in_words(channel, shown.book) for channel in claim.via)
    speaker = actor_in_words(claim.speaker, shown.book)
    return f"{speaker} via {via}" if speaker and via else speaker or via


def stance_words(claim: Claim) -> str:
    """How it is said."""
    return STANCES.get(claim.stance, claim.stance)


def role_words(row: Row) -> str:
    """What the figure is of, and where it does not count: `part (children)`, `whole, not its answer`."""
    claim = row.claim
    counted = f" ({claim.counted})" if claim.counted else ""
    aside = f", {SUPERSEDED}" if claim.superseded else ", not its answer" if row.aside else ""
    return ROLES.get(claim.role, claim.role) + counted + aside


def place_words(claim: Claim) -> str:
    """Where it stands: `batch/a.txt:3:41`."""
    return f"{claim.article}:{claim.line}:{claim.column}"


def published_words(claim: Claim, shown: View) -> str:
    """When its article was published and, where that is another day, the time it is valid for."""
    article = shown.article(claim)
    as_of = claim.as_of if claim.as_of[:10] != article.published[:10] else ""
    return published_in_words(article) + (f", as of {as_of.replace('T', ' ')}" if as_of else "")


def again_words(row: Row, most: int = 4) -> str:
    """Where else in its article it says so: `also 3:4, 9:1`, empty where nowhere."""
    places = ", ".join(f"{claim.line}:{claim.column}" for claim in row.also[:most])
    return f"also {places}{', …' if len(row.also) > most else ''}" if row.also else ""


def in_passing(row: Row, shown: View) -> str:
    """What is not plain about a claim, in one line: its speaker, stance, role, and where else it stands."""
    claim, speaker = row.claim, speaker_words(row.claim, shown)
    plain = claim.role == "total" and not row.aside and not claim.counted and not claim.superseded
    notes = (
        f"according to {speaker}" if speaker else "",
        stance_words(claim) if claim.stance != "asserted" else "",
        "" if plain else role_words(row),
        again_words(row),
    )
    return ", ".join(note for note in notes if note)


def giver_words(claim: Claim, fact: str, shown: View) -> str:
    """Who gives a value, in short: its outlet, or `accused by France` where the article does not stand behind it."""
    spec = shown.book.facts.get(fact)
    if claim.stance == "asserted" and not (spec and spec.by_speaker and claim.speaker):
        return outlet_in_words(shown.article(claim), shown.book)
    stance = "named" if claim.stance == "asserted" else stance_words(claim)
    return f"{stance} by {speaker_words(claim, shown)}" if claim.speaker not in ("", str(claim.value)) else stance


def origin_words(origin: str, shown: View) -> str:
    """An article, an outlet or a party that a text or a figure comes from."""
    if origin in shown.readings:
        return shown.sources[origin]
    if origin in shown.book.outlets:
        return shown.book.outlets[origin].name
    return actor_in_words(origin, shown.book)
