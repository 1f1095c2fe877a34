"""What an address answers, and what lists and feeds of addresses lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hamkor.errors import ReadError
from hamkor.read.limits import DEFAULT_LIMITS, Limits
from hamkor.read.source import Given, Job, Reading
from hamkor.read.sources import iterate_source


def read_address(url: str, *, given: Given | None = None, limits: Limits = DEFAULT_LIMITS) -> Iterator[Reading]:
    """The readings of what an http(s) address answers. Addresses of private networks are refused unless allowed.

    Only for an address that the user gave. Never raises ReadError.
    """
    from hamkor.read.address import fetch_source

    named = replace(given or Given(), url=(given.url if given else None) or url)
    try:
        source = fetch_source(url, limits)
    except ReadError as error:
        yield Reading(named.id or url, error)
        return
    yield from iterate_source(source, given=named, limits=limits)


def read_address_list(job: Job) -> Iterator[Reading]:
    """What the addresses of a list answer, one a line; after # a remark."""
    limits = _step_in(job)
    for line in job.content.decode("utf-8-sig", "replace").splitlines():
        if line.strip() and not line.startswith("#"):
            yield from read_address(line.strip(), given=replace(job.given, id=None, url=None), limits=limits)


def read_feed(job: Job) -> Iterator[Reading]:
    """What the entries of a feed lead to."""
    from hamkor.read.feed import read_entries

    limits, most = replace(_step_in(job), hops=0), job.limits.max_entries
    entries = read_entries(job)
    for entry in entries[:most]:
        yield from read_address(entry.address, given=entry.given, limits=limits)
    if len(entries) > most:
        found, expected = f"{len(entries)} entries", f"at most {most} at once, which were read"
        yield Reading(job.id(), job.error(found=found, expected=expected, do="give the addresses of the rest"))


def _step_in(job: Job) -> Limits:
    """The limits of what a list or a feed names. Raises ReadError where too many stand one within another."""
    if job.limits.hops < 1:
        expected, do = "a page", "give its own address"
        raise job.error(found="a list of addresses or a feed within another", expected=expected, do=do)
    return replace(job.limits, hops=job.limits.hops - 1)
