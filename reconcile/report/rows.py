"""The provenance of a finding: who gives which value, in which words. In: a finding. Out: rows and relations.

What one article says twice in the same way is one row, and what several pairs of claims have in common is one
relation."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Claim, Finding, ValueRow, Verdict, speaking
from reconcile.report.view import View
from reconcile.report.words import SEVERITIES, outlet_in_words
from reconcile.rulebook.policies import VERDICTS


@dataclass(frozen=True, slots=True)
class Row:
    """One article's claim to one value; `first` on the first row of a value, `also` where it says so again.

    A claim is `aside` where others of the finding are their articles' answers and this one is of the same but none."""

    value: ValueRow
    claim: Claim
    first: bool
    also: tuple[Claim, ...]
    aside: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A verdict between two values: what it says of one pair of claims, and the `pairs` of sources it leaves unnamed.

    The sentence `names` the sources of the one pair or not; it `decides` where it bears on the finding's status.
    `values` are the two, `claims` the ids of the one pair, `rule` the level of the policy that says so."""

    verdict: str
    severity: str
    say: str
    pairs: tuple[str, ...]
    names: bool
    decides: bool
    values: tuple[str, str]
    claims: tuple[str, str]
    rule: str


def rows(finding: Finding, shown: View) -> tuple[Row, ...]:
    """The provenance table of `finding`: values with a voice first, each value's claims by time of publication."""
    found = []
    heard = voices(finding, shown)
    for value in sorted(finding.values, key=lambda value: not any(shown.claims[c].says for c in value.claims)):
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in sorted((shown.claims[c] for c in value.claims), key=lambda claim: _claim_order(claim, shown)):
            same = (claim.article, claim.speaker, claim.via, claim.stance, claim.role, claim.counted)
            groups.setdefault(same, []).append(claim)
        for place, (claim, *also) in enumerate(groups.values()):
            aside = claim.role == "total" and claim.id not in heard
            found.append(Row(value, claim, place == 0, tuple(sorted(also, key=lambda again: again.start)), aside))
    return tuple(found)


def relations(finding: Finding, shown: View) -> tuple[Relation, ...]:
    """The verdicts of `finding` but agreement: those that decide its status first, then the most serious."""
    heard = voices(finding, shown)
    groups: dict[tuple[str, ...], list[Verdict]] = {}
    for verdict in finding.verdicts:
        if verdict.verdict != "agree":
            values = (str(shown.claims[verdict.a].value), str(shown.claims[verdict.b].value))
            decisive = str(decides(verdict, heard))
            key = (verdict.verdict, verdict.severity, verdict.rule, *values, decisive)
            groups.setdefault(key, []).append(verdict)
    found = [_relation(those, shown, decisive=decides(those[0], heard)) for those in groups.values()]
    return tuple(sorted(found, key=_relation_order))


def _relation(verdicts: list[Verdict], shown: View, *, decisive: bool) -> Relation:
    first, *others = verdicts
    names = _names_both(first, shown)
    pairs = [_pair(verdict, shown) for verdict in (others if names else verdicts)]
    return Relation(
        verdict=first.verdict,
        severity=first.severity,
        say=first.say,
        pairs=tuple(dict.fromkeys(pairs)),
        names=names,
        decides=decisive,
        values=(str(shown.claims[first.a].value), str(shown.claims[first.b].value)),
        claims=(first.a, first.b),
        rule=first.rule,
    )


def _pair(verdict: Verdict, shown: View) -> str:
    a, b = (shown.sources[shown.claims[claim].article] for claim in (verdict.a, verdict.b))
    return f"{a} / {b}" if a != b else f"within {a}"


def _names_both(verdict: Verdict, shown: View) -> bool:
    """Whether the sentence says of whom it speaks."""
    articles = [shown.article(shown.claims[claim]) for claim in (verdict.a, verdict.b)]
    return all(outlet_in_words(article, shown.book) in verdict.say for article in articles)


def voices(finding: Finding, shown: View) -> frozenset[str]:
    """The claims that decide its status: the articles' answers, or what is said of the whole where none gives any."""
    stated = (shown.claims[claim] for value in finding.values for claim in value.claims)
    return frozenset(claim.id for claim in speaking(stated))


def chosen_among(finding: Finding) -> bool:
    """Whether its policy had something to choose, or makes another figure of the only value."""
    return len(finding.values) > 1 or [finding.headline.value] != [row.value for row in finding.values]


def decides(verdict: Verdict, heard: frozenset[str]) -> bool:
    """Whether a verdict bears on its finding's status: both claims are `heard`."""
    return {verdict.a, verdict.b} <= heard


def likewise(relation: Relation, most: int = 2) -> str:
    """Of whom else the sentence is true: ` (likewise Outlet A, 2024-03-24 / Outlet B, 2024-03-25)`, or empty."""
    more = len(relation.pairs) - most
    pairs = "; ".join(relation.pairs[:most]) + (f"; and {more} more" if more > 0 else "")
    return f" ({'likewise ' if relation.names else ''}{pairs})" if pairs else ""


def _claim_order(claim: Claim, shown: View) -> tuple[bool, str, str, int]:
    return (not claim.says, shown.article(claim).published or "9", claim.article, claim.start)


def _relation_order(relation: Relation) -> tuple[bool, int, int, str]:
    seriousness = VERDICTS.index(relation.verdict) if relation.verdict in VERDICTS else len(VERDICTS)
    severity = SEVERITIES.index(relation.severity) if relation.severity in SEVERITIES else len(SEVERITIES)
    return (not relation.decides, seriousness, severity, relation.say)
