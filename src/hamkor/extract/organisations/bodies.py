"""Each organisation of a document once: those named, and public bodies that stand without their place but for sure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from hamkor.extract.evidence import get_words
from hamkor.extract.organisations.owners import Owners
from hamkor.extract.organisations.ruled import find_by_rule
from hamkor.extract.organisations.shortened import is_short_of
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Match, Part, Rulebook, Scene, build_scene, get_morphology, load_rules
from hamkor.grammar.gazetteer import WORD
from hamkor.model import Organisation, Span
from hamkor.text.fold import fold

_WORD = re.compile(r"\w+")
_HIDING = frozenset({"person", "position"})
_IDLE = "none"  # the sort of a body that has only a press service there, or is only where something happens
_STEM = 5  # letters that the forms of one noun share


def list_organisations(reading: Reading) -> list[Organisation]:
    """Each organisation once, by its name, with its first mention as evidence; `area` says whose it is where sure.

    One named only as the holder of an office («глава АБР») counts; one credited as the source alone does, too.
    """
    owners = Owners(reading)
    first: dict[str, tuple[Part, ReadSentence]] = {}
    for sentence in reading.sentences:
        for part in sentence.of("organisation"):
            key = _key(part.value.name)
            again = _is_told_fuller(reading, key, first) or _is_told_in_full(part, first)
            if not (again or _is_outlet(reading, part)):
                first.setdefault(key, (part, sentence))
    named = [_state(reading, part, sentence, owners.find(part)) for part, sentence in first.values()]
    named += _list_held(reading, owners, set(first))
    bare = _list_bare(reading, owners, named)
    return sorted([*named, *bare], key=lambda found: found.evidence.start)


def _is_told_fuller(reading: Reading, key: str, first: Collection[str]) -> bool:
    """«қалалық туризм басқармасы» after «Алматы қалалық туризм басқармасы»: a local body without its place."""
    local: tuple[str, ...] = reading.language.remember("local bodies", _load_local)
    return key.startswith(local) and any(known.endswith(f" {key}") for known in first)


def _is_outlet(reading: Reading, part: Part) -> bool:
    """«Сообщает агентство «Хабар»»: a news agency, to which the text is credited."""
    known = fold(part.value.name) in reading.language.get("dateline", "words.agencies")
    return known and any(fold(part.value.name) in fold(name) for name in reading.prepared.attributed_to)


def _is_told_in_full(part: Part, first: Mapping[str, tuple[Part, ReadSentence]]) -> bool:
    """«МИД», «Минэнерго Узбекистана» after the ministry's whole name."""
    return any(is_short_of(part.value, full.value) for full, _ in first.values())


def _load_local(language: Language) -> tuple[str, ...]:
    return tuple(language.get("positions", "regional.region") + language.get("positions", "regional.city"))


def _list_held(reading: Reading, owners: Owners, known: set[str]) -> Iterator[Organisation]:
    """Bodies of regions that stand only within an office's words: «руководитель управления транспорта области Абай»."""
    for sentence in reading.sentences:
        offices, others = sentence.of("position"), sentence.of("organisation")
        for part in find_by_rule(reading, body_scene(reading, sentence)) if offices else ():
            held = any(part.span.overlaps(office.span) for office in offices)
            alone = held and not any(part.span.overlaps(other.span) for other in others)
            key = _key(part.value.name)
            if alone and "-" in (part.value.area or "") and key not in known:
                known.add(key)
                yield _state(reading, part, sentence, owners.find(part))


def _state(reading: Reading, part: Part, sentence: ReadSentence, area: str | None) -> Organisation:
    evidence = get_words(reading, part.span, sentence.sentence)
    return Organisation(part.value.name, evidence, rule=part.value.sort, area=area)


def _list_bare(reading: Reading, owners: Owners, named: list[Organisation]) -> list[Organisation]:
    """Bodies that stand without their place, where it is known whose they are and no fuller name is, or was before."""
    found: dict[tuple[str, str], Organisation] = {}
    for part, sentence in _find_bare(reading):
        area = owners.find(part)
        head = _get_head(part, owners.sorts)
        told = [o for o in named if _is_fuller(o, part, head)]
        if area and not any(o.area == area or o.evidence.start < part.span.start for o in told):
            found.setdefault((head, area), _state(reading, part, sentence, area))
    return list(found.values())


def _is_fuller(other: Organisation, part: Part, head: str) -> bool:
    """Whether a body named in full is the one meant: both have the same noun."""
    return other.rule == part.value.sort and any(word.startswith(head) for word in WORD.findall(fold(other.name)))


def _get_head(part: Part, ranks: Collection[str]) -> str:
    """The beginning of the longest word of the name, which tells what it is; words of rank («областной») do not."""
    words: list[str] = WORD.findall(fold(part.value.name))
    longest = max([word for word in words if word not in ranks] or words, key=len)
    return longest[:_STEM]


def _find_bare(reading: Reading) -> Iterator[tuple[Part, ReadSentence]]:
    rules: Rulebook = reading.language.remember("bodies", _load)
    for sentence in reading.sentences:
        scene = body_scene(reading, sentence)
        taken: list[Span] = []
        for match in sorted(rules.find(scene), key=_rank):
            part = _make(reading, match, sentence)
            idle = part.value.sort == _IDLE
            if not any(match.span().overlaps(span) for span in taken) and not (idle and part.value.area):
                taken.append(match.span())
                if not idle:
                    yield part, sentence


def _rank(match: Match) -> tuple[int, bool]:
    """Longest first, since more words tell more of what the body does; of one length first what it does not."""
    return match.start - match.end, match.rule.gives["sort"] != _IDLE


def body_scene(reading: Reading, sentence: ReadSentence) -> Scene:
    """The sentence as the rules see it: an office's words may name the body («transport boshqarmasi boshligʻi»)."""
    parts = [part for part in sentence.parts if part.kind not in _HIDING]
    if len(parts) == len(sentence.parts):
        return sentence.scene
    return build_scene(reading.folded, sentence.sentence.span, parts, text=reading.prepared.text)


def _make(reading: Reading, match: Match, sentence: ReadSentence) -> Part:
    """The body, with the area that stands right before it («Osh shahar meriyasi»)."""
    span = match.span()
    own = [p for p in sentence.of("area") if p.span.end + 1 == span.start and len(p.value.codes) == 1]
    if own:
        span = Span(own[0].span.start, span.end)
    name = get_morphology(reading.language).get_nominative(span.within(reading.prepared.text))
    area = own[0].value.codes[0] if own else None
    return Part("organisation", span, OrganisationMention(name, area, match.rule.gives["sort"], span))


def _load(language: Language) -> Rulebook:
    return Rulebook(load_rules(language, "bodies"))


def _key(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))
