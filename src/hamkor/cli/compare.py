"""`hamkor compare`: whether two names are of one person, organisation or place."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from hamkor.cli.command import command
from hamkor.cli.failures import FAILED
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import Form, choose_form, write_lines, write_plain
from hamkor.cli.show import make_paint, told_options
from hamkor.cli.terminal import get_width
from hamkor.errors import HamkorError, UsageError
from hamkor.messages import get_text, tell_error
from hamkor.pipeline.unforeseen import describe_unforeseen

KINDS = ("person", "organisation", "place")


@command(
    "compare",
    examples=(
        "hamkor compare person 'Шавкат Мирзиёев' 'Shavkat Mirziyoyev'",
        "hamkor compare person names.tsv",
        "hamkor compare organisation names.tsv --aliases own.tsv",
    ),
)
@click.argument("kind", metavar="|".join(KINDS), type=OneOf(KINDS))
@click.argument("given", nargs=-1, required=True, metavar="NAME NAME|FILE|-")
@option("--aliases", metavar="FILE")
@told_options
def compare(*, kind: str, given: tuple[str, ...], aliases: str | None, format: str | None, output: str | None) -> int:
    from hamkor.resolve.aliases import check_table, use_table

    form, lines, failed = choose_form(format, output), _find_lines(given), list[str]()
    use_table(Path(aliases) if aliases else None)
    try:
        if kind == "organisation":
            check_table()
        answers = _compare(kind, lines, failed)
        if form.format == "table":
            write_lines(_write_table(answers, form), form.file)
        else:
            write_plain(answers, form)
    finally:
        use_table(None)
    return FAILED if failed else 0


def _find_lines(given: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line with its place: of a file, of standard input, or the two names that stand in the command."""
    if len(given) > 2:
        found, see = str(len(given)), get_text("error.see_help", command="hamkor compare")
        raise UsageError("hamkor compare", found=found, expected="NAME NAME|FILE|-", do=see)
    if len(given) == 2:
        return iter([("hamkor compare", "\t".join(name.replace("\t", " ") for name in given))])
    return ((f"{given[0]}:{number}", line) for number, line in enumerate(_read_lines(given[0]), 1))


def _write_table(answers: Iterable[dict[str, Any]], form: Form) -> Iterator[str]:
    """The answers as a table, in the language of messages."""
    from hamkor.publish.reasons import tell_reasons
    from hamkor.publish.table import Field, write_table

    fields = (
        Field(get_text("compare.left"), lambda one: one["left"], 8, weight=1.5),
        Field(get_text("compare.right"), lambda one: one["right"], 8, weight=1.5),
        Field(get_text("compare.score"), lambda one: "" if one["score"] is None else f"{one['score']:.2f}", 4),
        Field(get_text("compare.judgement"), _tell_judgement, 8, "head"),
        Field(
            get_text("compare.reasons"),
            lambda one: one.get("error") or "; ".join(tell_reasons(one["reasons"])),
            12,
            weight=3.0,
        ),
    )
    return write_table(fields, answers, width=get_width(), paint=make_paint(form))


_JUDGED = {"POSITIVE": "compare.positive", "NEGATIVE": "compare.negative", "UNSURE": "compare.unsure"}


def _tell_judgement(answer: dict[str, Any]) -> str:
    return get_text(_JUDGED[answer["judgement"]]) if answer["judgement"] else ""


def _compare(kind: str, lines: Iterable[tuple[str, str]], failed: list[str]) -> Iterator[dict[str, Any]]:
    """One answer a line, also where the line holds no two names."""
    for place, line in lines:
        left, tab, right = line.partition("\t")
        answer = {"left": left, "right": right}
        try:
            yield answer | _judge(kind, place, answer if tab else None)
        except HamkorError as error:
            failed.append(error.place)
            yield answer | {"score": None, "judgement": None, "reasons": [], "error": tell_error(error)}


def _judge(kind: str, place: str, names: dict[str, str] | None) -> dict[str, Any]:
    from hamkor.resolve import compare_names

    if names is None or not all(name.strip() for name in names.values()):
        found, expected = get_text("error.no_pair"), get_text("error.pair")
        raise HamkorError(place, found=found, expected=expected, do=get_text("error.write_so"))
    try:
        judged = compare_names(kind, names["left"], names["right"])
    except HamkorError:
        raise
    except Exception as error:  # whatever one line brings, the run goes on
        raise describe_unforeseen(place, error) from error
    return {"score": judged.score, "judgement": judged.judgement, "reasons": list(judged.reasons)}


def _read_lines(file: str) -> Iterator[str]:
    """The lines of a file or of standard input, in UTF-8; empty ones too, so that answers stay beside them."""
    if file == "-":
        yield from (_decode(line) for line in sys.stdin.buffer)
        return
    with open(file, "rb") as lines:
        yield from (_decode(line) for line in lines)


def _decode(line: bytes) -> str:
    return line.decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r\n")
