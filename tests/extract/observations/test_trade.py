"""Figures of trade: levels, growth, shares, lists of partners, exports and imports, targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

KZ_UZ = "Казахстан и Узбекистан наращивают торговлю"
CASES = [
    (
        KZ_UZ,
        "По итогам первого полугодия 2025 года товарооборот между Казахстаном и Узбекистаном вырос на 14% и составил 2,2 млрд долларов.",
        ["trade_turnover change 14 PCT 2025-01/2025-06 KZ>UZ actual", "trade_turnover level 2200000000 USD 2025-01/2025-06 KZ>UZ actual"],
    ),
    (
        KZ_UZ,
        "В 2024 году взаимная торговля двух стран превысила $4,2 млрд. Экспорт Казахстана в Узбекистан составил 3,1 млрд, импорт — 1,1 млрд.",
        [
            "trade_turnover level 4200000000 USD 2024 KZ>UZ actual",
            "exports level 3100000000 USD 2024 KZ>UZ actual",
            "imports level 1100000000 USD 2024 KZ>UZ actual",
        ],
    ),
    (
        KZ_UZ,
        "Стороны намерены довести товарооборот до 10 млрд долларов к 2030 году.",
        ["trade_turnover level 10000000000 USD 2030 KZ>UZ target"],
    ),
    (
        "Таджикистан и Кыргызстан обсудили торговлю",
        "За январь–октябрь 2025 года экспорт Таджикистана сократился на 8,4%, до $120 млн, импорт — на 3,1%, до $310 млн.",
        [
            "exports change -8.4 PCT 2025-01/2025-10 TJ>KG actual",
            "exports level 120000000 USD 2025-01/2025-10 TJ>KG actual",
            "imports change -3.1 PCT 2025-01/2025-10 TJ>KG actual",
            "imports level 310000000 USD 2025-01/2025-10 TJ>KG actual",
        ],
    ),
    (
        "Внешняя торговля Узбекистана",
        "В 2024 году внешнеторговый оборот Узбекистана достиг 65,9 млрд долларов. На Китай пришлось 18,9%, на Россию — 17,6%, на Казахстан — 6,5%.",
        [
            "trade_turnover level 65900000000 USD 2024 UZ>- actual",
            "trade_turnover share 18.9 PCT 2024 UZ>CN actual",
            "trade_turnover share 17.6 PCT 2024 UZ>RU actual",
            "trade_turnover share 6.5 PCT 2024 UZ>KZ actual",
        ],
    ),
    (
        "Торговля Кыргызстана с соседями",
        "За восемь месяцев 2025 года товарооборот Кыргызстана с Казахстаном составил 1,3 млрд долларов, с Узбекистаном — 640 млн, с Таджикистаном — около 90 млн.",
        [
            "trade_turnover level 1300000000 USD 2025-01/2025-08 KG>KZ actual",
            "trade_turnover level 640000000 USD 2025-01/2025-08 KG>UZ actual",
            "trade_turnover level 90000000 USD 2025-01/2025-08 KG>TJ actual",
        ],
    ),
    (
        "Самаркандская область и Таджикистан укрепляют связи",
        "В прошлом году товарооборот области с республикой увеличился в 1,7 раза — до 84 млн долларов.",
        ["trade_turnover multiple 1.7 TIMES 2024 UZ-SA>TJ actual", "trade_turnover level 84000000 USD 2024 UZ-SA>TJ actual"],
    ),
    (
        "Челябинская область расширяет торговлю с Казахстаном",
        "По итогам 2024 года товарооборот региона с Казахстаном составил 2,9 млрд долларов, это 40% внешней торговли области.",
        ["trade_turnover level 2900000000 USD 2024 RU-CHE>KZ actual", "trade_turnover share 40 PCT 2024 RU-CHE>KZ actual"],
    ),
    (
        "Узбекистан и Азербайджан",
        "Взаимный товарооборот в 2024 году вырос на 12%, или на 30,4 млн долларов, и приблизился к 290 млн долларов.",
        [
            "trade_turnover change 12 PCT 2024 UZ>AZ actual",
            "trade_turnover change_abs 30400000 USD 2024 UZ>AZ actual",
            "trade_turnover level 290000000 USD 2024 UZ>AZ actual",
        ],
    ),
    (
        "Казахстан и Кыргызстан",
        "Экспорт муки в Кыргызстан в 2024 году достиг 58 млн долларов против 49 млн долларов в 2023 году.",
        ["exports level 58000000 USD 2024 KZ>KG actual", "exports level 49000000 USD 2023 KZ>KG actual"],
    ),
    (
        "Казахстан и Кыргызстан",
        "Импорт овощей из Кыргызстана за девять месяцев 2025 года составил $41,5 млн, что на 22% больше показателя аналогичного периода 2024 года ($34 млн).",
        [
            "imports level 41500000 USD 2025-01/2025-09 KZ>KG actual",
            "imports change 22 PCT 2025-01/2025-09 KZ>KG actual",
            "imports level 34000000 USD 2024-01/2024-09 KZ>KG actual",
        ],
    ),
    (
        "Узбекистан и Туркменистан",
        "С 2017 года взаимная торговля выросла втрое.",
        ["trade_turnover multiple 3 TIMES 2017/2025 UZ>TM actual"],
    ),
    (
        "Россия и Узбекистан",
        "На долю Подмосковья приходится около 8% всего товарооборота между Россией и Узбекистаном.",
        ["trade_turnover share 8 PCT - RU-MOS>UZ actual"],
    ),
    (
        "Торговля Узбекистана со странами СНГ",
        "Товарооборот Узбекистана со странами СНГ в январе–феврале 2024 года вырос на 10,9% и составил $3,3 млрд.",
        ["trade_turnover change 10.9 PCT 2024-01/2024-02 UZ>- actual", "trade_turnover level 3300000000 USD 2024-01/2024-02 UZ>- actual"],
    ),
    (
        KZ_UZ,
        "Товарооборот до $15 миллиардов — цель соседей.",
        ["trade_turnover level 15000000000 USD - KZ>UZ target"],
    ),
    (
        "Ферганская область и Кыргызстан",
        "Ферганская область в этом году отгрузила в Кыргызстан 12 тыс. тонн томатов на 6,3 млн долларов.",
        ["exports level 12000 t 2025 UZ-FA>KG actual", "exports level 6300000 USD 2025 UZ-FA>KG actual"],
    ),
    (
        "Кыргызстан и Казахстан",
        "Экспорт (+38,9%) растёт быстрее импорта (+4,2%).",
        ["exports change 38.9 PCT - KG>KZ actual", "imports change 4.2 PCT - KG>KZ actual"],
    ),
    (
        "Казахстан и Таджикистан",
        "Товарооборот Казахстана и Таджикистана за 10 месяцев 2025 года достиг $1,1 млрд (рост на 11,3%), из них экспорт — $0,9 млрд (рост на 9%), импорт — $0,2 млрд (снижение на 4%).",
        [
            "trade_turnover level 1100000000 USD 2025-01/2025-10 KZ>TJ actual",
            "trade_turnover change 11.3 PCT 2025-01/2025-10 KZ>TJ actual",
            "exports level 900000000 USD 2025-01/2025-10 KZ>TJ actual",
            "exports change 9 PCT 2025-01/2025-10 KZ>TJ actual",
            "imports level 200000000 USD 2025-01/2025-10 KZ>TJ actual",
            "imports change -4 PCT 2025-01/2025-10 KZ>TJ actual",
        ],
    ),
    (
        KZ_UZ,
        "Ожидается, что по итогам 2025 года объём взаимной торговли превысит 5 млрд долларов.",
        ["trade_turnover level 5000000000 USD 2025 KZ>UZ forecast"],
    ),
    (
        KZ_UZ,
        "В 2024 году товарооборот вырос на четверть, импорт сократился на треть.",
        ["trade_turnover change 25 PCT 2024 KZ>UZ actual", "imports change -33.3333 PCT 2024 KZ>UZ actual"],
    ),
    (
        "Алматинская область и Кыргызстан",
        "Товарооборот Алматинской области с Кыргызстаном упал в 2024 году до 95 млн долларов. Это на 12 млн долларов меньше, чем годом ранее.",
        ["trade_turnover level 95000000 USD 2024 KZ-19>KG actual", "trade_turnover change_abs -12000000 USD 2024 KZ-19>KG actual"],
    ),
    (
        "Узбекистан и Россия",
        "Российский экспорт в Узбекистан за первый квартал 2025 года составил 1,8 млрд долларов, узбекский экспорт в Россию — 620 млн.",
        ["exports level 1800000000 USD 2025-01/2025-03 RU>UZ actual", "exports level 620000000 USD 2025-01/2025-03 UZ>RU actual"],
    ),
    (
        "Казахстан – Узбекистан: торговля",
        "За год торговля выросла с 3,5 млрд долларов до 4,3 млрд долларов.",
        ["trade_turnover level 3500000000 USD - KZ>UZ actual", "trade_turnover level 4300000000 USD - KZ>UZ actual"],
    ),
    (
        "Согдийская область и Узбекистан",
        "Доля Узбекистана во внешней торговле Согдийской области достигла 17%.",
        ["trade_turnover share 17 PCT - TJ-SU>UZ actual"],
    ),
    (
        "Казахстан и Узбекистан",
        "Участники назвали следующий рубеж — 6 млрд долларов товарооборота.",
        ["trade_turnover level 6000000000 USD - KZ>UZ target"],
    ),
]


@pytest.mark.parametrize(("title", "text", "wanted"), CASES)
def test_figures_of_trade(read_figures: Callable[[str, str], list[str]], title: str, text: str, wanted: list[str]) -> None:
    assert read_figures(text, title) == wanted
