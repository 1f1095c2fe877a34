"""Tables of figures in pages and sheets: units, indicators and times that stand in heads of columns or rows."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from hamkor.model import Observation
from hamkor.pipeline import read_document
from hamkor.read import Given, read_bytes

PARTNERS = {
    "ru": [
        "Внешняя торговля Узбекистана",
        "Агентство статистики сообщило о внешней торговле Узбекистана за январь–сентябрь 2025 года.",
        ["Страна", "Экспорт, млн долл.", "Импорт (млн долл.)", "Доля, %"],
        ["Казахстан", "1 120,4", "2 050,1", "8,1"],
        ["Кыргызстан", "512,3", "140,2", "1,7"],
    ],
    "en": [
        "Foreign trade of Uzbekistan",
        "The statistics agency told of the foreign trade of Uzbekistan in January-September 2025.",
        ["Country", "Exports, million dollars", "Imports (million dollars)", "Share, %"],
        ["Kazakhstan", "1,120.4", "2,050.1", "8.1"],
        ["Kyrgyzstan", "512.3", "140.2", "1.7"],
    ],
    "kk": [
        "Өзбекстанның сыртқы саудасы",
        "Статистика агенттігі 2025 жылғы қаңтар–қыркүйектегі Өзбекстанның сыртқы саудасы туралы мәлімет берді.",
        ["Ел", "Экспорт, млн доллар", "Импорт (млн доллар)", "Үлесі, %"],
        ["Қазақстан", "1 120,4", "2 050,1", "8,1"],
        ["Қырғызстан", "512,3", "140,2", "1,7"],
    ],
    "uz": [
        "O‘zbekistonning tashqi savdosi",
        "Statistika agentligi 2025-yil yanvar–sentabr oylarida O‘zbekistonning tashqi savdosi haqida ma’lumot berdi.",
        ["Davlat", "Eksport, mln dollar", "Import (mln dollar)", "Ulushi, %"],
        ["Qozog‘iston", "1 120,4", "2 050,1", "8,1"],
        ["Qirg‘iziston", "512,3", "140,2", "1,7"],
    ],
}


MORE = {
    "ru": "Остальные сведения ведомство обещает назвать позже, когда закончит сверку с таможней и с соседями. "
    "Специалисты напоминают, что предварительные данные обычно уточняют, и советуют сравнивать их с осторожностью.",
    "en": "The agency promises to name the rest later, when it has compared its data with those of the customs office "
    "and of the neighbours. Experts recall that early data are usually made more exact, and advise care.",
    "kk": "Агенттік қалған мәліметті кейін, кеденмен және көршілермен салыстырып болған соң айтуға уәде береді. "
    "Мамандар алдын ала деректер әдетте нақтыланатынын еске салып, оларды сақтықпен салыстыруға кеңес береді.",
    "uz": "Agentlik qolgan ma’lumotlarni bojxona va qo‘shnilar bilan solishtirib bo‘lgach, aytishga va’da beradi. "
    "Mutaxassislar dastlabki ma’lumotlar odatda aniqlashtirilishini eslatib, ularni ehtiyotkorlik bilan solishtirishni "
    "maslahat beradi.",
}


def write_table(title: str, told: str, rows: list[list[str]]) -> bytes:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    body = f"<article><h1>{title}</h1><p>{told}</p><table>{lines}</table><p>{MORE['ru']}</p></article>"
    return f"<html><body>{body}</body></html>".encode()


def write_page(language: str) -> bytes:
    title, told, *rows = PARTNERS[language]
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    body = f"<article><h1>{title}</h1><p>{told}</p><table>{lines}</table><p>{MORE[language]}</p></article>"
    return f'<html lang="{language}"><head><title>{title}</title></head><body>{body}</body></html>'.encode()


def write_sheet(language: str) -> bytes:
    title, told, *rows = PARTNERS[language]
    book = Workbook()
    for row in ([title], [told], *rows):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, name: str) -> list[Observation]:
    [document] = read_bytes(content, place=name, given=Given(published="2025-11-20"))
    found = list(read_document(document).statements.observations)
    assert all(document.text[f.evidence.start : f.evidence.end] == f.evidence.exact for f in found)
    return found


def tell(figure: Observation) -> str:
    return f"{figure.indicator} {figure.obs_value:f} {figure.ref_area}-{figure.counterpart_area} {figure.time_period}"


@pytest.mark.parametrize("language", PARTNERS)
@pytest.mark.parametrize(("write", "name"), [(write_page, "trade.html"), (write_sheet, "trade.xlsx")])
def test_heads_of_columns(write: Callable[[str], bytes], name: str, language: str) -> None:
    assert [tell(f) for f in read(write(language), name)] == [
        "exports 1120400000 UZ-KZ 2025-01/2025-09",
        "imports 2050100000 UZ-KZ 2025-01/2025-09",
        "exports 512300000 UZ-KG 2025-01/2025-09",
        "imports 140200000 UZ-KG 2025-01/2025-09",
    ]


YEARS = [
    ["Показатель", "2023", "2024 г."],
    ["Товарооборот с Узбекистаном, млн долл.", "4 420,1", "4 310,5"],
    ["Экспорт в Узбекистан, тыс. тонн", "3 020", "2 930"],
]


def test_years_above_and_units_beside() -> None:
    page = write_table("Торговля Казахстана с Узбекистаном", "Казахстан торгует с Узбекистаном.", YEARS)
    assert [tell(f) for f in read(page, "years.html")] == [
        "trade_turnover 4420100000 KZ-UZ 2023",
        "trade_turnover 4310500000 KZ-UZ 2024",
        "exports 3020000 KZ-UZ 2023",
        "exports 2930000 KZ-UZ 2024",
    ]


def test_cells_without_a_unit_are_no_figures() -> None:
    page = write_table("Телефоны", MORE["ru"] + MORE["ru"], [["Страна", "Номер"], ["Казахстан", "120"]])
    assert read(page, "phones.html") == []


# Heads in two rows, the unit in the caption or in the corner: title, unit, months, names of indicators.
TWO_ROWS = {
    "ru": ("Торговля Джизакской области с Шымкентом", "млн долларов", "Январь–май", ["Экспорт", "Импорт"]),
    "en": ("Trade of Jizzakh region with Shymkent", "USD million", "January–May", ["Exports", "Imports"]),
    "kk": ("Жызақ облысының Шымкентпен саудасы", "млн доллар", "Қаңтар–мамыр", ["Экспорт", "Импорт"]),
    "uz": ("Jizzax viloyatining Shymkent bilan savdosi", "mln dollar", "Yanvar–may", ["Eksport", "Import"]),
    "uz-Cyrl": ("Жиззах вилоятининг Шимкент билан савдоси", "млн доллар", "Январь–май", ["Экспорт", "Импорт"]),
}
TELLING = MORE | {
    "uz-Cyrl": "Агентлик қолган маълумотларни божхона ва қўшнилар билан солиштириб бўлгач, айтишга ваъда беради. "
    "Мутахассислар дастлабки маълумотлар одатда аниқлаштирилишини эслатиб, эҳтиёт бўлишни маслаҳат беради."
}


def write_two_rows(language: str, caption: str, corner: str) -> bytes:
    title, _, months, (exports, imports) = TWO_ROWS[language]
    heads = f"<tr><th rowspan=2>{corner}</th><th colspan=2>{months}</th></tr><tr><th>2024</th><th>2025</th></tr>"
    rows = f"<tr><td>{exports}</td><td>30,1</td><td>40,2</td></tr><tr><td>{imports}</td><td>27,5</td><td>24,3</td></tr>"
    table = f"<table><caption>{caption}</caption>{heads}{rows}</table>"
    body = f"<article><h1>{title}</h1><p>{TELLING[language]}</p>{table}</article>"
    head = f'<title>{title}</title><meta name="date" content="2025-11-20">'
    return f"<html lang={language}><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("language", TWO_ROWS)
@pytest.mark.parametrize("in_corner", [False, True])
def test_heads_in_two_rows_tell_the_time_together(language: str, in_corner: bool) -> None:
    title, unit, *_ = TWO_ROWS[language]
    page = write_two_rows(language, title if in_corner else f"{title}, {unit}", unit if in_corner else "№")
    assert [tell(f) for f in read(page, "rows.html")] == [
        "exports 30100000 UZ-JI-KZ-79 2024-01/2024-05",
        "exports 40200000 UZ-JI-KZ-79 2025-01/2025-05",
        "imports 27500000 UZ-JI-KZ-79 2024-01/2024-05",
        "imports 24300000 UZ-JI-KZ-79 2025-01/2025-05",
    ]


def test_figures_with_a_unit_of_their_own_have_the_time_of_their_column() -> None:
    rows = [["Показатель", "5 мес. 2024", "2025"], ["Экспорт Казахстана в Узбекистан", "$30,1 млн", "рост 12 %"]]
    page = write_table("Торговля Казахстана с Узбекистаном", MORE["ru"] * 2, rows)
    assert [tell(f) for f in read(page, "own.html")] == [
        "exports 30100000 KZ-UZ 2024-01/2024-05",
        "exports 12 KZ-UZ 2025",
    ]


def test_a_row_of_figures_without_a_name_heads_nothing() -> None:
    rows = [["", "Экспорт, млн долл.", "Импорт, млн долл."], ["", "30,1", "40,2"], ["Казахстан", "1,5", "2,5"]]
    page = write_table("Внешняя торговля Узбекистана", MORE["ru"] * 2, rows)
    assert {f.obs_value for f in read(page, "nameless.html")} >= {1_500_000, 2_500_000, 30_100_000, 40_200_000}


TITLED = {
    "ru": [
        "Экспорт Узбекистана, млн долларов",
        ["Страна", "2024", "2025", "Доля, %"],
        ["Казахстан", "112,5", "130,1", "8,1"],
    ],
    "en": [
        "Exports of Uzbekistan, USD million",
        ["Country", "2024", "2025", "Share, %"],
        ["Kazakhstan", "112.5", "130.1", "8.1"],
    ],
    "kk": [
        "Өзбекстан экспорты, млн доллар",
        ["Ел", "2024", "2025", "Үлесі, %"],
        ["Қазақстан", "112,5", "130,1", "8,1"],
    ],
    "uz": [
        "O‘zbekiston eksporti, mln dollar",
        ["Davlat", "2024", "2025", "Ulushi, %"],
        ["Qozog‘iston", "112,5", "130,1", "8,1"],
    ],
    "uz-Cyrl": [
        "Ўзбекистон экспорти, млн доллар",
        ["Давлат", "2024", "2025", "Улуши, %"],
        ["Қозоғистон", "112,5", "130,1", "8,1"],
    ],
}


@pytest.mark.parametrize("language", TITLED)
def test_title_tells_the_unit_of_a_sheet_but_not_of_shares(language: str) -> None:
    title, *rows = TITLED[language]
    book, file = Workbook(), BytesIO()
    for row in ([title], *rows):
        book.active.append(row)
    book.save(file)
    told = [f"{f.obs_value:f} {f.unit_measure} {f.time_period}" for f in read(file.getvalue(), "sheet.xlsx")]
    assert told == ["112500000 USD 2024", "130100000 USD 2025"]
