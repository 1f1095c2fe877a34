"""The folder of a language looked through: what is missing, what is unknown, what contradicts its own examples."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hamkor.errors import LanguageError
from hamkor.evaluation.rules import list_failures, list_rule_files, read_sample
from hamkor.evaluation.values import find_slips
from hamkor.grammar.keys import COLUMNS, Key, list_keys
from hamkor.grammar.language import LANGUAGES, Language

SAMPLE = "sample.txt"
_LISTS = frozenset({"patterns", "examples", "rejects", "words", "ends", "endings", "only"})  # fields that are lists
_FORMS: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "number": int,
    "switch": bool,
    "list": list,
    "map": dict,
    "records": list,
}


def check_folder(folder: Path) -> list[LanguageError]:
    """All that is missing or contradictory in the folder of a language; empty where it is whole.

    First that every file can be read; where none is amiss, every key by its form; then the values by what they may be;
    then every rule by its examples.
    """
    for check in (_check_syntax, _check_content, _check_values, _check_rules):
        if problems := list(check(folder)):
            return problems
    return []


def find_empty(folder: Path) -> list[LanguageError]:
    """Keys that every language of ours has filled and this folder has not: what to write next.

    Not everything must be there for a language to be read; what stands empty is read as nothing.
    """
    keys = [key for key in list_keys() if key.required and key.first is None]
    ours = [path.parent for path in LANGUAGES.glob("*/language.toml")]
    left = [key for key in keys if not _get_value(folder, key) and all(_get_value(other, key) for other in ours)]
    return [_problem(_place(folder, key), "nothing", _tell_form(key)) for key in left]


def _place(folder: Path, key: Key) -> str:
    return f"{folder.name}/{key.file}.tsv" if key.name == COLUMNS else f"{folder.name}/{key.file}.toml: {key.name}"


def _tell_form(key: Key) -> str:
    return f"{key.form if key.form == 'records' else f'a {key.form}'}: {key.meaning}"


def _get_value(folder: Path, key: Key) -> Any:
    """What stands under a key; of a switch or a number that it stands there at all."""
    if key.name == COLUMNS:
        path = folder / f"{key.file}.tsv"
        return path.exists() and any(Language(folder.name, folder).get_rows(key.file))
    value = _find(_load(folder, key.file), key.name)
    return not isinstance(value, _Missing) and (value or isinstance(value, (bool, int)))


def _check_syntax(folder: Path) -> Iterator[LanguageError]:
    for path in sorted(folder.glob("*.toml")):
        try:
            _load(folder, path.stem)
        except LanguageError as error:
            yield error
    for path in sorted((*folder.glob("*.tsv"), *folder.glob("*.txt"))):
        try:
            path.read_text("utf-8")
        except UnicodeDecodeError as problem:
            yield _problem(f"{folder.name}/{path.name}", str(problem), "a text in UTF-8")


def _check_content(folder: Path) -> Iterator[LanguageError]:
    yield from _check_keys(folder)
    yield from _check_unknown(folder)
    yield from _check_sample(folder)


def _check_keys(folder: Path) -> Iterator[LanguageError]:
    for key in list_keys():
        if key.name == COLUMNS:
            yield from _check_columns(folder, key)
            continue
        place, found = f"{folder.name}/{key.file}.toml: {key.name}", _find(_load(folder, key.file), key.name)
        if isinstance(found, _Missing):
            if key.required:
                yield _problem(place, "nothing", _tell_form(key))
        elif not _has_form(found, key.form):
            yield _problem(place, repr(found), _tell_form(key))
        elif key.form == "list" and (odd := [item for item in found if not isinstance(item, (str, list))]):
            yield _problem(place, repr(odd[0]), "a text")
        elif key.form == "records":
            yield from _check_records(place, key, found)


class _Missing:
    """No value stands there."""


def _find(table: Mapping[str, Any] | None, name: str) -> Any:
    value: Any = table
    for step in name.split("."):
        if not isinstance(value, dict) or step not in value:
            return _Missing()
        value = value[step]
    return value


def _load(folder: Path, file: str) -> dict[str, Any] | None:
    """The tables of a file; None where there is none. Raises LanguageError where it is no TOML."""
    path = folder / f"{file}.toml"
    return Language(folder.name, folder).get_table(file) if path.exists() else None


def _has_form(value: Any, form: str) -> bool:
    return isinstance(value, _FORMS[form]) and not (form == "number" and isinstance(value, bool))


def _check_records(place: str, key: Key, records: list[Any]) -> Iterator[LanguageError]:
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict):
            yield _problem(f"{place} {number}", repr(record), "a table")
            continue
        for field, required in key.fields.items():
            if required and field not in record:
                yield _problem(f"{place} {number}: {field}", "nothing", "a value for this field")
        for field in sorted(_LISTS.intersection(record)):
            if not isinstance(record[field], list):
                yield _problem(f"{place} {number}: {field}", repr(record[field]), "a list")
        for field in sorted(set(record) - set(key.fields)):
            yield _problem(f"{place} {number}: {field}", repr(record[field]), f"one of {', '.join(key.fields)}")


def _check_columns(folder: Path, key: Key) -> Iterator[LanguageError]:
    path = folder / f"{key.file}.tsv"
    place, wanted = f"{folder.name}/{path.name}", list(key.fields)
    if not path.exists():
        yield _problem(place, "no such file", f"columns {', '.join(wanted)}: {key.meaning}")
        return
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        if (found := next(rows, [])) != wanted:
            yield _problem(place, ", ".join(found) or "no columns", f"columns {', '.join(wanted)}")
            return
        for number, row in enumerate(rows, 1):
            if len(row) > len(wanted):
                yield _problem(f"{place}: row {number}", f"{len(row)} columns", f"{len(wanted)} columns")


def _check_unknown(folder: Path) -> Iterator[LanguageError]:
    """Keys that nothing reads: most often a slip of the pen."""
    keys = list_keys()
    for path in sorted(folder.glob("*.toml")):
        known = {key.name: key.form for key in keys if key.file == path.stem}
        if path.stem == "lists":
            continue  # lists are for patterns to name
        for name in _names(_load(folder, path.stem) or {}, known):
            yield _problem(f"{folder.name}/{path.name}: {name}", "a key", "a key that is known")


def _names(table: Mapping[str, Any], known: Mapping[str, str], prefix: str = "") -> Iterator[str]:
    for name, value in table.items():
        whole = prefix + name
        if whole in known or (whole == "lists" and isinstance(value, dict)):
            continue
        if isinstance(value, dict) and any(k.startswith(f"{whole}.") for k in known):
            yield from _names(value, known, f"{whole}.")
        else:
            yield whole


def _check_sample(folder: Path) -> Iterator[LanguageError]:
    """A page of text, from which the language is told from others."""
    if not any(path.read_text("utf-8").strip() for path in folder.glob("sample*.txt")):
        yield _problem(f"{folder.name}/{SAMPLE}", "nothing", "a page of text in this language, of your own")


def _check_values(folder: Path) -> Iterator[LanguageError]:
    for path in sorted((*folder.glob("*.toml"), *folder.glob("*.tsv"))):
        for slip in find_slips(folder, path.stem, columns=path.suffix == ".tsv"):
            yield _problem(f"{folder.name}/{path.name}: {slip.key}", slip.found, slip.expected)


def _check_rules(folder: Path) -> Iterator[LanguageError]:
    language = Language(folder.name, folder)
    try:
        read_sample(language)  # loads all words and patterns beside the rules
    except LanguageError as error:
        yield error
        return
    except (LookupError, TypeError, ValueError, AttributeError) as error:  # what no check above knows of
        yield _problem(folder.name, f"{type(error).__name__}: {error}", "values of the forms that keys.toml tells")
        return
    for file in list_rule_files(folder):
        try:
            for rule, found, expected in list_failures(language, file):
                yield _problem(f"{folder.name}/{file}.toml: rule {rule}", found, expected)
        except LanguageError as error:
            yield error


def _problem(place: str, found: str, expected: str) -> LanguageError:
    return LanguageError(place, found=found, expected=expected, do="mend the file")


__all__ = ["SAMPLE", "check_folder", "find_empty"]
