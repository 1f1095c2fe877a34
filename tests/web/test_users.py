"""People sign in to one server: who may do what, by page and by token, on either kind of database."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx
import pytest
from serving import EXAMPLES, call, serve, visit

from databases import make_schema
from hamkor.ledger import open_ledger
from hamkor.users import Caller
from hamkor.web.access import may

PASSWORD = "quiet saxaul road"
PEOPLE = {"Лола": "admin", "Umid": "reviewer", "Dana": "reader"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with a few documents and one user of each role."""
    folder = tmp_path_factory.mktemp("users")
    sqlite = request.param == "sqlite"
    ledger = str(folder / "desk.db") if sqlite else make_schema(request.getfixturevalue("postgresql"))
    some = folder / "some.jsonl"
    some.write_text("\n".join(EXAMPLES.read_text("utf-8").splitlines()[:2]), "utf-8")
    call("read", "--ledger", ledger, "--input-format", "jsonl", some)
    for name, role in PEOPLE.items():
        call("users", "add", name, "--role", role, "--ledger", ledger, given=f"{PASSWORD}\n")
    return ledger


@pytest.fixture(scope="module")
def address(book: str) -> Iterator[str]:
    with serve(book, "--users", "--calls", "30") as address:
        yield address


@pytest.fixture
def visitor(address: str) -> Iterator[httpx.Client]:
    """Somebody who has not signed in."""
    headers = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}
    with visit(address, headers=headers) as client:
        yield client


@pytest.fixture
def as_(visitor: httpx.Client) -> object:
    """Sign in under a name."""

    def sign_in(name: str) -> httpx.Client:
        answer = enter(visitor, name)
        assert answer.status_code == 303, answer.text
        return visitor

    return sign_in


def enter(visitor: httpx.Client, name: str, password: str = PASSWORD, back: str = "") -> httpx.Response:
    return visitor.post("/sign-in", data={"name": name, "password": password, "back": back})


def find_secret(page: str) -> str:
    found = re.search(r'class="secret"><code>([^<]+)<', page)
    assert found, page
    return found[1]


def test_without_signing_in_every_page_leads_to_the_door_and_back(visitor: httpx.Client) -> None:
    answer = visitor.get("/figures?indicator=exports")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?back=%2Ffigures%3Findicator%3Dexports"
    assert visitor.get("/sign-in").status_code == 200
    assert visitor.get("/static/hamkor.css").status_code == 200
    assert "content-disposition" not in visitor.get("/sign-in?save=1").headers  # it would tell of the ledger
    assert visitor.get("/api/count").status_code == 401
    assert visitor.get("/api/count").headers["www-authenticate"] == "Bearer"
    assert visitor.get("/api/openapi.json").status_code == 401
    kept = visitor.post("/draft", data={"text": "Экспорт вырос на 20 %."})
    assert kept.status_code == 401
    assert "load this page again" in kept.text
    assert visitor.get("/add/x", headers={"HX-Request": "true"}).headers["hx-redirect"] == "/sign-in"


def test_who_signs_in_is_led_to_where_they_wanted_to_go(visitor: httpx.Client) -> None:
    answer = enter(visitor, " лола ", back="/figures?indicator=exports")
    assert (answer.status_code, answer.headers["location"]) == (303, "/figures?indicator=exports")
    cookie = next(line for line in answer.headers.get_list("set-cookie") if "Max-Age=43200" in line)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    page = visitor.get("/figures")
    assert "Лола" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert visitor.get("/sign-in").headers["location"] == "/"
    assert enter(visitor, "Лола", back="//elsewhere.example").headers["location"] == "/"


def test_a_wrong_password_opens_nothing_and_tells_nothing(visitor: httpx.Client) -> None:
    wrong, nobody = enter(visitor, "Dana", "wrong"), enter(visitor, "Nobody", "wrong")
    assert (wrong.status_code, nobody.status_code) == (403, 403)
    assert "Name or password is wrong" in wrong.text
    assert wrong.text.replace("Dana", "X") == nobody.text.replace("Nobody", "X")
    assert not visitor.cookies
    assert visitor.get("/").status_code == 303


def test_who_signs_out_is_out(as_: object, book: str) -> None:
    desk = as_("Dana")  # type: ignore[operator]
    shown = dict(desk.cookies)
    assert desk.post("/sign-out").headers["location"] == "/sign-in"
    assert desk.get("/").status_code == 303
    desk.cookies.update(shown)  # as somebody who had copied it
    assert desk.get("/").status_code == 303
    with open_ledger(book).view() as view:
        assert not any(secret in json.dumps([row.detail for row in view.find_history()]) for secret in shown.values())


def test_a_session_is_another_at_each_sign_in(as_: object) -> None:
    desk = as_("Dana")  # type: ignore[operator]
    before = dict(desk.cookies)
    enter(desk, "Dana")
    after = dict(desk.cookies)
    assert before != after
    desk.cookies.clear()
    desk.cookies.update(before)
    assert desk.get("/").status_code == 303


def test_readers_read(as_: object) -> None:
    desk = as_("Dana")  # type: ignore[operator]
    page = desk.get("/document?id=navoi-1")
    assert page.status_code == 200
    assert "/review/" not in page.text
    assert 'href="/add"' not in page.text
    assert desk.post("/draft", data={"text": "Экспорт вырос на 20 %."}).status_code == 200
    figure = desk.get("/api/figures").json()[0]
    assert desk.post("/review/accept", data={"id": figure["id"]}).status_code == 403
    assert desk.post("/add", data={"text": "Нечто"}).status_code == 403
    assert desk.post("/statistics", files={"files": ("a.csv", b"", "text/csv")}).status_code == 403
    assert desk.get("/users").status_code == 403
    assert desk.post("/users/role", data={"name": "Dana", "role": "admin"}).status_code == 403


def test_readers_are_shown_no_form_that_they_may_not_send(as_: object) -> None:
    desk = as_("Dana")  # type: ignore[operator]
    mention = desk.get("/api/people").json()[0]
    statement = desk.get(f"/statement/{mention['id']}").text
    cards = re.findall(r'href="(/who/[^"]+)"', statement)
    assert cards
    for path in ("/", "/document?id=navoi-1", "/statistics", "/people", "/draft", "/account", "/add/none", *cards):
        page = desk.get(path).text
        sent = re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"', page)
        sent += re.findall(r'formaction="([^"]+)"', page)
        assert "/sign-out" in sent, path
        assert not [action for action in sent if not may(Caller("Dana", "reader"), action, "POST")], path


def test_reviewers_review_and_add_under_their_name(as_: object, book: str) -> None:
    desk = as_("Umid")  # type: ignore[operator]
    figure = desk.get("/api/figures", params={"document": "navoi-1"}).json()[0]
    answer = desk.post("/review/accept", data={"id": figure["id"]}, follow_redirects=True)
    assert "accepted: <bdi>Umid" in answer.text
    assert desk.get("/users").status_code == 403
    started = desk.post("/add", data={"text": "Экспорт Казахстана в Узбекистан в 2024 году составил 3 млрд долларов."})
    assert started.status_code == 303
    for _ in range(200):
        page = desk.get(started.headers["location"]).text
        if "hx-trigger" not in page:
            break
    with open_ledger(book).view() as view:
        assert [row.detail.get("by") for row in view.find_history() if row.what in ("read", "reread")][-1] == "Umid"
        added = next(row.document_id for row in view.find_history() if row.detail.get("by") == "Umid")
    assert "added by: <bdi>Umid" in desk.get("/document", params={"id": added}).text


def test_of_two_who_say_something_of_one_statement_the_later_is_told(as_: object, address: str) -> None:
    desk = as_("Umid")  # type: ignore[operator]
    figure = desk.get("/api/figures", params={"document": "navoi-2"}).json()[0]
    assert desk.post("/review/reject", data={"id": figure["id"]}).status_code == 303
    with visit(address, headers={"Origin": address, "Accept-Language": "en"}) as other:
        enter(other, "Лола")
        later = other.post("/review/reject", data={"id": figure["id"]})
        assert later.status_code == 409
        assert "Umid" in later.text
        page = other.get("/document", params={"id": "navoi-2"}).text
        assert "Umid" in page  # whose word stands, and can be taken back


def test_admins_manage_users(as_: object, address: str) -> None:
    desk = as_("Лола")  # type: ignore[operator]
    given = find_secret(desk.post("/users/add", data={"name": "Новый", "role": "reader"}).text)
    assert desk.post("/users/add", data={"name": "новый", "role": "reader"}).status_code == 400
    assert desk.post("/users/add", data={"name": "x", "role": "king"}).status_code == 400
    with visit(address, headers={"Origin": address}) as other:
        assert enter(other, "Новый", given).status_code == 303
        assert other.get("/figures").headers["location"] == "/account"
        assert other.get("/api/count").status_code == 403
        form = {"old": given, "password": "another saxaul road", "again": "another saxaul road"}
        assert other.post("/account/password", data=form).status_code == 200
        assert other.get("/figures").status_code == 200
        desk.post("/users/role", data={"name": "Новый", "role": "reviewer"})
        assert other.get("/add").status_code == 200
        desk.post("/users/disable", data={"name": "Новый"})
        assert other.get("/figures").status_code == 303
        assert enter(other, "Новый", "another saxaul road").status_code == 403
        desk.post("/users/enable", data={"name": "Новый"})
        assert enter(other, "Новый", "another saxaul road").status_code == 303
        again = find_secret(desk.post("/users/password", data={"name": "Новый"}).text)
        assert other.get("/account").status_code == 303
        assert enter(other, "Новый", again).status_code == 303
    assert "only admin" in desk.post("/users/role", data={"name": "Лола", "role": "reader"}).text
    assert desk.post("/users/disable", data={"name": "Лола"}).status_code == 400


def test_the_own_password_is_changed_by_whoever_knows_it(as_: object, address: str) -> None:
    desk = as_("Umid")  # type: ignore[operator]
    with visit(address) as elsewhere:
        enter(elsewhere, "Umid")

        def change(old: str, new: str, again: str | None = None) -> int:
            form = {"old": old, "password": new, "again": again or new}
            return int(desk.post("/account/password", data=form).status_code)

        assert change("wrong", "another saxaul road") == 403
        assert change(PASSWORD, "short") == 400
        assert change(PASSWORD, "another saxaul road", "yet another road") == 400
        assert change(PASSWORD, "another saxaul road") == 200
        assert desk.get("/").status_code == 200
        assert elsewhere.get("/").status_code == 303
        assert change("another saxaul road", PASSWORD) == 200


def test_programs_show_a_token(as_: object, address: str) -> None:
    desk = as_("Umid")  # type: ignore[operator]
    assert desk.post("/account/token", data={"name": "feed", "role": "admin"}).status_code == 400
    token = find_secret(desk.post("/account/token", data={"name": "feed", "role": "reader"}).text)
    assert "hamkor_" in token
    assert token not in desk.get("/account").text
    with visit(address, headers={"Authorization": f"Bearer {token}"}) as program:
        assert program.get("/api/count").status_code == 200
        assert program.get("/figures").status_code == 303  # a token opens the API alone
        assert program.post("/review/accept", data={"id": "x"}).status_code == 401
        desk.post("/account/token/revoke", data={"name": "feed"})
        assert program.get("/api/count").status_code == 401
        assert program.get("/api/count", headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_calls_of_the_api_are_counted_by_token(book: str, address: str) -> None:
    many, few = (call("users", "token", "Dana", name, "--ledger", book).strip() for name in ("many", "few"))
    with visit(address) as program:
        asked = [program.get("/api/count", headers={"Authorization": f"Bearer {many}"}) for _ in range(40)]
        assert 429 in {answer.status_code for answer in asked}
        waits = next(answer for answer in asked if answer.status_code == 429)
        assert 1 <= int(waits.headers["retry-after"]) <= 60
        assert program.get("/api/count", headers={"Authorization": f"Bearer {few}"}).status_code == 200


def test_a_change_that_no_page_asked_for_is_refused(as_: object) -> None:
    desk = as_("Лола")  # type: ignore[operator]
    form = {"name": "Dana", "role": "admin"}
    del desk.headers["Sec-Fetch-Site"]
    assert desk.post("/users/role", data=form).status_code == 403
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}):
        assert desk.post("/users/role", data=form, headers=headers).status_code == 403
    assert desk.get("/users").text.count("reader</option>") >= 3


def test_what_is_sent_before_signing_in_is_little(visitor: httpx.Client) -> None:
    assert enter(visitor, "x" * 20_000).status_code == 413


def test_a_guessed_name_of_a_page_is_no_way_around(visitor: httpx.Client) -> None:
    for path in ("//users", "/users/", "/%75sers", "/static/../users", "/static/%2e%2e/users", "/USERS", "/api//count"):
        assert visitor.get(path).status_code in (303, 307, 401, 404), path
        assert "Dana" not in visitor.get(path).text


def test_too_many_wrong_passwords_wait(visitor: httpx.Client) -> None:
    """The last test here: it closes the door for this address."""
    told = [enter(visitor, "Dana", f"wrong {number}").status_code for number in range(12)]
    assert 429 in told
    waits = enter(visitor, "Dana")
    assert waits.status_code == 429
    assert int(waits.headers["retry-after"]) > 0
    assert "try again in" in waits.text
    as_others = ({"X-Forwarded-For": f"192.0.2.{number}"} for number in range(30))  # nothing stands before this server
    told = [visitor.post("/sign-in", data={"name": f"x{n}"}, headers=h).status_code for n, h in enumerate(as_others)]
    assert told[-1] == 429
