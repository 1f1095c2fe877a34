"""What users decide of things: that two are one, that some of one are another; and that taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from hamkor.errors import LedgerError
from hamkor.ledger.columns import get_digest
from hamkor.ledger.engine import get_place
from hamkor.ledger.judged import HOLDS
from hamkor.ledger.named import Named, get_named
from hamkor.ledger.node_tables import GROUP, judgements, links, members, nodes
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


def decide_merge(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Let things be one, whatever the machine or a user said before; the decision's id."""
    named = [get_named(connection, id_) for id_ in ids]
    _check_merge(connection, named)
    first, *others = named
    pairs = [(_get_end(connection, first), _get_end(connection, other)) for other in others]
    for other in others:
        pairs += _find_contradictions(connection, first.thing, other.thing)
    return _write(connection, Decision(first.kind, POSITIVE, tuple(dict.fromkeys(pairs)), said))


def decide_apart(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Let two things that are not one stay two, so that nobody is asked of them again; the decision's id."""
    named = [get_named(connection, id_) for id_ in ids]
    _check_merge(connection, named)
    one, other = named
    if one.thing == other.thing:
        raise _refuse(connection, f"{one.node} and {other.node} of one thing", "two things; take one off with split")
    pair = (_get_end(connection, one), _get_end(connection, other))
    return _write(connection, Decision(one.kind, NEGATIVE, (pair,), said))


def _check_merge(connection: Connection, named: Sequence[Named]) -> None:
    kinds = sorted({one.kind for one in named})
    if len(kinds) > 1:
        raise _refuse(connection, f"{' and '.join(kinds)}", "things of one kind")
    if len({one.node for one in named}) < len(named):
        raise _refuse(connection, f"{named[0].thing} twice", "two things")


def _refuse(connection: Connection, found: str, expected: str) -> LedgerError:
    return LedgerError(get_place(connection.engine), found=found, expected=expected, do="see them with hamkor same")


def _get_end(connection: Connection, named: Named) -> End:
    return End(named.member or _get_member(connection, named.row), named.node)


def _get_member(connection: Connection, row: int, others: Iterable[str] = ()) -> str:
    """The least member of a node but for these."""
    query = select(func.min(members.c.member)).where(members.c.node == row, members.c.member.not_in(list(others)))
    return str(connection.execute(query).scalar_one())


def _find_contradictions(connection: Connection, thing: str, other: str) -> list[tuple[End, End]]:
    """What the machine judged to be different in two things: a user who joins them overrules each."""
    one, two = nodes.alias(), nodes.alias()
    query = select(one.c.row_id, one.c.id, two.c.row_id.label("other_row"), two.c.id.label("other_id")).select_from(
        links.join(one, links.c.one == one.c.row_id).join(two, links.c.other == two.c.row_id)
    )
    across = or_((one.c.thing == thing) & (two.c.thing == other), (one.c.thing == other) & (two.c.thing == thing))
    found = connection.execute(query.where(links.c.judgement == NEGATIVE, across).order_by(one.c.id, two.c.id))
    return [
        (End(_get_member(connection, row.row_id), row.id), End(_get_member(connection, row.other_row), row.other_id))
        for row in found
    ]


def decide_split(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take statements, documents or nodes off their thing; the decision's id.

    ids  the thing, then what is taken off it; one alone is a statement or a document, taken off whatever it is in
    """
    whole, taken = get_named(connection, ids[0]), [get_named(connection, id_) for id_ in ids[1:] or ids]
    for one in taken:
        if one.thing != whole.thing or one.kind != whole.kind:
            raise _refuse(connection, f"{one.member or one.node} of {one.thing}", f"what is of {whole.thing}")
    off = [End(one.member, one.node, alone=True) if one.member else _get_end(connection, one) for one in taken]
    rest = _find_rest(connection, whole.thing, off)
    if not rest:
        raise _refuse(connection, f"all of {whole.thing}", "what is to leave it, so that something stays")
    pairs = tuple((one, stays) for one in off for stays in rest)
    return _write(connection, Decision(whole.kind, NEGATIVE, pairs, said))


def _find_rest(connection: Connection, thing: str, off: Sequence[End]) -> list[End]:
    """The nodes of a thing that stay, each by its least member that stays."""
    gone = {end.node for end in off if not end.alone}
    alone = [end.member for end in off if end.alone]
    left = members.c.member.not_in(alone)
    query = select(nodes.c.id, func.min(members.c.member).label("member")).join(
        members, members.c.node == nodes.c.row_id
    )
    query = query.where(nodes.c.thing == thing, nodes.c.id.not_in(gone), left).group_by(nodes.c.id)
    return [End(row.member, row.id) for row in connection.execute(query.order_by(nodes.c.id))]


def _write(connection: Connection, made: Decision) -> str:
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
    """What kept nodes of the things apart that are to be one."""
    ends = {end.node for pair in made.pairs for end in pair}
    things = select(nodes.c.thing).where(nodes.c.id.in_(ends))
    of_them = select(nodes.c.id).where(nodes.c.thing.in_(things))
    both = judgements.c.left_node.in_(of_them) & judgements.c.right_node.in_(of_them)
    return (judgements.c.judgement == NEGATIVE) & both


def undo_merge(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take back the latest decision that joined two of these; its id."""
    first, *others = (get_named(connection, id_) for id_ in ids)
    left, right = (judgements.c.left, judgements.c.left_node), (judgements.c.right, judgements.c.right_node)
    ways = [_is_at(*here, first) & _is_at(*there, o) for here, there in ((left, right), (right, left)) for o in others]
    return _undo(connection, (judgements.c.judgement == POSITIVE) & or_(*ways), said)


def undo_split(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take back the latest decision that took one of these off its thing; its id."""
    taken = [get_named(connection, id_) for id_ in ids[1:] or ids]
    off = or_(*(_is_at(judgements.c.left, judgements.c.left_node, one) for one in taken))
    return _undo(connection, (judgements.c.judgement == NEGATIVE) & off, said)


def undo_decision(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take back the decision with this id; its id."""
    return _undo(connection, judgements.c.decision.in_(ids), said)


def _is_at(member: Any, node: Any, named: Named) -> ColumnElement[bool]:
    return (node == named.node) if named.member is None else or_(member == named.member, node == named.node)


def _undo(connection: Connection, which: ColumnElement[bool], said: Said) -> str:
    """Take back the latest decision of these; what it had replaced holds again."""
    latest = select(judgements.c.decision).where(HOLDS, which).order_by(judgements.c.row_id.desc()).limit(1)
    decision: str | None = connection.scalar(latest)
    if decision is None:
        raise _refuse(connection, "no such decision that holds", "what was merged, or split")
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
