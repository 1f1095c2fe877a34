"""`hamkor evaluate` on a folder of frames."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def test_frames_are_measured_and_held_against_floors(run: Any, tmp_path: Path) -> None:
    text = "exports of {country.of} reached $20 million in 2024."
    wanted = "indicator=exports;ref_area={country};obs_value=20000000;time_period=2024"
    (tmp_path / "country.tsv").write_text("is\tof\nKZ\tKazakhstan\nUZ\tUzbekistan\n", "utf-8")
    (tmp_path / "frames.tsv").write_text(f"kind\ttext\tfields\nobservations\t{text}\t{wanted}\n", "utf-8")
    (tmp_path / "floors.toml").write_text(f'["{tmp_path.name}"]\nobservations = 1.0\n')
    shown = run("evaluate", str(tmp_path), "--floors", str(tmp_path / "floors.toml"))
    assert shown.status == 0, shown.err
    assert "3/3" in shown.out
