"""Decisions of users as the ledger keeps them: written, replaced by what says the contrary, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from hamkor.errors import LedgerError
from hamkor.ledger.columns import get_digest
from hamkor.ledger.engine import get_place
from hamkor.ledger.judged import HOLDS
from hamkor.ledger.node_tables import GROUP, judgements, members, nodes
from hamkor.ledger.nodes import find_rows, mark
from hamkor.ledger.store import get_now
from hamkor.ledger.tables import documents
from hamkor.model import NEGATIVE, POSITIVE


@dataclass(frozen=True, slots=True)
class End:
    """One side of a judgement: a member, its node, and whether it is meant alone, without what is told alike."""

    member: str
    node: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Who decides, and why, if that was told."""

    by: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What one command decided; `pairs` are judged alike."""

    kind: str
    judgement: str
    pairs: tuple[tuple[End, End], ...]
    said: Said


def refuse(connection: Connection, found: str, expected: str) -> LedgerError:
    return LedgerError(get_place(connection.engine), found=found, expected=expected, do="see them with hamkor same")


def write_decision(connection: Connection, made: Decision) -> str:
    number = connection.scalar(select(func.max(judgements.c.row_id))) or 0
    decision, now = get_digest(f"decision\x1f{number + 1}\x1f{made.pairs[0]}"), get_now()
    _replace(connection, made, decision)
    common = {"decision": decision, "at": now, "by": made.said.by, "why": made.said.why}
    common |= {"kind": made.kind, "judgement": made.judgement}
    rows: list[dict[str, Any]] = [
        {
            **common,
            "left": left.member,
            "right": right.member,
            "left_node": left.node,
            "right_node": right.node,
            "alone": left.alone,
        }
        for left, right in made.pairs
    ]
    connection.execute(insert(judgements), rows)
    _stir(connection, judgements.c.decision == decision)
    return decision


def _replace(connection: Connection, made: Decision, decision: str) -> None:
    """Let judgements that say the contrary no longer hold."""
    contrary = HOLDS & (_joins_apart(made) if made.judgement == NEGATIVE else _parts_joined(made))
    _stir(connection, contrary)
    connection.execute(update(judgements).where(contrary).values(replaced_by=decision))


def _joins_apart(made: Decision) -> ColumnElement[bool]:
    """What joined something that leaves with something that stays."""
    off, stays = ({end for end in side} for side in zip(*made.pairs, strict=True))
    ways = ((judgements.c.left, judgements.c.left_node), (judgements.c.right, judgements.c.right_node))
    one, other = ((_is_any(off, *way), way[1].in_({end.node for end in stays})) for way in ways)
    return (judgements.c.judgement == POSITIVE) & ((one[0] & other[1]) | (other[0] & one[1]))


def _is_any(ends: Iterable[End], member: Any, node: Any) -> ColumnElement[bool]:
    listed = list(ends)
    alone, whole = ([e.member for e in listed if e.alone], [e.node for e in listed if not e.alone])
    return or_(member.in_(alone), node.in_(whole))


def _parts_joined(made: Decision) -> ColumnElement[bool]:
    """What kept nodes of the things apart that are to be one, or to be held as one completing the other."""
    ends = {end.node for pair in made.pairs for end in pair}
    things = select(nodes.c.thing).where(nodes.c.id.in_(ends))
    of_them = select(nodes.c.id).where(nodes.c.thing.in_(things))
    both = judgements.c.left_node.in_(of_them) & judgements.c.right_node.in_(of_them)
    return (judgements.c.judgement == NEGATIVE) & (judgements.c.kind == made.kind) & both


def undo_latest(connection: Connection, which: ColumnElement[bool], said: Said) -> str:
    """Take back the latest decision of these; what it had replaced holds again."""
    latest = select(judgements.c.decision).where(HOLDS, which).order_by(judgements.c.row_id.desc()).limit(1)
    decision: str | None = connection.scalar(latest)
    if decision is None:
        raise refuse(connection, "no such decision that holds", "what was merged, or split")
    of_it, replaced = judgements.c.decision == decision, judgements.c.replaced_by == decision
    connection.execute(update(judgements).where(of_it).values(undone_at=get_now(), undone_by=said.by))
    _stir(connection, of_it | replaced)
    connection.execute(update(judgements).where(replaced).values(replaced_by=None))
    return decision


def _stir(connection: Connection, which: ColumnElement[bool]) -> None:
    """What these judgements touch is to be grouped anew; the documents of what they judge alone, to be placed anew."""
    rows = connection.execute(select(judgements).where(which)).all()
    names = {name for row in rows for name in (row.left_node, row.right_node)}
    mark(connection, find_rows(connection, names).values(), GROUP)
    alone = [row.left for row in rows if row.alone]
    of_them = select(members.c.document).where(members.c.member.in_(alone))
    connection.execute(update(documents).where(documents.c.row_id.in_(of_them)).values(resolved=None))
