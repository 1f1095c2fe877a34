"""The words around the words of a stage (stages.toml), compiled once for a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hamkor.grammar import Language, compile_notation
from hamkor.grammar.anyof import compile_phrases

_WORD = re.compile(r"[\w'-]+")
_CARRIER = 30  # characters in which the word stands that governs a list of goods
_VERBAL = 3  # words in which it stands, where it is a verb
_OPENING = 60  # characters that hold the first words of a thing


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What bounds clauses, denies, conditions and lists. All run over a scene's text."""

    stops: re.Pattern[str]
    starts: re.Pattern[str]
    openers: re.Pattern[str]
    denials: re.Pattern[str]
    conditions: re.Pattern[str]
    relatives: re.Pattern[str]
    asides: re.Pattern[str]
    once_promised: re.Pattern[str]
    once_aside: re.Pattern[str]
    that: re.Pattern[str]
    wished: re.Pattern[str]
    pointing: re.Pattern[str]
    joints: re.Pattern[str]
    compounds: re.Pattern[str]
    prepositions: re.Pattern[str]
    setting: re.Pattern[str]
    about: re.Pattern[str]
    topics: re.Pattern[str]
    after_sides: re.Pattern[str]
    actors: re.Pattern[str]
    empty: re.Pattern[str]
    returns: re.Pattern[str]
    counts: re.Pattern[str]
    continues: re.Pattern[str]
    that_event: re.Pattern[str]
    happens: re.Pattern[str]
    details: re.Pattern[str]
    rounds: re.Pattern[str]
    goings: re.Pattern[str]
    effects: re.Pattern[str]
    idle: re.Pattern[str]
    visits: re.Pattern[str]
    habits: re.Pattern[str]
    in_full: re.Pattern[str]
    abilities: re.Pattern[str]
    takes_place: re.Pattern[str]
    under_paper: re.Pattern[str]
    same_thing: re.Pattern[str]
    whole_ends: re.Pattern[str]
    only_begins: re.Pattern[str]
    carriers: re.Pattern[str]
    past: re.Pattern[str]
    to_come: re.Pattern[str]
    partly: re.Pattern[str]
    rest: re.Pattern[str]
    still_left: re.Pattern[str]
    undone: re.Pattern[str]
    goes_on: re.Pattern[str]
    action_endings: tuple[str, ...]
    action_words: re.Pattern[str]
    converb_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    verb_words: re.Pattern[str]
    before_actions: tuple[str, ...]
    verb_marks: frozenset[str]
    action_last: bool
    ands: re.Pattern[str]
    known: dict[str, bool]

    def is_aside(self, text: str, at: int) -> bool:
        """Whether a place stands between two commas, in what describes the noun before (“, promised for 2022,”)."""
        start = text.rfind(",", 0, at)
        met = self.asides.match(text, start) if start >= 0 else None
        return met is not None and met.end() > at

    def list_once_promised(self, text: str) -> list[tuple[int, int]]:
        """Where words only recall that the thing, of which the clause tells what became, was promised.

        «Клиника, которую обещали открыть, принимает пациентов», “the flight agreed on in spring was cancelled”; nothing
        where no clause goes on behind them.
        """
        met = (m.span() for told in (self.once_promised, self.once_aside) for m in told.finditer(text))
        return [(start, end) for start, end in met if _WORD.search(text, end)]

    def has_content(self, text: str) -> bool:
        """Whether any word of `text` says something by itself."""
        return any(self._tells(met.group()) for met in _WORD.finditer(text))

    def _tells(self, word: str) -> bool:
        if word not in self.known:
            self.known[word] = len(word) > 2 and not self.empty.fullmatch(word)
        return self.known[word]

    def is_subject(self, text: str) -> bool:
        """Whether `text`, which stands before a verb, can be its subject: no adverbial, and with content."""
        bare = self.strip_openers(text)
        return bool(bare) and not self.prepositions.match(bare) and self.has_content(bare)

    def strip_openers(self, text: str) -> str:
        """`text` without the words that only open a clause."""
        return text[self.opening(text) :]

    def opening(self, text: str) -> int:
        """How many characters at the beginning of `text` only open the clause."""
        at = _margin(text, 0)
        while (met := self.openers.match(text, at)) and met.end() > at:
            at = _margin(text, met.end())
        return at

    def carries(self, text: str) -> bool:
        """Whether a thing begins (or ends, if verbs do) with what governs goods («поставки риса, угля и тканей»)."""
        return bool(self.carriers.search(text[-_CARRIER:] if self.action_last else text[:_CARRIER]))

    def is_bare_action(self, text: str) -> bool:
        """Whether a thing is a noun of action and nothing that it is done to, where verbs stand last."""
        said = [word for word in _WORD.findall(text) if word not in self.before_actions]
        return self.action_last and len(said) == 1 and said[0].endswith(self.action_endings)

    def ships(self, words: list[str]) -> bool:
        """Whether words end with what governs goods and is a verb («import qilishga», «импорттауға»)."""
        last = words[-_VERBAL:]
        return any(w.endswith(self.action_endings) for w in last) and bool(self.carriers.search(" ".join(last)))

    def orders(self, text: str) -> bool:
        """Whether `text` holds a verb that names what someone is to do («ведомствам подготовить …»)."""
        return any(self.is_verb(met.group()) for met in _WORD.finditer(text))

    def is_verb(self, word: str) -> bool:
        return (len(word) > 3 and word.endswith(self.verb_endings)) or bool(self.verb_words.fullmatch(word))

    def opens_action(self, text: str) -> str:
        """'verb' or 'noun' where a thing begins with a verb or a noun of action, else ''; ends, if verbs do."""
        if text.partition(" ")[0] in self.verb_marks:
            return "verb"
        words = _WORD.findall(text)[:-5:-1] if self.action_last else _WORD.findall(text, 0, _OPENING)[:4]
        for word in words:
            if self.action_words.fullmatch(word):
                return "noun"
            if self.is_verb(word):
                return "verb"
            if word.endswith(self.action_endings):
                return "noun"
            if not word.endswith(self.before_actions):
                return ""
        return ""


def _margin(text: str, at: int) -> int:
    while at < len(text) and text[at] in ' ,—"-:.)':
        at += 1
    return at


def get_words(language: Language) -> ClauseWords:
    """The clause words of the language, compiled when first asked for."""
    words: ClauseWords = language.remember("commitments.words", _compile)
    return words


def _compile(language: Language) -> ClauseWords:
    def phrases(key: str) -> re.Pattern[str]:
        return compile_phrases(language, "stages", key)

    def endings(key: str) -> tuple[str, ...]:
        return tuple(language.get("stages", key))

    return ClauseWords(
        stops=phrases("stops"),
        starts=phrases("starts"),
        openers=phrases("openers"),
        denials=re.compile(f"(?:{phrases('denials').pattern})\\s*$"),
        conditions=phrases("conditions"),
        relatives=re.compile(f"(?P<head>{phrases('relatives').pattern})[^,;]*$"),
        asides=re.compile(f"(?:{phrases('asides').pattern})[^,;:()]*,"),
        once_promised=phrases("once_promised"),
        once_aside=re.compile(f"(?:{phrases('once_aside').pattern})[^,;:()]*,"),
        that=phrases("that"),
        wished=re.compile(f"(?:{phrases('wished').pattern}) [^,;:]*$"),
        pointing=re.compile(rf"\s*(?:{phrases('pointing').pattern})\s*"),
        joints=phrases("joints"),
        compounds=phrases("compounds"),
        prepositions=phrases("prepositions"),
        setting=phrases("setting"),
        about=phrases("about"),
        topics=phrases("topics"),
        after_sides=phrases("after_sides"),
        actors=phrases("actors"),
        empty=phrases("empty_words"),
        returns=phrases("returns"),
        counts=phrases("counts"),
        continues=phrases("continues"),
        that_event=phrases("that_event"),
        happens=re.compile(rf"\s*(?:{phrases('happens').pattern})"),
        details=phrases("details"),
        rounds=phrases("rounds"),
        goings=re.compile(rf"\s*(?:{phrases('goings').pattern})"),
        effects=phrases("effects"),
        idle=phrases("idle"),
        visits=phrases("visits"),
        habits=phrases("habits"),
        in_full=phrases("in_full"),
        abilities=phrases("abilities"),
        takes_place=phrases("takes_place"),
        under_paper=phrases("under_paper"),
        same_thing=phrases("same_thing"),
        whole_ends=phrases("whole_ends"),
        only_begins=phrases("only_begins"),
        carriers=phrases("carriers"),
        past=phrases("past_times"),
        to_come=phrases("to_come"),
        partly=phrases("partly"),
        rest=phrases("rest"),
        still_left=phrases("still_left"),
        undone=phrases("undone"),
        goes_on=phrases("goes_on"),
        action_endings=endings("action_endings"),
        action_words=phrases("action_words"),
        converb_endings=endings("converb_endings"),
        verb_endings=endings("verb_endings"),
        verb_words=phrases("verb_words"),
        before_actions=endings("before_actions"),
        verb_marks=frozenset(endings("verb_marks")),
        action_last=bool(language.get("language", "final_verb")),
        ands=_compile_ands(language),
        known={},
    )


def _compile_ands(language: Language) -> re.Pattern[str]:
    """An "and" that ends the words it runs over."""
    ands = compile_notation("{and}", place=f"{language.code}/lists.toml: and", lists=language.lists).expression
    return re.compile(rf"(?:{ands})\s*$")
