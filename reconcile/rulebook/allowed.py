"""What a key of a rule file may be, beside its type. In: nothing. Out: marks for `Annotated`, which `decode` heeds.

What a file may say is a struct of msgspec, whose class is made in a fiftieth of the time that a dataclass takes: there
are a hundred of them, and each run needs them all."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The closed list of words that the key takes."""

    words: tuple[str, ...]


class Keys(NamedTuple):
    """The closed list of keys of the table."""

    keys: tuple[str, ...]


class NotInFile(NamedTuple):
    """The key is no key of the file: it is told otherwise."""


NOT_IN_FILE = NotInFile()
