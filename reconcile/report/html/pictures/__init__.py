"""Pictures of a report. In: a finding or an event. Out: a `Picture`, drawn as SVG, with the table behind it.

No picture is the only place of what it shows: its caption says it in words and its table has every value."""

from __future__ import annotations

from reconcile.report.html.pictures.canvas import Picture

__all__ = ["Picture"]
