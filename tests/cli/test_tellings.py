"""How often a figure is told and by how many sources, and that a copy confirms nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

RELEASE = """По данным управления статистики, товарооборот Навоийской и Туркестанской областей за 2024 год составил
187,3 млн долларов. Из них 90 млн долларов пришлось на экспорт Навоийской области. Предприниматели двух областей
встречаются каждую весну на ярмарке, где показывают ковры, керамику и сушёные фрукты, а зимой шлют каталоги."""
OTHER = """В 2024 году товарооборот Навоийской и Туркестанской областей достиг 240 млн долларов, сказал глава палаты."""


@pytest.fixture
def news(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release, its reprint, and a report of its own that tells another number."""
    texts = ((RELEASE, "Вести Навои"), (RELEASE.partition(" Предприниматели")[0], "Степь"), (OTHER, "Караван"))
    monkeypatch.setenv("HAMKOR_LEDGER", str(tmp_path / "desk.db"))
    lines = [
        json.dumps(
            {"id": f"n{n}", "text": text.replace("\n", " "), "published": f"2025-02-0{n}", "publisher": publisher}
        )
        for n, (text, publisher) in enumerate(texts, 1)
    ]
    assert run("read", "--input-format", "jsonl", "-", given="\n".join(lines)).status == 0


def test_a_reprint_is_another_telling_but_no_other_source(run: Any, news: None) -> None:
    rows = [json.loads(line) for line in run("figures", "--format", "jsonl").lines]
    told = {(row["document"]["id"], row["obs_value"]): (row["tellings"], row["sources"]) for row in rows}
    assert told["n1", 187300000] == told["n2", 187300000] == (2, 1)
    assert told["n3", 240000000] == (1, 1)


def test_the_columns_are_shown(run: Any, news: None) -> None:
    header, first, *_ = run("figures", "--format", "csv").lines
    row = dict(zip(header.split(","), first.split(","), strict=False))
    assert (row["TELLINGS"], row["SOURCES"]) == ("2", "1")
    id_ = json.loads(run("figures", "--format", "jsonl").lines[0])["id"]
    assert json.loads(run("show", id_, "--format", "jsonl").out)["sources"] == 1


def test_a_copy_confirms_nothing(run: Any, news: None) -> None:
    rows = [json.loads(line) for line in run("check", "--format", "jsonl").lines]
    same = [row for row in rows if row["check"] == "same_figure"]
    against = {(row["document"], other["document"]) for row in same for other in row["against"]}
    assert not against & {("n1", "n2"), ("n2", "n1")}
    assert ("n1", "n3") in against
