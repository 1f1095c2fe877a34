"""Documents in several languages: each line is read in its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Document
from hamkor.pipeline import read_document
from hamkor.prepare.passages import split_passages

RUSSIAN = "В 2024 году товарооборот Казахстана и Узбекистана вырос на 12% и достиг 4,2 млрд долларов."
KAZAKH = "2024 жылы Қазақстан мен Өзбекстан арасындағы тауар айналымы 12%-ға өсіп, 4,2 млрд долларға жетті."
ENGLISH = "In 2024 trade turnover between Kazakhstan and Uzbekistan grew by 12 percent and reached $4.2 billion."
UZBEK = "2024-yilda Qozog‘iston va O‘zbekiston o‘rtasidagi savdo aylanmasi 12 foizga oshib, 4,2 mlrd dollarga yetdi."
TAJIK = "Дар ин сол ҳамкории вилоятҳои ду кишвар дар соҳаи савдо ва сайёҳӣ боз ҳам васеъ мешавад, гуфт раис."


def document(*lines: str) -> Document:
    return Document(id="mixed", text="\n\n".join(lines), digest="0", published="2025-03-01")


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        ((RUSSIAN,), ["ru"]),
        ((RUSSIAN, RUSSIAN, KAZAKH), ["ru", "kk"]),
        ((KAZAKH, KAZAKH, RUSSIAN), ["kk", "ru"]),
        ((RUSSIAN, RUSSIAN, ENGLISH), ["ru", "en"]),
        ((UZBEK, UZBEK, RUSSIAN), ["uz-Latn", "ru"]),
        ((UZBEK, UZBEK, ENGLISH), ["uz-Latn", "en"]),
        ((RUSSIAN, RUSSIAN, TAJIK), ["ru", "tg"]),
        ((RUSSIAN, UZBEK, KAZAKH, KAZAKH, ENGLISH, TAJIK), ["kk", "uz-Latn", "en", "tg", "ru"]),
        ((RUSSIAN, "Asian Development Bank (ADB)", RUSSIAN), ["ru"]),
        ((RUSSIAN, "Мәжіліс", RUSSIAN), ["ru"]),
        ((RUSSIAN, "«Тошкент – Олмаота» поезди", RUSSIAN), ["ru"]),
    ],
)
def test_lines_are_told_apart(lines: tuple[str, ...], tags: list[str]) -> None:
    assert [tag for tag, _ in split_passages(document(*lines))] == tags


@given(st.lists(st.sampled_from([RUSSIAN, KAZAKH, ENGLISH, UZBEK, TAJIK, "—", "Фото: 5"]), max_size=6))
def test_every_character_stays_in_its_place(lines: list[str]) -> None:
    whole = document(*lines)
    passages = [passage.text for _, passage in split_passages(whole)]
    assert all(len(text) == len(whole.text) for text in passages)
    for at, character in enumerate(whole.text):
        told = [text[at] for text in passages if not text[at].isspace()]
        assert told == ([] if character.isspace() else [character])


def test_a_figure_told_in_two_languages_is_one() -> None:
    read = read_document(document(RUSSIAN, RUSSIAN.replace("12%", "13%"), ENGLISH))
    growth = [o for o in read.statements.observations if o.measure == "change"]
    assert [float(o.obs_value) for o in growth] == [12, 13]
    [also] = growth[0].evidence.also
    assert also.within(read.prepared.document.text).startswith("12 percent")


def test_evidence_of_each_passage_stands_in_the_whole_document() -> None:
    read = read_document(document(RUSSIAN, RUSSIAN, ENGLISH.replace("$4.2", "$4.9")))
    text = read.prepared.document.text
    found = [o.evidence for o in read.statements.observations]
    assert "$4.9 billion" in [e.exact for e in found]
    for evidence in found:
        assert text[evidence.start : evidence.end] == evidence.exact
        assert text[: evidence.start].endswith(evidence.prefix)


def test_passages_that_are_not_read_are_told() -> None:
    assert read_document(document(RUSSIAN, RUSSIAN, TAJIK)).prepared.notice == "Passages in tg are not read."
    assert read_document(document(RUSSIAN)).prepared.notice is None


def test_a_page_that_is_read_in_part_says_which_part_is_not() -> None:
    prepared = read_document(document(TAJIK, TAJIK, RUSSIAN)).prepared
    assert (prepared.language, prepared.notice) == ("tg", "Passages in tg are not read.")
