"""What became of a promise: stage, term, overdue, silence; the order of reports makes no difference."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.codes import get_codes
from hamkor.model import Period
from hamkor.resolve.following import (
    POSTPONES,
    RECALLS,
    SUSPENDS,
    Report,
    count_months,
    follow,
    leave_copies,
)

DAY = date(2026, 3, 1)
STAGES = [stage for stage in get_codes("stages") if stage != "suspended"]


def tell(id: str, day: str, stage: str, due: str | None = None, **given: Any) -> Report:
    return Report(
        id=id,
        document=f"document-{id}",
        day=date.fromisoformat(day),
        stage=stage,
        due=Period(due) if due else None,
        does=frozenset(filter(None, [given.get("does")])),
        paper=bool(given.get("paper")),
    )


reports = st.lists(
    st.builds(
        Report,
        id=st.text("abcdefgh", min_size=1, max_size=3),
        document=st.sampled_from(["x", "y", "z"]),
        day=st.none() | st.dates(date(2023, 1, 1), date(2026, 2, 1)),
        stage=st.sampled_from(STAGES),
        due=st.none() | st.sampled_from([Period("2024"), Period("2025-06"), Period("2027-01-31")]),
        does=st.frozensets(st.sampled_from([RECALLS, POSTPONES, SUSPENDS]), max_size=1),
        paper=st.booleans(),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda report: report.id,
)


@given(reports, st.randoms())
def test_the_order_of_reports_makes_no_difference(told: list[Report], chance: object) -> None:
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert follow(told, DAY) == follow(mixed, DAY)


@given(reports)
def test_nothing_is_overdue_without_a_term_that_is_past(told: list[Report]) -> None:
    followed = follow(told, DAY)
    if followed.overdue:
        assert followed.due is not None
        assert followed.due.last < DAY
        assert followed.stage not in ("completed", "cancelled")
    assert (followed.documents_since is not None) == followed.overdue


@given(reports)
def test_copies_told_again_later_the_same_day_change_no_stage(told: list[Report]) -> None:
    again = [Report(f"{r.id}-again", r.document, r.day, r.stage, due=r.due, does=r.does, paper=r.paper) for r in told]
    assert follow([*told, *again], DAY).stage == follow(told, DAY).stage


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ([tell("1", "2025-03-01", "discussed"), tell("2", "2025-06-01", "agreed")], "agreed"),
        ([tell("1", "2025-03-01", "agreed", "2025-09"), tell("2", "2025-08-01", "planned", "2026-09")], "planned"),
        ([tell("1", "2025-03-01", "agreed"), tell("2", "2025-03-20", "planned")], "agreed"),
        ([tell("1", "2025-03-01", "agreed"), tell("2", "2025-04-01", "planned", does=POSTPONES)], "planned"),
        ([tell("1", "2025-03-01", "completed"), tell("2", "2025-09-01", "signed", does=RECALLS)], "completed"),
        ([tell("1", "2024-03-01", "cancelled"), tell("2", "2025-09-01", "planned", "2026-09")], "planned"),
        ([tell("1", "2024-03-01", "planned"), tell("2", "2025-09-01", "cancelled")], "cancelled"),
        ([tell("1", "2024-03-01", "in_progress"), tell("2", "2025-09-01", "cancelled", does=SUSPENDS)], "suspended"),
        ([tell("1", "2024-03-01", "in_progress"), tell("2", "2025-09-01", "planned", "2026-09")], "in_progress"),
        ([tell("1", "2024-03-01", "agreed"), tell("2", "2025-09-01", "discussed")], "discussed"),
        ([tell("1", "2025-11-01", "completed"), tell("2", "2025-11-01", "planned", "2026-12")], "planned"),
    ],
)
def test_stage(told: list[Report], stage: str) -> None:
    assert follow(told, DAY).stage == stage


def test_what_is_recalled_is_known_at_least() -> None:
    assert follow([tell("1", "2025-03-01", "completed", does=RECALLS)], DAY).stage == "completed"


def test_the_latest_term_counts_and_old_ones_are_kept() -> None:
    told = [tell("1", "2025-03-01", "agreed", "2025-09"), tell("2", "2025-08-01", "planned", "2026-09")]
    followed = follow(told, DAY)
    assert [str(term.due) for term in followed.terms] == ["2025-09", "2026-09"]
    assert str(followed.due) == "2026-09"
    assert not followed.overdue


def test_what_only_says_less_exactly_is_no_other_term() -> None:
    told = [tell("1", "2025-03-01", "agreed", "2025-09"), tell("2", "2025-08-01", "planned", "2025")]
    assert str(follow(told, DAY).due) == "2025-09"


def test_overdue_tells_what_was_read_since() -> None:
    told = [tell("1", "2025-03-01", "agreed", "2025-09")]
    none, two = follow(told, DAY), follow(told, DAY, [date(2025, 8, 1), date(2025, 10, 1), date(2026, 2, 1)])
    assert none.overdue
    assert none.documents_since == 0
    assert two.overdue
    assert two.documents_since == 2
    assert none.last_heard == date(2025, 3, 1)
    assert none.silent == 12


def test_a_paper_that_was_promised_and_signed_is_not_overdue() -> None:
    told = [tell("1", "2025-03-01", "planned", "2025-09", paper=True), tell("2", "2025-09-10", "signed", paper=True)]
    assert not follow(told, DAY).overdue
    mill = [tell("1", "2025-03-01", "planned", "2025-09"), tell("2", "2025-04-10", "signed", paper=True)]
    assert follow(mill, DAY).overdue


def test_what_is_promised_again_a_year_later_without_progress_is_repeated() -> None:
    told = [tell("1", "2023-03-01", "agreed"), tell("2", "2025-02-01", "planned")]
    assert follow(told, DAY).repeated == date(2023, 3, 1)
    begun = tell("3", "2024-02-01", "in_progress")
    assert follow([*told, begun], DAY).repeated is None


def test_what_is_published_later_is_not_known_yet() -> None:
    told = [tell("1", "2025-03-01", "agreed"), tell("2", "2026-05-01", "completed")]
    assert follow(told, DAY).stage == "agreed"
    with pytest.raises(ValueError, match="no report by 2025-01-01"):
        follow(told, date(2025, 1, 1))


def test_copies_are_one_telling() -> None:
    told = [tell("1", "2025-03-01", "agreed"), tell("2", "2025-03-02", "agreed"), tell("3", "2025-03-05", "planned")]
    kept = leave_copies(told, {"document-2": "document-1", "document-3": "elsewhere"})
    assert [report.id for report in kept] == ["1", "3"]


def test_what_a_copy_tells_otherwise_or_much_later_is_a_telling_of_its_own() -> None:
    """A new edition of a road map prints most of the last one."""
    first, moved = tell("1", "2025-03-01", "agreed", "2025-09"), tell("2", "2025-03-20", "agreed", "2026-05")
    again, less = tell("3", "2026-02-01", "agreed", "2025-09"), tell("4", "2025-03-02", "agreed")
    kept = leave_copies([first, moved, again, less], {f"document-{n}": "document-1" for n in "234"})
    assert [report.id for report in kept] == ["1", "2", "3"]
    assert follow(kept[:2], DAY).due == Period("2026-05")


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 800))
def test_months_are_whole(first: date, days: int) -> None:
    months = count_months(first, first + timedelta(days=days))
    assert months * 28 <= days < (months + 1) * 31 + 3


def test_what_was_only_proposed_is_owed_by_nobody() -> None:
    assert not follow([tell("1", "2025-03-01", "proposed", "2025-05")], DAY).overdue


def test_a_promise_put_off_until_nobody_knows_when_has_no_term() -> None:
    told = [tell("a", "2025-05-16", "planned", "2025-12"), tell("b", "2025-11-07", "planned", does=POSTPONES)]
    followed = follow(told, date(2026, 2, 1))
    assert (followed.due, followed.overdue) == (None, False)
    assert [str(term.due) for term in followed.terms] == ["2025-12"]
    again = follow([*told, tell("c", "2026-01-10", "planned", "2026-02")], date(2026, 3, 2))
    assert (str(again.due), again.overdue) == ("2026-02", True)


def test_a_trace_ends_or_completes_what_stands_still_and_only_that() -> None:
    stands = tell("1", "2025-03-01", "cancelled", does=SUSPENDS)
    for stage, told in (("cancelled", "cancelled"), ("completed", "completed"), ("in_progress", "suspended")):
        trace = Report("2", "document-2", date(2025, 6, 1), stage, weak=True)
        assert follow([stands, trace], DAY).stage == told
    given_up = tell("1", "2025-03-01", "cancelled")
    assert (
        follow([given_up, Report("2", "document-2", date(2025, 6, 1), "completed", weak=True)], DAY).stage
        == "cancelled"
    )
