"""Does the figure add up: every check in one table, and all of them run over figures of documents and statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hamkor.model import Verdict
from hamkor.model.verdict import VERDICTS, explain
from hamkor.verify.borders import are_crossed, heed_borders
from hamkor.verify.chains import find_chains
from hamkor.verify.changes import check_change_abs, check_growth, check_multiple
from hamkor.verify.doubts import heed_doubts
from hamkor.verify.figure import Figure, read_observation, read_statistic
from hamkor.verify.judging import tell
from hamkor.verify.known import Known
from hamkor.verify.mirrors import check_mirror
from hamkor.verify.nested import check_containment, check_cumulation
from hamkor.verify.others import check_same_figure
from hamkor.verify.releases import check_official
from hamkor.verify.shares import check_share
from hamkor.verify.sums import check_parts, check_sum
from hamkor.verify.targets import check_target

# Name → check. A check's docstring is its explanation; what cannot be checked by it yields nothing.
CHECKS: dict[str, Callable[[Figure, Known], Iterator[Verdict]]] = {
    "share": check_share,
    "growth": check_growth,
    "multiple": check_multiple,
    "change_abs": check_change_abs,
    "sum": check_sum,
    "parts": check_parts,
    "cumulation": check_cumulation,
    "containment": check_containment,
    "same_figure": check_same_figure,
    "official": check_official,
    "mirror": check_mirror,
    "target": check_target,
}


def check_figures(figures: Iterable[Figure], known: Known) -> Iterator[tuple[Figure, list[Verdict]]]:
    """Each figure with its verdicts, the gravest first; never none: what no check reaches is `unchecked`.

    A figure that closes a chain of others which contradicts itself, though no two of them do, conflicts, too.
    """
    wanted = list(figures)
    chains = find_chains(known, {figure.id for figure in wanted}, lambda figure: check_figure(figure, known))
    for figure in wanted:
        told = [*check_figure(figure, known), *chains.get(figure.id, ())]
        told.sort(key=lambda v: VERDICTS.index(v.verdict))
        yield figure, told or [tell(figure, None, "unchecked", explain("nothing"))]


def check_figure(figure: Figure, known: Known) -> list[Verdict]:
    """What the checks of the table say of a figure; none where no check reaches it."""
    return [_heed(figure, verdict, known) for check in CHECKS.values() for verdict in check(figure, known)]


def _heed(figure: Figure, told: Verdict, known: Known) -> Verdict:
    """What is left of a verdict where borders moved, or where a conflict is in doubt."""
    if not (are_crossed(told) or told.verdict == "conflicts"):
        return told
    against = known.find_all(told.against)
    return heed_doubts(figure, heed_borders(figure, told, against), against, known.grouped)


__all__ = ["CHECKS", "Figure", "Known", "check_figures", "read_observation", "read_statistic"]
