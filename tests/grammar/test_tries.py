"""What a rulebook tries, and where: nothing that a search through the whole scene would find is missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hamkor.grammar import Part, Rule, Rulebook, build_scene, compile_notation
from hamkor.model import Span

SOURCES = (
    "встреч~ .. посол~", "[новый] посол", "({greets}|<area>) .. встреч~", "^ посол", "(^|,) посол", "<area> и <area>",
    "посол*2 встреч~", "what:(<area> .. посол) и", "~ла <area>", "в <area>", "[<area>] посол [и] встреча",
)  # fmt: skip
LISTS = {"greets": ["приветствовала", "встретила посла"]}
NOTATIONS = [compile_notation(source, place="test", lists=LISTS) for source in SOURCES]
RULES = Rulebook(Rule(source, (notation,), {}, (), ()) for source, notation in zip(SOURCES, NOTATIONS, strict=True))
WORDS = st.sampled_from(
    ("встреча", "встречей", "посол", "посла", "новый", "и", "в", ",", "АРЕА", "приветствовала", ".")
)


@given(st.lists(WORDS, max_size=12), st.integers(0, 9))
def test_tries_find_what_a_search_finds(words: list[str], start: int) -> None:
    folded = " ".join(words).lower()
    areas = [at for at in range(len(folded)) if folded.startswith("ареа", at)]
    parts = [Part("area", Span(at, at + 4), None) for at in areas]
    scene = build_scene(folded, Span(min(start, len(folded)), len(folded)), parts)
    found = [(match.rule.name, match.start, match.end) for match in RULES.find(scene)]
    searched = [
        (notation.source, *_trim(scene.text, *met.span()))
        for notation in NOTATIONS
        for met in notation.regex.finditer(scene.text)
        if met.group()
    ]
    assert found == searched


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
