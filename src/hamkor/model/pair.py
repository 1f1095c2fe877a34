"""Two nodes judged: the same, not the same, or a case for review."""

from __future__ import annotations

from hamkor.model.value import value

POSITIVE, NEGATIVE, UNSURE = "POSITIVE", "NEGATIVE", "UNSURE"  # nomenklatura's words
MOST_SHARING = 200  # nodes; a key that more share tells too little, and nothing is compared because of it


@value(frozen=True, slots=True)
class Pair:
    """What was judged of two nodes. A node is all that is told alike, and goes by one name.

    score    0–1
    reasons  in words; of a pair judged NEGATIVE none are kept, they can be found again
    by_user  whether a person said so: that outweighs what the machine found
    """

    left: str
    right: str
    judgement: str
    score: float
    reasons: tuple[str, ...] = ()
    by_user: bool = False
