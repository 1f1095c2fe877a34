"""Whether an event was held, is planned or only proposed."""

from __future__ import annotations

import re

from hamkor.extract.events.heads import get_head_status
from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.words import EventWords, get_untitled
from hamkor.extract.reading import Reading
from hamkor.model import Period, Span

_OPENS = "opening-verb"  # the rule that reads an infinitive, too
_BESIDE = 30  # characters from the words of an opening to what is opened
_HEDGE = 10  # characters between a verb and a count («посетили более 40 тысяч»)
_FAR = 40  # characters between what came and the verb («640 тысяч граждан страны посетили …»)
_CROWD = 1000  # from here on people who came are a figure, no visit
_FIRMS = "enterprises"
_NAMED = frozenset({"organisation", "person", "position"})
_PEOPLE = frozenset({"person", None})
_OF_GOODS = frozenset({"measure", "percent", "fraction"})
_QUANTITIES = ("count", "number", *_OF_GOODS)
_INVITED = frozenset({"visit", "meeting"})  # these an invitation proposes; what else has a day takes place anyway
_NEAR = 60  # characters around the words of an event that tell its tense
_GUESTS = frozenset({"person", "position"})
_AFTER = 6  # characters after the words in which a denial may end, where verbs stand last («ашылған жоқ»)


def get_status(reading: Reading, words: EventWords, mention: Mention, when: Period | None) -> str:
    """held | planned | proposed: by the rule, the event's own words, the date, then the words around them."""
    published = reading.published
    if mention.status:
        return "planned" if when and published and when.first > published else mention.status
    if when and published and when.last < published:
        return "held"
    if _is_proposed(reading, words, mention, dated=when is not None):
        bid = words.bids.search(reading.folded, _before(mention)[0], mention.words.end)
        return "proposed" if bid or not _says(words.planned, reading, mention) else "planned"
    listed = get_head_status(reading, words, mention)
    if listed:
        return listed
    ahead = bool(when and published and when.first > published)
    return "planned" if ahead or _is_ahead(reading, words, mention) else "held"


def is_denied(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """Whether the text says that the event was not, or counts those who came («посетили 40 тысяч туристов»)."""
    crowd = (_is_crowd if words.verb_last else _is_of_many)(reading, mention)
    counted = mention.type == "visit" and (
        crowd or _is_counted(reading, mention) or _is_of_number(reading, words, mention)
    )
    ahead, back = (0, _BESIDE) if words.verb_last else (_BESIDE, 0)
    start, end = max(mention.clause.start, mention.words.start - back), mention.words.end + ahead
    nothing = mention.type == "opening" and words.opens_none.search(reading.folded, start, end)
    last = mention.span.end + (_AFTER if words.verb_last else 0)
    denied = words.denied.search(reading.folded, mention.clause.start, last)
    return counted or bool(nothing or denied) or _is_of_goods(reading, words, mention)


def _is_counted(reading: Reading, mention: Mention) -> bool:
    """Whether a count of people is all that stands beside the words of a visit."""
    sentence = reading.sentences[mention.number]
    if any(p.kind in _NAMED and mention.span.covers(p.span) for p in sentence.parts):
        return False
    people = (p for p in sentence.of("count", "number", "measure") if p.value.unit in _PEOPLE)
    between = (p.span.start - mention.words.end for p in people)
    return any(0 <= distance <= _HEDGE for distance in between)


def _is_of_number(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """“The number of citizens who have arrived in …”: how many came is told, be it without the number."""
    sentence = reading.sentences[mention.number]
    named = any(p.kind in _NAMED and mention.span.covers(p.span) for p in sentence.parts)
    start, end = mention.clause.start, mention.clause.end if words.verb_last else mention.words.start
    return not named and bool(words.counting.search(reading.folded, start, end))


def _is_of_many(reading: Reading, mention: Mention) -> bool:
    """Whether goods, a share or a crowd are what came («8,000 tons went to …», «640 тысяч граждан посетили …»)."""
    quantities = reading.sentences[mention.number].of(*_QUANTITIES)
    told = [p for p in quantities if p.span.end <= mention.words.start]
    if not told or "," in reading.folded[told[-1].span.end : mention.words.start]:
        return False
    firms = told[-1].value.indicator == _FIRMS  # “thirteen firms have come to the capital” is no visit
    crowd = firms or told[-1].kind in _OF_GOODS or abs(told[-1].value.value) >= _CROWD
    return crowd and mention.words.start - told[-1].span.end <= _FAR


def _is_crowd(reading: Reading, mention: Mention) -> bool:
    """The same where verbs stand last: a crowd among the words before them («2,7 million sayyoh tashrif buyurgan»)."""
    told = Span(mention.clause.start, mention.words.end)
    counts = (p for p in reading.sentences[mention.number].of("count", "number") if told.covers(p.span))
    return any(p.value.unit in _PEOPLE and p.value.value >= _CROWD for p in counts)


def _is_of_goods(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """Whether what came is no guest, and nobody is named with it («троллейбус прибыл в Павлодар»)."""
    if mention.type != "visit":
        return False
    told = Span(mention.clause.start, mention.words.start if not words.verb_last else mention.words.end)
    last = reading.folded.rfind(", ", told.start, mention.words.start) + 1
    people = any(p.kind in _GUESTS and told.covers(p.span) for p in reading.sentences[mention.number].parts)
    return not people and bool(words.no_guests.search(reading.folded, max(told.start, last), told.end))


def is_recalled(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """Whether the sentence says that it looks back («Напомним, …»)."""
    sentence = reading.sentences[mention.number].sentence.span
    return bool(words.recalled.match(reading.folded, sentence.start, mention.words.end))


def is_only_meant(reading: Reading, words: EventWords, mention: Mention, status: str) -> bool:
    """Whether an opening is no more than meant, or told by no verb of what was («to open …»)."""
    return mention.rule == _OPENS and (status != "held" or not _says(words.held, reading, mention))


def _is_ahead(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """By the event's own words, then what stands before them, then (where no verb is of the past) around them."""
    before, folded = _before(mention), get_untitled(reading)
    if _says(words.planned, reading, mention):
        return True
    told = words.verb_last and _ends_as_held(folded, words, mention)  # «алдағы бес жылға арналған … қол қойды»
    if words.coming.search(folded, before[0], mention.words.end) and not told:
        return True
    if _says(words.held, reading, mention):
        return False
    if reading.sentences[mention.number].sentence.row:  # a table of measures tells what is to be done
        return True
    if words.verb_last:
        return _is_ahead_after(folded, words, mention)
    around = _around(mention)
    return bool(words.planned.search(folded, *around)) and not words.held.search(folded, *around)


def _ends_as_held(folded: str, words: EventWords, mention: Mention) -> bool:
    """Whether the last of an event's own words, its verb, is one of what has been."""
    told = words.held.finditer(folded, mention.words.start, mention.words.end)
    return any(met.end() == mention.words.end for met in told)


def _is_ahead_after(folded: str, words: EventWords, mention: Mention) -> bool:
    """Whether the first verb after the words of an event, or the last of these, is one of what is to come."""
    last_word = folded.rfind(" ", mention.words.start, mention.words.end) + 1  # «… mashg'ulot | o'tkazishga kelishdi»
    after = (last_word or mention.words.end, mention.clause.end)
    if find_agreed(folded, words, mention):
        return True
    planned, held = words.planned.search(folded, *after), words.held.search(folded, *after)
    return bool(planned) and (held is None or planned.start() <= held.start())  # type: ignore[union-attr]


def find_agreed(folded: str, words: EventWords, mention: Mention) -> re.Match[str] | None:
    """The words that say that an event was agreed to be, begun among its own («форум | өткізуге келісті»)."""
    agreed = words.agreed_to.search(folded, mention.words.start, mention.clause.end)
    return agreed if agreed and agreed.start() < mention.words.end else None


def _is_proposed(reading: Reading, words: EventWords, mention: Mention, *, dated: bool) -> bool:
    """By a verb of proposing, or an invitation to what does not take place anyway."""
    around = _around(mention)
    if _is_setting(reading, words, mention):
        return bool(words.proposed.search(reading.folded, around[0], mention.words.start))
    if words.proposed.search(reading.folded, *around):
        return True
    may_be = mention.type in _INVITED or not dated
    return may_be and bool(words.invited.search(reading.folded, *around))


def _is_setting(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """«На переговорах с акимом он предложил …»: what opens its clause with a preposition is where others do things."""
    before = reading.folded[mention.clause.start : mention.words.start]
    said = reading.folded[mention.words.start : mention.words.end]
    first = (before.split() or said.split() or [""])[0]
    return (
        not words.verb_last and len(before.split()) <= 1 and first in reading.language.get("positions", "in_area.words")
    )


def _says(pattern: re.Pattern[str], reading: Reading, mention: Mention) -> bool:
    return bool(pattern.search(get_untitled(reading), mention.words.start, mention.words.end))


def _around(mention: Mention) -> tuple[int, int]:
    near = Span(mention.words.start - _NEAR, mention.words.end + _NEAR)
    return max(mention.clause.start, near.start), min(mention.clause.end, near.end)


def _before(mention: Mention) -> tuple[int, int]:
    return max(mention.clause.start, mention.words.start - _NEAR), mention.words.start
