"""Classes of endings: what may follow a stem, in chains of suffixes as far as a language strings them together.

An ending is what it says, or goes on with the endings of other classes: `лар~case` is лар and any ending of `case`,
`~plural~case` any of the one and then any of the other. So a hundred forms stand in a few lines, and a regular
expression is as long as the lines, not as the forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hamkor.errors import LanguageError
from hamkor.grammar.kept import compile_kept
from hamkor.text.fold import fold

_DEEPEST = 8  # classes within classes; more is a class within itself


class Endings(Mapping[str, Sequence[str]]):
    """The classes of a language, each turned into forms or an expression once.

    >>> endings = Endings({"case": ["", "да"], "noun": ["~case", "лар~case"]})
    >>> sorted(endings.get_forms("noun"))
    ['', 'да', 'лар', 'ларда']
    >>> bool(re.fullmatch(endings.get_expression("noun"), "ларда"))
    True
    """

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._classes = classes
        self._forms: dict[str, frozenset[str]] = {}
        self._expressions: dict[str, str] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @staticmethod
    def of(classes: Mapping[str, Sequence[str]]) -> Endings:
        return classes if isinstance(classes, Endings) else Endings(classes)

    def __getitem__(self, name: str) -> Sequence[str]:
        return self._classes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)

    def get_forms(self, name: str) -> frozenset[str]:
        """All endings of a class, folded. Raises LanguageError where a class it goes on with is not there."""
        if name not in self._forms:
            self._forms[name] = frozenset(self._expand(name, 0))
        return self._forms[name]

    def get_expression(self, name: str) -> str:
        """The source of a regular expression for any ending of a class, the longest first."""
        if name not in self._expressions:
            self._expressions[name] = self._write(name, 0)
        return self._expressions[name]

    def has_form(self, name: str, word: str, start: int) -> bool:
        """Whether the rest of a word from `start` is an ending of a class, whose forms may be too many to list."""
        pattern = self._patterns.get(name)
        if pattern is None:
            pattern = self._patterns[name] = compile_kept(self.get_expression(name))
        return pattern.fullmatch(word, start) is not None

    def _expand(self, name: str, depth: int) -> Iterator[str]:
        for literal, further in self._chains(name, depth):
            tails = [tuple(self._expand(other, depth + 1)) for other in further]
            yield from (literal + "".join(chain) for chain in product(*tails))

    def _write(self, name: str, depth: int) -> str:
        """Endings that go on with the same classes share what follows them."""
        shared: dict[tuple[str, ...], list[str]] = {}
        for literal, further in self._chains(name, depth):
            shared.setdefault(tuple(further), []).append(literal)
        choices = (
            _any_of(literals) + "".join(self._write(other, depth + 1) for other in further)
            for further, literals in sorted(shared.items(), key=lambda pair: -len(pair[0]))
        )
        return f"(?:{'|'.join(choices)})"

    def _chains(self, name: str, depth: int) -> Iterator[tuple[str, list[str]]]:
        """The endings of a class, each as what it says and the classes that it goes on with."""
        if name not in self._classes or depth > _DEEPEST:
            found = f"the ending class ~{name}" + (" within itself" if depth > _DEEPEST else "")
            expected = f"one of {', '.join(sorted(self._classes))}"
            raise LanguageError("language.toml: endings", found=found, expected=expected, do="mend the class")
        for ending in self._classes[name]:
            literal, *further = ending.split("~")
            yield fold(literal), further


def _any_of(literals: Sequence[str]) -> str:
    if len(literals) == 1:
        return re.escape(literals[0])
    return f"(?:{'|'.join(re.escape(literal) for literal in sorted(literals, key=len, reverse=True))})"
