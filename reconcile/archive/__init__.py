"""Everything that was published before, kept. In: articles. Out: a store that new ones can be held against without
reading the old ones again.

`ingest` fills it, `against` finds what a batch may touch, `verify`, `info`, `export` and `rebuild` see to it. A store
is one SQLite file, or a PostgreSQL database for a team; the tables are the same (`tables`, `migrations`). What was
read out of each article is kept whole (`codec`), so that a batch is reported with old articles as if all had been
read at once."""
