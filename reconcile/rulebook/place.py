"""Where in a rule file something stands. In: a rulebook and what is meant. Out: located errors and names of places."""

from __future__ import annotations

from reconcile.errors import RuleError
from reconcile.rulebook import Rulebook
from reconcile.rulebook.decode import Where, rule_error


def place(book: Rulebook, name: str, where: Where, what: str) -> RuleError:
    """An error at `where` (such as ("example", 2)) in the rule file `name`, to be raised or shown."""
    file = book.files[name]
    return rule_error(file.shown, file.text(), where, what)


def rule_in_words(book: Rulebook, rule: str) -> tuple[str, tuple[str, ...]]:
    """A claim's or verdict's rule (`facts/death_toll/en.toml#an-id`) as file, line and name, and what it says."""
    name, _, key = rule.partition("#")
    if name not in book.files:
        return rule, ()
    where, says = _found(book, name, key)
    return f"{book.files[name].shown}:{place(book, name, where, '').line} #{key}", says


def _found(book: Rulebook, name: str, key: str) -> tuple[Where, tuple[str, ...]]:
    words = name.removesuffix(".toml").split("/")
    if words[0] == "facts" and (wordings := book.wordings.get((words[1], words[-1]))):
        for number, pattern in enumerate(wordings.pattern):
            if pattern.id == key:
                return ("pattern", number), (f"matches {pattern.match}",)
    if words[0] == "facts" and key == "setting":
        return ("setting",), ("the country that the article is set in is a possible answer",)
    if words[0] == "policies" and key.isdecimal() and (ladder := book.ladders.get(words[1])):
        for number, level in enumerate(ladder.level, 1):
            if number == int(key):
                held = f"holds where: {', '.join(level.when)}" if level.when else "holds where no level before it does"
                return ("level", number - 1), (f"level {number} of {len(ladder.level)}, {level.name!r}, {held}",)
    return (), ()
