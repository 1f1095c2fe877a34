"""Several promises under one verb or heading, minutes with terms, and one promise told twice."""

from __future__ import annotations

import pytest

from hamkor.extract.commitments import find_commitments
from hamkor.extract.flow import read_parts
from hamkor.model import Commitment, Document
from hamkor.prepare import prepare


def read(text: str, *, title: str | None = None, published: str = "2025-11-18") -> list[Commitment]:
    document = Document(id="test", text=text, digest="0", title=title, published=published)
    return find_commitments(read_parts(prepare(document)))


LISTS = [
    ("Стороны обсудили вопросы торговли, энергетики и туризма.", ["trade", "energy", "tourism"]),
    ("Речь шла о запуске новых авиарейсов и обмене студентами.", ["transport", "education"]),
    ("Послы обсудили хлопководство, шелководство и садоводство.", ["agriculture"]),
    (
        "Главы районов обсудили развитие туризма, включая ремонт дорог, а также защиту лесов от пожаров и вредителей.",
        ["tourism", "transport", "security"],
    ),
    ("Партнёры предложили построить мельницу и создать общий питомник саженцев.", ["agriculture", "agriculture"]),
    ("Министры одобрили стратегии цифрового развития, транспорта и торговли.", ["digital", "transport", "trade"]),
    ("Подписаны соглашения в области культуры, спорта и здравоохранения.", ["culture", "health"]),
    ("Документ предусматривает обмен врачами, очистку рек и выпуск тканей.", ["health", "water", "industry"]),
    ("Приоритетами союза станут рыбоводство, связь и экспорт ковров.", ["agriculture", "trade"]),
    ("Особое внимание уделили кооперации в машиностроении, а также подготовке кадров.", ["industry", "education"]),
]


@pytest.mark.parametrize(("text", "sectors"), LISTS)
def test_list_is_split_by_sector(text: str, sectors: list[str]) -> None:
    assert [c.sector for c in read(text)] == sectors


def test_two_verbs_of_one_sentence_have_their_own_things() -> None:
    found = read("Хоким и посол обсудили поставки угля и договорились открыть музей.")
    assert [(c.stage, c.sector) for c in found] == [("discussed", "energy"), ("agreed", "culture")]
    assert found[0].evidence.exact == "поставки угля"


def test_clause_after_but_is_another_promise() -> None:
    found = read("Завод в Хиве построят к 2027 году, а проект тоннеля заморожен.")
    assert [(c.stage, str(c.due)) for c in found] == [("planned", "2027"), ("cancelled", "None")]


def test_items_take_the_stage_of_their_head() -> None:
    found = read(
        "По итогам беседы намечено:\n\n1) наладить обмен врачами;\n\n2) открыть выставку керамики;\n\n3) починить мост."
    )
    assert {c.stage for c in found} == {"planned"}
    assert [c.sector for c in found] == ["health", "trade", "transport"]
    assert found[1].evidence.exact == "открыть выставку керамики"


def test_items_with_a_stage_of_their_own_keep_it() -> None:
    found = read(
        "На встрече глава района:\n\n— предложил открыть школу танца;\n\n— подписал соглашение о поставках муки;\n\n"
        "— осмотрел выставку."
    )
    assert [c.stage for c in found] == ["proposed", "signed"]


MINUTES = """ПРОТОКОЛ заседания рабочей группы по развитию приграничной торговли

СЛУШАЛИ: о подготовке к открытию рынка.

РЕШИЛИ:

1. Принять к сведению доклад о ходе работ.

2. Согласовать перечень товаров. Срок: до 1 июня 2026 года. Ответственный: акимат Туркестанской области.

3. Провести ремонт складов.

Срок – постоянно.

4. Представлять отчёты о ценах.

Срок: ежеквартально."""


def test_minutes_are_agreed_clause_by_clause() -> None:
    found = [c for c in read(MINUTES, published="2026-02-01") if c.clause]
    assert [c.clause for c in found] == ["2", "3", "4"]
    assert {c.stage for c in found} == {"agreed"}
    assert {c.instrument for c in found} == {"protocol"}
    assert [c.term for c in found] == ["date", "standing", "quarterly"]


def test_labels_of_a_clause_tell_term_and_responsible() -> None:
    first = next(c for c in read(MINUTES, published="2026-02-01") if c.clause == "2")
    assert str(first.due) == "2026-06-01"
    assert first.responsible == ("Акимат Туркестанской области",)
    assert first.evidence.exact == "Согласовать перечень товаров"


def test_road_map_needs_no_word_of_decision() -> None:
    text = "ДОРОЖНАЯ КАРТА по развитию связей\n\n1. Открыть учебный центр до 2027 года.\n\n2. Наладить обмен тренерами."
    assert [(c.stage, c.instrument, c.clause) for c in read(text)] == [
        ("agreed", "road_map", "1"),
        ("agreed", "road_map", "2"),
    ]


def test_order_gives_what_is_ordered() -> None:
    text = "ПРОТОКОЛ совещания\n\nРЕШИЛИ:\n\n1. Поручить отделу связи подготовить справку о рейсах."
    assert read(text)[0].evidence.exact == "подготовить справку о рейсах"


def test_next_sentence_confirms_what_was_planned() -> None:
    found = read("Соседние области построят общий рынок скота. Об этом условились хокимы.")
    assert [c.stage for c in found] == ["agreed"]


def test_same_promise_in_other_words_counts_once() -> None:
    found = read(
        "Навои и Актобе намерены открыть прямой автобусный маршрут.\n\n"
        "Открыть прямой автобусный маршрут планируют Навои и Актобе."
    )
    assert len(found) == 1


def test_doubled_sentence_is_one_promise_with_both_places() -> None:
    line = "Стороны договорились построить больницу в городе Арысь."
    found = read(f"{line}\n\n{line}\n\nПогода была хорошей.")
    assert len(found) == 1
    assert len(found[0].evidence.also) == 1


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Казахстан и Узбекистан договорились о поставках риса.", {"KZ", "UZ"}),
        ("Туркестанская область и Узбекистан договорились о поставках риса.", {"KZ-61", "UZ"}),
        ("Таджикистан и Узбекистан договорились. Вузы двух стран обменяются студентами.", {"TJ", "UZ"}),
    ],
)
def test_parties_are_the_sides(text: str, parties: set[str]) -> None:
    assert set(read(text)[-1].parties) == parties


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Ректоры подписали меморандум о музее.", "memorandum"),
        ("Стороны заключили контракт на поставку труб.", "contract"),
        ("Планируется создать фонд.", None),
        ("Хокимы утвердили дорожную карту по туризму.", "road_map"),
        ("Подписано соглашение о кино.", "agreement"),
    ],
)
def test_instrument_is_named(text: str, instrument: str | None) -> None:
    assert read(text)[-1].instrument == instrument


def test_past_time_is_no_term() -> None:
    assert read("В 2023 году стороны подписали соглашение о театрах.")[0].due is None


def test_the_rule_is_told_as_reason() -> None:
    assert read("Стороны обсудили туризм.")[0].rule == "discussed-active"


def test_decisions_under_a_colon_are_agreed() -> None:
    found = read(
        "По итогам переговоров приняты следующие решения:\n\n1) открыть пункт пропуска;\n\n2) чистить каналы весной."
    )
    assert [c.stage for c in found] == ["agreed", "agreed"]


@pytest.mark.parametrize(
    "text",
    [
        "Достигнуты договорённости: увеличить число автобусных рейсов; обмениваться студентами; провести ярмарку.",
        "Стороны договорились: увеличить число автобусных рейсов; обмениваться студентами; провести ярмарку.",
        "The governors reached a number of agreements: to increase bus services; to exchange students; to hold a fair.",
    ],
)
def test_a_colon_opens_as_many_promises_as_its_list_has_items(text: str) -> None:
    assert [(c.stage, c.sector) for c in read(text)] == [
        ("agreed", "transport"),
        ("agreed", "education"),
        ("agreed", "trade"),
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Стороны договорились в течение двух месяцев подготовить программу.", "2026-01-18"),
        ("Ведомствам поручено в двухмесячный срок подготовить программу на 2026–2030 годы.", "2026-01-18"),
        ("Ведомствам поручено до 1 мая подготовить программу, работы продлятся в течение трёх лет.", "2026-05-01"),
        ("В ближайшие три года стороны построят завод.", "2028"),
        ("The sides agreed to prepare a programme within two weeks.", "2025-12-02"),
        ("Tomonlar ikki oy ichida dasturni tayyorlashga kelishib oldi.", "2026-01-18"),
        ("Тараптар бір ай мерзімде бағдарлама дайындауға келісті.", "2025-12-18"),
        ("The sides plan to hold a fair next autumn.", "2026-09/2026-11"),
        ("Ярмарку планируют провести осенью.", "2025-09/2025-11"),
        ("В течение двух месяцев подписано соглашение о ярмарке.", None),
    ],
)
def test_how_long_is_left_counts_from_publication(text: str, due: str | None) -> None:
    assert [str(c.due) if c.due else None for c in read(text)][:1] == [due]


def test_things_that_semicolons_part_are_items() -> None:
    items = "Universitet filialini ochish;\n\nTikuv fabrikasini qurish."
    found = read(f"Uchrashuvda quyidagi masalalar ko‘rib chiqildi:\n\n{items}")
    assert [(c.stage, c.sector) for c in found] == [("discussed", "education"), ("discussed", "industry")]


def test_what_its_own_sentence_ends_is_cancelled() -> None:
    found = read("Qozog‘iston va Tojikiston savdo uyini ochish haqida kelishgan edi, ammo loyiha to‘xtatildi.")
    assert [(c.stage, c.sector) for c in found] == [("cancelled", "trade")]


def test_a_time_that_only_the_sides_stand_before_is_of_all_things() -> None:
    things = "tikuv fabrikasini qurishni hamda issiqxona barpo etishni"
    found = read(f"Qozog‘iston va Turkiya 2027-yilda {things} rejalashtirmoqda.")
    assert [str(c.due) for c in found] == ["2027", "2027"]


OF_ITEMS = [
    "Стороны договорились:\n\n1. В транспорте:\n- открыть рейс до Навои;\n- починить мост.\n\n"
    "2. В торговле:\n- провести ярмарку.",
    "Тараптар келісті:\n\n1. Көлік саласында:\n- Науаиға рейс ашу;\n- көпірді жөндеу.\n\n"
    "2. Сауда саласында:\n- жәрмеңке өткізу.",
    "Tomonlar kelishib oldi:\n\n1. Transport sohasida:\n- Navoiyga reys ochish;\n- ko‘prikni ta’mirlash.\n\n"
    "2. Savdo sohasida:\n- yarmarka o‘tkazish.",
    "Томонлар келишиб олди:\n\n1. Транспорт соҳасида:\n- Навоийга рейс очиш;\n- кўприкни таъмирлаш.\n\n"
    "2. Савдо соҳасида:\n- ярмарка ўтказиш.",
    "The sides agreed:\n\n1. In transport:\n- to open a flight to Navoi;\n- to repair the bridge.\n\n"
    "2. In trade:\n- to hold a fair.",
]


@pytest.mark.parametrize("text", OF_ITEMS)
def test_an_item_that_only_heads_items_is_no_promise(text: str) -> None:
    found = read(text)
    assert len(found) == 3
    assert not any(text[c.evidence.start :].partition("\n")[0].endswith(":") for c in found)


def test_an_item_that_tells_what_to_do_is_one_though_items_follow() -> None:
    found = read("Решили:\n\n1. Создать рабочую группу, в которую войдут:\n- хоким;\n- аким.\n\n2. Починить мост.")
    assert "Создать рабочую группу" in found[0].evidence.exact
