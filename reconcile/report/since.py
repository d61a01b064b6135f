"""Which articles changed the picture since an earlier run, as text, Markdown and JSON. In: a batch. Out: text.

Text for a terminal and Markdown are written from the same lines; `reconcile-since/1` has all in full."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reconcile.batch import ArticleChange, Batch, Effect
from reconcile.changes import EventChange, FindingChange
from reconcile.model import Event, Finding
from reconcile.report.changes import event_tree, finding_tree
from reconcile.report.safe import for_log, json_text
from reconcile.report.safe import markdown as md
from reconcile.report.words import fact_label, named_outlet, number_of, status_in_words, value_in_words
from reconcile.resolve.words import listed
from reconcile.rulebook import Rulebook

SCHEMA = "reconcile-since/1"
_MOST_SENTENCES = 3
_MOST_FINDINGS = 6
_HOW = {"new": "new", "edited": "edited since", "version": "a later version of"}
_BRINGS = {
    "conflict": "brings a conflict",
    "reopened": "reopens a ruling",
    "update": "an update",
    "withdrawn": "withdraws what it said",
    "headline": "changes what is to be printed",
    "decision": "changes a ruling",
}


def text(found: Batch, book: Rulebook, since: str) -> str:
    """For a terminal; `since` is the name of the earlier run."""
    lines = [_head(found, since)]
    for one in found.changed:
        lines += ["", _article(one, book), *("  " * (depth + 1) + line for depth, line in _did(one, book))]
    if rest := list(_rest(found, book)):
        lines += ["", *rest]
    return "".join(f"{for_log(line)}\n" for line in lines)


def markdown(found: Batch, book: Rulebook, since: str) -> str:
    """For GitHub or a message to the desk."""
    lines = ["# What changed the picture", "", f"**{md(_head(found, since))}**", ""]
    for one in found.changed:
        lines += [f"## {md(_article(one, book))}", ""]
        lines += [f"{'  ' * depth}- {md(line)}" for depth, line in _did(one, book)]
        lines.append("")
    if rest := list(_rest(found, book)):
        lines += ["## The rest", "", *(f"- {md(line)}" for line in rest), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def json_document(found: Batch, since: str) -> str:
    """As one JSON document that ends in a line break."""
    tree = {
        "schema": SCHEMA,
        "since": since,
        "articles": [_article_tree(one) for one in found.changed],
        "unchanged": [one.reading.article.id for one in found.unchanged],
        "gone": list(found.changes.gone),
        "events": [event_tree(one) for one in found.events],
        "findings": [finding_tree(one) for one in found.findings],
    }
    return json_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n")


def _head(found: Batch, since: str) -> str:
    new = number_of(len(found.changed) + len(found.unchanged), "new or edited article")
    return f"{len(found.changed)} of {new} changed the picture since {since}"


def _article(one: ArticleChange, book: Rulebook) -> str:
    article = one.reading.article
    source = ", ".join(part for part in (named_outlet(article, book), article.published[:10]) if part)
    how = f"{_HOW[one.change]} {', '.join(one.earlier)}" if one.earlier else _HOW[one.change]
    return f"{article.id}{f' ({source})' if source else ''}: {how}"


def _did(one: ArticleChange, book: Rulebook) -> Iterator[tuple[int, str]]:
    """What an article did, as lines with their depth: events that were there, by finding; then those that are new."""
    new = {event.id for event in one.events}
    told = [effect for effect in one.effects if effect.event.id not in new or "conflict" in effect.brings]
    for event in dict.fromkeys(effect.event for effect in told):
        yield 0, f"{event.label} ({event.id})"
        for effect in told:
            if effect.event == event:
                yield 1, _effect(effect, book)
                yield from ((2, sentence) for sentence in _sentences(effect))
    for event in sorted(one.events, key=lambda event: (event.id != one.reading.main_event, event.label)):
        yield 0, _new_event(event, [effect for effect in one.effects if effect.event.id == event.id], book)


def _new_event(event: Event, effects: list[Effect], book: Rulebook) -> str:
    facts = [f"{_lower(effect, book)} {_values(effect, book)}" for effect in effects if effect.values]
    more = [f"and {len(facts) - _MOST_FINDINGS} more"] if len(facts) > _MOST_FINDINGS else []
    said = f": {'; '.join([*facts[:_MOST_FINDINGS], *more])}" if facts else ""
    return f"new event: {event.label} ({event.id}){said}"


def _effect(effect: Effect, book: Rulebook) -> str:
    parts = [_from_to(effect.before, effect.after)]
    parts += [f"new: {_values(effect, book)}"] if effect.values else []
    parts += [_BRINGS[word] for word in effect.brings if word in _BRINGS]
    return f"{fact_label(effect.fact, book)}: {'; '.join(parts)}"


def _sentences(effect: Effect) -> Iterator[str]:
    if "reopened" in effect.brings and effect.after and effect.after.decision:
        yield f"Since the ruling: {'; '.join(effect.after.decision.new)}."
    yield from effect.say[:_MOST_SENTENCES]
    if len(effect.say) > _MOST_SENTENCES:
        yield f"And {len(effect.say) - _MOST_SENTENCES} more."


def _from_to(before: Finding | None, after: Finding | None) -> str:
    ends = [status_in_words(one.status, one.severity) for one in (before, after) if one]
    return "nobody says it any more" if after is None else " → ".join(dict.fromkeys(ends))


def _lower(effect: Effect, book: Rulebook) -> str:
    label = fact_label(effect.fact, book)
    return label[:1].lower() + label[1:]


def _values(effect: Effect, book: Rulebook) -> str:
    kind = book.facts[effect.fact].kind if effect.fact in book.facts else ""
    return listed([value_in_words(value, kind, book) for value in effect.values])


def _rest(found: Batch, book: Rulebook) -> Iterator[str]:
    """What changed nothing, what is gone, and what changed without a new article."""
    if found.unchanged:
        yield f"Changed nothing: {', '.join(one.reading.article.id for one in found.unchanged)}"
    if found.changes.gone:
        yield f"No more among the articles: {', '.join(found.changes.gone)}"
    for event in found.events:
        yield f"Without a new article: {event.change} event, {event.event.label} ({_ids(event)})"
    for finding in found.findings:
        yield f"Without a new article: {_finding(finding, book)}"


def _ids(event: EventChange) -> str:
    return " → ".join(", ".join(those) for those in (event.before, event.after) if those)


def _finding(one: FindingChange, book: Rulebook) -> str:
    label = fact_label(one.fact, book)
    ruled = one.after.decision if one.after and "decision" in one.what else None
    words = f", {ruled.kind} {ruled.value}".rstrip() + f" by {ruled.by}, {ruled.state}" if ruled else ""
    taken_back = ", a ruling was taken back" if "decision" in one.what and not ruled else ""
    return f"{one.event.label}: {label}: {_from_to(one.before, one.after)}{words}{taken_back}"


def _article_tree(one: ArticleChange) -> dict[str, Any]:
    article = one.reading.article
    return {
        "article": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "change": one.change,
        "earlier": list(one.earlier),
        "events": [event.id for event in one.events],
        "effects": [_effect_tree(effect) for effect in one.effects],
    }


def _effect_tree(effect: Effect) -> dict[str, Any]:
    known = effect.after or effect.before
    return {
        "event": effect.event.id,
        "label": effect.event.label,
        "fact": effect.fact,
        "finding": known.id if known else "",
        "brings": list(effect.brings),
        "values": list(effect.values),
        "before": _end(effect.before),
        "after": _end(effect.after),
        "say": list(effect.say),
    }


def _end(one: Finding | None) -> dict[str, str] | None:
    return {"status": one.status, "severity": one.severity, "headline": one.headline.value} if one else None
