"""From the words around a name to who is meant to hold which office: the rules of people.toml applied to a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hamkor.extract.parts import PositionMention
from hamkor.extract.people.candidates import POSSIBLE, SURE, SURNAME, Candidate, candidate_scene, find_candidates
from hamkor.extract.people.names import load_names
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Match, Morphology, Part, Rulebook, get_morphology, load_rules
from hamkor.grammar.gazetteer import WORD
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_SAME = 4  # letters that the forms of one name share at least
_WHOSE = frozenset({"area", "adjective", "organisation"})


@value(frozen=True, slots=True)
class Mention:
    """A name met in sentence `number`, with what the words around it say.

    part    the name (value Candidate); `span` takes in the office and its areas where they stand together
    office  the office, if one is named
    whose   areas, adjectives and organisations that stand with the office, in order
    case    the case that the name stands in, where the words tell it
    rule    the name of the rule that says that this is a person; empty where the name says it itself
    is_peer  whether it holds the office of the person before («его узбекский коллега»)
    in_turn  whether it is one of several names, each with its own of as many areas («узбекский и казахский министры …»)
    row      which of how many names with one office it is, where no area stands with them; (0, 0) where it is alone
    """

    number: int
    part: Part
    span: Span
    office: Part | None = None
    whose: tuple[Part, ...] = ()
    case: str | None = None
    rule: str = ""
    is_peer: bool = False
    in_turn: bool = False
    row: tuple[int, int] = (0, 0)

    @property
    def words(self) -> tuple[str, ...]:
        candidate: Candidate = self.part.value
        return candidate.words

    @property
    def accepted(self) -> bool:
        """Whether this is a person, whoever else the document names."""
        strength = self.part.value.strength
        return strength == SURE or (
            bool(self.rule) and (strength != POSSIBLE or len(self.words) > 1 or bool(self.office))
        )


def find_mentions(reading: Reading) -> list[Mention]:
    """Every candidate of the document, in order, with the office that stands with it."""
    rules: Rulebook = reading.language.remember("people", lambda lang: Rulebook(load_rules(lang, "people")))
    candidates = [find_candidates(reading, sentence) for sentence in reading.sentences]
    whole = [p.value.words for parts in candidates for p in parts if len(p.value.words) > 1]
    named = {w[:_SAME] for words in whole for w in words}
    leading = {words[0] for words in whole}  # «Пак Мин Хо», then «Пак»
    found: list[Mention] = []
    morphology = get_morphology(reading.language)
    for number, parts in enumerate(candidates):
        likely = [p for p in parts if not _is_chance(p.value, named, morphology)]
        if likely:
            found += _of_sentence(reading, rules, number, likely)
    return [_signed(reading, m) for m in _with_peers(found) if m.words[0] in leading or not _is_common(m, morphology)]


def _signed(reading: Reading, mention: Mention) -> Mention:
    """A name that stands alone under a line that is all office: «Аким Х области», then «А. Фамилия»."""
    if mention.office or mention.number == 0 or not _is_line_of(reading, mention.number, [mention.part]):
        return mention
    above = [p for p in reading.sentences[mention.number - 1].parts if p.kind in (*_WHOSE, "position")]
    office = next((p for p in above if p.kind == "position"), None)
    if office is None or not _is_line_of(reading, mention.number - 1, above):
        return mention
    return replace(mention, office=office, whose=tuple(p for p in above if p.kind in _WHOSE), rule="signed")


def _is_line_of(reading: Reading, number: int, parts: Sequence[Part]) -> bool:
    """Whether a sentence holds no words but these parts."""
    span = reading.sentences[number].sentence.span
    words = WORD.finditer(reading.folded, span.start, span.end)
    return all(met.group().strip("_") == "" or any(_covers(p, met.start()) for p in parts) for met in words)


def _covers(part: Part, place: int) -> bool:
    return part.span.start <= place < part.span.end


def _with_peers(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """«его узбекский коллега»: the office is that of the person before."""
    office: Part | None = None
    for mention in mentions:
        office = mention.office or office
        yield replace(mention, office=office) if mention.is_peer else mention


def _is_common(mention: Mention, morphology: Morphology) -> bool:
    """A single word with a capital beside an office that is in the dictionary: «руководитель Аппарата»."""
    return (
        len(mention.words) == 1
        and mention.part.value.strength == POSSIBLE
        and bool(mention.rule)
        and morphology.is_common_word(mention.words[0])
    )


def _is_chance(candidate: Candidate, named: set[str], morphology: Morphology) -> bool:
    """A word that has its capital from beginning a sentence, and no name of the document resembles it.

    Of those that end as surnames do what the dictionary knows as no name («Туристов стало больше»).
    """
    words = candidate.words
    if not candidate.begins or len(words) != 1 or words[0][:_SAME] in named:
        return False
    return candidate.strength == POSSIBLE or (candidate.strength == SURNAME and morphology.is_common_word(words[0]))


def _of_sentence(reading: Reading, rules: Rulebook, number: int, candidates: Sequence[Part]) -> Iterator[Mention]:
    scene = candidate_scene(reading, reading.sentences[number], candidates)
    said: dict[Span, Mention] = {}
    taken: set[Span] = set()
    for match in rules.find(scene):
        kind = match.rule.gives["kind"]
        for mention in _told_by(reading, number, match):
            office = mention.office
            known = said.get(mention.part.span)
            if known and (mention.in_turn or mention.row[1]) and known.office == office:
                said[mention.part.span] = mention
            elif not (office and office.span in taken and kind != "offices"):
                said[mention.part.span] = (
                    mention if _is_label(reading, known) and office else _more_told(known, mention)
                )
        taken |= {m.office.span for m in said.values() if m.office}
    for part in candidates:
        yield said.get(part.span) or Mention(number, part, part.span, case=_case_before(reading, part.span))


def _is_label(reading: Reading, known: Mention | None) -> bool:
    """Whether all that is told so far is a part in a meeting: «Сопредседатель: …»; an office told after counts more."""
    if known is None or known.office is None:
        return False
    return ":" in reading.folded[known.office.span.end : known.part.span.start]


def _more_told(known: Mention | None, mention: Mention) -> Mention:
    """What the rule before said stands; a later one may add whose office it is."""
    if known is None or (mention.office and not known.office):
        return mention
    if mention.is_peer and not (known.office or known.is_peer):
        return mention
    if mention.office is None and mention.whose and not known.whose:
        return replace(known, whose=mention.whose)
    return known


def _told_by(reading: Reading, number: int, match: Match) -> Iterator[Mention]:
    kind, names = match.rule.gives["kind"], [p for p in match.parts("what") if p.kind == "name"]
    offices = match.parts("office")
    office = offices[0] if offices else None
    whose = [p for p in match.parts("of") if p.kind in _WHOSE]
    if kind == "offices" and office:
        if len(names) > 1 and _is_plural(reading, office):
            yield from _several(reading, number, match, office)
        return
    rule, part = match.rule, names[0]
    if office is None and kind == "heads":
        office = Part("position", match.span("verb"), PositionMention(rule.gives["position"]))
        yield Mention(number, part, part.span, office, tuple(whose), rule.gives.get("case"), rule.name)
        return
    if office is None:
        span = match.span() if kind == "area" else part.span
        case = _case_before(reading, span) or rule.gives.get("case")
        yield Mention(number, part, span, None, tuple(whose), case, rule.name, is_peer=kind == "peer")
        return
    before = _adjective_before(reading.sentences[number], office)
    start = min(office.span.start, _leading(reading, match), *(p.span.start for p in before[:1]))
    end = max(office.span.end, match.span("of").end, part.span.end)
    span = Span(min(start, part.span.start), end)
    case = _case_of(reading, office) if rule.gives.get("case") == "same" else "nom"
    yield Mention(number, part, span, office, (*before, *whose), case, rule.name)


def _leading(reading: Reading, match: Match) -> int:
    """Where the words begin that stand before an office and belong to it: after areas that end as no one's do."""
    start = match.span("of").start if "of" in match.groups else match.span("office").start
    ends = tuple(reading.language.get("positions", "in_area.elsewhere"))
    for part in match.parts("of") if ends else ():
        if part.kind == "area" and reading.folded[part.span.start : part.span.end].endswith(ends):
            start = part.span.end
    while reading.folded[start : start + 1] in (" ", ","):
        start += 1
    return start


def _several(reading: Reading, number: int, match: Match, office: Part) -> Iterator[Mention]:
    """One office for each of several names. Areas in brackets go to the name before; as many as names, each in turn."""
    inside = match.parts("what")
    names = [p for p in inside if p.kind == "name"]
    of = [p for p in match.parts("of") if p.kind in _WHOSE]
    shared = (*(p for p in _adjective_before(reading.sentences[number], office) if p not in of), *of)
    areas = [p for p in shared if p.kind != "organisation"] or [p for p in shared if p.kind == "organisation"]
    case, in_turn = _case_of(reading, office), len(areas) == len(names) > 1
    for index, part in enumerate(names):
        at = inside.index(part)
        near = [p for p in (*inside[at + 1 : at + 2], *inside[max(0, at - 1) : at]) if _is_beside(reading, part, p)]
        whose = tuple(near[:1]) or ((areas[index],) if in_turn else shared)
        row = (0, 0) if whose else (index, len(names))
        yield Mention(number, part, part.span, office, whose, case, match.rule.name, in_turn=in_turn, row=row)


def _is_beside(reading: Reading, name: Part, other: Part) -> bool:
    """Whether this area stands right before the name, or in brackets after it."""
    if other.kind not in _WHOSE:
        return False
    between = reading.folded[other.span.end : name.span.start] or reading.folded[name.span.end : other.span.start]
    return between in (" ", " (", "(")


def _adjective_before(sentence: ReadSentence, office: Part) -> tuple[Part, ...]:
    """«казахстанский министр», «узбекский лидер»."""
    return tuple(p for p in sentence.parts if p.kind == "adjective" and p.span.end + 1 == office.span.start)


def _first_word(reading: Reading, office: Part) -> str:
    return reading.folded[office.span.start : office.span.end].split(" ")[0]


def _is_plural(reading: Reading, office: Part) -> bool:
    """By its first word, or its last where that one bears the case (“heads of state” is a plural, too)."""
    ends = tuple(fold(e) for e in reading.language.get("names", "office_plural.ends"))
    words = reading.folded[office.span.start : office.span.end].split(" ")
    return any(word.endswith(ends) for word in (words if load_names(reading.language).case_on_last else words[:1]))


def _case_of(reading: Reading, office: Part) -> str | None:
    """The case that the form of the office's first word tells."""
    cases = reading.language.remember("office cases", _load_cases)
    word = _first_word(reading, office)
    for length in range(len(word), -1, -1):
        case: str | None = cases.get(word[len(word) - length :])
        if case is not None:
            return case or None
    return None


def _load_cases(language: Language) -> dict[str, str]:
    return {fold(end): case for end, case in language.get("names", "office_case").items()}


def _case_before(reading: Reading, span: Span) -> str | None:
    """The case that the word before a name tells: a preposition, mostly."""
    words: dict[str, str] = reading.language.remember("case before", _load_case_before)
    before = reading.folded[max(0, span.start - 20) : span.start].rstrip()
    return words.get(before.rpartition(" ")[2].strip('("'))


def _load_case_before(language: Language) -> dict[str, str]:
    return {fold(word): case for case, words in language.get("names", "case_before").items() for word in words}
