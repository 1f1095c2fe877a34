"""The one place where patterns are compiled: notation, word lists, scenes, rules, and the loading of a language."""

from hamkor.grammar.kept import compile_kept
from hamkor.grammar.language import Language, load_language
from hamkor.grammar.lexicon import Entry, Found, Lexicon
from hamkor.grammar.morphology import Morphology, get_morphology
from hamkor.grammar.notation import Notation, compile_notation, write_notation
from hamkor.grammar.rules import Match, Rule, Rulebook, load_rules
from hamkor.grammar.scene import PART_KINDS, Part, Scene, build_scene

__all__ = [
    "PART_KINDS",
    "Entry",
    "Found",
    "Language",
    "Lexicon",
    "Match",
    "Morphology",
    "Notation",
    "Part",
    "Rule",
    "Rulebook",
    "Scene",
    "build_scene",
    "compile_kept",
    "compile_notation",
    "get_morphology",
    "load_language",
    "load_rules",
    "write_notation",
]
