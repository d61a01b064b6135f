"""What a wording cannot do without.

In: a pattern as its rule gives it. Out: clauses, of each of which one member is needed.

A sentence that lacks all members of a clause cannot match, which is found out without matching. A member is a slot or
word list by its name in braces, or a word. What stands in an optional group is not needed; of alternatives one is.
Nothing is ever called needed that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.extract.matching.slots import ASKED, GAPS

Clauses = tuple[frozenset[str], ...]

_TOKENS = re.compile(
    r"(?P<escape>\\.)|(?P<class>\[(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:P<\w+>|:)?)?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<named>\{(?:[a-z_]+:)?[a-z_]+\})|(?P<times>[?*+]\??|\{[0-9,]+\}\??)|(?P<word>[a-z]+)|(?P<other>.)",
    re.DOTALL,
)
_GAPS = {f"{{{name}}}" for name in GAPS}
_SHORT = 3  # letters of a word that most sentences have
_APART = (" ", "\\b", "^", "$", *",;:'\"!-")  # what is no letter of a word beside it
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
        elif sort == "word":
            found = _word(tokens, at)
        if sort == "word" or not _left_out(tokens, at + 1):
            branches[-1] += found
        at += 1
    return list(_combined(branches)), at


def _word(tokens: list[tuple[str, str]], at: int) -> list[frozenset[str]]:
    """The clause of the letters at token `at`, the last of which may be left out: "hospitals?"."""
    word, short = tokens[at][1], _left_out(tokens, at + 1)
    if not (_clear(tokens, at - 1, -1) and _clear(tokens, at + 1 + short, 1)):
        return []
    if short and tokens[at + 1][1] != "?":
        return []
    return [frozenset({word, word[:-1]} - {""} if short else {word})] if len(word) > short else []


def _left_out(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether token `at` says that what stands before it may be left out."""
    return at < len(tokens) and tokens[at][0] == "times" and _OPTIONAL.fullmatch(tokens[at][1]) is not None


def _combined(branches: list[list[frozenset[str]]]) -> Iterator[frozenset[str]]:
    """All clauses of a lone branch; of several, one clause that holds in whichever matches."""
    if len(branches) == 1:
        yield from branches[0]
    elif all(branches):
        yield frozenset().union(*(min(clauses, key=_rarity) for clauses in branches))


def _rarity(clause: frozenset[str]) -> tuple[bool, bool, int, int, list[str]]:
    """Sorts the clause that most sentences lack first: words and lists before slots, without before with short words
    such as "of", few before many, long before short."""
    slots = any(member.strip("{}") in ASKED for member in clause)
    shortest = min(map(len, clause))
    return slots, shortest <= _SHORT, len(clause), -shortest, sorted(clause)


def _clear(tokens: list[tuple[str, str]], at: int, step: int) -> bool:
    """Whether what stands at token `at`, before (`step` -1) or behind a word, is no letter: an edge of the pattern, a
    space, a sign, a group that begins or ends with one (and stands beside another, if it is optional)."""
    if not 0 <= at < len(tokens):
        return True
    sort, _text = tokens[at]
    if sort == "or":  # the word begins or ends one of several alternatives
        bracket = _bracket(tokens, at, step)
        return _outside(tokens, bracket) if 0 <= bracket < len(tokens) else True
    if sort == ("open" if step > 0 else "close"):
        return _clear_group(tokens, at, step)
    if sort in ("open", "close"):
        return _outside(tokens, at)
    if step < 0 and tokens[at - 1][0] == "close" and _left_out(tokens, at):
        return _clear_group(tokens, at - 1, step)
    return _no_letter(tokens, at, step)


def _clear_group(tokens: list[tuple[str, str]], bracket: int, step: int) -> bool:
    """Whether no alternative of the group that begins or ends at `bracket`, beside a word, has a letter there; of a
    group that may be left out neither what stands beyond it."""
    other = _bracket(tokens, bracket, step)
    first, last = min(bracket, other), max(bracket, other)
    depth, edges = 0, [bracket + step]
    for at in range(first + 1, last):
        depth += (tokens[at][0] == "open") - (tokens[at][0] == "close")
        if tokens[at][0] == "or" and not depth:
            edges.append(at + step)
    filled = [at for at in edges if first < at < last and tokens[at][0] != "or"]
    beyond = (last + 1 + _left_out(tokens, last + 1)) if step > 0 else first - 1
    optional = _left_out(tokens, last + 1) or len(filled) < len(edges)
    return all(_clear(tokens, at, step) for at in filled) and (not optional or _clear(tokens, beyond, step))


def _no_letter(tokens: list[tuple[str, str]], at: int, step: int) -> bool:
    """The same of a token that is neither a bracket nor a repeat."""
    sort, text = tokens[at]
    if sort == "named":
        gap = step > 0 and text in _GAPS  # which begins with a sign if it is there at all
        return text.strip("{}").rpartition(":")[2] in ASKED or (gap and _clear(tokens, at + 1, step))
    if sort == "class":
        sure = step < 0 or at + 1 == len(tokens) or tokens[at + 1][0] != "times"
        return sure and text[1] != "^" and not any(map(str.isalnum, text))
    return text in _APART or (step > 0 and text == ".") or (sort == "escape" and not text[1].isalnum())


def _bracket(tokens: list[tuple[str, str]], at: int, step: int) -> int:
    """The bracket, to the left or to the right, of the group that token `at` stands in or ends; beyond the tokens
    where it is in none."""
    inner, outer = ("close", "open") if step < 0 else ("open", "close")
    depth = 0
    while 0 <= at + step < len(tokens):
        at += step
        depth += (tokens[at][0] == inner) - (tokens[at][0] == outer)
        if depth < 0:
            return at
    return at + step


def _outside(tokens: list[tuple[str, str]], bracket: int) -> bool:
    """Whether what stands on the other side of a bracket is the edge of the pattern, a space or a sign."""
    step = -1 if tokens[bracket][0] == "open" else 1
    at = bracket + step
    while 0 <= at < len(tokens) and tokens[at][0] in ("open", "close"):
        at += step
    return _clear(tokens, at, step)
