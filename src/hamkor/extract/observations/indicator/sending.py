"""Goods that words say went somewhere: exports of whom they left, imports where only the other side sent them."""

from __future__ import annotations

from hamkor.extract.observations.draft import Story, get_country
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.words import IndicatorWord

_ABROAD = ("neighbour", "there")
_SENT, _GOT, _PRODUCT = "exports", "imports", "production"


def get_sent(figure: Figure, found: IndicatorWord, story: Story) -> IndicatorWord:
    """What was found, or the trade that it is: «Қытайға 5 мың тонна ұн жеткізілді», «өнімнің 30 пайызы Ресейге кетеді».

    Only where verbs stand last and endings tell for sure who sends and who gets.
    """
    if not figure.line.words.verb_last:
        return found
    told = not _is_of_goods(figure) or _is_told(figure)
    if told and found.name != _PRODUCT:
        return found
    to, out_of = _find_ends(figure, "to"), _find_ends(figure, "from")
    if not told and not to and not out_of and _goes_abroad(figure):
        return IndicatorWord(_SENT)
    if to:
        return IndicatorWord(_SENT) if not _is_home(to, story) or out_of else found
    return IndicatorWord(_GOT) if out_of and not told and not _is_home(out_of, story) else found


def _goes_abroad(figure: Figure) -> bool:
    """Whether words for another country tell that goods go there («көрші елге 3 мың тонна өнім жіберілді»)."""
    line = figure.line
    words = (line.scene.text[c.start : c.end] for sort in _ABROAD for c in line.between(*figure.before, sort))
    return any(role == "to" and said.endswith(ending) for said in words for ending, role in line.words.role_endings)


def _is_told(figure: Figure) -> bool:
    """Whether a word of the clause names what a measure of its unit is of."""
    line = figure.line
    stop = line.scene.text.find(",", figure.place)
    end = min(figure.after[1], stop if stop > 0 else figure.after[1])
    names = figure.line.words.units.get(figure.quantity.unit or "", ())
    return any(c.indicator and c.indicator.name in names for c in line.indicators(figure.before[0], end))


def _is_of_goods(figure: Figure) -> bool:
    """Whether goods are named right after a measure («16 мың тонна ұн»)."""
    goods = figure.line.goods
    return figure.part.kind == "measure" and any(figure.place < start < figure.after[1] for start, _, _ in goods)


def _find_ends(figure: Figure, role: str) -> set[str | None]:
    """The countries that the clause names in this role."""
    line = figure.line
    areas = line.parts(figure.before[0], figure.after[1], "area")
    return {get_country(code) for at, part in areas if get_role(line, at) == role for code in part.value.codes}


def _is_home(countries: set[str | None], story: Story) -> bool:
    return story.focus.countries.ref in countries
