"""Cards of a person and of an organisation: all names, posts over time, the documents that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hamkor.errors import LedgerError, NotFoundError
from hamkor.ledger import StatementRow, View
from hamkor.ledger.filters import find_day
from hamkor.messages import find_code, get_text
from hamkor.model import POSITIVE
from hamkor.publish.manner import CODES, Manner
from hamkor.publish.screen import Paint, clean, wrap
from hamkor.publish.shown import SHORT_ID
from hamkor.resolve.bodies import compare_bodies
from hamkor.resolve.naming import compare_persons
from hamkor.resolve.people import find_person_keys, is_bare, is_of_two_words
from hamkor.resolve.persons import parse_person
from hamkor.resolve.posts import Mention, Post, list_names, list_posts
from hamkor.resolve.told_bodies import Named
from hamkor.resolve.told_people import Told
from hamkor.text.fold import fold

_LIKELY = 0.5  # a surname alone asks for all who bear it
_SHOWN = 8
_EVERY = 10**9


class SeveralError(NotFoundError):
    """More than one bear a name; `bearers`: a name of each by its id."""

    def __init__(self, named: str, bearers: Mapping[str, str]) -> None:
        shown = "; ".join(f"{thing[:SHORT_ID]} {name}" for thing, name in sorted(bearers.items())[:_SHOWN])
        found = f"{len(bearers)} of this name: {shown}"
        super().__init__(named, found=found, expected="one name, or an id", do="give the id, as lists show it")
        self.bearers = bearers


@dataclass(frozen=True, slots=True)
class Card:
    """One person, or one organisation.

    areas  whose an organisation is, as documents tell
    rows   the mentions, the earliest first; of many the latest only, where so many were asked for
    posts  of a person
    """

    id: str
    kind: str
    names: tuple[tuple[str, int], ...]
    areas: tuple[str, ...]
    posts: tuple[Post, ...]
    rows: tuple[StatementRow, ...]


def get_card(view: View, kind: str, named: str, as_of: date, *, most: int = _EVERY) -> Card:
    """The card of the person or organisation (`kind`) with this id, or of this name in any of its spellings.

    most  mentions that are wanted with their words
    Raises NotFoundError where there is none, SeveralError where more than one bear the name.
    """
    thing = _find_by_id(view, kind, named) or _get_by_name(view, kind, named)
    rows = tuple(view.find_latest_told(thing, most))
    mentions = [_read_mention(*found) for found in view.find_mentions(thing)]
    areas = sorted({m.area for m in mentions if m.area}) if kind == "organisation" else []
    posts = list_posts(mentions, as_of) if kind == "person" else ()
    return Card(thing, kind, list_names(mentions), tuple(areas), posts, rows)


def _find_by_id(view: View, kind: str, named: str) -> str | None:
    """The thing of this kind with this id, if there is one; a name is no id."""
    try:
        found = view.get_named(named)
    except LedgerError:
        return None
    return found.thing if found.kind == kind else None


def _get_by_name(view: View, kind: str, named: str) -> str:
    looks = (_find_by_name(view, kind, named, keys) for keys in _list_looks(kind, named))
    found = next(filter(None, looks), {})
    if len(found) > 1:
        names = {thing: _list_spellings(view, thing) for thing in found}
        spelled = {thing: name for thing, name in found.items() if fold(named) in map(fold, names[thing])}
        if len(spelled) != 1:
            raise SeveralError(named, {thing: told[0] for thing, told in names.items()})
        found = spelled
    for thing in found:
        return thing
    expected, do = "one name, or an id", "give the id, as lists show it"
    raise NotFoundError(named, found="nobody of this name", expected=expected, do=do)


def _list_spellings(view: View, thing: str) -> list[str]:
    """What it is called, the name told most often first; who is called letter by letter as asked is meant."""
    return [name for name, _ in list_names([_read_mention(*found) for found in view.find_mentions(thing)])]


def _list_looks(kind: str, named: str) -> Iterator[frozenset[str] | None]:
    """Where to look for a name: among those who bear two words of it, then one and an initial, then among all."""
    if kind == "person" and parse_person(named) and not is_bare(named):
        keys = find_person_keys(Told(named, None, None, None, (), None))
        yield frozenset(key for key in keys if is_of_two_words(key))
        yield keys
    yield None


def _find_by_name(view: View, kind: str, named: str, keys: frozenset[str] | None) -> dict[str, str]:
    """The things that bear this name, each with one of its names."""
    found: dict[str, str] = {}
    for thing, item in view.find_items(kind, keys):
        if thing not in found and _fits(kind, named, item):
            found[thing] = item["name"]
    return found


def _fits(kind: str, named: str, item: Any) -> bool:
    if kind == "person":
        return compare_persons(named, item["name"]).score >= _LIKELY
    asked = Named(named, None)
    return any(
        compare_bodies(one, Named(item["name"], item["area"])).judgement == POSITIVE
        for one in (asked, Named(named, item["area"]))
    )


def _read_mention(fields: Mapping[str, Any], document: str, published: str | None) -> Mention:
    day = find_day(published)
    told = (fields.get(name) for name in ("position", "area", "organisation"))
    return Mention(fields["name"], date.fromisoformat(day) if day else None, document, *told)


def write_card(card: Card) -> dict[str, Any]:
    """A card as plain data."""
    plain: dict[str, Any] = {"id": card.id, "names": [{"name": name, "told": times} for name, times in card.names]}
    if card.kind == "person":
        plain["posts"] = [_write_post(post) for post in card.posts]
    else:
        plain["areas"] = list(card.areas)
    plain["documents"] = [_write_telling(row) for row in card.rows]
    return {card.kind: plain}


def _write_post(post: Post) -> dict[str, Any]:
    days = {"first": post.first, "last": post.last}
    names = ("position", "area", "organisation", "present", "unconfirmed")
    plain = {name: getattr(post, name) for name in names}
    return plain | {k: v.isoformat() if v else None for k, v in days.items()} | {"documents": list(post.documents)}


def _write_telling(row: StatementRow) -> dict[str, Any]:
    document = row.document
    return {
        "document": document.id,
        "published": document.published,
        "publisher": document.publisher,
        "exact": row.evidence.exact,
        "statement": row.id,
    }


def write_card_lines(card: Card, *, width: int, paint: Paint) -> Iterator[str]:
    """A card as lines: names, whose it is or which posts, documents."""
    yield paint(f"{card.names[0][0]}  {card.id[:SHORT_ID]}", "head")
    yield from _list_under("card.names", (f"{clean(name)}  {times} ×" for name, times in card.names), width, paint)
    if card.areas:
        yield from _list_under("card.areas", card.areas, width, paint)
    yield from _list_under("card.posts", map(tell_post, card.posts), width, paint)
    yield from _list_under("card.documents", map(_tell_row, card.rows), width, paint)


def _list_under(title: str, lines: Iterable[str], width: int, paint: Paint) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", paint(get_text(title), "head"))
    for line in listed:
        first, *others = wrap(line, max(20, width - 4)) or [""]
        yield f"  {first}"
        yield from (f"    {other}" for other in others)


def tell_post(post: Post, manner: Manner = CODES) -> str:
    """A post in words: what, from when to when, whether it is held still and whether that is old news."""
    told = (find_code("position", post.position), manner.area(post.area), post.organisation)
    what = ", ".join(clean(part) for part in told if part)
    days = manner.days((post.first, post.last))
    line = get_text("card.told", post=what, days=days or get_text("card.undated"), documents=len(post.documents))
    if post.unconfirmed and post.last:
        return f"{line}; {get_text('card.unconfirmed', day=manner.day(post.last))}"
    return f"{line}; {get_text('card.present')}" if post.present else line


def _tell_row(row: StatementRow) -> str:
    document = row.document
    parts = ((document.published or "")[:10], document.publisher or "", document.id, f"«{row.evidence.exact}»")
    return "  ".join(clean(part) for part in parts if part)
