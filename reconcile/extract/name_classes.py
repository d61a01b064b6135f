"""What a word does in or beside a name: a title, a kind of building, a word that is no name at all. In: a language's words. Out: `Classes`."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.rulebook.language.names import NameWords

PLAIN, TITLE, VENUE, BODY, GIVEN, SIDE = 1, 2, 4, 8, 16, 32


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of each word, as a sum of the constants above."""

    of: dict[str, int]

    def all(self, keys: list[str], wanted: int) -> bool:
        """Whether every one of `keys` is of a class in `wanted`."""
        return all(self.of.get(key, 0) & wanted for key in keys)


def classes(spec: NameWords) -> Classes:
    """The classes of the words of a language."""
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
    return Classes(of)
