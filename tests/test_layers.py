"""The house holds: imports point down, and each dependency lives where pyproject.toml says that it does."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reconcile"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

LAYERS = (  # what a rule file may say is a noun like any other; only reading it is a stage
    {"errors", "model", "rulebook.spec", "rulebook.language"},
    {"text"},
    {"kinds"},
    {"rulebook"},
    {"config", "sources", "extract", "events", "resolve"},
    {"pipeline"},
    {"provenance", "examples"},
    {"report", "check", "compare"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
IMPORT_NAMES = {"google-re2": "re2", "PyYAML": "yaml"}
HEAVY = {"dateparser", "networkx", "rapidfuzz", "re2", "rich", "yaml"}


def layer(part: str) -> int:
    found = [number for number, parts in enumerate(LAYERS) if part in parts]
    assert found, f"{part} has no place in LAYERS"
    return found[0]


def part_of(name: str) -> str:
    """The part of the house in which a module is: `text` for text.sentences, `rulebook.spec` for itself."""
    words = name.split(".")
    return next((part for part in (".".join(words[:2]), words[0]) if any(part in parts for parts in LAYERS)), words[0])


def imported(module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            if node.module == "reconcile":
                yield from (f"reconcile.{alias.name}" for alias in node.names)
            else:
                yield str(node.module)


def declared_homes() -> dict[str, set[str]]:
    """Import name -> modules, from the comments beside the dependencies."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines[lines.index("dependencies = [") + 1 : lines.index("]")]:
        match = re.fullmatch(r'\s*"([A-Za-z0-9-]+)>=[^"]+",\s+# ([^:]+): .+', line)
        assert match, f"a dependency without its home and reason: {line}"
        found[IMPORT_NAMES.get(match[1], match[1])] = set(match[2].split(" and "))
    return found


@pytest.mark.parametrize("module", [module for module in MODULES if module != "__init__.py"])
def test_imports_point_down_and_never_to_a_sibling_stage(module: str) -> None:
    own = part_of(module.removesuffix(".py").replace("/", "."))
    for name in imported(module):
        if name.startswith("reconcile."):
            other = part_of(name.removeprefix("reconcile."))
            assert other == own or layer(other) < layer(own), f"{module} imports {name}"


def test_each_dependency_is_imported_in_its_home_and_nowhere_else() -> None:
    used: dict[str, set[str]] = {}
    for module in MODULES:
        for name in imported(module):
            root = name.split(".")[0]
            if root != "reconcile" and root not in sys.stdlib_module_names:
                used.setdefault(root, set()).add(module)
    assert used == declared_homes()


def test_every_dependency_is_declared_with_a_lowest_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) == len(declared_homes())


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys; from reconcile.cli import run; run(['--help']); print({HEAVY!r} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_small_enough_to_tell_what_it_is(module: str) -> None:
    text = (PACKAGE / module).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{module} does not say what goes in and out"
    assert len(text.splitlines()) <= 300
    assert not re.search(r"util|helper|manager|handler|misc|common", module)
