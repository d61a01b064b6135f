"""What a wording cannot do without.

In: a pattern as its rule gives it. Out: clauses, of each of which one member is needed.

A sentence that lacks all members of a clause cannot match, which is found out without matching. A member is a slot or
word list by its name in braces, or a word. What stands in an optional group is not needed; of alternatives one is.
Nothing is ever called needed that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.extract.matching.slots import ASKED

Clauses = tuple[frozenset[str], ...]

_TOKENS = re.compile(
    r"(?P<escape>\\.)|(?P<class>\[(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:P<\w+>|:)?)?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<named>\{(?:[a-z_]+:)?[a-z_]+\})|(?P<times>[?*+]\??|\{[0-9,]+\}\??)|(?P<word>[a-z]+)|(?P<other>.)",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"[?*]\??|\{0?,[0-9]*\}\??")


def needs(match: str) -> Clauses:
    """The clauses of a pattern; names keep their braces, to be told from words.

    >>> [sorted(clause) for clause in needs("({count}(?: {be})?(?: {killed}|{died}) in (?:the )?{place})")]
    [['{count}'], ['{died}', '{killed}'], ['in'], ['{place}']]
    """
    tokens = [(str(token.lastgroup), token.group()) for token in _TOKENS.finditer(match)]
    clauses, _ = _branches(tokens, 0)
    return tuple(dict.fromkeys(clauses))


def _branches(tokens: list[tuple[str, str]], at: int) -> tuple[list[frozenset[str]], int]:
    """The clauses of a group that begins at token `at`, and where it ends (at its closing bracket)."""
    branches: list[list[frozenset[str]]] = [[]]
    while at < len(tokens) and tokens[at][0] != "close":
        sort = tokens[at][0]
        found: list[frozenset[str]] = []
        if sort == "or":
            branches.append([])
        elif sort == "open":
            found, at = _branches(tokens, at + 1)
        elif sort == "named":
            found = [frozenset({"{" + tokens[at][1].strip("{}").rpartition(":")[2] + "}"})]
        elif sort == "word" and _whole(tokens, at):
            found = [frozenset({tokens[at][1]})]
        quantifier = tokens[at + 1] if at + 1 < len(tokens) else ("", "")
        if not (quantifier[0] == "times" and _OPTIONAL.fullmatch(quantifier[1])):
            branches[-1] += found
        at += 1
    return list(_combined(branches)), at


def _combined(branches: list[list[frozenset[str]]]) -> Iterator[frozenset[str]]:
    """All clauses of a lone branch; of several, one clause that holds in whichever matches."""
    if len(branches) == 1:
        yield from branches[0]
    elif all(branches):
        yield frozenset().union(*(min(clauses, key=_rarity) for clauses in branches))


def _rarity(clause: frozenset[str]) -> tuple[bool, int, int, list[str]]:
    """Sorts the clause that most sentences lack first: words and lists before slots, few before many, long before
    short."""
    slots = any(member.strip("{}") in ASKED for member in clause)
    return slots, len(clause), -min(map(len, clause)), sorted(clause)


def _whole(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether the letters at token `at` are a word of their own, not a part that the pattern goes on with."""
    before = tokens[at - 1] if at else ("start", "")
    after = tokens[at + 1] if at + 1 < len(tokens) else ("end", "")
    begins = before[0] in ("start", "or") or before[1] == " " or (before[0] == "open" and _outside(tokens, at - 1))
    ends = (
        after[0] in ("end", "or")
        or after[1] in (" ", ",", ".", ";")
        or (after[0] == "close" and _outside(tokens, at + 1))
    )
    return begins and ends


def _outside(tokens: list[tuple[str, str]], bracket: int) -> bool:
    """Whether what stands on the other side of a bracket is the edge of the pattern or a space."""
    step = -1 if tokens[bracket][0] == "open" else 1
    at = bracket + step
    while 0 <= at < len(tokens) and tokens[at][0] in ("open", "close"):
        at += step
    if not 0 <= at < len(tokens):
        return True
    sort, text = tokens[at]
    return text == " " or sort == "or" or (sort == "class" and not any(map(str.isalnum, text)))
