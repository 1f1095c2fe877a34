"""Where rows go and in which form: a table on a terminal, JSON Lines in a pipe, or what was asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from hamkor.cli.options import option
from hamkor.cli.terminal import get_width, is_terminal, wants_colour
from hamkor.errors import HamkorError, UsageError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.publish.table import Field

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "json", "jsonl", "csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Form:
    """How an answer is to be written.

    format  one of FORMATS
    file    where to; None for standard output
    bom     whether CSV begins with a byte order mark
    """

    format: str
    file: Path | None
    bom: bool

    @property
    def colours(self) -> bool:
        return self.file is None and wants_colour(sys.stdout)


def output_options(function: F) -> F:
    """`--format`, `--output`, `--bom`."""
    function = option("--bom", is_flag=True)(function)
    function = option("--output", metavar="FILE")(function)
    return option("--format", choices=FORMATS, metavar="|".join(FORMATS))(function)


def choose_form(format: str | None, output: str | None, bom: bool = False) -> Form:
    """The form asked for; else what the file's name says; else a table on a terminal and JSON Lines in a pipe.

    Raises UsageError where XLSX would go to a terminal.
    """
    file = Path(output) if output and output != "-" else None
    named = file.suffix.lower().lstrip(".") if file else ""
    chosen = format or (named if named in FORMATS else "table" if not file and is_terminal(sys.stdout) else "jsonl")
    if chosen == "xlsx" and file is None and is_terminal(sys.stdout):
        found, do = get_text("error.xlsx_here"), get_text("error.name_output")
        raise UsageError("--format xlsx", found=found, expected=get_text("error.a_file"), do=do)
    return Form(chosen, file, bom)


def write_rows(kind: str, rows: Iterable[Any], form: Form, more: Sequence[Field] = ()) -> None:
    """Write rows of the ledger: statements of one kind, documents, official series or their values.

    more  columns that only a table has
    """
    from hamkor.publish.columns import COLUMNS
    from hamkor.publish.writers import write_csv, write_xlsx

    if form.format == "xlsx":
        with open_bytes(form.file) as sheet:
            write_xlsx(COLUMNS[kind], rows, sheet, title=get_text(f"kind.{kind}"))
    elif form.format == "csv":
        with open_text(form.file) as out:
            write_csv(COLUMNS[kind], rows, out, bom=form.bom)
    elif form.format == "table":
        _write_table(kind, rows, form, more)
    else:
        from hamkor.publish.plain_rows import get_writer

        write_plain(map(get_writer(kind), rows), form)


def write_plain(objects: Iterable[Any], form: Form) -> None:
    """Write plain objects as JSON or JSON Lines."""
    from hamkor.publish.plain import write_json, write_jsonl

    with open_text(form.file) as out:
        (write_json if form.format == "json" else write_jsonl)(objects, out)


def _write_table(kind: str, rows: Iterable[Any], form: Form, more: Sequence[Field]) -> None:
    from hamkor.publish.listing import get_fields
    from hamkor.publish.screen import Paint
    from hamkor.publish.table import write_table

    fields = get_fields(kind, more, counted=True)
    lines = write_table(fields, rows, width=get_width(), paint=Paint(form.colours))
    write_lines(lines, form.file)


def write_lines(lines: Iterable[str], file: Path | None = None) -> None:
    """Write lines; where there are none, say so beside."""
    from hamkor.cli.terminal import note

    written = 0
    with open_text(file) as out:
        for line in lines:
            written += out.write(line + "\n")
    if not written:
        note(get_text("list.nothing"))


@contextmanager
def open_text(file: Path | None) -> Iterator[IO[str]]:
    if file is None:
        yield sys.stdout
        return
    with open_bytes(file) as raw:
        import io

        text = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def open_bytes(file: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that appears when it is whole; what stood there before is kept until then."""
    if file is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    try:
        handle, name = tempfile.mkstemp(prefix=".hamkor-", dir=file.parent)
    except OSError as error:
        expected, do = get_text("error.a_place"), get_text("error.other_file")
        raise HamkorError(str(file), found=error.strerror or str(error), expected=expected, do=do) from error
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        os.chmod(name, 0o666 & ~_get_umask())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _get_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
