"""What a user can set: where the ledger is, and how far reading from addresses may go."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hamkor.errors import UsageError

T = TypeVar("T")
_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to keep and how far to reach.

    ledger         path of a SQLite file, or a `postgresql://` address
    max_bytes      the most bytes read from one file or address
    timeout_s      seconds that an address has for its whole answer
    max_redirects  how often an address may send the reader on
    allow_private  whether addresses inside the own network may be read
    """

    ledger: str
    max_bytes: int = 32 * 1024 * 1024
    timeout_s: float = 30.0
    max_redirects: int = 5
    allow_private: bool = False


def get_settings(*, ledger: str | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force: what the command says, else the environment, else the default.

    ledger   what stands after `--ledger`, or None
    environ  the environment; None means that of this run. Read are HAMKOR_LEDGER, HAMKOR_MAX_BYTES,
             HAMKOR_TIMEOUT_S, HAMKOR_MAX_REDIRECTS and HAMKOR_ALLOW_PRIVATE.

    Raises UsageError where a variable cannot be read as what it sets.

    >>> get_settings(ledger="desk.db", environ={"HAMKOR_TIMEOUT_S": "5"}).timeout_s
    5.0
    """
    given = os.environ if environ is None else environ
    default = Settings(ledger="")
    return Settings(
        ledger=ledger or given.get("HAMKOR_LEDGER") or _default_ledger(),
        max_bytes=_read(given, "HAMKOR_MAX_BYTES", _whole, default.max_bytes),
        timeout_s=_read(given, "HAMKOR_TIMEOUT_S", _seconds, default.timeout_s),
        max_redirects=_read(given, "HAMKOR_MAX_REDIRECTS", _whole, default.max_redirects),
        allow_private=_read(given, "HAMKOR_ALLOW_PRIVATE", _switch, default.allow_private),
    )


def get_languages_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """The folder of the user's own languages (HAMKOR_LANGUAGES), or None. A language there goes before ours.

    >>> get_languages_folder({}) is None
    True
    """
    named = (os.environ if environ is None else environ).get("HAMKOR_LANGUAGES")
    return Path(named) if named else None


def get_aliases_file(environ: Mapping[str, str] | None = None) -> Path | None:
    """The user's own table of what organisations are called (HAMKOR_ALIASES), or None. It goes before ours.

    >>> get_aliases_file({}) is None
    True
    """
    named = (os.environ if environ is None else environ).get("HAMKOR_ALIASES")
    return Path(named) if named else None


def get_cache_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Where is kept what any run can work out again: HAMKOR_CACHE, else the user's folder for such things.

    >>> get_cache_folder({"HAMKOR_CACHE": "made"}).name
    'made'
    """
    named = (os.environ if environ is None else environ).get("HAMKOR_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # only needed where nothing is set

    return user_cache_path("hamkor", appauthor=False)


def _default_ledger() -> str:
    from platformdirs import user_data_path  # only needed where nothing is set

    return str(Path(user_data_path("hamkor", appauthor=False)) / "hamkor.db")


def _read(given: Mapping[str, str], name: str, parse: Callable[[str], T], default: T) -> T:
    if name not in given:
        return default
    try:
        return parse(given[name].strip())
    except ValueError as error:
        raise UsageError(
            f"environment variable {name}", found=repr(given[name]), expected=str(error), do="set it so or unset it"
        ) from None


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError("a whole number, 0 or more")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 < seconds < float("inf"):
        raise ValueError("a number of seconds above 0")
    return seconds


def _switch(text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise ValueError("1 or 0")
