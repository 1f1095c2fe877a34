"""A body told twice: the same sentence further on in a document is another telling of it, not another sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hamkor.grammar.index import WORDS
from hamkor.model import Sentence

_FEWEST_WORDS = 4  # of a sentence whose repetition says anything
_FEWEST_REPEATED = 3
_SHARE = 0.6


def merge_tellings(sentences: Sequence[Sentence], folded: str) -> tuple[tuple[Sentence, ...], bool]:
    """Sentences with their further tellings in `also`, and whether the body as a whole stands there twice.

    Tellings may differ in quotation marks, punctuation, space and line breaks. The first stays.
    """
    first: dict[str, int] = {}
    kept: list[Sentence] = []
    repeated: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        words = WORDS.findall(folded, sentence.span.start, sentence.span.end)
        key = " ".join(words)
        if len(words) >= _FEWEST_WORDS and key in first:
            told = kept[first[key]]
            kept[first[key]] = replace(told, also=(*told.also, sentence.span))
            repeated.append((first[key], number))
            continue
        first[key] = len(kept)
        kept.append(sentence)
    return tuple(kept), _is_doubled(repeated, len(sentences))


def _is_doubled(repeated: Iterable[tuple[int, int]], total: int) -> bool:
    pairs = list(repeated)
    if len(pairs) < _FEWEST_REPEATED:
        return False
    second = pairs[0][1]
    return len(pairs) >= _SHARE * min(second, total - second)
