"""Which way the trade goes that a paragraph tells of: exports or imports, by its nouns of trade."""

from __future__ import annotations

from hamkor.extract.observations.draft import Story, get_country
from hamkor.extract.observations.indicator.terms import HALVES, MIRRORED, TRADERS
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.words import IndicatorWord


def find_flow(line: Line, story: Story) -> str | None:
    """exports or imports, where a noun of the sentence tells it, else what its paragraph, then the title told.

    Verbs tell nothing of it: in a text on one side's exports another “buys”. None where both are told.
    """
    own = _list_told(line)
    if own:
        return own.pop() if len(own) == 1 else None
    if story.is_in_paragraph(line) and story.flow:
        return story.flow
    titled = _list_told(story.title) if story.title else set()
    return titled.pop() if len(titled) == 1 else None


def _list_told(line: Line) -> set[str]:
    words = [c.indicator for c in line.indicators(0, len(line.scene.text)) if c.indicator]
    return {word.name for word in words if word.role is None and not word.weak}.intersection(HALVES)


def mirror_in_flow(word: IndicatorWord, figure: Figure, story: Story) -> IndicatorWord:
    """«Экспорт пшеницы упал. Китай купил 185 тыс. тонн»: the one who buys is the partner of whose exports were told.

    Only of another country than the text's own, in its own form: who buys from somebody named tells of itself.
    """
    if word.role not in TRADERS or story.flow in (None, TRADERS[word.role]):
        return word
    if _goes_on(figure, story):
        return IndicatorWord(str(story.flow))
    areas = figure.line.parts(*figure.before, "area") or figure.line.parts(figure.place, _end(figure), "area")
    own = get_country(story.focus.sides.ref)
    codes = {get_country(c) for _, p in areas for c in p.value.codes}
    apart = len(codes) == 1 and not codes & {own, None} and own is not None
    bare = all(get_role(figure.line, at) == "by" for at, _ in areas)
    return IndicatorWord(str(story.flow), role=MIRRORED) if apart and bare else word


def turn_back(word: IndicatorWord, figure: Figure, story: Story) -> IndicatorWord:
    """«В Самару ушло на 190 млн, в обратном направлении — на 98 млн»: what comes the other way is the other half."""
    before = story.in_paragraph(figure)
    turned = figure.cues("reversed") and not figure.cues("return") and not figure.line.parts(*figure.before, "area")
    if before is None or not turned or word.name not in HALVES or before.indicator != word.name:
        return word
    return IndicatorWord(HALVES[1 - HALVES.index(word.name)])


def _goes_on(figure: Figure, story: Story) -> bool:
    """Whether it is told in one breath with the figure before it («19 млн долларға 119 мың тонна … алған»)."""
    before, line = story.in_sentence(figure), figure.line
    if before is None or before.indicator != story.flow or not line.words.verb_last:
        return False
    return not line.parts(*figure.before, "area") and not line.indicators(before.figure.place, figure.place)


def _end(figure: Figure) -> int:
    """Where verbs stand last, the end of the sentence: who buys may stand right before the verb."""
    return len(figure.line.scene.text) if figure.line.words.verb_last else figure.after[1]
