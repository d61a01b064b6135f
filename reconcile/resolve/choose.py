"""The headline of a finding: what a policy would print.

In: the answers of a fact and its policy. Out: a `Choice`, the `Headline` with the answers that it keeps.

Each step of a policy (`rules/headlines/`) sets some answers aside; all of them stay in the finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.kinds import KINDS
from reconcile.kinds.count import Count
from reconcile.model import Headline, SetAside
from reconcile.resolve.answers import Answer, answer_in_words
from reconcile.resolve.conditions.counts import vague_word
from reconcile.resolve.keeps import KEEPS, Question, givers
from reconcile.resolve.words import actor_in_words, in_words, listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook import policies as spec
from reconcile.rulebook.policies import HeadlinePolicy
from reconcile.rulebook.spec import Fact


@dataclass(frozen=True, slots=True)
class Chosen:
    """A headline and the answers that are left for it."""

    headline: Headline
    answers: tuple[Answer, ...]


def headline(found: Sequence[Answer], fact: Fact, policy: HeadlinePolicy, book: Rulebook) -> Chosen:
    """What `policy` would print of `found`."""
    asked, run = Question(fact, policy, book), _Run()
    left = run.reread(found, asked)
    left = run.through(policy.step, left, asked)
    best = run.through(policy.best, left, asked) if policy.best else left
    fewest = min((len(answer.origins) for answer in best), default=0)
    if found and fewest < policy.origins:
        run.say(policy.fewer.format(kept=_names(best, book)))
    if not run.steps and found:
        run.say("all answers are printed" if len(found) > 1 else "only one value is given")
    value = _spelled(policy.print, left, best)
    by = _givers(best, asked) if policy.attribute and len(found) > 1 else ()
    return Chosen(Headline(value, policy.name, tuple(run.steps), tuple(run.aside), by), tuple(best))


class _Run:
    """The steps of a policy as they are taken, and what each of them sets aside."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.aside: list[SetAside] = []

    def say(self, words: str) -> None:
        self.steps.append(words[:1].upper() + words[1:] + ".")

    def through(self, steps: Sequence[spec.Choice], left: list[Answer], asked: Question) -> list[Answer]:
        """What `steps` leave of `left`."""
        for step in steps:
            kept = KEEPS[step.keep](left, asked)
            gone = [answer for answer in left if answer not in kept]
            if gone:
                self.say(step.say.format(kept=_names(kept, asked.book), aside=_names(gone, asked.book)))
                self.aside += [SetAside(str(answer.voices[0].claim.value), self.steps[-1]) for answer in gone]
            left = kept
        return left

    def reread(self, found: Sequence[Answer], asked: Question) -> list[Answer]:
        """The answers with vague words taken as the policy takes them."""
        read = []
        for answer in found:
            voice = answer.voices[0]
            word = vague_word(voice, asked.book) if isinstance(answer.value, Count) and voice.claim.quote else ""
            figure = asked.policy.reads.get(voice.language, {}).get(word)
            if figure:
                value = KINDS["count"].parse(figure)
                self.say(f'"{word}" is taken as {in_words(value, asked.book)}')
                read.append(replace(answer, value=value))
            else:
                read.append(answer)
        return read


def _spelled(form: str, left: Sequence[Answer], best: Sequence[Answer]) -> str:
    """The headline's value in one of the forms of `rulebook.policies.FORMS`."""
    single = " | ".join(dict.fromkeys(str(answer.value) for answer in best))
    counts = [answer.value for answer in left if isinstance(answer.value, Count)]
    if form == "each" or not counts or (form == "low-to-high" and len(counts) == 1):
        return single
    span = f"{min(value.n for value in counts)}..{max(value.m for value in counts)}"
    return span if form == "low-to-high" else f"{single} ({span})"


def _givers(found: Sequence[Answer], asked: Question) -> tuple[str, ...]:
    voices = [voice for answer in found for voice in givers(answer, asked)]
    return tuple(dict.fromkeys(actor_in_words(voice.claim.speaker, asked.book) or voice.name for voice in voices))


def _names(found: Sequence[Answer], book: Rulebook) -> str:
    return listed([answer_in_words(answer, book) for answer in found])
