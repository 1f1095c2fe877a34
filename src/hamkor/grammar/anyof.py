"""Many short patterns of one meaning as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hamkor.grammar.alternatives import any_of
from hamkor.grammar.language import Language
from hamkor.grammar.notation import compile_notation


def compile_phrases(language: Language, file: str, key: str) -> re.Pattern[str]:
    """Any of the patterns at `key` of `<file>.toml`. Raises LanguageError where the key is missing.

    >>> from hamkor.grammar import load_language
    >>> bool(compile_phrases(load_language("ru"), "stages", "conditions").search("если сойдутся в цене"))
    True
    """
    return compile_any(language, language.get(file, key), place=f"{language.code}/{file}.toml: {key}")


def compile_any(language: Language, patterns: Iterable[str], *, place: str) -> re.Pattern[str]:
    """Any of these patterns, as one regular expression over folded text or a scene."""
    compiled = (compile_notation(p, place=place, lists=language.lists, endings=language.endings) for p in patterns)
    return re.compile(any_of(f"(?:{c.expression})" for c in compiled))
