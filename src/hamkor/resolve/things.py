"""The visible table of what is resolved: each kind of thing, and the kind of statement that it is taken from."""

from __future__ import annotations

from typing import Any

from hamkor.resolve import bodies, completing, copies, events, figures, people, threads, traces
from hamkor.resolve.kinds import Kind

# The kind, and what tells it: a kind of statement; None: a whole document. A new kind is one file and one line here.
KINDS: tuple[tuple[Kind[Any], str | None], ...] = (
    (copies.KIND, None),
    (figures.KIND, "observation"),
    (events.KIND, "event"),
    (threads.KIND, "commitment"),
    (traces.KIND, "trace"),
    (people.KIND, "person"),
    (bodies.KIND, "organisation"),
)

# What of one kind may complete, or be a trace of, what of another: the two kinds, under which keys it is looked for,
# how it is judged.
COMPLETING = (
    (events.KIND, threads.KIND, completing.find_completing_keys, completing.completes),
    (traces.KIND, threads.KIND, traces.find_traced_keys, traces.traces),
)
