"""What becomes of articles that are kept: in SQLite and in PostgreSQL alike."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.archive.export import export
from reconcile.archive.info import info
from reconcile.archive.ingest import ingest
from reconcile.archive.rebuild import rebuild
from reconcile.archive.store import Store, opened
from reconcile.archive.verify import verify
from reconcile.archive.write import Kept
from reconcile.errors import StoreError
from reconcile.model import Article, Problem
from reconcile.rulebook import load
from reconcile.sources import from_text, read_articles
from tests.archive.made import articles

BOOK = load()


@pytest.fixture
def store(address: str) -> Store:
    return opened(address)


def told(store: Store, *given: Article) -> list[Kept | Problem]:
    return list(ingest(store, given, BOOK))


def outcomes(store: Store, *given: Article) -> list[str]:
    return [one.outcome if isinstance(one, Kept) else one.problem for one in told(store, *given)]


def article(
    name: str = "a.txt", text: str = "At least 12 people were killed in a fire in Lyon.", **fields: str
) -> Article:
    made = from_text(text, id=name, published=fields.pop("published", ""))
    return replace(made, **fields)  # type: ignore[arg-type]


def exported(store: Store, *, versions: bool = False) -> dict[str, str]:
    return {record["id"]: record["text"] for record in export(store, versions=versions)}


def test_what_is_kept_comes_out_again_and_the_store_is_whole(store: Store) -> None:
    given = articles(12)
    assert outcomes(store, *given) == ["added"] * len(given)
    assert exported(store) == {one.id: one.text for one in given}
    assert list(verify(store, BOOK)) == []


def test_what_is_there_already_is_left_alone(store: Store) -> None:
    given = articles(4)
    told(store, *given)
    before = info(store, BOOK)
    assert outcomes(store, *given, *given) == ["unchanged"] * 2 * len(given)
    assert info(store, BOOK) == before


def test_an_article_that_stands_twice_in_one_batch_is_kept_once(store: Store) -> None:
    assert outcomes(store, article(), article()) == ["added", "unchanged"]


def test_new_text_under_the_same_id_is_a_version_that_supersedes_the_old_one_which_is_kept(store: Store) -> None:
    told(store, article())
    assert told(store, article(text="A fire in Lyon killed 15 people.")) == [Kept("a.txt", "version", 2, ("a.txt",))]
    assert exported(store) == {"a.txt": "A fire in Lyon killed 15 people."}
    assert sorted(exported(store, versions=True)) == ["a.txt", "a.txt@1"]
    assert (info(store, BOOK).articles, info(store, BOOK).superseded) == (1, 1)
    assert list(verify(store, BOOK)) == []


def test_new_text_at_the_same_page_is_a_version_whatever_its_id(store: Store) -> None:
    told(store, article("a.txt", url="https://example.com/fire?utm_source=x"))
    found = told(store, article("b.txt", "A fire in Lyon killed 15.", url="http://www.example.com/fire/"))
    assert found == [Kept("b.txt", "version", 2, ("a.txt",))]
    assert list(exported(store)) == ["b.txt"]


def test_versions_of_one_batch_follow_one_another(store: Store) -> None:
    texts = [f"A fire in Lyon killed {n} people." for n in (3, 5, 8)]
    assert outcomes(store, *(article(text=text) for text in texts)) == ["added", "version", "version"]
    assert exported(store) == {"a.txt": texts[-1]}
    assert list(verify(store, BOOK)) == []


def test_a_version_that_was_published_before_the_one_that_is_there_does_not_take_its_place(store: Store) -> None:
    told(store, article(text="A fire in Lyon killed 15 people.", published="2024-03-24"))
    assert told(store, article(published="2024-03-22")) == [Kept("a.txt", "older", 2, ("a.txt",))]
    assert exported(store) == {"a.txt": "A fire in Lyon killed 15 people."}
    assert list(verify(store, BOOK)) == []


def test_an_old_text_that_comes_again_does_not_come_back(store: Store) -> None:
    told(store, article())
    told(store, article(text="A fire in Lyon killed 15 people."))
    assert outcomes(store, article()) == ["unchanged"]
    assert exported(store) == {"a.txt": "A fire in Lyon killed 15 people."}


def test_one_text_of_two_outlets_is_two_articles(store: Store) -> None:
    assert outcomes(store, article("a.txt", outlet="A"), article("b.txt", outlet="B")) == ["added", "added"]


def test_a_header_that_changed_is_a_new_version(store: Store) -> None:
    told(store, article())
    assert outcomes(store, article(published="2024-03-22")) == ["version"]


def test_what_is_exported_reads_as_the_same_articles(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    records = [
        {
            "id": "a",
            "title": "Fire in Lyon",
            "text": "At least 12 people died.",
            "published": "2024-03-22",
            "outlet": "A",
        },
        {"id": "b", "title": "Fire", "text": "Fire in Lyon kills 12.\n\nIt spread.", "url": "https://example.com/b"},
        {"id": "c", "text": "Plain text “with quotes”,\nlines and \u2028 more."},
    ]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    given, problems = read_articles([str(file)])
    told(store, *given)
    again = tmp_path / "out.jsonl"
    again.write_text("".join(json.dumps(record) + "\n" for record in export(store)), encoding="utf-8")
    found, more = read_articles([str(again)])
    assert not problems and not more
    keep = ("text", "title", "title_span", "body_start", "published", "outlet", "url", "language", "sha256")
    assert [[getattr(one, name) for name in keep] for one in found] == [
        [getattr(one, name) for name in keep] for one in given
    ]


def rules(folder: Path) -> Path:
    file = folder / "rules" / "actors" / "more.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        'source = "made up"\n[[actor]]\nid = "river-front"\nname = "River Front"\nkind = "armed-group"\n',
        encoding="utf-8",
    )
    return folder / "rules"


def test_a_store_of_other_rules_says_so_and_is_rebuilt(store: Store, tmp_path: Path) -> None:
    given = [*articles(3), article(), article(text="A fire in Lyon killed 15 people.")]
    told(store, *given)
    other = load([rules(tmp_path)])
    assert "other rules" in info(store, other).stale
    with pytest.raises(StoreError, match=r"other rules.*reconcile ingest --rebuild --store"):
        list(ingest(store, [article("z.txt")], other))
    done = rebuild(store, other)
    assert (done.articles, done.problems) == (len(given), ())
    assert not info(store, other).stale
    assert list(verify(store, other)) == []
    assert exported(store) == {one.id: one.text for one in given}
    with pytest.raises(StoreError, match="other rules"):
        list(ingest(store, [article("z.txt")], BOOK))


def test_a_store_that_is_rebuilt_by_the_same_rules_stays_what_it_was(store: Store) -> None:
    told(store, *articles(5), article(), article(text="A fire in Lyon killed 15 people."))
    before = info(store, BOOK)
    rebuild(store, BOOK)
    after = info(store, BOOK)
    assert replace(after, bytes=0) == replace(before, bytes=0)


def test_a_store_that_is_not_there_says_how_to_make_it(store: Store) -> None:
    with pytest.raises(StoreError, match=r"reconcile ingest PATH... --store"):
        info(store, BOOK)
