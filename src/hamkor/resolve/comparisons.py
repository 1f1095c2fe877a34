"""The visible tables: every comparison of names, and what its finding adds to the score.

A function's docstring says what it finds. A new comparison is one function and one line here.
"""

from __future__ import annotations

from hamkor.resolve import organisation_findings, person_findings, place_findings, word_findings
from hamkor.resolve.judgement import Comparison

PERSON = (
    Comparison(person_findings.find_full_name, 0.95),
    Comparison(person_findings.find_surname_and_initial, 0.85),
    Comparison(person_findings.find_one_word, 0.8),
    Comparison(person_findings.find_surname_alone, 0.55),
    Comparison(person_findings.find_other_word, -0.8),
    Comparison(person_findings.find_spelling, -0.15),
    Comparison(person_findings.find_patronymic, 0.1),
    Comparison(person_findings.find_other_patronymic, -0.6),
    Comparison(person_findings.find_other_sex, -0.4),
    Comparison(person_findings.find_case, -0.03),
)

ORGANISATION = (
    Comparison(organisation_findings.find_same_known, 1.0),
    Comparison(organisation_findings.find_other_known, -1.0),
    Comparison(organisation_findings.find_same_meaning, 0.95),
    Comparison(organisation_findings.find_nearly_same_meaning, 0.9),
    Comparison(organisation_findings.find_same_proper_name, 0.75),
    Comparison(organisation_findings.find_acronym, 0.75),
    Comparison(organisation_findings.find_part_of_meaning, 0.1),
    Comparison(word_findings.find_other_words, -0.45),
    Comparison(organisation_findings.find_other_owner, -1.0),
    Comparison(organisation_findings.find_untold_owner, -0.3),
)

PLACE = (
    Comparison(place_findings.find_same_area, 1.0),
    Comparison(place_findings.find_other_area, -1.0),
    Comparison(place_findings.find_other_sort, -1.0),
    Comparison(place_findings.find_untold_sort, -0.3),
    Comparison(place_findings.find_same_place_name, 0.9),
)
