"""One annotated document against what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hamkor.evaluation.forms import compare_words, find_days, fold
from hamkor.evaluation.kinds import KINDS, WHOLE_FIGURES, Kind, Setting, is_whole_figure
from hamkor.evaluation.tally import Item, Pair, Tally, pair_up

_ALIKE = 0.6  # of the words of an agency's name


def score_document(gold: Item, found: Item, tally: Tally) -> list[str]:
    """Count a document into `tally`, and say what is wrong with it, a line each.

    found  what was found in it, as `hamkor extract` answers; empty where it could not be read
    """
    setting = Setting(gold["text"], gold["published"])
    errors: list[str] = []
    tally.documents += 1
    tally.unread += not found
    for kind in KINDS:
        errors += _score_kind(kind, gold, found, setting=setting, tally=tally)
    _score_source(gold, found.get("document") or {}, tally)
    errors += _score_evidence(found, gold["text"], tally)
    return [f"{gold['id']}: {error}" for error in errors]


def _score_kind(kind: Kind, gold: Item, found: Item, *, setting: Setting, tally: Tally) -> Iterator[str]:
    here, there = gold.get(kind.name, []), found.get(kind.name) or []
    pairs = pair_up(here, there, lambda one, other: kind.weigh(one, other, setting))
    tally.counts[kind.name].add(len(pairs), len(here), len(there))
    if kind.name == "observations":
        whole = sum(is_whole_figure(here[i], there[j], setting) for i, j in pairs)
        tally.counts[WHOLE_FIGURES].add(whole, len(here), len(there))
    yield from _score_fields(kind, [(here[i], there[j]) for i, j in pairs], setting, tally)
    yield from _tell_unpaired(kind.name, here, there, pairs)


def _score_fields(kind: Kind, pairs: Sequence[tuple[Item, Item]], setting: Setting, tally: Tally) -> Iterator[str]:
    for name, judge in kind.fields.items():
        for one, other in pairs:
            count, right = tally.fields[f"{kind.name}.{name}"], judge(one, other, setting)
            if right is None:
                continue
            count.add(right)
            if not right:
                words = one.get("exact") or one.get("name")
                yield f"{kind.name} «{words}»: {name} {_tell(other, name)} instead of {_tell(one, name)}"


def _tell(item: Item, name: str) -> str:
    if name == "areas":
        return f"{item.get('ref_area')}, {item.get('counterpart_area')}"
    if name == "bounds":
        return f"{item.get('obs_value')} in {item.get('low')}–{item.get('high')}"
    return str(item.get(name))


def _tell_unpaired(name: str, gold: Sequence[Item], found: Sequence[Item], pairs: Sequence[Pair]) -> Iterator[str]:
    paired, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, item in enumerate(gold):
        if i not in paired:
            yield f"{name} missed: {item.get('exact') or item.get('name')}"
    for j, item in enumerate(found):
        if j not in taken:
            words = (item.get("evidence") or {}).get("exact") or item.get("name")
            value = f" [{item['obs_value']} {item.get('unit_measure')}]" if "obs_value" in item else ""
            yield f"{name} not annotated: {str(words)[:80]}{value} (rule {item.get('rule') or '?'})"


def _score_source(gold: Item, said: Item, tally: Tally) -> None:
    """Language, who is credited, dateline."""
    source, dateline = gold.get("source") or {}, said.get("dateline") or {}
    here, there = source.get("attributed_to") or [], said.get("attributed_to") or []
    credited = any(compare_words(one, other) >= _ALIKE for one in here for other in there) if here else not there
    place = source.get("dateline_place")
    tally.fields["document.language"].add(said.get("language") == gold["language"])
    tally.fields["document.attributed_to"].add(credited)
    tally.fields["document.dateline place"].add(fold(dateline.get("place")) == fold(place))
    if place:
        same_day = find_days(dateline.get("date")) == find_days(source.get("dateline_date"))
        tally.fields["document.dateline date"].add(same_day)


def _score_evidence(found: Item, text: str, tally: Tally) -> Iterator[str]:
    """Whether all words of all statements stand where they are said to stand."""
    for kind in KINDS:
        for item in found.get(kind.name) or []:
            said = item.get("evidence") or {}
            start, end = said.get("start", -1), said.get("end", -1)
            right = 0 <= start < end <= len(text) and text[start:end] == said.get("exact")
            tally.fields["evidence.exact"].add(right)
            if not right:
                yield f"{kind.name}: the text has not at {start}:{end}: {said.get('exact')!r}"
