"""What two tellings of promises have in common, and what tells them apart. Each function finds something or nothing."""

from __future__ import annotations

from collections.abc import Iterable

from hamkor.resolve.judgement import Finding
from hamkor.resolve.meanings import list_concepts
from hamkor.resolve.promises import MAYBE, Promise, count_days
from hamkor.resolve.sounds import VOWELS, is_near, measure_sounds

_ROUNDED = 0.015  # how far two printings of one amount lie apart, as a share
_LONGEST_CASE = 4  # sounds that a case adds to a name
_SHORTEST_NAME = 4
_LONG_NAME = 10  # sounds of a name that nothing else bears
_ANY = "route"
_ANY_PAPER = frozenset({"document"})
_ONE_CEREMONY, _ANOTHER_TIME = 14, 60  # days
_ONE_TEXT = 0.5  # share of words from which on two tellings of one language are one text


def find_same_way(left: Promise, right: Promise) -> Finding | None:
    """The same means of travel between the same two ends; where one tells one end only, that end."""
    if not _meet(left.ways, right.ways):
        return None
    shared = _count_shared(left.ends, right.ends, is_same_town)
    least = min(len(left.ends), len(right.ends))
    if not shared or shared < least:
        return None
    told = f"{', '.join(left.ways)}: {', '.join(_spell(e) for e in left.ends)}"
    return Finding(1.0 if shared > 1 else 0.85, told)


def find_other_way(left: Promise, right: Promise) -> Finding | None:
    """Another means of travel, or other ends: a bus is no train, Almaty–Urgench not Almaty–Namangan."""
    if not (left.ways and right.ways):
        return None
    if not _meet(left.ways, right.ways):
        return Finding(1.0, f"{', '.join(left.ways)} is not {', '.join(right.ways)}")
    shared = _count_shared(left.ends, right.ends, is_same_town)
    if not (left.ends and right.ends) or shared >= min(2, len(left.ends), len(right.ends)):
        return None
    return None if _may_be_both(left.ends, right.ends) else Finding(1.0, "other ends")


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
        rare = 0.3 if own & list_concepts("rare") else 0.0
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
    if _ANY in own | other:
        return None
    near = own & {*right.near_things, *right.topics} or other & {*left.near_things, *left.topics}
    doubtful = near or left.lent or right.lent
    return Finding(0.5 if doubtful else 1.0, f"{_list(sorted(own))} is not {_list(sorted(other))}")


def find_same_setting(left: Promise, right: Promise) -> Finding | None:
    """Other things and fields that both stand by."""
    shared = {*left.near_things, *left.near_fields} & {*right.near_things, *right.near_fields}
    return Finding(1.0, f"both stand by: {_list(sorted(shared))}") if shared else None


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
    if _list_near(left) & _list_near(right) or find_shared_name(left, right):
        return None
    alike = set(left.things) & set(right.things)
    return Finding(1.0 if not alike else 0.9, f"of {', '.join(left.topics)}, not of {', '.join(right.topics)}")


def find_shared_name(left: Promise, right: Promise) -> Finding | None:
    """A proper name that both bear; less where it stands around one of them only."""
    own = _share_names(left.names, right.names)
    if own:
        return Finding(1.4 if len(own) >= _LONG_NAME else 1.0, f"both named: {own}")
    near = _share_names(left.names, right.near_names) or _share_names(left.near_names, right.names)
    if near:
        return Finding(0.7, f"named around: {near}")
    around = _share_names(_list_sure(left.near_names), _list_sure(right.near_names))
    return Finding(0.3, f"both stand by: {around}") if around else None


def _list_sure(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(MAYBE)]


def find_same_amount(left: Promise, right: Promise) -> Finding | None:
    """The same amount, length or number, however rounded."""
    if _share_amounts(left.amounts, right.amounts):
        return Finding(1.0, "the same amount")
    if _share_amounts(left.near_amounts, right.near_amounts):
        return Finding(0.6, "the same amount around")
    return None


def find_other_ordinal(left: Promise, right: Promise) -> Finding | None:
    """Another one of several: the second phase, the third flight of a week."""
    if set(left.counted) == set(right.counted):
        return None
    return Finding(1.0, f"{_list(left.counted)}, not {_list(right.counted)}")


def find_other_year(left: Promise, right: Promise) -> Finding | None:
    """An event of another year: fairs and forums come again."""
    held = set(left.things) & set(right.things) & list_concepts("event")
    if held and left.year and right.year and left.year != right.year:
        return Finding(1.0, f"{left.year}, not {right.year}")
    return None


def find_same_ordinal(left: Promise, right: Promise) -> Finding | None:
    """The same one of several."""
    shared = set(left.counted) & set(right.counted)
    return Finding(1.0, f"both: {_list(sorted(shared))}") if shared else None


def find_same_town(left: Promise, right: Promise) -> Finding | None:
    """The town where a thing stands that leads nowhere."""
    if left.ways or right.ways:
        return None
    shared = _count_shared(left.towns, right.towns, is_same_town)
    return Finding(1.0, f"in {', '.join(map(_spell, left.towns))}") if shared else None


def find_other_town(left: Promise, right: Promise) -> Finding | None:
    """A thing of one kind in another town."""
    if left.ways or right.ways or "signed" in (left.stage, right.stage) or not (left.towns and right.towns):
        return None
    if not set(left.things) & set(right.things):
        return None
    around = _count_shared((*left.towns, *left.near_towns), (*right.towns, *right.near_towns), is_same_town)
    return None if around else Finding(1.0, "in another town")


def find_same_sides(left: Promise, right: Promise) -> Finding | None:
    """The same sides; less where one tells a country, the other its region."""
    if not left.areas or not right.areas or find_other_sides(left, right):
        return None
    same = set(left.areas) == set(right.areas)
    pair = len({a[:2] for a in left.areas} & {a[:2] for a in right.areas}) > 1
    regions = all("-" in area for area in (*left.areas, *right.areas))
    if same and pair:
        return Finding(1.2 if regions else 1.0, "the same sides")
    return Finding(0.7 if pair else 0.4, "sides that fit")


def find_other_sides(left: Promise, right: Promise) -> Finding | None:
    """Sides that cannot be the same: no country in common, or only other regions of it."""
    if not left.areas or not right.areas:
        return None
    if not any(_fits(a, b) for a in left.areas for b in right.areas):
        nations = {a[:2] for a in left.areas} & {b[:2] for b in right.areas}
        return Finding(0.5 if nations else 1.0, f"{_list(left.areas)} are not {_list(right.areas)}")
    return None


def find_other_partner(left: Promise, right: Promise) -> Finding | None:
    """The same company with another partner."""
    if min(len(left.bodies), len(right.bodies)) < 2:
        return None
    shared = _count_shared(left.bodies, right.bodies, is_same_name)
    if 0 < shared < min(len(left.bodies), len(right.bodies)):
        return Finding(1.0, "another partner")
    return None


def find_untold_partner(left: Promise, right: Promise) -> Finding | None:
    """Two that deal with one another, of whom the other telling, and all around it, names one only."""
    for one, other in ((left, right), (right, left)):
        if len(one.bodies) == 2 and other.bodies:
            told = _count_shared(one.bodies, (*other.bodies, *other.names, *other.near_names), is_same_name)
            if told == 1:
                return Finding(1.0, "a partner of whom the other says nothing")
    return None


def find_same_body(left: Promise, right: Promise) -> Finding | None:
    """A company or body that is a side of both."""
    shared = _count_shared(left.bodies, (*right.bodies, *right.names), is_same_name)
    shared = shared or _count_shared((*left.bodies, *left.names), right.bodies, is_same_name)
    return Finding(1.0, "the same body deals") if shared else None


def find_same_due(left: Promise, right: Promise) -> Finding | None:
    """The same term, to the month, or the year where one tells no more."""
    least = min(len(left.due), len(right.due))
    if least and left.due[:least] == right.due[:least]:
        return Finding(1.0 if least > 4 else 0.8, f"due {left.due}")
    return None


def find_same_sector(left: Promise, right: Promise) -> Finding | None:
    """The same sector."""
    return Finding(1.0, left.sector) if left.sector == right.sector else None


def find_same_words(left: Promise, right: Promise) -> Finding | None:
    """The words themselves: of one text in one language, or the few that languages share."""
    shared = set(left.stems) & set(right.stems)
    least = min(len(left.stems), len(right.stems))
    if not shared:
        return None
    if len(shared) >= 2 and len(shared) >= _ONE_TEXT * least:
        return Finding(1.0, "nearly the same words")
    return Finding(0.3, f"words in common: {len(shared)}")


def is_same_town(left: str, right: str) -> bool:
    """Whether two ends of ways are one place: by area and number, by area and sound, or by sound alone."""
    area, number, sounds = left.split(":")
    other_area, other_number, other_sounds = right.split(":")
    if area and other_area:
        return area == other_area and (number == other_number or _strip(sounds) == _strip(other_sounds))
    return is_same_sound(sounds, other_sounds)


def _strip(sounds: str) -> str:
    return "".join(sound for sound in sounds if sound not in VOWELS)


def is_same_name(left: str, right: str) -> bool:
    """Whether two names are one: by their sounds, or by what their words mean."""
    sounds, _, words = left.removeprefix(MAYBE).partition("|")
    other_sounds, _, other_words = right.removeprefix(MAYBE).partition("|")
    return is_same_sound(sounds, other_sounds) or (bool(words) and set(words.split()) == set(other_words.split()))


def is_same_sound(left: str, right: str) -> bool:
    """Whether two rows of sounds are one name, one of them perhaps in a case."""
    short, long = sorted((left, right), key=len)
    if len(short) >= _SHORTEST_NAME and len(long) - len(short) <= _LONGEST_CASE and long.startswith(short):
        return True
    return is_near(measure_sounds(left, right), len(short))


def _count_shared(left: Iterable[str], right: Iterable[str], same: object) -> int:
    others, shared = list(right), 0
    for one in left:
        met = next((other for other in others if same(one, other)), None)  # type: ignore[operator]
        if met is not None:
            others.remove(met)
            shared += 1
    return shared


def _share_names(left: Iterable[str], right: Iterable[str]) -> str:
    """The sounds of a name that both bear; empty where there is none."""
    return next((a.partition("|")[0] for a in left for b in right if is_same_name(a, b)), "")


def _share_amounts(left: Iterable[float], right: Iterable[float]) -> bool:
    return any(abs(a - b) <= _ROUNDED * max(a, b) for a in left for b in right)


def _fits(left: str, right: str) -> bool:
    return left == right or (left[:2] == right[:2] and (len(left) == 2 or len(right) == 2))


def _spell(town: str) -> str:
    area, _, sounds = town.split(":")
    return area or sounds


def _list(values: Iterable[str]) -> str:
    return ", ".join(values) or "none"
