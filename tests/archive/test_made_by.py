"""By what a store was made: rules, release, layout, and the code that has a part in what is stored."""

from __future__ import annotations

import ast
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from reconcile.archive.info import info, lines
from reconcile.archive.ingest import ingest
from reconcile.archive.made_by import MAKING, code, engine, layout
from reconcile.archive.store import opened
from reconcile.archive.tables import META
from reconcile.archive.verify import verify
from reconcile.errors import StoreError
from reconcile.rulebook import load
from tests.archive.made import articles
from tests.test_layers import PACKAGE

BOOK = load()
NO_PART = ("errors.py", "archive/")  # what is raised; what writes rows as they are, whose layout is the schema's


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKAGE, tmp_path / "reconcile", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.parametrize("module", ["extract/story.py", "events/mains.py", "archive/keys.py", "times.py"])
def test_other_code_that_makes_drafts_is_another_engine(copied: Path, module: str) -> None:
    assert code(PACKAGE) == code(copied)  # wherever it is installed
    code.cache_clear()
    with (copied / module).open("a", encoding="utf-8") as source:
        source.write("\n")
    assert code(PACKAGE) != code(copied)


def test_other_code_elsewhere_is_the_same_engine(copied: Path) -> None:
    with (copied / "report" / "markdown.py").open("a", encoding="utf-8") as source:
        source.write("\n")
    assert code(PACKAGE) == code(copied)


def test_what_the_code_is_costs_next_to_nothing() -> None:
    def took() -> float:
        code.cache_clear()
        begun = time.perf_counter()
        code(PACKAGE)
        return time.perf_counter() - begun

    assert min(took() for _ in range(5)) < 0.05  # 5 ms; a slow disk is no defect


def needed(module: str) -> Iterator[str]:
    """The modules of this package that a module imports when it runs, as paths."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("reconcile"):
            home = node.module.replace(".", "/").removeprefix("reconcile").removeprefix("/")
            names = [f"{home}/{alias.name}".removeprefix("/") for alias in node.names] + [home]
            for name in names:
                for path in (f"{name}.py", f"{name}/__init__.py"):
                    if (PACKAGE / path).is_file() and path != "/__init__.py":
                        yield path


def test_whatever_has_a_part_in_what_is_stored_is_part_of_the_engine() -> None:
    todo, seen = ["sources/__init__.py", "extract/__init__.py", "archive/rows.py", "archive/weeks.py"], set[str]()
    while todo:
        if (module := todo.pop()) not in seen:
            seen.add(module)
            todo += needed(module) if not module.startswith("archive/") or module in MAKING else []
    beside = {name for name in seen if name.split("/")[0] not in MAKING and name not in MAKING}
    assert {name for name in beside if not name.startswith(NO_PART) and not name.endswith("/__init__.py")} == set()


def test_a_store_that_other_code_made_says_so_and_how_it_is_mended(address: str) -> None:
    store = opened(address)
    list(ingest(store, articles(3), BOOK))
    assert lines(info(store, BOOK))[-1].startswith("ready")
    with store.writing() as connection:
        connection.execute(update(META).where(META.c.name == "engine").values(value=f"{layout()}/0123456789ab"))
    found = info(store, BOOK)
    assert found.stale == f"was made by other code of this release ({layout()}/0123456789ab, this is {engine()})"
    assert "ingest --rebuild --store" in lines(found)[-1] and "with your --rules if you give any" in lines(found)[-1]
    assert list(verify(store, BOOK)) == []  # its drafts can be read, its keys cannot be compared
    with pytest.raises(StoreError, match="other code of this release"):
        list(ingest(store, articles(4), BOOK))
