"""Hamkor reads what is published about cooperation between regions and countries and keeps a checkable ledger."""

__version__ = "0.1.0"
