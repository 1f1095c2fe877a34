"""A text laid out: what the steps of preparing hand on to one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hamkor.grammar import Language, Match, Rulebook, load_rules
from hamkor.grammar.index import WORDS, AnchorIndex
from hamkor.model import Sentence
from hamkor.prepare.scenes import build_plain_scene, is_latin_foreign

_SHORT = 30  # characters of a line that rules are tried on even where no word of theirs stands in it


_OPENING = 5  # words
_REMEMBERED = 200_000


class Draft(NamedTuple):
    """A sentence with its folded words, and whether its block ends with it."""

    sentence: Sentence
    words: list[str]
    last: bool = False


class Page(NamedTuple):
    """A repaired text, folded too."""

    text: str
    folded: str

    def draft(self, sentence: Sentence, *, last: bool) -> Draft:
        return Draft(sentence, WORDS.findall(self.folded, sentence.span.start, sentence.span.end), last)


class PlainRules:
    """The rules of a file, tried on sentences that hold a word of theirs: most hold none and cost a look-up a word."""

    def __init__(self, language: Language, file: str) -> None:
        rules = load_rules(language, file)
        self._book = Rulebook(rules)
        self._index = AnchorIndex(notation.anchors for rule in rules for notation in rule.patterns)
        self._latin = is_latin_foreign(language)
        self._quiet: set[str] = set()  # words known to lead to no rule

    def find(self, page: Page, draft: Draft) -> Iterable[Match]:
        """Matches in a sentence that holds a word of theirs."""
        if not self._speaks(draft.words):
            return ()
        return self._book.find(build_plain_scene(page.text, page.folded, draft.sentence.span, latin=self._latin))

    def find_opening(self, page: Page, draft: Draft) -> Iterable[Match]:
        """Matches in a sentence that holds a word of theirs among its first, or is too short to be worth a look-up."""
        span = draft.sentence.span
        if span.end - span.start > _SHORT and not self._speaks(draft.words[:_OPENING]):
            return ()
        return self._book.find(build_plain_scene(page.text, page.folded, span, latin=self._latin))

    def _speaks(self, words: list[str]) -> bool:
        """Whether any word leads to a rule; patterns without an anchor are left to short lines."""
        quiet = self._quiet
        if quiet.issuperset(words):
            return False
        if len(quiet) >= _REMEMBERED:
            quiet.clear()
        for word in words:
            if word not in quiet:
                if self._index.get(word):
                    return True
                quiet.add(word)
        return False
