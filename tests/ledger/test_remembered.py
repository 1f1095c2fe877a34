"""What was found is remembered for as long as the ledger is as it was, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import count

import pytest
from ledger_samples import get_statements, get_text, prepare
from resolver_samples import add as add_told
from resolver_samples import get_thing, resolve_all, resolving

from hamkor.ledger import Filter, Ledger
from hamkor.model import Statistic
from hamkor.model.period import parse_period

OFFICIAL = Statistic("Bureau", "exports", "KZ", "KG", parse_period("2024"), Decimal(912400000), "USD")
ASKED = count(1)


def ask(ledger: Ledger, *, things: bool = False, key: str = "asked") -> int:
    """The number of the time that it was found."""
    with ledger.view() as view:
        return (view.remember_things if things else view.remember)(key, lambda: next(ASKED))


def read(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(prepare("a", get_text()), get_statements(get_text()))


def review(ledger: Ledger) -> None:
    with ledger.view() as view:
        row = next(iter(view.find_statements("observation", Filter(document="a"))))
    with ledger.reviewer("Лола") as reviewer:
        said = reviewer.reject(row.id)
        before = ask(ledger)
        reviewer.undo(said.id)
    assert ask(ledger) != before


def purge(ledger: Ledger) -> None:
    ledger.purge("a")


def test_what_was_found_is_found_once(ledger: Ledger) -> None:
    read(ledger)
    assert ask(ledger) == ask(ledger)
    assert ask(ledger, key="other") != ask(ledger)
    assert ask(ledger, things=True) == ask(ledger, things=True)


def test_reading_reviewing_and_purging_end_it(ledger: Ledger) -> None:
    steps: tuple[Callable[[Ledger], None], ...] = (read, review, purge)
    for step in steps:
        before = ask(ledger), ask(ledger, things=True)
        step(ledger)
        assert ask(ledger) != before[0]
        assert ask(ledger, things=True) != before[1]


def test_official_figures_resolving_and_judging_end_what_rests_on_things(ledger: Ledger) -> None:
    add_told(ledger, "a", (1, 30))
    add_told(ledger, "b", (9, 30))
    found = [ask(ledger, things=True)]
    resolve_all(ledger)
    found.append(ask(ledger, things=True))
    with resolving(ledger) as resolver:
        one, other = get_thing(ledger, "a", 1), get_thing(ledger, "b", 9)
        resolver.merge([one, other], "Мадина")
        found.append(ask(ledger, things=True))
        resolver.undo_merge([one, other], "Мадина")
    found.append(ask(ledger, things=True))
    with ledger.writer() as writer:
        writer.add_statistics([OFFICIAL])
    found.append(ask(ledger, things=True))
    assert len(set(found)) == len(found)


def test_few_answers_are_kept(desk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hamkor.ledger.remembered._MOST", 2)
    first, second = ask(desk, key="1"), ask(desk, key="2")
    assert ask(desk, key="1") == first  # so that the second is the one that was not asked for the longest
    ask(desk, key="3")
    assert ask(desk, key="1") == first
    assert ask(desk, key="2") != second


def test_a_moment_that_is_past_takes_nothing_of_a_later_one(desk: Ledger) -> None:
    read(desk)
    with desk.view() as early:
        before = early.remember("asked", lambda: next(ASKED))
        with desk.writer() as writer:
            writer.add(prepare("b", get_text()), get_statements(get_text()))
        later = ask(desk)
        assert later != before
        assert early.remember("asked", lambda: next(ASKED)) != later
