"""The ledger: what was read is kept, asked and, where it must be, removed. The only place that knows SQLAlchemy.

Importing it loads SQLAlchemy; commands that need no ledger import it late.
"""

from hamkor.ledger.book import Ledger, open_ledger
from hamkor.ledger.columns import KINDS, SHOWN, get_topic, read_statement, write_counted
from hamkor.ledger.engine import RefusedError
from hamkor.ledger.filters import Filter
from hamkor.ledger.followed import FollowedFilter, FollowedRow, is_between, write_pairs
from hamkor.ledger.judge import Completing, Draft, Judge, name_document
from hamkor.ledger.news import News
from hamkor.ledger.ordering import Order, list_orders
from hamkor.ledger.resolver import Resolver
from hamkor.ledger.reviewer import ChangedMeanwhileError, Reviewer
from hamkor.ledger.reviews import Review
from hamkor.ledger.rows import (
    Added,
    Change,
    DocumentRow,
    FigureRow,
    HistoryRow,
    Hit,
    KeptDocument,
    Passage,
    PublisherRow,
    Purged,
    Source,
    Statement,
    StatementRow,
    Tellings,
    Told,
    Version,
)
from hamkor.ledger.sessions import Sessions, TokenRow
from hamkor.ledger.statistics import ReleaseRow, SeriesRow
from hamkor.ledger.tellers import TellerRow
from hamkor.ledger.thing_rows import JudgedRow, Node, Thing, Unsure
from hamkor.ledger.users import UserRow, Users
from hamkor.ledger.view import View
from hamkor.ledger.writer import Writer

__all__ = [
    "KINDS",
    "SHOWN",
    "Added",
    "Change",
    "ChangedMeanwhileError",
    "Completing",
    "DocumentRow",
    "Draft",
    "FigureRow",
    "Filter",
    "FollowedFilter",
    "FollowedRow",
    "HistoryRow",
    "Hit",
    "Judge",
    "JudgedRow",
    "KeptDocument",
    "Ledger",
    "News",
    "Node",
    "Order",
    "Passage",
    "PublisherRow",
    "Purged",
    "RefusedError",
    "ReleaseRow",
    "Resolver",
    "Review",
    "Reviewer",
    "SeriesRow",
    "Sessions",
    "Source",
    "Statement",
    "StatementRow",
    "TellerRow",
    "Tellings",
    "Thing",
    "TokenRow",
    "Told",
    "Unsure",
    "UserRow",
    "Users",
    "Version",
    "View",
    "Writer",
    "get_topic",
    "is_between",
    "list_orders",
    "name_document",
    "open_ledger",
    "read_statement",
    "write_counted",
    "write_pairs",
]
