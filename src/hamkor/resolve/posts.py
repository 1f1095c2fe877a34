"""The posts of one person over time, each between the first and the last day that it is told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hamkor.resolve.judgement import POSITIVE
from hamkor.resolve.naming import compare_organisations

STALE = timedelta(days=183)  # a present post that was not told of for so long is unconfirmed
_UNTOLD = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, or an organisation, told of in a document.

    day       of publication, None where the document does not say
    document  its id
    """

    name: str
    day: date | None
    document: str
    position: str | None = None
    area: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """An office held.

    first, last  the first and the last day that a document tells of it; None where none is dated
    documents    the ids of those that tell of it, in order of time
    present      whether no other post is told of later alone
    unconfirmed  whether it is present, and the last word of it is older than half a year
    """

    position: str
    area: str | None
    organisation: str | None
    first: date | None
    last: date | None
    documents: tuple[str, ...]
    present: bool
    unconfirmed: bool


def list_posts(mentions: Iterable[Mention], as_of: date) -> tuple[Post, ...]:
    """The posts that one person is told to hold, the earliest first; what was published after `as_of` does not count.

    >>> told = [Mention("A. B.", date(2025, month, 2), "a", "consul", "UZ") for month in (3, 5)]
    >>> [(p.position, str(p.last), p.unconfirmed) for p in list_posts(told, date(2026, 1, 1))]
    [('consul', '2025-05-02', True)]
    """
    told = [m for m in mentions if m.position not in (None, _UNTOLD) and (m.day is None or m.day <= as_of)]
    held: list[dict[Mention, list[Mention]]] = []  # of each post its mentions, by what they say of it
    for mention in sorted(told, key=_order_by_told):
        said = replace(mention, name="", day=None, document="")
        same = [post for post in held if all(_is_one_post(said, other) for other in post)]
        post = same[0] if len(same) == 1 else {}
        post.setdefault(said, []).append(mention)
        if len(same) != 1:
            held.append(post)
    told_of = ([mention for mentions in post.values() for mention in mentions] for post in held)
    posts = sorted(map(_make_post, told_of), key=_order_by_time)
    return tuple(_date(post, posts, as_of) for post in posts)


def _order_by_told(mention: Mention) -> tuple[bool, bool, date, str]:
    """What tells most of a post first, so that what tells less finds it; then by time."""
    return (mention.area is None, mention.organisation is None, mention.day or date.max, mention.document)


def _is_one_post(left: Mention, right: Mention) -> bool:
    if left.position != right.position or (left.area and right.area and left.area != right.area):
        return False
    if not left.organisation or not right.organisation:
        return True
    return compare_organisations(left.organisation, right.organisation).judgement == POSITIVE


def _make_post(mentions: Sequence[Mention]) -> Post:
    days = [m.day for m in mentions if m.day]
    in_time = sorted(mentions, key=lambda m: (m.day or date.max, m.document))
    return Post(
        mentions[0].position or "",
        next((m.area for m in mentions if m.area), None),
        next((m.organisation for m in in_time if m.organisation), None),
        min(days, default=None),
        max(days, default=None),
        tuple(dict.fromkeys(m.document for m in in_time)),
        False,
        False,
    )


def _order_by_time(post: Post) -> tuple[date, date, str, str]:
    return (post.first or date.max, post.last or date.max, post.position, post.area or "")


def _date(post: Post, posts: Iterable[Post], as_of: date) -> Post:
    """The post with what the others and the day that counts tell of it."""
    last = post.last
    present = last is not None and not any(other.first and other.first > last for other in posts)
    return replace(post, present=present, unconfirmed=bool(present and last and as_of - last > STALE))


def list_names(mentions: Iterable[Mention]) -> tuple[tuple[str, int], ...]:
    """The names told, as they stand, with how many mentions have each; the one told most often first."""
    told = Counter(mention.name for mention in mentions)
    return tuple(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))
