"""How a run says what went wrong: one line on standard error, and an exit status."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import click

from hamkor.errors import HamkorError, UsageError
from hamkor.messages import get_text, tell_error

FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130


def tell(error: click.ClickException | HamkorError) -> None:
    """Print an error on standard error: place, what was found, what was expected, what to do."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    found = _describe(error) if isinstance(error, click.ClickException) else error
    click.echo(tell_error(found), err=True)


def describe_system_error(error: OSError) -> HamkorError:
    """What the system refused: a file that is not there, one that cannot be written, a full disk."""
    place, found = str(error.filename2 or error.filename or "hamkor"), error.strerror or str(error)
    if isinstance(error, (FileNotFoundError, IsADirectoryError)):
        return HamkorError(place, found=found, expected="a file that can be read", do="look at the path")
    return HamkorError(place, found=found, expected=get_text("error.a_place"), do=get_text("error.other_file"))


def _describe(error: click.ClickException) -> UsageError:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "hamkor"
    see = get_text("error.see_help", command=command)
    if isinstance(error, click.NoSuchOption):
        near = _find_near(error.option_name, error.possibilities or ())
        do = get_text("error.mean", name=near) if near else see
        return UsageError(command, found=error.option_name, expected=get_text("error.an_option"), do=do)
    if isinstance(error, click.BadOptionUsage):
        found, expected = get_text("error.too_few"), get_text("error.its_values")
        return UsageError(f"{command} {error.option_name}", found=found, expected=expected, do=see)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(context) if error.param and context else ""
        return UsageError(command, found=get_text("error.nothing"), expected=name, do=see)
    if isinstance(error, click.BadParameter) and error.param:
        return UsageError(_name(error.param), found=error.message, expected=get_text("error.a_value"), do=see)
    return UsageError(command, found=error.format_message(), expected=get_text("error.usable"), do=see)


def _find_near(option: str, known: Iterable[str]) -> str | None:
    """The option most like the one given; the dashes that all have make none alike."""
    names = {name.lstrip("-"): name for name in known}
    near = get_close_matches(option.lstrip("-"), names, n=1)
    return names[near[0]] if near else None


def _name(param: click.Parameter) -> str:
    return param.opts[-1] if isinstance(param, click.Option) else (param.name or "").upper()
