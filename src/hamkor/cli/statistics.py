"""`hamkor statistics`: official figures into the ledger, the series that stand there, and their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import hamkor
from hamkor.cli.book import ledger_option, open_book, open_view, parse_time
from hamkor.cli.command import command
from hamkor.cli.failures import FAILED, tell
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import choose_form, output_options, write_rows
from hamkor.cli.terminal import note
from hamkor.errors import HamkorError, NotFoundError, UsageError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger
    from hamkor.publish.series import SeriesFilter
    from hamkor.read.statistics import Asked, Table

R = TypeVar("R")

EXAMPLE = Path(hamkor.__file__).parent / "examples" / "trade_facts.csv"
_MOST_TOLD = 20  # wrong cells of a file that are told one by one
_FILTERS = frozenset({"source", "indicator", "between", "during", "format", "output", "bom"})
# What each of them may be given.
_TAKES = {
    "import": frozenset({"files", "example", "source", "indicator", "area", "unit", "period", "released", "url"}),
    "list": _FILTERS,
    "show": _FILTERS | {"files"},
}


@command(
    "statistics",
    examples=(
        "hamkor statistics import trade.csv",
        "hamkor statistics import sdmx_data_2402.json --released 2025-11-20",
        "hamkor statistics import 09_2025.xlsx --released 2025-11-14 --url https://stat.gov.kz",
        "hamkor statistics import --example",
        "hamkor statistics list --between KZ UZ",
        "hamkor statistics show --indicator exports --between KZ UZ --during 2024",
    ),
)
@click.argument("what", metavar="import|list|show", type=OneOf(tuple(_TAKES)))
@click.argument("files", nargs=-1, metavar="FILE…|SERIES…")
@option("--source", metavar="NAME")
@option("--indicator", codes="indicator")
@option("--area", metavar="AREA")
@option("--unit", metavar="UNIT")
@option("--period", metavar="PERIOD")
@option("--released", metavar="DAY")
@option("--url", metavar="ADDRESS")
@option("--example", is_flag=True)
@option("--between", nargs=2, metavar="AREA AREA")
@option("--during", metavar="PERIOD")
@output_options
@ledger_option
def statistics(*, what: str, ledger: str | None, **asked: Any) -> int:
    given = {name: value for name, value in asked.items() if value}
    _check_given(what, given)
    if what == "import":
        return _import(given, ledger)
    form = choose_form(given.get("format"), given.get("output"), bool(given.get("bom")))
    wanted = _make_filter(given)
    with open_view(ledger) as view:
        if what == "list":
            write_rows("series", _expect(filter(wanted.takes_series, view.find_series()), wanted), form)
        else:
            write_rows("statistic", _expect(filter(wanted.takes, view.find_releases()), wanted), form)
    return 0


def _expect(found: Iterable[R], wanted: SeriesFilter) -> Iterator[R]:
    """What was found. Raises NotFoundError where series were named and there is none."""
    rows = iter(found)
    first = next(rows, None)
    if first is not None:
        return chain([first], rows)
    if wanted.series:
        expected, do = get_text("error.series"), get_text("error.see_help", command="hamkor statistics")
        raise NotFoundError(" ".join(wanted.series), found=get_text("error.nothing"), expected=expected, do=do)
    return rows


def _check_given(what: str, given: Mapping[str, Any]) -> None:
    """Raises UsageError where something is given that this does nothing with, or nothing to import."""
    for name in given:
        if name not in _TAKES[what]:
            place, found = f"statistics {what}", "FILE" if name == "files" else f"--{name}"
            do = get_text("error.see_help", command="hamkor statistics")
            raise UsageError(place, found=found, expected=get_text("error.an_option"), do=do)
    if what == "import" and not ({"files", "example"} & given.keys()):
        do = get_text("error.see_help", command="hamkor statistics")
        raise UsageError("statistics import", found=get_text("error.nothing"), expected="FILE…", do=do)


def _import(given: Mapping[str, Any], ledger: str | None) -> int:
    from hamkor.read.statistics import read_statistics

    asked, failed = _make_asked(given), False
    book = open_book(ledger, create_new=True)
    files = [Path(file) for file in given.get("files", ())]
    for file in [EXAMPLE, *files] if "example" in given else files:
        try:
            table = read_statistics(file, asked)
        except HamkorError as error:
            tell(error)
            failed = True
            continue
        _keep(book, str(file), table)
        failed = failed or bool(table.wrong)
    return FAILED if failed else 0


def _keep(book: Ledger, file: str, table: Table) -> None:
    with book.writer() as writer:
        new = writer.add_statistics(table.figures)
    for error in table.wrong[:_MOST_TOLD]:
        tell(error)
    if (more := len(table.wrong) - _MOST_TOLD) > 0:
        note(get_text("demo.more", number=more))
    counted = {"number": len(table.figures), "new": new, "wrong": len(table.wrong), "left_out": table.left_out}
    note(get_text("statistics.done", place=book.place, file=file, form=table.form, **counted))


def _make_asked(given: Mapping[str, Any]) -> Asked:
    from hamkor.publish.asking import parse_area
    from hamkor.read.statistics import Asked

    period, area = given.get("period"), given.get("area")
    return Asked(
        source=given.get("source"),
        indicator=given.get("indicator"),
        ref_area=parse_area(area, "--area") if area else None,
        unit=given.get("unit"),
        period=parse_time(period, "--period") if period else None,
        released=_parse_day(given["released"]) if "released" in given else None,
        url=given.get("url"),
    )


def _parse_day(text: str) -> date:
    period = parse_time(text, "--released")
    if period.first != period.last:
        raise UsageError("--released", found=repr(text), expected="2025-11-14", do=get_text("error.write_so"))
    return period.first


def _make_filter(given: Mapping[str, Any]) -> SeriesFilter:
    from hamkor.publish.asking import parse_area
    from hamkor.publish.series import SeriesFilter

    sides = [parse_area(code, "--between") for code in given.get("between", ())]
    during: Iterable[str] = [given["during"]] if "during" in given else ()
    return SeriesFilter(
        series=tuple(str(id_).lower() for id_ in given.get("files", ())),
        source=given.get("source"),
        indicator=given.get("indicator"),
        between=(sides[0], sides[1]) if sides else None,
        during=next((parse_time(text, "--during") for text in during), None),
    )
