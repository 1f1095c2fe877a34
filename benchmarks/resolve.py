"""How long a document takes to be resolved in a large ledger. Run: python benchmarks/resolve.py [DOCUMENTS] [WHOLE]

DOCUMENTS (100,000) are made of what news on cooperation tells: people with offices, bodies, figures, events, promises,
over ten years, some told often and most seldom; a tenth of them are reprints. All but the last WHOLE (2,000) are put in
with their nodes and keys and without judgements, which would take hours; these and 200 more are resolved as `hamkor
read` does it, and of the 200 each is timed, in processor time. Then single names are looked up among all people.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median

from sqlalchemy import Connection, create_engine, text, update

from hamkor.ledger import Ledger, open_ledger, store
from hamkor.ledger.engine import get_url
from hamkor.ledger.members import place_members
from hamkor.ledger.node_tables import nodes
from hamkor.ledger.resolver import load_document
from hamkor.model import (
    Commitment,
    Document,
    Event,
    Observation,
    OffsetMap,
    Organisation,
    Participant,
    Period,
    Person,
    PreparedText,
    Span,
    Statements,
)
from hamkor.model.evidence import Evidence, get_evidence
from hamkor.pipeline.resolution import draft_document, open_resolver

# Each name as it is written in Russian, Uzbek and English.
GIVEN = """Бахтиёр Baxtiyor Bakhtiyor|Шерзод Sherzod Sherzod|Дархан Darxon Darkhan|Ержан Yerjan Yerzhan|Асель Asel Assel
Нодир Nodir Nodir|Малика Malika Malika|Тимур Temur Timur|Жанар Janar Zhanar|Улугбек Ulugʻbek Ulugbek
Санжар Sanjar Sanjar|Гульнара Gulnora Gulnara|Азамат Azamat Azamat|Рустам Rustam Rustam|Данияр Doniyor Daniyar"""
ROOTS = """Ибрагим Ibragim Ibragim|Юлдаш Yoʻldosh Yuldash|Садык Sodiq Sadyk|Алимкул Alimqul Alimkul|Рахим Rahim Rakhim
Нурмат Nurmat Nurmat|Тулеген Tulegen Tulegen|Каримбай Karimboy Karimbay|Исмаил Ismoil Ismail|Хамид Hamid Khamid
Байжан Bayjan Baizhan|Эргаш Ergash Ergash|Мамыр Mamir Mamyr|Оспан Ospan Ospan|Турсун Tursun Tursun|Усман Usmon Usman
Сапар Sapar Sapar|Кадыр Qodir Kadyr|Назар Nazar Nazar|Шукур Shukur Shukur|Бердах Berdax Berdakh
Сейдалы Seydali Seidaly"""
MIDDLES = ("", "бек bek bek", "али ali ali", "кул qul kul", "бай boy bai", "хан xon khan", "гали gali gali")
ENDS = ("ов ov ov", "ев ev yev")
OFFICES = ("ambassador", "minister", "governor", "mayor", "deputy_minister", "consul", "business", "other")
AREAS = [
    "KZ",
    "UZ",
    "KG",
    "TJ",
    "KZ-75",
    "KZ-61",
    "KZ-63",
    "KZ-43",
    "KZ-31",
    "UZ-TO",
    "UZ-SA",
    "UZ-NW",
    "UZ-FA",
    "KG-C",
    "TJ-SU",
]
TOWNS = [
    "Алматы",
    "Туркестан",
    "Кызылорда",
    "Тараз",
    "Ташкент",
    "Самарканд",
    "Навои",
    "Фергана",
    "Бишкек",
    "Худжанд",
    "Бухара",
    "Ургенч",
    "Актау",
]
THINGS = (
    ("transport", "открыть авиарейс {a} – {b}"),
    ("transport", "запустить автобус {a} – {b}"),
    ("transport", "построить логистический центр в городе {a}"),
    ("trade", "открыть торговый дом в городе {a}"),
    ("trade", "провести ярмарку ремёсел в городе {a}"),
    ("agriculture", "построить теплицу площадью {n} га близ города {a}"),
    ("industry", "создать завод по выпуску кабеля в городе {a}"),
    ("water", "отремонтировать насосную станцию на канале {n}"),
    ("education", "принимать по обмену {n} студентов"),
    ("energy", "построить солнечную станцию на {n} МВт у города {a}"),
    ("health", "открыть филиал больницы в городе {a}"),
    ("culture", "провести дни культуры в городе {a}"),
)
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
SYLLABLES = ["ба", "ко", "ме", "ри", "ту", "ша", "ле", "но", "ди", "са", "пу", "ве", "га", "ло"]


class Made:
    """A document that grows sentence by sentence, each statement on words of its own."""

    def __init__(self, number: int, random: Random) -> None:
        self.number, self.random, self.lines, self.found, self.at = number, random, list[str](), list[object](), 0

    def say(self, words: str, before: str, after: str, make: Callable[[Evidence], object]) -> None:
        line = f"{before}{words}{after} {' '.join(self._draw_word() for _ in range(12))}."
        start = self.at + len(before)
        self.found.append((start, start + len(words), make))
        self.lines.append(line)
        self.at += len(line) + 1

    def _draw_word(self) -> str:
        """A word that means nothing, so that documents are no copies of one another."""
        return "".join(self.random.choices(SYLLABLES, k=3))


def make_document(number: int, *, of: int) -> tuple[PreparedText, Statements]:
    """A document and what it states, the same for the same number; one of ten is another outlet's reprint."""
    copies = number % 10 == 9
    random = Random(number - random_step(number) if copies else number)
    made = Made(number, random)
    day = date(2016, 1, 1) + timedelta(days=random.randrange(3650))
    pair = tuple(random.sample(AREAS, 2))
    for _ in range(3):
        _tell_person(made)
    for _ in range(2):
        _tell_body(made)
        _tell_promise(made, pair, day)
        _tell_event(made, pair, day)
    for _ in range(3):
        _tell_figure(made, pair, day)
    return _finish(made, day + timedelta(days=copies), f"Вестник {Random(number).randrange(400)}")


def random_step(number: int) -> int:
    return 1 + Random(number).randrange(8)


def _draw(random: Random, many: int) -> int:
    """One of many, the first ones far more often."""
    return int(many ** random.random()) - 1


def _list(names: str) -> list[str]:
    return names.replace("\n", "|").split("|")


def _name(random: Random) -> str:
    who, script = Random(_draw(random, 60_000)), random.randrange(3)
    given, root, middle, end = (who.choice(pool) for pool in (_list(GIVEN), _list(ROOTS), MIDDLES, ENDS))
    parts = [part.split()[script] if part else "" for part in (given, root, middle, end)]
    return f"{parts[0]} {''.join(parts[1:])}"


def _tell_person(made: Made) -> None:
    random = made.random
    name = _name(random)
    who = Random(name[:3] + name[-6:])
    office, area = who.choice(OFFICES), who.choice(AREAS)
    made.say(name, "О проекте рассказал(а) ", ", и это не первая такая поездка.",
             lambda said: Person(name, office, area, None, said))  # fmt: skip


def _tell_body(made: Made) -> None:
    random = made.random
    root = random.choice(_list(ROOTS)).split()[0]
    area, town = random.choice(tuple(COUNTRIES)), random.choice(TOWNS)
    name = random.choice(BODIES).format(a=town, c=COUNTRIES[area], r=root, n=_draw(random, 300) + 1)
    made.say(name, "В работе участвует ", ", сообщили организаторы.", lambda said: Organisation(name, said, area))


def _tell_promise(made: Made, pair: tuple[str, ...], day: date) -> None:
    random = made.random
    sector, form = random.choice(THINGS)
    towns = random.sample(TOWNS, 2)
    words = form.format(a=towns[0], b=towns[1], n=_draw(random, 60) * 10 + 10)
    due = Period(str(day.year + 1)) if random.random() < 0.4 else None
    stage = random.choice(STAGES)
    made.say(words, "Стороны намерены ", ".",
             lambda said: Commitment(stage, sector, pair, due, None, (), None, None, None, said))  # fmt: skip


def _tell_event(made: Made, pair: tuple[str, ...], day: date) -> None:
    random = made.random
    type_ = random.choice(("meeting", "visit", "forum", "signing", "opening"))
    when = (day - timedelta(days=random.randrange(4))).isoformat()
    there = (Participant(_name(random), random.choice(OFFICES), pair[0]), Participant(pair[1]))
    made.say("встретились в городе " + random.choice(TOWNS), "Накануне делегации ", ".",
             lambda said: Event(type_, Period(when), None, pair[0], "held", there, "CONSULT", said))  # fmt: skip


def _tell_figure(made: Made, pair: tuple[str, ...], day: date) -> None:
    random = made.random
    millions = Decimal(10 + _draw(random, 4000))
    value, indicator = millions * 1_000_000, random.choice(INDICATORS)
    time_ = Period(str(day.year - 1)) if random.random() < 0.5 else Period(f"{day.year}-01", f"{day.year}-09")
    made.say(f"${millions} млн", "Показатель достиг ", " к концу срока.",
             lambda said: Observation(indicator, None, "level", value, value - 500_000, value + 500_000, "USD", "exact",
                                      time_, *pair, "actual", None, said, "level"))  # fmt: skip


def _finish(made: Made, day: date, publisher: str) -> tuple[PreparedText, Statements]:
    body = "\n".join(made.lines)
    digest, id_ = sha256(body.encode()).hexdigest(), f"https://example.org/{made.number}"
    told: dict[type, list[object]] = {}
    for start, end, make in made.found:  # type: ignore[misc]
        statement = make(get_evidence(body, Span(start, end), digest=digest))
        told.setdefault(type(statement), []).append(statement)
    kinds = (Observation, Event, Commitment, Person, Organisation)
    found = Statements(*(tuple(told.get(kind, ())) for kind in kinds))  # type: ignore[arg-type]
    document = Document(id_, body, digest, title=f"Новость {made.number}", url=id_)
    whole = OffsetMap((0,), (0,), len(body), len(body))
    return PreparedText(document, body, whole, "ru", (), published=day.isoformat(), publisher=publisher), found


def fill(ledger: Ledger, file: Path, numbers: Iterable[int], of: int) -> None:
    """Put documents in with nodes and keys, and as if nothing had been judged of them."""
    with ledger.writer() as writer:
        for number in numbers:
            writer.add(*make_document(number, of=of))
    engine = create_engine(get_url(str(file)))
    with engine.begin() as connection:
        for id_ in connection.execute(text("SELECT document_id FROM documents WHERE resolved IS NULL")).scalars().all():
            _place(connection, id_)
        connection.execute(update(nodes).values(todo=0, part=nodes.c.row_id))
        connection.execute(text("UPDATE documents SET resolved = 'benchmark'"))
    engine.dispose()


def _place(connection: Connection, id_: str) -> None:
    latest = store.find_latest(connection, id_)
    assert latest is not None
    place_members(connection, latest, draft_document(*load_document(connection, latest.row_id)))


def resolve(ledger: Ledger, numbers: Iterable[int], of: int) -> Iterator[float]:
    """Add and resolve documents; the seconds of processor time that resolving took of each."""
    with ledger.writer() as writer, open_resolver(ledger) as resolver:
        for number in numbers:
            prepared, found = make_document(number, of=of)
            writer.add(prepared, found)
            start = time.process_time()
            resolver.resolve(prepared.document.id)
            yield time.process_time() - start


def look_up(ledger: Ledger, count: int) -> Iterator[float]:
    """Single names among all people: what it takes to find their candidates, compare and group them."""
    for number in range(count):
        random = Random(f"name {number}")
        body = f"Об этом сообщила {_name(random)}."
        digest, id_ = sha256(body.encode()).hexdigest(), f"name-{number}"
        document = Document(id_, body, digest)
        whole = OffsetMap((0,), (0,), len(body), len(body))
        person = Person(body[17:-1], random.choice(OFFICES), random.choice(AREAS), None,
                        get_evidence(body, Span(17, len(body) - 1), digest=digest))  # fmt: skip
        prepared = PreparedText(document, body, whole, "ru", (), published="2025-05-01")
        with ledger.writer() as writer, open_resolver(ledger) as resolver:
            writer.add(prepared, Statements(people=(person,)))
            start = time.process_time()
            resolver.resolve(id_)
            yield time.process_time() - start


def tell(what: str, taken: list[float]) -> None:
    ordered = sorted(taken)
    at = {"median": median(ordered), "90 %": ordered[int(len(ordered) * 0.9)], "most": ordered[-1]}
    print(f"{what:<44}" + "".join(f"{name} {1000 * seconds:8.1f} ms  " for name, seconds in at.items()), flush=True)


def main(documents: int, whole: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "desk.db"
        ledger = open_ledger(file)
        for first in range(0, documents - whole, 5000):
            fill(ledger, file, range(first, min(first + 5000, documents - whole)), documents)
        tell(
            "the last ones put in, each resolved", list(resolve(ledger, range(documents - whole, documents), documents))
        )
        tell("one more document", list(resolve(ledger, range(documents, documents + 200), documents)))
        tell("one more name", list(look_up(ledger, 200)))
        _count(file)


def _count(file: Path) -> None:
    with create_engine(get_url(str(file))).connect() as connection:
        query = (
            "SELECT kind, count(*), count(DISTINCT part), count(DISTINCT thing) FROM nodes GROUP BY kind ORDER BY kind"
        )
        for kind, told, parts, things in connection.execute(text(query)):
            print(f"{kind:<14}{told:>9,} nodes {parts:>9,} parts {things:>9,} things")
        query = "SELECT max(n) FROM (SELECT count(*) AS n FROM nodes GROUP BY part)"
        print(f"largest part {connection.execute(text(query)).scalar_one():,} nodes")
    print(f"{sum(part.stat().st_size for part in file.parent.glob('desk.db*')) / 1e6:,.0f} MB")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [100_000, 2_000][len(sys.argv) - 1 :]
    main(*given[:2])
