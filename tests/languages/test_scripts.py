"""Uzbek is written in two scripts: its words go from one to the other and back, and a text says the same in both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.grammar import load_language
from hamkor.model import Document, Span
from hamkor.pipeline import read_document

UZBEK = load_language("uz")
# Where the way back is left open: the soft sign, ц, ы, щ are not written in Latin; `yo` is ё or йо; `ye` after a
# consonant is ъе or ье; `ts` within a word is ц or т and с.
OPEN = re.compile(r"yoʽ?|(?<=[bcdfghjklmnpqrstvxz])y[eaou]|ts|[aou]'|ʽ[aeiou]|w|c(?!h)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
ROUND = 2000  # words at least that come back as they were
TEXT = (
    "Toshkent viloyati va Olmaota savdosi 2025-yilning to‘qqiz oyida 850 mln dollarga yetdi. Eksport 20 foizga oshib, "
    "120,5 mln dollarni tashkil etdi. O‘zbekiston va Qozog‘iston 30 tadan ortiq shartnoma imzoladi."
)


def list_strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in list_strings(item)]


@lru_cache(maxsize=1)
def list_words() -> list[str]:
    """The words of the language's own lists and examples, in the letters of its data."""
    texts = [t for path in UZBEK.folder.glob("*.toml") for t in list_strings(UZBEK.get_table(path.stem))]
    tables = [path.stem for path in UZBEK.folder.glob("*.tsv") if path.stem != "scripts"]
    texts += [text for table in tables for row in UZBEK.get_rows(table) for text in row.values() if text]
    words = {word.lower() for text in texts for word in WORD.findall(text)}
    return sorted(word for word in words if len(word) > 2)


def go_and_return(word: str) -> str:
    writer = UZBEK.find_writer("Cyrl")
    assert writer
    return UZBEK.reader.convert_plain(writer.convert_plain(word))


def test_words_come_back_from_cyrillic_as_they_were() -> None:
    sure = [word for word in list_words() if not OPEN.search(word)]
    changed = [(word, go_and_return(word)) for word in sure if go_and_return(word) != word]
    assert len(sure) >= ROUND
    assert len(changed) <= len(sure) // 100, changed[:40]


def test_most_words_with_open_letters_come_back_too() -> None:
    unsure = [word for word in list_words() if OPEN.search(word)]
    back = [word for word in unsure if go_and_return(word) == word]
    assert len(back) / len(unsure) > 0.8


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Ўзбекистон", "Oʽzbekiston"),
        ("Ғижғижон ҳоқон", "Gʽijgʽijon hoqon"),
        ("елкан, поезд, объект, съезд", "yelkan, poyezd, obyekt, syezd"),
        ("маъно, санъат, аъзо", "maʽno, sanʽat, aʽzo"),
        ("цирк, концерт, конституция", "sirk, konsert, konstitutsiya"),
        ("сентябрь", "sentyabr"),
        ("Исҳоқ", "Isʽhoq"),
        ("ТОШКЕНТ", "TOSHKENT"),
        ("Шамси", "Shamsi"),
    ],
)
def test_cyrillic_is_read_as_latin(cyrillic: str, latin: str) -> None:
    assert UZBEK.reader.convert_plain(cyrillic) == latin


@pytest.mark.parametrize("mark", "'ʻʼ‘’`")
def test_every_apostrophe_is_the_same_letter(mark: str) -> None:
    assert UZBEK.reader.convert_plain(f"O{mark}zbekiston, ma{mark}lum") == "Oʽzbekiston, maʽlum"


@pytest.mark.parametrize(
    ("drafted", "read"),
    [
        ("Õzbekiston", "Oʽzbekiston"),
        ("ğoya, şahar, çoy", "gʽoya, shahar, choy"),
        ("Ózbekiston, Qozoǵiston", "Oʽzbekiston, Qozogʽiston"),
        ("Qozog\u0303iston, Qozoḡiston", "Qozogʽiston, Qozogʽiston"),
        ("fevral'da, sentyabr'", "fevralda, sentyabr"),
        ("O?zbekiston", "Oʽzbekiston"),
        ("‘‘Dunyo’’ AA", '"Dunyo" AA'),
    ],
)
def test_other_spellings_are_read_too(drafted: str, read: str) -> None:
    assert UZBEK.reader.convert_plain(drafted) == read


@given(
    st.lists(
        st.sampled_from(
            [
                "Тошкент",
                "ўн",
                "ҳужжат",
                "сентябрь",
                "объект",
                "5",
                "млн,",
                "O‘zbekiston",
                "ma’lum",
                "AQSh",
                "шаҳри",
                "ёш",
            ]
        ),
        max_size=12,
    )
)
def test_every_word_leads_back_to_where_it_stood(words: list[str]) -> None:
    written = " ".join(words)
    text, offsets = UZBEK.reader.convert(written)
    at = 0
    for word in words:
        read = UZBEK.reader.convert_plain(word)
        start = text.index(read, at)
        assert offsets.to_original(Span(start, start + len(read))).within(written) == word
        at = start + len(read)


def read_in(script: str) -> list[tuple[object, ...]]:
    writer = UZBEK.find_writer("Cyrl")
    text = writer.convert_plain(UZBEK.reader.convert_plain(TEXT)) if script == "Cyrl" and writer else TEXT
    read = read_document(Document(id="x", text=text, digest="0", published="2025-11-15"))
    assert read.prepared.language == f"uz-{script}"
    for figure in read.statements.observations:
        evidence = figure.evidence
        assert text[evidence.start : evidence.end] == evidence.exact
    return [
        (o.indicator, o.measure, o.obs_value, o.unit_measure, o.qualifier, str(o.time_period), o.ref_area, o.status)
        for o in read.statements.observations
    ]


def test_a_text_says_the_same_in_both_scripts() -> None:
    latin = read_in("Latn")
    assert len(latin) == 4
    assert read_in("Cyrl") == latin


NEW_LETTERS = (("o‘", "õ"), ("O‘", "Õ"), ("g‘", "ğ"), ("sh", "ş"), ("Sh", "Ş"), ("ch", "ç"))
INITIALS = "Hokim Yo{0}.Aliyev, vazir G{0}. Sa{0}diyev va elchi Sh.Karimov Toshkentda uchrashdi."


def test_a_text_says_the_same_in_the_new_letters() -> None:
    text = TEXT
    for old, new in NEW_LETTERS:
        text = text.replace(old, new)
    read = read_document(Document(id="x", text=text, digest="0", published="2025-11-15"))
    assert read.prepared.language == "uz-Latn"
    assert [o.obs_value for o in read.statements.observations] == [850_000_000, 20, 120_500_000, 30]
    assert [o.ref_area for o in read.statements.observations[:3]] == ["UZ-TO"] * 3


@pytest.mark.parametrize("mark", "'ʻʼ‘’`")
def test_initials_with_an_apostrophe_belong_to_the_name(mark: str) -> None:
    text = INITIALS.format(mark)
    read = read_document(Document(id="x", text=text, digest="0", published="2025-11-15"))
    names = [f"Yo{mark}.Aliyev", f"G{mark}. Sa{mark}diyev", "Sh.Karimov"]
    assert [(p.name, p.evidence.exact) for p in read.statements.people] == [(name, name) for name in names]
    assert [p.position for p in read.statements.people] == ["governor", "minister", "ambassador"]


@pytest.mark.parametrize("script", ["Latn", "Cyrl"])
def test_letters_and_their_marks_may_stand_apart(script: str) -> None:
    writer = UZBEK.find_writer(script)
    assert writer
    text = writer.convert_plain(UZBEK.reader.convert_plain(f"{TEXT} Hokim Zoyir Mirzayev keldi."))
    apart = normalize("NFD", text.replace("oʻ", "õ"))
    whole, parted = (read_document(Document(id="x", text=t, digest="0")).statements for t in (text, apart))
    assert apart != text
    assert [o.obs_value for o in parted.observations] == [o.obs_value for o in whole.observations]
    assert [p.name for p in parted.people] == [p.name for p in whole.people]
    for told in (*parted.observations, *parted.people):
        evidence = told.evidence
        assert apart[evidence.start : evidence.end] == evidence.exact
        assert not combining(apart[evidence.end])


def test_names_stand_in_the_script_of_the_text() -> None:
    text = (
        "Тошкент вилояти ҳокими Зойир Мирзаев 12 ноябрь куни Шимкент шаҳрида «Ўзсаноатқурилишбанк» раҳбари билан "
        "учрашди. Kazinform хабар беришича, унда савдо муҳокама қилинди."
    )
    read = read_document(Document(id="x", text=text, digest="0", published="2025-11-15"))
    statements = read.statements
    names = [*(p.name for p in statements.people), *(o.name for o in statements.organisations)]
    names += [e.place or "" for e in statements.events]
    assert not [name for name in names if re.search("[A-Za-zʽ]", name.replace("Kazinform", ""))], names
