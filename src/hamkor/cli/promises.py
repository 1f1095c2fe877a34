"""`hamkor commitments`: promises as they were told, or where each stands; `hamkor thread`: the story of one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from hamkor.cli.book import filter_options, ledger_option, make_filter, open_view, parse_day
from hamkor.cli.command import command
from hamkor.cli.options import Whole, limit, option
from hamkor.cli.output import choose_form, output_options, write_lines, write_plain, write_rows
from hamkor.cli.show import make_paint, told_options
from hamkor.cli.terminal import get_width
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import View
    from hamkor.publish.standing import Thread


@command(
    "commitments",
    examples=(
        "hamkor commitments --between KZ UZ --stage agreed --sector transport",
        "hamkor commitments --overdue --as-of 2026-03-01",
        "hamkor commitments --silent 6 --responsible 'Минтранс' --sector transport",
        "hamkor commitments --newest-first --limit 20 --format jsonl",
    ),
)
@filter_options("commitment")
@option("--overdue", is_flag=True)
@option("--silent", type=Whole(1), metavar="MONTHS")
@option("--responsible", metavar="NAME")
@option("--as-of", metavar="DAY", help=get_text("option.standing_on"))
@limit
@output_options
@ledger_option
def commitments(*, ledger: str | None, limit: int | None, **asked: Any) -> None:
    from hamkor.resolve.following import SUSPENDED

    form = choose_form(asked.pop("format"), asked.pop("output"), asked.pop("bom"))
    standing = {name: asked.pop(name) for name in ("overdue", "silent", "responsible", "as_of")}
    with open_view(ledger) as view:
        # No telling says "suspended": that is where a promise stands.
        if any(standing.values()) or asked["stage"] == SUSPENDED:
            write_rows("thread", _pick(view, asked | standing, limit), form)
        else:
            write_rows("commitment", islice(view.find_statements("commitment", make_filter(asked)), limit), form)


def _pick(view: View, asked: dict[str, Any], limit: int | None) -> Iterator[Thread]:
    """The promises that stand as asked on the day asked, read as they are written."""
    from hamkor.publish.followed import Promises
    from hamkor.publish.standing import Standing

    day = parse_day(asked.pop("as_of"), "--as-of")
    names = ("overdue", "silent", "responsible", "stage", "sector")
    wanted = Standing(**{name: asked.pop(name) for name in names})
    between = asked.pop("between")
    promises = Promises(view, day, wanted, make_filter({"between": between}).between or ())
    stands = promises.find(most=None if asked["newest_first"] or _asks(asked) else limit)
    rest = iter(reversed(stands) if asked["newest_first"] else stands)
    told = {row.id for row in view.find_statements("commitment", make_filter(asked))} if _asks(asked) else None
    found = (thread for part in iter(lambda: list(islice(rest, _AT_ONCE)), []) for thread in promises.load(part))
    kept = (t for t in found if told is None or any(row.id in told for _, row in t.tellings))
    return islice(kept, limit)


def _asks(asked: dict[str, Any]) -> bool:
    """Whether anything is asked of tellings, beside who promised it to whom."""
    return any(value not in (None, ()) for name, value in asked.items() if name != "newest_first")


_AT_ONCE = 200  # promises whose tellings are read together


@command("thread", examples=("hamkor thread pgtnugll", "hamkor thread pgtnugll --as-of 2026-03-01 --format json"))
@click.argument("id")
@option("--as-of", metavar="DAY", help=get_text("option.standing_on"))
@told_options
@ledger_option
def thread(*, id: str, as_of: str | None, format: str | None, output: str | None, ledger: str | None) -> None:
    from hamkor.publish.thread_json import write_thread
    from hamkor.publish.threads import get_thread
    from hamkor.publish.threads_read import write_thread_lines

    form, day = choose_form(format, output), parse_day(as_of, "--as-of")
    with open_view(ledger) as view:
        found = get_thread(view, id, day)
    if form.format != "table":
        write_plain([write_thread(found)], form)
        return
    write_lines(write_thread_lines(found, width=get_width(), paint=make_paint(form)), form.file)
