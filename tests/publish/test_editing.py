"""A form says what the statement says; what cannot be read names its field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import hamkor
from hamkor.errors import UsageError
from hamkor.ledger import KINDS
from hamkor.messages import get_text
from hamkor.model import Evidence, Statements
from hamkor.pipeline import read_document
from hamkor.publish.editing import RULE, parse_statement, write_form
from hamkor.read import read_bytes

EXAMPLES = Path(hamkor.__file__).parent / "examples" / "documents.jsonl"
SAID = Evidence("", 0, 5, "Посол")
FIGURE = {
    "indicator": "exports",
    "measure": "level",
    "obs_value": "52 100 000",
    "low": "52050000",
    "high": "52150000",
    "unit_measure": "USD",
    "qualifier": "exact",
    "status": "actual",
    "ref_area": "uz-nw",
}


def test_every_statement_of_the_examples_comes_back_from_its_form() -> None:
    tried = 0
    for document in read_bytes(EXAMPLES.read_bytes(), place="documents.jsonl"):
        found = read_document(document).statements
        for kind, listed in zip(KINDS, Statements.__dataclass_fields__, strict=True):
            for statement in getattr(found, listed):
                again = parse_statement(kind, write_form(statement), statement.evidence)
                assert again == replace(statement, rule=RULE)
                tried += 1
    assert tried > 100


def test_what_is_typed_is_read() -> None:
    figure = parse_statement("observation", FIGURE, SAID)
    assert (figure.obs_value, figure.ref_area) == (52100000, "UZ-NW")  # type: ignore[union-attr]


def test_an_area_is_typed_by_its_name() -> None:
    figure = parse_statement("observation", {**FIGURE, "ref_area": "Қызылорда облысы"}, SAID)
    assert figure.ref_area == "KZ-43"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("indicator", ""),
        ("indicator", "nonsense"),
        ("obs_value", "many"),
        ("obs_value", "1e999999999"),
        ("obs_value", "9"),
        ("time_period", "soon"),
        ("ref_area", "XX-99"),
        ("part_of", "everything"),
    ],
)
def test_what_cannot_be_read_names_its_field(name: str, text: str) -> None:
    with pytest.raises(UsageError, match=get_text(f"page.field.{name}")):
        parse_statement("observation", {**FIGURE, name: text}, SAID)
