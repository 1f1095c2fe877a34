"""`hamkor language`: looks the folder of a language through, or begins a new one."""

from __future__ import annotations

import re
from pathlib import Path

import click

from hamkor.cli.command import command
from hamkor.cli.options import OneOf, option
from hamkor.cli.output import write_lines
from hamkor.cli.terminal import note
from hamkor.errors import UsageError
from hamkor.messages import get_text, tell_error

AMISS = 1
_CODE = re.compile(r"[a-z]{2,3}")


@command(
    "language",
    examples=("hamkor language new ky", "hamkor language check en"),
)
@click.argument("what", metavar="check|new", type=OneOf(("check", "new")))
@click.argument("target", metavar="FOLDER|CODE")
@option("--output", metavar="FILE")
def language(*, what: str, target: str, output: str | None) -> int:
    if what == "check":
        return _check(_find(target))
    if not _CODE.fullmatch(target):
        expected, do = get_text("error.language_code"), get_text("error.write_so")
        raise UsageError("hamkor language new", found=repr(target), expected=expected, do=do)
    _write(Path(output or target))
    return 0


def _find(target: str) -> Path:
    """The folder of this path, else that of the language with this code. Raises UsageError where there is neither."""
    from hamkor.grammar.language import list_folders

    if Path(target).is_dir():
        return Path(target)
    for folder in list_folders():
        if folder.name == target:
            return folder
    expected, do = get_text("error.language"), get_text("error.other_folder")
    raise UsageError(target, found=get_text("error.nothing"), expected=expected, do=do)


def _check(folder: Path) -> int:
    from hamkor.evaluation.folders import check_folder, find_empty

    problems = check_folder(folder)
    left = [] if problems else find_empty(folder)
    if problems or left:
        write_lines([tell_error(problem) for problem in (*problems, *left)])
    ending = "language.amiss" if problems else "language.left" if left else "language.whole"
    note(get_text(ending, folder=str(folder), number=len(problems or left)))
    return AMISS if problems else 0


def _write(folder: Path) -> None:
    from hamkor.evaluation.new_folder import write_folder

    files = write_folder(folder)
    write_lines([str(file) for file in files])
    note(get_text("language.new", folder=str(folder), number=len(files)))
