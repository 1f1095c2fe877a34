"""Who is the same person in a document, and the name in the nominative that all mentions agree on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hamkor.extract.people.mentions import Mention
from hamkor.extract.people.names import NameBook, Reconstruction, get_nominatives
from hamkor.model.value import value
from hamkor.text.fold import fold

_READINGS = 6  # of one mention, the likeliest
_ADDRESS = 2  # words of a given name with a patronymic
_SYLLABLE = 5  # letters at most, of a given name made of syllables («Мин Хо», “Young-jae”)
_UNSEEN = -2.0  # what a nominative loses for each mention that cannot be a form of it


@value(frozen=True, slots=True)
class Read:
    """A mention with the ways to read its name; `polite` where a patronymic stands for the surname."""

    mention: Mention
    readings: tuple[Reconstruction, ...]
    polite: bool = False

    @property
    def full(self) -> bool:
        return len(self.mention.words) > 1


@dataclass(slots=True)
class Identity:
    """A person of the document: all mentions, in order of the text once complete."""

    reads: list[Read] = field(default_factory=list)
    name: str = ""

    @property
    def mentions(self) -> list[Mention]:
        return sorted((r.mention for r in self.reads), key=lambda m: m.part.span)


def find_identities(book: NameBook, mentions: Iterable[Mention]) -> list[Identity]:
    """The people of a document: full names first, then surnames alone, which are the same person where one fits.

    A surname alone that fits nobody is a person only where the words around say so.
    """
    reads = [Read(m, tuple(get_nominatives(book, m.words, m.case)[:_READINGS])) for m in mentions]
    people: list[Identity] = []
    ranked = sorted(
        (r for r in reads if r.full and r.mention.accepted), key=lambda r: _fullness(r.mention), reverse=True
    )
    for read in sorted((_judged(book, r) for r in ranked), key=lambda r: r.polite):
        known = next((p for p in people if _same(read, p.reads[0])), None)
        _add(people, read, known or (_find_addressed(people, read) if read.polite else None))
    for read in (r for r in reads if not r.full):
        holder = next((p for p in people if _is_part_of(read, p)), None) or _find_leading(book, people, read)
        if holder or read.mention.accepted:
            _add(people, read, holder)
    for person in people:
        person.name = _agreed_name(person.reads)
    return sorted(people, key=lambda p: p.mentions[0].part.span)


def _add(people: list[Identity], read: Read, holder: Identity | None) -> None:
    if holder is None:
        holder = Identity()
        people.append(holder)
    holder.reads.append(read)


def _judged(book: NameBook, read: Read) -> Read:
    """The mention, with what its last word tells: «Шавкат Миромонович» is how someone named before is addressed."""
    words = read.readings[0].name.split() if read.readings else []
    return replace(read, polite=len(words) == _ADDRESS and fold(words[-1]).endswith(book.patronymic_ends))


def _find_addressed(people: Iterable[Identity], read: Read) -> Identity | None:
    """The one person of this given name who is known by a surname."""
    given = fold(read.readings[0].name).split()[0]
    alike = [p for p in people if not p.reads[0].polite and any(_begins(r.name, given) for r in p.reads[0].readings)]
    return alike[0] if len(alike) == 1 else None


def _begins(name: str, given: str) -> bool:
    return fold(name).split()[0] == given


def _fullness(mention: Mention) -> tuple[int, int]:
    whole = sum(not w.endswith(".") for w in mention.words)
    return whole, len(mention.words)


def _same(read: Read, other: Read) -> bool:
    """Whether two full names can be one person's: the same words, or initials that fit."""
    mine, theirs = {r.name for r in read.readings}, {r.name for r in other.readings}
    return not mine.isdisjoint(theirs) or any(_fit(a, b) for a in mine for b in theirs)


def _fit(left: str, right: str) -> bool:
    short, long = sorted((fold(left).split(), fold(right).split()), key=lambda w: sum(not x.endswith(".") for x in w))
    words = [w for w in short if not w.endswith(".")]
    initials = [w.partition(".")[0] for w in short if w.endswith(".")]
    if not all(w in long for w in words):
        return False
    rest = [w for w in long if w not in words]
    return not initials or bool(rest and rest[0].startswith(initials[0]))


def _is_part_of(read: Read, person: Identity) -> bool:
    """Whether a single word is the surname of this person: the last word of the full name, or its only long one."""
    names = {fold(r.name) for r in read.readings}
    for known in person.reads:
        for reading in known.readings[:3]:
            words = [w for w in fold(reading.name).split() if not w.endswith(".")]
            if words and (words[-1] in names or (known.mention.words[-1].endswith(".") and words[0] in names)):
                return True
    return False


def _find_leading(book: NameBook, people: Iterable[Identity], read: Read) -> Identity | None:
    """The one person whose name a surname leads, as in Korea and China: by its first word.

    A given name alone is somebody else's as well («Руслан» beside «Руслан Орозов»).
    """
    word = read.mention.words[0]
    led = [p for p in people if p.reads[0].full and p.reads[0].mention.words[0] == word]
    if len(led) != 1:
        return None
    rest = led[0].reads[0].mention.words[1:]
    short = all(len(part) <= _SYLLABLE for name in rest for part in name.split("-"))
    return led[0] if short or not (book.is_given(word) and book.is_surname(rest[-1])) else None


def _agreed_name(reads: Sequence[Read]) -> str:
    """The nominative that fits the fullest mentions best; the others vote for the form of the surname."""
    reads = [r for r in reads if not r.polite] or reads
    fullest = max(_fullness(r.mention) for r in reads)
    leading = [r for r in reads if _fullness(r.mention) == fullest]
    votes: dict[str, float] = defaultdict(float)
    for name in dict.fromkeys(reading.name for read in leading for reading in read.readings):  # of equals the first
        votes[name] = sum(_support(read, name) for read in leading)
        votes[name] += sum(_support_of_surname(read, name) for read in reads if read not in leading)
    return max(votes, key=lambda name: votes[name]) if votes else " ".join(leading[0].mention.words)


def _support(read: Read, name: str) -> float:
    return next((r.weight for r in read.readings if r.name == name), _UNSEEN)


def _support_of_surname(read: Read, name: str) -> float:
    last = name.rsplit(maxsplit=1)[-1]
    return max((r.weight for r in read.readings if r.name.split()[-1] == last), default=_UNSEEN)
