"""Finds what may be the name of a person: words with capitals that are no area, office or organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hamkor.extract.people.names import NameBook, get_nominatives, load_names
from hamkor.extract.people.runs import SHORT, Word, Written, list_runs, load_written, make_word
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Morphology, Part, Scene, build_scene, get_morphology
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

SURE, SURNAME, POSSIBLE = "sure", "surname", "possible"
_BLOCKING = frozenset({"area", "adjective", "position", "organisation", "period", "quote"})
_WITH_PLACE = 3  # words of a given name and a surname with the name of a place before
_GIVEN = 20  # letters of a given name and a space, at most
_OF_TWO = re.compile(r"[^\W\d_]{2,6}-[^\W\d_]{2,6}")  # a given name of two syllables, as Korean ones are written
_BEFORE_TWO = re.compile(rf"\b([^\W\d_]+) (?=({_OF_TWO.pattern})\b)")


@value(frozen=True, slots=True)
class Candidate:
    """Words that may be a name, as written.

    strength  sure (a given name with a surname, initials) | surname (one word that ends as surnames do)
              | possible (only the words around can tell)
    begins    whether it begins the sentence, where any word has a capital, or may be the adjective of a place
    """

    words: tuple[str, ...]
    strength: str
    begins: bool = False


def find_candidates(reading: Reading, sentence: ReadSentence) -> list[Part]:
    """The candidates of a sentence as parts of kind `name` (value Candidate), in order."""
    book, written = load_names(reading.language), load_written(reading.language)
    told = reading.remember("surnames told", _list_told)
    text, span = reading.prepared.text, sentence.sentence.span
    ends = frozenset(p.span.end for p in sentence.parts if p.kind == "position")
    blocked = [
        (p.span.start, p.span.end)
        for p in sentence.parts
        if p.kind in _BLOCKING and not (p.kind == "position" and _is_name(book, text, p.span, ends))
    ]
    free = [
        make_word(met.group(), reading.folded, met.start(), met.end())
        for met in written.word.finditer(text, span.start, span.end)
        if not any(start < met.end() and met.start() < end for start, end in blocked)
        and not book.is_placed(met.group())
        and not _is_title(written, met.group())
    ]
    if not free:
        return []
    morphology = get_morphology(reading.language)
    parts = []
    for run in list_runs(book, written, text, free):
        named = run[1:] if _leads_with_place(reading, sentence, book, run) else run
        begins = named[0].start <= span.start + 2
        if not (len(named) == 1 and named[0].folded in told):
            named = _trim(book, written, morphology, named, at_start=begins)
        tail = written.trailing.match(text, named[-1].end, span.end) if named else None
        if tail:
            named = [*named, Word(tail[1], tail[1], tail.start(1), tail.end(1), False)]
        if named and not _belongs_to_thing(reading, sentence, written, named):
            parts.append(_candidate(book, named, begins=begins and named[0] is run[0]))
    return parts


def _is_title(written: Written, word: str) -> bool:
    """“Mr.”, «Др.»: written as an initial of two letters, but before a name, not of it."""
    return word.endswith(".") and fold(word[:-1]) in written.titles


def _is_name(book: NameBook, text: str, span: Span, ends: frozenset[int]) -> bool:
    """What looks like an office is a name after one: «вице-премьер | Хоким Холикзода», and a surname after a name."""
    word = span.within(text)
    if span.start - 1 in ends and word[:1].isupper() and word.isalpha() and book.is_given(word):
        return True
    return _is_surname_after_name(book, text, span, ends)


def _is_surname_after_name(book: NameBook, text: str, span: Span, ends: frozenset[int]) -> bool:
    """«А. Акимов», «Рустам Хакимов»: a surname that looks like an office; any word after an office and a given name."""
    word, before = span.within(text), text[max(0, span.start - _GIVEN) : span.start]
    if not word[:1].isupper() or not word.isalpha():
        return False
    last = before.rstrip().rpartition(" ")[2]
    named = last[:1].isupper() and book.is_given(last)
    held = named and span.start - len(last) - 2 in ends  # «облыс әкімі Берік Уәли», wali being an office, too
    return held or (book.is_surname(word) and (named or (last.endswith(".") and len(last) < _GIVEN // 2)))


def candidate_scene(reading: Reading, sentence: ReadSentence, candidates: Sequence[Part] | None = None) -> Scene:
    """The sentence with its candidates as parts too: what the rules of people run over."""
    names = find_candidates(reading, sentence) if candidates is None else candidates
    if not names:
        return sentence.scene
    parts = [*names, *_without_overlap(sentence.parts)]
    return build_scene(reading.folded, sentence.sentence.span, parts, text=reading.prepared.text)


def _without_overlap(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, an office cut where what it is of begins or ends within it.

    «спикер | Сената», «глава | Республики Алтай», «Ministry of Trade | spokesman».
    """
    named = [(p.span.start, p.span.end) for p in parts if p.kind in ("organisation", "area")]
    for part in parts:
        if part.kind == "position":
            start, end = part.span.start, part.span.end
            end = next((s - 1 for s, e in named if start < s < end <= e), end)
            start = next((e + 1 for s, e in named if s < start < e < end), start)
            if start < end and Span(start, end) != part.span:
                yield Part(part.kind, Span(start, end), part.value, part.inner)
                continue
        yield part


def _trim(book: NameBook, written: Written, morphology: Morphology, run: list[Word], *, at_start: bool) -> list[Word]:
    """The run without words that only stand before a name; empty where nothing is left or a common word is in it."""
    while run and run[0].folded in written.stop and not _leads_given(book, run):
        run, at_start = run[1:], False
    run = run[: next((n for n, w in enumerate(run, 1) if not w.initial and book.ends_name(w.text)), len(run))]
    if at_start and run and not run[0].initial and not _may_begin(book, run, morphology):
        run = run[1:]
    if not run or (run[-1].initial and len(run) == 1) or not _is_written_as_name(book, run):
        return []
    stop = next((n for n, w in enumerate(run) if n and len(w.text) > SHORT and w.folded in written.stop), len(run))
    whole = stop > 1 or (stop and book.is_surname(run[0].text))  # «Жапаров | Жоғарғы кеңестің …»
    return run[:stop] if whole else [] if stop < len(run) else run


def _list_told(reading: Reading) -> frozenset[str]:
    """The words that the document has once as the surname before a given name of two syllables, folded."""
    found = _BEFORE_TWO.finditer(reading.prepared.text)
    return frozenset(fold(met[1]) for met in found if met[1][0].isupper() and met[2][0].isupper())


def _leads_given(book: NameBook, run: Sequence[Word]) -> bool:
    """Whether a word that mostly is no name stands in one all the same: a given name, or before one («Park Min-ho»)."""
    return len(run) > 1 and (book.is_given(run[0].text) or bool(_OF_TWO.fullmatch(run[1].text)))


def _leads_with_place(reading: Reading, sentence: ReadSentence, book: NameBook, run: Sequence[Word]) -> bool:
    """«президент союза ткачей Денизли | Мехмет Карадаг»: what an office is of ends in a word of no name."""
    if len(run) != _WITH_PLACE or any(w.initial or not w.text[0].isupper() for w in run):
        return False
    first, second, third = (w.text for w in run)
    if get_nominatives(book, (second, third)) and not get_nominatives(book, (first, second, third)):
        return True  # «мэром Майсалыка | Эрнисбеком Ормоковым»: the first word is in another case
    if not book.is_given(second) or book.is_given(first) or book.is_surname(first) or book.is_adjectival(first):
        return False
    if any(fold(form.nominative).endswith(book.patronymic_ends) for form in book.get_forms(third)):
        return False
    ends = [p.span.end for p in sentence.parts if p.kind == "position" and p.span.end < run[0].start]
    between = reading.prepared.text[max(ends) : run[0].start] if ends else ""
    words = between.split()
    return bool(words) and words[-1].islower() and all(w.replace("-", "").isalpha() for w in words)


def _is_written_as_name(book: NameBook, run: Sequence[Word]) -> bool:
    """Words in capitals are headings and abbreviations but for a surname beside a given name or initials."""
    if not any(w.capitals for w in run):
        return True
    return any(not w.capitals and (w.initial or book.is_given(w.text)) for w in run)


def _may_begin(book: NameBook, run: Sequence[Word], morphology: Morphology) -> bool:
    """Whether the first word of a sentence may be part of the name that follows it."""
    first = run[0].text
    if book.is_given(first) or book.is_surname(first):
        return True
    if first.rpartition("-")[2].islower():  # «Мастер-гончар Алишер …»
        return False
    return len(run) > 1 and not morphology.is_common_word(first)


def _belongs_to_thing(reading: Reading, sentence: ReadSentence, written: Written, named: Sequence[Word]) -> bool:
    """«имени Абая», «улица Бабура», «Абай атындағы»; a name that quotation marks close in."""
    folded, first, last, start = reading.folded, named[0].start, named[-1].end, sentence.sentence.span.start
    words = folded[max(start, first - 20) : first].rstrip(" .").split(" ")
    before = words[-1].strip('(",')
    if before in written.determiners:  # “the head of the Ak Zhol checkpoint”
        return True
    if before in written.not_after or " ".join(words[-2:]) in written.not_after:  # «named after …»
        return not _holds_office(reading, sentence, named, first - len(before) - 2)
    if folded[last : last + 1] == " " and folded.startswith(written.not_before, last + 1):
        head = last + 1 + len(folded[last + 1 : last + _GIVEN].partition(" ")[0])
        held = any(p.span.start in (last + 1, head + 1) for p in sentence.of("position"))
        return not (held and len(named) > 1)  # «Асқар Марат | облыс әкімімен кездесті»
    return folded[first - 1 : first] == '"' and folded[last : last + 1] == '"'


def _holds_office(reading: Reading, sentence: ReadSentence, named: Sequence[Word], before: int) -> bool:
    """«директор аэропорта Павел Белов»: an office ends there, and the name is in no case that a thing's would be in."""
    ends = [p.span.end for p in sentence.parts if p.kind == "position" and p.span.end <= before]
    between = reading.folded[max(ends) : before] if ends and len(named) > 1 else ","
    if not between.replace(" ", "a").isalpha() and between:
        return False
    forms = load_names(reading.language).get_forms(named[0].text)
    return forms[0].case == "nom" and forms[0].nominative == named[0].text


def _candidate(book: NameBook, named: Sequence[Word], *, begins: bool) -> Part:
    words = tuple(w.text for w in named)
    doubtful = len(words) == 1 and book.is_adjectival(words[0])
    return Part(
        "name", Span(named[0].start, named[-1].end), Candidate(words, _strength(book, named), begins or doubtful)
    )


def _strength(book: NameBook, named: Sequence[Word]) -> str:
    full = [w.text for w in named if not w.initial]
    if len(full) < len(named) or (len(full) > 1 and any(book.is_given(w) for w in full)):
        return SURE
    if len(full) == 1:
        return SURNAME if book.is_surname(full[0]) else POSSIBLE
    return SURE if any(book.is_surname(w) or book.is_adjectival(w) for w in full) else POSSIBLE


__all__ = ["POSSIBLE", "SURE", "SURNAME", "Candidate", "candidate_scene", "find_candidates"]
