"""Weighs what the principles propose for a figure, and takes the areas that most speaks for."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from hamkor.extract.observations.choice.principles import NOBODY, RULES, get_setting, list_proposals
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.frame import DIRECTED, RELATIVE, says
from hamkor.extract.observations.layout import Figure

Weights = Mapping[tuple[str, str], float]  # what speaks for an answer, and under which circumstance → how much
_SAID = {"region": "said «region»", "nation": "said «country»", "large": "said «country»"}
_TWO = "two sides"
MARGIN = "margin"


@dataclass(slots=True)
class Answer:
    """Areas that may be a figure's, and the principles that propose them."""

    sides: Sides
    principles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Question:
    """Whose a figure is.

    answers  all that is proposed, what the rules say first
    always   circumstances that count for every principle («planned», “a people counted”)
    rules    those that count for what the rules say: how they found it, of which indicator
    """

    indicator: str
    answers: Sequence[Answer]
    always: Sequence[str] = ()
    rules: Sequence[str] = ()


def ask(figure: Figure, indicator: str, *, rules: Sides, by: str, story: Story) -> Question:
    """What may be answered for a figure; the rules say `rules`, found `by` one of their ways."""
    directed, answers = indicator in DIRECTED, dict[tuple[str, str], Answer]()
    for principle, ref, other in list_proposals(rules, get_setting(figure, story)):
        first, second = (ref or other or "", (other or "") if ref else "")
        key = (first, second) if directed or second >= first or not second else (second, first)
        found = answers.get(key)
        if found is None:
            answers[key] = Answer(Sides(first or None, second or None), [principle])
        elif principle not in found.principles:
            found.principles.append(principle)
    return Question(indicator, list(answers.values()), list(_list_circumstances(figure)), (by, indicator))


def _list_circumstances(figure: Figure) -> Iterator[str]:
    if figure.part.kind in RELATIVE:
        yield "relative"
    if figure.nation:
        yield "a people counted"
    yield from dict.fromkeys(name for sort, name in _SAID.items() if says(figure, sort))


def list_grounds(question: Question, answer: Answer) -> Iterator[tuple[str, str]]:
    """What speaks for an answer: principles and what kind of answer it is, each with its circumstances."""
    for principle in answer.principles:
        yield principle, ""
        for circumstance in question.always:
            yield principle, circumstance
        if principle.startswith(RULES):
            for circumstance in question.rules:
                yield principle, circumstance
    sides = answer.sides
    yield _get_level(sides.ref, sides.counterpart), ""
    if sides.counterpart or sides.ref is None:
        yield (_TWO if sides.ref else NOBODY), question.indicator


@cache
def _get_level(first: str | None, second: str | None) -> str:
    """Of what sort the areas are: a region and a country, two regions …"""
    sorts = sorted("region" if "-" in code else "country" for code in (first, second) if code)
    same = len(sorts) > 1 and get_country(first) == get_country(second)
    return " and ".join(sorts) + (" of one country" if same else "") or "no area"


@dataclass(frozen=True, slots=True)
class Votes:
    """How much each ground counts, and by how much another answer must be ahead of the rules' to be taken."""

    weights: Weights
    margin: float

    def weigh(self, question: Question, answer: Answer) -> float:
        """How much speaks for an answer."""
        get = self.weights.get
        return sum([get(ground, 0.0) for ground in list_grounds(question, answer)])

    def choose(self, question: Question) -> Answer:
        """The answer that most speaks for; that of the rules unless another is ahead of it by more than the margin."""
        rules = question.answers[0]
        weighed = [(self.weigh(question, answer), -at) for at, answer in enumerate(question.answers)]
        most, at = max(weighed)
        return question.answers[-at] if most > weighed[0][0] + self.margin else rules


RULES_ALONE = Votes({}, 0.0)  # with these the rules' answer stands


@cache
def load_votes() -> Votes:
    """The weights that come with the program: `scripts/train_votes.py` makes them from annotated documents."""
    with files(__package__).joinpath("votes.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    weights = {(row["what"], row["when"]): float(row["weight"]) for row in rows}
    return Votes(weights, margin=weights.pop((MARGIN, "")))
