"""The examples and rejects of rules, run as the rules are run in a document. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from hamkor.extract.flow import read_parts, read_statements
from hamkor.extract.organisations.bodies import body_scene
from hamkor.extract.organisations.scenes import name_scene
from hamkor.extract.people.candidates import candidate_scene
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Match, Rule, Rulebook, Scene, load_rules
from hamkor.model import Document, OffsetMap, PreparedText, Sentence, Span, Statements
from hamkor.prepare.scenes import build_plain_scene, is_latin_foreign
from hamkor.text.fold import fold

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_PUBLISHED = "2025-12-28"  # the day that examples are read on
_Build = Callable[[Reading, ReadSentence], Scene]
# Scenes that hold more than the layer of parts they are made from: kind → (layer, how to build it).
_FURTHER: dict[str, tuple[str, _Build]] = {
    "names": ("simple", name_scene),
    "bodies": ("organisations", body_scene),
    "candidates": ("organisations", candidate_scene),
}


def list_rule_files(folder: Path) -> list[str]:
    """The files of a language's folder that hold rules, without their endings."""
    return sorted(path.stem for path in folder.glob("*.toml") if "[[rule]]" in path.read_text("utf-8"))


def get_rules(language: Language, file: str) -> Rulebook:
    """All rules of a file, compiled once: a rulebook that has searched keeps its place in what texts are asked for."""
    rules: Rulebook = language.remember(f"examples of {file}", lambda spoken: Rulebook(load_rules(spoken, file)))
    return rules


def find_matches(language: Language, file: str, text: str) -> list[tuple[Match, str]]:
    """What the rules of a file find in one sentence, which is read on 28 December 2025, and in which words of it.

    The sentence is brought to the letters of the language's data; the words are in its own.
    """
    converted, offsets = language.reader.convert(text)
    kind = language.get_table(file).get("scene", "people")
    matches = get_rules(language, file).find(_build_scene(language, kind, converted))
    return [(match, offsets.to_original(match.span()).within(text)) for match in matches]


def find_words(language: Language, file: str, rule: Rule, text: str) -> list[str]:
    """The words of a sentence in which one rule (of `get_rules`) finds something; other rules do not hinder it."""
    return [words for match, words in find_matches(language, file, text) if match.rule is rule]


def _build_scene(language: Language, kind: str, text: str) -> Scene:
    if kind == "plain":
        return build_plain_scene(text, fold(text), Span(0, len(text)), latin=is_latin_foreign(language))
    layer, build = _FURTHER.get(kind, (kind, None))
    reading = read_parts(_prepare(language, text), layer, language=language)
    return build(reading, reading.sentences[0]) if build else reading.sentences[0].scene


def _prepare(language: Language, text: str) -> PreparedText:
    return PreparedText(
        document=Document(id="example", text=text, digest="0"),
        text=text,
        offsets=OffsetMap((0,), (0,), len(text), len(text)),
        language=language.code,
        sentences=(Sentence(Span(0, len(text)), 0),),
        published=_PUBLISHED,
    )


def read_sample(language: Language) -> Statements:
    """What is read in one sentence of the language's own sample, by all that it has."""
    texts = [path.read_text("utf-8").strip() for path in sorted(language.folder.glob("sample*.txt"))]
    converted, _ = language.reader.convert(texts[0].splitlines()[0])
    return read_statements(read_parts(_prepare(language, converted), language=language))


def list_failures(language: Language, file: str) -> Iterator[tuple[str, str, str]]:
    """Examples that are not read as marked and rejects that are: (rule, what was found, what was expected)."""
    for rule in get_rules(language, file).rules:
        for line in rule.examples:
            wanted, text = MARKED.findall(line), MARKED.sub(r"\1", line)
            found = find_words(language, file, rule, text)
            if not wanted or not set(wanted) <= set(found):
                yield rule.name, f"{found} in {text!r}", f"{wanted or 'a span marked [[so]]'}"
        for line in rule.rejects:
            found = find_words(language, file, rule, line)
            if found:
                yield rule.name, f"{found} in {line!r}", "nothing, for it is a reject"
