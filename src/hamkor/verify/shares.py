"""Shares held against the part and the total they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from hamkor.model import Interval, Reason, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure, get_sides
from hamkor.verify.judging import get_amount, get_best, get_middle, tell
from hamkor.verify.known import Known
from hamkor.verify.recent import find_recent
from hamkor.verify.shelf import Times
from hamkor.verify.voices import judge_two

_HUNDRED = point(Decimal(100))
_BESIDE = 40  # characters between a share and the amount that it is
_PERCENT = 1  # points that a printed percent reaches at most
_JOINED = 12  # where both tell one thing («312 млн, или 60 %»)
_RIGHT_BEFORE = 80  # where the amount is of another partner, and stands before it


def check_share(figure: Figure, known: Known) -> Iterator[Verdict]:
    """A share: the part divided by the total of the same time. Where the totals of another time fit, they are named."""
    if figure.measure != "share" or figure.part_of is None:
        return
    if figure.status != "actual":
        yield tell(figure, None, "unchecked", explain("ahead"))
        return
    parts = _find_parts(figure, known)
    totals = _find_totals(figure, known, dict.fromkeys(part.period for part in parts))
    pairs = [(p, t) for p in parts for t in totals if t.period == p.period and t.unit == p.unit and t.id != p.id]
    best = get_best(_judge(figure, part, total) for part, total in pairs if total.teller == pairs[0][1].teller)
    if best is None:
        told = _try_told_total(figure, parts, known) or _try_own_level(figure, known)
        told = told or _try_amount_beside(figure, known) or _try_of_turnover(figure, known)
        yield told or tell(figure, "share", "unchecked", _tell_missing(parts, figure))
        return
    if best.verdict == "conflicts" and _is_of_itself(figure) and not _find_told_part(figure, known):
        best = _try_own_level(figure, known) or _try_of_turnover(figure, known)
        best = best or tell(figure, "share", "unchecked", explain("no_part"))
    elif best.verdict != "fits":
        others = _try_told_total(figure, parts, known) or _try_other_totals(figure, pairs[0][0], known, best)
        best = others or best
    yield best


def _find_parts(figure: Figure, known: Known) -> list[Figure]:
    """Levels of what the share is of, in its time; of a share that tells none, the nearest in its own document."""
    if _is_of_itself(figure) and (told := _find_told_part(figure, known)):
        return told
    found = [p for p in known.find_flow(figure, times=(figure.period,)) if p.teller == figure.teller or p.official]
    others = list(known.own.find(figure))
    if found or figure.period or any(f.measure == "share" for f in others):  # of two shares one is older
        return found[:2]
    own = [f for f in others if f.is_level and f.period]
    return sorted(own, key=lambda f: abs(f.start - figure.start))[:1]


def _is_of_itself(share: Figure) -> bool:
    """Whether a share is said to be of what it counts itself: then only its words tell what the part is."""
    whole = share.part_of
    if whole is None or (whole.indicator or share.indicator) != share.indicator:
        return False
    own, total = (share.ref, share.counterpart), (whole.ref_area, whole.counterpart_area)
    return get_sides(share.indicator, *own) == get_sides(share.indicator, *total)


def _find_told_part(share: Figure, known: Known) -> list[Figure]:
    """The level of an area within, told right beside («30 процентов, то есть 510 млн, приходится на область»).

    Else that of one partner, told right before («на 144 млн отправлено соседям, это 21 процент всего экспорта»).
    """
    inner = (f for f, outer in known.find_own_around(share) if not outer)
    beside = [f for f in inner if max(f.start - share.end, share.start - f.end) <= _BESIDE]
    if not beside and share.counterpart is None:
        partners = (f for f in known.own.find_partners(share) if f.period == share.period)
        beside = [f for f in partners if 0 <= share.start - f.end <= _RIGHT_BEFORE]
    return sorted(beside, key=lambda f: abs(f.start - share.start))[:1]


def _judge(figure: Figure, part: Figure, total: Figure) -> Verdict:
    formula = explain("share", part=get_amount(part), whole=get_amount(total))
    return judge_two(figure, "share", _share, (part, total), formula=formula)


def _share(part: Interval, total: Interval) -> Interval:
    return part / total * _HUNDRED


def _find_totals(figure: Figure, known: Known, times: Times | None = None) -> list[Figure]:
    """The totals of these times, of all where none are named."""
    return _leave_out_zero(known.find_totals(figure, times=times))


def _leave_out_zero(totals: Iterable[Figure]) -> list[Figure]:
    return [total for total in totals if not total.bounds.holds(Decimal(0))]


def _try_told_total(figure: Figure, parts: list[Figure], known: Known) -> Verdict | None:
    """A share that tells no time is of a total that its document tells, whatever its time, where it fits."""
    if figure.period or not parts:
        return None
    totals = (t for t in _leave_out_zero(known.own.find_totals(figure)) if t.unit == parts[0].unit)
    told = (_judge(figure, parts[0], total) for total in totals if total.id != parts[0].id)
    return next((verdict for verdict in told if verdict.verdict == "fits"), None)


def _try_own_level(figure: Figure, known: Known) -> Verdict | None:
    """A share said to be of what it counts itself, right after that: of the larger area told beside, where it fits."""
    if not _is_of_itself(figure):
        return None
    parts = [p for p in known.own.find_flow(figure) if 0 <= figure.start - p.end <= _BESIDE]
    totals = [t for t, outer in known.find_own_around(figure) if outer and not t.bounds.holds(Decimal(0))]
    told = (_judge(figure, p, t) for p in parts for t in totals if t.period == p.period and t.unit == p.unit)
    return next((verdict for verdict in told if verdict.verdict == "fits"), None)


def _try_amount_beside(figure: Figure, known: Known) -> Verdict | None:
    """A partner's share told right after its amount, which tells none itself («312 млн, или 60 %, пришлось на …»).

    The total is the other level of the same that stands before both, of the same time.
    """
    levels = [t for t in _leave_out_zero(known.own.find_totals(figure)) if t.end <= figure.start]
    beside = [p for p in levels if figure.start - p.end <= _JOINED]
    if _is_of_itself(figure) or not beside:
        return None
    part = beside[0]
    whole = next((t for t in levels if t.end <= part.start and (t.period, t.unit) == (part.period, part.unit)), None)
    told = _judge(figure, part, whole) if whole and whole.value > part.value else None
    exact = figure.bounds.width <= _PERCENT  # «96 тыс., каждый третий»: of these, not of all
    return told if told and (exact or told.verdict == "fits") else None


def _try_of_turnover(figure: Figure, known: Known) -> Verdict | None:
    """A share of exports or imports said of nothing else: of the turnover told before them, where it fits."""
    if figure.indicator not in ("exports", "imports"):
        return None
    sides = figure.ref, figure.counterpart
    totals = known.own.find_levels("trade_turnover", figure.subject, sides, of=figure)
    parts = [p for p in known.own.find_flow(figure) if 0 <= figure.start - p.end <= _RIGHT_BEFORE]
    told = (_judge(figure, p, t) for p in parts for t in totals if t.period == p.period and t.unit == p.unit)
    return next((verdict for verdict in told if verdict.verdict == "fits"), None)


def _try_other_totals(figure: Figure, part: Figure, known: Known, own: Verdict) -> Verdict | None:
    """The total of another time that the share is of; what it would be of its own is told beside."""
    totals = [t for t in _find_totals(figure, known) if t.unit == part.unit]
    for total in find_recent(totals, figure):
        told = _judge(figure, part, total)
        if told.verdict == "fits" and total.period:
            reason = explain("of_total", period=total.period, told=told.reason)
            reason = explain("not_own", told=reason, own=own.reason)
            return tell(figure, "share", "fits_other_period", reason, against=(part, total))
    return None


def _tell_missing(parts: list[Figure], figure: Figure) -> Reason:
    if not parts or figure.bounds.holds(Decimal(0)):
        return explain("no_part")
    total = _derive_total(parts[0].bounds, figure.bounds)
    return explain("no_total", total=get_middle(total, parts[0].unit))


def _derive_total(part: Interval, share: Interval) -> Interval:
    """The total that a part and its share imply: derived, never evidence."""
    return part / share * _HUNDRED
