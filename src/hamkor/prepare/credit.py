"""Who is credited with what a text says: agencies, press services, bodies; named in the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hamkor.grammar import Language, Match, Morphology, get_morphology, write_notation
from hamkor.grammar.alternatives import any_of
from hamkor.model import Span
from hamkor.prepare.page import Draft, Page, PlainRules
from hamkor.prepare.scenes import is_latin_foreign
from hamkor.text.fold import fold

_FILE = "credit"
_MOST_WORDS = 12
_BACK = 10_000  # characters in which a fuller name is sought
_ALIKE = 6  # letters of a word that tell it from others, whatever its case
_CLOSING = '»”“"'
_TOKEN = re.compile(
    r"\s?(?:(?P<quoted>[«“„\"][^»”\n]{2,60}?[»”“\"])|(?P<word>\w[\w’'ʻ-]*(?:\.[a-z]+)?)|(?P<comma>,(?= \w)))"
)
_LIST = re.compile(r", \w+(?: \w+)??(?:, \w+(?: \w+)??)*? (?P<and>\w+) \w+")
_LAST = re.compile(r"(?:\s(\w+)|,)\Z")


@dataclass(frozen=True, slots=True)
class CreditWords:
    """What `credit.toml` says beside its rules."""

    rules: PlainRules
    joins: frozenset[str]
    stands_in: frozenset[str]
    nominatives: dict[str, str]
    stands_for: dict[str, list[str]]
    ands: frozenset[str]
    ends: frozenset[str]
    carriers: tuple[str, ...]
    kinds: tuple[str, ...]
    outlets: dict[str, str]
    leads: re.Pattern[str]
    morphology: Morphology
    latin: bool  # whether words in Latin letters are foreign, and names for that
    capitals: bool  # whether a name goes on over words with capitals


def find_credited(drafts: Sequence[Draft], page: Page, language: Language, publisher: str | None) -> tuple[str, ...]:
    """Names of those credited, in the order they are met, each once; the publisher itself is not credited.

    Of a body named by its head alone («in the ministry they said») the fuller name before it is taken;
    without one it counts only where nobody else is credited.
    """
    words: CreditWords = language.remember("credit words", _load)
    met = (m for d in drafts for m in words.rules.find(page, d) if _may_credit(m, page.text, words))
    heads = sorted({m.span() for m in met})
    own = _key(publisher or "", words)
    named: dict[str, str] = {}
    for head in heads:
        name = _get_name(page.text, head, words)
        key = _key(name, words)
        if key and not _same(key, own) and not any(_same(key, known) for known in named):
            named[key] = name
    full = tuple(name for name in named.values() if not (_is_bare(name, words) and name.islower()))
    return full or tuple(named.values())


def _may_credit(met: Match, text: str, words: CreditWords) -> bool:
    """Whether a head that must be the subject of its verb is one: «handed the bank a letter» credits no bank."""
    head = met.span().within(text)
    return not met.rule.gives.get("subject") or words.morphology.get_nominative(head) == head


def _get_name(text: str, head: Span, words: CreditWords) -> str:
    name = _without_lead(_lengthen(text, head, words).within(text), words)
    if _is_bare(name, words):
        name = _find_fuller(text, head.start, name, words) or name
    nominative = words.morphology.get_nominative(_without_carrier(re.sub(r"\s+", " ", name), words))
    return words.nominatives.get(fold(nominative), nominative)


def _without_lead(name: str, words: CreditWords) -> str:
    """The name after the words that only lead to it («бұл туралы …», where nothing but the head marks a name)."""
    ends = [met.end() for met in words.leads.finditer(fold(name))]
    return name[max(ends, default=0) :].lstrip(" ,—–") or name


def _is_bare(name: str, words: CreditWords) -> bool:
    return " " not in name and name[1:].islower() and not _is_foreign(name, words)


def _is_foreign(token: str, words: CreditWords) -> bool:
    return words.latin and token.isascii()


def _lengthen(text: str, head: Span, words: CreditWords) -> Span:
    """The head with what lengthens its name: a genitive tail, a name in quotation marks, a list of genitives."""
    end, loose = head.end, False
    if text[end - 1] in _CLOSING or _is_foreign(text[end - 1], words):
        return head
    outlet = any(word.startswith(words.kinds) for word in fold(head.within(text)).split())
    for _ in range(_MOST_WORDS):
        met = _TOKEN.match(text, end)
        if not met:
            break
        if met["quoted"]:
            return Span(head.start, met.end())
        named = outlet and met["word"] and met["word"][0].isupper()  # «агентство Ховар»
        if not (named or (_is_list(text, met, words) if met["comma"] else _lengthens(met["word"], words, loose=loose))):
            end = _find_place(text, met, words) or end
            break
        loose = loose or fold(met["word"] or "") in words.joins
        end = met.end()
    return Span(head.start, _trim_end(text, head.end, end, words))


def _find_place(text: str, word: re.Match[str], words: CreditWords) -> int | None:
    """The end of «in Kazakhstan» where the body stands there."""
    place = _TOKEN.match(text, word.end())
    name = place and place["word"]
    if not place or not name or not word["word"] or fold(word["word"]) not in words.stands_in:
        return None
    return place.end() if name[0].isupper() and words.morphology.is_in_case(name, "loct") else None


def _is_list(text: str, comma: re.Match[str], words: CreditWords) -> bool:
    listed = _LIST.match(text, comma.start())
    return listed is not None and fold(listed["and"]) in words.ands


def _lengthens(token: str, words: CreditWords, *, loose: bool) -> bool:
    """A genitive, a name in capitals or foreign letters, a word that joins; after one («по») also a dative."""
    folded = fold(token)
    if folded in words.ends or token.isdigit():
        return False
    if folded in words.ands or folded in words.joins or token.isupper() or _is_foreign(token, words):
        return True
    if words.capitals:
        return token[0].isupper()
    cases = ("gent", "datv", "loct") if loose else ("gent",)
    return any(words.morphology.is_in_case(token, case) for case in cases)


def _trim_end(text: str, start: int, end: int, words: CreditWords) -> int:
    """A joining word or a comma at the end belongs to what follows."""
    while met := _LAST.search(text, start, end):
        if met[1] and fold(met[1]) not in words.ands | words.joins:
            return end
        end = met.start()
    return end


def _find_fuller(text: str, before: int, name: str, words: CreditWords) -> str | None:
    """The last name before that goes on and begins with the same word, or with one that this word stands for."""
    folded = fold(name)
    vague = next((stems for head, stems in words.stands_for.items() if folded.startswith(head)), None)
    stems = "|".join(map(re.escape, vague or [folded[: max(4, len(name) - 3)]]))
    heads = re.compile(rf"\b(?:{stems})\w*", re.IGNORECASE).finditer(text, max(0, before - _BACK), before)
    found = [_lengthen(text, Span(*m.span()), words).within(text) for m in heads]
    return next((f for f in reversed(found) if " " in f), None)


def _without_carrier(name: str, words: CreditWords) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first).startswith(words.carriers) else name


def _key(name: str, words: CreditWords) -> str:
    """The name as names are compared: folded, without marks and words for its kind; of an outlet its one spelling."""
    parts = re.sub(r"[^\w .-]", "", fold(name)).strip(" .").split()
    folded = " ".join([p for p in parts if not p.startswith(words.kinds)] or parts)
    spellings = [folded, *folded.split()]
    return next((words.outlets[s] for s in spellings if s in words.outlets), folded)


def _same(key: str, other: str) -> bool:
    """Names of one body: the words of one are all among those of the other, by their beginnings."""
    ours, theirs = {w[:_ALIKE] for w in key.split()}, {w[:_ALIKE] for w in other.split()}
    return bool(theirs) and (ours <= theirs or theirs <= ours)


def _load(language: Language) -> CreditWords:
    table = language.get_table(_FILE)
    outlets = {spelling: group[0] for group in language.get(_FILE, "outlets") for spelling in group}
    return CreditWords(
        rules=PlainRules(language, _FILE),
        joins=frozenset(table["joins"]),
        stands_in=frozenset(table["stands_in"]),
        nominatives=table["nominatives"],
        stands_for=table["stands_for"],
        ands=frozenset(table["and"]),
        ends=frozenset(table["ends"]),
        carriers=tuple(table["carriers"]),
        kinds=tuple(table["kinds"]),
        outlets=outlets,
        leads=_compile_leads(language),
        morphology=get_morphology(language),
        latin=is_latin_foreign(language),
        capitals=table["capitals"],
    )


def _compile_leads(language: Language) -> re.Pattern[str]:
    lists = {**language.lists, **language.get(_FILE, "lists")}
    place = f"{language.code}/{_FILE}.toml: leads"
    leads = (
        write_notation(pattern, place=place, lists=lists, endings=language.endings)
        for pattern in language.get(_FILE, "leads")
    )
    return re.compile(any_of(f"(?:{lead})" for lead in leads))
