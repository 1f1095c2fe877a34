"""Which pages there are: the menu and the lists, in one place to be seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of one kind of rows, under its name in the address; the same name as the command's."""

    name: str
    kind: str


LISTS = (
    ListPage("figures", "observation"),
    ListPage("events", "event"),
    ListPage("commitments", "commitment"),
    ListPage("people", "person"),
    ListPage("organisations", "organisation"),
    ListPage("quotations", "quotation"),
    ListPage("documents", "document"),
)
# What is done here, then what is listed; the search stands beside the menu.
MENU = (
    ("/", "/between", "/promises", "/check", "/calendar", "/add", "/draft", "/review"),
    ("/figures", "/events", "/people", "/organisations", "/quotations", "/documents", "/statistics", "/sources"),
)
