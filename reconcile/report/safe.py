"""Text by strangers, made inert for the place where it is shown. In: any text. Out: text for one place.

Articles, their file names and their outlets are untrusted: no function here lets them move a cursor, turn the reading
direction, open a table cell, become markup or a link, or start a formula."""

from __future__ import annotations

import re

#: what is not seen but acts: control characters, bidirectional controls, joins and tags, halves of surrogate pairs
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
_COMMAND = re.compile(r"^([ \t]*):(?=:)|##\[", re.MULTILINE)
#: what begins a formula at the start of a cell, also where a program takes `;` for the end of one: OWASP's list ("CSV
#: Injection"), and what NFKC makes the same of (full width, small, raised, lowered), as some programs fold it first
_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@\t\r＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−])")

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;", "$": "<span>$</span>"}
_MARKUP = str.maketrans({**_ENTITIES, **{char: f"\\{char}" for char in "`*[]~#"}})
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")  # inside a word it is no markup
_LEADING = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_NO_LINK = "<!-- -->"  # ends the run of text in which a renderer looks for addresses, mentions and emoji names
_LINK = re.compile(r"@(?=\S)|:(?=//|[a-z_+-]|100:|1234:)|www(?=\.)", re.IGNORECASE | re.ASCII)


def escaped(text: str) -> str:
    r"""`text` with its unseen characters as `\u202e` and the like; line breaks stay.

    >>> escaped("a\x1b[31m")
    'a\\x1b[31m'
    """
    return _UNSEEN.sub(lambda found: found[0] if found[0] == "\n" else _escape(found[0]), text)


def for_log(text: str) -> str:
    r"""`escaped`, and no line of it is a command to a CI system that reads its log: GitHub's runner takes one from
    `::` at the beginning of a line and from `##[` anywhere.

    >>> for_log("::error::x ##[add-mask]y")
    '\\x3a:error::x #\\x23[add-mask]y'
    """
    return _COMMAND.sub(lambda found: f"{found[1]}\\x3a" if found[1] is not None else "#\\x23[", escaped(text))


def one_line(text: str) -> str:
    """`escaped`, with every stretch of white space as one space."""
    return escaped(" ".join(text.split()))


def markdown(text: str) -> str:
    r"""`text` as one line of Markdown that renders as these very characters, also in a table cell.

    >>> markdown("[x](http://a.b) | <b>")
    '\\[x\\](http:<!-- -->//a.b) &#124; &lt;b&gt;'
    """
    inert = _LINK.sub(lambda found: found[0] + "\0", one_line(text)).translate(_MARKUP).replace("\0", _NO_LINK)
    inert = _EMPHASIS.sub(r"\\_", inert)
    return _LEADING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", inert)


def cell(text: str) -> str:
    """`text` as a spreadsheet's cell: one line, and nowhere the start of a formula.

    >>> cell(" =1+1"), cell("12; ＝1")
    ("'=1+1", "12; '＝1")
    """
    return _FORMULA.sub(r"\1'", one_line(text))


def json_text(text: str) -> str:
    """JSON `text` with unseen characters in its strings as JSON escapes, so that it reads back as the same values."""
    return _UNSEEN.sub(lambda found: found[0] if found[0] == "\n" else _json_escape(found[0]), text)


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(char: str) -> str:
    halves = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[at]:02x}{halves[at + 1]:02x}" for at in range(0, len(halves), 2))
