"""Whose a figure is, by votes: what may be answered, what is chosen, whence the weights are."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.extract.flow import read_parts
from hamkor.extract.observations import read_story
from hamkor.extract.observations.choice import RULES_ALONE, Question, Votes, load_votes
from hamkor.extract.observations.choice.votes import Answer, list_grounds
from hamkor.extract.observations.draft import Draft, Sides
from hamkor.model import Document
from hamkor.prepare import prepare

ROOT = Path(__file__).parents[3]
TEXT = """Жамбылская область в 2024 году закупила в Узбекистане овощей на 12 млн долларов, на 8% больше, чем в 2023.

В области живут 1,2 млн человек. Хокимият Ташкента открыл в Таразе 40 узбекских магазинов, в них работают 300 человек.

Торговля всего Казахстана с Узбекистаном достигла 4,3 млрд долларов."""


def read_drafts(votes: Votes, text: str = TEXT) -> list[Draft]:
    document = Document(id="t", text=text, digest="0", title="Тараз и Ташкент торгуют овощами", published="2025-02-01")
    return read_story(read_parts(replace(prepare(document), language="ru", notice=None)), votes).told


def get_question(draft: Draft) -> Question:
    assert draft.question
    return draft.question


@pytest.fixture(scope="module")
def trainer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_votes", ROOT / "scripts/train_votes.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_votes"] = module
    spec.loader.exec_module(module)
    return module


@st.composite
def any_votes(draw: st.DrawFn) -> Votes:
    """Weights that nobody has learnt."""
    known = sorted(load_votes().weights)
    chosen = draw(st.lists(st.sampled_from(known), max_size=60, unique=True))
    weights = {ground: draw(st.floats(-5, 5)) for ground in chosen}
    return Votes(weights, draw(st.floats(0, 3)))


@settings(deadline=None, max_examples=40)
@given(any_votes())
def test_whatever_the_weights_an_area_that_nothing_proposes_is_never_chosen(votes: Votes) -> None:
    for draft in read_drafts(votes):
        assert draft.sides in [answer.sides for answer in get_question(draft).answers]


@settings(deadline=None, max_examples=40)
@given(any_votes())
def test_the_same_weights_always_choose_the_same(votes: Votes) -> None:
    assert [d.sides for d in read_drafts(votes)] == [d.sides for d in read_drafts(votes)]


def test_all_that_is_proposed_is_told_of_by_the_document_or_is_its_country() -> None:
    told = {"KZ", "UZ", "KZ-31", "UZ-TK", None}
    for draft in read_drafts(RULES_ALONE):
        for answer in get_question(draft).answers:
            assert {answer.sides.ref, answer.sides.counterpart} <= told
            assert answer.sides.ref or not answer.sides.counterpart


def test_without_weights_the_rules_stand() -> None:
    for draft in read_drafts(RULES_ALONE):
        question = get_question(draft)
        assert question.answers[0].principles[0] == "rules"
        assert RULES_ALONE.choose(question) is question.answers[0]
        assert draft.outvoted == ()


def test_another_answer_is_taken_only_where_it_is_ahead_by_more_than_the_margin() -> None:
    rules, other = Answer(Sides("KZ"), ["rules"]), Answer(Sides("UZ"), ["clause, last alone"])
    question = Question("other", [rules, other])
    weights = {("rules", ""): 1.0, ("clause, last alone", ""): 1.5}
    assert Votes(weights, 0.4).choose(question) is other
    assert Votes(weights, 0.6).choose(question) is rules


def test_what_outvotes_the_rules_is_told(observe: Callable[..., list[Any]]) -> None:
    told = [figure.rule for figure in observe(TEXT, "Тараз и Ташкент торгуют овощами", "2025-02-01")]
    drafts = read_drafts(load_votes())
    assert [rule.partition("; areas: ")[2] for rule in told] == [" + ".join(draft.outvoted) for draft in drafts]


def test_the_weights_are_those_of_the_documents_of_this_repository(trainer: ModuleType) -> None:
    """Whoever changes the annotated documents learns the weights again: `python scripts/train_votes.py`."""
    folders = [ROOT / "evaluation" / name for name in trainer.TEACHERS]
    assert trainer.get_digest(folders) in trainer.TARGET.read_text("utf-8").splitlines()[0]


def test_learning_finds_who_is_right_and_always_the_same(trainer: ModuleType) -> None:
    lessons = [_make_lesson(trainer, number) for number in range(40)]
    first, again = trainer.learn(lessons), trainer.learn(lessons)
    assert first == again
    assert first["clause, last alone", ""] > 0 > first["document", ""]
    random.Random(1).shuffle(lessons)
    assert trainer.to_votes(trainer.learn(lessons)) == trainer.to_votes(first)


def _make_lesson(trainer: ModuleType, number: int) -> Any:
    answers = [Answer(Sides("KZ"), ["rules", "document"]), Answer(Sides("UZ"), ["clause, last alone"])]
    question = Question("other", answers)
    grounds = tuple(tuple(list_grounds(question, answer)) for answer in answers)
    return trainer.Lesson(str(number), "gold", "ru", question, grounds, (number % 4 == 0, number % 4 != 0))
