"""Characters of untrusted text made harmless, one for one. In: any string. Out: one without control characters.

Control characters can rewrite a terminal's line; they become U+FFFD. So can marks of writing direction, which nobody
sees and some newsrooms' systems leave behind; they become U+2060, which is as invisible and does nothing. C1 controls
are nearly always Windows-1252 punctuation that was read as Latin-1, and become that punctuation. Line and paragraph
separators become spaces, so that lines are counted as every editor counts them. Tabs and line feeds stay, and so does
what is invisible but harmless (soft hyphen, zero-width space)."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HARMFUL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_MARKS}\u2028\u2029\ud800-\udfff]")
_PUNCTUATION = {chr(code): bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_INSTEAD = {**_PUNCTUATION, "\u2028": " ", "\u2029": " ", **dict.fromkeys(_MARKS, "\u2060")}
_LONE_RETURN = re.compile(r"\r(?!\n)")


def neutralised(text: str) -> str:
    r"""`text` with harmless characters only; same length, and every carriage return is part of a line's end.

    >>> neutralised("two\x1b[31m dead, it\x92s said\r\n")
    'two\ufffd[31m dead, it’s said \n'
    """
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text).replace("\r", " ")
    return _HARMFUL.sub(lambda match: _INSTEAD.get(match[0], REPLACEMENT), text)


def one_line(text: str) -> str:
    """`text` neutralised and on one line, as ids, titles and names of outlets are shown."""
    return " ".join(neutralised(text).split())
