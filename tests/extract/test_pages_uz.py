"""Uzbek as newsrooms and regional administrations write it, in both scripts: what is promised, what is only said."""

from __future__ import annotations

import pytest

from reading import read_text as read

MET = "Andijon va O‘sh hokimlari uchrashdi. "
LISTS = [
    (
        "Tomonlar aloqalarni yo‘lga qo‘yish, savdo va tovar ayirboshlash hajmini oshirish bo‘yicha kelishib oldi.",
        ["regional", "trade"],
        "savdo va tovar ayirboshlash hajmini oshirish",
    ),
    (
        "Uchrashuvda sanoat, madaniyat, eksport va import, energetika hamda bojxona sohalari muhokama qilindi.",
        ["industry", "culture", "trade", "energy"],
        "energetika",
    ),
    (
        "Qirg‘iziston O‘zbekistondan paxta tolasi, sement, trikotaj va dori-darmon import qilishga tayyor.",
        ["trade"],
        "Qirg‘iziston O‘zbekistondan paxta tolasi, sement, trikotaj va dori-darmon import",
    ),
    ("Кўргазмада ип, гилам ва дори сотиб олишга тайёрлигини билдирди.", ["trade"], "Кўргазмада ип, гилам ва дори"),
]


@pytest.mark.parametrize(("text", "sectors", "last"), LISTS)
def test_a_list_is_as_many_things_as_it_names(text: str, sectors: list[str], last: str) -> None:
    found = read(MET + text).commitments
    assert [c.sector for c in found] == sectors
    assert last in found[-1].evidence.exact


TOLD = [
    ("Tomonlar mebel fabrikasi qurish bo‘yicha kelishuvga erishgan.", "agreed", "industry"),
    ("Elchi Andijonda klinika filialini ochish maqsadida ekanini bildirdi.", "planned", "health"),
    ("Elchining aytishicha, O‘sh viloyati turizmni rivojlantirishdan manfaatdor.", "proposed", "tourism"),
    ("“Biz gilamchilikda qo‘shma korxonalar tashkil etishdan manfaatdormiz”, – dedi hokim.", "proposed", "industry"),
    ("Қўшма гилам фабрикасини кенгайтириш ишлари режа қилинди.", "planned", "industry"),
]


@pytest.mark.parametrize(("text", "stage", "sector"), TOLD)
def test_what_is_promised(text: str, stage: str, sector: str) -> None:
    assert [(c.stage, c.sector) for c in read(MET + text).commitments] == [(stage, sector)]


SAID = [
    "Muloqotda ta’lim sohasida amalga oshirilgan islohotlar muhokama qilindi.",
    "Elchi viloyatdagi saylov jarayonlari haqida to‘xtaldi.",
    "Томонлар мавжуд вазиятни муҳокама қилдилар.",
    "“Kelgusida do‘stligimiz yanada mustahkamlanadi, deb o‘ylayman”, – dedi u.",
    "“Куч бирлаштирсак, янги завод қурамиз, деб ўйлайман”, – деди у.",
    "Ushbu loyiha transport aloqalarini rivojlantirishga xizmat qilishi ko‘zda tutilgan.",
    "Tashrif kuzning o‘rtalariga rejalashtirilgan. Shunga qaramay, tashrif masalasi kelishib olingan.",
]


@pytest.mark.parametrize("text", SAID)
def test_what_is_only_said(text: str) -> None:
    assert not read(MET + text).commitments


def test_jobs_of_a_plant_are_no_promise_beside_it() -> None:
    found = read(MET + "Viloyatda kafel zavodi quriladi. Unda 500 ta ish o‘rni yaratish ko‘zda tutilgan.").commitments
    assert [c.sector for c in found] == ["industry"]


VISITS = [
    ("Andijon viloyati delegatsiyasi vakillari Qirg‘iziston Respublikasi Jalolobod viloyatida bo‘ldi.", "KG-J"),
    (
        "Бухоро вилояти делегацияси Омск вилоятида (Россия) бўлди. Ташриф давомида музокаралар олиб борилди.",
        "RU-OMS",
    ),
    (
        "Navoiy viloyati delegatsiyasi amaliy tashrif bilan Rossiyada bo‘lib turibdi. "
        "Amaliy tashrif Omsk viloyati gubernatori Ivan Petrov bilan suhbatdan boshlandi.",
        "RU",
    ),
]


@pytest.mark.parametrize(("text", "place"), VISITS)
def test_a_visit_is_told_once_with_its_place(text: str, place: str) -> None:
    [visit] = [e for e in read(text).events if e.type == "visit"]
    assert visit.place_code == place
    assert "Ivan Petrov" not in {p.name for p in visit.participants}


def test_a_visit_by_somebody_else_is_another() -> None:
    text = (
        "Navoiy viloyati hokimi Akmal Rahimov Rossiyaga keldi. "
        "Vazir Botir Qodirovning Qozog‘istonga rasmiy tashrifi may oyida bo‘ladi."
    )
    assert len([e for e in read(text).events if e.type == "visit"]) == 2


def test_who_only_speaks_at_a_session_does_not_place_it() -> None:
    text = (
        "ТОШКЕНТ, 3 дек – Хабар. Савдо ошди. Бу ҳақда Ўзбекистон бош вазири ўринбосари Акмал Раҳимов "
        "ҳукуматлараро комиссиянинг 26-йиғилишида маълум қилди."
    )
    [session] = read(text).events
    assert (session.type, session.place) == ("forum", None)


FORUMS = [
    ("Hokim Akmal Rahimov Qozonda o‘tayotgan hududlararo hamkorlik forumida so‘zga chiqdi.", "forum"),
    ("Вазир Акмал Раҳимов Олмаотада ўтган конференцияда нутқ сўзлади.", "forum"),
]


@pytest.mark.parametrize(("text", "kind"), FORUMS)
def test_who_speaks_at_a_forum_tells_of_it(text: str, kind: str) -> None:
    assert [(e.type, e.status) for e in read(text).events] == [(kind, "held")]


SPEAKERS = [
    (
        "“Ikki viloyat o‘rtasida yangi bozor ochiladi”, - deyilgan Sirdaryo viloyati hokimligi xabarida.",
        "Sirdaryo viloyati hokimligi",
    ),
    (
        "«Ҳамкорликка алоҳида эътибор қаратмоқдамиз. Савдо 300 миллион доллардан ошди, – деди вазир Акмал Раҳимов.",
        "Акмал Раҳимов",
    ),
    ("Акмал Раҳимов, савдо вазири:\n\n– Биз иккита янги бозор очамиз ва йўлни таъмирлаймиз.", "Акмал Раҳимов"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text).quotations] == [speaker]


def test_times_told_by_the_longer_word() -> None:
    [figure] = read(
        "O‘zbekiston va Qirg‘iziston o‘rtasidagi tovar aylanuvi 2017-yilda 1,8 marotabaga oshdi."
    ).observations
    assert (figure.indicator, figure.measure) == ("trade_turnover", "multiple")
    assert not read("Qo‘shma mashg‘ulot Oshda 3 marotaba bo‘lib o‘tdi.").observations


def test_a_genitive_with_one_letter_left_out() -> None:
    [envoy] = read("Delegatsiyaga O‘zbekistoning Rossiyadagi elchisi Botir Asadov hamrohlik qildi.").people
    assert (envoy.position, envoy.area) == ("ambassador", "UZ")


ONE = [
    "Uchrashuvda hamkorlikni yanada rivojlantirish va kengaytirish masalalari ko‘rib chiqildi.",
    "Ҳукуматлар, ҳудудлар ва тадбиркорлар даражасида фаол алмашинувлар давом этмоқда.",
]


@pytest.mark.parametrize("text", ONE)
def test_two_verbs_of_one_object_and_those_who_act_are_one_thing(text: str) -> None:
    assert len(read(MET + text).commitments) == 1


def test_a_foundation_that_was_laid_is_a_figure_of_speech() -> None:
    assert not read(MET + "O‘zaro munosabatlarning mustahkam poydevori yaratildi.").commitments


def test_trade_by_its_other_words() -> None:
    text = "Россия ва Ўзбекистон орасида маҳсулот айрбошлаш ҳажми 2017 йилда 30%га ошиб, 2,8 миллиард долларга етди."
    assert {o.indicator for o in read(text).observations} == {"trade_turnover"}


def test_a_visit_that_is_agreed_on_is_to_come() -> None:
    text = "Qozog‘iston delegatsiyasi yaqin kunlarda O‘zbekistonga tashrif buyurishiga kelishib olindi."
    assert [e.status for e in read(text).events] == ["planned"]


def test_what_took_place_on_a_visit_abroad_was_not_at_home() -> None:
    text = (
        "TOSHKENT. Xabar – Prezident Akmal Rahimovning Tojikistonga davlat tashrifi doirasida Oliy kengashning "
        "ikkinchi yig‘ilishi bo‘lib o‘tdi."
    )
    assert {e.place_code for e in read(text).events} == {"TJ"}


DAYS = [
    "Toshkent – Istanbul reyslari 4, 7, 11, 14, 16, 18 va 30-sentabr kunlari bajariladi.",
    "Рейсы Ташкент – Стамбул: 4, 7, 11, 14, 16, 18 и 30 сентября.",
    "Ташкент – Ыстамбул рейстері 4, 7, 11, 14, 16, 18 және 30 қыркүйекте орындалады.",
    "Flights from Tashkent to Istanbul leave on 4, 7, 11, 14, 16, 18 and 30 September.",
]


@pytest.mark.parametrize("text", DAYS)
def test_days_of_a_long_list_are_no_flights(text: str) -> None:
    assert not read(text).observations
