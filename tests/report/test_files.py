from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.errors import UsageError
from reconcile.report.writers import FILES, WRITERS, write_files
from tests.report.sample import book, sample
from tests.report.test_markdown import reported_everywhere


def test_every_format_writes_the_sample() -> None:
    assert set(FILES) < set(WRITERS)
    for write in WRITERS.values():
        assert "19 dead" in write(sample(), book(), color="never")


def test_files_have_fixed_names_and_the_bytes_of_their_format(tmp_path: Path) -> None:
    paths = write_files(sample(), book(), tmp_path / "new" / "reports")
    names = ["report.md", "report.json", "report.csv", "report.html"]
    names += ["claimreview.jsonld", "annotations.jsonld", "prov.jsonld"]
    assert [path.name for path in paths] == names
    for name, path in zip(FILES, paths, strict=True):
        assert path.read_bytes() == WRITERS[name](sample(), book()).encode("utf-8")


def test_nothing_but_the_named_files_appears_whatever_articles_are_called(tmp_path: Path) -> None:
    write_files(reported_everywhere("../../etc/x\x00\udcff"), book(), tmp_path / "reports", ("json", "markdown"))
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert found == {"reports", "reports/report.json", "reports/report.md"}


def test_a_file_that_is_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")
    (tmp_path / "report.csv").symlink_to(kept)
    write_files(sample(), book(), tmp_path, ("csv",))
    assert kept.read_text() == "kept"
    assert not (tmp_path / "report.csv").is_symlink()


def test_a_format_for_the_screen_or_a_folder_that_is_a_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--out takes markdown, json, csv"):
        write_files(sample(), book(), tmp_path, ("terminal",))
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="name another folder"):
        write_files(sample(), book(), tmp_path / "file")


def test_json_is_written_without_loading_what_draws_the_terminal() -> None:
    code = "import sys; import reconcile.report; print('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
