"""Verdicts put together: a contradiction once, with its equation and every telling of each figure in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hamkor.ledger import View
from hamkor.messages import get_language, get_text
from hamkor.model import Statistic
from hamkor.model.verdict import VERDICTS
from hamkor.publish.checked import Checked
from hamkor.publish.equations import tell_amount, tell_scope
from hamkor.publish.gathering import Source
from hamkor.publish.judged import find_checked
from hamkor.publish.manner import WORDS
from hamkor.publish.times import tell_day
from hamkor.publish.verdicts import tell_source
from hamkor.verify import Figure
from hamkor.verify.judging import get_amount, get_scope
from hamkor.web.links import link_place, with_query
from hamkor.web.pages.verdicts import tell_equation


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a figure stands: its words, or none for statistics, whose they are, and the link to the place."""

    words: str
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class Member:
    """A figure of a set, as often as it is told."""

    scope: str
    amount: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What was held against one another, and what came of it.

    check  the name of the check in words; empty where none could be made
    """

    verdict: str
    check: str
    reason: str
    members: tuple[Member, ...]


def find_sets(view: View, documents: Iterable[str], verdicts: Iterable[str]) -> list[Contradiction]:
    """The sets of the figures of these documents that have one of these verdicts, the gravest first; in the reader's
    language, made once for as long as the ledger and the day are the same."""
    these, wanted = tuple(documents), frozenset(verdicts)
    key = ("sets", these, wanted, get_language(), date.today())
    return view.remember_things(key, lambda: group_checked(find_checked(view, these, wanted)))


def group_checked(checked: Iterable[Checked]) -> list[Contradiction]:
    """Verdicts of one equation as one set, in the order in which they come, the gravest first."""
    groups: dict[tuple[str, str, str], list[Checked]] = {}
    for one in checked:
        key = (one.verdict.verdict, one.verdict.check or "", tell_equation(one))
        groups.setdefault(key, []).append(one)
    sets = [_make(*key, ones) for key, ones in groups.items()]
    return sorted(sets, key=lambda one: VERDICTS.index(one.verdict))


def _make(verdict: str, check: str, reason: str, ones: list[Checked]) -> Contradiction:
    members: dict[tuple[str, str], dict[str, Telling]] = {}
    for figure, source in (pair for one in ones for pair in _list_figures(one)):
        key = (tell_scope(get_scope(figure), WORDS), tell_amount(get_amount(figure)))
        members.setdefault(key, {}).setdefault(figure.id, _tell(figure, source))
    named = get_text(f"check_name.{check}") if check else ""
    return Contradiction(
        verdict, named, reason, tuple(Member(*key, tuple(told.values())) for key, told in members.items())
    )


def _list_figures(one: Checked) -> Iterator[tuple[Figure, Source]]:
    yield one.figure, one.told
    yield from zip(one.operands, one.against, strict=True)


def _tell(figure: Figure, source: Source) -> Telling:
    if isinstance(source, Statistic):
        return Telling("", tell_source(source), with_query("/statistics", sort="areas"))
    told = ", ".join(filter(None, (source.publisher or source.document, tell_day(source.published))))
    return Telling(source.evidence.exact, told, link_place(source.document, figure.id))
