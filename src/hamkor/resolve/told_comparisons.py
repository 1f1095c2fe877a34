"""The visible tables of tellings: what is found between two mentions in documents, and what it weighs."""

from __future__ import annotations

from hamkor.resolve import told_bodies, told_people
from hamkor.resolve.judgement import Comparison

PERSON_TOLD = (
    Comparison(told_people.find_name, 1.0),
    Comparison(told_people.find_other_name, -1.0),
    Comparison(told_people.find_bare_names, -0.25),
    Comparison(told_people.find_same_position, 0.05),
    Comparison(told_people.find_same_owner, 0.05),
    Comparison(told_people.find_holder, 0.15),
    Comparison(told_people.find_other_office, -0.1),
    Comparison(told_people.find_other_state, -0.35),
)

ORGANISATION_TOLD = (
    Comparison(told_bodies.find_same_known, 1.0),
    Comparison(told_bodies.find_other_known, -1.0),
    Comparison(told_bodies.find_meaning, 0.95),
    Comparison(told_bodies.find_meaning_but_rank, 0.85),
    Comparison(told_bodies.find_title, 0.8),
    Comparison(told_bodies.find_proper_name, 0.75),
    Comparison(told_bodies.find_sounds, 0.9),
    Comparison(told_bodies.find_acronym, 0.75),
    Comparison(told_bodies.find_words, -0.45),
    Comparison(told_bodies.find_other_owner, -1.0),
    Comparison(told_bodies.find_untold_owner, -0.3),
)
