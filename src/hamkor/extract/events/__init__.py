"""Finds events: each meeting, visit, call, signing, forum, opening, appointment, other that a document tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from hamkor.codes import get_plover
from hamkor.extract.commitments.minutes import get_minutes_words, is_formal
from hamkor.extract.events.mentions import Mention, find_mentions, get_name, list_people
from hamkor.extract.events.merging import Told, merge_tellings
from hamkor.extract.events.moved import find_moved, is_ahead
from hamkor.extract.events.openings import find_opening
from hamkor.extract.events.participants import find_participants
from hamkor.extract.events.places import Place, find_host_place, find_place, get_dateline, list_sides
from hamkor.extract.events.statuses import get_status, is_denied, is_only_meant, is_recalled
from hamkor.extract.events.times import find_date
from hamkor.extract.events.within import is_news, place_by_hosts, place_returns, place_within
from hamkor.extract.events.words import get_event_words
from hamkor.extract.evidence import get_words
from hamkor.extract.interviews import find_answers
from hamkor.extract.reading import Reading
from hamkor.extract.sections import find_sides_at
from hamkor.extract.titled import is_title
from hamkor.model import Event, Span

_TALK = "meeting"
_GATHERING = "forum"
_TWO = 2
VISIT = "visit-noun"  # the rule whose words only name a visit

__all__ = ["find_events"]


def find_events(reading: Reading) -> list[Event]:
    """The events that the document tells of, once each, in order of the text.

    Trap: a dateline's day dates no event, and its place places one only where someone who took part acts there.
    """
    mentions = [m for n, s in enumerate(reading.sentences) for m in find_mentions(reading, n, s)]
    if not mentions:
        return []
    words = get_event_words(reading.language)
    told = merge_tellings(list(_tell(reading, mentions)))
    told = _without_interview(reading, told)
    told = [t for t in told if t.date or t.place or not is_only_meant(reading, words, t.mention, t.status)]
    within = place_within(told, reading.published)  # on a visit abroad nobody received the others at home
    hosted = place_by_hosts(within, reading.published, _find_hosts(reading))
    placed = place_returns(place_within(hosted, reading.published), list_sides(reading))
    return [_make(reading, each) for each in placed]


def _without_interview(reading: Reading, told: list[Told]) -> list[Told]:
    """The events without the talk that an interview itself is: told without a day before its first answer."""
    if not any(t.mention.type == _TALK and t.date is None for t in told):
        return told
    blocks = (list(reads) for _, reads in groupby(reading.sentences, key=lambda read: read.sentence.block))
    spans = [Span(reads[0].sentence.span.start, reads[-1].sentence.span.end) for reads in blocks]
    answers = find_answers(reading.prepared.text, spans)
    begun = answers[0].start if answers else 0
    return [t for t in told if t.date or t.mention.type != _TALK or t.mention.span.start >= begun]


def _tell(reading: Reading, mentions: list[Mention]) -> Iterator[Told]:
    words = get_event_words(reading.language)
    for mention in mentions:
        if is_denied(reading, words, mention):
            continue
        moved = find_moved(reading, words, mention)
        when = moved.to if moved else find_date(reading, words, mention)
        if mention.dated and when is None:
            continue
        status = "planned" if is_ahead(moved, reading.published) else get_status(reading, words, mention, when)
        place = find_place(reading, words, mention)
        news = mention is mentions[0] or is_news(when, reading.published)  # what opens a report it is about, be it late
        recalled = not news or is_recalled(reading, words, mention)
        participants = find_participants(reading, mention, find_sides_at(reading, mention.number), place)
        names = frozenset(p.value.name for p in list_people(reading.sentences[mention.number], mention.clause))
        yield Told(
            mention,
            get_name(reading, mention),
            when,
            place,
            status,
            participants,
            names,
            recalled,
            is_title(reading, mention.number),
            mention.type == "visit" and bool(words.returning.search(reading.folded, *_around(mention))),
            find_opening(reading, words, mention.number),
            bool(when and reading.published and when.first > reading.published),
            _is_unowned(reading, mention, verb_last=words.verb_last),
        )


def _is_unowned(reading: Reading, mention: Mention, *, verb_last: bool) -> bool:
    """Whether a noun tells of a visit and no visitor stands before it, where owners do."""
    noun = mention.type == "visit" and mention.rule == VISIT and verb_last
    return noun and not any(list_people(reading.sentences[mention.number], mention.span))


def _around(mention: Mention) -> tuple[int, int]:
    return mention.clause.start, mention.span.end


def _find_hosts(reading: Reading) -> Callable[[Told], Place | None]:
    """Where the hosts of an event received the others; in minutes, the place of their heading."""
    formal = is_formal(get_minutes_words(reading.language), reading)

    def find(told: Told) -> Place | None:
        hosts = ((p.position, p.area) for p in told.participants if p.name in told.people)
        if formal:
            return get_dateline(reading)
        alone = told.mention.type == _GATHERING and len(told.people) < _TWO  # who only spoke there is no host
        return None if alone else find_host_place(reading, hosts)

    return find


def _make(reading: Reading, told: Told) -> Event:
    mention = told.mention
    return Event(
        type=mention.type,
        date=told.date,
        place=told.place.name if told.place else None,
        place_code=told.place.code if told.place else None,
        status=told.status,
        participants=told.participants,
        plover=get_plover(mention.type, told.status)[0],
        evidence=get_words(reading, mention.span, reading.sentences[mention.number].sentence),
        rule=mention.rule,
    )
