"""What a word does in or beside a name: a title, a building, no name at all. In: a language's words. Out: classes."""

from __future__ import annotations

from reconcile.rulebook.language.names import NameWords

PLAIN, TITLE, VENUE, BODY, GIVEN, SIDE = 1, 2, 4, 8, 16, 32
NEVER_ALONE = PLAIN | TITLE | VENUE | BODY | SIDE


def classes(spec: NameWords) -> dict[str, int]:
    """The classes of each word, as a sum of the constants above."""
    of: dict[str, int] = {}
    groups = (
        (PLAIN, spec.plain),
        (TITLE, [word for title in spec.titles for word in title.replace("-", " ").split()]),
        (VENUE, spec.venues),
        (BODY, spec.bodies),
        (GIVEN, spec.given),
        (SIDE, spec.sides),
    )
    for name, words in groups:
        for word in words:
            of[word] = of.get(word, 0) | name
    return of
