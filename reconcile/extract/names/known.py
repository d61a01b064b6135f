"""Names that the rules know: parties and places. In: the words of a text. Out: `Hit`s, leftmost and longest."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.names.hit import Hit
from reconcile.extract.names.lexicon import Lexicon
from reconcile.extract.names.towns import choose_places
from reconcile.extract.names.words import Words
from reconcile.rulebook.gazetteer import Place
from reconcile.rulebook.roster import NameForm, letters

_INITIALS = 2  # letters


def known_names(words: Words, lex: Lexicon) -> list[Hit]:
    """The known names of a text in order, without overlaps."""
    found: list[Hit] = []
    until, firsts = 0, lex.firsts
    for at, key in enumerate(words.keys):
        if at >= until and (key in firsts or " " in key) and (hit := _hit_at(words, at, lex)):
            found.append(hit)
            until = hit.last
    found = _without_lone_shared(found)
    choose_places(words, found, lex)
    return [hit for hit in found if hit.form or hit.place]


def _hit_at(words: Words, at: int, lex: Lexicon) -> Hit | None:
    """The longest known name that begins with word `at`."""
    for last, key in reversed(_names_from(words, at, lex)):
        form = _form(words, at, last, key, lex)
        is_place = key in lex.gazetteer.keys and _may_be_place(words, at, last, key, form, lex)
        if form or is_place:
            return Hit(at, last, key, form, _candidates(words, at, last, key, lex) if is_place else ())
    return None


def _names_from(words: Words, at: int, lex: Lexicon) -> list[tuple[int, str]]:
    """The known names that begin with word `at`, the shortest first: the word after each, and its key."""
    names, places = lex.roster.forms, lex.gazetteer.keys
    key = words.keys[at]
    found = [(at + 1, key)] if key in names or key in places else []
    _, space, bare = key.partition(" ")
    last = at
    while words.links[last][0]:
        key += words.links[last][1] + words.keys[last + 1]
        last += 1
        if last == at + 1 and " ".join(key.split(" ", 2)[:2]) not in lex.pairs:
            break
        if key in names or key in places:
            found.append((last + 1, key))
        if len(key) > lex.longest:
            break
    if space and not found and bare in places and bare not in names:  # "al-Raqqa" where the rules have "Raqqa"
        found.append((at + 1, bare))
    return found


def _candidates(words: Words, first: int, last: int, key: str, lex: Lexicon) -> tuple[Place, ...]:
    if key not in lex.gazetteer.abbreviations:
        return lex.gazetteer.named(key)
    return lex.gazetteer.abbreviated(key, words.flat[words.starts[first] : words.ends[last - 1]])


def _may_be_place(words: Words, first: int, last: int, key: str, form: NameForm | None, lex: Lexicon) -> bool:
    """Whether the words may name a place, by their letters alone."""
    if form and form.actor.kind != "state":
        return False
    if key in lex.gazetteer.abbreviations:
        start, end = words.starts[first], words.ends[last - 1]
        if words.capitals and key in lex.short_words:
            return "." in words.flat[start:end]
        return "." in words.flat[start : end + 1] or (
            words.flat[max(start - 2, 0) : start] == ", " and not words.capitals
        )
    if words.capitals and key in lex.short_words:
        return False
    return last > first + 1 or key not in lex.never


def _form(words: Words, first: int, last: int, key: str, lex: Lexicon) -> NameForm | None:
    """The party's name that the text may mean there, judged by its capitals and by the words beside it."""
    forms = lex.roster.forms.get(key)
    if forms is None:
        return None
    written = words.flat[words.starts[first] : words.ends[last - 1]]
    if words.capitals and key in lex.short_words and "." not in written:
        return None
    for form in forms:
        if _is_written(form, written, in_capitals=words.capitals):
            if form.sort == "adjective" and first and words.keys[first - 1] in lex.blends and words.links[first - 1][0]:
                return None
            return forms[-1] if _is_adjective(words, last, forms, lex) else form
    return None


def _is_written(form: NameForm, written: str, *, in_capitals: bool) -> bool:
    """Whether the name may be written so: "WHO" not as "who", "DW" not as the initials "D.W."."""
    if in_capitals or not form.exact:
        return True
    initials = "." in written and not form.dotted and len(form.exact) == _INITIALS
    return letters(written).endswith(form.exact) and not initials


def _is_adjective(words: Words, last: int, forms: Sequence[NameForm], lex: Lexicon) -> bool:
    """Whether a name that is also an adjective stands before its noun: "U.S. troops", but "the U.S. said"."""
    if len(forms) == 1 or forms[-1].sort != "adjective":
        return False
    after = words.flat[words.ends[last - 1] : words.ends[last - 1] + 24].lstrip(".")
    if after[:1] not in " \n-" or not after[1:2].isalpha():
        return False
    word = after[1:].split()[0].strip(".,;:'\"()").lower()
    return word not in lex.after_state and not word.endswith("ed")


def _without_lone_shared(hits: list[Hit]) -> list[Hit]:
    """Without parties whose every name in the text also means something else."""
    sure = {hit.form.actor.id for hit in hits if hit.form and not hit.form.shared}
    for hit in hits:
        if hit.form and hit.form.shared and hit.form.actor.id not in sure:
            hit.form = None
    return [hit for hit in hits if hit.form or hit.places]
