"""Whose promise a thing is by what stands around it: joined regions, paragraphs, own goals, deals gone on with."""

from __future__ import annotations

import pytest

from hamkor.extract.commitments import find_commitments
from hamkor.extract.flow import read_parts
from hamkor.model import Commitment, Document
from hamkor.prepare import prepare


def read(text: str, *, title: str | None = None) -> list[Commitment]:
    document = Document(id="test", text=text, digest="0", title=title, published="2025-11-18")
    return find_commitments(read_parts(prepare(document)))


JOINED = [  # the first sentences join two regions: these are the sides, though a nation is told of more
    "Ошская и Наманганская области сближаются. Посол Узбекистана рассказал об этом в Бишкеке. Стороны договорились "
    "открыть общий рынок.",
    "Osh and Namangan regions come closer, the ambassador of Uzbekistan said in Bishkek. The sides agreed to open a "
    "joint market.",
    "Ош және Наманган облыстары жақындасып келеді. Бұл туралы Өзбекстан елшісі айтты. Тараптар ортақ базар ашуға "
    "келісті.",
    "Oʻsh va Namangan viloyatlari yaqinlashmoqda. Bu haqda Oʻzbekiston elchisi aytdi. Tomonlar umumiy bozor ochishga "
    "kelishdi.",
    "Ўш ва Наманган вилоятлари яқинлашмоқда. Бу ҳақда Ўзбекистон элчиси айтди. Томонлар умумий бозор очишга келишди.",
]


@pytest.mark.parametrize("text", JOINED)
def test_joined_regions_are_the_sides(text: str) -> None:
    assert set(read(text)[-1].parties) == {"KG-O", "UZ-NG"}


def test_joined_towns_are_no_sides() -> None:
    text = "Алматы и Бишкек свяжет поезд. Министры Казахстана и Кыргызстана договорились открыть общий рынок."
    assert set(read(text)[-1].parties) == {"KZ", "KG"}


def test_a_capital_is_a_side_only_by_its_head() -> None:
    port = "The port of Baku and Turkmenistan add a ferry. Baku hopes for cargo from Turkmenistan. "
    assert set(read(port + "The sides discussed lower tariffs.")[-1].parties) == {"AZ", "TM"}
    mayor = "The mayor of Bishkek, Azamat Isakov, met the mayor of Almaty, Arman Seitov. "
    assert set(read(mayor + "The mayors agreed to plant a garden.")[-1].parties) == {"KG-GB", "KZ-75"}


DIGEST = (
    "Новости недели\n\nАктау. Аким Мангистауской области побывал в Балканском велаяте. Стороны договорились открыть "
    "торговый дом.\n\nТараз. Жамбылская область и Таласская область обсудили строительство канала."
)


def test_paragraphs_of_a_digest_have_their_own_sides() -> None:
    found = [set(c.parties) for c in read(DIGEST)]
    assert found == [{"KZ-47", "TM-B"}, {"KZ-31", "KG-T"}]


def test_a_paragraph_about_another_partner_is_about_that() -> None:
    text = (
        "Казахстан и Узбекистан провели переговоры. Казахстан и Узбекистан соседи.\n\n"
        "Кыргызстан тоже сосед Казахстана. Стороны договорились построить мост."
    )
    assert set(read(text)[-1].parties) == {"KZ", "KG"}


OWN_GOALS = [
    ("Товарооборот Бухарской области с Китаем вырос. Область намерена довести экспорт до 900 млн долларов."),
    ("Trade of Bukhara Region with China grew. The region plans to bring exports to $900 million by 2027."),
    ("Бұхара облысының Қытаймен айналымы өсті. Облыс 2027 жылға қарай экспортын 900 млн долларға жеткізбек."),
    ("Buxoro viloyatining Xitoy bilan aylanmasi oʻsdi. Viloyat 2027-yilda eksportni 900 mln dollarga yetkazmoqchi."),
    ("Бухоро вилоятининг Хитой билан айланмаси ўсди. Вилоят 2027 йилда экспортни 900 млн долларга етказмоқчи."),
]


@pytest.mark.parametrize("text", OWN_GOALS)
def test_a_goal_for_a_figure_of_its_own_binds_one_side(text: str) -> None:
    assert [c.parties for c in read(text)] == [("UZ-BU",)]


MUTUAL_GOALS = [
    ("Казахстан и Таджикистан соседи. Казахстан намерен довести товарооборот до 2 млрд долларов."),
    ("Kazakhstan and Tajikistan are neighbours. Kazakhstan plans to bring trade to $2 billion."),
    ("Қазақстан мен Тәжікстан көрші. Қазақстан айналымды 2 млрд долларға жеткізбек."),
    ("Qozogʻiston va Tojikiston qoʻshni. Qozogʻiston savdo aylanmasini 2 mlrd dollarga yetkazmoqchi."),
    ("Қозоғистон ва Тожикистон қўшни. Қозоғистон савдо айланмасини 2 млрд долларга етказмоқчи."),
]


@pytest.mark.parametrize("text", MUTUAL_GOALS)
def test_a_goal_of_both_binds_both(text: str) -> None:
    assert [set(c.parties) for c in read(text)] == [{"KZ", "TJ"}]


DEALS = [
    "Компания «Тулпар» и компания «Барс» подписали контракт. Мельница заработает в мае 2026 года.",
    "«Тұлпар» компаниясы мен «Барс» компаниясы келісімшартқа қол қойды. Диірмен 2026 жылдың мамырында іске қосылады.",
    "“Tulpor” kompaniyasi va “Bars” kompaniyasi shartnoma imzoladi. Tegirmon 2026-yil may oyida ishga tushadi.",
    "«Тулпор» компанияси ва «Барс» компанияси шартнома имзолади. Тегирмон 2026 йил май ойида ишга тушади.",
]


@pytest.mark.parametrize("text", DEALS)
def test_a_deal_of_two_bodies_is_gone_on_with(text: str) -> None:
    assert all(len(c.parties) == 2 and not any("-" in p or len(p) == 2 for p in c.parties) for c in read(text))


def test_what_names_its_own_goes_on_with_nothing() -> None:
    text = "Компания «Тулпар» и компания «Барс» подписали контракт. Казахстан и Узбекистан построят мост в 2026 году."
    assert set(read(text)[-1].parties) == {"KZ", "UZ"}


DETAILS = [
    "Казахстан и Узбекистан запустят рейс в Бухару. Лайнеры будут летать 2 раза в неделю.",
    "Kazakhstan and Uzbekistan will build a plant in Bukhara. It will produce 5,000 tonnes a year.",
    "Қазақстан мен Өзбекстан Бұхарада зауыт салады. Зауыт жылына 5 мың тонна өнім шығарады.",
    "Qozogʻiston va Oʻzbekiston Buxoroda zavod quradi. Zavod yiliga 5 ming tonna mahsulot ishlab chiqaradi.",
    "Қозоғистон ва Ўзбекистон Бухорода завод қуради. Завод йилига 5 минг тонна маҳсулот ишлаб чиқаради.",
]


@pytest.mark.parametrize("text", DETAILS)
def test_how_a_thing_will_run_is_no_promise_beside_it(text: str) -> None:
    assert len(read(text)) == 1


ROUNDS = [
    "Казахстан и Узбекистан провели переговоры. Следующая встреча намечена на май.",
    "Kazakhstan and Uzbekistan held talks. The next session will be held in May.",
    "Қазақстан мен Өзбекстан келіссөз өткізді. Келесі кездесу мамырда өтеді.",
    "Qozogʻiston va Oʻzbekiston muzokara oʻtkazdi. Keyingi uchrashuv may oyida boʻlib oʻtadi.",
    "Қозоғистон ва Ўзбекистон музокара ўтказди. Кейинги учрашув май ойида бўлиб ўтади.",
]


@pytest.mark.parametrize("text", ROUNDS)
def test_the_next_round_of_talks_is_an_event_and_no_promise(text: str) -> None:
    assert read(text) == []


WHOLES = [
    "Казахстан и Узбекистан построят две станции, заменят трубы. Проект завершится в декабре 2027 года.",
    "Kazakhstan and Uzbekistan will build two stations. The project will be completed in December 2027.",
    "Қазақстан мен Өзбекстан екі стансы салады. Жоба 2027 жылғы желтоқсанда аяқталады.",
    "Qozogʻiston va Oʻzbekiston ikkita stansiya quradi. Loyiha 2027-yil dekabrida yakunlanadi.",
    "Қозоғистон ва Ўзбекистон иккита станция қуради. Лойиҳа 2027 йил декабрида якунланади.",
]


@pytest.mark.parametrize("text", WHOLES)
def test_the_end_of_a_project_is_the_term_of_its_parts(text: str) -> None:
    assert {str(c.due.end) if c.due else None for c in read(text)[:1]} == {"2027-12"}


RULED = [
    "Министры транспорта Казахстана и Узбекистана обсудили дороги и рейсы поездов. Стороны подписали протокол.",
    "Transport ministers of Kazakhstan and Uzbekistan discussed roads and train services. The sides signed a protocol.",
    "Қазақстан мен Өзбекстанның көлік министрлері жолдар мен пойыздарды талқылады. Тараптар хаттамаға қол қойды.",
    "Qozogʻiston va Oʻzbekiston transport vazirlari yoʻllar va poyezdlarni muhokama qildi. Bayonnoma imzolandi.",
]


@pytest.mark.parametrize("text", RULED)
def test_a_bare_paper_is_of_what_the_document_speaks_of(text: str) -> None:
    assert read(text)[-1].sector == "transport"


def test_counted_papers_and_sister_cities_are_not() -> None:
    roads = "Министры транспорта Казахстана и Узбекистана обсудили дороги и рейсы поездов. "
    assert read(roads + "Подписано 12 соглашений.")[-1].sector != "transport"
    assert read(roads + "Алматы и Бухара подписали меморандум о побратимских связях.")[-1].sector == "regional"


def test_each_verb_of_a_list_is_a_promise() -> None:
    found = read("Kazakhstan and Russia agreed to install six gauges, warn each other by phone and to clean the dam.")
    assert [c.evidence.exact.split()[0] for c in found] == ["install", "warn", "clean"]


def test_a_country_that_a_clause_names_is_meant_itself() -> None:
    opening = "Жамбылская и Таласская области провели встречу. Стороны договорились дружить. "
    found = read(opening + "Кыргызстан направит в Жамбылскую область 20 врачей в 2026 году.")
    assert set(found[-1].parties) == {"KG", "KZ-31"}


GATHERED = [
    "Аким Мангистауской области Арман Сеитов открыл форум Казахстана и Туркменистана. Подписано 12 соглашений.",
    "Маңғыстау облысының әкімі Арман Сейітов Қазақстан мен Түрікменстан форумын ашты. 12 келісімге қол қойылды.",
]


@pytest.mark.parametrize("text", GATHERED)
def test_counted_papers_are_of_the_two_that_gathered(text: str) -> None:
    assert set(read(text)[-1].parties) == {"KZ", "TM"}


def test_what_a_dash_joins_in_a_name_parts_no_list() -> None:
    text = "Oʻzbekiston va Qirgʻiziston Kristall – Yulduz elektr liniyasini taʼmirlash va 2026-yil noyabrigacha yangi "
    found = read(text + "transformator oʻrnatishga kelishdi.")
    assert [str(c.due.end) if c.due else None for c in found] == [None, "2026-11"]


def test_the_next_paragraph_may_end_the_project() -> None:
    bank = "Азиатский банк развития одобрил для Таджикистана кредит на водопровод. Таджикистан рад.\n\n"
    assert str(read(bank + "Проект завершится в декабре 2027 года.")[0].due.end) == "2027-12"
    assert read(bank + "В мае 2026 года здесь пройдёт фестиваль.")[0].due is None
