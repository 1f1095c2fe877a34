"""Lines of a page that are no part of the report: captions, tags, counters, invitations to read on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hamkor.grammar import Language, Match
from hamkor.prepare.page import Draft, Page, PlainRules

_FILE = "furniture"
_LONGEST_CHAIN = 6  # headings that may follow an invitation to read on


def leave_out_furniture(drafts: Sequence[Draft], page: Page, language: Language) -> list[Draft]:
    """The sentences that are part of the report.

    Trap: an invitation to read on («see also») takes the headings that follow it with it, up to six.
    """
    rules: PlainRules = language.remember(_FILE, _load)
    chain = 0
    kept: list[Draft] = []
    for draft in drafts:
        met = _first(rules.find_opening(page, draft))
        if met:
            chain = _LONGEST_CHAIN if met.rule.gives.get("next") and draft.last else 0
        elif chain and _is_headline(draft, page):
            chain -= 1
        else:
            chain = 0
            kept.append(draft)
    return kept


def _is_headline(draft: Draft, page: Page) -> bool:
    sentence = draft.sentence
    return sentence.kind == "heading" or (draft.last and page.text[sentence.span.end - 1].isalnum())


def _first(matches: Iterable[Match]) -> Match | None:
    return next(iter(matches), None)


def _load(language: Language) -> Any:
    return PlainRules(language, _FILE)
