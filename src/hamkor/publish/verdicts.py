"""How verdicts are written: as plain data and for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hamkor.messages import get_text
from hamkor.model import Statistic
from hamkor.model.verdict import VERDICTS
from hamkor.publish.checked import Checked
from hamkor.publish.equations import tell_reason
from hamkor.publish.gathering import Source, Told
from hamkor.publish.screen import Paint
from hamkor.publish.shown import SHORT_ID
from hamkor.publish.table import Field
from hamkor.publish.times import tell_period
from hamkor.publish.wrapped import write_wrapped

STYLES = {"conflicts": "bad", "fits_other_period": "words", "fits": "good", "unchecked": "dim"}
_WIDE = 4.0  # how much more room equations have than other columns
_AMISS = ("conflicts", "fits_other_period")


def write_checked(checked: Checked) -> dict[str, Any]:
    """A verdict as plain data, in the form of CONTRACT."""
    return {
        **write_place(checked.told),
        "figure": checked.verdict.figure,
        "verdict": checked.verdict.verdict,
        "check": checked.verdict.check,
        "equation": tell_reason(checked.verdict.reason),
        "against": [write_place(source) for source in checked.against],
    }


def write_place(source: Source) -> dict[str, Any]:
    """Where a figure stands: the document and the words, or whose series and the time."""
    if isinstance(source, Statistic):
        return {"source": source.source, "time_period": str(source.time_period)}
    evidence = source.evidence
    words = {"exact": evidence.exact, "start": evidence.start, "end": evidence.end}
    return {"document": source.document, "evidence": words}


def write_verdict_table(checked: Iterable[Checked], *, width: int, paint: Paint) -> Iterator[str]:
    """Verdict, figure with its words, equation, source: nothing is shortened."""
    fields = [
        Field(get_text("column.verdict"), tell_verdict, 10, "head"),
        Field(get_text("column.words"), _tell_words, 12, "words"),
        Field(get_text("column.equation"), _tell_equation, 20, weight=_WIDE),
        Field(get_text("column.source"), lambda one: tell_source(one.told), 10, "dim"),
        Field(get_text("column.id"), _get_short_id, SHORT_ID, "dim"),
    ]
    yield from write_wrapped(fields, checked, width=width, paint=paint)


def tell_verdict(checked: Checked) -> str:
    """The verdict and the check that gave it."""
    told = get_text(f"verdict.{checked.verdict.verdict}")
    return f"{told} ({get_text(f'check_name.{checked.verdict.check}')})" if checked.verdict.check else told


def _tell_words(checked: Checked) -> str:
    return f"«{checked.told.evidence.exact}»"


def _tell_equation(checked: Checked) -> str:
    return tell_reason(checked.verdict.reason)


def _get_short_id(checked: Checked) -> str:
    """The beginning of the figure's id; a draft's figures have none that could be asked for."""
    return "" if "#" in checked.verdict.figure else checked.verdict.figure[:SHORT_ID]


def tell_source(source: Source) -> str:
    """Who tells it, and when it was told or of which time it is."""
    if isinstance(source, Statistic):
        return f"{source.source}, {tell_period(source.time_period)}"
    return ", ".join(part for part in (source.publisher or source.document, (source.published or "")[:10]) if part)


def pick_gravest(checked: Iterable[Checked]) -> dict[str, Checked]:
    """The gravest verdict on each figure, by its id, in order."""
    found: dict[str, Checked] = {}
    for one in checked:
        known = found.get(one.verdict.figure)
        if known is None or VERDICTS.index(one.verdict.verdict) < VERDICTS.index(known.verdict.verdict):
            found[one.verdict.figure] = one
    return found


def write_amiss(checked: Iterable[Checked], most: int) -> Iterator[str]:
    """A line for each figure that conflicts or fits another time, at most so many, and how many more there are."""
    amiss = [one for one in pick_gravest(checked).values() if one.verdict.verdict in _AMISS]
    amiss.sort(key=lambda one: VERDICTS.index(one.verdict.verdict))
    for one in amiss[:most]:
        yield f"{tell_verdict(one)}: {_tell_words(one)} {_tell_equation(one)} [{_get_short_id(one)}, {_name(one.told)}]"
    if len(amiss) > most:
        yield get_text("read.more_amiss", number=len(amiss) - most)


def _name(told: Told) -> str:
    return told.publisher or told.document
