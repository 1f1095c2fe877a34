"""What people are who are counted: tourists, passengers, students, inhabitants."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Size, Story
from hamkor.extract.observations.indicator.near import OTHER, get_last_word
from hamkor.extract.observations.layout import Figure, get_counted_sorts
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.words import IndicatorWord

_CARRIED = "passengers"  # who pass somewhere are told of there alone
_MOVED = ("from", "to")


def tell_people(figure: Figure, own: str, story: Story) -> IndicatorWord:
    """«1,5 млн человек» are what the words around say they are: tourists, passengers, students; else inhabitants."""
    if own == SORTS.people[0]:
        line = figure.line
        cues = (*line.indicators(*figure.before)[::-1], *line.indicators(figure.place, figure.after[1]))
        around = [c.indicator for c in cues]
        if any(c.start == figure.place and c.indicator and c.indicator.name == OTHER.name for c in cues):
            return OTHER  # «3400 nafar fuqaro murojaat qildi» neither works nor travels
        before = story.in_paragraph(figure)
        around += [IndicatorWord(before.indicator)] if before else []
        row = story.in_sentence(figure)
        if row and row.indicator in SORTS.people[1:] and _is_from(figure):
            return IndicatorWord(row.indicator)  # «Tojikistondan 872 ming, Qozog'istondan 651 ming kishi»
        come, guests = _come(figure), "guests" in get_counted_sorts(story.words, figure.quantity.noun)
        told = next((i for i in around if i and i.name in SORTS.people), None)
        return (come if guests else None) or told or come or tell_people_alone(figure, story)
    taught = (c.indicator for c in figure.line.indicators(figure.place, figure.after[1]) if c.indicator)
    learning = next((i for i in taught if i.name in SORTS.lasting and i.name in SORTS.people), None)
    return learning if learning and own in SORTS.people else IndicatorWord(own)  # «20 нафар устани ўқитиш»


def _come(figure: Figure) -> IndicatorWord | None:
    """«58 мың азамат келді», where endings tell from where or to where: people who came are tourists.

    Not those who came to something («форумға»), which words of it tell.
    """
    line = figure.line
    came = line.between(figure.place, len(line.scene.text), "came") if line.words.role_endings else []
    moved = _is_from(figure)
    return IndicatorWord(SORTS.people[1]) if came and moved and not figure.cues("guests") else None


def _is_from(figure: Figure) -> bool:
    """Whether endings tell from or to where the people are who are counted."""
    return any(get_role(figure.line, at) in _MOVED for at, _ in figure.line.parts(*figure.before, "area"))


def tell_people_alone(figure: Figure, story: Story) -> IndicatorWord:
    """Of people of whom the words around say nothing: inhabitants, whom the line that opens the list tells, guests.

    Else the people told of before.
    """
    words = story.words
    sorts = get_counted_sorts(words, figure.quantity.noun)
    if "inhabitants" in sorts:
        return IndicatorWord(SORTS.people[0])
    opening = get_last_word(story.opener, "count") if story.opener else None
    if opening and opening.name in SORTS.people[1:]:
        return opening
    people = [d for d in story.drafts if d.size.unit == "person" and d.indicator in SORTS.people[1:]]
    told = [d.indicator for d in people if d.indicator != _CARRIED or d.figure.line.paragraph == figure.line.paragraph]
    return IndicatorWord(told[-1] if told else SORTS.people[1] if "guests" in sorts else OTHER.name)


def keep_people(figure: Figure, found: IndicatorWord, size: Size, story: Story) -> IndicatorWord:
    """«1850 жұмыс орны, оның 760-ы өңдеу өнеркәсібінде»: people told of before are not made, whatever they make."""
    before, people = story.in_paragraph(figure), SORTS.people
    things = size.unit == "person" and found.name not in (*people, OTHER.name)
    return IndicatorWord(before.indicator) if things and before and before.indicator in people else found
