"""English news: crowds and goods that come, people named in a row, towns that act, what is only compared with."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Observation, Statements
from hamkor.pipeline import read_document


def read(text: str, title: str = "Neighbours meet") -> Statements:
    document = Document(id="news", text=text, title=title, published="2025-11-20", digest="0")
    return read_document(document).statements


@pytest.mark.parametrize(
    "text",
    [
        "More than 640,000 Tajik citizens visited Uzbekistan in the first nine months of the year.",
        "Zhetisu Region exported 21,000 tons of apples last season; 8,000 tons went to Uzbekistan.",
        "Half of the tourists who came to Issyk-Kul this summer were from Kazakhstan.",
    ],
)
def test_crowds_and_goods_make_no_visit(text: str) -> None:
    assert read(text).events == ()


def test_people_who_come_are_dated_though_more_than_a_number_came() -> None:
    text = "More than 640,000 Tajik citizens visited Uzbekistan in January-September, against 512,000 a year ago."
    now, before = read(text).observations
    assert (str(now.time_period), str(before.time_period)) == ("2025-01/2025-09", "2024-01/2024-09")


def test_what_will_be_resumed_is_planned_for_next_year() -> None:
    found = read("The Dushanbe-Almaty flight will be resumed on April 2, twice a week.")
    [event], [promise] = found.events, found.commitments
    assert (str(event.date), event.status, promise.stage) == ("2026-04-02", "planned", "planned")


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Almaty and Bishkek plan a train. The mayors, Darkhan Satybaldy and Aibek Junushev, said so.", "KZ-75 KG-GB"),
        (
            "A bus links Taraz and Talas. It was agreed by governors Yerbol Karashev and Koychubek Mambetov.",
            "KZ-31 KG-T",
        ),
        (
            "Present: for the Kazakh side, B. Sarmanov, chairman of the Committee for Water Use; "
            "for the Kyrgyz side, T. Osmonov, deputy minister of water resources.",
            "KZ KG",
        ),
    ],
)
def test_people_in_a_row_have_areas_of_their_own(text: str, areas: str) -> None:
    assert [person.area for person in read(text).people] == areas.split()


def test_a_counterpart_has_the_office_and_another_area() -> None:
    text = "Rovshan Aliyev, deputy director of the Baku port, spoke. His Turkmen counterpart, Merdan Orazov, agreed."
    peer = read(text).people[-1]
    assert (peer.name, peer.position, peer.area) == ("Merdan Orazov", "deputy_head", "TM")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Samarkand and Khujand will exchange museum collections.", {"UZ-SA", "TJ-SU"}),
        ("The Almaty mayor's office and Tashkent's administration discussed electric buses.", {"KZ-75", "UZ-TK"}),
        ("The universities of Nukus and Kyzylorda will exchange ten students.", {"UZ-QR", "KZ-43"}),
    ],
)
def test_towns_act_where_their_offices_do(text: str, parties: set[str]) -> None:
    assert set(read(text, "Kazakhstan, Uzbekistan and Tajikistan").commitments[0].parties) == parties


def tell(found: Observation) -> str:
    whole = found.part_of
    parts = (found.indicator, found.ref_area, found.counterpart_area, whole and whole.ref_area)
    return " ".join(map(str, (*parts, whole and whole.counterpart_area)))


def test_a_partner_that_goods_come_from_is_no_whole_of_a_share() -> None:
    text = "Kazakhstan buys half of its sugar from Russia. It sells a third of its wheat to Uzbekistan."
    bought, sold = read(text, "Where Kazakhstan buys").observations
    assert tell(bought) == "imports KZ RU KZ None"
    assert (sold.counterpart_area, sold.part_of and sold.part_of.counterpart_area) == ("UZ", None)


def test_a_share_is_of_what_grew() -> None:
    text = "Fergana Region exported 9% more in the first half of 2025. China took 24% of this."
    grown, share = read(text, "Fergana sells more").observations
    assert (grown.measure, share.indicator, share.counterpart_area) == ("change", "exports", "CN")


def test_short_numbers_after_areas_go_on() -> None:
    text = "Kyrgyz beekeepers sold 340 tons of honey in 2024. Kazakhstan took 120 tons of it, Saudi Arabia 75."
    found = read(text, "Kyrgyz honey finds buyers").observations
    assert [(str(o.obs_value), o.ref_area, o.counterpart_area) for o in found[1:]] == [
        ("120", "KG", "KZ"),
        ("75", "KG", "SA"),
    ]


def test_what_began_to_fall_is_of_a_year_before() -> None:
    text = "Trade of Kazakhstan with Kyrgyzstan shrank by a tenth in January-June, to $2.4 million from $2.7 million."
    periods = [str(o.time_period) for o in read(text).observations]
    assert periods == ["2025-01/2025-06", "2025-01/2025-06", "2024-01/2024-06"]


def test_a_time_to_come_dates_nothing_that_has_been() -> None:
    [found] = read("Doctors from Termez examined 1,100 patients of Kulob in four days.").observations
    assert found.time_period is None
