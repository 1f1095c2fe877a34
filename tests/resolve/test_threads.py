"""Which tellings are of one promise, across four languages, and which near misses are not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hamkor.model import Commitment
from hamkor.model.evidence import Evidence
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.judgement import NEGATIVE, POSITIVE
from hamkor.resolve.promise_words import read_said
from hamkor.resolve.promises import Promise
from hamkor.resolve.telling import Telling
from hamkor.resolve.threads import KIND

SIDES = ("KZ-79", "UZ-TO")


def tell(language: str, words: str, exact: str = "", **given: Any) -> Telling:
    exact = exact or words
    start = words.index(exact)
    said = Evidence("0", start, start + len(exact), exact, "", "")
    stage, sector = given.get("stage", "planned"), given.get("sector", "transport")
    promise = Commitment(stage, sector, given.get("parties", SIDES), None, None, (), None, None, None, said)
    day, id = date.fromisoformat(given.get("day", "2025-05-01")), f"{language}: {words}"
    return Telling(id, id, day, None, (), language, None, words, promise)


def take(telling: Telling) -> Promise:
    promise = KIND.take(telling)
    assert promise is not None
    return promise


BUS = tell("ru", "Стороны обсудили открытие автобусного маршрута Шымкент — Чирчик.")
BUS_UZ = tell("uz-Latn", "Chimkent – Chirchiq avtobus yo‘nalishini ochish rejalashtirilgan.")
BUS_CYRILLIC = tell("uz-Cyrl", "Чимкент – Чирчиқ автобуси 18 минг йўловчи ташиди.", stage="completed")
BUS_KK = tell("kk", "Шымкент – Шыршық автобусы алғашқы сапарына шықты.", stage="completed", day="2025-10-02")
BUS_EN = tell("en", "A bus to Chirchik will be launched.", parties=("KZ", "UZ-TO"))
TRAIN = tell("ru", "Поезд Шымкент — Чирчик пойдёт осенью.")
BUS_ELSEWHERE = tell("kk", "Шымкент – Ташкент автобусы ашылады.", parties=("KZ-79", "UZ-TK"))
MILL = tell("ru", "В Рудном построят мельницу на 200 тонн муки.", sector="industry", parties=("KZ-39", "RU-CHE"))
MILL_UZ = tell(
    "uz-Latn", "200 tonnalik un tegirmonini qurish kelishildi.", sector="industry", parties=("KZ-39", "RU-CHE")
)
HOUSE = tell("ru", "Открыть в Омске торговый дом «Тобол» намерены весной.", sector="trade", parties=("KZ-39", "RU-OMS"))
HOUSE_KK = tell("kk", "«Тобол» сауда үйі ашылды.", sector="trade", parties=("KZ", "RU"), stage="completed")
PHASE = tell("en", "The first phase of the industrial centre will be ready in 2026.", parties=("KZ", "UZ"))
NEXT_PHASE = tell("uz-Latn", "Sanoat markazining ikkinchi bosqichi 2026-yilda quriladi.", parties=("KZ", "UZ"))
QUEUE = tell("ru", "На пункте пропуска «Кордай» введут электронную очередь.", parties=("KZ-31", "KG-C"))
QUEUE_EN = tell("en", "An electronic queue opened at the Korday crossing.", parties=("KZ-31", "KG"), stage="completed")
QUEUE_ELSEWHERE = tell("kk", "«Қарасу» бекетінде электронды кезек енгізіледі.", parties=("KZ-31", "KG-C"))
LINE = tell("uz-Latn", "Sherobod – Shahritus elektr liniyasi quriladi.", parties=("UZ-SU", "TJ-KT"), sector="energy")
LINE_RU = tell("ru", "ЛЭП Шерабад — Шаартуз построят к зиме.", parties=("UZ-SU", "TJ-KT"), sector="energy")
LINE_EN = tell("en", "The Sherobod-Shahrtuz power line is being built.", parties=("UZ-SU", "TJ"), sector="energy")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (QUEUE, QUEUE_EN),
        (LINE, LINE_RU),
        (LINE, LINE_EN),
        (LINE_RU, LINE_EN),
        (BUS, BUS_UZ),
        (BUS, BUS_CYRILLIC),
        (BUS_UZ, BUS_KK),
        (BUS, BUS_EN),
        (MILL, MILL_UZ),
        (HOUSE, HOUSE_KK),
    ],
)
def test_one_promise(left: Telling, right: Telling) -> None:
    judged = KIND.compare(take(left), take(right))
    assert judged.judgement == POSITIVE, judged.reasons
    assert KIND.find_keys(take(left)) & KIND.find_keys(take(right))


@pytest.mark.parametrize(
    ("left", "right"), [(BUS, TRAIN), (BUS, BUS_ELSEWHERE), (PHASE, NEXT_PHASE), (BUS_KK, TRAIN), (MILL, HOUSE)]
)
def test_near_misses_are_kept_apart(left: Telling, right: Telling) -> None:
    assert KIND.compare(take(left), take(right)).judgement == NEGATIVE


def test_two_crossings_are_two_promises() -> None:
    for queue in (QUEUE, QUEUE_EN):
        assert KIND.compare(take(queue), take(QUEUE_ELSEWHERE)).judgement != POSITIVE


def test_little_in_common_contradicts_nothing() -> None:
    judged = KIND.compare(take(BUS), take(HOUSE))
    assert judged.judgement != POSITIVE
    vague = tell("ru", "Стороны договорились о сотрудничестве.", sector="regional")
    assert KIND.compare(take(BUS), take(vague)).judgement != NEGATIVE


def test_the_order_of_two_makes_no_difference() -> None:
    told = [BUS, BUS_UZ, BUS_KK, TRAIN, MILL, HOUSE, PHASE, NEXT_PHASE]
    for left in map(take, told):
        for right in map(take, told):
            assert KIND.compare(left, right) == KIND.compare(right, left)


def test_a_story_is_put_together() -> None:
    found = group_tellings(KIND, [BUS, BUS_UZ, BUS_CYRILLIC, BUS_KK, TRAIN, BUS_ELSEWHERE])
    assert len({found[t.id] for t in (BUS, BUS_UZ, BUS_CYRILLIC, BUS_KK)}) == 1
    assert len(set(found.values())) == 3


def test_a_pronoun_means_what_stands_before_it() -> None:
    text = "Автобус Шымкент — Чирчик нужен студентам. Его запустят осенью."
    assert take(tell("ru", text, "запустят осенью")).ways == ("bus",)


def test_postponed_suspended_recalled() -> None:
    put_off = "Открытие клиники перенесли на май"
    stopped = "Klinika qurilishi to‘xtatib qo‘yildi"
    assert take(tell("ru", put_off)).does == ("postpones",)
    assert take(tell("uz-Latn", stopped)).does == ("suspends",)
    assert take(tell("en", "The route was opened, he recalled")).does == ("recalls",)


def test_nothing_stands_in_a_town_where_its_region_is_told() -> None:
    houses = {
        "ru": ("торговый дом Бухарской области", "торговый дом в Бухаре"),
        "kk": ("Бұхара облысының сауда үйі", "Бұхарада сауда үйі"),
        "uz-Latn": ("Buxoro viloyatining savdo uyi", "Buxorodagi savdo uyi"),
        "uz-Cyrl": ("Бухоро вилоятининг савдо уйи", "Бухородаги савдо уйи"),
        "en": ("a trade house of Bukhara Region", "a trade house in Bukhara"),
    }
    for language, (of_region, in_town) in houses.items():
        assert not read_said(of_region, language).towns, language
        assert read_said(in_town, language).towns, language
    assert not read_said("склад Бухарской и Навоийской областей", "ru").towns


def test_words_as_they_are_the_same_in_every_language() -> None:
    house, other = read_said("торговый дом «Тошкент савдо»", "ru"), read_said("“Toshkent savdo” savdo uyi", "uz-Latn")
    assert house.things == other.things == {"tradehouse"}
    assert {name.partition("|")[0] for name in house.names} == {name.partition("|")[0] for name in other.names}


def test_figures_and_ordinals() -> None:
    said = read_said("вторая очередь стоит 185,1 млрд тенге, открыта в 2024 году 12 мая", "ru")
    assert said.amounts == {185_100_000_000.0}
    assert said.counted == {"2 phase"}
    assert read_said("третий рейс Алматы — Самарканд", "ru").counted == {"3 trip"}
    assert read_said("первый рейс в Ош", "ru").counted == set()


def test_a_name_of_several_words_is_no_town() -> None:
    said = read_said("авиакомпания Air Astana откроет рейс в Ургенч", "ru")
    assert {town.partition(":")[0] for town in said.towns} == {"UZ-XO"}


def test_what_says_nothing_stays_alone() -> None:
    empty = tell("uz-Latn", "deb kelishildi", "deb")
    assert take(empty).alone == empty.id


def test_officials_prepositions_and_weekdays_are_no_names_of_what_is_promised() -> None:
    assert not read_said("В Оше Ботир Джураев предложил построить склад.", "ru").names
    assert not read_said("Governor Botir Jurayev said on Tuesday that a market would open.", "en").names
    assert read_said("Рынок построит компания «Джураев и сыновья».", "ru").names


def test_a_hyphen_joins_two_names_and_a_quoted_town_is_its_place() -> None:
    assert len(read_said("A market at Olot-Farap will open.", "en").ends) == 2
    assert len(read_said("A market at Olot-Farap will open.", "en").names) == 2
    assert read_said("На посту «Кордай» открыли полосу.", "ru").towns


def test_a_line_with_a_name_of_its_own_is_no_other_way_between_its_ends() -> None:
    trail = take(tell("ru", "Туристический маршрут «Тропа кочевников» Шымкент — Чирчик откроют в мае."))
    line = take(tell("ru", "Линию «Голубые озёра» Шымкент — Чирчик откроют в мае."))
    train = take(TRAIN)
    assert KIND.compare(trail, train).judgement != POSITIVE
    assert KIND.compare(line, train).judgement != POSITIVE


def test_regions_named_by_adjectives_are_no_towns() -> None:
    assert read_said("Туркестанская и Хорезмская области создадут маршрут.", "ru").towns == set()
    assert read_said("Туркестанская школа откроется.", "ru").towns != set()


# What each tells by itself is nothing of the other's; only what stands around both is the same.
DAIRY = tell("en", "At Bulungur, Tobol Sut is installing pasteurisers at the dairy.", parties=("KZ-39", "UZ-SA"))
FLAX = tell(
    "uz-Latn",
    "“Tobol Sut” zavodi qurilmoqda. Dehqonlar 400 tonna zig‘ir urug‘i yetkazib beradi. 21-maktab birodarlashadi.",
    "400 tonna zig‘ir urug‘i yetkazib beradi",
    parties=("KZ-39", "UZ-SA"),
)
TWINNING = tell("ru", "Школы подписали договор о побратимстве.", parties=("KZ-39", "UZ-SA"), stage="signed")


@pytest.mark.parametrize(("left", "right"), [(DAIRY, FLAX), (FLAX, TWINNING), (DAIRY, TWINNING)])
def test_what_stands_around_both_joins_nothing(left: Telling, right: Telling) -> None:
    assert KIND.compare(take(left), take(right)).judgement != POSITIVE


def test_a_number_may_open_a_sentence_but_not_after_an_abbreviation() -> None:
    assert "twin" not in take(FLAX).near_topics
    near = tell("ru", "Рис отгрузят по ул. 5 мая в новый склад.", "отгрузят")
    assert "warehouse" in take(near).things


RIDES = tell("kk", "Тамызда Қарқара жайлауында ат спорты фестивалі өтеді.", parties=("KZ-19", "KG-Y"), sector="culture")
RIDES_EN = tell("en", "A horse sport festival will be held at Karkara.", parties=("KZ-19", "KG-Y"), sector="culture")
VACCINE = tell("uz-Latn", "Qostanayga 200 ming doza vaksina jo‘natiladi.", parties=("KZ-39",), sector="health")
VACCINE_KK = tell("kk", "Вакцинаның 80 мың дозасы жіберілді.", parties=("KZ-39", "UZ-SA"), sector="health")
REPAIR = tell("ru", "От вагоноремонтной мастерской решили отказаться.", parties=("UZ-JI",), stage="cancelled")
REPAIR_UZ = tell("uz-Latn", "Vagon ta’mirlash ustaxonasi ochiladi.", parties=("KZ-55", "UZ-JI"))


@pytest.mark.parametrize(
    ("left", "right"),
    [(RIDES, RIDES_EN), (VACCINE, VACCINE_KK), (REPAIR, REPAIR_UZ)],
    ids=["what opens a sentence is no name", "one of the two regions", "a compound"],
)
def test_one_promise_told_otherwise(left: Telling, right: Telling) -> None:
    judged = KIND.compare(take(left), take(right))
    assert judged.judgement == POSITIVE, judged.reasons


def test_sums_beyond_sure_keep_their_order() -> None:
    surer = KIND.compare(take(BUS), take(BUS_UZ)).score
    assert KIND.compare(take(MILL), take(MILL_UZ)).score < 1.0
    assert 0.7 < surer < 1.0
