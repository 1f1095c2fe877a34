"""The place and day that head a report, and where the report itself begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hamkor.model import Dateline
from hamkor.prepare.blocks import TextBlock
from hamkor.prepare.dateline_words import WORD, DatelineWords
from hamkor.text.fold import fold

_SIGNER = r"[«“\"]?\w(?:[\w.-]*\w)?[»”\"]?(?: [«“\"]?\w[\w-]*[»”\"]?){0,2}?"
_SIGNED = re.compile(
    rf"\s*(?:[.,:—–-]*\s*[/(\[](?P<certain>[^/()\[\]\n]{{2,40}})[/)\]]\s*[.:]?(?:\s*[—–-]+)?"
    rf"|[—–-]\s*(?P<first>{_SIGNER})(?:, {WORD} {WORD})?\s*[.:]"
    rf"|[.,]?\s*(?P<second>{_SIGNER})\s*(?P<mark>[.:—–-]|(?=\s)))\s+"
)
_PLAIN = re.compile(r"\s*[.:—–-]+\s+")
_FIRST_BLOCKS = 5  # in which a dateline stands
_SHORTEST = 30  # characters of a line that may be a town alone
_HINT = re.compile(r"[\d/(]|\. \w+ [—–-]")
_HINT_WITHIN = 60  # characters in which a day, a slash or a bracket stands unless the place is in capitals
_HEAD = 200  # characters in which a dateline stands
_DAY_AHEAD = timedelta(days=1)  # a report may be dated a day after it was published, in another time zone


class Header(NamedTuple):
    """A dateline and where in its block reading goes on."""

    dateline: Dateline
    end: int


def find_day(published: str | None) -> date | None:
    """The day of an ISO 8601 day or time; None where it is neither."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def read_headers(
    text: str, blocks: Sequence[TextBlock], words: DatelineWords, published: date | None
) -> tuple[Dateline, dict[int, int]]:
    """The dateline of a text, and for each block headed by one (a body told twice has two) where the report begins."""
    place = day = None
    starts: dict[int, int] = {}
    for number, block in enumerate(blocks):
        if number >= _FIRST_BLOCKS and not (place and text.startswith(place[:2].upper(), block.span.start)):
            continue
        header = find_header(block.span.within(text), words, published)
        if not header or (place and header.dateline.place not in (None, place)):
            continue
        starts[number] = block.span.start + header.end
        place, day = place or header.dateline.place, _settle(day, header.dateline, place)
    return Dateline(place, day), starts


def _settle(day: str | None, found: Dateline, place: str | None) -> str | None:
    """The day beside the place counts before one that stands alone."""
    return found.date if found.place and not place else day or found.date


def find_header(text: str, words: DatelineWords, published: date | None) -> Header | None:
    """The dateline that a block of text begins with.

    A day without a year is of the year nearest before `published`; without that it stays unsaid.
    """
    head = text[:_HEAD]
    if not (head[1:2].isupper() or _HINT.search(head, 0, _HINT_WITHIN) or len(text) < _SHORTEST):
        return None
    for find in (_find_dated, _find_placed, _find_bare, _find_alone):
        header = find(head, len(text), words, published)
        if header:
            return header
    return None


def _find_dated(head: str, length: int, words: DatelineWords, published: date | None) -> Header | None:
    """A line of the day alone, or after words such as “published”, or after the name of a section."""
    met = words.dated.match(head)
    if not met or not (met["published"] or met.end() == length):
        return None
    section = fold(met["section"] or "")
    if section and section not in words.not_places:
        return None
    return Header(Dateline(None, _get_day(met, words, published)), met.end())


def _find_placed(head: str, length: int, words: DatelineWords, published: date | None) -> Header | None:
    """A place and a day, then the report or nothing."""
    met = words.placed.match(head) or words.dated_first.match(head)
    place = met and _get_place(met["place"], words)
    if not met or not (place or fold(met["place"]) in words.agencies):
        return None
    end = _find_report(head, met.end(), words)
    if end is None and met.end() < length:
        return None
    return Header(Dateline(place, _get_day(met, words, published)), length if end is None else end)


def _find_bare(head: str, length: int, words: DatelineWords, published: date | None) -> Header | None:
    """A place alone: in capitals and known, or signed by an agency in slashes or brackets."""
    met = words.bare.match(head)
    place = met and words.places.get(fold(met["place"]))
    if not met or not place:
        return None
    signed = _SIGNED.match(head, met.end())
    if signed and _is_signed(signed, words) and (met["place"].isupper() or _is_certain(signed, words)):
        return Header(Dateline(place), signed.end())
    plain = _PLAIN.match(head, met.end())
    return Header(Dateline(place), plain.end()) if plain and met["place"].isupper() else None


def _find_alone(head: str, length: int, words: DatelineWords, published: date | None) -> Header | None:
    """A line of nothing but a town, called one («г. …»), as minutes have it."""
    met = words.alone.match(head)
    place = met and words.places.get(fold(met["place"]))
    return Header(Dateline(place), length) if met and place and met.end() == length else None


def _is_certain(signed: re.Match[str], words: DatelineWords) -> bool:
    """A signature in slashes or brackets before a dash or full stop, or of a known agency before a dash."""
    if signed["certain"]:
        return signed.group().rstrip()[-1] not in "/)]"
    return signed["mark"] in ("—", "–", "-") and fold(signed["second"].strip('«»“”"')) in words.agencies


def _find_report(head: str, at: int, words: DatelineWords) -> int | None:
    """Where the report begins after place and day: behind the agency's name, else behind the mark."""
    signed = _SIGNED.match(head, at)
    if signed and _is_signed(signed, words):
        return signed.end()
    plain = _PLAIN.match(head, at)
    if plain:
        return plain.end()
    return at + 1 if head[at - 1 : at] == "." and head[at : at + 1].isspace() else None


def _is_signed(met: re.Match[str], words: DatelineWords) -> bool:
    """Whether the name is one an agency could sign with: capitals within, Latin letters, or known."""
    if met["certain"]:
        return True
    name = (met["first"] or met["second"] or "").strip('«»“”"')
    if fold(name) in words.agencies:
        return bool(met["first"] or met["mark"]) or name.isupper()
    if fold(name) in words.not_places or fold(name) in words.places or not name:
        return False
    if met["second"] and (not met["mark"] or (met["mark"] == "." and not name.isascii())):
        return False
    capitals = all(w[:1].isupper() for w in name.split())
    return capitals and bool(met["first"] or name.isascii() or sum(map(str.isupper, name.split()[0])) > 1)


def _get_place(name: str, words: DatelineWords) -> str | None:
    folded = fold(name)
    if folded in words.not_places or folded in words.agencies or folded in words.months or not name[0].isupper():
        return None
    if folded in words.places:
        return words.places[folded]
    parts = name.split()
    if {parts[0].lower(), parts[-1].lower()} & words.regions or folded.endswith(tuple(words.regions)):
        return name if not name.isupper() else " ".join([parts[0].capitalize(), *map(str.lower, parts[1:])])
    if not all(p[0].isupper() for p in parts) or (len(parts) > 1 and not name.isupper()):
        return None
    return re.sub(r"\w+", lambda m: _capitalise(m.group(), words), name) if name.isupper() else name


def _capitalise(word: str, words: DatelineWords) -> str:
    return word.lower() if word.lower() in words.small else word.capitalize()


def _get_day(met: re.Match[str], words: DatelineWords, published: date | None) -> str | None:
    """ISO 8601; None for a range of days, which dates a meeting and not a report, and for no day of the calendar."""
    if met["iso"]:
        return met["iso"] if find_day(met["iso"]) else None
    if met["until"] or met["until_after"]:
        return None
    day, month = met["day"] or met["day_after"] or met["day_"], met["month"] or met["first_month"]
    year = met["year"] or met["year_before"] or met["year_after"] or met["year_"]
    number = words.months[fold(month)] if month else int(met["month_"])
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day)).isoformat()
        return _get_nearest(number, int(day), published)
    except ValueError:
        return None


def _get_nearest(month: int, day: int, published: date | None) -> str | None:
    if not published:
        return None
    found = date(published.year, month, day)
    return (found if found <= published + _DAY_AHEAD else date(published.year - 1, month, day)).isoformat()
