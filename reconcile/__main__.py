"""`python -m reconcile` and the `reconcile` command. In: the command line. Out: the process's exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from reconcile.errors import ExitCode

_SELDOM = 50_000  # objects


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own where None) and return its exit code."""
    collect_seldom()
    try:
        from reconcile.cli import run  # here, so that an interrupt while it loads is quiet too

        return run(argv)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


def collect_seldom() -> None:
    """Let cycles be looked for only after many objects were made: hardly any are in what this program makes, and to
    look through the rules for them time and again takes a tenth of a run."""
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])


if __name__ == "__main__":
    sys.exit(main())
