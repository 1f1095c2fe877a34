"""Bytes to characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.read.encoding import decode, find_declared_charset
from hamkor.read.twice_encoded import mend_twice_encoded

RUSSIAN = "Товарооборот двух областей вырос на 20 %, сообщил аким Тараза. «Это рекорд», — сказал он."
KAZAKH = "Түркістан облысы мен Самарқанд сауда көлемін арттырады."


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp866"]
)
def test_russian_is_read_in_every_common_encoding(charset: str) -> None:
    text = RUSSIAN if charset not in ("cp866",) else RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-")
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize("charset", ["koi8-r", "iso8859-5"])
def test_encodings_without_quotation_marks(charset: str) -> None:
    text = RUSSIAN.translate(str.maketrans("«»—", '""-'))
    assert decode(text.encode(charset)).charset == charset


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16-be"])
def test_kazakh_keeps_its_letters(charset: str) -> None:
    assert decode(KAZAKH.encode(charset)).text == KAZAKH


def test_wrong_declaration_does_not_win() -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared="koi8-r").text == RUSSIAN
    assert decode(RUSSIAN.encode(), declared="cp1251").text == RUSSIAN


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "utf-16"])
def test_a_mark_set_twice_or_before_another_encoding_is_no_text(charset: str) -> None:
    assert decode(codecs.BOM_UTF8 * 2 + RUSSIAN.encode(charset)).text == RUSSIAN


@pytest.mark.parametrize(("real", "read"), [("utf-8", "cp1251"), ("utf-8", "latin-1"), ("cp1251", "latin-1")])
@pytest.mark.parametrize("text", [RUSSIAN, "Ташкент и Алматы увеличат торговлю, решили стороны."])
def test_text_written_again_in_a_wrong_encoding_is_mended(real: str, read: str, text: str) -> None:
    broken = "".join(_read_byte(byte, read) for byte in text.encode(real))
    mended = mend_twice_encoded(decode(broken.encode()))
    assert (mended.text, mended.notice is None) == (text, False)


def _read_byte(byte: int, charset: str) -> str:
    """A byte as programs show it: one that the encoding does not know stands as itself."""
    char = bytes([byte]).decode(charset, "replace")
    return chr(byte) if char == "\ufffd" else char


@pytest.mark.parametrize(
    "text", [RUSSIAN, KAZAKH, "«Ð» is a letter", "Çok güzel: işbirliği ve ticaret büyüdü", "à côté"]
)
def test_text_that_is_right_stays(text: str) -> None:
    decoded = decode(text.encode())
    assert mend_twice_encoded(decoded) is decoded


def test_declared_charset_of_a_page() -> None:
    assert find_declared_charset(b'<meta http-equiv=x content="text/html; charset=Windows-1251">') == "cp1251"
    assert find_declared_charset(b"<meta charset=nonsense>") is None
    assert find_declared_charset(b"<meta charset=uu>") is None


@given(st.binary(max_size=300))
def test_any_bytes_give_text(content: bytes) -> None:
    decoded = decode(content)
    assert isinstance(decoded.text, str)


@given(st.text(max_size=200).filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back(text: str) -> None:
    decoded = decode(("я" + text).encode())
    assert decoded.text in ("я" + text, "я" + text)
    assert decoded.notice is None


CAPITALS = [
    "ПРОТОКОЛ ВСТРЕЧИ. РЕШИЛИ: УВЕЛИЧИТЬ ТОВАРООБОРОТ ДО 50 МЛН ДОЛЛАРОВ.",
    "ЭКСПОРТ ФЕРГАНЫ ВЫРОС В 1,5 РАЗА, СООБЩИЛ ХОКИМ",
    "ОАЭ и РФ",
]


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", CAPITALS)
def test_words_in_capitals_are_read_in_every_encoding(text: str, charset: str) -> None:
    assert decode(text.encode(charset)).text == text
