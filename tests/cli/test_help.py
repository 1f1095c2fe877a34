"""Help in each language, its examples, and what a start loads."""

from __future__ import annotations

import json
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import hamkor
from hamkor.cli.main import COMMANDS
from hamkor.cli.main import hamkor as group
from hamkor.messages import LANGUAGES
from running import run_command

PACKAGE = Path(hamkor.__file__).parent
EXAMPLES = [
    (name, example)
    for name in COMMANDS
    if name != "serve"  # it ends when it is told to; tests/web runs it
    for example in group.get_command(None, name).examples  # type: ignore[arg-type, union-attr]
]
PASSWORD = "quiet saxaul road"  # what is asked for where one is
HEAVY = (
    "sqlalchemy",
    "fastapi",
    "jinja2",
    "lxml",
    "openpyxl",
    "httpx",
    "pymorphy3",
    "trafilatura",
    "hamkor.ledger",
    "hamkor.pipeline",
)


def call(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "HAMKOR_LANG")}
    command = [sys.executable, "-m", "hamkor", *arguments]
    return subprocess.run(
        command, env=clean | environ, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


def test_every_command_says_what_it_does_and_shows_examples(run: Any) -> None:
    for name in COMMANDS:
        done = run(name, "--help")
        assert done.status == 0
        assert done.out.startswith(f"Usage: hamkor {name}")
        assert f"Examples:\n  hamkor {name}" in done.out
        assert max(map(len, done.lines)) <= 100


def test_the_list_of_commands_holds_each(run: Any) -> None:
    shown = run("--help").out
    assert all(re.search(rf"^  {name}  ", shown, re.M) for name in COMMANDS)


@pytest.mark.parametrize(("arguments", "environ"), [
    (("figures", "--help", "--lang", "ru"), {}),
    (("figures", "--help"), {"HAMKOR_LANG": "ru"}),
    (("figures", "--help"), {"LANG": "ru_RU.UTF-8"}),
    (("--lang=ru", "figures", "--help"), {"HAMKOR_LANG": "en"}),
])  # fmt: skip
def test_the_language_is_the_one_asked_for(arguments: tuple[str, ...], environ: dict[str, str]) -> None:
    shown = call(*arguments, **environ).stdout
    assert "Вызов: hamkor figures" in shown
    assert "Показать эту справку." in shown
    assert "Show this text." not in shown


def test_errors_are_told_in_the_language_asked_for() -> None:
    done = call("figures", "--limit", "0", "--lang", "ru")
    assert done.returncode == 2
    assert done.stderr == "--limit: найдено: '0'; ожидалось: целое число, 1 или больше; напишите так\n"


HELP = re.compile(r"(help|option|hamkor)\.|\w+\.(help|short)$")  # may be left to another language


def load(language: str) -> dict[str, str]:
    flat: dict[str, str] = {}

    def add(prefix: str, table: dict[str, Any]) -> None:
        for name, value in table.items():
            if isinstance(value, dict):
                add(f"{prefix}{name}.", value)
            else:
                flat[prefix + name] = value

    add("", tomllib.loads((PACKAGE / "messages" / f"{language}.toml").read_text("utf-8")))
    return flat


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_everything_with_the_same_values(language: str) -> None:
    first, other = load(LANGUAGES[0]), load(language)
    falls_back = other.pop("falls_back", None)
    told = [key for key in first if not (falls_back and HELP.match(key))]
    assert list(other) == told
    first = {key: first[key] for key in told}
    first.pop("period.day")  # each language writes a day its own way
    for key, text in first.items():
        assert set(re.findall(r"\{(\w+)", text)) == set(re.findall(r"\{(\w+)", other[key])), key
        assert bool(text) == bool(other[key]), key


def test_every_text_that_code_asks_for_is_there_and_none_lies_unused() -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    asked = set(re.findall(r"get_text\(\s*['\"](?!page\.)([\w.]+)['\"]", code))  # tests/web sees to those of pages
    texts = load("en")
    assert asked <= set(texts)
    whole = {f"{name}.{part}" for name in COMMANDS for part in ("help", "short")}
    options = {f"option.{name}" for name in re.findall(r'"--([\w-]+)"', code)}
    groups = "code|kind|column|kept|version|verdict|scale|unit|equation|check_name|explanation|explained"
    made = {key for key in texts if re.match(rf"({groups})\.", key)}
    keys = asked | whole | {name.replace("-", "_") for name in options} | made
    quoted = {key for key in texts if f'"{key}"' in code}
    assert set(texts) - keys - quoted == set()


def write_kazakh_book(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "09_2025"
    for row in (["Страна", "Экспорт, тыс. долларов США"], ["Всего", 900.5], ["Узбекистан", 240.7]):
        sheet.append(row)
    book.save(file)


@pytest.fixture(scope="module")
def desk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the examples name, and a ledger of the example documents."""
    folder = tmp_path_factory.mktemp("desk")
    shipped, gold = PACKAGE / "examples", Path(__file__).parents[2] / "evaluation" / "gold"
    (folder / "folder").mkdir()
    for name in ("report.txt", "protocol.txt", "folder/notes.txt"):
        shutil.copy(shipped / "protocol.txt", folder / name)
    shutil.copy(shipped / "meeting.html", folder / "page.html")
    shutil.copy(shipped / "documents.jsonl", folder / "news.jsonl")
    (folder / "evaluation" / "gold").mkdir(parents=True)
    for document in gold.rglob("*-01.json"):  # a few will do
        shutil.copy(document, folder / "evaluation" / "gold")
    shutil.copytree(gold.parent / "checks", folder / "evaluation" / "checks")
    shutil.copytree(gold.parent / "stories" / "khorgos-apples", folder / "evaluation" / "stories" / "one")
    (framed := folder / "evaluation" / "wordings" / "ru").mkdir(parents=True)
    (framed / "frames.tsv").write_text("kind\ttext\tfields\nevents\tАким принял посла.\ttype=meeting\n", "utf-8")
    shutil.copytree(PACKAGE / "languages" / "en", folder / "en")
    series = "source,indicator,ref_area,counterpart_area,time_period,obs_value,unit_measure"
    (folder / "trade.csv").write_text(f"{series}\nBureau,trade_turnover,KZ,UZ,2024,4300000000,USD\n")
    siat = {"metadata": [{"name_en": "Unit of measurement", "value_en": "mln. US dollars"}],
            "data": [{"Code": "398", "Klassifikator": "Qozog'iston", "2024": 1304.2}]}  # fmt: skip
    (folder / "sdmx_data_2402.json").write_text(json.dumps([siat]))
    write_kazakh_book(folder / "09_2025.xlsx")
    (folder / "names.tsv").write_text("Шавкат Мирзиёев\tShavkat Mirziyoyev\n", "utf-8")
    own = "name\tarea\tnames\tsource\nTuran club\tUZ\tТБК | Turon biznes klubi\town\n"
    (folder / "own.tsv").write_text(own, "utf-8")
    (folder / "evaluation" / "floors-own.toml").write_text('[all]\n"evidence.exact" = 1.0\n')
    (folder / "password.txt").write_text(f"{PASSWORD}\n")
    for command in (("read", folder / "news.jsonl"), ("users", "add", "Lola"), ("users", "token", "Lola", "script")):
        done = run_command(*command, "--ledger", folder / "hamkor.db", given=PASSWORD)
        assert done.status == 0, done.err
    return folder


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_examples_run(run: Any, desk_folder: Path, *, name: str, example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk_folder)
    shutil.copy("hamkor.db", "own.db")  # an example may remove something
    monkeypatch.setenv("HAMKOR_LEDGER", "own.db")
    assert example.startswith(f"hamkor {name}")
    if re.search(r"[<>]", example):
        monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
        done = subprocess.run(example, shell=True, capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr.decode()
    else:
        shown = run(*shlex.split(example)[1:], given=PASSWORD)
        assert shown.status == 0, shown.err


def test_help_loads_nothing_heavy_and_comes_at_once() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "hamkor", "--help"]
    loaded = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr
    modules = {line.rpartition("|")[2].strip() for line in loaded.splitlines()}
    assert not [name for name in modules if name.startswith(HEAVY)]
    assert min(_time_help() for _ in range(3)) <= 0.5


def _time_help() -> float:
    """Processor seconds: the clock would tell what else the machine does."""
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    call("--help")
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime


@pytest.mark.parametrize("name", ["extract", "evaluate", "completion"])
def test_commands_without_a_ledger_do_not_load_one(name: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "hamkor", name, "--help"]
    loaded = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr
    assert "sqlalchemy" not in loaded


def test_an_unknown_command_or_option_is_told_with_the_nearest(run: Any) -> None:
    assert run("figurs").err == "hamkor: found 'figurs'; expected a command; did you mean figures?\n"
    told = "hamkor figures: found --indicatr; expected an option of this command; did you mean --indicator?\n"
    assert run("figures", "--indicatr", "exports").err == told
    assert run("figures", "--lang", "xx").err.startswith("--lang: found 'xx'; expected en, kk, ru, uz; ")


def test_without_a_command_the_help_is_shown_and_the_status_is_2(run: Any) -> None:
    done = run()
    assert done.status == 2
    assert "Commands:" in done.err


def test_the_version_is_told(run: Any) -> None:
    assert run("--version").out == f"hamkor {hamkor.__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_a_script(run: Any, shell: str) -> None:
    assert f"_HAMKOR_COMPLETE={shell}_complete" in run("completion", shell).out


def test_a_shell_completes_commands_options_and_codes() -> None:
    def complete(words: str, at: int) -> list[str]:
        done = call(_HAMKOR_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at))
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert complete("hamkor ev", 1) == ["events", "evaluate"]
    assert complete("hamkor figures --ind", 2) == ["--indicator"]
    assert complete("hamkor commitments --stage can", 3) == ["cancelled"]
