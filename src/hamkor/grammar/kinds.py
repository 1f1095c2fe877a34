"""The kinds of parts that a scene may hold, and the characters that stand for them."""

from __future__ import annotations

# The parts a scene may hold, each shown to patterns as one private-use character.
PART_CHARACTERS = {
    "money": "\ue000",
    "percent": "\ue001",
    "count": "\ue002",
    "measure": "\ue003",
    "times": "\ue004",
    "fraction": "\ue005",
    "number": "\ue006",
    "period": "\ue010",
    "area": "\ue011",
    "adjective": "\ue012",
    "person": "\ue013",
    "position": "\ue014",
    "organisation": "\ue015",
    "name": "\ue016",
    "quote": "\ue017",
    # What times are made of; only patterns of periods see these.
    "year": "\ue020",
    "bareyear": "\ue021",
    "month": "\ue022",
    "small": "\ue023",
    "order": "\ue024",
    "weekday": "\ue025",
    "season": "\ue026",
    "date": "\ue027",
}
GROUPS = {
    "quantity": "money percent count measure times fraction number",
    "place": "area adjective",
    "actor": "area adjective person position organisation",
}

FIRST_PART = "\ue000"  # the first of the private-use characters: what is not below it is a part
