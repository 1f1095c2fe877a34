"""One promise a sentence: its stage, sector and term, in the many ways that it is told."""

from __future__ import annotations

import pytest

from hamkor.extract.commitments import find_commitments
from hamkor.extract.flow import read_parts
from hamkor.model import Commitment, Document
from hamkor.prepare import prepare


def read(text: str, title: str | None = None) -> list[Commitment]:
    document = Document(id="test", text=text, digest="0", title=title, published="2025-11-18")
    return find_commitments(read_parts(prepare(document)))


TOLD = [
    ("Стороны обсудили поставки риса и овощей в Тараз.", "discussed", "trade", None, "поставки риса"),
    ("На переговорах шла речь о новых пунктах пропуска.", "discussed", "transport", None, "новых пунктах пропуска"),
    ("В центре внимания были вопросы водопользования.", "discussed", "water", None, "водопользования"),
    ("Особое внимание уделено подготовке врачей.", "discussed", "health", None, "подготовке врачей"),
    ("Участники отметили необходимость упрощения таможенных процедур.", "discussed", "trade", None, "таможенных"),
    ("Вопросы охраны снежного барса и природы рассмотрены отдельно.", "discussed", "ecology", None, "барса"),
    ("Перспективы туризма обсудили в Бухаре послы двух стран.", "discussed", "tourism", None, "Перспективы туризма"),
    ("Министры обменялись мнениями по борьбе с наркотрафиком.", "discussed", "security", None, "наркотрафиком"),
    ("Гостей интересовали цены на электроэнергию.", "discussed", "energy", None, "электроэнергию"),
    ("Аким предложил открыть в городе школу дизайна.", "proposed", "education", None, "школу дизайна"),
    ("Посол выступил с инициативой создать общий женский банк.", "proposed", "finance", None, "банк"),
    ("Губернатор заявил о готовности увеличить поставки зерна.", "proposed", "trade", None, "поставки зерна"),
    ("Литовские фирмы заинтересованы в сборке автобусов.", "proposed", "transport", None, "сборке автобусов"),
    ("Хоким пригласил музеи участвовать в выставке картин.", "proposed", "culture", None, "музеи"),
    ("В числе озвученных предложений — общий фестиваль ремёсел.", "proposed", "culture", None, "фестиваль"),
    ("Внесены предложения о развитии телемедицины.", "proposed", "health", None, "телемедицины"),
    ("Инвесторам предложено построить гостиницы у озера.", "proposed", "tourism", None, "гостиницы"),
    ("Хокимы договорились до 1 марта 2026 года открыть рынок скота.", "agreed", "agriculture", "2026-03-01", "рынок"),
    ("Достигнута договорённость о поставке 100 тонн меди заводам.", "agreed", "trade", None, "меди"),
    ("Обе стороны согласились ускорить демаркацию границы.", "agreed", "security", None, "демаркацию"),
    ("Правительства утвердили программу туризма на 2026–2028 годы.", "agreed", "tourism", "2028", "программу туризма"),
    ("Министры одобрили проект газопровода.", "agreed", "energy", None, "газопровода"),
    ("Решено провести весной 2026 года ярмарку мёда.", "agreed", "trade", "2026-03/2026-05", "ярмарку мёда"),
    ("Комиссия поручила ведомствам подготовить расписание поездов.", "agreed", "transport", None, "расписание"),
    ("Стороны условились, что вузы обменяются студентами.", "agreed", "education", None, "обменяются студентами"),
    ("Власти намерены запустить скоростной поезд к 2028 году.", "planned", "transport", "2028", "скоростной поезд"),
    ("Запуск линии по сборке тракторов намечен на 2027 год.", "planned", "industry", "2027", "сборке тракторов"),
    ("Сюда планируется вложить 40 млн долларов инвестиций.", "planned", "investment", None, "40 млн долларов"),
    ("К концу 2026 года на границе появится торговый центр.", "planned", "trade", "2026-12-31", "торговый центр"),
    ("С 1 декабря перевозчик начнёт полёты в Актау.", "planned", "transport", "2025-12-01", "полёты в Актау"),
    ("До конца года будет построена подстанция.", "planned", "energy", "2025-12-31", "подстанция"),
    ("Перед ведомствами стоит задача нарастить экспорт.", "planned", "trade", None, "нарастить экспорт"),
    ("Приоритетом на будущее станет цифровизация архивов.", "planned", "digital", None, "цифровизация"),
    ("Студенты пройдут стажировку на заводах соседей.", "planned", "education", None, "стажировку"),
    ("Вузы Оша и Андижана подписали меморандум о дипломах.", "signed", "education", None, "меморандум о дипломах"),
    ("По итогам форума подписаны контракты на экспорт ковров.", "signed", "trade", None, "экспорт ковров"),
    ("Больницы заключили соглашение об обмене хирургами-кардиологами.", "signed", "health", None, "обмене"),
    ("Визит увенчался подписанием соглашения о реставрации музеев.", "signed", "culture", None, "реставрации музеев"),
    ("В Туркестане строится текстильный комбинат.", "in_progress", "industry", None, "текстильный комбинат"),
    ("Ведутся переговоры о поставках газа.", "discussed", "energy", None, "поставках газа"),
    ("Между вузами действует программа обмена студентами.", "in_progress", "education", None, "программа обмена"),
    ("Сейчас прорабатывается вопрос открытия консульства в Оше.", "discussed", "regional", None, "консульства"),
    ("Завершается строительство тоннеля.", "in_progress", "transport", None, "тоннеля"),
    ("В Фергане заработал завод по сборке холодильников.", "completed", "industry", None, "завод"),
    ("Банк развития выделил кредит на насосы для орошения.", "completed", "finance", None, "кредит"),
    ("Мост через Сырдарью введён в эксплуатацию.", "completed", "transport", None, "Мост"),
    ("Страны отменили визовый порядок для туристов.", "completed", "tourism", None, "визовый порядок"),
    ("Между столицами снова летают самолёты.", "completed", "transport", None, "снова летают"),
    ("Рейс в Актау отменён из-за низкого спроса.", "cancelled", "transport", None, "Рейс в Актау"),
    ("Инвестор отказался от строительства сахарного завода.", "cancelled", "industry", None, "завода"),
    ("Стороны расторгли договор аренды теплиц.", "cancelled", "agriculture", None, "договор аренды"),
    ("Новая гостиница у озера строиться не будет.", "cancelled", "tourism", None, "гостиница"),
]


@pytest.mark.parametrize("told", TOLD, ids=[row[0][:40] for row in TOLD])
def test_promise_is_read(told: tuple[str, str, str, str | None, str]) -> None:
    text, stage, sector, due, words = told
    found = read(text)
    assert [(c.stage, c.sector) for c in found] == [(stage, sector)]
    assert (str(found[0].due) if found[0].due else None) == due
    assert words in found[0].evidence.exact
    assert text[found[0].evidence.start : found[0].evidence.end] == found[0].evidence.exact


@pytest.mark.parametrize(
    "text",
    [
        "Товарооборот между областями вырос на 20% и составил 500 млн долларов.",
        "Вопросы миграции не обсуждались.",
        "Стороны не подписали соглашение о границе.",
        "Если стороны согласуют цену, завод построят в Навои.",
        "Дорогу построят при условии, что найдут деньги.",
        "Делегация осмотрела парк и музей.",
        "Собеседники обсудили ряд вопросов.",
        "Аким рассказал о потенциале области.",
        "Погода в горах испортилась.",
    ],
)
def test_nothing_is_promised(text: str) -> None:
    assert read(text) == []


PARTLY = [
    ("Жители получили вагоны: отгружена половина обещанной муки.", "in_progress"),
    ("Nurseries in Isfara have delivered a third of the apricot saplings.", "in_progress"),
    ("Nurseries in Isfara have delivered all 900 apricot saplings.", "completed"),
    ("Уәде етілген көшеттердің үштен бірі жеткізілді.", "in_progress"),
    ("Уәде етілген көшеттердің бәрі жеткізілді.", "completed"),
    ("Va’da qilingan ko‘chatlarning yarmi yetkazib berildi.", "in_progress"),
    ("Ваъда қилинган кўчатларнинг ҳаммаси етказиб берилди.", "completed"),
]


@pytest.mark.parametrize(("text", "stage"), PARTLY)
def test_what_is_done_in_part_is_under_way(text: str, stage: str) -> None:
    assert stage in {found.stage for found in read(text)}, [(c.stage, c.evidence.exact) for c in read(text)]
    assert (stage == "completed") == any(found.stage == "completed" for found in read(text))
