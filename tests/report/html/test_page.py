"""What stands in a page: everything by name, nothing from outside, and nothing that an article could do with it."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Report
from reconcile.report.html import write
from reconcile.report.html.linked import web_address
from reconcile.report.html.page import policy
from reconcile.report.safe import escaped
from reconcile.report.view import told_once
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, finding, reading, report, verdict
from tests.report.html.batch import batch, large_page, page
from tests.report.html.dom import Element, elements
from tests.report.sample import book, sample
from tests.report.test_markdown import HOSTILE, reported_everywhere

PAGES = {"batch": page, "sample": lambda: write(sample(), book()), "large": large_page}
TAGS = """html head meta title style body a header h1 h2 h3 p dl div dt dd nav ul ol li b span main section form label
    input select option button output details summary figure svg text path circle rect figcaption i table caption thead
    tbody tr th td small code mark bdi q article dialog kbd script wbr br noscript"""


def named(found: list[Element], tag: str) -> list[Element]:
    return [element for element in found if element.tag == tag]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_acts_but_one_style_sheet_and_one_script(name: str) -> None:
    found = elements(PAGES[name]())
    assert len(named(found, "style")) == len(named(found, "script")) == 1
    for element in found:
        assert element.tag in TAGS.split()
        assert not [a for a in element.attributes if a.startswith("on") or a in ("style", "src", "srcset", "action")]
        if "href" in element.attributes:
            assert re.match(r"#[\w-]+$|https?://", element.attributes["href"]), element
            if not element.attributes["href"].startswith("#"):
                assert element.attributes["rel"] == "noopener noreferrer"


@pytest.mark.parametrize("name", PAGES)
def test_every_id_is_there_once_and_every_link_leads_to_one(name: str) -> None:
    found = elements(PAGES[name]())
    ids = [element.attributes["id"] for element in found if "id" in element.attributes]
    there = set(ids)
    assert len(ids) == len(there)
    for element in found:
        for attribute in ("href", "aria-labelledby", "data-f"):
            target = element.attributes.get(attribute, "").removeprefix("#")
            assert target in there or not target or target.startswith("http"), (attribute, target)


def test_the_policy_allows_the_style_sheet_and_the_script_by_their_bytes_alone() -> None:
    found = elements(page())
    metas = [meta for meta in named(found, "meta") if meta.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert [meta.attributes["content"] for meta in metas] == [policy()]
    for tag in ("style", "script"):
        digest = hashlib.sha256(named(found, tag)[0].text.encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}';" in policy()
    assert policy().startswith("default-src 'none'; ")
    assert "unsafe" not in policy()


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_an_article_says_is_text(words: str) -> None:
    said = write(reported_everywhere(words), book())
    plain = write(reported_everywhere("w" * len(words)), book())
    tags = [element.tag for element in elements(said) if element.tag not in ("wbr", "p", "a")]
    assert tags == [element.tag for element in elements(plain) if element.tag not in ("wbr", "p", "a")]
    assert escaped(words).strip() in "".join(element.text for element in elements(said) if element.tag == "html")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.data())
def test_a_text_is_there_in_full_whatever_it_is_and_however_its_claims_overlap(text: str, data: st.DataObject) -> None:
    claims = []
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        end = data.draw(st.integers(start, len(text)))
        claims.append(claim("12", "a.txt", text[start:end], start=start, id=f"c-{number}"))
    one = report(
        *([finding(*claims)] if claims else []), claims=tuple(claims), articles=(reading(article("a.txt", text)),)
    )
    found = elements(write(one, book()))
    shown = next(element for element in found if element.attributes.get("class") == "text")
    labels = [element.text for element in found if element.tag == "i" and element.text == " death toll"]
    assert len(labels) == sum(claim.end > claim.start for claim in claims)
    assert shown.text.replace(" death toll", "") == escaped(text).replace(" death toll", "")
    marks = {element.attributes["id"] for element in found if element.attributes.get("id", "").startswith("m-")}
    assert marks == {f"m-{claim.id}" for claim in claims if claim.end > claim.start}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://a.example/\nb",
        "data:text/html,x",
        "http://",
        "https://\u202ea.example",
        " http://a",
    ],
)
def test_only_a_plain_web_address_is_a_link(address: str) -> None:
    assert web_address(address) == ""


def test_every_claim_has_a_row_with_its_words_and_a_mark_in_its_text_and_each_leads_to_the_other() -> None:
    found = elements(page())
    links = {(e.attributes["href"], e.text) for e in named(found, "a") if "href" in e.attributes}
    ids = {e.attributes["id"] for e in found if "id" in e.attributes}
    for one in batch().claims:
        assert {one.id, f"m-{one.id}"} <= ids
        assert any(href == f"#{one.id}" for href, _ in links)
        assert any(href == f"#m-{one.id}" for href, _ in links)
    sayings = [one for one in batch().claims if one.says and not one.misread]
    assert all(any(h == f"#m-{s.id}" and escaped(s.quote) == t for h, t in links) for s in sayings)


def test_conflicts_come_first_and_say_what_was_ruled_and_what_is_new() -> None:
    found = elements(page())
    statuses = [e.attributes["data-status"] for e in found if "data-status" in e.attributes]
    assert statuses[0] == "conflict"
    decisions = [e.text for e in found if "decision" in e.attributes.get("class", "").split()]
    assert any(text.startswith("Reopened") and "a new figure, 19" in text for text in decisions)
    assert any(text.startswith("Decided") and "by Ann on 2024-11-07" in text for text in decisions)
    misread = next(e for e in found if e.attributes.get("id") == "misread")
    assert "5 people were killed" in misread.text
    assert "d-3" in misread.text


def test_a_sentence_on_two_values_stands_between_their_rows() -> None:
    rows = [e.text for e in named(elements(page()), "tr")]
    between = next(at for at, row in enumerate(rows) if "differ and are equally recent" in row)
    assert any(row.strip().startswith("17") for row in rows[:between])
    assert any(row.strip().startswith("19") for row in rows[between:])


def test_a_chain_leads_from_the_outlet_to_the_agency_and_on_to_who_said_it() -> None:
    rows = [e for e in named(elements(page()), "td") if "Harbour Times" in e.text]
    assert any("Associated Press" in row.text and "fire service" in row.text for row in rows)


def test_a_saved_report_without_texts_is_a_page_with_all_quotes() -> None:
    bare = report(finding(claim()), claims=(claim(),), articles=(reading(article(text="")),))
    assert "At least 12" in write(bare, book())
    assert "Its text is not in this report." in write(bare, book())


def test_an_empty_report_is_a_page() -> None:
    assert "No article was read." in write(Report(), Rulebook())


def test_the_bytes_do_not_depend_on_how_python_orders_sets() -> None:
    code = "from tests.report.html.batch import large_page; print(large_page(20), end='')"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_what_several_tell_and_one_answers_does_not_stand_under_one_source_only() -> None:
    alone = claim("12", "a.txt", id="c-1")
    passing = claim("12", "b.txt", id="c-2", role="background", says=False)
    both = write(report(finding(alone, passing, status="single"), claims=(alone, passing)), book())
    assert "Told by one source only" not in both
    assert told_once(finding(alone, status="single"))


def test_a_verdict_names_its_values_where_another_row_stands_between_them() -> None:
    claims = tuple(claim(value, f"{value}.txt", id=f"c-{value}") for value in ("23", "30", "31"))
    said = (verdict(claims[0], claims[2], "contradiction"), verdict(claims[1], claims[2], "contradiction"))
    one = finding(*claims, verdicts=said, status="conflict", severity="high")
    assert re.findall(r'<b class="of">(.*?)</b>', write(report(one, claims=claims), book())) == ["23 and 31:"]
