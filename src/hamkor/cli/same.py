"""`hamkor same`, `merge` and `split`: why things are one, and what a user decides of them."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from hamkor.cli.book import ledger_option, open_book, open_view
from hamkor.cli.command import command
from hamkor.cli.options import option
from hamkor.cli.output import choose_form, write_lines, write_plain
from hamkor.cli.show import make_paint, told_options
from hamkor.cli.terminal import get_width, is_terminal, note
from hamkor.errors import UsageError
from hamkor.messages import get_text

if TYPE_CHECKING:
    from hamkor.ledger import Ledger, Resolver


@command("same", examples=("hamkor same t6tttgdv", "hamkor same navoi-2 --format json"))
@click.argument("id")
@told_options
@ledger_option
def same(*, id: str, format: str | None, output: str | None, ledger: str | None) -> None:
    from hamkor.publish.reprints import find_printed_of
    from hamkor.publish.thing import write_thing, write_thing_lines

    form = choose_form(format, output)
    with open_view(ledger) as view:
        thing = view.get_thing(id)
        printed = find_printed_of(view, thing)
        if form.format != "table":
            write_plain([write_thing(thing, printed)], form)
        else:
            write_lines(write_thing_lines(thing, printed, width=get_width(), paint=make_paint(form)), form.file)


def _deciding(function: Any) -> Any:
    function = ledger_option(function)
    function = option("--by", metavar="NAME", help=get_text("same.by"))(function)
    return option("--undo", is_flag=True, help=get_text("same.undo"))(function)


@command("merge", examples=("hamkor merge t6tttgdv p3oh2nem", "hamkor merge navoi-1 navoi-3 --by madina"))
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@_deciding
def merge(*, ids: tuple[str, ...], undo: bool, by: str | None, ledger: str | None) -> None:
    if len(ids) < 2:
        see = get_text("error.see_help", command="hamkor merge")
        raise UsageError("hamkor merge", found=ids[0], expected="ID ID…", do=see)
    _decide(ledger, ids, by, lambda resolver: resolver.undo_merge if undo else resolver.merge)


@command("split", examples=("hamkor split exkfpkkq", "hamkor split t6tttgdv exkfpkkq naswgwbg"))
@click.argument("ids", nargs=-1, required=True, metavar="ID [ID…]")
@_deciding
def split(*, ids: tuple[str, ...], undo: bool, by: str | None, ledger: str | None) -> None:
    _decide(ledger, ids, by, lambda resolver: resolver.undo_split if undo else resolver.split)


Deciding = Callable[[Sequence[str], str], str]


def _decide(ledger: str | None, ids: tuple[str, ...], by: str | None, choose: Callable[[Resolver], Deciding]) -> None:
    from hamkor.pipeline.resolution import open_resolver

    book = open_book(ledger)
    with open_resolver(book) as resolver:
        decision = choose(resolver)(ids, by or getpass.getuser())
    _answer(book, ids, decision)


def _answer(book: Ledger, ids: tuple[str, ...], decision: str) -> None:
    """Say what the ids are one with now."""
    with book.view() as view:
        things = {id_: view.get_thing(id_).id for id_ in ids}
    for id_, thing in things.items():
        note(get_text("same.now", id=id_, thing=thing))
    if not is_terminal(sys.stdout):
        print(json.dumps({"decision": decision, "things": things}, ensure_ascii=False))
