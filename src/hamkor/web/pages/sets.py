"""Verdicts put together: a contradiction once, with its equation and every telling of each figure in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
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
from hamkor.verify.figure import get_sides
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
    told: dict[str, Telling]  # by the id of the statement

    @property
    def tellings(self) -> tuple[Telling, ...]:
        return tuple(self.told.values())


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
    """Verdicts on the same figures as one set, in the order in which they come, the gravest first."""
    groups: dict[Hashable, list[Checked]] = {}
    for one in checked:
        facts = frozenset(_get_fact(figure) for figure, _ in _list_figures(one))
        groups.setdefault((one.verdict.verdict, one.verdict.check, facts or tell_equation(one)), []).append(one)
    sets = [_make(ones) for ones in groups.values()]
    return sorted(sets, key=lambda one: VERDICTS.index(one.verdict))


def _get_fact(figure: Figure) -> Hashable:
    """What a figure says, whichever of two sides is named first where it is of both alike."""
    sides = get_sides(figure.indicator, figure.ref, figure.counterpart)
    return figure.indicator, sides, figure.period, tell_amount(get_amount(figure))


def _make(ones: list[Checked]) -> Contradiction:
    members: dict[Hashable, Member] = {}
    for figure, source in (pair for one in ones for pair in _list_figures(one)):
        new = Member(tell_scope(get_scope(figure), WORDS), tell_amount(get_amount(figure)), {})
        members.setdefault(_get_fact(figure), new).told.setdefault(figure.id, _tell(figure, source))
    first = ones[0].verdict
    named = get_text(f"check_name.{first.check}") if first.check else ""
    return Contradiction(first.verdict, named, tell_equation(ones[0]), tuple(members.values()))


def _list_figures(one: Checked) -> Iterator[tuple[Figure, Source]]:
    yield one.figure, one.told
    yield from zip(one.operands, one.against, strict=True)


def _tell(figure: Figure, source: Source) -> Telling:
    if isinstance(source, Statistic):
        return Telling("", tell_source(source), with_query("/statistics", sort="areas"))
    told = ", ".join(filter(None, (source.publisher or source.document, tell_day(source.published))))
    return Telling(source.evidence.exact, told, link_place(source.document, figure.id))
