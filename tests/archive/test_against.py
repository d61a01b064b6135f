"""A batch against a store gives what it gives against the folder of the same articles."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.archive.against import beside
from reconcile.archive.ingest import ingest
from reconcile.archive.relevant import Bounds
from reconcile.archive.store import opened
from reconcile.events import group
from reconcile.model import Article
from reconcile.pipeline import drafts
from reconcile.rulebook import load
from tests.archive.made import articles, written

ROOT = Path(__file__).parent.parent.parent
BOOK = load()

Captured = pytest.CaptureFixture[str]


def folder_of(given: Sequence[Article], folder: Path) -> Path:
    folder.mkdir()
    for article in given:
        (folder / article.id).write_text(written(article), encoding="utf-8")
    return folder


def checked(capsys: Captured, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["check", *words, "--fail-on", "none"])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture(scope="module")
def corpus() -> tuple[list[Article], list[Article]]:
    """Some hundred articles that were there before, and a batch about the same happenings."""
    given = articles(60)
    random.Random(4).shuffle(given)  # noqa: S311 - the same order each time
    return given[20:], given[:20]


def test_a_batch_brings_the_same_conflicts_to_a_folder_and_to_the_store_of_it(
    corpus: tuple[list[Article], list[Article]], address: str, tmp_path: Path, capsys: Captured
) -> None:
    old, new = folder_of(corpus[0], tmp_path / "old"), folder_of(corpus[1], tmp_path / "new")
    assert main(["ingest", str(old), "--store", address]) == 0
    with_folder = checked(capsys, str(new), "--against", str(old))
    assert checked(capsys, str(new), "--against", address) == with_folder
    assert with_folder[1].count("\n") > 10


def test_only_what_may_be_of_one_event_with_the_batch_is_read(
    corpus: tuple[list[Article], list[Article]], tmp_path: Path
) -> None:
    old, (new, *_) = corpus
    store = opened(str(tmp_path / "a.db"))
    list(ingest(store, old, BOOK))
    (draft,), _ = drafts([new], BOOK)
    found, seen = beside(store, [draft], BOOK)
    whole = group([draft, *drafts(old, BOOK)[0]], BOOK)
    (event,) = (event for event in whole.events if event.id == whole.main[new.id])
    assert set(event.articles) <= {new.id, *(one.article.id for one in found)}
    assert len(found) < len(old) / 4
    assert seen.articles == len(old) + 1


def test_bounds_hold_and_leave_the_likest(corpus: tuple[list[Article], list[Article]], tmp_path: Path) -> None:
    old, new = corpus
    store = opened(str(tmp_path / "a.db"))
    list(ingest(store, old, BOOK))
    batch, _ = drafts(new, BOOK)
    found, _ = beside(store, batch, BOOK, bounds=Bounds(each=1, floor=5))
    assert len(found) == len(batch)
    again, _ = beside(store, list(reversed(batch)), BOOK, bounds=Bounds(each=1, floor=5))
    assert found == again


@pytest.mark.parametrize("turn", range(5))
def test_each_seed_as_the_new_one_is_checked_alike(
    turn: int, address: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(ROOT)
    names = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "seeds").glob("*.txt"))
    new = names.pop(turn)
    assert main(["ingest", *names, "--store", address]) == 0
    assert checked(capsys, new, "--against", address) == checked(capsys, new, "--against", "seeds")


def test_a_new_text_of_a_stored_article_is_checked_in_its_place(tmp_path: Path, capsys: Captured) -> None:
    file, db = tmp_path / "a.txt", str(tmp_path / "a.db")
    file.write_text("Published: 2024-03-22\n\nA fire in Lyon on March 21 killed 12 people.\n", encoding="utf-8")
    assert main(["ingest", str(file), "--store", db]) == 0
    file.write_text("Published: 2024-03-23\n\nA fire in Lyon on March 21 killed 9 people.\n", encoding="utf-8")
    code, out, _ = checked(capsys, str(file), "--against", db)
    assert (code, out) == (0, "")


def test_conflicts_that_the_store_had_before_are_not_new(tmp_path: Path, capsys: Captured) -> None:
    tolls = {"a.txt": 12, "b.txt": 19, "c.txt": 12}
    for name, toll in tolls.items():
        text = f"A fire at the Corven Hall in Lyon on March 21 killed {toll} people, {name[0].upper()}. Hollin said."
        (tmp_path / name).write_text(f"Published: 2024-03-22\n\n{text}\n", encoding="utf-8")
    db = str(tmp_path / "a.db")
    assert main(["ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", db]) == 0
    assert checked(capsys, str(tmp_path / "c.txt"), "--against", db)[:2] == (0, "")
    assert main(["ingest", str(tmp_path / "a.txt"), "--store", str(tmp_path / "one.db")]) == 0
    code, out, _ = checked(capsys, str(tmp_path / "b.txt"), "--against", str(tmp_path / "one.db"))
    assert (code, out.count("death_toll")) == (1, 1)


def test_what_a_person_ruled_to_be_one_event_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    texts = {
        "old/a.txt": "A blast in Quetta killed 31 people at the Garrod Depot on May 2, 2024, officials said.",
        "old/b.txt": "Heavy rain fell on Recife on July 9, 2024, and 44 people died in the flood, said Imre Hollin.",
        "new/c.txt": "The blast at the Garrod Depot in Quetta on May 2, 2024 killed 35 people, a minister said.",
    }
    monkeypatch.chdir(tmp_path)
    for name, text in texts.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(f"Published: 2024-07-10\n\n{text}\n", encoding="utf-8")
    assert main(["ingest", "old", "--store", "a.db"]) == 0
    assert "44" not in checked(capsys, "new", "--against", "a.db")[1]
    main(["events", "list", "old", "--format", "jsonl"])
    one, other = (json.loads(line)["id"] for line in capsys.readouterr().out.splitlines())
    assert main(["events", "merge", one, other, "--on", "old", "--by", "Ann"]) == 0
    with_folder = checked(capsys, "new", "--against", "old")
    assert "44" in with_folder[1]
    assert checked(capsys, "new", "--against", "a.db") == with_folder
