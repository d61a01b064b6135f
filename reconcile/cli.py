"""The command line. In: what was typed. Out: an exit code.

Every command of COMMANDS becomes a subcommand that also takes the shared options, so that `reconcile --quiet report x`
and `reconcile report x --quiet` are the same. With `commands.options`, the home of typer."""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import Annotated, Any

import typer

from reconcile.commands import COMMANDS, GROUPS, Command
from reconcile.commands.console import finish_stdout, note, utf8_stdout
from reconcile.commands.settings import given, settings
from reconcile.errors import ExitCode, ReconcileError

_HELP = "Reads news articles about the same happenings and shows, fact by fact, who said what and what contradicts."
_LOOK = {"rich_markup_mode": None, "add_completion": False, "no_args_is_help": True, "pretty_exceptions_enable": False}


def run(argv: Sequence[str] | None = None) -> int:
    """Do what `argv` says (the process's own arguments where None) and return the exit code."""
    typed = sys.argv[1:] if argv is None else list(argv)
    try:
        application(_asked_for(typed))(args=typed, prog_name="reconcile")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.OK
    return ExitCode.OK


def _asked_for(typed: Sequence[str]) -> Collection[str]:
    """The commands that may be meant by what is typed: those whose first word is there. All where help is asked for,
    or none is named."""
    if typed and not {"--help", "-h"} & set(typed):
        found = [words for words in COMMANDS if words.split()[0] in typed]
        return found or COMMANDS
    return COMMANDS


def application(commands: Collection[str] = tuple(COMMANDS)) -> typer.Typer:
    """The typer application with some of COMMANDS, those of two words in groups."""
    names = {"help_option_names": ["-h", "--help"]}
    app = typer.Typer(**_LOOK, help=_HELP, epilog=_example("report"), context_settings=names)  # type: ignore[arg-type]
    app.callback()(
        _with_shared_options(_remember, version=Annotated[bool, typer.Option("--version", callback=_version)])
    )
    groups: dict[str, typer.Typer] = {"": app}
    for words in commands:
        group, _, name = words.rpartition(" ")
        if group not in groups:
            groups[group] = typer.Typer(**_LOOK, help=GROUPS[group], epilog=_example(words))  # type: ignore[arg-type]
            app.add_typer(groups[group], name=group)
        groups[group].command(name, epilog=_example(words))(_subcommand(COMMANDS[words]))
    return app


def _example(words: str) -> str:
    return f"\b\nExample:\n  {COMMANDS[words].example}"


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"reconcile {version('claim-reconcile')}")
        raise typer.Exit


def _remember(ctx: typer.Context, shared: dict[str, Any], **_: Any) -> None:
    ctx.obj = shared


def _subcommand(command: Command) -> Callable[..., None]:
    def call(ctx: typer.Context, shared: dict[str, Any], **own: Any) -> None:
        raise typer.Exit(_guarded(lambda: command.run(settings(ctx.obj or {}, shared), **own)))

    own = list(inspect.signature(command.run, eval_str=True).parameters.values())[1:]
    function = _with_shared_options(call, **{parameter.name: parameter for parameter in own})
    function.__doc__ = command.run.__doc__
    return function


def _with_shared_options(call: Callable[..., None], **own: Any) -> Callable[..., None]:
    """`call` with a signature that typer reads: the context, its own parameters, and the options of `given`."""
    shared = inspect.signature(given, eval_str=True).parameters

    def function(ctx: typer.Context, **values: Any) -> None:
        call(ctx, given(**{name: values.pop(name) for name in shared}), **values)

    parameters = [inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    for name, parameter in {**own, **shared}.items():
        if isinstance(parameter, inspect.Parameter):
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
        else:
            parameters.append(
                inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=parameter)
            )
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return function


def _guarded(do: Callable[[], ExitCode]) -> int:
    """The exit code of `do`, with errors for people as one line on stderr."""
    utf8_stdout()
    try:
        code = do()
        finish_stdout()
        return code
    except ReconcileError as error:
        note(f"error: {error}")
        return ExitCode.BAD_INPUT
    except KeyboardInterrupt:
        note("interrupted")
        return ExitCode.INTERRUPTED
    except Exception:  # a crash must not exit 1, which says that there are new conflicts
        traceback.print_exc()
        note("error: this is a defect of reconcile; please report it with the lines above")
        return ExitCode.BAD_INPUT
    finally:
        with suppress(ReconcileError):  # what it would say has been said
            finish_stdout()
