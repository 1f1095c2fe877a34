"""What counts of one telling of a promise: its thing, ends, names, ordinals, amounts, sides and day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from hamkor.model import Commitment
from hamkor.resolve.promise_deeds import find_deeds
from hamkor.resolve.promise_names import find_lender
from hamkor.resolve.promise_words import read_said
from hamkor.resolve.said import Said
from hamkor.resolve.telling import Telling

_SENTENCE = re.compile(r"(?P<last>[^\W\d_]{4,})?[.!?…][»”\"]?\s+(?=\W?(?P<next>\w))")
_CLAUSE = re.compile(r"[,;:]\s+|\s[—–]\s(?=(?P<next>\w))")
_SUBSTANCE = 4  # words from which on a telling says by itself what it is about, though no table knows it
MAYBE = "~"  # before a word that begins a sentence and may be a name
_ROW = "road-map"  # the rule that reads rows of road maps
_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Promise:
    """A telling of a promise, as it is the same in every language; `near_…`: of its sentence and the title.

    areas, bodies  whose promise it is: area codes; names of organisations, as sounds and meanings
    lenders        banks and funds among these, as the table of organisations calls them
    due            the year and month, empty where untold
    does           recalls | postpones | suspends | waits
    frames         consonants of its words that no table knows
    sited          those of its towns that stand beside its thing
    lent           whether its thing is told by what stands around only
    named          whether its own clause bears its names
    year           when it is due or was done
    month          when it was told: the year and month
    day            the day told, kept only where nothing but a signed paper is told; ISO 8601
    alone          the telling's id where it says nothing to go by
    row            of a road map: its document and where it stands there
    """

    stage: str
    sector: str
    areas: tuple[str, ...]
    bodies: tuple[str, ...]
    due: str
    ways: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    amounts: tuple[float, ...] = ()
    stems: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    sited: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    lent: bool = False
    named: bool = False
    year: str = ""
    near_things: tuple[str, ...] = ()
    near_topics: tuple[str, ...] = ()
    near_fields: tuple[str, ...] = ()
    near_names: tuple[str, ...] = ()
    near_towns: tuple[str, ...] = ()
    near_amounts: tuple[float, ...] = ()
    lenders: tuple[str, ...] = ()
    month: str = ""
    day: str = ""
    alone: str = ""
    row: str = ""

    @property
    def is_paper(self) -> bool:
        """Whether it tells only that something was signed or written down."""
        return bool(self.papers) and not (self.ways or self.things)


def take_promise(told: Telling) -> Promise | None:
    """What counts of a telling; None of one that is no promise."""
    promise = told.statement
    return read_promise(told, promise) if isinstance(promise, Commitment) else None


def read_promise(told: Telling, promise: Commitment) -> Promise:
    """What counts of a promise that the words of a telling tell, whatever statement the telling is of."""
    return _Taking(told, promise).take()


class _Taking:
    """One telling: its own words, its clause, its sentence, what stands before in the paragraph, the title."""

    def __init__(self, told: Telling, promise: Commitment) -> None:
        self.told, self.promise = told, promise
        exact = promise.evidence.exact
        at = max(0, told.words.find(exact))
        first, last = _find_around(_SENTENCE, told.words, at, at + len(exact))
        sentence = told.words[first:last]
        low, high = _find_around(_CLAUSE, sentence, at - first, at - first + len(exact))
        self.own, self.clause = self._read(exact), self._read(sentence[low:high])
        self.sentence, self.before = self._read(sentence), self._read(told.words[:first])
        self.title = self._read(told.title or "")
        self.around = (self.clause, self.sentence, self.before, self.title)

    def _read(self, text: str) -> Said:
        return read_said(text, self.told.language)

    def take(self) -> Promise:
        own, clause, sentence = self.own, self.clause, self.sentence
        tells = own if _tells(own) or own.counted else self._find_teller()
        near = tells if tells in (clause, sentence) else own
        ways = set() if tells.things and not own.ways else tells.ways
        lends = () if own.names or own.towns else self.around
        lender = next((said for said in (own, *lends) if said.ends), own)
        bodies = [p for p in self.promise.parties if not _AREA.fullmatch(p)]
        made = Promise(
            stage=self.promise.stage,
            sector=self.promise.sector,
            areas=_sort({p for p in self.promise.parties if _AREA.fullmatch(p)}),
            bodies=_sort({name for p in bodies for name in self._read(f'"{p}"').names}),
            lenders=_sort({find_lender(p) for p in bodies} - {""}),
            due=self.promise.due.end[:7] if self.promise.due else "",
            ways=_sort(ways),
            things=_sort(tells.things),
            papers=_sort(tells.papers),
            topics=_sort(own.topics or near.topics),
            fields=_sort(own.fields or near.fields),
            ends=_sort(lender.ends) if ways else (),
            towns=_sort(own.towns or near.towns or self._list_site()),
            names=_sort(own.names or clause.names or near.names),
            counted=_sort(own.counted or clause.counted),
            amounts=tuple(sorted(own.amounts)),
            stems=_sort(own.stems),
            frames=_sort(own.frames),
            sited=_sort(own.sited),
            does=_sort({*find_deeds(self.promise, own.does | clause.does)}),
            lent=tells is not own,
            named=bool(own.names or clause.names),
            near_things=_sort(self._list_near("things") - tells.things),
            near_topics=_sort(sentence.topics),
            near_fields=_sort(self._list_near("fields")),
            near_names=_sort(sentence.names | {MAYBE + name for name in sentence.maybe} | self.before.names),
            near_towns=_sort(sentence.towns),
            near_amounts=tuple(sorted(sentence.amounts)),
            row=f"{self.told.document} {self.promise.evidence.start}" if self.promise.rule == _ROW else "",
        )
        return self._finish(made)

    def _find_teller(self) -> Said:
        """What tells the thing that the words themselves leave out; where a name tells it, nothing farther off does."""
        named = self.own.names or self.sentence.names
        if len(self.own.stems) >= _SUBSTANCE:
            return self.own
        around = (self.clause, self.sentence) if named else self.around
        thing = next((said for said in around if said.ways or said.things or said.papers), None)
        if self.clause.topics and thing not in (self.clause, self.sentence, None):
            return self.clause  # what its own clause is of, before a thing told farther off
        return thing or next((said for said in around if _tells(said)), self.own)

    def _list_site(self) -> set[str]:
        """The one town that the clause tells of the same thing («… is to be built in Chust by May»)."""
        one = len(self.clause.towns) == 1 and self.own.things == self.clause.things
        return self.clause.towns if one and self.own.things and not self.own.names else set()

    def _list_near(self, name: str) -> set[str]:
        near: set[str] = getattr(self.sentence, name) | getattr(self.title, name)
        return near

    def _finish(self, made: Promise) -> Promise:
        """The day where only a paper is told, the year where an event is; its own id where nothing is told."""
        day = self.told.published.isoformat() if self.told.published else ""
        says = made.ways or made.things or made.papers or made.topics or made.fields or made.names or made.stems
        year = (made.due or day)[:4] if made.due or made.stage == "completed" else ""
        alone = "" if says else self.told.id
        return replace(made, month=day[:7], day=day if made.is_paper else "", year=year, alone=alone)


def _find_around(marks: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Where what marks bound begins and ends around a part of a text."""
    cuts = [0, *(met.end() for met in marks.finditer(text) if _divides(met)), len(text)]
    return max(cut for cut in cuts if cut <= start), min((cut for cut in cuts if cut >= end), default=end)


def _divides(met: re.Match[str]) -> bool:
    """Whether a mark ends something: a stop before a capital or, after a whole word, a number; a dash before neither.

    «gr. X» and «ул. 5» end no sentence.
    """
    following = met["next"] or ""
    if met.re is _SENTENCE:
        return following.isupper() or (following.isdigit() and bool(met["last"]))
    return not following.isupper()


def _tells(said: Said) -> bool:
    """Whether words name the thing that is promised, or what it is of."""
    return bool(said.ways or said.things or said.papers or said.topics)


def _sort(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found))


def count_days(left: Promise, right: Promise) -> int | None:
    """The days between two papers; None where either has none."""
    if not left.day or not right.day:
        return None
    return abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)


def count_months(left: Promise, right: Promise) -> int:
    """The months between two tellings; none where either has no date."""
    if not left.month or not right.month:
        return 0
    (year, month), (other, its) = (map(int, told.month.split("-")) for told in (left, right))
    return abs(12 * (year - other) + month - its)
