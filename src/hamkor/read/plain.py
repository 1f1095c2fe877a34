"""Plain text → Document: the file's own characters, with what its first lines say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hamkor.model import Block, Document, Span
from hamkor.read.dates import find_publication_day, is_day_line, parse_moment
from hamkor.read.encoding import decode, known_charset
from hamkor.read.media import TEXT
from hamkor.read.source import Job
from hamkor.read.words import fold, get_words, starts_with

HEAD_LINES = 8  # lines among which title, day and publisher are looked for
LONGEST_TITLE = 220
LONGEST_NAME = 80
_LINE = re.compile(r"[^\r\n]+")
_LABELLED = re.compile(r"\s*([\w ]{2,20}):\s*(.+)")
_SENTENCE_END = re.compile(r"[.!?…][»”\"')]*\s*\Z")


def read_plain(job: Job) -> list[Document]:
    """The one document of a text file; offsets count in its characters after any byte order mark.

    Raises ReadError where nothing but white space is there.
    """
    header = job.source.header("content-type") or ""
    decoded = decode(job.content, declared=known_charset(header.partition("charset=")[2].strip("\"' ;")))
    if not decoded.text.strip():
        raise job.error(found="no words", expected="a text", do="look at the file")
    if len(decoded.text) > job.limits.max_text:
        raise job.too_long(len(decoded.text))
    title, published, publisher = find_head(decoded.text)
    return [
        Document(
            id=job.id(),
            text=decoded.text,
            digest=job.source.digest,
            media_type=TEXT,
            title=title or job.given.title,
            published=published or job.given.published,
            publisher=publisher or job.given.publisher,
            url=job.given.url or job.source.address,
            notice=decoded.notice,
            blocks=tuple(_blocks(decoded.text)),
        )
    ]


def _blocks(text: str) -> Iterator[Block]:
    """One paragraph a line; lines that were wrapped at a width are parted by blank lines instead."""
    wrapped = _is_wrapped(text)
    for match in re.finditer(
        r"\S(?:.(?!\r?\n[ \t]*\r?\n))*.?" if wrapped else r"[^\r\n]+", text, re.S if wrapped else 0
    ):
        words = match.group().strip()
        if words:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Block("paragraph", Span(start, start + len(words)))


def _is_wrapped(text: str) -> bool:
    """Whether lines end where the width ended: most of those followed by another end in the middle of a sentence."""
    lines = text[:20_000].splitlines()
    inner = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = [line for line in inner if 50 <= len(line) <= 100 and not _SENTENCE_END.search(line)]
    return len(inner) >= 4 and len(full) * 3 >= len(inner) * 2


def find_head(text: str) -> tuple[str | None, str | None, str | None]:
    """Title, day and publisher as the first lines give them; each may be None. The lines stay in the text.

    >>> find_head("Тараз и Ош откроют рейс\\n22.05.2026, 16:08\\nВестник Таласа\\n\\nРейс откроют в июне.")
    ('Тараз и Ош откроют рейс', '2026-05-22', 'Вестник Таласа')
    """
    lines = [match.group().strip() for match in _LINE.finditer(text[:4000])]
    head = list(_head_lines([line for line in lines if line]))
    labels = _labelled(head)
    free = [line for line in head if not _LABELLED.match(line) or fold(line) not in labels.values()]
    title = labels.get("title") or _title(free)
    day = next((day for line in head if is_day_line(line) and (day := find_publication_day(line))), None)
    return (
        title,
        parse_moment(labels["date"]) if "date" in labels else day,
        labels.get("publisher") or _publisher(free, title),
    )


def _head_lines(lines: list[str]) -> Iterator[str]:
    """The short lines before the first paragraph of the text. A text that begins at once has none."""
    for line in lines[:HEAD_LINES]:
        if len(line) > LONGEST_TITLE or (_SENTENCE_END.search(line) and not is_day_line(line)):
            return
        yield line


def _labelled(head: list[str]) -> dict[str, str]:
    """What lines such as "Тема: …", "Date: …" say."""
    found: dict[str, str] = {}
    for line in head:
        match = _LABELLED.match(line)
        for name, key in (("title", "subject"), ("date", "date"), ("publisher", "from")) if match else ():
            if match and fold(match.group(1)) in get_words("forwarded_headers", key):
                found[name] = match.group(2).strip()
    return found


def _title(lines: list[str]) -> str | None:
    """The first line that says something; a short one, or one that names a body, only where no other does."""
    able = [line for line in lines if len(line) >= 12 and not is_day_line(line) and not line.startswith("http")]
    saying = [line for line in able if line.count(" ") >= 3 and not starts_with(fold(line), "publishers")]
    return next(iter(saying or able), None)


def _publisher(lines: list[str], title: str | None) -> str | None:
    """A short line beside the title and the day that names someone: only where a day stands in the head too."""
    if not any(is_day_line(line) for line in lines):
        return None
    names = [line for line in lines if line != title and not is_day_line(line) and 2 < len(line) <= LONGEST_NAME]
    typical = [line for line in names if any(word in fold(line) for word in get_words("publishers"))]
    return next(iter(typical or names), None)
