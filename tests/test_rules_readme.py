"""rules/README.md names every file, key, slot, gap and cue that rule files may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.extract.matching.slots import ASKED, GAPS
from reconcile.rulebook import load
from reconcile.rulebook.credits import Copies, Credit, CreditExample, CreditLimits, CreditWords, OriginRules
from reconcile.rulebook.decode import shape
from reconcile.rulebook.joining import Joining
from reconcile.rulebook.language import LANGUAGE_FILES
from reconcile.rulebook.policies import (
    KEEPS,
    Choice,
    HeadlineExample,
    HeadlinePolicy,
    Ladder,
    LadderExample,
    Level,
    Rank,
)
from reconcile.rulebook.spec import (
    ActorSpec,
    EventFile,
    EventType,
    Example,
    Exclusion,
    Fact,
    Figurative,
    Materiality,
    OutletSpec,
    Phrasing,
    PlaceSpec,
    TermSpec,
    WordingPattern,
    Wordings,
)

README = (Path(__file__).parent.parent / "rules" / "README.md").read_text(encoding="utf-8")
NAMED = {word for code in re.findall(r"`([^`\n]+)`", README) for word in re.findall(r"[a-z_]+", code)}
SPECS = (
    *(Copies, Credit, CreditExample, CreditLimits, CreditWords, OriginRules),
    *(
        ActorSpec,
        Choice,
        EventFile,
        EventType,
        Example,
        Exclusion,
        Fact,
        Figurative,
        HeadlinePolicy,
        Joining,
        Ladder,
        LadderExample,
    ),
    *(HeadlineExample, Rank),
    *(Level, Materiality, OutletSpec, Phrasing, PlaceSpec, TermSpec, WordingPattern, Wordings),
)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.__name__)
def test_every_key_of_a_rule_file_is_told(spec: type) -> None:
    assert set(shape(spec)) <= NAMED


@pytest.mark.parametrize("name", [*ASKED, *GAPS, "term"])
def test_every_slot_and_gap_is_told(name: str) -> None:
    assert f"`{{{name}}}`" in README


def test_every_cue_language_file_and_way_to_choose_is_told() -> None:
    cues = {cue for file in load().events.values() for cue in file.cues}
    assert {*cues, *LANGUAGE_FILES, *KEEPS} <= NAMED


def test_every_file_or_folder_of_the_rules_is_told() -> None:
    assert {name.split("/")[0] for name in load().files} <= {
        part for code in re.findall(r"`([^`\n]+)`", README) for part in code.split("/")
    }
