"""Whether a verb of speech is a verb here, and whose. In: a clause, a place, a vocabulary. Out: a cue, or none."""

from __future__ import annotations

from reconcile.extract.speech import inversion, subjects
from reconcile.extract.speech.clauses import Clause, Cue, Phrase
from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.vocabulary import Verb, Vocabulary

_BOUND = Is.DETERMINER | Is.PREPOSITION | Is.POSSESSIVE
_OBJECT = Is.DETERMINER | Is.POSSESSIVE | Is.CAPITAL | Is.PRONOUN | Is.SUBORDINATOR | Is.PREPOSITION
_TALLY_WORDS = 4  # how near a tally must be to a verb that tells one
_QUOTE_WORDS = 3  # how near a quotation must be to a verb that speaks only beside one


def verb_cue(clause: Clause, place: int, known: Vocabulary, shared: Phrase | None) -> Cue | None:
    """The cue at the verb form `place`; `shared` is the subject of the verbs of speech before it."""
    verb = known.verbs[clause.words[place]]
    ahead = clause.word(place + 1)
    last = place + (ahead in verb.particles)
    if last == place and ahead in known.motion:  # "slammed into a truck"
        return None
    if not (
        last > place
        or verb.say
        or verb.tell
        or verb.hold
        or (verb.quote and _quotes(clause, place))
        or _tells_tally(clause, place, verb, known)
    ):
        return None
    if clause.flags[place] & Is.CAPITAL and (ahead in known.verbs or (place and not clause.headline())):
        return None
    group = subjects.verb_group(clause, place)
    auxiliary = next((clause.flags[i] for i in range(place - 1, group - 1, -1) if clause.flags[i] & Is.AUXILIARY), 0)
    if auxiliary & Is.BE and verb.participle:
        return _passive(clause, group, place, verb)
    order = _gerund(clause, group, place, auxiliary, verb) if verb.gerund else _finite(clause, group, auxiliary, verb)
    if order and (verb.say or verb.quote) and not auxiliary and not verb.gerund and inversion.inverted(clause, place):
        return Cue(place, last, "inverted", inversion.behind(clause, place + 1), verb)
    if order and clause.flag(group - 1) & Is.COORDINATOR:
        order = "shared"
    source = (shared or subjects.main_subject(clause, group)) if order == "shared" else subjects.before(clause, group)
    return Cue(group, last, order, source, verb) if order and source else None


def _quotes(clause: Clause, place: int) -> bool:
    """Whether a quotation or "that" stands by: "continues" alone says nothing."""
    if clause.flag(place + 1) & Is.THAT or (clause.flag(place - 1) & Is.MARK and place):
        return True
    before = max(place - _QUOTE_WORDS - 1, 0)  # '"It ends here," Ann Lee continued.'
    closed = clause.find(Is.MARK, before, place) > 0 and clause.quoted[max(before - 1, 0)]
    return closed or clause.find(Is.MARK, place + 1, place + 1 + _QUOTE_WORDS) >= 0


def _tells_tally(clause: Clause, place: int, verb: Verb, known: Vocabulary) -> bool:
    """Whether a figure is told: "put the death toll at 12"."""
    return verb.reckon and any(word in known.tallies for word in clause.words[place + 1 : place + 1 + _TALLY_WORDS])


def _passive(clause: Clause, group: int, place: int, verb: Verb) -> Cue | None:
    """ "was praised by the minister"."""
    if not clause.flag(place + 1) & Is.BY or not clause.flags[place] & Is.PASSIVE:
        return None
    content, source = subjects.before(clause, group), inversion.behind(clause, place + 2)
    stance = Verb(hold=True, denial=verb.denial)
    return Cue(group, place + 1, "given", source, stance, content) if content and source else None


def _gerund(clause: Clause, group: int, place: int, auxiliary: int, verb: Verb) -> str:
    """The order of "-ing": a progressive, "with the minister saying that", "..., saying that" or "by saying that"."""
    if auxiliary & Is.BE:
        return "active"
    if not group:
        return ""
    previous = clause.flags[group - 1]
    if previous & Is.COMMA:
        return "shared"
    if (verb.say or verb.tell) and previous & (Is.MEDIUM | Is.BY) and clause.flag(place + 1) & _OBJECT:
        return "shared"
    loose = previous & (_BOUND | Is.STOP | Is.COORDINATOR | Is.ADVERB)
    return "active" if clause.flag(place + 1) & _OBJECT and not loose else ""


def _finite(clause: Clause, group: int, auxiliary: int, verb: Verb) -> str:
    """Whether the form is the verb of a clause, not a noun or an adjective that looks like it."""
    if auxiliary:
        return "active"
    previous, ahead = clause.flag(group - 1), clause.flag(group + 1)
    bound = previous & _BOUND and not previous & Is.PRONOUN
    if bound or previous & Is.TO or (previous & Is.NUMBER and not verb.base and not verb.say):
        return ""
    if verb.participle and not (verb.past or verb.base):
        return ""
    if previous & Is.NUMBER and verb.participle and not ahead & ~Is.SHAPE and ahead & Is.ENDS_PLURAL:
        return ""  # "12 confirmed deaths"
    if verb.past:
        loose = not verb.say and not verb.tell and (_adjective(previous, ahead) or _objectless(clause, group, verb))
        unnamed = verb.say and ahead & Is.TO and clause.flags[group] & Is.PASSIVE  # "a gun believed to"
        unnamed = unnamed and not any(clause.quoted[:group])  # '"We won," Lee said to cheers'
        return "" if ahead & Is.BY or loose or unnamed else "active"
    return "active" if _present(clause, group, verb, previous) else ""


def _present(clause: Clause, place: int, verb: Verb, previous: int) -> bool:
    also_noun, ahead = clause.flags[place] & Is.ALSO_NOUN, clause.flag(place + 1)
    if ahead & (Is.COMMA | Is.END) and not verb.say:
        return False
    if also_noun and (previous & Is.ENDS_PAST or not _clearly_verb(clause, place, previous, ahead)):
        return False
    if verb.third or (verb.say and not previous & (Is.STOP | Is.COORDINATOR | Is.SUBORDINATOR)):
        return True
    if previous & Is.PRONOUN:
        return not previous & Is.SINGULAR
    return bool(previous & (Is.ENDS_PLURAL | Is.PLURAL)) or clause.word(place - 1) in (")", "%")


def _clearly_verb(clause: Clause, place: int, previous: int, ahead: int) -> bool:
    """Whether a form that is a noun too ("claims") has the company of a verb."""
    if ahead & Is.THAT:
        return not clause.flag(place + 2) & (Is.FINITE | Is.VERB | Is.ENDS_PAST)  # "the four states that voted"
    if previous & (Is.PRONOUN | Is.RELATIVE) and not previous & Is.DETERMINER:
        return True
    named = bool(previous & Is.CAPITAL and ahead & (Is.CAPITAL | Is.TO))
    return named or bool(ahead & (Is.DETERMINER | Is.POSSESSIVE | Is.PRONOUN))


def _objectless(clause: Clause, place: int, verb: Verb) -> bool:
    """Whether a stance has no object, as in "soldiers accused of": the words before it are not its subject."""
    ahead = clause.flag(place + 1) & (Is.PREPOSITION | Is.COMMA | Is.END)
    return bool(ahead and clause.flags[place] & Is.PASSIVE) and clause.word(place + 1) not in verb.particles


def _adjective(previous: int, ahead: int) -> bool:
    """Whether "-ed" behind a comma or "and" rather belongs to the noun ahead: "and elected officials"."""
    return bool(previous & (Is.COORDINATOR | Is.STOP | Is.COMMA)) and not ahead & ~Is.SHAPE
