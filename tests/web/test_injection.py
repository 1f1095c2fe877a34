"""Documents that are out to do harm: whatever page shows their words, in files too, they are only words."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import openpyxl
import pytest
from lxml import html
from serving import call, serve, visit

BIDI = "\u202e\u2066\u200f\u061c"
EVIL = f"<script>evil()</script>\"><img src=x onerror=evil()> '><svg/onload=evil()>{BIDI}{{{{7*7}}}}"
TEXT = (
    "ТАШКЕНТ, 3 ноября. Товарооборот Казахстана и Узбекистана в 2024 году составил $4,3 млрд. {evil}\n"
    "В 2024 году товарооборот Казахстана и Узбекистана составил $9,9 млрд.\n"
    "Посол Казахстана в Узбекистане Анвар Салимов встретился с хокимом Ташкентской области Жамшидом Хакимовым.\n"
    "Компания «<b onclick=evil()>Зло</b>» подписала соглашение с АО «=HYPERLINK(1)».\n"
    "Стороны договорились до 1 марта 2025 года открыть торговый дом <iframe src=javascript:evil()>.\n"
    "«<script>evil()</script> Мы рады», — сказал Анвар Салимов."
)
DOCUMENTS = [
    {
        "id": f"evil-{EVIL}",
        "title": EVIL,
        "publisher": EVIL,
        "url": "javascript:evil()",
        "text": TEXT.format(evil=EVIL),
    },
    {"id": "=cmd|' /C calc'!A0", "title": "=1+1", "publisher": "@SUM(1)", "url": "data:text/html,evil", "text": TEXT},
    {"id": "null\x07byte", "title": "а\x00б\x08", "publisher": "\x1b[31m", "text": TEXT.format(evil="\x07\x0b")},
    {"id": "huge", "title": "<i>" * 100_000, "publisher": "П" * 100_000, "text": TEXT},
    {"id": "../../etc/passwd", "title": "//evil.example/", "publisher": "\\\\evil", "text": TEXT},
]
PATHS = (
    "/",
    *(
        f"/{name}"
        for name in ("figures", "events", "commitments", "people", "organisations", "quotations", "documents")
    ),
    "/promises",
    "/promises?view=board",
    "/check",
    "/calendar?month=2025-03",
    "/review",
    "/sources",
    "/statistics",
    "/add",
    "/between/KZ/UZ",
    "/regions/KZ/UZ",
    f"/search?words={quote('Ташкент <script>')}",
    f"/search?words={quote('evil')}",
    f"/figures?document={quote(EVIL)}",
    f"/figures?indicator={quote(EVIL)}",
    f"/who/person/{quote('Анвар Салимов')}",
    f"/statement/{quote(EVIL, safe='')}",
    f"/choose?back={quote('javascript:evil()')}",
    *(f"/document?id={quote(str(one['id']))}" for one in DOCUMENTS),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("evil")
    lines, ledger = folder / "evil.jsonl", folder / "desk.db"
    lines.write_text("\n".join(json.dumps(one | {"published": "2025-11-03"}) for one in DOCUMENTS), "utf-8")
    call("read", "--ledger", str(ledger), "--input-format", "jsonl", str(lines))
    with serve(str(ledger), "--by", f"Лола {EVIL}") as address, visit(address) as client:
        client.headers["Accept-Language"] = "en"
        yield client


def find_faults(page: str) -> list[str]:
    """What in a page could do something, or looks like what it is not."""
    tree = html.fromstring(page)
    scripts = [node.get("src") or "inline" for node in tree.iter("script")]
    faults = [f"script {src}" for src in scripts if not src.startswith("/static/")]
    faults += [f"element {node.tag}" for node in tree.iter("iframe", "object", "embed", "base", "style")]
    for node in tree.iter():
        for name, value in node.attrib.items() if isinstance(node.tag, str) else ():
            bad = name.startswith("on") or re.match(r"\s*(?:javascript|data|vbscript):", value, re.I) or name == "style"
            faults += [f"{node.tag} {name}={value[:40]}"] if bad else []
            if name in ("href", "action", "formaction", "src") and value.startswith(("//", "\\")):
                faults.append(f"{node.tag} {name}={value[:40]}")
    told = "".join(tree.itertext())
    faults += [f"U+{ord(char):04X}" for char in BIDI if char in told]
    return faults + (["49"] if "7*7" in EVIL and "{49}" in told else [])


def test_the_documents_are_read_and_state_something(desk: httpx.Client) -> None:
    counted = desk.get("/api/count").json()
    assert counted["document"] == len(DOCUMENTS)
    assert min(counted[kind] for kind in ("observation", "event", "person", "organisation")) > 0


@pytest.mark.parametrize("path", PATHS, ids=[str(number) for number in range(len(PATHS))])
def test_words_are_only_words_on_every_page(desk: httpx.Client, path: str) -> None:
    answer = desk.get(path, follow_redirects=True)
    assert answer.status_code in (200, 400, 404), answer.status_code
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert find_faults(answer.text) == []


def test_statements_and_cards_are_only_words(desk: httpx.Client) -> None:
    ids = [
        row["id"]
        for name in ("figures", "people", "organisations", "quotations")
        for row in desk.get(f"/api/{name}").json()
    ]
    for id_ in ids[:30]:
        for path in (f"/statement/{id_}", f"/review/edit/{id_}"):
            assert find_faults(desk.get(path).text) == []


def test_a_huge_title_stays_short_in_lists(desk: httpx.Client) -> None:
    assert len(desk.get("/documents").text) < 400_000
    assert len(desk.get("/").text) < 400_000


@pytest.mark.parametrize("name", ["figures", "people", "organisations", "documents", "quotations"])
def test_no_cell_of_a_file_is_a_formula(desk: httpx.Client, name: str) -> None:
    csv.field_size_limit(10**7)
    rows = csv.reader(io.StringIO(desk.get(f"/{name}.csv").content.decode("utf-8-sig")))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "@", "+", "\t", "\r")) or re.match(r"-\D", cell)] == []
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"/{name}.xlsx").content))
    assert [cell.value for row in book.active.iter_rows() for cell in row if cell.data_type == "f"] == []
    links = [cell.hyperlink.target for row in book.active.iter_rows() for cell in row if cell.hyperlink]
    assert [link for link in links if not link.startswith(("http://", "https://"))] == []


def test_the_json_tells_the_words_as_they_are(desk: httpx.Client) -> None:
    titles = {document["title"] for document in desk.get("/api/documents").json()}
    assert EVIL in titles


def test_a_saved_page_is_only_words(desk: httpx.Client, tmp_path: Path) -> None:
    page = desk.get("/documents").text
    saving = re.search(r'href="([^"]*save[^"]*)"', page)
    assert saving
    saved = desk.get(saving[1].replace("&amp;", "&")).text
    tree = html.fromstring(saved)
    assert list(tree.iter("script", "iframe", "form")) == []
    assert [n for node in tree.iter() if isinstance(node.tag, str) for n in node.attrib if n.startswith("on")] == []
