"""Bytes to characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.read.encoding import decode, find_declared_charset

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
