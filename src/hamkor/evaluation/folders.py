"""The folder of a language looked through: what is missing, what is unknown, what contradicts its own examples."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hamkor.errors import LanguageError
from hamkor.evaluation.rules import list_failures, list_rule_files, read_sample
from hamkor.grammar.keys import COLUMNS, Key, list_keys
from hamkor.grammar.language import Language

SAMPLE = "sample.txt"
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

    First that every file is TOML; where none is amiss, every key by its form; then every rule by its examples.
    """
    for check in (_check_syntax, _check_content, _check_rules):
        if problems := list(check(folder)):
            return problems
    return []


def _check_syntax(folder: Path) -> Iterator[LanguageError]:
    for path in sorted(folder.glob("*.toml")):
        try:
            _load(folder, path.stem)
        except LanguageError as error:
            yield error


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
                yield _problem(place, "nothing", f"a {key.form}: {key.meaning}")
        elif not _has_form(found, key.form):
            yield _problem(place, repr(found), f"a {key.form}: {key.meaning}")
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


def _check_rules(folder: Path) -> Iterator[LanguageError]:
    language = Language(folder.name, folder)
    try:
        read_sample(language)  # loads all words and patterns beside the rules
    except LanguageError as error:
        yield error
        return
    for file in list_rule_files(folder):
        try:
            for rule, found, expected in list_failures(language, file):
                yield _problem(f"{folder.name}/{file}.toml: rule {rule}", found, expected)
        except LanguageError as error:
            yield error


def write_folder(folder: Path) -> list[Path]:
    """Write a new language's folder: every key, empty, with what it means. Raises LanguageError where one stands there.

    The files come back in the order in which they are best filled: figures first.
    """
    if folder.exists() and any(folder.iterdir()):
        raise LanguageError(str(folder), found="a folder with files", expected="a new folder", do="name another place")
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[Path, list[Key]] = {}
    for key in list_keys():
        files.setdefault(folder / f"{key.file}.{'tsv' if key.name == COLUMNS else 'toml'}", []).append(key)
    for path, keys in files.items():
        path.write_text(_write_columns(keys[0]) if path.suffix == ".tsv" else _write_table(folder, keys), "utf-8")
    (folder / SAMPLE).touch()
    return [*files, folder / SAMPLE]


def _write_columns(key: Key) -> str:
    return f"# {key.meaning}\n" + "\t".join(key.fields) + "\n"


def _write_table(folder: Path, keys: list[Key]) -> str:
    """Plain keys first, then the tables, as TOML wants it."""
    tables: dict[str, list[Key]] = {}
    for key in keys:
        head, _, _ = key.name.rpartition(".")
        tables.setdefault(key.name if key.form == "map" else head, []).append(key)
    parts = [_write_part(folder, table, tables[table]) for table in sorted(tables, key=bool)]
    text = "\n".join(parts)
    tomllib.loads(text)  # what is written can be read
    return text


def _write_part(folder: Path, table: str, keys: list[Key]) -> str:
    lines = [f"[{table}]"] if table else []
    for key in keys:
        fields = f" ({', '.join(f if must else f + '?' for f, must in key.fields.items())})" if key.fields else ""
        lines.append(f"# {key.meaning}{fields}")
        if key.form != "map":
            lines.append(f"{key.name.rpartition('.')[2]} = {_first(folder, key)}")
    return "\n".join(lines) + "\n"


def _first(folder: Path, key: Key) -> str:
    if (key.file, key.name) == ("language", "code"):
        return f'"{folder.name}"'
    return key.first or {"text": '""', "number": "0", "switch": "false"}.get(key.form, "[]")


def _problem(place: str, found: str, expected: str) -> LanguageError:
    return LanguageError(place, found=found, expected=expected, do="mend the file")


__all__ = ["check_folder", "write_folder"]
