"""Makes the pictures of every page in docs/screenshots, of the example documents, with the system's Chromium.

    python scripts/screenshots.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from playwright.sync_api import sync_playwright

import hamkor

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "screenshots"
EXAMPLES = Path(hamkor.__file__).parent / "examples"
PAGES = {
    "overview": "/",
    "pair": "/between/UZ-NW/KZ",
    "document": "/document?id=navoi-1",
    "figures": "/figures",
    "promises": "/promises",
    "check": "/check",
    "calendar": "/calendar?month=2026-05",
    "regions": "/regions/UZ/KZ",
    "review": "/review",
    "people": "/people",
    "statistics": "/statistics",
    "sources": "/sources",
    "search": "/search?words=автобус",
    "add": "/add",
    "draft": "/draft",
}
SIZE = {"width": 1200, "height": 800}


def main() -> None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        raise SystemExit("screenshots: found no Chromium; expected one on the path; install it")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "desk.db")
        call("read", str(EXAMPLES / "documents.jsonl"), "--ledger", ledger)
        call("statistics", "import", "--example", "--ledger", ledger)
        command = [sys.executable, "-m", "hamkor", "serve", "--port", "0", "--ledger", ledger, "--by", "Reviewer"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr
            take_pictures(browser, server.stderr.readline().split()[-1].rstrip("/"))
            server.terminate()


def call(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "hamkor", *arguments], check=True, capture_output=True)


def take_pictures(browser: str, address: str) -> None:
    promise = httpx.get(f"{address}/api/commitments", params={"sector": "transport", "limit": 1}).json()[0]
    pages = PAGES | {"thread": f"/thread/{promise['id']}", "statement": f"/statement/{promise['id']}"}
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport=SIZE, locale="en-US")  # type: ignore[arg-type]
        for name, path in pages.items():
            page.goto(address + path)
            page.screenshot(path=PICTURES / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main()
