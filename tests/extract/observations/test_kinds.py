"""What a sentence counts: each line is a sentence of our own and all its figures, without their sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamkor.model import Observation

TITLE = "Казахстан и Узбекистан укрепляют торговлю"  # published on 28 December 2025
SENTENCES = {
    "В 2024 году Казахстан посетили 15,3 млн иностранцев, в том числе 3,2 млн человек из Узбекистана.": [
        "tourists level 15300000 person 2024 actual",
        "tourists level 3200000 person 2024 actual",
    ],
    "В регионе зарегистрировано 1 250 компаний с иностранным участием, из них 340 — с российским капиталом.": [
        "enterprises level 1250 COUNT - actual",
        "enterprises level 340 COUNT - actual",
    ],
    "Общий объём инвестиций составит 45 млн долларов, будет создано 600 новых рабочих мест.": [
        "investment level 45000000 USD - forecast",
        "jobs level 600 person - target",
    ],
    "На предприятии трудятся 1 200 человек.": ["jobs level 1200 person - actual"],
    "Мощность завода — 500 тыс. тонн клинкера в год.": ["capacity level 500000 t - actual"],
    "Ежегодно завод будет выпускать 30 тысяч автомобилей.": ["production level 30000 COUNT - target"],
    "Площадь индустриальной зоны составляет 320 гектаров.": ["area_land level 320 ha - actual"],
    "По железной дороге перевезено 28 млн тонн грузов, на 15% больше, чем годом ранее.": [
        "cargo level 28000000 t - actual",
        "cargo change 15 PCT - actual",
    ],
    "В вузах Ташкента обучаются более 700 казахстанских студентов.": ["students level 700 person - actual"],
    "Выставку посетили более 5 тысяч человек, участвовали 120 компаний из 15 стран.": [
        "participants level 5000 person - actual",
        "participants level 120 COUNT - actual",
        "other level 15 COUNT - actual",
    ],
    "Стороны подписали пакет документов на 1,5 млрд долларов.": ["agreements_value level 1500000000 USD - actual"],
    "В ходе бизнес-форума заключены 24 контракта на общую сумму 310 млн долларов.": [
        "agreements_count level 24 COUNT - actual",
        "agreements_value level 310000000 USD - actual",
    ],
    "Всемирный банк предоставит кредит в размере 200 млн долларов.": ["loans level 200000000 USD - target"],
    "Внешний долг страны достиг 6,2 млрд долларов.": ["loans level 6200000000 USD - actual"],
    "Объём взаимных инвестиций превысил 1,1 млрд долларов.": ["investment level 1100000000 USD - actual"],
    "Экспорт муки сократился с 2,1 млн тонн до 1,8 млн тонн.": [
        "exports level 2100000 t - actual",
        "exports level 1800000 t - actual",
    ],
    "Поставки электроэнергии составят 900 млн кВт·ч.": ["energy level 900000000 kWh - forecast"],
    "Водохранилище наполнено на 84%, объём воды — 2,3 млрд кубометров.": [
        "water share 84 PCT - actual",
        "water level 2300000000 m3 - actual",
    ],
    "Население области превышает 2,5 млн человек.": ["population level 2500000 person - actual"],
    "Рост ВВП в 2025 году прогнозируется на уровне 5,8%.": ["gdp change 5.8 PCT 2025 forecast"],
    "Промышленное производство выросло на 7,4%.": ["production change 7.4 PCT - actual"],
    "Время в пути сократится с 14 до 6 часов.": ["other level 14 h - actual", "other level 6 h - forecast"],
    "Протяжённость железной дороги Дарбаза – Мактаарал составит 152 км.": ["other level 152 km - forecast"],
    "Из Алматы в Ташкент выполняется 14 рейсов в неделю.": ["flights level 14 COUNT - actual"],
    "С июня частота увеличится до 21 рейса.": ["flights level 21 COUNT - forecast"],
    "Аэропорт обслужил 4,2 млн пассажиров.": ["passengers level 4200000 person - actual"],
    "Авиакомпания перевезла 310 тысяч пассажиров.": ["passengers level 310000 person - actual"],
    "На реализацию проекта направят 12 млрд тенге.": ["investment level 12000000000 KZT - target"],
    "Стоимость проекта оценивается в 350 млн долларов.": ["projects_value level 350000000 USD - target"],
    "В портфеле 68 проектов на 3,2 млрд долларов.": [
        "projects_count level 68 COUNT - actual",
        "projects_value level 3200000000 USD - actual",
    ],
    "Реализовано 25 проектов стоимостью 480 млн долларов.": [
        "projects_count level 25 COUNT - actual",
        "projects_value level 480000000 USD - actual",
    ],
    "Собрано 120 тысяч тонн хлопка.": ["production level 120000 t - actual"],
    "Поголовье скота достигло 1,2 млн голов.": ["other level 1200000 COUNT - actual"],
    "Цена на газ для населения — 95 долларов за тысячу кубометров.": ["tariff level 95 USD - actual"],
    "Таможенные пошлины снижены на 10%.": ["tariff change -10 PCT - actual"],
    "Задолженность составляет 60 млн долларов.": ["loans level 60000000 USD - actual"],
    "Медицинскую помощь получили 450 пациентов.": ["other level 450 person - actual"],
    "В фестивале приняли участие более 300 артистов из 12 стран.": [
        "participants level 300 person - actual",
        "other level 12 COUNT - actual",
    ],
    "Средняя зарплата составляет 480 долларов.": ["other level 480 USD - actual"],
    "Денежные переводы из России достигли 2,1 млрд долларов.": ["other level 2100000000 USD - actual"],
    "Бюджет программы — 5 млн евро на 2025–2027 годы.": ["projects_value level 5000000 EUR 2025/2027 target"],
    "Открыто 18 торговых домов.": ["other level 18 COUNT - actual"],
    "Планируется довести ежегодный объём перевозок до 35 млн тонн к 2030 году.": ["cargo level 35000000 t 2030 target"],
    "К 2027 году стороны рассчитывают увеличить товарооборот до 3 млрд долларов.": [
        "trade_turnover level 3000000000 USD 2027 target"
    ],
    "В ближайшие пять лет инвестор вложит 120 млн долларов и создаст 800 рабочих мест.": [
        "investment level 120000000 USD - target",
        "jobs level 800 person - target",
    ],
    "По оценке экспертов, к концу года поток туристов превысит 500 тысяч человек.": [
        "tourists level 500000 person 2025 forecast"
    ],
    "Ожидается, что завод будет введён в эксплуатацию в 2027 году и выпустит 200 тыс. тонн цемента.": [
        "production level 200000 t 2027 target"
    ],
    "Ранее стороны ставили задачу выйти на 1 млрд долларов.": ["trade_turnover level 1000000000 USD - target"],
    "Компания готова закупить 50 тысяч тонн пшеницы.": ["imports level 50000 t - target"],
    "Посол отметил, что потенциал торговли — 2 млрд долларов.": ["trade_turnover level 2000000000 USD - target"],
    "Сейчас товарооборот составляет 640 млн долларов, в ближайшие годы его доведут до миллиарда.": [
        "trade_turnover level 640000000 USD - actual",
        "trade_turnover level 1000000000 USD - target",
    ],
    "Торговля за 11 месяцев выросла на 12,4%, до 3,9 млрд евро; экспорт — 2,4 млрд (+9%), импорт — 1,5 млрд (+18%).": [
        "trade_turnover change 12.4 PCT 2025-01/2025-11 actual",
        "trade_turnover level 3900000000 EUR 2025-01/2025-11 actual",
        "exports level 2400000000 EUR 2025-01/2025-11 actual",
        "exports change 9 PCT 2025-01/2025-11 actual",
        "imports level 1500000000 EUR 2025-01/2025-11 actual",
        "imports change 18 PCT 2025-01/2025-11 actual",
    ],
    "Доля Узбекистана во внешней торговле Казахстана — 3,1%.": ["trade_turnover share 3.1 PCT - actual"],
    "За последние пять лет объём торговли вырос в 2,5 раза.": ["trade_turnover multiple 2.5 TIMES - actual"],
    "Турпоток из России увеличился на 30%, до 180 тысяч человек.": [
        "tourists change 30 PCT - actual",
        "tourists level 180000 person - actual",
    ],
    "Число совместных предприятий достигло 1 100.": ["enterprises level 1100 COUNT - actual"],
    "Из 18 проектов 6 завершены, 12 находятся в стадии реализации.": [
        "projects_count level 18 COUNT - actual",
        "projects_count level 6 COUNT - actual",
        "projects_count level 12 COUNT - actual",
    ],
    "Мост длиной 320 метров свяжет два берега и обойдётся в 14 млн долларов.": [
        "other level 320 m - actual",
        "projects_value level 14000000 USD - target",
    ],
    "Пропускная способность порта — 8 млн тонн в год.": ["capacity level 8000000 t - actual"],
    "Площадь орошения — 12 тысяч гектаров, на них сэкономят 30 млн кубометров воды.": [
        "area_land level 12000 ha - actual",
        "water level 30000000 m3 - actual",
    ],
    "Под логистический центр выделено 25 га, его стоимость — 60 млн долларов.": [
        "area_land level 25 ha - actual",
        "projects_value level 60000000 USD - actual",
    ],
    "Ежемесячно по маршруту курсирует 12 контейнерных поездов.": ["cargo level 12 COUNT - actual"],
    "Компании заключили 40 меморандумов, а также 12 контрактов на 85 млн долларов.": [
        "agreements_count level 40 COUNT - actual",
        "agreements_count level 12 COUNT - actual",
        "agreements_value level 85000000 USD - actual",
    ],
    "В посёлке живут 3,4 тысячи человек.": ["population level 3400 person - actual"],
    "Подготовлены 250 учителей русского языка.": ["other level 250 person - actual"],
    "На линии работают 60 автобусов, билет стоит 1 500 тенге.": [
        "other level 60 COUNT - actual",
        "tariff level 1500 KZT - actual",
    ],
    "За сутки пост пропускает 400 грузовиков.": ["capacity level 400 COUNT - actual"],
    "Экспорт плодоовощной продукции — 210 тыс. тонн на 180 млн долларов.": [
        "exports level 210000 t - actual",
        "exports level 180000000 USD - actual",
    ],
    "На долю Китая пришлось 28% импорта.": ["imports share 28 PCT - actual"],
    "Поставки дизтоплива увеличатся на 100 тыс. тонн.": ["exports change_abs 100000 t - forecast"],
    "Склад, вмещающий 8 тысяч тонн зерна, готов.": ["capacity level 8000 t - actual"],
    "Гостиница на 90 мест уже открыта.": ["capacity level 90 COUNT - actual"],
    "Пост сможет пропускать 500 машин в сутки вместо нынешних 220.": [
        "capacity level 500 COUNT - target",
        "capacity level 220 COUNT - actual",
    ],
    "Мощность вырастет со 110 до 160 МВт.": ["capacity level 110 MW - actual", "capacity level 160 MW - forecast"],
    "Торговля вышла слабее прошлогодней: минус 5,5 процента.": ["trade_turnover change -5.5 PCT - actual"],
    "Ввоз вырос втрое, или на 40 млн долларов.": [
        "imports multiple 3 TIMES - actual",
        "imports change_abs 40000000 USD - actual",
    ],
    "Закупки пряжи упали на 8%, зато вывоз ковров почти удвоился.": [
        "imports change -8 PCT - actual",
        "exports multiple 2 TIMES - actual",
    ],
    "Казахстан посетили 15 тыс. россиян и 7 тыс. гостей из Китая.": [
        "tourists level 15000 person - actual",
        "tourists level 7000 person - actual",
    ],
    "В прошлом году киловатт-час стоил 2 цента.": ["tariff level 0.02 USD 2024 actual"],
    "Турист проводит в стране 5 дней.": ["other level 5 d - actual"],
    "Сократить оформление грузов с пяти часов до двух.": ["other level 5 h - actual", "other level 2 h - target"],
    "Направить в Ташкент 40 учителей.": ["other level 40 person - target"],
    "Заключить договоры на поставку станков общей стоимостью 310 млн тенге.": [
        "agreements_value level 310000000 KZT - target"
    ],
    "Отремонтируют дорогу протяжённостью 64 км.": ["other level 64 km - actual"],
    "В 2024 году товарооборот составил 94 млн долларов против 71 млн годом ранее.": [
        "trade_turnover level 94000000 USD 2024 actual",
        "trade_turnover level 71000000 USD 2023 actual",
    ],
    "За 2024 год экспорт сократился на 4% — с 50 до 48 млн долларов.": [
        "exports change -4 PCT 2024 actual",
        "exports level 50000000 USD 2023 actual",
        "exports level 48000000 USD 2024 actual",
    ],
    "По трём вещам согласия нет, в протокол вошли 58 пунктов.": ["other level 58 COUNT - actual"],
    "Совместных предприятий — 96.": ["enterprises level 96 COUNT - actual"],
    "1 евро = 98 рублей.": [],
}


def show(figure: Observation) -> str:
    """`indicator measure value unit period status`, `-` for what is not told."""
    value = f"{float(round(figure.obs_value, 4)):f}".rstrip("0").rstrip(".")
    told = f"{figure.indicator} {figure.measure} {value} {figure.unit_measure}"
    return f"{told} {figure.time_period or '-'} {figure.status}"


@pytest.mark.parametrize(("text", "figures"), SENTENCES.items())
def test_figures_of_a_sentence(observe: Callable[..., list[Observation]], text: str, figures: list[str]) -> None:
    assert [show(f) for f in observe(text, TITLE)] == figures
