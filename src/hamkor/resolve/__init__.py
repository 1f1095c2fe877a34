"""Who is who across languages and scripts: comparison of names of people, organisations and places."""

from hamkor.resolve.comparisons import ORGANISATION, PERSON, PLACE
from hamkor.resolve.judgement import NEGATIVE, POSITIVE, UNSURE, Comparison, Judged
from hamkor.resolve.naming import compare_names, compare_organisations, compare_persons, compare_places

__all__ = [
    "NEGATIVE",
    "ORGANISATION",
    "PERSON",
    "PLACE",
    "POSITIVE",
    "UNSURE",
    "Comparison",
    "Judged",
    "compare_names",
    "compare_organisations",
    "compare_persons",
    "compare_places",
]
