"""Documents and statements for reading on a screen: the text with its words marked, and what they were read as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hamkor.ledger import DocumentRow, Hit, KeptDocument, Passage, StatementRow, Version
from hamkor.messages import get_text
from hamkor.model import Commitment
from hamkor.publish.listing import get_fields
from hamkor.publish.reprints import Printed, list_printed
from hamkor.publish.screen import Paint, clean, fit, shorten, wrap
from hamkor.publish.shown import SHORT_ID

_OPEN, _CLOSE = "\ue000", "\ue001"  # stand in a text for the begin and end of what is marked until it is wrapped
_TAIL = 4  # the last cells of a row: words, source, day, id
_TITLES = 16  # columns for the names of fields
_PLAIN = {_OPEN: "⟦", _CLOSE: "⟧"}


def write_statement_lines(row: StatementRow, passage: Passage, *, width: int, paint: Paint) -> Iterator[str]:
    """The statement within its paragraph, then each of its fields, then its source."""
    marked = _hide(passage.before) + _OPEN + _hide(passage.words) + _CLOSE + _hide(passage.after)
    yield from _write_marked(marked, width, paint)
    yield ""
    yield from _write_facts(row, width, paint)
    yield from _write_pairs([("rule", row.statement.rule)], width, paint)
    if not row.stands:
        yield get_text("show.gone")
    yield ""
    yield from write_source_lines(row.document, width=width, paint=paint)


def _write_facts(row: StatementRow, width: int, paint: Paint) -> Iterator[str]:
    """The columns of its list, each on a line; words and source stand elsewhere."""
    told = [(field.title, clean(field.get(row))) for field in get_fields(row.kind, counted=True)[:-_TAIL]]
    yield from _write_titled([(get_text("column.kind"), get_text(f"kind.{row.kind}")), *told], width, paint)
    yield from _write_titled([(get_text("column.id"), row.id)], width, paint)


def write_source_lines(
    document: DocumentRow, printed: Printed | None = None, *, width: int, paint: Paint
) -> Iterator[str]:
    """What is known of a document, a line each; where others print its text, too, who did first."""
    names = ("title", "publisher", "published", "url", "language", "notice")
    told = [(name, getattr(document, name)) for name in names]
    credited = ("attributed_to", ", ".join(document.attributed_to))
    copied = list_printed(printed, document.id)
    yield from _write_pairs([*told, credited, ("document_id", document.id), *copied], width, paint)


def write_document_lines(
    document: KeptDocument, rows: Sequence[StatementRow], printed: Printed | None = None, *, width: int, paint: Paint
) -> Iterator[str]:
    """A document's particulars, its text with all words marked, and what they were read as."""
    yield from write_source_lines(document.row, printed, width=width, paint=paint)
    yield ""
    yield from _write_marked(_mark(document.text, rows), width, paint)
    if rows:
        yield ""
    for row in rows:
        facts = " · ".join(told for field in get_fields(row.kind)[:-_TAIL] if (told := clean(field.get(row))))
        head = f"{row.id[:SHORT_ID]}  {get_text(f'kind.{row.kind}')}: "
        yield shorten(head + facts, width)


def _mark(text: str, rows: Sequence[StatementRow]) -> str:
    """The text with a mark around each stretch that some statement rests on; stretches that overlap are one."""
    kept, at = [], 0
    for start, end in _join(sorted((row.evidence.start, row.evidence.end) for row in rows)):
        kept += [_hide(text[at:start]), _OPEN, _hide(text[start:end]), _CLOSE]
        at = end
    return "".join([*kept, _hide(text[at:]), "\n"])


def _join(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _hide(text: str) -> str:
    return text.replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd")


def _write_marked(text: str, width: int, paint: Paint) -> Iterator[str]:
    """Wrapped lines, a paragraph each, with what is marked in colour, or in ⟦…⟧ where there are none."""
    inside = False
    for paragraph in text.splitlines():
        for line in wrap(clean(paragraph), width) or [""]:
            shown, inside = _colour(line, inside, paint)
            yield shown


def _colour(line: str, inside: bool, paint: Paint) -> tuple[str, bool]:
    """One line with its marks made visible, and whether a mark goes on in the next."""
    if not paint.wanted:
        return re.sub(f"[{_OPEN}{_CLOSE}]", lambda found: _PLAIN[found[0]], line), inside
    parts = []
    for part in re.split(f"([{_OPEN}{_CLOSE}])", line):
        if part in _PLAIN:
            inside = part == _OPEN
        else:
            parts.append(paint(part, "mark" if inside else ""))
    return "".join(parts), inside


def write_hit_lines(hit: Hit, *, width: int, paint: Paint) -> Iterator[str]:
    """A document that holds the words: where it is from, then the words with what is around them."""
    row = hit.document
    head = "  ".join(part for part in ((row.published or "")[:10], row.publisher, row.title) if part)
    yield paint(shorten(clean(head), width), "head")
    if hit.span:
        passage = hit.passage
        marked = f"…{_hide(passage.before)}{_OPEN}{_hide(passage.words)}{_CLOSE}{_hide(passage.after)}…"
        yield from (f"  {line}" for line in _write_marked(marked, width - 2, paint))
    yield paint(shorten(f"  {clean(row.id)}", width), "dim")


def write_version_lines(version: Version, against: str | None = None, *, width: int, paint: Paint) -> Iterator[str]:
    """One reading: when, what, and the statements that came (+), say something else (~), went (-).

    against  the document that another is held against: an earlier edition that was kept under an id of its own
    """
    names = {"number": version.document.version, "at": version.at, "program": version.program}
    head = get_text(f"version.{version.what}", **names, id=version.document.id, other=against)
    yield paint(head, "head")
    changed = [one for change in version.changed for one in (("~", change.after), (" ", change.before))]
    for sign, row, style in (
        *(("+", row, "good") for row in version.added),
        *((sign, row, "words") for sign, row in changed),
        *(("-", row, "bad") for row in version.gone),
    ):
        facts = [told for field in get_fields(row.kind)[:-_TAIL] if (told := clean(field.get(row)))]
        name = get_text("version.before") if sign == " " else get_text(f"kind.{row.kind}")
        told = " · ".join([*_tell_number(row), *facts, f"«{clean(row.evidence.exact)}»"])
        line = f"  {sign} {name}: {told}"
        yield paint(shorten(line, width), style)


def _tell_number(row: StatementRow) -> list[str]:
    """The number of a clause or of a row of a road map, by which people speak of it."""
    clause = row.statement.clause if isinstance(row.statement, Commitment) else None
    return [get_text("version.row", number=clean(clause))] if clause else []


def _write_pairs(pairs: Sequence[tuple[str, str | None]], width: int, paint: Paint) -> Iterator[str]:
    yield from _write_titled([(get_text(f"column.{name}"), clean(value or "")) for name, value in pairs], width, paint)


def _write_titled(pairs: Sequence[tuple[str, str]], width: int, paint: Paint) -> Iterator[str]:
    for title, value in pairs:
        if value:
            lines = wrap(value, max(10, width - _TITLES - 2)) or [""]
            yield f"{paint(fit(title, _TITLES), 'dim')}  {lines[0]}"
            yield from (f"{'':{_TITLES}}  {line}" for line in lines[1:])
