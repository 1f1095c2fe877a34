"""The table of tiles holds what the map promises, and leads from one area to a pair."""

from __future__ import annotations

from collections import Counter
from datetime import date

import httpx
import pytest

from hamkor.codes.areas import find_area, find_regions, get_area
from hamkor.messages import LANGUAGES
from hamkor.web.map import find_level, load_places

pytestmark = pytest.mark.parametrize("place", ["sqlite"], indirect=True, scope="session")


def test_every_region_of_two_countries_has_a_tile(place: str) -> None:
    tiles = {one.code for one in load_places()}
    for country in ("KZ", "UZ"):
        standing = {code for code in find_regions(country) if get_area(code).stood_on(date.today())}
        assert standing <= tiles
    assert all(find_area(code) for code in tiles)


def test_no_two_tiles_share_a_place(place: str) -> None:
    assert Counter((one.column, one.row) for one in load_places()).most_common(1)[0][1] == 1
    for one in load_places():
        assert set(one.names) == set(LANGUAGES)
        assert all(0 < len(name) <= 13 for name in one.names.values())


def test_darker_is_more(place: str) -> None:
    levels = [find_level(number, 500) for number in (0, 1, 5, 50, 500)]
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (0, 4)
    assert find_level(0, 0) == 0


def test_one_area_then_another_leads_to_the_pair(client: httpx.Client) -> None:
    for path in ("/", "/between"):
        assert f'href="{path}?first=KZ-43#map"' in client.get(path).text
        chosen = client.get(path, params={"first": "KZ-43"}).text
        assert 'href="/between/KZ-43/UZ-NW"' in chosen
        assert 'aria-current="true"' in chosen
    assert 'href="/between/KZ/UZ-NW"' in client.get("/regions/UZ/KZ").text
    assert client.get("/", params={"first": "nowhere"}).status_code == 400
