"""A promise as it is followed: with all its tellings, as lists know it, and what may be asked of where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hamkor.ledger import StatementRow
from hamkor.publish.bodies import is_named, list_bodies, write_bodies
from hamkor.publish.completed import Completion
from hamkor.resolve.following import ENDED, Followed, Report


@dataclass(frozen=True, slots=True)
class Thread:
    """One promise with all that was told of it by a day.

    parties      as most tellings name them
    responsible  the bodies that any telling names as such
    tellings     without those of copies whose original tells it, too; the earliest first
    completed    the events, held, that were promised
    traces       words of state about the very thing, which promise nothing
    last         the last day on which anything was told that counts, for or against
    """

    id: str
    sector: str
    parties: tuple[str, ...]
    responsible: tuple[str, ...]
    followed: Followed
    tellings: tuple[tuple[Report, StatementRow], ...]
    completed: tuple[Completion, ...]
    traces: tuple[Completion, ...]
    last: date


@dataclass(frozen=True, slots=True)
class Stand:
    """A promise as lists know it, without its tellings: how many there are, and the words of the last.

    followed  without its terms, `since` and `repeated`
    """

    id: str
    sector: str
    parties: tuple[str, ...]
    responsible: tuple[str, ...]
    followed: Followed
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a promise must stand to be listed; None and False ask nothing.

    silent       months, at the least, since it was last heard of; of what is done or cancelled nothing more is
                 expected: it is not silent unless its stage is asked for
    responsible  words of the name of a body that is responsible for it or a side of it, in any case and letters
    """

    overdue: bool = False
    silent: int | None = None
    responsible: str | None = None
    stage: str | None = None
    sector: str | None = None

    def holds(self, thread: Thread | Stand) -> bool:
        stands = thread.followed
        return (
            (stands.overdue or not self.overdue)
            and (self.silent is None or self._is_silent(stands, self.silent))
            and (self.responsible is None or is_named(_tell_bodies(thread), self.responsible))
            and self.stage in (None, stands.stage)
            and self.sector in (None, thread.sector)
        )

    def _is_silent(self, stands: Followed, months: int) -> bool:
        over = self.stage is None and stands.stage in ENDED
        return not over and stands.silent is not None and stands.silent >= months


def _tell_bodies(thread: Thread | Stand) -> str:
    return write_bodies(list_bodies(thread.parties, thread.responsible))
