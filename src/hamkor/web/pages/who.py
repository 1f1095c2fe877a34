"""The card of one person or organisation: names in all scripts, posts, why its mentions are one, what is unsure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import Request, Response

from hamkor.ledger import JudgedRow, Ledger, Node, Thing, Unsure, View
from hamkor.messages import get_language
from hamkor.model import Pair
from hamkor.publish.cards import SeveralError, get_card, tell_post
from hamkor.publish.manner import WORDS
from hamkor.publish.reasons import tell_reasons
from hamkor.publish.thing import list_joining
from hamkor.web.cells import tell_node
from hamkor.web.rendering import render

_MENTIONS = 100  # shown of one card


@dataclass(frozen=True, slots=True)
class Couple:
    """Two nodes with why they are, or may be, one."""

    left: Node
    right: Node
    reasons: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of two nodes; one of them may be gone."""

    row: JudgedRow
    left: str
    right: str


def show(request: Request, kind: str, id: str) -> Response:
    """The card of this id, or of this name; where several bear it, their cards to choose from."""
    ledger: Ledger = request.app.state.ledger
    with ledger.view() as view:
        key = ("card", kind, id, get_language(), date.today())
        try:
            found = view.remember_things(key, lambda: _find(view, kind, id))
        except SeveralError as error:
            return render(request, "several.html", named=id, kind=kind, bearers=sorted(error.bearers.items()))
    return render(request, "who.html", **found)


def _find(view: View, kind: str, id: str) -> dict[str, Any]:
    card = get_card(view, kind, id, date.today(), most=_MENTIONS)
    thing = view.get_thing(card.id)
    return {
        "card": card,
        "posts": [tell_post(post, WORDS) for post in card.posts],
        "mentions": card.rows[::-1],
        "joined": list(_list_joined(thing)),
        "unsure": list(_list_unsure(thing)),
        "decided": list(_list_decided(thing)),
        "told": {node.id: tell_node(node) for node in thing.nodes},
    }


def _list_joined(thing: Thing) -> Iterator[Couple]:
    """As many pairs as connect all spellings, the surest first."""
    return _make_couples(thing, list_joining(thing))


def _list_unsure(thing: Thing) -> Iterator[Couple]:
    """For each other thing that this may be the likeliest pair."""
    known = {node.id: node.thing for node in (*thing.nodes, *thing.others.values())}
    once: dict[str, Pair] = {}
    for pair in thing.unsure:
        other = next((known[name] for name in (pair.left, pair.right) if known.get(name, thing.id) != thing.id), None)
        if other:
            once.setdefault(other, pair)
    return _make_couples(thing, once.values())


def _make_couples(thing: Thing, pairs: Iterable[Pair]) -> Iterator[Couple]:
    nodes = {node.id: node for node in (*thing.nodes, *thing.others.values())}
    own = {node.id for node in thing.nodes}
    for pair in pairs:
        left, right = sorted((pair.left, pair.right), key=lambda name: name not in own)
        yield Couple(nodes[left], nodes[right], tuple(tell_reasons(pair.reasons)), thing.kind)


def make_couple(unsure: Unsure) -> Couple:
    """A pair that waits, as the queue shows it."""
    return Couple(unsure.left, unsure.right, tuple(tell_reasons(unsure.reasons)), unsure.kind)


def _list_decided(thing: Thing) -> Iterator[Decided]:
    """Each decision once, the latest first."""
    nodes = {node.id: tell_node(node) for node in (*thing.nodes, *thing.others.values())}
    once = {row.decision: row for row in reversed(thing.judged)}
    for row in sorted(once.values(), key=lambda row: row.at, reverse=True):
        yield Decided(row, nodes.get(row.left, row.left), nodes.get(row.right, row.right))
