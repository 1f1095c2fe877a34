"""Known holders of offices, whom texts name without their country: office_holders.tsv."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hamkor.grammar import Language
from hamkor.text.fold import fold

_EVER = 9999


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of office_holders.tsv, the name folded; `first` and `last` year for which a source tells of the office."""

    name: str
    position: str
    area: str
    first: int
    last: int


def find_holder(
    language: Language, name: str, *, year: int | None, position: str | None = None, area: str | None = None
) -> Holder | None:
    """The known holder of this name: in full, or the only one of this surname whose initial fits.

    year            the year that the text is of; None where unknown: then any year fits
    position, area  what the text says of the office and its area; None where it says nothing
    """
    holders: Mapping[str, Sequence[Holder]] = language.remember("office holders", _load_holders)
    first, _, last = fold(name).rpartition(" ")
    for holder in holders.get(last, ()):
        in_time = year is None or holder.first <= year <= holder.last
        given = first.partition(" ")[0]  # a patronymic may stand after it
        named = not first or holder.name.partition(" ")[0] == given
        fits = holder.name == fold(name) or named or (first.endswith(".") and holder.name[0] == first[0])
        if fits and in_time and position in (None, holder.position) and area in (None, holder.area):
            return holder
    return None


def _load_holders(language: Language) -> dict[str, list[Holder]]:
    holders: dict[str, list[Holder]] = {}
    for row in language.get_rows("office_holders"):
        name = fold(row["name"])
        holder = Holder(name, row["position"], row["area"], int(row["from"] or 0), int(row["to"] or _EVER))
        holders.setdefault(name.rpartition(" ")[2], []).append(holder)
    return holders
