"""A saved page is one file: nothing runs in it, nothing is loaded, its links lead to the server or stay within."""

from __future__ import annotations

import re

import httpx
import pytest
from lxml import html

from hamkor.web.saving import Origin, name_file, save_page

pytestmark = pytest.mark.parametrize("place", ["sqlite"], indirect=True, scope="session")
PATHS = ("/", "/figures?sort=figure", "/between/UZ-NW/KZ", "/document?id=hostile", "/promises?view=board", "/check")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_saved_whole(client: httpx.Client, path: str) -> None:
    answer = client.get(path + ("&" if "?" in path else "?") + "save=1")
    assert answer.headers["content-disposition"].startswith('attachment; filename="hamkor-')
    page = answer.text
    assert "<style>" in page
    assert "default-src 'none'" in page
    for gone in ("<script", "<form", "<button", "<header", "hx-", 'rel="stylesheet"', "save=1"):
        assert gone not in page, gone
    links = [link for _, _, link, _ in html.document_fromstring(page).iterlinks()]
    assert links
    own = str(client.base_url)
    assert {link for link in links if not link.startswith((own, "#", "data:", "https://"))} == set()
    assert 'class="saved"' in page


def test_links_within_a_page_stay_there(place: str) -> None:
    origin = Origin("http://desk/document?id=a", "1 May", "30 April")
    page = '<html><head><meta charset="utf-8"></head><body><main>{}</main></body></html>'
    links = '<a href="/document?id=a#s-1">1</a><a href="#s-2">2</a><a href="/figures">3</a><p tabindex="0">é</p>'
    saved = save_page(page.format(links), origin)
    assert re.findall(r'<a href="([^"]*)">\d', saved) == ["#s-1", "#s-2", "http://desk/figures"]
    assert "tabindex" not in saved
    assert "é" in saved
    assert "30 April" in saved


def test_a_file_is_named_by_its_page(place: str) -> None:
    assert name_file(Origin("http://desk/", "2026-05-01", "")) == "hamkor-overview-2026-05-01.html"
    named = name_file(Origin("http://desk/figures?one=KZ-75&since=2025", "2026-05-01", ""))
    assert named == "hamkor-figures-one-KZ-75-since-2025-2026-05-01.html"
