"""What a step of a timeline may be called. In: nothing. Out: the words."""

from __future__ import annotations

FIRST, REPEATS, UNDATED = "first", "repeats", "undated"
#: these, or the verdict against what stood before
MOVES = (FIRST, REPEATS, UNDATED, "update", "correction", "contradiction", "narrower", "scope", "agree")
