"""What new articles bring -> output formats. In: a run of the gate and the rulebook. Out: text.

WRITERS is the one table: a format's name and the function that writes a whole run in it."""

from __future__ import annotations

from typing import Protocol

from reconcile.check import Checked
from reconcile.report.check import github, json, junit, markdown, sarif, text
from reconcile.rulebook import Rulebook

__all__ = ["WRITERS", "Writer"]


class Writer(Protocol):
    """A whole run of the gate as text that ends in a line break, or none where there is nothing to say."""

    def __call__(self, found: Checked, book: Rulebook, /) -> str: ...  # noqa: D102


WRITERS: dict[str, Writer] = {
    "text": text.write,
    "github": github.write,
    "markdown": markdown.write,
    "sarif": sarif.write,
    "junit": junit.write,
    "json": json.write,
}
