"""A PostgreSQL of the test run's own. In: nothing. Out: its address; it listens on loopback and is gone afterwards.

It runs as a user who is not root, as PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_USERS = ("postgres", "nobody")


def binaries() -> Path | None:
    """The folder of Debian's newest PostgreSQL, or that of what is on the path; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    plain = shutil.which("initdb")
    return Path(plain).parent if plain else None


@contextmanager
def running(bin_: Path) -> Iterator[str]:
    """The URL of a fresh cluster's server, without a database behind it."""
    folder = Path(tempfile.mkdtemp(prefix="reconcile-pg-"))
    user, prefix = _user()
    if prefix:
        shutil.chown(folder, user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data, log = folder / "data", folder / "log"
    start = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=50"
    try:
        _run(*prefix, bin_ / "initdb", "-D", data, "-U", "reconcile", "-A", "trust", "-E", "UTF8", "--no-locale")
        _run(*prefix, bin_ / "pg_ctl", "-D", data, "-l", log, "-w", "-o", start, "start")
        try:
            yield f"postgresql+psycopg://reconcile@127.0.0.1:{port}"
        finally:
            _run(*prefix, bin_ / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> tuple[str, list[str]]:
    if os.geteuid() != 0:
        return "", []
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = next(name for name in _USERS if name in known)
    return user, ["runuser", "-u", user, "--"]


def _run(*words: str | Path) -> None:
    done = subprocess.run([str(word) for word in words], check=False, cwd="/", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
