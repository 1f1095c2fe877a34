"""A thing and why it is one: as a plain object, and as lines on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hamkor.ledger import JudgedRow, Node, StatementRow, Thing
from hamkor.messages import get_text
from hamkor.model import POSITIVE, Pair
from hamkor.publish.listing import get_fields
from hamkor.publish.reasons import tell_reasons
from hamkor.publish.reprints import Printed, write_printed, write_printed_lines
from hamkor.publish.screen import Paint, clean, wrap
from hamkor.publish.shown import SHORT_ID

_TAIL = 4  # the last cells of a row: words, source, day, id
_NAMED = ("person", "organisation")  # a name says it all
_KINDS = {
    "person": "same.kind.person",
    "organisation": "same.kind.organisation",
    "copy": "same.kind.copy",
    "figure": "same.kind.figure",
    "event": "same.kind.event",
    "thread": "same.kind.thread",
    "trace": "same.kind.trace",
}


def write_thing(thing: Thing, printed: Printed | None = None) -> dict[str, Any]:
    """A thing as plain data; of a text, who `printed` it."""
    unsure, completing = ([_write_beside(thing, pair) for pair in ps] for ps in (thing.unsure, thing.completing))
    return {
        "thing": {
            "id": thing.id,
            "kind": thing.kind,
            **write_printed(printed),
            "nodes": [_write_node(node) for node in thing.nodes],
            "joined": [_write_pair(pair) for pair in thing.joined],
            "unsure": unsure,
            "completing": completing,
            "judged": [_write_judged(row) for row in thing.judged],
        }
    }


def _write_node(node: Node) -> dict[str, Any]:
    first = node.first
    plain: dict[str, Any] = {"id": node.id, "thing": node.thing, "told": node.number, "name": tell_node(node)}
    if isinstance(first, StatementRow):
        plain |= {"statement": first.id, "document": first.document.id, "exact": first.evidence.exact}
    else:
        plain |= {"document": first.id}
    return plain


def tell_node(node: Node) -> str:
    """What a node tells, in one line: facts and words of its first statement, the title of its first document."""
    first = node.first
    if not isinstance(first, StatementRow):
        return clean(first.title or first.id)
    facts = " · ".join(told for field in get_fields(first.kind)[:-_TAIL] if (told := clean(field.get(first))))
    return facts if first.kind in _NAMED else f"{facts}  «{clean(first.evidence.exact)}»"


def _write_pair(pair: Pair) -> dict[str, Any]:
    return {"left": pair.left, "right": pair.right, "score": pair.score, "reasons": list(pair.reasons)}


def _write_beside(thing: Thing, pair: Pair) -> dict[str, Any]:
    return _write_pair(pair) | {"other": _write_node(_get_other(thing, pair))}


def _write_judged(row: JudgedRow) -> dict[str, Any]:
    names = ("decision", "judgement", "left", "right", "at", "by", "why", "undone_at", "undone_by", "holds")
    return {name: getattr(row, name) for name in names}


def _get_other(thing: Thing, pair: Pair) -> Node:
    return thing.others[pair.left if pair.left in thing.others else pair.right]


def write_thing_lines(thing: Thing, printed: Printed | None = None, *, width: int, paint: Paint) -> Iterator[str]:
    """What tells the thing, why that is one, what may belong to it, what users decided; of a text, who `printed` it."""
    told = sum(node.number for node in thing.nodes)
    head = get_text("same.heading", id=thing.id, kind=get_text(_KINDS[thing.kind]), told=told)
    yield paint(head, "head")
    yield from _indent((_tell_told(node) for node in thing.nodes), width)
    for title, lines in (
        ("same.printed", write_printed_lines(printed) if printed else ()),
        ("same.joined", (_tell_pair(pair, "=") for pair in list_joining(thing))),
        ("same.unsure", _tell_unsure(thing)),
        ("same.completing", _tell_completing(thing)),
        ("same.judged", _tell_decisions(thing.judged)),
    ):
        if listed := list(lines):
            yield from ("", paint(get_text(title), "head"), *_indent(listed, width))


def _indent(lines: Iterable[str], width: int) -> Iterator[str]:
    """Each line two columns in, what does not fit in it four."""
    for line in lines:
        first, *others = wrap(line, max(20, width - 4)) or [""]
        yield f"  {first}"
        yield from (f"    {other}" for other in others)


def _tell_told(node: Node) -> str:
    first = node.first
    document = first.document if isinstance(first, StatementRow) else first
    source = ", ".join(
        part for part in (clean(document.publisher or document.id), (document.published or "")[:10]) if part
    )
    return f"{node.id[:SHORT_ID]}  {node.number} ×  {tell_node(node)}  ({source})"


def list_joining(thing: Thing) -> Iterator[Pair]:
    """As many pairs as connect all nodes, the surest first."""
    of = {node.id: node.id for node in thing.nodes}
    for pair in thing.joined:
        left, right = of[pair.left], of[pair.right]
        if left != right:
            of = {name: left if group == right else group for name, group in of.items()}
            yield pair


def _tell_pair(pair: Pair, sign: str) -> str:
    left, right = pair.left[:SHORT_ID], pair.right[:SHORT_ID]
    return f"{left} {sign} {right}  {pair.score:.2f}  {'; '.join(tell_reasons(pair.reasons))}"


def _tell_unsure(thing: Thing) -> Iterator[str]:
    told = set[str]()
    for pair in thing.unsure:
        other = _get_other(thing, pair).thing
        if other in told:
            continue  # the surest pair of the two things stands before
        told.add(other)
        yield _tell_pair(pair, "?")
        yield f"  {_tell_told(_get_other(thing, pair))}"
        yield f"  hamkor merge {pair.left[:SHORT_ID]} {pair.right[:SHORT_ID]}"


def _tell_completing(thing: Thing) -> Iterator[str]:
    """For each promise or event beside this thing the surest pair, and how to say that it is another."""
    told = set[str]()
    for pair in thing.completing:
        other = _get_other(thing, pair)
        if other.thing not in told:
            told.add(other.thing)
            yield _tell_pair(pair, "←")
            yield f"  {_tell_told(other)}"
            yield f"  hamkor split {pair.left[:SHORT_ID]} {pair.right[:SHORT_ID]}"


def _tell_decisions(judged: Iterable[JudgedRow]) -> Iterator[str]:
    """A line for each decision: what it says of pairs that share a side, and came to one end, is said at once."""
    groups: dict[tuple[Any, ...], list[JudgedRow]] = {}
    for row in judged:
        groups.setdefault((row.decision, row.judgement, row.right, row.undone_at, row.holds), []).append(row)
    return (_tell_judged(rows) for rows in groups.values())


def _tell_judged(rows: Sequence[JudgedRow]) -> str:
    row, sign = rows[0], "=" if rows[0].judgement == POSITIVE else "≠"
    left = ", ".join(sorted(one.left[:SHORT_ID] for one in rows))
    why = f" – {clean(row.why)}" if row.why else ""
    told = f"{row.at}  {row.by}: {left} {sign} {row.right[:SHORT_ID]}{why}"
    return told if row.holds else f"{told}  ({_tell_end(row)})"


def _tell_end(row: JudgedRow) -> str:
    if row.undone_at:
        return get_text("same.undone", at=row.undone_at, by=row.undone_by)
    return get_text("same.replaced")
