"""Contradictions that no two figures show: told as verdicts beside those of the checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from datetime import date

from hamkor.model import Verdict
from hamkor.verify.borders import heed_borders
from hamkor.verify.contradictions import Contradiction, find_contradictions
from hamkor.verify.doubts import heed_doubts, is_doubtful_end
from hamkor.verify.figure import Figure
from hamkor.verify.judging import tell
from hamkor.verify.known import Known
from hamkor.verify.systems import build_system, split

_TRADE = frozenset({"trade_turnover", "exports", "imports"})  # which are tied by what they mean
_MOST_TRIES = 5
_FEW = 50  # figures that a document may have
_MOST_AROUND = 60  # figures of others in a system around those of a document
Check = Callable[[Figure], Iterable[Verdict]]


def find_chains(known: Known, wanted: Collection[str], check: Check) -> dict[str, list[Verdict]]:
    """Verdicts on figures that close a chain which contradicts itself, by their ids.

    A figure that a check finds at fault by itself is told already; chains are looked for among the others.

    wanted  ids of the figures that are asked about: a chain without any of them is not told
    check   the verdicts of the checks on a figure
    """
    found: defaultdict[str, list[Verdict]] = defaultdict(list)
    for group in find_groups(known, wanted):
        for chain in _find_in(known, group, wanted, check):
            verdict = tell(chain.closing, chain.check, "conflicts", chain.reason, against=_without(chain))
            if _is_sure(chain, verdict, known):
                found[chain.closing.id].append(verdict)
    return found


def _is_sure(chain: Contradiction, told: Verdict, known: Known) -> bool:
    """Whether neither moved borders nor readings that are not sure may explain a chain."""
    own = {figure.id for figure in chain.figures}
    of_parts = any(own.intersection(known.parts.get(id_, ())) for id_ in own)  # the check of parts tells of these
    if of_parts or is_doubtful_end(chain.closing, chain.computed):
        return False
    heeded = heed_borders(chain.closing, told, _without(chain))
    return heed_doubts(chain.closing, heeded, _without(chain), known.grouped).verdict == "conflicts"


def _without(chain: Contradiction) -> list[Figure]:
    return [figure for figure in chain.figures if figure is not chain.closing]


def _find_in(known: Known, group: Sequence[Figure], wanted: Collection[str], check: Check) -> list[Contradiction]:
    """The chains of a group that the checks have not told."""
    faulty, found = set[str](), dict[Hashable, list[Contradiction]]()
    network = build_system(group, known.parts)
    parts = split(network.equations)
    for _ in range(_MOST_TRIES):
        chains = list(find_contradictions(network, wanted=wanted, without=faulty, found=found, parts=parts))
        more = {id_ for chain in chains for id_ in _find_faulty(chain, check)}
        if not more:
            return [chain for chain in chains if chain.closing.id in wanted and not _is_of_one_thing(chain)]
        faulty |= more
    return []


def _find_faulty(chain: Contradiction, check: Check) -> Iterator[str]:
    """Figures of a chain that are told already: of another time, or in conflict with others of the chain."""
    own = {figure.id for figure in chain.figures}
    for verdict in (v for figure in chain.figures if not figure.official for v in check(figure)):
        of_another_time = verdict.verdict == "fits_other_period"
        if of_another_time or (verdict.verdict == "conflicts" and own.issuperset(verdict.against)):
            yield verdict.figure


def _is_of_one_thing(chain: Contradiction) -> bool:
    """Two tellings of one level, which the checks have held against each other."""
    return all(figure.is_level for figure in chain.figures) and len({f.what for f in chain.figures}) == 1


def find_groups(known: Known, wanted: Collection[str]) -> Iterator[list[Figure]]:
    """Figures that may be tied to some that are wanted.

    These are of the same countries, and of indicators that tell of one another; and the wholes of shares.
    """
    groups: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    asked: set[Hashable] = set()
    for figure in known.figures:
        key = _get_key(figure.indicator, figure.ref, figure.counterpart)
        groups[key].append(figure)
        if figure.id in wanted:
            asked.add(key)
    for key in asked:
        group = _pick_near(groups[key], wanted)
        yield [*group, *_find_wholes(known, key, group)]


def _pick_near(group: list[Figure], wanted: Collection[str]) -> list[Figure]:
    """Where few are asked about: these, what is official, and so many others as told nearest to them."""
    own = [figure for figure in group if figure.id in wanted]
    others = [figure for figure in group if figure.id not in wanted]
    if len(others) <= _MOST_AROUND or len(own) > _FEW:
        return group
    day = max((figure.known for figure in own if figure.known), default=date.min).toordinal()
    others.sort(key=lambda f: (not f.official, abs(day - f.known.toordinal()) if f.known else day))
    return own + others[:_MOST_AROUND]


def _find_wholes(known: Known, key: Hashable, group: Iterable[Figure]) -> Iterable[Figure]:
    """The levels of other groups that shares of this one are of."""
    found: dict[str, Figure] = {}
    for figure in group:
        whole = figure.part_of
        if whole is None:
            continue
        indicator, sides = whole.indicator or figure.indicator, (whole.ref_area, whole.counterpart_area)
        if _get_key(indicator, *sides) != key:
            levels = known.find_levels(indicator, None, sides, of=figure, times=(figure.period,))
            found |= {level.id: level for level in levels}
    return found.values()


def _get_key(indicator: str, ref: str | None, counterpart: str | None) -> Hashable:
    countries = (side and side.partition("-")[0] for side in (ref, counterpart))
    return "trade" if indicator in _TRADE else indicator, frozenset(countries)
