"""Whose trade a passage tells of, where it says who buys or supplies most: «главный покупатель муки — Афганистан».

Who is called a buyer is not whose figure it is: it is the partner of whom the goods are, and the figure is of these
one's exports. A supplier is the partner in another's imports. What the passage goes on with («далее идут …», “it took
…”) is of the same owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamkor.extract.observations.draft import Sides, Story, Trade, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.layout import Cue, Figure, Line
from hamkor.extract.observations.roles import get_role, is_office
from hamkor.extract.observations.words import IndicatorWord
from hamkor.grammar import Part

_TOLD = {"buyer": "exports", "supplier": "imports"}  # what a partner of this sort is told in
_OWNING = ("to", "from", "in", "at", "with", "among")  # roles of whose trade it is, beside the word for a partner
_TRADED = frozenset(("exports", "imports", "cargo", "production", "other"))  # what the words around may call it
_AMOUNTS = ("money", "measure")
_TURNOVER = "trade_turnover"
_NEXT = 2  # characters from the word for a partner to whose partner it is
_PRONOUNS = frozenset(("previous", "there"))
_NOUN = re.compile(r" ([^\W\d_]+) ")
_BESIDE = 16  # characters from an area to a figure of its own


def find_trade(line: Line, story: Story) -> Trade | None:
    """The trade that a sentence tells of by who buys or supplies, else the one that it goes on with."""
    cue = next((c for sort in _TOLD for c in line.between(0, len(line.scene.text), sort)), None)
    if cue is None:
        return story.trade if story.is_in_paragraph(line) else None
    name = next(told for sort, told in _TOLD.items() if sort in cue.sorts)
    areas = list(_list_areas(line))
    owners = [code for at, part in areas if _owns(line, at, part, cue) for code in part.value.codes]
    partners = [c for at, part in areas if not _owns(line, at, part, cue) for c in part.value.codes]
    partners = [code for code in partners if code not in owners]
    if not owners and name == _TOLD["supplier"] and _is_own(partners, story):
        return None
    told = owners or [code for code in _list_told(line, story) if not _is_near(code, partners)]
    owner = next((code for code in told if code), None)
    return Trade(name, owner, tuple(dict.fromkeys(partners)), line.number, cue.start) if owner else None


def _is_own(partners: Sequence[str], story: Story) -> bool:
    """Whether they are places of whose exports were told («Қозоғистон … Етказиб берувчилар — Қўстанай, …»)."""
    before = story.drafts[-1] if story.drafts else None
    sender = before.sides.ref if before and before.indicator == _TOLD["buyer"] else None
    return sender is not None and bool(partners) and all(get_country(p) == sender != p for p in partners)


def get_traded(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides | None:
    """The owner of the trade and its partner, of a figure of it that names the partner or goes on with the only one."""
    trade = story.trade
    if trade and _is_item(trade, story):
        return _get_of_item(figure, indicator.name, trade)
    if trade is None or indicator.name != trade.indicator or figure.cues("group"):
        return None
    partner = _get_partner(figure, trade)
    return Sides(trade.owner, partner) if partner else None


def _get_of_item(figure: Figure, indicator: str, trade: Trade) -> Sides | None:
    """«Покупателями стали A и B: — A получил 2 млрд; — B импортировал 1 млрд»: of the partner that an item names."""
    partner = _find_in_item(figure, trade)
    if not partner or indicator not in _TOLD.values():
        return None
    return Sides(trade.owner, partner) if indicator == trade.indicator else Sides(partner, trade.owner)


def _is_item(trade: Trade, story: Story) -> bool:
    """Whether the sentence that tells of the trade opened the list that is being read."""
    return story.opener is not None and story.opener.number == trade.number


def _find_in_item(figure: Figure, trade: Trade) -> str | None:
    """The first partner that is named in an item before its figure."""
    areas = figure.line.parts(0, figure.place, "area")
    return next((code for _, part in areas for code in part.value.codes if code in trade.partners), None)


def get_traded_word(found: IndicatorWord, figure: Figure, story: Story) -> IndicatorWord:
    """What was found, or the trade itself where the words around a figure of it tell it otherwise («supplier …»)."""
    trade = story.trade
    if trade and _is_item(trade, story):
        told = figure.part.kind in _AMOUNTS and found.name not in _TOLD.values() and _find_in_item(figure, trade)
        return IndicatorWord(trade.indicator) if told else found
    if trade is None or found.name not in _TRADED or _get_partner(figure, trade) is None:
        return found
    fits = figure.part.kind != "count" and found.name != trade.indicator
    return IndicatorWord(trade.indicator) if fits else found


def find_next_to_figures(line: Line) -> frozenset[int]:
    """Places of areas that have a figure of their own right behind them («Кыргызстан — 46 млн»)."""
    places = sorted((*line.figures, *(at for at, _ in line.parts(0, len(line.scene.text), "area"))))
    pairs = pairwise(places)
    return frozenset(a for a, b in pairs if b in line.figures and a not in line.figures and b - a <= _BESIDE)


def _list_areas(line: Line) -> Iterator[tuple[int, Part]]:
    for at, part in line.parts(0, len(line.scene.text), "area", "adjective"):
        if part.value.codes and not line.is_base(at) and not is_office(line, at):
            yield at, part


def _owns(line: Line, at: int, part: Part, cue: Cue) -> bool:
    """Whether an area is whose goods are bought: an adjective of them, in its case, or where they come from or go."""
    if part.kind == "adjective" or get_role(line, at) in _OWNING:
        return True
    said, words = part.span.within(line.folded), line.words
    if words.whole_endings:
        return said.endswith(words.whole_endings) or _has_goods(line, at, cue)
    return 0 < at - cue.end < _NEXT or said.endswith("'s")


def _has_goods(line: Line, at: int, cue: Cue) -> bool:
    """«O'zbekiston tovarlarining asosiy bozori»: whether the noun after an area is what is bought."""
    met = _NOUN.match(line.scene.text, at + 1, cue.start)
    return met is not None and met[1].endswith(line.words.whole_endings)


def _list_told(line: Line, story: Story) -> Sequence[str | None]:
    """Whose trade it may be where the sentence does not tell: of the figure before, of the document, at home."""
    before = story.drafts[-1] if story.drafts else None
    near = before and before.figure.line.number >= line.number - 1
    known = before and near and before.indicator in (*_TOLD.values(), _TURNOVER)
    told = [before.sides.ref] if before and known else []
    return [*told, story.focus.sides.ref, story.focus.sides.counterpart, story.home]


def _is_near(code: str | None, partners: Sequence[str]) -> bool:
    return get_country(code) in {get_country(partner) for partner in partners}


def _get_partner(figure: Figure, trade: Trade) -> str | None:
    """Who has this part of the trade: named for the figure, else the only one, in the sentence or by a pronoun."""
    line, only = figure.line, trade.partners[0] if len(trade.partners) == 1 else None
    named = [code for stretch in (figure.before, figure.after) for code in _list_named(figure, stretch, trade)[-1:]]
    if line.number == trade.number:
        after = figure.place > trade.place
        return next((code for code in named if code in trade.partners), only if after and not named else None)
    goes_on = line.number == trade.number + 1 and not line.parts(0, figure.place, "area")
    return only if goes_on and _begins_with_pronoun(line) else None


def _list_named(figure: Figure, stretch: tuple[int, int], trade: Trade) -> list[str]:
    """The areas named there for a figure, apart from whose trade it is."""
    line, own = figure.line, get_country(trade.owner)
    areas = [(at, p) for at, p in line.parts(*stretch, "area") if not line.is_base(at) and not is_total(figure, at)]
    return [code for _, part in areas for code in part.value.codes if get_country(code) != own]


def _begins_with_pronoun(line: Line) -> bool:
    return any(cue.start == 0 and cue.sorts & _PRONOUNS for cue in line.cues)
