"""Tables walked by one test: for thousands of small cases, a test each costs more than what it proves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVarTuple, Unpack

Case = TypeVarTuple("Case")


def check_all(check: Callable[[Unpack[Case]], object], cases: Iterable[tuple[str, *Case]]) -> None:
    """Try `check` with every case, which begins with its name; at the end all that fail are told, each by its name."""
    tried, failures = 0, list[str]()
    for name, *case in cases:
        tried += 1
        try:
            check(*case)
        except Exception as error:  # one case must not hide the others
            failures.append(f"{name}\n    {type(error).__name__}: {error}")
    assert tried, "found no case to try"
    assert not failures, "\n".join([f"{len(failures)} of {tried} cases fail", *failures])
