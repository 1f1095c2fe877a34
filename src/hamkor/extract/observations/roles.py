"""How an area stands in its sentence: by the preposition before it, by what it stands beside."""

from __future__ import annotations

import re

from hamkor.extract.observations.indicator.terms import TRADE
from hamkor.extract.observations.layout import Line
from hamkor.extract.observations.words import Words
from hamkor.grammar import Part
from hamkor.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:()—\ue000-\ue006\ue010]")
_NEXT = re.compile(r"\s*,?\s*(\ue011|[^\W\d_]+)")
_HEAD_NOUN = re.compile(r" ([^\W\d_]{5,})")
_HEAD_BODY = re.compile(r" \ue015")
_AREA = "\ue011"
_AREAS = frozenset(_AREA)
_SHORT = 2  # letters of what may be an ending set apart (“'s”)
_OFFICES = frozenset("\ue013\ue014")
_TRADES = frozenset(("business", "expert", "other"))  # codes of what people do, not of whom they act for
_AFTER_DATELINE = frozenset("/.(")
_FIGURE_IN_BRACKETS = re.compile(r"\([^()]*[\ue000-\ue006]")
_SUFFIX = re.compile(r"-([^\W\d_]{2,4})(?!\w)")  # of an abbreviation
_POSSESSIVE = 4  # characters from an area to what it has (“China's imports”)
_REACH = 4  # words between a preposition and its area
_MOVING = ("to", "from", "with")  # what the noun after a name tells of it; where it is it tells by itself
PLACE = ("to", "in")  # roles of a city that may only be where something was
_HEAD = 2  # characters between an adjective and the word it goes with


def get_role(line: Line, at: int) -> str:
    """to, on, from, with, among, at or in; `by` where nothing tells it.

    By the area's own ending, the word after it or its ending, or the nearest preposition before it in its phrase. Of an
    adjective («в узбекском экспорте») the preposition is that of the indicator it goes with: `by`.
    """
    role = line.roles.get(at)
    if role is None:
        role = line.roles[at] = _find_role(line, at)
    return role


def _find_role(line: Line, at: int) -> str:
    if _qualifies(line, at):
        return "by"
    if _is_receiver(line, at):
        return "to"
    ending = _by_ending(line, at) or _by_next(line, at) or _by_head(line, at)
    return ending or _by_preposition(line, at)


def _is_receiver(line: Line, at: int) -> bool:
    """Whether something is given to a people, or to some of a nation, or to an area.

    «Продали астраханцам», «узбекским фермерам», «поставили Узбекистану».
    """
    ends = line.words.receivers
    part = line.scene.part_at(at) if ends["nouns"] else None
    if part is None or _governs(line, at):
        return False
    said = part.span.within(line.folded)
    if part.kind == "area" and part.value.sort == "nation":
        return said.endswith(ends["nouns"])
    if part.kind == "area":
        own = part.value.spelt or said
        return said.endswith(ends["areas"]) and own != said and not own.endswith(ends["not_of"])
    after = _WORD.match(line.scene.text, at + 2)
    return bool(after and said.endswith(ends["adjectives"]) and after[0].endswith(ends["nouns"]))


def _governs(line: Line, at: int) -> bool:
    """Whether a preposition stands right before it («по узбекским дорогам»)."""
    before = _WORD.findall(line.scene.text[:at])[-1:]
    return bool(before) and (before[0] in line.words.roles or len(before[0]) <= _SHORT)


def _by_ending(line: Line, at: int) -> str | None:
    part = line.scene.part_at(at)
    return get_role_of_ending(line.words, line.folded, part) if part else None


def get_role_of_ending(words: Words, folded: str, part: Part) -> str | None:
    """The role that the ending of a name tells («Ресейге», «АҚШ-қа»); None where it is the name's own (Канада)."""
    if not words.role_endings or part.kind != "area":
        return None
    suffix = _SUFFIX.match(folded, part.span.end)
    said = suffix[1] if suffix else part.span.within(folded)
    if part.value.is_nominative(said):
        return None
    role = next((role for ending, role in words.role_endings if said.endswith(ending)), None)
    return "at" if role == "in" and part.value.sort != "city" else role


def _by_next(line: Line, at: int) -> str | None:
    """The role that a word after an area tells, or after the areas listed with it («Қазақстан мен Қытай арасында»)."""
    after = line.words.roles_after
    if not after:
        return None
    text, end, joined = line.scene.text, at + 1, False
    while word := _NEXT.match(text, end):
        joins = word[1] in line.words.joints
        listed = word[1] in _AREAS and (joined or "," in word.group())
        if not (joins or listed):
            return after.get(word[1])
        ending = _by_ending(line, word.start(1)) if listed and joined else None
        if ending:
            return ending
        end, joined = word.end(), joins
    return None


def _by_head(line: Line, at: int) -> str | None:
    """The role that the ending of the noun after a bare name tells: the market, the partners of a country.

    Not of a town, which may name a road, nor before a neighbour, who is another's («Qozog'iston qo'shnisiga … sotdi»).
    """
    body = _HEAD_BODY.match(line.scene.text, at + 1)
    if body and line.words.role_endings:
        return _get_role_of_body(line, body.end() - 1)
    part, word = line.scene.part_at(at), _HEAD_NOUN.match(line.scene.text, at + 1)
    if part is None or word is None or not line.words.role_endings:
        return None
    if any(c.indicator and c.indicator.name in TRADE for c in line.indicators(*word.span(1))):
        return None
    if line.between(*word.span(1), "goods"):
        return None  # «Qozog'iston tovarlariga 20 millioni to'g'ri keladi»: its goods, which go nowhere there
    own = part.kind == "area" and not part.value.is_nominative(part.span.within(line.folded))
    if own or (part.kind == "area" and part.value.sort == "city") or line.between(*word.span(1), "neighbour"):
        return None
    role = next((role for ending, role in line.words.role_endings if word[1].endswith(ending)), None)
    return role if role in _MOVING else None


def _get_role_of_body(line: Line, at: int) -> str | None:
    """The role that the ending of a body's name tells of the country before it («өзбекстандық «X» фирмасымен»)."""
    part = line.scene.part_at(at)
    said = part.span.within(line.folded) if part else ""
    if part is None or said == fold(part.value.name):
        return None
    role = next((role for ending, role in line.words.role_endings if said.endswith(ending)), None)
    return role if role in _MOVING else None


def _by_preposition(line: Line, at: int) -> str:
    """Of an area right after a word of trade the preposition is not its own («с сентябрём экспорт области»)."""
    text = line.scene.text
    if any(c.end == at - 1 and c.indicator and c.indicator.name in TRADE for c in line.indicators(0, at)):
        return "by"
    stop = max([_get_own_start(line, at), *(m.end() for m in _BREAK.finditer(text, 0, at))])
    roles, ending = line.words.roles, line.words.no_role | line.words.linking
    before = _WORD.findall(text[stop:at])
    if before[-2:-1] and before[-2] in line.words.through:
        before = before[:-2]  # “in the economy of Kazakhstan” is in Kazakhstan
    for word in reversed(before[-_REACH:]):
        if word in roles or word in ending:
            return roles.get(word, "by")
    return "by"


def _get_own_start(line: Line, at: int) -> int:
    """After the area before, where only a verb or a noun stands between («… from Russia visited Kazakhstan»)."""
    before = line.scene.text.rfind(_AREA, 0, at)
    if before < 0:
        return 0
    between = _WORD.findall(line.scene.text[before + 1 : at])
    linked = any(word in line.words.joints or word in line.words.roles for word in between)
    return before + 1 if any(len(word) > _SHORT for word in between) and not linked else 0


def get_role_beside(line: Line, at: int) -> str | None:
    """The role by the area's own ending or the word right beside it; that of a word further off is another's.

    A preposition before what the area has («in China's imports») is not the area's.
    """
    owns = bool(line.indicators(at + 1, at + 1 + _POSSESSIVE)) or _is_owner(line, at)
    before = () if owns else _WORD.findall(line.scene.text[:at])[-1:]
    return _by_ending(line, at) or _by_next(line, at) or (line.words.roles.get(before[0]) if before else None)


def _is_owner(line: Line, at: int) -> bool:
    """Whether an area's own ending tells that it owns what follows (“in Kazakhstan's total exports”)."""
    part, endings = line.scene.part_at(at), line.words.owner_endings
    return bool(part and endings and part.span.within(line.folded).endswith(endings))


def _qualifies(line: Line, at: int) -> bool:
    """Whether an adjective stands right before a word of an indicator."""
    part = line.scene.part_at(at)
    return bool(part and part.kind == "adjective" and line.indicators(at + 1, at + 1 + _HEAD))


def is_office(line: Line, at: int) -> bool:
    """An area right beside an office or a person is whom they act for; one that heads the sentence is a dateline."""
    text = line.scene.text
    before, after = text[:at].rstrip(), text[at + 1 :].lstrip()
    dateline = not before and after[:1] in _AFTER_DATELINE and not _FIGURE_IN_BRACKETS.match(after)
    told = (before[-1:] or "-") in _OFFICES and not line.words.verb_last  # where verbs stand last, who acts follows
    return dateline or told or ((after[:1] or "-") in _OFFICES and not _is_trade(line, len(text) - len(after)))


def _is_trade(line: Line, at: int) -> bool:
    """Whether people of a trade stand there, who act for no area («Kostanay farmers»), not an office nor a person."""
    part = line.scene.part_at(at)
    named = line.scene.text[at + 1 :].lstrip()[:1] in _OFFICES
    return bool(part and part.kind == "position" and part.value.code in _TRADES and not named)


def is_joined(text: str, joints: frozenset[str], *, within: int) -> bool:
    """Whether no more than so many words stand between two areas, an "and" right before the second."""
    words = _WORD.findall(text)
    return len(words) <= within and bool(joints & set(words[-2:]))


def list_codes(line: Line) -> list[str]:
    """Codes of the areas that a sentence names, and of those for which somebody acts in it."""
    codes = ((getattr(p.value, "codes", None) or (getattr(p.value, "area", None),)) for p in line.scene.parts)
    return [code for told in codes for code in told if code]
