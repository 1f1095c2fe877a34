"""Verdicts for pages: each with its words, its equation and what it was held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hamkor.ledger import View
from hamkor.model import Statistic
from hamkor.publish.checked import Checked
from hamkor.publish.equations import tell_reason
from hamkor.publish.gathering import Told
from hamkor.publish.judged import find_checked
from hamkor.publish.manner import WORDS, Manner
from hamkor.publish.verdicts import tell_source
from hamkor.web.links import with_query


@dataclass(frozen=True, slots=True)
class Against:
    """What a figure was held against: words of a document, or a series."""

    told: str
    link: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One verdict as a page shows it, with the id of its figure."""

    verdict: str
    figure: str
    exact: str
    document: str
    reason: str
    against: tuple[Against, ...]


def tell_equation(checked: Checked) -> str:
    """What a verdict rests on, with names in place of codes."""
    return tell_reason(checked.verdict.reason, find_manner(checked))


def find_manner(checked: Checked) -> Manner:
    """Words, in which documents are called by their publishers."""
    sources = (checked.told, *checked.against)
    names = {s.document: s.publisher for s in sources if isinstance(s, Told) and s.publisher}
    return replace(WORDS, teller=lambda teller: names.get(teller, teller))


def show_verdict(checked: Checked) -> Shown:
    verdict, told = checked.verdict, checked.told
    against = tuple(_show_source(source) for source in checked.against)
    shown = (verdict.verdict, verdict.figure, told.evidence.exact, told.document)
    return Shown(*shown, tell_equation(checked), against)


def _show_source(source: Told | Statistic) -> Against:
    if isinstance(source, Statistic):
        return Against(tell_source(source), "/statistics")
    return Against(f"«{source.evidence.exact}»", with_query("/document", id=source.document))


def find_verdicts(view: View, documents: Iterable[str]) -> Iterator[Shown]:
    """The verdicts on the figures of these documents, document by document."""
    return map(show_verdict, find_checked(view, documents))
