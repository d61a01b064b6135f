"""Groups of people: figures with their nouns. In: a masked sentence. Out: the same with groups in place of figures.

"At least 12 Turkish soldiers", "a 27-year-old man", "a couple and their son" become one slot each, with the sum and its
parts; "the gunmen" becomes one too, without a figure. A figure on anything else becomes a slot of things."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.extract.matching.mask import Masked, regroup
from reconcile.extract.matching.slots import CHARS, SORTS, Slot, replace
from reconcile.extract.people.ages import with_ages
from reconcile.extract.people.beside import with_companions, with_pronouns, without_whose
from reconcile.extract.people.ellipsis import with_elided
from reconcile.extract.people.lexicon import BODY, NATIONALS, Lexicon, Noun, lexicon_of
from reconcile.extract.people.lists import Placed, in_lists
from reconcile.extract.people.persons import persons_counted
from reconcile.extract.people.walk import Walk, walk_left
from reconcile.kinds import count, named
from reconcile.rulebook.language.people import PeopleWords

_WINDOW = 24  # characters before a figure in which "a family of" may stand
_FIGURE, _ADJECTIVE = CHARS["count"], CHARS["adjective"]
_QUALIFIED = tuple(f" {CHARS[sort]}" for sort in ("event", "actor", "name"))
_LONGEST = 40  # characters of a word that are looked at


def people_nouns(words: PeopleWords) -> frozenset[str]:
    """Every noun for people, folded, and the words of which one stands in every name for a body of attackers."""
    return lexicon_of(words).known


def grouped(masked: Masked, words: PeopleWords, counted: frozenset[str] = frozenset(CHARS)) -> Masked:
    """`masked` with its people, attackers and things as slots, where `counted` says that it may have any."""
    lexicon = lexicon_of(words)
    groups: list[Placed] = []
    for group in _headed(masked, lexicon) if "people" in counted else ():
        if not groups or group[0] >= groups[-1][1]:
            groups.append(group)
    taken = {at for begin, end, _ in groups for at in range(begin, end)}
    groups += [group for group in _compatriots(masked, lexicon) if taken.isdisjoint(range(group[0], group[1]))]
    groups += [
        _lone(masked, at, slot, lexicon)
        for at, slot in masked.slots.items()
        if slot.sort == "count" and at not in taken
    ]
    in_order = with_companions(masked, sorted(groups, key=lambda g: g[0]), lexicon)
    in_order = with_pronouns(masked, in_order, lexicon)
    in_order = with_elided(masked.text, without_whose(masked.text, in_order, lexicon), words)
    ordered = with_ages(masked, in_order, words.around)
    if groups:
        masked = regroup(masked, in_lists(masked.text, ordered, lexicon))
    return persons_counted(masked, lexicon)


def _headed(masked: Masked, lexicon: Lexicon) -> Iterator[Placed]:
    """Groups that have a noun."""
    text, floor, several = masked.text, 0, False
    if lexicon.words.isdisjoint(masked.words_said) and _ADJECTIVE not in text:
        return
    matches = [match.span() for match in lexicon.pattern.finditer(text)]
    for (begin, end), beyond in pairwise([*matches, (0, 0)]):
        if text[end : beyond[0]] == " " and _modifies(text[begin:end], text[slice(*beyond)], lexicon):
            continue  # "six jesuit priests": the last of two nouns is the one that is counted
        if text[end : end + 1] == "-" or text[begin - 1 : begin] in ("-", "'"):
            continue
        if text[begin:end] in lexicon.attributive and _next_word(text, end)[1] in lexicon.nouns:
            continue
        if text[begin].isdigit() and not _ends_there(text, end, lexicon):
            continue  # "a 19-year-old man"
        noun = _noun(text[begin:end], lexicon)
        if noun.sort == "attackers" and not noun.plural and _qualifies(text, end, lexicon):
            continue
        walk = walk_left(masked, begin, noun, lexicon, floor)
        if not walk.met and several and text[floor:begin] in lexicon.on:  # "his driver and bodyguard"
            walk = walk._replace(opens=True)
        told = walk.met or walk.opens or noun.sort == "attackers"  # most nouns have no figure and no article
        if told and (group := _group(masked, begin, end, noun, walk, lexicon)) is not None:
            floor, several = end, walk.met != "one" or not noun.counted  # "a poet and lawyer" is one person
            yield group


def _noun(words: str, lexicon: Lexicon) -> Noun:
    """What a noun says, or an age that stands for one: "a 19-year-old"."""
    if words[0].isdigit():
        return lexicon.ages[words.lstrip("0123456789")]
    return lexicon.nouns.get(words, NATIONALS if words[0] == _ADJECTIVE else BODY)


def _ends_there(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether no noun follows what ends at `end`."""
    following = text[end : end + 1]
    return following in (",", ".", ";", ")", "") or (following == " " and _next_word(text, end)[1] in lexicon.bare)


def _compatriots(masked: Masked, lexicon: Lexicon) -> Iterator[Placed]:
    """Single persons by their nation: "a Peruvian was killed"."""
    for at, slot in masked.slots.items():
        start = masked.text.rfind(" ", 0, max(at - 1, 0)) + 1
        if slot.sort != "adjective" or masked.text[start : at - 1] not in lexicon.one:
            continue
        if _ends_there(masked.text, at + 1, lexicon):
            one = Slot("people", 0, 0, counted=NATIONALS.counted, noun=NATIONALS.counted, count=count.exactly(1))
            yield _placed(masked, start, at + 1, one)


def _qualifies(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun that ends at `end` only says of what sort the next one is: "a terrorist attack"."""
    return text.startswith(_QUALIFIED, end) or _next_word(text, end)[1] in lexicon.qualified


def _modifies(noun: str, beyond: str, lexicon: Lexicon) -> bool:
    """Whether a noun only says what kind the next one is: "Jesuit priests", not "customers hostage"."""
    first, second = lexicon.nouns.get(noun), lexicon.nouns.get(beyond, BODY if " " in beyond else None)
    return first is not None and second is not None and (second.plural or not first.plural)


def _group(masked: Masked, begin: int, end: int, noun: Noun, walk: Walk, lexicon: Lexicon) -> Placed | None:
    """The group of a noun at `[begin, end)`, found by walking left to its figure or article."""
    slot = Slot(
        noun.sort, 0, 0, counted=noun.counted, noun=masked.text[begin:end], plural=noun.plural, part=walk.part,
        more=not lexicon.more.isdisjoint(walk.passed),
        other=not lexicon.other.isdisjoint((*walk.passed, masked.text[begin:end])),
    )  # fmt: skip
    if walk.met == "figure":
        figure = masked.slots[walk.start]
        slot.count, slot.steps, slot.figure = figure.count, figure.steps, True
        slot.more = slot.more or masked.text.endswith(lexicon.more_before, 0, walk.start)
        return _placed(masked, walk.start, _bounded(masked.text, end, slot, lexicon), slot)
    if walk.met == "none":
        slot.count, slot.steps = count.exactly(0), (f"no {slot.noun} is 0",)
        told = noun.sort == "people" and not (slot.more or slot.other)  # "no other victims" says nothing of the first
        return _placed(masked, walk.start, end, slot) if told else None
    if walk.met == "the" and noun.plural and masked.text.startswith(lexicon.both, walk.start):
        slot.count, slot.steps = count.exactly(2), (f"both {slot.noun} are 2",)
        return _placed(masked, walk.start, end, slot)
    bare = noun.sort == "people" and walk.opens  # a headline leaves out "a"
    if (walk.met in ("one", "the") or bare) and not noun.plural:
        slot.count, slot.steps = count.exactly(noun.size), (f"one {slot.noun} is {noun.size}",)
        slot.nth = max((_nth(word, lexicon) for word in walk.passed), default=0)
        return _placed(masked, walk.start, end, slot)
    if noun.sort == "attackers" and noun.plural:
        return _placed(masked, walk.start if walk.met == "the" else walk.described, end, slot)
    return None


def _bounded(text: str, end: int, slot: Slot, lexicon: Lexicon) -> int:
    """Where the bound ends that stands behind a noun that ends at `end`, if any; `slot` is bounded by it."""
    if slot.count is None or slot.count.form != "exact" or not text.startswith(" ", end):
        return end
    for phrase, form in lexicon.behind:
        if text.startswith(phrase, end) and not text[end + len(phrase) :][:1].isalnum():
            slot.count = count.bounded(form, slot.count.n)
            slot.steps = (*slot.steps, f"{phrase[1:]!r}: {slot.count}")
            return end + len(phrase)
    return end


def _nth(word: str, lexicon: Lexicon) -> int:
    """The number that an ordinal stands for, 0 where `word` is none: 2 for "second", 21 for "21st"."""
    if word in lexicon.ordinals:
        return lexicon.ordinals.index(word) + 1
    digits = word[:-2] if word.endswith(lexicon.ordinal_endings) else ""
    return int(digits) if digits.isdigit() and len(digits) < 5 else 0


def _placed(masked: Masked, start: int, end: int, slot: Slot) -> Placed:
    """A new `slot` where it stands in the article."""
    slot.start, slot.end = masked.span(start, end)
    if slot.sort == "attackers":
        inside = [at for position, at in masked.slots.items() if start <= position < end and at.party is not None]
        own = [at.party for at in inside if at.sort == "actor"]
        own += [at.party for at in inside if at.sort == "name" and at.party and " " in at.party.words]
        slot.party = own[0] if own else named.by_words(slot.noun)
    return start, end, slot


def _lone(masked: Masked, at: int, slot: Slot, lexicon: Lexicon) -> Placed:
    """A figure without a noun for people: bare, or on things if another noun follows."""
    text, end, slot = masked.text, at + 1, replace(slot)
    word, plain = _next_word(text, end)
    while plain and (plain in lexicon.more or plain in lexicon.other):
        slot.more, slot.other = slot.more or plain in lexicon.more, slot.other or plain in lexicon.other
        end += 1 + len(plain)
        word, plain = _next_word(text, end) if plain == word else ("", "")
    before = text[max(0, at - _WINDOW) : at]
    slot.more, slot.part = slot.more or before.endswith(lexicon.one_more), text.startswith(lexicon.part, end)
    if sized := next((phrase for phrase in lexicon.sized if before.endswith(f"{phrase} ")), ""):
        slot.sort = "people"
        return _placed(masked, at - len(sized) - 1, end, slot)
    national = masked.slots.get(end + 1) if word else None
    if national is not None and national.plural and national.sort in ("name", "adjective"):
        slot.sort, slot.counted, slot.noun = "people", "nationals", "nationals"
        return _placed(masked, at, end + 2, slot)
    if plain.endswith(lexicon.endings) and plain not in lexicon.never:
        slot.sort, slot.noun, slot.plural = "people", plain, True
        return _placed(masked, at, end + 1 + len(plain), slot)
    if f" {before}".endswith(lexicon.aged_before) or _numbered(text, at, lexicon):
        slot.sort = "things"
        return _placed(masked, at, end, slot)
    bare = not plain or plain in lexicon.bare or plain[0] in SORTS or not plain[0].isalpha() or slot.other
    slot.sort, slot.figure = "count" if bare else "things", True
    return _placed(masked, at, end, slot)


def _numbered(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the figure at `at` is the number of what stands before it: "bus 31", but not "on the bus 31 died"."""
    words = text[max(0, at - _LONGEST) : at].split()
    if len(words) == 0 or words[-1] not in lexicon.numbered or text[at - 1 : at] != " ":
        return False
    return len(words) == 1 or not (words[-2] in lexicon.the or words[-2] in lexicon.one)


def _next_word(text: str, end: int) -> tuple[str, str]:
    """The word after `end`, with and without the punctuation behind it; empty where none follows at once."""
    word = text[end + 1 : end + 1 + _LONGEST].split(" ", 1)[0] if text[end : end + 1] == " " else ""
    return word, word.rstrip(".,;:!?\"')")
