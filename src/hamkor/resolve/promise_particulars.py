"""Whose promises two tellings are, where, when, which of several, by what names and amounts."""

from __future__ import annotations

from collections.abc import Iterable

from hamkor.codes.areas import may_be_same_area
from hamkor.resolve.judgement import Finding
from hamkor.resolve.meanings import list_concepts
from hamkor.resolve.promises import MAYBE, Promise
from hamkor.resolve.sameness import (
    count_shared,
    is_same_name,
    is_same_town,
    share_names,
    spell,
    write_list,
    write_sounds,
)

_ROUNDED = 0.025  # how far two printings of one amount lie apart, as a share
_LONG_NAME = 10  # sounds of a name that nothing else bears
_ONE_TEXT = 0.5  # share of words from which on two tellings of one language are one text


def find_shared_name(left: Promise, right: Promise) -> Finding | None:
    """A proper name that both bear; less where it stands around one of them only."""
    own = share_names(left.names, right.names)
    if own and _only_deal(left, right):
        return Finding(0.4, f"dealt by: {write_sounds(own)}")
    if own:
        return Finding(1.4 if len(own) >= _LONG_NAME else 1.0, f"both named: {write_sounds(own)}")
    told, other = _list_told(left), _list_told(right)
    near = share_names(told, right.near_names) or share_names(left.near_names, other)
    if near:
        return Finding(0.7, f"named around: {write_sounds(near)}")
    around = share_names(_list_sure(left.near_names), _list_sure(right.near_names))
    return Finding(0.3, f"both stand by: {write_sounds(around)}") if around else None


def _only_deal(left: Promise, right: Promise) -> bool:
    """Whether all names that both bear are of bodies that deal, each of which deals in another thing."""
    dealers = share_names(left.bodies, right.bodies)
    shared = {*left.things, *left.ways, *left.topics} & {*right.things, *right.ways, *right.topics}
    return bool(dealers) and not shared and not share_names(_leave(left.names, left.bodies), right.names)


def _leave(names: Iterable[str], bodies: Iterable[str]) -> list[str]:
    return [name for name in names if name not in set(bodies)]


def _list_told(promise: Promise) -> tuple[str, ...]:
    """The names that it bears; where words around lend it both thing and name, the name stands around."""
    return promise.names if promise.named or not promise.lent else ()


def _list_sure(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(MAYBE)]


def find_same_amount(left: Promise, right: Promise) -> Finding | None:
    """The same amount, length or number, however rounded."""
    if _share_amounts(left.amounts, right.amounts):
        return Finding(1.0, "the same amount")
    if _share_amounts(left.near_amounts, right.near_amounts):
        return Finding(0.6, "the same amount around")
    return None


def find_telling_amount(left: Promise, right: Promise) -> Finding | None:
    """The same amount, unless it is a round one, as many are («60 студентов»)."""
    told, other = ([a for a in one.amounts if not _is_round(a)] for one in (left, right))
    return Finding(1.0, "the same amount") if _share_amounts(told, other) else None


def _is_round(amount: float) -> bool:
    """Whether one digit is all that it tells: 60, 5000, 0.3."""
    return len(f"{amount:.6e}".partition("e")[0].rstrip("0").rstrip(".")) == 1


def find_other_ordinal(left: Promise, right: Promise) -> Finding | None:
    """Another one of several: the second phase, the third flight of a week."""
    if set(left.counted) == set(right.counted):
        return None
    return Finding(1.0, f"{write_list(left.counted)}, not {write_list(right.counted)}")


def find_other_year(left: Promise, right: Promise) -> Finding | None:
    """An event of another year: fairs and forums come again, unless one was put off to it."""
    if "postpones" in {*left.does, *right.does}:
        return None
    held = set(left.things) & set(right.things) & list_concepts("event")
    if held and left.year and right.year and left.year != right.year:
        return Finding(1.0, f"{left.year}, not {right.year}")
    return None


def find_other_row(left: Promise, right: Promise) -> Finding | None:
    """Another row of the same road map, whatever they have in common."""
    one = left.row.rpartition(" ")[0] == right.row.rpartition(" ")[0]
    return Finding(1.0, "two rows of one road map") if left.row and one and left.row != right.row else None


def find_same_ordinal(left: Promise, right: Promise) -> Finding | None:
    """The same one of several."""
    shared = set(left.counted) & set(right.counted)
    return Finding(1.0, f"both: {write_list(sorted(shared))}") if shared else None


def find_same_town(left: Promise, right: Promise) -> Finding | None:
    """The town where a thing stands that leads nowhere."""
    if left.ways or right.ways:
        return None
    shared = count_shared(left.towns, _list_sites(right), is_same_town) or count_shared(
        _list_sites(left), right.towns, is_same_town
    )
    if shared:
        return Finding(1.0, f"in {', '.join(map(spell, left.towns or right.towns))}")
    return _find_town_around(left, right)


def _find_town_around(left: Promise, right: Promise) -> Finding | None:
    """The town of one, in the sentence of the other that tells none of its own."""
    told, around = (left.towns, right.near_towns) if left.towns else (right.towns, left.near_towns)
    one = bool(left.towns) != bool(right.towns)
    near = one and count_shared(told, around, is_same_town)
    return Finding(0.6, f"around: {', '.join(map(spell, told))}") if near else None


def _list_sites(promise: Promise) -> list[str]:
    """The towns told, and the names that may be of towns no list has in the language."""
    return [*promise.towns, *(f"::{name.removeprefix(MAYBE).partition('|')[0]}" for name in promise.names)]


def find_other_town(left: Promise, right: Promise) -> Finding | None:
    """A thing of one kind in another town; of what is only of one topic, another town of one country."""
    towns, others = _list_places(left), _list_places(right)
    if left.ways or right.ways or not (towns and others) or find_same_town(left, right):
        return None
    things, topics = set(left.things) & set(right.things), set(left.topics) & set(right.topics)
    if not things and not (topics and _lie_in_one_country(towns, others)):
        return None
    around = count_shared((*left.towns, *left.near_towns), (*right.towns, *right.near_towns), is_same_town)
    return None if around else Finding(1.0 if things else 0.5, "in another town")


def _list_places(promise: Promise) -> tuple[str, ...]:
    """The towns where the thing may stand; papers are signed where they are signed."""
    return promise.sited if promise.stage == "signed" else promise.towns


def _lie_in_one_country(towns: Iterable[str], others: Iterable[str]) -> bool:
    return {town[:2] for town in towns} == {town[:2] for town in others}


def find_other_site(left: Promise, right: Promise) -> Finding | None:
    """What bears the name of its place, at another place: two border crossings."""
    both = set(left.things) & set(right.things)
    sites, others = _list_sites(left), _list_sites(right)
    if not (both and both <= list_concepts("site") and sites and others) or count_shared(sites, others, is_same_town):
        return None
    return Finding(1.0, f"at {write_list(map(spell, sites))}, not at {write_list(map(spell, others))}")


def find_same_sides(left: Promise, right: Promise) -> Finding | None:
    """The same sides; less where one tells a country, the other its region."""
    if not left.areas or not right.areas or find_other_sides(left, right):
        return None
    same = set(left.areas) == set(right.areas)
    pair = len({a[:2] for a in left.areas} & {a[:2] for a in right.areas}) > 1
    regions = all("-" in area for area in (*left.areas, *right.areas))
    if same and pair:
        return Finding(1.2 if regions else 1.0, "the same sides")
    if regions and min(len(left.areas), len(right.areas)) == 1 and not same:
        return Finding(0.9, "one of the two regions")  # who does it, or where, is told without the other
    return Finding(0.7 if pair else 0.4, "sides that fit")


def find_other_sides(left: Promise, right: Promise) -> Finding | None:
    """Sides that cannot be the same: no country in common, or only other regions of it."""
    if not left.areas or not right.areas:
        return None
    if not any(may_be_same_area(a, b) for a in left.areas for b in right.areas):
        nations = {a[:2] for a in left.areas} & {b[:2] for b in right.areas}
        return Finding(0.5 if nations else 1.0, f"{write_list(left.areas)} are not {write_list(right.areas)}")
    return None


def find_other_partner(left: Promise, right: Promise) -> Finding | None:
    """The same company with another partner."""
    if min(len(left.bodies), len(right.bodies)) < 2:
        return None
    shared = count_shared(left.bodies, right.bodies, is_same_name)
    if 0 < shared < min(len(left.bodies), len(right.bodies)):
        return Finding(1.0, "another partner")
    return None


def find_other_lender(left: Promise, right: Promise) -> Finding | None:
    """Another bank or fund that pays."""
    if not left.lenders or not right.lenders or find_same_body(left, right):
        return None
    return Finding(1.0, f"{write_list(left.lenders)}, not {write_list(right.lenders)}")


def find_untold_partner(left: Promise, right: Promise) -> Finding | None:
    """Two that deal with one another, of whom the other telling, and all around it, names one only."""
    for one, other in ((left, right), (right, left)):
        if len(one.bodies) == 2 and other.bodies:
            told = count_shared(one.bodies, (*other.bodies, *other.names, *other.near_names), is_same_name)
            if told == 1:
                return Finding(1.0, "a partner of whom the other says nothing")
    return None


def find_same_body(left: Promise, right: Promise) -> Finding | None:
    """A company or body that is a side of both."""
    shared = count_shared(left.bodies, (*right.bodies, *right.names), is_same_name)
    shared = shared or count_shared((*left.bodies, *left.names), right.bodies, is_same_name)
    shared = shared or bool(set(left.lenders) & set(right.lenders))
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


def find_same_frame(left: Promise, right: Promise) -> Finding | None:
    """A long word that no table knows and that languages share: a planetarium, aerated concrete."""
    shared = next((a for a in left.frames for b in right.frames if _is_same_frame(a, b)), "")
    return Finding(1.0, f"a word in common: {write_sounds('-'.join(shared))}") if shared else None


def _is_same_frame(left: str, right: str) -> bool:
    """Whether one row of consonants begins with the other, which has no case or ending more."""
    short, long = sorted((left, right), key=len)
    return long.startswith(short)


def _share_amounts(left: Iterable[float], right: Iterable[float]) -> bool:
    return any(abs(a - b) <= _ROUNDED * max(a, b) for a in left for b in right)
