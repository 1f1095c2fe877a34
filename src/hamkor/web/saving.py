"""A page as one file: to be sent to a colleague who cannot reach this server, opened without a network, printed."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from hamkor.messages import get_text

_STATIC = Path(__file__).parent / "static"
# Nothing is loaded and nothing runs, whatever a document holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
# What leads on only where the server answers: scripts, menus, forms, downloads.
_DROPPED = (
    "//script | //link | //meta[@name='htmx-config'] | //form"
    " | //a[@class='skip'] | //p[@class='on-paper'] | /html/body/header | /html/body/footer"
)
_OF_SCRIPTS = ("hx-", "data-key", "tabindex")
_LINKS = ("href", "src")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a saved page comes from: its address, the day, and the time of the ledger's last change."""

    address: str
    day: str
    changed: str


def save_page(page: str, origin: Origin) -> str:
    """The page with styles and pictures inside and without scripts; its links lead to the server or within the page."""
    root: Any = html.document_fromstring(page)
    for element in root.xpath(_DROPPED):
        element.drop_tree()
    for element in root.iter(etree.Element):
        _clean(element, origin.address)
    _fill_head(root.head)
    root.body.find("main").insert(0, _tell_origin(origin))
    written: str = html.tostring(root, encoding="unicode")
    return f"<!doctype html>\n{written}"


def name_file(origin: Origin) -> str:
    """A name that tells page and day."""
    parts = urlsplit(origin.address)
    slug = _NOT_IN_NAMES.sub("-", f"{parts.path} {parts.query}").strip("-")[:80].strip("-") or "overview"
    return f"hamkor-{slug}-{origin.day}.html"


def _clean(element: Any, address: str) -> None:
    for name in [name for name in element.attrib if name.startswith(_OF_SCRIPTS)]:
        del element.attrib[name]
    for name in _LINKS:
        if name in element.attrib:
            element.set(name, _write_link(element.attrib[name], address))


def _write_link(link: str, address: str) -> str:
    """An address on the server; a place within the page where it is of this page."""
    whole = urljoin(address, link)
    page, mark, place = whole.partition("#")
    return f"#{place}" if mark and page == address else whole


def _fill_head(head: Any) -> None:
    policy = html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    icon = b64encode((_STATIC / "icon.svg").read_bytes()).decode()
    style = html.Element("style")
    style.text = (_STATIC / "hamkor.css").read_text("utf-8")
    head.insert(1, policy)  # after the character set, before all that it rules
    head.append(html.Element("link", {"rel": "icon", "href": f"data:image/svg+xml;base64,{icon}"}))
    head.append(style)


def _tell_origin(origin: Origin) -> Any:
    note = html.Element("p", {"class": "saved"})
    note.text = get_text("page.save.note", day=origin.day, changed=origin.changed) + " "
    link = html.Element("a", {"href": origin.address})
    link.text = origin.address
    note.append(link)
    return note
