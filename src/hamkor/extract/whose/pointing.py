"""What words beside an office point back at: «этого города», «банка», «управления»."""

from __future__ import annotations

from hamkor.extract.people.mentions import Mention
from hamkor.extract.whose.codes import names_area
from hamkor.extract.whose.staff import OF_A_STATE, list_local_sorts
from hamkor.extract.whose.surroundings import DASHES, Surroundings
from hamkor.grammar import Part
from hamkor.grammar.gazetteer import WORD

_STEM, _ENDING = 5, 2  # letters that the forms of one noun share at least; the longest case ending


def point_at_area(around: Surroundings, mention: Mention, country: str | None = None) -> Part | None:
    """The area that «этого города», «области», «республики» beside the office point back at.

    They may end the name of a body, too: «начальник департамента туризма области».
    """
    bodies = (p.span for p in mention.whose if p.kind == "organisation" and not names_area(p))
    ends = (around.reading.folded[s.start : s.end].rpartition(" ")[2] for s in bodies)
    return around.last(
        {sort for word in (*around.words_of(mention), *ends) if (sort := around.back.get(word))}, mention, country
    )


def point_at_organisation(around: Surroundings, mention: Mention) -> Part | None:
    """The organisation that «банка», «ведомства» beside the office point back at, one called so before the others."""
    table: dict[str, list[str]] = around.reading.language.get("positions", "points_back_to")
    sorts = {sort for word in around.words_of(mention) for sort in table.get(word, ())}
    bodies = [p for p in around.list_nearest(mention) if p.value.sort in sorts] if sorts else []
    return next((p for noun in _list_nouns(around, mention) for p in bodies if _called(around, p, noun)), None) or next(
        iter(bodies), None
    )


def point_at_body(around: Surroundings, mention: Mention) -> Part | None:
    """The public body called by the same noun: «начальник управления» after «управление туризма области»."""
    nouns = _list_nouns(around, mention)
    bodies = [p for p in around.list_nearest(mention) if p.value.sort in OF_A_STATE]
    bodies = [p for p in bodies if (p.value.area or list_local_sorts(around, p)) and not _is_of_two(around, p)]
    return next((p for noun in nouns for p in bodies if _called(around, p, noun)), None)


def _list_nouns(around: Surroundings, mention: Mention) -> list[str]:
    """The words beside an office without the letters that a case may change."""
    words = [word for word in around.words_of(mention) if len(word) > _STEM]
    return [word[: max(_STEM, len(word) - _ENDING)] for word in words]


def _is_of_two(around: Surroundings, body: Part) -> bool:
    """«Фонд Узбекистан – Кыргызстан»: a dash joins the state in its name to another."""
    return around.reading.folded[: body.span.start].rstrip().endswith(DASHES)


def _called(around: Surroundings, body: Part, noun: str) -> bool:
    """Whether the noun is the first word of its name, or the last («управление туризма», “tourism department”)."""
    named = WORD.findall(around.reading.folded, body.span.start, body.span.end)
    return any(word.startswith(noun) for word in (*named[:1], *named[-1:]))
