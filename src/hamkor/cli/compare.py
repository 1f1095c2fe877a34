"""`hamkor compare`: whether two names are of one person, organisation or place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from hamkor.cli.command import command
from hamkor.cli.failures import FAILED
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import choose_form, write_plain
from hamkor.errors import HamkorError
from hamkor.messages import get_text, tell_error
from hamkor.pipeline.unforeseen import describe_unforeseen

KINDS = ("person", "organisation", "place")


@command(
    "compare",
    examples=("hamkor compare person names.tsv", "hamkor compare organisation names.tsv --aliases own.tsv"),
)
@click.argument("kind", metavar="|".join(KINDS), type=OneOf(KINDS))
@click.argument("file", metavar="FILE|-")
@option("--aliases", metavar="FILE")
@option("--format", choices=("json", "jsonl"), metavar="json|jsonl")
@option("--output", metavar="FILE")
def compare(*, kind: str, file: str, aliases: str | None, format: str | None, output: str | None) -> int:
    from hamkor.resolve.aliases import use_table

    failed: list[str] = []
    if kind == "organisation":
        use_table(Path(aliases) if aliases else None)
    try:
        write_plain(_compare(kind, file, failed), choose_form(format or "jsonl", output))
    finally:
        use_table(None)
    return FAILED if failed else 0


def _compare(kind: str, file: str, failed: list[str]) -> Iterator[dict[str, Any]]:
    """One answer a line, also where the line holds no two names."""
    for number, line in enumerate(_read_lines(file), 1):
        left, tab, right = line.partition("\t")
        answer = {"left": left, "right": right}
        try:
            yield answer | _judge(kind, f"{file}:{number}", answer if tab else None)
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
