"""How far works are, what a plant sends abroad, and the firms with which a forum is held."""

from __future__ import annotations

import pytest

from reading import read_text as read

ATTENDING = [
    ("Стороны договорились провести в марте в Шымкенте бизнес-форум с участием не менее 150 компаний.", "2026-03"),
    ("Mart oyida Chimkentda kamida 150 ta kompaniya ishtirokida biznes-forum o‘tkazishga kelishildi.", "2026-03"),
    ("Март ойида Чимкентда камида 150 та компания иштирокида бизнес-форум ўтказишга келишилди.", "2026-03"),
    ("Наурызда Шымкентте кемінде 150 компанияның қатысуымен бизнес-форум өткізуге келісті.", "2026-03"),
    ("The sides agreed to hold a forum in Shymkent in March with at least 150 companies taking part.", "2026-03"),
]


@pytest.mark.parametrize(("text", "when"), ATTENDING)
def test_firms_with_which_a_forum_is_held_take_part(text: str, when: str) -> None:
    found = read(text)
    assert [(o.indicator, str(o.time_period)) for o in found.observations] == [("participants", when)]
    assert [(e.status, str(e.date), e.place_code) for e in found.events] == [("planned", when, "KZ-79")]


def test_firms_with_capital_of_others_take_part_in_nothing() -> None:
    text = "В области с участием узбекского капитала действуют 212 предприятий."
    assert [o.indicator for o in read(text).observations] == ["enterprises"]


@pytest.mark.parametrize(
    "text",
    [
        "Торговля области с Китаем достигла 90 млн долларов. Завод запущен, 70% его продукции идёт на экспорт.",
        "Trade of the region with China reached $90 million. The plant is open. It exports 70 percent of its output.",
        "Облыстың Қытаймен саудасы 90 млн долларға жетті. Зауыт ашылды, өнімнің 70 пайызы экспортқа шығарылады.",
        "Viloyatning Xitoy bilan savdosi 90 mln dollarga yetdi. Zavod ochildi, mahsulotning 70 foizi eksport qilinadi.",
    ],
)
def test_what_a_plant_sends_abroad_is_a_part_of_what_it_makes(text: str) -> None:
    [share] = [o for o in read(text).observations if o.measure == "share"]
    assert share.part_of
    assert (share.indicator, share.part_of.indicator) == ("exports", "production")


@pytest.mark.parametrize(
    "text",
    [
        "Инвесторы вложат в завод 25 млн долларов. Строительство завода завершено на 35%.",
        "Investors will put $25 million into the plant, financed by loans. The plant is 35 percent complete.",
        "Зауытқа 25 млн доллар несие берілді. Зауыт құрылысы 35 пайызға аяқталды.",
        "Zavodga 25 mln dollar kredit berildi. Zavod qurilishi 35 foizga bajarildi.",
        "Заводга 25 млн доллар кредит берилди. Завод қурилиши 35 фоизга бажарилди.",
    ],
)
def test_how_far_works_are_is_a_share_of_nothing_else(text: str) -> None:
    [share] = [o for o in read(text).observations if o.measure == "share"]
    assert share.part_of
    assert (share.indicator, share.part_of.indicator, share.status) == ("other", "other", "actual")


@pytest.mark.parametrize("text", ["К маю мост будет готов на 80%.", "By May the bridge will be 80 percent complete."])
def test_how_far_works_will_be_is_wanted(text: str) -> None:
    assert [o.status for o in read(text).observations] == ["target"]
