"""Stories: a few documents that tell the same things over time, with what belongs together and where promises stand.

A folder of stories holds `*/story.json` with `documents`, `as_of`, `copies` (lists of ids) and, for each kind of thing,
clusters of `mentions` (document, exact); `threads` say `current_stage` and `overdue` as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hamkor.evaluation.given import keep_given
from hamkor.evaluation.joined import Joined, score_story
from hamkor.evaluation.report import Measures
from hamkor.evaluation.tally import Item
from hamkor.ledger import open_ledger
from hamkor.publish.exported import find_exported

ALL, _FILE = "all", "story.json"


def load_stories(folder: Path) -> list[Item]:
    """The stories under a folder, in the order of their paths; none where it holds none."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob(_FILE))]


def evaluate_stories(stories: Iterable[Item]) -> dict[str, Joined]:
    """What was put together of each story, by its id, and of all."""
    made, total = dict[str, Joined](), Joined()
    for story in stories:
        made[story["id"]] = score_story(story, read_story(story))
        total.add(made[story["id"]])
    return made | {ALL: total}


def get_story_measures(made: dict[str, Joined]) -> dict[str, Measures]:
    """The measures of each story by its id, and of `all`."""
    return {name: joined.get_measures() for name, joined in made.items()}


def write_story_report(made: dict[str, Joined]) -> Iterator[str]:
    """A line for each story."""
    width = max(map(len, made))
    yield from (f"{name:{width}}  {joined.write_line()}" for name, joined in made.items())


def read_story(story: Item) -> list[Item]:
    """What a ledger of its own exports of a story: its documents, then its promises on the day that counts."""
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "story.db")
        keep_given(story["documents"], ledger, Path(folder))
        with ledger.view() as view:
            return [json.loads(json.dumps(one)) for one in find_exported(view, date.fromisoformat(story["as_of"]))]
