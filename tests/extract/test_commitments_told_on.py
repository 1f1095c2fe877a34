"""What stands around a promise tells its stage and sides: papers, names of things, titles; and what is none."""

from __future__ import annotations

import pytest

from hamkor.extract.commitments import find_commitments
from hamkor.extract.flow import read_parts
from hamkor.model import Commitment, Document
from hamkor.pipeline import read_document
from hamkor.prepare import prepare


def read(text: str, *, title: str | None = None) -> list[Commitment]:
    document = Document(id="test", text=text, digest="0", title=title, published="2025-11-18")
    return find_commitments(read_parts(prepare(document)))


UNDER = [  # what a paper holds that was signed right before is signed
    "Ректоры Оша и Намангана подписали меморандум. Согласно ему вузы обменяются сорока студентами.",
    "The rectors of Osh and Namangan signed a memorandum. Under it the universities will exchange forty students.",
    "Ош пен Наманганның ректорлары меморандумға қол қойды. Соған сәйкес, университеттер қырық студент алмасады.",
    "Oʻsh va Namangan rektorlari memorandum imzoladi. Unga koʻra, universitetlar qirq talaba almashadi.",
    "Ўш ва Наманган ректорлари меморандум имзолади. Унга кўра, университетлар қирқ талаба алмашади.",
]


@pytest.mark.parametrize("text", UNDER, ids=[t[:12] for t in UNDER])
def test_contents_of_a_paper_have_its_stage(text: str) -> None:
    assert read(text)[-1].stage == "signed"


def test_plans_without_the_paper_stay_plans() -> None:
    told = read("The rectors of Osh and Namangan signed a memorandum. Osh will also build a new school.")
    assert told[-1].stage == "planned"


NAMED = [  # a crossing, a dam, a fair: no body that deals; a company of such a name does
    ("Казахстан и Кыргызстан обновят переход «Карасу» до мая 2026 года.", ("KG", "KZ")),
    ("Kazakhstan and Kyrgyzstan will rebuild the “Karasu” crossing by May 2026.", ("KG", "KZ")),
    ("Қазақстан мен Қырғызстан «Қарасу» өткелін 2026 жылғы мамырға дейін жаңғыртады.", ("KG", "KZ")),
    ("Qozogʻiston va Qirgʻiziston “Qorasuv” postini 2026-yil maygacha yangilaydi.", ("KG", "KZ")),
    ("Қозоғистон ва Қирғизистон «Қорасув» постини 2026 йил майгача янгилайди.", ("KG", "KZ")),
    ("Компания «Карасу» построит в Оше склад до мая 2026 года.", ("KG-GO", "Карасу")),
]


@pytest.mark.parametrize(("text", "parties"), NAMED, ids=[n[0][:12] for n in NAMED])
def test_names_of_things_are_no_sides(text: str, parties: tuple[str, ...]) -> None:
    [promise] = read(text)
    assert tuple(sorted(promise.parties)) == parties


NONE = [  # what good a thing will do, what it can do, how many firms there are, what one needs
    "Новый центр Казахстана и Узбекистана послужит укреплению дружбы.",
    "After the repairs the crossing between Kazakhstan and Uzbekistan will be able to handle 900 lorries a day.",
    "Қазақстан мен Өзбекстанның жаңа орталығы бизнеске қолайлы жағдай жасайды.",
    "Qozogʻiston va Oʻzbekistonning yangi markazi biznes uchun qulay sharoit yaratadi.",
    "Бизга Қозоғистонда янги бозор керак, деди тадбиркор.",
    "В Ташкенте работают 40 казахстанских предприятий.",
]


@pytest.mark.parametrize("text", NONE, ids=[t[:16] for t in NONE])
def test_outcomes_and_counts_promise_nothing(text: str) -> None:
    assert read(text) == []


def test_a_figure_that_is_to_be_reached_is_a_promise() -> None:
    told = read(
        "Trade between Osh Region and Andijan Region rose to $80 million. By 2027 it should exceed $120 million."
    )
    assert [(p.stage, p.sector, str(p.due)) for p in told] == [("planned", "trade", "2027")]


PAID = [  # what is lent or sold is of what it is for
    ("Казахстан выделит Кыргызстану кредит на ремонт дороги.", "transport"),
    ("Kazakhstan will sell Kyrgyzstan 900 million kWh of electricity.", "energy"),
    ("Қазақстан Қырғызстанға жол жөндеуге несие береді.", "transport"),
    ("Казахстан выделит Кыргызстану кредит в 20 млн долларов.", "finance"),
]


@pytest.mark.parametrize(("text", "sector"), PAID, ids=[p[0][:20] for p in PAID])
def test_money_is_of_what_it_is_for(text: str, sector: str) -> None:
    assert [p.sector for p in read(text)] == [sector]


def test_a_title_says_nothing_twice() -> None:
    text = "Ош и Андижан откроют рынок\n\nОшская и Андижанская области откроют общий рынок в мае 2026 года."
    assert [str(p.due) for p in read(text)] == ["2026-05"]
    alone = "Ош и Андижан откроют рынок\n\nОб этом говорили в четверг на совещании."
    assert len(read(alone)) == 1


ASKED = [  # whom the question names
    "Аким Мангистауской области Ерлан Сапаров ответил газете.\n\n— Что с Азербайджаном?\n\n— Думаем.\n\n"
    "— А с Туркменистаном?\n\n— Договорились открыть линию.",
    "Маңғыстау облысының әкімі Ерлан Сапаров газетке жауап берді.\n\n– Әзербайжанмен қалай?\n\n– Ойланып жатырмыз.\n\n"
    "– Түрікменстанмен ше?\n\n– Желі ашуға келістік.",
]


@pytest.mark.parametrize("text", ASKED, ids=["ru", "kk"])
def test_an_answer_is_about_whom_its_question_names(text: str) -> None:
    assert [set(p.parties) for p in read(text)] == [{"KZ-47", "TM"}]


@pytest.mark.parametrize(
    "text",
    [
        "Завод планируют построить в Навои. Первую очередь обещают сдать до конца 2027 года.",
        "A plant is to be built in Navoi. The first phase is to be finished by the end of 2027.",
    ],
)
def test_a_phase_has_a_term_of_its_own(text: str) -> None:
    told = read_document(Document(id="x", text=text, published="2025-02-01", digest="0")).statements.commitments
    assert [str(c.due or "") for c in told] == ["", "2027-12-31"]


def test_who_is_only_where_something_is_done_makes_no_pair() -> None:
    text = (
        "Хирурги медицинского центра «Умид» прооперировали 30 пациентов в Ошском медицинском университете.\n\n"
        "У границы началось строительство терминала."
    )
    told = read_document(Document(id="x", text=text, published="2025-02-01", digest="0")).statements.commitments
    terminal = next(c for c in told if "терминал" in c.evidence.exact)
    assert not {"Умид", "Ошский медицинский университет"} & set(terminal.parties)
