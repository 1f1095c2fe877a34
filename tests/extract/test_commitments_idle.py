"""Goods that went with their amount, remarks and levels that are expected are no promises; what opened beside is."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

SENT = [
    ("kk", "Қазақстан Өзбекстанға 3 млн тонна астық жеткізді. Екі ел шекарада көпір ашты."),
    ("ru", "Казахстан поставил в Узбекистан 3 млн тонн зерна. Страны открыли мост на границе."),
    ("en", "Kazakhstan delivered 3 million tonnes of grain to Uzbekistan. A bridge was opened by the two countries."),
    ("uz", "Qozogʻistondan Oʻzbekistonga 3 mln tonna gʻalla yetkazib berildi. Chegarada koʻprik ochildi."),
    ("uz", "Қозоғистондан Ўзбекистонга 3 млн тонна ғалла етказиб берилди. Чегарада кўприк очилди."),
]


def promises(language: str, text: str) -> list[tuple[str, str]]:
    document = Document(id="t", text=text, digest="0", published="2025-11-20", language_hint=language)
    return [(c.stage, c.evidence.exact) for c in read_document(document).statements.commitments]


@pytest.mark.parametrize(("language", "text"), SENT)
def test_goods_that_went_are_a_figure(language: str, text: str) -> None:
    found = promises(language, text)
    assert [stage for stage, _ in found] == ["completed"]
    assert not any(words in found[0][1] for words in ("астық", "зерн", "grain", "gʻalla", "ғалла"))


EXPECTED = [
    "Мамандар екі ел саудасы биыл 5 млрд долларға жетеді деп күтіліп отыр дейді.",
    "Қазақстан мен Өзбекстан саудасында оң өзгерістер күтілуде.",
    "Қазақстан мен Өзбекстан саудасының өсіп келе жатқанын атап өту керек.",
]


@pytest.mark.parametrize("text", EXPECTED)
def test_what_is_expected_or_remarked_is_none(text: str) -> None:
    assert promises("kk", text) == []


def test_what_is_wanted_stays() -> None:
    assert [s for s, _ in promises("kk", "Қазақстан мен Өзбекстан сауданы 5 млрд долларға жеткізуді көздеп отыр.")] == [
        "planned"
    ]
