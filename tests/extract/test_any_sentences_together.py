"""Sentences of all rules' examples, in any order, make a document that is read: each statement has its words."""

from __future__ import annotations

import random
import re
import tomllib
from importlib.resources import files

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

_LANGUAGES = files("hamkor") / "languages"
_DOCUMENTS, _SENTENCES = 25, 14
_MARKS = re.compile(r"\[\[|\]\]")


def list_examples(code: str) -> list[str]:
    """The examples and rejects of all rules of a language, without the marks of what they show."""
    tables = (tomllib.loads(f.read_text("utf-8")) for f in (_LANGUAGES / code).iterdir() if f.name.endswith(".toml"))
    rules = [rule for table in tables for rule in table.get("rule", ())]
    return [_MARKS.sub("", text) for rule in rules for text in (*rule["examples"], *rule["rejects"])]


@pytest.mark.parametrize("code", ["ru", "en", "kk", "uz"])
def test_any_sentences_together_are_read(code: str) -> None:
    examples, order = list_examples(code), random.Random(code)
    for number in range(_DOCUMENTS):
        told = order.sample(examples, _SENTENCES)
        text = "".join(sentence + order.choice((" ", " ", "\n\n", "\n\n– ")) for sentence in told)
        document = Document(id=str(number), text=text, digest="0", published="2025-11-14")
        found = read_document(document).statements
        for statement in (*found.observations, *found.events, *found.commitments, *found.people, *found.organisations):
            where = statement.evidence
            assert text[where.start : where.end] == where.exact
