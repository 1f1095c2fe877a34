"""The country of a national office: named before, where an envoy is accredited, of whom one meets."""

from __future__ import annotations

from hamkor.extract.people.mentions import Mention
from hamkor.extract.whose.codes import get_code, get_country
from hamkor.extract.whose.surroundings import ENVOYS, Surroundings

_MARKS = ('"', "«", "»", "“", "”", "„")


def find_said_country(around: Surroundings, mention: Mention) -> str | None:
    """The one country named before the office in its sentence, or the one that uses the title; else None.

    A place where something is held tells the country only where the text is much about it.
    """
    start = _skip_speech(around, around.reading.sentences[mention.number].sentence.span.start, mention)
    before = around.areas_between(start, mention.span.start)
    said = {get_country(p) for p in before if not around.is_place(p) or get_country(p) in around.topic.main_countries}
    guest = _find_guest(around, mention, {get_country(p) for p in before if around.is_place(p)})
    if guest and said <= {get_country(p) for p in before if around.is_place(p)}:
        return guest
    using = around.countries_using(mention, "of_one_country").intersection(get_country(p) for p in around.areas)
    return next(iter(said)) if len(said) == 1 else next(iter(using)) if len(using) == 1 else None


def _find_guest(around: Surroundings, mention: Mention, hosts: set[str]) -> str | None:
    """“In Ashgabat the minister A and the head of Turkmen Railways B signed …”: a host beside him, he is the guest."""
    sentence = around.reading.sentences[mention.number]
    after = (p for p in sentence.of("organisation", "position") if p.span.start > mention.span.end and p.value.area)
    others = set(around.topic.main_countries) - hosts
    met = len(hosts) == 1 and any(p.value.area.partition("-")[0] in hosts for p in after)
    return others.pop() if met and len(others) == 1 else None


def _skip_speech(around: Surroundings, start: int, mention: Mention) -> int:
    """Where the words begin that tell who speaks: behind the marked speech that opens the sentence."""
    folded = around.reading.folded
    opens = folded[start : start + 1] in _MARKS
    closes = max(folded.rfind(mark, start + 1, mention.span.start) for mark in _MARKS) if opens else 0
    return max(start, closes)


def find_host(around: Surroundings, mention: Mention) -> str | None:
    """Where the envoy of his sentence is accredited: «Министр принял посла Узбекистана в Казахстане»."""
    sentence = around.reading.sentences[mention.number]
    if not any(office.value.code in ENVOYS for office in sentence.of("position")):
        return None
    areas = around.areas_between(sentence.sentence.span.start, sentence.sentence.span.end)
    hosts = {get_country(p) for p in areas if around.is_place(p)}
    return hosts.pop() if len(hosts) == 1 and any(get_country(p) not in hosts for p in areas) else None


def find_home_of_host(around: Surroundings, mention: Mention) -> str | None:
    """The country of the language, of an official who stands before one of another country in his sentence."""
    home: str = around.reading.language.get("positions", "home.country")
    sentence = around.reading.sentences[mention.number]
    offices = {office.span.start for office in sentence.of("position")}
    after = around.areas_between(mention.span.end, sentence.sentence.span.end)
    beside = mention.span.end + 1  # «… өзбек әріптесі»
    met = [p for p in after if p.span in around.others or p.span.end + 1 in offices or p.span.start == beside]
    if not home or not met or around.areas_between(sentence.sentence.span.start, mention.span.end):
        return None
    return home if all(get_country(p) != home for p in met) else None


def find_foreign(around: Surroundings, mention: Mention) -> str | None:
    """The country named most but for the one where the office is held: where none is said, the dateline's."""
    host = {get_country(p) for p in mention.whose if p.kind == "area" and p.value.codes}
    host = host or {str(around.topic.country)}
    return next((code for code, _ in around.topic.named if code not in host), None)


def narrow_to_region(around: Surroundings, country: str | None, mention: Mention) -> str | None:
    """The region last named of a country whose regions have ministers of their own, else the country."""
    if country not in around.reading.language.get("positions", "regional_ministers.countries"):
        return country
    part = around.last(("region",), mention, country)
    return get_code(part) if part else country
