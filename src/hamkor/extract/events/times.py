"""When an event was or will be."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hamkor.extract.commitments.minutes import get_minutes_words, list_labels
from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.statuses import find_agreed
from hamkor.extract.events.words import EventWords, get_untitled
from hamkor.extract.reading import Reading
from hamkor.extract.times.calendar import widen_end_of_year
from hamkor.grammar import Part
from hamkor.model import Period, Span
from hamkor.model.period import move_years

_YEAR = re.compile(r"\d{4}")
_FORMS = frozenset({"day", "span", "point", "deadline"})
_DAYS = frozenset({"day"})
_WITHOUT_YEAR = frozenset({"day", "span", "point", "deadline", "since"})
_ASIDE = re.compile(r"[^,;]*(,[^,;]*,)(?= \w)")
_WEEK = 7  # days
_AFTER = 16  # characters after a time that may say what it is of
_NAME = 40  # characters that the name of an event may go on for before a comma
_VISIT = 60  # and who visits whom
_BEGINNINGS = frozenset({"opening", "appointment"})  # «с 23 марта» dates what begins, nothing else
_GATHERINGS = frozenset({"forum", "meeting"})
_SIGNING = "signing"
_BOUND = frozenset({"signing", "other"})  # they have terms of their own («программа на 2025–2026 годы»)


def find_date(reading: Reading, words: EventWords, mention: Mention) -> Period | None:
    """The time told beside the mention, else that of what was told before, where the words say it is the same."""
    sentence = reading.sentences[mention.number]
    told = [p for p in sentence.of("period") if _may_date(reading, words, mention, part=p)]
    if not told and mention.item:
        labels = list_labels(get_minutes_words(reading.language), reading, mention.number)
        told = [p for label in labels for p in label.of("period") if p.value.period is not None][:1]
    if told:
        told = _without_asides(reading.folded, mention, told)
        nearest = min(told, key=lambda p: _rank(reading.folded, words, mention, time=p.span))
        return _in_other_year(reading, words, mention, part=nearest) or _get_period(nearest)
    clause = reading.folded[mention.clause.start : mention.words.start].lstrip()
    if words.same_year.match(clause):
        before = _find_before(reading, mention, _FORMS)
        return Period(before.start[:4]) if before else None
    if words.same_then.match(clause):
        return _find_before(reading, mention, _FORMS)
    return _find_before(reading, mention, _DAYS) if words.same_time.match(clause) else None


def _without_asides(folded: str, mention: Mention, told: list[Part]) -> list[Part]:
    """Without times between commas right after the event, where the time of its verb follows."""
    aside = _ASIDE.match(folded, mention.words.start, mention.clause.end)
    if aside is None or not any(p.span.start >= aside.end() for p in told):
        return told
    return [p for p in told if not aside.start(1) <= p.span.start < aside.end()]


def _get_period(part: Part) -> Period:
    period: Period = part.value.period
    if part.value.form == "deadline":
        return widen_end_of_year(period)
    return Period(period.start) if part.value.form == "since" else period


def _in_other_year(reading: Reading, words: EventWords, mention: Mention, *, part: Part) -> Period | None:
    """A time without a year, in another one where its reading contradicts what the event's own words tell."""
    period, folded, published = part.value.period, get_untitled(reading), reading.published
    time = (part.span.start, part.span.end)
    if not published or part.value.form not in _WITHOUT_YEAR or "02-29" in str(period) or _YEAR.search(folded, *time):
        return None
    own = (mention.words.start, mention.words.end)
    planned = _find_planned(words, folded, own, time)
    to_come = planned or words.coming.search(folded, mention.clause.start, own[1])
    to_come = to_come or find_agreed(folded, words, mention)
    gathering = mention.type in _GATHERINGS  # «the town hosts the forum» may be told of one to come
    done = mention.status == "held" and not gathering
    to_come = to_come or _find_awaited(words, folded, own[1], time[0])
    has_been = done or _find_held(words, folded, own, planned)
    if gathering and not (to_come or has_been):  # what was signed there tells that a forum was held
        after = (mention.words.end, mention.clause.end)
        ahead = [met for said in (words.planned, words.coming) if (met := said.search(folded, *after))]
        held = words.held.search(folded, *after)
        to_come = ahead[0] if ahead and not (held and held.start() < ahead[0].start()) else None
        bid = words.invited.search(folded, *after) or words.proposed.search(folded, *after)
        has_been = None if ahead or bid else held
    if period.last < published and (words.coming.search(folded, *own) or (to_come and not has_been)):
        return _get_next(period) if _is_of_week(period, folded[time[0] : time[1]], published) else move_years(period, 1)
    said_ahead = words.planned.search(folded, *time) or words.coming.search(folded, *time)
    if period.first > published and has_been and not (to_come or said_ahead):
        return move_years(period, -1)
    return None


def _find_planned(words: EventWords, folded: str, own: tuple[int, int], time: tuple[int, int]) -> re.Match[str] | None:
    """Words of what is to come among an event's own, but not behind a time that a verb of the past stands before.

    “The fair kicked off on September 20 and will end on September 25.”
    """
    planned = words.planned.search(folded, *own)
    begun = planned and planned.start() >= time[1] and words.held.search(folded, own[0], max(own[0], time[0]))
    return None if begun else planned


def _find_held(
    words: EventWords, folded: str, own: tuple[int, int], planned: re.Match[str] | None
) -> re.Match[str] | None:
    """A verb of the past among an event's own words, not one that what is to come stands right before.

    “The guests will be | received by the mayor.”
    """
    held = words.held.search(folded, planned.end() if planned else own[0], own[1])
    if held is None:
        return None
    ahead = words.coming.finditer(folded, max(0, held.start() - _NAME), held.start())
    return None if any(folded[met.end() : held.start()].isspace() for met in ahead) else held


def _is_of_week(period: Period, told: str, published: date) -> bool:
    """Whether a day is told by no number («во вторник») and lies within the week before publication."""
    days = (published - period.first).days
    return period.first == period.last and 0 <= days < _WEEK and not any(c.isdigit() for c in told)


def _get_next(period: Period) -> Period:
    """The same day of the next week."""
    return Period((period.first + timedelta(_WEEK)).isoformat())


def _find_awaited(words: EventWords, folded: str, start: int, end: int) -> re.Match[str] | None:
    """Words between an event and its time that say it is to come («ответный визит | ожидается | весной»)."""
    return None if words.held.search(folded, start, max(start, end)) else words.planned.search(folded, start, end)


def _may_date(reading: Reading, words: EventWords, mention: Mention, *, part: Part) -> bool:
    form, folded = part.value.form, reading.folded
    if part.value.period is None or not mention.clause.covers(part.span):
        return False
    if form not in _FORMS and not (form == "since" and mention.type in _BEGINNINGS):
        return False
    if _says(words.figure_times, words, folded, part) or _is_of_paper(reading, words, mention, part=part):
        return False
    bound = mention.type in _BOUND and _says(words.term_times, words, folded, part)
    if bound and not words.scheduled.search(folded, mention.words.start, part.span.start):
        return False
    return mention.words.covers(part.span) or _is_beside(folded, words, mention, part=part)


def _is_of_paper(reading: Reading, words: EventWords, mention: Mention, *, part: Part) -> bool:
    """«Подписали соглашение о выставках в 2027 году»: a year to come, after a verb of what was, is of what it holds."""
    published, folded = reading.published, reading.folded
    if mention.type != _SIGNING or published is None or part.value.period.first <= published:
        return False
    told = _YEAR.search(folded, part.span.start, part.span.end) and part.span.start >= mention.words.start
    return bool(told and words.held.search(folded, mention.words.start, mention.words.end))


def _says(pattern: re.Pattern[str], words: EventWords, folded: str, part: Part) -> bool:
    """Whether the words of a time, or those right after it where cases are endings, say what it is of."""
    if words.verb_last:
        return bool(pattern.search(folded, part.span.start, part.span.end + _AFTER))
    return bool(pattern.match(folded, part.span.start))


def _is_beside(folded: str, words: EventWords, mention: Mention, *, part: Part) -> bool:
    """Whether no other clause begins between the words of the event and the time after them, nor an aside before."""
    if part.span.end <= mention.words.start:
        return ")" not in folded[part.span.end : mention.words.start].partition("(")[0]
    between = folded[mention.words.end : part.span.start]
    if words.verb_last and folded[: mention.words.end].endswith(words.place_endings) and mention.type in _GATHERINGS:
        return False  # «Muzokaralarda hokim savdo 2024-yilda … deb aytdi»: what is told there has a time of its own
    if mention.bare and words.verbs.search(between) and not words.of_event.search(between):
        return False
    if words.content.search(between):
        return False  # “at a round table X noted that in 2026 …”
    if between.rfind("(") > between.rfind(")") and words.verbs.search(between, between.rfind("(")):
        return False
    comma, reach = between.find(","), _VISIT if mention.type == "visit" else _NAME
    return comma < 0 or between.strip() == "," or (comma <= reach and bool(words.of_event.search(between)))


def _find_before(reading: Reading, mention: Mention, forms: frozenset[str]) -> Period | None:
    """The last time of these forms told before the mention."""
    for number in range(mention.number, -1, -1):
        for part in reversed(reading.sentences[number].of("period")):
            period: Period | None = part.value.period
            if part.span.end <= mention.words.start and period and part.value.form in forms:
                return period
    return None


def _rank(folded: str, words: EventWords, mention: Mention, *, time: Span) -> tuple[bool, bool, int]:
    """Times of the same clause first, then the nearest; where verbs stand last, what follows them is of another.

    A time that only «and» parts from the words is of the thing before («Days of A in May and Days of B in June»).
    """
    own = mention.words
    between = folded[time.end : own.start] if time.start < own.start else folded[own.end : time.start]
    other = words.verb_last and time.start >= own.end
    other = other or (time.end <= own.start and between.strip() in words.ands)
    return other, ", " in between.rstrip(), max(time.start - own.end, own.start - time.end, 0)
