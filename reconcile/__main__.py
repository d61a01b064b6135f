"""`python -m reconcile` and the `reconcile` command. In: the command line. Out: the process's exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reconcile.errors import ExitCode


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own where None) and return its exit code."""
    try:
        from reconcile.cli import run  # here, so that an interrupt while it loads is quiet too

        return run(argv)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
