"""The whole of preparing, on texts of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Block, Document, PreparedText, Span
from hamkor.prepare import prepare

BODY = [
    "Аким области принял делегацию Хорезма, сообщает\nИА “Степь”.",
    "Стороны обсудили открытие рейса Актау — Ургенч.",
    "Товарооборот регионов за 2024 год вырос на 12% и достиг $40 млн.",
    "В области работают 90 предприятий с узбекским капиталом.",
    "Гости посетили порт и завод.",
]
SUBTITLE = "Товарооборот регионов за 2024 год вырос на 12% и достиг $40 млн"
QUOTE = "“Рейс откроют весной”, — говорится в сообщении."


def make(text: str, **known: str) -> PreparedText:
    return prepare(Document(id="a", text=text, digest="0", published="2025-06-05", **known))


def told(prepared: PreparedText) -> list[str]:
    return [s.span.within(prepared.text) for s in prepared.sentences]


def twice() -> str:
    squeezed = "АКТАУ, 5 июн — Степь. " + "".join(s.replace("\n", " ") for s in BODY)
    lines = ["АКТАУ, 5 июн — Степь", ". " + BODY[0], *BODY[1:3], QUOTE, *BODY[3:]]
    return "\n".join([SUBTITLE, squeezed, *lines])


def test_a_body_told_twice_is_read_once() -> None:
    prepared = make(twice())
    assert prepared.doubled
    once = [SUBTITLE, *(s.replace("\n", " ") for s in BODY if SUBTITLE not in s), QUOTE]
    assert sorted(told(prepared)) == sorted(once)
    assert [p.within(prepared.text) for p in prepared.sentences[0].also] == [BODY[2], BODY[2]]


def test_a_subtitle_that_leaves_out_a_word_is_another_telling_of_the_full_sentence() -> None:
    full = "По итогам первых шести месяцев года товарооборот двух соседних областей вырос на 12% и достиг $40 млн."
    lead = full.replace("первых ", "").rstrip(".")
    prepared = make(f"{lead}\nАким принял гостей из Хорезма и Бухары. {full}")
    assert told(prepared)[-1] == full
    assert [p.within(prepared.text) for p in prepared.sentences[-1].also] == [lead]


def test_every_telling_leads_back_to_its_own_words() -> None:
    prepared = make(twice())
    for sentence in prepared.sentences:
        for place in (sentence.span, *sentence.also):
            original = prepared.offsets.to_original(place).within(prepared.document.text)
            assert "".join(original.split()) == "".join(place.within(prepared.text).split())


def test_dateline_credit_and_publication_of_a_doubled_body() -> None:
    prepared = make(twice(), publisher="Морской вестник")
    assert (prepared.dateline.place, prepared.dateline.date) == ("Актау", "2025-06-05")
    assert prepared.attributed_to == ("ИА “Степь”",)
    assert prepared.published == "2025-06-05"


def test_a_list_that_fell_out_of_the_squeezed_copy_is_kept_from_the_other() -> None:
    lead, after = "Участники встречи подробно обсудили:", "По данным порта, поток грузов вырос на 7%."
    squeezed = f"{BODY[1]}{lead}{after}{BODY[4]}"
    prepared = make("\n".join([squeezed, BODY[1], lead, "— открытие рейса;", "— выставку.", after, BODY[4]]))
    assert told(prepared) == [BODY[1], after, BODY[4], lead, "— открытие рейса;", "— выставку."]


def test_a_repeated_phrase_does_not_make_a_text_doubled() -> None:
    text = "\n".join([*BODY, BODY[-1], "Визит завершён.", "Следующая встреча пройдёт осенью в Хиве."])
    prepared = make(text)
    assert not prepared.doubled
    assert told(prepared).count("Гости посетили порт и завод.") == 1


def test_other_figures_are_another_sentence() -> None:
    one = "Товарооборот двух областей за первые шесть месяцев года вырос на 12% и достиг $40 млн."
    prepared = make(f"{one}\n{one.replace('12', '13')}")
    assert len(prepared.sentences) == 2


def test_furniture_is_left_out() -> None:
    text = (
        "Опубликовано 3 июня. Фото: акимат области\n\nАким открыл мост через реку.\n\nПросмотров: 1 204\n\n"
        "2 минуты чтения\n\nМост строили два года.\n\nТеги: мост, дорога\n\n16+\n\n"
        "Читайте также:\nЦены на зерно упали\nВ городе открыли парк"
    )
    prepared = make(text)
    assert told(prepared) == ["Аким открыл мост через реку.", "Мост строили два года."]
    assert prepared.dateline.date == "2025-06-03"


def test_without_a_day_of_publication_the_dateline_gives_it() -> None:
    prepared = prepare(Document(id="a", text="АСТАНА, 5 июня 2024 года. Аким открыл мост.", digest="0"))
    assert prepared.published == "2024-06-05"


def test_cells_keep_their_row() -> None:
    text = "Показатель\tСумма\nЭкспорт в область\t40 млн"
    spans = [(0, 10, 0, 0), (11, 16, 0, 1), (17, 34, 1, 0), (35, 41, 1, 1)]
    blocks = tuple(Block("cell", Span(a, b), table=0, row=r, column=c) for a, b, r, c in spans)
    prepared = prepare(Document(id="a", text=text, digest="0", blocks=blocks))
    assert [(s.kind, s.row) for s in prepared.sentences] == [("cell", (0, r)) for _, _, r, _ in spans]
    assert told(prepared)[2:] == ["Экспорт в область", "40 млн"]


def test_blocks_of_the_reader_survive_repair() -> None:
    text = "Новый\u00a0 мост\nАким открыл\u00ad мост.Его ждали."
    blocks = (Block("heading", Span(0, 11)), Block("paragraph", Span(12, len(text))))
    prepared = prepare(Document(id="a", text=text, digest="0", blocks=blocks))
    assert [(s.kind, s.block, w) for s, w in zip(prepared.sentences, told(prepared), strict=True)] == [
        ("heading", 0, "Новый мост"),
        ("paragraph", 1, "Аким открыл мост."),
        ("paragraph", 1, "Его ждали."),
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [("Bugun hokim elchini qabul qildi va yangi zavod ochildi", "uz-Latn"), ("The governor met the ambassador", "en")],
)
def test_a_language_without_a_folder_is_named_and_not_read(text: str, tag: str) -> None:
    prepared = make(text)
    assert prepared.language == tag
    assert prepared.notice is None or (tag in prepared.notice and not prepared.sentences)


@pytest.mark.parametrize("text", ["", " \n ", "12 345", "…", "—"])
def test_nothing_to_tell_a_language_by(text: str) -> None:
    prepared = make(text)
    assert (prepared.language, prepared.sentences) == ("und", ())
    assert prepared.notice


OTHER = ["\n", "\n\n", " ", "АКТАУ, 5 июн — Степь.", "— поддержал;", "1. Открыть.", "Фото: А", "«"]
PIECES = st.sampled_from([*BODY, QUOTE, SUBTITLE, *OTHER])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_sentences_are_in_order_and_lead_back(text: str) -> None:
    prepared = make(text)
    spans = [s.span for s in prepared.sentences]
    assert spans == sorted(spans)
    for one, other in pairwise(spans):
        assert one.end <= other.start
    for span in spans:
        original = prepared.offsets.to_original(span).within(text)
        assert "".join(original.split()) == "".join(span.within(prepared.text).split())


@pytest.mark.parametrize("piece", ["a.Б", "ab", "слово ", "cлово", '".А', "Аким.А", "5, ", "\n- "])
def test_cost_grows_with_the_length_of_a_text_only(piece: str) -> None:
    """A quarter of a million characters in one line takes no minutes."""
    prepared = make("Аким открыл мост. " + piece * (250_000 // len(piece)))
    assert len(prepared.text) > 200_000
