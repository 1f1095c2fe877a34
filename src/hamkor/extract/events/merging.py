"""Joins mentions of one event in a document."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.codes.areas import may_be_same_area
from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.openings import Opening
from hamkor.extract.events.places import Place
from hamkor.model import Participant, Period
from hamkor.model.value import value

_WORD = re.compile(r"\w+")
_STEM = 5
_ANNOUNCED = frozenset({"meeting", "visit", "signing", "call"})  # one of each is what a report is about
_LEAD = 4  # sentences after a title in which the text tells the same
_NEXT = 3  # sentences from an event to “this is the third visit …”
_ALIKE = 0.7  # share of the shorter one's words that two tellings of one thing have in common
_LED = {"meeting", "forum"}  # a session is called a meeting where it is told who led it
_PAPERS = {"signing"}
_PLAIN = Opening()
_TALKS = frozenset({"meeting", "call", "visit", "forum"})  # where these are told, words that imply a meeting mean them


@value(frozen=True, slots=True)
class Told:
    """A mention with what was found about it; `people` are the names of those who are people.

    `recalled` says that it is no news: the report only looks back at it; `titled`: the title tells of it;
    `returning`: it is a visit in return;
    `opening`: how its sentence begins, where that says more of what was told before.
    `ahead`: its day is to come.
    `unowned`: it is a visit of which its own words name no visitor («Amaliy tashrif … bilan uchrashuvdan boshlandi»).
    """

    mention: Mention
    folded: str
    date: Period | None
    place: Place | None
    status: str
    participants: tuple[Participant, ...]
    people: frozenset[str]
    recalled: bool = False
    titled: bool = False
    returning: bool = False
    opening: Opening = _PLAIN
    ahead: bool = False
    unowned: bool = False


def merge_tellings(tellings: list[Told]) -> list[Told]:
    """One telling an event, in order of the text."""
    kept: list[Told] = []
    tellings = _without_titled(tellings)
    for told in sorted(tellings, key=lambda t: (t.mention.weak, t.mention.bare)):
        _settle(kept, told)
    return sorted(kept, key=lambda t: (t.mention.number, t.mention.span))


def _without_titled(tellings: list[Told]) -> list[Told]:
    """Leave out what a title tells of where the text after it tells of such an event."""
    text = [t for t in tellings if not t.titled and not t.mention.bare]
    return [t for t in tellings if not t.titled or not any(_is_of_kind(t, other) for other in text)]


def _is_of_kind(titled: Told, told: Told) -> bool:
    near = told.mention.number <= _LEAD and titled.status == told.status
    alike = titled.mention.type == told.mention.type or {titled.mention.type, told.mention.type} == {"meeting", "forum"}
    one = titled.mention.type in _ANNOUNCED or _share_words(titled, told)
    return near and alike and one


def _settle(kept: list[Told], told: Told) -> None:
    """Join a telling to the event it tells again, or keep it as a new one."""
    talk = next((at for at, known in enumerate(kept) if known.mention.type in _TALKS), None)
    if told.mention.weak and talk is not None:
        if abs(kept[talk].mention.number - told.mention.number) == 1:
            kept[talk] = _with_people(kept[talk], told)
        return
    if told.mention.weak and not told.people:
        return
    if any(_visits_on(known, told) for known in kept):
        return
    meant = _find_meant(kept, told)
    if told.mention.bare and meant is not None:
        known = _with_people(kept[meant], told)
        later = told.ahead and known.status == "held"  # «at the talks X was invited to a forum in April 2026»
        kept[meant] = replace(known, place=known.place or told.place, date=known.date or (None if later else told.date))
        return
    for at, known in enumerate(kept):
        if _is_same(known, told):
            kept[at] = _join(known, told)
            return
    kept.append(told)


def _visits_on(known: Told, told: Told) -> bool:
    """Whether a visit without a visitor and a day of its own is the one told before, to the same place."""
    again = known.mention.type == told.mention.type and known.status == told.status and not told.returning
    before = again and known.mention.number <= told.mention.number
    apart = known.place and told.place and not may_be_same_area(known.place.code, told.place.code)
    return told.unowned and told.date is None and before and not apart


def _find_meant(kept: list[Told], told: Told) -> int | None:
    """Which event words that only point back mean: one of their own kind before one of another («the event»)."""
    may_be = [at for at, known in enumerate(kept) if _may_point_to(told, known)]
    own = [at for at in may_be if kept[at].mention.type == told.mention.type]
    return next(iter(own or may_be), None)


def _with_people(known: Told, told: Told) -> Told:
    """An event with the people that words which point back to it name: where it told of none, or of two or more."""
    if known.people and len(told.people) > 1:
        return _join(known, told)
    return known if known.people else replace(known, participants=told.participants, people=told.people)


def _may_point_to(told: Told, known: Told) -> bool:
    """Whether words that may only point back («в ходе встречи») mean the event already known."""
    if known.mention.type not in (told.mention.type, "call", *told.mention.points):
        return False
    if told.date and not (known.date and known.date.covers(told.date)):
        beside = not told.people and told.mention.number == known.mention.number + 1
        ceremony = told.mention.type == known.mention.type == "opening" and told.status == known.status
        return known.date is None and (beside or ceremony or bool(known.people & told.people))
    next_to = told.mention.number == known.mention.number + 1  # «В беседе участвовали министр и консул»: others of it
    return len(told.people) < 2 or not known.people or bool(known.people & told.people) or next_to


def _is_same(known: Told, told: Told) -> bool:
    near = known.status == told.status and 0 < told.mention.number - known.mention.number <= _NEXT
    if near and _says_more(known, told):
        return True
    if known.mention.type != told.mention.type or known.status != told.status or _recalls_others(known, told):
        return False
    if _are_apart(known, told):
        return False
    if _goes_on(known, told):
        return True
    if known.people and told.people:
        apart = told.mention.type in ("signing", "opening") or _meets_others(known, told)
        return bool(known.people & told.people) and not apart
    return _opens_the_same(known, told) or _share_words(known, told)


def _says_more(known: Told, told: Told) -> bool:
    """Whether a telling begins as one that says more of an event: of the same type, or who led a session."""
    kinds = {known.mention.type, told.mention.type}
    if told.opening.led and kinds == _LED and not _are_apart(known, told):
        return True
    if len(kinds) > 1 or _recalls_others(known, told):
        return False
    apart = _are_apart(known, told)
    papers = kinds == _PAPERS and told.opening.of_these and not told.people and not apart
    return told.opening.pointed or papers or (told.opening.led and not apart)


def _are_apart(known: Told, told: Told) -> bool:
    """Whether their days or places are others."""
    if known.date and told.date and not (known.date.covers(told.date) or told.date.covers(known.date)):
        return True
    return bool(known.place and told.place and known.place.code != told.place.code and _both_precise(known, told))


def _recalls_others(known: Told, told: Told) -> bool:
    """Whether one is news and the other recalled, and each names someone whom the other does not."""
    return known.recalled != told.recalled and not (known.people <= told.people or told.people <= known.people)


def _meets_others(known: Told, told: Told) -> bool:
    """Whether one and the same person is to meet others each time, each time told in full.

    At one that was held others are often told of (“at the meeting X was given an order by the decree of Y”).
    """
    planned = told.mention.type == "meeting" and told.status == "planned"
    full = planned and len(known.people & told.people) == 1
    return full and bool(known.people - told.people) and bool(told.people - known.people)


def _opens_the_same(known: Told, told: Told) -> bool:
    """Whether what opens goes by one noun, and at most one telling has its day."""
    undated = known.date is None or told.date is None
    return known.mention.type == "opening" and undated and bool(_words(known.folded) & _words(told.folded))


def _goes_on(known: Told, told: Told) -> bool:
    """Whether the next sentence only dates the opening, or the meeting of people, that the one before told of."""
    beside = 0 < told.mention.number - known.mention.number <= 1
    again = known.mention.type == "opening" or bool(known.people and not told.people)
    return again and beside and known.date is None and told.date is not None


def _both_precise(known: Told, told: Told) -> bool:
    codes = [t.place.code for t in (known, told) if t.place and t.place.code]
    return len(codes) == 2 and not any(a.startswith(b) for a in codes for b in codes if a != b)


def _share_words(known: Told, told: Told) -> bool:
    a, b = _words(known.folded), _words(told.folded)
    return len(a & b) >= max(1.0, _ALIKE * min(len(a), len(b)))


def _words(folded: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _WORD.findall(folded) if len(w) > 3)


def _join(known: Told, told: Told) -> Told:
    more = tuple(p for p in told.participants if p.name in told.people and p.name not in known.people)
    participants = (*known.participants, *more) if known.people else (told.participants or known.participants)
    return replace(
        known,
        date=known.date or told.date,
        place=told.place if told.opening.pointed and told.place else known.place or told.place,
        participants=participants if told.people else known.participants,
        people=known.people | told.people,
    )
