"""Signing in, in a real browser: the door, roles, passwords, tokens; axe, phones, languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import PATIENCE_MS, SERIOUS
from serving import EXAMPLES, call, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSWORD = "quiet saxaul road"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("door") / "desk.db"
    some = ledger.with_name("some.jsonl")
    some.write_text(EXAMPLES.read_text("utf-8").splitlines()[0], "utf-8")
    call("read", "--ledger", ledger, "--input-format", "jsonl", some)
    for name, role in (("Лола", "admin"), ("Umid", "reviewer"), ("Dana", "reader")):
        call("users", "add", name, "--role", role, "--ledger", ledger, given=f"{PASSWORD}\n")
    return ledger


@pytest.fixture(scope="module")
def address(book: Path) -> Iterator[str]:
    with serve(book, "--users") as address:
        yield address


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.goto("/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_door_leads_to_where_one_wanted_to_go_and_out_again(page: Page) -> None:
    page.goto("/people")
    assert page.locator("h1").inner_text() == "Sign in"
    page.get_by_label("Name").fill("Dana")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.locator("h1").inner_text() == "People"
    page.get_by_role("button", name="Sign out").click()
    assert page.locator("h1").inner_text() == "Sign in"
    page.go_back()
    assert page.locator("h1").inner_text() == "Sign in"
    assert page.context.cookies() == []


def test_a_wrong_password_is_told(page: Page) -> None:
    sign_in(page, "Dana", "not this one")
    assert page.get_by_role("alert").inner_text() == "Name or password is wrong."
    assert page.get_by_label("Name").input_value() == "Dana"
    assert page.get_by_label("Password").input_value() == ""


def test_a_role_sees_what_it_may_do(page: Page) -> None:
    sign_in(page, "Dana")
    page.goto("/document?id=navoi-1")
    assert page.get_by_role("button", name="Accept").count() == 0
    assert page.get_by_role("link", name="Users").count() == 0
    page.goto("/review")
    assert "does not include this" in page.get_by_role("alert").inner_text()
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, "Umid")
    page.goto("/document?id=navoi-1")
    page.get_by_role("button", name="Accept").first.click()
    page.get_by_text("accepted: Umid").wait_for()


def test_a_new_colleague_replaces_the_password_that_was_given(page: Page, browser: Browser, address: str) -> None:
    sign_in(page, "Лола")
    page.get_by_role("link", name="Users").click()
    page.get_by_label("Name").fill("Сауле")
    page.get_by_role("button", name="Add a user").click()
    given = page.locator(".secret code").inner_text()
    context = browser.new_context(base_url=address, locale="en-US")
    context.set_default_timeout(PATIENCE_MS)
    other = context.new_page()
    sign_in(other, "Сауле", given)
    assert "Replace it before you go on" in other.get_by_role("alert").inner_text()
    other.get_by_label("Password until now").fill(given)
    other.get_by_label("New password").fill("another saxaul road")
    other.get_by_label("The new one once more").fill("another saxaul road")
    other.get_by_role("button", name="Change the password").click()
    assert "The password is changed" in other.get_by_role("status").inner_text()
    other.get_by_label("For which program").fill("sheet")
    other.get_by_role("button", name="Make a token").click()
    assert other.locator(".secret code").inner_text().startswith("hamkor_")
    other.get_by_role("link", name="Қазақша").click()
    assert "Сауле" in other.locator("h1").inner_text()
    with page.expect_navigation():
        page.get_by_role("button", name="Disable: Сауле").click()
    other.goto("/figures")
    assert other.locator("h1").inner_text() == "Кіру"
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/sign-in", "/account", "/users", "/review"])
def test_axe_finds_no_serious_fault_and_pages_fit_a_phone(page: Page, path: str, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    if path != "/sign-in":
        sign_in(page, "Лола")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    faults = [fault for fault in axe.Axe().run(page).response["violations"] if fault["impact"] in SERIOUS]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in faults] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert said == []


@pytest.mark.parametrize(("language", "title"), [("Русский", "Вход"), ("Oʻzbekcha", "Kirish"), ("Қазақша", "Кіру")])
def test_the_door_speaks_the_language_that_is_chosen(page: Page, language: str, title: str) -> None:
    page.goto("/sign-in?back=/people")
    page.get_by_role("link", name=language).click()
    assert page.locator("h1").inner_text() == title
    assert page.locator("input[name=back]").input_value() == "/people"


def test_whoever_tries_too_often_waits(page: Page) -> None:
    """The last test here: it closes the door for this address."""
    for _ in range(12):
        sign_in(page, "Umid", "not this one")
    assert "too many attempts" in page.get_by_role("alert").inner_text()
