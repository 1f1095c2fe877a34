"""Whose promise a thing is: the sides of the document, who else its clause names, the bodies that deal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from hamkor.codes.areas import is_capital
from hamkor.extract.commitments.body_nations import describes, find_nation, is_home
from hamkor.extract.commitments.party_words import LENDING, PartyWords, get_party_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import Sides, get_country, list_areas
from hamkor.grammar import Part
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_DEALING = frozenset({"company", "bank", "association", "university"})  # other bodies act for their side
_ACTING = frozenset({"association", "bank"})  # deal for a whole side or with one
_CHARGED = frozenset({"bank", "body", "government", "ministry", "regional_government"})  # stand in no name of a place
_LEAST = 2  # times a body is named that is a side of the document
_BEFORE = 40  # characters before a name that tell its part in the clause
_AND = 8  # characters between two areas that an “and” joins
_LEAD = 2  # sentences that open a document
_PAIR = 2  # bodies that a document is about
_STEM = 6  # letters of a noun that its cases leave alone
_CALLED = 16  # characters between a name and the noun that tells what it is


@value(frozen=True, slots=True)
class Clause:
    """A clause with what it names.

    source    the clause that a list hangs on, whose parties are those of its items
    beside    other things of its list: who deals in these does not deal in it
    partners  bodies that are a side of the whole document
    stays     whether who deals in it does so beside the sides (an airline), not instead of its own side
    """

    sentence: ReadSentence
    span: Span
    partners: tuple[str, ...]
    stays: bool
    source: Clause | None = None
    beside: tuple[Span, ...] = ()

    def holds(self, part: Span) -> bool:
        """Whether words of it are told of the thing itself, not of another one beside it."""
        return self.span.covers(part) and not any(span.covers(part) for span in self.beside)


def find_parties(reading: Reading, sides: Sides, clause: Clause) -> tuple[str, ...]:
    """Area codes and names of bodies. Trap: a place where a thing is done makes nobody a party."""
    words = get_party_words(reading.language)
    bodies = _list_bodies(words, reading, clause)
    if clause.source:
        heads = _list_bodies(words, reading, clause.source)
        bodies = [*heads, *bodies] if len(heads) > 1 else bodies
    bodies = bodies or _find_again(words, reading, clause) or _find_pair(words, reading, clause)
    areas = _list_areas(words, reading, sides, clause=clause, bodies=bodies)
    if len(bodies) > 1:
        return tuple(b.value.name for b in bodies)
    if clause.partners or any(words.get_sort(body) in LENDING for body in bodies):
        areas = tuple(dict.fromkeys(map(get_country, areas)))
    if not bodies:
        return (*areas, *clause.partners)
    acting = clause.stays or words.get_sort(bodies[0]) in _ACTING  # for its side, wherever it is
    site = None if acting else _find_site(words, reading, clause)
    if site and get_country(site) in sides.countries:
        return (bodies[0].value.name, site)
    owner = None if clause.stays else find_nation(words, reading, clause.sentence, bodies[0])
    return (*(tuple(a for a in areas if get_country(a) != owner) or areas), bodies[0].value.name)


def list_charged(clause: Clause) -> tuple[str, ...]:
    """The bodies that a clause of minutes names beside what is to be done: whom it charges, who agrees to it."""
    named = [p for p in clause.sentence.of("organisation") if clause.span.covers(p.span)]
    return tuple(p.value.name for p in named if p.value.sort in _CHARGED)


def _find_site(words: PartyWords, reading: Reading, clause: Clause) -> str | None:
    """Where a body does it, as the words before the thing say: the one region or town; None where they name none."""
    named = [p for p in clause.sentence.of("area") if p.span.end <= clause.span.end and len(p.value.codes) == 1]
    placed = [p for p in named if words.is_place(reading.folded, p.span)]
    codes = {p.value.codes[0] for p in placed if clause.span.covers(p.span)}
    return codes.pop() if len(codes) == 1 and "-" in next(iter(codes)) else None


def _find_again(words: PartyWords, reading: Reading, clause: Clause) -> list[Part]:
    """The body that «the company», «the bank» at the beginning of a clause mean: the one that dealt last before it.

    Of several it is the last that is called so, and a textile company is never «the airline».
    """
    met = words.again.match(reading.folded[clause.span.start : clause.span.end])
    told = [b for b in _list_dealing(words, reading) if b.span.end <= clause.span.start] if met else []
    if not met or not told:
        return []
    noun = max(met.group().split(), key=len)[:_STEM]
    around = [reading.folded[max(0, b.span.start - _CALLED) : b.span.end + _CALLED] for b in told]
    called = [b for b, text in zip(told, around, strict=True) if noun in text]
    alone = len({b.value.name for b in told}) == 1 and not words.again.search(around[-1])
    return called[-1:] or (told[-1:] if alone else [])


def _find_pair(words: PartyWords, reading: Reading, clause: Clause) -> list[Part]:
    """The two bodies that a document is about: those that its first sentences name, where no others deal in it."""
    told: dict[str, Part] = {}
    for body in _list_dealing(words, reading):
        told.setdefault(body.value.name, body)
    lead = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].sentence.span.end
    pair = list(told.values())
    early = len(pair) == _PAIR and all(b.span.end <= lead and words.get_sort(b) not in LENDING for b in pair)
    others = [p for p in list_areas(clause.sentence) if clause.span.covers(p.span)]
    placed = any(words.is_place(reading.folded, b.span) for b in pair)  # surgeons operate in a hospital: it is no side
    return pair if early and not others and not placed else []


def _list_dealing(words: PartyWords, reading: Reading) -> list[Part]:
    """The bodies of a document that deal for themselves, in its order."""

    def find(reading: Reading) -> list[Part]:
        parts = (p for sentence in reading.sentences for p in sentence.of("organisation"))
        return [p for p in parts if words.get_sort(p) in _DEALING]

    return reading.remember("dealing bodies", find)


def find_partners(reading: Reading, sides: Sides) -> tuple[str, ...]:
    """The body that deals with the nation that a document is about (a bank with a country); empty where none does.

    It is a side where the text tells of no second nation, or opens with it and names it as often as that nation.
    """
    words = get_party_words(reading.language)
    lenders = [(n, p) for n, s in enumerate(reading.sentences) for p in s.of("organisation") if _lends(words, p)]
    named = Counter(part.value.name for _, part in lenders)
    title = fold(reading.title or "")
    named.update({name: 1 for name in named if fold(name) in title})
    if len(sides.areas) > 1 and not (lenders and lenders[0][0] < _LEAD and _is_beside(reading, sides, named)):
        return ()
    least = 1 if len(sides.areas) > 1 and _is_only_there(words, reading, sides.countries[1]) else _LEAST
    return tuple(name for name, times in named.most_common(1) if times >= least)


def _is_only_there(words: PartyWords, reading: Reading, nation: str) -> bool:
    """Whether a nation is only told of as where something was («Hujjat Jidda shahrida rasmiylashtirildi»)."""
    told = [p for s in reading.sentences for p in list_areas(s) if nation in map(get_country, p.value.codes)]
    return all(words.is_place(reading.folded, p.span) for p in told)


def _lends(words: PartyWords, body: Part) -> bool:
    return words.get_sort(body) in LENDING


def _is_beside(reading: Reading, sides: Sides, named: Counter[str]) -> bool:
    """Whether a lender is named as often as the second nation."""
    told = Counter(get_country(c) for s in reading.sentences for p in list_areas(s) for c in p.value.codes)
    second = max(told[nation] for nation in sides.countries[1:])
    return named.most_common(1)[0][1] >= second


def _list_areas(
    words: PartyWords, reading: Reading, sides: Sides, *, clause: Clause, bodies: list[Part]
) -> tuple[str, ...]:
    """The sides, at the level at which the clause names them; with a third nation only the side that deals with it."""
    named = [p for p in list_areas(clause.sentence) if clause.span.covers(p.span)]
    named = [p for p in named if not describes(reading, p, bodies) and not is_home(words, reading, p, bodies=bodies)]
    subjects = _list_subjects(reading, clause, named)
    third = (p for p in named if sides.countries and set(map(get_country, p.value.codes)).isdisjoint(sides.countries))
    flown = [p for p in third if _is_flown_to(words, reading, clause, p)]
    acting = [p for p in named if p not in subjects and (p in flown or _takes_part(words, reading, p))]
    told = list(dict.fromkeys([*_list_codes(subjects), *_list_acting(words, reading, sides, acting)]))
    heads = _list_offices(clause)
    told += [c for c in heads if c not in told]
    others = tuple(c for c in told if get_country(c) not in sides.countries)
    alone = len(sides.countries) == 1
    itself = {c for p in acting if p.kind == "area" and p.value.sort == "country" for c in p.value.codes}
    own = tuple(_at_level(side, told, heads, itself=itself, alone=alone) for side in _list_sides(sides, told, bodies))
    if not others:
        return tuple(dict.fromkeys(code for codes in own for code in codes))
    beside = {get_country(c) for c in told}
    kept = tuple(c for codes in own for c in codes if get_country(c) in beside)
    if not kept and len({get_country(c) for c in _list_codes(subjects)}) > 1:
        return others  # a digest: these sides are of this piece of news alone
    abroad = tuple(c for c in others if "-" not in c or get_country(c) not in others)
    home = () if bodies and clause.stays else _get_home(sides)
    return (*(kept or home), *dict.fromkeys(get_country(c) for c in abroad))


def _list_subjects(reading: Reading, clause: Clause, named: Sequence[Part]) -> list[Part]:
    """The areas that open a clause as what acts there: «Бишкек и Душанбе подписали …»."""
    found: list[Part] = []
    at = clause.span.start
    for part in named:
        between = reading.folded[at : part.span.start]
        if part.kind != "area" or (re.search(r"\w", between) and not (found and len(between) <= _AND)):
            break
        found.append(part)
        at = part.span.end
    return found if len(found) > 1 else []


def _list_codes(subjects: Iterable[Part]) -> list[str]:
    """Their codes; a capital that acts is its state."""
    codes = (code for part in subjects for code in part.value.codes)
    return [get_country(code) if is_capital(code) else code for code in codes]


def _list_acting(words: PartyWords, reading: Reading, sides: Sides, acting: Iterable[Part]) -> Iterator[str]:
    """The codes of areas that act; a capital is its state, but where its own offices act or the document is of it."""
    for part in acting:
        itself = part.value.sort != "city" or words.bearers.match(reading.folded, part.span.end)
        for code in part.value.codes:
            state = is_capital(code) and code not in sides.areas and not itself
            yield get_country(code) if state else code


def _list_sides(sides: Sides, told: list[str], bodies: list[Part]) -> tuple[str, ...]:
    """The sides; of three or more, or beside a body that deals, those of the nations that the clause names."""
    nations = {get_country(code) for code in told}
    named = tuple(side for side in sides.areas if get_country(side) in nations)
    enough = len(named) > 1 or bool(named and bodies)
    return named if enough and len(sides.countries) > len(nations) else sides.areas


def _get_home(sides: Sides) -> tuple[str, ...]:
    """The side that the document is about: the one region among them, else the one told of most."""
    regions = tuple(a for a in sides.areas if "-" in a)
    return regions if len(regions) == 1 else sides.areas[:1]


def _at_level(
    side: str, told: Sequence[str], heads: Iterable[str], *, itself: Collection[str], alone: bool
) -> tuple[str, ...]:
    """A side, or the regions of its nation that the clause names instead; the nation where its heads act there.

    alone  whether there is no other nation: then its regions are one another's sides
    """
    nation = get_country(side)
    if nation in heads:
        return (nation,)
    regions = tuple(c for c in told if get_country(c) == nation and c != nation)
    if nation in itself and not regions:
        return (nation,)
    return regions if regions and (alone or side not in regions) else (side,)


def _takes_part(words: PartyWords, reading: Reading, part: Part) -> bool:
    """Whether an area acts, rather than that something is done there."""
    before = reading.folded[max(0, part.span.start - _BEFORE) : part.span.start]
    if part.value.sort in ("country", "nation", "group"):
        return True
    if part.kind == "adjective":
        return False
    if part.value.sort == "city":
        acts, at = words.toward.search(before), words.at.search(before)
        longer = acts and at and acts.start() < at.start()  # “carriers from | Osh”, not only “from | Osh”
        if acts and (longer or not words.is_place(reading.folded, part.span)):
            return True
        after = (
            words.bearers.match(reading.folded, part.span.end),
            words.partners.match(reading.folded, part.span.end),
        )
        return any(after) or _leads_pair(words, reading, part)
    return not words.is_place(reading.folded, part.span)


def _is_flown_to(words: PartyWords, reading: Reading, clause: Clause, part: Part) -> bool:
    """«Istanbulga 4 ta reys ochadi»: whether a town is where what moves is to go, by its own ending."""
    told = part.kind == "area" and part.value.sort == "city"
    goes = told and reading.folded.endswith(words.whither, part.span.start, part.span.end)
    return goes and bool(words.moving.search(reading.folded, clause.span.start, clause.span.end))


def _leads_pair(words: PartyWords, reading: Reading, part: Part) -> bool:
    """“Samarkand and Khujand will exchange …”: the first of two cities that an “and” joins, where they are no place."""
    after = (p for s in reading.sentences for p in s.of("area") if 0 < p.span.start - part.span.end <= _AND)
    pair = any(words.toward.search(reading.folded[part.span.end : p.span.start]) for p in after)
    return pair and not words.is_place(reading.folded, part.span)


def _list_offices(clause: Clause) -> list[str]:
    """The areas whose heads act in the clause, or in its sentence before it, where two or more of them do."""
    people = [p.value for p in clause.sentence.parts if p.kind == "person" and p.span.start < clause.span.end]
    areas = list(dict.fromkeys(p.area for p in people if p.area))
    return areas if len(areas) > 1 else []


def _list_bodies(words: PartyWords, reading: Reading, clause: Clause) -> list[Part]:
    """The bodies that deal in the clause, once each."""
    found: dict[str, Part] = {}
    for part in clause.sentence.of("organisation"):
        if words.get_sort(part) not in _DEALING or not clause.holds(part.span) or _is_way(clause, part):
            continue
        if not (words.is_place(reading.folded, part.span) or words.is_thing(reading.folded, part.span)):
            found.setdefault(part.value.name, part)
    return list(found.values())


def _is_way(clause: Clause, body: Part) -> bool:
    """Whether a name is the two ends of a way («Ош — Андижан»)."""
    return len({p.span for p in clause.sentence.of("area") if body.span.covers(p.span)}) >= _PAIR
