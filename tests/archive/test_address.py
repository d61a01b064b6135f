"""What names a store, and that no password is ever shown."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reconcile.archive.address import is_store, masked, url_of, without_secrets
from reconcile.archive.store import opened
from reconcile.errors import ReconcileError, UsageError


def test_a_url_and_a_sqlite_file_are_stores_and_a_folder_and_a_text_are_none(tmp_path: Path) -> None:
    text, file = tmp_path / "a.txt", tmp_path / "whatever"
    text.write_text("SQLite is mentioned here", encoding="utf-8")
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    found = [is_store(str(one)) for one in ("sqlite:///x.db", file, tmp_path, text, tmp_path / "none")]
    assert found == [True, True, False, False, False]


@pytest.mark.parametrize("given", ["mysql://a/b", "sqlite://", "sqlite:///", "sqlite:///?mode=memory", "http://x"])
def test_what_is_no_store_is_refused_with_what_is_allowed(given: str) -> None:
    with pytest.raises(UsageError, match=r"sqlite:///archive.db"):
        url_of(given)


SECRETS = [
    "postgresql://ann:s3cret@127.0.0.1:1/news",
    "postgresql+psycopg://ann:s3cr%65t@127.0.0.1:1/news",
    "postgresql://ann@127.0.0.1:1/news?password=s3cret&connect_timeout=1",
    "postgres://ann:s3cret@nowhere.invalid:x/news",
    "mysql://ann:s3cret@127.0.0.1/news",
]


@pytest.mark.parametrize("given", SECRETS)
def test_an_error_shows_no_password(given: str) -> None:
    with pytest.raises(ReconcileError) as caught, opened(given).reading():
        pass
    assert "s3cret" not in str(caught.value)
    assert "s3cr%65t" not in str(caught.value)
    assert "***" in str(caught.value)


def test_a_password_is_masked_wherever_it_stands() -> None:
    assert masked("postgresql://ann:a:b@h/d?x=1&sslpassword=c#f") == "postgresql://ann:***@h/d?x=1&sslpassword=***#f"
    assert without_secrets("it says p%40ss or p@ss", "postgresql://ann:p%40ss@h/d") == "it says *** or ***"
