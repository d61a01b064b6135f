"""How arguments and options are spelled. In: nothing. Out: annotated types for the signatures of commands.

With `cli`, the home of typer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class ReportFormat(StrEnum):
    """Output formats of `report`."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    CLAIMREVIEW = "claimreview"
    ANNOTATIONS = "annotations"
    PROV = "prov"


class RecordFormat(StrEnum):
    """Output formats of the commands that print records."""

    JSONL = "jsonl"


class AnswerFormat(StrEnum):
    """Output formats of the commands that answer in lines."""

    TEXT = "text"
    JSONL = "jsonl"


class CheckFormat(StrEnum):
    """Output formats of `check`."""

    TEXT = "text"
    GITHUB = "github"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    JUNIT = "junit"
    JSON = "json"


class DiffFormat(StrEnum):
    """Output formats of `diff`."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class InfoFormat(StrEnum):
    """Output formats of `store info`."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class OnProblem(StrEnum):
    """What an article that cannot be read means for the exit code."""

    ERROR = "error"
    WARN = "warn"


class Color(StrEnum):
    """When to print in colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailOn(StrEnum):
    """The least severity at which `check` exits 1."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Ruling(StrEnum):
    """What a person rules on a conflict."""

    CONFIRMED = "confirmed"
    UPDATE = "update"
    SCOPE = "scope"
    OTHER_EVENT = "other-event"
    MISREAD = "misread"
    ACCEPT = "accept"
    UNSURE = "unsure"


def _not_empty(value: str | list[str] | None) -> str | list[str] | None:
    """A file, folder or store as it was given; one that is empty (a variable that is not set) is none, and taking the
    current folder for it would write or read in the wrong place."""
    if value is not None and "" in (value if isinstance(value, list) else [value]):
        raise typer.BadParameter("it is empty; name one, or leave the option out (is a variable not set?)")
    return value


_ARTICLES = "Articles: files, folders, .jsonl, or - for standard input."

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=_ARTICLES, show_default=False)]
MaybePaths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help=_ARTICLES, show_default=False)]

Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="DIR",
        help="A folder of rules that adds to the shipped ones; the same id replaces.",
        callback=_not_empty,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="TIME", help="When articles were published that do not say so: 2024-03-28, or a time with its offset."
    ),
]
Problems = Annotated[OnProblem | None, typer.Option(help="What an unreadable article does: exit 2, or only a warning.")]
SkipLanguage = Annotated[
    bool | None,
    typer.Option("--skip-language", help="Let articles in languages without rules pass; they are still named."),
]
Decisions = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="The journal of what people ruled; decisions.jsonl in the current folder if not given.",
        callback=_not_empty,
    ),
]
Policies = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="[FACT=]NAME",
        help="By which policy to choose what to print, of all facts that it suits or of one; repeatable.",
    ),
]
Quiet = Annotated[bool | None, typer.Option("--quiet", "-q", help="No progress and no notes on stderr; errors stay.")]
Colors = Annotated[Color | None, typer.Option(help="Colour in the terminal: auto, always or never.")]

Records = Annotated[RecordFormat, typer.Option("--format", help="One JSON object a line.")]
Formats = Annotated[list[ReportFormat] | None, typer.Option("--format", help="How to write it; repeatable with --out.")]
Out = Annotated[
    str | None,
    typer.Option(
        metavar="DIR",
        help="Write report files into this folder (Markdown and JSON, or each --format).",
        callback=_not_empty,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="REPORT.json",
        help="A JSON report of an earlier run: print which articles changed the picture since.",
        callback=_not_empty,
    ),
]
ArticleName = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="A file, or <file>#<id> for a record of a .jsonl file.")
]
Identity = Annotated[str, typer.Argument(metavar="CLAIM|FINDING|EVENT", help="An id of a report: c-…, f-… or ev-….")]
On = Annotated[
    list[str] | None,
    typer.Option("--on", metavar="PATH...", help="The articles, or a saved JSON report of them.", callback=_not_empty),
]
Together = Annotated[
    list[str],
    typer.Option("--on", metavar="PATH...", help="The articles in which they were found.", callback=_not_empty),
]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or its beginning: ev-…")]
OtherEvent = Annotated[str, typer.Argument(metavar="EVENT", help="The event that is the same one.")]
OneOfTwo = Annotated[str, typer.Argument(metavar="ARTICLE", help="One article, by its id.")]
OtherOfTwo = Annotated[str, typer.Argument(metavar="ARTICLE", help="The other one.")]
OneArticle = Annotated[str, typer.Argument(metavar="ARTICLE", help="The article that tells of another event.")]
DecisionName = Annotated[
    str | None,
    typer.Argument(metavar="DECISION", show_default=False, help="Its id (d-…); your last one if not given."),
]
Conflict = Annotated[str, typer.Argument(metavar="CONFLICT", help="A conflict's id, or its beginning: f-…")]
Every = Annotated[bool, typer.Option("--all", help="Also those on which somebody has ruled.")]
RulingKind = Annotated[Ruling, typer.Option("--as", help="What is ruled.", show_default=False)]
RuledValue = Annotated[
    str,
    typer.Option(
        "--value",
        metavar="VALUE",
        show_default=False,
        help="Which value, as reports spell it: 12, 12+, 2024-03-22.",
    ),
]
RuledClaims = Annotated[
    list[str] | None,
    typer.Option("--claim", metavar="CLAIM", help="Of misread and other-event: only this claim (c-…); repeatable."),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", show_default=False, help="Why it was decided so.")]
By = Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Who decides; the login name if not given.")]
Lines = Annotated[AnswerFormat, typer.Option("--format", help="text, or jsonl: one JSON object a line.")]
Text = Annotated[str | None, typer.Argument(metavar="A", show_default=False, help="The article to begin with.")]
OtherText = Annotated[
    str | None, typer.Argument(metavar="B", show_default=False, help="The article to set against it.")
]
Answers = Annotated[
    AnswerFormat | None, typer.Option("--format", help="text (for two articles), or jsonl (always for --pairs).")
]
Pairs = Annotated[
    str | None,
    typer.Option(metavar="FILE.jsonl", help="Pairs of texts, one a line; - for standard input.", callback=_not_empty),
]
Archive = Annotated[
    list[str],
    typer.Option(
        metavar="ARCHIVE",
        help="The articles that were there before: a folder, repeatable, or a store by its URL.",
        show_default=False,
        callback=_not_empty,
    ),
]
Batch = Annotated[list[str], typer.Argument(metavar="BATCH", help=_ARTICLES, show_default=False)]
Severity = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on", help="Exit 1 for new conflicts of this severity (medium if not given) or above; none: for all."
    ),
]
CheckFormats = Annotated[
    CheckFormat, typer.Option("--format", help="What stdout gets; github also writes the summary of the job.")
]
Outputs = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="FORMAT=FILE", help="Write a file in one of the formats as well; repeatable."),
]
OnlyFacts = Annotated[
    list[str] | None,
    typer.Option("--only-facts", metavar="FACT,...", help="Look at conflicts on these facts only; repeatable."),
]
Baseline = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Conflicts that were accepted before; they do not count.",
        callback=_not_empty,
    ),
]
WriteBaseline = Annotated[
    bool,
    typer.Option("--write-baseline", help="Bring the --baseline up to date: what is stale goes, nothing new comes."),
]
AcceptNew = Annotated[bool, typer.Option("--accept-new", help="With --write-baseline: new conflicts come in as well.")]
EarlierRun = Annotated[
    str, typer.Argument(metavar="RUN_A", help="A saved JSON report (reconcile report --format json).")
]
LaterRun = Annotated[str, typer.Argument(metavar="RUN_B", help="A later one.")]
DiffFormats = Annotated[DiffFormat, typer.Option("--format", help="text, json, or jsonl: one changed finding a line.")]
StoreAddress = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="URL",
        help="sqlite:///archive.db, postgresql+psycopg://user@host/database, or a file.",
        callback=_not_empty,
    ),
]
Stored = Annotated[
    str | None,
    typer.Argument(metavar="STORE", show_default=False, help="The URL of a store, or the path of its SQLite file."),
]
StoredToo = Annotated[
    str | None, typer.Option("--store", metavar="STORE", help="The same, as ingest has it.", callback=_not_empty)
]
Rebuild = Annotated[
    bool, typer.Option("--rebuild", help="Read all that is kept again, by the rules and the code of today.")
]
InfoFormats = Annotated[InfoFormat, typer.Option("--format", help="text, json, or jsonl: one JSON object on a line.")]
Versions = Annotated[bool, typer.Option("--versions", help="Superseded versions too, with their number behind the id.")]
