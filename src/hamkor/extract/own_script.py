"""What goes out of a text stands in its own script and letters, whatever the language's data are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from hamkor.codes.areas import find_area
from hamkor.grammar import Language, load_language
from hamkor.model import Dateline, PreparedText, Span, Statements
from hamkor.model.evidence import take_whole_letters
from hamkor.text.transliterate import Transliterator

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class OwnScript:
    """The way back of one document: its own letters where it has the word, else those of the table."""

    prepared: PreparedText
    language: Language
    writer: Transliterator
    written: dict[str, str] = field(default_factory=dict)  # words written already

    def write(self, text: str) -> str:
        """`text` in the document's script; codes of areas stay."""
        return text if find_area(text) else _WORD.sub(lambda met: self._write_word(met[0]), text)

    def write_if(self, text: str | None) -> str | None:
        return self.write(text) if text else text

    def _write_word(self, word: str) -> str:
        own = self.written.get(word)
        if own is None:
            own = next(self._tellings(word), None)
            own = self.written[word] = self.writer.convert_plain(word) if own is None else own
        return own

    def _tellings(self, word: str) -> Iterator[str]:
        """How the document itself writes a word, or the beginning of one that is the same (a name before its ending);
        a piece of a letter (`s` of `sh`) is none."""
        text, offsets = self.prepared.text, self.prepared.offsets
        length = len(word)
        for at in sorted(_find_beginnings(text, word), key=lambda at: text[at + length : at + length + 1].isalnum()):
            own = self._take(offsets.to_original(Span(at, at + length)))
            if self.language.reader.convert_plain(own) == word:
                yield own

    def _take(self, span: Span) -> str:
        text = self.prepared.document.text
        return normalize("NFC", take_whole_letters(text, span).within(text))


def _find_beginnings(text: str, word: str) -> Iterator[int]:
    """Where a word stands in the text, or a longer one begins with it."""
    at = text.find(word)
    while at >= 0:
        before = text[at - 1 : at]
        if not (before.isalnum() or before == "_"):
            yield at
        at = text.find(word, at + len(word))


def write_statements(prepared: PreparedText, statements: Statements) -> Statements:
    """The statements with their names, places and subjects in the document's own script."""
    own = _find_own_script(prepared)
    if own is None:
        return statements
    return Statements(
        observations=tuple(replace(o, subject=own.write_if(o.subject)) for o in statements.observations),
        events=tuple(
            replace(
                e,
                place=own.write_if(e.place),
                participants=tuple(replace(p, name=own.write(p.name)) for p in e.participants),
            )
            for e in statements.events
        ),
        commitments=tuple(
            replace(c, parties=tuple(map(own.write, c.parties)), responsible=tuple(map(own.write, c.responsible)))
            for c in statements.commitments
        ),
        people=tuple(
            replace(p, name=own.write(p.name), organisation=own.write_if(p.organisation)) for p in statements.people
        ),
        organisations=tuple(replace(o, name=own.write(o.name)) for o in statements.organisations),
        quotations=tuple(replace(q, speaker=own.write_if(q.speaker)) for q in statements.quotations),
        traces=statements.traces,
    )


def write_source(prepared: PreparedText) -> PreparedText:
    """The prepared text with those it credits and the place of its dateline in its own script."""
    own = _find_own_script(prepared)
    if own is None:
        return prepared
    credited = tuple(name if name == prepared.publisher else own.write(name) for name in prepared.attributed_to)
    dateline = Dateline(own.write_if(prepared.dateline.place), prepared.dateline.date)
    return replace(prepared, attributed_to=credited, dateline=dateline)


def _find_own_script(prepared: PreparedText) -> OwnScript | None:
    if prepared.notice:
        return None
    language, script = load_language(prepared.language), prepared.language.partition("-")[2]
    writer = language.find_writer(script)
    return OwnScript(prepared, language, writer) if writer else None
