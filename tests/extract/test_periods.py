"""Times in their sentences: what is marked, and how it is resolved with the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.extract.times.periods import find_periods
from hamkor.grammar import Part, load_language
from hamkor.model import Span
from hamkor.text.fold import fold

RUSSIAN = load_language("ru")
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня"]
MONTHS += ["июля", "августа", "сентября", "октября", "ноября", "декабря"]
DAYS = st.dates(date(1991, 1, 1), date(2050, 12, 31))


def find(text: str, published: date | None = date(2025, 11, 10)) -> list[Part]:
    return find_periods(RUSSIAN, fold(text), Span(0, len(text)), published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("оборот по итогам девяти месяцев текущего года вырос", ["по итогам девяти месяцев текущего года"]),
        ("на 20% больше, чем годом ранее", ["годом ранее"]),
        ("на 22,5% больше по сравнению с 2024 годом", ["2024 годом"]),
        ("завершить до 1 июля 2026 года и открыть к осени 2026 года", ["до 1 июля 2026 года", "к осени 2026 года"]),
        ("подписанного 8 августа 2024 года Соглашения", ["8 августа 2024 года"]),
        ("в 2017 году – 3,2 млрд, в 2024-м – 6,9 млрд", ["в 2017 году", "в 2024-м"]),
        ("выставка ИННОПРОМ-2022 и «Узбекистан – 2030»", []),
        ("подписано 12 соглашений о среде и марте", []),
        ("Мария Мартынова и Май Андреевна", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert [part.span.within(text) for part in find(text)] == expected


@given(DAYS, DAYS)
def test_a_full_date_reads_back_whenever_it_is_told(day: date, published: date) -> None:
    [part] = find(f"встреча прошла {day.day} {MONTHS[day.month - 1]} {day.year} года", published)
    assert (str(part.value.period), part.value.form) == (day.isoformat(), "day")


@given(DAYS, DAYS)
def test_a_date_in_digits_reads_back(day: date, published: date) -> None:
    [part] = find(f"{day:%d.%m.%Y} состоялась встреча", published)
    assert str(part.value.period) == day.isoformat()


@given(DAYS)
def test_a_date_without_a_year_is_near_publication(published: date) -> None:
    [part] = find("встреча прошла 15 мая", published)
    assert abs((part.value.period.first - published).days) <= 250


@given(DAYS, st.integers(2, 12))  # a month alone is no time of the year
def test_months_without_a_year_have_ended_before_publication(published: date, months: int) -> None:
    [part] = find(f"за {months} месяцев", published)
    period = part.value.period
    ended = date(published.year if published.month > months else published.year - 1, months, 28)
    if period is None:
        assert (published - ended).days > 200
    else:
        assert period.last < published
        assert period.start.endswith("-01")


@given(DAYS)
def test_a_deadline_without_a_year_is_still_to_come(published: date) -> None:
    [part] = find("завершить до 1 июля", published)
    assert part.value.period.last >= published
    assert part.value.form == "deadline"


@given(DAYS)
def test_since_the_start_of_the_year_ends_with_the_last_full_month(published: date) -> None:
    [part] = find("оборот с начала года", published)
    assert part.value.period.start == f"{published.year:04}-01"
    assert part.value.period.last < published or published.month == 1


@pytest.mark.parametrize("text", ["за девять месяцев", "вчера", "в прошлом году", "с начала года", "13 мая"])
def test_without_a_day_of_publication_what_needs_it_is_unknown(text: str) -> None:
    [part] = find(text, None)
    assert part.value.period is None


def test_without_a_day_of_publication_a_full_time_is_known() -> None:
    [part] = find("за 9 месяцев 2025 года", None)
    assert str(part.value.period) == "2025-01/2025-09"


@pytest.mark.parametrize("text", ["31 февраля 2025 года", "в V квартале", "за 40 месяцев 2025 года"])
def test_times_that_cannot_be_are_none(text: str) -> None:
    assert [p.value.period for p in find(text) if p.value.form == "day"] in ([], [None])


@given(st.text(alphabet="0123456789²٣ -–./имарктовсюлдянбгечз", max_size=60), st.one_of(st.none(), DAYS))
def test_any_text_is_read_without_an_error(text: str, published: date | None) -> None:
    spans = [part.span for part in find(text, published)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
