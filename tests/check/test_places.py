"""How articles are named from the root of their repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reconcile.check.places import covers, from_root, named, root_of
from tests import factory


def test_the_root_is_the_nearest_folder_with_git_or_the_folder_itself(tmp_path: Path) -> None:
    inner = tmp_path / "repository" / "news"
    inner.mkdir(parents=True)
    assert root_of(inner) == inner
    (tmp_path / "repository" / ".git").write_text("gitdir: elsewhere")  # as in a worktree
    assert root_of(inner) == tmp_path / "repository"


def test_an_article_has_one_name_however_its_path_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    given = ["a.txt", "./a.txt", "../news/a.txt", str(tmp_path / "news" / "a.txt")]
    assert {from_root(path, tmp_path) for path in given} == {"news/a.txt"}
    assert from_root("../../elsewhere.txt", tmp_path) == os.fspath(tmp_path.parent / "elsewhere.txt")


def test_a_record_keeps_its_own_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert named(factory.article("./b.jsonl#7", path="./b.jsonl", record_line=3), tmp_path) == "b.jsonl#7"


@pytest.mark.parametrize(
    ("paths", "name", "holds"),
    [
        (["news"], "news/deep/a.txt", True),
        (["news/"], "news/a.txt", True),
        (["new"], "news/a.txt", False),
        (["."], "anything.txt", True),
        (["b.jsonl"], "b.jsonl#7", True),
        (["a.txt"], "a.txt", True),
        ([], "a.txt", False),
    ],
)
def test_a_path_covers_what_is_read_from_it(paths: list[str], name: str, holds: bool) -> None:
    assert covers(paths, name) is holds
