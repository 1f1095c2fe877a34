"""Rules: named patterns with what they give, examples they must read and rejects they must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hamkor.errors import LanguageError
from hamkor.grammar.language import Language
from hamkor.grammar.notation import Notation, compile_notations
from hamkor.grammar.scene import Part, Scene
from hamkor.grammar.tries import ANYWHERE, Tries
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_WORD = re.compile(r"\w+")
REQUIRED = {"name": str, "patterns": list, "gives": dict, "examples": list, "rejects": list}
_FORMS = {str: "text", list: "list", dict: "map"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language.

    examples  sentences it must read; what it captures as `what` (else the whole match) is marked [[so]]
    rejects   sentences in which it must find nothing
    capital   whether what it captures as `what` (else the whole match) must begin with a capital
    ends      how it must end in the text, a part's own words included («пайызға», «60%-дан»); empty: in any way
    """

    name: str
    patterns: tuple[Notation, ...]
    gives: Mapping[str, Any]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]
    capital: bool = False
    ends: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class Match:
    """A rule met in a scene. `start:end` and `groups` are places in the scene's text."""

    rule: Rule
    scene: Scene
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]

    def span(self, group: str = "what") -> Span:
        """The captured words in the prepared text; the whole match where the rule has no such group."""
        start, end = self.groups.get(group, (self.start, self.end))
        return self.scene.to_text(start, end)

    def has_capital(self) -> bool:
        return self.scene.has_capital(self.groups.get("what", (self.start, self.end))[0])

    def ends_so(self, ends: tuple[str, ...]) -> bool:
        """Whether what it captures as `what` (else the whole match) ends in the text with one of these."""
        span = self.span()
        return self.scene.folded.endswith(ends, span.start, span.end)

    def parts(self, group: str | None = None) -> tuple[Part, ...]:
        """The parts in a captured group (none if it did not take part), or in the whole match."""
        start, end = self.groups.get(group, (0, 0)) if group else (self.start, self.end)
        return self.scene.parts_in(start, end)


class Rulebook:
    """All rules of one kind, compiled once; only rules whose anchor stands in the scene are tried."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = list(rules)
        self._patterns = [(rule, notation) for rule in self.rules for notation in rule.patterns]
        self._tries = Tries([notation for _, notation in self._patterns])

    def find(self, scene: Scene) -> Iterator[Match]:
        """Every match of every rule, by rule, then by place. Overlaps are the caller's to settle."""
        tries = self._tries.find(scene)
        return self._match(scene, tries) if tries else iter(())

    def _match(self, scene: Scene, tries: Iterable[tuple[int, int]]) -> Iterator[Match]:
        text = scene.text
        for rule, notation, met in self._try_all(scene, tries):
            start, end = met.span()
            if end > start:
                match = Match(rule, scene, *_trimmed(text, start, end), _groups(met))
                told = match if not rule.capital or match.has_capital() else _from_capital(match, notation)
                if told and (not rule.ends or told.ends_so(rule.ends)):
                    yield told

    def _try_all(
        self, scene: Scene, tries: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[Rule, Notation, re.Match[str]]]:
        """What the patterns match, those of one pattern not overlapping."""
        text, patterns, last, reached = scene.text, self._patterns, -1, 0
        for number, at in tries:
            if number == last and 0 <= at < reached:
                continue
            rule, notation = patterns[number]
            if at == ANYWHERE:
                yield from ((rule, notation, met) for met in notation.regex.finditer(text))
            elif met := notation.regex.match(text, at):
                last, reached = number, met.end()
                yield rule, notation, met


def _from_capital(match: Match, notation: Notation) -> Match | None:
    """What the pattern matches from the first word with a capital on («данным | Бюро статистики»); None: nothing."""
    scene = match.scene
    if "what" in match.groups:
        return None
    for word in _WORD.finditer(scene.text, match.start + 1, match.end):
        met = notation.regex.match(scene.text, word.start()) if scene.has_capital(word.start()) else None
        if met and met.end() > met.start():
            return Match(match.rule, scene, *_trimmed(scene.text, *met.span()), _groups(met))
    return None


def _groups(met: re.Match[str]) -> dict[str, tuple[int, int]]:
    found = met.groupdict().items()
    return {name: _trimmed(met.string, *met.span(name)) for name, value in found if value is not None}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Elements that may be missing leave the space beside them: not part of the match."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def load_rules(language: Language, file: str) -> list[Rule]:
    """The `[[rule]]` tables of `<file>.toml`, which may have `[lists]` of its own beside the language's.

    Raises LanguageError where a key is missing or of the wrong type.
    """
    rules = language.get(file, "rule")
    lists = {**language.lists, **language.get_table(file).get("lists", {})}
    seen: set[str] = set()
    loaded = []
    for number, table in enumerate(rules, 1):
        place = f"{language.code}/{file}.toml: rule {table.get('name', number)}"
        rule = _load_rule(place, table, lists=lists, endings=language.endings)
        if rule.name in seen:
            place = f"{language.code}/{file}.toml: {rule.name}"
            raise LanguageError(place, found="the name twice", expected="one rule", do="rename one")
        seen.add(rule.name)
        loaded.append(rule)
    return loaded


def _load_rule(
    place: str, table: dict[str, Any], *, lists: Mapping[str, Sequence[str]], endings: Mapping[str, Sequence[str]]
) -> Rule:
    for key, kind in REQUIRED.items():
        value = table.get(key)
        if not isinstance(value, kind) or (not value and key != "gives"):
            raise LanguageError(
                f"{place}: {key}", found=repr(value), expected=f"a {_FORMS[kind]} that is not empty", do="write it"
            )
    compiled = tuple(compile_notations([(p, place) for p in table["patterns"]], lists=lists, endings=endings))
    examples, rejects = tuple(table["examples"]), tuple(table["rejects"])
    ends = tuple(fold(ending) for ending in table.get("ends", ()))
    return Rule(table["name"], compiled, table["gives"], examples, rejects, bool(table.get("capital")), ends)
