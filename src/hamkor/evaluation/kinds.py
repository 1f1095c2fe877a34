"""What makes a found statement the same as an annotated one, kind by kind, and which of its fields are judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hamkor.evaluation.forms import (
    Stretch,
    compare_spans,
    compare_words,
    find_days,
    fold,
    get_words,
    is_same_number,
    is_same_place,
    is_same_time,
)
from hamkor.evaluation.tally import Item

DIRECTED = frozenset({"exports", "imports", "investment"})  # figures whose two areas stand in an order
_NEAR_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """The document around two statements that are compared."""

    text: str
    published: str


Weigh = Callable[[Item, Item, Setting], float]
Judge = Callable[[Item, Item, Setting], "bool | None"]  # None: not to be judged


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of statement: its list's name, how alike two of it are, and its fields with their judges."""

    name: str
    weigh: Weigh
    fields: dict[str, Judge]


def find_stretch(item: Item, text: str) -> Stretch:
    """Where a statement stands: as it says, else where its words stand; (-1, -1) where they do not."""
    said = item.get("evidence") or {}
    if "start" in said and "end" in said:
        return int(said["start"]), int(said["end"])
    exact, at = item.get("exact") or said.get("exact") or "", -1
    for _ in range(int(item.get("nth") or 0) + 1):
        at = text.find(exact, at + 1)
        if at < 0:
            return -1, -1
    return at, at + len(exact)


def _near(gold: Item, found: Item, setting: Setting) -> float:
    return compare_spans(find_stretch(gold, setting.text), find_stretch(found, setting.text))


def _exact(found: Item) -> str:
    return (found.get("evidence") or {}).get("exact") or ""


def _same(name: str) -> Judge:
    return lambda gold, found, _: gold.get(name) == found.get(name)


# Figures: the number with its unit, near or in the same words; then everything about it.
def _weigh_figure(gold: Item, found: Item, setting: Setting) -> float:
    same = all(gold[name] == found.get(name) for name in ("measure", "unit_measure"))
    if not same or not is_same_number(gold["obs_value"], found.get("obs_value")):
        return 0.0
    near, alike = _near(gold, found, setting), fold(gold["exact"]) == fold(_exact(found))
    return 1 + near + alike if near or alike else 0.0


def _areas(item: Item, *, directed: bool) -> tuple[Any, ...]:
    pair = (item.get("ref_area"), item.get("counterpart_area"))
    return pair if directed else tuple(sorted(area for area in pair if area))


def _same_areas(gold: Item, found: Item, _: Setting) -> bool:
    directed = gold["indicator"] in DIRECTED
    return _areas(gold, directed=directed) == _areas(found, directed=directed)


def _same_period(gold: Item, found: Item, setting: Setting) -> bool:
    return is_same_time(gold.get("time_period"), found.get("time_period"), published=setting.published)


def _same_reality(gold: Item, found: Item, _: Setting) -> bool:
    """A target is not told from a forecast, only from what is."""
    return bool((gold["status"] == "actual") == (found.get("status") == "actual"))


def _same_qualifier(gold: Item, found: Item, _: Setting) -> bool:
    return bool(gold.get("qualifier", "exact") == found.get("qualifier", "exact"))


def _within_bounds(gold: Item, found: Item, _: Setting) -> bool:
    low, high = found.get("low"), found.get("high")
    return low is not None and high is not None and float(low) <= gold["obs_value"] <= float(high)


def _same_whole(gold: Item, found: Item, _: Setting) -> bool | None:
    if gold["measure"] != "share" or not gold.get("part_of"):
        return None
    whole = found.get("part_of") or {}
    return bool(whole) and _areas(gold["part_of"], directed=False) == _areas(whole, directed=False)


def is_whole_figure(gold: Item, found: Item, setting: Setting) -> bool:
    """Indicator, period, areas and status all right."""
    judges = (_same("indicator"), _same_period, _same_areas, _same_reality)
    return all(judge(gold, found, setting) for judge in judges)


# Events: the same type, near or with a participant in common.
def _weigh_event(gold: Item, found: Item, setting: Setting) -> float:
    if gold["type"] != found.get("type"):
        return 0.0
    here = {fold(name) for name in gold.get("participants", [])}
    there = {fold(_name(one)) for one in found.get("participants") or []}
    shared = len({a for a in here for b in there if a and b and (a == b or a.split()[-1] == b.split()[-1])})
    near = _near(gold, found, setting)
    return 1 + near + shared if near or shared else 0.0


def _name(participant: str | Item) -> str:
    if isinstance(participant, str):
        return participant
    return participant.get("name") or participant.get("area") or ""


def _same_date(gold: Item, found: Item, setting: Setting) -> bool:
    return is_same_time(gold.get("date"), found.get("date"), published=setting.published)


def _same_place(gold: Item, found: Item, _: Setting) -> bool:
    return is_same_place(gold.get("place_code"), found.get("place_code"))


# Promises: near or in like words; the sector decides between two.
def _weigh_promise(gold: Item, found: Item, setting: Setting) -> float:
    exact = _exact(found)
    near = max(_near(gold, found, setting), compare_words(gold["exact"], exact) if exact else 0.0)
    return near + (gold["sector"] == found.get("sector")) if near >= _NEAR_ENOUGH else 0.0


def _same_due(gold: Item, found: Item, _: Setting) -> bool | None:
    """The last day counts; where neither says one, there is nothing to judge."""
    if not gold.get("due") and not found.get("due"):
        return None
    here, there = find_days(gold.get("due")), find_days(found.get("due"))
    return (here and here[1]) == (there and there[1])


def _same_parties(gold: Item, found: Item, _: Setting) -> bool:
    return set(map(fold, gold.get("parties", []))) == set(map(fold, found.get("parties") or []))


# People: the same name in any order; else the same last part and first letter.
def _weigh_person(gold: Item, found: Item, _: Setting) -> float:
    here, there = fold(gold["name"]).split(), fold(found.get("name")).split()
    if not here or not there:
        return 0.0
    if here == there or set(here) == set(there):
        return 2.0
    return 1.0 if here[-1] == there[-1] and here[0][0] == there[0][0] else 0.0


# Organisations: half the words in common, or any where they stand at the same place.
def _weigh_organisation(gold: Item, found: Item, setting: Setting) -> float:
    here, there = get_words(gold["name"]), get_words(found.get("name") or "")
    alike, near = len(here & there) / max(1, len(here | there)), _near(gold, found, setting)
    return near + alike if alike >= _NEAR_ENOUGH or (alike and near >= 0.3) else 0.0


def _same_speaker(gold: Item, found: Item, _: Setting) -> bool | None:
    """Judged where both name one, or both none."""
    here, there = gold.get("speaker"), found.get("speaker")
    if fold(here) == fold(there):
        return True
    return compare_words(here, there) >= _NEAR_ENOUGH if here and there else None


KINDS = (
    Kind(
        "observations",
        _weigh_figure,
        {
            "indicator": _same("indicator"),
            "time_period": _same_period,
            "areas": _same_areas,
            "status": _same_reality,
            "qualifier": _same_qualifier,
            "bounds": _within_bounds,
            "part_of": _same_whole,
        },
    ),
    Kind("events", _weigh_event, {"date": _same_date, "place_code": _same_place, "status": _same("status")}),
    Kind(
        "commitments",
        _weigh_promise,
        {"sector": _same("sector"), "stage": _same("stage"), "due": _same_due, "parties": _same_parties},
    ),
    Kind("people", _weigh_person, {"position": _same("position"), "area": _same("area")}),
    Kind("organisations", _weigh_organisation, {}),
    Kind("quotations", _near, {"speaker": _same_speaker}),
)
WHOLE_FIGURES = "observations (all fields)"
