"""The gate: what new articles bring to an archive. In: a report of both, and what was accepted before. Out: `Checked`.

A conflict that the archive had before is not new. One that a person ruled on is `reviewed`, one that stands in a
baseline is `accepted`; neither counts, and both can still be shown."""

from __future__ import annotations

from reconcile.check.checked import Checked, baseline_for, checked, with_baseline
from reconcile.check.conflicts import NewConflict, at_least, new_conflicts, reviewed_conflicts

__all__ = [
    "Checked",
    "NewConflict",
    "at_least",
    "baseline_for",
    "checked",
    "new_conflicts",
    "reviewed_conflicts",
    "with_baseline",
]
