"""The translation of the notation (see notation.py): element by element, from the source of a pattern to a piece."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hamkor.errors import LanguageError
from hamkor.grammar.endings import Endings
from hamkor.grammar.kinds import GROUPS, PART_CHARACTERS
from hamkor.grammar.pieces import START, Piece, anchor_of, any_piece, join, of_anchors, within
from hamkor.text.fold import fold

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<gap>\.{2,3})|(?P<capture>[a-z_]+:(?=[^\s]))|(?P<part><[a-z]+\+?>)|(?P<list>\{[\w-]+\})"
    r"|(?P<times>\*\d)|(?P<open>\(|\[)|(?P<close>\)|\])|(?P<bar>\|)|(?P<edge>[\^$])|(?P<escaped>\\.)"
    r"|(?P<word>~?[\w'-]*\w[\w'-]*(?:~[a-z_]*)?|~\w+)|(?P<mark>[^\w\s])"
)
_WORD = re.compile(r"\w+(?:~[a-z_]*)?")
_END = ("end", "")
_STOPS = frozenset(("end", "close", "bar"))
_WORD_GAP = r"(?:\s*[^\s.;!?]++){0,%d}?"
SHORT_GAP, LONG_GAP = 3, 12


# Words and lists already translated, by their endings; these are kept with them, so that their id stays theirs.
_WORDS: dict[tuple[int, str], tuple[Endings, Piece]] = {}  # without their expressions
_LISTS: dict[tuple[int, bool, tuple[str, ...]], tuple[Endings, Piece]] = {}


@dataclass(slots=True)
class Translator:
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

    def alternatives(self) -> Piece:
        choices = [self.sequence()]
        while self.peek()[0] == "bar":
            self.at += 1
            choices.append(self.sequence())
        if len(choices) == 1:
            return choices[0]
        return any_piece(choices, writes=self.writes)

    def sequence(self) -> Piece:
        pieces: list[Piece] = []
        while self.tokens[self.at][0] not in _STOPS:
            pieces.append(self.repeated(self.element()))
        if not pieces:
            raise self.fail("an empty alternative", "at least one element")
        return join(pieces, writes=self.writes) if len(pieces) > 1 else pieces[0]

    def repeated(self, piece: Piece) -> Piece:
        kind, text = self.peek()
        if kind != "times":
            return piece
        self.at += 1
        return Piece(rf"(?:\s*{piece.regex}){{0,{text[1:]}}}", optional=True, begins=piece.begins)

    def element(self) -> Piece:
        kind, text = self.peek()
        self.at += 1
        if kind == "capture":
            inner = self.element()
            return within(f"(?P<{text[:-1]}>{inner.regex})", inner)
        if kind == "open":
            return self.group(text)
        translate = getattr(self, f"_{kind}", None)
        if translate is None:
            raise self.fail(repr(text), "an element of the notation")
        piece: Piece = translate(text)
        return piece

    def group(self, bracket: str) -> Piece:
        inner = self.alternatives()
        kind, text = self.peek()
        if kind != "close" or text != {"(": ")", "[": "]"}[bracket]:
            raise self.fail(repr(text) or "the end", f"the closing bracket of {bracket!r}")
        self.at += 1
        if bracket == "(":
            return within(f"(?:{inner.regex})", inner)
        return Piece(f"(?:{inner.regex})?", optional=True, begins=inner.begins)

    def _gap(self, text: str) -> Piece:
        return Piece(_WORD_GAP % (SHORT_GAP if text == ".." else LONG_GAP), optional=True)

    def _edge(self, text: str) -> Piece:
        return Piece(r"\A", optional=True, begins=START) if text == "^" else Piece(r"\Z", optional=True)

    def _escaped(self, text: str) -> Piece:
        return Piece(re.escape(fold(text[1:])))

    def _mark(self, text: str) -> Piece:
        return Piece(re.escape(fold(text)))

    def _part(self, text: str) -> Piece:
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
        return of_anchors(one, frozenset((c, "whole") for c in characters))

    def _list(self, text: str) -> Piece:
        name = text.strip("{}")
        if name not in self.lists:
            raise self.fail(f"the list {{{name}}}", f"one of {', '.join(sorted(self.lists))}")
        if self.depth > 3:
            raise self.fail(f"the list {{{name}}} within itself", "lists nested at most three deep")
        lines = tuple(self.lists[name])
        key = (id(self.endings), self.writes, lines)
        known = _LISTS.get(key)
        if known is None:
            known = (self.endings, any_piece([self._line(name, line) for line in lines], writes=self.writes))
            if not any("{" in line or "+>" in line for line in lines):  # else other lists are in it
                _LISTS[key] = known
        return known[1]

    def _line(self, name: str, line: str) -> Piece:
        place = f"{self.place}: list {name}"
        return Translator(line, place, self.lists, self.endings, depth=self.depth + 1, writes=self.writes).whole()

    def _word(self, text: str) -> Piece:
        if self.writes:
            return self._read_word(fold(text))
        key = (id(self.endings), text)
        known = _WORDS.get(key)
        if known is None:
            known = _WORDS[key] = (self.endings, self._read_word(fold(text)))
        return known[1]

    def _read_word(self, folded: str) -> Piece:
        if folded.startswith("~"):
            return of_anchors(rf"\b\w+{re.escape(folded[1:])}\b", frozenset({(folded[1:], "ending")}))
        stem, tilde, ending = folded.partition("~")
        if ending and ending not in self.endings:
            raise self.fail(f"the ending class ~{ending}", f"one of {', '.join(sorted(self.endings))}")
        anchors = anchor_of(stem, "beginning" if tilde else "whole")
        if not self.writes:
            return of_anchors("", anchors)
        tail = self.endings.get_expression(ending) if ending else ""
        return of_anchors(rf"\b{re.escape(stem)}" + (r"[\w'-]*" if tilde and not ending else rf"{tail}\b"), anchors)

    def whole(self) -> Piece:
        if _WORD.fullmatch(self.source):  # as most lines of lists are
            return self._word(self.source)
        self.scan()
        piece = self.alternatives()
        if self.peek()[0] != "end":
            raise self.fail(repr(self.peek()[1]), "the end of the pattern")
        return piece
