"""The sides that words stand for which name no area («двух стран», «стороны», «область»), else those of the frame."""

from __future__ import annotations

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import HALVES
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.sides.frame import is_shared, says
from hamkor.extract.observations.sides.gathering import find_acting
from hamkor.extract.observations.words import IndicatorWord
from hamkor.extract.parts import OrganisationMention, PersonMention, PositionMention

_PAIR = 2


def get_unnamed(figure: Figure, indicator: IndicatorWord, frame: Sides, story: Story) -> Sides:
    """The sides by the words that stand for them («двух стран», «стороны», «область»), else those of the frame."""
    focus = story.focus.sides
    if focus.both and (says(figure, "partner") or says(figure, "there")):
        return focus
    if not focus.both and not frame.both and says(figure, "nation") and not says(figure, "states"):
        return Sides(get_country(frame.ref))
    if (indicator.one_sided and not is_shared(figure, indicator.name)) or (_is_own_whole(figure) and not focus.both):
        return Sides(frame.ref)
    return _said(figure, story) or _carried(figure, frame, story)


def _carried(figure: Figure, frame: Sides, story: Story) -> Sides:
    """The frame; the document's sides where the words mean both or its region, or where an envoy stands for one."""
    if _turns_back(figure, frame, story) or _turns_to_goods(figure, frame, story):
        return story.focus.sides
    if story.in_sentence(figure) or (story.in_paragraph(figure) and frame.both):
        return frame
    if says(figure, "mutual") and (acting := find_acting(figure, story)):
        return acting
    if story.focus.sides.ref and (says(figure, "mutual") or says(figure, "region")):
        mutual = not story.focus.sides.both and says(figure, "mutual") and story.focus.told.both
        return story.focus.told if mutual else story.focus.sides
    return frame if frame.counterpart else Sides(frame.ref, _guest(figure, frame))


def _turns_back(figure: Figure, frame: Sides, story: Story) -> bool:
    """«Казахстан отправил в Таджикистан 3 млн тонн. Стороны добавят 12 поездов»: after a third the two go on."""
    focus = story.focus
    third = focus.sides.both and {get_country(frame.ref), get_country(frame.counterpart)} != {
        focus.countries.ref,
        focus.countries.counterpart,
    }
    return bool(third and frame.both and story.in_sentence(figure) is None and says(figure, "mutual"))


def _turns_to_goods(figure: Figure, frame: Sides, story: Story) -> bool:
    """In a text on one side's trade «В Афганистан муки на 64 млн. Зерно, напротив, …», «Экспорт пряжи …»: all of it."""
    line, focus = figure.line, story.focus.sides
    alone = frame.both and frame.ref == focus.ref and not focus.both and story.in_sentence(figure) is None
    if not alone or not line.goods or line.goods[0][0] > figure.place:
        return False
    told = (c.indicator for c in line.indicators(0, figure.place))
    anew = any(word and word.name in HALVES and word.role is None and not word.weak for word in told)
    anew = anew and bool(story.drafts[-1].figure.cues("sum"))  # the partner had only a part of what was told before
    return anew or bool(line.between(0, figure.place, "turn"))


def _is_own_whole(figure: Figure) -> bool:
    """A share of all that the region has («девять десятых экспорта области»), not of what was told before («это»)."""
    owners = [c for c in figure.cues("region") if is_total(figure, c.start)]
    return bool(owners) and not says(figure, "previous")


def _said(figure: Figure, story: Story) -> Sides | None:
    """The countries («двух стран») or regions («двух областей») of the document, where the figure's words say so."""
    if says(figure, "states") and story.focus.states.ref:
        two = _two_just_told(figure, story)
        if two or story.focus.states.both:
            return two or story.focus.states
    if says(figure, "states"):
        return _pair_before(story, figure)
    return story.pair if story.pair.both and says(figure, "regions") else None


def _pair_before(story: Story, figure: Figure) -> Sides | None:
    """«A ning B dagi elchixonasi … Ikki davlat savdosi»: the only two of the sentence before, if no others."""
    told = _list_before(story)
    return Sides(*told) if len(told) == _PAIR and story.is_in_paragraph(figure.line) else None


def _list_before(story: Story) -> list[str | None]:
    parts = story.before.parts(0, len(story.before.scene.text), "area") if story.before else []
    return list(dict.fromkeys(get_country(code) for _, part in parts for code in part.value.codes))


def _two_just_told(figure: Figure, story: Story) -> Sides | None:
    """«У Узбекистана первый партнёр — Китай. Товарооборот двух стран …»: of the two named right before, if others.

    Where only one is, of it and the country told of («Китай — главный партнёр республики»).
    """
    if story.before is None or not story.is_in_paragraph(figure.line) or story.in_sentence(figure):
        return None
    told = _list_before(story)
    own = {story.focus.states.ref, story.focus.states.counterpart}
    if len(told) == 1 and None not in told and not own & set(told):
        before = get_country(story.drafts[-1].sides.ref) if story.drafts else None
        return Sides(before if before in own and before else story.focus.states.ref, told[0])
    return Sides(*told) if len(told) == _PAIR and len(own & set(told)) == 1 else None


def _guest(figure: Figure, frame: Sides) -> str | None:
    """The other side where it is only there in person: an envoy or body named in the figure's sentence."""
    for part in figure.line.scene.parts:
        value = part.value
        known = isinstance(value, PersonMention | OrganisationMention | PositionMention)
        if known and value.area and get_country(value.area) != get_country(frame.ref):
            area: str = value.area
            return area
    return None
