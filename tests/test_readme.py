"""The documentation is true: README's commands run, CONTRIBUTING's rules are rules, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.commands import COMMANDS
from reconcile.examples import failures
from reconcile.examples.coverage import measure
from reconcile.rulebook import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "rules" / "README.md"]

Captured = pytest.CaptureFixture[str]


def blocks() -> list[list[str]]:
    """The lines that are typed, by block."""
    found = re.findall(r"```console\n(.*?)```", README, re.S)
    return [[line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")] for block in found]


BLOCKS = [lines for block in blocks() if (lines := [line for line in block if line.startswith("reconcile ")])]
COMMAND_LINES = [line for block in BLOCKS for line in block]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[0])
def test_every_command_of_the_readme_runs_as_documented(
    block: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    for line in block:
        command, _, comment = line.partition(" # ")
        code = re.fullmatch(r"exits (\d)", comment.strip().replace("in a terminal", "exits 2"))  # here is none
        assert main(shlex.split(command)[1:]) == (int(code[1]) if code else 0), f"{line}: {capsys.readouterr().err}"


def test_every_command_is_in_the_readme() -> None:
    for words in COMMANDS:
        assert any(line.startswith(f"reconcile {words} ") or line == f"reconcile {words}" for line in COMMAND_LINES)


def test_the_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in (line for block in blocks() for line in block):
        if line.startswith("make "):
            assert f"\n{line.removeprefix('make ')}:" in makefile


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.fixture
def my_rules(tmp_path: Path) -> Path:
    blocks = re.findall(r"```toml\n# (my-rules/\S+)\n(.*?)```", CONTRIBUTING, re.S)
    for name, text in blocks:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    fact = tmp_path / "my-rules/facts/counted_once/fact.toml"
    fact.parent.mkdir()
    written = dict(blocks)["my-rules/facts/evacuated/fact.toml"]
    fact.write_text(
        written.replace('"evacuated"', '"counted_once"').replace('"rising_count"', '"counted_once"'), encoding="utf-8"
    )
    return tmp_path / "my-rules"


def test_the_rules_of_contributing_work_as_they_stand(my_rules: Path) -> None:
    book = load([my_rules])
    assert [str(failure) for failure in failures(book) if failure.path.startswith("my-rules")] == []
    assert [str(failure) for failure in measure(book).unfired if failure.path.startswith("my-rules")] == []
    assert book.actors["river-front-delta"].affiliate_of == ("river-front",)


def test_the_excerpt_is_what_the_report_prints(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    (excerpt,) = re.findall(r"<!-- excerpt -->\n```text\n(.*?)```\n<!-- end -->", README, re.S)
    assert main(["report", "seeds"]) == 0
    printed = capsys.readouterr().out
    assert [part for part in excerpt.split("…\n") if part.strip() not in printed] == [], "run python tools/readme.py"


def test_the_changelog_names_the_version() -> None:
    import tomllib

    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version}]" in changelog or "## [Unreleased]" in changelog
