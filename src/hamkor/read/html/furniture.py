"""What stands around a text: parts of the page by what they are, lines by what they say, cards of other articles."""

from __future__ import annotations

from collections import defaultdict

from hamkor.read.html.notices import is_notice
from hamkor.read.html.parts import find_in_parts
from hamkor.read.html.units import Element, Unit

LONGEST_CARD = 600  # characters of a teaser with its headline


def find_furniture(units: list[Unit]) -> set[Unit]:
    """The units that belong to furniture: by their part of the page, as a card of another article, by their words."""
    return find_in_parts(units) | _in_cards(units) | {unit for unit in units if is_notice(unit)}


def _in_cards(units: list[Unit]) -> set[Unit]:
    """Units in elements that stand three times or more beside each other, each with the headline of something else."""
    inside: dict[Element, list[Unit]] = defaultdict(list)
    headed: dict[tuple[Element, str, str], set[Element]] = defaultdict(set)
    told: set[Element] = set()  # elements with a sentence before any headline: a link there is no headline of theirs
    for unit in units:
        for element in unit.ancestors():
            inside[element].append(unit)
            parent = element.getparent()
            if unit.is_link and parent is not None and element not in told:
                headed[parent, element.tag, element.get("class") or ""].add(element)
        if unit.ends_sentence and not unit.linked:
            told.update(unit.ancestors())
    return {
        unit
        for (parent, tag, names), cards in headed.items()
        if len(cards) >= 3 and _are_cards(parent, (tag, names), [inside[card] for card in cards])
        for card in cards
        for unit in inside[card]
    }


def _are_cards(parent: Element, kind: tuple[str, str], cards: list[list[Unit]]) -> bool:
    alike = sum(child.tag == kind[0] and (child.get("class") or "") == kind[1] for child in parent)
    sizes = [sum(len(unit.text) for unit in card) for card in cards]
    return len(cards) * 5 >= alike * 3 and max(sizes) <= LONGEST_CARD
