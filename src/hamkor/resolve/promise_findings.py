"""What is promised in two tellings: the same way, thing, paper or topic, or another; each finds it or nothing."""

from __future__ import annotations

from functools import lru_cache

from hamkor.codes.areas import may_be_same_area
from hamkor.resolve.judgement import Finding
from hamkor.resolve.meanings import list_concepts
from hamkor.resolve.promise_particulars import (
    find_same_body,
    find_same_ordinal,
    find_same_town,
    find_shared_name,
    find_telling_amount,
)
from hamkor.resolve.promises import Promise, count_days, count_months
from hamkor.resolve.sameness import count_shared, is_same_town, share_names, spell, write_list
from hamkor.resolve.tables import load_toml

_ANY = "route"  # a line of which nothing says what runs on it
_ANY_PAPER = frozenset({"document"})
_BOTH_STAND_BY = 0.3  # strength of a name around both
_ONE_CEREMONY, _ANOTHER_TIME = 14, 60  # days
_PAIR = 2  # sides
_SOON = 9  # months


def find_same_way(left: Promise, right: Promise) -> Finding | None:
    """The same means of travel between the same two ends; where one tells one end only, that end."""
    if not _meet(left.ways, right.ways) or _is_line_of_its_own(left, right):
        return None
    shared = count_shared(left.ends, right.ends, is_same_town)
    least = min(len(left.ends), len(right.ends))
    if not shared or shared < least:
        return None
    told = f"{', '.join(left.ways)}: {', '.join(spell(e) for e in left.ends)}"
    return Finding(1.0 if shared > 1 else 0.85, told)


def find_other_way(left: Promise, right: Promise) -> Finding | None:
    """Another means of travel, or other ends: a bus is no train, Almaty–Urgench not Almaty–Namangan."""
    if not (left.ways and right.ways):
        return None
    if not _meet(left.ways, right.ways):
        return Finding(1.0, f"{', '.join(left.ways)} is not {', '.join(right.ways)}")
    shared = count_shared(left.ends, right.ends, is_same_town)
    if not (left.ends and right.ends) or shared >= min(2, len(left.ends), len(right.ends)):
        return None
    return None if _may_be_both(left.ends, right.ends) else Finding(1.0, "other ends")


def _is_line_of_its_own(left: Promise, right: Promise) -> bool:
    """Whether a line that may be any has a name or a topic that the other way lacks: a tourists' route is no train."""
    if set(left.ways) & set(right.ways):
        return False
    line, other = (left, right) if _ANY in left.ways else (right, left)
    told = {*line.topics, *line.names}
    return bool(told) and not told & {*other.topics, *other.near_topics, *other.names, *other.near_names}


def _may_be_both(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two tellings of one end each may tell the two ends of one way: towns of two nations."""
    return len(left) == len(right) == 1 and left[0][:2] != right[0][:2] and ":" not in (left[0][0], right[0][0])


def _meet(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether ways may be one: a line may be any."""
    return bool(left and right and (set(left) & set(right) or _ANY in left or _ANY in right))


def find_same_thing(left: Promise, right: Promise) -> Finding | None:
    """The same kind of thing: a mill, a trade house, a fair; less where only what stands around tells it."""
    own = _list_things(left) & _list_things(right)
    if own:
        rare = 0.5 if own & list_concepts("rare") else 0.0
        return Finding(1.0 + rare + (0.2 if len(own) > 1 else 0.0), f"both tell of: {', '.join(sorted(own))}")
    near = set(left.things) & set(right.near_things) | set(left.near_things) & set(right.things)
    return Finding(0.4, f"around: {', '.join(sorted(near))}") if near else None


def _list_things(promise: Promise) -> set[str]:
    return {*promise.things, *(way for way in promise.ways if way == _ANY)}


def find_other_thing(left: Promise, right: Promise) -> Finding | None:
    """Another kind of thing; less where what stands around one of them tells of the other's."""
    own, other = {*left.things, *left.ways}, {*right.things, *right.ways}
    if not own or not other or own & other:
        return None
    if _ANY in own | other or _are_of_one_event(left, right):
        return None
    near = own & {*right.near_things, *right.topics} or other & {*left.near_things, *left.topics}
    doubtful = near or left.lent or right.lent
    return Finding(0.5 if doubtful else 1.0, f"{write_list(sorted(own))} is not {write_list(sorted(other))}")


def _are_of_one_event(left: Promise, right: Promise) -> bool:
    """Whether two events are of the same: a holiday of horses is told as a festival, a fair as an exhibition."""
    events = list_concepts("event")
    return {*left.things, *right.things} <= events and bool(set(left.topics) & set(right.topics))


def find_same_setting(left: Promise, right: Promise) -> Finding | None:
    """Other things and fields that both stand by."""
    shared = {*left.near_things, *left.near_fields} & {*right.near_things, *right.near_fields}
    return Finding(1.0, f"both stand by: {write_list(sorted(shared))}") if shared else None


def find_same_paper(left: Promise, right: Promise) -> Finding | None:
    """The same kind of paper: a memorandum, a contract."""
    shared = set(left.papers) & set(right.papers)
    if left.papers and right.papers and not shared:
        shared = {*left.papers, *right.papers} & _ANY_PAPER
    return Finding(1.0, f"both: {', '.join(sorted(shared))}") if shared else None


def find_one_signing(left: Promise, right: Promise) -> Finding | None:
    """Papers of one kind told within two weeks of each other."""
    days = count_days(left, right)
    if days is None or days > _ONE_CEREMONY or not set(left.papers) & set(right.papers):
        return None
    alike = bool(left.topics) == bool(right.topics)
    return Finding(1.0 if alike else 0.7, f"told {days} days apart")


def find_other_signing(left: Promise, right: Promise) -> Finding | None:
    """Papers of one kind told more than two months apart, with nothing that names them."""
    days = count_days(left, right)
    if days is None or days <= _ANOTHER_TIME or find_shared_name(left, right) or find_same_topics(left, right):
        return None
    if find_same_body(left, right):
        return None
    return Finding(1.0, f"told {days} days apart")


def find_same_topics(left: Promise, right: Promise) -> Finding | None:
    """What it is of: irrigation, students, grain; a little more for each that stands around both."""
    things = set(left.things) & set(right.things)
    own, near = _list_own(left) & _list_own(right) - things, _list_near(left) & _list_near(right) - things
    least = min(len(left.topics) or 1, len(right.topics) or 1)
    if own:
        share = (1.0 if len(own) > 1 or left.topics == right.topics else 0.35 + 0.4 / least) + (
            0.25 if 1 < len(own) >= least else 0.0
        )
        return Finding(share + 0.1 * min(2, len(near - own)), f"of: {', '.join(sorted(own))}")
    mixed = (_list_own(left) | _list_own(right)) & near
    return Finding(0.3, f"around: {', '.join(sorted(near))}") if mixed else None


def _list_own(promise: Promise) -> set[str]:
    return {*promise.topics, *promise.things}


def find_nothing_shared(left: Promise, right: Promise) -> Finding | None:
    """Each tells by itself what it is about, and nothing of that is the other's: what is around joins little."""
    own, other = _list_all(left), _list_all(right)
    if not own or not other or own & other or _ANY in own | other:
        return None
    if set(left.frames) & set(right.frames) or share_names(left.names, right.names):
        return None
    return Finding(0.5 if left.lent or right.lent else 1.0, "of what each tells nothing is the other's")


def _list_all(promise: Promise) -> set[str]:
    return {*promise.ways, *promise.things, *promise.topics}


def find_loose_sides(left: Promise, right: Promise) -> Finding | None:
    """Of what only its kind tells, sides that need not be the same: other regions build mills, too.

    Half less for each: that one tells the country of one side, of whose region the other tells, or one side of the two;
    one end of a way, or a kind that few tell of (saplings); three things in common, one of them rare. As much again
    where they were told more than nine months apart, twice as long if only one side differs; half of it if it is of the
    same two countries, which promise each other much.
    """
    if not left.areas or not right.areas:
        return None
    strength = _tell_looseness(left, right)
    return Finding(strength, "of sides that only fit") if strength and not is_identified(left, right) else None


def _tell_looseness(left: Promise, right: Promise) -> float:
    months = count_months(left, right)
    if set(left.areas) == set(right.areas):
        return 0.5 if months > _SOON and not any("-" in area for area in left.areas) else 0.0
    own = _list_own(left) & _list_own(right)
    rare = bool(own - _list_everywhere())
    nearly = _differ_in_one(left.areas, right.areas)
    halves = [rare, rare and len(own) > _PAIR, not rare and find_same_way(left, right) is not None, nearly]
    return max(0.0, 1 - 0.5 * sum(halves)) + (months > _SOON * (1 + nearly))


@lru_cache(maxsize=1)
def _list_everywhere() -> frozenset[str]:
    return frozenset(load_toml("promise_words")["everywhere"])


def is_identified(left: Promise, right: Promise) -> bool:
    """Whether something tells which thing of its kind it is: both ends of a way, a name, an amount, a town, a body."""
    tells = (find_same_ordinal, find_telling_amount, find_same_body, find_one_signing, find_same_town)
    if any(find(left, right) for find in tells):
        return True
    way, name = find_same_way(left, right), find_shared_name(left, right)
    return bool((way and way.strength >= 1) or (name and name.strength > _BOTH_STAND_BY))


def _differ_in_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one tells one of the other's two sides, or of one side a country, where the other tells its region."""
    few, many = sorted((set(left), set(right)), key=len)
    if len(many) > _PAIR or not few & many:
        return False
    return few < many or any(may_be_same_area(a, b) for a in few - many for b in many - few)


def find_same_field(left: Promise, right: Promise) -> Finding | None:
    """What is as wide as a sector: tourism, medicine."""
    shared = set(left.fields) & set(right.fields)
    return Finding(1.0, f"about {', '.join(sorted(shared))}") if shared else None


def _list_near(promise: Promise) -> set[str]:
    return {*promise.topics, *promise.near_topics}


def find_other_topics(left: Promise, right: Promise) -> Finding | None:
    """Of something else, where all that either tells has nothing to do with the other."""
    if not (left.topics and right.topics) or left.ways or right.ways:
        return None
    named = find_shared_name(left, right)
    if _list_near(left) & _list_near(right) or (named and named.strength > _BOTH_STAND_BY):
        return None
    alike = set(left.things) & set(right.things)
    return Finding(1.0 if not alike else 0.9, f"of {', '.join(left.topics)}, not of {', '.join(right.topics)}")
