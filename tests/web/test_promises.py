"""Promises page by page: the later pages go on where the one before has ended."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import httpx
import pytest
from serving import call, serve, visit

TASKS = ("построить мост", "открыть автобусный рейс", "заложить питомник саксаула", "провести ярмарку ремёсел",
         "построить стекольный завод", "открыть консульство", "провести дни кино", "подготовить учителей",
         "обменяться семенами пшеницы", "провести турнир по борьбе", "построить больницу", "открыть книжный магазин",
         "проложить оптическую линию", "построить солнечную станцию", "провести форум молодёжи")  # fmt: skip
CITIES = ("Навои", "Бухаре", "Самарканде", "Ташкенте", "Фергане", "Ургенче", "Термезе", "Нукусе", "Джизаке", "Карши",
          "Аральске", "Казалинске")  # fmt: skip
HEAD = (
    "Протокол заседания рабочей группы Кызылординской области и Узбекистана\n"
    "20 ноября 2025 года\nСтороны договорились:\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A ledger of one protocol with more than a hundred promises, served."""
    folder: Path = tmp_path_factory.mktemp("promises")
    promised = enumerate(product(TASKS, CITIES), 1)
    lines = (f"{n}. До конца {2027 + n % 3} года {task} в {city}." for n, (task, city) in promised)
    document = {"id": "many", "published": "2025-11-20", "publisher": "Сыр", "text": HEAD + "\n".join(lines)}
    (folder / "many.jsonl").write_text(json.dumps(document), "utf-8")
    call("read", "--ledger", folder / "desk.db", "--input-format", "jsonl", folder / "many.jsonl")
    with serve(folder / "desk.db") as address, visit(address) as client:
        yield client


def read_rows(page: str) -> list[tuple[str, str]]:
    """The number and the promise of each row."""
    return re.findall(r'data-name="№"><bdi>(\d+)</bdi>.*?/thread/(\w+)', page)


@pytest.mark.parametrize("asked", ["", "sort=due&order=desc&", "one=KZ-43&other=UZ&"])
def test_later_pages_go_on(desk: httpx.Client, asked: str) -> None:
    first, second, third = (read_rows(desk.get(f"/promises?{asked}page={number}").text) for number in (1, 2, 3))
    assert (len(first), third) == (100, [])
    told = [*first, *second]
    assert [number for number, _ in told] == [str(number) for number in range(1, len(told) + 1)]
    assert len({promise for _, promise in told}) == len(told) > 100


def test_pages_lead_to_one_another_with_what_was_asked(desk: httpx.Client) -> None:
    first, second = (desk.get(f"/promises?one=KZ-43&other=UZ&sort=due&page={number}").text for number in (1, 2))
    (forward,) = re.findall(r'href="([^"]*page=2[^"]*)"', first)
    assert all(part in forward for part in ("one=KZ-43", "other=UZ", "sort=due"))
    assert re.findall(r'href="[^"]*page=1[^"]*"', second)
    assert "page=3" not in second


def test_the_board_has_later_pages_too(desk: httpx.Client) -> None:
    listed, board = (desk.get(f"/promises?page=2{view}").text for view in ("", "&view=board"))
    assert set(re.findall(r"/thread/(\w+)", board)) == {promise for _, promise in read_rows(listed)} != set()
