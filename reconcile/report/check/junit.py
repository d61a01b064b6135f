"""A run of the gate as JUnit XML, which most CI systems show. In: a run of the gate. Out: one document.

A suite for each new article; in it a case for each conflict that it brings, which fails where the gate does, and one
that passes where it brings none. What was reviewed or accepted is a skipped case, what could not be read an
error. Names have no line numbers, so that a case keeps its history."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from reconcile.check import Checked, NewConflict
from reconcile.check.checked import names_of
from reconcile.report.check.located import Places, places
from reconcile.report.safe import escaped
from reconcile.rulebook import Rulebook

_TYPES = {"failure": "conflict", "error": "not read"}
_TOTALS = {"failures": "failure", "errors": "error"}  # attributes, and the sort of cases that each counts
_COUNTED = {**_TOTALS, "skipped": "skipped"}
_ILLEGAL = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")  # in XML 1.0

_Brought = tuple[NewConflict, str, bool]


@dataclass(frozen=True, slots=True)
class _Case:
    """`sort` is failure, error, skipped, or empty where the case passes; `told` is what it says at length."""

    name: str
    sort: str = ""
    message: str = ""
    told: str = ""


def write(found: Checked, book: Rulebook, /) -> str:
    """The run as an XML document that ends in a line break."""
    where, names = places(found, book), names_of(found)
    of = _by_article(found)
    suites = [(names[name], _numbered(_cases(of.get(name, ()), where))) for name in found.batch if name in names]
    unread = [_Case(problem.article, "error", problem.problem) for problem in found.problems]
    if unread:
        suites.append(("not read", _numbered(unread)))
    every = [case for _, cases in suites for case in cases]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="reconcile check"{_counts(every, _TOTALS)}>']
    for name, cases in suites:
        lines += [
            f" <testsuite name={_attribute(name)}{_counts(cases, _COUNTED)}>",
            *(_xml(case, name) for case in cases),
        ]
        lines.append(" </testsuite>")
    return "".join(f"{line}\n" for line in (*lines, "</testsuites>"))


def _by_article(found: Checked) -> Mapping[str, Sequence[_Brought]]:
    """The conflicts of each article in the order of their places, with why one does not count, and whether it fails."""
    failing = frozenset(found.failing)
    sorts: Sequence[tuple[Sequence[NewConflict], str]] = (
        (found.new, ""),
        (found.reviewed, "reviewed"),
        (found.accepted, "accepted in the baseline"),
    )
    of: dict[str, list[_Brought]] = {}
    for conflict, hidden in sorted((one, hidden) for those, hidden in sorts for one in those):
        of.setdefault(conflict.article, []).append((conflict, hidden, conflict in failing))
    return of


def _cases(conflicts: Sequence[_Brought], where: Places) -> Iterator[_Case]:
    for conflict, hidden, fails in conflicts:
        name = f"{conflict.fact}: {' against '.join(conflict.sides)}"
        sort = "skipped" if hidden else "failure" if fails else ""
        message = f"{hidden}: {conflict.say}" if hidden else f"{conflict.severity}: {conflict.say}"
        yield _Case(name, sort, message, _told(conflict, where))
    if not conflicts:
        yield _Case("no conflicts")


def _told(conflict: NewConflict, where: Places) -> str:
    others = (
        f"against {other}: “{' '.join(other.quote.split())}” ({other.source})" for other in where.others(conflict)
    )
    return "\n".join((str(conflict), *others))


def _numbered(cases: Iterator[_Case] | Sequence[_Case]) -> Sequence[_Case]:
    """Cases with names of their own: what a CI system knows a case by."""
    seen: Counter[str] = Counter()
    told = []
    for case in cases:
        seen[case.name] += 1
        name = case.name if seen[case.name] == 1 else f"{case.name} ({seen[case.name]})"
        told.append(_Case(name, case.sort, case.message, case.told))
    return told


def _counts(cases: Sequence[_Case], counted: Mapping[str, str]) -> str:
    sorts = Counter(case.sort for case in cases)
    return f' tests="{len(cases)}"' + "".join(f' {name}="{sorts[sort]}"' for name, sort in counted.items())


def _xml(case: _Case, suite: str) -> str:
    head = f"  <testcase name={_attribute(case.name)} classname={_attribute(suite)}"
    if case.sort == "skipped":
        return f"{head}><skipped message={_attribute(case.message)}/></testcase>"
    if case.sort:
        kind = f'<{case.sort} type="{_TYPES[case.sort]}" message={_attribute(case.message)}>'
        return f"{head}>{kind}{_text(case.told)}</{case.sort}></testcase>"
    return f"{head}><system-out>{_text(case.told)}</system-out></testcase>" if case.told else f"{head}/>"


def _attribute(text: str) -> str:
    return quoteattr(_legal(" ".join(text.split())))


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", escaped(text))
