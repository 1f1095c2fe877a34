"""Texts by key, and the language they are in."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from hamkor.errors import HamkorError

_FIRST = "en"
FALLS_BACK = "falls_back"  # key of the language in which a language tells what it does not tell itself
LANGUAGES = tuple(
    sorted((f.stem for f in Path(__file__).parent.glob("*.toml")), key=lambda name: (name != _FIRST, name))
)
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which POSIX asks them
_chosen: list[str] = []
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_PARTS = (", line ", ", row ", ", record ")  # of a place within a file
_PAGES = "page."  # texts that only pages have: a command does not read them


def choose_language(asked: str | None = None, environ: Mapping[str, str] | None = None) -> str:
    """The language of messages: the one asked for, else HAMKOR_LANG, else that of the locale, else English.

    >>> choose_language(environ={"LANG": "ru_RU.UTF-8"}), choose_language("en", {"HAMKOR_LANG": "ru"})
    ('ru', 'en')
    """
    given = os.environ if environ is None else environ
    locale = next((given[name] for name in _LOCALE if given.get(name)), "")
    wanted = (asked, given.get("HAMKOR_LANG"), locale)
    tags = (tag.replace("_", "-").split("-")[0].split(".")[0].lower() for tag in wanted if tag)
    return next((tag for tag in tags if tag in LANGUAGES), _FIRST)


def set_language(language: str) -> None:
    """Tell everything from now on in `language`."""
    _chosen[:] = [language]


@contextmanager
def speak(language: str) -> Iterator[None]:
    """Tell everything within in `language`, whatever was set: each reader of a server has a language of their own."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def get_language() -> str:
    """The language that is spoken here, else the one that was set, else the one that the surroundings ask for."""
    if spoken := _spoken.get():
        return spoken
    if not _chosen:
        set_language(choose_language())
    return _chosen[0]


def get_text(key: str, **values: object) -> str:
    """The text with this key (`extract.help`), `{name}` replaced by the values. Raises KeyError for no such key."""
    text = (_load_pages if key.startswith(_PAGES) else _load)(get_language())[key]
    return text.format(**values) if values else text


def find_code(group: str, code: str | None) -> str:
    """A code of one of our lists in words; the code itself where the list has none for it, empty for None.

    >>> set_language("en")
    >>> find_code("stage", "in_progress"), find_code("position", None)
    ('in progress', '')
    """
    return _load(get_language()).get(f"code.{group}.{code}", code) if code else ""


def find_codes(group: str) -> tuple[str, ...]:
    """All codes of one of our lists (`indicator`, `sector`, `stage`, `event` …), in its own order."""
    return _find_codes(get_language(), group)


@cache
def _find_codes(language: str, group: str) -> tuple[str, ...]:
    prefix = f"code.{group}."
    return tuple(key.removeprefix(prefix) for key in _load(language) if key.startswith(prefix))


def tell_error(error: HamkorError) -> str:
    """An error in one line: place: what was found; what was expected; what to do."""
    found, expected, do = (tell_phrase(phrase) for phrase in (error.found, error.expected, error.do))
    place = tell_phrase(error.place) if any(part in error.place for part in _PARTS) else error.place
    return get_text("error.line", place=place, found=found, expected=expected, do=do)


def tell_phrase(phrase: str) -> str:
    """A part of an error in the language of messages."""
    from hamkor.messages.phrases import translate  # only needed where something went wrong

    return translate(phrase, get_language())


def tell_notice(notice: str) -> str:
    """What was noticed of a document, in the language of messages; several notices are parted by semicolons."""
    told = tell_phrase(notice)
    return told if told != notice else "; ".join(map(tell_phrase, notice.split("; ")))


@cache
def _load(language: str) -> dict[str, str]:
    """All texts of a language. What it leaves to another one (`falls_back`: the help of commands) is that one's."""
    found = tomllib.loads(Path(__file__).with_name(f"{language}.toml").read_text("utf-8"))
    other = found.pop(FALLS_BACK, None)
    return {**(_load(other) if other else {}), **dict(_flatten("", found))}


@cache
def _load_pages(language: str) -> dict[str, str]:
    """The texts of pages, whole in each language."""
    file = Path(__file__).parent / "pages" / f"{language}.toml"
    return dict(_flatten(_PAGES, tomllib.loads(file.read_text("utf-8"))))


def _flatten(prefix: str, table: Mapping[str, object]) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in table.items():
        flat += _flatten(f"{prefix}{name}.", value) if isinstance(value, Mapping) else [(prefix + name, str(value))]
    return flat
