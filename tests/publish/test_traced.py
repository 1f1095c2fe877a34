"""Words of state that promise nothing: joined to promises of the very thing in all scripts, never alone, undone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hamkor.ledger import Ledger, open_ledger
from hamkor.pipeline.resolution import open_resolver
from hamkor.publish.exported import find_exported
from hamkor.publish.screen import Paint
from hamkor.publish.thread_json import write_thread
from hamkor.publish.threads import find_threads
from hamkor.publish.threads_read import write_thread_lines
from told_ledgers import LATER, Document, get_promise, load_told, read, read_mixed

TOLD = Path(__file__).parents[1] / "resolve" / "told" / "traces.tsv"
LEAST, WRONG = 17, 5  # of 22 that tell of a promise; of 25 that are near one
PROMISE = (
    "p",
    "2025-02-10",
    "Самаркандская область Узбекистана и Павлодарская область Казахстана договорились до октября 2025 года "
    "открыть в Самарканде школу стеклодувов.",
)
TRACE = ("t", "2025-11-03", "Школа стеклодувов Самаркандской и Павлодарской областей в Самарканде пустует.")
Pairs = set[tuple[str, str]]


def find_traced(ledger: Ledger, as_of: date = LATER) -> Pairs:
    """The document of each promise with each other that tells of it, as its trace or otherwise."""
    with ledger.view() as view:
        threads = list(find_threads(view, as_of))
    found: Pairs = set()
    for thread in threads:
        told = {row.document.id for _, row in thread.tellings}
        told |= {one.row.document.id for one in (*thread.traces, *thread.completed)}
        promised = {id_ for id_ in told if id_.startswith("p")}
        found |= {(of, by) for of in promised for by in told - promised}
    return found


def test_traces_are_found_in_every_script_and_seldom_what_is_near(tmp_path: Path) -> None:
    told = load_told(TOLD)
    assert {row["language"] for row in told} == {"ru", "uz", "uz-Cyrl", "kk", "en"}
    ledger = open_ledger(tmp_path / "desk.db")
    read(ledger, tmp_path, [(row["number"], row["day"], row["text"]) for row in told])
    wanted, found = {(row["traces"], row["number"]) for row in told if row["traces"]}, find_traced(ledger)
    assert len(wanted & found) >= LEAST, sorted(wanted - found)
    assert len(found - wanted) <= WRONG, sorted(found - wanted)


def test_the_order_of_documents_makes_no_difference(tmp_path: Path) -> None:
    told = [(row["number"], row["day"], row["text"]) for row in load_told(TOLD)][:16]
    found = read_mixed(told, tmp_path, find_traced)
    assert found[0]
    assert found[0] == found[1] == found[2]


def test_alone_it_is_no_promise_and_is_listed_nowhere(tmp_path: Path) -> None:
    ledger = read(open_ledger(tmp_path / "desk.db"), tmp_path, [TRACE])
    with ledger.view() as view:
        assert list(find_threads(view, LATER)) == []
        assert [row for row in view.find_statements() if row.kind in ("trace", "commitment")] == []
        assert [one["commitments"] for one in find_exported(view, LATER) if "document" in one] == [[]]
        [trace] = view.find_statements("trace")
        text = view.get_document("t").text
    assert text[trace.evidence.start : trace.evidence.end] == trace.evidence.exact


def test_a_trace_shows_in_the_story_from_the_day_it_was_told(location: str, tmp_path: Path) -> None:
    ledger = read(open_ledger(location), tmp_path, [PROMISE, TRACE])
    thread = get_promise(ledger)
    [trace] = thread.traces
    assert (trace.row.document.id, thread.followed.stage, thread.followed.overdue) == ("t", "agreed", True)
    assert get_promise(ledger, date(2025, 11, 2)).traces == ()
    lines = "\n".join(write_thread_lines(thread, width=200, paint=Paint(False)))
    assert trace.row.evidence.exact in lines
    assert "promise nothing" in lines
    [told] = write_thread(thread)["thread"]["traces"]
    assert (told["statement"], told["document"]) == (trace.row.id, "t")
    with ledger.view() as view:
        exported = json.loads(json.dumps(list(find_exported(view, LATER))))
    [weak] = [c for one in exported for c in one.get("commitments", ()) if c.get("weak")]
    assert weak["thread_id"] == thread.id
    ledger.purge("t")
    assert get_promise(ledger).traces == ()


def test_people_say_that_it_is_of_another_thing_and_take_it_back(location: str, tmp_path: Path) -> None:
    ledger = read(open_ledger(location), tmp_path, [PROMISE, TRACE])
    ids = [get_promise(ledger).id, get_promise(ledger).traces[0].event]
    for act, number in (("split", 0), ("undo_split", 1), ("merge", 1), ("keep_apart", 0)):
        with open_resolver(ledger) as resolver:
            getattr(resolver, act)(ids, "madina")
        assert len(get_promise(ledger).traces) == number, act


@pytest.mark.parametrize(
    "told",
    [
        ("t", "2025-01-03", TRACE[2]),  # before it was promised
        ("t", "2025-11-03", "Школа гончаров Самаркандской и Бухарской областей в Бухаре пустует."),
        ("t", "2025-11-03", "Министр рассказал о школе стеклодувов Самаркандской и Павлодарской областей."),
    ],
)
def test_what_was_told_before_is_of_another_or_only_talk_is_no_trace(tmp_path: Path, told: Document) -> None:
    ledger = read(open_ledger(tmp_path / "desk.db"), tmp_path, [PROMISE, told])
    assert get_promise(ledger).traces == ()


def test_a_trace_begins_nothing_anew_that_was_given_up(tmp_path: Path) -> None:
    given_up = "Стороны отказались от школы стеклодувов Самаркандской и Павлодарской областей в Самарканде."
    ended = ("e", "2025-08-01", given_up)
    ledger = read(open_ledger(tmp_path / "desk.db"), tmp_path, [PROMISE, ended, TRACE])
    assert get_promise(ledger).followed.stage == "cancelled"
