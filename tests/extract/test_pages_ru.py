"""What pages of newsrooms tell otherwise than written documents: sentences of our own of their classes.

Each class is tried in the languages that have it, with sentences near it that must not be read so.
"""

from __future__ import annotations

import pytest

from reading import read_text

SIGNINGS = [
    # Who signed the paper just told, its name first in its sentence; and some of the papers just told.
    ("Стороны подписали протокол о мосте. Соответствующий протокол подписали министры Ю. Асанов и Р. Каримов.", 1),
    ("По итогам форума заключено 12 соглашений. В частности, подписано соглашение о строительстве фермы.", 1),
    ("Twelve agreements were signed at the forum. In particular, an agreement on a farm was signed.", 1),
    ("Forumda 12 ta bitim imzolandi. Jumladan, ferma qurish toʻgʻrisida bitim imzolandi.", 1),
    ("Форумда 12 та битим имзоланди. Жумладан, ферма қуриш тўғрисида битим имзоланди.", 1),
    ("Форумда 12 келісімге қол қойылды. Атап айтқанда, ферма салу туралы келісімге қол қойылды.", 1),
    # Two papers, each with its day.
    ("5 мая 2025 года подписан протокол о мосте. 9 июня 2025 года подписан договор о школе.", 2),
]


@pytest.mark.parametrize(("text", "count"), SIGNINGS)
def test_a_paper_told_again_is_signed_once(text: str, count: int) -> None:
    assert sum(e.type == "signing" for e in read_text(text).events) == count


LED = [
    ("Министры провели круглый стол по воде. Встреча состоялась 5 мая 2025 года в Оше.", 1),
    ("Ministers held a round table on water. The meeting took place on 5 May 2025 in Osh.", 1),
    ("В Оше прошло третье заседание делового совета. Встречу провели министры Асан Асанов и Рустам Каримов.", 1),
    (
        "The third session of the council was held in Osh. The meeting was chaired by ministers A. Asanov, R. Karimov.",
        1,
    ),
    ("В Оше прошло третье заседание делового совета. Накануне министр Асан Асанов встретился с послом Китая.", 2),
]


@pytest.mark.parametrize(("text", "count"), LED)
def test_who_led_a_session_held_no_other_meeting(text: str, count: int) -> None:
    assert sum(e.type in ("meeting", "forum") for e in read_text(text).events) == count


SPANNED = [
    ("Форум проведут в конце октября – первой половине ноября 2026 года в Омске.", "2026-10/2026-11-15"),
    ("The forum will be held in late October – early November in Omsk.", "2025-10/2025-11"),
    ("Форум пройдёт в октябре 2026 года, а ярмарка – в ноябре.", "2026-10"),
]


@pytest.mark.parametrize(("text", "date"), SPANNED)
def test_two_parts_of_a_year_with_a_dash_are_one_time(text: str, date: str) -> None:
    assert str(read_text(text).events[0].date) == date


SIDES = [
    "Подписан меморандум между двумя университетами.",
    "Между тремя банками также заключён договор.",
    "A memorandum was signed between the two universities.",
    "Ikki universitet oʻrtasida memorandum imzolandi.",
    "Икки университет ўртасида меморандум имзоланди.",
    "Екі университет арасында меморандум жасалды.",
]


@pytest.mark.parametrize("text", SIDES)
def test_a_few_between_whom_something_is_are_no_figure(text: str) -> None:
    assert not read_text(text).observations


COUNTED = [
    "Между странами ходят три поезда.",
    "Соглашение между странами касается 12 банков.",
    "Открыты три университета.",
]


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted_beside_is_one(text: str) -> None:
    assert len(read_text(text).observations) == 1


BODIES = [
    ("Министерство иностранных дел Кыргызстана провело приём. Об этом рассказали в пресс-службе МИДа.", 1),
    ("Министерство энергетики Кыргызстана провело встречу. Минэнерго Кыргызстана назвало сроки.", 1),
    ("Министерство энергетики Кыргызстана провело встречу. Минэнерго Узбекистана назвало сроки.", 2),
    ("Министерство энергетики Кыргызстана провело встречу. Минтранс Кыргызстана назвал сроки.", 2),
    ("The Ministry of Foreign Affairs of Kyrgyzstan met guests. The MFA of Kyrgyzstan named the terms.", 1),
    ("Министры подписали «Дорожную карту» по мосту.", 0),
    ("Заработал портал поддержки MadeInOsh.kg для экспортёров.", 0),
    ("Ракета стартовала с космодрома «Сары Дала».", 0),
    ("Энергию даст ГЭС «Ак-Суу».", 0),
    ("В Оше прошёл форум Trading with Osh.", 0),
    ("Завод построит компания Alfa Feed Co., Ltd из Китая.", 1),
]


@pytest.mark.parametrize(("text", "count"), BODIES)
def test_what_names_a_body(text: str, count: int) -> None:
    assert len(read_text(text).organisations) == count


PEOPLE = [
    ("Хоким принял руководителя китайской компании Alfa Feed Co., Ltd Ли Вэя.", "Ли Вэй", "business"),
    (
        "Выступил председатель национально-культурной автономии узбеков Анвар Саидов.",
        "Анвар Саидов",
        "head_of_organisation",
    ),
    (
        "Встречу провели председатели комитетов двух стран — Асан Асанов и Рустам Каримов.",
        "Асан Асанов",
        "head_of_organisation",
    ),
    ("Село посетил страновой директор банка в Кыргызской Республике г-н Ли Вэй.", "Ли Вэй", "head_of_organisation"),
    ("Гостей встретил депутат Госсовета Татарстана Ринат Валиев.", "Ринат Валиев", "legislator"),
]


@pytest.mark.parametrize(("text", "name", "position"), PEOPLE)
def test_who_holds_an_office_told_at_length(text: str, name: str, position: str) -> None:
    assert (name, position) in [(p.name, p.position) for p in read_text(text).people]


PROMISES = [
    # What a speaker's words open, and what is said of who told it, is no part of a promise.
    (
        "Как отметил на заседании министр торговли Асан Асанов, стороны построят больницу в Оше.",
        ["построят больницу в Оше"],
    ),
    ("По его данным, мост откроют до конца года.", ["мост откроют до конца года"]),
    ("Банки подписали соглашение о кредите, уточняет пресс-служба банка.", ["подписали соглашение о кредите"]),
    # A fact, a demand on how something is, what a thing will be to others, and what a trip was for promise nothing.
    ("Стороны уделили внимание тому факту, что Ош — главный рынок области.", []),
    ("The sides paid attention to the fact that Osh is the main market of the region.", []),
    ("Проект должен быть справедливым и выгодным для всех.", []),
    ("Центр станет ключевой площадкой для торговли с Узбекистаном.", []),
    ("Цель поездки — укрепление связей и обмен опытом в туризме.", []),
    ("The purpose of the visit is to strengthen ties and share experience in tourism.", []),
    ("Tashrifdan maqsad — turizm sohasida tajriba almashish.", []),
    ("Ташрифдан мақсад — туризм соҳасида тажриба алмашиш.", []),
    ("Сапардың мақсаты — туризм саласында тәжірибе алмасу.", []),
    ("Центр ускорит перевозки и снизит затраты.", []),
    ("The centre will reduce transport costs and speed up delivery.", []),
    ("Проект рассматривается как ключевая инициатива для региона.", []),
    ("Важное внимание уделили обмену студентами.", ["обмену студентами"]),
    # But a meeting's own aims and what must be built are.
    ("Мост должен быть построен к осени 2026 года.", ["Мост должен быть построен к осени 2026 года"]),
]


@pytest.mark.parametrize(("text", "things"), PROMISES)
def test_what_is_a_promise(text: str, things: list[str]) -> None:
    told = [c.evidence.exact for c in read_text(text, "Кыргызстан и Узбекистан договорились").commitments]
    assert len(told) == len(things), told
    assert all(thing in said for thing, said in zip(things, told, strict=True))


FRONTED = [
    # Before its verb stands what was agreed, or what somebody talked of.
    (
        "О запуске больницы стороны договорились в ходе встречи министра здравоохранения Узбекистана Асила Худаева.",
        ["О запуске больницы"],
    ),
    (
        "Вопросы торговли Омской области и регионов Узбекистана обсудил губернатор Андрей Травин с делегацией.",
        ["Вопросы торговли Омской области и регионов Узбекистана"],
    ),
    ("На встрече стороны договорились о поставках угля.", ["о поставках угля"]),
    ("Ещё одним вопросом обсуждения стал ремонт моста на границе.", ["ремонт моста на границе"]),
    ("Ташкент и Душанбе продолжают обсуждать условия поставок угля.", ["условия поставок угля"]),
    ("Объёмы поставок угля могут быть увеличены.", []),
    # Papers with their money, each with what it is for.
    (
        "Подписаны соглашения на 50 млн долларов по строительству гостиниц и магазинов, "
        "на 40 млн — по добыче руды, на 30 млн — по школам.",
        ["гостиниц и магазинов", "на 40 млн — по добыче руды", "на 30 млн — по школам"],
    ),
    (
        "Forumda 50 mln dollarlik mehmonxona, 40 mln dollarlik kon va 30 mln dollarlik fabrika bitimlari imzolandi.",
        ["mehmonxona", "kon", "fabrika"],
    ),
    (
        "Форумда 50 млн долларлик меҳмонхона, 40 млн долларлик кон ва 30 млн долларлик фабрика битимлари имзоланди.",
        ["меҳмонхона", "кон", "фабрика"],
    ),
    (
        "Agreements were signed worth $50 million for hotels and shops, "
        "$40 million for a mine and $30 million for a mill.",
        ["hotels and shops", "a mine", "a mill"],
    ),
    (
        "Стороны подписали соглашения о строительстве школы, завода на 40 млн долларов и больницы.",
        ["школы", "завода на 40 млн долларов", "больницы"],
    ),
]


@pytest.mark.parametrize(("text", "things"), FRONTED)
def test_where_a_thing_stands(text: str, things: list[str]) -> None:
    told = [c.evidence.exact for c in read_text(text).commitments]
    assert len(told) == len(things), told
    assert all(thing in said for thing, said in zip(things, told, strict=True))


ENERGY = [
    "За год поставлено 2 млн кВт⋅ч электроэнергии.",
    "За год поставлено 2 млн кВт/час электроэнергии.",
    "Бир йилда 2 млн кВт⋅соат электр энергияси етказилди.",
    "Bir yilda 2 mln kVt⋅soat elektr energiyasi yetkazildi.",
    "Бір жылда 2 млн кВт⋅сағ электр энергиясы жеткізілді.",
    "In a year 2 million kW⋅h of electricity was supplied.",
]


@pytest.mark.parametrize("text", ENERGY)
def test_energy_is_told_in_many_spellings(text: str) -> None:
    assert [f.unit_measure for f in read_text(text).observations] == ["kWh"]


NAMED = [
    ("Гости побывали в Ассоциации врачей Узбекистана и Академии медицинских сестёр.", 2),
    ("В Хиве открыли консульство, сообщает агентство «Дунё».", 0),
    ("В Хиве открыли станцию, сообщает агентство «Хива Йуллари».", 1),
    ("SaryNews (KZ) — В Алматы открыли школу.", 0),
    ("Делегация прибыла на выставку «Инноград. Средняя Азия» в Ташкент.", 0),
    ("Цены выросли в частных медицинских клиниках Оша.", 0),
    ("Агентство «Асл Бино» построит школу в Хиве.", 1),
    ("На маршруте «Бухара-Москва-Бухара» станет больше рейсов.", 0),
    ("Центр встанет у пунктов пропуска Казахстана «Сары Дала» и Узбекистана — «Ок Йул».", 0),
    ("Самолёты ведёт перевозчик Oq Qanot (Nur Sky) — шесть рейсов.", 2),
]


@pytest.mark.parametrize(("text", "count"), NAMED)
def test_what_else_names_a_body(text: str, count: int) -> None:
    assert len(read_text(text).organisations) == count


def test_a_year_within_a_paper_does_not_date_its_signing() -> None:
    found = read_text("Стороны подписали соглашение о проведении Дней медицины в 2026 и 2027 годах.").events
    assert [(e.status, e.date) for e in found if e.type == "signing"] == [("held", None)]
    found = read_text("Стороны подпишут соглашение о школе в мае 2026 года.").events
    assert [(e.status, str(e.date)) for e in found if e.type == "signing"] == [("planned", "2026-05")]


def test_who_is_quoted_by_an_agency_was_not_met() -> None:
    assert not read_text("«Поставки угля начнутся», — цитирует агентство своего собеседника.").events


def test_the_country_that_acts_in_the_title_has_the_minister() -> None:
    text = "Центр строят для торговли с Узбекистаном. Сроки назвал министр торговли Асан Асанов."
    assert [p.area for p in read_text(text, "Казахстан запустит центр на границе").people] == ["KZ"]
