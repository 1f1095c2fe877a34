"""Folders of languages: ours are whole, a new one can be begun, what is amiss is told with its place, and a new
language is read without any change of the engine."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamkor.errors import LanguageError
from hamkor.evaluation.folders import check_folder, find_empty
from hamkor.evaluation.new_folder import write_folder
from hamkor.grammar.keys import list_keys
from hamkor.grammar.language import LANGUAGES, load_language
from hamkor.model import Document
from hamkor.pipeline import read_document
from hamkor.prepare import language as finder

OURS = sorted(path.parent for path in LANGUAGES.glob("*/language.toml"))


@pytest.mark.parametrize("folder", OURS, ids=lambda path: path.name)
def test_no_key_of_ours_is_missing_or_unknown(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    for path in copy.glob("*.toml"):  # the rules have tests of their own
        text = path.read_text("utf-8")
        path.write_text(text.split("[[rule]]")[0] + ("\n" if "[[rule]]" not in text else _tables_after_rules(text)))
    problems = [str(p) for p in check_folder(copy) if not p.place.endswith(": rule")]
    assert problems == []


def _tables_after_rules(text: str) -> str:
    """The tables that stand after the last rule."""
    last = text.rpartition("[[rule]]")[2]
    _, mark, rest = last.partition("\n[")
    return "\n" + mark.strip() + rest


def test_a_new_folder_has_every_key_and_lacks_only_its_sample(tmp_path: Path) -> None:
    files = write_folder(tmp_path / "xx")
    assert {path.name for path in files} >= {"language.toml", "areas.tsv", "sample.txt"}
    [problem] = check_folder(tmp_path / "xx")
    assert problem.place == "xx/sample.txt"


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "notes.txt").write_text("mine")
    with pytest.raises(LanguageError, match="a folder with files"):
        write_folder(tmp_path / "xx")
    assert (tmp_path / "xx" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "expected"),
    [
        ("sentences.toml", "goes_on = []", "", "xx/sentences.toml: goes_on", "a list"),
        ("sentences.toml", "goes_on = []", 'goes_on = "USA"', "xx/sentences.toml: goes_on", "a list"),
        ("sentences.toml", "goes_on", "goes_off", "xx/sentences.toml: goes_off", "a key that is known"),
        ("lists.toml", "and = []", "and = [", "xx/lists.toml", "TOML in UTF-8"),
        ("given_names.tsv", "name\tsex", "name\tgender", "xx/given_names.tsv", "columns name, sex"),
        ("given_names.tsv", "name\tsex", "name\tsex\nAna\tf\tx", "xx/given_names.tsv: row 1", "2 columns"),
        ("given_names.tsv", "name\tsex", "name\tsex\nAna\tw", "xx/given_names.tsv: row 1: sex", "one of f, m, mf"),
        ("areas.tsv", "people\tif", "people\tif\nKZ-99\tX", "xx/areas.tsv: row 1: code", "a code of ISO 3166"),
        ("sentences.toml", "goes_on = []", "goes_on = [5]", "xx/sentences.toml: goes_on", "a text"),
        ("language.toml", 'code = "xx"', 'code = "yy"', "xx/language.toml: code", "xx"),
        ("language.toml", "scripts = []", 'scripts = ["Cyrillic"]', "xx/language.toml: scripts", "one of Arab, Armn"),
        ("numerals.toml", "[cardinals]", '[cardinals]\none = "a"', "xx/numerals.toml: cardinals: one", "a number"),
        (
            "numerals.toml",
            "[cardinals]",
            '[cardinals]\n1 = ["a"]\n2 = ["a"]',
            "xx/numerals.toml: cardinals: 2",
            "each word under one key: it stands at cardinals: 1, too",
        ),
        (
            "units.toml",
            "unit = []",
            'unit = [{ kind = "mony", code = "USD", patterns = ["x"] }]',
            "xx/units.toml: unit 1: kind",
            "one of measure, money, percent, times",
        ),
        (
            "indicators.toml",
            "indicator = []",
            'indicator = [{ name = "xports", patterns = ["x"] }]',
            "xx/indicators.toml: indicator xports: name",
            "one of agreements_count",
        ),
        (
            "indicators.toml",
            "[unit]",
            '[unit]\nt = ["weight"]',
            "xx/indicators.toml: unit: t",
            "one of agreements_count",
        ),
    ],
)
def test_what_is_amiss_is_told_with_its_place(  # noqa: PLR0913 (a table of cases)
    tmp_path: Path, file: str, old: str, new: str, *, place: str, expected: str
) -> None:
    write_folder(tmp_path / "xx")
    (tmp_path / "xx" / "sample.txt").write_text("some words of it")
    path = tmp_path / "xx" / file
    path.write_text(path.read_text("utf-8").replace(old, new))
    told = [p for p in check_folder(tmp_path / "xx") if p.place == place]
    assert told
    assert expected in told[0].expected


def test_rules_that_contradict_their_examples_are_told(tmp_path: Path) -> None:
    write_folder(tmp_path / "xx")
    (tmp_path / "xx" / "sample.txt").write_text("some words of it")
    (tmp_path / "xx" / "events.toml").write_text(
        (tmp_path / "xx" / "events.toml").read_text("utf-8").replace("rule = []", "")
        + '\n[[rule]]\nname = "met"\npatterns = ["met"]\ngives = { type = "meeting" }\n'
        + 'examples = ["They [[met]].", "They [[spoke]]."]\nrejects = ["Nobody met."]\n'
    )
    assert [p.place for p in check_folder(tmp_path / "xx")] == ["xx/events.toml: rule met"] * 2


RULE = '[[rule]]\nname = "met"\npatterns = ["met"]\ngives = {gives}\nexamples = ["They [[met]]."]\nrejects = ["No."]\n'


@pytest.mark.parametrize(
    ("gives", "place", "expected"),
    [
        ('{ type = "meetng" }', "gives: type", "one of appointment, call, forum, meeting"),
        ('{ tpe = "meeting" }', "gives: type", "a value for this field"),
        ('{ type = "meeting", when = "now" }', "gives: when", "one of bare, dated, plain"),
    ],
)
def test_what_a_rule_gives_is_known(tmp_path: Path, gives: str, place: str, expected: str) -> None:
    write_folder(tmp_path / "xx")
    (tmp_path / "xx" / "sample.txt").write_text("some words of it")
    path = tmp_path / "xx" / "events.toml"
    path.write_text(path.read_text("utf-8").replace("rule = []", "") + RULE.format(gives=gives), "utf-8")
    told = {problem.place: problem.expected for problem in check_folder(tmp_path / "xx")}
    assert told[f"xx/events.toml: rule met: {place}"].startswith(expected)


@pytest.mark.parametrize("file", ["areas.tsv", "sample.txt"])
def test_a_file_in_another_encoding_is_told(tmp_path: Path, file: str) -> None:
    write_folder(tmp_path / "xx")
    (tmp_path / "xx" / file).write_bytes("Бишкек".encode("cp1251"))
    [problem] = check_folder(tmp_path / "xx")
    assert (problem.place, problem.expected) == (f"xx/{file}", "a text in UTF-8")


def test_what_stands_empty_is_told_until_it_is_filled(tmp_path: Path) -> None:
    write_folder(tmp_path / "xx")
    places = [problem.place for problem in find_empty(tmp_path / "xx")]
    assert {"xx/language.toml: name", "xx/numerals.toml: cardinals", "xx/areas.tsv"} <= set(places)
    path = tmp_path / "xx" / "language.toml"
    path.write_text(path.read_text("utf-8").replace('name = ""', 'name = "x"'), "utf-8")
    assert "xx/language.toml: name" not in [problem.place for problem in find_empty(tmp_path / "xx")]
    assert [find_empty(folder) for folder in OURS] == [[]] * len(OURS)


def test_every_value_that_is_told_has_its_key() -> None:
    known = {(key.file, key.name) for key in list_keys()}
    told = tomllib.loads((LANGUAGES / "values.toml").read_text("utf-8"))
    for file, keys in told.items():
        for key in keys:
            assert any((file, key.rsplit(".", cut)[0]) in known for cut in range(4)), (file, key)


def test_every_key_says_what_it_means() -> None:
    keys = list_keys()
    assert len({(key.file, key.name) for key in keys}) == len(keys) > 200
    assert all(key.meaning.strip() for key in keys)


KYRGYZ = {
    "language.toml": {
        "scripts = []": 'scripts = ["Cyrl"]',
        'name = ""': 'name = "кыргызча"',
        "final_verb = false": "final_verb = true",
        "[endings]": '[endings]\ncase = ["", "дан", "га", "да", "нын"]',
    },
    "units.toml": {"unit = []": 'unit = [{ kind = "percent", code = "PCT", patterns = ["пайыз~"], signs = [] }]'},
    "indicators.toml": {"indicator = []": 'indicator = [{ name = "exports", patterns = ["экспорт~"] }]'},
    "observations.toml": {"[cues]": '[cues]\n"up actual" = ["көбөйдү", "өстү"]'},
    "areas.tsv": {"people\tif\n": "people\tif\nKG\tКыргызстан\tcountry\tКыргызстан~case\t\t\t\t\n"},
}
SAMPLE = """Облус акими кошуна өлкөнүн элчиси менен жолугуп, соода жүгүртүүнү көбөйтүү жөнүндө сүйлөштү.
Быйылкы жылы экспорт өстү, бирок айрым товарлардын баасы кымбаттады. Эки тарап тең жаңы завод курууга макул болду."""


@pytest.fixture
def _kyrgyz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A small language of the user's own, in a folder of its own."""
    folder = tmp_path / "ky"
    write_folder(folder)
    for file, changes in KYRGYZ.items():
        text = (folder / file).read_text("utf-8")
        for old, new in changes.items():
            assert old in text, (file, old)
            text = text.replace(old, new)
        (folder / file).write_text(text, "utf-8")
    (folder / "sample.txt").write_text(SAMPLE, "utf-8")
    assert check_folder(folder) == []
    monkeypatch.setenv("HAMKOR_LANGUAGES", str(tmp_path))
    finder._get_model.cache_clear()
    yield
    finder._get_model.cache_clear()  # tests that come later know nothing of this language


@pytest.mark.usefixtures("_kyrgyz")
def test_a_new_language_is_read_without_a_change_of_the_engine() -> None:
    text = "Кыргызстандан экспорт өткөн жылы 18 пайызга көбөйдү."
    read = read_document(Document(id="ky-1", text=text, digest="0", published="2025-12-28"))
    assert read.prepared.language == load_language("ky").code == "ky"
    [figure] = read.statements.observations
    assert (figure.indicator, figure.measure, figure.obs_value) == ("exports", "change", 18)
    assert figure.evidence.exact.startswith("18 пайыз")
