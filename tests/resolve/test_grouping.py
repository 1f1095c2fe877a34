"""Groups do not depend on the order in which tellings come, and nothing joins what contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import NEGATIVE, POSITIVE, UNSURE, Pair
from hamkor.model.pair import MOST_SHARING
from hamkor.resolve.grouping import find_pairs, group_nodes, group_tellings, name_node
from hamkor.resolve.judgement import Judged
from hamkor.resolve.kinds import Kind
from hamkor.resolve.telling import Telling


@dataclass(frozen=True, slots=True)
class Number:
    """Numbers are one where they lie within 1, a case for review within 3, contradict beyond 5."""

    value: int


def _compare(left: Number, right: Number) -> Judged:
    apart = abs(left.value - right.value)
    judgement = POSITIVE if apart <= 1 else NEGATIVE if apart > 5 else UNSURE
    return Judged(1 / apart if apart <= 3 else 0.0, judgement, (f"{apart} apart",))


NUMBERS = Kind(
    "number",
    Number,
    lambda told: Number(int(told.words)) if told.words else None,
    lambda item: str(item.value),
    lambda item: frozenset({"all"}),
    _compare,
)


def tell(id: str, words: str) -> Telling:
    return Telling(id, id, None, None, (), "en", None, words)


def group(*words: str) -> list[list[str]]:
    """The words that are told together."""
    found = group_tellings(NUMBERS, (tell(f"{number:03}", word) for number, word in enumerate(words)))
    things: dict[str, list[str]] = {}
    for id_, thing in found.items():
        things.setdefault(thing, []).append(words[int(id_)])
    return sorted(map(sorted, things.values()))


def test_what_is_told_alike_or_judged_the_same_is_one_thing() -> None:
    assert group("1", "2", "2", "7", "") == [["1", "2", "2"], ["7"]]


def test_a_thing_bears_the_least_id_of_its_tellings() -> None:
    assert group_tellings(NUMBERS, [tell("b", "5"), tell("c", "6"), tell("a", "6")]) == dict.fromkeys("bca", "a")


def test_a_chain_does_not_join_what_contradicts() -> None:
    chain = [str(value) for value in range(20)]
    for thing in group(*chain):
        assert all(abs(int(a) - int(b)) <= 5 for a, b in combinations(thing, 2))
    assert len(group(*chain)) < 10


def test_what_fits_two_that_differ_equally_well_joins_neither() -> None:
    pairs = [Pair("a", "c", POSITIVE, 0.8), Pair("b", "c", POSITIVE, 0.8), Pair("a", "b", NEGATIVE, 0.0)]
    assert group_nodes("abc", pairs) == {"a": "a", "b": "b", "c": "c"}
    surer = [*pairs[1:], Pair("a", "c", POSITIVE, 0.9)]
    assert group_nodes("abc", surer) == {"a": "a", "b": "b", "c": "a"}


def test_a_key_that_too_many_share_is_passed_over() -> None:
    few = [str(10 * number) for number in range(MOST_SHARING)]
    assert ["0", "1"] in group(*few[:-1], "1")
    assert ["0", "1"] not in group(*few, "1")


@given(st.lists(st.integers(0, 40), max_size=14), st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(values: list[int], random: object) -> None:
    told = [tell(f"{number:03}", str(value)) for number, value in enumerate(values)]
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group_tellings(NUMBERS, told) == group_tellings(NUMBERS, shuffled)


PAIRS = st.builds(
    Pair,
    st.sampled_from("abcdefgh"),
    st.sampled_from("abcdefgh"),
    st.sampled_from((POSITIVE, NEGATIVE)),
    st.sampled_from((0.7, 0.8, 0.9)),
    by_user=st.booleans(),
).filter(lambda pair: pair.left != pair.right)


def _once(pairs: Iterable[Pair]) -> list[Pair]:
    """One pair of each sort for each two."""
    return list({(frozenset((pair.left, pair.right)), pair.by_user): pair for pair in pairs}.values())


@given(st.lists(PAIRS, max_size=30).map(_once))
def test_users_outweigh_the_machine_and_nothing_joins_what_they_keep_apart(pairs: list[Pair]) -> None:
    things = group_nodes("abcdefgh", pairs)
    kept_apart = [pair for pair in pairs if pair.by_user and pair.judgement == NEGATIVE]
    assert not [pair for pair in kept_apart if things[pair.left] == things[pair.right]]
    for name, thing in things.items():
        assert thing <= name
        assert things[thing] == thing


@given(st.lists(PAIRS.filter(lambda pair: not pair.by_user), max_size=30).map(_once))
def test_no_group_holds_a_contradiction_and_pairs_come_in_any_order(pairs: list[Pair]) -> None:
    things = group_nodes("abcdefgh", pairs)
    assert things == group_nodes("hgfedcba", reversed(pairs))
    assert not [pair for pair in pairs if pair.judgement == NEGATIVE and things[pair.left] == things[pair.right]]


def test_what_is_for_review_joins_nothing_and_is_kept() -> None:
    nodes = {name_node("number", str(value)): Number(value) for value in (1, 4, 8)}
    assert {pair.judgement for pair in find_pairs(NUMBERS, nodes)} == {UNSURE, NEGATIVE}
    assert len(set(group_nodes(nodes, find_pairs(NUMBERS, nodes)).values())) == 3
