"""Days of publication."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.read.dates import find_days, parse_moment
from hamkor.read.day_lines import find_publication_day, is_day_line

PRINTED = [
    ("24 июля 2025 г., № 58 (12 411)", "2025-07-24"),
    ("«18» июня 2025 года", "2025-06-18"),
    ("10:15 / 19.08.2025", "2025-08-19"),
    ("14:05 / 12.03.26", "2026-03-12"),
    ("2026-yil 5-avgust", "2026-08-05"),
    ("2026-yilning 4-avgusti", "2026-08-04"),
    ("3-iyul, 2025", "2025-07-03"),
    ("2025 йил 14 сентябрь", "2025-09-14"),
    ("14 октябр 2025 йил", "2025-10-14"),
    ("2025 жылғы 7 қараша", "2025-11-07"),
    ("21 Қазан 2025", "2025-10-21"),
    ("Thursday, 5 June 2025", "2025-06-05"),
    ("Sept. 3rd, 2025", "2025-09-03"),
    ("Tue, 07/28/2025 - 09:15", "2025-07-28"),
    ("2025/08/19", "2025-08-19"),
]


@pytest.mark.parametrize(("text", "day"), PRINTED)
def test_printed_day(text: str, day: str) -> None:
    assert [found.day for found in find_days(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "в марте 2025 года",
        "рост на 12,5 %",
        "за 2024–2025 годы",
        "12 марта",
        "версия 6.4.2",
        "31.02.2025",
        "тел. 8 7142 00-00-00",
    ],
)
def test_no_day(text: str) -> None:
    assert list(find_days(text)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bugun: 23 avgust 2026-yil", None),
        ("Updated: 7 May 2025", None),
        ("Жаңартылды: 12.05.2025. Жарияланды: 10.05.2025", "2025-05-10"),
        ("10.05.2025 (обновлено 12.05.2025)", "2025-05-10"),
    ],
)
def test_day_of_publication_is_not_that_of_today_or_of_a_change(text: str, day: str | None) -> None:
    assert find_publication_day(text) == day


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("20260312T1126+0500", "2026-03-12T11:26:00+05:00"),
        ("2025-08-19 10:15:00", "2025-08-19T10:15:00"),
        ("2026-02-05T20:40:00.000Z", "2026-02-05T20:40:00+00:00"),
        ("Thu, 28 May 2026 10:42:00 +0600", "2026-05-28T10:42:00+06:00"),
        ("1741779960", "2025-03-12T11:46:00+00:00"),
        ("0001-01-01", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_moment_of_metadata(value: str, moment: str | None) -> None:
    assert parse_moment(value) == moment


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_iso_moment_comes_back(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert parse_moment(whole.isoformat()) == whole.isoformat()


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_printed_numbers_come_back(day: date) -> None:
    assert [found.day for found in find_days(f"Вышло {day:%d.%m.%Y} утром")] == [day.isoformat()]


def test_line_that_is_little_but_a_day() -> None:
    assert is_day_line("г. Костанай, 18 июня 2025 года")
    assert not is_day_line(
        "Соглашение, подписанное 18 июня 2025 года в Костанае министрами двух стран, действует до конца года"
    )
