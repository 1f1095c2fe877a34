"""Templates filled with values: everything escaped, every text in the reader's language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hamkor.ledger import Ledger
from hamkor.messages import LANGUAGES, find_code, get_language, get_text, tell_error, tell_notice
from hamkor.publish.amounts import write_figure, write_period, write_short
from hamkor.publish.places import list_areas, tell_area
from hamkor.publish.screen import ELLIPSIS, capitalise
from hamkor.publish.times import tell_day, tell_time
from hamkor.users import Caller
from hamkor.web.access import may
from hamkor.web.cells import name_document, tell_names, tell_node
from hamkor.web.fields import tell_code, tell_label
from hamkor.web.links import link_place, with_query
from hamkor.web.plan import LISTS, MENU

_SAVE = "save"  # asks for a page as a file
THEMES = ("light", "dark")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page; what only a part of one was asked for by (htmx) is up to the template.

    Every template knows `who` asks (None before they have signed in), whether they `may_review`, and the page's own
    `path` and `here`, its address to come back to; the page of a form that was sent says which these are.
    """
    who = get_caller(request)
    can_save = who and status == 200 and request.method == "GET"
    known = {
        "path": quote(request.scope["path"]),
        "here": write_here(request),
        "who": who,
        "may_review": may(who, "/review"),
        "language": get_language(),
        "theme": request.cookies.get("theme") if request.cookies.get("theme") in THEMES else None,
        "query": request.query_params,
        "save": str(request.url.include_query_params(**{_SAVE: 1})) if can_save else None,
        "address": str(request.url),
    }
    page = load_templates().get_template(template).render(known | values)
    saved = _save(request, page) if who and status == 200 and request.query_params.get(_SAVE) else None
    answer = saved or HTMLResponse(page, status)
    answer.headers["Vary"] = "Cookie, Accept-Language"
    return answer


def render_part(template: str, **values: Any) -> Markup:
    """A part of a page that is the same for all who read in one language."""
    return Markup(load_templates().get_template(template).render(values))


def _save(request: Request, page: str) -> HTMLResponse:
    """The page as a file."""
    from hamkor.web.saving import Origin, name_file, save_page  # only where a page is saved

    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        changed = view.get_last_change()
    address = str(request.url.remove_query_params(_SAVE))
    origin = Origin(address, tell_day(date.today()), tell_day(changed))
    kept = {"Content-Disposition": f'attachment; filename="{name_file(replace(origin, day=date.today().isoformat()))}"'}
    return HTMLResponse(save_page(page, origin), headers=kept)


@cache
def load_templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("hamkor.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.globals |= {
        "t": _tell,
        "text": get_text,
        "code": find_code,
        "area": tell_area,
        "figure": write_figure,
        "period": write_period,
        "areas": list_areas,
        "short_number": write_short,
        "menu": MENU,
        "may": may,
        "lists": LISTS,
        "languages": LANGUAGES,
        "tell_code": tell_code,
        "tell_error": tell_error,
        "tell_label": tell_label,
        "tell_node": tell_node,
        "with_query": with_query,
        "link_place": link_place,
        "name_document": name_document,
        "day": tell_day,
        "time": tell_time,
        "names": tell_names,
        "time_of": tell_day,
        "today": date.today,
        "zip": zip,
    }
    templates.tests["web_address"] = is_web_address
    templates.filters |= {
        "harmless": show_controls,
        "short": shorten,
        "capital": capitalise,
        "tell_label": tell_label,
        "tell_notice": tell_notice,
    }
    return templates


def _tell(key: str, **values: object) -> str:
    return get_text(f"page.{key}", **values)


def get_caller(request: Request) -> Caller | None:
    """Who asks, as the gate found it."""
    caller: Caller | None = request.state.who
    return caller


def write_here(request: Request) -> str:
    """The page's own address within this server, to come back to."""
    asked = request.scope["query_string"].decode("latin-1")
    return quote(request.scope["path"]) + (f"?{asked}" if asked else "")


def is_web_address(text: str) -> bool:
    """Whether a link may lead there: an address of a script, say, is only shown.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return text.lower().startswith(("http://", "https://"))


def show_controls(text: str) -> str:
    """Marks that turn the direction of writing are shown, so that a text cannot look like what it is not.

    >>> show_controls("a\\u202eb")
    'a‹U+202E›b'
    """
    return _BIDI.sub(lambda found: f"‹U+{ord(found.group()):04X}›", text)


def shorten(text: str, most: int = 90) -> str:
    """At most so many characters, ending in … where something is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS
