"""Who publishes a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.read.contacts import is_contact
from hamkor.read.dates import find_days
from hamkor.read.day_lines import is_day_line, without_days
from hamkor.read.paper.lines import FOOT, LONGEST_NAME, ends_sentence, is_paper_line, names_body
from hamkor.read.words import fold, starts_with


def find_publisher(before: Sequence[str], after: Sequence[str], margin: Sequence[str], title: str) -> str | None:
    """Who publishes: the line above the title, else a line of the margin, else one at the foot that names a body."""
    above = [name for line in _without_approval(before) if (name := _as_name(without_days(line)))]
    around = [name for line in margin if (name := _as_name(without_days(line))) and fold(name) not in fold(title)]
    foot = [name for line in reversed(after[-FOOT:]) if (name := _as_name(line)) and names_body(name)]
    under = [name for line in after[:2] if (name := _as_name(without_days(line))) and names_body(name)]
    for names in (list(filter(names_body, above)), list(filter(names_body, around)), under, above, around, foot):
        if names:
            return names[0]
    return None


def _without_approval(before: Sequence[str]) -> Sequence[str]:
    """The lines above the title without the block that says who approved the paper: down to the blank or the day."""
    first = next(
        (place for place, line in enumerate(before) if starts_with(fold(line).lstrip("( "), "approvals")), None
    )
    if first is None:
        return before
    signed = [
        place for place, line in enumerate(before) if place >= first and (is_contact(line) or any(find_days(line)))
    ]
    return [*before[:first], *(before[signed[-1] + 1 :] if signed else ())]


def _as_name(line: str) -> str | None:
    """A line as a name: without what follows a mark, an address or a number; None where nothing of a name is left."""
    name = re.split(r"\s*[|•·]\s*|\s{3,}|\s*https?:|\s*www\.|\s+\S+@\S+|\s*,?\s*(?:№|\b\w{1,2}\b\.?)\s*\d", line)[
        0
    ].strip(" ,;:—–-")
    if not 3 <= len(name) <= LONGEST_NAME or is_paper_line(name) or is_day_line(name) or ends_sentence(name):
        return None
    return None if re.search(r"\d", name) or "@" in name or name.endswith(":") else name
