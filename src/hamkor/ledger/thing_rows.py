"""A thing with all that makes it one: what `hamkor same` shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hamkor.ledger.rows import DocumentRow, StatementRow
from hamkor.model import Pair


@dataclass(frozen=True, slots=True)
class Node:
    """All that is told alike.

    number  how many statements, or documents, tell it
    first   the earliest of these
    """

    id: str
    thing: str
    number: int
    first: StatementRow | DocumentRow


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A user's decision on a thing, as far as it is about this pair of nodes.

    why    what the user gave as the reason
    holds  whether it was neither undone nor replaced by a later one
    """

    decision: str
    judgement: str
    left: str
    right: str
    at: str
    by: str
    why: str | None
    undone_at: str | None
    undone_by: str | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two nodes of which nobody knows whether they are one thing: for a person to decide."""

    kind: str
    left: Node
    right: Node
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing and why it is one.

    nodes    its own, the one told most often first
    others   nodes of other things that `unsure` and `judged` name
    joined   judged the same, the surest first
    unsure   of a node of this thing and one of another: cases for review, the likeliest first
    completing  a node of this promise or event, and of what may complete it or it complete, surest first
    judged   what users decided, the latest first, with what no longer holds
    """

    id: str
    kind: str
    nodes: tuple[Node, ...]
    others: Mapping[str, Node]
    joined: tuple[Pair, ...]
    unsure: tuple[Pair, ...]
    completing: tuple[Pair, ...]
    judged: tuple[JudgedRow, ...]
