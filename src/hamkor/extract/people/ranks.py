"""Ranks of learning beside a name: «ректор университета, профессор Х» holds the office before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hamkor.extract.people.mentions import Mention
from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.grammar.gazetteer import WORD
from hamkor.model import Span

_WHOSE = frozenset({"area", "adjective", "organisation"})
_FEW = 5  # words that tell nothing between an office and a rank («of the institute», the field of a doctor)


def above_rank(reading: Reading, mention: Mention, names: Sequence[Part]) -> Mention:
    """The mention with the office that stands before a rank, a comma between; else as it was.

    names  all that may be names in its sentence: none stands between the two
    """
    rank = mention.office
    stems = tuple(reading.language.get("positions", "ranks.stems"))
    if rank is None or rank.value.code != "expert" or not _is_rank(reading, rank, stems):
        return mention
    before = [p for p in reading.sentences[mention.number].of("position") if p.span.end < rank.span.start]
    offices = [p for p in before if p.value.code != "expert" and not _is_rank(reading, p, stems)]
    office = offices[-1] if offices else None
    if office is None or not _is_apposed(reading, mention, office, names=names):
        return mention
    beside = [p for p in reading.sentences[mention.number].of(*_WHOSE) if _belongs(p, office, rank)]
    span = Span(min([office.span.start, *(p.span.start for p in beside)]), mention.span.end)
    return replace(mention, office=office, whose=tuple(beside) or mention.whose, span=span)


def _is_rank(reading: Reading, office: Part, stems: tuple[str, ...]) -> bool:
    words = WORD.findall(reading.folded, office.span.start, office.span.end)
    return any(word.startswith(stems) for word in words)


def _is_apposed(reading: Reading, mention: Mention, office: Part, *, names: Sequence[Part]) -> bool:
    """Whether a comma, and but few words that are no names, stand between the office and the rank."""
    assert mention.office
    end = mention.office.span.start
    inner = [p for p in reading.sentences[mention.number].of(*_WHOSE, "position") if office.span.end <= p.span.start]
    inner = [p for p in inner if p.span.end <= end]
    if any(office.span.end <= n.span.start < end and not any(p.span.overlaps(n.span) for p in inner) for n in names):
        return False
    met = (m.start() for m in WORD.finditer(reading.folded, office.span.end, end))
    plain = [at for at in met if not any(p.span.start <= at < p.span.end for p in inner)]
    return "," in reading.folded[office.span.end : end] and len(plain) <= _FEW


def _belongs(part: Part, office: Part, rank: Part) -> bool:
    """Whether it tells whose an office is: right before it, or between it and the rank."""
    return 0 <= office.span.start - part.span.end <= 1 or office.span.end <= part.span.start < rank.span.start
