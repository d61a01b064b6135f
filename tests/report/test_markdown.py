from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reconcile.model import Headline, Problem, Report
from reconcile.report.markdown import PROVENANCE
from reconcile.report.safe import markdown, one_line
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, event, finding, reading, report, verdict
from tests.report.github import rendered as github
from tests.report.sample import book, sample

OUR_TAGS = re.compile(
    r'<!-- -->|</?sub>|<br>|</?span>|<a id="[\w-]*">|</a>|<details><summary>[^<>]*</summary>|</?details>'
)
HOSTILE = (
    "![x](http://evil.example/i.png)",
    "[x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b\n| --- |\n",
    "\n\n# heading\n\n- point\n",
    "`code` ```\n~~~ **bold** _it_ ~~no~~",
    "<!-- open",
    "https://evil.example www.evil.example a@evil.example @someone",
    "[x]: http://evil.example",
    "1. one",
    "&lt;b&gt; \\| \\\\|",
    "\x1b[31m\u202e",
)


def written(one: Report) -> str:
    return WRITERS["markdown"](one, book())


def rendered(text: str) -> list[Token]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def reported_everywhere(words: str) -> Report:
    """A report in which everything that can come from an article or its file's name is `words`."""
    a = claim("12", words, words, speaker=f"name:{words}", counted=words)
    b = claim("15", words, words, start=30, id="c-b")
    one = finding(
        a,
        b,
        verdicts=(verdict(a, b, "contradiction", words, severity="high"),),
        status="conflict",
        severity="high",
        wording=words,
        notes=(words,),
        headline=Headline("12", words, (words,)),
    )
    return report(
        one,
        claims=(a, b),
        articles=(
            reading(article(words, outlet=words, title=words, published=words), origin=words, problems=(words,)),
        ),
        events=(event("ev-1", words, label=words, because=(words,)),),
        problems=(Problem(words, words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_from_an_article_becomes_markup_a_link_or_an_image(words: str) -> None:
    tokens = rendered(written(reported_everywhere(words)))
    assert not {token.type for token in tokens} & {"image", "code_inline", "fence", "code_block", "ordered_list_open"}
    assert {str(token.attrs["href"])[0] for token in tokens if token.type == "link_open"} == {"#"}
    raw = "".join(token.content for token in tokens if token.type in ("html_inline", "html_block"))
    assert not OUR_TAGS.sub("", raw).strip()


ALLOWED = {
    *("h1", "h2", "h3", "p", "strong", "ul", "li", "blockquote", "a", "sub", "br", "span", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


@pytest.mark.parametrize("words", HOSTILE)
def test_as_github_renders_it_nothing_from_an_article_is_markup_or_leads_anywhere(words: str) -> None:
    page = github(written(reported_everywhere(words)))
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert all(link.startswith("#") for link in page.links)
    assert all(set(attrs) <= {"id", "href"} for tag, attrs in page.tags if tag == "a")
    assert not [attrs for tag, attrs in page.tags if tag != "a" and set(attrs) - {"align"}]
    assert one_line(words) in " ".join(page.text.split())


def test_as_github_renders_it_the_sample_has_its_headings_and_tables() -> None:
    page = github(written(sample()))
    assert [words for tag, words in page.headings if tag == "h3"] == [
        "Death toll: conflict, high",
        "Event date: conflict, medium",
        "Perpetrator: conflict, low",
        "Injured: updated",
        "Place: agreed",
        "Told by one source only",
    ]
    assert {link.removeprefix("#") for link in page.links} <= {attrs.get("id") for _, attrs in page.tags}
    assert [len(row) for row in page.rows if row[0] == "Value"] == [len(PROVENANCE)] * 5
    toll = next(row for row in page.rows if "At least 12 people" in row[1])
    assert toll[0] == "at least 12 (12+)2 articles, 2 origins"


@settings(deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_as_github_renders_it_every_row_has_its_cells_whatever_is_quoted(quote: str, name: str) -> None:
    said = claim(name=name, quote=quote)
    one = finding(said, claim("15", name, quote, start=80), status="conflict", severity="low")
    claims = (said, claim("15", name, quote, start=80))
    page = github(
        written(report(one, claims=claims, articles=(reading(article(name)),), events=(event("ev-1", name),)))
    )
    assert [len(row) for row in page.rows] == [len(PROVENANCE)] * 3 + [7] * 2
    assert {row[1] for row in page.rows[1:3]} == {f"“{one_line(quote)}”"}
    assert all(link.startswith("#") for link in page.links)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_shown_is_what_the_article_says(words: str) -> None:
    (paragraph, *_) = [token for token in MarkdownIt("commonmark").parse(markdown(words)) if token.type == "inline"]
    shown = "".join(token.content for token in paragraph.children or () if token.type in ("text", "text_special"))
    assert shown == one_line(words)


@given(st.text(min_size=1), st.text(min_size=1))
def test_every_table_keeps_its_columns_whatever_is_quoted(quote: str, name: str) -> None:
    said = claim(name=name, quote=quote)
    other = claim("15", name, quote, start=80)
    one = finding(said, other, status="conflict", severity="low")
    text = written(report(one, claims=(said, other), articles=(reading(article(name)),), events=(event("ev-1", name),)))
    lines = [line for line in text.split("\n") if line.startswith("|")]
    counts = {len(re.findall(r"\|", line)) - 1 for line in lines}
    assert counts == {len(PROVENANCE), 7}
    assert sum(token.type == "table_open" for token in rendered(text)) == 2


def test_it_opens_with_what_was_read_and_the_conflicts() -> None:
    head = written(sample()).split("## Fire")[0]
    assert "5 articles, 2 events, 3 conflicts (1 high, 1 medium, 1 low), 3 problems" in head
    assert "batch/broken.txt: is empty" in head
    assert "was a Friday" in head
    assert head.index("**high**") < head.index("**medium**") < head.index("**low**")


def test_every_link_leads_to_a_place_in_the_document() -> None:
    text = written(sample())
    targets = set(re.findall(r'<a id="([^"]+)">', text))
    links = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert links
    assert links <= targets


def test_conflicts_come_first_and_events_told_in_passing_last() -> None:
    headings = re.findall(r"^#{2,3} (.+)", written(sample()), re.MULTILINE)
    assert headings[2:] == [
        "Fire, Northport market, 2024-03-22",
        "Death toll: conflict, high",
        "Event date: conflict, medium",
        "Perpetrator: conflict, low",
        "Injured: updated",
        "Place: agreed",
        "Told by one source only",
        "Other events, each told by one article",
        "Articles read",
    ]


def test_a_row_shows_value_in_words_source_date_speaker_stance_role_and_place() -> None:
    text = written(sample())
    row = next(line for line in text.split("\n") if "At least 12 people" in line)
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[0].startswith("**at least 12 (12+)**")
    assert cells[2:] == [
        "Outlet A<br><sub>batch/first.txt:1:1, also 9:14</sub>",
        "2024-03-22 (in its header)",
        "Northport police",
        "stated, whole",
    ]


def test_whose_figure_it_is_stands_below_the_source_where_it_is_not_its_own() -> None:
    a = claim(origin="agency-b", chain=("a.txt", "agency-b", "northport-police"), speaker="northport-police")
    b = claim("15", "b.txt", origin="b.txt", chain=("b.txt", "northport-police"), speaker="northport-police")
    lines = [line for line in written(report(finding(a, b), claims=(a, b))).split("\n") if line.startswith("| ")]
    assert ["← Agency B ← Northport police" in line for line in lines if "At least 12" in line] == [True, False]


def test_what_the_text_does_not_state_of_a_date_is_said() -> None:
    text = written(sample())
    assert "worked out from the weekday" in text
    assert "year worked out" in text
    assert "a Friday (no date)" in text


def test_many_comparisons_are_cut_and_the_cut_is_named() -> None:
    claims = tuple(claim(str(n), f"{n}.txt") for n in range(30))
    verdicts = tuple(verdict(a, b, say=f"{a.value} is not {b.value}") for a in claims for b in claims if a.id < b.id)
    text = written(report(finding(*claims, verdicts=verdicts, status="conflict", severity="high"), claims=claims))
    assert text.count(" is not ") == 8
    assert "and 427 more; the JSON report has them all" in text


def test_a_conflict_without_values_is_told_by_its_note() -> None:
    said = claim()
    one = finding(said, status="conflict", severity="low", values=(), notes=("the parts add up to 11, not 12",))
    text = written(report(one, claims=(said,)))
    assert "Death toll: the parts add up to 11, not 12" in text
    assert f"| {' | '.join(PROVENANCE)} |" not in text


def test_an_empty_report_says_so() -> None:
    assert "0 articles, 0 events, 0 conflicts, 0 problems" in WRITERS["markdown"](Report(), Rulebook())
