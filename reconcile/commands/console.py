"""Where words go: data to stdout, everything else to stderr. In: text. Out: nothing but what is printed.

A reader that stops reading (`reconcile extract … | head`) ends the printing, not the command; a full disk ends both."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reconcile.errors import UsageError


def note(text: str) -> None:
    """Print `text` on stderr; what an article may have brought in that acts without being seen, or that a CI system
    would take for a command, is shown as escapes."""
    from reconcile.report.safe import for_log

    print(for_log(text), file=sys.stderr)


def utf8_stdout() -> None:
    """Make stdout UTF-8 with plain line breaks, whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(text: str) -> None:
    """Print `text` as it is on stdout."""
    with _whoever_reads():
        sys.stdout.write(text)


def finish_stdout() -> None:
    """See to it that everything printed has arrived."""
    with _whoever_reads():
        sys.stdout.flush()


@contextmanager
def _whoever_reads() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _print_no_more()
    except OSError as error:
        _print_no_more()
        raise UsageError(f"the output cannot be written: {error.strerror}; send it somewhere else") from None


def _print_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(*, quiet: bool) -> Callable[[int, int], None] | None:
    """A bar of articles done and articles in all on stderr, shown after a second; None where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def show(done: int, total: int) -> None:
        if time.monotonic() - began > 1:
            bar = "#" * (30 * done // max(total, 1))
            end = "\r\033[K" if done >= total else ""
            print(f"\r[{bar:<30}] {done}/{total} articles", end=end, file=sys.stderr, flush=True)

    return show
