"""The rules on disk as one object. In: folders of TOML. Out: a `Rulebook`.

`load` reads the shipped rules and then each `--rules` folder in turn; the same id replaces what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from reconcile.errors import RuleError
from reconcile.rulebook.actor_checks import Stands, check_actors
from reconcile.rulebook.credits import CreditWords, OriginRules
from reconcile.rulebook.decode import decode
from reconcile.rulebook.joining import Joining
from reconcile.rulebook.language import LANGUAGE_FILES, Language
from reconcile.rulebook.policies import HeadlinePolicy, Ladder
from reconcile.rulebook.policy_checks import PolicyTables, check_facts, read_headline, read_ladder
from reconcile.rulebook.rule_file import RuleFile
from reconcile.rulebook.spec import (
    ActorFile,
    ActorSpec,
    EventFile,
    Fact,
    OutletFile,
    OutletSpec,
    PlaceFile,
    PlaceSpec,
    Wordings,
)


@dataclass(slots=True)
class Rulebook:
    """All rules of a run. `files` tells where each part came from, by its name below the rules folder."""

    facts: dict[str, Fact] = field(default_factory=dict)
    wordings: dict[tuple[str, str], Wordings] = field(default_factory=dict)  # by fact and language
    languages: dict[str, Language] = field(default_factory=dict)
    events: dict[str, EventFile] = field(default_factory=dict)  # by language
    actors: dict[str, ActorSpec] = field(default_factory=dict)
    places: dict[str, PlaceSpec] = field(default_factory=dict)
    outlets: dict[str, OutletSpec] = field(default_factory=dict)
    ladders: dict[str, Ladder] = field(default_factory=dict)
    headlines: dict[str, HeadlinePolicy] = field(default_factory=dict)
    gazetteers: list[RuleFile] = field(default_factory=list)  # compact lists, read by rulebook/gazetteer.py
    credits: dict[str, CreditWords] = field(default_factory=dict)  # by language
    origins: OriginRules = field(init=False, repr=False, compare=False)  # as there is always one way of joining
    joining: Joining = field(init=False, repr=False, compare=False)  # there is always one: the shipped one
    files: dict[str, RuleFile] = field(default_factory=dict)
    roots: tuple[Path, ...] = ()

    __hash__ = object.__hash__  # a rulebook is loaded once and never changed; caches key on its identity


def shipped() -> Path:
    """The folder of the rules that come with the package (in a checkout, `rules/` beside it)."""
    packaged = Path(__file__).parent.parent / "_rules"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "rules"


def load(extra: Sequence[Path | str] = ()) -> Rulebook:
    """The shipped rules with those of `extra` folders laid over them. Raises RuleError."""
    return _load(tuple(Path(folder).resolve() for folder in extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Rulebook:
    roots = (shipped(), *extra)
    for root in roots:
        if not root.is_dir():
            raise RuleError(str(root), 1, 1, "is no folder of rules; --rules takes a folder like the shipped rules/")
    book = Rulebook(roots=roots)
    stands: dict[str, Stands] = {}
    for root in roots:
        files, lists = sorted(root.rglob("*.toml")), sorted((root / "places").glob("*.tsv"))
        if not files and not lists:
            raise RuleError(str(root), 1, 1, "holds no rule file; --rules takes a folder like the shipped rules/")
        for path in files:
            file = _file(root, path)
            book.files[file.name] = file
            _add(book, file, stands)
        book.gazetteers += [_file(root, path) for path in lists]
    _finish_languages(book)
    check_actors(book.actors, stands)
    check_facts(book.facts, book.files, PolicyTables(book.ladders, book.headlines))
    return book


def _file(root: Path, path: Path) -> RuleFile:
    name = path.relative_to(root).as_posix()
    return RuleFile(name, path, f"{'rules' if root == shipped() else root.name}/{name}")


def _add(book: Rulebook, file: RuleFile, stands: dict[str, Stands]) -> None:
    path, shown = file.path, file.shown
    match file.name.split("/"):
        case ["facts", fact, "fact.toml"]:
            book.facts[fact] = decode(Fact, path, shown)
        case ["facts", fact, _]:
            book.wordings[fact, path.stem] = decode(Wordings, path, shown)
        case ["actors", _]:
            for number, spec in enumerate(decode(ActorFile, path, shown).actor):
                book.actors[spec.id], stands[spec.id] = spec, (file, number)
        case ["places", _]:
            book.places.update((spec.id, spec) for spec in decode(PlaceFile, path, shown).place)
        case ["events", _]:
            book.events[path.stem] = decode(EventFile, path, shown)
        case ["policies", _]:
            book.ladders[path.stem] = read_ladder(path, shown)
        case ["headlines", _]:
            book.headlines[path.stem] = read_headline(path, shown)
        case ["outlets.toml"]:
            book.outlets.update((spec.id, spec) for spec in decode(OutletFile, path, shown).outlet)
        case ["languages", _, _] if path.stem in LANGUAGE_FILES:
            pass  # read below, when every root has had its say
        case _:
            _add_single(book, file)


def _add_single(book: Rulebook, file: RuleFile) -> None:
    """Files that are one thing each, and no list of things with ids."""
    path, shown = file.path, file.shown
    match file.name.split("/"):
        case ["joining.toml"]:
            book.joining = decode(Joining, path, shown)
        case ["origins.toml"]:
            book.origins = decode(OriginRules, path, shown)
        case ["credits", _]:
            book.credits[path.stem] = decode(CreditWords, path, shown)
        case _:
            raise RuleError(shown, 1, 1, "no rule file belongs here; rules/README.md says which do")


def _finish_languages(book: Rulebook) -> None:
    for language in sorted({name.split("/")[1] for name in book.files if name.startswith("languages/")}):
        parts: dict[str, Any] = {}
        for stem, spec in LANGUAGE_FILES.items():
            file = book.files.get(f"languages/{language}/{stem}.toml")
            if file is None:
                raise RuleError(f"rules/languages/{language}", 1, 1, f"{stem}.toml is missing")
            parts[stem] = decode(spec, file.path, file.shown)
        book.languages[language] = Language(language, **parts)
