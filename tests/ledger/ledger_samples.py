"""Documents of our own with statements, and a process that writes them without end.

Run as `python ledger_samples.py LEDGER NAME COUNT`: adds COUNT documents (0: until killed), two versions each.
"""

from __future__ import annotations

import hashlib
import sys
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hamkor.ledger import Source, open_ledger
from hamkor.model import (
    Block,
    Commitment,
    Dateline,
    Document,
    Event,
    Evidence,
    Observation,
    OffsetMap,
    Organisation,
    Participant,
    PartOf,
    Period,
    Person,
    PreparedText,
    Quotation,
    Span,
    Statements,
)
from hamkor.model.evidence import get_evidence

TEXT = (
    "Товарооборот Алматы и Узбекистана вырос на {growth}% и составил ${amount} млн, или одну пятую всей торговли.\n"
    "Аким города Ержан Тестбаев принял посла Бахрома Примерова. Стороны подписали меморандум о едином окне.\n"
    "«Мы удвоим поставки», — сказал посол. В проекте участвует компания «Пробный завод»."
)


def get_digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def say(text: str, words: str, *, also: tuple[Span, ...] = ()) -> Evidence:
    start = text.index(words)
    return get_evidence(text, Span(start, start + len(words)), digest=get_digest(text), also=also)


def get_text(*, amount: int = 850, growth: int = 20) -> str:
    return TEXT.format(amount=amount, growth=growth)


def prepare(
    id: str,
    text: str,
    *,
    title: str | None = "О торговле",
    published: str | None = "2025-12-28",
    language: str = "ru",
) -> PreparedText:
    ends = [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n"), len(text) + 1]
    blocks = tuple(Block("paragraph", Span(a, b - 1)) for a, b in pairwise(ends))
    document = Document(
        id, text, get_digest(text), title=title, published=published, url=f"https://example.org/{id}", blocks=blocks
    )
    return PreparedText(
        document,
        text,
        OffsetMap((0,), (0,), len(text), len(text)),
        language,
        (),
        published=published,
        publisher="Пробный вестник",
        attributed_to=("пресс-служба акимата",),
        dateline=Dateline("Ташкент", published),
    )


def get_statements(text: str, *, amount: int = 850, growth: int = 20) -> Statements:
    pair = {"ref_area": "KZ-75", "counterpart_area": "UZ"}
    figure: dict[str, Any] = {
        "indicator": "trade_turnover",
        "subject": None,
        "qualifier": "exact",
        "time_period": Period("2025-01", "2025-09"),
        "status": "actual",
        **pair,
    }
    value = Decimal(amount) * 1_000_000
    sent = Observation(
        **figure, measure="level", obs_value=value, low=value - 5_000_000, high=value + 5_000_000, unit_measure="USD",
        part_of=None, evidence=say(text, f"${amount} млн"), rule="figure"
    )  # fmt: skip
    grown = Observation(
        **figure, measure="change", obs_value=Decimal(growth), low=Decimal(growth) - Decimal("0.5"),
        high=Decimal(growth) + Decimal("0.5"), unit_measure="PCT", part_of=None, evidence=say(text, f"{growth}%"),
    )  # fmt: skip
    share = Observation(
        **figure, measure="share", obs_value=Decimal("20.0"), low=Decimal("18.3"), high=Decimal("22.5"),
        unit_measure="PCT", part_of=PartOf("trade_turnover", "KZ", None), evidence=say(text, "одну пятую"),
    )  # fmt: skip
    mayor = Person("Ержан Тестбаев", "governor", "KZ-75", None, say(text, "Ержан Тестбаев"))
    envoy = Person("Бахром Примеров", "ambassador", "UZ", None, say(text, "Бахрома Примерова"))
    meeting = Event(
        "meeting", Period("2025-12-27"), "Алматы", "KZ-75", "held",
        (Participant("Ержан Тестбаев", "governor", "KZ-75"), Participant("Бахром Примеров", "ambassador", "UZ")),
        "CONSULT", say(text, "принял посла"),
    )  # fmt: skip
    promise = Commitment(
        "signed", "trade", ("KZ", "UZ"), Period("2026"), None, ("акимат",), "memorandum", "2.1", "date",
        say(text, "подписали меморандум о едином окне"),
    )  # fmt: skip
    return Statements(
        (grown, sent, share),
        (meeting,),
        (promise,),
        (mayor, envoy),
        (Organisation("Пробный завод", say(text, "Пробный завод")),),
        (Quotation("Бахром Примеров", say(text, "Мы удвоим поставки"), rule="speech"),),
    )


def get_sample(id: str, *, amount: int = 850, growth: int = 20) -> tuple[PreparedText, Statements]:
    text = get_text(amount=amount, growth=growth)
    return prepare(id, text), get_statements(text, amount=amount, growth=growth)


def write(location: str, name: str, count: int) -> None:
    ledger, number = open_ledger(location), 0
    with ledger.writer(program="test 1") as writer:
        while not count or number < count:
            for amount in (850, 870):
                prepared, found = get_sample(f"{name}-{number}", amount=amount)
                writer.add(prepared, found, source=Source(prepared.document.text.encode()))
            number += 1
            print(number, flush=True)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
