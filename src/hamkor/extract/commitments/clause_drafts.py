"""Drafts of the clauses of a sentence: what each stage is told of, and what of it is done only in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hamkor.extract.commitments.clauses import Region, find_regions, has_quantity, has_substance, is_of_two, opens_body
from hamkor.extract.commitments.draft import Draft
from hamkor.extract.commitments.sectors import TELLING, Sectors
from hamkor.extract.commitments.stages import Trigger
from hamkor.extract.commitments.thing import Thing
from hamkor.extract.commitments.things import split_things
from hamkor.extract.commitments.words import ClauseWords
from hamkor.grammar import Scene

_OPENING = frozenset({"planned", "completed", "in_progress"})
_DONE, _UNDER_WAY = "completed", "in_progress"


def read_clauses(
    words: ClauseWords, scene: Scene, triggers: list[Trigger], *, number: int, sectors: Sectors
) -> tuple[list[Draft], str | None]:
    """The drafts of sentence `number`; the stage of things that it only counts, which the paragraph goes on to tell."""
    drafts: list[Draft] = []
    counted: str | None = None
    for region in find_regions(words, scene.text, triggers) if triggers else ():
        things = split_things(words, scene, region, sectors.get_hits(number))
        things = [thing for thing in things if _tells(words, scene.text, region, thing)]
        if _only_counts(words, scene.text, region):
            counted, things = region.trigger.stage, []
        drafts += [_lower(words, scene.text, region, _draft(number, scene, region, t, things=things)) for t in things]
    return drafts, counted


def _only_counts(words: ClauseWords, text: str, region: Region) -> bool:
    """Whether a clause tells no more than how many things there are."""
    end = region.trigger.start if region.trigger.where == "before" else region.end
    return bool(words.counts.fullmatch(text[region.start : max(end, region.start)].strip(" .:")))


def _is_signed(words: ClauseWords, text: str, region: Region, thing: Thing) -> bool:
    """Whether papers are counted by the words of their signing («подписано 12 соглашений»), or two bodies sign."""
    trigger = region.trigger
    return is_of_two(words, text, trigger, region.right) or _is_counted(text, trigger, thing)


def _lower(words: ClauseWords, text: str, region: Region, draft: Draft) -> Draft:
    """A thing of which only a part is done («отгружена половина»), or that will go on, is under way."""
    told = {_DONE: words.partly, "planned": words.goes_on}.get(draft.stage)
    part = told and told.search(text, region.left, region.right)
    left = draft.stage == _DONE and words.still_left.search(text)
    return replace(draft, stage=_UNDER_WAY) if part or left else draft


def _tells(words: ClauseWords, text: str, region: Region, thing: Thing) -> bool:
    """Whether a thing names a sector, or says something beside the words of its stage."""
    if thing.weight >= TELLING or thing.leads or region.trigger.holds:
        return True
    if words.continues.search(text, min(region.left, thing.start), region.right):
        return True
    before = text[thing.start : max(thing.start, region.trigger.start)]
    after = text[max(thing.start, min(region.trigger.end, thing.end)) : thing.end]
    if region.trigger.keeps and region.trigger.stage in _OPENING and opens_body(text[thing.start : thing.end]):
        return True
    if region.trigger.keeps and region.trigger.stage == "signed" and _is_signed(words, text, region, thing):
        return True
    if region.trigger.stage == "cancelled" and words.returns.search(text, thing.start, thing.end):
        return True  # «the plan has been dropped»: what was told before ends here
    return has_substance(words, after) or has_substance(words, before)


def _draft(number: int, scene: Scene, region: Region, thing: Thing, *, things: Sequence[Thing]) -> Draft:
    return Draft(
        number,
        region.trigger.stage,
        region.trigger.rule,
        scene.to_text(thing.start, thing.end),
        scene.to_text(min(region.left, thing.start), max(region.right, thing.end)),
        thing.sector,
        thing.weight,
        alone=len(things) == 1,
        leads=scene.to_text(things[0].start, things[0].end).start,
    )


def _is_counted(text: str, trigger: Trigger, thing: Thing) -> bool:
    """Whether papers are counted by the very words that tell of their signing («подписано 12 соглашений»)."""
    whole = thing.start == trigger.start and thing.end == trigger.end
    return whole and has_quantity(text[trigger.start : trigger.end])
