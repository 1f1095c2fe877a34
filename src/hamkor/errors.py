"""What went wrong, said so that a reader can mend it: place, what was found, what was expected, what to do."""

from __future__ import annotations

from typing import Any


class HamkorError(Exception):
    """An error with its place.

    >>> str(HamkorError("report.docx", found="a truncated ZIP", expected="a DOCX file", do="save the file again"))
    'report.docx: found a truncated ZIP; expected a DOCX file; save the file again'
    """

    def __init__(self, place: str, *, found: str, expected: str, do: str) -> None:
        super().__init__(f"{place}: found {found}; expected {expected}; {do}")
        self.place, self.found, self.expected, self.do = place, found, expected, do

    def __reduce__(self) -> tuple[Any, ...]:
        """So that one process can tell another, which exceptions with named arguments cannot by themselves."""
        return _make_again, (type(self), self.place, {"found": self.found, "expected": self.expected, "do": self.do})


def _make_again(kind: type[HamkorError], place: str, told: dict[str, str]) -> HamkorError:
    return kind(place, **told)


class ReadError(HamkorError):
    """A document could not be read; the run goes on with the next one."""


class LanguageError(HamkorError):
    """A language folder lacks or contradicts something; found when the language is loaded."""


class LedgerError(HamkorError):
    """The ledger could not be opened, written or asked."""


class NotFoundError(LedgerError):
    """The ledger is well; what was asked for by its id or name is not in it, or more than one is."""


class UsageError(HamkorError):
    """The command was unusable as it was given (exit status 2)."""
