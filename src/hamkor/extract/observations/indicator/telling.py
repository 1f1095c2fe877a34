"""What a figure measures: by what it counts, by its unit, by the words near it, by the figures before it."""

from __future__ import annotations

from dataclasses import replace

from hamkor.codes import get_scale
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Size, Story
from hamkor.extract.observations.indicator.amounts import get_of_amount
from hamkor.extract.observations.indicator.counts import get_of_count
from hamkor.extract.observations.indicator.flow import mirror_in_flow, turn_back
from hamkor.extract.observations.indicator.measures import get_of_measure
from hamkor.extract.observations.indicator.near import OTHER, near_word
from hamkor.extract.observations.indicator.people import keep_people, tell_people
from hamkor.extract.observations.indicator.sending import get_sent
from hamkor.extract.observations.indicator.terms import GROWN, OWN, TRADERS
from hamkor.extract.observations.layout import Cue, Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.trade import get_traded_word
from hamkor.extract.observations.words import PROJECT, IndicatorWord, Words

_DEAR = 500_000  # US dollars, roughly: no ticket, fee or tonne costs so much
_BESIDE = 1  # characters from a word of what a thing holds to the number
_SENT = ("money", "percent", "times", "fraction")
_CHEAP = 5_000  # the same: nothing is built for less


def get_indicator(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    """The indicator of a figure; `other` where nothing tells it. What one side has alone by its nature is one-sided."""
    found = mirror_in_flow(_find(figure, size, story), figure, story)
    found = turn_back(get_sent(figure, found, story), figure, story)
    told = _of_transfers(get_traded_word(found, figure, story), size, story)
    found = _of_things(_by_worth(told, size), figure, size)
    if found.name in SORTS.own_side and size.kind != "count":
        return replace(found, one_sided=True)
    return found


def _of_transfers(found: IndicatorWord, size: Size, story: Story) -> IndicatorWord:
    """Money that people send home is no export of where they work («из России отправлено $11,5 млрд»)."""
    return OTHER if story.remitted and size.kind in _SENT and found.name in TRADERS.values() else found


def _of_things(found: IndicatorWord, figure: Figure, size: Size) -> IndicatorWord:
    """«11 кабин» beside tourists are none, nor “12 branches” on some land any land: what such words never count."""
    if size.measure == "share" and found.name in SORTS.crossed:
        return _of_handled(figure)
    things = size.unit == "COUNT" and size.measure in ("level", "change_abs")
    own = figure.quantity.indicator == found.name or figure.given.get("indicator") == found.name
    numbered = figure.given.get("unit") == "thing" and found.name in SORTS.people  # «число иностранцев — 96 тысяч»
    if not things or own or numbered or found.name not in SORTS.not_things:
        return found
    return replace(OTHER, one_sided=True, role=OWN) if found.name in SORTS.own_side else OTHER


def _of_handled(figure: Figure) -> IndicatorWord:
    """What is done with a part of what a plant handles is no part of what it can («uning 38 foizi sotiladi»).

    Of its products that go somewhere, exports («өнімнің 12 пайызы Өзбекстанға кетеді»).
    """
    line = figure.line
    sent = any(get_role(line, at) == "to" for at, _ in line.parts(*figure.after, "area"))
    goods = line.between(0, figure.place, "goods")
    return IndicatorWord(TRADERS["sender"]) if sent and goods else OTHER


def _by_worth(found: IndicatorWord, size: Size) -> IndicatorWord:
    """A price of millions is what a thing built costs («цена моста — 41 млн»), one of a few coins that of a service."""
    scale = get_scale(size.unit) if size.kind == "money" and size.measure in ("level", "change_abs") else None
    worth = abs(size.value) / scale if scale else None
    if worth is None:
        return found
    if found.name in SORTS.planned and worth >= _DEAR:
        return IndicatorWord(PROJECT)
    cheap = found.name == PROJECT and worth < _CHEAP
    return IndicatorWord(next(iter(SORTS.planned))) if cheap else found


def _find(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    joined = _of_joined(figure) if figure.given.get("joined") else None
    if joined and joined.name in story.words.units.get(size.unit, (joined.name,)):
        return joined
    given: str | None = figure.given.get("indicator")
    if given and given in story.words.units.get(size.unit, (given,)):
        return IndicatorWord(given)
    own = figure.quantity.indicator
    if own and own != OTHER.name:
        return OTHER if own in SORTS.of_way and _is_of_fair(figure) else _of_own(figure, own, size, story)
    if size.kind == "count":
        return keep_people(figure, get_of_count(figure, story), size, story)
    if size.kind == "measure":
        return get_of_measure(figure, size, story)
    return get_of_amount(figure, size, story)


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
    return _attending(figure, own, story.words) or _made(figure, own, story) or tell_people(figure, own, story)


def _is_of_fair(figure: Figure) -> bool:
    """«Yarmarkani haftada ikki marta ishlatish»: how often a fair is held, where nothing goes anywhere."""
    line, end = figure.line, len(figure.line.scene.text)
    return bool(line.between(0, end, "gathering")) and not line.words.moving.search(line.scene.text)


def _grows_to(figure: Figure, cue: Cue) -> bool:
    """«Пропускная способность вырастет до 20 тысяч человек»: what it can hold grows to that."""
    return any(figure.line.between(cue.end, figure.place, sort) for sort in ("up", "down", "reach"))


def _attending(figure: Figure, own: str, words: Words) -> IndicatorWord | None:
    """«В выставке приняли участие 140 компаний»: firms that take part are participants."""
    name, line = SORTS.attending.get(own), figure.line
    later = line.between(figure.place, len(line.scene.text), "attending") if words.verb_last else []
    return IndicatorWord(name) if name and (later or figure.cues("attending")) else None


def _find_held_behind(figure: Figure) -> IndicatorWord | None:
    """«2 minglik yo'lovchi va 300 ta mashinani o'tkazish imkoniyatiga ega»: what the words behind both figures tell."""
    line = figure.line
    later = [place for place in line.figures if place > figure.place]
    if not (line.words.verb_last and later):
        return None
    joined = set(line.scene.text[figure.place + 1 : later[0]].split())
    comma = line.scene.text.find(",", later[0])
    end = min([*later[1:2], comma if comma > 0 else len(line.scene.text)])
    told = (c.indicator for c in line.indicators(later[0], end) if c.indicator) if joined <= line.words.joints else ()
    return next((word for word in told if word.name in SORTS.crossed), None)


def _made(figure: Figure, own: str, story: Story) -> IndicatorWord | None:
    """«Выпускают 6 тысяч грузовиков»: what carries goods, too, is made or held where the words around say so.

    So are trains that a station can let through («пропускает 30 пар поездов в сутки»).
    """
    told = figure.line.indicators(*figure.before)
    held = [c.indicator for c in told if figure.place - c.end <= _BESIDE or _grows_to(figure, c)]
    if own in SORTS.people and any(word and word.name in SORTS.crossed for word in held):
        return held[-1]  # «вместимостью 400 пассажиров»
    behind = _find_held_behind(figure) if own in SORTS.people else None
    if behind:
        return behind
    before = story.in_sentence(figure) if own in SORTS.people else None
    if before and before.indicator in SORTS.crossed and before.size.measure in GROWN:
        return IndicatorWord(before.indicator)  # «пропускная способность увеличится вдвое, до 1 500 пассажиров в час»
    near = near_word(figure, story.words, "count") if own in (*SORTS.of_things, *SORTS.of_way) else None
    return near if near and near.name in SORTS.of_place else None
