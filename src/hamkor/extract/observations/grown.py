"""Amounts that something grew by, told without a verb of their own: in brackets after a growth, or in a row.

«Экспорт вырос на 30% (на $3,4 млрд)», «за счёт увеличения вывоза хлопка — на 10 млн, одежды — на 3 млн»,
“driven by machinery, up by $10 million, and clothing, by $3 million”.
"""

from __future__ import annotations

from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.terms import GROWTH
from hamkor.extract.observations.layout import Figure

_SAID = ("growth", "up", "down")
_PERCENTS = 100  # below it a bare number may be one of percent
_LIMIT = "reach"  # a word of the level reached, which such an amount is not («довести»)


def grows_by(figure: Figure, story: Story) -> bool:
    """Whether an amount tells by how much something grew or fell, not how much it is."""
    words, before = figure.line.words, story.in_sentence(figure)
    said = figure.line.scene.text[figure.before[0] : figure.place]
    if words.verb_last:
        ends = figure.part.span.within(figure.line.folded).endswith(words.grown_by_endings)
        return ends and said.rstrip().endswith("(") and before is not None and before.size.measure in GROWTH
    met = words.grown_by.search(said) if words.grown_by else None
    if met is None:
        return False
    in_bracket = met[0].startswith("(") and before is not None and before.size.measure in GROWTH
    return in_bracket or _is_in_row(figure, before)


def _is_in_row(figure: Figure, before: Draft | None) -> bool:
    """Whether the sentence told of a growth before it, and of no other figures since but of such amounts."""
    line = figure.line
    if before is not None:
        return before.size.measure == "change_abs" and before.size.kind == figure.part.kind
    grown = any(line.between(0, figure.place, sort) for sort in _SAID)
    return grown and not line.between(0, figure.place, _LIMIT)


def find_grown_before(figure: Figure, story: Story) -> Draft | None:
    """«Прирост составил 6 процентов, за три квартала — ещё 9»: the growth that a bare number more goes on with."""
    before = story.in_sentence(figure) if figure.part.kind == "number" and figure.given.get("unit") == "count" else None
    grown = before is not None and (before.size.measure, before.size.unit) == ("change", "PCT")
    return before if grown and figure.quantity.value < _PERCENTS else None
