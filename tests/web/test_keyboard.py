"""Reviewing with the keyboard alone: queue, corrections, words chosen in the text, missed statements, taking back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page
from serving import EXAMPLES, call, serve


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ledger = str(tmp_path_factory.mktemp("keys") / "desk.db")
    call("read", "--ledger", ledger, "--input-format", "jsonl", EXAMPLES)
    with serve(ledger, "--by", "Лола") as address:
        yield address


def read_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.name || ''"))


def read_words(page: Page) -> str:
    """The words that are selected in the text, once the form has taken them: it hears of them a moment later."""
    chosen = str(page.evaluate("getSelection().toString().trim()"))
    page.locator("form.picked q, form#edit q", has_text=re.compile(f"^{re.escape(chosen)}$")).wait_for()
    return chosen


def test_the_queue_is_worked_off_and_a_step_taken_back(page: Page) -> None:
    page.goto("/review")
    first, left = page.locator("#queue .card").first.get_attribute("id"), page.locator("#queue .card").count() - 1
    page.keyboard.press("j")
    assert read_focus(page) == first
    page.keyboard.press("a")
    page.wait_for_url("**/review?of=*")
    assert page.locator(f"#{first}").count() == 0
    wanted = page.locator("#queue .card").first.get_attribute("id") if left else "said"
    page.locator(f"#{wanted}:focus").wait_for()
    page.keyboard.press("u")
    page.locator(f"#{first}").wait_for()


def test_a_statement_is_corrected_with_its_words_chosen_anew(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    card = page.locator(".card.k-event").first.get_attribute("id")
    page.evaluate(f"document.getElementById('{card}').focus()")
    page.keyboard.press("c")
    page.wait_for_url("**/review/edit/*")
    page.locator("section.text:focus").wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    words = read_words(page)
    assert len(words.split()) > 1
    page.keyboard.press("Enter")
    assert read_focus(page) == "start"
    page.locator("form#edit select[name=status]").focus()
    page.keyboard.press("p")
    page.locator("form#edit button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/document?id=navoi-1#s-*")
    page.locator(".card:focus").wait_for()
    focused = page.evaluate("document.activeElement.innerText")
    assert "corrected: Лола" in focused
    assert words in focused
    page.keyboard.press("u")
    page.get_by_text("corrected: Лола").wait_for(state="detached")


def test_a_correction_from_the_queue_leads_back_to_it(page: Page) -> None:
    page.goto("/review")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url("**/review/edit/*")
    page.locator("form#edit button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?of=*")
    page.locator(".said", has_text="corrected: «").wait_for()
    page.keyboard.press("u")
    page.locator(".said").wait_for(state="detached")


def test_what_was_rejected_in_a_document_has_the_focus_and_is_taken_back_at_once(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    page.keyboard.press("j")
    card = read_focus(page)
    page.keyboard.press("r")
    page.locator(f"form#{card}:focus").wait_for()
    page.keyboard.press("u")
    page.locator(f"article#{card}:focus").wait_for()


def test_a_missed_statement_is_added(page: Page) -> None:
    page.goto("/document?id=navoi-1")
    page.locator("section.text").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    chosen = read_words(page)
    assert re.search(r"\w{2}", chosen)
    page.keyboard.press("Enter")
    assert read_focus(page) == "kind"
    page.keyboard.press("o")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/add?*")
    assert page.locator("mark[data-start]").inner_text() == chosen
    page.locator("form#edit input[name=name]").focus()
    page.keyboard.type("Новая организация")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document?id=navoi-1#s-*")
    page.locator(".card:focus", has_text="added: Лола").wait_for()
    page.keyboard.press("r")
    page.get_by_role("heading", name="Rejected").wait_for()
