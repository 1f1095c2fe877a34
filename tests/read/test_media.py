"""What kind of thing bytes are."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import hamkor.read
from hamkor.read.media import find_media_type
from hamkor.read.readers import READERS


@pytest.mark.parametrize(
    ("content", "name", "header", "media_type"),
    [
        (b"<!DOCTYPE html><p>x", "page.php", None, "text/html"),
        (b"<?xml version='1.0'?>\n<html>", "", None, "text/html"),
        (b"a < b and <i>more</i>", "note.txt", None, "text/plain"),
        (b'{"text": "a"}\n{"text": "b"}', "", None, "application/x-ndjson"),
        (b'{"text":\n"a"}', "", None, "application/json"),
        (b"[1] http://a.example", "note.txt", None, "text/plain"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nwords", "saved", None, "message/rfc822"),
        (b"https://a.example/1\nhttps://a.example/2\n", "list.txt", None, "text/uri-list"),
        (b"https://a.example/1\nno address\nwww.a.example/2\na.example/3\n", "list.txt", None, "text/uri-list"),
        (b"https://a.example/1\nOne says so.\nAnother says so, too.\n", "note.txt", None, "text/plain"),
        (b"Sources:\nhttps://a.example/1\nhttps://a.example/2\nhttps://a.example/3\n", "note.txt", None, "text/plain"),
        (b"words", "https://a.example/doc?id=1", "text/html; charset=utf-8", "text/html"),
        ("Слова".encode("utf-16-le"), "", None, "text/plain"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nwords", "saved.html", None, "message/rfc822"),
        (b"\xef\xbb\xbf\n%PDF-1.7\n\x00\x01\x02\x03\x04\x05", "x", None, "application/pdf"),
        (b"\x00\x01\x02\x03" * 50, "x.txt", None, "application/octet-stream"),
    ],
)
def test_media_type(content: bytes, name: str, header: str | None, media_type: str) -> None:
    assert find_media_type(content, name=name, header=header) == media_type


def test_every_reader_has_a_media_type_of_its_own() -> None:
    assert len(READERS) == len(set(READERS)) == 8


@pytest.mark.parametrize(
    "name", [module.name for module in pkgutil.walk_packages(hamkor.read.__path__, "hamkor.read.")]
)
def test_examples_in_docstrings_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
