"""A verdict explained: its equation, where each number comes from, what would have to be true, what the check does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hamkor.ledger import StatementRow, View
from hamkor.messages import find_code, get_text
from hamkor.model import Statistic
from hamkor.publish.checked import Checked, check_document
from hamkor.publish.equations import tell_amount, tell_reason, tell_scope
from hamkor.publish.gathering import Source, Told
from hamkor.publish.judged import find_checked
from hamkor.publish.manner import CODES, Manner
from hamkor.publish.screen import Paint, clean, wrap
from hamkor.publish.series import write_statistic
from hamkor.publish.statements import plain_number
from hamkor.publish.verdicts import STYLES, tell_verdict, write_checked, write_place
from hamkor.verify import Figure
from hamkor.verify.judging import get_amount, get_scope
from hamkor.verify.needs import find_needs


@dataclass(frozen=True, slots=True)
class Number:
    """A number of an equation with its source; `title` and `url` of its document, where it stands in one."""

    figure: Figure
    source: Source
    title: str | None = None
    url: str | None = None


def explain_figure(view: View, row: StatementRow, *, as_of: str | None = None) -> list[tuple[Checked, list[Number]]]:
    """Each verdict on a kept figure, the gravest first, with its numbers: its own, then those of the equation."""
    if as_of is None:
        found = [one for one in find_checked(view, [row.document.id]) if one.verdict.figure == row.id]
    else:
        found = list(check_document(view, row.document.id, as_of=as_of, wanted=[row.id]))
    return [(one, list(_find_numbers(view, one))) for one in found]


def _find_numbers(view: View, checked: Checked) -> Iterator[Number]:
    pairs = zip((checked.figure, *checked.operands), (checked.told, *checked.against), strict=True)
    for figure, source in pairs:
        if isinstance(source, Told):
            document = view.get_document(source.document).row
            yield Number(figure, source, document.title, document.url)
        else:
            yield Number(figure, source, None, source.url)


def write_explained(checked: Checked, numbers: Sequence[Number]) -> dict[str, Any]:
    """A verdict as `hamkor check` writes it, with the numbers, the needs and the explanation."""
    return {
        **write_checked(checked),
        "numbers": [_write_number(number) for number in numbers],
        "needs": _tell_needs(checked),
        "explanation": _tell_check(checked),
    }


def _write_number(number: Number) -> dict[str, Any]:
    figure, source = number.figure, number.source
    numbers = {"obs_value": figure.value, "low": figure.bounds.low, "high": figure.bounds.high}
    told = {name: plain_number(value) for name, value in numbers.items()}
    if isinstance(source, Statistic):
        return write_statistic(source) | told | {"url": number.url}
    published = {"publisher": source.publisher, "published": source.published, "title": number.title}
    return told | write_place(source) | published | {"url": number.url}


def write_explained_lines(
    checked: Checked, numbers: Sequence[Number], *, width: int, paint: Paint, manner: Manner = CODES
) -> Iterator[str]:
    """The same for a screen."""
    yield paint(tell_verdict(checked), STYLES[checked.verdict.verdict])
    yield from _indent(tell_reason(checked.verdict.reason, manner), width)
    yield from _write_section("sources", [_tell_number(number, manner) for number in numbers], width, paint)
    yield from _write_section("needs", _tell_needs(checked, manner), width, paint)
    yield from _write_section("check", [_tell_check(checked)], width, paint)


def _write_section(name: str, told: Sequence[str], width: int, paint: Paint) -> Iterator[str]:
    if told:
        yield paint(get_text(f"explained.{name}"), "head")
        for line in told:
            yield from _indent(line, width)


def _indent(told: str, width: int) -> Iterator[str]:
    """Wrapped lines, the first by two columns, those that go on by four."""
    for number, line in enumerate(wrap(clean(told), max(1, width - 4))):
        yield f"{'    ' if number else '  '}{line}"


def _tell_number(number: Number, manner: Manner) -> str:
    figure, source = number.figure, number.source
    what = f"{find_code('indicator', figure.indicator)}: {tell_scope(get_scope(figure), manner)}"
    told = f"{tell_amount(get_amount(figure))} — {what}"
    if isinstance(source, Statistic):
        day = source.released
        parts = [source.source, get_text("explained.released", day=manner.day(day)) if day else None, number.url]
        return f"{told}: {_join(parts)}"
    title = f"“{number.title}”" if number.title else None
    parts = [source.publisher, manner.day(source.published), title, source.document]
    return f"{told}: «{source.evidence.exact}» ({_join(parts)})"


def _join(parts: Sequence[str | None]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _tell_needs(checked: Checked, manner: Manner = CODES) -> list[str]:
    return [tell_reason(need, manner) for need in find_needs(checked.figure, checked.verdict, checked.operands)]


def _tell_check(checked: Checked) -> str:
    """What the check does; of a target, and of what no check reaches, that."""
    if checked.verdict.check:
        return get_text(f"explanation.{checked.verdict.check}")
    return get_text("explanation.target" if checked.figure.status != "actual" else "explained.nothing")
