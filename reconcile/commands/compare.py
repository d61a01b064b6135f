"""`reconcile compare`: two texts, or a file of pairs, in; how they relate, fact by fact, out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

EXAMPLE = "reconcile compare seeds/001_57fb97e838b4dea0.txt seeds/004_099b2a307345b595.txt"


def run(
    settings: Settings, a: options.Text = None, b: options.OtherText = None, pairs: options.Pairs = None
) -> ExitCode:
    """Say how two texts about one event relate; you vouch that they speak of the same one."""
    raise UsageError("not there yet")
