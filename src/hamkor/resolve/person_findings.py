"""What may be found between two names of people; each docstring says what the finding means."""

from __future__ import annotations

from functools import lru_cache

from hamkor.resolve.judgement import Finding
from hamkor.resolve.persons import Match, Person, match_words
from hamkor.text.sounds import get_sounds, is_near, measure_words


@lru_cache(maxsize=4096)
def _match(left: Person, right: Person) -> Match:
    return match_words(left, right)


def find_full_name(left: Person, right: Person) -> Finding | None:
    """Given name and surname are both the same, in any order and spelling."""
    whole = _match(left, right).whole
    return Finding(1.0, "same name: " + _tell(whole)) if len(whole) > 1 else None


def find_surname_and_initial(left: Person, right: Person) -> Finding | None:
    """One word is the same and an initial fits."""
    match = _match(left, right)
    if len(match.whole) != 1 or not match.initials:
        return None
    initials = ", ".join(f"{a} ~ {b}" for a, b in match.initials)
    return Finding(1.0, f"same surname: {_tell(match.whole)}; initial fits: {initials}")


def find_one_word(left: Person, right: Person) -> Finding | None:
    """Both names are one and the same word."""
    match = _match(left, right)
    if len(left.words) == len(right.words) == 1 and (match.whole or match.initials):
        return Finding(1.0, "same single word: " + _tell(match.whole))
    return None


def find_surname_alone(left: Person, right: Person) -> Finding | None:
    """One name is a single word, and the other holds it: whether it is the same person, no name can tell."""
    match = _match(left, right)
    if len(match.whole) == 1 and not match.initials and (len(left.words) == 1) != (len(right.words) == 1):
        return Finding(1.0, f"only one word to go by: {_tell(match.whole)}")
    return None


def find_other_word(left: Person, right: Person) -> Finding | None:
    """Each has a word that the other lacks: another given name or another surname."""
    match = _match(left, right)
    if match.left and match.right:
        return Finding(1.0, f"{_list(match.left)} is not {_list(match.right)}")
    return None


def find_spelling(left: Person, right: Person) -> Finding | None:
    """How far the spellings lie apart beyond what transliteration explains."""
    distance = sum(d for _, _, d in _match(left, right).whole)
    return Finding(min(1.0, distance), f"spellings {distance:.2f} apart") if distance else None


def find_patronymic(left: Person, right: Person) -> Finding | None:
    """Both tell the father's name, and it is the same."""
    if left.patronymic and right.patronymic and _is_same_father(left.patronymic, right.patronymic):
        return Finding(1.0, f"same patronymic: {left.patronymic} = {right.patronymic}")
    return None


def find_other_patronymic(left: Person, right: Person) -> Finding | None:
    """Both tell the father's name, and it is another."""
    if left.patronymic and right.patronymic and not _is_same_father(left.patronymic, right.patronymic):
        return Finding(1.0, f"other patronymic: {left.patronymic}, {right.patronymic}")
    return None


def find_other_sex(left: Person, right: Person) -> Finding | None:
    """One bears the surname as women do, the other as men do."""
    return Finding(1.0, "a woman's surname and a man's") if any(_match(left, right).women) else None


def find_case(left: Person, right: Person) -> Finding | None:
    """A case had to be undone to find this, or a surname's end left out: a little less sure."""
    cases = [p.case for p in (left, right) if p.case]
    return Finding(1.0, f"read with {', '.join(cases)} undone") if cases else None


def _tell(pairs: tuple[tuple[str, str, float], ...]) -> str:
    return ", ".join(a if a == b else f"{a} = {b}" for a, b, _ in pairs)


def _list(words: tuple[object, ...]) -> str:
    return " ".join(str(getattr(word, "text", word)) for word in words)


def _is_same_father(left: str, right: str) -> bool:
    return is_near(measure_words(left, right), min(len(get_sounds(left)), len(get_sounds(right))))
