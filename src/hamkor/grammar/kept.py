"""What was worked out from the languages' data, kept between runs as Python keeps the modules that it compiled.

Reading TOML and translating and compiling patterns took two thirds of the time in which a language is loaded, and gives
the same every time. It is kept in a file of the user's cache folder under what it was made from: data that change are
simply not found there. Another Python or another release has a file of its own; where nothing can be written nothing
is kept, and all is worked out as ever.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar, cast

from hamkor.settings import get_cache_folder

try:  # the parts that `re.compile` is made of; a Python that has others compiles every time
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:
    _sre = None

T = TypeVar("T")
_WORTH_WRITING_S = 0.1  # less was worked out: the next run does it again
_MOST_BYTES = 64 * 1024 * 1024  # the data of the five languages take some 15 MB; more is of data that have changed
_MOST_FILES = 4  # of other releases and Pythons beside this one


def digest(*parts: object) -> bytes:
    """16 bytes that stand for texts, bytes and numbers.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    told = [_hash(part) if isinstance(part, bytes) else part for part in parts]  # a file's bytes are long to write out
    return _hash(repr(told).encode())


def _hash(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()


class Kept:
    """Values by what they were made from, in one file; those that were not there are added when Python ends.

    A value is made of what `marshal` writes: texts, numbers, tuples, lists, dicts, frozen sets.

    find_path  tells the file, asked when the first value is

    >>> Kept(lambda: Path("nowhere/some.kept")).recall(digest("2 + 2"), lambda: 4)
    4
    """

    def __init__(self, find_path: Callable[[], Path]) -> None:
        self._find_path = find_path
        self._new: dict[bytes, bytes] = {}
        self._spent_s = 0.0

    def recall(self, key: bytes, make: Callable[[], T]) -> T:
        """The value kept under a key; else what `make` gives, which is kept. What `make` raises is raised."""
        blob = self._old.get(key) or self._new.get(key)
        if blob is None:
            return self._make(key, make)
        value: T = marshal.loads(blob)
        return value

    def save(self) -> None:
        """Write what is new beside what is there, whole or not at all: another run may do the same meanwhile."""
        if self._spent_s < _WORTH_WRITING_S:
            return
        blobs = {**self._load(), **self._new}
        if sum(map(len, blobs.values())) > _MOST_BYTES:
            blobs = self._new
        draft = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # nothing may be written here
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(marshal.dumps(blobs))
            draft.replace(self._path)
            self._clear()

    def _make(self, key: bytes, make: Callable[[], T]) -> T:
        if not self._new:
            atexit.register(self.save)
        started = perf_counter()
        value = make()
        self._spent_s += perf_counter() - started
        with suppress(ValueError):  # what marshal does not write: a date in a user's TOML
            self._new[key] = marshal.dumps(cast("Any", value))
        return value

    @cached_property
    def _path(self) -> Path:
        return self._find_path()

    @cached_property
    def _old(self) -> dict[bytes, bytes]:
        return self._load()

    def _load(self) -> dict[bytes, bytes]:
        try:
            blobs = marshal.loads(self._path.read_bytes())
        except (OSError, EOFError, ValueError, TypeError):  # none yet, or what is there was not written by us
            return {}
        return blobs if isinstance(blobs, dict) else {}

    def _clear(self) -> None:
        """Of files left by other releases and Pythons the latest stay."""
        others = sorted(self._path.parent.glob(f"*{self._path.suffix}"), key=lambda path: -path.stat().st_mtime)
        for path in others[1 + _MOST_FILES :]:
            path.unlink(missing_ok=True)


def compile_kept(expression: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, without the work where it was done before.

    >>> compile_kept("(?P<year>[0-9]{4})").search("in 2026")["year"]
    '2026'
    """
    if _sre is None:
        return re.compile(expression, flags)
    key = digest("pattern", expression, int(flags))
    flags, code, groups, names, numbered = KEPT.recall(key, lambda: _compile(expression, flags))
    compiled: re.Pattern[str] = _sre.compile(expression, flags, array("I", code).tolist(), groups, names, numbered)
    return compiled


def _compile(expression: str, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    """As the standard library's `re._compiler.compile`: flags, code, number of groups, their numbers, their names."""
    parsed = _parser.parse(expression, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    names: dict[str, int] = dict(parsed.state.groupdict)
    by_number = {number: name for name, number in names.items()}
    numbered = tuple(by_number.get(number) for number in range(parsed.state.groups))
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, numbered


_DIGESTS: dict[int, tuple[Mapping[str, Any], bytes]] = {}  # each with what it is of, so that its id stays its own


def digest_all(*mappings: Mapping[str, Any]) -> Iterator[bytes]:
    """The digests of word lists or classes of endings, each made once."""
    for mapping in mappings:
        if id(mapping) not in _DIGESTS:
            _DIGESTS[id(mapping)] = mapping, digest(*mapping.items())
        yield _DIGESTS[id(mapping)][1]


def _find_file() -> Path:
    """Named by what the values depend on besides their keys: this Python, and the code that makes them."""
    folder = Path(__file__).parent
    code = [path.read_bytes() for place in (folder, folder.parent / "text") for path in sorted(place.glob("*.py"))]
    return get_cache_folder() / f"{digest(sys.version, *code).hex()}.kept"


KEPT = Kept(_find_file)
