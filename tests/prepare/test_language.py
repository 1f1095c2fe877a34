"""Languages and scripts told apart, in sentences and in titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.prepare.language import find_language, list_samples

TEXTS = [
    ("ru", "Хоким встретился с послом и осмотрел новый рынок"),
    ("ru", "Цены на зерно снизились второй месяц подряд"),
    ("ru", "Аким Алматы и хоким Ташкента подписали меморандум"),
    ("uz-Latn", "Hokim elchi bilan uchrashdi va yangi bozorni ko‘rib chiqdi"),
    ("uz-Latn", "Gʻalla narxi ikkinchi oy pasaymoqda"),
    ("uz-Latn", "Toshkentda yangi zavod ochildi"),
    ("uz-Cyrl", "Ҳоким элчи билан учрашди ва янги бозорни кўриб чиқди"),
    ("uz-Cyrl", "Ғалла нархи иккинчи ой пасаймоқда"),
    ("uz-Cyrl", "Тошкентда янги завод очилди"),
    ("kk", "Әкім елшімен кездесіп, жаңа базарды аралап көрді"),
    ("kk", "Астық бағасы екінші ай қатарынан төмендеді"),
    ("kk", "Алматыда жаңа зауыт ашылды"),
    ("en", "The governor met the envoy and saw the new market"),
    ("en", "Grain prices fell for a second month"),
    ("ky", "Аким элчи менен жолугуп, жаңы базарды кыдырып көрдү"),
    ("tg", "Раиси вилоят бо сафир мулоқот карда, бозори навро дид"),
    ("tr", "Vali büyükelçi ile görüştü ve yeni pazarı gezdi"),
    ("az", "Şəhər rəhbəri səfirlə görüşdü və yeni bazara baxdı"),
    ("tk", "Häkim ilçi bilen duşuşdy we täze bazary gördi"),
    ("uk", "Голова області зустрівся з послом і оглянув новий ринок"),
    ("kaa", "Hákim elshi menen ushırastı hám jańa bazardı kórdi"),
    ("kk-Latn", "Äkım elşımen kezdesıp, jaña bazardy aralap kördı"),
    ("kk-Arab", "اكىم ەلشىمەن كەزدەسىپ، جاڭا بازاردى ارالاپ كوردى"),
    ("ba", "Өлкә башлығы илсе менән осрашып, яңы баҙарҙы ҡараны"),
    ("ug", "ۋىلايەت باشلىقى ئەلچى بىلەن كۆرۈشتى"),
    ("es", "El gobernador se reunió con el embajador y visitó el nuevo mercado"),
    ("pl", "Gubernator spotkał się z ambasadorem i obejrzał nowy targ"),
    ("hi", "राज्यपाल ने राजदूत से मुलाकात की"),
    ("fa", "استاندار با سفیر دیدار کرد و بازار جدید را دید"),
    ("zh", "州长会见大使并参观新市场"),
    ("uz-Latn", "Uçraşuvda yangi bozor oçiş haqida şartnoma imzolandi"),
    ("kk-Latn", "Ákim elshini qabyldady, saýda kólemi artty"),
    ("uz-Cyrl", "Ҳо\u00adким элчи би\u00adлан уч\u00adраш\u00adди"),
    ("uz-Cyrl", "У\u0306збекистон ва Қозоғистон савдоси"),
]


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_language_of_a_line(tag: str, text: str) -> None:
    assert find_language(text) == tag


SHORT = [
    ("ru", "Взаимная торговля перевалила за $900 млн."),
    ("ru", "Тариф на провоз снижен на 30%."),
    ("ru", "Рейсов стало вдвое больше."),
    ("uz-Cyrl", "Экспорт 20 фоизга ошди."),
    ("kk", "Импорт 9 пайызға төмендеді."),
    ("uk", "Торгівля між країнами зросла за рік на третину."),
]


@pytest.mark.parametrize(("tag", "text"), SHORT)
def test_language_of_a_few_words(tag: str, text: str) -> None:
    assert find_language(text) == tag


@pytest.mark.parametrize(
    ("hint", "text", "tag"),
    [
        ("ru", "Торговля: 900 млн", "ru"),
        ("uz", "Экспорт, импорт", "uz-Cyrl"),
        ("ru-RU", "Экспорт, импорт", "ru"),
        ("ru", "Ғалла нархи иккинчи ой пасаймоқда", "uz-Cyrl"),
        ("en", "Цены на зерно снизились второй месяц подряд", "ru"),
    ],
)
def test_a_hint_decides_where_letters_allow_it(hint: str, text: str, tag: str) -> None:
    assert find_language(text, hint) == tag


@pytest.mark.parametrize("text", ["", "12.05.2025", "KZ", "—", "5 %"])
def test_nothing_to_tell_by(text: str) -> None:
    assert find_language(text) == "und"


def test_every_sample_is_its_own_language() -> None:
    for tag, path in list_samples():
        assert find_language(path.read_text("utf-8")) == tag


HEADLINES = Path(__file__).with_name("headlines.tsv")
RIGHT = 0.97  # of the headlines, at least


def test_headlines_are_told_apart() -> None:
    lines = [line for line in HEADLINES.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    wrong = [(tag, find_language(title), title) for tag, title in rows if find_language(title) != tag]
    assert len(rows) >= 200
    assert len({tag for tag, _ in rows}) >= 9
    assert len(wrong) <= len(rows) * (1 - RIGHT), wrong


def test_most_of_a_mixed_text_decides() -> None:
    assert find_language("Хоким Ғ. Қўчқоров встретился с послом и осмотрел рынок Чорсу в Ташкенте") == "ru"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert find_language(text)
