"""Finds observations: the figures of a document, each with what it measures, whose it is, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hamkor.extract.evidence import get_words as get_evidence
from hamkor.extract.observations.about.focus import find_focus, read_title
from hamkor.extract.observations.about.sections import find_sections
from hamkor.extract.observations.counted import is_figure
from hamkor.extract.observations.draft import Draft, Sides, Story
from hamkor.extract.observations.given import read_given
from hamkor.extract.observations.indicator.flow import find_flow
from hamkor.extract.observations.indicator.telling import get_indicator
from hamkor.extract.observations.layout import Figure, Line, find_figures, lay_line
from hamkor.extract.observations.part_of import get_part_of
from hamkor.extract.observations.parts import read_part
from hamkor.extract.observations.rows import read_rows
from hamkor.extract.observations.sides.each import spread_sides
from hamkor.extract.observations.sides.finding import get_sides
from hamkor.extract.observations.sides.gathering import find_meeting
from hamkor.extract.observations.sides.host import find_regions_met, find_told_region
from hamkor.extract.observations.sides.site import find_site
from hamkor.extract.observations.sides.trade import find_trade
from hamkor.extract.observations.sides.transfers import tells_transfers
from hamkor.extract.observations.sides.ways import find_way, go_on_way
from hamkor.extract.observations.sides.works import find_work
from hamkor.extract.observations.size import get_size
from hamkor.extract.observations.status.standing import find_standing
from hamkor.extract.observations.status.telling import get_status
from hamkor.extract.observations.subject import get_subject
from hamkor.extract.observations.tellings import find_tellings
from hamkor.extract.observations.time.announced import date_lead, find_announced
from hamkor.extract.observations.time.held import find_held
from hamkor.extract.observations.time.period import get_period, get_shared_period
from hamkor.extract.observations.words import IndicatorWord, Words, get_words
from hamkor.extract.reading import Reading
from hamkor.model import Observation


def find_observations(reading: Reading) -> list[Observation]:
    """The figures about the cooperation that a document states, in its order.

    Each has its own indicator, sides, time and status: from its clause, else from the figure before it, else from
    what the document is about. What counts as a figure: gold/GUIDE.md, and `counted.never` of the language.
    """
    words = get_words(reading.language)
    title = read_title(words, reading)
    focus = find_focus(reading, title)
    sections = find_sections(reading, focus)
    story = Story(words, focus, title, reading.published, _find_currency(reading))
    story.acting = focus.acting
    if title:
        story.see(title)
    for read in read_rows(reading):
        story.turn_to(sections.get(read.sentence.block, focus))
        line = lay_line(words, reading.folded, read.scene, before=story.before, read=read)
        story.see(line)
        story.way = find_way(line, story.title) or go_on_way(line, story)
        story.travelled = story.way or story.travelled
        story.site = find_site(line, story)
        story.remitted = tells_transfers(line, story)
        story.work = find_work(line, story)
        story.flow = find_flow(line, story)
        story.trade = find_trade(line, story)
        story.stood, story.standing = story.standing, find_standing(line, story)
        story.meeting = find_meeting(line, story)
        story.announced = find_announced(line, story)
        story.results = story.results or story.announced
        story.opener = story.find_opener(line)
        story.preamble = story.find_preamble()
        story.held = find_held(line, story)
        story.pass_by(find_told_region(line))
        story.meet(find_regions_met(line))
        for figure in _figures(words, line):
            story.tell(_read(figure, story))
        story.pass_to(line)
    return [_observation(reading, tellings) for tellings in find_tellings(date_lead(story))]


def _find_currency(reading: Reading) -> str | None:
    """The currency of most amounts; None in a text without any."""
    units = Counter(part.value.unit for read in reading.sentences for part in read.parts if part.kind == "money")
    return next((unit for unit, _ in units.most_common(1)), None)


def _figures(words: Words, line: Line) -> Iterator[Figure]:
    if line.figures:
        yield from find_figures(line, read_given(words, line.scene))


def _read(figure: Figure, story: Story) -> list[Draft]:
    """The figure with all that is known of it; one for each side where each has as much; none where it is no figure."""
    if not is_figure(figure, story):
        return []
    size = get_size(figure, story)
    if size is None:
        return []
    part = read_part(figure, size, story)
    if part:
        return [part]
    indicator = get_indicator(figure, size, story)
    sides = get_sides(figure, indicator, story)
    status = get_status(figure, indicator.name, story)
    period = get_period(figure, indicator=indicator.name, measure=size.measure, status=status, story=story)
    draft = Draft(figure, size, indicator.name, sides, period, status, indicator.one_sided)
    return [_finish(draft, own, indicator, story) for own in spread_sides(figure, sides, indicator.name)]


def _finish(draft: Draft, sides: Sides, indicator: IndicatorWord, story: Story) -> Draft:
    """The figure as that of these sides: what it is a share of, the time and the subject that this tells."""
    figure, period = draft.figure, draft.period
    whole = get_part_of(figure, indicator, sides, story) if draft.size.measure == "share" else None
    if period is None and whole and draft.status == "actual":
        period = get_shared_period(whole, indicator.name, story)
    subject = get_subject(figure, indicator.name, story)
    return replace(draft, sides=sides, period=period, subject=subject, part_of=whole)


def _observation(reading: Reading, tellings: Sequence[Draft]) -> Observation:
    draft = tellings[0]
    size, sentence = draft.size, draft.figure.line.read.sentence if draft.figure.line.read else None
    evidence = get_evidence(reading, draft.figure.quoted, sentence)
    again = tuple(reading.prepared.offsets.to_original(t.figure.quoted) for t in tellings[1:])
    if again or len(evidence.also) > 1:
        evidence = replace(evidence, also=tuple(sorted({*evidence.also, *again})))
    return Observation(
        indicator=draft.indicator,
        subject=draft.subject,
        measure=size.measure,
        obs_value=size.value,
        low=min(size.bounds.low, size.value),
        high=max(size.bounds.high, size.value),
        unit_measure=size.unit,
        qualifier=size.qualifier,
        time_period=draft.period,
        ref_area=draft.sides.ref,
        counterpart_area=draft.sides.counterpart,
        status=draft.status,
        part_of=draft.part_of,
        evidence=evidence,
        rule=draft.figure.given.get("rule", draft.figure.part.kind),
    )
