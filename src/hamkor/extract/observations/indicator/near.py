"""The indicator words around a figure, and which of them tell only the whole of a share."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Cue, Figure, Line, get_counted_sorts, get_sorts, last
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.words import PROJECT, IndicatorWord, Words
from hamkor.text.fold import fold

OTHER = IndicatorWord("other")
_MOVED, _SHARING = ("from", "to"), ("from", "with")
_QUALITIES = 2  # words between an amount and the thing that costs it
_QUALITY = 4  # letters of such a word at least
_OF = 4  # characters from “worth” to its noun
_ROW = 1  # words at most between the figures of a row
_RIGHT_AFTER = 2  # characters from a figure to the word after it
_CLAUSE = re.compile(r"[,;:()—]")
_WORDS = re.compile(r"[^\W\d_]+")
_GOES_WITH = 3  # words from what goes with the whole of a share to the word of it
_TOTAL = 40  # characters: how far a word of totality reaches


def counts(figure: Figure, sort: str) -> bool:
    """Whether the noun that is counted is such a cue («90 совместных предприятий», «40 фур»)."""
    noun = fold(figure.quantity.noun or "")
    return any(sort in get_sorts(found.value) for found in figure.line.words.cues.find(noun))


def counts_lands(figure: Figure) -> bool:
    """Whether it tells how many countries there are for something («108 мемлекетпен сауда жасайды»)."""
    return "lands" in get_counted_sorts(figure.line.words, figure.quantity.noun)


def near_word(figure: Figure, words: Words, kind: str) -> IndicatorWord | None:
    """The last indicator word before the figure, else the first that follows it; a weak one if no other."""
    found = near_words(figure, words, kind)
    return next((i for i in found if not i.weak), found[0] if found else None)


def near_words(figure: Figure, words: Words, kind: str) -> list[IndicatorWord]:
    """Those before the figure, the last first, then those that follow it; of a measure what it can do stands first.

    A noun right after the figure is its own (“a $60 million loan”, «94 млрд теңге инвестиция»).
    """
    before = _usable(figure, words, figure.before, kind)[::-1]
    after = _usable(figure, words, (figure.place, _end_after(figure)), kind)
    after = [c for c in after if not _is_only_related(figure, c)]
    worth = _find_worth(figure, after)
    if worth:
        return [worth]
    costs = bool(after and before) and _is_of_thing(figure, before[0], after[0])
    if after and (costs or _is_right_after(figure, after[0])):
        before.insert(0, after.pop(0))
    before = _governed(figure, before)
    found = [c.indicator for c in (*before, *after) if c.indicator]
    found = [replace(found[0], weak=False), *found[1:]] if costs else found
    return sorted(found, key=lambda i: i.name not in SORTS.leading) if kind == "measure" else found


def _end_after(figure: Figure) -> int:
    """Where verbs stand last, over a count of countries: «41 млн долларлик қисми 12 та давлатга экспорт қилинган»."""
    line, end = figure.line, figure.after[1]
    part = line.scene.part_at(end) if line.words.verb_last and end in line.figures else None
    if part is None or "lands" not in get_counted_sorts(line.words, part.value.noun):
        return end
    stop = _CLAUSE.search(line.scene.text, end)
    return min(stop.start() if stop else len(line.scene.text), *(f for f in line.figures if f > end), 1 << 30)


def _is_right_after(figure: Figure, cue: Cue) -> bool:
    return cue.start - figure.place <= _RIGHT_AFTER and (figure.line.words.verb_last or not _is_weak(cue))


def _is_of_thing(figure: Figure, paper: Cue, thing: Cue) -> bool:
    """“Signed a memorandum and agreed to build a $120 million glass plant”: what the plant costs, not the paper."""
    between = figure.line.scene.text[figure.place + 1 : thing.start].split()
    papers = bool(paper.indicator and paper.indicator.name in SORTS.signed)
    built = bool(thing.indicator and thing.indicator.name == PROJECT)
    roles = figure.line.words.roles
    plain = all(word.isalpha() and len(word) >= _QUALITY and word not in roles for word in between)
    return papers and built and plain and len(between) <= _QUALITIES


def _find_worth(figure: Figure, after: list[Cue]) -> IndicatorWord | None:
    """“$5 billion worth of agreements on investment”: the word that says of what an amount is the worth."""
    told = figure.line.between(figure.place, figure.place + _RIGHT_AFTER + 1, "worth")
    word = after[0].indicator if told and after and after[0].start - told[0].end <= _OF else None
    return replace(word, weak=False) if word else None


def _is_only_related(figure: Figure, cue: Cue) -> bool:
    """Whether a weak word stands in a clause that says more of it (“$40 million, which will raise production”)."""
    line = figure.line
    told = line.between(figure.place, cue.start, "which")
    related = [c for c in told if "," in line.scene.text[figure.place : c.start]]
    return bool(related) and _is_weak(cue) and not line.words.verb_last


def _governed(figure: Figure, before: list[Cue]) -> list[Cue]:
    """Of growth first the word right beside its verb («снизил цену на электроэнергию, поставляемую … на 35%»)."""
    line = figure.line
    if figure.given.get("measure") not in GROWN or line.words.verb_last:
        return before
    verb = last([c for sort in ("up", "down") for c in line.between(*figure.before, sort) if not line.is_base(c.start)])
    beside = [c for c in before if verb and (c.start == verb.end + 1 or c.end == verb.start - 1)]
    beside = [c for c in beside if not any(other.start == c.end + 1 for other in before)]  # of “transit fees” the last
    return [*beside[:1], *(c for c in before if c not in beside[:1])]


def _is_weak(cue: Cue) -> bool:
    return bool(cue.indicator and cue.indicator.weak)


def _usable(figure: Figure, words: Words, where: tuple[int, int], kind: str) -> list[Cue]:
    """Indicator words of a stretch that can name this figure: no wholes of a share, nothing only compared with."""
    line = figure.line
    found = [c for c in line.indicators(*where) if not line.is_base(c.start) and not is_total(figure, c.start)]
    if kind in ("percent", "fraction") and words.verb_last and line.between(figure.before[0], figure.place, "sum"):
        return [c for c in found if c.indicator and c.indicator.name not in SORTS.counted_only]
    if kind in ("percent", "fraction") and get_whole(figure):
        found = [c for c in found if c.indicator and c.indicator.name not in SORTS.counted_only] or found
    if kind == "money":
        return [c for c in found if c.indicator and c.indicator.name not in SORTS.counted_only]
    if kind == "count":
        return [c for c in found if c.indicator and _is_counted(c.indicator)]
    return found


def _is_counted(word: IndicatorWord) -> bool:
    """Whether things may be counted under an indicator: nobody counts turnover («47 та … сармояси … корхона»)."""
    return word.name == OTHER.name or word.name in SORTS.counted_only or word.name in SORTS.of_things


_DASH = re.compile(r"\s*—")  # «85% — экспорт»: what stands after it has the share


def get_whole(figure: Figure) -> IndicatorWord | None:
    """A share of which nothing is told but the whole is of the same."""
    cues = [c for c in figure.line.indicators(figure.before[0], figure.after[1]) if is_total(figure, c.start)]
    told = sorted((c.indicator for c in cues if c.indicator), key=lambda word: word.weak)
    return replace(told[0], one_sided=False) if told else None


def is_total(figure: Figure, at: int) -> bool:
    """Whether the word at `at` tells the whole of a share: after a word of totality, or right after the share.

    «20% от общего экспорта», «60% торговли».
    """
    if figure.part.kind not in ("percent", "fraction") or figure.given.get("measure") in GROWN:
        return False  # «совокупный экспорт вырос на 20%»: growth has no whole
    line = figure.line
    if _is_held(figure, at) or line.between(figure.place, at, "sum"):
        return False
    if figure.place < at < figure.after[1] and figure.given.get("measure") == "share":
        dashed = _DASH.match(line.scene.text, figure.place + 1)
        return not (line.words.verb_last or dashed or _is_told_after(figure, at) or _is_partner(figure, at))
    if at < figure.place and _ends_as_whole(figure, at):
        return True
    start = figure.before[0] if at < figure.place else figure.place
    nearest = last([c for c in line.between(start, at, "whole") if at - c.end < _TOTAL])
    return bool(nearest and not line.parts(nearest.end, at, "money", "percent", "count"))


def _is_told_after(figure: Figure, at: int) -> bool:
    """Whether a verb stands between a share and from or with whom it is («44% импорта поступило из Китая»)."""
    line = figure.line
    return bool(line.between(figure.place, at, "actual")) and get_role(line, at) in _SHARING


def _is_partner(figure: Figure, at: int) -> bool:
    """Whether the area at `at` is where a side gets its share of goods from (“X buys half of its sugar from Y”)."""
    line = figure.line
    before = _WORDS.findall(line.scene.text[figure.place : at])[-1:]
    moved = bool(before) and line.words.roles.get(before[0]) in _MOVED
    owned = moved and bool(line.parts(*figure.before, "area", "adjective") or line.between(*figure.before, "previous"))
    return owned and not line.indicators(figure.place, at)


def _ends_as_whole(figure: Figure, at: int) -> bool:
    """Whether what stands at `at` is, or goes with, the whole of the share after it («savdosining 28 foizi»).

    So does the area in which the whole is («Osiyodagi savdoning 70 foizi»), or the two between which it is.
    """
    line = figure.line
    if not line.words.whole_endings or figure.given.get("measure", "share") != "share":
        return False
    part, following = line.scene.part_at(at), _WORDS.findall(line.scene.text, at, figure.place)
    own = part.span.within(line.folded) if part else following[0] if following else ""
    outer = part and (own.endswith(line.words.within_endings) or get_role(line, at) == "among")
    ends = line.words.whole_endings if outer else line.words.owned_endings
    owned = any(word.endswith(ends) for word in following[:_GOES_WITH])
    apart = line.between(at, figure.place, "holds") or _points_after(figure, at)
    return (own.endswith(line.words.whole_endings) or owned) and not apart


def _points_after(figure: Figure, at: int) -> bool:
    """«экспорты осының бестен үші»: whether a word right before a share points back at its whole, which `at` is not."""
    cues = figure.line.between(at + 1, figure.place, "sum")
    return bool(cues) and cues[-1].end >= figure.place - 1


def _is_held(figure: Figure, at: int) -> bool:
    """Whether a word of having stands right before what is at `at` («16% приходится на Китай»)."""
    start = figure.before[0] if at < figure.place else figure.place
    return any(at - c.end < _TOTAL for c in figure.line.between(start, at, "holds"))


def get_around(figure: Figure, kind: str, story: Story) -> IndicatorWord | None:
    """Any other indicator word of the sentence, the nearest; none behind what turns to something else (“, while …”)."""
    told = _usable(figure, story.words, (0, _find_turn(figure)), kind)
    cues = [c for c in told if not _is_only_related(figure, c)]
    cue = last([c for c in cues if c.start < figure.place]) or (cues[0] if cues else None)
    return cue.indicator if cue and not _is_of_next_partner(figure, cue) else None


def _find_turn(figure: Figure) -> int:
    """Where behind a figure another clause begins; where verbs stand last, what is told may stand at the very end."""
    line, end = figure.line, len(figure.line.scene.text)
    turns = [] if line.words.verb_last else line.between(figure.place, end, "turn")
    return turns[0].start if turns else end


def _is_of_next_partner(figure: Figure, cue: Cue) -> bool:
    """«Екінші орында Қытай – 410 млн, үшінші орында Өзбекстан тұр, оған … сатылды»: what is told of another alone.

    Where verbs stand last, and a figure and an area of its own stand before the word.
    """
    line = figure.line
    later = [place for place in line.figures if figure.place < place < cue.start]
    if not (line.words.verb_last and later and line.parts(*figure.before, "area")):
        return False
    row = len(_WORDS.findall(line.scene.text, figure.place, later[-1])) <= _ROW  # «Қирғизистонга 95, Тожикистонга 68»
    return not row and bool(line.parts(figure.place, later[-1], "area"))


def get_last_word(line: Line, kind: str) -> IndicatorWord | None:
    told = [c.indicator for c in line.cues if c.indicator and not c.indicator.weak]
    fitting = [i for i in told if kind != "money" or i.name not in SORTS.counted_only]
    return fitting[-1] if fitting else None
