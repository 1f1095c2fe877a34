"""Whose a figure is, by votes: each principle of reading proposes areas, and what they weigh was learnt.

See docs/decisions/chooser.md.
"""

from hamkor.extract.observations.choice.told import Atlas, draw_atlas
from hamkor.extract.observations.choice.votes import RULES_ALONE, Question, Votes, ask, load_votes

__all__ = ["RULES_ALONE", "Atlas", "Question", "Votes", "ask", "draw_atlas", "load_votes"]
