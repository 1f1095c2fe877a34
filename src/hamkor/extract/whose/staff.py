"""The area of those who work for public bodies, local ones of a region, and of names in a row."""

from __future__ import annotations

from hamkor.extract.people.mentions import Mention
from hamkor.extract.whose.clause import find_side
from hamkor.extract.whose.codes import get_code, get_sorts
from hamkor.extract.whose.country import narrow_to_region
from hamkor.extract.whose.surroundings import Surroundings
from hamkor.grammar import Part
from hamkor.grammar.gazetteer import WORD
from hamkor.text.fold import fold

OF_A_STATE = frozenset(
    {"ministry", "government", "parliament", "statistics", "agency", "body", "embassy", "regional_government"}
)
_LOCAL = ("region", "city")
_STEM = 5  # letters that the forms of one noun share at least
_ROW_BEFORE = 6  # sentences in which the areas of a row of names may stand
_NAME_WORDS = 3  # between the adjective of a region and the noun of its body


def find_in_row(around: Surroundings, sorts: frozenset[str], mention: Mention) -> str | None:
    """“Almaty and Bishkek … The mayors, A and B”: of as many areas named in one sentence the one in its turn."""
    index, names = mention.row
    for sentence in reversed(around.reading.sentences[max(0, mention.number - _ROW_BEFORE) : mention.number + 1]):
        if not names or not sorts:
            break
        named = [p for p in sentence.of("area") if p.span.end <= mention.span.start and len(p.value.codes) == 1]
        codes = list(dict.fromkeys(get_code(p) for p in named if not sorts.isdisjoint(get_sorts(p.value))))
        if len(codes) == names:
            return codes[index]
    return None


def find_of_staff(around: Surroundings, mention: Mention) -> str | None:
    """The region named last, of those who work for its bodies: «начальник управления», «директор департамента»."""
    words = list(around.words_of(mention))
    for level in ("regional_staff", "national_staff"):
        staff = [word for word in words if word.startswith(around.stems(f"{level}.stems"))]
        if staff:
            called = next((at for word in staff if (at := _find_called(around, word, mention)) is not None), None)
            local = level == "regional_staff" or called is not None
            part = (_last_before(around, called) or around.last(_LOCAL, mention)) if local else None
            return find_side(around, mention) or (
                get_code(part) if part else narrow_to_region(around, around.topic.country, mention)
            )
    return None


def _find_called(around: Surroundings, noun: str, mention: Mention) -> int | None:
    """Where the body was called a region's before: “the regional tourism department … the department's head”."""
    stems = tuple(stem.strip() for sort in _LOCAL for stem in around.stems(f"regional.{sort}"))
    words = [*WORD.finditer(around.reading.folded, 0, mention.span.start)]
    called = [n for n, word in enumerate(words) if word[0].startswith(noun[:_STEM])]
    local = (w.start() for n in called for w in words[max(0, n - _NAME_WORDS) : n] if w[0].startswith(stems))
    return next(local, None)


def _last_before(around: Surroundings, at: int | None) -> Part | None:
    """The region or town named last before a place: there a body is called its."""
    before = [p for p in around.areas if p.span.end <= (at or 0) and len(p.value.codes) == 1]
    return next((p for p in reversed(before) if not get_sorts(p.value).isdisjoint(_LOCAL)), None)


def list_local_sorts(around: Surroundings, organisation: Part) -> tuple[str, ...]:
    if organisation.value.sort == "regional_government":
        return ("region", "city")
    table: dict[str, list[str]] = around.reading.language.get("positions", "regional")
    name = fold(organisation.value.name)
    return tuple(sort for sort, stems in table.items() if name.startswith(tuple(stems)))


def is_of_no_state(around: Surroundings, organisation: Part) -> bool:
    return fold(organisation.value.name).startswith(around.stems("not_of_a_state.stems"))
