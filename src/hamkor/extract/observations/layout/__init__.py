"""How a sentence is laid out around its figures: what stands before each, what after, and the cues in between."""

from hamkor.extract.observations.layout.cues import STATUSES, Cue, get_counted_sorts, get_sorts, last
from hamkor.extract.observations.layout.figures import Figure, find_figures
from hamkor.extract.observations.layout.line import Line
from hamkor.extract.observations.layout.lines import BARE_ROW, ROW, is_item, lay_line
from hamkor.extract.observations.layout.ways import find_ways

__all__ = [
    "BARE_ROW",
    "ROW",
    "STATUSES",
    "Cue",
    "Figure",
    "Line",
    "find_figures",
    "find_ways",
    "get_counted_sorts",
    "get_sorts",
    "is_item",
    "last",
    "lay_line",
]
