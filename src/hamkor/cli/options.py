"""Options that several commands share, and the kinds of values that they take."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hamkor.errors import UsageError
from hamkor.messages import find_codes, get_text

F = TypeVar("F", bound=Callable[..., Any])
if TYPE_CHECKING:
    _Choice = click.Choice[str]
    _Type = click.ParamType[int]
else:  # older versions of click know no kinds of these
    _Choice = click.Choice
    _Type = click.ParamType
_MOST_WORKERS = 61  # more than one system can wait for
INPUT_FORMATS = ("auto", "text", "html", "json", "jsonl")


class OneOf(_Choice):
    """One of a few words; another is told with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        place = param.opts[-1] if isinstance(param, click.Option) else ctx.command_path if ctx else ""
        expected = ", ".join(self.choices)
        raise UsageError(place, found=repr(value), expected=expected, do=get_text("error.name_one"))


class Whole(_Type):
    """A whole number from `least` to `most`; without one, `least` or more."""

    name = "whole"

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if text.isascii() and text.isdigit() and self._takes(int(text)):
            return int(text)
        key = "error.whole" if self.most is None else "error.whole_to"
        expected = get_text(key, least=self.least, most=self.most)
        place = param.opts[-1] if param else ""
        raise UsageError(place, found=repr(value), expected=expected, do=get_text("error.write_so"))

    def _takes(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)


def option(*names: str, choices: Sequence[str] = (), codes: str = "", **given: Any) -> Callable[[F], F]:
    """A click option whose help is the text `option.NAME`.

    choices  the words it takes
    codes    the list of codes whose words it takes
    """
    if codes:
        choices, given["metavar"] = find_codes(codes), codes.upper()
    key = names[-1].lstrip("-").replace("-", "_")
    if choices:
        given["type"] = OneOf(choices)
    return click.option(*names, help=given.pop("help", None) or get_text(f"option.{key}"), **given)


def paths(function: F) -> F:
    """PATH… or `-`: files, folders, addresses, standard input."""
    return click.argument("paths", nargs=-1, required=True, metavar=get_text("help.paths"))(function)


def input_format(function: F) -> F:
    return option("--input-format", choices=INPUT_FORMATS, default="auto", metavar="|".join(INPUT_FORMATS))(function)


def limit(function: F) -> F:
    return option("--limit", type=Whole(1), metavar="N")(function)


def workers(function: F) -> F:
    """How many processes read; 0: as many as can work here at once."""
    return option("--workers", type=Whole(0, _MOST_WORKERS), default=1, metavar="N")(function)


def count_workers(asked: int) -> int:
    """The number of processes that `--workers` asks for."""
    can = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return asked or min(can, _MOST_WORKERS)


def allow_private(function: F) -> F:
    return option("--allow-private", is_flag=True)(function)
