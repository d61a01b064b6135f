"""Lines and columns of a text. In: an offset. Out: line and column, both from 1."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """Where the lines of one text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, from 1.

        >>> Lines("one\\ntwo").place(5)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
