"""Cases of checks: a few documents, official figures, and the verdicts that a reader with a pencil comes to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hamkor.errors import UsageError
from hamkor.evaluation.forms import Stretch, compare_spans
from hamkor.evaluation.given import keep_given, write_lines
from hamkor.evaluation.report import Measures
from hamkor.ledger import open_ledger
from hamkor.messages import get_text
from hamkor.model.verdict import VERDICTS
from hamkor.publish.checked import Checked, check_ledger
from hamkor.publish.equations import tell_reason
from hamkor.read.statistics import read_statistics

Case = dict[str, Any]
CONFLICTS = "conflicts"
_NEAR = 0.5


@dataclass(slots=True)
class Checking:
    """How often each verdict was given where which was expected; conflicts told in cases that hold none."""

    said: Counter[tuple[str, str]] = field(default_factory=Counter)
    cries: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def right(self) -> int:
        return sum(number for (wanted, said), number in self.said.items() if wanted == said)

    def get_measures(self) -> Measures:
        """Verdicts that are right, precision and recall of conflicts."""
        found = sum(n for (_, said), n in self.said.items() if said == CONFLICTS) + self.cries
        wanted = sum(n for (wanted, _), n in self.said.items() if wanted == CONFLICTS)
        matched = self.said[CONFLICTS, CONFLICTS]
        return {
            "verdicts": round(self.right / max(1, self.said.total()), 4),
            "conflicts precision": round(matched / found, 4) if found else 1.0,
            "conflicts recall": round(matched / wanted, 4) if wanted else 1.0,
        }

    def write_report(self) -> Iterator[str]:
        """The measures, then each pair of verdicts."""
        yield get_text("evaluate.verdicts", right=self.right, total=self.said.total(), cries=self.cries)
        yield from (f"{name:22}{value:7.3f}" for name, value in self.get_measures().items())
        yield from (f"  {wanted:18} → {said:18}{number:4}" for (wanted, said), number in sorted(self.said.items()))


def load_cases(file: Path) -> list[Case]:
    """The cases of a file. Raises UsageError where it holds none."""
    try:
        loaded = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _refuse(file, str(error)) from error
    if not (isinstance(loaded, list) and loaded and all(map(_is_case, loaded))):
        raise _refuse(file, get_text("error.no_gold"))
    return loaded


def _is_case(loaded: object) -> bool:
    return isinstance(loaded, dict) and all(isinstance(loaded.get(name), list) for name in ("documents", "expected"))


def _refuse(file: Path, found: str) -> UsageError:
    return UsageError(str(file), found=found, expected=get_text("error.cases"), do=get_text("error.mend_file"))


def check_cases(cases: Sequence[Case]) -> Checking:
    """Read and check each case in a ledger of its own, and hold the verdicts against those expected."""
    made = Checking()
    with TemporaryDirectory() as folder:
        empty = open_ledger(Path(folder) / "empty.db")  # to copy one takes a tenth of what making one takes
        for case in cases:
            with TemporaryDirectory(dir=folder) as place:
                empty.backup(Path(place) / "case.db")
                answers = _check_case(case, Path(place))
            _score(case, answers, made)
    return made


def _check_case(case: Case, folder: Path) -> list[Checked]:
    """The verdicts on the figures of one case, read as commands read it into the empty ledger `case.db` of a folder."""
    ledger = open_ledger(folder / "case.db")
    if rows := case.get("statistics"):
        figures = folder / "statistics.jsonl"
        figures.write_bytes(write_lines(rows))
        with ledger.writer() as writer:
            writer.add_statistics(read_statistics(figures).figures)
    keep_given(case["documents"], ledger, folder)
    with ledger.view() as view:
        return list(check_ledger(view, as_of=case["as_of"]))


def _score(case: Case, answers: Sequence[Checked], made: Checking) -> None:
    wanted = [(expected, _find_span(expected, case)) for expected in case["expected"]]
    for expected, span in wanted:
        said = _find_verdict(answers, expected, span)
        made.said[expected["verdict"], said] += 1
        if said != expected["verdict"]:
            told = f"{expected['verdict']} → {said}  {expected.get('check')}: {expected.get('why')}"
            made.errors.append(f"{case['id']}: «{expected['exact']}»: {told}")
    if all(expected["verdict"] != CONFLICTS for expected in case["expected"]):
        for answer in answers:
            if answer.verdict.verdict == CONFLICTS and not _is_listed(answer, wanted):
                made.cries += 1
                words = answer.told.evidence.exact
                made.errors.append(f"{case['id']}: «{words}»: {tell_reason(answer.verdict.reason)}")


def _find_span(expected: Case, case: Case) -> Stretch:
    """Where the words stand in the last telling of their document."""
    text, at = [d["text"] for d in case["documents"] if d["id"] == expected["document"]][-1], -1
    for _ in range(expected.get("nth", 0) + 1):
        at = text.index(expected["exact"], at + 1)
    return at, at + len(expected["exact"])


def _find_verdict(answers: Sequence[Checked], expected: Case, span: Stretch) -> str:
    """The gravest verdict at the words: of the check expected, if it was made there, else of any."""
    near = [a for a in answers if a.told.document == expected["document"] and compare_spans(span, _place(a)) >= _NEAR]
    near = [a for a in near if a.verdict.check == expected.get("check")] or near
    return min((a.verdict.verdict for a in near), key=VERDICTS.index, default="unchecked")


def _is_listed(answer: Checked, wanted: Sequence[tuple[Case, Stretch]]) -> bool:
    return any(e["document"] == answer.told.document and compare_spans(s, _place(answer)) > 0 for e, s in wanted)


def _place(answer: Checked) -> Stretch:
    return answer.told.evidence.start, answer.told.evidence.end
