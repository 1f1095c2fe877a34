"""Posts over time."""

from __future__ import annotations

from datetime import date

from hamkor.resolve.posts import Mention, list_names, list_posts

TODAY = date(2026, 2, 1)


def told(day: date | None, position: str, area: str | None = None, organisation: str | None = None) -> Mention:
    return Mention("Рустам Хамидов", day, f"{day}", position, area, organisation)


def test_a_post_runs_from_its_first_to_its_last_evidence() -> None:
    days = (date(2025, 3, 1), date(2025, 9, 1), date(2025, 5, 1))
    (post,) = list_posts([told(day, "governor", "UZ-NG") for day in days], TODAY)
    assert (post.first, post.last, len(post.documents)) == (date(2025, 3, 1), date(2025, 9, 1), 3)


def test_posts_follow_one_another() -> None:
    first, second = list_posts(
        [told(date(2026, 1, 5), "governor", "UZ-NG"), told(date(2024, 6, 1), "deputy_governor", "UZ-NG")], TODAY
    )
    assert (first.position, first.present, second.present) == ("deputy_governor", False, True)


def test_a_present_post_unconfirmed_for_six_months_says_so() -> None:
    (old,) = list_posts([told(date(2025, 7, 1), "governor", "UZ-NG")], TODAY)
    (fresh,) = list_posts([told(date(2025, 12, 1), "governor", "UZ-NG")], TODAY)
    assert (old.unconfirmed, fresh.unconfirmed) == (True, False)


def test_what_tells_less_belongs_to_the_post_that_it_fits() -> None:
    posts = list_posts([told(date(2025, 3, 1), "consul"), told(date(2025, 2, 1), "consul", "UZ")], TODAY)
    assert [post.area for post in posts] == ["UZ"]


def test_what_fits_two_posts_belongs_to_neither() -> None:
    days = [told(date(2025, 1, 1), "business", None, "Qambar"), told(date(2025, 2, 1), "business", None, "Сарбон")]
    assert len(list_posts([*days, told(date(2025, 3, 1), "business")], TODAY)) == 3


def test_what_was_published_later_does_not_count() -> None:
    assert list_posts([told(date(2026, 3, 1), "governor", "UZ-NG")], TODAY) == ()


def test_an_undated_post_is_told_without_days() -> None:
    (post,) = list_posts([told(None, "governor", "UZ-NG")], TODAY)
    assert (post.first, post.last, post.present) == (None, None, False)


def test_names_come_with_their_numbers() -> None:
    mentions = [Mention(name, None, "a") for name in ("Rustam Hamidov", "Рустам Хамидов", "Rustam Hamidov")]
    assert list_names(mentions) == (("Rustam Hamidov", 2), ("Рустам Хамидов", 1))
