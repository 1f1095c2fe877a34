"""`hamkor`: its commands, each loaded when it is called, and how a run ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from hamkor.cli.command import Group, version_option
from hamkor.cli.failures import INTERRUPTED, UNUSABLE, describe_system_error, tell
from hamkor.errors import HamkorError
from hamkor.messages import choose_language, set_language

# Command → where it is. A new command is one line here, one function there and its texts in `hamkor.messages`.
COMMANDS = {
    "demo": "hamkor.cli.demo:demo",
    "read": "hamkor.cli.read:read",
    "resolve": "hamkor.cli.resolve:resolve",
    "extract": "hamkor.cli.extract:extract",
    "figures": "hamkor.cli.lists:figures",
    "events": "hamkor.cli.lists:events",
    "commitments": "hamkor.cli.promises:commitments",
    "thread": "hamkor.cli.promises:thread",
    "people": "hamkor.cli.lists:people",
    "organisations": "hamkor.cli.lists:organisations",
    "person": "hamkor.cli.cards:person",
    "organisation": "hamkor.cli.cards:organisation",
    "quotations": "hamkor.cli.lists:quotations",
    "documents": "hamkor.cli.lists:documents",
    "check": "hamkor.cli.check:check",
    "explain": "hamkor.cli.explain:explain",
    "compare": "hamkor.cli.compare:compare",
    "same": "hamkor.cli.same:same",
    "merge": "hamkor.cli.same:merge",
    "split": "hamkor.cli.same:split",
    "statistics": "hamkor.cli.statistics:statistics",
    "serve": "hamkor.cli.serve:serve",
    "users": "hamkor.cli.users:users",
    "show": "hamkor.cli.show:show",
    "search": "hamkor.cli.show:search",
    "versions": "hamkor.cli.show:versions",
    "export": "hamkor.cli.export:export",
    "backup": "hamkor.cli.care:backup",
    "purge": "hamkor.cli.care:purge",
    "evaluate": "hamkor.cli.evaluate:evaluate",
    "language": "hamkor.cli.language:language",
    "completion": "hamkor.cli.completion:completion",
}
COMPLETE = "_HAMKOR_COMPLETE"
PIPE_CLOSED = 141  # 128 + SIGPIPE, what a shell reports of a program that wrote to a closed pipe


@click.group(name="hamkor", cls=Group, modules=COMMANDS)
@version_option
def hamkor() -> None:
    """The group of all commands."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit: 0, 1 if a document failed, 2 if the command could not be run, 130 if interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    set_language(choose_language(_find_language(given)))
    collect_seldom()
    sys.exit(_run(given))


def collect_seldom() -> None:
    """Look for garbage more seldom: nearly nothing that is made stands in circles, and going through all that a
    language or a ledger holds took a tenth of the time of reading and checking."""
    gc.set_threshold(5000, 20, 50)


def _run(arguments: list[str]) -> int:
    try:
        status = _call(arguments)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.ClickException, HamkorError) as error:
        tell(error)
        return UNUSABLE
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            _abandon_output()
            return PIPE_CLOSED
        tell(describe_system_error(error))
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED


def _call(arguments: list[str]) -> object:
    if COMPLETE in os.environ:  # a shell asks for completions
        return hamkor.main(arguments, prog_name="hamkor", complete_var=COMPLETE)
    with hamkor.make_context("hamkor", arguments) as context:  # `main` would take a closed pipe for a failure
        return hamkor.invoke(context)


def _abandon_output() -> None:
    """Whoever read our output went away: write nothing more, say nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _find_language(arguments: Sequence[str]) -> str | None:
    """What `--lang` asks for. It is looked up before anything else, because help is made in that language."""
    for number, word in enumerate(arguments):
        if word == "--lang":
            return arguments[number + 1] if number + 1 < len(arguments) else None
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None
