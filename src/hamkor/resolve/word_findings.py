"""Words of two names of organisations that have no counterpart: bodies that share no more than what they are."""

from __future__ import annotations

from hamkor.resolve.aliases import find_known, get_table
from hamkor.resolve.judgement import Finding
from hamkor.resolve.organisations import Body, Word, get_stem, list_kinds, match_proper
from hamkor.text.sounds import get_sounds, is_near, measure_words

_SAID_BY_ONE = 0.65  # as strong as words that stand on both sides: a name may be told in short
_BEGINNING = 4  # sounds with which two words begin that are of one root («трактор», «тракторный»)


def find_other_words(left: Body, right: Body) -> Finding | None:
    """A word that tells one body from others of its sort stands in one name only, and little else is the same.

    Asked of brands («Дала», «Дала жолы»), and of bodies that share no field (“the council of regions, of governors”);
    a name all of acronyms, or one that the table of aliases knows, has other words than its full form.
    """
    if not left.words or not right.words or not _is_little(left, right) or _is_known(left) or _is_known(right):
        return None
    ours, theirs = _list_left_over(left, right), _list_left_over(right, left)
    told = [word.text for word in (*ours, *theirs)]
    return Finding(1.0 if ours and theirs else _SAID_BY_ONE, f"only in one: {', '.join(told)}") if told else None


def _is_little(left: Body, right: Body) -> bool:
    """Whether they are brands, or share neither a field nor a place; and do not sound alike as a whole."""
    one, other = ("".join(word.text for word in body.words) for body in (left, right))
    if is_near(measure_words(one, other), min(map(len, (one, other)))):
        return False
    if left.is_brand or right.is_brand:
        return True
    return not (left.concepts & right.concepts - list_kinds() or set(left.areas) & set(right.areas))


def _is_known(body: Body) -> bool:
    return find_known(body, get_table()) is not None


def _list_left_over(body: Body, other: Body) -> list[Word]:
    """Of the words that tell a body from others of its sort those without a counterpart; not what is one name proper,
    nor, where it is no brand, whose it is, unless both tell that, nor what describes a brand (“the Turan wagon works”).
    """
    if not body.is_brand and other.is_brand:
        return []
    named = body.proper if match_proper(body.proper, other.proper) else ()
    owned = not body.is_brand and not (body.areas and other.areas)
    asked = (word for word in body.list_telling() if word.text not in named and not (owned and word.places))
    return [word for word in asked if not any(_is_counterpart(word, one) for one in other.words)]


def _is_counterpart(word: Word, other: Word) -> bool:
    if word.concepts & other.concepts or _list_named(word) & _list_named(other):
        return True
    one, two = get_sounds(get_stem(word.text)), get_sounds(get_stem(other.text))
    shorter = min(len(one), len(two))
    if shorter >= _BEGINNING and (one.startswith(two) or two.startswith(one)):
        return True
    return is_near(measure_words(word.text, other.text), shorter) or one == two


def _list_named(word: Word) -> frozenset[tuple[str, int]]:
    """The places that a word names, whatever their sort: a district has its town's name."""
    return frozenset((place.code, place.town) for place in word.places)
