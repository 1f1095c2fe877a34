"""What a reading brought, changed and took away, beside the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from hamkor.ledger.rows import Change, StatementRow
from hamkor.model import Commitment, Evidence

_ALIKE = 0.6  # of the words and what stands around them: beneath, one went and another came
_SAME_NUMBER = 0.1  # what the same number of two clauses or rows adds: other measures of one language come to 0.48
_MOST_PAIRS = 20_000  # a text that was rewritten throughout is not compared sentence by sentence

Changes = tuple[tuple[StatementRow, ...], tuple[Change, ...], tuple[StatementRow, ...]]


def compare_readings(came: Sequence[StatementRow], gone: Sequence[StatementRow]) -> Changes:
    """Statements that are new, those that say something else, those that went.

    A statement that only moved within the text is none of them. Those that went and those that came are paired by
    their kind and by how alike their words and surroundings are.
    """
    before = {row.id: row for row in gone}
    changed = [Change(before[row.id], row) for row in came if row.id in before]
    stayed = {change.after.id for change in changed}
    pairs = _pair([row for row in gone if row.id not in stayed], [row for row in came if row.id not in stayed])
    seen = stayed | {row.id for pair in pairs for row in (pair.before, pair.after)}
    return (
        tuple(row for row in came if row.id not in seen),
        tuple(change for change in (*changed, *pairs) if _says(change.before) != _says(change.after)),
        tuple(row for row in gone if row.id not in seen),
    )


def _says(row: StatementRow) -> object:
    return replace(row.statement, evidence=Evidence("", 0, 0, row.evidence.exact), rule="")


def _pair(gone: Sequence[StatementRow], came: Sequence[StatementRow]) -> list[Change]:
    if len(gone) * len(came) > _MOST_PAIRS:
        return []
    alike = [
        (likeness, number, other)
        for number, before in enumerate(gone)
        for other, after in enumerate(came)
        if before.kind == after.kind and (likeness := _compare_words(before, after)) >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, number, other in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if number not in pairs and other not in pairs.values():
            pairs[number] = other
    return [Change(gone[number], came[other]) for number, other in sorted(pairs.items())]


def _compare_words(before: StatementRow, after: StatementRow) -> float:
    numbers = _find_number(before), _find_number(after)
    if None not in numbers:
        bonus = _SAME_NUMBER if numbers[0] == numbers[1] else 0.0
        return bonus + SequenceMatcher(None, before.evidence.exact, after.evidence.exact, autojunk=False).ratio()
    matcher = SequenceMatcher(None, _context(before.evidence), _context(after.evidence), autojunk=False)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _ALIKE else 0.0


def _find_number(row: StatementRow) -> str | None:
    """The number of a clause or of a row of a road map: what stands around it says nothing of what it is."""
    return row.statement.clause if isinstance(row.statement, Commitment) else None


def _context(said: Evidence) -> str:
    return said.prefix + said.exact + said.suffix
