"""What a language's own rule files may say: one module for each file of `rules/languages/<language>/`.

In: nothing. Out: `Language`, and LANGUAGE_FILES, the table from a file's stem to its spec."""

from __future__ import annotations

from msgspec import Struct

from reconcile.rulebook.language.dates import DateWords
from reconcile.rulebook.language.names import NameWords
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.rulebook.language.people import PeopleWords
from reconcile.rulebook.language.sentences import SentenceWords
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.rulebook.language.telling import TellingWords

LANGUAGE_FILES: dict[str, type] = {
    "dates": DateWords,
    "names": NameWords,
    "numbers": NumberWords,
    "people": PeopleWords,
    "sentences": SentenceWords,
    "speech": SpeechWords,
    "telling": TellingWords,
}


class Language(Struct, frozen=True):
    """Everything that the rules say about one language."""

    id: str
    dates: DateWords
    names: NameWords
    numbers: NumberWords
    people: PeopleWords
    sentences: SentenceWords
    speech: SpeechWords
    telling: TellingWords
