"""Undoes the cases of people's names: «Бахтиёра Ибрагимова» → «Бахтиёр Ибрагимов»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from hamkor.grammar import Language
from hamkor.model.value import value
from hamkor.text.fold import fold

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
KNOWN, SURNAME, LIKELY, PATRONYMIC, UNLIKELY = 4.0, 1.5, 0.4, 2.0, -2.5  # how much each tells that a word is this name
CASE_TOLD, NOMINATIVE = 3.0, 1.0  # agreement with the case that the words before tell; else the nominative is likelier
_ABOUT_AS_LIKELY = 1.0
_UNREAD = 12  # readings of a word of which nothing is known: each sex in each case


@value(frozen=True, slots=True)
class Form:
    """One way to read a word of a name."""

    nominative: str
    sex: str
    case: str
    weight: float


@value(frozen=True, slots=True)
class Reconstruction:
    """One way to read a whole name: its nominative, its sex, and how likely."""

    name: str
    sex: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Paradigm:
    sexes: str
    after: tuple[str, ...]
    nominative: str
    endings: Mapping[str, Sequence[str]]
    weight: float


@dataclass(frozen=True, slots=True)
class NameBook:
    """How a language declines names, and the given names it knows.

    case_on_last  whether the last word alone bears the case, and the words before it stand in the nominative
    """

    paradigms: tuple[_Paradigm, ...]
    given: Mapping[str, str]
    surname_ends: tuple[str, ...]
    adjectival_ends: tuple[str, ...]
    likely_ends: tuple[str, ...]
    unlikely_ends: tuple[str, ...]
    patronymic_ends: tuple[str, ...]
    changed: Mapping[str, str]
    family: frozenset[str]
    case_on_last: bool

    def get_forms(self, word: str) -> tuple[Form, ...]:
        """The ways to read a word, the likeliest first; never none (an unknown word stands for itself)."""
        return _get_forms(self, word)

    def is_given(self, word: str) -> bool:
        """Whether some reading of the word is a known given name, or a family name that stands first."""
        return _is_given(self, word)

    def is_surname(self, word: str) -> bool:
        """Whether some reading of the word ends as surnames or patronymics do."""
        return _is_surname(self, word)

    def is_adjectival(self, word: str) -> bool:
        """Whether some reading of the word is an adjective in form, as some surnames and the names of districts are."""
        return _is_adjectival(self, word)

    def is_placed(self, word: str) -> bool:
        """Whether an unknown word is likeliest where something is («Ақордада»): no name, where the last word has it."""
        if not self.case_on_last:
            return False
        forms = self.get_forms(word)
        placed = any(form.case == "loc" and form.weight >= forms[0].weight for form in forms) and len(forms) < _UNREAD
        return placed and not (self.is_given(word) or self.is_surname(word))

    def ends_name(self, word: str) -> bool:
        """Whether a word bears the case of a name that it therefore ends («Тоқаевты»)."""
        return self.case_on_last and self.get_forms(word)[0].case != "nom" and self.is_surname(word)

    def __hash__(self) -> int:
        return id(self)


def load_names(language: Language) -> NameBook:
    """The names of a language, from names.toml and given_names.tsv; loaded once."""
    book: NameBook = language.remember("names", _load)
    return book


def _load(language: Language) -> NameBook:
    def ends(key: str) -> tuple[str, ...]:
        return tuple(fold(e) for e in language.get("names", f"ends.{key}"))

    return NameBook(
        paradigms=tuple(_paradigm(table) for table in language.get("names", "paradigm")),
        given={fold(row["name"]): row["sex"] for row in language.get_rows("given_names")},
        surname_ends=ends("surname"),
        adjectival_ends=ends("adjectival"),
        likely_ends=ends("likely"),
        unlikely_ends=ends("unlikely"),
        patronymic_ends=ends("patronymic"),
        changed=language.get("names", "changed"),
        family=frozenset(fold(name) for name in language.get("names", "family.names")),
        case_on_last=language.get("names", "agreement.case") == "last",
    )


def _paradigm(table: Mapping[str, object]) -> _Paradigm:
    endings = {case: [str(table["nom"])] if case == "nom" else list(table[case]) for case in CASES}  # type: ignore[call-overload]
    after = tuple(str(a) for a in table["after"])  # type: ignore[attr-defined]
    return _Paradigm(str(table["sex"]), after, str(table["nom"]), endings, float(str(table["weight"])))


@lru_cache(maxsize=20_000)
def _is_given(book: NameBook, word: str) -> bool:
    return fold(word) in book.family or any(fold(form.nominative) in book.given for form in book.get_forms(word))


@lru_cache(maxsize=20_000)
def _is_surname(book: NameBook, word: str) -> bool:
    ends = (*book.surname_ends, *book.patronymic_ends)
    return any(fold(form.nominative).endswith(ends) for form in book.get_forms(word))


@lru_cache(maxsize=20_000)
def _is_adjectival(book: NameBook, word: str) -> bool:
    return any(fold(form.nominative).endswith(book.adjectival_ends) for form in book.get_forms(word))


@lru_cache(maxsize=20_000)
def _get_forms(book: NameBook, word: str) -> tuple[Form, ...]:
    forms: dict[tuple[str, str, str], Form] = {}
    for form in (*_decline_back(book, word), *_decline_both(book, word)):
        key = (form.nominative, form.sex, form.case)
        if key not in forms or forms[key].weight < form.weight:
            forms[key] = form
    if not forms:
        return tuple(Form(word, sex, case, 0.0) for sex in "mf" for case in CASES)
    return tuple(sorted(forms.values(), key=lambda form: -form.weight))


def _decline_back(book: NameBook, word: str) -> Iterator[Form]:
    for paradigm in book.paradigms:
        for case, endings in paradigm.endings.items():
            for ending in endings:
                stem = word[: len(word) - len(ending)]
                if word.endswith(ending) and len(stem) > 1 and stem.endswith(paradigm.after):
                    yield from _forms(book, paradigm, stem, case)


def _decline_both(book: NameBook, word: str) -> Iterator[Form]:
    """Both halves of a double given name bear the case in some papers («Касыма-Жомарта»)."""
    head, dash, tail = word.partition("-")
    for first in _decline_back(book, head) if dash else ():
        for second in _decline_back(book, tail) if fold(first.nominative) in book.given else ():
            if first.case != "nom" and (first.sex, first.case) == (second.sex, second.case):
                yield Form(f"{first.nominative}-{second.nominative}", first.sex, first.case, KNOWN)


def _forms(book: NameBook, paradigm: _Paradigm, stem: str, case: str) -> Iterator[Form]:
    nominative = book.changed.get(stem, stem + paradigm.nominative) if case != "nom" else stem + paradigm.nominative
    known = book.given.get(fold(nominative), "")
    for sex in paradigm.sexes:
        yield Form(nominative, sex, case, paradigm.weight + _likelihood(book, nominative, sex, known))


def _likelihood(book: NameBook, nominative: str, sex: str, known: str) -> float:
    folded = fold(nominative)
    if known:
        return KNOWN if sex in known else -KNOWN
    if folded.endswith(book.patronymic_ends):
        return PATRONYMIC
    if folded.endswith((*book.surname_ends, *book.adjectival_ends)):
        return SURNAME
    return LIKELY if folded.endswith(book.likely_ends) else UNLIKELY if folded.endswith(book.unlikely_ends) else 0.0


def get_nominatives(book: NameBook, words: Sequence[str], case: str | None = None) -> list[Reconstruction]:
    """The ways to read a name whose words agree in sex and case, the likeliest first; each nominative once.

    words  the name's words as written; initials («А.») stay as they are
    case   the case that the words before the name tell, or None

    >>> from hamkor.grammar import load_language
    >>> get_nominatives(load_names(load_language("ru")), ["Бахтиёра", "Ибрагимова"])[0].name
    'Бахтиёр Ибрагимов'
    """
    return list(_get_nominatives(book, tuple(words), case))


@lru_cache(maxsize=20_000)
def _get_nominatives(book: NameBook, words: tuple[str, ...], case: str | None) -> tuple[Reconstruction, ...]:
    best: dict[str, Reconstruction] = {}
    for sex, reading in product("mf", CASES):
        for made in _agreeing(book, words, sex, reading):
            weight = made.weight + _of_case(reading, case)
            if weight > best.get(made.name, _NONE).weight:
                best[made.name] = Reconstruction(made.name, sex, weight)
    return tuple(sorted(best.values(), key=lambda made: -made.weight))


_NONE = Reconstruction("", "", float("-inf"))


def _of_case(reading: str, told: str | None) -> float:
    if told is None:
        return NOMINATIVE if reading == "nom" else 0.0
    alike = {"gen", "acc"}
    return CASE_TOLD if reading == told or {reading, told} == alike else 0.0


def _agreeing(book: NameBook, words: Sequence[str], sex: str, case: str) -> Iterator[Reconstruction]:
    """The likeliest readings of all words in this sex and case; none where a word has none."""
    before = "nom" if book.case_on_last else case
    choices = [_options(book, word, sex, before) for word in words[:-1]]
    choices.append(_options(book, words[-1], sex, case))
    for forms in product(*choices) if all(choices) else ():
        yield Reconstruction(" ".join(f.nominative for f in forms), sex, sum(f.weight for f in forms))


def _options(book: NameBook, word: str, sex: str, case: str) -> list[Form]:
    """The likeliest readings of a word in this sex and case: one, or two that are about as likely."""
    if word.endswith(".") or word.islower() or fold(word) in book.family:  # «с Чжан Вэем»: the family name stands first
        return [Form(word, sex, case, 0.0)]
    fitting = [f for f in book.get_forms(word) if f.sex == sex and f.case == case][:2]
    return [f for f in fitting if f.weight >= fitting[0].weight - _ABOUT_AS_LIKELY]
