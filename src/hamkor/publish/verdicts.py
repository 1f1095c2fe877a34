"""How verdicts are written: as plain data and for the terminal."""

from __future__ import annotations

from typing import Any

from hamkor.messages import get_text
from hamkor.model import Statistic
from hamkor.publish.checked import Checked
from hamkor.publish.equations import tell_reason
from hamkor.publish.gathering import Source


def write_checked(checked: Checked) -> dict[str, Any]:
    """A verdict as plain data, in the form of CONTRACT."""
    return {
        **_write_source(checked.told),
        "figure": checked.verdict.figure,
        "verdict": checked.verdict.verdict,
        "check": checked.verdict.check,
        "equation": tell_reason(checked.verdict.reason),
        "against": [_write_source(source) for source in checked.against],
    }


def _write_source(source: Source) -> dict[str, Any]:
    if isinstance(source, Statistic):
        return {"source": source.source, "time_period": str(source.time_period)}
    evidence = source.evidence
    words = {"exact": evidence.exact, "start": evidence.start, "end": evidence.end}
    return {"document": source.document, "evidence": words}


def write_told(checked: Checked) -> str:
    """A verdict in one line for the terminal."""
    told = get_text(f"verdict.{checked.verdict.verdict}")
    check = f" ({checked.verdict.check})" if checked.verdict.check else ""
    words, reason = checked.told.evidence.exact, tell_reason(checked.verdict.reason)
    return f"{told}{check}  «{words}»  {reason}  [{checked.told.document}]"
