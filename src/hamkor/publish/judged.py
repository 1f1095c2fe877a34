"""Verdicts on kept figures: as they were found last where that still counts, else found now and kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from hamkor.ledger import StatementRow, View
from hamkor.messages import get_text
from hamkor.model import Verdict
from hamkor.model.verdict import VERDICTS
from hamkor.publish.checked import Checked, check_gathered, gather_document
from hamkor.publish.gathering import Gathered, Told
from hamkor.publish.table import Field
from hamkor.publish.verdict_json import read_verdict, write_verdict
from hamkor.publish.verdicts import pick_gravest
from hamkor.resolve import copies

_UNCHECKED = "unchecked"
_AT_ONCE = 200  # rows that are judged together
_LAST = 99  # of the columns that a narrow terminal does without


@dataclass(frozen=True, slots=True)
class _Judgement:
    """The verdicts on the figures of a document: the gravest of each, and all as JSON."""

    gravest: Mapping[str, str]
    told: Sequence[Any]


def find_checked(view: View, documents: Iterable[str], verdicts: Collection[str] = VERDICTS) -> Iterator[Checked]:
    """The verdicts on the figures of these documents, document by document.

    verdicts  only those that are one of these
    """
    ids = list(documents)
    judged = _judge(view, ids)
    told = [read_verdict(plain) for id_ in ids for plain in judged[id_].told if plain[1] in verdicts]
    yield from _restore(view, told)


def find_gravest(view: View, documents: Iterable[str]) -> dict[str, str]:
    """The gravest verdict on each figure of these documents, by its id."""
    return {
        id_: verdict
        for one in _judge(view, list(documents), whole=False).values()
        for id_, verdict in one.gravest.items()
    }


def _judge(view: View, documents: Sequence[str], *, whole: bool = True) -> dict[str, _Judgement]:
    kept = view.find_kept(documents, copies=copies.KIND.name, whole=whole)
    found = {one.document: _Judgement(one.gravest, one.told) for one in kept}
    return found | {id_: _find(view, id_) for id_ in documents if id_ not in found}


def _find(view: View, document: str) -> _Judgement:
    gathered, own = gather_document(view, document)
    checked = list(check_gathered(gathered, own))
    gravest = {id_: one.verdict.verdict for id_, one in pick_gravest(checked).items()}
    told = [write_verdict(one.verdict) for one in checked]
    if any(gathered.figures[id_].known for id_ in own) or not own:  # else they are held against what today is recent
        view.keep(document, gathered.topics, gravest, told)
    return _Judgement(gravest, told)


def _restore(view: View, verdicts: Sequence[Verdict]) -> Iterator[Checked]:
    """Verdicts with the figures that they are on and that these were held against."""
    gathered = Gathered()
    gathered.add_these(view, {id_ for one in verdicts for id_ in (one.figure, *one.against)})
    for one in verdicts:
        told = gathered.sources[one.figure]
        assert isinstance(told, Told)
        against, operands = (tuple(known[id_] for id_ in one.against) for known in (gathered.sources, gathered.figures))
        yield Checked(told, one, against, gathered.figures[one.figure], operands)  # type: ignore[arg-type]


class Judged:
    """The gravest verdicts on figures of a ledger, found as their rows come."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._told: dict[str, str] = {}
        self._documents: set[str] = set()

    def load(self, rows: Iterable[StatementRow]) -> None:
        """Find those on all figures of these rows together, which is quicker than one by one."""
        new = list(dict.fromkeys(row.document.id for row in rows if row.document.id not in self._documents))
        self._documents.update(new)
        self._told |= find_gravest(self._view, new)

    def get(self, row: StatementRow) -> str:
        """The gravest verdict on a figure."""
        if row.document.id not in self._documents:
            self.load([row])
        return self._told.get(row.id, _UNCHECKED)

    def pick(self, rows: Iterable[StatementRow], verdict: str | None) -> Iterator[StatementRow]:
        """The rows with this verdict; all of them where None is asked for."""
        rest = iter(rows)
        while part := list(islice(rest, _AT_ONCE if self._documents else 1)):  # the first answer comes at once
            if verdict is not None:
                self.load(part)
            yield from (row for row in part if verdict is None or self.get(row) == verdict)

    def make_field(self) -> Field:
        """A column of a table."""
        title, least = get_text("column.verdict"), len(get_text("verdict.conflicts"))
        return Field(title, lambda row: get_text(f"verdict.{self.get(row)}"), least, spare=_LAST, name="verdict")
