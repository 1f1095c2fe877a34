"""Which reader reads what: a table from media type to reader, each of which loads its library when first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hamkor.model import Document
from hamkor.read import media
from hamkor.read.articles import read_json
from hamkor.read.source import Job, Reading

Reader = Callable[[Job], "Iterable[Document] | Iterable[Reading]"]


def _html(job: Job) -> list[Document] | Iterator[Reading]:
    from hamkor.read.html.reader import read_html

    return read_html(job)


def _plain(job: Job) -> list[Document]:
    from hamkor.read.plain import read_plain

    return read_plain(job)


def _pdf(job: Job) -> list[Document]:
    from hamkor.read.pdf.reader import read_pdf

    return read_pdf(job)


def _docx(job: Job) -> list[Document]:
    from hamkor.read.docx import read_docx

    return read_docx(job)


def _xlsx(job: Job) -> list[Document]:
    from hamkor.read.xlsx import read_xlsx

    return read_xlsx(job)


def _mail(job: Job) -> list[Document]:
    from hamkor.read.mail.reader import read_mail

    return read_mail(job)


def _feed(job: Job) -> Iterator[Reading]:
    from hamkor.read.addresses import read_feed

    return read_feed(job)


# A new format is one line here and one module; each imports its library when it is first used.
READERS: dict[str, Reader] = {
    media.TEXT: _plain,
    media.HTML: _html,
    media.JSON: read_json,
    media.PDF: _pdf,
    media.DOCX: _docx,
    media.XLSX: _xlsx,
    media.EML: _mail,
    media.FEED: _feed,
}
UNREAD = {
    "application/x-ole-storage": ("a file of old Office (DOC, XLS)", "save it as DOCX or XLSX"),
    "application/rtf": ("RTF", "save it as DOCX"),
    "application/zip": ("a ZIP archive", "unpack it and give the folder"),
    "application/gzip": ("a packed file", "unpack it"),
    "application/vnd.rar": ("a packed file", "unpack it"),
    "application/x-7z-compressed": ("a packed file", "unpack it"),
    media.SQLITE: ("a database", "name documents; a ledger is named with --ledger"),
    "image/png": ("a picture", "run text recognition on it"),
    "image/jpeg": ("a picture", "run text recognition on it"),
    "image/gif": ("a picture", "run text recognition on it"),
    "image/tiff": ("a picture", "run text recognition on it"),
}


def get_reader(job: Job, media_type: str) -> Reader:
    """The reader of a media type. Raises ReadError where there is none, saying what to do instead."""
    reader = READERS.get(media_type)
    if reader is None:
        found, do = UNREAD.get(
            media_type, ("binary data of no known kind", "give text, HTML, JSON, PDF, DOCX, XLSX, EML, RSS or Atom")
        )
        raise job.error(found=found, expected="a document", do=do)
    return reader
