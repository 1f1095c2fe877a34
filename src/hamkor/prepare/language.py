"""Which language a text is in: by its script, then by the letters and letter triples of its words.

The samples (texts of our own, one a BCP 47 tag) are all there is to learn from: a language that is read has its own in
its folder (`sample.txt`, or one a script: `sample-Latn.txt`), its neighbours, which are only recognised, have theirs
beside this file. The model is made of them when a script is first met, in some milliseconds. A letter that a language
does not have weighs so much that the letters of its alphabet decide before any triple does.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from unicodedata import is_normalized, normalize

from hamkor.grammar.language import list_folders
from hamkor.text.repair import INVISIBLE
from hamkor.text.scripts import count_scripts, find_script

SAMPLES = Path(__file__).parent / "samples"
UNDETERMINED = "und"  # BCP 47
_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ‘’`'][^\W\d_]+)*")
_UNSEEN_BY_ALL = re.compile(f"[{INVISIBLE}]")
_APOSTROPHES = str.maketrans(dict.fromkeys("ʻʼ‘’`´", "'"))
_ENOUGH = 50  # words of a text that are looked at
_HEAD = 1000  # characters in which they are sought
_ALONE = (("Cyrl", re.compile(r"[\u0400-\u052fʻʼ‘’`']+")), ("Latn", re.compile(r"[A-Za-z\u00c0-\u024fʻʼ‘’`']+")))
_PLENTY = 10  # letters and apostrophes that hold more letters than there must be
_FEWEST = 3  # letters below which there is nothing to tell by
_WEIGHTS = (0.6, 0.28, 0.12)  # of a triple, a pair, a letter
_UNSEEN = 1e-6  # a letter that the sample does not hold
_REMEMBERED = 100_000
_WHOLE_WORD = 2.0  # a word that stands in the sample as it is, as most words do that bind a sentence
_HINTED = 12.0  # what a page says of its language outweighs a sentence, but no letter that the language lacks
_SINGLE = {
    "Hani": "zh",
    "Jpan": "ja",
    "Kore": "ko",
    "Geor": "ka",
    "Armn": "hy",
    "Grek": "el",
    "Hebr": "he",
    "Deva": "hi",
}


def find_language(text: str, hint: str | None = None) -> str:
    """The BCP 47 tag of the language most of `text` is in; `und` where there is nothing to tell by.

    `hint` is the tag that the page gives itself: it decides where a short text leaves it open.
    Trap: of a text in two languages the one with more words among the first hundreds wins.

    >>> find_language("The ambassador met the governor of the region")
    'en'
    """
    words = _WORD.findall(_make_whole(text[:_HEAD]))
    script, own = _find_main_script(words)
    if script is None:
        return UNDETERMINED
    if script in _SINGLE:
        return _SINGLE[script]
    model = _get_model(script)
    return model.choose(own, hint) if own and model.tags else UNDETERMINED


def _make_whole(text: str) -> str:
    """The text with letters and their marks in one, and without characters that nobody sees: both cut words in two."""
    text = text if is_normalized("NFC", text) else normalize("NFC", text)
    return _UNSEEN_BY_ALL.sub("", text)


def _find_main_script(words: list[str]) -> tuple[str | None, list[str]]:
    """The script that most letters are of, None where they are too few, and the first words in it."""
    letters = "".join(words[:_ENOUGH])
    if len(letters) >= _PLENTY:  # most often all are of one script; else they are counted
        for script, alone in _ALONE:
            if alone.fullmatch(letters):
                return script, words[:_ENOUGH]
    scripts = count_scripts(Counter(letters))
    if sum(scripts.values()) < _FEWEST:
        return None, []
    script = scripts.most_common(1)[0][0]
    return script, list(islice((w for w in words if find_script(w[0]) == script), _ENOUGH))


class _Model:
    """What each language of one script makes of a word: its probability, letter by letter, as a logarithm."""

    def __init__(self, samples: dict[str, str]) -> None:
        self.tags = tuple(samples)
        self._grams = _Grams([_count(text) for text in samples.values()])
        self._words = [frozenset(_WORD.findall(text.lower().translate(_APOSTROPHES))) for text in samples.values()]
        self._known: dict[str, tuple[float, ...]] = {}

    def choose(self, words: list[str], hint: str | None = None) -> str:
        known = self._known
        weighed = [known[w] if w in known else self._weigh(w) for w in words]
        if hint:
            weighed.append(tuple(_HINTED * _is_hinted(tag, hint) for tag in self.tags))
        totals = list(map(sum, zip(*weighed, strict=True)))
        return self.tags[totals.index(max(totals))]

    def _weigh(self, word: str) -> tuple[float, ...]:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        plain = word.lower().translate(_APOSTROPHES)
        grams = [self._grams[gram] for gram in _triples(plain)]
        columns = zip(zip(*grams, strict=True), self._words, strict=True)
        weights = tuple([sum(column) + _WHOLE_WORD * (plain in words) for column, words in columns])
        return self._known.setdefault(word, weights)


def _is_hinted(tag: str, hint: str) -> bool:
    """Whether a page's own tag means this one: `uz` and `uz-UZ` mean Uzbek in the script that stands there."""
    return tag.partition("-")[0] == hint.lower().partition("-")[0]


class _Grams(dict[str, tuple[float, ...]]):
    """What each language makes of a triple of letters; each triple is weighed once."""

    def __init__(self, counts: list[Counter[str]]) -> None:
        super().__init__()
        self._counts = counts

    def __missing__(self, gram: str) -> tuple[float, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[gram] = found = tuple(_probability(gram, counts) for counts in self._counts)
        return found


def _probability(gram: str, counts: Counter[str]) -> float:
    """Of the triple given the pair before, interpolated with pairs and letters."""
    triple = counts[gram] / (counts[gram[:2]] or 1)
    pair = counts[gram[1:]] / (counts[gram[1]] or 1)
    letter = counts[gram[2]] / counts[""]
    return math.log(_WEIGHTS[0] * triple + _WEIGHTS[1] * pair + _WEIGHTS[2] * letter + _UNSEEN)


def _triples(word: str) -> Iterator[str]:
    padded = f"  {word} "
    return (padded[i : i + 3] for i in range(len(padded) - 2))


def _count(text: str) -> Counter[str]:
    """How often each letter, pair and triple stands in a sample; under the empty string, all letters."""
    counts: Counter[str] = Counter()
    for word in _WORD.findall(text.lower().translate(_APOSTROPHES)):
        for gram in _triples(word):
            counts.update((gram, gram[1:], gram[2], ""))
        counts.update(("  ", " "))
    return counts


def list_samples() -> list[tuple[str, Path]]:
    """The samples of all languages that are told apart, by BCP 47 tag; of one there may be several."""
    neighbours = [(path.stem, path) for path in SAMPLES.glob("*.txt")]
    own = [(_tag(path), path) for folder in list_folders() for path in folder.glob("sample*.txt")]
    return sorted(neighbours + own)


def _tag(sample: Path) -> str:
    return sample.parent.name + sample.stem.removeprefix("sample")


@lru_cache(maxsize=16)
def _get_model(script: str) -> _Model:
    texts: dict[str, str] = {}
    for tag, path in list_samples():
        texts[tag] = f"{texts.get(tag, '')}\n{path.read_text('utf-8')}"
    return _Model({tag: text for tag, text in texts.items() if _find_main_script(_WORD.findall(text))[0] == script})
