"""Whose an office is where no words beside it tell: what it points back at, the same title elsewhere, the rest."""

from hamkor.extract.whose.pointing import point_at_area, point_at_body, point_at_organisation
from hamkor.extract.whose.seeking import seek, seek_for_body
from hamkor.extract.whose.surroundings import Surroundings
from hamkor.extract.whose.titles import find_served, get_office_before

__all__ = [
    "Surroundings",
    "find_served",
    "get_office_before",
    "point_at_area",
    "point_at_body",
    "point_at_organisation",
    "seek",
    "seek_for_body",
]
