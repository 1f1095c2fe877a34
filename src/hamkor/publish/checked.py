"""Figures held against one another and against statistics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hamkor.ledger import Filter, View
from hamkor.model import Verdict
from hamkor.model.value import value
from hamkor.pipeline import ReadDocument
from hamkor.pipeline.originals import find_copied
from hamkor.publish.gathering import Gathered, Source, Told
from hamkor.verify import Figure, check_figures

_EVERYTHING = Filter()
_FEW_DOCUMENTS = 100  # that are looked up one by one; more are cheaper held against everything at once

_MANY_FIGURES = 5000


@value(frozen=True, slots=True)
class Checked:
    """A verdict on a figure, with what it was held against.

    figure    the figure as checks see it; operands: so those of `against`
    """

    told: Told
    verdict: Verdict
    against: tuple[Source, ...]
    figure: Figure
    operands: tuple[Figure, ...] = ()


def check_ledger(view: View, asked: Filter = _EVERYTHING, *, as_of: str | None = None) -> Iterator[Checked]:
    """Every figure asked for with each of its verdicts, the gravest first; held against all that the ledger holds.

    as_of  ISO 8601 day: what was published or released later is not known yet
    """
    if asked == _EVERYTHING:
        yield from _check_all(view, None, as_of)
        return
    found = list(view.find_statements("observation", asked))
    documents, wanted = list(dict.fromkeys(row.document.id for row in found)), {row.id: None for row in found}
    if len(documents) > _FEW_DOCUMENTS and not is_large(view):
        yield from _check_all(view, wanted, as_of)
        return
    for document in documents:
        yield from check_document(view, document, as_of=as_of, wanted=wanted)


def is_large(view: View) -> bool:
    """Whether so much is told that holding everything against everything keeps a user waiting for the first answer."""
    return view.count()["observation"] > _MANY_FIGURES


def _check_all(view: View, wanted: Collection[str] | None, as_of: str | None) -> Iterator[Checked]:
    gathered = Gathered(as_of)
    gathered.add_all(view)
    documents = (id_ for id_, source in gathered.sources.items() if isinstance(source, Told))
    yield from check_gathered(
        gathered, documents if wanted is None else [id_ for id_ in wanted if id_ in gathered.sources]
    )


def check_document(
    view: View, document: str, *, as_of: str | None = None, wanted: Collection[str] | None = None
) -> Iterator[Checked]:
    """The verdicts on the figures of one kept document, held against what of the ledger they touch.

    wanted  ids of the figures that are asked for; None for all of it
    """
    gathered, own = gather_document(view, document, as_of=as_of)
    yield from check_gathered(gathered, own if wanted is None else [id_ for id_ in own if id_ in wanted])


def gather_document(view: View, document: str, *, as_of: str | None = None) -> tuple[Gathered, list[str]]:
    """What the figures of a kept document may be held against, and the ids of these."""
    gathered = Gathered(as_of)
    own = gathered.add_document(view, view.find_figures_of(document))
    gathered.add_touched(view, own)
    return gathered, own


def check_draft(draft: Iterable[ReadDocument], view: View | None, *, as_of: str | None = None) -> Iterator[Checked]:
    """The verdicts on figures of texts not yet published, held against the ledger, which stays as it is.

    What a draft prints again from kept documents, these do not confirm.
    """
    gathered, read = Gathered(as_of), list(draft)
    own = [figure for one in read for figure in gathered.add_draft(one)]
    if view:
        gathered.add_touched(view, own)
        for one in read:
            if copied := find_copied(view, one.prepared):
                gathered.add_copied(one.prepared.document.id, copied.ids)
    yield from check_gathered(gathered, own)


def check_gathered(gathered: Gathered, wanted: Iterable[str]) -> Iterator[Checked]:
    """The verdicts on some of the figures that were gathered."""
    own = list(wanted)
    for figure, verdicts in check_figures((gathered.figures[id_] for id_ in own), gathered.know(own)):
        told = gathered.sources[figure.id]
        assert isinstance(told, Told)
        for verdict in verdicts:
            against = tuple(gathered.sources[id_] for id_ in verdict.against)
            operands = tuple(gathered.figures[id_] for id_ in verdict.against)
            yield Checked(told, verdict, against, figure, operands)
