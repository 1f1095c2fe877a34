"""Tellings of one event joined, and what only looks like it kept apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.model import NEGATIVE, POSITIVE, Event, Participant
from hamkor.model.evidence import Span, get_evidence
from hamkor.model.period import parse_period
from hamkor.resolve.events import KIND, compare_happenings
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.happenings import take_happening
from hamkor.resolve.telling import Telling
from hamkor.resolve.texts import find_sentence

AKIM, HOKIM = Participant("Мурат Досаев", "governor", "KZ-61"), Participant("Ботир Салимов", "governor", "UZ-NW")
HOKIM_LATIN = Participant("Botir Salimov", "governor", "UZ-NW")


def tell(id: str, words: str, *, language: str = "ru", published: str = "2025-03-05", **told: Any) -> Telling:
    """An event told by all the words of a sentence; a meeting in Navoi on 3 March where nothing else is told."""
    day = told.pop("date", "2025-03-03")
    fields: dict[str, Any] = {
        "type": "meeting",
        "place": None,
        "place_code": None,
        "status": "held",
        "participants": (AKIM, HOKIM),
        "plover": "CONSULT",
        **told,
    }
    evidence = get_evidence(words, Span(0, len(words)), digest="0")
    event = Event(date=parse_period(day) if day else None, evidence=evidence, **fields)
    return Telling(id, id, date.fromisoformat(published), None, (), language, None, words, event)


def judge(left: Telling, right: Telling) -> str:
    one, other = take_happening(left), take_happening(right)
    assert one
    assert other
    assert compare_happenings(one, other) == compare_happenings(other, one)
    return compare_happenings(one, other).judgement


MEETING = tell("a", "Аким встретился с хокимом.", place_code="UZ-NW")
LATIN = tell(
    "b", "Hokim Botir Salimov akim Murat Dosayev bilan uchrashdi.", language="uz-Latn", participants=(HOKIM_LATIN,)
)
UNDATED = tell("c", "Состоялась встреча акима и хокима.", date=None, published="2025-03-04")
NEXT = tell("d", "Аким вновь встретился с хокимом.", date="2025-03-28", published="2025-03-29")
VISIT = tell("e", "Аким посетил Навои.", type="visit", place_code="UZ-NW", participants=(AKIM,))


def test_one_meeting_in_two_languages_and_as_a_visit() -> None:
    groups = group_tellings(KIND, [MEETING, LATIN, UNDATED, VISIT])
    assert set(groups.values()) == {"a"}


def test_the_same_people_on_another_day_met_another_time() -> None:
    assert judge(MEETING, NEXT) == NEGATIVE
    assert judge(UNDATED, NEXT) != POSITIVE


def test_a_planned_meeting_is_the_one_that_is_held() -> None:
    planned = tell(
        "p", "Аким встретится с хокимом.", status="planned", date="2025-03", published="2025-02-20", place_code="UZ-NW"
    )
    assert judge(planned, MEETING) == POSITIVE


def test_what_is_still_planned_is_not_what_was_held() -> None:
    planned = tell("p", "Аким встретится с хокимом.", status="planned", date=None, published="2025-03-06")
    assert judge(planned, MEETING) == NEGATIVE


SIGNING = {"type": "signing", "plover": "SUPPORT"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Порт подписал меморандум с заводом «Кулан».", {"participants": (Participant("завод «Кулан»"),)}),
        ("Порт подписал контракт с верфью «Тенгиз».", {"participants": (Participant("верфь «Тенгиз»"),)}),
        ("Порт и город подписали меморандум.", {"participants": (Participant("KZ-47"), Participant("AZ-BA"))}),
        ("Порт подписал меморандум с верфью «Тенгиз».", {"place_code": "TM-B", "participants": ()}),
    ],
)
def test_two_papers_of_one_day_with_others_or_of_another_kind_are_two(words: str, told: dict[str, Any]) -> None:
    told = SIGNING | told
    parties = (
        (Participant("верфь «Тенгиз»"),) if told["participants"] != (Participant("KZ-47"), Participant("AZ-BA")) else ()
    )
    own = parties or (Participant("KZ-47"), Participant("TM-B"))
    one = tell(
        "a", "Порт подписал меморандум с верфью «Тенгиз».", place_code="KZ-47", **(SIGNING | {"participants": own})
    )
    assert judge(one, tell("b", words, **told)) == NEGATIVE


OPENING = {"type": "opening", "plover": "COOPERATE", "participants": (Participant("KZ"), Participant("UZ"))}


def test_two_flights_are_two_openings() -> None:
    one = tell("a", "Открылся рейс Актау — Нукус.", **OPENING)
    other = tell("b", "Открылся рейс Шымкент — Навои.", **OPENING)
    again = tell("c", "Начались полёты по маршруту Нукус — Актау.", date=None, published="2025-03-04", **OPENING)
    assert judge(one, other) == NEGATIVE
    assert judge(one, again) == POSITIVE
    assert judge(one, tell("d", "Открылся автобус Актау — Нукус.", **OPENING)) == NEGATIVE


def test_an_opening_that_is_put_off_stays_one() -> None:
    first = tell("a", "Завод «Кулан Керамик» откроют в мае.", status="planned", date="2025-05", **OPENING)
    later = tell(
        "b",
        "Завод «Кулан Керамик» откроют осенью.",
        status="planned",
        date="2025-09",
        published="2025-06-01",
        **OPENING,
    )
    assert judge(first, later) == POSITIVE


def test_a_signing_that_is_looked_back_at_a_year_later_is_known_by_its_names() -> None:
    party = {"participants": (Participant("верфь «Тенгиз»"),)}
    one = tell("a", "Порт подписал меморандум с верфью «Тенгиз».", **(SIGNING | party))
    again = tell("b", "Меморандум с верфью «Тенгиз» заключён.", date=None, published="2026-04-01", **(SIGNING | party))
    assert judge(one, again) == POSITIVE


def test_giving_a_paper_up_is_not_signing_it() -> None:
    party = {"participants": (Participant("верфь «Тенгиз»"),)}
    one = tell("a", "Порт подписал меморандум с верфью «Тенгиз».", **(SIGNING | party))
    ended = tell("b", "Меморандум с верфью «Тенгиз» расторгнут.", type="other", plover="REJECT", **party)
    assert judge(one, ended) == NEGATIVE


@settings(max_examples=60, deadline=None)
@given(st.permutations([MEETING, LATIN, UNDATED, NEXT, VISIT]))
def test_the_order_makes_no_difference(told: list[Telling]) -> None:
    assert group_tellings(KIND, told) == {"a": "a", "b": "a", "c": "a", "e": "a", "d": "d"}


def test_a_telling_is_itself_again() -> None:
    for told in (MEETING, LATIN, NEXT, VISIT):
        assert judge(told, told) == POSITIVE


def test_what_is_no_event_is_not_taken() -> None:
    assert take_happening(Telling("a", "a", None, None, (), "ru", None, "Встреча.")) is None
    assert find_sentence("Встреча.", "нет") == "Встреча."
