"""Bytes of a file as text. In: bytes. Out: text with plain line ends, and a note where the encoding had to be guessed.

UTF-8 is expected; a byte order mark says otherwise; Windows-1252 is the last resort. What is no text is refused."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reconcile.sources.characters import REPLACEMENT, neutralised

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "gzip data; unpack it first"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)
_MARKUP = ("<!doctype html", "<html", "<?xml")
# UTF-32 first: its little-endian mark begins with UTF-16's
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, how it was encoded where that had to be guessed (`note`), or why there is none (`refusal`)."""

    text: str = ""
    note: str = ""
    refusal: str = ""


def decode(raw: bytes) -> Decoded:
    """The text of a whole file, neutralised, with `\\n` for every line end and no byte order mark."""
    mark, encoding = mark_of(raw)
    if refusal := no_text(raw):
        return Decoded(refusal=refusal)
    if encoding != "utf-8":
        text, note = raw[len(mark) :].decode(encoding, "replace"), f"read as {encoding[:6].upper()}"
    else:
        text, note = from_utf8(raw[len(mark) :])
    return Decoded(neutralised(text.replace("\r\n", "\n")), note)


def mark_of(raw: bytes) -> tuple[bytes, str]:
    """The byte order mark that `raw` begins with, and the encoding that it means; no mark means UTF-8."""
    return next(((mark, encoding) for mark, encoding in _MARKS if raw.startswith(mark)), (b"", "utf-8"))


def from_utf8(raw: bytes) -> tuple[str, str]:
    """Text of bytes that should be UTF-8, and a note where they are not.

    >>> from_utf8(b"caf\\xe9")
    ('café', 'not UTF-8; read as Windows-1252')
    """
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    text = raw.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    sound = sum(not char.isascii() for char in text) - broken
    if sound > 2 * broken or (sound and _cut_off(raw)):
        return text, f"not all of it is UTF-8; {broken} unreadable characters are shown as {REPLACEMENT}"
    return raw.decode("cp1252", "replace"), "not UTF-8; read as Windows-1252"


def no_text(raw: bytes) -> str:
    """What `raw`, a file or its beginning, is instead of text; nothing where it may be text."""
    return what_it_is(raw) or ("" if mark_of(raw)[0] else _binary(raw))


def what_it_is(raw: bytes) -> str:
    """What `raw` looks like where it begins as some other format does, else nothing."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            return f"looks like {name}, not text"
    if raw[:200].decode("latin-1").lstrip(" \r\n\t\xef\xbb\xbf").lower().startswith(_MARKUP):
        return "looks like an HTML or XML page; give its text as .txt or .md"
    return ""


def _cut_off(raw: bytes) -> bool:
    """Whether only the end of `raw`, inside its last character, is no UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return False
    return True


def _binary(raw: bytes) -> str:
    nulls = raw.count(0)
    if nulls > len(raw) // 3:
        return "looks like UTF-16 without a byte order mark; save it as UTF-8"
    if nulls:
        return "looks like a binary file, not text"
    controls = len(raw) - len(raw.translate(None, bytes([*range(1, 9), 11, *range(14, 32), 127])))
    return "looks like a binary file, not text" if controls > max(8, len(raw) // 20) else ""
