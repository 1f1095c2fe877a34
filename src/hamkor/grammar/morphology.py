"""How a language undoes its cases: by a dictionary, by suffixes that are its own data, or not at all."""

from __future__ import annotations

from typing import Protocol

from hamkor.errors import LanguageError
from hamkor.grammar.language import Language
from hamkor.text import nominative
from hamkor.text.suffixes import Suffixes, make_suffixes

_FILE = "suffixes"


class Morphology(Protocol):
    """What the engine asks about the words of a language."""

    def get_nominative(self, phrase: str) -> str:
        """The phrase in the nominative, as a name stands in lists."""

    def is_in_case(self, word: str, case: str) -> bool:
        """Whether `word` can stand in this case (`gent`, `nomn` …) and lengthen the name before it."""

    def is_common_word(self, word: str) -> bool:
        """Whether `word` is known to be no name; False where nobody knows."""


class _Dictionary:
    """The dictionary of this name, or none."""

    def __init__(self, name: str) -> None:
        self._name = name

    def get_nominative(self, phrase: str) -> str:
        return nominative.get_nominative(phrase, self._name)

    def is_in_case(self, word: str, case: str) -> bool:
        return nominative.is_in_case(word, case, self._name)

    def is_common_word(self, word: str) -> bool:
        return nominative.is_common_word(word, self._name)


class _Joined:
    """Suffixes: the head of a name stands last, so that nothing after it lengthens the name."""

    def __init__(self, suffixes: Suffixes) -> None:
        self.get_nominative = suffixes.get_nominative
        self.is_common_word = suffixes.is_common_word

    def is_in_case(self, word: str, case: str) -> bool:
        return False


def get_morphology(language: Language) -> Morphology:
    """The strategy that `language.toml` names as `morphology`: pymorphy3, suffixes (of suffixes.toml) or none.

    Raises LanguageError for any other name.

    >>> from hamkor.grammar import load_language
    >>> get_morphology(load_language("ru")).get_nominative("Министерством торговли")
    'Министерство торговли'
    """
    morphology: Morphology = language.remember("morphology", _load)
    return morphology


def _load(language: Language) -> Morphology:
    name = language.get("language", "morphology")
    if name in ("pymorphy3", "none"):
        return _Dictionary(name)
    if name != _FILE:
        place = f"{language.code}/language.toml: morphology"
        raise LanguageError(place, found=repr(name), expected="pymorphy3, suffixes or none", do="name one of them")
    return _Joined(
        make_suffixes(
            language.get_records(_FILE, "suffix", "endings", "after"),
            keeps=language.get(_FILE, "keeps"),
            common=language.get(_FILE, "common.words"),
            common_ends=language.get(_FILE, "common.ends"),
        )
    )
