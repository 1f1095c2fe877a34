"""Finds organisations: known by name, named by rule, or standing out in quotation marks or foreign letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hamkor.extract.organisations.apposed import find_apposed
from hamkor.extract.organisations.capitals import find_capitalised
from hamkor.extract.organisations.institution_words import load_institution_words
from hamkor.extract.organisations.institutions import find_institutions, is_where, with_namesake
from hamkor.extract.organisations.quoted import find_names
from hamkor.extract.organisations.several import find_several
from hamkor.extract.parts import OrganisationMention
from hamkor.extract.people.names import load_names
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import (
    Entry,
    Language,
    Lexicon,
    Match,
    Part,
    Rulebook,
    Scene,
    build_scene,
    compile_notation,
    get_morphology,
    load_rules,
)
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import PreparedText, Span
from hamkor.text.fold import fold

_OF_PLACES = frozenset({"association", "ministry", "parliament", "statistics"})
_BEARING = frozenset({"university", "facility"})  # bodies that bear names of people
_SHORT_NAME = re.compile(r"\s*\((\w[\w-]{1,11})\)")
_WORD = re.compile(r"\w+")
_ENDS = " .—-/()"
_HYPHENED = re.compile(r"\w+-$")
_MARKS = re.compile('[«»“”„"]')
_OPENING = re.compile(r"(?P<word>[^\W\d_][\w'’‘ʻʼ`-]*) (?P<next>[^\W\d_][\w'’‘ʻʼ`-]*)")
_LEADS = 4  # words between a name and the noun that tells what bears it
_BESIDE = 2  # characters from a country to the company that is of it
_LONG_NAME = 4  # words of a name that tells by itself what it names
SPEECH_WORDS = 4  # so many words in quotation marks before a comma or a dash are speech, fewer a name


@dataclass(frozen=True, slots=True)
class _Words:
    """The compiled data of one language."""

    rules: Rulebook
    known: Lexicon
    no_organisation_before: re.Pattern[str]
    no_organisation_after: re.Pattern[str]
    no_names: frozenset[str]
    forms: frozenset[str]
    generic: Lexicon
    ands: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Names:
    """What a document has told of names so far: short ones of bodies; and those of other things."""

    aliases: dict[str, OrganisationMention]
    others: frozenset[str]


def _load(language: Language) -> _Words:
    entries = [
        Entry(pattern.strip(), row, f"{language.code}/organisations.tsv")
        for row in language.get_rows("organisations")
        for pattern in row["patterns"].split(" | ")
    ]
    follows = language.get("organisations", "follows")
    notation = compile_notation(
        # of names in a row, the first tells what they are; words for what the thing is for may follow its noun
        "{not_after} {follows}*3 [,] (<quote> (,|{and}))*3 $" if follows else "{not_after} (<quote> (,|{and}))*3 $",
        place=f"{language.code}/organisations.toml: not_after",
        lists={**language.lists, "not_after": language.get("organisations", "not_after"), "follows": follows},
        endings=language.endings,
    )
    return _Words(
        Rulebook(load_rules(language, "organisations")),
        Lexicon(entries, lists=language.lists, endings=language.endings),
        notation.regex,
        _compile_after(language),
        frozenset(language.get("organisations", "not_names")),
        frozenset(fold(form) for form in language.get("organisations", "forms")),
        _load_generic(language),
        compile_notation("{and}", place="organisations", lists=language.lists).regex,
    )


def _load_generic(language: Language) -> Lexicon:
    """Words that tell a kind of body and name none."""
    place = f"{language.code}/organisations.toml: generic"
    entries = (Entry(pattern, True, place) for pattern in language.get("organisations", "generic"))
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _compile_after(language: Language) -> re.Pattern[str]:
    """What after a name, or after the last of names in a row, tells that they are no organisations'."""
    row = compile_notation("((,|{and}|—|–|-) <quote>)*3", place="organisations", lists=language.lists).expression
    after = compile_phrases(language, "organisations", "not_before").pattern
    leads = language.get("organisations", "leads")
    led = f"(?:{compile_phrases(language, 'organisations', 'leads').pattern} )" if leads else "(?:)"
    return re.compile(rf'{row}[" ]*{led}{{0,{_LEADS}}}(?:{after})')


def find_organisations(reading: Reading) -> list[list[Part]]:
    """For each sentence of the reading, the organisations in it as parts (OrganisationMention).

    A short name given in brackets, «… банк развития (АБР)», is known from there to the end of the document.
    """
    words = reading.language.remember("organisations", _load)
    names = _Names({}, _find_others(reading, words))
    return [_of_sentence(reading, sentence, words, names) for sentence in reading.sentences]


def _find_others(reading: Reading, words: _Words) -> frozenset[str]:
    """Names of other things wherever they stand alone: called a crossing, a fair … once, or credited as a source."""
    found = {_MARKS.sub("", fold(name)) for name in reading.prepared.attributed_to}
    for sentence in reading.sentences:
        scene = name_scene(reading, sentence)
        for place, part in zip(scene.places, scene.parts, strict=True):
            if part.kind == "quote" and words.no_organisation_after.match(scene.text, place + 1):
                found.add(_get_words(reading, part))
    return frozenset(found)


def _get_words(reading: Reading, named: Part) -> str:
    """The words of a name, folded, in the script that the rules read."""
    return _MARKS.sub("", reading.folded[named.span.start : named.span.end]).strip()


def _of_sentence(reading: Reading, sentence: ReadSentence, words: _Words, names: _Names) -> list[Part]:
    scene = name_scene(reading, sentence)
    candidates = [
        *_by_rule(reading, scene, words),
        *_known(reading, sentence, words),
        *find_capitalised(reading, sentence),
        *find_apposed(reading, sentence),
        *find_institutions(reading, sentence),
        *_standing_out(reading, scene, words, names.others),
        *_by_alias(reading, sentence, names.aliases),
    ]
    several = list(find_several(reading, sentence))
    single = (part for part in candidates if not any(part.span.overlaps(one.span) for one in several))
    bare = (part for one in single if (part := _without_form(one, words)))
    full = (_with_namesake(reading, part) for part in bare)
    found = _longest([*several, *(_with_short_name(reading, part, names.aliases) for part in full)])
    return [_with_owner(reading, sentence, part) for part in found if not _is_generic(reading, part, words)]


def _with_owner(reading: Reading, sentence: ReadSentence, body: Part) -> Part:
    """A company of the country that stands right before it («Туркиянинг «…» компанияси»), where verbs stand last."""
    if body.value.area or body.value.sort != "company" or not reading.language.get("language", "final_verb"):
        return body
    near = [p for p in sentence.of("area", "adjective") if 0 < body.span.start - p.span.end <= _BESIDE]
    elsewhere = tuple(reading.language.get("positions", "in_area.elsewhere"))
    own = [p for p in near if not reading.folded.endswith(elsewhere, p.span.start, p.span.end)]
    codes = {code for p in own for code in p.value.codes if "-" not in code}
    return replace(body, value=replace(body.value, area=codes.pop())) if len(codes) == 1 else body


def _is_generic(reading: Reading, body: Part, words: _Words) -> bool:
    """Whether all the words only tell what kind of body it is («Кенгаш», «вилоят маркази»)."""
    told = reading.folded[body.span.start : body.span.end]
    return any((met.start, met.end) == (0, len(told)) for met in words.generic.find(told))


def _with_namesake(reading: Reading, body: Part) -> Part:
    """A university, a theatre, a library with whom it is named after."""
    if body.value.sort not in _BEARING:
        return body
    span = with_namesake(reading, body.span)
    if span == body.span:
        return body
    head = span.start == body.span.start  # the namesake keeps its case after the name
    after = reading.prepared.text[body.span.end : span.end]
    name = body.value.name + after if head else _nominative(reading, span)
    return replace(body, span=span, value=replace(body.value, name=name, name_span=span))


def _without_form(body: Part, words: _Words) -> Part | None:
    """A company without the legal form in its name («ТОО Silk Cargo»); None where there is nothing else («MChJ»)."""
    if body.value.sort != "company":
        return body
    told = body.value.name.split()
    kept = [word for word in told if fold(word).strip(".,") not in words.forms]
    if len(kept) == len(told):
        return body if told else None
    return replace(body, value=replace(body.value, name=" ".join(kept))) if kept else None


def name_scene(reading: Reading, sentence: ReadSentence) -> Scene:
    """The sentence with names in quotation marks and foreign letters as parts too: what the rules run over."""
    return sentence.remember("names", lambda sentence: _lay_names(reading, sentence))


def _lay_names(reading: Reading, sentence: ReadSentence) -> Scene:
    span, is_foreign = sentence.sentence.span, _find_foreign(reading.prepared)
    names = find_names(reading.language, reading.prepared.text, span, is_foreign=is_foreign)
    if not names:
        return sentence.scene
    parts = [*names, *sentence.parts]
    return build_scene(reading.folded, sentence.sentence.span, parts, text=reading.prepared.text)


def _find_foreign(prepared: PreparedText) -> Callable[[Span], bool] | None:
    """Whether words stand in Latin letters in a Cyrillic document whose text is brought to Latin; else None."""
    if not prepared.language.endswith("-Cyrl"):
        return None
    original = prepared.document.text
    return lambda span: prepared.offsets.to_original(span).within(original).isascii()


def _longest(parts: list[Part]) -> list[Part]:
    kept: list[Part] = []
    for part in sorted(parts, key=lambda p: p.span.start - p.span.end):
        if not any(part.span.overlaps(k.span) for k in kept):
            kept.append(part)
    return sorted(kept, key=lambda p: p.span.start)


def find_by_rule(reading: Reading, scene: Scene) -> list[Part]:
    """The organisations that the rules name in a scene of one sentence, the longest where they overlap."""
    words = reading.language.remember("organisations", _load)
    return _longest(list(_by_rule(reading, scene, words)))


def _by_rule(reading: Reading, scene: Scene, words: _Words) -> Iterator[Part]:
    for match in words.rules.find(scene):
        span = _before_person(reading, match, _after_opening(reading, match, _from_own_area(reading, match)))
        told = _trimmed(reading, _before_comma(reading, words, span))
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
    if not first or text[match.scene.span.start : span.start].strip(' «“"'):
        return span
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


def _before_comma(reading: Reading, words: _Words, span: Span) -> Span:
    """The words of a name up to its comma, where no "and" after it lists charges («банк развития, фирма»)."""
    comma = reading.folded.rfind(",", span.start, span.end)
    return Span(span.start, comma) if comma > 0 and not words.ands.search(reading.folded, comma, span.end) else span


def _trimmed(reading: Reading, span: Span) -> Span:
    """Without spaces and commas at the end."""
    words = reading.prepared.text[span.start : span.end].rstrip(" ,;\n")
    return Span(span.start, span.start + len(words))


def _mention(reading: Reading, words: _Words, match: Match, span: Span) -> OrganisationMention:
    area = next((p.value.codes[0] for p in match.parts() if p.kind in ("area", "adjective") and p.value.codes), None)
    sort = match.rule.gives["sort"]
    named = [p for p in match.parts() if p.kind in ("quote", "name")]
    if match.rule.gives["name"] == "quoted" and named:
        return OrganisationMention(named[-1].value, area or _known_area(words, named[-1].value), sort, named[-1].span)
    written = match.rule.gives["name"] == "written"
    return OrganisationMention(_capital(reading, span) if written else _nominative(reading, span), area, sort, span)


def _known_area(words: _Words, name: str) -> str | None:
    """Whom an organisation of this name is known to belong to."""
    folded = fold(name)
    known = (found for found in words.known.find(folded) if (found.start, found.end) == (0, len(folded)))
    return next((found.value["area"] or None for found in known), None)


def _nominative(reading: Reading, span: Span) -> str:
    phrase = reading.prepared.text[span.start : span.end]
    name = get_morphology(reading.language).get_nominative(phrase)
    return name[:1].upper() + name[1:]


def _capital(reading: Reading, span: Span) -> str:
    """The words as they stand: of several bodies of one kind («министерства энергетики трёх стран»)."""
    phrase = reading.prepared.text[span.start : span.end]
    return phrase[:1].upper() + phrase[1:]


def _known(reading: Reading, sentence: ReadSentence, words: _Words) -> Iterator[Part]:
    span = sentence.sentence.span
    for found in words.known.find(reading.folded, span.start, span.end):
        row: dict[str, Any] = found.value
        if reading.prepared.text[found.start].isupper():
            where = Span(found.start, found.end)
            mention = OrganisationMention(row["name"], row["area"] or None, row["sort"], where)
            yield _with_area_before(reading, sentence, mention) or Part("organisation", where, mention)


def _with_area_before(reading: Reading, sentence: ReadSentence, known: OrganisationMention) -> Part | None:
    """A local body of a name that others bear, too: the area before it, in languages where whose it is stands there."""
    start = known.name_span.start
    own = [p for p in sentence.of("area") if p.span.end + 1 == start and len(p.value.codes) == 1]
    elsewhere = tuple(reading.language.get("positions", "in_area.elsewhere"))
    if known.sort not in _OF_PLACES or not own or not reading.language.get("language", "final_verb"):
        return None
    if reading.folded.endswith(elsewhere, own[0].span.start, own[0].span.end):
        return None
    span = Span(own[0].span.start, known.name_span.end)
    name = _nominative(reading, span)
    return Part("organisation", span, OrganisationMention(name, own[0].value.codes[0], known.sort, span))


def _standing_out(reading: Reading, scene: Scene, words: _Words, others: frozenset[str]) -> Iterator[Part]:
    """A name in quotation marks or foreign letters that nothing before it makes something else; not the publisher."""
    placed = zip(scene.places, scene.parts, strict=True)
    named = [(place, part) for place, part in placed if part.kind in ("quote", "name")]
    publisher = fold(reading.prepared.publisher or "") if named else ""
    for place, part in named:
        if not words.no_names.isdisjoint((fold(part.value), _first_word(part))) or _get_words(reading, part) in others:
            continue
        if publisher and (fold(part.value) in publisher or publisher in fold(part.value)):
            continue
        if scene.text.strip(_ENDS) == scene.text[place]:
            continue  # a line of its own, or what signs a dateline: who publishes
        if _is_speech(scene.text, place, part) or words.no_organisation_after.match(scene.text, place + 1):
            continue
        if _names_thing(reading, words, part):
            continue
        if not words.no_organisation_before.search(scene.text[max(0, place - 40) : place].rstrip('" ')):
            area = _known_area(words, part.value)
            yield Part("organisation", part.span, OrganisationMention(part.value, area, "company", part.span))


def _is_speech(text: str, place: int, named: Part) -> bool:
    """Whether words in quotation marks are spoken: before a comma or a dash, or after a colon."""
    if len(named.value.split()) < SPEECH_WORDS:
        return False
    return text[place + 1 : place + 3].strip()[:1] in (",", "—", "-") or text[:place].rstrip().endswith(":")


def _names_thing(reading: Reading, words: _Words, named: Part) -> bool:
    """Whether a long name is a programme's, a fair's by its head, where heads stand last («… shaharlar dasturi»)."""
    said = _get_words(reading, named).split()
    if named.kind != "quote" or len(said) < _LONG_NAME or not reading.language.get("language", "final_verb"):
        return False
    return words.no_organisation_after.match(f" {said[-1]}") is not None


def _first_word(part: Part) -> str:
    return fold(part.value.split()[0])


def _by_alias(reading: Reading, sentence: ReadSentence, aliases: dict[str, OrganisationMention]) -> Iterator[Part]:
    text, span = reading.prepared.text, sentence.sentence.span
    for met in _WORD.finditer(text, span.start, span.end) if aliases else ():
        known = aliases.get(met.group())
        if known:
            where = Span(*met.span())
            yield Part("organisation", where, OrganisationMention(known.name, known.area, known.sort, where))


def _with_short_name(reading: Reading, part: Part, aliases: dict[str, OrganisationMention]) -> Part:
    """Take the short name in brackets into the part, and remember it."""
    met = _SHORT_NAME.match(reading.prepared.text, part.span.end)
    if not met or not met.group(1)[:2].isupper():
        return part
    aliases[met.group(1)] = part.value
    return Part(part.kind, Span(part.span.start, met.end()), part.value, part.inner)
