"""A statement as fields of a form and back: what a reviewer types becomes a statement, or an error names the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from hamkor.codes import get_codes, get_plover
from hamkor.codes.areas import find_area
from hamkor.errors import UsageError
from hamkor.ledger import KINDS, Statement, read_statement
from hamkor.messages import get_text
from hamkor.model import Evidence
from hamkor.model.period import parse_period
from hamkor.publish.places import find_named

RULE = "review"  # what stands as the rule of a statement that a person made
_BETWEEN, _WITHIN = "\n", ";"  # between members of a list; between the parts of one member


@dataclass(frozen=True, slots=True)
class Form:
    """One field: its name in the model, how its text is read, the codes it may be, whether it may be empty."""

    name: str
    parse: Callable[[str], Any]
    codes: tuple[str, ...] = ()
    required: bool = False


def _text(text: str) -> str:
    return text


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _area(text: str) -> str:
    """The code of an area, given as such or by its name."""
    code = text.upper() if find_area(text.upper()) else find_named(text)
    if code is None:
        raise ValueError(get_text("error.area"))
    return code


def _time(text: str) -> str:
    try:
        return str(parse_period(text))
    except ValueError:
        raise ValueError(get_text("error.period")) from None


def _number(text: str) -> str:
    try:
        number = Decimal(text.replace(" ", "").replace("\u00a0", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(get_text("error.number"))
    return str(number)


def _whole(text: str) -> dict[str, str | None]:
    """What a share is of: indicator; area; area."""
    indicator, *areas = (part.strip() for part in text.split(_WITHIN))
    if indicator not in get_codes("indicators"):
        raise ValueError("trade_turnover; KZ; UZ")
    ref, counterpart = [*map(_area, filter(None, areas)), None, None][:2]
    return {"indicator": indicator, "ref_area": ref, "counterpart_area": counterpart}


def _participants(text: str) -> list[dict[str, str]]:
    """A line each: name; position; area."""
    found = []
    for line in _lines(text):
        name, position, area = (*(part.strip() for part in line.split(_WITHIN)), "", "")[:3]
        told = {"name": name, "position": position, "area": _area(area) if area else ""}
        found.append({key: value for key, value in told.items() if value})
    return found


_LISTS = (_lines, _participants)  # what may be empty without being unknown


def _coded(name: str, codes: tuple[str, ...], *, required: bool = True) -> Form:
    return Form(name, _text, codes, required)


TRACE_STATES = ("dropped", "stopped", "late", "waits", "ahead", "held", "whole", "used", "going", "done")
_INSTRUMENTS = ("memorandum", "agreement", "protocol", "road_map", "contract", "statement")
# Kind → its fields, in the order in which they are shown.
FORMS: Mapping[str, tuple[Form, ...]] = {
    "observation": (
        _coded("indicator", get_codes("indicators")),
        Form("subject", _text),
        _coded("measure", ("level", "change", "change_abs", "multiple", "share")),
        *(Form(name, _number, required=True) for name in ("obs_value", "low", "high")),
        Form("unit_measure", _text, required=True),
        _coded("qualifier", ("exact", "about", "over", "under")),
        Form("time_period", _time),
        Form("ref_area", _area),
        Form("counterpart_area", _area),
        _coded("status", ("actual", "target", "forecast")),
        Form("part_of", _whole),
    ),
    "event": (
        _coded("type", ("meeting", "visit", "call", "signing", "forum", "opening", "appointment", "other")),
        Form("date", _time),
        Form("place", _text),
        Form("place_code", _area),
        _coded("status", ("held", "planned", "proposed")),
        Form("participants", _participants),
    ),
    "commitment": (
        _coded("stage", get_codes("stages")),
        _coded("sector", get_codes("sectors")),
        Form("parties", _lines),
        Form("due", _time),
        Form("place_code", _area),
        Form("responsible", _lines),
        _coded("instrument", _INSTRUMENTS, required=False),
        Form("clause", _text),
        _coded("term", ("date", "standing", "quarterly"), required=False),
    ),
    "person": (
        Form("name", _text, required=True),
        _coded("position", get_codes("positions"), required=False),
        Form("area", _area),
        Form("organisation", _text),
    ),
    "organisation": (Form("name", _text, required=True), Form("area", _area)),
    "quotation": (Form("speaker", _text),),
    "trace": (_coded("state", TRACE_STATES), Form("areas", _lines), Form("due", _time)),
}


AREA_FIELDS = frozenset(form.name for forms in FORMS.values() for form in forms if form.parse is _area)


def parse_statement(kind: str, given: Mapping[str, str], said: Evidence) -> Statement:
    """The statement that a form tells, on these words.

    Raises UsageError, which names the field, where a value is missing or cannot be read.
    """
    read = {form.name: _parse(form, given.get(form.name, "").strip()) for form in FORMS[kind]}
    content = {name: value for name, value in read.items() if value is not None}
    content["rule"] = RULE
    if kind == "event":
        content["plover"] = get_plover(content["type"], content["status"])[0]
    if kind == "observation":
        _check_bounds(content)
    return read_statement(kind, content, said)


def _parse(form: Form, text: str) -> Any:
    if not text:
        if form.required:
            raise _wrong(form.name, get_text("error.nothing"), get_text("error.a_value"))
        return [] if form.parse in _LISTS else None
    if form.codes and text not in form.codes:
        raise _wrong(form.name, repr(text), ", ".join(form.codes))
    try:
        return form.parse(text)
    except ValueError as error:
        raise _wrong(form.name, repr(text), str(error)) from None


def _check_bounds(content: Mapping[str, Any]) -> None:
    low, value, high = (Decimal(content[name]) for name in ("low", "obs_value", "high"))
    if not low <= value <= high:
        raise _wrong("low, obs_value, high", f"{low}, {value}, {high}", get_text("error.within"))


def _wrong(names: str, found: str, expected: str) -> UsageError:
    place = ", ".join(get_text(f"page.field.{name}") for name in names.split(", "))
    return UsageError(place, found=found, expected=expected, do=get_text("error.write_so"))


def write_form(statement: Statement) -> dict[str, str]:
    """The fields of a statement as a form shows them: what `parse_statement` reads.

    >>> from hamkor.model import Person
    >>> write_form(Person("Anvar Salimov", "ambassador", "UZ", None, Evidence("", 0, 1, "A")))
    {'name': 'Anvar Salimov', 'position': 'ambassador', 'area': 'UZ', 'organisation': ''}
    """
    kind = next(kind for kind, made in KINDS.items() if isinstance(statement, made))
    return {form.name: _write(getattr(statement, form.name)) for form in FORMS[kind]}


def _write(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return _BETWEEN.join(one if isinstance(one, str) else _join(one, "name", "position", "area") for one in value)
    return _join(value, "indicator", "ref_area", "counterpart_area") if hasattr(value, "ref_area") else str(value)


def _join(value: Any, *names: str) -> str:
    """The parts of a member; those that are missing at its end are left out."""
    return f"{_WITHIN} ".join(getattr(value, name) or "" for name in names).rstrip(f"{_WITHIN} ")
