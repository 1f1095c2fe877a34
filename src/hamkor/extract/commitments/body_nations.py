"""Whose a body is that deals: the nation that its name, a word beside it or the rest of the text tells."""

from __future__ import annotations

from collections.abc import Iterable

from hamkor.extract.commitments.party_words import LENDING, PartyWords
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import get_country
from hamkor.grammar import Part

_NEAR = 30  # characters between an adjective and the body it tells the country of


def describes(reading: Reading, area: Part, bodies: Iterable[Part]) -> bool:
    """Whether an area only says where a body is from («узбекская компания»), or belongs to its name.

    Not one that an "and" joins with it: «правительство Кыргызстана и корейская компания» are two.
    """
    ands = reading.language.lists["and"] if area.kind == "area" else ()
    near = [b for b in bodies if -_NEAR < area.span.start - b.span.start < 0 or b.span.covers(area.span)]
    return any(set(ands).isdisjoint(reading.folded[area.span.end : b.span.start].split()) for b in near)


def is_home(words: PartyWords, reading: Reading, area: Part, *, bodies: Iterable[Part]) -> bool:
    """Whether an area right after a body says where that is from («компания «…» из Китая»)."""
    between = (reading.folded[b.span.end : area.span.start] for b in bodies if b.span.end < area.span.start)
    return any(words.home.fullmatch(text) for text in between)


def find_nation(words: PartyWords, reading: Reading, sentence: ReadSentence, body: Part) -> str | None:
    """The nation of a body, by what its sentence says beside it, else where the document first tells whose it is."""
    told = [(sentence, body)]
    if words.get_sort(body) not in LENDING:  # where a bank sits tells nothing of whom it deals for
        told += [(s, p) for s in reading.sentences for p in s.of("organisation") if p.value.name == body.value.name]
    return next((code for s, p in told if (code := _get_nation(words, reading, s, p))), None)


def _get_nation(words: PartyWords, reading: Reading, sentence: ReadSentence, body: Part) -> str | None:
    """The nation of a body: by its name, else by the word beside it; None where untold."""
    named = [p for p in sentence.of("adjective", "area") if p.value.codes]
    near = (
        p.value.codes for p in named if describes(reading, p, (body,)) or is_home(words, reading, p, bodies=(body,))
    )
    code = body.value.area or next((codes[0] for codes in near), None)
    return get_country(code) if code else None
