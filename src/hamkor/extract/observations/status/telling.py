"""Whether a figure tells what is, what is wanted, or what is expected."""

from __future__ import annotations

import re

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.near import OTHER
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import STATUSES, Cue, Figure, Line, last
from hamkor.extract.observations.status.ahead import is_ahead, is_past, is_row_ahead
from hamkor.extract.observations.status.habits import is_from_ahead, is_habit, is_of_now, says_now
from hamkor.extract.observations.status.orders import is_order, is_wish
from hamkor.extract.observations.status.standing import NEITHER, PLANNED, get_standing, is_of_way_ahead
from hamkor.extract.observations.words import PROJECT

_STOP = re.compile(r"[,;:()—]")
_COMMA = re.compile(r"[,;]")
_PREDICATE = re.compile(r"\s*,")  # what ends a clause right behind a figure
_PARTS = ("percent", "fraction")
_BARELY = "told"  # a word that only its ending makes one of status: any other beside it counts for more
_PRESENT = frozenset(("habit", "makes"))  # verbs that tell of now as of what lies ahead
_FAR = 60  # characters: a word of status after a figure counts this near


def get_status(figure: Figure, indicator: str, story: Story) -> str:
    """actual, target or forecast: by rule, else by the nearest word of status before the figure, else after it."""
    if _is_result(figure, story):
        return "actual"
    price = _of_price(figure, indicator, story)
    if figure.given.get("base"):
        return price or "actual"  # what is wanted is compared with what has been (“100 are expected, up from 80”)
    given: str | None = price or figure.given.get("status") or _of_papers(figure, indicator, story)
    if given:
        return given
    cue = (
        (_governing(figure) if figure.line.words.verb_last else None) or _signing(figure, indicator) or _before(figure)
    )
    return _of_thing(figure, indicator, cue, story) or _by_cue(figure, indicator, cue, story)


def _of_papers(figure: Figure, indicator: str, story: Story) -> str | None:
    """That of the papers told before it in its sentence, whatever they are to bring («на 30 млн …, на 14 млн — …»)."""
    before = _before_it(figure, story)
    same = before and before.indicator == indicator and indicator in SORTS.met
    start = max(figure.line.scene.text.rfind(",", *figure.before), figure.before[0])
    end = figure.after[1] if figure.line.words.verb_last and indicator not in SORTS.signed else figure.place
    return before.status if before and same and not _cues(figure, start, end) else None


def _by_cue(figure: Figure, indicator: str, cue: Cue | None, story: Story) -> str:
    """By the word of status that governs it or stands before it, else by one after it, else by what was told before."""
    if cue and not _PRESENT.isdisjoint(cue.sorts) and _is_under_paper(figure, story):
        return "target"
    if is_of_now(figure, cue) or is_habit(figure, cue, story) or (cue is None and is_past(figure, story)):
        return "actual"
    cue = _own_after(figure, cue) or cue or _after(figure)
    if _tells_no_time(figure, cue) and _is_of_trip(figure, indicator) and is_of_way_ahead(figure, story):
        return PLANNED
    if cue and "actual" not in cue.sorts:
        return "forecast" if _is_foretold(figure, cue) else _sort(cue)
    if is_ahead(figure, story, cue) or (cue is None and is_row_ahead(figure, story)):
        return "target"
    return "actual" if cue else _carried(figure, indicator, story)


def _is_result(figure: Figure, story: Story) -> bool:
    """“Grew by 14% to reach 10 million tons”: what an infinitive says that a growth led to has been reached.

    Not after an "and" or a comma, nor where a term is set for it: there it goes on with what is wanted.
    """
    before, line = _before_it(figure, story), figure.line
    if line.words.verb_last or before is None or before.status != "actual" or before.size.measure not in GROWN:
        return False
    aims = line.between(before.figure.place, figure.place, "target")
    if not aims or line.words.stops.search(line.scene.text, before.figure.place, aims[0].start):
        return False
    times = line.parts(figure.place, len(line.scene.text), "period")
    return not any(part.value.form == "deadline" for _, part in times)


def _own_after(figure: Figure, cue: Cue | None) -> Cue | None:
    """«… на новое строительство, 24,9 % инвестиций были направлены на …»: the verb after a share that begins a clause.

    Where verbs stand first, and what stands before belongs to another share of the row.
    """
    if cue is None or figure.line.words.verb_last or figure.given.get("measure", "share") != "share":
        return None
    begins = figure.part.kind == "percent" and not figure.line.scene.text[figure.before[0] : figure.place].strip(" ,—")
    return _after(figure) if begins and cue.end <= figure.before[0] else None


def _of_price(figure: Figure, indicator: str, story: Story) -> str | None:
    """How a thing stands whose price is told; where nothing before tells, it is still to be: that of others is past."""
    told = story.stood if story.is_in_paragraph(figure.line) else None
    return (told or PLANNED) if _is_price(figure, indicator) else None


def _of_thing(figure: Figure, indicator: str, cue: Cue | None, story: Story) -> str | None:
    """How the thing that it is of stands, where no verb tells more («Жоба құны – 40 млн», «350 киши ишлайди»)."""
    before = _before_it(figure, story)
    if before and cue and before.status == PLANNED and _tells_neither(figure, indicator, cue):
        return None if _is_told_now(figure) else PLANNED  # «90 млн доллар тұратын зауыт салынуда, онда 250 адам …»
    if before or (cue is None and _after(figure)):
        return None
    if cue is None:
        part = figure.part.kind in _PARTS  # how much of it is done is so, whatever is still to come
        return get_standing(figure, story) if not part and indicator in SORTS.plans else None
    if not _tells_neither(figure, indicator, cue) or _is_told_now(figure):
        return None
    ahead = get_standing(figure, story) == PLANNED or is_from_ahead(figure, story) or _is_instead(figure, story)
    return PLANNED if ahead else None


def _is_instead(figure: Figure, story: Story) -> bool:
    """Whether it takes the place of an old level («30 juft o'rniga 45 juft poyezdni o'tkaza oladi»)."""
    before = story.in_sentence(figure)
    return bool(before and before.figure.given.get("base"))


def _is_told_now(figure: Figure) -> bool:
    """Whether words before it, other than such a verb, say that it is so now («Бу ерда ҳозир 210 киши ишлайди»)."""
    return any(NEITHER not in cue.sorts for cue in figure.line.between(*figure.before, "present"))


def _tells_neither(figure: Figure, indicator: str, cue: Cue) -> bool:
    """Whether a verb tells not that it is: of what a thing does, or of money set aside for it («2 млрд ажратилган»)."""
    if "allotted" in cue.sorts:
        return figure.part.kind == "money" and indicator == PROJECT
    return NEITHER in cue.sorts and _is_of_things(figure, indicator)


def _is_price(figure: Figure, indicator: str) -> bool:
    """Whether the price of a thing built is told («цена моста выросла до 41 млн долларов»)."""
    cues = figure.line.indicators(0, figure.place) if indicator == PROJECT else ()
    return any(cue.indicator and cue.indicator.name in SORTS.planned for cue in cues)


def _is_of_things(figure: Figure, indicator: str) -> bool:
    """Whether it tells what a thing costs, holds, yields or measures."""
    plain = figure.part.kind == "measure" and indicator == OTHER.name
    return plain or indicator in (*SORTS.plans, *SORTS.of_way)


def _tells_no_time(figure: Figure, cue: Cue | None) -> bool:
    """Whether no verb tells now from later, as one that stands last tells both («билет 12 мың теңге тұрады»)."""
    return figure.line.words.verb_last and (cue is None or NEITHER in cue.sorts)


def _is_of_trip(figure: Figure, indicator: str) -> bool:
    """Whether it tells what a way asks or how long it takes."""
    return indicator in SORTS.of_way or figure.quantity.unit in SORTS.durations


def _is_foretold(figure: Figure, cue: Cue) -> bool:
    """Whether somebody expects the growth of which a verb after it tells («prognoziga ko'ra … 6 foizga o'sadi»)."""
    grows = not {"up", "down"}.isdisjoint(cue.sorts) and cue.start > figure.place
    return grows and bool(figure.line.between(0, figure.place, "forecast"))


def _carried(figure: Figure, indicator: str, story: Story) -> str:
    """The status of the figure before in the sentence; what belongs to a plan, that of the sentence before."""
    before, line = _before_it(figure, story), story.before
    if before:
        return before.status
    told = story.in_paragraph(figure)
    if told and figure.line.words.verb_last and figure.cues("previous") and not says_now(figure):
        return told.status
    if _is_planned_list(story) or is_order(figure) or is_wish(figure):
        return "target"
    if _goes_on(figure, indicator, story):
        return story.drafts[-1].status
    if indicator not in SORTS.plans or not line or line.paragraph != figure.line.paragraph:
        return "actual"
    planned = [c for c in line.cues if not STATUSES.isdisjoint(c.sorts)]
    return "target" if planned and "actual" not in planned[0].sorts else "actual"


def _is_planned_list(story: Story) -> bool:
    """Whether the list that is being read was opened by a plan («Предусмотрено:», «The Parties agreed:»)."""
    told = [c for c in story.opener.cues if not STATUSES.isdisjoint(c.sorts)] if story.opener else []
    return bool(told) and "target" in told[-1].sorts and "actual" not in told[-1].sorts


def _goes_on(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether a percent goes on with the growth told in the sentence before («Лидирует Китай — 10,3%»)."""
    before, line = story.in_paragraph(figure), figure.line
    if before is None or figure.part.kind != "percent" or line.parts(0, len(line.scene.text), "period"):
        return False
    same = (before.indicator, before.size.measure) == (indicator, "change")
    return same and before.figure.line.number == line.number - 1


def _before_it(figure: Figure, story: Story) -> Draft | None:
    """The figure before in the sentence; not one that is only compared with."""
    number = figure.line.number
    for draft in reversed(story.drafts):
        if draft.figure.line.number == number and not draft.figure.given.get("base"):
            return draft
    return None


def _before(figure: Figure) -> Cue | None:
    """The nearest before the figure, but not over the beginning of its clause."""
    line = figure.line
    turn = last(line.between(0, figure.place, "turn"))
    stop = max(turn.start if turn else 0, line.scene.text.rfind(";", 0, figure.place))
    return last([c for c in _cues(figure, stop, figure.place) if not _is_closed(line, c)])


def _signing(figure: Figure, indicator: str) -> Cue | None:
    """What was done before papers are told of, whatever they are to bring («signed agreements to build …»)."""
    line, cues = figure.line, _cues(figure, figure.before[0], figure.place)
    if indicator not in SORTS.met or not cues or "actual" not in cues[0].sorts:
        return None
    ahead = next((c.start for c in cues if "actual" not in c.sorts), figure.place)
    return None if line.words.stops.search(line.scene.text, cues[0].end, ahead) else cues[0]


def _is_closed(line: Line, cue: Cue) -> bool:
    """Whether a verb of what goes on ends a clause before the figure's («uch reys bajariladi, narxi 40 dollar»)."""
    return "habit" in cue.sorts and line.scene.text[cue.end : cue.end + 1] in (",", ":")


def _qualifies(figure: Figure, cue: Cue) -> bool:
    """Whether a verb only says how exactly the figure is meant («dollardan ortadi»), not that it lies ahead."""
    words, said = figure.line.scene.to_text(cue.start, cue.end), figure.quantity.qualified
    return "target" in cue.sorts and said is not None and said.covers(words)


def _governing(figure: Figure) -> Cue | None:
    """Where verbs stand last: the last word of status in the first stretch after the figure that has any."""
    text, stop = figure.line.scene.text, figure.place + 1
    if _is_told_to_be(text, figure):
        return None
    figures = {f for f in figure.line.figures if f > stop}  # a word right before one goes with that
    ends = sorted({m.start() for m in _STOP.finditer(text, stop)} | figures | {max(figure.after[1], stop)})
    for end in [*ends, len(text)]:
        cues = [c for c in _cues(figure, stop, end) if end not in figures or text[c.end : end].strip()]
        cues = [c for c in cues if not _qualifies(figure, c)]
        if cues or text[end : end + 1] == ";":
            return last([c for c in cues if _BARELY not in c.sorts] or cues)
    return None


def _is_under_paper(figure: Figure, story: Story) -> bool:
    """Whether a paper is said to provide it: by name («битимга кўра»), or as the one just told («унга кўра»)."""
    line, before = figure.line, story.before
    if line.between(0, figure.place, "agreed"):
        return True
    told = before.indicators(0, len(before.scene.text)) if before and line.between(0, figure.place, "under") else []
    return any(c.indicator and c.indicator.name in (*SORTS.met, PROJECT) for c in told)


def _is_told_to_be(text: str, figure: Figure) -> bool:
    """«Kredit miqdori — 139 mln, hukumat esa 26 mln qo'shadi»: a dash alone tells it, no verb of the next clause."""
    met = _PREDICATE.match(text, figure.place + 1)
    later = [f for f in figure.line.figures if f > figure.place]
    dashed = text[: figure.place].rstrip().endswith("—")
    return bool(dashed and met and later and not text[: later[0]].rstrip().endswith("—"))


def _after(figure: Figure) -> Cue | None:
    text = figure.line.scene.text
    stop = _COMMA.search(text, figure.place)
    if stop and text[: figure.place].rstrip().endswith(","):  # «Первый транш, 70 млн, поступит …»
        stop = _COMMA.search(text, stop.end())
    end = min(figure.place + _FAR, stop.start() if stop else len(text), _start_of_next(figure))
    cues = (cue for cue in _cues(figure, figure.place, end) if not _qualifies(figure, cue))
    return next(cues, None)


def _start_of_next(figure: Figure) -> int:
    """Where verbs stand first: an "and" after which another figure is told («… и сможет выпускать …»)."""
    text = figure.line.scene.text
    nexts = [f for f in figure.line.figures if f > figure.place]
    joint = figure.line.words.stops.search(text, figure.place) if nexts and not figure.line.words.verb_last else None
    return joint.start() if joint and joint.start() < nexts[0] else len(text)


def _cues(figure: Figure, start: int, end: int) -> list[Cue]:
    line, place = figure.line, figure.place
    found = [c for c in line.cues if start <= c.start < end and not STATUSES.isdisjoint(c.sorts)]
    return [c for c in found if not (line.is_aside(c.start, place) or _is_compared(line, c))]


def _is_compared(line: Line, cue: Cue) -> bool:
    """«ko'zda tutilganidan 6 foiz ziyod»: what was meant or expected is only what the figure is compared with."""
    ends = line.words.base_endings
    return bool(ends) and line.scene.to_text(cue.start, cue.end).within(line.folded).endswith(ends)


def _sort(cue: Cue) -> str:
    return "forecast" if "forecast" in cue.sorts else "target"
