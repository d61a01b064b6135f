"""Text as people typed it in, text as rules match it out: one character for one character, so that offsets stay.

Quotes, dashes and spaces of every kind become the plain one, a line that joins or stresses words a space, digits those
of ASCII; accented Latin letters lose their accent, capitals become small. Letters of other scripts stay as they are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = {
    "'": "‘’‚‛′`´ʼ",
    '"': "“”„‟«»″",
    "-": "‐‑‒–—―−",
    " ": "_\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    ".": "․",
}
_FIXED = {ord(old): new for new, olds in _PLAIN.items() for old in olds}
_LIGATURES = {"ß": "s", "æ": "a", "œ": "o", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "t", "ð": "d"}


_SPECIAL = re.compile(r"[^ -\^a-~]")  # what is more than a letter or sign of ASCII to make small


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    char = char.translate(_FIXED)
    if (digit := unicodedata.decimal(char, None)) is not None:  # of any script, and of full width
        return str(digit)
    lower = char.lower()
    lower = lower if len(lower) == 1 else lower[0]
    base = unicodedata.normalize("NFD", lower)[0]
    return _LIGATURES.get(lower, base if "a" <= base <= "z" else lower)


def plain(text: str) -> str:
    """`text` with plain quotes, dashes and spaces, its letters untouched; same length.

    >>> plain("“at least 12” — he’d")
    '"at least 12" - he\\'d'
    """
    return text.translate(_FIXED)


def fold(text: str) -> str:
    """`text` as rules match it: `plain`, lower case, without accents; same length.

    >>> fold("São Tomé’s “Élan”")
    'sao tome\\'s "elan"'
    """
    if text.isascii():
        return text.translate(_FIXED).lower()
    return _SPECIAL.sub(lambda special: _fold_char(special[0]), text).lower()  # a few signs in most texts, so no loop
