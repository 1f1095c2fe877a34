"""Read annotated documents as any others are read, and measure what was found."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hamkor.errors import HamkorError
from hamkor.evaluation.gold import write_input
from hamkor.evaluation.report import Measures, get_measures
from hamkor.evaluation.score import score_document
from hamkor.evaluation.tally import Item, Tally
from hamkor.pipeline import read_document
from hamkor.publish.statements import to_plain
from hamkor.read import read_bytes

ALL = "all"


@dataclass(slots=True)
class Evaluation:
    """The tally over all documents and by language, and what is wrong, a line each."""

    total: Tally = field(default_factory=Tally)
    by_language: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)

    def get_measures(self) -> dict[str, Measures]:
        """All measures: `all`, then each language."""
        return {name: get_measures(tally) for name, tally in self.tallies()}

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        yield ALL, self.total
        yield from sorted(self.by_language.items())


def evaluate(gold: Sequence[Item]) -> Evaluation:
    """Measure over annotated documents (`load_gold`). One that cannot be read counts as one without statements."""
    made = Evaluation()
    for document in gold:
        found = _find(document, made.errors)
        made.errors += score_document(document, found, made.total)
        score_document(document, found, made.by_language[document["language"]])
    return made


def _find(gold: Item, errors: list[str]) -> Item:
    """What is found in a document, in the form in which `hamkor extract` answers it."""
    try:
        [document] = read_bytes(write_input(gold), place=gold["id"], media_type="application/json")
        read = read_document(document)
    except HamkorError as error:
        errors.append(str(error))
        return {}
    except Exception as error:  # one document must not hide the measures of the others
        errors.append(f"{gold['id']}: {type(error).__name__}: {error}")
        return {}
    answer: Item = json.loads(json.dumps(to_plain(read.prepared, read.statements)))
    return answer
