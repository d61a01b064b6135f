"""Values of the model as bytes and back, exactly. In: a frozen dataclass. Out: compressed JSON that holds nothing but
fields, in the order of their definition; what reads it runs nothing and believes nothing.

`FORMAT` tells one layout from another: it changes with every field that is added to the model."""

from __future__ import annotations

import hashlib
import json
import types
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reconcile.kinds.count import FORMS, Count
from reconcile.kinds.date import Date, Point
from reconcile.kinds.named import Named
from reconcile.kinds.term import Term
from reconcile.model import Draft, Value

T = TypeVar("T")
Way = tuple[Callable[[Any], Any], Callable[[Any], Any]]  # to what JSON has, and back from it

_MOST = 64 << 20  # bytes that a value may have unpacked; an article has at most one megabyte
_VALUES: Mapping[str, type] = {"count": Count, "date": Date, "named": Named, "term": Term}
_NAMES = {kind: name for name, kind in _VALUES.items()}


def encoded(value: Any) -> bytes:
    """A dataclass of the model as bytes; equal values give equal bytes."""
    tree = _way(type(value))[0](value)
    return zlib.compress(json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def decoded(data: bytes, kind: type[T]) -> T:
    """The inverse. Raises ValueError where `data` is nothing that `encoded` makes of a `kind`."""
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(data, _MOST)
        if unpacker.unconsumed_tail or not unpacker.eof or unpacker.unused_data:
            raise ValueError("its end is missing, or it is larger than an article can be")
        found: T = _way(kind)[1](json.loads(text.decode("utf-8", "surrogatepass")))
    except (zlib.error, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"it is no {kind.__name__}: {error}") from None
    return found


def _way(kind: Any) -> Way:
    way = _WAYS.get(kind)
    if way is None:
        way = _WAYS[kind] = _made(kind)
    return way


def _made(kind: Any) -> Way:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _listed(tuple, _way(inner[0]))
    if origin is frozenset:
        there, back = _listed(frozenset, _way(inner[0]))
        return lambda value: sorted(there(value), key=repr), back
    if origin in (dict, Mapping):
        return _table(_way(inner[1]))
    if origin in (Union, types.UnionType):
        return _optional(*inner)
    return _record(kind)


def _plain(kind: type) -> Way:
    def back(given: Any) -> Any:
        if type(given) is not kind:
            raise ValueError(f"{str(given)[:40]!r} is no {kind.__name__}")
        return given

    return (lambda value: value), back


def _listed(kind: Callable[[Any], Any], inner: Way) -> Way:
    there, back = inner

    def read(given: Any) -> Any:
        if type(given) is not list:
            raise ValueError(f"{str(given)[:40]!r} is no list")
        return kind(map(back, given))

    return (lambda values: [there(value) for value in values]), read


def _table(inner: Way) -> Way:
    there, back = inner

    def read(given: Any) -> Any:
        if type(given) is not dict:
            raise ValueError(f"{str(given)[:40]!r} is no table")
        return {key: back(value) for key, value in given.items()}

    return (lambda values: {key: there(value) for key, value in values.items()}), read


def _optional(one: Any, other: Any) -> Way:
    """`X | None`, or what is a value or a number."""
    there, back = _way(one)
    if other is type(None):
        return (
            lambda value: None if value is None else there(value),
            lambda given: None if given is None else back(given),
        )
    last, first = _way(other), (there, back)
    return (
        lambda value: last[0](value) if type(value) is other else first[0](value),
        lambda given: last[1](given) if type(given) is other else first[1](given),
    )


def _record(kind: type) -> Way:
    hints = get_type_hints(kind)
    named = [(field.name, _way(hints[field.name])) for field in fields(kind) if field.init]
    ways = [back for _, (_, back) in named]

    def there(value: Any) -> list[Any]:
        return [way[0](getattr(value, name)) for name, way in named]

    def back(given: Any) -> Any:
        if type(given) is not list or len(given) != len(ways):
            raise ValueError(f"{str(given)[:40]!r} is no {kind.__name__}")
        return kind(*[way(one) for way, one in zip(ways, given, strict=True)])

    return there, back


def _value() -> Way:
    def there(value: Any) -> list[Any]:
        name = _NAMES[type(value)]
        return [name, *_way(_VALUES[name])[0](value)]

    def back(given: Any) -> Any:
        name, *rest = given
        value = _way(_VALUES[name])[1](rest)
        if name == "count" and value.form not in FORMS:
            raise ValueError(f"{value.form!r} is no form of a count")
        return value

    return there, back


_WAYS: dict[Any, Way] = {kind: _plain(kind) for kind in (str, int, bool, float)}
_WAYS[Value] = _value()


@dataclass(frozen=True, slots=True)
class _All:
    """All that is ever stored, for the layout."""

    draft: Draft
    values: tuple[Point, Count, Date, Named, Term]


def _layout(kind: Any) -> str:
    if not hasattr(kind, "__dataclass_fields__"):
        return " ".join([str(getattr(kind, "__name__", kind)), *map(_layout, get_args(kind))])
    hints = get_type_hints(kind)
    return f"{kind.__name__}({', '.join(f'{f.name}: {_layout(hints[f.name])}' for f in fields(kind) if f.init)})"


FORMAT = hashlib.sha256(_layout(_All).encode()).hexdigest()[:12]
