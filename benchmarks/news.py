"""News on cooperation as `benchmarks/resolve.py` needs it: what is stated is made, as reading would have found it.

People with offices, bodies, figures, events and promises of ten years. Few are told of often and most seldom (the
chance of the n-th is about 1/n), among 48,000 names in three spellings, 210 pairs of areas, 40 towns and 66 sorts of
promises; each document has words of its own, and one in ten is another outlet's reprint.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from growing import Growing, draw, list_names

from hamkor.model import (
    Commitment,
    Event,
    Observation,
    Organisation,
    Participant,
    Period,
    Person,
    PreparedText,
    Statements,
)

# Each name as it is written in Russian, Uzbek and English.
GIVEN = """Бахтиёр Baxtiyor Bakhtiyor|Шерзод Sherzod Sherzod|Дархан Darxon Darkhan|Ержан Yerjan Yerzhan|Асель Asel Assel
Нодир Nodir Nodir|Малика Malika Malika|Тимур Temur Timur|Жанар Janar Zhanar|Улугбек Ulugʻbek Ulugbek
Санжар Sanjar Sanjar|Гульнара Gulnora Gulnara|Азамат Azamat Azamat|Рустам Rustam Rustam|Данияр Doniyor Daniyar
Марат Marat Marat|Лола Lola Lola|Фарход Farhod Farkhod|Айгуль Oygul Aigul|Кайрат Qayrat Kairat|Сардор Sardor Sardor
Диана Diana Diana|Олжас Oljas Olzhas|Зафар Zafar Zafar|Динара Dinora Dinara|Асхат Asxat Askhat|Камол Kamol Kamol
Ботир Botir Botir|Ерлан Yerlan Yerlan|Лазиз Laziz Laziz|Салтанат Saltanat Saltanat|Мурод Murod Murod
Нурлан Nurlan Nurlan|Умида Umida Umida|Тахир Tohir Takhir|Жамиля Jamila Jamilya|Алишер Alisher Alisher
Самат Samat Samat|Дилором Dilorom Dilorom|Арман Arman Arman"""
ROOTS = """Ал Al Al|Бек Bek Bek|Нур Nur Nur|Тур Tur Tur|Сар Sar Sar|Кар Qar Kar|Мир Mir Mir|Эр Er Er|Бай Boy Bai
Жан Jon Zhan|Кен Ken Ken|Рах Rah Rakh|Исм Ism Ism|Сул Sul Sul|Тем Tem Tem|Аб Ab Ab|Ос Os Os|Дав Dav Dav|Юл Yoʻl Yul
Хас Has Khas|Сад Sad Sad|Мус Mus Mus|Оре Oʻra Ore|Кул Qul Kul|Баз Boz Baz|Шам Sham Sham|Ток Toʻx Tok|Иб Ib Ib
Саб Sab Sab|Зак Zok Zak"""
MIDDLES = """им im im|дос doʻst dos|мат mat mat|али ali ali|кул qul kul|бай boy bai|хан xon khan|гали gʻali gali
ман mon man|жан jon zhan|ир ir ir|сын sin syn|тай toy tai|дул dul dul|кен ken ken|бер ber ber|рас ras ras|мур mur mur
гуз guz guz|ахм ahm akhm"""
ENDS = "ов ov ov|ев ev yev"
OFFICES = ("ambassador", "minister", "governor", "mayor", "deputy_minister", "consul", "business", "other")
AREAS = """KZ UZ KG TJ KZ-75 KZ-61 KZ-63 KZ-43 KZ-31 UZ-TO UZ-SA UZ-NW UZ-FA KG-C TJ-SU"""
TOWNS = """Алматы Туркестан Кызылорда Тараз Ташкент Самарканд Навои Фергана Бишкек Худжанд Бухара Ургенч Актау Атырау
Шымкент Актобе Костанай Караганда Павлодар Семей Усть-Каменогорск Уральск Петропавловск Кокшетау Талдыкорган
Жезказган Андижан Наманган Термез Карши Джизак Гулистан Нукус Хива Коканд Ош Джалал-Абад Каракол Душанбе Куляб"""
OBJECTS = {
    "transport": ("авиарейс {a} – {b}", "автобус {a} – {b}", "поезд {a} – {b}", "логистический центр в городе {a}"),
    "trade": ("торговый дом в городе {a}", "ярмарку ремёсел в городе {a}", "оптовый рынок в городе {a}"),
    "agriculture": ("теплицу площадью {n} га близ города {a}", "элеватор на {n} тонн зерна", "сад на {n} га"),
    "industry": ("завод по выпуску кабеля в городе {a}", "швейную фабрику в городе {a}", "цементный завод на {n} тонн"),
    "water": ("насосную станцию на канале {n}", "водохранилище близ города {a}"),
    "education": ("филиал университета в городе {a}", "школу на {n} мест в городе {a}"),
    "energy": ("солнечную станцию на {n} МВт у города {a}", "линию электропередачи {a} – {b}"),
    "health": ("филиал больницы в городе {a}",),
    "culture": ("дни культуры в городе {a}", "музей в городе {a}"),
}
DOING = ("открыть", "построить", "обновить")
BODIES = (
    "акимат города {a}",
    "министерство транспорта {c}",
    "торгово-промышленная палата {c}",
    "ТОО «{r}-{n}»",
    "АО «{r} Холдинг {n}»",
    "университет города {a}",
)
COUNTRIES = {"KZ": "Казахстана", "UZ": "Узбекистана", "KG": "Кыргызстана", "TJ": "Таджикистана"}
STAGES = ("discussed", "proposed", "planned", "agreed", "signed", "in_progress", "completed")
INDICATORS = ("trade_turnover", "exports", "imports", "investment")
SYLLABLES = "ба ко ме ри ту ша ле но ди са пу ве га ло"
_AREAS, _TOWNS, _SYLLABLES = AREAS.split(), TOWNS.split(), SYLLABLES.split()
_NAMES, _OF_ITS_OWN = 60_000, 120  # people; words of a document that are no other's


class Made:
    """What is drawn for a document, and its text so far."""

    def __init__(self, number: int) -> None:
        copies = number % 10 == 9
        self.random = Random(number - 1 - Random(number).randrange(8) if copies else number)
        self.day = date(2016, 1, 1) + timedelta(days=self.random.randrange(3650))
        self.published = self.day + timedelta(days=copies)
        self.pair = tuple(self.random.sample(_AREAS, 2))
        self.text = Growing()
        self.text.add(" ".join("".join(self.random.choices(_SYLLABLES, k=3)) for _ in range(_OF_ITS_OWN)) + ".")


def make_document(number: int) -> tuple[PreparedText, Statements]:
    """A document and what it states, the same for the same number."""
    made = Made(number)
    for tell, times in ((_tell_person, 3), (_tell_body, 2), (_tell_promise, 2), (_tell_event, 2), (_tell_figure, 3)):
        for _ in range(times):
            tell(made)
    return _finish(made, f"https://example.org/{number}", f"Вестник {Random(number).randrange(400)}")


def make_mention(number: int) -> tuple[PreparedText, Statements]:
    """A document that names one person and tells nothing else."""
    made = Made(number)
    _tell_person(made)
    return _finish(made, f"https://example.org/name/{number}", "Вестник")


def make_name(number: int, spelling: int) -> str:
    """A person's name, as Russian (0), Uzbek (1) or English (2) writes it."""
    who = Random(f"who {number}")
    pools = map(list_names, (GIVEN, ROOTS, MIDDLES, ENDS))
    given, root, middle, end = (who.choice(pool).split()[spelling] for pool in pools)
    return f"{given} {root}{middle}{end}"


def _name(random: Random) -> tuple[int, str]:
    number = draw(random, _NAMES)
    return number, make_name(number, random.randrange(3))


def _tell_person(made: Made) -> None:
    number, name = _name(made.random)
    who = Random(number)
    office, area = who.choice(OFFICES), who.choice(_AREAS)
    made.text.say("О проекте рассказал(а) ", name, ".", lambda said: Person(name, office, area, None, said))


def _tell_body(made: Made) -> None:
    random = made.random
    area, town, root = (
        random.choice(tuple(COUNTRIES)),
        random.choice(_TOWNS),
        make_name(draw(random, 3000), 0).split()[1],
    )
    name = random.choice(BODIES).format(a=town, c=COUNTRIES[area], r=root, n=draw(random, 30) + 1)
    made.text.say("В работе участвует ", name, ".", lambda said: Organisation(name, said, area))


def _tell_promise(made: Made) -> None:
    random, pair = made.random, made.pair
    sector = random.choice(tuple(OBJECTS))
    a, b = _TOWNS[draw(random, 41)], random.choice(_TOWNS)
    what = random.choice(OBJECTS[sector]).format(a=a, b=b, n=draw(random, 60) * 10 + 10)
    due = Period(str(made.day.year + 1)) if random.random() < 0.4 else None
    stage = random.choice(STAGES)
    made.text.say("Стороны намерены ", f"{random.choice(DOING)} {what}", ".",
             lambda said: Commitment(stage, sector, pair, due, None, (), None, None, None, said))  # fmt: skip


def _tell_event(made: Made) -> None:
    random, place = made.random, made.pair[0]
    type_ = random.choice(("meeting", "visit", "forum", "signing", "opening"))
    when = Period((made.day - timedelta(days=random.randrange(4))).isoformat())
    there = (Participant(_name(random)[1], random.choice(OFFICES), place), Participant(made.pair[1]))
    made.text.say("Делегации ", "встретились в городе " + random.choice(_TOWNS), ".",
             lambda said: Event(type_, when, None, place, "held", there, "CONSULT", said))  # fmt: skip


def _tell_figure(made: Made) -> None:
    random, pair, year = made.random, made.pair, made.day.year
    millions, indicator = 10 + draw(random, 4000), random.choice(INDICATORS)
    value, half = Decimal(millions) * 1_000_000, Decimal(500_000)
    time_ = Period(str(year - 1)) if random.random() < 0.5 else Period(f"{year}-01", f"{year}-09")
    made.text.say("Показатель достиг ", f"${millions} млн", " к концу срока.",
             lambda said: Observation(indicator, None, "level", value, value - half, value + half, "USD", "exact",
                                      time_, *pair, "actual", None, said, "level"))  # fmt: skip


def _finish(made: Made, id_: str, publisher: str) -> tuple[PreparedText, Statements]:
    published = made.published.isoformat()
    return made.text.finish(id_, title="Новость дня", language="ru", published=published, publisher=publisher)
