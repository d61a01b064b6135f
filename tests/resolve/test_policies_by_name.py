"""The named policies on claims of a run: what each prints, what it sets aside, and that nothing is lost."""

from __future__ import annotations

import pytest

from reconcile.model import Claim, Finding
from reconcile.resolve.findings import resolve
from reconcile.rulebook.selected import select_policies
from tests import factory
from tests.resolve.table import BOOK, says, undated

NAMES = sorted(BOOK.headlines)
RUN = (
    says("a.txt", "death_toll", "11", as_of="2024-05-01"),
    says("b.txt", "death_toll", "17", as_of="2024-05-02", speaker="name:police"),
    says("c.txt", "death_toll", "19", as_of="2024-05-02", speaker="name:health ministry"),
    says("d.txt", "death_toll", "80", as_of="2024-05-03", speaker="is-khorasan"),
    says("d.txt", "perpetrator", "islamic-state", stance="claimed", start=50),
)


def printed(policy: str, *claims: Claim, fact: str = "death_toll") -> Finding:
    book = select_policies(BOOK, [policy])
    articles = {claim.article: undated(claim.article) for claim in claims}
    found = resolve((factory.event("ev-1", *sorted(articles)),), claims, articles, book)
    return next(finding for finding in found if finding.fact == fact)


@pytest.mark.parametrize(
    ("policy", "value"),
    [
        ("range", "80"),
        ("latest-majority-lowest", "17"),
        ("conservative", "80"),
        ("min-max", "80"),
        ("best-low-high", "17 (17..19)"),
        ("authority", "19"),
    ],
)
def test_each_policy_prints_its_own_of_one_run(policy: str, value: str) -> None:
    assert printed(policy, *RUN).headline.value == value


@pytest.mark.parametrize("policy", NAMES)
def test_a_policy_changes_nothing_but_what_is_printed(policy: str) -> None:
    usual, other = printed("range", *RUN), printed(policy, *RUN)
    assert (usual.values, usual.verdicts, usual.status, usual.range) == (
        *(other.values, other.verdicts, other.status, other.range),
    )


@pytest.mark.parametrize("policy", [name for name in NAMES if "count" in BOOK.headlines[name].kinds])
def test_whatever_is_not_printed_is_set_aside_with_its_reason_or_lies_between(policy: str) -> None:
    headline = printed(policy, *RUN).headline
    aside = {one.value for one in headline.set_aside}
    assert headline.steps
    assert {one.why for one in headline.set_aside} <= set(headline.steps)
    assert aside | {"11", "17", "19", "80"} == {"11", "17", "19", "80"}
    assert all(value in headline.value or value in aside for value in ("11", "17", "19", "80"))


def test_figures_of_those_held_responsible_never_lead_where_a_policy_says_so() -> None:
    (boast,) = [one for one in printed("latest-majority-lowest", *RUN).headline.set_aside if one.value == "80"]
    assert boast.why == "Set aside, as it rests on those held responsible: 80."


def test_the_accused_are_not_yet_held_responsible() -> None:
    accused = says("e.txt", "perpetrator", "islamic-state", stance="accused", speaker="russia", says=False)
    assert printed("latest-majority-lowest", *RUN[:4], accused).headline.value == "80"


def test_authority_names_who_gives_it() -> None:
    found = printed("authority", *RUN)
    assert found.headline.by == ("health ministry",)


def test_one_source_is_provisional_for_the_body_counts() -> None:
    alone = printed("min-max", says("a.txt", "death_toll", "12"))
    assert alone.headline.steps == ("Provisional, on fewer than two independent sources: 12.",)
    both = printed("min-max", says("a.txt", "death_toll", "12"), says("b.txt", "death_toll", "12"))
    assert both.headline.steps == ("Only one value is given.",)


def test_dozens_are_twelve_where_a_policy_reads_them_so() -> None:
    found = printed("conservative", says("a.txt", "death_toll", "24+", quote="dozens of people"))
    assert (found.headline.value, [row.value for row in found.values]) == ("12", ["24+"])
    assert found.wording == "The death toll is given as 12, according to a.txt."


def test_several_figures_are_worded_as_such() -> None:
    claims = [says(f"{name}.txt", "death_toll", value) for name, value in (("a", "12"), ("b", "20"), ("c", "12"))]
    assert printed("min-max", *claims).headline.value == "12..20"
    assert printed("best-low-high", *claims).headline.value == "12 (12..20)"
    loose = [says("a.txt", "injured", ">100"), says("b.txt", "injured", "120")]
    assert printed("min-max", *loose, fact="injured").wording == "The number of injured is given as 100 to 120."
    assert printed("best-low-high", *loose, fact="injured").wording == (
        "The number of injured is given as 120 (low 100, high 120)."
    )


def test_no_policy_says_what_is_true() -> None:
    for name in NAMES:
        found = printed(name, *RUN)
        said = " ".join([found.wording, *found.notes, *found.headline.steps]).lower().split()
        assert not {"true", "false", "truth", "correct"} & set(said), name
