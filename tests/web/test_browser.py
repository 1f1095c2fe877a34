"""The pages in a real browser: no policy is broken, nothing hangs over on a phone, axe finds no serious fault."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from browsing import SERIOUS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

PATHS = (
    "/",
    "/figures",
    "/commitments",
    "/documents",
    "/people",
    "/document?id=navoi-1",
    "/document?id=hostile",
    "/search?words=Навои",
    "/who/person/Ержан Алимкулов",
    "/draft",
    "/add",
    "/promises",
    "/promises?view=board",
    "/review",
    "/review/add?id=navoi-1&start=0&end=5",
    "/check",
    "/statistics",
    "/sources",
    "/calendar?month=2026-05",
    "/calendar?view=list",
    "/regions/UZ/KZ",
    "/between?first=KZ-43",
    "/between/UZ-NW/KZ",
    "/nothing",
)
# How a page looks does not hang on the database.
pytestmark = pytest.mark.parametrize("place", ["sqlite"], indirect=True, scope="session")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_breaks_no_policy_and_fits_a_phone(page: Page, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert [line for line in said if "404" not in line] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page: Page, path: str, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(path)
    faults = [fault for fault in axe.Axe().run(page).response["violations"] if fault["impact"] in SERIOUS]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in faults] == []


def test_marks_light_their_cards(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    mark = page.locator("a.m", has_text="$84,6 млн").first
    mark.hover()
    card = page.locator(mark.get_attribute("href") or "#none")
    assert "lit" in (card.get_attribute("class") or "")


def test_the_language_is_switched_and_kept(page: Page) -> None:
    page.goto("/figures")
    page.get_by_role("link", name="Қазақша").click()
    assert page.locator("h1").inner_text() == "Сандар"
    page.goto("/promises")
    assert page.locator("h1").inner_text() == "Уәделер"


def test_a_hostile_document_runs_nothing(page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message) or dialog.dismiss())
    page.goto("/document?id=hostile")
    assert "broken" not in page.title()
    assert dialogs == []


def test_words_are_selected_to_add_a_statement(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    page.evaluate(
        """() => {
          const pieces = [...document.querySelectorAll("[data-start]")];
          const piece = pieces.find(p => p.textContent.includes("тем же периодом"));
          const at = piece.firstChild.data.indexOf("тем же периодом");
          getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + 15);
        }"""
    )
    picked = page.locator("form.picked")
    picked.wait_for(state="visible")
    assert picked.locator("q").inner_text() == "тем же периодом"
    picked.get_by_role("button").click()
    assert page.locator("mark[data-start]").inner_text() == "тем же периодом"


def test_a_card_is_corrected_by_keyboard(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    page.locator(".card.k-observation").first.focus()
    page.keyboard.press("c")
    page.wait_for_url("**/review/edit/*")


def test_a_pair_is_chosen_on_the_map_by_keyboard(page: Page) -> None:
    page.goto("/between")
    page.get_by_role("link", name="Kyzylorda Region:").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/between?first=KZ-43#map")
    page.get_by_role("link", name="Navoi Region:").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/between/KZ-43/UZ-NW")
    assert page.locator("figure.chart svg").count() >= 3


def test_a_chart_has_a_name_and_a_table(page: Page) -> None:
    page.goto("/between/UZ-NW/KZ-43")
    figure = page.locator("figure.chart").first
    assert figure.get_by_role("group", name="trade turnover").count() == 1
    table = figure.get_by_role("table")
    assert not table.is_visible()
    figure.locator("summary").click()
    assert table.is_visible()
    letters = figure.locator("text.tick").first.bounding_box()
    assert letters is not None
    assert letters["height"] >= 9


def test_letters_of_a_chart_are_large_enough_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/between/UZ-NW/KZ-43")
    for kind in ("text.tick", "text.entry", "text.caption"):
        box = page.locator(f"figure.chart {kind}").first.bounding_box()
        assert box is not None
        assert box["height"] >= 9


def test_a_table_is_sorted_by_its_heads(page: Page) -> None:
    page.goto("/figures")
    page.get_by_role("link", name="figure (bounds)").click()
    page.wait_for_url("**sort=figure&order=desc")
    head = page.locator("th[aria-sort=descending]")
    assert head.inner_text().startswith("Figure")
    assert "bn USD" in page.locator("tbody td").nth(1).inner_text()


def test_a_saved_page_needs_no_server(page: Page, tmp_path: Path) -> None:
    page.goto("/between/UZ-NW/KZ-43")
    with page.expect_download() as download:
        page.get_by_role("link", name="Save this page as a file").click()
    saved = tmp_path / "saved.html"
    download.value.save_as(saved)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda asked: said.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(saved.as_uri())
    assert said == []
    assert page.locator("figure.chart svg").first.is_visible()
    assert page.locator("p.saved a").get_attribute("href") == page.locator("p.saved a").inner_text()
    assert page.locator("form, script, button").count() == 0


@pytest.mark.parametrize("path", ["/figures", "/between/UZ-NW/KZ-43", "/promises?view=board"])
def test_a_page_is_printed_without_its_menu(page: Page, path: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 720, "height": 1000})  # A4
    page.goto(path)
    assert not page.locator("body > header").is_visible()
    assert page.locator("p.on-paper").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


def test_a_mark_shows_fields_verdict_and_rule_beside_it(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    mark = page.locator("a.m", has_text="$84,6 млн").first
    mark.focus()
    peek = page.locator("#peek")
    assert peek.is_visible()
    told = peek.inner_text()
    assert "trade turnover" in told
    assert "Navoi" in told
    assert "read by: money" in told
    page.keyboard.press("Escape")
    assert not peek.is_visible()


def test_words_of_several_statements_tell_all_of_them(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    mark = page.locator("a.m.n2, a.m.n3").first
    mark.hover()
    number = len((mark.get_attribute("data-of") or "").split())
    assert page.locator("#peek .card").count() == number > 1


def test_a_batch_is_followed_to_its_end_by_itself(page: Page) -> None:
    """Also past a document that leaves something open."""
    page.goto("/add")
    lines = [{"id": f"batch-{n}", "text": f"Экспорт Тараза вырос на {n} %."} for n in range(1, 6)]
    content = "\n".join(json.dumps(line) for line in lines).encode()
    page.set_input_files("input[type=file]", {"name": "a.jsonl", "mimeType": "application/json", "buffer": content})
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_text("Documents read: 5").wait_for()
    assert page.locator("form.complete").count() == 5


_DROP = """([kind, name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "text/plain" }));
  const told = { bubbles: true, cancelable: true, dataTransfer: data };
  document.querySelector("h1").dispatchEvent(new DragEvent(kind, told));
}"""


@pytest.mark.parametrize("path", ["/draft", "/add"])
def test_files_are_dropped_anywhere_on_a_page_that_takes_them(page: Page, path: str) -> None:
    page.goto(path)
    assert page.locator(".drop-hint").is_visible()
    for kind in ("dragover", "drop"):
        page.evaluate(
            _DROP, [kind, "100.txt", "Экспорт Казахстана в Узбекистан в 2025 году составил 100 млн долларов."]
        )
    assert page.evaluate("document.querySelector('input[type=file]').files[0].name") == "100.txt"
    assert page.evaluate("document.activeElement.name") == "files"
    if path == "/draft":
        page.locator("main form button").click()
        assert "100.txt" in page.inner_text("main")
        assert "100 млн" in page.inner_text("main")
