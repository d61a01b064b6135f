"""The house holds: imports point down, and each dependency lives where pyproject.toml says that it does."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from reconcile.rulebook import load

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reconcile"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

LAYERS = (  # what a rule file may say is a noun like any other; only reading it is a stage
    {"rulebook.allowed"},
    {"errors", "keys", "model", "times", "rulebook.spec", "rulebook.language"},
    {"text"},
    {"kinds"},
    {"rulebook"},
    {"config", "sources", "extract", "events", "origins", "resolve", "decisions"},
    {"pipeline"},
    {"provenance", "examples", "archive", "check", "changes"},
    {"batch"},
    {"report", "compare"},
    {"review"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
IMPORT_NAMES = {"google-re2": "re2", "PyYAML": "yaml", "SQLAlchemy": "sqlalchemy"}
HEAVY = {"dateparser", "networkx", "rapidfuzz", "re2", "rich", "sqlalchemy", "textual", "tomli", "yaml"}


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
    """Import name -> modules, from the comments beside the dependencies. A home may be a folder: `archive/`."""
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


def rooms() -> dict[str, set[str]]:
    """Each part of a folder (`extract.names`, `events.pairs`) and the parts of the same folder that it imports."""
    found: dict[str, set[str]] = {}
    for module in MODULES:
        words = module.removesuffix(".py").split("/")
        if len(words) > 1 and words[1] != "__init__":
            own = ".".join(words[:2])
            named = (name.split(".")[1:3] for name in imported(module) if name.startswith(f"reconcile.{words[0]}."))
            found.setdefault(own, set()).update(".".join(part) for part in named if len(part) == 2)
            found[own].discard(own)
    return found


def test_no_two_parts_of_a_folder_lean_on_each_other() -> None:
    graph = TopologicalSorter(rooms())
    graph.prepare()  # raises CycleError, which names the parts


def test_the_engine_knows_no_fact_by_name() -> None:
    """But for those that share their name with something else: a kind of value, who says what, a sort of people."""
    facts = set(load().facts) - {"place", "attribution", "attackers"}
    for module in MODULES:
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        named = {c for c in constants if isinstance(c, str) and c in facts}
        assert not named, f"{module} knows {', '.join(sorted(named))} by name"


def test_each_dependency_is_imported_in_its_home_and_nowhere_else() -> None:
    used: dict[str, set[str]] = {}
    for module in MODULES:
        for name in imported(module):
            root = name.split(".")[0]
            if root != "reconcile" and root not in sys.stdlib_module_names:
                used.setdefault(root, set()).add(module)
    homes = declared_homes()
    for root, modules in used.items():
        folders = {home for home in homes.get(root, ()) if home.endswith("/")}
        used[root] = {next((folder for folder in folders if module.startswith(folder)), module) for module in modules}
    assert used == homes


def test_every_dependency_is_declared_with_a_lowest_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) == len(declared_homes())


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys; from reconcile.cli import run; run(['--help']); print({HEAVY!r} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "set()"


def test_help_imports_no_stage() -> None:
    stages = {f"reconcile.{part}" for parts in LAYERS for part in parts} - {"reconcile.commands", "reconcile.cli"}
    light = {"reconcile.errors", "reconcile.config", "reconcile.keys"}
    code = f"import sys; from reconcile.cli import run; run(['--help']); print({stages - light!r} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_small_enough_to_tell_what_it_is(module: str) -> None:
    text = (PACKAGE / module).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{module} does not say what goes in and out"
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert int(node.end_lineno or 0) - node.lineno < 45, f"{node.name} of {module} does more than one thing"
    assert not re.search(r"util|helper|manager|handler|misc|common", module)
