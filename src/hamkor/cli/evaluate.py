"""`hamkor evaluate`: how well statements are found, by language and kind, and whether floors hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hamkor.cli.command import command
from hamkor.cli.options import Whole, option
from hamkor.cli.output import open_text, write_lines
from hamkor.cli.terminal import note
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.evaluation import Evaluation, Measures

BELOW = 1
_LINES = ".jsonl"  # a file of annotated documents, as `hamkor export review` writes it; others hold cases of checks


@command(
    "evaluate",
    examples=(
        "hamkor evaluate evaluation/gold",
        "hamkor evaluate evaluation/gold --errors 20 --json measures.json",
        "hamkor evaluate evaluation/gold --floors evaluation/floors-own.toml",
        "hamkor evaluate evaluation/checks/own.json --errors 20",
        "hamkor evaluate evaluation/wordings/ru --errors 20",
        "hamkor evaluate evaluation/stories --errors 20",
    ),
)
@click.argument("folder", metavar="DIR|FILE")
@option("--errors", type=Whole(0), default=0, metavar="N")
@option("--json", metavar="FILE")
@option("--floors", metavar="FILE")
def evaluate(*, folder: str, errors: int, json: str | None, floors: str | None) -> int:
    from hamkor.evaluation import load_floors

    wanted, place = load_floors(Path(floors)) if floors else [], Path(folder)
    measured = _check_cases(place, errors) if place.is_file() and place.suffix != _LINES else _measure(place, errors)
    if json:
        _write_json(measured, Path(json))
    if not floors:
        return 0
    return _check(measured, wanted, floors)


def _measure(folder: Path, errors: int) -> dict[str, Measures]:
    from hamkor.evaluation import evaluate as measure
    from hamkor.evaluation import find_frames, load_gold, load_stories

    if framed := find_frames(folder):
        return {place.name: _read_frames(place, errors) for place in framed}
    if stories := load_stories(folder):
        return _measure_stories(stories, errors)
    measured = measure(load_gold(folder))
    _write(measured, errors)
    return measured.get_measures()


def _read_frames(folder: Path, errors: int) -> Measures:
    """A folder of frames holds sentences that say one thing in many ways."""
    from hamkor.evaluation import load_fillers, load_frames, read_frames

    read = read_frames(load_frames(folder), load_fillers(folder))
    write_lines(["", *read.write_report(folder.name), *read.errors[:errors]])
    return read.get_measures()


def _measure_stories(stories: list[dict[str, Any]], errors: int) -> dict[str, Measures]:
    """A folder holds stories."""
    from hamkor.evaluation import evaluate_stories, get_story_measures, write_story_report

    made = evaluate_stories(stories)
    write_lines([*write_story_report(made), *made["all"].errors[:errors]])
    return get_story_measures(made)


def _check_cases(file: Path, errors: int) -> dict[str, Measures]:
    """A file holds cases of checks."""
    from hamkor.evaluation import check_cases, load_cases

    made = check_cases(load_cases(file))
    write_lines([*made.write_report(), *made.errors[:errors]])
    return {"checks": made.get_measures()}


def _write(measured: Evaluation, errors: int) -> None:
    from hamkor.evaluation import write_report

    for language, tally in measured.tallies():
        key = "evaluate.all" if tally is measured.total else "evaluate.one"
        title = get_text(key, number=tally.documents, language=language)
        unread = f" ({get_text('evaluate.unanswered', number=tally.unread)})" if tally.unread else ""
        write_lines(["", *write_report(title + unread, tally)])
    if measured.errors and errors:
        write_lines(["", *measured.errors[:errors]])


def _write_json(measured: dict[str, Measures], file: Path) -> None:
    with open_text(file) as out:
        out.write(json.dumps(measured, indent=1, ensure_ascii=False) + "\n")


def _check(measured: dict[str, Measures], floors: list, place: str) -> int:  # type: ignore[type-arg]
    from hamkor.evaluation import check_floors

    checked = list(check_floors(floors, measured, place=place))
    below = [floor for floor in checked if not floor.holds]
    for floor in below:
        name = f"{floor.language}: {floor.name}"
        note(get_text("evaluate.below", place=place, name=name, value=floor.value, floor=floor.least))
    if not below:
        note(get_text("evaluate.held", number=len(checked)))
    return BELOW if below else 0
