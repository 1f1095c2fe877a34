"""Where a sentence speaks of the stage of a promise: matches of the rules, without those denied or conditional."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from hamkor.extract.commitments.words import ClauseWords, get_words
from hamkor.grammar import Language, Match, Rulebook, Scene, load_rules
from hamkor.model.value import value

_BEFORE = 40  # characters before the words of a stage in which a denial may stand
_DONE, _UNDER_WAY, _PLANNED = "completed", "in_progress", "planned"
_PROMISED = frozenset({"discussed", "proposed", "planned", "agreed"})
_AFTER = 6  # characters after the words of a thing done in which a denial may end («ашылған жоқ»)


@value(frozen=True, slots=True)
class Trigger:
    """Words of a stage. All places count in the scene's text.

    where   after | before | either | clause: where the thing stands that they govern
    begins  where the things that follow begin
    keeps   whether the words belong to the evidence
    holds   whether the thing may stand within them («срок сдачи моста перенесён»)
    takes   whether they tell what a paper signed or agreed in the sentence before holds (“It provides for …”)
    beside  whether its signing counts beside that
    carried  whether they only go on with the sentence before («These include …»)
    """

    stage: str
    where: str
    start: int
    end: int
    begins: int
    rule: str
    recalls: bool = False
    keeps: bool = False
    weak: bool = False
    negated: bool = False
    carried: bool = False
    holds: bool = False
    takes: bool = False
    beside: bool = False


def find_triggers(language: Language, scene: Scene) -> list[Trigger]:
    """The words of stages in the scene, in order, not overlapping; may be empty."""
    rulebook: Rulebook = language.remember("commitments.rules", _load_rulebook)
    met = [_trigger(match) for match in rulebook.find(scene)]
    if not met:
        return met
    words = get_words(language)
    met = [t for t in met if not _is_to_come(words, scene.text, t)]
    met = _without_recalled(words, scene.text, met)
    told = [t for t in _without_overlaps(met) if not _is_denied(words, scene.text, t)]
    return _without_governed(words, scene.text, _with_next(words, scene.text, told))


def _with_next(words: ClauseWords, text: str, triggers: list[Trigger]) -> list[Trigger]:
    """«Фабрика 2027 жылы ашылып, 400 адамды жұмыспен қамтиды»: a verb that goes on with the next has its stage."""
    if not words.converb_endings:
        return triggers
    pairs = zip_longest(triggers, triggers[1:])
    return [replace(t, stage=_PLANNED) if after and _is_to_follow(words, text, t, after) else t for t, after in pairs]


def _is_to_follow(words: ClauseWords, text: str, trigger: Trigger, after: Trigger) -> bool:
    converb = text[trigger.start : trigger.end].rstrip(" ,").endswith(words.converb_endings)
    return converb and trigger.stage == _DONE and after.stage == _PLANNED


def _load_rulebook(spoken: Language) -> Rulebook:
    """What became of a promise, then what is promised: of two that read the same words the first tells more."""
    return Rulebook([*load_rules(spoken, "followed"), *load_rules(spoken, "commitments")])


def _trigger(match: Match) -> Trigger:
    gives = match.rule.gives
    begins = match.groups["verb"][1] if "verb" in match.groups else match.end
    return Trigger(
        stage=gives["stage"],
        where=gives["where"],
        start=match.start,
        end=match.end,
        begins=begins,
        rule=match.rule.name,
        recalls=bool(gives.get("recalls")),
        keeps=bool(gives.get("keep")),
        weak=bool(gives.get("weak")),
        negated=bool(gives.get("negated")),
        carried=bool(gives.get("carried")),
        holds=bool(gives.get("holds")),
        takes=bool(gives.get("takes")),
        beside=bool(gives.get("beside")),
    )


def _without_overlaps(met: Iterable[Trigger]) -> list[Trigger]:
    """Of overlapping ones that which recalls, then the longest; a weak one yields to any other."""
    kept: list[Trigger] = []
    for trigger in sorted(met, key=lambda t: (t.weak, not t.recalls, t.start - t.end, t.start)):
        if not any(trigger.start < k.end and k.start < trigger.end for k in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.start)


def _without_recalled(words: ClauseWords, text: str, met: list[Trigger]) -> list[Trigger]:
    """Without the promise that only describes a thing of which the clause tells what became."""
    once = words.list_once_promised(text) if any(t.stage in _PROMISED for t in met) else []
    return [t for t in met if t.stage not in _PROMISED or not any(a <= t.start and t.end < b for a, b in once)]


def _is_to_come(words: ClauseWords, text: str, trigger: Trigger) -> bool:
    """Whether words of a thing done hold one that says it is still to come (“the flight will be resumed”)."""
    return trigger.stage == _DONE and bool(words.to_come.search(text, trigger.start, trigger.end))


def _is_denied(words: ClauseWords, text: str, trigger: Trigger) -> bool:
    before = text[max(0, trigger.start - _BEFORE) : trigger.start]
    if not trigger.negated and (words.denials.search(before) or _is_undone(words, text, trigger)):
        return True
    if trigger.stage == _DONE and words.wished.search(text, 0, trigger.start):
        return True
    clause = text.rfind(";", 0, trigger.start) + 1
    end = text.find(";", trigger.end)
    return bool(words.conditions.search(text, clause, end if end >= 0 else len(text)))


def _is_undone(words: ClauseWords, text: str, trigger: Trigger) -> bool:
    """Whether what is told as done was not, by its own words or by what its clause begins with («Ни один …»)."""
    if trigger.stage not in (_DONE, _UNDER_WAY):
        return False
    clause = max(text.rfind(mark, 0, trigger.start) + 1 for mark in ",;:—")
    return bool(words.undone.search(text, clause, min(len(text), trigger.end + _AFTER)))


def _without_governed(words: ClauseWords, text: str, triggers: list[Trigger]) -> list[Trigger]:
    """Leave out what only describes a thing, and weak words within what others govern.

    A thing that says nothing by itself («меры, благодаря которым …») hands its stage on to what describes it.
    """
    kept: list[Trigger] = []
    for trigger, after in zip_longest(triggers, triggers[1:]):
        before = kept[-1] if kept else None
        if after and _leads_to(words, text, trigger, after):
            continue
        if before and before.where not in ("clause", "before") and _hands_on(words, text, before, trigger):
            kept[-1] = replace(trigger, stage=before.stage)
        elif not _is_governed(words, text, before, trigger):
            kept.append(trigger)
    return kept or triggers


def _leads_to(words: ClauseWords, text: str, trigger: Trigger, after: Trigger) -> bool:
    """Whether weak words stand before the verb that governs them: no clause ends between."""
    if not trigger.weak or "before" not in (trigger.where, after.where):
        return False
    return not (
        words.starts.search(text, trigger.start, after.start) or words.stops.search(text, trigger.end, after.start)
    )


def _hands_on(words: ClauseWords, text: str, before: Trigger, trigger: Trigger) -> bool:
    between = text[before.begins : trigger.start]
    relative = words.relatives.search(between)
    return bool(relative) and not words.has_content(between[: relative.start()] if relative else "")


def _is_governed(words: ClauseWords, text: str, before: Trigger | None, trigger: Trigger) -> bool:
    left = max(before.end if before else 0, text.rfind(": ", 0, trigger.start))
    if words.relatives.search(text, left, trigger.start):
        return True
    if before is None or before.where in ("clause", "before") or ";" in text[left : trigger.start]:
        return False
    if trigger.stage == _PLANNED and words.that.search(text, before.start, left):
        return before.stage in ("agreed", "proposed", "planned")
    return trigger.weak and "," not in text[left : trigger.start]
