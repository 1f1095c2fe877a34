"""The command line: each command calls one function of the stages below."""

from hamkor.cli.main import main

__all__ = ["main"]
