"""The forms in which what was annotated and what was found are compared."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, timedelta

_APOSTROPHES = re.compile(r"[ʻʼ‘’`´']")
_QUOTATION_MARKS = re.compile(r"[«»“”„\"]")
_EDGE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NOW = timedelta(days=31)  # before publication: what a text without a date may mean
_CLOSE = 0.005  # two numbers are the same within half a percent
_STEM, _LONG, _TIMES_LONGER = 6, 2, 3

Days = tuple[str, str]
Stretch = tuple[int, int]


def fold(text: str | None) -> str:
    """One case, one kind of apostrophe and of space, no quotation marks, nothing but letters and digits at the ends.

    >>> fold(" «Оʼзбекистон»,  АҚШ. ")
    "о'збекистон, ақш"
    """
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", text or "")).casefold().replace("ё", "е")
    return re.sub(r"\s+", " ", _QUOTATION_MARKS.sub("", plain)).strip(" .,;:!?()-–—")


def find_days(period: str | None) -> Days | None:
    """First and last day of an ISO 8601 day, month, year or two of them; None where it is none.

    >>> find_days("2025-01/2025-09"), find_days("soon")
    (('2025-01-01', '2025-09-30'), None)
    """
    edges = (period or "").split("/")
    if not period or len(edges) > 2:
        return None
    first, last = _find_edge(edges[0], last=False), _find_edge(edges[-1], last=True)
    return (first, last) if first and last else None


def _find_edge(text: str, *, last: bool) -> str | None:
    found = _EDGE.fullmatch(text.strip()[:10])
    if not found:
        return None
    year, month, day = found.groups()
    if day:
        return f"{year}-{month}-{day}"
    if not month:
        return f"{year}-12-31" if last else f"{year}-01-01"
    return f"{year}-{month}-{_count_days(int(year), int(month)) if last else 1:02d}"


def _count_days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 31


def is_same_time(one: str | None, other: str | None, *, published: str) -> bool:
    """The same days; or only one is said and it lies within the month before publication, which is "now"."""
    here, there = find_days(one), find_days(other)
    if (one and not here) or (other and not there):
        return False
    if here == there:
        return True
    said, publication = here or there, find_days(published)
    if (here and there) or not said or not publication:
        return False
    day = date.fromisoformat(publication[0])
    return (day - _NOW).isoformat() <= said[1] and said[0] <= (day + timedelta(days=1)).isoformat()


def is_same_place(one: str | None, other: str | None) -> bool:
    """The same code, or a country and one of its regions."""
    if one == other:
        return True
    return bool(one and other) and (_country(one) == other or _country(other) == one)


def _country(code: str | None) -> str:
    return (code or "").split("-")[0]


def is_same_number(one: object, other: object) -> bool:
    try:
        here, there = float(one), float(other)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return abs(here - there) <= _CLOSE * max(abs(here), abs(there), 1e-9)


def compare_spans(one: Stretch, other: Stretch) -> float:
    """Shared characters over the shorter stretch, or over a third of the longer where that is more; 0 if not there."""
    if one[0] < 0 or other[0] < 0:
        return 0.0
    short, long = sorted((one[1] - one[0], other[1] - other[0]))
    return max(0.0, (min(one[1], other[1]) - max(one[0], other[0])) / max(1, short, long / _TIMES_LONGER))


def get_words(text: str) -> set[str]:
    """The words of more than two letters, their first six, so that cases are alike."""
    return {word[:_STEM] for word in re.findall(r"\w+", fold(text)) if len(word) > _LONG}


def compare_words(one: str, other: str) -> float:
    """Shared words over those of the shorter text, or over a third of those of the longer where that is more."""
    here, there = get_words(one), get_words(other)
    short, long = sorted((len(here), len(there)))
    return len(here & there) / max(1, short, long / _TIMES_LONGER)
