"""Word lists: entries are looked up by every word that they may begin with."""

from __future__ import annotations

import pytest

from hamkor.grammar import Entry, Lexicon

LISTS = {"same": ["тот же", "этот же самый"]}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(по итогам|за) год", "по итогам год"),
        ("[к концу] месяца", "месяца"),
        ("[к концу] месяца", "к концу месяца"),
        ("{same} день", "этот же самый день"),
        ("((до|к) концу|в) срок", "к концу срок"),
    ],
)
def test_entries_may_begin_with_alternatives_of_several_words(pattern: str, text: str) -> None:
    lexicon = Lexicon([Entry(pattern, 1)], lists=LISTS)
    assert [(found.start, found.end) for found in lexicon.find(text)] == [(0, len(text))]
    assert lexicon.begins(text.split(maxsplit=1)[0])


def test_the_longest_entry_wins() -> None:
    lexicon = Lexicon([Entry("доллар~", "USD"), Entry("доллар~ сша", "USD, said in full")])
    assert [found.value for found in lexicon.find("долларов сша и доллары")] == ["USD, said in full", "USD"]
