"""Office files are ZIP archives: opened only where they cannot unfold beyond the limits."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from hamkor.read.html.units import Element
from hamkor.read.source import Job

MOST_MEMBERS = 10_000


def open_archive(job: Job) -> zipfile.ZipFile:
    """The archive, its directory checked: sizes first, so that a bomb is never unpacked. Raises ReadError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(job.content))
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as problem:
        raise _broken(job, problem) from problem
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    if size > job.limits.max_unpacked or len(members) > MOST_MEMBERS:
        found = f"{len(members)} members of {size / 2**20:.0f} MB unpacked"
        raise job.error(
            found=found,
            expected=f"at most {job.limits.max_unpacked / 2**20:.0f} MB",
            do="take it apart by hand, if it is to be trusted",
        )
    if any(member.flag_bits & 1 for member in members):
        raise job.error(
            found="a file locked with a password", expected="one that opens", do="save it without the password"
        )
    return archive


def read_member(job: Job, archive: zipfile.ZipFile, name: str) -> bytes:
    """One member's bytes. Raises ReadError where it is missing or broken."""
    try:
        return archive.read(name)
    except (KeyError, ValueError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as problem:
        raise _broken(job, problem) from problem


def read_xml(job: Job, archive: zipfile.ZipFile, name: str) -> Element:
    """The root element of an XML member; no entities are expanded and nothing is fetched. Raises ReadError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(job.bound_markup(read_member(job, archive, name)), parser)
    except etree.XMLSyntaxError as problem:
        raise _broken(job, problem) from problem


def _broken(job: Job, problem: Exception) -> Exception:
    return job.error(
        found=f"a truncated or broken Office file ({problem})",
        expected="a whole DOCX or XLSX",
        do="save or fetch it again",
    )
