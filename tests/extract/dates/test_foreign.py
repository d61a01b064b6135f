from __future__ import annotations

import subprocess
import sys

import pytest

from reconcile.extract.dates import find_dates
from reconcile.extract.dates.foreign import read_foreign
from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.dates import DateWords

ENGLISH = decode(DateWords, shipped() / "languages/en/dates.toml", "rules/languages/en/dates.toml")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("22 mars 2024", "2024-03-22"),
        ("1er avril 2023", "2023-04-01"),
        ("22 de marzo de 2024", "2024-03-22"),
        ("22. März 2024", "2024-03-22"),
        ("22 марта 2024", "2024-03-22"),
        ("août 2021", "2021-08"),
        ("22. März", "2024-03-22"),
        ("28 décembre", "2023-12-28"),
    ],
)
def test_reads_other_languages_as_exactly_as_they_speak(expression: str, value: str) -> None:
    assert str(read_foreign(expression, "2024-03-28")) == value


def test_a_year_that_nothing_tells_stays_unknown() -> None:
    assert str(read_foreign("29 février", "")) == "XXXX-02-29"


@pytest.mark.parametrize("expression", ["", "mars", "31 juin 2024", "two weeks", "48", "x" * 500])
def test_is_no_foreign_date(expression: str) -> None:
    assert read_foreign(expression, "2024-03-28") is None


def test_finds_them_within_english_text() -> None:
    text = "The paper of 22 de marzo de 2024 and the one of 20. März agree; 3 Mars rovers do not."
    found = [(text[m.start : m.end], str(m.value), m.stated) for m in find_dates(text, "2024-03-28", ENGLISH)]
    assert found == [
        ("22 de marzo de 2024", "2024-03-22", ("year", "month", "day")),
        ("20. März", "2024-03-20", ("month", "day")),
    ]


def test_english_text_does_not_load_dateparser() -> None:
    code = (
        "import sys; from reconcile.extract.dates import find_dates; from reconcile.rulebook import load; "
        "find_dates('On March 22.', '2024-03-28', load().languages['en'].dates); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
