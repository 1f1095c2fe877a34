"""Plain text → Document: the file's own characters, with what its first lines say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hamkor.model import Block, Document, Span
from hamkor.read.dates import parse_moment
from hamkor.read.day_lines import find_publication_day, is_day_line, without_days
from hamkor.read.encoding import decode, known_charset
from hamkor.read.media import TEXT
from hamkor.read.source import Job
from hamkor.read.twice_encoded import mend_twice_encoded
from hamkor.read.words import fold, get_words, starts_with

HEAD_LINES = 8  # lines among which title, day and publisher are looked for
LONGEST_TITLE = 220
LONGEST_NAME = 80
LONGEST_SIGNATURE = 50
_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_PARAGRAPH = re.compile(  # up to a blank line, or the end of a page that ends a sentence
    r"\S(?:.(?!\r?\n[ \t]*\r?\n|(?<=[.!?…])\s*\f))*.?", re.S
)
_LABELLED = re.compile(r"\s*([\w ]{2,20}):\s*(.+)")
_NO_NAME = re.compile(r":\s*\Z|\A\w{1,3}\.\s")  # a line that opens a list; a town, called one («г. Навои»)
_ROLES = {"subject": "title", "date": "date", "from": "publisher", "source": "publisher"}
_SENTENCE_END = re.compile(r"[.!?…][»”\"')]*\s*\Z")


def read_plain(job: Job) -> list[Document]:
    """The one document of a text file; offsets count in its characters after any byte order mark.

    Where the characters were written in a wrong encoding and could be mended, in the mended ones, which then are shown.

    Raises ReadError where nothing but white space is there.
    """
    header = job.source.header("content-type") or ""
    came = decode(job.content, declared=known_charset(header.partition("charset=")[2].strip("\"' ;")))
    if not came.text.strip():
        raise job.error(found="no words", expected="a text", do="look at the file")
    if len(came.text) > job.limits.max_text:
        raise job.too_long(len(came.text))
    decoded = mend_twice_encoded(came)
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
            own_text=decoded is not came,
            notice=decoded.notice,
            blocks=tuple(_blocks(decoded.text)),
        )
    ]


def _blocks(text: str) -> Iterator[Block]:
    """One paragraph a line; lines that were wrapped at a width are parted by blank lines instead."""
    for match in (_PARAGRAPH if _is_wrapped(text) else _LINE).finditer(text):
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
    head = list(_head_lines(text[:4000]))
    labels = dict(label for line in head if (label := _read_label(line)))
    free = [line for line in head if _read_label(line) is None]
    title = labels.get("title") or _title(free)
    day = next((day for line in head if is_day_line(line) and (day := find_publication_day(line))), None)
    return (
        title,
        parse_moment(labels["date"]) if "date" in labels else day,
        labels.get("publisher") or _publisher(free, title) or (_signature(text) if day else None),
    )


def _head_lines(text: str) -> Iterator[str]:
    """The short lines before the first paragraph of the text. A text that begins at once has none."""
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    for match in lines[:HEAD_LINES]:
        line = match.group().strip()
        below = re.match(r"\r?\n[ \t]*(\w)", text[match.end() :])
        goes_on = below is not None and below[1].islower()
        heads = line.isupper()  # «ПРОТОКОЛ № 12», and below it of what
        if (
            len(line) > LONGEST_TITLE
            or (goes_on and not heads)
            or (_SENTENCE_END.search(line) and not is_day_line(line))
        ):
            return
        yield line


def _read_label(line: str) -> tuple[str, str] | None:
    """What a line such as "Тема: …", "Source: …" says, and of what."""
    match = _LABELLED.match(line)
    name = fold(match.group(1)) if match else ""
    role = next((role for key, role in _ROLES.items() if name in get_words("forwarded_headers", key)), None)
    return (role, match.group(2).strip()) if match and role else None


def _title(lines: list[str]) -> str | None:
    """The first line that says something; a short one, or one that names a body, only where no other does."""
    if len(lines) > 1 and lines[0].isupper() and lines[1][:1].islower():
        return f"{lines[0]} {lines[1]}"
    able = [line for line in lines if len(line) >= 12 and not is_day_line(line) and not line.startswith("http")]
    saying = [line for line in able if line.count(" ") >= 3 and not starts_with(fold(line), "publishers")]
    return next(iter(saying or able), None)


def _publisher(lines: list[str], title: str | None) -> str | None:
    """Who publishes: a name beside the day on its line, else a short line of its own; only where a day stands there."""
    days = [line for line in lines if is_day_line(line)]
    beside = [name for line in days if len(name := without_days(line)) > 2 and not re.search(r"\d", name)]
    alone = [line for line in lines if line not in (title or "") and line not in days and 2 < len(line) <= LONGEST_NAME]
    names = [name for name in (*alone, *beside) if days and not _NO_NAME.search(name)]
    typical = [line for line in names if any(word in fold(line) for word in get_words("publishers"))]
    return next(iter(typical or names), None)


def _signature(text: str) -> str | None:
    """The last line, where it is set apart and holds a name and nothing else."""
    last = text.rstrip()[-LONGEST_NAME:].rpartition("\n\n")[2].strip()
    alone = 2 < len(last) < LONGEST_SIGNATURE and last[:1].isupper() and "\n" not in last
    return last if alone and not re.search(r"[\d.!?…:;]", last) else None
