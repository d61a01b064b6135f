"""Where in a rule file something stands. In: a rulebook and what is meant. Out: located errors and names of places."""

from __future__ import annotations

from reconcile.errors import RuleError
from reconcile.rulebook import Rulebook, shipped
from reconcile.rulebook.decode import Where, rule_error


def place(book: Rulebook, name: str, where: Where, what: str) -> RuleError:
    """An error at `where` (such as ("example", 2)) in the rule file `name`, to be raised or shown."""
    path = book.files[name].path
    return rule_error(shown(book, name), path.read_text(encoding="utf-8-sig"), where, what)


def shown(book: Rulebook, name: str) -> str:
    """The file's name as messages give it: `rules/` and the name, or the folder of --rules and the name."""
    path = book.files[name].path
    root = next(root for root in reversed(book.roots) if path.is_relative_to(root))
    return f"{'rules' if root == shipped() else root.name}/{name}"


def rule_in_words(book: Rulebook, rule: str) -> tuple[str, tuple[str, ...]]:
    """A claim's or verdict's rule (`facts/death_toll/en.toml#an-id`) as file, line and name, and what it says."""
    name, _, key = rule.partition("#")
    if name not in book.files:
        return rule, ()
    where, says = _found(book, name, key)
    return f"{shown(book, name)}:{place(book, name, where, '').line} #{key}", says


def _found(book: Rulebook, name: str, key: str) -> tuple[Where, tuple[str, ...]]:
    words = name.removesuffix(".toml").split("/")
    if words[0] == "facts" and (wordings := book.wordings.get((words[1], words[-1]))):
        for number, pattern in enumerate(wordings.pattern):
            if pattern.id == key:
                return ("pattern", number), (f"matches {pattern.match}",)
    if words[0] == "policies" and key.isdecimal() and (ladder := book.ladders.get(words[1])):
        for number, level in enumerate(ladder.level, 1):
            if number == int(key):
                held = f"holds where: {', '.join(level.when)}" if level.when else "holds where no level before it does"
                return ("level", number - 1), (f"level {number} of {len(ladder.level)}, {level.name!r}, {held}",)
    return (), ()
