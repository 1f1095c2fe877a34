"""What a figure measures: by what it counts, by its unit, by the words near it, by the figures before it."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.codes import get_scale
from hamkor.extract.observations.draft import Draft, Size, Story
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.near import OTHER, get_around, get_last_word, get_whole, near_word, near_words
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sending import get_sent
from hamkor.extract.observations.trade import get_traded_word
from hamkor.extract.observations.words import PROJECT, IndicatorWord, Words
from hamkor.text.fold import fold

BUYER = "buyer"  # the role of a verb of buying: where one buys («купили в Китае») is from whom
MIRRORED = "mirrored"  # the role of a verb that tells the figure from the other side
_ENERGY, _SENT, _SIGNED = "energy", "exports", "agreements_value"
_WATER = "water"  # where cubic metres are of nothing else (gas)
_OF_BOTH, _HALVES = "trade_turnover", ("exports", "imports")
_TRADERS = {"sender": "exports", "receiver": "imports", BUYER: "imports"}
_AWAY = {"sender": "to", "receiver": "from"}  # how the other side stands beside such a verb
_DEAR = 500_000  # US dollars, roughly: no ticket, fee or tonne costs so much
_CHEAP = 5_000  # the same: nothing is built for less
_GROWN = ("change", "multiple", "change_abs")
_WORD_BETWEEN = re.compile(r" ?(?:\w+ )?")  # «1,5 млрд доллардан асатын 20 келісім»
_TOTAL = 40  # characters: how far a word of totality reaches
_NOUNS = 2  # the first of a unit, which a mere noun tells («су», «газ»)


def get_indicator(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    """The indicator of a figure; `other` where nothing tells it. What one side has alone by its nature is one-sided."""
    told = get_traded_word(get_sent(figure, _find(figure, size, story), story), figure, story)
    found = _by_worth(told, size, story.words)
    if found.name in story.words.own_side and size.kind != "count":
        return replace(found, one_sided=True)
    return found


def _by_worth(found: IndicatorWord, size: Size, words: Words) -> IndicatorWord:
    """A price of millions is what a thing built costs («цена моста — 41 млн»), one of a few coins that of a service."""
    scale = get_scale(size.unit) if size.kind == "money" and size.measure in ("level", "change_abs") else None
    worth = abs(size.value) / scale if scale else None
    if worth is None:
        return found
    if found.name in words.planned and worth >= _DEAR:
        return IndicatorWord(PROJECT)
    cheap = found.name == PROJECT and worth < _CHEAP
    return IndicatorWord(next(iter(words.planned))) if cheap else found


def _find(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    joined = _of_joined(figure) if figure.given.get("joined") else None
    if joined and joined.name in story.words.units.get(size.unit, (joined.name,)):
        return joined
    given: str | None = figure.given.get("indicator")
    if given and given in story.words.units.get(size.unit, (given,)):
        return IndicatorWord(given)
    own = figure.quantity.indicator
    if own and own != OTHER.name:
        return _of_own(figure, own, size, story)
    if size.kind == "count":
        return _still_people(figure, _of_count(figure, story), size, story)
    if size.kind == "measure":
        return _of_measure(figure, size, story)
    return _by_words(figure, size, story)


def _of_joined(figure: Figure) -> IndicatorWord | None:
    """«10,6 ming tonnasi yoki 60,8 foizi eksport qilingan»: what is told twice is what the words after both tell."""
    later = [place for place in figure.line.figures if place > figure.place]
    end = [*later[1:], len(figure.line.scene.text)][0]
    words = [c.indicator for c in figure.line.indicators(later[0], end)] if later else []
    return next((word for word in words if word and not word.weak), None)


def _of_own(figure: Figure, own: str, size: Size, story: Story) -> IndicatorWord:
    """What its noun, or the head of its column, tells."""
    if size.kind not in ("count", "measure"):
        return IndicatorWord(own)
    return _attending(figure, own, story.words) or _made(figure, own, story.words) or _of_people(figure, own, story)


def _attending(figure: Figure, own: str, words: Words) -> IndicatorWord | None:
    """«В выставке приняли участие 140 компаний»: firms that take part are participants."""
    name, line = words.attending.get(own), figure.line
    later = line.between(figure.place, len(line.scene.text), "attending") if words.verb_last else []
    return IndicatorWord(name) if name and (later or figure.cues("attending")) else None


def _made(figure: Figure, own: str, words: Words) -> IndicatorWord | None:
    """«Выпускают 6 тысяч грузовиков»: what carries goods, too, is made or held where the words around say so.

    So are trains that a station can let through («пропускает 30 пар поездов в сутки»).
    """
    near = near_word(figure, words, "count") if own in (*words.of_things, *words.of_way) else None
    return near if near and near.name in words.of_place else None


def _of_people(figure: Figure, own: str, story: Story) -> IndicatorWord:
    """«1,5 млн человек» are what the words around say they are: tourists, passengers, students; else inhabitants."""
    if own == story.words.people[0]:
        line = figure.line
        cues = (*line.indicators(*figure.before)[::-1], *line.indicators(figure.place, figure.after[1]))
        around = [c.indicator for c in cues]
        before = story.in_paragraph(figure)
        around += [IndicatorWord(before.indicator)] if before else []
        return next((i for i in around if i and i.name in story.words.people), _people_alone(figure, story))
    return IndicatorWord(own)


def _people_alone(figure: Figure, story: Story) -> IndicatorWord:
    """Of people of whom the words around say nothing: inhabitants, whom the line that opens the list tells, guests.

    Else the people told of before.
    """
    words, noun = story.words, fold(figure.quantity.noun or "")
    sorts = {sort for f in words.uncounted.find(noun) for sort in f.value.split()}
    if "inhabitants" in sorts:
        return IndicatorWord(words.people[0])
    opening = get_last_word(story.opener, "count", words) if story.opener else None
    if opening and opening.name in words.people[1:]:
        return opening
    told = [d.indicator for d in story.drafts if d.size.unit == "person" and d.indicator in words.people[1:]]
    return IndicatorWord(told[-1] if told else words.people[1] if "guests" in sorts else OTHER.name)


def _still_people(figure: Figure, found: IndicatorWord, size: Size, story: Story) -> IndicatorWord:
    """«1850 жұмыс орны, оның 760-ы өңдеу өнеркәсібінде»: people told of before are not made, whatever they make."""
    before, people = story.in_paragraph(figure), story.words.people
    things = size.unit == "person" and found.name not in (*people, OTHER.name)
    return IndicatorWord(before.indicator) if things and before and before.indicator in people else found


def _of_count(figure: Figure, story: Story) -> IndicatorWord:
    """A count whose noun tells nothing: by the same noun before, by the words around, by what was counted before."""
    words, noun = story.words, get_counted_noun(figure)
    counted = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.size.kind == "count"]
    before = story.in_sentence(figure)
    if before and before.figure.given.get("unit") == "next":
        return IndicatorWord(before.indicator)
    if noun:
        same = [d.indicator for d in counted if d.figure.quantity.noun == noun]
        goods = [before.indicator] if before and _is_of_goods(before, words) else []
        goods += [d.indicator for d in counted[-1:] if figure.quantity.unit == d.size.unit == "person"]
        return _of_thing(figure, words) or IndicatorWord([OTHER.name, *goods, *same][-1])
    near = near_word(figure, words, "count")
    if near and near.name in words.counted_only and not (counted and (near.weak or figure.cues("previous"))):
        return near
    made = near if near and words.verb_last and near.name in words.of_things else None
    grown = IndicatorWord(before.indicator) if before and before.size.measure in _GROWN else None
    last = IndicatorWord(counted[-1].indicator) if counted else None
    found = made or last or near or grown or _following(figure) or _told(story, figure)
    unsaid = found.name == words.people[0] or (found.name == OTHER.name and figure.quantity.unit == "person")
    return _people_alone(figure, story) if unsaid and not counted else found


def _told(story: Story, figure: Figure) -> IndicatorWord:
    """What the sentence before, of the same paragraph, told of («Больше всего предприятий у Китая. Их число — 725»)."""
    line = story.before if figure.given.get("unit") == "count" else None
    same = line and line.paragraph == figure.line.paragraph
    return (get_last_word(line, "count", story.words) if line and same else None) or OTHER


def get_counted_noun(figure: Figure) -> str | None:
    """The noun that is counted; None where it only says that something is («1808 единиц»)."""
    noun = figure.quantity.noun
    said = {sort for f in figure.line.words.uncounted.find(fold(noun or "")) for sort in f.value.split()}
    return None if "plain" in said else noun


def _is_of_goods(before: Draft, words: Words) -> bool:
    """Whether goods were just told that what is counted next goes on with («500 автобусов и 200 комбайнов»)."""
    counted = before.size.kind == "count" and before.indicator in words.of_things
    return counted or before.indicator in _TRADERS.values()


def _of_thing(figure: Figure, words: Words) -> IndicatorWord | None:
    """The words after a counted thing («пар поездов»), or before it («мощностью 500 машин»)."""
    after = [c.indicator for c in figure.line.indicators(figure.place, figure.after[1]) if c.indicator]
    named = next((i for i in after if i.name in words.counted_only), None)
    near = near_word(figure, words, "count")
    people = [i for i in near_words(figure, words, "count") if i.name in words.people]
    if named or figure.of_people or (figure.quantity.unit == "person" and people):
        return named or (near if figure.of_people else people[0])
    made = [i for i in after if i.name in words.of_things] if words.verb_last else []
    built = near and near.name in words.projects  # «мощность предприятия — 3 тысячи машин»
    held = [i for i in near_words(figure, words, "count") if i.name in words.leading] if built else []
    found = [*made, *held, near][0]
    return found if found and found.name in words.of_things and figure.quantity.unit != "person" else None


def _following(figure: Figure) -> IndicatorWord | None:
    """What the next count of the sentence is of («с 24 до 35 поездов»)."""
    end, words = len(figure.line.scene.text), figure.line.words
    parts = figure.line.parts(figure.place + 1, end, "count")
    name = (parts[0][1].value.indicator if parts else None) or OTHER.name
    if name in words.attending and figure.line.between(figure.place, end, "attending"):
        return IndicatorWord(words.attending[name])
    return IndicatorWord(name) if parts else None


def _of_measure(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    """By the words near, else by the figures and words before, of the indicators that the unit may stand for."""
    names = story.words.units.get(size.unit, ())
    if not names:
        return near_word(figure, story.words, size.kind) or OTHER
    before = story.in_paragraph(figure)
    carried = [IndicatorWord(before.indicator)] if before else []
    near = near_words(figure, story.words, size.kind)
    if story.words.verb_last:  # «5,6 млрд кВт·сағ энергия өндіреді»: the verb tells more than the noun before it
        near.sort(key=lambda word: word.weak and word.name in names[:_NOUNS])
    signed = any(word.name == _SIGNED for word in near)  # «контракты на поставку 8 тыс. тонн»: what is sent
    told = [
        *near,
        *(IndicatorWord(_SENT) for _ in range(signed)),
        *carried,
        get_around(figure, size.kind, story),
    ]
    told += [_from_paragraph(figure, size.kind, story), *(IndicatorWord(d.indicator) for d in story.drafts[-1:])]
    told += [get_last_word(story.title, size.kind, story.words) if story.title else None]
    if names[0] in (_ENERGY, _WATER):  # «поставил 2 млрд кВт·ч»: what is given and taken is energy still
        told = [i for i in told if i and i.role not in _TRADERS]
    found = next((i for i in told if i and i.name in names), IndicatorWord(names[0]))
    return _mirrored(found, figure, story)


def _mirrored(word: IndicatorWord, figure: Figure, story: Story) -> IndicatorWord:
    """In a text on one side's exports «больше всего купила Россия» tells of these exports, not of imports."""
    before = story.in_paragraph(figure) or (story.drafts[-1] if story.drafts and figure.cues("sum") else None)
    if word.role not in _TRADERS or before is None or before.indicator not in _TRADERS.values():
        return word
    parts = figure.line.parts(figure.before[0], figure.after[1], "area", "adjective")
    told = not parts or any(before.sides.ref in p.value.codes for _, p in parts)
    told = told or any(get_role(figure.line, at) == _AWAY.get(word.role) for at, _ in parts)  # «sent to Turkmenistan»
    return word if told or _TRADERS[word.role] == before.indicator else IndicatorWord(before.indicator, role=MIRRORED)


def _by_words(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    """Money, percents and multiples: the words of the clause, then what was measured before, then the title."""
    near, before = near_word(figure, story.words, size.kind), story.in_sentence(figure)
    beside = _beside(figure, size, near, story)
    if beside:
        return beside
    whole = get_whole(figure) if size.measure == "share" or is_of_points(size) else None
    if whole and before and not figure.cues("sum") and (before.size.kind == "count" or _is_of_next_whole(before)):
        return whole
    if before:
        contract = _is_of_contract(figure, before)
        carried = IndicatorWord(_SIGNED) if contract else _carried(size.kind, before, story.words)
        spent = size.kind == "money" and carried.name in (OTHER.name, *story.words.counted_only)
        return (get_around(figure, size.kind, story) if spent else None) or carried
    around = whole or get_around(figure, size.kind, story) or _from_paragraph(figure, size.kind, story)
    return around or _title(story) or OTHER


def _is_of_next_whole(before: Draft) -> bool:
    """Whether a share was told by its whole alone: «доля в экспорте — 11%, в импорте — 4%» goes on with another."""
    return bool(before.part_of and before.size.measure == "share" and before.part_of.indicator == before.indicator)


def is_of_points(size: Size) -> bool:
    """Whether it tells by how many percentage points a share grew."""
    return (size.measure, size.kind) == ("change_abs", "percent")


def _beside(figure: Figure, size: Size, near: IndicatorWord | None, story: Story) -> IndicatorWord | None:
    """What the words right beside a figure tell: what it is worth, the sum it is of, the indicator word near it."""
    words, before = story.words, story.in_sentence(figure)
    if near and near.weak and near.name == OTHER.name and before and figure.given.get("measure") in _GROWN:
        return _carried(size.kind, before, words)  # «, the ministry of trade said, up 7 %»: what was just told
    if near is None or near.weak:
        told = _sum_before(figure, size, story)
        beside = _worth_of_next(figure, size, words) or (_carried(size.kind, told, words) if told else None)
        if beside:
            return beside
    told = story.find_sum(figure) if size.measure == "share" else None
    if told and (near is None or near.weak or _is_of_sum(figure)):
        return _get_half(near, told) or _carried(size.kind, told, words)
    if near and near.weak and size.kind == "money" and words.verb_last:
        near = _governing(figure) or near
    whole = get_whole(figure) if size.measure == "share" and words.verb_last else None
    if near and near.weak and whole and not whole.weak:
        return whole
    if near and not (near.weak and before and _goes_with(figure, size, before, words)):
        return _mirrored(near, figure, story)
    return None


def _get_half(near: IndicatorWord | None, told: Draft) -> IndicatorWord | None:
    """«Экспорт — две трети этой суммы»: of what both send, the half that is named."""
    named = near is not None and not near.weak and near.name in _HALVES
    return near if named and told.indicator == _OF_BOTH else None


def _is_of_sum(figure: Figure) -> bool:
    """Whether the words after a share point back at an amount («треть этой суммы», “a quarter of this”)."""
    return bool(figure.line.between(figure.place, figure.after[1], "sum"))


def _governing(figure: Figure) -> IndicatorWord | None:
    """The verb of giving that stands last and governs several amounts («А-ға 10 млн, ал Б-ға 20 млн құймақ»)."""
    line = figure.line
    stop = line.scene.text.find(";", figure.place)
    after = line.indicators(figure.place, stop if stop > 0 else len(line.scene.text))
    return next((c.indicator for c in after if c.indicator and c.indicator.role == "giver"), None)


def _sum_before(figure: Figure, size: Size, story: Story) -> Draft | None:
    """The figure that a share, or what goods cost, is of, where a word before it points back («соның 25 пайызы»)."""
    before = story.in_paragraph(figure)
    worth = size.kind == "money" and before is not None and _is_of_trade(before)
    if not story.words.verb_last or not (size.measure == "share" or worth):
        return None
    return before if figure.line.between(figure.before[0], figure.place, "sum") else None


def _worth_of_next(figure: Figure, size: Size, words: Words) -> IndicatorWord | None:
    """Money right before counted things is what they take («1,7 млрд долларға 78 жоба»), where verbs stand last."""
    if not words.verb_last or size.kind != "money":
        return None
    goods = _worth_of_goods(figure)
    if goods:
        return goods
    counts = figure.line.parts(figure.place + 1, figure.place + 1 + _TOTAL, "count")[:1]
    if counts and not _WORD_BETWEEN.fullmatch(figure.line.scene.text, figure.place + 1, counts[0][0]):
        return None
    name: str = (counts[0][1].value.indicator if counts else None) or OTHER.name
    return IndicatorWord(words.value_of[name]) if name in words.value_of and name != OTHER.name else None


def _worth_of_goods(figure: Figure) -> IndicatorWord | None:
    """Of money right before goods the trade that their verb tells («құны 5 млн доллар болатын 90 тонна ұн сатылды»)."""
    line = figure.line
    goods = line.parts(figure.place + 1, figure.place + 1 + _TOTAL, "measure")[:1]
    if not goods or not _WORD_BETWEEN.fullmatch(line.scene.text, figure.place + 1, goods[0][0]):
        return None
    told = [c.indicator for c in line.indicators(goods[0][0], len(line.scene.text)) if c.indicator]
    strong = next((word for word in told if not word.weak), None)
    return strong if strong and strong.name in _TRADERS.values() else None


def _goes_with(figure: Figure, size: Size, before: Draft, words: Words) -> bool:
    """Whether a figure is told of what the one before it was: its worth, a part of it, the next share of a list."""
    part = size.kind == before.size.kind == "money" and figure.line.between(figure.before[0], figure.place, "sum")
    worth = _is_worth(size, before, words) and not _is_of_contract(figure, before)
    return bool(part) or worth or size.measure == before.size.measure == "share"


def _is_of_contract(figure: Figure, before: Draft) -> bool:
    """Whether goods just told are under a contract: their worth is its («контракты на поставку угля на 5 млн»)."""
    signed = [c for c in figure.line.indicators(0, figure.place) if c.indicator and c.indicator.name == _SIGNED]
    return bool(signed) and _is_of_trade(before) and figure.part.kind == "money"


def _is_worth(size: Size, before: Draft, words: Words) -> bool:
    """Whether money right after counted things or goods is theirs («14 соглашений общей стоимостью …»)."""
    counted = before.size.kind == "count" and before.indicator in words.value_of
    return size.kind == "money" and (counted or _is_of_trade(before))


def _is_of_trade(before: Draft) -> bool:
    """Whether it measured goods sent or bought."""
    return before.size.kind == "measure" and before.indicator in _TRADERS.values()


def _carried(kind: str, before: Draft, words: Words) -> IndicatorWord:
    """What the figure before measured; money that follows a count is what the counted things take."""
    name = before.indicator
    if kind == "money" and (before.size.kind == "count" or name in words.counted_only):
        name = words.value_of.get(name, OTHER.name if name in words.counted_only else name)
    return IndicatorWord(name)


def _from_paragraph(figure: Figure, kind: str, story: Story) -> IndicatorWord | None:
    """What the figure before measured, or the last indicator word of the sentence before."""
    drafts = [d for d in story.drafts if d.indicator not in story.words.planned]
    latest = drafts[-1] if drafts else None
    here = latest and latest.figure.line.paragraph == figure.line.paragraph
    before = latest if here or figure.cues("previous") else None
    points = story.words.verb_last and here and figure.cues("previous")
    if before and (before.indicator != OTHER.name or points):
        return _carried(kind, before, story.words)
    line = story.before
    return get_last_word(line, kind, story.words) if line and line.paragraph == figure.line.paragraph else None


def _title(story: Story) -> IndicatorWord | None:
    return get_last_word(story.title, "money", story.words) if story.title else None
