"""The annotated documents keep the form that they promise: words that stand in the text, known codes, ISO periods."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tables import check_all

EVALUATION = Path(__file__).parents[1] / "evaluation"
FOLDERS = ("gold", "gold-clean", "gold-blind", "gold-fresh", "gold-twin", "gold-held", "gold-next", "gold-after")
PATHS = sorted(path for folder in FOLDERS for path in (EVALUATION / folder).rglob("*.json"))
Item = dict[str, Any]
DOCUMENTS: list[Item] = [json.loads(path.read_text("utf-8")) for path in PATHS]

KINDS = ("observations", "events", "commitments", "people", "organisations", "quotations")
DIRECTED = {"exports", "imports", "investment"}
LISTS = {
    "unit_measure": "USD KZT UZS KGS TJS TMT EUR RUB CNY PCT TIMES COUNT person t m3 kWh MW ha min h d wk mo km mm kV",
    "indicator": "trade_turnover exports imports investment projects_value projects_count agreements_value "
    "agreements_count enterprises flights passengers tourists cargo loans jobs students production capacity "
    "area_land participants population gdp tariff energy water other",
    "measure": "level change change_abs multiple share",
    "qualifier": "exact about over under",
    "type": "meeting visit call signing forum opening appointment other",
    "stage": "discussed proposed planned agreed signed in_progress completed cancelled",
    "sector": "trade industry investment transport tourism agriculture energy water ecology health education culture "
    "digital finance labour security construction regional other",
    "position": "head_of_state head_of_government deputy_head_of_government minister deputy_minister ambassador consul "
    "governor deputy_governor head_of_organisation deputy_head spokesperson legislator business expert other",
}
STATUS = {"observations": {"actual", "target", "forecast"}, "events": {"held", "planned", "proposed"}}
AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def statements(kind: str) -> Iterator[tuple[str, Item, Item]]:
    """Every annotation of one kind, with its document, as cases of a test."""
    for gold in DOCUMENTS:
        yield from ((f"{gold['id']}-{number}", gold, item) for number, item in enumerate(gold[kind]))


def is_period(value: str) -> bool:
    """Whether this is a day, month or year of the calendar, or two of them in order."""
    parts = [DAY.fullmatch(part) for part in value.split("/")]
    if not all(parts) or len(parts) > 2:
        return False
    days = [date(*(int(number or 1) for number in part.groups())) for part in parts if part]
    return days == sorted(days)


def is_area(value: str | None) -> bool:
    return value is None or bool(AREA.fullmatch(value))


def test_there_are_documents_enough_of_one_language_and_each_has_its_own_name() -> None:
    assert len(DOCUMENTS) >= 12
    assert len({gold["id"] for gold in DOCUMENTS}) == len(DOCUMENTS)
    assert [gold["id"] for gold in DOCUMENTS] == [path.stem for path in PATHS]


def check_document(gold: Item) -> None:
    assert 700 <= len(gold["text"]) <= 2500
    assert date.fromisoformat(gold["published"])
    dateline = gold["source"]["dateline_date"]
    last = dateline and dateline.rpartition("/")[2]  # minutes may be of two days
    assert last is None or date.fromisoformat(last) <= date.fromisoformat(gold["published"])


def test_a_document_is_as_long_as_a_page_and_its_dates_are_dates() -> None:
    check_all(check_document, ((gold["id"], gold) for gold in DOCUMENTS))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "people"])
def test_the_words_of_each_annotation_stand_in_the_text(kind: str) -> None:
    for gold in DOCUMENTS:
        for item in gold[kind]:
            told = gold["text"].count(item["exact"])
            assert told > item.get("nth", 0), (gold["id"], item["exact"])
            assert told == 1 or "nth" in item, (gold["id"], item["exact"], "stands there more than once")


@pytest.mark.parametrize("kind", KINDS)
def test_codes_are_those_of_the_lists(kind: str) -> None:
    for gold in DOCUMENTS:
        for item in gold[kind]:
            wrong = [name for name, known in LISTS.items() if name in item and item[name] not in known.split()]
            assert not wrong, (gold["id"], wrong, item)
            assert item.get("status") in STATUS.get(kind, {None}), (gold["id"], item)


def check_figure(gold: Item, item: Item) -> None:
    assert (item["unit_measure"] == "PCT") == (item["measure"] in {"change", "share"})
    assert (item["unit_measure"] == "TIMES") == (item["measure"] == "multiple")
    assert item.get("low", item["obs_value"]) <= item["obs_value"] <= item.get("high", item["obs_value"])
    assert item["time_period"] is None or is_period(item["time_period"])
    assert is_area(item["ref_area"])
    assert is_area(item["counterpart_area"])
    assert (item["part_of"] is not None) == (item["measure"] == "share")
    assert item["ref_area"] or item["indicator"] not in DIRECTED


def test_a_figure_is_whole() -> None:
    check_all(check_figure, statements("observations"))


def check_event(gold: Item, item: Item) -> None:
    assert item["date"] is None or is_period(item["date"])
    assert is_area(item["place_code"])
    assert item["place_code"] or not item["place"]


def test_an_event_has_a_time_and_a_place_that_can_be_read() -> None:
    check_all(check_event, statements("events"))


def check_promise(gold: Item, item: Item) -> None:
    organisations = {organisation["name"] for organisation in gold["organisations"]}
    assert item["parties"]
    assert all(AREA.fullmatch(party) or party in organisations for party in item["parties"])
    assert item["due"] is None or is_period(item["due"])
    assert is_area(item["place_code"])


def test_a_promise_has_sides_that_are_areas_or_named_organisations() -> None:
    check_all(check_promise, statements("commitments"))


def check_person(gold: Item, item: Item) -> None:
    parts = [part[:3] for part in re.findall(r"\w{3,}", item["name"])]
    assert parts
    assert all(part in gold["text"] for part in parts)
    assert is_area(item["area"])


def test_a_person_is_named_in_the_text() -> None:
    check_all(check_person, statements("people"))


def check_quotation(gold: Item, item: Item) -> None:
    known = {each["name"] for kind in ("people", "organisations") for each in gold[kind]}
    known.update(gold["source"]["attributed_to"])  # an agency that the text credits
    assert len(item["exact"]) >= 40
    assert item["speaker"] is None or item["speaker"] in known


def test_a_quotation_is_long_enough_and_its_speaker_is_known() -> None:
    check_all(check_quotation, statements("quotations"))


def test_no_thing_is_annotated_twice() -> None:
    for gold in DOCUMENTS:
        for kind in ("people", "organisations"):
            names = [item["name"] for item in gold[kind]]
            assert len(names) == len(set(names)), (gold["id"], kind)


@pytest.mark.parametrize("value", ["2025", "2025-09", "2025-01/2025-09", "2025-12-28"])
def test_periods_of_the_calendar_are_read(value: str) -> None:
    assert is_period(value)


@pytest.mark.parametrize("value", ["", "28.12.2025", "2025-9", "2025-09/2025-01", "2024/2025/2026", "2025-Q3"])
def test_other_periods_are_not(value: str) -> None:
    assert not is_period(value)
