"""Finds the areas among the words of a sentence: nouns, adjectives, chains and pairs of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.areas.atlas import NOTHING, Adjective, Atlas
from hamkor.extract.parts import AreaMention
from hamkor.grammar import Part
from hamkor.grammar.gazetteer import Gazetteer
from hamkor.model import Span

_FIRST_HALF = 4  # letters at most of a word that a hyphen joins with a name to make another name («Уч-Курган»)
_STATES = frozenset(("country", "nation", "group"))
_ASIDE = re.compile(r" \([^()]{1,30}\)")  # what is said of one of a list: «Ферганская (4,6 тыс. тонн), …»


@dataclass(slots=True)
class Finder:
    """The words of one sentence, and the atlas in which they are looked up."""

    atlas: Atlas
    text: str
    folded: str
    words: tuple[re.Match[str], ...]

    def find(self, known: Iterable[int]) -> Iterator[Part]:
        """The areas that begin at these words."""
        reached = -1
        for number in known:
            if self.words[number].start() < reached or self.is_second_half(number):
                continue
            parts = self.pair(number) or self.chain(number) or self.noun(number, reached) or self.adjective(number)
            if parts and not self.is_given(number, parts[0].value):
                yield from parts
                reached = parts[-1].span.end

    def noun(self, number: int, reached: int) -> Sequence[Part]:
        word = self.words[number]
        for end, row in self.atlas.nouns.match_all(self.folded, word.start(), word[0]):
            if self.is_written(row.wants, word.start(), end) and row.condition in self.folded and not self.is_cut(end):
                if (
                    self.is_else(number, end)
                    or self.is_quoted(word.start(), end)
                    or self.is_feature(number, row.mention)
                ):
                    return ()
                capital = self.capital_of(number, end, row.mention)
                if capital and capital.span.start >= reached:
                    return (capital,)
                before = self.preceded(self.atlas.before, number)
                start = before if before is not None and before >= reached else word.start()
                return (Part("area", Span(start, self.following(self.atlas.after_names, end) or end), row.mention),)
        return ()

    def capital_of(self, number: int, end: int, mention: AreaMention) -> Part | None:
        """The capital of a country, by the word before or after its name («столице Киргизии»)."""
        words, town = self.atlas.capitals, self.atlas.capitals.towns.get("".join(mention.codes))
        if town is None or mention.sort != "country":
            return None
        before, after = self.preceded(words.before, number), self.capital_word(end)
        if before is None and not after:
            return None
        return Part("area", Span(self.words[number].start() if before is None else before, after or end), town)

    def capital_word(self, end: int) -> int:
        """Where the word for a capital ends that follows; 0 where none does, or where it is one of another kind."""
        after = self.following(self.atlas.capitals.after, end)
        return after if after and self.following(self.atlas.capitals.other, after) is None else 0

    def is_else(self, number: int, end: int) -> bool:
        """Whether the words beside the name make it that of something else: «река Нарын», «Fergana Valley»."""
        after = self.preceded(self.atlas.not_after, number) is not None
        start = self.words[number].start()
        if not self.atlas.quoted and self.folded[start - 1 : start] == self.folded[end : end + 1] == '"':
            return True
        stream = self.atlas.streams.match(self.folded, start, self.words[number][0])
        return bool(after or stream) or self.following(self.atlas.not_before, end) is not None

    def is_feature(self, number: int, mention: AreaMention) -> bool:
        """Whether a town's or region's name is that of a river, a valley, a crossing: «Кировское водохранилище».

        Of two joined names the noun of both tells it of each («рекам Шу и Талас», “Guliston-Kairagach crossing”).
        """
        if mention.sort == "country":
            return False
        last, first = self.words[number].end(), self.atlas.features_first
        if self.following(self.atlas.features, last) or self.preceded(first, number) is not None:
            return True
        other = number + 2 if self.word(number + 1) in self.atlas.joints else number + 1
        near = other == number + 2 or self.folded[last : last + 1] == "-"
        listed = near and other < len(self.words) and self.following(self.atlas.features, self.words[other].end())
        after = number > 1 and self.word(number - 1) in self.atlas.joints
        return bool(listed) or (after and self.preceded(first, number - 2) is not None)

    def word(self, number: int) -> str:
        return self.words[number][0] if number < len(self.words) else ""

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the name alone stands in quotation marks: then something is called after the area («Samarqand»)."""
        return self.folded[start - 1 : start] == self.folded[end : end + 1] == '"'

    def is_written(self, wants: str, start: int, end: int) -> bool:
        """Letters as the list has them: with a capital, in capitals, or in any way."""
        if wants == "capitals":
            return self.text[start:end].isupper()
        return wants == "any" or self.text[start].isupper()

    def is_second_half(self, number: int) -> bool:
        """Whether a short word with a capital that is no area stands before the name over a hyphen: «Уч-Курганская»."""
        start = self.words[number].start()
        if not number or self.text[start - 1] != "-" or not self.text[start].isupper():
            return False
        first = self.words[number - 1]
        short = len(first[0]) <= _FIRST_HALF and first.end() == start - 1
        return short and self.text[first.start()].isupper() and not self.atlas.known[first[0]]

    def is_given(self, number: int, mention: AreaMention) -> bool:
        """Whether the name is somebody's given name with a surname behind it: «Абай Түрікпенбаев», no region."""
        end = self.words[number].end()
        if self.words[number][0] not in self.atlas.given or mention.sort in _STATES or number + 1 == len(self.words):
            return False  # “Uzbek” is a given name, too
        if any(self.preceded(nouns, number) is not None for nouns in (self.atlas.before, self.atlas.region_nouns)):
            return False  # «провинции Кундуз Мохаммад Хан»
        named = self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
        of_area = self.atlas.known[self.word(number + 1)] or self.following(self.atlas.region_nouns, end)
        return named and not of_area

    def is_cut(self, end: int) -> bool:
        """Whether a word goes on over a hyphen: «горно-металлургический»; «Москва-Ташкент» are two words."""
        return self.atlas.cut_at_hyphen and self.text[end : end + 1] == "-" and self.text[end + 1 : end + 2].islower()

    def preceded(self, words: Gazetteer[bool], number: int) -> int | None:
        """Where the words of this list begin that end just before the token; None where none do."""
        for back in (2, 1):
            if number >= back and (first := self.words[number - back])[0] in words:
                met = words.match(self.folded, first.start(), first[0])
                if met and self.folded[met[0] : self.words[number].start()] in (" ", ". ", ".", "\n", ' "'):
                    return first.start()
        return None

    def adjective(self, number: int) -> Sequence[Part]:
        """One adjective; before «республика», «федерация» it makes a name."""
        if self.words[number][0] not in self.atlas.adjectives:
            return ()
        word = self.words[number]
        end, meaning = self.longest(word)
        if meaning.alone is NOTHING.alone or self.is_cut(end) or self.following(self.atlas.not_before, end):
            return ()
        if self.atlas.streams.match(self.folded, word.start(), word[0]) or self.is_feature(number, meaning.alone):
            return ()
        articles = self.atlas.capitals.articles
        if not articles or (number and self.word(number - 1) in articles):
            capital = self.capital_of(number, end, meaning.alone)
            if capital:
                return (capital,)
        followed = self.following(self.atlas.after, end) if self.text[word.start()].isupper() else None
        if followed:
            return (Part("area", Span(word.start(), followed), meaning.alone),)
        return (Part("adjective", Span(word.start(), end), meaning.alone),)

    def chain(self, number: int) -> list[Part]:
        """«Бухарской, Навоийской и Ташкентской областями»: a part each; empty if no noun follows."""
        found: list[tuple[int, int, AreaMention]] = []
        while number < len(self.words) and self.words[number][0] in self.atlas.adjectives:
            word = self.words[number]
            end, meaning = self.longest(word)
            if meaning.region is None:
                return []
            found.append((word.start(), end, meaning.region))
            noun = self.following(self.atlas.region_nouns, end)
            if noun and len(found) > 1 and not self.is_plural(end):
                return []
            if noun:
                found[-1] = (word.start(), noun, meaning.region)
                return [Part("area", Span(start, to), area) for start, to, area in found]
            number = self.after_joint(number, end)
        return []

    def is_plural(self, end: int) -> bool:
        """Whether the noun after `end` may be that of several regions; in a language that does not tell, any may."""
        return self.atlas.plurals is None or self.following(self.atlas.plurals, end) is not None

    def longest(self, word: re.Match[str]) -> tuple[int, Adjective]:
        met = self.atlas.adjectives.match(self.folded, word.start(), word[0])
        if met is None or not self.is_written(met[1].wants, word.start(), met[0]):
            return word.end(), NOTHING  # a word that only begins longer adjectives, or no name
        return met

    def following(self, words: Gazetteer[bool], end: int) -> int | None:
        """Where the words of this list end that follow `end` after one space; None where none do."""
        if self.folded[end : end + 1] not in (" ", "\n"):
            return None
        met = words.match(self.folded, end + 1)
        return met[0] if met else None

    def after_joint(self, number: int, end: int) -> int:
        """The number of the token after «, », « и » …; of no token where the list goes no further."""
        nothing = len(self.words)
        aside = _ASIDE.match(self.folded, end)
        end = aside.end() if aside else end
        while number < nothing and self.words[number].start() < end:
            number += 1
        while number < nothing and self.words[number][0] in self.atlas.joints:
            end, number = self.words[number].end(), number + 1
        if number >= nothing or self.folded[end : self.words[number].start()].strip() not in ("", ","):
            return nothing
        return number

    def pair(self, number: int) -> Sequence[Part]:
        """«российско-узбекский», «казахстанско-кыргызско-узбекский»."""
        if self.words[number][0] not in self.atlas.links or not self.joined(number):
            return ()
        first, found = self.words[number].start(), [self.atlas.links[self.words[number][0]]]
        while self.joined(number):
            number += 1
            word = self.words[number]
            if word[0] in self.atlas.links and self.joined(number):
                found.append(self.atlas.links[word[0]])
            elif word[0] in self.atlas.adjectives:
                end, meaning = self.longest(word)
                return (Part("adjective", Span(first, end), _combine([*found, meaning.alone])),)
        return ()

    def joined(self, number: int) -> bool:
        if number + 1 >= len(self.words):
            return False
        return self.folded[self.words[number].end() : self.words[number + 1].start()] in ("-", "—")


def _combine(areas: Sequence[AreaMention]) -> AreaMention:
    codes = tuple(dict.fromkeys(code for area in areas for code in area.codes))
    return AreaMention(codes, ", ".join(area.name for area in areas), areas[0].sort)
