"""The ledger: what was read is kept, asked and, where it must be, removed. The only place that knows SQLAlchemy.

Importing it loads SQLAlchemy; commands that need no ledger import it late.
"""

from hamkor.ledger import node_tables  # noqa: F401
from hamkor.ledger.book import Ledger, open_ledger
from hamkor.ledger.columns import KINDS
from hamkor.ledger.engine import RefusedError
from hamkor.ledger.filters import Filter
from hamkor.ledger.rows import (
    Added,
    Change,
    DocumentRow,
    HistoryRow,
    Hit,
    KeptDocument,
    Passage,
    Purged,
    Source,
    Statement,
    StatementRow,
    Version,
)
from hamkor.ledger.view import View
from hamkor.ledger.writer import Writer

__all__ = [
    "KINDS",
    "Added",
    "Change",
    "DocumentRow",
    "Filter",
    "HistoryRow",
    "Hit",
    "KeptDocument",
    "Ledger",
    "Passage",
    "Purged",
    "RefusedError",
    "Source",
    "Statement",
    "StatementRow",
    "Version",
    "View",
    "Writer",
    "open_ledger",
]
