"""Many short patterns of one meaning as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hamkor.grammar.alternatives import join_alternatives
from hamkor.grammar.kept import compile_kept
from hamkor.grammar.language import Language
from hamkor.grammar.notation import write_notation


def compile_phrases(language: Language, file: str, key: str) -> re.Pattern[str]:
    """Any of the patterns at `key` of `<file>.toml`. Raises LanguageError where the key is missing.

    >>> from hamkor.grammar import load_language
    >>> bool(compile_phrases(load_language("ru"), "stages", "conditions").search("если сойдутся в цене"))
    True
    """
    return compile_any(language, language.get(file, key), place=f"{language.code}/{file}.toml: {key}")


def compile_any(language: Language, patterns: Iterable[str], *, place: str) -> re.Pattern[str]:
    """Any of these patterns, as one regular expression over folded text or a scene."""
    lists, endings = language.lists, language.endings
    return compile_kept(
        join_alternatives([write_notation(p, place=place, lists=lists, endings=endings) for p in patterns])
    )
