"""`hamkor evaluate`: how well statements are found, by language and kind, and whether floors hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hamkor.cli.command import command
from hamkor.cli.options import Whole, option
from hamkor.cli.output import open_text, write_lines
from hamkor.cli.terminal import note
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.evaluation import Evaluation

BELOW = 1


@command(
    "evaluate",
    examples=(
        "hamkor evaluate evaluation/gold",
        "hamkor evaluate evaluation/gold --errors 20 --json measures.json",
        "hamkor evaluate evaluation/gold --floors evaluation/floors-own.toml",
    ),
)
@click.argument("folder", metavar="DIR")
@option("--errors", type=Whole(0), default=0, metavar="N")
@option("--json", metavar="FILE")
@option("--floors", metavar="FILE")
def evaluate(*, folder: str, errors: int, json: str | None, floors: str | None) -> int:
    from hamkor.evaluation import evaluate as measure
    from hamkor.evaluation import load_floors, load_gold

    wanted = load_floors(Path(floors)) if floors else []
    measured = measure(load_gold(Path(folder)))
    _write(measured, errors)
    if json:
        _write_json(measured, Path(json))
    if not floors:
        return 0
    return _check(measured, wanted, floors)


def _write(measured: Evaluation, errors: int) -> None:
    from hamkor.evaluation import write_report

    for language, tally in measured.tallies():
        key = "evaluate.all" if tally is measured.total else "evaluate.one"
        title = get_text(key, number=tally.documents, language=language)
        unread = f" ({get_text('evaluate.unanswered', number=tally.unread)})" if tally.unread else ""
        write_lines(["", *write_report(title + unread, tally)])
    if measured.errors and errors:
        write_lines(["", *measured.errors[:errors]])


def _write_json(measured: Evaluation, file: Path) -> None:
    with open_text(file) as out:
        out.write(json.dumps(measured.get_measures(), indent=1, ensure_ascii=False) + "\n")


def _check(measured: Evaluation, floors: list, place: str) -> int:  # type: ignore[type-arg]
    from hamkor.evaluation import check_floors

    checked = list(check_floors(floors, measured.get_measures(), place=place))
    below = [floor for floor in checked if not floor.holds]
    for floor in below:
        name = f"{floor.language}: {floor.name}"
        note(get_text("evaluate.below", place=place, name=name, value=floor.value, floor=floor.least))
    if not below:
        note(get_text("evaluate.held", number=len(checked)))
    return BELOW if below else 0
