"""Where promises stand as it was kept is where they stand followed anew, whatever was done to the ledger meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hamkor.ledger import Ledger, open_ledger
from hamkor.model import Commitment, Document, OffsetMap, Period, PreparedText, Span, Statements
from hamkor.model.evidence import get_evidence
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.publish.followed import Promises
from hamkor.publish.standing import Standing, Thread
from hamkor.publish.threads import find_threads

TODAY = date(2025, 6, 15)
THINGS = ("открыть авиарейс Алматы – Навои", "построить теплицу близ Тараза", "запустить автобус Шымкент – Бухара")
Told = tuple[str, str, str | None, str]  # the thing, stage, term, first party
PROMISES = st.tuples(
    st.sampled_from(THINGS),
    st.sampled_from(("proposed", "agreed", "in_progress", "completed", "cancelled")),
    st.sampled_from((None, "2025-03", "2025-12")),
    st.sampled_from(("KZ", "KZ-75")),
)
NUMBERS = st.integers(0, 3)
DAYS = st.sampled_from((None, "2024-01-31", "2025-02-20", "2025-06-14", "2025-07-01"))
STEPS = st.one_of(
    st.tuples(st.just("add"), NUMBERS, DAYS, st.lists(PROMISES, min_size=1, max_size=3)),
    st.tuples(st.just("add"), NUMBERS, DAYS, st.lists(PROMISES, min_size=1, max_size=3)),
    st.tuples(st.just("reject"), NUMBERS),
    st.tuples(st.just("purge"), NUMBERS),
    st.tuples(st.just("merge")),
)
WANTED = (
    Standing(),
    Standing(overdue=True),
    Standing(silent=4),
    Standing(stage="agreed"),
    Standing(responsible="ПАЛАТ"),
)


def _make(number: int, day: str | None, told: list[Told]) -> tuple[PreparedText, Statements]:
    lines = [f"Стороны договорились {thing}: {stage}." for thing, stage, _, _ in told]
    text = "\n".join(lines)
    digest, start, found = sha256(text.encode()).hexdigest(), 0, []
    for line, (thing, stage, due, party) in zip(lines, told, strict=True):
        first = start + line.index(thing)
        said = get_evidence(text, Span(first, first + len(thing)), digest=digest)
        period, bodies = Period(due) if due else None, ("Палата торговли",) if stage == "agreed" else ()
        found.append(Commitment(stage, "trade", (party, "UZ"), period, None, bodies, None, None, None, said, "test"))
        start += len(line) + 1
    whole = OffsetMap((0,), (0,), len(text), len(text))
    prepared = PreparedText(Document(_name(number), text, digest), text, whole, "ru", (), published=day)
    return prepared, Statements(commitments=tuple(found))


def _name(number: int) -> str:
    return f"https://example.org/{number}"


def _add(ledger: Ledger, number: int, day: str | None, told: list[Told]) -> None:
    with ledger.writer() as writer:
        writer.add(*_make(number, day, told))
    with open_resolver(ledger) as resolver:
        assert resolve_document(resolver, _name(number)) is None


def _reject(ledger: Ledger, number: int) -> None:
    with ledger.view() as view:
        found = [row.id for row in view.find_statements("commitment") if row.document.id == _name(number)]
    for id_ in found[:1]:
        with ledger.reviewer("desk") as reviewer:
            reviewer.reject(id_)


def _purge(ledger: Ledger, number: int) -> None:
    with ledger.view() as view:
        known = [row.id for row in view.find_documents() if row.id == _name(number)]
    for id_ in known:
        ledger.purge(id_)


def _merge(ledger: Ledger) -> None:
    """The first two promises are one, a user says."""
    with ledger.view() as view:
        ids = [thread.id for thread in find_threads(view, date.max)][:2]
    if len(ids) == 2:
        with open_resolver(ledger) as resolver:
            resolver.merge(ids, "desk")


_DO: dict[str, Callable[..., None]] = {"add": _add, "reject": _reject, "purge": _purge, "merge": _merge}


# What bore the name of a promise goes: it is still found by that name.
_RENAMED = [
    ("add", 3, "2025-06-14", [(THINGS[0], "proposed", "2025-12", "KZ")]),
    ("add", 1, "2024-01-31", [(THINGS[2], "completed", "2025-12", "KZ"), (THINGS[1], "completed", "2025-03", "KZ-75")]),
    ("add", 0, "2025-06-14", [(THINGS[1], "in_progress", "2025-12", "KZ"), (THINGS[0], "cancelled", "2025-03", "KZ")]),
    ("merge",),
    ("purge", 3),
    ("merge",),
]


@settings(max_examples=25, deadline=None)
@example(_RENAMED)
@given(st.lists(STEPS, min_size=1, max_size=6))
def test_what_was_kept_is_where_promises_stand(steps: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "desk.db")
        for what, *given_ in steps:
            _DO[str(what)](ledger, *given_)
            _compare(ledger)


def _compare(ledger: Ledger) -> None:
    for day in (TODAY, date(2024, 12, 1)):
        with ledger.view() as view:
            every = list(find_threads(view, day))
            for wanted in WANTED:
                _hold(Promises(view, day, wanted), [t for t in every if wanted.holds(t)])
            _hold(Promises(view, day, Standing(), ("UZ", "KZ-75")), [t for t in every if _is_between(t)])
            _hold(Promises(view, day, Standing(), ("KZ-75",)), [t for t in every if _is_between(t)])


def _hold(found: Promises, threads: list[Thread]) -> None:
    stands = found.find()
    assert [stand.id for stand in stands] == [thread.id for thread in threads]
    assert len(found) == len(threads)
    assert found.load(stands) == threads
    assert found.find(start=1, most=1) == stands[1:2]
    for stand, thread in zip(stands, threads, strict=True):
        assert (stand.followed.stage, stand.followed.due) == (thread.followed.stage, thread.followed.due)
        assert (stand.followed.overdue, stand.followed.silent) == (thread.followed.overdue, thread.followed.silent)


def _is_between(thread: Thread) -> bool:
    return any("KZ-75" in row.statement.parties for _, row in thread.tellings)  # type: ignore[union-attr]


def test_nothing_is_followed_twice_and_nothing_purged_is_kept(location: str) -> None:
    ledger = open_ledger(location)
    _add(ledger, 1, "2025-02-20", [(THINGS[0], "agreed", "2025-03", "KZ")])
    with ledger.view() as view:
        assert list(view.find_unfollowed("2025-06-15"))
        [stand] = Promises(view, TODAY, Standing(overdue=True)).find()
    with ledger.view() as view:
        assert view.find_unfollowed("2025-06-15") == {}
        assert Promises(view, TODAY, Standing(overdue=True)).find() == [stand]
    ledger.purge(_name(1))
    with ledger.view() as view:
        assert Promises(view, TODAY, Standing()).find() == []


@pytest.mark.parametrize("silent", [1, 4, 5, 17])
def test_months_of_silence_are_counted_as_they_are_when_followed(tmp_path: Path, silent: int) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    _add(ledger, 1, "2024-01-31", [(THINGS[0], "agreed", None, "KZ")])
    _add(ledger, 2, "2025-02-15", [(THINGS[1], "agreed", None, "KZ")])
    with ledger.view() as view:
        for day in (date(2025, 6, 14), date(2025, 6, 15), date(2025, 6, 30)):
            wanted = Standing(silent=silent)
            _hold(Promises(view, day, wanted), [t for t in find_threads(view, day) if wanted.holds(t)])
