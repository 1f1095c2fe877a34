"""Of a text that tells of one country alone, the other side: the language's home, or where its envoy is sent.

Of a text on trade that names a partner alone whose trade it is goes without saying:

«Қытайға астық экспорты 6 есе артты», «Xitoyga un eksporti oshdi». Only where endings tell for sure that goods go to the
one named, come from it or are traded with it; a text that tells what that country does itself is about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hamkor.extract.observations.draft import Sides, get_country
from hamkor.extract.observations.layout import Line
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.words import Words
from hamkor.extract.reading import ReadSentence

_TOWARDS = {"exports": ("to",), "imports": ("from",), "trade_turnover": ("with",)}
_PARTNER = ("to", "from", "with")
_TRADED = "traded"
_ENVOYS = ("ambassador", "consul")


def add_home(sides: Sides, lines: Sequence[Line], words: Words) -> Sides:
    """The sides with the language's home as the first, where the only one told of is a mere partner in trade.

    lines  the title, if any, and the first sentences
    """
    if words.home and _are_partners(lines, words):
        return Sides(words.home)
    alone = sides.ref and not sides.counterpart and words.home and get_country(sides.ref) != words.home
    if not (alone and words.role_endings):
        return sides
    told = [role for line in lines for role in _list_roles(line, get_country(sides.ref))]
    return Sides(words.home, sides.ref) if _TRADED in told and set(told) <= {_TRADED, *_PARTNER} else sides


def _are_partners(lines: Sequence[Line], words: Words) -> bool:
    """Whether all areas told of are partners in trade, one after another («… bilan 812, … bilan 843 million»)."""
    areas = [
        (line, at, part) for line in lines for at, part in line.parts(0, len(line.scene.text), "area", "adjective")
    ]
    codes = {get_country(code) for _, _, part in areas for code in part.value.codes} - {words.home}
    traded = {role for line in lines for code in codes for role in _list_roles(line, code)}
    return len(codes) > 1 and traded == {_TRADED} and bool(words.role_endings)


def add_host(sides: Sides, reads: Iterable[ReadSentence]) -> Sides:
    """The sides with the country that an envoy of the only one told of is sent to («посол Пакистана в Кыргызстане»).

    reads  the first sentences
    """
    if not sides.ref or sides.counterpart:
        return sides
    hosts = {host for read in reads for host in _list_hosts(read, get_country(sides.ref))}
    return Sides(hosts.pop(), sides.ref) if len(hosts) == 1 else sides


def _list_hosts(read: ReadSentence, country: str | None) -> Iterator[str]:
    """The other countries within the names of a country's envoys."""
    for envoy in read.of("person"):
        if envoy.value.position in _ENVOYS and get_country(envoy.value.area) == country:
            inside = (p for p in read.of("area") if envoy.span.covers(p.span))
            yield from (code for p in inside for code in p.value.codes if code != country and "-" not in code)


def _list_roles(line: Line, country: str | None) -> Iterator[str]:
    """The role of each mention of the country; `traded` where goods go to it, come from it, are traded with it."""
    names = [c.indicator.name for c in line.indicators(0, len(line.scene.text)) if c.indicator]
    roles = {role for name in names for role in _TOWARDS.get(name, ())}
    for at, part in line.parts(0, len(line.scene.text), "area", "adjective"):
        if country in {get_country(code) for code in part.value.codes}:
            role = get_role(line, at) if part.kind == "area" else part.kind
            yield _TRADED if role in roles else role
