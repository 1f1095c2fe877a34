"""The nouns of Hamkor: frozen, slotted, without input or output."""

from hamkor.model.document import Block, Dateline, Document
from hamkor.model.evidence import Evidence, Span
from hamkor.model.interval import Interval
from hamkor.model.pair import NEGATIVE, POSITIVE, UNSURE, Pair
from hamkor.model.period import Period
from hamkor.model.prepared import OffsetMap, PreparedText, Sentence
from hamkor.model.statements import (
    Commitment,
    Event,
    Observation,
    Organisation,
    Participant,
    PartOf,
    Person,
    Quotation,
    Statements,
    Trace,
)
from hamkor.model.statistic import Statistic
from hamkor.model.verdict import Amount, Reason, Scope, Verdict

__all__ = [
    "NEGATIVE",
    "POSITIVE",
    "UNSURE",
    "Amount",
    "Block",
    "Commitment",
    "Dateline",
    "Document",
    "Event",
    "Evidence",
    "Interval",
    "Observation",
    "OffsetMap",
    "Organisation",
    "Pair",
    "PartOf",
    "Participant",
    "Period",
    "Person",
    "PreparedText",
    "Quotation",
    "Reason",
    "Scope",
    "Sentence",
    "Span",
    "Statements",
    "Statistic",
    "Trace",
    "Verdict",
]
