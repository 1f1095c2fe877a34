"""Money that people send home: no trade, though it is sent."""

from __future__ import annotations

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import Line

_TOLD = "remitted"


def tells_transfers(line: Line, story: Story) -> bool:
    """Whether a sentence, its paragraph before it or a title tells of such money."""
    if line.between(0, len(line.scene.text), _TOLD):
        return True
    titled = story.title is not None and bool(story.title.between(0, len(story.title.scene.text), _TOLD))
    return titled or (story.remitted and story.is_in_paragraph(line))
