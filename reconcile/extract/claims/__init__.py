"""Rules that fired become claims. In: what a rule found in a masked sentence. Out: claims, without event and `says`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from reconcile.extract.claims.altogether import is_of_all
from reconcile.extract.claims.area import area_of
from reconcile.extract.claims.as_of import stated_as_of
from reconcile.extract.claims.doubt import doubt_of
from reconcile.extract.claims.parts import divided, included, listed, may_divide, may_include, with_attackers
from reconcile.extract.claims.revised import revised
from reconcile.extract.claims.roles import Role, hypothetical, role_of
from reconcile.extract.matching.found import Found
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import Slot
from reconcile.extract.people.told import told
from reconcile.extract.speech.voices import Voices
from reconcile.kinds import KINDS, named
from reconcile.kinds.date import on
from reconcile.kinds.named import Named
from reconcile.kinds.term import Term
from reconcile.model import ATTACKERS_TOO, Article, Claim, Person, Span, Value
from reconcile.rulebook import Rulebook
from reconcile.times import day as day_of

_Read = Callable[[], Claim]
PUBLISHED = "published"  # as a rule's value: the day of the publication


@dataclass(frozen=True, slots=True)
class Context:
    """What a claim needs to know of the article around its sentence."""

    article: Article
    folded: str
    book: Rulebook
    language: str
    voices: Voices


def claims_from(found: Iterable[Found], masked: Masked, context: Context) -> list[tuple[Claim, Span]]:
    """The claims of one sentence in text order, each with all that its rule matched. Where several rules read one
    figure, the tighter one counts; then one with a stance, a role or the latest figure; then the longest wording."""
    best: dict[tuple[str, int, str], tuple[tuple[int, bool, int], _Read, Found]] = {}
    for one in found:
        spec = one.rule.spec
        weight = (-spec.loose, bool(spec.stance or spec.role or spec.latest), one.end - one.start)
        for at, fact, read in _readings(one, masked, context):
            key = (fact, at, read().speaker if context.book.facts[fact].by_speaker else "")
            if key not in best or weight > best[key][0]:
                best[key] = (weight, read, one)
    pairs = [(read(), Span(*masked.span(one.start, one.end))) for _, read, one in best.values()]
    return sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end, pair[0].fact, pair[0].speaker))


def _readings(found: Found, masked: Masked, context: Context) -> Iterator[tuple[int, str, _Read]]:
    """What a rule reads, with its place and fact; the claim is made once it is asked for, as every third gives way."""
    if hypothetical(masked, found.start, context.book, context.language):
        return
    spec = found.rule.spec
    named_: list[Slot | None] = [slot for label, slot in sorted(found.labelled.items()) if label.startswith("speaker")]
    for at, value, slot in _values(found, context):
        read: _Read = _Once(partial(_claim, found, at, value, slot, masked, context))
        for speaker in named_ or [None]:
            if speaker is not None:
                read = partial(revised, read(), speaker=str(party(speaker, context)), via=())
            elif spec.stance in ("claimed", "denied"):  # they speak for themselves, whoever passes it on
                read = partial(revised, read(), speaker=str(value), via=())
            yield at, found.rule.fact, read
            for fact in spec.also:
                yield at, fact, partial(_also, read, fact)
        if found.rule.kind == "count" and slot is not None:  # of any other fact the figures of a list are no values
            listed_ = slot.parts or may_include(masked, at, found.end) or may_divide(masked, found.end)
            for part in _parts(found, at, read(), slot, masked, context) if listed_ else ():
                yield _place(part, masked), part.fact, partial(_itself, part)


class _Once:
    """What is made when it is first asked for. (`functools.cache` takes longer to set up than many claims.)"""

    __slots__ = ("_made", "_make")

    def __init__(self, make: _Read) -> None:
        self._make = make
        self._made: Claim | None = None

    def __call__(self) -> Claim:
        if self._made is None:
            self._made = self._make()
        return self._made


def _also(read: _Read, fact: str) -> Claim:
    return revised(read(), fact=fact)


def _itself(claim: Claim) -> Claim:
    return claim


def _place(part: Claim, masked: Masked) -> int:
    """The position of a part that is a slot of its own; of a member of a list a number that no position has."""
    at = masked.at(part.start)
    slot = masked.slots.get(at)
    own = slot is not None and (slot.start, slot.end) == (part.start, part.end)
    return at if own else -part.start - 1


def _parts(found: Found, at: int, claim: Claim, slot: Slot, masked: Masked, context: Context) -> Iterator[Claim]:
    yield from listed(claim, slot, context.article.text)
    if claim.role == "total":
        yield from divided(claim, masked, found.end, context.article.text)
        yield from included(claim, masked, at, found.end, context.article.text, context.book, context.language)


def _values(found: Found, context: Context) -> Sequence[tuple[int, Value, Slot | None]]:
    spec = found.rule.spec
    if spec.value:
        value = _given(spec.value, found.rule.kind, context)
        return [] if value is None else [(found.start, value, None)]
    if not found.values:  # who speaks of itself: "denied any involvement"
        return [(found.start, party(found.labelled["speaker"], context), found.labelled["speaker"])]
    values = ((at, _value(found.rule.kind, slot, context), slot) for at, slot in found.values)
    return [(at, value, slot if isinstance(slot, Slot) else None) for at, value, slot in values if value is not None]


def _given(spelling: str, kind: str, context: Context) -> Value | None:
    """The value that a rule gives by itself; a day may be that of the publication."""
    if spelling != PUBLISHED:
        return KINDS[kind].parse(spelling)
    day = day_of(context.article.published)
    return on(day) if day else None


def _value(kind: str, slot: Slot | str, context: Context) -> Value | None:
    if isinstance(slot, str):
        return named.by_words(slot) if kind == "actor" else Term(slot)
    if kind == "count":
        return slot.count
    if kind == "date":
        unresolved = slot.date is not None and slot.date.start.year == 0 and set(slot.stated) <= {"relative"}
        return None if unresolved else slot.date
    if kind == "place":
        return slot.place or slot.party
    return party(slot, context)


def party(slot: Slot, context: Context) -> Named:
    """The party that a slot names; those who are only described by their own words, without article."""
    if slot.sort not in ("attackers", "people"):
        return slot.party or slot.place or named.by_words(context.article.text[slot.start : slot.end])
    people = context.book.languages[context.language].people
    if slot.party is not None and (slot.party.known or _is_of(slot.party, slot.noun, people.attackers.fighters)):
        return slot.party  # "FMLN guerrillas" are the FMLN, "Free Eagles rebels" the Free Eagles
    if slot.count is not None and slot.sort == "attackers":
        return named.by_words(slot.noun)
    articles = {*people.around.the, *people.around.one}
    words = context.article.text[slot.start : slot.end].split()
    while len(words) > 1 and words[0].lower() in articles:
        words = words[1:]
    first = words[0]
    counted = slot.sort == "people" and slot.count is not None  # "Two men": no name begins with a figure
    plain = first.istitle() and (counted or first.lower() in _describing(context.book, context.language))
    return named.by_words(" ".join([first.lower() if plain else first, *words[1:]]))


def _is_of(party: Named, noun: str, fighters: Sequence[str]) -> bool:
    """Whether fighters, called by `noun`, are called after a party that no rule knows."""
    return noun in fighters and party.words != noun


@lru_cache(maxsize=8)
def _describing(book: Rulebook, language: str) -> frozenset[str]:
    """Words for attackers that have a capital only where a sentence begins."""
    people = book.languages[language].people
    words = (*people.attackers.plural, *people.attackers.singular, *people.described.words)
    return frozenset(words).difference(people.described.proper)


def _claim(found: Found, at: int, value: Value, slot: Slot | None, masked: Masked, context: Context) -> Claim:
    start, end = _quote(found, at, masked)
    spec = found.rule.spec
    role, why, several = Role(spec.role, "the wording says so") if spec.role else Role("total")
    if not spec.role and slot is not None and found.rule.kind == "count":
        role, why, several = role_of(masked, at, slot, context.folded, context.book, context.language)
    voice = context.voices.at(start, end)
    said = "asserted" if spec.presupposed and voice.stance == "denied" else voice.stance
    doubt = doubt_of(masked, found.start, found.end, context.book, context.language)
    worked_out = spec.worked_out or spec.value == PUBLISHED
    steps = (*(slot.steps if slot else ()), *((f"{role}: {why}",) if why else ()))
    if worked_out:
        steps += (f"worked out: the text gives no day, its report is of {value}",)
    together = context.book.facts[found.rule.fact].of_victims and with_attackers(
        masked, found.start, found.end, context.book, context.language
    )
    return Claim(
        article=context.article.id,
        fact=found.rule.fact,
        value=value,
        quote=context.article.text[start:end],
        start=start,
        end=end,
        role=role,
        stance=spec.stance or (doubt if said == "asserted" and doubt else said),
        speaker=voice.speaker,
        via=voice.via,
        stated=slot.stated if slot and not worked_out else (),
        as_of=_as_of(found, masked, context),
        rule=found.rule.name,
        counted=(slot.counted if slot else "") or spec.counted or (ATTACKERS_TOO if together else ""),
        holds=spec.less if slot is None or not slot.other else "",  # "three others" are besides those named
        area=_area(found, masked, context),
        of_all=_of_all(found, masked, context),
        persons=_persons(found, at, slot, masked, context),
        figure=slot is not None and slot.figure,
        several=several,
        latest=spec.latest,
        some=slot is not None and slot.part and not spec.role,
        steps=steps,
    )


def _of_all(found: Found, masked: Masked, context: Context) -> bool:
    """Whether a figure is given as that of all."""
    count = found.rule.kind == "count"
    return count and is_of_all(masked, found.start, found.end, context.book, context.language)


def _area(found: Found, masked: Masked, context: Context) -> str:
    """The area all over which a figure is counted."""
    if found.rule.kind != "count":
        return ""
    return area_of(masked, found.start, found.end, context.book, context.language)


def _persons(found: Found, at: int, slot: Slot | None, masked: Masked, context: Context) -> tuple[Person, ...]:
    """Whom a figure on victims tells of one by one."""
    if slot is None or not context.book.facts[found.rule.fact].of_victims:
        return ()
    return told(masked, at, slot, context.folded, context.book.languages[context.language].people)


def _as_of(found: Found, masked: Masked, context: Context) -> str:
    """For figures the day that the sentence states, else the publication's time."""
    stated = stated_as_of(masked, context.book, context.language) if found.rule.kind == "count" else ""
    return stated or context.article.published


def _quote(found: Found, at: int, masked: Masked) -> tuple[int, int]:
    """A list of values ("explosives and firearms") gives each its own words, a single value the whole wording."""
    if len(found.values) > 1 or found.rule.kind in ("date", "place", "actor", "term"):
        slot = next((slot for position, slot in found.values if position == at), None)
        if isinstance(slot, Slot):
            return slot.start, slot.end
        if isinstance(slot, str):
            word = masked.text[at:].split(" ", 1)[0].rstrip(".,;:!?\"')")
            length = max(
                [len(phrase) for phrase in found.rule.phrases.get(slot, ()) if masked.text.startswith(phrase, at)],
                default=len(slot) if masked.text.startswith(slot, at) else len(word),
            )
            return masked.span(at, at + length)
    return masked.span(*found.quote)
