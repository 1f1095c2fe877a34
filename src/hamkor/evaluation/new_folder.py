"""The folder of a new language: every key that `languages/keys.toml` tells, empty, with what it means."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hamkor.errors import LanguageError
from hamkor.evaluation.folders import SAMPLE
from hamkor.grammar.keys import COLUMNS, Key, list_keys


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
