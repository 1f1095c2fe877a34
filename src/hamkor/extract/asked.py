"""Whom an answer of an interview is about: the partner that its question names («А с Туркменистаном?»)."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.extract.interviews import asks
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import Sides, find_sides, get_country, list_areas

_LONGEST = 30  # words of a question
_FEWEST = 2  # questions of an interview
_LEAD = 3  # sentences that tell who answers
_FARTHEST = 12  # sentences of an answer


def find_sides_asked(reading: Reading, number: int) -> Sides | None:
    """Who answers and the one partner that the question before sentence `number`, or the answer so far, names.

    None in what is no interview, and where no partner or several are named.
    """
    questions = reading.remember("asked", _list_questions)
    asked = max((q for q in questions if q < number), default=None)
    if len(questions) < _FEWEST or asked is None or number - asked > _FARTHEST:
        return None
    home = _find_home(reading)
    partner = _find_partner(reading, range(asked, number), get_country(home)) if home else None
    if not home or not partner:
        return None
    own = {get_country(area): area for area in find_sides(reading).areas}  # as the document tells of them
    nations = (get_country(home), get_country(partner))
    return Sides((home if "-" in home else own.get(nations[0], home), own.get(nations[1], partner)), nations)


def _list_questions(reading: Reading) -> list[int]:
    return [n for n, read in enumerate(reading.sentences) if _is_question(reading, read)]


def _is_question(reading: Reading, read: ReadSentence) -> bool:
    words = read.sentence.span.within(reading.prepared.text)
    return asks(words) and len(words.split()) <= _LONGEST


def find_speaker(reading: Reading) -> str | None:
    """Whom the one acts for who answers an interview's questions, as the lead tells; None in what is no interview."""
    questions = reading.remember("asked", _list_questions)
    lead = reading.sentences[: max(questions[0], _LEAD)] if len(questions) >= _FEWEST else ()
    return next((p.value.area for read in lead for p in read.of("person") if p.value.area), None)


def _find_home(reading: Reading) -> str | None:
    """Whom the one who answers acts for: as the lead tells, else the side that the document tells of most."""
    return find_speaker(reading) or next(iter(find_sides(reading).areas), None)


def _find_partner(reading: Reading, numbers: range, home: str) -> str | None:
    """The area of the one other nation told of last; as a region where only that is told."""
    told = [c for n in reversed(numbers) for c in _list_codes(reading, n) if get_country(c) != home]
    if not told:
        return None
    of_last = [c for n in numbers for c in _list_codes(reading, n) if get_country(c) == get_country(told[0])]
    nations = {get_country(c) for c in _list_codes(reading, numbers[0])} - {home}
    if len(nations) > 1:
        return None
    regions = {c for c in of_last if "-" in c}
    return regions.pop() if len(regions) == 1 and get_country(told[0]) not in of_last else get_country(told[0])


def _list_codes(reading: Reading, number: int) -> Iterator[str]:
    for part in list_areas(reading.sentences[number]):
        yield from part.value.codes
