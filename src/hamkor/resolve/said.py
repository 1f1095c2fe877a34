"""What words say of a promise, as it is the same in every language."""

from __future__ import annotations

from dataclasses import dataclass, field

from hamkor.resolve.meanings import Meaning

ANY_WAY, _PHASE = "route?", "phase"
_KINDS = {
    "way": "ways",
    "thing": "things",
    "rare": "things",
    "site": "things",
    "event": "things",
    "paper": "papers",
    "topic": "topics",
    "field": "fields",
}
_DOING = frozenset({"recalls", "postpones", "suspends"})
_COUNTED = frozenset({"way", "aspect"})


@dataclass(slots=True)
class Said:
    """What words say; each set of strings that are the same in every language.

    things    concepts: what leads somewhere, is built, signed, held
    towns     of a place in the atlas `code:number:sounds`, of another name `::sounds`
    regions   those that bear the name of a town, written as it is
    sited     those of the towns that stand beside what a thing is called
    ends      the towns that a way leads between, as far as told
    areas     codes of all areas
    names     proper names: `sounds|meanings of its words`
    maybe     words that begin a sentence and may be names
    counted   ordinals with what they count: `2 phase`
    frames    the first consonants of long words that no table knows: what two languages may share
    does      recalls, postpones, suspends
    """

    ways: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    sited: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    maybe: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    amounts: set[float] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    frames: set[str] = field(default_factory=set)
    does: set[str] = field(default_factory=set)

    def take(self, meaning: Meaning, ordinal: str) -> str:
        """Takes up what words mean that follow an ordinal, if any; the ordinal that still waits for what it counts."""
        if meaning.mark.isdigit():
            return meaning.mark
        if meaning.mark in _DOING:
            self.does.add(meaning.mark)
        elif meaning.mark in _COUNTED and ordinal and ANY_WAY not in meaning.concepts:
            if ordinal != "1" or meaning.mark == "aspect":
                self.counted.add(f"{ordinal} {_PHASE if _PHASE in meaning.concepts else 'trip'}")
            ordinal = ""
        if kind := _KINDS.get(meaning.mark):
            getattr(self, kind).update(meaning.concepts)
        return ordinal

    def settle(self) -> None:
        """A trip is a flight, and a line any way, where no other way is named."""
        sure = {way for way in self.ways if not way.endswith("?")}
        trips = {way.removesuffix("?") for way in self.ways if way != ANY_WAY}
        self.ways = sure or trips or {way.removesuffix("?") for way in self.ways}


def tells_what(meaning: Meaning) -> bool:
    """Whether words name what is promised, or what it is of."""
    return meaning.mark in _KINDS and meaning.mark != "paper"
