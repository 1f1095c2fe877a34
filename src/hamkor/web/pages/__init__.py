"""The pages, each in a file of its own; this table is all that answers outside `/api` and `/static`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hamkor.web.pages import (
    account,
    add,
    calendar,
    choice,
    contradictions,
    deciding,
    document,
    draft,
    files,
    lists,
    overview,
    pair,
    promises,
    queue,
    regions,
    review,
    search,
    sign_in,
    sources,
    statement,
    statistics,
    users,
    who,
)
from hamkor.web.plan import LISTS


@dataclass(frozen=True, slots=True)
class Page:
    """An address and what answers there."""

    path: str
    show: Callable[..., Any]
    method: str = "GET"


PAGES = (
    Page("/", overview.show),
    *(Page(f"/{listed.name}", lists.make_page(listed)) for listed in LISTS),
    *(Page(f"/{listed.name}.{form}", files.make_file(listed, form)) for listed in LISTS for form in files.FORMS),
    Page("/between", pair.ask),
    Page("/between/{one}/{other}", pair.show),
    *(Page(f"/between/{{one}}/{{other}}/chart.{form}", pair.make_picture(form)) for form in pair.PICTURES),
    *(Page(f"/regions/{{one}}/{{other}}.{form}", regions.make_file(form)) for form in files.TABLES),
    Page("/regions/{one}/{other}", regions.show),
    Page("/check", contradictions.show),
    Page("/promises", promises.show),
    *(Page(f"/promises.{form}", promises.make_file(form)) for form in files.FORMS),
    Page("/thread/{id}", promises.tell),
    Page("/who/{kind}/{id}", who.show),
    Page("/who/join", deciding.join, "POST"),
    Page("/who/part", deciding.part, "POST"),
    Page("/who/split", deciding.split, "POST"),
    Page("/who/undo", deciding.undo, "POST"),
    Page("/calendar", calendar.show),
    Page("/calendar.ics", calendar.send_file),
    Page("/statistics", statistics.show),
    Page("/statistics", statistics.add, "POST"),
    *(Page(f"/statistics.{form}", statistics.make_file(form)) for form in files.FORMS),
    Page("/sources", sources.show),
    *(Page(f"/sources.{form}", sources.make_file(form)) for form in files.TABLES),
    Page("/document", document.show),
    Page("/statement/{id}", statement.show),
    Page("/review", queue.show),
    Page("/review/add", review.start_adding),
    Page("/review/edit/{id}", review.edit),
    Page("/review/accept", review.accept, "POST"),
    Page("/review/reject", review.reject, "POST"),
    Page("/review/correct", review.correct, "POST"),
    Page("/review/undo", review.undo, "POST"),
    Page("/search", search.show),
    Page("/add", add.ask),
    Page("/add", add.add, "POST"),
    Page("/add/complete", add.complete, "POST"),
    Page("/add/{id}", add.follow),
    Page("/add/{id}/stop", add.stop, "POST"),
    Page("/draft", draft.ask),
    Page("/draft", draft.check, "POST"),
    Page("/choose", choice.choose),
)
# Where people sign in.
ACCOUNT_PAGES = (
    Page("/sign-in", sign_in.ask),
    Page("/sign-in", sign_in.enter, "POST"),
    Page("/sign-out", sign_in.leave, "POST"),
    Page("/account", account.show),
    Page("/account/password", account.change_password, "POST"),
    Page("/account/token", account.add_token, "POST"),
    Page("/account/token/revoke", account.revoke_token, "POST"),
    Page("/users", users.show),
    Page("/users/add", users.add, "POST"),
    Page("/users/role", users.set_role, "POST"),
    Page("/users/disable", users.disable, "POST"),
    Page("/users/enable", users.enable, "POST"),
    Page("/users/password", users.reset_password, "POST"),
)
