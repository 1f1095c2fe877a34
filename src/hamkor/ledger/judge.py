"""What the ledger must be told to resolve: it knows nothing of names or figures itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from hamkor.ledger.columns import get_digest
from hamkor.ledger.rows import KeptDocument, StatementRow
from hamkor.model import Pair

Plain = Any  # JSON
Value = TypeVar("Value")
COMPLETING = 1  # the bit of a key
_AT_ONCE = 10_000  # values in one question; SQLite takes 32,766


@dataclass(frozen=True, slots=True)
class Draft:
    """By what a statement, or a whole document, is resolved.

    member  the statement's id; of a document what `name_document` gives
    node    the name of all that is told alike
    item    what counts of it, JSON; the same for all of one node
    keys    nodes that share none are never compared
    completing  the kind of what it may complete, and the keys of that under which it is looked for; these, too, are
                the same for all of one node
    """

    member: str
    kind: str
    node: str
    item: Plain
    keys: frozenset[str]
    completing: tuple[str, frozenset[str]] = ("", frozenset())


@dataclass(frozen=True, slots=True)
class Judge:
    """How nodes of one kind are judged.

    read     an item from its JSON, as text
    compare  judgement, score and reasons of two items; None where that is not worth keeping
    group    the thing of each node: the least name of its nodes. Asked only where something among them is held
             different or was judged by users; else all that joining judgements connect is one thing
    """

    kind: str
    read: Callable[[str], Any]
    compare: Callable[[Any, Any], tuple[str, float, tuple[str, ...]] | None]
    group: Callable[[Iterable[str], Iterable[Pair]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Completing:
    """How nodes of one kind are held against those of another that they may complete: events against promises.

    by, of            the kinds
    read_by, read_of  an item of each from its JSON, as text
    compare           score and reasons where the first completes the second; else None
    """

    by: str
    of: str
    read_by: Callable[[str], Any]
    read_of: Callable[[str], Any]
    compare: Callable[[Any, Any], tuple[float, tuple[str, ...]] | None]


Drafting = Callable[[KeptDocument, Sequence[StatementRow]], Sequence[Draft]]


def name_document(document_id: str) -> str:
    """The member that a whole document is: a digest, because an id can tell what a purged document was about."""
    return get_digest(f"document\x1f{document_id}")


def name_alone(draft: Draft) -> str:
    """The node of a statement that a user took off what is told alike."""
    return get_digest(f"{draft.node}\x1f{draft.member}")


def write_key(kind: str, key: str, *, completing: bool = False) -> int:
    """A key as 64 bits with a sign, as databases have them; the last bit tells that of what may complete its holder."""
    digest = hashlib.blake2b(f"{kind}\x1f{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) & ~COMPLETING | completing


def in_parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """As many values at once as a database takes."""
    rest = iter(values)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
