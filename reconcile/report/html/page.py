"""Templates filled. In: a report. Out: the whole page.

The home of Jinja2. Every expression of a template is first made inert (`safe.escaped`: no control or bidirectional
character stays) and then escaped; what is markup already comes from this package alone. The page's policy allows one
style sheet and one script, by their hashes, and nothing else: no request, no frame, no form, no inline style."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reconcile.model import Report
from reconcile.report.html.linked import anchor, linked
from reconcile.report.html.sections import article_texts, filters, happenings, opening
from reconcile.report.html.texts import pieces
from reconcile.report.safe import escaped
from reconcile.report.view import view
from reconcile.report.words import number_of
from reconcile.rulebook import Rulebook

_TEMPLATES = "templates"
_DAY = re.compile(r"(\b\d{4}-\d{2}-\d{2}\b)", re.ASCII)
_PARTS = re.compile(r"[^/._#-]*[/._#-]?")


def write(report: Report, book: Rulebook) -> str:
    """`report` as an HTML document that ends in a line break."""
    shown = view(report, book)
    page = linked(shown)
    told = happenings(shown.events, page)
    return (
        environment()
        .get_template("report.html")
        .render(
            opening=opening(page),
            happenings=told,
            asides=happenings(shown.asides, page),
            articles=article_texts(page),
            filters=filters(page),
            brief=_BRIEF,
            large=len(report.claims) > _LARGE,
            page=page,
            style=_asset("page.css"),
            script=_asset("page.js"),
            policy=policy(),
        )
        .rstrip("\n")
        + "\n"
    )


_LARGE = 1500  # claims; beyond, a page unfolds only what is looked at
_BRIEF = 40  # conflicts that the opening view has; the others are folded


@cache
def environment() -> Environment:
    """The templates with what they call by name."""
    found = Environment(
        loader=PackageLoader("reconcile.report.html", _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_inert,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["anchor"] = anchor
    found.filters["breaks"] = breaks
    found.filters["days"] = days
    found.filters["markup"] = Markup  # for what `pictures` draws, whose words are escaped there
    found.globals["number_of"] = number_of
    found.globals["pieces"] = pieces
    return found


def policy() -> str:
    """The page's Content-Security-Policy."""
    style, script = (_hash(_asset(name)) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types page"
    )


def breaks(text: str) -> Markup:
    """`text` as markup that a browser may break after a slash, a dot, a hyphen, an underscore or a number sign.

    >>> breaks("a_b<")
    Markup('a_<wbr>b&lt;')
    """
    return Markup("<wbr>").join(part for part in _PARTS.findall(escaped(text)) if part)


def days(text: str) -> Markup:
    """`text` as markup in which no day is broken at its hyphens.

    >>> days("<Leeds, 2024-03-22")
    Markup('&lt;Leeds, <span class="day-of">2024-03-22</span>')
    """
    parts = _DAY.split(escaped(text))
    return Markup("").join(
        Markup('<span class="day-of">{}</span>').format(part) if at % 2 else part for at, part in enumerate(parts)
    )


def _inert(value: Any) -> Any:
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return escaped(value)


@cache
def _asset(name: str) -> Markup:
    return Markup((files("reconcile.report.html") / _TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
