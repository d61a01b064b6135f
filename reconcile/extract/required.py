"""What a wording cannot do without. In: a pattern as its rule gives it. Out: the slots and word lists that it always needs.

A sentence that lacks one of them cannot match, which is found out without matching. What stands in an alternative or in an
optional group is not needed; nothing is ever called needed that is not."""

from __future__ import annotations

import re

_TOKENS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?[:P<a-z0-9_>]*)?|\)|\||\{(?:[a-z_]+:)?(?P<name>[a-z_]+)\}|\{[0-9,]+\}|[?*+]|.", re.DOTALL)
_OPTIONAL = re.compile(r"[?*]|\{0?,[0-9]*\}")


def needs(match: str) -> frozenset[str]:
    """The names in braces (of slots, word lists, gaps) that no match of the pattern lacks.

    >>> sorted(needs("({count}(?: {be})?(?: {killed}|{died}) {place})"))
    ['count', 'place']
    """
    levels: list[tuple[set[str], bool]] = [(set(), False)]  # names so far, and whether an alternative was seen
    closed: set[str] | None = None  # the names of what a quantifier may follow
    for token in _TOKENS.finditer(match):
        text = token.group()
        if closed is not None:
            if not _OPTIONAL.fullmatch(text):
                levels[-1][0].update(closed)
            closed = None
        if text.startswith("("):
            levels.append((set(), False))
        elif text == ")" and len(levels) > 1:
            names, alternatives = levels.pop()
            closed = set() if alternatives else names
        elif text == "|":
            levels[-1] = (set(), True)
        elif token["name"]:
            closed = {token["name"]}
    names, alternatives = levels[0]
    return frozenset() if alternatives else frozenset(names | (closed or set()))
