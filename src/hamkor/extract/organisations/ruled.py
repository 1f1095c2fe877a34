"""Organisations that rules name: which words of a match are the name, and how it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hamkor.extract.organisations.institution_words import load_institution_words
from hamkor.extract.organisations.institutions import is_where
from hamkor.extract.organisations.words import OrganisationWords, get_known_area, load_words
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.people.names import load_names
from hamkor.extract.reading import Reading
from hamkor.grammar import Match, Part, Scene, get_morphology
from hamkor.model import Span
from hamkor.text.fold import fold

_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"\w+-$")
_OPENING = re.compile(r"(?P<word>[^\W\d_][\w'’‘ʻʼ`-]*) (?P<next>[^\W\d_][\w'’‘ʻʼ`-]*)")


def find_by_rule(reading: Reading, scene: Scene) -> list[Part]:
    """The organisations that the rules name in a scene of one sentence, the longest where they overlap."""
    words = reading.language.remember("organisations", load_words)
    return longest(list(list_by_rule(reading, scene, words)))


def longest(parts: list[Part]) -> list[Part]:
    """Of parts that overlap, the longest; in the order of the text."""
    kept: list[Part] = []
    for part in sorted(parts, key=lambda p: p.span.start - p.span.end):
        if not any(part.span.overlaps(k.span) for k in kept):
            kept.append(part)
    return sorted(kept, key=lambda p: p.span.start)


def list_by_rule(reading: Reading, scene: Scene, words: OrganisationWords) -> Iterator[Part]:
    """What the rules name in a scene, also where two overlap."""
    for match in words.rules.find(scene):
        span = _before_person(reading, match, _after_opening(reading, match, _from_own_area(reading, match)))
        told = _trimmed(
            reading, _before_comma(reading, words, match, span=_before_other(reading, words, match, span=span))
        )
        span = _whole_word(reading.prepared.text, told)
        wanted = match.rule.gives.get("of")
        if wanted and any(p.value.sort not in wanted for p in match.parts() if p.kind in ("area", "adjective")):
            continue
        within = span.start < told.start and reading.prepared.text[span.start].islower()  # «пресс-служба министерства»
        only_where = match.rule.gives["sort"] == "facility" and is_where(reading, span)
        if not within and not only_where and not _begins_elsewhere(reading, match, span):
            yield Part("organisation", span, _mention(reading, words, match, span))


def _begins_elsewhere(reading: Reading, match: Match, span: Span) -> bool:
    """Whether the words begin with an area in a form that no name begins with («Ташкентте … орталығы»)."""
    ends = tuple(reading.language.get("positions", "in_area.elsewhere"))
    ends = (*ends, *reading.language.get("stages", "place_endings")) if ends else ()
    first = next(iter(match.parts()), None) if ends else None
    if first is None or first.kind != "area" or first.span.start != span.start:
        return False
    told = reading.folded[first.span.start : first.span.end]
    return told.endswith(ends) and told != fold(first.value.name)


def _from_own_area(reading: Reading, match: Match) -> Span:
    """The words of a name, without an area right before the area it is of that only says where («Ошта Қытай …»)."""
    span, parts = match.span(), match.parts()
    two = len(parts) > 1 and {"area", "adjective"} >= {p.kind for p in parts[:2]}
    beside = two and parts[1].span.start - parts[0].span.end <= 1
    return Span(parts[1].span.start, span.end) if beside and _begins_elsewhere(reading, match, span) else span


def _after_opening(reading: Reading, match: Match, span: Span) -> Span:
    """The words of a name without the sentence's first word in a case of its own («Тадбирда | Божхона институти»)."""
    stops: tuple[str, ...] = reading.language.remember("institutions", load_institution_words).stops
    text, first = reading.prepared.text, _OPENING.match(reading.prepared.text, span.start, span.end)
    if not first or first["next"][0].islower() or text[match.scene.span.start : span.start].strip(' «“"'):
        return span  # a name begins with a capital: the first word is of it («Энергетика вазирлиги»)
    placed = any(p.span.start == span.start for p in match.parts())
    given = load_names(reading.language).is_given(first["next"])
    ends = fold(first["word"]).endswith(stops) or (given and not load_names(reading.language).is_given(first["word"]))
    return Span(first.start("next"), span.end) if stops and ends and not placed else span


def _whole_word(text: str, span: Span) -> Span:
    """The words of a name from where their first one begins, before a hyphen («Северо-|Западный институт»)."""
    start = span.start
    while start and text[start - 1] == "-" and (word := _HYPHENED.search(text, 0, start)):
        start = word.start()
    return Span(start, span.end)


def _before_person(reading: Reading, match: Match, span: Span) -> Span:
    """The words of a name up to the area it is of, where a given name stands after that («… Казахстана | Малика …»)."""
    book, text = load_names(reading.language), reading.prepared.text
    for area in (p for p in match.parts() if p.kind == "area" and p.span.end < span.end):
        after = _WORD.search(text, area.span.end, span.end)
        surname = after and after.end() == span.end and text[span.end : span.end + 2].strip()[:1].isupper()
        if after and surname and after.group()[0].isupper() and book.is_given(after.group()):
            return Span(span.start, area.span.end)
    return span


def _before_other(reading: Reading, words: OrganisationWords, match: Match, *, span: Span) -> Span:
    """The words of a name up to the area it is of, where another body follows («… Узбекистана и Академия …»)."""
    if reading.language.get("language", "final_verb"):
        return span
    text, parts = reading.prepared.text, [p for p in match.parts() if p.kind == "area"]
    for area in parts:
        joint = words.ands.match(reading.folded, area.span.end + 1, span.end)
        after = joint.end() + 1 if joint else span.end
        named = after < span.end and text[after].isupper() and not any(p.span.start == after for p in parts)
        if named:
            return Span(span.start, area.span.end)
    return span


def _before_comma(reading: Reading, words: OrganisationWords, match: Match, *, span: Span) -> Span:
    """The words of a name up to its comma, where no "and" after it lists charges («банк развития, фирма»).

    Not up to that of a legal form («Alfa Feed Co., Ltd»).
    """
    comma = reading.folded.rfind(",", span.start, span.end)
    formed = any(p.kind == "name" and p.span.start <= comma < p.span.end for p in match.parts())
    ends = comma > 0 and not formed and not words.ands.search(reading.folded, comma, span.end)
    return Span(span.start, comma) if ends else span


def _trimmed(reading: Reading, span: Span) -> Span:
    """Without spaces and commas at the end."""
    words = reading.prepared.text[span.start : span.end].rstrip(" ,;\n")
    return Span(span.start, span.start + len(words))


def _mention(reading: Reading, words: OrganisationWords, match: Match, span: Span) -> OrganisationMention:
    area = next((p.value.codes[0] for p in match.parts() if p.kind in ("area", "adjective") and p.value.codes), None)
    sort = match.rule.gives["sort"]
    named = [p for p in match.parts() if p.kind in ("quote", "name")]
    if match.rule.gives["name"] == "quoted" and named:
        return OrganisationMention(
            named[-1].value, area or get_known_area(words, named[-1].value), sort, named[-1].span
        )
    written = match.rule.gives["name"] == "written"
    return OrganisationMention(_capital(reading, span) if written else nominative(reading, span), area, sort, span)


def nominative(reading: Reading, span: Span) -> str:
    """The words of a name in the nominative, with a capital."""
    phrase = reading.prepared.text[span.start : span.end]
    name = get_morphology(reading.language).get_nominative(phrase)
    return name[:1].upper() + name[1:]


def _capital(reading: Reading, span: Span) -> str:
    """The words as they stand: of several bodies of one kind («министерства энергетики трёх стран»)."""
    phrase = reading.prepared.text[span.start : span.end]
    return phrase[:1].upper() + phrase[1:]
