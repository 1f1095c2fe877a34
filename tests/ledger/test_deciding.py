"""What users decide outweighs the machine, survives whatever comes after, and can be taken back."""

from __future__ import annotations

import pytest
from resolver_samples import add, find_members, find_state, find_things, get_thing, resolve_all, resolving
from sqlalchemy import create_engine, text

from hamkor.errors import LedgerError
from hamkor.ledger import Ledger, open_ledger
from hamkor.ledger.engine import get_url

BY = "Мадина"


@pytest.fixture
def filled(location: str) -> Ledger:
    """1 and 3 are one thing, 9 differs from it, 30 from all."""
    ledger = open_ledger(location)
    for id_, numbers in (("a", (1, 30)), ("b", (3, 30)), ("c", (9, 30))):
        add(ledger, id_, numbers)
    resolve_all(ledger)
    assert find_things(location) == [[1, 3], [9], [30]]
    return ledger


def find_judged(location: str) -> list[tuple[object, ...]]:
    engine = create_engine(get_url(location))
    with engine.connect() as connection:
        query = 'SELECT judgement, "by", undone_by, replaced_by IS NULL FROM judgements ORDER BY row_id'
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def resolve_anew(ledger: Ledger) -> None:
    with resolving(ledger) as resolver:
        resolver.forget()
    resolve_all(ledger)


def test_a_merge_joins_what_the_machine_holds_different_and_can_be_undone(location: str, filled: Ledger) -> None:
    one, other = get_thing(filled, "a", 1), get_thing(filled, "c", 9)
    with resolving(filled) as resolver:
        resolver.merge([one, other], BY)
        assert find_things(location) == [[1, 3, 9], [30]]
        resolve_anew(filled)
        assert find_things(location) == [[1, 3, 9], [30]]
        resolver.undo_merge([other, one], "Олжас")
    assert find_things(location) == [[1, 3], [9], [30]]
    assert {row[:3] for row in find_judged(location)} == {("POSITIVE", BY, "Олжас")}


def test_a_split_takes_one_statement_off_what_is_told_alike(location: str, filled: Ledger) -> None:
    before, statement = find_state(location), find_members(filled, "b")[30]
    with resolving(filled) as resolver:
        resolver.split([get_thing(filled, "a", 30), statement], BY)
        assert find_things(location) == [[1, 3], [9], [30], [30]]
        assert get_thing(filled, "a", 30) == get_thing(filled, "c", 30) != get_thing(filled, "b", 30)
        resolve_anew(filled)
        assert get_thing(filled, "a", 30) == get_thing(filled, "c", 30) != get_thing(filled, "b", 30)
        resolver.undo_split([statement], BY)
    assert find_state(location) == before


def test_a_split_takes_a_spelling_off_with_all_that_is_told_so(location: str, filled: Ledger) -> None:
    add(filled, "d", (3, 2))
    resolve_all(filled)
    nodes = {row[2]: row[0] for row in find_state(location)["nodes"]}
    three = next(id_ for item, id_ in nodes.items() if item.replace(" ", "") == '{"value":3}')
    with resolving(filled) as resolver:
        resolver.split([get_thing(filled, "a", 1), three], BY)
        assert find_things(location) == [[1, 2], [3], [9], [30]]
        add(filled, "e", (3, 4))
        resolve_all(filled)
        assert find_things(location) == [[1, 2], [3, 4], [9], [30]]
        resolver.undo_split([three], BY)
    assert find_things(location) == [[1, 2, 3, 4], [9], [30]]


def test_a_later_decision_takes_the_place_of_one_that_says_the_contrary(location: str, filled: Ledger) -> None:
    first, second = find_members(filled, "a")[1], find_members(filled, "b")[3]
    with resolving(filled) as resolver:
        resolver.split([second], BY)
        assert find_things(location) == [[1], [3], [9], [30]]
        resolver.merge([first, second], BY)
        assert find_things(location) == [[1, 3], [9], [30]]
        resolver.undo_merge([first, second], BY)
    assert find_things(location) == [[1], [3], [9], [30]]


def test_a_decision_holds_when_its_document_is_read_again_or_purged(location: str, filled: Ledger) -> None:
    with resolving(filled) as resolver:
        resolver.merge([get_thing(filled, "a", 1), get_thing(filled, "c", 9)], BY)
    add(filled, "c", (9, 12))
    resolve_all(filled)
    assert [1, 3, 9] in [[n for n in thing if n < 12] for thing in find_things(location)]
    filled.purge("c")
    resolve_all(filled)
    assert find_things(location) == [[1, 3], [30]]
    add(filled, "f", (9,))
    resolve_all(filled)
    assert find_things(location) == [[1, 3, 9], [30]]


def test_what_cannot_be_decided_is_told(filled: Ledger) -> None:
    one, statement = get_thing(filled, "a", 1), find_members(filled, "c")[9]
    with resolving(filled) as resolver:
        for decide, ids, told in (
            (resolver.merge, [one, one], "two things"),
            (resolver.merge, [one, "nowhere"], "nothing resolved as 'nowhere'"),
            (resolver.split, [statement], "something stays"),
            (resolver.split, [one, statement], "what is of"),
            (resolver.undo_merge, [one, statement], "no such decision"),
            (resolver.undo_split, [statement], "no such decision"),
        ):
            with pytest.raises(LedgerError, match=told):
                decide(ids, BY)


def test_two_things_are_kept_apart_with_who_and_why_and_nobody_is_asked_again(location: str, filled: Ledger) -> None:
    add(filled, "d", (35,))
    resolve_all(filled)
    with filled.view() as view:
        (unsure,) = view.find_unsure(["number"], most=9)
        assert view.get_thing(unsure.left.id).unsure
    ids = [unsure.left.id, unsure.right.id]
    with resolving(filled) as resolver:
        decision = resolver.keep_apart(ids, BY, "другой завод")
        resolve_anew(filled)
    with filled.view() as view:
        assert view.find_unsure(["number"], most=9) == []
        thing = view.get_thing(ids[0])
    assert thing.unsure == ()
    assert [(row.judgement, row.by, row.why, row.holds) for row in thing.judged] == [
        ("NEGATIVE", BY, "другой завод", True)
    ]
    with resolving(filled) as resolver:
        assert resolver.undo(decision, "Олжас") == decision
        with pytest.raises(LedgerError, match="no such decision"):
            resolver.undo(decision, "Олжас")
    with filled.view() as view:
        assert len(view.find_unsure(["number"], most=9)) == 1


def test_what_is_one_thing_is_split_not_kept_apart(filled: Ledger) -> None:
    ids = [get_thing(filled, "a", 1), get_thing(filled, "b", 3)]
    with resolving(filled) as resolver, pytest.raises(LedgerError, match="split"):
        resolver.keep_apart([ids[0], find_members(filled, "b")[3]], BY)
