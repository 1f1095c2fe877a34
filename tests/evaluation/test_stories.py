"""Stories: how what was put together is counted, and floors for all of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hamkor.evaluation import (
    check_floors,
    evaluate_stories,
    get_story_measures,
    load_floors,
    load_stories,
)
from hamkor.evaluation.joined import score_story

FOLDER = Path(__file__).parents[2] / "evaluation"
STORIES = {story["id"]: story for story in load_stories(FOLDER / "stories")}
FLOORS = load_floors(FOLDER / "floors-stories.toml")


@pytest.mark.parametrize("id", STORIES)
def test_what_is_put_together_of_a_story_does_not_fall(id: str) -> None:
    made = evaluate_stories([STORIES[id]])
    floors = [floor for floor in FLOORS if floor.language == id]
    checked = list(check_floors(floors, get_story_measures(made), place="floors-stories.toml"))
    assert checked, f"{id}: found no floor; expected some in evaluation/floors-stories.toml; measure it"
    assert not [floor for floor in checked if not floor.holds], made["all"].errors


TEXT = "Построят мост. Откроют рынок. Сдали мост."


def say(document: str, words: str, thread: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"thread_id": thread, "evidence": {"exact": words, "start": start, "end": start + len(words)}}


def export(*threads: str) -> list[dict[str, Any]]:
    """A document in which three sentences tell of these promises, and where each stands."""
    told = [say("a", words, thread) for words, thread in zip(TEXT.split(". "), threads, strict=True)]
    lists: dict[str, Any] = {name: [] for name in ("people", "organisations", "observations", "events")}
    document = {"document": {"id": "a", "copy_of": None}, "commitments": told, **lists}
    stands = [{"thread": {"id": id, "stage": "completed", "overdue": id == "1", "due": None}} for id in set(threads)]
    return [document, *stands]


def make_story(**bridge: Any) -> dict[str, Any]:
    mentions = [{"document": "a", "exact": words} for words in ("Построят мост", "Откроют рынок", "Сдали мост")]
    threads = [
        {"key": "bridge", "mentions": mentions[::2], "current_stage": "completed", "overdue": False, **bridge},
        {"key": "market", "mentions": mentions[1:2], "current_stage": "planned", "overdue": False},
    ]
    return {"id": "s", "documents": [{"id": "a", "text": TEXT}], "threads": threads}


def test_pairs_joined_rightly_and_wrongly_are_counted() -> None:
    right, wrong = score_story(make_story(), export("2", "3", "2")), score_story(make_story(), export("2", "2", "2"))
    assert right.pairs["threads"].f1 == 1.0
    assert (wrong.pairs["threads"].precision, wrong.pairs["threads"].recall) == (1 / 3, 1.0)
    apart = score_story(make_story(), export("2", "3", "4"))
    assert apart.pairs["threads"].recall == 0.0
    assert "s: threads bridge kept apart: a «Построят мост» | a «Сдали мост»" in apart.errors


def test_stages_and_overdue_promises_are_counted() -> None:
    alarmed = score_story(make_story(), export("1", "3", "1"))
    assert (alarmed.stage.right, alarmed.stage.judged, alarmed.alarms) == (1, 2, 1)
    owed = score_story(make_story(overdue=True), export("1", "3", "1"))
    assert (owed.overdue.right, owed.overdue.judged, owed.alarms) == (1, 1, 0)
    assert owed.get_measures()["overdue"] == 1.0
