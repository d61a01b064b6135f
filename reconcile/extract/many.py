"""Very many articles by all processors.

In: work to be done on each of them, which depends on nothing else. Out: what comes of it, in their order.

Processes are forked, so that they have the rules already and share their memory; where the system cannot do that, or
ends one of them, this process does the work. So it does with what raises an error, which is then raised here."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, cast

In = TypeVar("In")
Out = TypeVar("Out")

_MANY = 200  # articles; for fewer it takes longer to start processes than they save
_CHUNK = 20  # articles that a process is given at a time

_job: tuple[Callable[..., object], Sequence[object]] = (str, ())  # what forked processes find as they begin


def each(work: Callable[[In], Out], items: Sequence[In], many: int = _MANY) -> Iterator[Out]:
    """`work` done on each of `items`, in their order; if they are `many`, by several processes."""
    done = 0
    if len(items) >= many and _processors() > 1:
        yield work(items[0])  # makes ready what all processes then share
        done = 1
        for result in _forked(work, items[1:]):
            yield result
            done += 1
    yield from map(work, islice(items, done, None))


def _processors() -> int:
    """How many processors this process may use; one where forking is not safe."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _forked(work: Callable[[In], Out], items: Sequence[In]) -> Iterator[Out]:
    """The results of the first of `items`, of all where nothing goes wrong."""
    from concurrent.futures import ProcessPoolExecutor  # 0.03 s that few articles can do without
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    global _job  # noqa: PLW0603  (the only way in that needs no copy)
    _job = (work, items)
    chunks = range(0, len(items), _CHUNK)
    try:
        with ProcessPoolExecutor(_processors(), get_context("fork"), _ready) as pool:
            for first, results in zip(chunks, pool.map(_chunk, chunks), strict=True):
                yield from cast("list[Out]", results)
                if len(results) < len(items[first : first + _CHUNK]):
                    return
    except (BrokenProcessPool, OSError):
        return
    finally:
        _job = (str, ())


def _ready() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its children
    gc.freeze()  # the rules are no garbage: looking at them takes time, and a copy of their memory


def _chunk(first: int) -> list[object]:
    """The results of a chunk, up to the first that raises an error."""
    work, items = _job
    results: list[object] = []
    for item in items[first : first + _CHUNK]:
        try:
            results.append(work(item))
        except Exception:  # the parent meets it too, and raises it
            break
    return results
