"""Promises completed by events: told in all languages, near misses, any order, and what people decide of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hamkor.ledger import Ledger, open_ledger
from hamkor.pipeline.resolution import open_resolver
from hamkor.publish.completed import Completion
from hamkor.publish.followed import Promises
from hamkor.publish.screen import Paint
from hamkor.publish.standing import Standing, Thread
from hamkor.publish.thing import write_thing_lines
from hamkor.publish.thread_json import write_thread
from hamkor.publish.threads import find_threads
from hamkor.publish.threads_read import write_thread_lines
from told_ledgers import LATER, Document, get_promise, load_told, read, read_mixed

TOLD = Path(__file__).parents[1] / "resolve" / "told" / "completed.tsv"
PROMISE = ("p", "2025-03-01", "Стороны договорились провести бизнес-форум Узбекистана и Казахстана в Шымкенте в мае.")
HELD = ("e", "2025-05-15", "14 мая 2025 года в Шымкенте состоялся бизнес-форум Узбекистана и Казахстана.")
AGAIN = ("f", "2025-05-17", "14 мамырда Шымкентте Қазақстан мен Өзбекстанның бизнес-форумы өтті.")


def find_completed(ledger: Ledger, as_of: date = LATER) -> set[tuple[str, str]]:
    """The document of each promise with that of the event that completes it."""
    with ledger.view() as view:
        threads = list(find_threads(view, as_of))
    return {(row.document.id, one.row.document.id) for t in threads for _, row in t.tellings for one in t.completed}


def get_completion(ledger: Ledger) -> Completion:
    [completion] = get_promise(ledger).completed
    return completion


def list_told(thread: Thread) -> set[tuple[str, str]]:
    """Each document that promises it with each that tells that it was held, as an event or as a promise kept."""
    told = {row.document.id for _, row in thread.tellings}
    held = {one.row.document.id for one in thread.completed} | {id_ for id_ in told if id_.startswith("e")}
    return {(of, by) for of in told - held for by in held}


def test_events_complete_what_was_promised_in_every_language_and_nothing_near_it(tmp_path: Path) -> None:
    told = load_told(TOLD)
    assert {row["language"] for row in told if row["completes"]} == {"ru", "uz", "uz-Cyrl", "kk", "en"}
    ledger = open_ledger(tmp_path / "desk.db")
    read(ledger, tmp_path, [(row["number"], row["day"], row["text"]) for row in told])
    with ledger.view() as view:
        threads = list(find_threads(view, LATER))
    wanted = {(row["completes"], row["number"]) for row in told if row["completes"]}
    assert {pair for thread in threads for pair in list_told(thread)} == wanted


def test_the_order_of_documents_makes_no_difference(tmp_path: Path) -> None:
    told = [(row["number"], row["day"], row["text"]) for row in load_told(TOLD) if row["number"][1] in "1236"][:14]
    found = read_mixed(told, tmp_path, find_completed)
    assert found[0]
    assert found[0] == found[1] == found[2]


def test_the_stage_is_that_of_the_event_from_the_day_it_was_told(location: str, tmp_path: Path) -> None:
    ledger = read(open_ledger(location), tmp_path, [PROMISE, HELD, AGAIN])
    followed = get_promise(ledger).followed
    assert (followed.stage, str(followed.since), followed.overdue) == ("completed", "2025-05-15", False)
    assert get_completion(ledger).day == date(2025, 5, 14)
    assert get_promise(ledger, date(2025, 5, 14)).followed.stage == "agreed"
    for day, stage in ((LATER, "completed"), (date(2025, 5, 14), "agreed")):
        with ledger.view() as view:
            assert [stand.followed.stage for stand in Promises(view, day, Standing()).find()] == [stage]
            assert Promises(view, day, Standing(overdue=True)).find() == []


def test_it_is_overdue_again_when_the_event_goes(location: str, tmp_path: Path) -> None:
    ledger = read(open_ledger(location), tmp_path, [PROMISE, HELD])
    for gone, number in ((None, 0), ("e", 1)):
        if gone:
            ledger.purge(gone)
        with ledger.view() as view:
            assert len(Promises(view, LATER, Standing(overdue=True)).find()) == number


def test_people_say_that_it_was_another_and_take_it_back(location: str, tmp_path: Path) -> None:
    ledger = read(open_ledger(location), tmp_path, [PROMISE, HELD])
    ids = [get_promise(ledger).id, get_completion(ledger).event]
    done, owed = "completed", "agreed"
    for act, stage in (("split", owed), ("undo_split", done), ("merge", done), ("keep_apart", owed)):
        with open_resolver(ledger) as resolver:
            getattr(resolver, act)(ids, "madina")
        with ledger.view() as view:
            assert [stand.followed.stage for stand in Promises(view, LATER, Standing()).find()] == [stage], act
        assert get_promise(ledger).followed.stage == stage, act
    with ledger.view() as view:
        assert sum(row.holds for row in view.get_thing(ids[0]).judged) == 1


def test_people_say_that_it_is_what_was_promised_and_take_it_back(tmp_path: Path) -> None:
    far = ("e", "2025-05-15", "14 мая 2025 года в Таразе состоялся бизнес-форум Узбекистана и Казахстана.")
    ledger = read(open_ledger(tmp_path / "desk.db"), tmp_path, [PROMISE, far])
    assert get_promise(ledger).completed == ()
    with ledger.view() as view:
        ids = [get_promise(ledger).id, next(row.id for row in view.find_statements("event") if row.document.id == "e")]
    with open_resolver(ledger) as resolver:
        resolver.merge(ids, "madina")
    assert get_completion(ledger).by_user
    with open_resolver(ledger) as resolver:
        resolver.undo_merge(ids[::-1], "madina")
    assert get_promise(ledger).completed == ()


def test_the_story_shows_the_words_and_the_source(tmp_path: Path) -> None:
    ledger = read(open_ledger(tmp_path / "desk.db"), tmp_path, [PROMISE, HELD])
    thread = get_promise(ledger)
    lines = "\n".join(write_thread_lines(thread, width=120, paint=Paint(False)))
    assert "by an event held on 2025-05-14" in lines
    assert "«состоялся бизнес-форум Узбекистана и Казахстана»" in lines
    [told] = write_thread(thread)["thread"]["completed_by"]
    assert (told["day"], told["date"], told["document"], told["by_user"]) == ("2025-05-14", "2025-05-15", "e", False)
    with ledger.view() as view:
        for id_ in (thread.id, told["event"]):
            shown = "\n".join(write_thing_lines(view.get_thing(id_), width=120, paint=Paint(False)))
            assert "Events that may be what was promised" in shown
            assert "hamkor split" in shown


@pytest.mark.parametrize(
    "told",
    [
        ("e", "2025-05-15", "Стороны договорились открыть прямой авиарейс Алматы – Ургенч."),
        ("e", "2024-12-05", "4 декабря открылся прямой авиарейс Алматы – Ургенч."),
        ("e", "2025-05-15", "Прямой авиарейс Алматы – Ургенч не открылся."),
    ],
)
def test_what_is_promised_again_or_was_held_before_completes_nothing(tmp_path: Path, told: Document) -> None:
    promised = ("p", "2025-02-01", "Стороны договорились открыть прямой авиарейс Алматы – Ургенч до 1 мая 2025 года.")
    assert find_completed(read(open_ledger(tmp_path / "desk.db"), tmp_path, [promised, told])) == set()
