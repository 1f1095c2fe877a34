"""Rules of promises whose names say more than their stage; every language that has such a rule calls it so.

A promise keeps the name of the rule that read it, so that what becomes of it can be told long after it was read.
"""

from __future__ import annotations

MOVED = frozenset({"planned-moved", "planned-slipped"})  # was put off, or is not yet done
STILL_NOT = "planned-still-not"  # should have been by now: its own time is past
NOT_BY_THEN = "planned-not-by-then"  # will not be before or by a time, which is no term of it
WAITING = frozenset({"planned-none-yet", "planned-waits", "planned-sent-back"})  # is neither done nor moved
SOLD_AHEAD = "progress-sold"  # tickets or places of what lies ahead are sold

ALL = MOVED | WAITING | {STILL_NOT, NOT_BY_THEN, SOLD_AHEAD}
