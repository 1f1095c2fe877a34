"""What a language says of organisations: its rules, its known names, and the words that tell a name is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hamkor.extract.parts import OrganisationMention
from hamkor.grammar import Entry, Language, Lexicon, Rulebook, compile_kept, compile_notation, load_rules
from hamkor.grammar.anyof import compile_phrases
from hamkor.text.fold import fold

_LEADS = 4  # words between a name and the noun that tells what bears it


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """The compiled data of one language."""

    rules: Rulebook
    known: Lexicon
    no_organisation_before: re.Pattern[str]
    no_organisation_after: re.Pattern[str]
    no_names: frozenset[str]
    begin_names: frozenset[str]
    forms: frozenset[str]
    generic: Lexicon
    papers: Lexicon
    ands: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class NamesSoFar:
    """What a document has told of names so far: short ones of bodies; and those of other things."""

    aliases: dict[str, OrganisationMention]
    others: frozenset[str]


def load_words(language: Language) -> OrganisationWords:
    entries = [
        Entry(pattern.strip(), row, f"{language.code}/organisations.tsv")
        for row in language.get_rows("organisations")
        for pattern in row["patterns"].split(" | ")
    ]
    follows = language.get("organisations", "follows")
    notation = compile_notation(
        # of names in a row, the first tells what they are; words for what the thing is for may follow its noun
        "{not_after} {follows}*3 [,] (<quote> (,|{and}) [<area>] [—|-])*3 $"
        if follows
        else "{not_after} (<quote> (,|{and}))*3 $",
        place=f"{language.code}/organisations.toml: not_after",
        lists={**language.lists, "not_after": language.get("organisations", "not_after"), "follows": follows},
        endings=language.endings,
    )
    return OrganisationWords(
        Rulebook(load_rules(language, "organisations")),
        Lexicon(entries, lists=language.lists, endings=language.endings),
        notation.regex,
        _compile_after(language),
        frozenset(language.get("organisations", "not_names")),
        frozenset(language.get("organisations", "begin_names")),
        frozenset(fold(form) for form in language.get("organisations", "forms")),
        _load_generic(language),
        _load_papers(language),
        compile_notation("{and}", place="organisations", lists=language.lists).regex,
    )


def _load_generic(language: Language) -> Lexicon:
    """Words that tell a kind of body and name none."""
    place = f"{language.code}/organisations.toml: generic"
    entries = (Entry(pattern, True, place) for pattern in language.get("organisations", "generic"))
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _load_papers(language: Language) -> Lexicon:
    """What papers are called («меморандум», «дорожная карта»)."""
    place = f"{language.code}/stages.toml: instrument"
    told = (pattern for table in language.get("stages", "instrument") for pattern in table["words"])
    entries = (Entry(pattern, True, place) for pattern in told)
    return Lexicon(entries, lists=language.lists, endings=language.endings)


def _compile_after(language: Language) -> re.Pattern[str]:
    """What after a name, or after the last of names in a row, tells that they are no organisations'."""
    row = compile_notation("((,|{and}|—|–|-) <quote>)*3", place="organisations", lists=language.lists).expression
    after = compile_phrases(language, "organisations", "not_before").pattern
    leads = language.get("organisations", "leads")
    led = f"(?:{compile_phrases(language, 'organisations', 'leads').pattern} )" if leads else "(?:)"
    return compile_kept(rf'{row}[" ]*{led}{{0,{_LEADS}}}(?:{after})')


def get_known_area(words: OrganisationWords, name: str) -> str | None:
    """Whom an organisation of this name is known to belong to."""
    folded = fold(name)
    known = (found for found in words.known.find(folded) if (found.start, found.end) == (0, len(folded)))
    return next((found.value["area"] or None for found in known), None)
