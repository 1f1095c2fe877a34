"""Every page answers in every language, shows what the ledger holds, and shows hostile documents harmless."""

from __future__ import annotations

import csv
import io
import json
import re

import httpx
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from hamkor.messages import LANGUAGES, find_codes
from hamkor.web.pages import PAGES

ASKED = {"/document": "?id=navoi-1", "/search": "?words=Навои", "/review/add": "?id=navoi-1&start=0&end=5"}
READ = [page.path for page in PAGES if page.method == "GET" and "{" not in page.path and page.path != "/choose"]


# What is told in which language does not hang on the database.
SPOKEN = [*(("sqlite", language) for language in LANGUAGES), ("postgresql", "en")]


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize(("place", "language"), SPOKEN, indirect=["place"], scope="session")
def test_each_page_answers_in_each_language(client: httpx.Client, path: str, language: str) -> None:
    answer = client.get(path + ASKED.get(path, ""), headers={"Cookie": f"language={language}"})
    assert answer.status_code == 200
    if answer.headers["content-type"].startswith("text/html"):
        assert f'<html lang="{language}"' in answer.text


def test_figures_are_listed_and_filtered(client: httpx.Client) -> None:
    every = client.get("/figures").text
    some = client.get("/figures", params={"one": "KZ-43", "other": "UZ-NW", "indicator": "exports"}).text
    assert "«$84,6 млн»" in every
    assert "«52,1 млн долларов»" in some
    assert "«$84,6 млн»" not in some


def test_one_area_alone_asks_for_what_is_told_of_it(client: httpx.Client) -> None:
    """Nothing that was filled in is passed over."""
    for path in ("/figures", "/promises", "/calendar"):
        found = [client.get(path, params={"month": "2026-05", "one": one}).text for one in ("TJ", "Навои")]
        assert [bool(re.search('href="/(statement|thread)/', page)) for page in found] == [False, True]
    ways = [client.get("/between", params={"one": "Kyzylorda"}), client.get("/between", params={"first": "KZ-43"})]
    assert [way.headers.get("location") for way in ways] == ["/between?first=KZ-43#map", None]


def test_a_filter_that_cannot_be_read_is_told(client: httpx.Client) -> None:
    answer = client.get("/figures", params={"since": "yesterday"})
    assert answer.status_code == 400
    assert "Published since: found &#39;yesterday&#39;" in answer.text


def test_a_list_comes_as_files(client: httpx.Client) -> None:
    sheet = load_workbook(io.BytesIO(client.get("/figures.xlsx").content)).active
    assert sheet is not None
    assert sheet["A1"].value == "INDICATOR"
    table = client.get("/figures.csv").text
    assert table.startswith("\ufeffINDICATOR,")
    lines = client.get("/figures.jsonl", params={"indicator": "exports"}).text.splitlines()
    assert {json.loads(line)["indicator"] for line in lines} == {"exports"}
    assert sheet.max_row == len(table.splitlines())


def test_the_words_of_statements_are_marked(client: httpx.Client) -> None:
    page = client.get("/document", params={"id": "navoi-1"}).text
    assert ">$84,6 млн</a>" in page
    assert "k-observation" in page


def test_a_statement_is_shown_with_its_words(client: httpx.Client) -> None:
    first = client.get("/api/figures", params={"limit": 1}).json()[0]
    page = client.get(f"/statement/{first['id']}").text
    assert f"<mark>{first['evidence']['exact']}</mark>" in page
    assert client.get("/statement/zzzz").status_code == 404


def test_a_pair_shows_what_is_between_two_areas(client: httpx.Client) -> None:
    page = client.get("/between/UZ-NW/KZ-43").text
    assert "Navoi Region – Kyzylorda Region" in page
    assert page.count("<svg") >= 2
    assert page.count('href="/thread/') >= 4
    assert "×6" in page
    assert "/who/person/" in page
    assert client.get("/between/UZ-NW/KZ-43", params={"since": "2030"}).text.count("<svg") == 0
    assert client.get("/between", params={"one": "uz", "other": "kz"}).headers["location"] == "/between/UZ/KZ"
    assert client.get("/between/UZ/nowhere").status_code == 400
    assert "Nothing that was read" in client.get("/between/TJ/TR").text


def test_contradictions_are_shown_with_their_equation(client: httpx.Client) -> None:
    page = client.get("/check").text
    assert "v-conflicts" in page
    assert "84.6 mln USD (84.55–84.65) &gt;" in page
    assert 'v-fits"' not in page
    assert 'v-fits"' in client.get("/check", params={"every": 1}).text


def test_a_document_shows_the_verdicts_on_its_figures(client: httpx.Client) -> None:
    assert "v-conflicts" in client.get("/document", params={"id": "navoi-4"}).text


def test_the_regions_of_a_country_with_another(client: httpx.Client) -> None:
    page = client.get("/regions/UZ/KZ").text
    assert "Navoi Region</a>" in page
    assert "84.6 mln USD" in page or "79.3 mln USD" in page


def test_lists_are_sorted_by_value_with_what_is_missing_last(client: httpx.Client) -> None:
    values = [float(row["OBS_VALUE"]) for row in read_csv(client, "/figures.csv", sort="figure", order="desc")]
    assert values == sorted(values, reverse=True)
    times = [row["TIME_PERIOD"] for row in read_csv(client, "/figures.csv", sort="time_period")]
    assert "" in times
    assert all(times[: times.index("")])
    assert not any(times[times.index("") :])
    page = client.get("/figures", params={"sort": "figure"}).text
    assert 'aria-sort="ascending"' in page
    assert "sort=figure&amp;order=desc" in page
    assert client.get("/figures", params={"sort": "colour"}).status_code == 400


@pytest.mark.parametrize("column", ["tellings", "sources", "verdict"])
def test_lists_are_sorted_by_what_is_counted(client: httpx.Client, column: str) -> None:
    page = client.get("/figures", params={"sort": column, "order": "desc"}).text
    assert 'aria-sort="descending"' in page
    if column != "verdict":
        told = [int(row[column.upper()]) for row in read_csv(client, "/figures.csv", sort=column, order="desc")]
        assert told == sorted(told, reverse=True)
        assert told[0] > told[-1]


def read_csv(client: httpx.Client, path: str, **asked: str) -> list[dict[str, str]]:
    return list(csv.DictReader(client.get(path, params=asked).text.lstrip("\ufeff").splitlines()))


def test_a_list_tells_how_often_a_thing_is_told_and_its_verdict(client: httpx.Client) -> None:
    page = client.get("/figures").text
    assert "verdict v-conflicts" in page
    assert "Kyzylorda Region" in page
    assert "January–September 2025" in page
    russian = client.get("/events", headers={"Cookie": "language=ru"}).text
    assert "15.10.2025" in russian


@pytest.mark.parametrize("path", ["/sources", "/statistics", "/promises", "/regions/UZ/KZ"])
def test_every_table_comes_as_files(client: httpx.Client, path: str) -> None:
    assert client.get(path + ".csv").text.startswith("\ufeff")
    assert load_workbook(io.BytesIO(client.get(path + ".xlsx").content)).active is not None


def test_sources_are_sorted(client: httpx.Client) -> None:
    names = [row["publisher"] for row in read_csv(client, "/sources.csv", sort="publisher", order="desc")]
    known = [name for name in names if name]
    assert known == sorted(known, key=str.casefold, reverse=True)


def test_charts_come_as_pictures(client: httpx.Client) -> None:
    page = client.get("/between/UZ-NW/KZ-43").text
    link = re.search(r'href="(/between/UZ-NW/KZ-43/chart\.svg\?[^"]*)"', page)
    assert link
    path = link[1].replace("&amp;", "&")
    drawn = client.get(path)
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert "<svg xmlns=" in drawn.text
    assert client.get(path.replace(".svg", ".png")).content.startswith(b"\x89PNG")
    assert client.get("/between/UZ-NW/KZ-43/chart.svg", params={"chart": "none"}).status_code == 404


def test_a_chart_tells_verdicts_tellings_and_official_series(client: httpx.Client) -> None:
    page = client.get("/between/UZ-NW/KZ-43").text
    assert 'class="sign conflicts"' in page
    assert 'class="sign fits"' in page
    assert "×6</text>" in page
    assert "told by 6, independent sources: 4" in page
    assert "The values as a table" in page


def test_the_calendar_goes_into_other_calendars(client: httpx.Client) -> None:
    first, again = (Calendar.from_ical(client.get("/calendar.ics").content) for _ in range(2))
    ids = [str(entry["uid"]) for entry in first.walk("VEVENT")]
    assert ids == [str(entry["uid"]) for entry in again.walk("VEVENT")]
    assert len(set(ids)) == len(ids) > 3
    due = Calendar.from_ical(client.get("/calendar.ics", params={"kind": "commitment"}).content).walk("VEVENT")
    assert 0 < len(due) < len(ids)
    assert client.get("/calendar.ics", params={"kind": "holiday"}).status_code == 400


def test_the_calendar_lists_what_was_and_what_comes(client: httpx.Client) -> None:
    page = client.get("/calendar", params={"view": "list"}).text
    assert page.index("What comes") < page.index("What was") < page.index("15 October 2025")
    assert page.count("met Kyzylorda Governor") + page.count("встретились 15 октября") <= 1


def test_promises_stand_on_a_board(client: httpx.Client) -> None:
    page = client.get("/promises", params={"view": "board"}).text
    stages = re.findall(r'id="stage-(\w+)"', page)
    assert stages == [stage for stage in find_codes("stage") if stage in stages]
    assert len(stages) >= 3
    numbered = client.get("/promises", params={"sort": "silent", "order": "desc"}).text
    months = [int(number) for number in re.findall(r'<td class="number"><bdi>(\d+)</bdi></td>', numbered)[::2]]
    assert months == sorted(months, reverse=True)


def test_a_contradiction_is_shown_once_with_every_telling(client: httpx.Client) -> None:
    page = client.get("/check").text
    assert page.count("84.6 mln USD (84.55–84.65) &gt;") == 1
    assert len(set(re.findall(r'href="(/document\?id=navoi-[^"]+#s-\w+)"', page))) >= 4


def test_the_calendar_shows_a_month(client: httpx.Client) -> None:
    page = client.get("/calendar", params={"month": "2026-05"}).text
    assert "May 2026" in page
    assert "/calendar?month=2026-04" in page
    assert client.get("/calendar", params={"month": "soon"}).status_code == 400


def test_promises_are_followed(client: httpx.Client) -> None:
    page = client.get("/promises", params={"one": "KZ-43", "other": "UZ-NW", "sector": "transport"}).text
    link = re.search(r"/thread/(\w+)", page)
    assert link
    story = client.get(link[0]).text
    assert story.count("<blockquote>") >= 2
    assert client.get("/thread/none").status_code == 404
    assert client.get("/promises", params={"silent": "long"}).status_code == 400
    assert "/thread/" not in client.get("/promises", params={"responsible": "никто"}).text


def test_a_person_has_one_card_with_all_names(client: httpx.Client) -> None:
    mention = next(p for p in client.get("/api/people").json() if p["name"] == "Санжар Юлдашев")
    page = client.get(f"/statement/{mention['id']}").text
    link = re.search(r"/who/person/\w+", page)
    assert link
    card = client.get(link[0]).text
    assert "Санжар Юлдашев" in card
    assert "Sanjar" in card


def test_a_figure_is_explained(client: httpx.Client) -> None:
    figure = client.get("/api/figures", params={"document": "navoi-4"}).json()[0]
    assert "84.6 mln USD (84.55–84.65)" in client.get(f"/statement/{figure['id']}").text


def test_sources_are_counted(client: httpx.Client) -> None:
    assert "Кызылкум-Пресс" in client.get("/sources").text


def test_statistics_are_imported_and_shown(client: httpx.Client) -> None:
    head = "source,indicator,ref_area,counterpart_area,time_period,obs_value,unit_measure,obs_status,released\n"
    rows = head + "Bureau of tests,exports,UZ,KZ,2024,1234000000,USD,A,2025-02-01\n"
    page = client.post("/statistics", files={"files": ("a.csv", rows.encode(), "text/csv")}).text
    assert "New figures: 1" in page
    assert "Bureau of tests" in page
    again = client.post("/statistics", files={"files": ("a.csv", rows.encode(), "text/csv")}).text
    assert "New figures: 0" in again
    wrong = client.post("/statistics", files={"files": ("b.csv", b"no,such,form\n1,2,3\n", "text/csv")}).text
    assert 'role="alert"' in wrong


def test_search_finds_words(client: httpx.Client) -> None:
    assert "<mark>" in client.get("/search", params={"words": "автобус"}).text
    assert "Take a word away" in client.get("/search", params={"words": "динозавр"}).text


@pytest.mark.parametrize("words", ["Навои", "Navoiy", "Навоий"])
def test_search_finds_words_of_other_scripts(client: httpx.Client, words: str) -> None:
    found = {hit["document"]["id"] for hit in client.get("/api/search", params={"words": words}).json()}
    assert "navoi-1" in found
    assert len(found) > 1
    assert "<mark>Наво" in client.get("/search", params={"words": words}).text


def test_a_draft_is_checked_and_not_kept(client: httpx.Client) -> None:
    before = client.get("/api/count").json()
    text = (
        "Экспорт Казахстана в Узбекистан в 2023 году составил 100 млн долларов. "
        "В 2024 году экспорт Казахстана в Узбекистан вырос на 20% и составил 150 млн долларов."
    )
    page = client.post("/draft", data={"text": text}).text
    assert "v-conflicts" in page
    assert client.get("/api/count").json() == before


def test_a_draft_that_is_a_copy_names_the_kept_document(client: httpx.Client) -> None:
    kept = client.get("/api/document", params={"id": "navoi-1"}).json()
    page = client.post("/draft", data={"text": kept["text"]}).text
    assert 'class="note"' in page
    assert "/document?id=navoi-1" in page


def test_a_draft_comes_as_files_held_against_one_another(client: httpx.Client) -> None:
    told = "В 2024 году экспорт Казахстана в Узбекистан составил {} млн долларов."
    files = [("files", (f"{amount}.txt", told.format(amount).encode(), "text/plain")) for amount in (120, 150)]
    broken = ("files", ("scan.png", b"\x89PNG\r\n\x1a\n", "image/png"))
    page = client.post("/draft", files=[*files, broken]).text
    assert page.count("v-conflicts") == 2
    assert all(f"<bdi>{name}</bdi>" in page for name in ("120.txt", "150.txt", "scan.png"))
    assert "a picture" in page


def test_an_empty_draft_says_what_to_give(client: httpx.Client) -> None:
    answer = client.post("/draft", data={"text": " "})
    assert answer.status_code == 400
    assert "a text or a file" in answer.text


def test_a_hostile_document_is_shown_harmless(client: httpx.Client) -> None:
    for path in ("/document?id=hostile", "/documents", "/figures", "/people", "/", "/search?words=Товарооборот"):
        page = client.get(path).text
        assert "<script>document" not in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
        assert 'href="javascript:' not in page


def test_the_choice_of_a_language_is_kept(client: httpx.Client) -> None:
    answer = client.get("/choose", params={"language": "kk", "back": "/figures"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/figures"
    assert client.get("/figures").text.count("Сандар")
    assert client.get("/choose", params={"language": "xx", "back": "//elsewhere.example"}).headers["location"] == "/"


def test_promises_come_page_by_page(client: httpx.Client) -> None:
    first, beyond = (client.get("/promises", params={"page": page}).text for page in (1, 2))
    assert 'href="/thread/' in first
    assert 'href="/thread/' not in beyond
    assert 'rel="next"' not in first
