"""What users are told, in their language: one TOML file a language, every key in each of them."""

from hamkor.messages.texts import (
    LANGUAGES,
    choose_language,
    find_code,
    find_codes,
    get_language,
    get_text,
    set_language,
    speak,
    tell_error,
    tell_notice,
    tell_phrase,
)

__all__ = [
    "LANGUAGES",
    "choose_language",
    "find_code",
    "find_codes",
    "get_language",
    "get_text",
    "set_language",
    "speak",
    "tell_error",
    "tell_notice",
    "tell_phrase",
]
