"""Who speaks in a quotation: from the words beside it to a name."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Match, Part, Rulebook, get_morphology, load_rules
from hamkor.model import Span

_OPENING = ' «“„"\n'
_VAGUE = ("other", "expert", "head_of_organisation", "business")  # offices that one text calls by several words
_SENTENCE_WORDS = 4  # fewer in quotation marks may be a name


def rulebook(language: Language) -> Rulebook:
    """The rules that tell the speaker, compiled once."""
    book: Rulebook = language.remember("quotations", lambda lang: Rulebook(load_rules(lang, "quotations")))
    return book


def find_speaker(reading: Reading, said: Span, met: Match) -> str | None:
    """The speaker's name in the nominative, or None where the text leaves it open.

    A person or organisation named beside the words; the person who holds the office named there; the agency that the
    text is credited to; the person named last before the words.
    """
    kind = met.rule.gives["speaker"]
    if kind == "unsaid":
        return None
    if kind == "credited":
        return next(iter(reading.prepared.attributed_to), None)
    if kind == "last":
        return _last_told_of(reading, said)
    return _named(reading, said, met)


def _named(reading: Reading, said: Span, met: Match) -> str | None:
    parts = met.parts("who")
    person = next((p for p in parts if p.kind == "person"), None)
    if person:
        name: str = person.value.name
        return name
    office = next((p for p in parts if p.kind == "position"), None)
    if office and office.span.start == met.span("who").start:
        codes = [code for p in met.parts() if p.kind in ("area", "adjective") for code in p.value.codes]
        holder = _last_person(reading, said, office.value.code, codes) if codes else None
        return holder or _last_person(reading, said, office.value.code) or _last_unless_other(reading, said, office)
    words = met.span("who").within(reading.prepared.text)
    organisation = parts[0] if len(parts) == 1 and parts[0].kind == "organisation" else None
    if organisation and organisation.span == met.span("who"):
        known: str = organisation.value.name
        return known
    return get_morphology(reading.language).get_nominative(words)


def _last_unless_other(reading: Reading, said: Span, office: Part) -> str | None:
    """The person named last before the words; nobody where that one is known to hold another office."""
    last = _find_last(reading, said)
    known = last is not None and last.value.position not in (None, *_VAGUE)
    other = known and office.value.code not in _VAGUE
    return None if last is None or other else last.value.name


def find_interviewed(reading: Reading, said: Span) -> str | None:
    """Who answers in an interview: the person named first, before the answer."""
    people = (part for sentence in reading.sentences for part in sentence.of("person"))
    first = next(people, None)
    return first.value.name if first and first.span.start < said.start else None


def find_leading(reading: Reading, sentence: ReadSentence, said: Span) -> str | None:
    """Whose words follow a colon that no verb of speech stands before: «Хоким … так описал встречу: «…»».

    The one person named before it, where the name is in the nominative and a sentence is quoted.
    """
    text, start = reading.prepared.text, sentence.sentence.span.start
    before = text[start : said.start].rstrip(_OPENING)
    words = said.within(text).split()
    if not before.endswith(":") or len(words) < _SENTENCE_WORDS or not words[0][:1].isupper():
        return None
    people = [p for p in sentence.of("person") if start <= p.span.start and p.span.end <= said.start]
    named = [p for p in people if p.value.name.endswith(_last_word(p.value.name_span.within(text)))]
    return named[-1].value.name if named and len(people) == 1 else None


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2]


def _last_person(reading: Reading, said: Span, position: str | None = None, areas: Sequence[str] = ()) -> str | None:
    """The person named last before the words (of this position and one of these areas, where given)."""
    last = _find_last(reading, said, position, areas)
    return last.value.name if last else None


def _find_last(reading: Reading, said: Span, position: str | None = None, areas: Sequence[str] = ()) -> Part | None:
    last: Part | None = None
    for sentence in reading.sentences:
        for part in sentence.of("person"):
            fits = position in (None, part.value.position) and (not areas or part.value.area in areas)
            if part.span.start < said.start and fits:
                last = part
    return last


def _last_told_of(reading: Reading, said: Span) -> str | None:
    """The person told of last before the words, by name or by an office that only one holds."""
    people = [p for s in reading.sentences for p in s.of("person")]
    named = [p for p in people if p.span.start < said.start]
    since = named[-1].span.end if named else 0
    offices = [p for s in reading.sentences for p in s.of("position") if since <= p.span.start < said.start]
    for office in reversed([p for p in offices if not any(q.span.overlaps(p.span) for q in people)]):
        holders = {p.value.name for p in people if p.value.position == office.value.code}
        return holders.pop() if len(holders) == 1 else named[-1].value.name if named else None
    return named[-1].value.name if named else None
