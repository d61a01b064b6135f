"""One TOML file and a struct in, an instance of it out; strictly.

An unknown key, a missing key, a wrong type or a word that is not allowed is a `RuleError` that names the file, line and
column, shows the line with a caret, and says what is allowed. A field may be marked with the words or keys that it
takes (`rulebook.allowed`)."""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import tomli
from msgspec import Struct, structs

from reconcile.errors import RuleError
from reconcile.rulebook.allowed import NOT_IN_FILE, Keys, Words

T = TypeVar("T", bound=Struct)
Where = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[|\[)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)\s*[=.]")


def decode(cls: type[T], path: Path, shown: str, table: Where = ()) -> T:
    """Read `path`, or only the `table` in it, as a `cls`; `shown` is the file's name in messages. Raises RuleError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(shown, 1, 1, f"cannot be read: {error}") from None
    try:
        tree = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _syntax_error(shown, text, str(error)) from None
    for key in table:
        tree = tree.get(str(key), {}) if isinstance(tree, dict) else tree
    return _Decoder(shown, text).build(cls, tree, table)


def rule_error(shown: str, text: str, where: Where, what: str) -> RuleError:
    """A RuleError where `where` points in `text`: ("example", 2, "claim") is the third [[example]]'s claim."""
    line, column = _locate(text, where)
    lines = text.splitlines()
    return RuleError(shown, line, column, what, lines[line - 1] if line <= len(lines) else "")


def _syntax_error(shown: str, text: str, message: str) -> RuleError:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    lines = text.splitlines()
    line, column = (int(place[1]), int(place[2])) if place else (max(len(lines), 1), 1)
    what = re.sub(r"\s*\(at [^)]*\)", "", message)
    return RuleError(shown, line, column, f"not TOML: {what}", lines[line - 1] if 0 < line <= len(lines) else "")


def _locate(text: str, where: Where) -> tuple[int, int]:
    """Line and column (from 1) of the key or table that `where` names, or of the nearest one around it."""
    best, depth = (1, 1), -1
    table: Where = ()
    counts: dict[Where, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            names: Where = tuple(part.strip("\"' ") for part in header[2].split("."))
            table = names
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
                table = names if names == where else (*names, counts[names])  # [[patern]]: the key itself is wrong
            path, column = table, len(line) - len(line.lstrip()) + 1
        elif key := _KEY.match(line):
            path, column = (*table, key[1].strip("\"'")), key.start(1) + 1
        else:
            continue
        if len(path) > depth and path == where[: len(path)]:
            best, depth = (number, column), len(path)
    return best


class SpecField(NamedTuple):
    """A field of a struct: its `name` there, its type, whether a file must have it, and what it may be."""

    name: str
    hint: Any
    required: bool
    words: tuple[str, ...]
    keys: tuple[str, ...] | None


@cache
def shape(cls: type[Struct]) -> dict[str, SpecField]:
    """The fields of a struct by their key."""
    fields, hints = {}, get_type_hints(cls, include_extras=True)
    for one in structs.fields(cls):
        marks = getattr(hints[one.name], "__metadata__", ())
        words = next((mark.words for mark in marks if isinstance(mark, Words)), ())
        keys = next((mark.keys for mark in marks if isinstance(mark, Keys)), None)
        if NOT_IN_FILE not in marks:
            fields[one.name.rstrip("_")] = SpecField(one.name, hints[one.name], one.required, words, keys)
    return fields


@cache
def _parts(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a type is made of: ("tuple", (str, ...)); of one that may be None, the other."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _parts(args[0])
    if origin in (Union, types.UnionType):
        return _parts(next(a for a in args if a is not type(None)))
    return (origin, args) if origin else (hint, ())


class _Decoder:
    def __init__(self, shown: str, text: str) -> None:
        self.shown, self.text = shown, text

    def fail(self, where: Where, what: str) -> RuleError:
        return rule_error(self.shown, self.text, where, what)

    def build(self, cls: type[T], tree: object, where: Where) -> T:
        if not isinstance(tree, dict):
            raise self.fail(where, f"must be a table, not {_name(tree)}")
        fields = shape(cls)
        for key in tree:
            if key not in fields:
                raise self.fail((*where, key), f"unknown key {key!r}{_hint(key, list(fields))}")
        values = {}
        for key, f in fields.items():
            if key in tree:
                values[f.name] = value = self.value(f.hint, tree[key], (*where, key))
                if f.words:
                    self.check_words(f.words, value, (*where, key))
                if f.keys is not None:
                    self.check_keys(f.keys, value, (*where, key))
            elif f.required:
                raise self.fail(where, f"missing key {key!r}")
        return cls(**values)

    def check_words(self, words: Sequence[str], value: object, where: Where) -> None:
        for word in value if isinstance(value, tuple) else (value,):
            if word not in words:
                hint = _hint(str(word), words, only_close=True)
                raise self.fail(where, f"{word!r} is not one of {', '.join(words)}{hint}")

    def check_keys(self, keys: Sequence[str], value: Any, where: Where) -> None:
        for key in value:
            if key not in keys:
                raise self.fail((*where, key), f"unknown key {key!r}{_hint(key, keys)}")

    def value(self, hint: Any, tree: object, where: Where) -> Any:
        kind, args = _parts(hint)
        if kind is tuple:
            if not isinstance(tree, list):
                raise self.fail(where, f"must be a list, not {_name(tree)}")
            if args[0] is str and all(type(part) is str for part in tree):
                return tuple(tree)  # most of what rules are made of
            return tuple(self.value(args[0], part, (*where, n)) for n, part in enumerate(tree))
        if kind is dict:
            if not isinstance(tree, dict):
                raise self.fail(where, f"must be a table, not {_name(tree)}")
            return {key: self.value(args[1], part, (*where, key)) for key, part in tree.items()}
        if kind is float and isinstance(tree, int) and not isinstance(tree, bool):
            return float(tree)
        if kind not in _NAMES:
            return self.build(kind, tree, where)
        if not isinstance(tree, kind) or (kind is int and isinstance(tree, bool)):
            raise self.fail(where, f"must be {_type_name(kind)}, not {_name(tree)}")
        return tree


_NAMES = {
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "a table",
    list: "a list",
}


def _type_name(hint: type) -> str:
    return _NAMES.get(hint, hint.__name__)


def _name(tree: object) -> str:
    return _type_name(type(tree))


def _hint(word: str, known: Sequence[str], *, only_close: bool = False) -> str:
    close = difflib.get_close_matches(word, known, 1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return "" if only_close else f"; known keys: {', '.join(known)}"
