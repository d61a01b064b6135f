"""New conflicts as lines. In: a run of the gate. Out: `path:line:col: severity fact: sentence`, a line each."""

from __future__ import annotations

from reconcile.check import Checked
from reconcile.report.safe import for_log
from reconcile.rulebook import Rulebook


def write(found: Checked, book: Rulebook, /) -> str:
    """The new conflicts in the order of their places; paths as they were given."""
    return "".join(f"{for_log(str(conflict))}\n" for conflict in found.new)
