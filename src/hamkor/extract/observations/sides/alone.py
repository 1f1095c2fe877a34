"""Figures of one side alone: what a place has, what a side gets, all of its trade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.counted import is_service, is_thing
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator.near import counts, counts_lands
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.frame import RELATIVE, is_shared, says
from hamkor.extract.observations.sides.had import is_had, is_in_region
from hamkor.extract.observations.sides.host import is_of_one, is_partner
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.sides.owning import MANY, find_comers, find_site
from hamkor.extract.observations.status.telling import get_status
from hamkor.text.fold import fold

_ITEM = re.compile(r"\s*(?:[-—•▪◦*·]|\d+[.)])")
_PLAIN = "other"  # the indicator of what no other names
_PARTNERS = ("with", "from", "by", "on")  # roles of those who have a part
_MADE = "production"
_OPENING = 2  # characters in which a sentence begins


def is_alone(figure: Figure, indicator: str, named: Sequence[Named], *, frame: Sides, story: Story) -> bool:
    """Whether a figure has no other side, unless two are named for it or it belongs to what two do together.

    What a place has (capacity, jobs, warehouses), what a side gets (loans) or holds (participants of a meeting),
    and trade that is said to be all of it («в целом», «за рубеж»).
    """
    countries = {get_country(n.code) for n in named if n.code}
    if find_comers(figure, named) or (is_service(figure) and len(countries) <= 1):
        return True
    if counts_lands(figure):  # with how many a side trades: none of them is its partner
        return len(countries) <= 1
    if indicator in SORTS.got:
        return _is_got(figure, named, frame)
    return _is_of_place(figure, indicator, named, story) or _is_of_one(figure, indicator, named, story)


def _is_of_place(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> bool:
    """Whether it is of what stands in the one place named, whoever built it."""
    placed = indicator in SORTS.of_place and find_site(named) and figure.part.kind not in RELATIVE
    return bool(placed) and not _is_joint(figure, indicator, story)


def _is_of_one(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> bool:
    apart = ("with",) if indicator in SORTS.of_place else ("with", "from")
    flowing = indicator in SORTS.flowing
    given = flowing and (bool(figure.cues("taker")) or _goes_on(figure, indicator, story) or _comes_to(named, story))
    living = indicator in SORTS.own_side  # people of another nation who live in a country are its own
    others = [n for n in named if not (living and n.sort == "nation")]
    several = len({get_country(n.code) for n in others if n.code}) > 1
    if given or several or any(n.role in apart or n.sort == "nation" for n in others):
        return False
    if living:
        return not is_shared(figure, indicator) and bool(named or not _is_of_people_met(figure, indicator, story))
    if indicator in SORTS.of_place or is_thing(figure):
        return figure.part.kind not in RELATIVE and not _is_joint(figure, indicator, story)
    taken = any(n.taker and not is_partner(figure, n.code, indicator, story) for n in named)
    made = indicator in SORTS.made and _is_made(figure)
    if _is_at_work(figure, indicator, named, story):
        return True
    return made or (indicator in SORTS.hosted and taken) or _is_told_alone(figure, indicator, named, story)


def _is_at_work(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> bool:
    """Whether people work in what stands where the document is of, in which nobody else is told to have a part."""
    site, own = story.site, {n.code for n in named}
    placed = indicator in SORTS.placed and site is not None and site.named and site.sides.counterpart is None
    here = placed and site is not None and own <= {site.sides.ref} == {story.focus.sides.ref}
    return here and get_status(figure, indicator, story) == "actual" and not says(figure, "mutual")


def _comes_to(named: Sequence[Named], story: Story) -> bool:
    """Whether it comes to, or from, one of the document's two countries («Қазақстанға 300 млн текше метр су келді»)."""
    sides = story.focus.sides
    return sides.both and any(n.role in ("to", "from") and n.code in (sides.ref, sides.counterpart) for n in named)


def _is_made(figure: Figure) -> bool:
    """Whether it is made or used where it is («станция произвела 2 млрд кВт·ч»)."""
    told = figure.line.indicators(figure.before[0], figure.after[1])
    made = any(c.indicator and c.indicator.name == _MADE for c in told) or bool(figure.cues("used"))
    return made and not (says(figure, "mutual") or says(figure, "there"))


def _goes_on(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether the figure before was of the same, which one gives the other («алды … келер жылы 400 млн жібереді»)."""
    before = story.in_paragraph(figure)
    return bool(before and before.indicator == indicator and before.sides.both)


def _is_told_alone(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> bool:
    """Whether what two may have is said to be of one: all of its trade, a bank's money, a side without another."""
    if indicator in SORTS.apart and is_of_one(figure, indicator, named, story):
        return not _is_at_border(figure)
    if indicator in (*SORTS.apart, *SORTS.projects) and _is_parted(figure, story):
        return True
    if indicator == _PLAIN and is_had(figure, named, story):
        return True
    lent = indicator in SORTS.projects and _is_lent(figure)
    local = (bool(named) or is_in_region(figure)) and _is_local_share(figure, indicator, named)
    sent = indicator == HALVES[0] and any(n.code and n.role == "to" for n in named)
    whole = indicator in SORTS.flows and says(figure, "alone") and not says(figure, "states") and not sent
    return lent or local or _is_of_all(figure, indicator, named) or (whole and not _adds_up(figure, indicator, story))


def _is_of_all(figure: Figure, indicator: str, named: Sequence[Named]) -> bool:
    """«Всего за полгода Таджикистан посетили 580 тыс. человек»: a total that opens its sentence is of everybody."""
    one = len({n.code for n in named}) == 1 and named[0].code is not None
    opens = figure.line.between(0, _OPENING, "whole") and figure.line.figures[0] == figure.place
    return bool(one and opens) and indicator in SORTS.hosted


def _is_parted(figure: Figure, story: Story) -> bool:
    """«12 проектов на 74 млн, из них четыре — с узбекскими партнёрами»: what has a part of another's is of no two.

    A part of the own side («из которых 70% внесёт …») tells of nobody else.
    """
    line = figure.line
    part = line.between(figure.after[1], len(line.scene.text), "sum")[:1]
    if not part or says(figure, "states") or line.between(0, figure.after[1], "sum"):
        return False
    areas = line.parts(part[0].end, len(line.scene.text), "area", "adjective")
    home = get_country(story.focus.sides.ref)
    others = [at for at, p in areas[:1] if home is None or home not in {get_country(c) for c in p.value.codes}]
    return any(get_role(line, at) in _PARTNERS for at in others)


def _adds_up(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether a total turnover is that of the two sides whose exports and imports its paragraph has just told."""
    here = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.sides.both]
    return indicator == TURNOVER and {*HALVES} <= {d.indicator for d in here}


def _is_local_share(figure: Figure, indicator: str, named: Sequence[Named]) -> bool:
    """Whether a share of things or goods of a place is told («в Алматы перерабатывают 34% отходов»), not of a trade."""
    if any(n.role == "to" and (figure.line.words.verb_last or not n.noun) for n in named):
        return False  # «өнімнің 12 пайызы Өзбекстанға кетеді», “two fifths will go to Kyrgyz traders”
    placed = figure.part.kind in RELATIVE and all(n.role in ("in", "at") for n in named)
    share = figure.given.get("measure", "share" if placed else None) == "share"
    return share and indicator in (_PLAIN, _MADE)


def _is_lent(figure: Figure) -> bool:
    """Whether a bank that is no country's gives it: then it is of the side that gets it, and no other's."""
    line = figure.line
    names = [fold(part.value.name) for _, part in line.parts(figure.before[0], figure.place, "organisation")]
    lent = any("lender" in f.value.split() for name in names for f in line.words.cues.find(name))
    return (lent or bool(figure.cues("lender"))) and not says(figure, "mutual")


def _is_got(figure: Figure, named: Sequence[Named], frame: Sides) -> bool:
    """What a side gets or holds is its own unless another gives it, or people came to it («приехали»)."""
    countries = {get_country(n.code) for n in named if n.code}
    if figure.cues("came"):
        return False
    takes = len(countries) == 1 and (_is_lent(figure) or any(n.taker and n.role == "by" for n in named))
    own = countries <= {get_country(frame.ref)} and not says(figure, "mutual")
    return takes or own or len(countries) > MANY


def _is_of_people_met(figure: Figure, indicator: str, story: Story) -> bool:
    """Inhabitants whom nothing says to live somewhere, after a figure of both: those for whom both did it."""
    said = figure.line.indicators(figure.before[0], figure.after[1])
    before = story.in_paragraph(figure) if figure.quantity.unit == "person" else None
    return bool(before and before.sides.both) and not any(c.indicator and c.indicator.name == indicator for c in said)


def _is_joint(figure: Figure, indicator: str, story: Story) -> bool:
    """What two do together: said to be so, at their border, or told with a project that is theirs."""
    if says(figure, "mutual") or figure.line.between(0, len(figure.line.scene.text), "joint"):
        return True
    if indicator in SORTS.crossed and _is_at_border(figure):
        return True
    item = _ITEM.match(figure.line.scene.text)
    before = story.in_paragraph(figure) if item else story.in_sentence(figure)
    own = item is None and indicator in SORTS.of_place and figure.line.words.verb_last
    follows = SORTS.of_place if own else (*SORTS.projects, *SORTS.of_place)  # «qiymati 24 mln, fabrika … kiyim tikadi»
    return bool(before and before.sides.both and before.indicator in follows)


def _is_at_border(figure: Figure) -> bool:
    """Whether what passes a border is told: by the words, or by the noun that is counted («фур», «автомобилей»)."""
    return bool(figure.line.between(0, figure.after[1], "border")) or counts(figure, "border")
