"""What makes a conflict doubtful: that our reading is wrong is more likely than that the text is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hamkor.model import Interval, Verdict
from hamkor.model.verdict import Amount, explain
from hamkor.verify.figure import Figure

_FAR_TIMES = 3  # so many times apart two levels are not of one thing
_FAR_CHAIN = 2  # and those of a chain, in each step of which one may be of something else
_FAR_POINTS = 30  # so many points apart two changes
_SLIPS = (Decimal(10), Decimal(1000))  # a slip of the text: a mark or a scale misprinted («млрд» for «млн»)
_ENDLESS = Decimal("1e24")
_NEAR = 160  # characters between figures that are told together
_OF_LEVELS = frozenset({"same_figure", "containment", "cumulation", "sum"})
_OF_TWO = frozenset({"growth", "multiple", "change_abs", "share"})
Doubt = Callable[[Figure, Verdict, Sequence[Figure], Collection[str]], bool]


def is_of_group(figure: Figure, told: Verdict, against: Sequence[Figure], grouped: Collection[str]) -> bool:
    """One is of a group of countries, which no code names, the other of all the world.

    Partners listed as parts of a group's trade are of the group, too («со странами …, в том числе с Казахстаном»).
    """
    levels = (f for f in (figure, *against) if f.is_level and not f.is_row)
    return told.check != "parts" and len({f.id in grouped for f in levels}) > 1


def is_far_level(figure: Figure, told: Verdict, against: Sequence[Figure], grouped: Collection[str]) -> bool:
    """Levels so far apart are hardly of one thing, unless one is printed a thousand times too large."""
    computed = get_computed(told, against)
    if told.check not in _OF_LEVELS or computed is None:
        return False
    return is_far(computed, figure.bounds, _FAR_TIMES) and not _is_slip(computed, figure.bounds)


def is_far_change(figure: Figure, told: Verdict, against: Sequence[Figure], grouped: Collection[str]) -> bool:
    """A change or a share far from what two levels give that are told elsewhere: it is hardly of these."""
    computed = get_computed(told, against)
    if told.check not in _OF_TWO or computed is None or _are_together(figure, against):
        return False
    return is_far_from(figure, computed, _FAR_TIMES)


def is_of_no_time(figure: Figure, told: Verdict, against: Sequence[Figure], grouped: Collection[str]) -> bool:
    """Two tellings of no time and of one side alone («50 hectares») need not be of one thing, unless they agree."""
    return told.check == "same_figure" and figure.period is None and figure.counterpart is None


# Name of the text that tells it → doubt.
DOUBTS: dict[str, Doubt] = {
    "doubt_group": is_of_group,
    "doubt_level": is_far_level,
    "doubt_change": is_far_change,
    "doubt_news": is_of_no_time,
}


def heed_doubts(figure: Figure, told: Verdict, against: Sequence[Figure], grouped: Collection[str]) -> Verdict:
    """The verdict itself, or `unchecked` with the reason where a conflict rests on readings that are not sure.

    against  the figures that it was held against
    grouped  ids of figures that are of a group of countries
    """
    if told.verdict != "conflicts":
        return told
    name = next((name for name, doubt in DOUBTS.items() if doubt(figure, told, against, grouped)), None)
    return replace(told, verdict="unchecked", reason=explain(name, told=told.reason)) if name else told


def is_doubtful_end(figure: Figure, computed: Interval) -> bool:
    """Whether what a chain gives is so far from the figure that closes it that a link is hardly of the same thing.

    So it is where the chain gives no end to what the figure could be.
    """
    if computed.width > _ENDLESS:
        return True
    return is_far_from(figure, computed, _FAR_CHAIN)


def is_far_from(figure: Figure, computed: Interval, times: int) -> bool:
    if figure.measure == "change":
        return max(computed.low - figure.bounds.high, figure.bounds.low - computed.high) > _FAR_POINTS
    return is_far(computed, figure.bounds, times)


def is_far(one: Interval, other: Interval, times: int) -> bool:
    """Whether any number of one is more than so many times any of the other; of different signs they are, too."""
    less, more = sorted((one, other), key=lambda bounds: bounds.high)
    return more.low > 0 and more.low > less.high * times


def _is_slip(one: Interval, other: Interval) -> bool:
    less, more = sorted((one, other), key=lambda bounds: bounds.high)
    return any(Interval(less.low * by, less.high * by).meets(more) for by in _SLIPS)


def get_computed(told: Verdict, against: Sequence[Figure]) -> Interval | None:
    """What the figure would be by what it was held against; None where that is more than one number."""
    if told.reason.name in ("exceeds", "told"):
        return against[0].bounds
    result = dict(told.reason.parts).get("result")
    return result.bounds if isinstance(result, Amount) else None


def _are_together(figure: Figure, against: Sequence[Figure]) -> bool:
    """Whether a text tells all of them one right after the other; rows of statistics stand nowhere."""
    told = sorted((f for f in (figure, *against) if not f.is_row), key=lambda f: f.start)
    one_teller = all(f.teller == figure.teller for f in told)
    return one_teller and all(after.start - f.end <= _NEAR for f, after in pairwise(told))
