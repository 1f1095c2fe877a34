"""People and organisations as lists show them: a row each, however often, in whatever spelling, they are told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice

from hamkor.ledger import Filter, StatementRow, Tellings, View
from hamkor.ledger.filters import find_day
from hamkor.publish.statements import Plain
from hamkor.publish.tellings import find_told
from hamkor.resolve.people import is_bare
from hamkor.resolve.posts import Mention, Post, list_names, list_posts

_AT_ONCE = 200
# The kind of row of each: one for all that is told of a person, or of an organisation.
LISTED: Mapping[str, str] = {"person": "people", "organisation": "organisations"}


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever bears a name: one person, or one organisation.

    id           of the thing; of the telling where that was not resolved to anybody
    names        as they stand, each with how often it is told; the one told most often first, of a person no surname
                 alone before a full name
    post         of a person the one told last
    area         that he or she acts for; whose the organisation is, as most tellings have it
    resolved     whether it is known beyond its document: then it has a card
    first, last  the first and the last day that a document tells of it; None where none is dated
    """

    id: str
    kind: str
    names: tuple[tuple[str, int], ...]
    position: str | None
    area: str | None
    organisation: str | None
    post: Post | None
    first: date | None
    last: date | None
    told: Tellings
    resolved: bool = True

    @property
    def name(self) -> str:
        return self.names[0][0]

    @property
    def other_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.names[1:])


def find_bearers(view: View, kind: str, asked: Filter) -> Iterator[Bearer]:
    """Each person, or organisation, of whom a telling is as asked, in the order of these; all that is told counts.

    What a bare surname tells of belongs to nobody beyond its document, and has a row of its own.
    """
    seen: set[str] = set()
    rest = view.find_statements(kind, asked)
    while part := list(islice(rest, _AT_ONCE)):
        things = view.find_things_of([row.id for row in part])
        met = {things.get(row.id, row.id): row for row in reversed(part)}
        new = {id_: met[id_] for id_ in dict.fromkeys(things.get(row.id, row.id) for row in part) if id_ not in seen}
        seen.update(new)
        yield from _load(view, kind, new)


def _load(view: View, kind: str, met: Mapping[str, StatementRow]) -> Iterator[Bearer]:
    """These things, each with a telling of it, in their order."""
    counted = find_told(view, [row.id for row in met.values()])
    rows = groupby(view.find_tellings(met), key=lambda told: told.thing)
    tellings = {thing: [told.row for told in listed] for thing, listed in rows}
    for id_, row in met.items():
        one = _make(id_, kind, tellings.get(id_, [row]), counted.get(row.id) or Tellings(1, 1))
        yield one if id_ in tellings else replace(one, resolved=False)


def _make(id_: str, kind: str, rows: Sequence[StatementRow], told: Tellings) -> Bearer:
    mentions = list(map(_read_mention, rows))
    days = [mention.day for mention in mentions if mention.day]
    post = _find_last_post(mentions) if kind == "person" else None
    return Bearer(
        id_,
        kind,
        tuple(sorted(list_names(mentions), key=lambda told: kind == "person" and is_bare(told[0]))),
        post.position if post else _tell_last(m.position for m in mentions),
        post.area if post else _find_commonest(m.area for m in mentions),
        post.organisation if post else _tell_last(m.organisation for m in mentions),
        post,
        min(days, default=None),
        max(days, default=None),
        told,
    )


def _read_mention(row: StatementRow) -> Mention:
    day = find_day(row.document.published)
    told = (getattr(row.statement, name, None) for name in ("position", "area", "organisation"))
    name: str = row.statement.name  # type: ignore[union-attr]
    return Mention(name, date.fromisoformat(day) if day else None, row.document.id, *told)


def _find_last_post(mentions: Sequence[Mention]) -> Post | None:
    posts = list_posts(mentions, date.today())
    return max(posts, key=lambda post: (post.last or date.min, post.first or date.min), default=None)


def _tell_last(told: Iterable[str | None]) -> str | None:
    """What was told last, of tellings in time."""
    return next(reversed([one for one in told if one]), None)


def _find_commonest(told: Iterable[str | None]) -> str | None:
    counted = Counter(one for one in told if one)
    return min(counted, key=lambda one: (-counted[one], one), default=None)


def write_bearer(bearer: Bearer) -> Plain:
    """One person, or organisation, as a plain object."""
    days = {name: day.isoformat() if (day := getattr(bearer, name)) else None for name in ("first", "last")}
    plain: Plain = {"id": bearer.id, "kind": bearer.kind, "name": bearer.name}
    if bearer.kind == "person":
        post = bearer.post
        plain |= {"position": bearer.position, "area": bearer.area, "organisation": bearer.organisation}
        plain |= {"present": bool(post and post.present), "unconfirmed": bool(post and post.unconfirmed)}
    else:
        plain["area"] = bearer.area
    names = [{"name": name, "told": times} for name, times in bearer.names]
    return plain | days | {"tellings": bearer.told.documents, "sources": bearer.told.sources, "names": names}
