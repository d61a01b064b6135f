"""A name that the rules know, where it stands in a text. In: nothing. Out: `Hit`."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.rulebook.gazetteer import Place
from reconcile.rulebook.roster import NameForm


@dataclass(slots=True)
class Hit:
    """Words `first` up to `last` (exclusive) are a name of a party (`form`), of places (largest first), or of both."""

    first: int
    last: int
    key: str
    form: NameForm | None
    places: tuple[Place, ...]
    place: Place | None = None
