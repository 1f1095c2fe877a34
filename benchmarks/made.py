"""Documents of our own making in four languages, each with all that it states: what a large ledger is filled with.

The statements are made with the sentences that they stand in, since reading and resolving 10,000 documents would take
hours of shared processors. The same number gives the same document on the same last day.
"""

# ruff: noqa: E501 - tables of sentences, a row each

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

from growing import Growing, Make, draw, list_names

from hamkor.messages import speak
from hamkor.model import (
    Commitment,
    Event,
    Observation,
    Organisation,
    Participant,
    Period,
    Person,
    PreparedText,
    Quotation,
    Statements,
)
from hamkor.publish.places import tell_area

YEARS = 7  # that the documents are spread over
LANGUAGES = ("ru", "uz", "kk", "en")
REPRINT = 10  # one document of so many is another outlet's reprint
PAIRS = (
    *(("KZ", "UZ"),) * 6, ("KZ-75", "UZ"), ("KZ-61", "UZ-TO"), ("KZ-63", "UZ"), ("KZ-43", "UZ-NW"), ("KZ-31", "UZ"),
    ("KZ-71", "UZ"), ("KZ-19", "UZ-TK"), ("KZ-79", "UZ-TO"), ("UZ-SA", "KZ"), ("UZ-FA", "KZ"), ("UZ-NW", "KZ"),
    ("UZ-TK", "KZ"), ("UZ-AN", "KG"), ("KG", "KZ"), ("KG", "UZ"), ("TJ", "UZ"), ("TJ", "KZ"), ("CN", "KZ"), ("CN", "UZ"),
    ("RU", "KZ"), ("RU", "UZ"), ("KG-C", "KZ-31"), ("TJ-SU", "UZ-SA"), ("TM", "KZ"),
)  # fmt: skip
INDICATORS = (
    "trade_turnover",
    "trade_turnover",
    "exports",
    "imports",
    "investment",
    "enterprises",
    "tourists",
    "cargo",
)
OFFICES = ("ambassador", "minister", "governor", "deputy_governor", "deputy_minister", "consul", "business", "expert")
STAGES = ("discussed", "proposed", "planned", "agreed", "signed", "in_progress", "completed")
EVENTS = ("meeting", "visit", "forum", "signing", "opening", "call")
# A name in Cyrillic and in Latin letters.
GIVEN = """Бахтиёр Bakhtiyor|Шерзод Sherzod|Дархан Darkhan|Ержан Yerzhan|Асель Assel|Нодир Nodir|Малика Malika|Тимур Temur
Жанар Zhanar|Улугбек Ulugbek|Санжар Sanjar|Гульнара Gulnora|Азамат Azamat|Рустам Rustam|Данияр Daniyar"""
FAMILY = """Ибрагим Ibragim|Юлдаш Yuldash|Садык Sadyk|Алимкул Alimkul|Рахим Rakhim|Нурмат Nurmat|Тулеген Tulegen
Каримбай Karimbay|Исмаил Ismail|Хамид Khamid|Байжан Bayzhan|Эргаш Ergash|Мамыр Mamyr|Оспан Ospan|Турсун Tursun
Сапар Sapar|Кадыр Kadyr|Назар Nazar|Шукур Shukur|Бердах Berdakh|Сейдалы Seydaly"""
MIDDLE = (" ", "бек bek", "али ali", "кул kul", "бай bay", "хан khan", "гали gali")
TOWNS = """Алматы Almaty|Туркестан Turkiston|Кызылорда Qizilorda|Тараз Taraz|Ташкент Toshkent|Самарканд Samarqand
Навои Navoiy|Фергана Fargona|Бишкек Bishkek|Худжанд Xujand|Бухара Buxoro|Ургенч Urganch|Актау Aqtau"""

# What is promised, in each language, with its sector; {a}, {b} are towns, {n} a number.
PROMISES: tuple[tuple[str, dict[str, str]], ...] = (
    ("transport", {"ru": "открыть авиарейс {a} – {b}", "uz": "{a} – {b} aviaqatnovini ochish",
                   "kk": "{a} – {b} әуе рейсін ашу", "en": "open a flight between {a} and {b}"}),
    ("transport", {"ru": "построить логистический центр № {n} в городе {a}", "uz": "{a} shahrida {n}-logistika markazini qurish",
                   "kk": "{a} қаласында № {n} логистикалық орталық салу", "en": "build logistics centre No. {n} in {a}"}),
    ("trade", {"ru": "открыть торговый дом № {n} в городе {a}", "uz": "{a} shahrida {n}-savdo uyini ochish",
               "kk": "{a} қаласында № {n} сауда үйін ашу", "en": "open trading house No. {n} in {a}"}),
    ("agriculture", {"ru": "построить теплицу на {n} га близ города {a}", "uz": "{a} yaqinida {n} gektarlik issiqxona qurish",
                     "kk": "{a} маңында {n} гектар жылыжай салу", "en": "build a greenhouse of {n} ha near {a}"}),
    ("energy", {"ru": "построить солнечную станцию на {n} МВт у города {a}", "uz": "{a} yaqinida {n} MVt quyosh stansiyasini qurish",
                "kk": "{a} маңында {n} МВт күн станциясын салу", "en": "build a solar plant of {n} MW near {a}"}),
    ("education", {"ru": "принять по обмену {n} студентов в городе {a}", "uz": "{a} shahrida {n} nafar talabani qabul qilish",
                   "kk": "{a} қаласында {n} студент қабылдау", "en": "take {n} exchange students in {a}"}),
    ("water", {"ru": "отремонтировать канал № {n} у города {a}", "uz": "{a} yaqinida {n}-kanalni taʼmirlash",
               "kk": "{a} маңында № {n} арнаны жөндеу", "en": "repair canal No. {n} near {a}"}),
    ("culture", {"ru": "провести дни культуры № {n} в городе {a}", "uz": "{a} shahrida {n}-madaniyat kunlarini oʻtkazish",
                 "kk": "{a} қаласында № {n} мәдениет күндерін өткізу", "en": "hold culture days No. {n} in {a}"}),
)  # fmt: skip
BODIES = {
    "ru": "ТОО «{r}-{n}»", "uz": "«{r}-{n}» MChJ", "kk": "«{r}-{n}» ЖШС", "en": "{r}-{n} LLP",
}  # fmt: skip
MONEY = {"ru": "{n} млн долларов США", "uz": "{n} mln AQSh dollari", "kk": "{n} млн АҚШ доллары", "en": "${n} mln"}
MANY = {"ru": "{n} единиц", "uz": "{n} ta", "kk": "{n} бірлік", "en": "{n} units"}
GREW = {"ru": "на {n} %", "uz": "{n} foizga", "kk": "{n} пайызға", "en": "by {n} %"}
# {w} are the words of the statement.
SENTENCES: dict[str, dict[str, str]] = {
    "level": {"ru": "За {t} показатель «{i}» между сторонами ({p}) составил {w}, сообщили в ведомстве.",
              "uz": "{t} davrida tomonlar ({p}) oʻrtasida «{i}» koʻrsatkichi {w} boʻldi, deb xabar berdi idora.",
              "kk": "{t} кезеңінде тараптар ({p}) арасында «{i}» көрсеткіші {w} болды, деп хабарлады ведомство.",
              "en": "In {t} the indicator “{i}” between the sides ({p}) reached {w}, the agency said."},
    "change": {"ru": "Показатель «{i}» ({p}) за {t} вырос {w} по сравнению с тем же сроком.",
               "uz": "«{i}» koʻrsatkichi ({p}) {t} davrida oʻtgan yilga nisbatan {w} oʻsdi.",
               "kk": "«{i}» көрсеткіші ({p}) {t} кезеңінде былтырғыдан {w} өсті.",
               "en": "The indicator “{i}” ({p}) grew {w} in {t} on the year before."},
    "person": {"ru": "О ходе работ рассказал {w}, отвечающий за это направление.", "uz": "Ishlar haqida {w} soʻzlab berdi.",
               "kk": "Жұмыс барысы туралы {w} айтып берді.", "en": "{w}, who is in charge of the matter, reported on it."},
    "organisation": {"ru": "В работе участвует {w}, уточнили организаторы.", "uz": "Ishda {w} qatnashmoqda, dedi tashkilotchilar.",
                     "kk": "Жұмысқа {w} қатысады, деді ұйымдастырушылар.", "en": "{w} takes part, the organisers specified."},
    "promise": {"ru": "Стороны намерены {w}; срок назван отдельно.", "uz": "Tomonlar niyati: {w}; muddati alohida aytildi.",
                "kk": "Тараптардың ниеті: {w}; мерзімі бөлек аталды.", "en": "The sides intend to {w}; the term was told apart."},
    "event": {"ru": "{d} делегации {w} в городе {a}.", "uz": "{d} kuni delegatsiyalar {a} shahrida {w}.",
              "kk": "{d} күні делегациялар {a} қаласында {w}.", "en": "On {d} the delegations {w} in {a}."},
    "quotation": {"ru": "Собеседник подчеркнул: {w}.", "uz": "Suhbatdosh taʼkidladi: {w}.",
                  "kk": "Әңгімелесуші атап өтті: {w}.", "en": "The speaker stressed: {w}."},
}  # fmt: skip
MET = {"ru": "встретились и обсудили планы", "uz": "uchrashdi", "kk": "кездесіп, жоспарларды талқылады", "en": "met to discuss plans"}  # fmt: skip
SAID = {"ru": "«Работа № {n} идёт по плану»", "uz": "«{n}-ish reja boʻyicha»", "kk": "«№ {n} жұмыс жоспар бойынша»", "en": "“Work No. {n} is on schedule”"}  # fmt: skip
OUTLETS = {"ru": "Вестник соседства {n}", "uz": "Qoʻshnilik xabari {n}", "kk": "Көршілік жаршысы {n}", "en": "Neighbour Herald {n}"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A document, what it states, and which thing the statement tells that begins at a place, then the document's own."""

    prepared: PreparedText
    found: Statements
    things: dict[int, str]
    copy: str


@dataclass(slots=True)
class _Text:
    """A text in a language, and which thing each of its statements tells."""

    language: str
    random: Random
    text: Growing = field(default_factory=Growing)
    things: dict[int, str] = field(default_factory=dict)

    def say(self, sentence: str, words: str, make: Make, thing: str, **around: object) -> None:
        before, after = SENTENCES[sentence][self.language].split("{w}")
        self.things[self.text.say(before.format(**around), words, after.format(**around), make).start] = thing


def make_document(number: int, *, of: int, last: date) -> Made:
    """The document of this number, of so many over the years before a day; one of ten is a reprint."""
    copies = number % REPRINT == REPRINT - 1
    original = number - 1 - Random(number).randrange(REPRINT - 1) if copies else number
    random = Random(original)
    day = last - timedelta(days=int((of - 1 - original) * 365.25 * YEARS / of))
    text = _Text(random.choice(LANGUAGES), random)
    pair = random.choice(PAIRS)
    for _ in range(6):
        _tell_figure(text, random.choice((pair, pair, random.choice(PAIRS))), day)
    for tell in (_tell_person, _tell_person, _tell_body, _tell_body, _tell_quotation):
        tell(text, pair, day)
    for tell in (_tell_promise, _tell_event) * 2 + (_tell_promise, _tell_person, _tell_quotation, _tell_body):
        tell(text, pair, day)
    _tell_person(text, pair, day)
    published = min(day + timedelta(days=copies), last)
    return _finish(text, number, published, f"copy {original}")


def _pick(names: str, random: Random, language: str) -> str:
    return random.choice(list_names(names)).split()[language in ("uz", "en")]


def _make_name(who: int, language: str) -> str:
    random, latin = Random(f"person {who}"), language in ("uz", "en")
    given, family = _pick(GIVEN, random, language), _pick(FAMILY, random, language)
    middle = (random.choice(MIDDLE).split() or ["", ""])[latin]
    return f"{given} {family}{middle}{'ov' if latin else 'ов'}"


def _tell_figure(text: _Text, pair: tuple[str, str], day: date) -> None:
    random = text.random
    indicator, period = random.choice(INDICATORS), _draw_period(random, day)
    counts = indicator in ("enterprises", "tourists", "cargo")
    true = get_true(indicator, pair, period)
    told = true * Decimal(random.choice(("1", "1", "1", "1", "1", "1", "1.3")))
    grew = random.random() < 0.3
    if grew:
        before = get_true(indicator, pair, Period(*(_year_before(end) for end in (period.start, period.end))))
        number = ((told / before - 1) * 100).quantize(Decimal("0.1"))
        words, value, half = GREW[text.language].format(n=number), number, Decimal("0.05")
    else:
        number = told.quantize(Decimal(1))
        words = (MANY if counts else MONEY)[text.language].format(n=number)
        value, half = (number, Decimal(0)) if counts else (number * 1_000_000, Decimal(500_000))
    unit = "PCT" if grew else "COUNT" if counts else "USD"
    measure = "change" if grew else "level"
    with speak(text.language):
        areas = " – ".join(map(tell_area, pair))
    around = {"t": str(period).replace("/", " – "), "i": indicator.replace("_", " "), "p": areas}
    text.say(measure, words, lambda said: Observation(
        indicator, None, measure, value, value - half, value + half, unit, "exact", period, *pair, "actual", None, said,
        f"made-{measure}"), f"figure {indicator} {measure} {pair} {period} {number}", **around)  # fmt: skip


def _year_before(time: str) -> str:
    return f"{int(time[:4]) - 1}{time[4:]}"


def _draw_period(random: Random, day: date) -> Period:
    year = day.year - random.choice((1, 1, 1, 2)) if random.random() < 0.6 else day.year
    if year < day.year:
        return (
            Period(str(year))
            if random.random() < 0.6
            else Period(f"{year}-01", f"{year}-{random.choice((3, 6, 9)):02}")
        )
    return Period(f"{year}-01", f"{year}-{max(1, day.month - 1):02}")


@cache
def get_true(indicator: str, pair: tuple[str, str], period: Period) -> Decimal:
    """What is so, in millions or in units: some growth a year, and as much of it as the months of the time are of one."""
    base = Decimal(Random(f"{indicator} {pair}").randrange(40, 4000))
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    return base * Decimal("1.12") ** (period.first.year - 2018) * months / 12


def _tell_person(text: _Text, pair: tuple[str, str], _day: date) -> None:
    who = draw(text.random, 3000)
    own = Random(f"office {who}")
    office, area = own.choice(OFFICES), own.choice(PAIRS)[0]
    text.say(
        "person",
        _make_name(who, text.language),
        lambda said: Person(said.exact, office, area, None, said, "made-person"),
        f"person {who}",
    )


def _tell_body(text: _Text, _pair: tuple[str, str], _day: date) -> None:
    number = draw(text.random, 2000)
    own = Random(f"body {number}")
    name = BODIES[text.language].format(r=_pick(FAMILY, own, text.language), n=number)
    area = own.choice(PAIRS)[0][:2]
    text.say(
        "organisation", name, lambda said: Organisation(name, said, "made-body", area), f"body {number} {text.language}"
    )


def _tell_promise(text: _Text, pair: tuple[str, str], day: date) -> None:
    random = text.random
    which = (pair, day.year - random.randrange(2), draw(random, 500))
    own = Random(f"promise {which}")
    sector, forms = own.choice(PROMISES)
    towns = own.sample(list_names(TOWNS), 2)
    n = own.randrange(1, 100) * 10
    latin = text.language in ("uz", "en")
    words = forms[text.language].format(a=towns[0].split()[latin], b=towns[1].split()[latin], n=n)
    due = Period(f"{which[1] + own.randrange(3)}-{own.randrange(1, 13):02}") if own.random() < 0.6 else None
    stage = STAGES[min(len(STAGES) - 1, own.randrange(5) + (day.year - which[1]) + random.randrange(2))]
    bodies = (
        (BODIES[text.language].format(r=_pick(FAMILY, own, text.language), n=own.randrange(2000)),)
        if own.random() < 0.3
        else ()
    )
    text.say("promise", words, lambda said: Commitment(
        stage, sector, pair, due, None, bodies, None, None, "date" if due else None, said, "made-promise"), f"promise {which}")  # fmt: skip


def _tell_event(text: _Text, pair: tuple[str, str], day: date) -> None:
    random = text.random
    ahead = random.random() < 0.1
    when = (
        day + timedelta(days=random.randrange(90)) if ahead else day - timedelta(days=random.randrange(4))
    ).isoformat()
    town, who = random.choice(list_names(TOWNS)), draw(random, 3000)
    type_ = random.choice(EVENTS)
    own = Random(f"office {who}")
    there = (
        Participant(_make_name(who, text.language), own.choice(OFFICES), own.choice(PAIRS)[0]),
        *map(Participant, pair),
    )
    place = town.split()[text.language in ("uz", "en")]
    text.say("event", MET[text.language], lambda said: Event(
        type_, Period(when), place, pair[0], "planned" if ahead else "held", there, "CONSULT", said, "made-event"),
        f"event {type_} {when} {pair} {town}", d=when, a=place)  # fmt: skip


def _tell_quotation(text: _Text, _pair: tuple[str, str], _day: date) -> None:
    words = SAID[text.language].format(n=text.random.randrange(10**6))
    speaker = _make_name(draw(text.random, 3000), text.language)
    text.say("quotation", words, lambda said: Quotation(speaker, said, "made-quotation"), "")


def _finish(text: _Text, number: int, day: date, copy: str) -> Made:
    title = f"{text.text.lines[0][:70].rstrip()}… ({number})"
    outlet = OUTLETS[text.language].format(n=Random(number).randrange(60))
    tag = "uz-Latn" if text.language == "uz" else text.language
    told = {"title": title, "language": tag, "published": day.isoformat(), "publisher": outlet}
    prepared, found = text.text.finish(f"https://example.org/{number}", **told)
    return Made(prepared, found, text.things, copy)
