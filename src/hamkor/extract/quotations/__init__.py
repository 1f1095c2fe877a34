"""Finds quotations: direct speech in quotation marks or after a dash, and speech marked by «according to»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from hamkor.extract.evidence import get_words
from hamkor.extract.interviews import find_answers
from hamkor.extract.quotations.alone import find_told_before, is_alone
from hamkor.extract.quotations.lines import find_named
from hamkor.extract.quotations.speakers import find_interviewed, find_leading, find_speaker, rulebook
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Match, Part, build_scene, compile_notation
from hamkor.model import Quotation, Span
from hamkor.model.value import value

_QUOTED = re.compile(r"«((?:[^«»]|«[^«»]*»)+)»|[“„]([^“”„]+)[”“]|\"([^\"]+)\"")
_AFTER = re.compile(r"\s*(?:[,.!?…]?\s*[—–-]\s|[,!?…]\s*[—–-](?=[^\W\d_]))")  # «…», — сказал
_DASHED = re.compile(r"\s*[—–-]\s*")
_UNCLOSED = re.compile(r"\s*[«“„](?=[^»”]*\Z)")  # a mark that opens a paragraph and is closed nowhere in it
_TURN = re.compile(r"[,.!?…]\s+[—–-]\s")  # …, — сказал
_ON = re.compile(r"[,.!?…]\s+[—–-]\s+(?=[^\W\d_])")  # …, — said he. — … or …, — said he, — …
_AGAIN = re.compile(r"[.!?…]\s+[—–-]\s+(?=[^\W\d_])")  # …, — said he. — …
_DASHES = "—–-"
FEWEST_WORDS = 3
_FEWEST_TURNED = 2  # where the words of who speaks follow after a comma or a dash
_GAP = 8  # characters between two paragraphs
ANSWER_WORDS = 8


@value(frozen=True, slots=True)
class Paragraph:
    """Sentences of one block: speech may run over several of them."""

    sentences: tuple[ReadSentence, ...]
    is_item: bool = False

    @property
    def span(self) -> Span:
        return Span(self.sentences[0].sentence.span.start, self.sentences[-1].sentence.span.end)

    def parts(self) -> list[Part]:
        return [part for sentence in self.sentences for part in sentence.parts]

    def sentence_at(self, offset: int) -> ReadSentence:
        return next((s for s in self.sentences if offset < s.sentence.span.end), self.sentences[-1])


@value(frozen=True, slots=True)
class _Speech:
    """What is quoted, and the words beside it that may tell the speaker.

    sure   punctuation alone shows that this is speech
    whole  whole sentences are quoted, and nothing stands before them: they may go on with speech told before
    """

    said: Span
    beside: tuple[Span, ...]
    sure: bool
    whole: bool = False


def find_quotations(reading: Reading) -> list[Quotation]:
    """The quotations of the document in the order of the text; the speaker is None where the text leaves it open."""
    found: list[Quotation] = []
    paragraphs = list(_paragraphs(reading))
    answers = {s.start: s for s in find_answers(reading.prepared.text, [p.span for p in paragraphs])}
    named = find_named(reading, [p.span for p in paragraphs])
    for paragraph in paragraphs:
        if paragraph.span.start in named:
            found.append(_told_by(reading, paragraph, named[paragraph.span.start]))
            continue
        answer = next((answers[at] for at in answers if paragraph.span.covers(answers[at])), None)
        if answer and not _turns(reading, paragraph):
            found.append(_answer(reading, paragraph, answer))
            continue
        last: Quotation | None = None
        spoken: list[Span] = []
        for speech in _speeches(reading, paragraph):
            if any(said.covers(speech.said) for said in spoken):  # a saying that the speaker quotes
                continue
            met = _attribution(reading, paragraph, speech)
            led = None if met else find_leading(reading, paragraph.sentence_at(speech.said.start), speech.said)
            if led:
                last = replace(_quotation(reading, paragraph, speech.said, None), speaker=led, rule="colon")
            elif met or speech.sure:
                last = _quotation(reading, paragraph, speech.said, met)
            elif last and speech.whole:
                last = replace(_quotation(reading, paragraph, speech.said, None), speaker=last.speaker)
            elif speech.whole and is_alone(reading, speech.said):
                last = _quotation_alone(reading, paragraph, speech.said)
            else:
                continue
            found.append(last)
            spoken = [*spoken, speech.said]
        found.extend(_indirect(reading, paragraph))
    return found


def _turns(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether words beside what is said in a paragraph name who says it: «— …, — говорит он»."""
    return any(_attribution(reading, paragraph, speech) for speech in _speeches(reading, paragraph))


def _told_by(reading: Reading, paragraph: Paragraph, speaker: str) -> Quotation:
    """A paragraph that the line before gives to a speaker."""
    dash = _DASHED.match(reading.prepared.text, paragraph.span.start)
    said = Span(dash.end() if dash else paragraph.span.start, paragraph.span.end)
    sentence = paragraph.sentence_at(said.start).sentence
    return Quotation(speaker, get_words(reading, said, sentence if sentence.span.covers(said) else None), rule="line")


def _answer(reading: Reading, paragraph: Paragraph, said: Span) -> Quotation:
    sentence = paragraph.sentence_at(said.start).sentence
    evidence = get_words(reading, said, sentence if sentence.span.covers(said) else None)
    return Quotation(find_interviewed(reading, said), evidence, rule="answer")


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    """The paragraphs, told which begin with a dash as items of a list after a colon, and not as speech."""
    text, listed = reading.prepared.text, False
    for _, sentences in groupby(reading.sentences, key=lambda s: s.sentence.block):
        paragraph = Paragraph(tuple(sentences))
        start = paragraph.span.start
        begun = listed or text[max(0, start - _GAP) : start].rstrip()[-1:] == ":"
        listed = begun and bool(_DASHED.match(text, start))
        yield replace(paragraph, is_item=True) if listed else paragraph


def _quotation(reading: Reading, paragraph: Paragraph, said: Span, met: Match | None) -> Quotation:
    dashed = not met and reading.folded[: said.start].rstrip()[-1:] == "—"
    speaker = find_speaker(reading, said, met) if met else find_interviewed(reading, said) if dashed else None
    sentence = paragraph.sentence_at(said.start).sentence
    evidence = get_words(reading, said, sentence if sentence.span.covers(said) else None)
    return Quotation(speaker, evidence, rule=met.rule.name if met else "speech")


def _quotation_alone(reading: Reading, paragraph: Paragraph, said: Span) -> Quotation:
    speaker, rule = find_told_before(reading, said) or (None, "alone")
    return replace(_quotation(reading, paragraph, said, None), speaker=speaker, rule=rule)


def _speeches(reading: Reading, paragraph: Paragraph) -> Iterator[_Speech]:
    text, whole = reading.prepared.text, paragraph.span
    verb_last = reading.language.get("language", "final_verb")  # there a name in quotes stands before verbs, too
    fewest = FEWEST_WORDS if verb_last else _FEWEST_TURNED
    yield from () if paragraph.is_item else _dashed(text, whole)
    for met in _QUOTED.finditer(text, whole.start, whole.end):
        said = _inside(met)
        if turned := list(_turned(reading, paragraph, said)):
            yield from turned
            continue
        turn = _AFTER.match(text, met.end(), whole.end)
        if len(said.within(text).split()) < (fewest if turn else FEWEST_WORDS):
            continue
        after = Span(met.end(), _sentence_end(paragraph, met.end() + 4))
        before = Span(paragraph.sentence_at(met.start()).sentence.span.start, met.start())
        colon = text[before.start : before.end].rstrip().endswith(":")
        beside = (after, before) if turn else (before,) if colon else (before, after)
        sure = bool(turn) and len(said.within(text).split()) > FEWEST_WORDS
        yield _Speech(said, beside, sure, whole=before.end == before.start and text[said.end - 1] in ".!?…")


def _turned(reading: Reading, paragraph: Paragraph, said: Span) -> Iterator[_Speech]:
    """What is said before and after who says it, where that stands within the marks: «…, — сказал он. — …»."""
    text = reading.prepared.text
    turn = _TURN.search(text, said.start, said.end)
    if turn is None:
        return
    on = _ON.search(text, turn.end(), said.end)
    beside = Span(turn.start(), on.start() + 1 if on else said.end)
    before = _Speech(Span(said.start, turn.start()), (beside,), sure=False)
    if _attribution(reading, paragraph, before):
        yield before
        if on and len(text[on.end() : said.end].split()) >= FEWEST_WORDS:
            yield _Speech(Span(on.end(), said.end), (), sure=False, whole=True)


def _inside(met: re.Match[str]) -> Span:
    group = next(g for g in (1, 2, 3) if met.group(g))
    inside = met.group(group)
    start = met.start(group) + len(inside) - len(inside.lstrip())
    return Span(start, max(start + 1, met.start(group) + len(inside.rstrip(" ,"))))


def _sentence_end(paragraph: Paragraph, offset: int) -> int:
    return max(paragraph.sentence_at(offset).sentence.span.end, min(offset, paragraph.span.end))


def _dashed(text: str, whole: Span) -> Iterator[_Speech]:
    """A paragraph that begins with a dash, or a mark that nothing closes, and turns to its speaker after a dash."""
    opening = _DASHED.match(text, whole.start, whole.end) or _UNCLOSED.match(text, whole.start, whole.end)
    if not opening:
        return
    turn = _TURN.search(text, opening.end(), whole.end)
    if turn:
        yield _Speech(Span(opening.end(), turn.start()), (Span(turn.start(), whole.end),), sure=False)
        again = _AGAIN.search(text, turn.end(), whole.end)
        if again and text[again.end()].isupper():
            yield _Speech(Span(again.end(), whole.end), (), sure=False, whole=True)
    elif opening.group().strip()[:1] in _DASHES and _is_answer(said := Span(opening.end(), whole.end), text):
        yield _Speech(said, (), sure=True)


def _is_answer(said: Span, text: str) -> bool:
    """In an interview, what a dash begins and no one is named for: whole sentences, and no question; no list's item."""
    words = said.within(text).rstrip()
    return words[:1].isupper() and words[-1:] in (".", "!", "…") and len(words.split()) >= ANSWER_WORDS


def _attribution(reading: Reading, paragraph: Paragraph, speech: _Speech) -> Match | None:
    """The first rule met beside the speech."""
    for beside in speech.beside:
        if beside.end > beside.start:
            scene = build_scene(reading.folded, beside, paragraph.parts(), text=reading.prepared.text)
            met = next(rulebook(reading.language).find(scene), None)
            if met:
                return met
    return None


def _indirect_pattern(language: Language) -> re.Pattern[str]:
    pattern = "^ {indirect} who:([<position>] [<person>|<organisation>] ..) ,"
    lists = {**language.lists, "indirect": language.get("quotations", "indirect")}
    return compile_notation(pattern, place=f"{language.code}/quotations.toml: indirect", lists=lists).regex


def _indirect(reading: Reading, paragraph: Paragraph) -> Iterable[Quotation]:
    pattern = reading.language.remember("quotations.indirect", _indirect_pattern)
    for sentence in paragraph.sentences:
        met = pattern.search(sentence.scene.text)
        people = sentence.scene.parts_in(*met.span("who")) if met else ()
        person = next((p for p in people if p.kind in ("person", "organisation")), None)
        if met and person:
            said = sentence.scene.to_text(met.end(), len(sentence.scene.text.rstrip(" .")))
            said = Span(said.start + (said.within(reading.prepared.text)[:1] == " "), said.end)
            yield Quotation(person.value.name, get_words(reading, said, sentence.sentence), rule="indirect")
