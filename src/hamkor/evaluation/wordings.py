"""One thing said in many ways: frames of sentences, filled from tables, whose statements are known beforehand.

A folder holds `frames.tsv` (kind of statement, text, fields of the statements wanted, perhaps a title) and tables of
what may fill them.
A table's column `is` says what a row means in the fields; the other columns are the forms that stand in texts.
`{country.gen}` takes the form `gen` of a row of `country.tsv`; `{country:a.gen}` and `{country:b.gen}` are two rows.
Gold documents tell how well a page is read; frames tell which way of saying a thing is not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from typing import Any

from hamkor.evaluation.kinds import DIRECTED
from hamkor.evaluation.report import Measures
from hamkor.model import Document
from hamkor.pipeline import read_document
from hamkor.text.tables import read_table

PUBLISHED = "2025-11-20"
Row = Mapping[str, str]
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?(?:\.(\w+))?\}")
_OPENS = re.compile(r"(?:[.!?] |\\n)$")  # what stands before the first word of a sentence
_NONE = "-"
_AHEAD = {"target", "forecast"}  # not told apart
_SIDES = ("ref_area", "counterpart_area")
_MOST = 12  # fields told in a report


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A way of saying something. `wanted` holds, for each statement, the fields that it must have."""

    kind: str
    text: str
    wanted: tuple[Row, ...]
    title: str | None = None


@dataclass(slots=True)
class Wordings:
    """How often each frame was read as wanted, and what was read in place of what."""

    right: Counter[Frame] = field(default_factory=Counter)
    made: Counter[Frame] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def get_measures(self) -> Measures:
        """The share of texts read as wanted, by kind of statement."""
        kinds = dict.fromkeys(frame.kind for frame in self.made)
        return {kind: round(_count(self.right, kind) / _count(self.made, kind), 4) for kind in kinds}

    def write_report(self, title: str) -> Iterator[str]:
        """By kind, then the fields that are wrong most often."""
        yield title
        for kind, share in self.get_measures().items():
            yield f"{kind:28}{share:9.3f}   {_count(self.right, kind)}/{_count(self.made, kind)}"
        yield from (f"{number:5}  {what}" for what, number in self.wrong.most_common(_MOST))


def _count(counted: Counter[Frame], kind: str) -> int:
    return sum(number for frame, number in counted.items() if frame.kind == kind)


def find_frames(folder: Path) -> list[Path]:
    """The folders of frames in and under a folder."""
    return sorted(file.parent for file in folder.glob("**/frames.tsv"))


def load_frames(folder: Path) -> list[Frame]:
    """Raises HamkorError for a bad row."""
    rows = read_table(folder / "frames.tsv")
    return [Frame(row["kind"], row["text"], _parse_wanted(row["fields"]), row.get("title") or None) for row in rows]


def load_fillers(folder: Path) -> dict[str, Sequence[Row]]:
    return {file.stem: read_table(file) for file in sorted(folder.glob("*.tsv")) if file.stem != "frames"}


def _parse_wanted(fields: str) -> tuple[Row, ...]:
    parts = [part for part in fields.split(" | ") if part.strip(" -")]
    return tuple(dict(pair.strip().split("=", 1) for pair in part.split(";") if pair.strip()) for part in parts)


def read_frames(frames: Sequence[Frame], fillers: Mapping[str, Sequence[Row]], *, each: int = 3) -> Wordings:
    """Read `each` fillings of every frame; the same ones each time."""
    wordings = Wordings()
    for frame in frames:
        for number in range(each):
            _read_filled(frame, _choose(frame, fillers, number), wordings)
    return wordings


def _choose(frame: Frame, fillers: Mapping[str, Sequence[Row]], number: int) -> dict[tuple[str, str], Row]:
    """A row for each slot; two slots of one table get rows that mean different things."""
    chosen: dict[tuple[str, str], Row] = {}
    for table, label, _ in _SLOT.findall(f"{frame.text} {frame.title or ''}"):
        if (table, label) not in chosen:
            taken = {row["is"] for (other, _), row in chosen.items() if other == table}
            rows = [row for row in fillers[table] if row["is"] not in taken]
            seed = int(sha256(f"{frame.text}{table}{label}".encode()).hexdigest(), 16)
            chosen[table, label] = rows[(seed + number) % len(rows)]
    return chosen


def _fill(text: str, chosen: Mapping[tuple[str, str], Row]) -> str:
    """What opens a sentence gets a capital letter."""

    def put(slot: re.Match[str]) -> str:
        said = chosen[slot[1], slot[2] or ""][slot[3] or "is"]
        return said[:1].upper() + said[1:] if _OPENS.search(text, 0, slot.start()) else said

    return _SLOT.sub(put, text)


def _read_filled(frame: Frame, chosen: Mapping[tuple[str, str], Row], wordings: Wordings) -> None:
    text = _fill(frame.text, chosen)
    text = (text[:1].upper() + text[1:]).replace("\\n", "\n").replace("..", ".")
    wanted = [{name: _fill(said, chosen) for name, said in row.items()} for row in frame.wanted]
    title = _fill(frame.title, chosen) if frame.title else None
    wrong = list(_compare(wanted, _find(frame.kind, text, title)))
    wordings.made[frame] += 1
    wordings.right[frame] += not wrong
    wordings.wrong.update(wrong)
    if wrong:
        wordings.errors.append(f"{text}\n      {frame.kind}: {', '.join(wrong)}")


def _find(kind: str, text: str, title: str | None) -> list[Any]:
    digest = sha256(text.encode()).hexdigest()
    document = Document(id="frame", text=text, digest=digest, title=title, published=PUBLISHED)
    return list(getattr(read_document(document).statements, kind))


def _compare(wanted: Sequence[Row], found: list[Any]) -> Iterator[str]:
    """What is wrong. Each statement wanted is held against the one found that is most like it."""
    for row in wanted:
        if not found:
            yield "missed " + " ".join(row.values())[:60]
            continue
        best = min(found, key=lambda statement: sum(1 for _ in _differ(row, statement)))
        found.remove(best)
        yield from _differ(row, best)
    yield from (f"false «{statement.evidence.exact[:60]}»" for statement in found)


def _differ(row: Row, statement: Any) -> Iterator[str]:
    for name, said in row.items():
        told = _tell(getattr(statement, name))
        mirrored = name in _SIDES and _is_mirrored(row, statement)
        if not (_is_same(said, told) or mirrored or (name == "part_of" and _is_same_whole(said, told))):
            yield f"{name} {said} → {told}"


def _is_mirrored(row: Row, statement: Any) -> bool:
    """Whether a mutual figure tells its two sides the other way round: their order is not judged."""
    told = [_tell(getattr(statement, name)) for name in _SIDES]
    return row.get("indicator") not in DIRECTED and [row.get(name) for name in _SIDES] == told[::-1]


def _is_same_whole(said: str, told: str) -> bool:
    """Whether two wholes have the same indicator and sides; the order of the sides is not judged."""
    (what, *sides), (other, *others) = said.split("/"), told.split("/")
    return what == other and sorted(sides) == sorted(others)


def _tell(value: object) -> str:
    match value:
        case None:
            return _NONE
        case tuple():
            return ",".join(sorted(getattr(item, "name", None) or str(item) for item in value)) or _NONE
        case _ if hasattr(value, "counterpart_area"):
            return "/".join(_tell(getattr(value, name)) for name in ("indicator", "ref_area", "counterpart_area"))
        case _:
            return str(value)


def _is_same(said: str, told: str) -> bool:
    if said == told or {said, told} == _AHEAD or sorted(said.split(",")) == sorted(told.split(",")):
        return True
    try:
        return Decimal(said) == Decimal(told)
    except InvalidOperation:
        return False
