"""What may be found between two names of places; each docstring says what the finding means."""

from __future__ import annotations

from hamkor.resolve.judgement import Finding
from hamkor.resolve.places import Site, get_length, measure_places
from hamkor.text.sounds import is_near


def find_same_area(left: Site, right: Site) -> Finding | None:
    """Both are names of one area in the lists of the languages: one ISO 3166 code, one sort."""
    shared = left.areas & right.areas
    if not shared:
        return None
    area = min(shared)
    return Finding(1.0 if left.areas == right.areas else 0.9, f"both are {area.sort} {area.code}")


def find_other_area(left: Site, right: Site) -> Finding | None:
    """The lists of the languages know both, as different areas: a city is not the region of its name."""
    if not left.areas or not right.areas or left.areas & right.areas or _is_one_bare_name(left, right):
        return None
    return Finding(1.0, f"{_list_areas(left)} is not {_list_areas(right)}")


def find_other_sort(left: Site, right: Site) -> Finding | None:
    """Their words tell different sorts of place: a district, a city, a river."""
    if left.sort and right.sort and left.sort != right.sort and not left.areas & right.areas:
        return Finding(1.0, f"a {left.sort} is not a {right.sort}")
    return None


def find_untold_sort(left: Site, right: Site) -> Finding | None:
    """Only one of them tells that it is no town, a region or a river perhaps, and the lists do not know both."""
    if bool(left.sort) == bool(right.sort) or (left.sort or right.sort) in ("city", "village", "country"):
        return None
    return None if left.areas and right.areas else Finding(1.0, f"only one is called a {left.sort or right.sort}")


def find_same_place_name(left: Site, right: Site) -> Finding | None:
    """The names are one in another spelling, alphabet or case, or those of one area in the lists."""
    if left.sort == right.sort and left.roots & right.roots:
        return Finding(1.0, f"both are called after {min(left.roots & right.roots).code}")
    distance = measure_places(left, right)
    if not is_near(distance, min(get_length(left), get_length(right))):
        return None
    return Finding(1.0 - 0.2 * distance, f"same name: {left.names[0]} = {right.names[0]}")


def _is_one_bare_name(left: Site, right: Site) -> bool:
    """Whether both are the same bare word of one code, which the lists take for a city here and for a region there."""
    codes = {area.code for area in left.areas} & {area.code for area in right.areas}
    return bool(codes and not left.sort and not right.sort and measure_places(left, right) == 0)


def _list_areas(site: Site) -> str:
    return " or ".join(f"{area.sort} {area.code}" for area in sorted(site.areas))
