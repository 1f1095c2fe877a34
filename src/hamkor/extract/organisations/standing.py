"""Names that stand out in quotation marks or foreign letters, where nothing beside them makes them something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hamkor.extract.organisations.words import OrganisationWords, get_known_area
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.reading import Reading
from hamkor.grammar import Part, Scene
from hamkor.text.fold import fold

_ENDS = " .—-/()"
_MARKS = re.compile('[«»“”„"]')
_SIGNS = re.compile(r"\w+ ?\([A-Z]{2,3}\)\s*[—–-]\s")
_WAY = re.compile(r"\s*[—–-]\s*")
_ADDRESS = re.compile(r"^\S+\w\.[a-z]{2,4}$")
_LONG_NAME = 4  # words of a name that tells by itself what it names
SPEECH_WORDS = 4  # so many words in quotation marks before a comma or a dash are speech, fewer a name


def find_standing_out(
    reading: Reading, scene: Scene, words: OrganisationWords, others: frozenset[str]
) -> Iterator[Part]:
    """A name in quotation marks or foreign letters that nothing before it makes something else; not the publisher."""
    placed = zip(scene.places, scene.parts, strict=True)
    named = [(place, part) for place, part in placed if part.kind in ("quote", "name")]
    publisher = fold(reading.prepared.publisher or "") if named else ""
    for place, part in named:
        if _names_nothing(words, part.value) or get_words(reading, part) in others:
            continue
        if publisher and (fold(part.value) in publisher or publisher in fold(part.value)):
            continue
        if scene.text.strip(_ENDS) == scene.text[place] or _signs(reading, scene, part):
            continue  # a line of its own, or what signs a dateline: who publishes
        if _is_speech(scene.text, place, part) or words.no_organisation_after.match(scene.text, place + 1):
            continue
        if _names_thing(reading, words, part) or _names_way(scene, part) or _names_paper(reading, words, part):
            continue
        if not words.no_organisation_before.search(scene.text[max(0, place - 40) : place].rstrip('" ')):
            area = get_known_area(words, part.value)
            yield Part("organisation", part.span, OrganisationMention(part.value, area, "company", part.span))


def _signs(reading: Reading, scene: Scene, named: Part) -> bool:
    """Whether a name, or a code in brackets after it, signs the dateline («SaryNews (KZ) — …»)."""
    met = _SIGNS.match(reading.prepared.text, scene.span.start, scene.span.end)
    return met is not None and named.span.start < met.end()


def _is_speech(text: str, place: int, named: Part) -> bool:
    """Whether words in quotation marks are spoken: with a comma in them, before a comma or a dash, about a colon."""
    if len(named.value.split()) < SPEECH_WORDS:
        return False
    after = text[place + 1 : place + 3].strip()[:1] in (",", "—", "-", ":")
    return after or "," in named.value or text[:place].rstrip().endswith(":")


def _names_thing(reading: Reading, words: OrganisationWords, named: Part) -> bool:
    """Whether a long name is a programme's, a fair's by its head, where heads stand last («… shaharlar dasturi»)."""
    said = get_words(reading, named).split()
    if named.kind != "quote" or len(said) < _LONG_NAME or not reading.language.get("language", "final_verb"):
        return False
    return words.no_organisation_after.match(f" {said[-1]}") is not None


def _names_paper(reading: Reading, words: OrganisationWords, named: Part) -> bool:
    """Whether a name is a site's address («Qadam.uz»), or only tells what a paper is («Дорожная карта»)."""
    if _ADDRESS.search(named.value):
        return True
    said = get_words(reading, named)
    return any((met.start, met.end) == (0, len(said)) for met in words.papers.find(said))


def _names_way(scene: Scene, part: Part) -> bool:
    """Whether a name is the ends of a way («линия «Шымкент — Ташкент»», «Бухара-Москва-Бухара»)."""
    inner = sorted((p.span for p in part.inner if p.kind == "area"), key=lambda span: span.start)
    gaps = [_WAY.fullmatch(scene.folded, one.end, other.start) for one, other in pairwise(inner)]
    return bool(gaps) and all(gaps)


def _names_nothing(words: OrganisationWords, name: str) -> bool:
    """Whether a name is, or begins with, a foreign word that is no organisation's; «IT Park» only begins so."""
    first, *rest = fold(name).split()
    if rest and first in words.begin_names:
        return not name.split()[1][:1].isupper()
    return not words.no_names.isdisjoint((fold(name), first))


def get_words(reading: Reading, named: Part) -> str:
    """The words of a name, folded, in the script that the rules read."""
    return without_marks(reading.folded[named.span.start : named.span.end])


def without_marks(words: str) -> str:
    """These words without the quotation marks among and about them."""
    return _MARKS.sub("", words).strip()
