"""Our own notation for patterns, and its translation into regular expressions.

A pattern is a line of elements, matched over a scene (folded text in which parts already found are one character):

    word        that word, whole           встреча
    stem~       any ending                 встреч~        встреча, встречи, встречами
    stem~class  an ending of a class       стран~noun     (classes: `[endings]` of the language)
    ~tail       any beginning, one letter at least    ~ларнинг
    {list}      a word of a list           {grew}         (lists: the language's lists.toml; may hold patterns)
    <kind>      a part already found       <percent> <money> <area> <person> …; <quantity> is any figure
    <kind+>     one part or a list of them <area+>        Казахстан, Россия и Китай
    ( a | b )   alternatives               (о|об) <area>
    [ a ]       may be missing             на [целых] <percent>
    a*3         none to three times        министерство {genitive}*5
    ..          up to 3 words between      ...            up to 12 words (not over the end of a clause: ; . ! ?)
    name:x      captures x                 value:<percent>  what:(развити~ ...)
    ^  $        begin and end of the scene
    , : ( ) …   punctuation; \\( \\) \\[ \\] \\| are those marks themselves; " is any quotation mark, — any long dash
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from hamkor.grammar.endings import Endings
from hamkor.grammar.kept import KEPT, compile_kept, digest, digest_all
from hamkor.grammar.pieces import Anchors, cost
from hamkor.grammar.translator import Translator


@dataclass
class Notation:
    """A translated pattern: a regular expression, and the anchors that stand in every match.

    An anchor is a word, a beginning or an ending of one, or a part's character.

    requires  sets of anchors of each of which one stands in every match, the rarest first
    begins    the anchors one of which every match begins with (START: it begins the scene); None where it may begin
              with anything
    """

    source: str
    write: Callable[[], str]
    requires: tuple[Anchors, ...]
    begins: Anchors | None = None

    @property
    def anchors(self) -> Anchors:
        """The rarest of what it requires; empty where it requires nothing."""
        return self.requires[0] if self.requires else frozenset()

    @cached_property
    def expression(self) -> str:
        """The source of the regular expression, written when first asked for."""
        return self.write()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when first asked for: most patterns of a language are never met in a document."""
        return compile_kept(self.expression)


def compile_notation(
    source: str,
    *,
    place: str,
    lists: Mapping[str, Sequence[str]] | None = None,
    endings: Mapping[str, Sequence[str]] | None = None,
) -> Notation:
    """Compile one pattern. Raises LanguageError that names the place where the notation is off.

    >>> bool(compile_notation("встреч~ [послов] с <area>", place="doc").regex.search("встречи с \\ue011"))
    True
    """
    return compile_notations([(source, place)], lists=lists, endings=endings)[0]


def compile_notations(
    placed: Sequence[tuple[str, str]],
    *,
    lists: Mapping[str, Sequence[str]] | None = None,
    endings: Mapping[str, Sequence[str]] | None = None,
) -> list[Notation]:
    """Compile the patterns of a table, each a source and its place. Raises LanguageError as `compile_notation` does."""
    lists, endings = lists or {}, Endings.of(endings or {})

    def read() -> list[tuple[tuple[Anchors, ...], Anchors | None]]:
        pieces = [Translator(source, place, lists, endings, writes=False).whole() for source, place in placed]
        return [(tuple(sorted(piece.requires, key=cost)), piece.begins) for piece in pieces]

    sources = [source for source, _ in placed]
    told = KEPT.recall(digest("anchors", *digest_all(lists, endings), *sources), read)
    return [
        Notation(source, partial(write_notation, source, place=place, lists=lists, endings=endings), requires, begins)
        for (source, place), (requires, begins) in zip(placed, told, strict=True)
    ]


def write_notation(
    source: str,
    *,
    place: str,
    lists: Mapping[str, Sequence[str]] | None = None,
    endings: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """The regular expression of one pattern, not compiled: where many become one."""
    lists, endings = lists or {}, Endings.of(endings or {})
    key = digest("expression", *digest_all(lists, endings), source)
    return KEPT.recall(key, lambda: Translator(source, place, lists, endings).whole().regex)
