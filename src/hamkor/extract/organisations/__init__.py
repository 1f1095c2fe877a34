"""Finds organisations: known by name, named by rule, or standing out in quotation marks or foreign letters."""

from __future__ import annotations

from hamkor.extract.organisations.apposed import find_apposed
from hamkor.extract.organisations.capitals import find_capitalised
from hamkor.extract.organisations.institutions import find_institutions
from hamkor.extract.organisations.known import find_by_alias, find_known, with_short_name
from hamkor.extract.organisations.ruled import list_by_rule, longest
from hamkor.extract.organisations.scenes import name_scene
from hamkor.extract.organisations.several import find_several
from hamkor.extract.organisations.shaped import is_generic, is_place, name_in_full, with_owner, without_form
from hamkor.extract.organisations.standing import find_standing_out, get_words, without_marks
from hamkor.extract.organisations.words import NamesSoFar, OrganisationWords, load_words
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part
from hamkor.text.fold import fold


def find_organisations(reading: Reading) -> list[list[Part]]:
    """For each sentence of the reading, the organisations in it as parts (OrganisationMention).

    A short name given in brackets, «… банк развития (АБР)», is known from there to the end of the document.
    """
    words = reading.language.remember("organisations", load_words)
    names = NamesSoFar({}, _find_others(reading, words))
    return [_of_sentence(reading, sentence, words, names) for sentence in reading.sentences]


def _find_others(reading: Reading, words: OrganisationWords) -> frozenset[str]:
    """Names of other things wherever they stand alone: called a crossing, a fair … once, or credited as a source."""
    found = {without_marks(fold(name)) for name in reading.prepared.attributed_to}
    for sentence in reading.sentences:
        scene = name_scene(reading, sentence)
        for place, part in zip(scene.places, scene.parts, strict=True):
            if part.kind == "quote" and words.no_organisation_after.match(scene.text, place + 1):
                found.add(get_words(reading, part))
    return frozenset(found)


def _of_sentence(reading: Reading, sentence: ReadSentence, words: OrganisationWords, names: NamesSoFar) -> list[Part]:
    scene = name_scene(reading, sentence)
    candidates = [
        *list_by_rule(reading, scene, words),
        *find_known(reading, sentence, words),
        *find_capitalised(reading, sentence),
        *find_apposed(reading, sentence),
        *find_institutions(reading, sentence),
        *find_standing_out(reading, scene, words, names.others),
        *find_by_alias(reading, sentence, names.aliases),
    ]
    several = list(find_several(reading, sentence))
    single = (part for part in candidates if not any(part.span.overlaps(one.span) for one in several))
    bare = (part for one in single if (part := without_form(one, words)))
    full = (name_in_full(reading, part) for part in bare)
    found = longest([*several, *(with_short_name(reading, part, names.aliases) for part in full)])
    bodies = [part for part in found if not is_generic(reading, part, words) and not is_place(reading, sentence, part)]
    return [with_owner(reading, sentence, part) for part in bodies]
