"""What addresses of the API ask, read as the command line's options are."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import Query

from hamkor.ledger import Filter
from hamkor.messages import find_codes, get_text
from hamkor.publish.asking import ASKED, make_filter
from hamkor.web.pages.asked import ALWAYS, CODED, describe_areas, read_areas

Limit = Annotated[int, Query(ge=1, le=1000, description="At most so many")]
Start = Annotated[int, Query(ge=0, le=10_000_000, description="How many to pass over")]


def read_list_filter(kind: str) -> Callable[..., Filter]:
    """A dependency whose parameters are those that this kind can be asked for; the codes stand in the schema."""

    def read(**given: Any) -> Filter:
        areas = read_areas({name: given.pop(name) for name in ("one", "other")})
        return make_filter({name: value or None for name, value in given.items()} | describe_areas(areas))

    names = ("one", "other", *ASKED[kind], *ALWAYS)
    found = [_make(name, str | None, _describe(name), default=None) for name in names]
    found.append(_make("newest_first", bool, Query(description=get_text("option.newest_first")), default=False))
    read.__signature__ = Signature(found)  # type: ignore[attr-defined]
    return read


def _make(name: str, type_: Any, query: Any, *, default: object) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[type_, query])


# In the schema, so that whoever asks wrongly is told by it; what it cannot say (30 February, an end before its
# begin) is told by an error.
_AREA = r"^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$"
_DAY = r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_FORM = {"one": _AREA, "other": _AREA, "since": f"^{_DAY}$", "until": f"^{_DAY}$", "during": f"^{_DAY}(/{_DAY})?$"}


def _describe(name: str) -> Any:
    if name in CODED:
        codes = "|".join(find_codes(CODED[name]))
        return Query(description=get_text(f"option.{name}"), pattern=f"^({codes})$")
    told = get_text("option.between" if name in ("one", "other") else f"option.{name}")
    return Query(description=told, pattern=_FORM.get(name))
