"""The editor's desk. In: a report, its rules and the journal of decisions. Out: what an editor sees, and rulings.

`session` is its state without a screen, `page` and `listing` say what is on the screen as lines of text, and
`screen/` draws those and listens."""

from __future__ import annotations
