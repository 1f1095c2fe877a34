"""Official figures in the ledger: releases are kept, the same again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

import hamkor.ledger.migrations
from hamkor.ledger import ReleaseRow, open_ledger
from hamkor.ledger.engine import get_url
from hamkor.model import Statistic
from hamkor.model.period import parse_period

FIRST = Statistic(
    "Bureau", "exports", "KZ", "KG", parse_period("2024"), Decimal(912400000), "USD", released=date(2025, 2, 17)
)
REVISED = replace(FIRST, obs_value=Decimal(931000000), released=date(2025, 8, 15))
REPORTED = replace(FIRST, source="Mayor", obs_status="V", released=None, qualifier="over",
                   low=Decimal(900000000), high=Decimal(1000000000), url="https://news.example/1")  # fmt: skip

OLD = {
    "source": "Bureau",
    "indicator": "exports",
    "ref_area": "KZ",
    "counterpart_area": "KG",
    "time_period": "2024",
    "obs_value": "912400000",
    "unit_measure": "USD",
    "obs_status": "A",
    "released": "2025-02-17",
    "imported_at": "2025-02-18T09:00:00+00:00",
}
MIGRATIONS = Path(hamkor.ledger.migrations.__file__).parent


def add(location: str, *figures: Statistic) -> int:
    with open_ledger(location).writer() as writer:
        return writer.add_statistics(figures)


def find(location: str) -> list[ReleaseRow]:
    with open_ledger(location).view() as view:
        return view.find_releases()


def show(location: str) -> list[tuple[Decimal, date | None, int, int]]:
    return [(r.statistic.obs_value, r.statistic.released, r.release, r.releases) for r in find(location)]


def test_every_field_comes_back_and_the_same_again_changes_nothing(location: str) -> None:
    assert add(location, FIRST, REPORTED) == 2
    assert add(location, FIRST, REPORTED, FIRST) == 0
    assert {row.statistic for row in find(location)} == {FIRST, REPORTED}


def test_a_revision_is_a_new_release_and_the_old_one_stays(location: str) -> None:
    add(location, REVISED)
    assert add(location, FIRST) == 1  # in whatever order they come
    assert show(location) == [
        (Decimal(931000000), date(2025, 8, 15), 2, 2),
        (Decimal(912400000), date(2025, 2, 17), 1, 2),
    ]
    with open_ledger(location).view() as view:
        assert [statistic for _, statistic in view.find_statistics()] == [REVISED, FIRST]


def test_a_release_without_a_day_is_always_known_and_another_value_is_of_today(location: str) -> None:
    undated = replace(FIRST, released=None)
    assert add(location, undated) == 1
    assert add(location, undated) == 0
    assert add(location, replace(undated, obs_value=Decimal(5))) == 1
    assert add(location, replace(undated, obs_value=Decimal(5))) == 0
    today = datetime.now(UTC).date()
    assert [(value, day and abs((day - today).days) <= 1) for value, day, *_ in show(location)] == [
        (Decimal(5), True), (Decimal(912400000), None),
    ]  # fmt: skip


def test_two_values_of_one_day_are_both_kept_and_the_later_one_counts(location: str) -> None:
    add(location, FIRST)
    assert add(location, replace(FIRST, obs_value=Decimal(912500000))) == 1
    assert [value for value, *_ in show(location)] == [Decimal(912500000), Decimal(912400000)]


def test_what_two_pages_report_are_two_tellings_and_no_revision(location: str) -> None:
    other = replace(REPORTED, url="https://news.example/2", obs_value=Decimal(950000000))
    assert add(location, REPORTED, other) == 2
    assert [(row.release, row.releases) for row in find(location)] == [(1, 1), (1, 1)]


def test_series_tell_what_they_count_and_over_which_times(location: str) -> None:
    months = replace(FIRST, time_period=parse_period("2024-01/2024-09"), obs_value=Decimal(1))
    world = replace(FIRST, counterpart_area=None)
    add(location, FIRST, REVISED, months, world)
    with open_ledger(location).view() as view:
        found = {row.counterpart_area: row for row in view.find_series()}
    assert (found["KG"].periods, str(found["KG"].first), str(found["KG"].last)) == (2, "2024-01/2024-09", "2024")
    assert (found["KG"].released, found[None].periods) == (date(2025, 8, 15), 1)
    assert found["KG"].id != found[None].id


def test_what_a_ledger_of_before_holds_is_brought_along(location: str) -> None:
    engine = create_engine(get_url(location))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        columns = ", ".join(OLD)
        values = ", ".join(f"'{value}'" for value in OLD.values())
        connection.execute(text(f"INSERT INTO statistics ({columns}) VALUES ({values})"))
    engine.dispose()
    assert [row.statistic for row in find(location)] == [FIRST]
    assert add(location, FIRST, REVISED) == 1
