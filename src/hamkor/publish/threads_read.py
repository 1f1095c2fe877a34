"""A promise for reading on a screen: where it stands, then its story, telling by telling with words and sources."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.ledger import StatementRow
from hamkor.messages import find_code, get_text
from hamkor.publish.completed import Completion
from hamkor.publish.manner import CODES, Manner
from hamkor.publish.screen import Paint, clean, shorten, wrap
from hamkor.publish.shown import SHORT_ID
from hamkor.publish.standing import Stand, Thread
from hamkor.resolve.following import Report, find_stage_told

_INDENT = "            "  # under the day


def write_thread_lines(thread: Thread, *, width: int, paint: Paint) -> Iterator[str]:
    """Where it stands; its terms, where they changed; then each telling, the earliest first."""
    stands = thread.followed
    head = [find_code("stage", stands.stage), find_code("sector", thread.sector), " – ".join(thread.parties)]
    yield paint(shorten(clean(" · ".join(filter(None, head))), width), "head")
    yield from (line for told in write_standing(thread) for line in wrap(clean(told), width))
    for report, row, said in list_story(thread):
        yield ""
        day = report.day.isoformat() if report.day else get_text("thread.undated")
        told = " · ".join(filter(None, (find_code("stage", find_stage_told(report)), said)))
        yield shorten(f"{day:10}  {told}", width)
        for line in wrap(clean(f"«{row.evidence.exact}»"), max(20, width - len(_INDENT))):
            yield _INDENT + paint(line, "words")
        source = " · ".join(filter(None, (row.document.publisher, row.document.title, row.id[:SHORT_ID])))
        yield paint(shorten(_INDENT + clean(source), width), "dim")


def list_story(thread: Thread, manner: Manner = CODES) -> list[tuple[Report, StatementRow, str]]:
    """Each telling with its term, events that complete it with when they were held, traces; the earliest first."""
    told = [(report, row, manner.period(report.due)) for report, row in thread.tellings]
    held = [(one.report, one.row, tell_held(one, manner)) for one in (*thread.completed, *thread.traces)]
    return sorted([*told, *held], key=lambda one: one[0].told)


def tell_held(one: Completion, manner: Manner = CODES) -> str:
    """That an event completes a promise, and when it was held, where that is told; of a trace that it is one."""
    if one.report.weak:
        return get_text("thread.trace")
    return get_text("thread.held_on", day=manner.day(one.day)) if one.day else get_text("thread.held")


def write_standing(thread: Thread, manner: Manner = CODES) -> Iterator[str]:
    """What is known of it beside its stage: term, silence, who answers for it."""
    stands = thread.followed
    if stands.due:
        yield get_text("thread.due", due=manner.period(stands.due))
    if len(stands.terms) > 1:
        yield get_text("thread.terms", terms=", ".join(manner.period(term.due) for term in stands.terms))
    if stands.overdue:
        yield write_overdue(thread)
    if stands.last_heard and stands.silent:
        yield get_text("thread.heard", day=manner.day(stands.last_heard), months=stands.silent)
    if stands.repeated:
        yield get_text("thread.repeated", day=manner.day(stands.repeated))
    if thread.responsible:
        yield get_text("thread.responsible", names=", ".join(thread.responsible))


def write_overdue(thread: Thread | Stand) -> str:
    """That the term is past, and what was read since, so that nobody is accused by our silence; empty: it is not."""
    if not thread.followed.overdue:
        return ""
    read = thread.followed.documents_since
    return get_text("thread.overdue", number=read) if read else get_text("thread.unread")
