"""Commands and groups whose help is in the user's language and ends with examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any, TypeVar

import click

import hamkor
from hamkor.cli.options import OneOf
from hamkor.errors import UsageError
from hamkor.messages import LANGUAGES, get_text

F = TypeVar("F", bound=Callable[..., Any])


class Told(click.Command):
    """A command with help in the user's language."""

    def __init__(self, name: str, *, params: Sequence[click.Parameter] | None = None, **given: Any) -> None:
        super().__init__(name, params=_add_common(params), add_help_option=False, **given)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # so that it can say which command
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{get_text('help.usage')}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(get_text("help.options")):
            formatter.write_dl(records)


class Command(Told):
    """One command. Its help is the text `NAME.help`; `examples` are command lines that run."""

    def __init__(self, name: str, *, examples: Sequence[str] = (), **given: Any) -> None:
        texts = {"help": get_text(f"{name}.help"), "short_help": get_text(f"{name}.short")}
        super().__init__(name, options_metavar=get_text("help.options_metavar"), **{**given, **texts})
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section(get_text("help.examples")):
                formatter.write("".join(f"  {line}\n" for line in self.examples))


class Group(Told, click.Group):
    """Commands that are imported when they are called; their short help is known without."""

    def __init__(self, *, modules: Mapping[str, str], **given: Any) -> None:
        super().__init__(no_args_is_help=True, **given)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        module, name = self.modules[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0]
        if name in self.modules or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, self.modules, n=1)
        do = get_text("error.mean", name=near[0]) if near else get_text("error.see_help", command=ctx.command_path)
        raise UsageError(ctx.command_path, found=repr(name), expected=get_text("error.a_command"), do=do)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, get_text("help.group_pieces"), prefix=f"{get_text('help.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(get_text("hamkor.help"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(get_text("help.commands")):
            formatter.write_dl([(name, get_text(f"{name}.short")) for name in self.modules])
        super().format_options(ctx, formatter)


def command(name: str, *, examples: Sequence[str] = ()) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command, with `--lang` and `--help`. It may return the exit status."""
    return click.command(name, cls=Command, examples=examples)


def version_option(function: F) -> F:
    """`--version` of the whole program."""
    text = get_text("option.version")
    return click.version_option(hamkor.__version__, message="hamkor %(version)s", help=text)(function)


def _add_common(params: Sequence[click.Parameter] | None) -> list[click.Parameter]:
    """A command's own parameters, then those of every command."""
    # `main` reads the language before anything else; it stands here to be shown and accepted.
    lang = click.Option(
        ["--lang"], type=OneOf(LANGUAGES), metavar="|".join(LANGUAGES), expose_value=False, help=get_text("option.lang")
    )
    told: dict[str, Any] = {"callback": _show_help, "expose_value": False, "is_eager": True}
    return [*(params or ()), lang, click.Option(["-h", "--help"], is_flag=True, help=get_text("option.help"), **told)]


def _show_help(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
