"""The API answers the questions of the command line in its words; schemathesis asks it everything it allows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from serving import call, serve

# What may be asked at all does not hang on the database: all borders are tried in one, chance questions in both.
ASKED = {"sqlite": ("coverage,fuzzing", "3"), "postgresql": ("fuzzing", "2")}


def test_every_question_has_a_good_answer(request: pytest.FixtureRequest, address: str, tmp_path: Path) -> None:
    phases, most = ASKED[request.node.callspec.params["place"]]
    ask_everything(address, tmp_path, "--phases", phases, "--max-examples", most)


@pytest.mark.parametrize("place", ["sqlite"], indirect=True, scope="session")
def test_every_question_of_a_token_has_a_good_answer(place: str, tmp_path: Path) -> None:
    call("users", "add", "Lola", "--role", "admin", "--ledger", place, given="quiet saxaul road")
    token = call("users", "token", "Lola", "schema", "--ledger", place).strip()
    with serve(place, "--users", "--calls", "1000000") as address:
        assert httpx.get(f"{address}/api/openapi.json").status_code == 401
        # What may be asked is tried above; here it is tried by one who has signed in.
        few = ("--phases", "fuzzing", "--max-examples", "1")
        ask_everything(address, tmp_path, *few, "--header", f"Authorization: Bearer {token}")


def ask_everything(address: str, folder: Path, *options: str) -> None:
    program = Path(sys.executable).with_name("schemathesis")
    # 30 February has the form of a day, and no schema can say that there is none.
    asked = [f"{address}/api/openapi.json", "--exclude-checks", "positive_data_acceptance", *options]
    asked += ["--seed", "1", "--no-color"]
    run = subprocess.run([program, "run", *asked], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-4000:]


def test_lists_answer_as_the_command_does(client: httpx.Client) -> None:
    figures = client.get("/api/figures", params={"one": "KZ-43", "other": "UZ-NW", "indicator": "exports"}).json()
    assert figures
    assert {figure["indicator"] for figure in figures} == {"exports"}
    assert client.get("/api/figures", params={"limit": 2, "start": 1}).json()[0] == client.get("/api/figures").json()[1]


def test_a_document_comes_whole(client: httpx.Client) -> None:
    whole = client.get("/api/document", params={"id": "navoi-1"}).json()
    for figure in whole["observations"]:
        said = figure["evidence"]
        assert whole["text"][said["start"] : said["end"]] == said["exact"]


def test_errors_are_told(client: httpx.Client) -> None:
    assert client.get("/api/document", params={"id": "none"}).status_code == 404
    answer = client.get("/api/figures", params={"since": "2025-02-29"})
    assert answer.status_code == 400
    assert answer.json()["place"] == "--since"
