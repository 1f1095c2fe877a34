"""What lies within what: a time within a longer one, a region within its country."""

from __future__ import annotations

from hamkor.model import Period
from hamkor.verify.figure import MUTUAL, Figure

_MONTH_DAYS = 27  # from its first day to its last, at the least
# Whose they are is told as of either side first: «companies with capital of A in B».
_EITHER = MUTUAL | {"enterprises"}


def find_nesting(time: Period, period: Period) -> bool | None:
    """Whether a time holds another one (True), or lies within it (False), a month long at least; None for neither.

    >>> find_nesting(Period("2025"), Period("2025-01", "2025-09")), find_nesting(Period("2025"), Period("2025"))
    (True, None)
    """
    if period.first <= time.first and time.last <= period.last:
        return False if time != period and _is_long(time) else None
    return True if time.first <= period.first and period.last <= time.last and _is_long(period) else None


def _is_long(time: Period) -> bool:
    return (time.last - time.first).days >= _MONTH_DAYS


def holds(whole: Figure, part: Figure) -> bool:
    """Whether each side of the whole holds one side of the part, and it is not the same.

    Figures that count the same (`Figure.what`) hold and are held alike.
    """
    pairs = [((whole.ref, part.ref), (whole.counterpart, part.counterpart))]
    if whole.indicator in _EITHER:
        pairs.append(((whole.ref, part.counterpart), (whole.counterpart, part.ref)))
    return any(all(_is_within(p, w) for w, p in pair) and any(w != p for w, p in pair) for pair in pairs)


def _is_within(part: str | None, whole: str | None) -> bool:
    return part == whole or bool(part and whole and part.startswith(f"{whole}-"))
