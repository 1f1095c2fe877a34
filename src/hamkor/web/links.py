"""Addresses within this server."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from hamkor.ledger import StatementRow


def with_query(path: str, /, **values: object) -> str:
    """An address with what is asked; what is None or empty is left out.

    >>> with_query("/document", id="a b", page=None)
    '/document?id=a+b'
    """
    asked = urlencode({name: value for name, value in values.items() if value not in (None, "")})
    return f"{path}?{asked}" if asked else path


def link_document(id: str) -> str:
    return with_query("/document", id=id)


def link_card(kind: str, id: str) -> str:
    """To the card of a person or an organisation."""
    return f"/who/{kind}/{id}"


def link_words(row: StatementRow) -> str:
    """To the words of a statement, where they stand in their document."""
    return link_place(row.document.id, row.id)


def link_place(document: str, statement: str) -> str:
    return f"{link_document(document)}#s-{statement}"


def link_statement(row: Any) -> str:
    return f"/statement/{row.id}"
