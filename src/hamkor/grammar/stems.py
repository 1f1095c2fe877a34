"""Stems of words, for the search: by an algorithm that a language names, or by the endings that are its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from hamkor.grammar.language import Language
from hamkor.text.fold import fold
from hamkor.text.sounds import APOSTROPHES

LEAST = 3  # letters that a stem keeps
_NO_APOSTROPHE = str.maketrans("", "", APOSTROPHES)


class Stemmer:
    """The words of one language without their endings, in the letters of its data."""

    def __init__(self, language: Language) -> None:
        self._read = language.reader.convert_plain
        self._snowball = _load_snowball(language.get("language", "stems.snowball"))
        names: list[str] = language.get("language", "stems.layers")
        self._layers = [sorted(language.endings.get_forms(name) - {""}, key=len, reverse=True) for name in names]
        self._finals: Mapping[str, str] = {
            fold(self._read(was)): fold(is_) for was, is_ in language.get("language", "stems.finals").items()
        }

    def write(self, word: str) -> str:
        """A word in the letters of the language's data, as stems are written."""
        return fold(self._read(word))

    def find_stems(self, word: str) -> tuple[str, ...]:
        """The word itself and what is left of it, ending by ending, each once.

        Where endings can be taken off in several ways, all are here: a search compares them all.
        """
        folded = self.write(word)
        if self._snowball:
            stem = self._snowball(folded)
            return (folded, stem) if stem != folded and len(stem) >= LEAST else (folded,)
        found = [folded]
        for layer in self._layers:
            found += [left for stem in found for left in self._take_off(stem, layer)]
        return tuple(dict.fromkeys(found))

    @property
    def takes_endings(self) -> bool:
        """Whether it takes off the endings of the language's data, so that a stem is a word of a list."""
        return self._snowball is None

    def _take_off(self, word: str, layer: list[str]) -> Iterator[str]:
        for ending in layer:
            stem = word.removesuffix(ending)
            if stem != word and len(stem.translate(_NO_APOSTROPHE)) >= LEAST:
                yield stem
                if put_back := self._put_back(stem):
                    yield put_back

    def _put_back(self, stem: str) -> str | None:
        """The stem with its last letter as it was before the ending, where that changed it."""
        final = next((final for final in self._finals if stem.endswith(final)), None)
        return stem[: -len(final)] + self._finals[final] if final else None


def get_stemmer(language: Language) -> Stemmer:
    """The stemmer of a language, made once.

    >>> from hamkor.grammar import load_language
    >>> get_stemmer(load_language("ru")).find_stems("Ташкентом")
    ('ташкентом', 'ташкент')
    >>> "hamkorlik" in get_stemmer(load_language("uz")).find_stems("ҳамкорлигини")
    True
    """
    stemmer: Stemmer = language.remember("stemmer", Stemmer)
    return stemmer


@lru_cache(maxsize=8)
def _load_snowball(name: str) -> Callable[[str], str] | None:
    if not name:
        return None
    import snowballstemmer  # only the search needs it

    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem
