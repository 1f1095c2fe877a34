"""Where sentences end, and which lines are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.grammar import load_language
from hamkor.model import Document, Span
from hamkor.prepare import prepare
from hamkor.prepare.sentences import split_sentences
from hamkor.prepare.wording import get_sentence_words

WORDS = get_sentence_words(load_language("ru"))
SPLIT = [
    "Завод открыли. | Он нужен области.",
    "Рост составил 5 млн тенге. | Экспорт упал.",
    "Ввезено 5 млрд кВт·ч. | Годом ранее — 4 млрд.",
    "В 2025 г. | Узбекистан открыл рынок.",
    "Встреча прошла в г. Ташкенте. | Стороны довольны.",
    "Порядка 4 тыс. предприятий работают. | Это много.",
    "Вложено 818 млн долл. США за год. | Это рекорд.",
    "Университет им. Абая принял гостей. | Их было пять.",
    "Дом стоит на ул. Навои. | Рядом парк.",
    "Министр К. Ахметов и А. Б. Садыков прибыли. | Их встретили.",
    "Экспорт, т. е. вывоз, вырос. | Импорт упал.",
    "«Мы готовы!» — сказал аким. | Затем он уехал.",
    "«Мы готовы. | Начнём завтра», — сказал аким.",
    "Готовы ли мы? | Да.",
    "Рост — 2,5 млрд. | Доля — 20%.",
    "Построено 2 млрд. 842 млн тенге дорог. | Итог хороший.",
    "1. Построить мост. | Срок: до 1 июля 2026 г.",
    "Участвовали банки, фонды и т.д. | Затем был обед.",
    "1.1. Назначить дату. | Срок прежний.",
    "Отв. исп.: ТОО «Степь». | Срок: постоянно.",
    "Это ТОО «TCL Gr.», которое строит завод.",
    "Дж. Мирзаев и Т. Ибраев подписали акт.",
    "Работа идёт… | Итоги будут позже.",
    "Он сказал: «Готово.» | Все ушли.",
    "Награду получил проф. Садыков. | Ему 60 лет.",
    "Цена — 40 тыс. тенге. | Билет продают с мая.",
    "Объём — 5 куб. м. | Это немного.",
    "Вложено 185 млн руб. | Завод построят осенью.",
    "Продано 40 тыс. т. | Цена прежняя.",
    "В 2024 году в г. Ташкенте открыли завод. | Он нужен.",
]


@pytest.mark.parametrize("line", SPLIT)
def test_sentences_end_where_they_do(line: str) -> None:
    parts = line.split(" | ")
    text = " ".join(parts)
    assert [s.within(text) for s in split_sentences(text, Span(0, len(text)), WORDS)] == parts


OTHERS = [
    ("kk", "Сапардың құны 185 мың теңге. | Енді Бұхараны қосамыз."),
    ("kk", "Мұнда 4 мың адам. | Бәрі де жергілікті."),
    ("kk", "Жоба құны 12 млн тг. | Ол келер жылы басталады."),
    ("kk", "Сауда 10 млн. АҚШ доллары болды. | Бұл көп."),
    ("uz", "Narxi 185 ming so'm. | Endi Buxoro ham qo'shiladi."),
    ("uz", "Loyiha qiymati 12 mln doll. | U kelasi yil boshlanadi."),
]


@pytest.mark.parametrize(("language", "line"), OTHERS)
def test_a_unit_after_a_number_in_letters_ends_a_sentence(language: str, line: str) -> None:
    parts, words = line.split(" | "), get_sentence_words(load_language(language))
    text = " ".join(parts)
    assert [s.within(text) for s in split_sentences(text, Span(0, len(text)), words)] == parts


PIECES = st.sampled_from(["Аким", "г.", "А.", "млн", ".", "!", " ", "«", "»", "—", "5", "он", "т.е."])


@given(st.lists(PIECES).map("".join))
def test_nothing_but_space_is_lost_between_sentences(text: str) -> None:
    spans = list(split_sentences(text, Span(0, len(text)), WORDS))
    outside = list(text)
    for span in spans:
        outside[span.start : span.end] = [" "] * (span.end - span.start)
    assert not "".join(outside).strip()
    assert spans == sorted(spans)


def sentences(text: str) -> list[tuple[str, str]]:
    prepared = prepare(Document(id="a", text=text, digest="0", published="2025-06-01"))
    return [(s.kind, s.span.within(prepared.text)) for s in prepared.sentences]


def test_wrapped_lines_are_one_sentence() -> None:
    text = "Стороны договорились открыть рейс, сообщает\nИА “Степь”.\nРейс откроют\nв мае .\nЕго ждут ,\nсказал аким."
    assert sentences(text) == [
        ("paragraph", "Стороны договорились открыть рейс, сообщает ИА “Степь”."),
        ("paragraph", "Рейс откроют в мае."),
        ("paragraph", "Его ждут, сказал аким."),
    ]


def test_a_subtitle_without_a_full_stop_is_not_joined_to_the_next_line() -> None:
    text = "Рейс откроют в мае, полёты дважды в неделю\nАкимат города объявил о новом рейсе. Его ждали два года."
    assert next(s for _, s in sentences(text)) == "Рейс откроют в мае, полёты дважды в неделю"


def test_lists_are_items_and_a_dash_after_no_colon_is_speech() -> None:
    text = (
        "По итогам встречи аким:\n\n— предложил открыть рейс;\n\n— поддержал выставку.\n\n"
        "— Мы рады гостям, — сказал он.\n\n"
        "РЕШИЛИ:\n\n1. Открыть рейс.\n\n2) Провести выставку."
    )
    kinds = [k for k, _ in sentences(text)]
    assert kinds == ["paragraph", "item", "item", "item", "paragraph", "item", "item"]
