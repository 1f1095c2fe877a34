"""Things: which statements and documents tell the same, and what may be the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from hamkor.ledger import selects
from hamkor.ledger.judge import in_parts
from hamkor.ledger.named import Named, get_named
from hamkor.ledger.rows import StatementRow, Told
from hamkor.ledger.tellers import TellerRow, find_documents, find_tellers, find_things, find_together
from hamkor.ledger.thing import get_thing
from hamkor.ledger.thing_rows import Thing, Unsure
from hamkor.ledger.things import (
    select_documents_together,
    select_items,
    select_latest,
    select_mentions,
    select_tellings,
    select_things,
    select_told,
)
from hamkor.ledger.unsure import find_unsure
from hamkor.ledger.views.base import Answers


class Things(Answers):
    """What a view answers of things."""

    def find_things(self, document_id: str) -> dict[str, str]:
        """The thing that each statement of a document tells of, by the statement's id; the document by its member's."""
        return {row.member: row.thing for row in self._stream(select_things(document_id))}

    def find_things_of(self, statements: Sequence[str]) -> dict[str, str]:
        """The thing that each of these statements tells, by the statement's id."""
        with self._told():
            return find_things(self._connection, statements)

    def find_told(self, kind: str, thing: str | None = None) -> Iterator[Told]:
        """Each statement that tells a thing of a kind (person, figure, thread …), thing by thing, the earliest first.

        thing  its whole id: only what tells this one
        """
        for row in self._stream(select_told(kind, thing)):
            statement = selects.read_statement_row(row, selects.read_document_row(row))
            yield Told(row.of_thing, row.of_item, statement)

    def find_latest_told(self, thing: str, most: int) -> list[StatementRow]:
        """So many of the statements that tell a thing, those told last; the earliest of them first."""
        rows = list(self._stream(select_latest(thing, most)))[::-1]
        return [selects.read_statement_row(row, selects.read_document_row(row)) for row in rows]

    def find_mentions(self, thing: str) -> Iterator[tuple[Mapping[str, Any], str, str | None]]:
        """Of each statement that tells a thing its fields, its document and when that was published, in time."""
        for row in self._stream(select_mentions(thing)):
            yield row.fields, row.document_id, row.published

    def find_tellings(self, things: Iterable[str]) -> Iterator[Told]:
        """Each statement that tells one of these things, thing by thing, the earliest first."""
        for part in in_parts(dict.fromkeys(things)):
            for row in self._stream(select_tellings(part)):
                statement = selects.read_statement_row(row, selects.read_document_row(row))
                yield Told(row.of_thing, row.of_item, statement)

    def find_items(self, kind: str, keys: Collection[str] | None = None) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What was taken of each telling of a kind, all told alike once, with the id of its thing.

        keys  only what holds one of these, as the kind gives them: that costs the same in a ledger of any size
        """
        for row in self._stream(select_items(kind, keys)):
            yield row.thing, row.item

    def get_thing(self, id: str) -> Thing:
        """A thing and why it is one; by its id or that of any of its nodes, of a statement, of a document.

        The first letters are enough. Raises NotFoundError where there is none, or more than one.
        """
        with self._told():
            return get_thing(self._connection, id)

    def get_named(self, id: str) -> Named:
        """What an id names, without why it is one thing; as `get_thing`."""
        with self._told():
            return get_named(self._connection, id)

    def find_unsure(self, kinds: Collection[str], *, most: int) -> list[Unsure]:
        """Pairs of these kinds (person, event …) that may be one thing, for people to decide, the likeliest first."""
        key = ("unsure", frozenset(kinds), most)
        return list(self.remember_things(key, lambda: find_unsure(self._connection, kinds, most=most)))

    def find_tellers(self, statements: Sequence[str], *, copies: str) -> dict[str, list[TellerRow]]:
        """The documents that tell what each of these statements tells, by the statement's id; `copies`: that kind."""
        with self._told():
            return find_tellers(self._connection, statements, copies=copies)

    def find_documents_of(self, things: Collection[str]) -> list[str]:
        """The ids of the documents that are, as wholes, one of these things."""
        with self._told():
            return find_documents(self._connection, things)

    def find_together(self, document_id: str, kind: str) -> list[str]:
        """The ids of the documents that are one thing of a kind with this one, itself among them."""
        with self._told():
            return find_together(self._connection, document_id, kind)

    def find_documents_together(self, kind: str, of: Collection[str] | None = None) -> dict[str, list[str]]:
        """The ids of documents that are one thing of a kind, by the thing; `of`: only where one of these is among."""
        found: dict[str, list[str]] = {}
        for row in self._stream(select_documents_together(kind, of)):
            found.setdefault(row.thing, []).append(row.document_id)
        return found
