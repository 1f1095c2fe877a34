"""How Russian press tells figures, promises and acts: sentences of our own, what each must give beside it.

A row: the title («» for none), the text, and what is read: `value field=value …` for each figure, in order.
"""

from __future__ import annotations

import pytest

from hamkor.model.statements import Statements
from reading import PUBLISHED, read_text


def read(title: str, text: str, published: str = PUBLISHED) -> Statements:
    return read_text(text, title or None, published)


def tell(statement: object, wanted: str) -> str:
    """The fields of a statement that are asked for, in the words of the row."""
    fields = [pair.partition("=")[0] for pair in wanted.split()]
    return " ".join(f"{name}={getattr(statement, name)}" for name in fields)


FIGURES = [
    # A number that closes its clause is the same as the amount before it, in its scale.
    ("", "Путь занимал 12 суток, стороны намерены сократить этот срок до 8.", ["12 d", "8 d"]),
    ("", "За Ошской областью — 74 миллиона долларов, за Баткенской — 12,5.", ["74000000 USD", "12500000 USD"]),
    ("", "Продали зерна на 96 миллионов долларов, купили товаров на 42.", ["96000000 USD", "42000000 USD"]),
    ("", "Из 9 км дороги к плотине за весну засыпало 2,5.", ["9 km", "2.5 km"]),
    ("", "За рубеж отгружено 812 тыс. тонн угля, в том числе 640 тыс. — в Узбекистан.", ["812000 t", "640000 t"]),
    ("", "Завод выпускает 12 тыс. тонн, рабочих мест — 850.", ["12000 t", "850 person"]),
    # A share said by how many of ten, and how many they are.
    ("Таджикистан принял гостей", "Семеро из десяти приезжих имели узбекистанский паспорт.", ["70 PCT"]),
    (
        "",
        "Открыто 96 предприятий. Больше трети таджикских (109) открыто недавно.",
        ["96 COUNT", "33.3333 PCT", "109 COUNT"],
    ),
    ("", "С начала года открыли 248 предприятий. За весь прошлый год появилось 263.", ["248 COUNT", "263 COUNT"]),
    ("", "Иран пообещал удвоить число локомотивов: сейчас их четыре.", ["2 TIMES", "4 COUNT"]),
    # Not what a noun follows, nor what is numbered.
    ("", "Дорогу в 12 км построят к 2027 году.", ["12 km"]),
    ("", "Ввезено 40 тыс. тонн муки, сообщили в отделе № 7.", ["40000 t"]),
    # What is counted in millions, and what a thing measures by an adjective.
    ("", "За девять месяцев узбекистанцы совершили в Казахстан 2,6 млн поездок.", ["2600000 COUNT"]),
    ("", "Соседям передадут два миллиона сеянцев сосны.", ["2000000 COUNT"]),
    ("", "Заём пойдёт на реконструкцию 198-километрового участка трассы.", ["198 km"]),
    ("", "Он занял 70-е место на 5-м заседании.", []),
]


@pytest.mark.parametrize(("title", "text", "figures"), FIGURES)
def test_amounts(title: str, text: str, figures: list[str]) -> None:
    found = read(title, text).observations
    assert [f"{float(f.obs_value):g} {f.unit_measure}" for f in found] == [
        f"{float(told.split()[0]):g} {told.split()[1]}" for told in figures
    ]


FIELDS = [
    # A second share, of the region's country.
    (
        "Актюбинская область и Узбекистан",
        "Доля Узбекистана в торговле области — 14%, а в торговле всего Казахстана — 3%.",
        ["ref_area=KZ-15 counterpart_area=UZ", "ref_area=KZ counterpart_area=UZ"],
    ),
    # What an interview tells of is of the side for which its speaker acts.
    (
        "«Ткань везём от соседей»",
        "О работе рассказала президент Союза швейников Кыргызстана Айсулуу Бекбоева.\n\n— Откуда ткань?\n\n"
        "— Теперь восемьдесят процентов привозной ткани — из Узбекистана.\n\n— А что вывозите?\n\n"
        "— Три четверти вывоза забирает Россия.",
        [
            "indicator=imports ref_area=KG counterpart_area=UZ time_period=None",
            "indicator=exports ref_area=KG counterpart_area=RU",
        ],
    ),
    # Of all ways between two countries, not of the one told before.
    (
        "Узбекистан и Казахстан",
        "Число рейсов Бухара — Алматы выросло до пяти в неделю. Между двумя странами выполняется 74 рейса в неделю.",
        ["ref_area=UZ-BU counterpart_area=KZ-75", "ref_area=UZ counterpart_area=KZ"],
    ),
    # After a partner's part the whole goes on.
    (
        "Внешняя торговля Кыргызстана",
        "За рубеж отгружено 812 тыс. тонн угля, в том числе 640 тыс. — в Узбекистан. Экспорт черешни вырос вдвое.",
        ["counterpart_area=None", "counterpart_area=UZ", "counterpart_area=None"],
    ),
    # A name in another spelling is in its own form, too.
    ("Хорог принимал гостей, Туркменабат — грузовики", "В Хороге подписано 14 соглашений.", ["counterpart_area=None"]),
    # To whom something is given: a people, or some of a nation, in the dative; not after a preposition.
    (
        "Павлодарская область и Узбекистан",
        "Павлодарские заводы продали узбекским фермерам тракторов на 8 млн долларов.",
        ["indicator=exports ref_area=KZ-55 counterpart_area=UZ"],
    ),
    ("", "Казахстан поставил таджикским мукомолам 40 тысяч тонн зерна.", ["ref_area=KZ counterpart_area=TJ"]),
    ("", "По узбекским дорогам провезли 40 тысяч тонн.", ["ref_area=UZ counterpart_area=None"]),
    ("", "Казахстан продал Азербайджану 40 тысяч тонн зерна.", ["ref_area=KZ counterpart_area=AZ"]),
    ("", "По Казахстану провезли 40 тысяч тонн.", ["ref_area=KZ counterpart_area=None"]),
    # What was meant, what it is put in the place of, what would have been.
    ("", "До 1,6 миллиона гостей, намеченных программой, страна не дотянула.", ["status=target"]),
    ("", "Станция примет не десять составов, а четырнадцать.", ["status=actual", "status=target"]),
    ("", "Работу на заводе получили бы 450 человек.", ["status=target"]),
    ("", "Мощность завода должна была составить 60 тысяч тонн стекла.", ["status=target"]),
    # A time alone in brackets says more exactly the one before it.
    (
        "",
        "За пять месяцев иранского года (с 21 марта по 22 августа) из Ирана ушло в Туркменистан товаров на 186 млн"
        " долларов.",
        ["time_period=2025-03-21/2025-08-22"],
    ),
    # How long a thing to be laid is, is wanted; that of one that stands is not.
    ("", "Стороны договорились проложить второй путь длиной 24 км.", ["status=target"]),
    ("", "Утверждён график ремонта дороги протяжённостью 88 км.", ["status=actual"]),
    ("", "Банк даст заём на реконструкцию 63-километрового участка.", ["status=actual"]),
    ("", "На реставрацию памятников выделено 64 млрд сумов.", ["indicator=other"]),
    ("", "Банк выделил республике 40 млн долларов.", ["indicator=loans"]),
    ("", "Торговля с Арменией едва дотянула до 4 млн долларов.", ["qualifier=about"]),
    ("", "К маю выпуск дойдёт до 90 тысяч изделий.", ["qualifier=exact"]),
    ("", "В автопробеге Кызылорда — Учкудук с участием 30 экипажей.", ["indicator=participants"]),
]


@pytest.mark.parametrize(("title", "text", "wanted"), FIELDS)
def test_fields_of_figures(title: str, text: str, wanted: list[str]) -> None:
    found = read(title, text).observations
    assert [tell(figure, fields) for figure, fields in zip(found, wanted, strict=True)] == wanted


PROMISES = [
    # A paper without contents, told right after a plan, signs it; one with contents is a thing of its own.
    (
        "Банк предоставит Таджикистану заём на дорогу. Кредитное соглашение в среду подписали в Джидде два министра.",
        ["stage=signed"],
    ),
    ("Соглашение подписали в четверг в Оше мэры двух городов Кыргызстана и Узбекистана.", ["stage=signed"]),
    (
        "Узбекистан и Туркменистан подписали протокол. В нём стороны условились построить мост у Питняка.",
        ["stage=signed"],
    ),
    ("От второй станции Узбекистан и Таджикистан решили вовсе отказаться.", ["stage=cancelled"]),
    ("Узбекская сторона пообещала дать ответ в апреле.", []),
    ("Белорусские вузы обещали изучить эту идею.", []),
]


@pytest.mark.parametrize(("text", "wanted"), PROMISES)
def test_promises(text: str, wanted: list[str]) -> None:
    found = read("", text).commitments
    assert [tell(promise, fields) for promise, fields in zip(found, wanted, strict=True)] == wanted


EVENTS = [
    ("На переговорах с акимом города 12 ноября он предложил собирать здесь автобусы.", ["meeting held"]),
    ("На встрече с хокимом гость предложил открыть школу.", ["meeting held"]),
    ("Он предложил провести встречу двух акимов в Оше.", ["meeting proposed"]),
]


@pytest.mark.parametrize(("text", "wanted"), EVENTS)
def test_where_something_is_proposed_is_held(text: str, wanted: list[str]) -> None:
    found = [e for e in read("", text).events if e.type == "meeting"]
    assert [f"{e.type} {e.status}" for e in found] == wanted


PEOPLE = [
    ("«Просадка с Казахстаном временная», — пояснил заместитель министра экономики Кыргызстана Айбек Усенов.", "KG"),
    (
        "Кыргызстан нарастил торговлю. «Просадка с Казахстаном временная», — пояснил министр экономики Айбек Усенов.",
        "KG",
    ),
    (
        "Казахстанскую делегацию возглавил министр Ержан Асанов, кыргызскую — директор Службы водных ресурсов"
        " Эркин Абдиев.",
        "KG",
    ),
]


@pytest.mark.parametrize(("text", "area"), PEOPLE)
def test_whose_somebody_is(text: str, area: str) -> None:
    assert read("", text).people[-1].area == area
