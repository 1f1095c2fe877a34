"""What users decide of things: that two are one, that some of one are another; and that taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from hamkor.ledger.decisions import Decision, End, Said, refuse, undo_latest, write_decision
from hamkor.ledger.judged import COMPLETION
from hamkor.ledger.named import Named, get_named
from hamkor.ledger.node_tables import judgements, links, members, nodes
from hamkor.model import NEGATIVE, POSITIVE

_COMPLETED, _COMPLETES = ("thread",), ("event", "trace")  # kinds: what may be completed, or told of, and by what


def decide_merge(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Let things be one, whatever the machine or a user said before; the decision's id.

    A promise and an event stay two: the event is what was promised.
    """
    named = [get_named(connection, id_) for id_ in ids]
    if pair := _find_completion(connection, named):
        return write_decision(connection, Decision(COMPLETION, POSITIVE, (pair,), said))
    _check_merge(connection, named)
    first, *others = named
    pairs = [(_get_end(connection, first), _get_end(connection, other)) for other in others]
    for other in others:
        pairs += _find_contradictions(connection, first.thing, other.thing)
    return write_decision(connection, Decision(first.kind, POSITIVE, tuple(dict.fromkeys(pairs)), said))


def decide_apart(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Let two things that are not one stay two, so that nobody is asked of them again; the decision's id."""
    named = [get_named(connection, id_) for id_ in ids]
    if pair := _find_completion(connection, named):
        return write_decision(connection, Decision(COMPLETION, NEGATIVE, (pair,), said))
    _check_merge(connection, named)
    one, other = named
    if one.thing == other.thing:
        raise refuse(connection, f"{one.node} and {other.node} of one thing", "two things; take one off with split")
    pair = (_get_end(connection, one), _get_end(connection, other))
    return write_decision(connection, Decision(one.kind, NEGATIVE, (pair,), said))


def _find_completion(connection: Connection, named: Sequence[Named]) -> tuple[End, End] | None:
    """A promise and the event that may complete it, or its trace, in this order; None where something else is named."""
    of, by = ([one for one in named if one.kind in kinds] for kinds in (_COMPLETED, _COMPLETES))
    if len(named) != len(of) + len(by) or not len(of) == len(by) == 1:
        return None
    return _get_end(connection, of[0]), _get_end(connection, by[0])


def _check_merge(connection: Connection, named: Sequence[Named]) -> None:
    kinds = sorted({one.kind for one in named})
    if len(kinds) > 1:
        raise refuse(connection, f"kinds that differ: {', '.join(kinds)}", "things of one kind")
    if len({one.node for one in named}) < len(named):
        raise refuse(connection, f"{named[0].thing} twice", "two things")


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
    Of a promise and an event: the event is not what was promised.
    """
    if pair := _find_completion(connection, [get_named(connection, id_) for id_ in ids]):
        return write_decision(connection, Decision(COMPLETION, NEGATIVE, (pair,), said))
    whole, taken = get_named(connection, ids[0]), [get_named(connection, id_) for id_ in ids[1:] or ids]
    for one in taken:
        if one.thing != whole.thing or one.kind != whole.kind:
            raise refuse(connection, f"{one.member or one.node} of {one.thing}", f"what is of {whole.thing}")
    off = [End(one.member, one.node, alone=True) if one.member else _get_end(connection, one) for one in taken]
    rest = _find_rest(connection, whole.thing, off)
    if not rest:
        raise refuse(connection, f"all of {whole.thing}", "what is to leave it, so that something stays")
    pairs = tuple((one, stays) for one in off for stays in rest)
    return write_decision(connection, Decision(whole.kind, NEGATIVE, pairs, said))


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


def undo_merge(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take back the latest decision that joined two of these; its id."""
    named = first, *others = [get_named(connection, id_) for id_ in ids]
    if _find_completion(connection, named):
        return undo_latest(connection, (judgements.c.judgement == POSITIVE) & _is_completion(named), said)
    left, right = (judgements.c.left, judgements.c.left_node), (judgements.c.right, judgements.c.right_node)
    ways = [_is_at(*here, first) & _is_at(*there, o) for here, there in ((left, right), (right, left)) for o in others]
    return undo_latest(connection, (judgements.c.judgement == POSITIVE) & or_(*ways), said)


def undo_split(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take back the latest decision that took one of these off its thing; its id."""
    named = [get_named(connection, id_) for id_ in ids]
    if _find_completion(connection, named):
        return undo_latest(connection, (judgements.c.judgement == NEGATIVE) & _is_completion(named), said)
    taken = named[1:] or named
    off = or_(*(_is_at(judgements.c.left, judgements.c.left_node, one) for one in taken))
    return undo_latest(connection, (judgements.c.judgement == NEGATIVE) & off, said)


def _is_completion(named: Iterable[Named]) -> ColumnElement[bool]:
    """Whether it was judged of a promise and an event, whichever of their tellings was named."""
    of_them = select(nodes.c.id).where(nodes.c.thing.in_([one.thing for one in named]))
    ends = judgements.c.left_node.in_(of_them) & judgements.c.right_node.in_(of_them)
    return (judgements.c.kind == COMPLETION) & ends


def undo_decision(connection: Connection, ids: Sequence[str], said: Said) -> str:
    """Take back the decision with this id; its id."""
    return undo_latest(connection, judgements.c.decision.in_(ids), said)


def _is_at(member: Any, node: Any, named: Named) -> ColumnElement[bool]:
    return (node == named.node) if named.member is None else or_(member == named.member, node == named.node)
