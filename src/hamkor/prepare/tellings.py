"""A body told twice: the same sentence further on in a document is another telling of it, not another sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hamkor.model import Sentence
from hamkor.prepare.page import Draft

_FEWEST_WORDS = 4  # of a sentence whose repetition says anything
_FEWEST_REPEATED = 3
_SHARE = 0.6
_LEADS = 2  # sentences at the head of a text that may tell one of the body in nearly the same words
_FEWEST_NEAR = 8
_NEAR = 0.9  # of the words of the longer telling


def merge_tellings(drafts: Sequence[Draft]) -> tuple[tuple[Sentence, ...], bool]:
    """Sentences with their further tellings in `also`, and whether the body as a whole stands there twice.

    Tellings have the same words; quotation marks, punctuation, space and line breaks may differ. The first stays, but
    of a subtitle that leaves out a word or two the sentence of the body does, and of a lead-in the one before its list.
    """
    groups = _group(drafts)
    repeated = [(g[0], g[1]) for g in groups if len(g) > 1]
    doubled = _is_doubled(repeated, len(drafts))
    _join_leads(groups, drafts)
    sentences = (_merge([drafts[n].sentence for n in _with_list_first(group, drafts)]) for group in groups)
    return tuple(sorted(sentences, key=lambda s: s.span)), doubled


def _group(drafts: Sequence[Draft]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for number, draft in enumerate(drafts):
        key = " ".join(draft.words) if len(draft.words) >= _FEWEST_WORDS else f"{number}"
        groups.setdefault(key, []).append(number)
    return list(groups.values())


def _with_list_first(group: list[int], drafts: Sequence[Draft]) -> list[int]:
    """A sentence that leads in a list stays where the list stands: the other copy may have lost it."""
    leads = (n for n in group if n + 1 < len(drafts) and drafts[n + 1].sentence.kind == "item")
    first = next(leads, group[0]) if len(group) > 1 and drafts[group[0]].sentence.kind != "item" else group[0]
    return [first, *(n for n in group if n != first)]


def _merge(sentences: list[Sentence]) -> Sentence:
    first, *others = sentences
    return replace(first, also=tuple(s.span for s in others)) if others else first


def _join_leads(groups: list[list[int]], drafts: Sequence[Draft]) -> None:
    """A lead joins the group of the sentence that tells it in full, behind it."""
    for group in [g for g in groups[:_LEADS] if len(drafts[g[0]].words) >= _FEWEST_NEAR]:
        words = drafts[group[0]].words
        full = next((g for g in groups if g is not group and _tells(drafts[g[0]].words, words)), None)
        if full:
            full.extend(group)
            groups.remove(group)


def _tells(full: list[str], lead: list[str]) -> bool:
    """Whether `full` says what `lead` says: nearly all of its words, the same figures, and no fewer words."""
    if not len(lead) <= len(full) <= len(lead) / _NEAR:
        return False
    said, words = set(full), set(lead)
    digits = {w for w in words if w[0].isdigit()}
    return len(words & said) >= _NEAR * len(said) and digits == {w for w in said if w[0].isdigit()}


def _is_doubled(repeated: Sequence[tuple[int, int]], total: int) -> bool:
    if len(repeated) < _FEWEST_REPEATED:
        return False
    second = min(pair[1] for pair in repeated)
    return len(repeated) >= _SHARE * min(second, total - second)
