"""Words in any script find the other, with their endings; what was asked for as it stands comes first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from ledger_samples import prepare
from sqlalchemy import create_engine, inspect, text

from hamkor.ledger import Ledger, open_ledger
from hamkor.ledger.engine import get_url
from hamkor.ledger.migrations.versions import v0008_spellings
from hamkor.ledger.words import list_words
from hamkor.model import Statements

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "searches.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
# A document for each language; its words tell which words are of it.
_LETTERS = {"kk": "әғқңөұүһі", "uz-Cyrl": "ўҳ"}
_OWN = {
    "kk": "ташкентте ташкентпен алматыда келін сауын сауданың саудасы келісімдері министрлігі министр",
    "uz-Cyrl": "қозоғистондан тошкентда тошкентнинг ташкил ташриф хитойга",
    "en": "tashkent almaty uzbekistan kazakhstan china russia export company companies compass tokayev",
    "uz-Latn": "",
}


def find_language(word: str) -> str:
    folded = next(list_words(word))
    if named := next((language for language, own in _OWN.items() if folded in own.split()), None):
        return named
    if re.match(r"[a-z]", folded):
        return "uz-Latn"
    return next((language for language, letters in _LETTERS.items() if set(letters) & set(folded)), "ru")


@pytest.fixture
def library(ledger: Ledger) -> Ledger:
    """One document a word of the table, in the language that the word is of."""
    words = dict.fromkeys(word for row in ROWS for cell in row for word in cell.split())
    with ledger.writer() as writer:
        for word in words:
            writer.add(prepare(word, f"{word}.", title=None, language=find_language(word)), Statements())
    return ledger


def find(ledger: Ledger, words: str) -> list[str]:
    with ledger.view() as view:
        return [hit.document.id for hit in view.search(words)]


def test_words_are_found_in_other_scripts_and_endings(library: Ledger) -> None:
    missed = [(asked, word) for asked, finds, _ in ROWS for word in finds.split() if word not in find(library, asked)]
    wrong = [(asked, word) for asked, _, none in ROWS for word in none.split() if word in find(library, asked)]
    assert (missed, wrong) == ([], [])


def test_what_was_asked_for_comes_first(library: Ledger) -> None:
    with library.view() as view:
        first, *others = view.search("Тошкентда")
    assert (first.document.id, first.as_asked) == ("Тошкентда", True)
    assert others
    assert not any(hit.as_asked for hit in others)


def test_quoted_words_are_found_as_they_are(library: Ledger) -> None:
    assert find(library, '"Ташкент"') == ["Ташкент"]
    assert set(find(library, "ташкент*")) == {"Ташкент", "Ташкента", "Ташкентом", "Ташкентте", "Ташкентпен"}


def test_several_words_must_all_be_there_each_in_any_script(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(prepare("both", "Экспорт из Ташкента вырос.", title=None, language="ru"), Statements())
        writer.add(prepare("one", "Экспорт из Тараза вырос.", title=None, language="ru"), Statements())
    assert find(ledger, "Toshkent eksport") == ["both"]


def test_a_hit_marks_all_places_and_shows_where_most_stand(ledger: Ledger) -> None:
    long = "Тараз ждёт гостей. " * 20
    body = f"Ташкент. {long}Экспорт в Ташкенте вырос. {long}"
    with ledger.writer() as writer:
        writer.add(prepare("a", body, title="О Ташкенте", language="ru"), Statements())
    with ledger.view() as view:
        (hit,) = view.search("Tashkent eksport")
    assert [span.within(body) for span in hit.marks] == ["Ташкент", "Экспорт", "Ташкенте"]
    assert [span.within("О Ташкенте") for span in hit.title_marks] == ["Ташкенте"]
    assert hit.passage.words == "Экспорт"


def test_what_surrounds_a_hit_is_of_whole_words(ledger: Ledger) -> None:
    text = "Товарооборот двух областей вырос. " * 6 + "Мост построят к осени. " + "Стороны подписали соглашение. " * 6
    with ledger.writer() as writer:
        writer.add(prepare("a", text, title=None, language="ru"), Statements())
    with ledger.view() as view:
        [hit] = view.search("мост")
    said = hit.passage
    assert set(f"{said.before}{said.words}{said.after}".split()) <= set(text.split())
    assert min(len(said.before), len(said.after)) > 60


def test_letters_of_one_sound_stand_for_no_word(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(prepare("a", "Мост построят к осени.", title=None, language="ru"), Statements())
    assert find(ledger, "qqqq") == []
    assert find(ledger, "к") == ["a"]


def test_words_of_a_purged_document_leave_the_index(ledger: Ledger, location: str) -> None:
    with ledger.writer() as writer:
        writer.add(prepare("a", "Тайна Тараза.", title=None, language="ru"), Statements())
        writer.add(prepare("b", "Рейс Тараза.", title=None, language="ru"), Statements())
    ledger.purge("a")
    engine = create_engine(get_url(location))
    with engine.connect() as connection:
        left = set(connection.scalars(text("SELECT word FROM spellings")))
    engine.dispose()
    assert left == {"рейс", "тараза"}


def test_a_ledger_from_before_is_indexed_by_its_migration(library: Ledger, location: str) -> None:
    before = find(library, "Toshkent")
    engine = create_engine(get_url(location))
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE spellings"))
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE words DROP COLUMN terms"))
        assert "spellings" not in inspect(connection).get_table_names()
        with Operations.context(MigrationContext.configure(connection)):
            v0008_spellings.upgrade()
    engine.dispose()
    assert find(open_ledger(location), "Toshkent") == before
