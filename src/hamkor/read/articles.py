"""JSON and JSON Lines → Documents: an article an object, under the names that feeds give its parts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read.dates import parse_moment
from hamkor.read.encoding import decode
from hamkor.read.media import JSON, JSON_LINES
from hamkor.read.source import Given, Job, Reading
from hamkor.read.telegram import is_export, read_export

NAMES = {
    "text": (
        "text", "body", "content", "articleBody", "article_body", "main_text", "maintext", "full_text", "fulltext",
        "article",
    ),
    "title": ("title", "headline", "header"),
    "published": (
        "published", "date", "published_at", "publishedAt", "datePublished", "date_published",
        "publish_date", "pubDate",
        "pub_date", "publication_date", "created_at",
    ),
    "publisher": ("publisher", "source", "site", "outlet", "source_name", "sourceName", "site_name", "agency"),
    "url": ("url", "link", "address", "source_url", "canonical_url", "uri"),
    "id": ("id", "_id", "uuid", "guid", "doc_id"),
}  # fmt: skip
LONGEST_DAY = 40  # characters of what is told of a day, in a notice
_SURROGATE = re.compile("[\ud800-\udfff]")
WRAPPERS = ("articles", "documents", "items", "results", "data", "news", "posts", "entries")


def read_json(job: Job) -> Iterator[Reading]:
    """The articles of a JSON file: one object, a list of them, or an object that holds such a list.

    A member that is no article gives an error in its place. Raises ReadError where the file is no JSON.
    """
    value = _parse(job, decode(job.content).text)
    if is_export(value):
        yield from read_export(job, value)
        return
    members = _members(value)
    if members is None:
        yield _read_object(job, value, names_document=True)
    else:
        yield from (_read_member(job, number, member) for number, member in enumerate(members, 1))


def _parse(job: Job, text: str) -> Any:
    values = text.count("{") + text.count("[") + text.count('"') // 2
    if values > job.limits.max_parts:
        do = "give one article a line (JSON Lines)"
        raise job.error(found=f"{values} values", expected=f"at most {job.limits.max_parts}", do=do)
    try:
        return json.loads(text)
    except RecursionError as problem:
        raise job.error(
            found="JSON nested too deep", expected="an article or a list of articles", do="flatten it"
        ) from problem
    except ValueError as problem:
        raise job.error(
            found=f"no JSON ({problem})", expected="an object with text", do="mend it, or name the format"
        ) from problem


def _members(value: Any) -> list[Any] | None:
    """The list of articles in a value; None where it is itself the one article."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and _pick(value, "text") is None:
        return next((value[name] for name in WRAPPERS if isinstance(value.get(name), list)), None)
    return None


def _read_member(job: Job, number: int, member: Any) -> Reading:
    content = json.dumps(member, ensure_ascii=False).encode("utf-8", "replace")
    source = replace(job.source, place=f"{job.place}[{number}]", content=content, media_type=JSON)
    return _read_object(replace(job, source=source, given=_unnamed(job.given)), member, names_document=False)


def _unnamed(given: Given) -> Given:
    """What is known of all documents of a file: not which one it is."""
    return replace(given, id=None, url=None)


def read_json_line(job: Job, number: int, line: bytes) -> Reading:
    """One line of JSON Lines: its document, or the error that names file and line."""
    source = replace(job.source, place=f"{job.place}:{number}", content=line, media_type=JSON_LINES)
    own = replace(job, source=source, given=_unnamed(job.given))
    try:
        if len(line) > job.limits.max_bytes:
            found = f"a line of more than {job.limits.max_bytes / 2**20:g} MB"
            do = "split it, or raise the limit (HAMKOR_MAX_BYTES)"
            raise own.error(found=found, expected="a shorter line", do=do)
        value = _parse(own, _decode_line(own, line))
    except ReadError as error:
        return Reading(own.place, error, source)
    return _read_object(own, value, names_document=False)


def _decode_line(job: Job, line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise job.error(
            found=f"bytes that are no UTF-8 at {problem.start}", expected="JSON in UTF-8", do="convert the file"
        ) from problem


def _read_object(job: Job, value: Any, *, names_document: bool) -> Reading:
    given_id = _string(_pick(value, "id")) or _string(_pick(value, "url")) if isinstance(value, dict) else None
    try:
        document = _read_article(job, value, names_document=names_document)
    except ReadError as error:
        return Reading(given_id or job.place, error, job.source)
    return Reading(document.id, document, job.source)


def _read_article(job: Job, value: Any, *, names_document: bool) -> Document:
    if not isinstance(value, dict):
        raise job.error(found=_kind(value), expected="an object with text", do="give one article an object")
    text, notice = _get_text(job, value)
    given = job.given
    url = given.url or _string(_pick(value, "url"))
    told = _string(_pick(value, "published"))
    published = parse_moment(told) if told else None
    return Document(
        id=given.id or _string(_pick(value, "id")) or url or job.id(names_document=names_document),
        text=text,
        digest=job.source.digest,
        media_type=JSON,
        title=_string(_pick(value, "title")) or given.title,
        published=published or given.published,
        publisher=_string(_pick(value, "publisher")) or given.publisher,
        url=url,
        notice=notice or (f"no day was read in {told[:LONGEST_DAY]!r}" if told and not published else None),
    )


def _get_text(job: Job, value: dict[str, Any]) -> tuple[str, str | None]:
    """The text as it is, but for lone surrogates, which no file can hold: they become U+FFFD, one for one."""
    text = _pick(value, "text")
    if text is None and not any(name in value for name in NAMES["text"]):
        found = f"an object with {', '.join(list(map(str, value))[:6]) or 'nothing'}"
        raise job.error(found=found, expected="an object with text", do='name the text "text"')
    if text is not None and not isinstance(text, str):
        found = f"text that is {_kind(text)}"
        raise job.error(found=found, expected="an object with text", do="give the text as a string")
    if text is None or not text.strip():
        raise job.error(found="an empty text", expected="words", do="leave the object out")
    mended = _SURROGATE.sub("\ufffd", text)
    return mended, None if mended == text else "lone surrogates stand as U+FFFD"


def _pick(value: Any, part: str) -> Any:
    """The first of the names of a part that holds something."""
    return (
        next((value[name] for name in NAMES[part] if value.get(name) not in (None, "", [], {})), None)
        if isinstance(value, dict)
        else None
    )


def _string(value: Any) -> str | None:
    """A value as words: a name within an object, the first of a list, a number."""
    if isinstance(value, dict):
        return next(
            (_string(value[name]) for name in ("name", "title", "publisher", "$oid", "href") if value.get(name)), None
        )
    if isinstance(value, list):
        return _string(value[0]) if value else None
    return (
        str(value)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip()
        else None
    )


def _kind(value: Any) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "true or false",
        int: "a number",
        float: "a number",
        type(None): "null",
    }
    return names.get(type(value), type(value).__name__)


def iterate_json_lines(job: Job, lines: Iterator[tuple[int, bytes]]) -> Iterator[Reading]:
    """One reading a line that is not blank, in order."""
    for number, line in lines:
        if line.strip():
            yield read_json_line(job, number, line.rstrip(b"\r\n"))
