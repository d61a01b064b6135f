"""Characters that nobody sees change nothing in what is found, and stay in the quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.extract import draft, mentions
from reconcile.model import Attribution, Draft
from reconcile.rulebook import load
from reconcile.sources import from_text

TEXT = "Fire in Leeds\n\nAt least 17 people were killed in a fire in Leeds on Monday, the mayor said. Six are missing."


def read(text: str) -> Draft:
    title, _, body = text.partition("\n\n")
    return draft(from_text(body, id="a", published="2024-05-02", title=title), load())


def bare(text: str) -> str:
    return "".join(char for char in text if char.isascii())


@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u200f", "\u202e", "\u2060", "\ufeff"])
@pytest.mark.parametrize("after", ["F", "17", "peo", "people", "kill", "Lee", "Mon", "said", "missing", "."])
def test_what_nobody_sees_changes_no_claim(char: str, after: str) -> None:
    plain, found = read(TEXT), read(TEXT.replace(after, after + char))
    assert [(c.fact, str(c.value), c.quote) for c in plain.claims] == [
        (c.fact, str(c.value), bare(c.quote)) for c in found.claims
    ]
    assert all(found.article.text[c.start : c.end] == c.quote for c in found.claims)
    spans = [[bare(one.article.text[s.start : s.end]) for s in one.sentences] for one in (plain, found)]
    assert spans[0] == spans[1]


def test_mentions_stand_where_the_shown_text_has_them() -> None:
    article = from_text("\u200bThe may\u00ador said 1\u200b7 people left Lee\u00adds on Monday.", id="a")
    found = {
        one.mention: article.text[one.start : one.end]
        for one in mentions(article, load())
        if not isinstance(one, Attribution)
    }
    assert (found["count"], found["place"], found["date"]) == ("1\u200b7", "Lee\u00adds", "Monday")
    (said,) = [one for one in mentions(article, load()) if isinstance(one, Attribution)]
    assert article.text[said.cue.start : said.cue.end] == "said"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("killed 17 **people** on", "a.md"),
        ("killed __17__ people on", "a.md"),
        ("[killed 17 people](https://example.org/a) on", "a.md"),
        ("killed <b>17</b> people on", "a.txt"),
        ('killed 17 <a href="https://example.org">people</a> on', "a.txt"),
        ("killed \ufffd[31m17\ufffd[0m people on", "a.txt"),
    ],
)
def test_markup_inside_a_sentence_hides_no_claim(written: str, path: str) -> None:
    text = f"A fire in Leeds {written} Monday, the mayor said."
    found = draft(replace(from_text(text, id="a", published="2024-05-02"), path=path), load())
    tolls = [c for c in found.claims if c.fact == "death_toll"]
    assert [str(c.value) for c in tolls] == ["17"]
    assert text[tolls[0].start : tolls[0].end] == tolls[0].quote


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("At least 12&nbsp;people were killed.", "12+"),
        ("The blast &mdash; which killed 12 people &mdash; was heard for miles.", "12"),
        ("The mayor said &quot;12 people were killed&quot; in the raid.", "12"),
        ("A fire&#32;killed&#x20;12 people&#8230;", "12"),
        ("R&D staff &unknown; saw how the fire killed 12 people", "12"),
    ],
)
def test_a_character_reference_is_read_as_its_character(written: str, value: str) -> None:
    found = draft(from_text(written, id="a", published="2024-05-02"), load())
    tolls = [c for c in found.claims if c.fact == "death_toll"]
    assert [str(c.value) for c in tolls] == [value]
    assert written[tolls[0].start : tolls[0].end] == tolls[0].quote


def test_an_asterisk_in_a_plain_text_is_a_character_like_others() -> None:
    article = from_text("Five stars ***** for the 17 people who were killed.", id="a")
    assert draft(article, load()).sentences[0].end == len(article.text)
