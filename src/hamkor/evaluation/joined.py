"""What was put together of a story against what belongs together: pairs of mentions, stages, overdue promises.

A mention is told by the statement of its kind that shares most of its words. A pair of mentions is right where both are
told and are of one thing; what was found beside the annotated mentions is not judged. Where a promise stands is what
stands of the one that its last mention tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from hamkor.evaluation.forms import compare_spans, fold
from hamkor.evaluation.kinds import find_stretch
from hamkor.evaluation.report import Measures
from hamkor.evaluation.tally import Count, Item, Right

# Of each kind the list of its statements, and the field that says of which thing a statement is.
_KINDS = {
    "people": ("people", "entity_id"),
    "organisations": ("organisations", "entity_id"),
    "figures": ("observations", "figure_id"),
    "events": ("events", "event_id"),
    "threads": ("commitments", "thread_id"),
}
_WHOLE, _SURNAME, _PART, _BESIDE = 2.0, 1.0, 0.5, 0.4  # how much names are alike, at the least of each way

Found = Mapping[str, Item]  # documents by their id


@dataclass(slots=True)
class Joined:
    """The counts of pairs by kind, stages that are right, overdue promises found; what is wrong, a line each."""

    pairs: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    stage: Right = field(default_factory=Right)
    overdue: Right = field(default_factory=Right)
    alarms: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: Joined) -> None:
        for kind, count in other.pairs.items():
            self.pairs[kind].add(count.matched, count.gold, count.found)
        for mine, its in ((self.stage, other.stage), (self.overdue, other.overdue)):
            mine.right, mine.judged = mine.right + its.right, mine.judged + its.judged
        self.alarms += other.alarms
        self.errors += other.errors

    def get_measures(self) -> Measures:
        """F1 of each kind, the share of stages that are right, of overdue promises found, of those told that are."""
        measures: Measures = {kind: round(count.f1, 4) for kind, count in self.pairs.items() if count.gold}
        alarmed = self.overdue.right + self.alarms
        if self.stage.judged:
            measures["stage"] = round(self.stage.right / self.stage.judged, 4)
            measures["overdue precision"] = round(self.overdue.right / alarmed, 4) if alarmed else 1.0
        if self.overdue.judged:
            measures["overdue"] = round(self.overdue.right / self.overdue.judged, 4)
        return measures

    def write_line(self) -> str:
        kinds = (f"{kind} {_write(count)}" for kind, count in self.pairs.items() if count.gold)
        stage, overdue = self.stage, self.overdue
        stands = f"stage {stage.right}/{stage.judged}  overdue {overdue.right}/{overdue.judged}, {self.alarms} wrong"
        return "  ".join((*kinds, stands))


def _write(count: Count) -> str:
    return f"{count.f1:.2f} ({count.precision:.2f}, {count.recall:.2f})"


def score_story(story: Item, exported: list[Item]) -> Joined:
    """What a ledger exported of a story (`publish.exported`), against the story."""
    found = {one["document"]["id"]: one for one in exported if "document" in one}
    stands = {one["thread"]["id"]: one["thread"] for one in exported if "thread" in one}
    made = Joined()
    _score_copies(story, found, made)
    for kind in _KINDS:
        _score_kind(kind, story, found, made)
    for thread in story.get("threads", []):
        _score_standing(thread, _find_stand(thread, story, found, stands), made)
    made.errors = [f"{story['id']}: {error}" for error in made.errors]
    return made


def _score_copies(story: Item, found: Found, made: Joined) -> None:
    here = {tuple(pair) for pair in story.get("copies", [])}
    there = {(id_, one["document"]["copy_of"]) for id_, one in found.items() if one["document"].get("copy_of")}
    made.pairs["copies"].add(len(here & there), len(here), len(there))
    made.errors += [f"copies: {copy} of {original}" for copy, original in sorted(here ^ there)]


def _score_kind(kind: str, story: Item, found: Found, made: Joined) -> None:
    told = [(key, mention, _find_thing(kind, mention, story, found)) for key, mention in _list_mentions(kind, story)]
    made.errors += [f"{kind} {key} not found: {_tell(mention)}" for key, mention, thing in told if thing is None]
    for (key, mention, thing), (other_key, other, other_thing) in combinations(told, 2):
        same, joined = key == other_key, thing is not None and thing == other_thing
        made.pairs[kind].add(same and joined, same, joined)
        if same != joined and thing and other_thing:
            wrong = "kept apart" if same else f"joined with {other_key}"
            made.errors.append(f"{kind} {key} {wrong}: {_tell(mention)} | {_tell(other)}")


def _list_mentions(kind: str, story: Item) -> Iterator[tuple[str, Item]]:
    for cluster in story.get(kind, []):
        yield from ((cluster["key"], mention) for mention in cluster["mentions"])


def _tell(mention: Item) -> str:
    return f"{mention['document']} «{mention.get('exact') or mention['name']}»"


def _find_thing(kind: str, mention: Item, story: Item, found: Found) -> str | None:
    """The thing of the statement that tells a mention."""
    name, thing = _KINDS[kind]
    text = next(d["text"] for d in story["documents"] if d["id"] == mention["document"])
    weighed = [(_weigh(kind, mention, one, text), one[thing]) for one in found[mention["document"]][name]]
    best = max(weighed, key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] else None


def _weigh(kind: str, mention: Item, statement: Item, text: str) -> float:
    alike = _compare_names(kind, mention["name"], statement["name"]) if "name" in mention else 0.0
    if alike or ("name" in mention and "exact" not in mention):
        return alike
    said = statement["evidence"]
    places = [(one["start"], one["end"]) for one in (said, *said.get("also", ()))]
    near = max(compare_spans(find_stretch(mention, text), place) for place in places)
    return near * _BESIDE if "name" in mention else near


def _compare_names(kind: str, one: str, other: str) -> float:
    """The whole name, the surname with the first letter; of bodies a part of the name."""
    here, there = fold(one).split(), fold(other).split()
    if not (here and there):
        return 0.0
    if here == there:
        return _WHOLE
    if here[-1] == there[-1] and here[0][0] == there[0][0]:
        return _SURNAME
    inside = fold(one) in fold(other) or fold(other) in fold(one)
    return _PART if kind == "organisations" and inside else 0.0


def _find_stand(thread: Item, story: Item, found: Found, stands: Mapping[str, Item]) -> Item:
    """Where the promise stands that the last mention tells of which any is told; empty where none is."""
    things = (_find_thing("threads", mention, story, found) for mention in reversed(thread["mentions"]))
    return next((stands[thing] for thing in things if thing and thing in stands), {})


def _score_standing(thread: Item, said: Item, made: Joined) -> None:
    stage, overdue = said.get("stage"), bool(said.get("overdue"))
    made.stage.add(stage == thread["current_stage"])
    if stage != thread["current_stage"]:
        made.errors.append(f"threads {thread['key']}: stage {stage} instead of {thread['current_stage']}")
    if thread["overdue"]:
        made.overdue.add(overdue)
    made.alarms += overdue and not thread["overdue"]
    if overdue != thread["overdue"]:
        made.errors.append(f"threads {thread['key']}: overdue {overdue}, due {said.get('due')}")
