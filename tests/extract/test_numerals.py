"""Numbers written out read back: by a speller of our own, in every case, and by digits and scales."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.errors import LanguageError
from hamkor.extract.numbers.numerals import Number, Numerals
from hamkor.grammar import Language, load_language
from hamkor.text.fold import fold

NUMERALS: Numerals = load_language("ru").remember("numerals", Numerals)

# Six cases of each word: nominative, genitive, dative, accusative, instrumental, prepositional.
UNITS = [
    (),
    "один одного одному один одним одном",
    "два двух двум два двумя двух",
    "три трёх трём три тремя трёх",
    "четыре четырёх четырём четыре четырьмя четырёх",
    *(f"{s}ь {s}и {s}и {s}ь {s}ью {s}и" for s in ("пят", "шест", "сем")),
    "восемь восьми восьми восемь восемью восьми",
    *(f"{s}ь {s}и {s}и {s}ь {s}ью {s}и" for s in ("девят", "десят")),
    *(
        f"{s}надцать {s}надцати {s}надцати {s}надцать {s}надцатью {s}надцати"
        for s in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")
    ),
]
TENS = [
    (),
    (),
    *(f"{s}дцать {s}дцати {s}дцати {s}дцать {s}дцатью {s}дцати" for s in ("два", "три")),
    "сорок сорока сорока сорок сорока сорока",
    *(f"{s}ьдесят {s}идесяти {s}идесяти {s}ьдесят {s}ьюдесятью {s}идесяти" for s in ("пят", "шест", "сем")),
    "восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти",
    "девяносто девяноста девяноста девяносто девяноста девяноста",
]
HUNDREDS = [
    (),
    "сто ста ста сто ста ста",
    "двести двухсот двумстам двести двумястами двухстах",
    "триста трёхсот трёмстам триста тремястами трёхстах",
    "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
    *(f"{s}ьсот {s}исот {s}истам {s}ьсот {s}ьюстами {s}истах" for s in ("пят", "шест", "сем")),
    "восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах",
    "девятьсот девятисот девятистам девятьсот девятьюстами девятистах",
]
SCALES = {
    1: ("тысяча тысячи тысяче тысячу тысячей тысяче", "тысячи тысяч тысячам тысячи тысячами тысячах", "тысяч"),
    2: (
        "миллион миллиона миллиону миллион миллионом миллионе",
        "миллиона миллионов миллионам миллиона миллионами миллионах",
        "миллионов",
    ),
    3: (
        "миллиард миллиарда миллиарду миллиард миллиардом миллиарде",
        "миллиарда миллиардов миллиардам миллиарда миллиардами миллиардах",
        "миллиардов",
    ),
}
SCALED = st.sampled_from(["тыс.", "млн", "млрд"])
FEMININE = {"один": "одна", "одного": "одной", "одному": "одной", "одним": "одной", "одном": "одной", "два": "две"}


def form(words: object, case: int) -> str:
    return str(words).split()[case]


def spell_small(number: int, case: int, *, feminine: bool = False) -> list[str]:
    """A number below a thousand, in words, in a case (0–5)."""
    hundreds, rest = divmod(number, 100)
    tens, units = (0, rest) if rest < 20 else divmod(rest, 10)
    words = [form(t[n], case) for t, n in ((HUNDREDS, hundreds), (TENS, tens), (UNITS, units)) if n]
    return [FEMININE.get(w, w) for w in words] if feminine else words


def spell(number: int, case: int) -> str:
    """A number below a billion of billions in words, in a case."""
    words: list[str] = []
    for power in (3, 2, 1):
        group = number // 1000**power % 1000
        if group:
            one, few, many = SCALES[power]
            last = group % 100 if 10 < group % 100 < 20 else group % 10
            scale = form(one, case) if last == 1 else form(few, case) if 1 < last < 5 or case not in (0, 3) else many
            words += [*spell_small(group, case, feminine=power == 1), scale]
    return " ".join(words + spell_small(number % 1000, case))


def read(text: str, *, hedged: bool = False) -> Number | None:
    return NUMERALS.read(fold(text), 0, len(text), hedged=hedged)


def test_the_speller_spells() -> None:
    assert spell(1_242_043, 0) == "один миллион двести сорок две тысячи сорок три"
    assert spell(5_011_000, 1) == "пяти миллионов одиннадцати тысяч"
    assert spell(2_000_000_000, 4) == "двумя миллиардами"


@given(st.integers(1, 999), st.integers(0, 5))
def test_a_number_below_a_thousand_reads_back(number: int, case: int) -> None:
    found = read(spell(number, case))
    assert found is not None
    assert (found.value, found.end) == (number, len(spell(number, case)))


@given(st.integers(1, 999), st.integers(1, 3), st.integers(0, 5))
def test_a_scaled_number_reads_back(number: int, power: int, case: int) -> None:
    text = spell(number * 1000**power, case)
    found = read(text)
    assert found is not None
    assert (found.value, found.end, found.scaled) == (number * 1000**power, len(text), True)


@given(st.integers(1, 999), st.integers(1, 999), st.integers(100, 999), st.integers(0, 5))
def test_a_sum_of_scales_reads_back(millions: int, thousands: int, rest: int, case: int) -> None:
    number = millions * 10**6 + thousands * 1000 + rest
    found = read(spell(number, case))
    assert found is not None
    assert found.value == number


@given(st.integers(1000, 10**12), st.sampled_from(" \u00a0\u2009\u202f"))
def test_digits_in_groups_read_back(number: int, space: str) -> None:
    found = read(f"{number:,}".replace(",", space))
    assert found is not None
    assert (found.value, found.last, found.plain) == (number, 1, False)


@given(st.decimals(0, 10**6, places=3, allow_nan=False), st.sampled_from(",."), SCALED)
def test_decimals_read_back(number: Decimal, mark: str, scale: str) -> None:
    text = f"{number} {scale} долларов".replace(".", mark, 1)
    found = read(text)
    factor = {"тыс.": 10**3, "млн": 10**6, "млрд": 10**9}[scale]
    assert found is not None
    assert (found.value, found.last, found.decimal) == (number * factor, Decimal(factor) / 1000, True)


@pytest.mark.parametrize(
    ("text", "value", "exact"),
    [
        ("1 млрд 242 млн долларов", 1_242_000_000, "1 млрд 242 млн"),
        ("2 млрд. 842 млн", 2_842_000_000, "2 млрд. 842 млн"),
        ("полмиллиарда долларов", 500_000_000, "полмиллиарда"),
        ("три с половиной миллиона", 3_500_000, "три с половиной миллиона"),
        ("полутора тысяч", 1_500, "полутора тысяч"),
        ("три сотни предприятий", 300, "три сотни"),
        ("4 тыс. предприятий", 4_000, "4 тыс."),
        ("25,7 млн. Далее", 25_700_000, "25,7 млн"),
        ("5-ти заводов", 5, "5-ти"),
        ("двадцать — тридцать", 20, "двадцать"),
        ("миллион тонн", 1_000_000, "миллион"),
    ],
)
def test_forms(text: str, value: int, exact: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.value, text[: found.end]) == (value, exact)


def test_a_scale_alone_may_need_a_qualifier() -> None:
    assert read("тысячи людей") is None
    found = read("тысячи людей", hedged=True)
    assert found is not None
    assert found.value == 1000


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """A small language that lacks a key: the error tells file, table and key."""
    (tmp_path / "scripts.tsv").write_text("script\n", "utf-8")
    (tmp_path / "language.toml").write_text('code = "xx"\n[endings]\n', "utf-8")
    table = '[written]\ndecimal = ["."]\ngroup = [","]\ntorn = []\ncardinal_endings = []\nsuffixes = []\n'
    table += "glued = []\nmoney = []\n"
    table += 'word_joints = [" "]\n[hundreds]\nwords = []\njoints = []\n'
    table += '[cardinals]\n"1" = ["one"]\n'
    (tmp_path / "numerals.toml").write_text(f'{table}[[scale]]\nvalue = 1000\nwords = ["thousand"]\n', "utf-8")
    with pytest.raises(LanguageError, match=r"xx/numerals\.toml: scale 1: short"):
        Numerals(Language("xx", tmp_path))


def test_a_small_language_needs_no_code(tmp_path: Path) -> None:
    (tmp_path / "scripts.tsv").write_text("script\n", "utf-8")
    (tmp_path / "language.toml").write_text('code = "xx"\n[endings]\nplural = ["", "s"]\n', "utf-8")
    (tmp_path / "numerals.toml").write_text(
        'addition = []\n[written]\ndecimal = ["."]\ngroup = [","]\ntorn = []\ncardinal_endings = []\n'
        "suffixes = []\nglued = []\n"
        'word_joints = [" ", "-"]\nmoney = ["$"]\n[classifiers]\n'
        '[hundreds]\nwords = ["hundred~plural"]\njoints = ["and"]\n'
        '[tails]\njoints = []\n[cardinals]\n"2" = ["two"]\n"5" = ["five"]\n"40" = ["forty"]\n'
        '[[scale]]\nvalue = 1000\nwords = ["thousand~plural"]\nshort = ["k"]\nalone = []\nhedged = []\nhalf = []\n',
        "utf-8",
    )
    numerals = Numerals(Language("xx", tmp_path))
    read_as = {
        "two hundred thousands": 200_000,
        "two hundred and forty-five": 245,
        "hundred": 100,
        "forty two": 42,
        "1,250.5": Decimal("1250.5"),
    }
    for text, value in read_as.items():
        found = numerals.read(text, 0, len(text))
        assert found is not None
        assert (found.value, found.end) == (value, len(text))
