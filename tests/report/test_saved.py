"""A saved JSON report reads back as the report that was written, or says what is wrong with it and where."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import model
from reconcile.decisions.decision import CONFLICT_RULINGS
from reconcile.errors import SavedError
from reconcile.kinds import KINDS
from reconcile.model import Decided, Report
from reconcile.report import saved, wire
from reconcile.report.words import PUBLISHED_FROM, STATUSES
from reconcile.report.writers import WRITERS
from reconcile.rulebook.policies import SEVERITIES, VERDICTS
from reconcile.rulebook.spec import ROLES, STANCES
from tests.factory import article, claim, event, finding, reading, report
from tests.report.sample import book, sample
from tests.test_cases import SETS, run
from tests.written import BOOK

SAMPLE = WRITERS["json"](sample(), book())
NOUNS = {name: (getattr(model, name), getattr(wire, name)) for name in
         ("Claim", "Decided", "Event", "Fault", "Finding", "Headline", "Member", "Problem", "SetAside", "TimelineMove",
          "TimelineStep", "Verdict")}  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def changed(change: Callable[[Any], Any]) -> str:
    tree = json.loads(SAMPLE)
    change(tree)
    return json.dumps(tree)


def test_the_sample_reads_back_as_it_was_but_for_the_order_of_its_parts() -> None:
    again = saved.decode(SAMPLE, book())
    assert again.claims == tuple(sorted(sample().claims, key=lambda c: (c.article, c.start, c.end, c.fact, c.id)))
    assert again.findings == tuple(sorted(sample().findings, key=lambda f: (f.event, f.fact, f.id)))
    assert again.events == tuple(sorted(sample().events, key=lambda e: e.id))


@pytest.mark.parametrize("name", list(SETS)[4::9])
def test_a_report_of_articles_reads_back_the_same_in_every_format(name: str) -> None:
    made = run(name)
    again, without = saved.with_texts(
        saved.decode(WRITERS["json"](made, BOOK), BOOK), [reading.article for reading in made.articles]
    )
    assert without == ()
    for form, write in WRITERS.items():
        if form != "html":  # a page also has the articles' texts, which a saved report does not
            assert write(again, BOOK) == write(made, BOOK), form


@settings(deadline=None)
@given(st.data())
def test_whatever_words_it_holds_it_is_written_again_as_the_same_bytes(data: st.DataObject) -> None:
    word, words = data.draw(TEXT), tuple(data.draw(st.lists(TEXT, max_size=3)))
    value = KINDS["count"].parse(data.draw(st.sampled_from(["12", "12+", ">7", "<=3", "20..25", "~30"])))
    said = claim(value, word, word, speaker=word, via=words, steps=words, chain=words, misread=word)
    decision = Decided("d-1", "accept", word, word, word, word, "reopened", words)
    one = report(
        finding(said, wording=word, notes=words, decision=decision),
        claims=(said,),
        articles=(reading(article(word, title=word, outlet=word, url=word, record_line=3), problems=words),),
        events=(event("ev-1", word, because=words, aliases=words, members=(model.Member(word, word, True),)),),
    )
    written = WRITERS["json"](one, book())
    again = saved.decode(written, book())
    assert WRITERS["json"](again, book()) == written
    assert (again.claims, again.findings, again.events) == (one.claims, one.findings, one.events)


def test_an_empty_report_reads_back() -> None:
    assert saved.decode(WRITERS["json"](Report(), book()), book()) == Report()


@pytest.mark.parametrize("name", NOUNS)
def test_every_field_of_the_model_is_in_the_json_or_named_as_left_out(name: str) -> None:
    noun, struct = NOUNS[name]
    kept = [one.name for one in dataclasses.fields(noun) if one.name not in saved.LEFT_OUT.get(noun, ())]
    assert sorted(struct.__struct_fields__) == sorted(kept)


def test_every_field_of_an_article_and_its_reading_is_in_the_json_or_left_out() -> None:
    of_article = {one.name for one in dataclasses.fields(model.Article)} - set(saved.LEFT_OUT[model.Article])
    of_reading = {one.name for one in dataclasses.fields(model.Reading)} - {"article"}
    assert set(wire.Article.__struct_fields__) == of_article | of_reading
    assert set(wire.Value.__struct_fields__) == {one.name for one in dataclasses.fields(model.ValueRow)}


def test_the_closed_lists_are_those_of_the_code() -> None:
    lists = {
        wire.Status: STATUSES, wire.Severity: SEVERITIES, wire.Word: VERDICTS, wire.Role: ROLES, wire.Stance: STANCES,
        wire.Move: ("first", "repeats", "undated", *VERDICTS), wire.Ruled: CONFLICT_RULINGS,
        wire.PublishedFrom: (*PUBLISHED_FROM, ""),
    }  # fmt: skip
    for words, known in lists.items():
        assert get_args(words) == tuple(known)


def _set(*path: Any, to: Any) -> Callable[[Any], None]:
    def change(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        tree[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "place", "what"),
    [
        (_set("claims", 3, "start", to="x"), "claims[3].start", "Expected `int`, got `str`"),
        (_set("claims", 3, "start", to=-1), "claims[3].start", ">= 0"),
        (_set("claims", 1, "start", to=10_000), "claims[1].end", "comes before its 'start'"),
        (_set("claims", 0, "vlaue", to="x"), "claims[0]", "unknown field `vlaue`"),
        (lambda tree: tree["claims"][0].pop("says"), "claims[0]", "missing required field `says`"),
        (lambda tree: tree.pop("problems"), "", "missing required field `problems`"),
        (_set("claims", 2, "stance", to="sure"), "claims[2].stance", "allowed: asserted, claimed, accused"),
        (_set("findings", 0, "status", to="true"), "findings[0].status", "allowed: conflict, updated"),
        (_set("findings", 0, "verdicts", 0, "severity", to="bad"), "findings[0].verdicts[0].severity", "none, low"),
        (_set("claims", 0, "fact", to="age"), "claims[0].fact", "name the rules the report was made with"),
        (_set("claims", 0, "value", to="many"), "claims[0].value", "'many' is no"),
        (_set("claims", 0, "article", to="z.txt"), "claims[0].article", "'z.txt', which is not in the report"),
        (_set("claims", 1, "event", to="ev-9"), "claims[1].event", "'ev-9', which is not in the report"),
        (_set("findings", 1, "values", 0, "claims", 0, to="c-9"), "findings[1].values", "'c-9', which is not"),
        (_set("findings", 0, "verdicts", 0, "a", to="c-9"), "findings[0].verdicts", "'c-9', which is not"),
        (lambda tree: tree["events"].append(tree["events"][0]), "events[2].id", "the id of one before it"),
        (_set("findings", 0, "decision", to={}), "findings[0].decision", "missing required field `as`"),
    ],
)
def test_what_cannot_be_is_named_with_its_place(change: Callable[[Any], Any], place: str, what: str) -> None:
    with pytest.raises(SavedError) as raised:
        saved.decode(changed(change), book(), shown="made/report.json")
    assert (raised.value.path, raised.value.place) == ("made/report.json", place)
    assert what in str(raised.value)


@pytest.mark.parametrize(
    ("document", "what"),
    [
        (changed(_set("schema", to="reconcile-report/2")), "is of the schema 'reconcile-report/2', and this reconcile"),
        ("{}", "has no 'schema'"),
        ("[1, 2]", "has no 'schema'"),
        ("3", "has no 'schema'"),
        ("", "is no JSON"),
        ('{"schema":\n "reconcile-report/1",\n x', "r.json:3:2: is no JSON"),
        ("[" * 100_000, "r.json"),
        (b'{"schema": "\xff"}', "r.json"),
    ],
)
def test_another_version_and_what_is_no_report_say_so_and_what_to_do(document: str | bytes, what: str) -> None:
    with pytest.raises(SavedError, match="reconcile report PATH") as raised:
        saved.decode(document, book(), shown="r.json")
    assert what in str(raised.value)


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(SavedError, match=r"nowhere/report\.json: cannot be read: No such file"):
        saved.read("nowhere/report.json", book())


def test_texts_come_back_where_they_are_still_the_same() -> None:
    a, b, c = article("a.txt", "one"), article("b.txt", "two"), article("c.txt", "three")
    made = report(articles=(reading(a), reading(b), reading(c)))
    again = saved.decode(WRITERS["json"](made, book()), book())
    assert [one.article.text for one in again.articles] == ["", "", ""]
    whole, without = saved.with_texts(again, (a, dataclasses.replace(b, text="2", sha256="2")))
    assert [one.article.text for one in whole.articles] == ["one", "", ""]
    assert without == ("b.txt", "c.txt")


def test_the_files_of_a_report_are_named_once() -> None:
    records = [reading(article(f"a.jsonl#{n}", str(n), path="a.jsonl", record_line=n)) for n in (1, 2)]
    made = report(articles=(*records, reading(article("b.txt"))), events=(event("ev-1", "b.txt"),))
    again = saved.decode(WRITERS["json"](made, book()), book())
    assert saved.paths(again) == ("a.jsonl", "b.txt")


def test_reading_leaves_the_collector_as_it_was() -> None:
    import gc

    saved.decode(SAMPLE, book())
    assert gc.isenabled()


def test_every_key_says_what_it_means() -> None:
    for struct in (wire.Report, wire.Article, wire.Value, *(struct for _, struct in NOUNS.values())):
        told = msgspec.json.schema_components([struct], ref_template="{name}")[1][struct.__name__]
        assert told["description"]
        assert [key for key, one in told["properties"].items() if not one.get("description")] == []


def test_the_seeds_report_that_is_kept_reads_back() -> None:
    kept = (Path(__file__).parents[2] / "reports/report.json").read_text(encoding="utf-8")
    assert WRITERS["json"](saved.decode(kept, BOOK), BOOK) == kept
