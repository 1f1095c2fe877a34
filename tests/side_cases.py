"""Texts with a figure asked for and whose it is: tables that several tests walk."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from hamkor.model import Document, Observation
from hamkor.pipeline import read_document


class Case(NamedTuple):
    """A text and the figure asked for, with the areas that are wanted; an empty counterpart is none."""

    language: str
    title: str
    text: str
    figure: str
    ref: str
    counterpart: str


def load_cases(table: Path) -> list[Case]:
    """The rows of a table below its two lines of heading."""
    lines = table.read_text(encoding="utf-8").splitlines()[2:]
    return [Case(*line.split("\t")) for line in lines]


def name_case(case: Case) -> str:
    return f"{case.language}: {case.figure}, {case.ref}"


def find_figures(text: str, title: str, published: str | None = None) -> dict[str, Observation]:
    """The figures of a text by their words."""
    document = Document(id="x", text=text, title=title, published=published, digest="0")
    return {o.evidence.exact: o for o in read_document(document).statements.observations}


def load_rows(table: Path) -> list[dict[str, str]]:
    """The rows of a table whose first line names its columns."""
    with table.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def name_row(row: dict[str, str]) -> str:
    return f"{row['why']}: {row['figure']}"


def find_sides(case: Case) -> tuple[str | None, str | None]:
    """The sides that are read of the figure asked for."""
    text = case.text.replace("\\n", "\n\n")
    read = read_document(Document(id="x", title=case.title, text=text, digest="0"))
    found = [o for o in read.statements.observations if case.figure.startswith(o.evidence.exact)]
    assert len(found) == 1, [o.evidence.exact for o in read.statements.observations]
    return found[0].ref_area, found[0].counterpart_area


def tell_row(row: dict[str, str], published: str) -> tuple[dict[str, str], dict[str, str]]:
    """What is read of the figure that a row asks for, and what is wanted; `-` is none. Paragraphs are parted by |."""
    found = find_figures(row["text"].replace("|", "\n\n"), row["title"], published)
    assert row["figure"] in found, list(found)
    wanted = dict(pair.split("=") for pair in row["fields"].split(";"))
    return {name: str(getattr(found[row["figure"]], name) or "-") for name in wanted}, wanted
