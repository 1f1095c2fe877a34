"""Letters of one script for another's: words, capitals, contexts, and the way back to where they stood."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Span
from hamkor.text.transliterate import Letters, Transliterator, make_transliterators

CYRILLIC = Transliterator(
    [
        Letters("ш", "sh"),
        Letters("а", "a"),
        Letters("е", "e"),
        Letters("е", "ye", "^ао"),
        Letters("о", "o"),
        Letters("ь", ""),
        Letters("ьо", "yo"),
        Letters("н", "n"),
        Letters("о'", "uu", "", "!'"),
    ]
)


def test_letters_stand_for_others_by_what_is_around_them() -> None:
    assert CYRILLIC.convert_plain("ешена аеша") == "yeshena ayesha"
    assert CYRILLIC.convert_plain("ноньон онь") == "nonyon on"


def test_capitals_stay_capitals() -> None:
    assert CYRILLIC.convert_plain("Ша ШАША Ш. аШ Еша") == "Sha SHASHA Sh. aSh Yesha"


def test_all_apostrophes_are_one() -> None:
    assert CYRILLIC.convert_plain("но‘н но`н ноʻн") == "nuun nuun nuun"
    assert CYRILLIC.convert_plain("но''н") == "no''n"


def test_what_is_not_in_the_table_stays() -> None:
    text = "US$ 5 mln, zхz; 2026 — «ё»"
    assert CYRILLIC.convert(text)[0] == text


def test_a_mute_last_letter_belongs_to_the_one_before() -> None:
    text, offsets = CYRILLIC.convert("шань на")
    assert text == "shan na"
    assert offsets.to_original(Span(0, 4)) == Span(0, 4)
    assert offsets.to_original(Span(5, 7)) == Span(5, 7)


@given(st.text(alphabet="шаеоньШНxz 5.'‘", max_size=60))
def test_every_word_leads_back_to_the_word_it_was(written: str) -> None:
    text, offsets = CYRILLIC.convert(written)
    assert (offsets.clean_length, offsets.original_length) == (len(text), len(written))
    assert len(text.split()) <= len(written.split())
    at = 0
    for word in (w for w in written.split(" ") if CYRILLIC.convert_plain(w)):
        mapped = CYRILLIC.convert_plain(word)
        start = text.index(mapped, at)
        back = offsets.to_original(Span(start, start + len(mapped)))
        assert back.within(written).strip("ь") == word.strip("ь")
        at = start + len(mapped)


@given(st.text(alphabet="шаеонь 'x", max_size=40))
def test_offsets_never_go_back(written: str) -> None:
    text, offsets = CYRILLIC.convert(written)
    spans = [offsets.to_original(Span(i, i + 1)) for i in range(len(text))]
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    assert all(0 <= s.start <= s.end <= len(written) for s in spans)


def test_a_table_has_ways_in_from_all_scripts_and_out_to_each() -> None:
    columns = ("script", "way", "written", "read", "after", "before")
    rows = [("Cyrl", "in", "ш", "sh", "", ""), ("Latn", "in", "ş", "sh", "", ""), ("Cyrl", "out", "sh", "ш", "", "")]
    table = make_transliterators(dict(zip(columns, row, strict=True)) for row in rows)
    assert table["", "in"].convert_plain("шş") == "shsh"
    assert table["Cyrl", "out"].convert_plain("Shsh") == "Шш"


def test_a_table_without_rows_changes_nothing() -> None:
    text, offsets = make_transliterators([])["", "in"].convert("шş'")
    assert (text, offsets.clean) == ("шş'", (0,))
