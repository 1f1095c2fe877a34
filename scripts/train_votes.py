"""Learns what the principles of whose a figure is weigh, from the annotated documents of this repository.

    python scripts/train_votes.py            writes src/hamkor/extract/observations/choice/votes.tsv
    python scripts/train_votes.py --check    tells how well it does on documents that it has not learnt from

A logistic regression over the answers that are proposed for each figure ("conditional logit", McFadden 1974),
with a penalty on the squares of the weights, climbed from zero by AdaGrad (Duchi, Hazan and Singer 2011): the same
documents always give the same weights. It needs nothing but this package.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hamkor.evaluation.gold import load_gold, write_input
from hamkor.evaluation.kinds import DIRECTED, find_stretch
from hamkor.extract.flow import read_parts
from hamkor.extract.observations import read_story
from hamkor.extract.observations.choice import RULES_ALONE, Question, Votes
from hamkor.extract.observations.choice.votes import MARGIN, Answer, list_grounds
from hamkor.extract.observations.draft import Draft
from hamkor.model import PreparedText
from hamkor.prepare import prepare_passages
from hamkor.read import read_bytes

ROOT = Path(__file__).parent.parent
TEACHERS = ("gold", "gold-clean", "gold-blind")
TARGET = ROOT / "src/hamkor/extract/observations/choice/votes.tsv"
ROUNDS, STEP, PENALTY = 150, 0.3, 5.0
AHEAD = 0.1  # another answer is taken where it is ahead of the rules' by more than this
LEAST = 0.02  # smaller weights are left out
FOLDS = 5
Ground = tuple[str, str]
Gold = dict[str, Any]
Vector = dict[Ground, float]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A figure of an annotated document: what may be answered, with the grounds of each answer and which are right."""

    document: str
    folder: str
    language: str
    question: Question
    grounds: tuple[tuple[Ground, ...], ...]
    right: tuple[bool, ...]


def read_lessons(folder: Path) -> list[Lesson]:
    """The figures of all annotated documents of a folder that the rules find."""
    return [lesson for gold in load_gold(folder) for lesson in _read_document(gold, folder.name)]


def _read_document(gold: Gold, folder: str) -> Iterator[Lesson]:
    [document] = read_bytes(write_input(gold), place=gold["id"], media_type="application/json")
    for passage in prepare_passages(document):
        if passage.notice or not passage.sentences:
            continue
        for draft, told in _pair(gold, passage, read_story(read_parts(passage), RULES_ALONE).told):
            answers = draft.question.answers if draft.question else ()
            right = tuple(_is_right(answer, told) for answer in answers)
            if draft.question and any(right):
                grounds = tuple(tuple(list_grounds(draft.question, answer)) for answer in answers)
                yield Lesson(gold["id"], folder, gold["language"], draft.question, grounds, right)


def _pair(gold: Gold, passage: PreparedText, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Gold]]:
    """Each figure found with the annotated one that stands on its words."""
    left = [(find_stretch(told, gold["text"]), told) for told in gold["observations"]]
    for draft in drafts:
        span = passage.offsets.to_original(draft.figure.quoted)
        shared = [(min(end, span.end) - max(start, span.start), at) for at, ((start, end), _) in enumerate(left)]
        common, at = max(shared, default=(0, 0))
        if common > 0:
            yield draft, left.pop(at)[1]


def _is_right(answer: Answer, told: Gold) -> bool:
    """Whether an answer names the annotated areas, in their order where that counts."""
    here = (answer.sides.ref, answer.sides.counterpart)
    there = (told.get("ref_area"), told.get("counterpart_area"))
    if told["indicator"] in DIRECTED:
        return here == there
    return sorted(filter(None, here)) == sorted(filter(None, there))


def learn(lessons: Sequence[Lesson]) -> Vector:
    """The weight of each ground: the most likely ones, given that small ones are likelier than large."""
    weights: Vector = dict.fromkeys((g for lesson in lessons for grounds in lesson.grounds for g in grounds), 0.0)
    squares = dict.fromkeys(weights, 1e-6)
    for _ in range(ROUNDS):
        slope = _get_slope(lessons, weights)
        for ground, likelier in slope.items():
            pull = likelier - PENALTY * weights[ground]
            squares[ground] += pull * pull
            weights[ground] += STEP * pull / math.sqrt(squares[ground])
    return weights


def _get_slope(lessons: Sequence[Lesson], weights: Vector) -> Vector:
    """How the likelihood of the right answers grows with each weight."""
    slope = dict.fromkeys(weights, 0.0)
    for lesson in lessons:
        odds = [math.exp(min(50.0, sum(map(weights.__getitem__, grounds)))) for grounds in lesson.grounds]
        total, hit = sum(odds), sum(odd for odd, right in zip(odds, lesson.right, strict=True) if right)
        for grounds, odd, right in zip(lesson.grounds, odds, lesson.right, strict=True):
            pull = (odd / hit if right else 0.0) - odd / total
            for ground in grounds:
                slope[ground] += pull
    return slope


def to_votes(weights: Vector, margin: float = AHEAD) -> Votes:
    """The weights as the program uses them: rounded, the small ones left out."""
    return Votes({g: round(w, 2) for g, w in sorted(weights.items()) if abs(w) >= LEAST}, margin)


def write_votes(votes: Votes, teachers: str) -> str:
    """The table that is shipped: what speaks for an answer, under which circumstance, how much."""
    rows = [f"{what}\t{when}\t{weight:.2f}" for (what, when), weight in votes.weights.items()]
    head = [f"# Learnt by scripts/train_votes.py from documents of sha256 {teachers}.", "what\twhen\tweight"]
    return "\n".join([*head, f"{MARGIN}\t\t{votes.margin}", *rows, ""])


def get_digest(folders: Sequence[Path]) -> str:
    """What tells one set of annotated documents from another."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in folder.rglob("*.json")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def check(lessons: Sequence[Lesson], margins: Sequence[float]) -> Iterator[str]:
    """How often the areas are right, by folder and language, each document judged by weights learnt without it."""
    fold = {name: at % FOLDS for at, name in enumerate(sorted({lesson.document for lesson in lessons}, key=_mix))}
    right: dict[tuple[str, str], list[list[bool]]] = defaultdict(list)
    for number in range(FOLDS):
        weights = learn([lesson for lesson in lessons if fold[lesson.document] != number and _teaches(lesson)])
        judges: list[Callable[[Question], Answer]] = [to_votes(weights, margin).choose for margin in margins]
        for lesson in (lesson for lesson in lessons if fold[lesson.document] == number):
            told = [lesson.right[lesson.question.answers.index(judge(lesson.question))] for judge in judges]
            for language in ("all", lesson.language):
                right[lesson.folder, language].append([lesson.right[0], *told])
    for (folder, language), rows in sorted(right.items()):
        shares = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        yield f"{folder:12}{language:9}{len(rows):5}  rules {shares[0]:.3f}  votes " + " ".join(
            f"{margin}:{share:.3f}" for margin, share in zip(margins, shares[1:], strict=True)
        )


def _teaches(lesson: Lesson) -> bool:
    return lesson.folder in TEACHERS


def _mix(name: str) -> str:
    """An order of documents that has nothing to do with their names."""
    return hashlib.sha256(name.encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="measure on documents that are left out, write nothing")
    parser.add_argument("folders", nargs="*", type=Path, help="with --check: more annotated documents to judge")
    given = parser.parse_args()
    folders = [ROOT / "evaluation" / name for name in TEACHERS]
    lessons = [lesson for folder in (*folders, *given.folders) for lesson in read_lessons(folder)]
    if given.check:
        sys.stdout.writelines(f"{line}\n" for line in check(lessons, (0.0, AHEAD, 0.3)))
    else:
        TARGET.write_text(write_votes(to_votes(learn(lessons)), get_digest(folders)), "utf-8")


if __name__ == "__main__":
    main()
