"""A store that cannot be written, read or believed: what the command line says, and that nothing is half done."""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.archive.store import opened
from reconcile.archive.verify import verify
from reconcile.rulebook import load
from tests.archive.made import articles, written

ROOT = Path(__file__).parent.parent.parent
BOOK = load()

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for article in articles(6):
        (folder / article.id).write_text(written(article), encoding="utf-8")
    return folder


@pytest.fixture
def kept(news: Path, tmp_path: Path, capsys: Captured) -> Path:
    file = tmp_path / "a.db"
    assert main(["ingest", str(news), "--store", str(file)]) == 0
    capsys.readouterr()
    return file


def said(capsys: Captured, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(list(words))
    return code, capsys.readouterr().err


def test_a_limit_on_file_sizes_ends_ingest_with_a_clear_error_and_a_whole_store(kept: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for article in articles(40, seed=9):
        (more / f"x{article.id}").write_text(written(article), encoding="utf-8")
    limit = kept.stat().st_size + 40_000

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "reconcile", "ingest", str(more), "--store", str(kept)]
    done = subprocess.run(command, cwd=ROOT, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "nothing of the last step was kept: make room and run it again" in done.stderr
    assert "Traceback" not in done.stderr
    told = {line.partition(": ")[2] for line in done.stdout.splitlines()}
    connection = sqlite3.connect(kept)
    ids = {name for (name,) in connection.execute("SELECT id FROM reconcile_article")}
    connection.close()
    assert told <= ids
    assert list(verify(opened(str(kept)), BOOK)) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 300 kB; None for who may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        yield None
        return
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_ends_ingest_with_a_clear_error(small_disk: Path | None, tmp_path: Path, capsys: Captured) -> None:
    if small_disk is None:
        pytest.skip("only root may mount a small disk")
    many = tmp_path / "many.jsonl"
    records = [{"id": a.id, "text": a.text, "published": a.published} for a in articles(40)]
    many.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    code, err = said(capsys, "ingest", str(many), "--store", f"sqlite:///{small_disk}/a.db")
    assert code == 2
    assert "make room and run it again" in err


@pytest.fixture
def read_only(kept: Path, small_disk: Path | None) -> Iterator[Path]:
    """The store where nothing may be written: on a disk that is mounted so, as root may write whatever it is told not
    to, else by its permissions."""
    if small_disk:
        file = small_disk / "a.db"
        shutil.copy(kept, file)
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        yield file
        return
    if os.geteuid() == 0:
        pytest.skip("a small disk cannot be mounted")
    kept.chmod(0o444)
    kept.parent.chmod(0o555)
    yield kept
    kept.parent.chmod(0o755)


def test_a_store_that_may_only_be_read_is_checked_against_and_not_written(read_only: Path, capsys: Captured) -> None:
    seed = str(next((ROOT / "seeds").glob("000*.txt")))
    assert said(capsys, "check", seed, "--against", str(read_only))[0] != 2
    assert said(capsys, "store", "verify", str(read_only))[0] == 0
    code, err = said(capsys, "ingest", seed, "--store", str(read_only))
    assert (code, "may only be read; give yourself permission" in err) == (2, True)
    code, err = said(capsys, "ingest", seed, "--store", str(read_only.parent / "new.db"))
    assert (code, "cannot be opened" in err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "{news}", "--against"),
        ("store", "info"),
        ("store", "export"),
        ("ingest", "--rebuild", "--store"),
        ("ingest", "{news}", "--rebuild", "--store"),
    ],
)
def test_a_store_that_is_not_there_is_an_error_that_says_how_to_make_it(
    words: tuple[str, ...], news: Path, tmp_path: Path, capsys: Captured
) -> None:
    named = [word.format(news=news) for word in words]
    code, err = said(capsys, *named, f"sqlite:///{tmp_path}/none.db")
    assert (code, "there is no such store; reconcile ingest PATH..." in err) == (2, True)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_store_is_refused(tmp_path: Path, news: Path, capsys: Captured) -> None:
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("no database " * 200, encoding="utf-8")
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    code, err = said(capsys, "ingest", str(news), "--store", f"sqlite:///{text}")
    assert (code, "is no SQLite file" in err) == (2, True)
    code, err = said(capsys, "check", str(news), "--against", f"sqlite:///{other}")
    assert (code, "holds no store" in err) == (2, True)
    code, err = said(capsys, "ingest", str(news), "--store", str(tmp_path))
    assert (code, "is a folder; name a file in it" in err) == (2, True)


def test_no_postgresql_there_is_an_error_without_the_password(news: Path, capsys: Captured) -> None:
    url = "postgresql://ann:s3cret@127.0.0.1:1/news"
    code, err = said(capsys, "ingest", str(news), "--store", url)
    assert code == 2
    assert "postgresql://ann:***@127.0.0.1:1/news: PostgreSQL says: " in err
    assert "s3cret" not in err


DAMAGE = {
    "UPDATE reconcile_article SET text = text || 'x' WHERE number = 2": "its text is not the one that was stored",
    "UPDATE reconcile_article SET published = '2020-01-01' WHERE number = 2": "header fields",
    "UPDATE reconcile_article SET version = 0 WHERE number = 2": "it is version 0",
    "UPDATE reconcile_article SET superseded_by = 999 WHERE number = 2": "superseded by 999, which is not there",
    "UPDATE reconcile_article SET superseded_by = 2 WHERE number = 2": "superseded in a circle",
    "UPDATE reconcile_draft SET body = x'00' WHERE article = 2": "what was read out of it is not what was stored",
    "DELETE FROM reconcile_draft WHERE article = 2": "nothing was read out of it",
    "DELETE FROM reconcile_key WHERE term = (SELECT min(term) FROM reconcile_key WHERE article = 2)": "keys, not under",
    "UPDATE reconcile_word SET articles = articles + 1 WHERE term = (SELECT max(term) FROM reconcile_word)": "counted",
    "UPDATE reconcile_outlet_word SET weeks = 99": "99 are counted",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_is_found_and_named(statement: str, tmp_path: Path, news: Path, capsys: Captured) -> None:
    for path in news.iterdir():
        path.write_text(f"Outlet: A\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    file = tmp_path / "a.db"
    assert main(["ingest", str(news), "--store", str(file)]) == 0
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()
    capsys.readouterr()
    code = main(["store", "verify", str(file)])
    assert (code, DAMAGE[statement] in capsys.readouterr().out) == (2, True)


def test_a_damaged_draft_stops_a_check_with_its_place_and_a_rebuild_mends_it(
    kept: Path, news: Path, capsys: Captured
) -> None:
    connection = sqlite3.connect(kept)
    connection.execute("UPDATE reconcile_draft SET profile = x'00', body = x'00'")
    connection.commit()
    connection.close()
    name = news / "new.txt"
    name.write_text((news / articles(6)[0].id).read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    code, err = said(capsys, "check", str(name), "--against", str(kept))
    assert code == 2
    assert "is damaged" in err and "reconcile ingest --rebuild" in err
    assert main(["ingest", "--rebuild", "--store", str(kept)]) == 0
    assert main(["store", "verify", str(kept)]) == 0


def test_ingest_without_articles_and_without_rebuild_says_what_to_give(tmp_path: Path, capsys: Captured) -> None:
    code, err = said(capsys, "ingest", "--store", str(tmp_path / "a.db"))
    assert (code, "name articles to keep, or give --rebuild" in err) == (2, True)


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(news: Path, tmp_path: Path, capsys: Captured) -> None:
    (news / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    code, err = said(capsys, "ingest", str(news), "--store", str(tmp_path / "a.db"))
    assert (code, "bad.txt" in err) == (2, True)
    assert main(["ingest", str(news), "--store", str(tmp_path / "a.db"), "--on-problem", "warn"]) == 0
    assert "added" not in capsys.readouterr().out


def test_a_store_is_named_once_in_either_way(tmp_path: Path, capsys: Captured) -> None:
    news = tmp_path / "news.txt"
    news.write_text("Published: 2023-05-04\n\nA fire at a market in Leeds killed 12 people on Wednesday.\n", "utf-8")
    kept = f"sqlite:///{tmp_path / 'kept.db'}"
    assert main(["ingest", str(news), "--store", kept]) == 0
    capsys.readouterr()
    assert main(["store", "verify", "--store", kept]) == main(["store", "verify", kept]) == 0
    one, other = capsys.readouterr().out.splitlines()
    assert one == other
    for wrong in ([], [kept, "--store", kept]):
        assert main(["store", "verify", *wrong]) == 2
        assert "name one store" in capsys.readouterr().err
