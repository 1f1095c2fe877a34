"""Public bodies that stand without their place, and companies that a noun beside them tells."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document


def find(text: str, *, publisher: str | None = None, title: str | None = None) -> list[tuple[str, str | None]]:
    document = Document(id="a", text=text, digest="0", title=title, publisher=publisher)
    return [(found.name, found.area) for found in read_document(document).statements.organisations]


def test_an_office_of_the_only_region_that_fits() -> None:
    text = "Наманганская область закупила саженцы. Об этом сообщили в областном хокимияте."
    assert ("областной хокимият", "UZ-NG") in find(text)


def test_a_place_called_by_the_same_noun_is_meant() -> None:
    text = "Алтайский край и Павлодарская область подписали план. Так сообщили в правительстве края."
    assert ("правительство края", "RU-ALT") in find(text)


def test_where_two_fit_it_is_left_out() -> None:
    text = "Наманганская и Ферганская области подписали план. Об этом сообщили в областном хокимияте."
    assert find(text) == []


def test_the_publisher_tells_its_own_region() -> None:
    text = "Namangan va O‘sh viloyatlari savdosi o‘sdi. Bu haqda viloyat transport boshqarmasi xabar berdi."
    assert ("viloyat transport boshqarmasi", "UZ-NG") in find(text, publisher="Namangan tongi")


def test_a_fuller_name_stands_for_both() -> None:
    text = "Акимат Павлодарской области объявил конкурс. В акимате ждут заявок."
    assert [name for name, _ in find(text)] == ["Акимат Павлодарской области"]


def test_a_ministry_is_of_the_state_of_its_minister() -> None:
    text = "Министр транспорта Кыргызстана Азамат Бердиев прибыл в Ташкент, столицу Узбекистана. Минтранс готовит план."
    assert ("Минтранс", "KG") in find(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A cheap airline, Tulpar Jet, will fly twice a week.", "Tulpar Jet"),
        ("Sarbon Foods, a Termez-based exporter, will build a plant.", "Sarbon Foods"),
        ("Work was given to the contractor Zhaiyk Piling last week.", "Zhaiyk Piling"),
        ("The Ak-Sai trade and logistics complex opened.", "Ak-Sai trade and logistics complex"),
        ("Tashkent-based Nihol Pharm will open a plant.", "Nihol Pharm"),
    ],
)
def test_a_noun_tells_a_company(text: str, name: str) -> None:
    assert name in [found for found, _ in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan, a major exporter, sold wheat.",
        "Governor Aziz Berdiev, a former exporter, spoke.",
        "The Samarkand mill burnt down.",
        "The company grew in Navoi.",
    ],
)
def test_a_place_or_a_person_is_no_company(text: str) -> None:
    assert find(text) == []
