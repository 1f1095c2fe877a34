"""Verdicts that were kept are those that would be found now, whatever was done to the ledger meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.ledger import Filter, Ledger, open_ledger
from hamkor.model import Document, Observation, OffsetMap, Period, PreparedText, Span, Statements, Statistic
from hamkor.model.evidence import get_evidence
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.publish.checked import check_document
from hamkor.publish.judged import find_checked, find_gravest
from hamkor.publish.verdicts import pick_gravest

Told = tuple[str, str, str, int]  # indicator, side, year, millions
FIGURES = st.tuples(
    st.sampled_from(("exports", "imports", "trade_turnover")),
    st.sampled_from(("KZ", "KZ-75")),
    st.sampled_from(("2023", "2024")),
    st.sampled_from((100, 150, 250)),
)
DOCUMENTS = st.integers(0, 3)
DAYS = st.sampled_from(("2025-01-10", "2025-02-20", "2025-04-01"))
STEPS = st.one_of(
    st.tuples(st.just("add"), DOCUMENTS, DAYS, st.lists(FIGURES, min_size=1, max_size=3)),
    st.tuples(st.just("statistic"), FIGURES),
    st.tuples(st.just("reject"), DOCUMENTS),
    st.tuples(st.just("purge"), DOCUMENTS),
)


def _make(number: int, day: str, told: list[Told]) -> tuple[PreparedText, Statements]:
    lines = [f"Показатель {indicator} ({side} – UZ) за {year} год: ${n} млн." for indicator, side, year, n in told]
    text = "\n".join(lines)
    digest, start, found = sha256(text.encode()).hexdigest(), 0, []
    for line, (indicator, side, year, n) in zip(lines, told, strict=True):
        words = Span(start + line.index("$"), start + len(line) - 1)
        found.append(_observe((indicator, side, year, n), get_evidence(text, words, digest=digest)))
        start += len(line) + 1
    whole = OffsetMap((0,), (0,), len(text), len(text))
    document = Document(f"https://example.org/{number}", text, digest)
    return PreparedText(document, text, whole, "ru", (), published=day), Statements(tuple(found))


def _observe(told: Told, said: object) -> Observation:
    indicator, side, year, n = told
    value = Decimal(n) * 1_000_000
    return Observation(
        indicator, None, "level", value, value - 500_000, value + 500_000, "USD", "exact", Period(year), side, "UZ",
        "actual", None, said, "test",  # type: ignore[arg-type]
    )  # fmt: skip


def _add(ledger: Ledger, number: int, day: str, told: list[Told]) -> None:
    with ledger.writer() as writer:
        writer.add(*_make(number, day, told))
    with open_resolver(ledger) as resolver:
        assert resolve_document(resolver, f"https://example.org/{number}") is None


def _add_statistic(ledger: Ledger, told: Told) -> None:
    indicator, side, year, n = told
    with ledger.writer() as writer:
        writer.add_statistics([Statistic("bureau", indicator, side, "UZ", Period(year), Decimal(n) * 1_000_000, "USD")])


def _reject(ledger: Ledger, number: int) -> None:
    with ledger.view() as view:
        figures = view.find_figures_of(f"https://example.org/{number}")
    for figure in figures[:1]:
        with ledger.reviewer("desk") as reviewer:
            reviewer.reject(figure.id)


def _purge(ledger: Ledger, number: int) -> None:
    with ledger.view() as view:
        known = [row.id for row in view.find_documents() if row.id == f"https://example.org/{number}"]
    for id_ in known:
        ledger.purge(id_)


_DO: dict[str, Callable[..., None]] = {"add": _add, "statistic": _add_statistic, "reject": _reject, "purge": _purge}


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=6))
def test_what_was_kept_is_what_is_found_now(steps: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "desk.db")
        for what, *given_ in steps:
            _DO[str(what)](ledger, *given_)
            _compare(ledger)


def _compare(ledger: Ledger) -> None:
    """Twice: the first time some were kept before the last step, the second time all are."""
    for _ in range(2):
        with ledger.view() as view:
            ids = [row.id for row in view.find_documents()]
            now = [one for id_ in ids for one in check_document(view, id_)]
            assert list(find_checked(view, ids)) == now
            assert find_gravest(view, ids) == {id_: one.verdict.verdict for id_, one in pick_gravest(now).items()}


def test_verdicts_are_kept_when_a_view_is_closed(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    _add(ledger, 1, "2025-01-10", [("exports", "KZ", "2024", 100)])
    _add(ledger, 2, "2025-02-20", [("exports", "KZ", "2024", 250)])
    ids = ["https://example.org/1", "https://example.org/2"]
    with ledger.view() as view:
        assert view.find_kept(ids, copies="copy") == []
        found = list(find_checked(view, ids, ("conflicts",)))
    with ledger.view() as view:
        assert [one.document for one in view.find_kept(ids, copies="copy")] == ids
        assert list(find_checked(view, ids, ("conflicts",))) == found
    _add(ledger, 2, "2025-02-20", [("exports", "KZ", "2024", 100)])
    with ledger.view() as view:
        assert view.find_kept(ids, copies="copy") == []
        assert list(find_checked(view, ids, ("conflicts",))) == []


def test_a_changed_day_of_publication_is_seen_by_others(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    for number in (1, 2):
        _add(ledger, number, "2025-01-10", [("exports", "KZ", "2024", 100 * number)])
    prepared, found = _make(2, "2025-01-10", [("exports", "KZ", "2024", 200)])
    _compare(ledger)
    with ledger.writer() as writer:
        assert writer.add(replace(prepared, published="2024-01-10"), found).kind == "reread"
    with ledger.view() as view:
        assert view.find_kept(["https://example.org/1"], copies="copy") == []
    _compare(ledger)


def test_what_conflicts_is_found_among_all_documents(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "desk.db")
    _add_statistic(ledger, ("exports", "KZ", "2024", 100))
    for number in range(2):
        _add(ledger, number, "2025-01-10", [("exports", "KZ", "2024", 250)])
    for number in range(2, 5):
        _add(ledger, number, "2025-04-01", [("imports", "KZ-75", str(2015 + number), 100)])
    newest_first = Filter(newest_first=True)
    with ledger.view() as view:
        everyone = [row.id for row in view.find_documents(newest_first)]
        assert view.find_amiss(newest_first, "conflicts") == everyone  # nothing is known of them yet
        assert view.find_amiss(newest_first, "conflicts", known=True) == []
        assert [id_ for _, id_ in view.find_unjudged(before=3, most=9)] == [f"https://example.org/{n}" for n in (1, 0)]
        find_gravest(view, everyone)
    with ledger.view() as view:
        conflicting = [f"https://example.org/{n}" for n in (1, 0)]
        assert view.find_amiss(newest_first, "conflicts") == conflicting
        assert view.find_amiss(newest_first, "conflicts", known=True, start=1) == conflicting[1:]
        assert view.find_unjudged(before=9, most=9) == []
