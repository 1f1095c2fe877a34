"""Indicators, and roles of verbs of trade, that several modules here speak of."""

from __future__ import annotations

TURNOVER, HALVES = "trade_turnover", ("exports", "imports")
TRADE = frozenset((TURNOVER, *HALVES))
BUYER = "buyer"  # the role of a verb of buying: where one buys («купили в Китае») is from whom
MIRRORED = "mirrored"  # the role of a verb that tells the figure from the other side
OWN = "own"  # the role of what stands among what a place has by its nature
TRADERS = {"sender": "exports", "receiver": "imports", BUYER: "imports"}
SIGNED = "agreements_value"
GROWTH = ("change", "multiple")  # measures of how something grew
GROWN = (*GROWTH, "change_abs")
