"""A language is a folder of data. This loads it; what is missing is an error that names file, key, found, expected."""

from __future__ import annotations

import csv
import gc
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from hamkor.errors import LanguageError
from hamkor.grammar.endings import Endings
from hamkor.grammar.kept import KEPT, digest
from hamkor.settings import get_languages_folder
from hamkor.text.transliterate import IN, OUT, Transliterator, make_transliterators

LANGUAGES = Path(__file__).parent.parent / "languages"


def list_folders() -> list[Path]:
    """The folders of all languages: those of the user (HAMKOR_LANGUAGES) before those of the package.

    >>> sorted(folder.name for folder in list_folders())[:2]
    ['en', 'kk']
    """
    places = [place for place in (get_languages_folder(), LANGUAGES) if place]
    found = {path.parent.name: path.parent for place in reversed(places) for path in place.glob("*/language.toml")}
    return [found[code] for code in sorted(found)]


@dataclass(slots=True)
class Language:
    """The folder of one language, its files read when first asked for.

    >>> load_language("ru").code
    'ru'
    """

    code: str
    folder: Path
    _files: dict[str, dict[str, Any]] = field(default_factory=dict)
    _values: dict[tuple[str, str], Any] = field(default_factory=dict)
    _compiled: dict[str, Any] = field(default_factory=dict)

    def get_table(self, file: str) -> dict[str, Any]:
        """All of `<file>.toml`. Raises LanguageError where it is missing or no TOML."""
        if file not in self._files:
            self._files[file] = _recall(self.folder / f"{file}.toml", self.reader, _read_toml)
        return self._files[file]

    def get(self, file: str, key: str) -> Any:
        """The value at a dotted `key` of `<file>.toml`. Raises LanguageError where it is missing."""
        value = self._values.get((file, key))
        if value is None:
            value = self._values[file, key] = self._find_value(file, key)
        return value

    def _find_value(self, file: str, key: str) -> Any:
        value: Any = self.get_table(file)
        for step in key.split("."):
            if not isinstance(value, dict) or step not in value:
                raise LanguageError(
                    f"{self.code}/{file}.toml: {key}",
                    found="nothing" if isinstance(value, dict) else repr(value),
                    expected="a value for this key",
                    do="write it into the file",
                )
            value = value[step]
        return value

    def get_records(self, file: str, key: str, *fields: str) -> list[dict[str, Any]]:
        """The tables `[[key]]` of `<file>.toml`. Raises LanguageError where one of them lacks one of the `fields`."""
        records: list[dict[str, Any]] = self.get(file, key)
        for number, record in enumerate(records, 1):
            missing = [name for name in fields if name not in record]
            if missing:
                raise LanguageError(
                    f"{self.code}/{file}.toml: {key} {number}: {missing[0]}",
                    found="nothing",
                    expected="a value for this key",
                    do="write it into the table",
                )
        return records

    def get_rows(self, file: str) -> Iterator[dict[str, str]]:
        """The rows of `<file>.tsv` (first line: names of the columns; lines that begin with # are comments)."""
        rows: list[dict[str, str]] = _recall(self.folder / f"{file}.tsv", self.reader, _read_rows)
        return iter(rows)

    @property
    def reader(self) -> Transliterator:
        """Brings a text to the letters of the language's data (`scripts.tsv`); the data themselves too."""
        return self._transliterators["", IN]

    def find_writer(self, script: str) -> Transliterator | None:
        """Brings words from the letters of the data to a script of the language; None where there is nothing to do."""
        return self._transliterators.get((script, OUT))

    @property
    def _transliterators(self) -> dict[tuple[str, str], Transliterator]:
        made: dict[tuple[str, str], Transliterator] = self.remember("scripts", _load_transliterators)
        return made

    @property
    def lists(self) -> Mapping[str, Sequence[str]]:
        """The word lists that patterns name as {list}."""
        return self.get_table("lists")

    @property
    def endings(self) -> Endings:
        """The classes of endings that patterns name as stem~class."""
        endings: Endings = self.remember("endings", _load_endings)
        return endings

    def remember(self, name: str, make: Any) -> Any:
        """What `make(self)` gives, made once: compiled word lists and rules live with their language."""
        if name not in self._compiled:
            with _without_collection():
                self._compiled[name] = make(self)
        return self._compiled[name]


@contextmanager
def _without_collection() -> Iterator[None]:
    """Without looking for garbage meanwhile: of what is loaded nothing is, and going through it again and again took
    a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load_language(tag: str, folder: Path | None = None) -> Language:
    """The language of this BCP 47 tag, from `folder` or else from the package. Raises LanguageError if there is none.

    A language written in several scripts is one folder: `uz-Latn` and `uz-Cyrl` are both `uz`, which names them in
    its `scripts`; a script that it does not name (`kk-Latn`) is not read.
    """
    return _load_tag(tag, folder, get_languages_folder())


@lru_cache(maxsize=64)
def _load_tag(tag: str, folder: Path | None, own: Path | None) -> Language:
    code, _, script = tag.partition("-")
    language = _load_folder(code, folder or _find_folder(code, own))
    if script and script not in language.get("language", "scripts"):
        raise _missing(language.folder.parent / tag / "language.toml")
    return language


def _find_folder(code: str, own: Path | None) -> Path:
    return own / code if own and (own / code).is_dir() else LANGUAGES / code


@lru_cache(maxsize=32)
def _load_folder(code: str, path: Path) -> Language:
    if not (path / "language.toml").exists():
        raise _missing(path / "language.toml")
    return Language(code, path)


def _load_transliterators(language: Language) -> dict[tuple[str, str], Transliterator]:
    path = language.folder / "scripts.tsv"
    return make_transliterators(_read_rows(path, _read(path)))


def _load_endings(language: Language) -> Endings:
    return Endings(language.get("language", "endings"))


def _map_strings(value: Any, reader: Transliterator) -> Any:
    """All strings within a value, in the letters of the data."""
    if isinstance(value, str):
        return reader.convert_plain(value)
    if isinstance(value, list):
        return [_map_strings(item, reader) for item in value]
    if isinstance(value, dict):
        return {key: _map_strings(item, reader) for key, item in value.items()}
    return value


def _recall(path: Path, reader: Transliterator, parse: Callable[[Path, bytes], Any]) -> Any:
    """What a file of a language holds, in the letters of the data; worked out where the file or these are new."""
    raw, scripts = _read(path), _read(path.with_name("scripts.tsv"))
    return KEPT.recall(digest(path.suffix, raw, scripts), lambda: _map_strings(parse(path, raw), reader))


def _read(path: Path) -> bytes:
    if not path.exists():
        raise _missing(path)
    return path.read_bytes()


def _read_rows(path: Path, raw: bytes) -> list[dict[str, str]]:
    lines = io.StringIO(raw.decode("utf-8"), newline="")
    rows = (line for line in lines if line.strip() and not line.startswith("#"))
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def _read_toml(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise LanguageError(
            f"{path.parent.name}/{path.name}", found=str(problem), expected="TOML in UTF-8", do="mend the file"
        ) from problem


def _missing(path: Path) -> LanguageError:
    return LanguageError(
        f"{path.parent.name}/{path.name}", found="no such file", expected="the file of this language", do="write it"
    )
