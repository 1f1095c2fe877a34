"""What the README says can be done: its commands exist, its options too, its demo is the demo."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from running import run_command

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
SHOWN = re.findall(r"^\.venv/bin/(hamkor .+)$", README, re.MULTILINE)
COMMANDS = sorted({line.split("#")[0].strip() for line in SHOWN})


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A width and a language, as the README was written with."""
    for name, value in {"COLUMNS": "110", "NO_COLOR": "1", "HAMKOR_LANG": "en"}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("line", COMMANDS)
def test_command_and_its_options_exist(line: str) -> None:
    _, command, *rest = shlex.split(line)
    help_text = run_command(command, "--help")
    assert help_text.status == 0, help_text.err
    for option in (word for word in rest if word.startswith("--")):
        assert option in help_text.out


def test_there_are_commands_to_check() -> None:
    assert len(COMMANDS) > 5


def test_the_demo_shows_what_the_readme_shows() -> None:
    shown = README.split("<!-- demo -->")[1].split("<!-- /demo -->")[0].strip().strip("`").strip().splitlines()
    printed = [line.rstrip() for line in run_command("demo", "--format", "table").lines]
    assert shown[:-1] == printed[: len(shown) - 1]
    assert shown[-1] == "…"


@pytest.mark.parametrize("script", ["scripts/setup", "scripts/demo", "scripts/test", ".ci/run"])
def test_script_is_there_and_can_be_run(script: str) -> None:
    assert os.access(Path(__file__).parent.parent / script, os.X_OK)
