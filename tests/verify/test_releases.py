"""What had been released when a text was published, and what was revised since."""

from __future__ import annotations

from datetime import date

from hamkor.model import Verdict
from hamkor.publish.equations import tell_reason
from hamkor.verify import Figure, Known, check_figures

from .figures import make


def check(figure: Figure, *others: Figure) -> Verdict:
    [(_, told)] = check_figures([figure], Known([figure, *others]))
    [official] = [v for v in told if v.check == "official"]
    return official


def release(value: str, day: date | None, *, teller: str = "Bureau", period: str = "2024") -> Figure:
    return make(value, teller=teller, official=True, known=day, period=period)


FIRST, REVISED = release("4318200000", date(2025, 2, 17)), release("4402000000", date(2025, 8, 15))


def test_a_text_is_held_against_what_was_known_when_it_was_published() -> None:
    told = check(make("4.32e9", known=date(2025, 3, 20)), REVISED, FIRST)
    assert told.verdict == "fits"
    assert told.against == (FIRST.id, REVISED.id)
    assert "4.3182 bn USD" in tell_reason(told.reason)
    assert "revised on 15 August 2025: 4.402 bn USD" in tell_reason(told.reason)


def test_a_later_text_is_held_against_the_revision() -> None:
    later = make("4.32e9", known=date(2025, 9, 1))
    assert check(later, REVISED, FIRST).verdict == "conflicts"
    assert check(make("4.4e9", known=date(2025, 8, 15)), REVISED, FIRST).verdict == "fits"


def test_where_nothing_was_released_what_was_released_since_is_told() -> None:
    early = date(2025, 1, 10)
    told = check(make("4.36e9", known=early), FIRST, REVISED)
    assert (told.verdict, told.against) == ("unchecked", (REVISED.id,))
    assert "after the text" in tell_reason(told.reason)
    assert check(make("4.4e9", known=early), FIRST, REVISED).verdict == "fits"
    assert check(make("5.2e9", known=early), FIRST, REVISED).verdict == "conflicts"


def test_a_text_before_the_first_release_that_says_the_same_fits_it() -> None:
    told = check(make("4.32e9", known=date(2025, 1, 10)), FIRST, REVISED)
    assert (told.verdict, told.against) == ("fits", (FIRST.id, REVISED.id))
    assert tell_reason(told.reason).endswith(
        "released on 17 February 2025, after the text; revised on 15 August 2025: 4.402 bn USD"
    )


def test_a_release_whose_day_is_not_told_was_always_known() -> None:
    told = check(make("4.32e9", known=date(2025, 1, 10)), release("4318200000", None))
    assert told.verdict == "fits"


def test_one_source_that_fits_is_enough() -> None:
    other = release("4600000000", date(2025, 2, 1), teller="United Nations")
    assert check(make("4.32e9", known=date(2025, 3, 20)), other, FIRST).verdict == "fits"


def test_another_time_is_only_one_that_was_known() -> None:
    year = release("3100000000", date(2025, 2, 1), period="2023")
    figure = make("3.1e9", known=date(2025, 3, 20))
    assert check(figure, FIRST, year).verdict == "fits_other_period"
    unknown = release("3100000000", date(2025, 4, 1), period="2023")
    assert check(figure, FIRST, unknown).verdict == "conflicts"


def test_a_figure_of_another_subject_never_meets_the_series() -> None:
    wheat = make("5.2e9", known=date(2025, 3, 20), subject="wheat")
    [(_, told)] = check_figures([wheat], Known([wheat, FIRST]))
    assert [v.check for v in told] == [None]
