"""What the package offers to Python: these names and no others, and none loaded before it is used."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import reconcile

ROOT = Path(__file__).parent.parent

NAMES = {
    "WRITERS", "Article", "Claim", "Comparison", "Event", "Finding", "Problem",
    "ReconcileError", "Report", "RuleError", "Rulebook", "UsageError", "Verdict",
    "article_from_text", "compare_articles", "explain", "extract_claims", "load_rules",
    "make_report", "new_conflicts", "read_articles", "read_report", "recognise_mentions",
    "select_policies", "tree_lines",
}  # fmt: skip


def test_these_names_are_public_and_no_others() -> None:
    assert set(reconcile.__all__) == NAMES <= set(dir(reconcile))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_public_name_says_what_it_is_for(name: str) -> None:
    value = getattr(reconcile, name)
    assert isinstance(value, dict) or inspect.getdoc(value)


def test_what_type_checkers_are_told_is_what_is_loaded() -> None:
    tree = ast.parse(inspect.getsource(reconcile))
    (told,) = (node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in told.body if isinstance(node, ast.ImportFrom)]
    homes = {alias.asname or alias.name: (node.module, alias.name) for node in imports for alias in node.names}
    assert sorted(homes) == sorted(NAMES)
    for name, (module, there) in homes.items():
        assert getattr(reconcile, name) is getattr(sys.modules[str(module)], there)


def test_an_unknown_name_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'extrakt_claims'; public: .*extract_claims"):
        _ = reconcile.extrakt_claims


def test_importing_the_package_loads_nothing_else_of_it() -> None:
    code = "import sys, reconcile; print(sorted(name for name in sys.modules if name.startswith('reconcile')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['reconcile']"


def test_the_example_of_the_readme_comes_out_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```pycon\n(.*?)```", readme, re.S)
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0
