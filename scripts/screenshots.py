"""Makes the pictures of every page in docs/screenshots, of the example documents, with the system's Chromium.

python scripts/screenshots.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from playwright.sync_api import Page, sync_playwright

import hamkor

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "screenshots"
EXAMPLES = Path(hamkor.__file__).parent / "examples"
PAGES = {
    "overview": "/",
    "map": "/between?first=KZ-43",
    "pair": "/between/UZ-NW/KZ",
    "document": "/document?id=navoi-1",
    "figures": "/figures?sort=figure&order=desc",
    "events": "/events",
    "commitments": "/commitments",
    "people": "/people",
    "organisations": "/organisations",
    "quotations": "/quotations",
    "documents": "/documents",
    "promises": "/promises",
    "board": "/promises?view=board",
    "check": "/check",
    "calendar": "/calendar?month=2026-05",
    "calendar-list": "/calendar?view=list",
    "regions": "/regions/UZ/KZ",
    "review": "/review",
    "statistics": "/statistics",
    "sources": "/sources",
    "search": "/search?words=автобус",
    "add": "/add",
    "draft": "/draft",
}
# Where people sign in: of a server of its own.
OF_USERS = {"account": "/account", "users": "/users"}
NAME, PASSWORD = "Lola", "quiet saxaul road"
COLLEAGUES = {NAME: "admin", "Umid": "reviewer", "Dana": "reader"}
ON_PHONE = ("overview", "pair", "figures", "promises", "calendar")  # shown on a phone, too
WIDE, PHONE = (1200, 800), (360, 740)


def main() -> None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        raise SystemExit("screenshots: found no Chromium; expected one on the path; install it")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as play:
        ledger = str(Path(folder) / "desk.db")
        call("read", str(EXAMPLES / "documents.jsonl"), "--ledger", ledger)
        call("statistics", "import", "--example", "--ledger", ledger)
        for name, role in COLLEAGUES.items():
            call("users", "add", name, "--role", role, "--ledger", ledger, given=PASSWORD)
        call("users", "token", NAME, "spreadsheet", "--ledger", ledger)
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(locale="en-US")
        with serve(ledger, "--by", "Reviewer") as address:
            take_pictures(page, address, find_pages(address))
        with serve(ledger, "--users") as address:
            take_pictures(page, address, {"sign-in": "/sign-in"})
            sign_in(page)
            take_pictures(page, address, OF_USERS)
        chromium.close()


def call(*arguments: str, given: str = "") -> None:
    command = [sys.executable, "-m", "hamkor", *arguments]
    subprocess.run(command, input=given.encode(), check=True, capture_output=True)


@contextmanager
def serve(ledger: str, *options: str) -> Iterator[str]:
    """The address at which a ledger is served for the time being."""
    command = [sys.executable, "-m", "hamkor", "serve", "--port", "0", "--ledger", ledger, *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        yield server.stderr.readline().split()[-1].rstrip("/")
        server.terminate()


def find_pages(address: str) -> dict[str, str]:
    promise = httpx.get(f"{address}/api/commitments", params={"sector": "transport", "limit": 1}).json()[0]
    person = httpx.get(f"{address}/api/people", params={"limit": 1}).json()[0]
    return PAGES | {
        "thread": f"/thread/{promise['id']}",
        "statement": f"/statement/{promise['id']}",
        "correct": f"/review/edit/{promise['id']}",
        "person": f"/who/person/{person['name']}",
    }


def sign_in(page: Page) -> None:
    page.get_by_label("Name").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def take_pictures(page: Page, address: str, pages: dict[str, str]) -> None:
    for name, path in pages.items():
        take_picture(page, address + path, name, WIDE)
        if name in ON_PHONE:
            take_picture(page, address + path, f"{name}-phone", PHONE)


def take_picture(page: Page, address: str, name: str, size: tuple[int, int]) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise SystemExit(f"screenshots: {address}: found {answer and answer.status}; expected a page; look at its log")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
