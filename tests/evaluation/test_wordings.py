"""Frames of sentences: filled from tables, read, and held against the fields they want."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hamkor.errors import HamkorError
from hamkor.evaluation import load_fillers, load_frames, read_frames

COUNTRIES = "is\tgen\tto\nKZ\tKazakhstan\tKazakhstan\nUZ\tUzbekistan\tUzbekistan\n"
TEXT = "exports of {country:a.gen} to {country:b.to} reached $20 million in 2024."
WANTED = "indicator=exports;ref_area={country:a};counterpart_area={country:b};obs_value=20000000;time_period=2024"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "country.tsv").write_text(COUNTRIES, "utf-8")
    return tmp_path


def write(folder: Path, *rows: tuple[str, str, str]) -> None:
    lines = ["kind\ttext\tfields", *("\t".join(row) for row in rows)]
    (folder / "frames.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def read(folder: Path) -> Any:
    return read_frames(load_frames(folder), load_fillers(folder), each=2)


def test_a_frame_is_filled_with_rows_that_differ_and_read(folder: Path) -> None:
    write(folder, ("observations", TEXT, WANTED))
    wordings = read(folder)
    assert wordings.get_measures() == {"observations": 1.0}
    assert (wordings.made.total(), wordings.errors) == (2, [])


def test_what_is_wrong_missed_or_false_is_told(folder: Path) -> None:
    write(
        folder,
        ("observations", TEXT, WANTED.replace("indicator=exports", "indicator=imports")),
        ("observations", TEXT, WANTED + " | indicator=tourists"),
        ("observations", TEXT, "-"),
    )
    wordings = read(folder)
    assert wordings.get_measures() == {"observations": 0.0}
    assert set(wordings.wrong) == {"indicator imports → exports", "missed tourists", "false «$20 million»"}
    assert wordings.errors[0].startswith("Exports of ")


def test_lists_and_wholes_are_fields_like_others(folder: Path) -> None:
    share = "in 2024 {country:a.gen} accounted for 12 percent of the foreign trade of {country:b.gen}."
    write(folder, ("observations", share, "measure=share;part_of=trade_turnover/{country:b}/-"))
    assert read(folder).get_measures() == {"observations": 1.0}


def test_a_bad_row_is_refused_with_its_place(folder: Path) -> None:
    write(folder, ("observations", "a\tb", "c"))
    with pytest.raises(HamkorError, match=r"frames\.tsv:2"):
        read(folder)
