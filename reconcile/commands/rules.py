"""`reconcile rules list|test|stats|coverage`: rules in; what they hold, and whether examples bear them out, out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode


def list_rules(settings: Settings) -> ExitCode:
    """List the rule files with their numbers of patterns, names, levels and examples."""
    from reconcile.examples.inventory import inventory
    from reconcile.rulebook import load

    emit("".join(line + "\n" for line in inventory(load(settings.rules))))
    return ExitCode.OK


def test(settings: Settings) -> ExitCode:
    """Run every example, counter-example and todo of the rules; exit 2 where one does not come out as written."""
    from reconcile.examples import failures
    from reconcile.rulebook import load

    wrong = failures(load(settings.rules))
    for failure in wrong:
        emit(f"{failure}\n")
    if not settings.quiet:
        note(f"{len(wrong)} of the examples and checks failed" if wrong else "every rule example comes out as written")
    return ExitCode.BAD_INPUT if wrong else ExitCode.OK


def stats(settings: Settings, output: options.Lines = options.AnswerFormat.TEXT) -> ExitCode:
    """Show how often each rule read right, by what people ruled, and what it misread; the worst rules first."""
    from reconcile.commands.deciding import decisions
    from reconcile.decisions import rule_labels
    from reconcile.report.labels import label_line, label_lines
    from reconcile.report.safe import escaped

    found = rule_labels(decisions(settings))
    for labels in found:
        if output is options.AnswerFormat.JSONL:
            emit(f"{label_line(labels)}\n")
        else:
            emit("".join(f"{escaped(line)}\n" for line in label_lines(labels)))
    if not found and not settings.quiet:
        note("nobody has ruled on a conflict yet: reconcile review PATH..., or reconcile decisions add")
    return ExitCode.OK


def coverage(settings: Settings, paths: options.MaybePaths = None) -> ExitCode:
    """Show how often each pattern fires on its examples (and on PATHs, if given); exit 2 where no example fires one."""
    from reconcile.commands.reading import outcome, read
    from reconcile.examples.coverage import measure
    from reconcile.rulebook import load

    given = read(settings, paths) if paths else None
    found = measure(load(settings.rules), given.articles if given else ())
    emit("".join(line + "\n" for line in found.lines))
    for failure in found.unfired:
        note(f"error: {failure}")
    return ExitCode.BAD_INPUT if found.unfired else outcome(settings, given.problems if given else ())
