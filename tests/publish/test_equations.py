"""What verdicts rest on, told in each language."""

from __future__ import annotations

import ast
import string
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import hamkor
from hamkor.messages import LANGUAGES, set_language
from hamkor.model import Amount, Interval, Period, Scope
from hamkor.model.verdict import explain
from hamkor.publish.equations import tell_reason
from hamkor.publish.manner import WORDS
from hamkor.publish.times import tell_period

PACKAGE = Path(hamkor.__file__).parent


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


def usd(value: int, low: int, high: int) -> Amount:
    return Amount(Decimal(value), Interval(Decimal(low), Decimal(high)), "USD")


CITY, WHOLE = usd(850_000_000, 845_000_000, 855_000_000), usd(3_412_600_000, 3_412_550_000, 3_412_650_000)
SHARE = Amount(Decimal("24.9"), Interval(Decimal("24.76"), Decimal("25.05")), "PCT")
FIFTH = Amount(Decimal(20), Interval(Decimal("18.3"), Decimal("22.5")), "PCT")
REASON = explain("judged", formula=explain("share", part=CITY, whole=WHOLE), result=SHARE, printed=FIFTH)


TOLD = {
    "en": "850 mln USD (845–855) of 3.4126 bn USD = 24.9 % (24.76–25.05), printed 20 % (18.3–22.5)",
    "ru": "850 млн долларов (845–855) от 3,4126 млрд долларов = 24,9 % (24,76–25,05), напечатано 20 % (18,3–22,5)",
    "uz": "3,4126 mlrd dollar dan 850 mln dollar (845–855) = 24,9 % (24,76–25,05), matnda 20 % (18,3–22,5)",
    "kk": "3,4126 млрд доллар ішінде 850 млн доллар (845–855) = 24,9 % (24,76–25,05), мәтінде 20 % (18,3–22,5)",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_equation_is_told_as_the_language_writes_numbers(language: str) -> None:
    set_language(language)
    assert tell_reason(REASON) == TOLD[language]


def test_on_a_page_areas_and_tellers_have_their_names() -> None:
    set_language("en")
    scope = Scope("KZ-43", "UZ-NW", Period("2025"))
    within = explain("within", part_of=scope, part=usd(1, 1, 1), whole_of=scope, whole=usd(2, 2, 2))
    told = tell_reason(within, WORDS)
    assert told == "Kyzylorda Region – Navoi Region, 2025: 1 USD ≤ Kyzylorda Region – Navoi Region, 2025: 2 USD"
    assert "KZ-43 – UZ-NW" in tell_reason(within)
    named = replace(WORDS, teller={"a-1": "Steppe Gazette"}.__getitem__)
    other = explain("told", teller="a-1", other=usd(1, 1, 1), printed=usd(2, 2, 2))
    assert tell_reason(other, named).startswith("Steppe Gazette: ")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "January–September 2025"),
        ("ru", "январь–сентябрь 2025 года"),
        ("uz", "2025-yil yanvar–sentabr"),
        ("kk", "2025 жылғы қаңтар–қыркүйек"),
    ],
)
def test_times_are_told_in_words(language: str, told: str) -> None:
    set_language(language)
    assert tell_period(Period("2025-01", "2025-09")) == told


def test_times_of_other_lengths() -> None:
    set_language("en")
    times = [Period("2024-12-28"), Period("2024-11", "2025-02"), Period("2016", "2022")]
    assert [tell_period(time) for time in times] == ["28 December 2024", "November 2024 – February 2025", "2016–2022"]


def test_a_side_and_a_time_that_are_not_told_are_left_out() -> None:
    set_language("en")
    part, whole = Scope("KZ-75", None, None), Scope("KZ", None, Period("2024"))
    assert tell_reason(explain("within", part_of=part, part=CITY, whole_of=whole, whole=WHOLE)).startswith("KZ-75: 850")


def find_reasons() -> dict[str, set[str]]:
    """Each reason that the checks give, with the names of its parts."""
    found: dict[str, set[str]] = {}
    for file in (PACKAGE / "verify").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "explain":
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    found.setdefault(name.value, set()).update(k.arg for k in node.keywords if k.arg)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_text_that_names_its_parts(language: str) -> None:
    texts = tomllib.loads((PACKAGE / "messages" / f"{language}.toml").read_text("utf-8"))["equation"]
    for name, parts in find_reasons().items():
        holes = {hole for _, hole, _, _ in string.Formatter().parse(texts[name]) if hole}
        assert parts <= holes, name
