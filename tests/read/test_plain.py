"""Plain text: its paragraphs, whatever parts them; its characters stay."""

from __future__ import annotations

import pytest

from hamkor.pipeline import read_document
from hamkor.read import read_bytes

FIRST = "Тараз и Наманган откроют рейс"
LAST = "Хоким Наманганской области Шухрат Каримов сообщил, что торговля выросла на 12%."


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\n\n", "\f", "\v", "\u2028", "\u2029", "\x85"])
def test_marks_that_part_lines(mark: str) -> None:
    [document] = read_bytes(f"{FIRST}{mark}{LAST}{mark}".encode(), place="note.txt")
    assert document.title == FIRST
    assert [block.span.within(document.text) for block in document.blocks] == [FIRST, LAST]
    [figure] = read_document(document).statements.observations
    assert document.text[figure.evidence.start : figure.evidence.end] == figure.evidence.exact == "12%"


def test_end_of_a_page_parts_wrapped_paragraphs_only_after_a_sentence() -> None:
    line = "слова о торговле двух областей которые стоят в строке одной ширины"
    wrapped = "\n".join([line] * 5)
    [document] = read_bytes(f"{wrapped}\n\f{wrapped}.\n\fДругая страница.\n".encode(), place="note.txt")
    assert [b.span.within(document.text)[-9:] for b in document.blocks] == ["й ширины.", "страница."]


def test_title_of_minutes_goes_on_below_the_kind_of_paper() -> None:
    head = "ПРОТОКОЛ № 12\nсовещания рабочей группы двух областей\n\nг. Навои, 3 марта 2026 года"
    text = f"{head}\n\nРЕШИЛИ:\n1. Открыть рейс."
    [document] = read_bytes(text.encode(), place="minutes.txt")
    assert document.title == "ПРОТОКОЛ № 12 совещания рабочей группы двух областей"
    assert (document.published, document.publisher) == ("2026-03-03", None)
