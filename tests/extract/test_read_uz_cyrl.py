"""Uzbek pages, in both scripts: whose a figure is, what it counts, whether it is to be."""

from __future__ import annotations

import pytest

from hamkor.model import Observation
from reading import read_text as read


def find(text: str, number: str, title: str | None = None) -> Observation:
    [figure] = [o for o in read(text, title).observations if o.obs_value == float(number)]
    return figure


COUNTED = [
    ("Қозоғистон, Хитой ва Туркия сармоядорлари мос равишда 12, 7 ва 4 та корхона очди.", ["12", "7", "4"]),
    ("Qozog‘iston va Xitoy tadbirkorlari mos ravishda 9 va 5 ta korxona ochdi.", ["9", "5"]),
    ("В области открыли 12, 7 и 4 предприятия.", ["12", "7", "4"]),
    ("Облыста 12, 7 және 4 кәсіпорын ашылды.", ["12", "7", "4"]),
    ("Investors opened 12, 7 and 4 companies in the region.", ["12", "7", "4"]),
]


@pytest.mark.parametrize(("text", "numbers"), COUNTED)
def test_things_counted_in_a_row_have_the_noun_of_its_end(text: str, numbers: list[str]) -> None:
    found = read(text).observations
    assert [(str(o.obs_value), o.indicator) for o in found] == [(number, "enterprises") for number in numbers]


@pytest.mark.parametrize("text", ["2024 ва 2025 йилларда ишлар тугади.", "5 ва 6 март кунлари форум бўлди."])
def test_years_and_days_in_a_row_count_nothing(text: str) -> None:
    assert read(text).observations == ()


OWN_NOUN = [
    ("Вилоятда 90 та корхона бор, шундан 14 таси хитойликларники.", "14"),
    ("Viloyatda 90 ta korxona bor, ulardan 14 tasi turklarniki.", "14"),
    ("Янги корхоналарнинг 33 таси қозоқлар ҳиссасига тўғри келди.", "33"),
]


@pytest.mark.parametrize(("text", "number"), OWN_NOUN)
def test_a_number_that_is_itself_the_noun_counts_no_people(text: str, number: str) -> None:
    assert (find(text, number).indicator, find(text, number).unit_measure) == ("enterprises", "COUNT")


def test_people_are_counted_where_a_people_is_the_noun() -> None:
    assert find("Вилоятга 14 минг хитойлик келди.", "14000").unit_measure == "person"


RANKED = [
    "Мамлакатда 5 400 та хорижий корхона ишлаяпти.\n\nБиринчи ўринни Хитой эгаллади — 1 210 та.",
    "Mamlakatda 5 400 ta xorijiy korxona ishlayapti.\n\nBirinchi o‘rinda Rossiya — 1 210 ta.",
]


@pytest.mark.parametrize("text", RANKED)
def test_who_has_a_rank_has_it_in_what_was_counted_right_before(text: str) -> None:
    assert find(text, "1210").indicator == "enterprises"


TRADED = [
    "Вилоят савдоси 480 млн доллар бўлди. Шундан экспорт 170 млн, импорт 310 млн доллар.\n\n"
    "Энг йирик ҳамкор — Хитой: унинг улуши 29 фоиз.",
    "Viloyat savdosi 480 mln dollar bo‘ldi. Shundan eksport 170 mln, import 310 mln dollar.\n\n"
    "Eng yirik hamkor — Xitoy: uning ulushi 29 foiz.",
]


@pytest.mark.parametrize("text", TRADED)
def test_a_partner_told_after_both_halves_has_a_share_of_all_the_trade(text: str) -> None:
    share = find(text, "29", "Бухоро вилояти савдоси")
    assert share.indicator == "trade_turnover"
    assert share.part_of is not None
    assert share.part_of.indicator == "trade_turnover"


def test_a_rank_in_imports_is_of_imports() -> None:
    text = "Вилоят экспорти 170 млн, импорти 310 млн доллар. Импортда энг йирик ҳамкор — Хитой: улуши 29 фоиз."
    assert find(text, "29", "Бухоро вилояти савдоси").indicator == "imports"


KINDS = [
    ("Заводнинг йиллик қуввати — 6 минг тонна ип ва 2 миллион дона тайёр кийим.", "2000000", "capacity", "actual"),
    ("Zavodning yillik quvvati — 4 ming tonna qand va 1 million dona quti.", "1000000", "capacity", "actual"),
    ("Ташкилотчилар 3 минг кишини кутган эди, аслида 5 минг киши келди.", "3000", "participants", "forecast"),
    ("Tashkilotchilar 3 ming kishini kutgan edi, aslida 5 ming kishi keldi.", "5000", "participants", "actual"),
    ("Форум октябрда ўтади, унга 300 нафар ёш таклиф этилган.", "300", "participants", "target"),
    ("Сайёҳлар вилоят иқтисодиётига йилига 19 миллион доллар олиб келади.", "19000000", "other", "actual"),
    ("Йил бошидан 3400 нафар фуқаро консулликка мурожаат қилди.", "3400", "other", "actual"),
    ("Ўзбекистон Қозоғистондан 12 миллион долларлик ун олиб келди.", "12000000", "imports", "actual"),
    ("Ҳукумат лойиҳага яна 26 миллион доллар қўшади.", "26000000", "investment", "target"),
    ("Туманда 30 нафар уста Қозоғистонда ўқитилди.", "30", "students", "actual"),
    ("Маҳсулотнинг 70 фоизини Қозоғистонга сотамиз.", "70", "exports", "actual"),
]


@pytest.mark.parametrize(("text", "number", "indicator", "status"), KINDS)
def test_what_it_counts_and_whether_it_is_so(text: str, number: str, indicator: str, status: str) -> None:
    assert (find(text, number).indicator, find(text, number).status) == (indicator, status)


AGREED = [
    ("Шифохоналар битим имзолади. Унга асосан йилига 150 нафар бемор даволанади.", "150", "target"),
    ("Shifoxonalar bitim imzoladi. Bitimga ko‘ra, har yili 40 nafar talaba o‘qiydi.", "40", "target"),
    ("Шифохонада йилига 150 нафар бемор даволанади.", "150", "actual"),
    ("Kredit miqdori — 139 million dollar, hukumat esa yana 26 million dollar qo‘shadi.", "139000000", "actual"),
]


@pytest.mark.parametrize(("text", "number", "status"), AGREED)
def test_what_a_paper_provides_is_to_be(text: str, number: str, status: str) -> None:
    assert find(text, number).status == status


def test_a_level_in_brackets_has_the_year_told_there() -> None:
    text = "2028 йилда ўзаро савдони 75 миллион долларга олиб чиқиш (2025 йилда — 41,3 миллион доллар)."
    assert str(find(text, "41300000", "Навоий ва Қизилўрда").time_period) == "2025"


ASKED = [
    ("— Шаҳарда нечта қўшма корхона бор?\n\n— Рўйхатда 640 та.", "640", "enterprises"),
    ("— Shaharga nechta sayyoh keldi?\n\n— Olti oyda 45 ming nafar.", "45000", "tourists"),
]


@pytest.mark.parametrize(("text", "number", "indicator"), ASKED)
def test_an_answer_counts_what_was_asked_for(text: str, number: str, indicator: str) -> None:
    assert find(text, number).indicator == indicator


SIDES = [
    (
        "Наманган – Корея",
        "Вилоятда 211 та хорижий корхона бор, шундан 26 таси корейсларники. Бу йил яна 8 та корхона очилди.",
        "8",
        ("UZ-NG", None),
    ),
    (
        "Самарқанд институти Пекин ва Душанбега эшик очди",
        "Самарқанд туризм институти меҳмонларни қабул қилди. Анжуманда 180 нафар олим қатнашди.",
        "180",
        ("UZ-SA", None),
    ),
    (
        "Осиё тараққиёт банки Навоийда йўл қуради",
        "Осиё тараққиёт банки Навоий вилоятида йўл лойиҳасини маъқуллади. Кредит миқдори — 90 миллион доллар.",
        "90000000",
        ("UZ-NW", None),
    ),
    (
        "Осиё тараққиёт банки Навоийда йўл қуради",
        "Осиё тараққиёт банки Ўзбекистонга 90 миллион доллар кредит беради.",
        "90000000",
        ("UZ", None),
    ),
    (
        "Сурхондарё ва Хатлон",
        "Сурхондарё Хатлонга 41 млн долларлик мева сотган, у ердан 23 млн долларлик кўмир олиб келган.",
        "23000000",
        ("UZ-SU", "TJ-KT"),
    ),
    (
        "Фарғона ва Ўш",
        "Ўш вилояти бу йил туризмга 2 миллиард сом йўналтирди.",
        "2000000000",
        ("KG-O", None),
    ),
]


@pytest.mark.parametrize(("title", "text", "number", "sides"), SIDES)
def test_whose_a_figure_is(title: str, text: str, number: str, sides: tuple[str, str | None]) -> None:
    figure = find(text, number, title)
    assert (figure.ref_area, figure.counterpart_area) == sides


def test_a_region_may_have_a_share_of_what_comes_from_its_country() -> None:
    text = "Вилоятнинг Россиядан импортида Татаристон ҳиссаси 11 фоиздан 14 фоизга кўтарилди."
    whole = find(text, "14", "Хоразм – Татаристон").part_of
    assert whole is not None
    assert (whole.indicator, whole.ref_area, whole.counterpart_area) == ("imports", "UZ-XO", "RU")


STAGES = [
    ("Қозоқ томони умумий омбор очиш ғоясини ўртага ташлади.", ["proposed"]),
    ("Elchi troleybus qatnovini yo‘lga qo‘yish g‘oyasini ham aytdi.", ["proposed"]),
    ("Меҳмонлар тоғ туризми марказини очиш имкониятлари билан қизиқди.", ["proposed"]),
    ("Биз навбатни телефонда олиш тизимини таклиф қиляпмиз.", ["proposed"]),
    ("Томонлар кўприкни биргаликда таъмирлайдиган бўлди.", ["agreed"]),
    ("Taraflar talabalarni o‘qitadigan bo‘lishdi.", ["agreed"]),
    ("Тузни қайта ишлаш заводи тадбирлар рўйхатидан чиқарилди.", ["cancelled"]),
    ("O‘g‘it zavodi esa bo‘lmaydi: gaz qimmat.", ["cancelled"]),
    ("Ўқув марказини очиш режаси рад этилган.", ["cancelled"]),
    ("Шифохонани жиҳозлаш тўлиқ бажарилган деб топилди.", ["completed"]),
    ("Июлгача яна тўртта йўлак қўшамиз.", ["planned"]),
    ("Компания шаҳарда цех очмоқчи.", ["planned"]),
]


@pytest.mark.parametrize(("text", "stages"), STAGES)
def test_what_is_told_of_a_promise(text: str, stages: list[str]) -> None:
    assert [c.stage for c in read(text).commitments] == stages


NO_PROMISES = [
    "Контракт нархи 1 200 доллар этиб белгиланган.",
    "Транзит тарифи тоннасига 4 доллар этиб белгиланди.",
    "Бошқарма буни бултургидан 14 фоизга юқори деб баҳолади.",
    "Қурилиш ишларига «Сувсоз» корхонаси масъул этиб белгиланди.",
    "Халқаро анжуман бугун ўз ишини якунлади.",
    "Kompaniya yozda Olmatiga ham uchmoqchi edi.",
]


@pytest.mark.parametrize("text", NO_PROMISES)
def test_prices_opinions_and_what_was_only_meant_are_no_promises(text: str) -> None:
    assert read(text).commitments == ()


EVENTS = [
    ("Навоий вилоятида «Хансол» компанияси тикувчилик фабрикасини ишга туширди.", [("opening", "UZ-NW", "held")]),
    ("Xitoy kompaniyasi Jizzaxda sement zavodini ishga tushirdi.", [("opening", "UZ-JI", "held")]),
    ("Термизда терминал 2026 йил кузида ишга тушиши керак.", [("opening", "UZ-SU", "planned")]),
    ("Кеча Наманган вилоятига Жалолобод вилояти вакиллари келди.", [("visit", "UZ-NG", "held")]),
    ("Вилоят ҳукумати декабрда Ланчжоу шаҳрига вакиллар юборади.", [("visit", "CN-GS", "planned")]),
    ("Юрак маркази ва Остонадаги «Нур» шифохонаси битим имзолади.", [("signing", None, "held")]),
]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_what_opened_who_came_and_where(text: str, events: list[tuple[str, str | None, str]]) -> None:
    assert [(e.type, e.place_code, e.status) for e in read(text).events] == events


TITLED = [
    ("Жиззахда фабрика очилди", "Туркия компанияси қурган тўқимачилик фабрикаси фойдаланишга топширилди."),
    ("Jizzaxda fabrika ochildi", "Turkiya kompaniyasi qurgan fabrika foydalanishga topshirildi."),
    ("В Джизаке открылась фабрика", "Построенная турецкой компанией фабрика введена в строй."),
]


@pytest.mark.parametrize(("title", "text"), TITLED)
def test_what_opens_is_where_the_title_says(title: str, text: str) -> None:
    assert [e.place_code for e in read(text, title).events] == ["UZ-JI"]


def test_a_ceremony_is_that_of_the_opening_told_before() -> None:
    text = (
        "Наманганда фабрика ишга туширилди.\n\n10 июнь куни очилиш маросимида вилоят ҳокими Шавкат Раззоқов қатнашди."
    )
    assert [str(e.date) for e in read(text).events if e.type == "opening"] == ["2025-06-10"]


SECTORS = [
    ("Томонлар йўлнинг 19 километрини тўрт қаторли қилишга келишди.", "transport"),
    ("Ҳайвонлар касалликларига қарши курашиш муҳокама қилинди.", "agriculture"),
    ("Биз музлаткичли омбор қуришга келишдик.", "agriculture"),
    ("Талабалар ётоқхонасини қуриш масаласи кўриб чиқилди.", "education"),
    ("Томонлар стадион қуришга келишди.", "construction"),
    ("Ҳоким қўшма Наврўз сайлини ўтказишни таклиф қилди.", "culture"),
]


@pytest.mark.parametrize(("text", "sector"), SECTORS)
def test_the_sector_of_a_promise(text: str, sector: str) -> None:
    assert [c.sector for c in read(text).commitments] == [sector]


NAMES = [
    ("«Шифо» маркази битим имзолади.", "Шифо"),
    (
        "Лойиҳани Зарафшон ирригация тизимлари ҳавза бошқармаси бажаради.",
        "Зарафшон ирригация тизимлари ҳавза бошқармаси",
    ),
    ("Чегарада «Олатов» халқаро савдо маркази қурилмоқда.", "«Олатов» халқаро савдо маркази"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_how_a_body_is_called(text: str, name: str) -> None:
    assert [o.name for o in read(text).organisations] == [name]


PARTIES = [
    (
        "Урганч ва Қозон",
        "Хоразм вилояти ва Татаристон Урганч давлат университети қошида марказ очишга келишди.",
        {"UZ-XO", "RU-TA"},
    ),
    (
        "Жаҳон банки Наманганда сув таъминотини яхшилайди",
        "Жаҳон банки Наманган вилоятида сув лойиҳасини маъқуллади. Унинг доирасида 40 та насос станцияси янгиланади.",
        {"UZ-NG", "UZ", "Жаҳон банки"},
    ),
]


@pytest.mark.parametrize(("title", "text", "parties"), PARTIES)
def test_whose_promise_it_is(title: str, text: str, parties: set[str]) -> None:
    found = read(text, title).commitments
    assert found
    assert all(set(c.parties) <= parties for c in found)


HOLDS = [
    ("Пост бир суткада 2 минг нафар йўловчи ва 300 та машинани ўтказиш имкониятига эга.", "2000", "capacity"),
    ("Жаҳон банки кредити ҳисобига 18 та насос сотиб олинади.", "18", "other"),
]


@pytest.mark.parametrize(("text", "number", "indicator"), HOLDS)
def test_what_a_post_holds_and_what_a_loan_buys(text: str, number: str, indicator: str) -> None:
    assert find(text, number).indicator == indicator


def test_who_works_in_a_plant_of_its_own_is_its_places() -> None:
    text = "Асакадаги автомобиль заводи Тожикистонга 320 та автомобиль жўнатди.\n\nЗаводда 9,5 минг ишчи меҳнат қилади."
    figure = find(text, "9500", "Андижон автомобиллари Тожикистонга жўнатилди")
    assert (figure.ref_area, figure.counterpart_area) == ("UZ-AN", None)


def test_a_receiver_is_not_where_talks_were() -> None:
    text = "«Сам Вон» компанияси Чуст туманида завод қуради. Унга 18 миллион доллар йўналтирилади."
    figure = find(text, "18000000", "Наманган ҳокими Сеулда: нималар келишилди?")
    assert figure.ref_area == "UZ-NG"


def test_nations_listed_among_guests_are_no_sides() -> None:
    text = (
        "Вилоятга 1,4 миллион сайёҳ келди. Меҳмонларнинг катта қисми Тожикистон, Қозоғистон ва Қирғизистондан. "
        "Йил охиригача 28 та меҳмонхона ишга туширилади."
    )
    assert [c.parties for c in read(text, "Самарқандга келаётган сайёҳлар").commitments] == [("UZ-SA",)]


def test_a_regime_of_visas_that_ended_is_no_promise_broken() -> None:
    assert "cancelled" not in [c.stage for c in read("2018 йилда виза тартиби бекор қилинган эди.").commitments]


GOING_ON = [
    ("Унга кўра, 60 нафар талаба Минскда таҳсил олади.", "60", "target"),
    ("Ҳозир 60 нафар талаба Минскда таҳсил олади.", "60", "actual"),
]


@pytest.mark.parametrize(("text", "number", "status"), GOING_ON)
def test_what_stands_under_a_paper_of_the_sentence_before(text: str, number: str, status: str) -> None:
    assert find(f"Университетлар шартнома имзолади. {text}", number).status == status


def test_who_is_there_each_day_is_there_now() -> None:
    assert find("Савдо марказида кунига 3 минг киши бўлади.", "3000").status == "actual"


WHOLES = [
    (
        "Қўстанай вилояти Ўзбекистонга 1,1 миллион тонна буғдой етказиб берди, бу умумий экспортининг 46 фоизи.",
        "46",
        None,
    ),
    ("Сурхондарё вилоятининг Афғонистон билан савдоси 412 млн доллар. Ҳажмнинг 75 фоизи бозордан ўтган.", "75", "AF"),
]


@pytest.mark.parametrize(("text", "number", "partner"), WHOLES)
def test_what_a_share_is_of(text: str, number: str, partner: str | None) -> None:
    whole = find(text, number).part_of
    assert whole is not None
    assert whole.counterpart_area == partner
