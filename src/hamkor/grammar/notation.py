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
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

from hamkor.errors import LanguageError
from hamkor.grammar.alternatives import join_alternatives
from hamkor.grammar.endings import Endings
from hamkor.grammar.index import Anchor
from hamkor.grammar.kept import KEPT, compile_kept, digest, digest_all
from hamkor.grammar.kinds import FIRST_PART, GROUPS, PART_CHARACTERS
from hamkor.text.fold import fold

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<gap>\.{2,3})|(?P<capture>[a-z_]+:(?=[^\s]))|(?P<part><[a-z]+\+?>)|(?P<list>\{[\w-]+\})"
    r"|(?P<times>\*\d)|(?P<open>\(|\[)|(?P<close>\)|\])|(?P<bar>\|)|(?P<edge>[\^$])|(?P<escaped>\\.)"
    r"|(?P<word>~?[\w'-]*\w[\w'-]*(?:~[a-z_]*)?|~\w+)|(?P<mark>[^\w\s])"
)
_WORD = re.compile(r"\w+(?:~[a-z_]*)?")
_LETTERS = re.compile(r"\w+")
_END = ("end", "")
_STOPS = frozenset(("end", "close", "bar"))
_WORD_GAP = r"(?:\s*[^\s.;!?]++){0,%d}?"
SHORT_GAP, LONG_GAP = 3, 12


Anchors = frozenset[Anchor]
START: Anchors = frozenset({("", "start")})  # what a match begins with that begins its scene


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


@dataclass(slots=True)
class _Piece:
    """A translated element: its expression, whether it may be empty, what every match of it holds and begins with."""

    regex: str
    requires: tuple[Anchors, ...] = ()
    optional: bool = False
    begins: Anchors | None = None


# Words and lists already translated, by their endings; these are kept with them, so that their id stays theirs.
_WORDS: dict[tuple[int, str], tuple[Endings, _Piece]] = {}  # without their expressions
_LISTS: dict[tuple[int, bool, tuple[str, ...]], tuple[Endings, _Piece]] = {}


@dataclass(slots=True)
class _Translator:
    source: str
    place: str
    lists: Mapping[str, Sequence[str]]
    endings: Endings
    tokens: list[tuple[str, str]] = field(default_factory=list)
    at: int = 0
    depth: int = 0
    writes: bool = True  # whether the expression is wanted, or only what every match holds and begins with

    def fail(self, found: str, expected: str) -> LanguageError:
        return LanguageError(f"{self.place}: {self.source!r}", found=found, expected=expected, do="mend the pattern")

    def scan(self) -> None:
        position = 0
        while position < len(self.source):
            token = _TOKEN.match(self.source, position)
            if not token or not token.lastgroup:
                raise self.fail(repr(self.source[position : position + 10]), "an element of the notation")
            if token.lastgroup != "space":
                self.tokens.append((token.lastgroup, token.group()))
            position = token.end()
        captures = [text for kind, text in self.tokens if kind == "capture"]
        if len(captures) > len(set(captures)):
            raise self.fail(
                f"{max(captures, key=captures.count)} twice", "each name once, as in what:(<count>|<money>)"
            )
        self.tokens.append(_END)

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at]

    def alternatives(self) -> _Piece:
        choices = [self.sequence()]
        while self.peek()[0] == "bar":
            self.at += 1
            choices.append(self.sequence())
        if len(choices) == 1:
            return choices[0]
        return _any_of(choices, writes=self.writes)

    def sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        while self.tokens[self.at][0] not in _STOPS:
            pieces.append(self.repeated(self.element()))
        if not pieces:
            raise self.fail("an empty alternative", "at least one element")
        return _join(pieces, writes=self.writes) if len(pieces) > 1 else pieces[0]

    def repeated(self, piece: _Piece) -> _Piece:
        kind, text = self.peek()
        if kind != "times":
            return piece
        self.at += 1
        return _Piece(rf"(?:\s*{piece.regex}){{0,{text[1:]}}}", optional=True, begins=piece.begins)

    def element(self) -> _Piece:
        kind, text = self.peek()
        self.at += 1
        if kind == "capture":
            inner = self.element()
            return _within(f"(?P<{text[:-1]}>{inner.regex})", inner)
        if kind == "open":
            return self.group(text)
        translate = getattr(self, f"_{kind}", None)
        if translate is None:
            raise self.fail(repr(text), "an element of the notation")
        piece: _Piece = translate(text)
        return piece

    def group(self, bracket: str) -> _Piece:
        inner = self.alternatives()
        kind, text = self.peek()
        if kind != "close" or text != {"(": ")", "[": "]"}[bracket]:
            raise self.fail(repr(text) or "the end", f"the closing bracket of {bracket!r}")
        self.at += 1
        if bracket == "(":
            return _within(f"(?:{inner.regex})", inner)
        return _Piece(f"(?:{inner.regex})?", optional=True, begins=inner.begins)

    def _gap(self, text: str) -> _Piece:
        return _Piece(_WORD_GAP % (SHORT_GAP if text == ".." else LONG_GAP), optional=True)

    def _edge(self, text: str) -> _Piece:
        return _Piece(r"\A", optional=True, begins=START) if text == "^" else _Piece(r"\Z", optional=True)

    def _escaped(self, text: str) -> _Piece:
        return _Piece(re.escape(fold(text[1:])))

    def _mark(self, text: str) -> _Piece:
        return _Piece(re.escape(fold(text)))

    def _part(self, text: str) -> _Piece:
        kind, many = text.strip("<>+"), text.endswith("+>")
        names = GROUPS.get(kind, kind).split()
        unknown = [n for n in names if n not in PART_CHARACTERS]
        if unknown:
            raise self.fail(f"the part <{kind}>", f"one of {', '.join([*PART_CHARACTERS, *GROUPS])}")
        characters = "".join(PART_CHARACTERS[n] for n in names)
        one = f"[{characters}]"
        if many:
            joint = "|".join([",", *(rf"\b{re.escape(fold(w))}\b" for w in self.lists.get("and", ()))])
            one = rf"{one}(?:\s*(?:{joint})\s*{one})*"
        return _of_anchors(one, frozenset((c, "whole") for c in characters))

    def _list(self, text: str) -> _Piece:
        name = text.strip("{}")
        if name not in self.lists:
            raise self.fail(f"the list {{{name}}}", f"one of {', '.join(sorted(self.lists))}")
        if self.depth > 3:
            raise self.fail(f"the list {{{name}}} within itself", "lists nested at most three deep")
        lines = tuple(self.lists[name])
        key = (id(self.endings), self.writes, lines)
        known = _LISTS.get(key)
        if known is None:
            known = (self.endings, _any_of([self._line(name, line) for line in lines], writes=self.writes))
            if not any("{" in line or "+>" in line for line in lines):  # else other lists are in it
                _LISTS[key] = known
        return known[1]

    def _line(self, name: str, line: str) -> _Piece:
        place = f"{self.place}: list {name}"
        return _Translator(line, place, self.lists, self.endings, depth=self.depth + 1, writes=self.writes).whole()

    def _word(self, text: str) -> _Piece:
        if self.writes:
            return self._read_word(fold(text))
        key = (id(self.endings), text)
        known = _WORDS.get(key)
        if known is None:
            known = _WORDS[key] = (self.endings, self._read_word(fold(text)))
        return known[1]

    def _read_word(self, folded: str) -> _Piece:
        if folded.startswith("~"):
            return _of_anchors(rf"\b\w+{re.escape(folded[1:])}\b", frozenset({(folded[1:], "ending")}))
        stem, tilde, ending = folded.partition("~")
        if ending and ending not in self.endings:
            raise self.fail(f"the ending class ~{ending}", f"one of {', '.join(sorted(self.endings))}")
        anchors = _anchor(stem, "beginning" if tilde else "whole")
        if not self.writes:
            return _of_anchors("", anchors)
        tail = self.endings.get_expression(ending) if ending else ""
        return _of_anchors(rf"\b{re.escape(stem)}" + (r"[\w'-]*" if tilde and not ending else rf"{tail}\b"), anchors)

    def whole(self) -> _Piece:
        if _WORD.fullmatch(self.source):  # as most lines of lists are
            return self._word(self.source)
        self.scan()
        piece = self.alternatives()
        if self.peek()[0] != "end":
            raise self.fail(repr(self.peek()[1]), "the end of the pattern")
        return piece


def _anchor(stem: str, how: str) -> Anchors:
    """The first word of a stem that may hold hyphens or apostrophes; that word is whole unless it is all there is."""
    first = _LETTERS.match(stem)
    if not first:
        return frozenset()
    return frozenset({(first.group(), how if first.end() == len(stem) else "whole")})


def _of_anchors(regex: str, anchors: Anchors) -> _Piece:
    """An element that begins with one of its anchors; with anything where it has none."""
    return _Piece(regex, (anchors,), begins=anchors) if anchors else _Piece(regex)


def _within(regex: str, inner: _Piece) -> _Piece:
    return _Piece(regex, inner.requires, inner.optional, inner.begins)


def _any_of(choices: list[_Piece], *, writes: bool) -> _Piece:
    sure = [min(c.requires, key=_cost) for c in choices if c.requires]
    requires = (frozenset().union(*sure),) if sure and len(sure) == len(choices) else ()
    known = [c.begins for c in choices if c.begins is not None]
    begins = frozenset().union(*known) if len(known) == len(choices) else None
    regex = join_alternatives([c.regex for c in choices]) if writes else ""
    return _Piece(regex, requires, any(c.optional for c in choices), begins)


def _join(pieces: list[_Piece], *, writes: bool) -> _Piece:
    """Elements follow one another with or without space; an optional one takes the space with it."""
    regex = r"\s*".join([p.regex for p in pieces]) if writes else ""
    requires = tuple([anchors for p in pieces if not p.optional for anchors in p.requires])
    return _Piece(regex, requires, all(p.optional for p in pieces), _begins(pieces))


def _begins(pieces: list[_Piece]) -> Anchors | None:
    """What elements in a row begin with: the first that must stand there, or one that may be missing before it."""
    found: set[Anchor] = set()
    for piece in pieces:
        if piece.begins is None:
            return None
        found |= piece.begins
        if not piece.optional or piece.begins == START:
            return frozenset(found)
    return None


@lru_cache(maxsize=50_000)
def _cost(anchors: Anchors) -> tuple[int, int]:
    """Long rare words make good anchors; parts, short words and endings poor ones."""
    return -min(_worth(word, how) for word, how in anchors), len(anchors)


def _worth(word: str, how: str) -> int:
    return 2 if word >= FIRST_PART else len(word) // 2 if how == "ending" else len(word)


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
        pieces = [_Translator(source, place, lists, endings, writes=False).whole() for source, place in placed]
        return [(tuple(sorted(piece.requires, key=_cost)), piece.begins) for piece in pieces]

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
    return KEPT.recall(key, lambda: _Translator(source, place, lists, endings).whole().regex)
