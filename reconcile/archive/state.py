"""What a store says of itself. In: a connection and a rulebook. Out: its schema and by which rules it was made, or
why it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, inspect, select

from reconcile.archive.made_by import engine, layout, rules_in_effect
from reconcile.archive.migrations import SCHEMA, migrate
from reconcile.archive.store import Store, rebuilding
from reconcile.archive.tables import META
from reconcile.errors import StoreError
from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class State:
    """The number of the schema (0 where there is no store yet), and the fingerprints of rules and code."""

    schema: int
    rules: str = ""
    engine: str = ""

    @property
    def layout(self) -> str:
        """The release that made it, and the layout in which drafts are kept, without the code."""
        return "/".join(self.engine.split("/")[:2])


def state(connection: Connection, store: Store) -> State:
    """What the store says. Raises StoreError where it says nothing sensible."""
    if not inspect(connection).has_table(META.name):
        return State(0)
    said = {str(name): str(value) for name, value in connection.execute(select(META.c.name, META.c.value))}
    schema = said.get("schema", "")
    if not (schema.isascii() and schema.isdigit() and int(schema) > 0):
        raise StoreError(store.shown, "is damaged: it does not say which schema it has")
    if int(schema) > SCHEMA:
        what = f"was made by a newer release (schema {schema}, this one knows {SCHEMA}); install that one"
        raise StoreError(store.shown, what)
    return State(int(schema), said.get("rules", ""), said.get("engine", ""))


def usable(connection: Connection, store: Store, book: Rulebook) -> None:
    """Make sure that the store's drafts are what these rules and this code make. Raises StoreError."""
    if what := stale(there(connection, store), book):
        raise StoreError(store.shown, f"{what}; {rebuilding(store.shown)}")


def there(connection: Connection, store: Store) -> State:
    """What a store that exists says. Raises StoreError where there is none."""
    found = state(connection, store)
    if found.schema == 0:
        raise StoreError(store.shown, f"holds no store; reconcile ingest PATH... --store {store.shown} makes it")
    return found


def stale(found: State, book: Rulebook) -> str:
    """Why a store is to be rebuilt before it is used, or empty."""
    if found.schema < SCHEMA:
        return f"has an older schema ({found.schema}, now {SCHEMA})"
    if found.engine != engine():
        other = "other code of this release" if found.layout == layout() else "another release"
        return f"was made by {other} ({found.engine}, this is {engine()})"
    now = rules_in_effect(book)
    return "" if found.rules == now else f"was made by other rules ({found.rules[:12]}, these are {now[:12]})"


def made(connection: Connection, store: Store, book: Rulebook) -> None:
    """Make the tables where there are none; else make sure that the store can be used. Raises StoreError."""
    if state(connection, store).schema:
        usable(connection, store, book)
        return
    migrate(connection, 0)
    note(connection, book)


def note(connection: Connection, book: Rulebook) -> None:
    """Have the store say that it is of today's schema, rules and code."""
    connection.execute(delete(META))
    says = {"schema": str(SCHEMA), "rules": rules_in_effect(book), "engine": engine()}
    connection.execute(insert(META), [{"name": name, "value": value} for name, value in says.items()])
