"""Every rule of every language reads its examples, where marked, and none of its rejects. Knows no language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hamkor.extract.candidates import candidate_scene
from hamkor.extract.flow import read_parts
from hamkor.extract.organisations import name_scene
from hamkor.grammar import Rule, Rulebook, Scene, load_language, load_rules
from hamkor.grammar.language import LANGUAGES
from hamkor.model import Document, PreparedText, Sentence, Span
from hamkor.prepare.scenes import build_plain_scene, is_latin_foreign
from hamkor.text.fold import fold

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def rule_cases(key: str) -> list[tuple[str, str, Rule, str]]:
    cases = []
    for folder in sorted(p.parent for p in LANGUAGES.glob("*/language.toml")):
        language = load_language(folder.name)
        for file in sorted(p.stem for p in folder.glob("*.toml") if "[[rule]]" in p.read_text("utf-8")):
            for rule in load_rules(language, file):
                cases += [(folder.name, file, rule, line) for line in getattr(rule, key)]
    return cases


# Scenes that hold more than the layer of parts they are made from: kind → (layer, how to build it).
FURTHER = {"names": ("simple", name_scene), "candidates": ("organisations", candidate_scene)}


def get_scene(prepared: PreparedText, kind: str) -> Scene:
    if kind not in FURTHER:
        return read_parts(prepared, kind).sentences[0].scene
    layer, build = FURTHER[kind]
    reading = read_parts(prepared, layer)
    return build(reading, reading.sentences[0])


def found_spans(code: str, file: str, rule: Rule, text: str) -> list[str]:
    """What a rule finds in a text that is brought to the letters of the language's data, in the text's own letters."""
    language, written = load_language(code), text
    text, offsets = language.reader.convert(text)
    kind = language.get_table(file).get("scene", "people")
    if kind == "plain":
        plain = build_plain_scene(text, fold(text), Span(0, len(text)), latin=is_latin_foreign(language))
        return [offsets.to_original(m.span()).within(written) for m in Rulebook([rule]).find(plain)]
    prepared = PreparedText(
        document=Document(id="example", text=written, digest="0"),
        text=text,
        offsets=offsets,
        language=code,
        sentences=(Sentence(Span(0, len(text)), 0),),
        published="2025-12-28",
    )
    found = Rulebook([rule]).find(get_scene(prepared, kind))
    return [offsets.to_original(m.span()).within(written) for m in found]


@pytest.mark.parametrize(("code", "file", "rule", "line"), rule_cases("examples"))
def test_example_is_read(code: str, file: str, rule: Rule, line: str) -> None:
    marked = MARKED.findall(line)
    assert marked, f"{code}/{file}.toml: {rule.name}: the example marks no span: {line}"
    found = found_spans(code, file, rule, MARKED.sub(r"\1", line))
    assert set(marked) <= set(found), f"{rule.name} read {found}"


@pytest.mark.parametrize(("code", "file", "rule", "line"), rule_cases("rejects"))
def test_reject_is_not_read(code: str, file: str, rule: Rule, line: str) -> None:
    assert found_spans(code, file, rule, line) == []


def test_no_engine_code_names_a_language() -> None:
    """Words in Cyrillic or a language's code in engine code would be a rule that escaped from its folder."""
    engine = Path(LANGUAGES).parent
    files = [p for d in ("extract", "prepare", "grammar", "resolve", "verify") for p in (engine / d).rglob("*.py")]
    strings = re.compile(r"""(?<!\w)(["'])(?:ru|uz|kk|uz-Latn|uz-Cyrl)\1""")
    code_lines = [
        f"{p.name}: {line.strip()}"
        for p in files
        for line in re.sub(r'"""[\s\S]*?"""', "", p.read_text("utf-8")).splitlines()
        if strings.search(line.split("#")[0]) or re.search("[а-яА-Я]", line.split("#")[0])
    ]
    assert code_lines == []
