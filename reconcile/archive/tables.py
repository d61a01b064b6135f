"""The tables of a store, the same in SQLite and PostgreSQL. In: nothing. Out: them, for statements.

`migrations` makes them; a test holds the two against each other."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

#: what a store says of itself: its schema, the rules and the code by which its drafts were made
META = Table("reconcile_meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

#: every version of every article; `superseded_by` is the number of the row that has its place, null for current ones
ARTICLE = Table(
    "reconcile_article",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),  # a hash of all that is the article's own: text and header fields
    Column("id", Text, nullable=False),
    Column("page", Text, nullable=False),  # what of its URL names the page, empty where nothing does
    Column("version", Integer, nullable=False),
    Column("superseded_by", BigInteger),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_start", Integer, nullable=False),
    Column("title_end", Integer, nullable=False),
    Column("body_start", Integer, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("published_from", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("record_line", Integer, nullable=False),
    Column("notes", Text, nullable=False),  # a JSON list
)

#: what was read out of each version; `profile` is what tells whether its main happening is that of another article
DRAFT = Table(
    "reconcile_draft",
    METADATA,
    Column("article", BigInteger, primary_key=True, autoincrement=False),
    Column("profile", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),  # of profile and body
)

#: by what current articles are found: telling words, venues, places, days; `place` orders them by publication
KEY = Table(
    "reconcile_key",
    METADATA,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("article", BigInteger, primary_key=True, autoincrement=False),
)

#: how many current articles have each word
WORD = Table(
    "reconcile_word",
    METADATA,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("articles", BigInteger, nullable=False),
)

#: which words an outlet printed in a week, and in how many weeks it printed each
OUTLET_WEEK = Table(
    "reconcile_outlet_week",
    METADATA,
    Column("outlet", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Integer, primary_key=True, autoincrement=False),
    Column("words", LargeBinary, nullable=False),
)
OUTLET_WORD = Table(
    "reconcile_outlet_word",
    METADATA,
    Column("outlet", BigInteger, primary_key=True, autoincrement=False),
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("weeks", Integer, nullable=False),
)
