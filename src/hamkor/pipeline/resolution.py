"""From the statements of a ledger to the things that they tell of, document by document, in whatever order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields
from datetime import date
from functools import lru_cache, partial
from typing import Any

from hamkor.errors import LedgerError
from hamkor.ledger import Completing, Draft, Judge, KeptDocument, Ledger, Resolver, StatementRow, name_document
from hamkor.ledger.filters import find_day
from hamkor.ledger.passage import get_passage
from hamkor.model import Document, PreparedText, Span
from hamkor.prepare import prepare_passages
from hamkor.resolve.aliases import check_table
from hamkor.resolve.grouping import compare_items, counts, group_nodes, name_node
from hamkor.resolve.judgement import Judged
from hamkor.resolve.kinds import Item, Kind
from hamkor.resolve.telling import Telling
from hamkor.resolve.things import COMPLETING, KINDS


def open_resolver(ledger: Ledger) -> AbstractContextManager[Resolver]:
    """What resolves a ledger's documents by all kinds of the table.

    Raises HamkorError where the user's own table of names is none.
    """
    check_table()
    judges = [Judge(kind.name, _remember_items(kind), partial(_compare, kind), group_nodes) for kind, _ in KINDS]
    completing = [
        Completing(by.name, of.name, _remember_items(by), _remember_items(of), partial(_complete, judge))
        for by, of, _, judge in COMPLETING
    ]
    return ledger.resolver(draft_document, judges, completing=completing)


def _remember_items(kind: Kind[Item]) -> Callable[[str], Item]:
    """Reads items; what many are compared with is read once."""
    return lru_cache(maxsize=_REMEMBERED)(lambda kept: read_item(kind, json.loads(kept)))


_REMEMBERED = 4096  # items of a kind; of the largest, prints of copies, some 20 MB


def draft_document(document: KeptDocument, rows: Sequence[StatementRow]) -> list[Draft]:
    """By what each statement of a document, and the document itself, is resolved."""
    tellings = find_tellings(document, rows)
    of_kinds = ((kind, telling) for kind, of in KINDS for told_by, telling in tellings if told_by == of)
    return [draft for kind, telling in of_kinds for draft in draft_telling(kind, telling)]


def find_tellings(document: KeptDocument, rows: Sequence[StatementRow]) -> list[tuple[str | None, Telling]]:
    """Each statement with its kind, the document itself with None."""
    return [(None, tell_document(document)), *((row.kind, tell_statement(document, row)) for row in rows)]


def tell_document(document: KeptDocument) -> Telling:
    """A whole document as what is told."""
    row = document.row
    page = Document(row.id, document.text, row.digest, published=row.published, blocks=document.blocks)
    return _tell(document, name_document(row.id), _leave_out_furniture(page), None)


def tell_draft(prepared: PreparedText) -> Telling:
    """A whole text that is not kept as what is told."""
    document, day = prepared.document, find_day(prepared.published)
    return Telling(
        id=name_document(document.id),
        document=document.id,
        published=date.fromisoformat(day) if day else None,
        publisher=prepared.publisher or document.publisher,
        credited=prepared.attributed_to,
        language=prepared.language,
        title=document.title,
        words=_leave_out_furniture(document),
    )


def _leave_out_furniture(page: Document) -> str:
    """The report's own sentences: what stands on every page of an outlet makes none of them copies."""
    passages = prepare_passages(page)
    sentences = [sentence.span.within(p.text) for p in passages for sentence in p.sentences]
    return "\n".join(sentences) or page.text


def tell_statement(document: KeptDocument, row: StatementRow) -> Telling:
    """A statement in its document, with its paragraph, or its row of a table."""
    span = Span(row.evidence.start, row.evidence.end)
    passage = get_passage(document.text, document.blocks, span)
    return _tell(document, row.id, passage.before + passage.words + passage.after, row.statement)


def _tell(document: KeptDocument, id: str, words: str, statement: Any) -> Telling:
    row, day = document.row, find_day(document.row.published)
    return Telling(
        id=id,
        document=row.id,
        published=date.fromisoformat(day) if day else None,
        publisher=row.publisher,
        credited=row.attributed_to,
        language=row.language,
        title=row.title,
        words=words,
        statement=statement,
    )


def draft_telling(kind: Kind[Item], telling: Telling) -> Iterator[Draft]:
    """By what one telling is resolved; nothing where it can be resolved to nothing."""
    item = kind.take(telling)
    if item is not None:
        node = name_node(kind.name, kind.sign(item))
        yield Draft(telling.id, kind.name, node, write_item(item), kind.find_keys(item), _find_completing(kind, item))


def _find_completing(kind: Kind[Item], item: Item) -> tuple[str, frozenset[str]]:
    """What a telling may complete, and the keys under which that is looked for."""
    found = ((of.name, find_keys(item)) for by, of, find_keys, _ in COMPLETING if by.name == kind.name)  # type: ignore[arg-type]
    return next(found, ("", frozenset()))


def write_item(item: object) -> dict[str, Any]:
    """An item as the ledger keeps it."""
    return {field.name: getattr(item, field.name) for field in fields(item)}  # type: ignore[arg-type]


def read_item(kind: Kind[Item], kept: dict[str, Any]) -> Item:
    """An item as `write_item` wrote it."""
    return kind.item(**{name: _freeze(value) for name, value in kept.items()})


def _freeze(value: Any) -> Any:
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def _compare(kind: Kind[Item], left: Item, right: Item) -> tuple[str, float, tuple[str, ...]] | None:
    judged = compare_items(kind, left, right)
    return (judged.judgement, judged.score, judged.reasons) if counts(judged) else None


def _complete(judge: Callable[[Any, Any], Judged | None], by: Any, of: Any) -> tuple[float, tuple[str, ...]] | None:
    judged = judge(by, of)
    return (judged.score, judged.reasons) if judged else None


def resolve_left(resolver: Resolver, ids: Sequence[str]) -> Iterator[tuple[str, Exception | None]]:
    """Resolve documents one by one; each with what went wrong: whatever one of them brings, the others go on.

    Raises LedgerError where it is the ledger itself that fails.
    """
    for id_ in ids:
        yield id_, resolve_document(resolver, id_)
    resolver.settle()


def resolve_document(resolver: Resolver, document_id: str) -> Exception | None:
    """Resolve one document; what went wrong, if anything: then it is left for another time."""
    try:
        resolver.resolve(document_id)
    except LedgerError:
        raise
    except Exception as error:
        return error
    return None
