"""What everyday pages showed to be read wrongly: sentences of our own in their manner, and what they must not give."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Observation, Statements
from hamkor.pipeline import read_document


def read(text: str, published: str = "2024-05-10") -> Statements:
    return read_document(Document(id="page", text=text, published=published, digest="0")).statements


def tell(figure: Observation) -> str:
    return f"{figure.indicator} {figure.obs_value:g} {figure.status}"


PARTS = [
    "Казахстан и Узбекистан завершили 42 совместных проекта, создано 9 тыс. рабочих мест. Из них в Казахстане — 29, "
    "в Узбекистане — 13.",
    "Kazakhstan and Uzbekistan completed 42 joint projects and created 9,000 jobs. Of these 29 are in Kazakhstan "
    "and 13 in Uzbekistan.",
    "Қазақстан мен Өзбекстан 42 бірлескен жобаны аяқтады, 9 мың жұмыс орны ашылды. Оның 29-ы Қазақстанда, "
    "13-і Өзбекстанда.",
    "Qozog‘iston va O‘zbekiston 42 ta qo‘shma loyihani yakunladi, 9 ming ish o‘rni yaratildi. Shundan 29 tasi "
    "Qozog‘istonda, 13 tasi O‘zbekistonda.",
    "Қозоғистон ва Ўзбекистон 42 та қўшма лойиҳани якунлади, 9 минг иш ўрни яратилди. Шундан 29 таси "
    "Қозоғистонда, 13 таси Ўзбекистонда.",
]


@pytest.mark.parametrize("text", PARTS)
def test_numbers_that_make_a_count_are_its_parts(text: str) -> None:
    told = [f for f in read(text).observations if f.obs_value in (29, 13)]
    assert [(f.indicator, f.unit_measure) for f in told] == [("projects_count", "COUNT")] * 2


def test_a_part_is_planned_where_its_own_words_say_so() -> None:
    text = "Kazakhstan and Uzbekistan have 40 projects. Of these 28 are running and 12 are planned for next year."
    assert [tell(f) for f in read(text).observations[1:]] == ["projects_count 28 actual", "projects_count 12 target"]


def test_numbers_that_make_no_count_are_not_its_parts() -> None:
    text = "Две страны ведут 42 проекта и создали 9 тыс. рабочих мест. В Казахстане — 6 тыс., в Узбекистане — 3 тыс."
    assert [f.indicator for f in read(text).observations] == ["projects_count", "jobs", "jobs", "jobs"]


@pytest.mark.parametrize(
    "text",
    [
        "O‘tgan yili O‘zbekistonga 2,7 million sayyoh tashrif buyurgan.",
        "Ўтган йили Ўзбекистонга 2,7 миллион сайёҳ ташриф буюрган.",
        "2022-yilda 70 ming nafar Qozog‘iston fuqarosi Samarqandga tashrif buyurgan.",
        "Өткен жылы Түркістанға 300 мың қонақ сапармен келген.",
    ],
)
def test_a_crowd_makes_no_visit_where_verbs_stand_last(text: str) -> None:
    assert read(text).events == ()


def test_a_delegation_of_many_still_visits() -> None:
    assert [e.type for e in read("Toshkentga 40 nafar qozog‘istonlik tadbirkor tashrif buyurdi.").events] == ["visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Товарооборот Узбекистана и Казахстана составил 4 млрд долларов. За счёт импортозамещения доведут до 6 млрд.",
        "Trade of Uzbekistan and Kazakhstan was $4 billion. Through import substitution it is to reach $6 billion.",
        "O‘zbekiston va Qozog‘iston savdosi 4 mlrd dollarga yetdi. Import o‘rnini bosish orqali bu ko‘rsatkichni "
        "6 mlrd dollarga yetkazish rejalashtirilgan.",
        "Ўзбекистон ва Қозоғистон савдоси 4 млрд долларга етди. Импорт ўрнини босиш орқали бу кўрсаткични 6 млрд "
        "долларга етказиш режалаштирилган.",
        "Өзбекстан мен Қазақстанның тауар айналымы 4 млрд доллар болды. Импортты алмастыру арқылы оны 6 млрд долларға "
        "жеткізу көзделген.",
    ],
)
def test_what_replaces_imports_is_none(text: str) -> None:
    assert [f.indicator for f in read(text).observations] == ["trade_turnover"] * 2


def test_what_a_growth_is_over_is_its_base_not_a_floor() -> None:
    text = "Imports from Kyrgyzstan reached $26.7 million in January 2024, up 43 percent over $18.7 million."
    assert [f.qualifier for f in read(text).observations] == ["exact"] * 3


def test_what_can_be_seen_is_not_foretold() -> None:
    text = "2022-yilda O‘zbekistonga 70 ming nafar bemor keldi. Bu avvalgidan 2,2 martaga ko‘pligini kuzatish mumkin."
    assert {f.status for f in read(text).observations} == {"actual"}


def test_a_foreigner_is_no_fifty() -> None:
    text = "O‘tgan yili chet ellik sayyohlardan tushgan daromad 62 million dollarni tashkil etdi."
    assert [f.obs_value for f in read(text).observations] == [62_000_000]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Товарооборот Самаркандской области с Саксонией составил 90 млн долларов.", "DE-SN"),
        ("Товарооборот Самаркандской области с провинцией Герат составил 90 млн долларов.", "AF-HER"),
        ("Trade between Navoi Region and North Gyeongsang Province came to $90 million.", "KR-47"),
        ("Trade between Samarkand Region and Gujarat came to $90 million.", "IN-GJ"),
        ("Түркістан облысы мен Мазендеран арасындағы тауар айналымы 90 млн доллар болды.", "IR-02"),
        ("Navoiy viloyati va Shimoliy Kyonsan o‘rtasidagi savdo 90 mln dollarni tashkil etdi.", "KR-47"),
        ("Самарқанд вилояти ва Гужарат ўртасидаги савдо 90 млн долларни ташкил этди.", "IN-GJ"),
    ],
)
def test_provinces_of_partners_farther_off_are_known(text: str, code: str) -> None:
    [figure] = read(text).observations
    assert code in (figure.ref_area, figure.counterpart_area)


def test_a_count_told_again_is_no_part_and_a_long_row_is_read_in_time() -> None:
    text = (
        "Kazakhstan and Uzbekistan have 42 joint projects. Of these "
        + ", ".join(map(str, range(10, 2000)))
        + " remain."
    )
    assert read(text).observations[0].indicator == "projects_count"
