"""What a count measures whose noun tells nothing by itself."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.interviews import asks
from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.near import OTHER, get_last_word, near_word, near_words
from hamkor.extract.observations.indicator.people import tell_people_alone
from hamkor.extract.observations.indicator.terms import GROWN, TRADERS
from hamkor.extract.observations.layout import Figure, get_counted_sorts
from hamkor.extract.observations.words import IndicatorWord, Words
from hamkor.text.fold import fold

_WHERE = frozenset(("lands", "places"))  # of which a number measures nothing of what goes there


def get_of_count(figure: Figure, story: Story) -> IndicatorWord:
    """A count whose noun tells nothing: by the same noun before, by the words around, by what was counted before."""
    words, noun = story.words, get_counted_noun(figure)
    counted = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.size.kind == "count"]
    before = story.in_sentence(figure)
    if before and before.figure.given.get("unit") == "next":
        return IndicatorWord(before.indicator)
    if noun and not _WHERE.isdisjoint(get_counted_sorts(words, noun)):
        return OTHER  # «41 мемлекетке тауар сатылады», «12 қишлоққа сув етказилди» tell of no exports, no water
    if noun:
        same = [d.indicator for d in counted if d.figure.quantity.noun == noun and not figure.cues("exists")]
        goods = [before.indicator] if before and _is_of_goods(before) and not _is_site(figure, words) else []
        goods += [d.indicator for d in counted[-1:] if figure.quantity.unit == d.size.unit == "person"]
        goods = [name for name in goods if before or name not in SORTS.met]  # who came, came in that sentence alone
        came = figure.cues("attending") and figure.quantity.unit != "person"  # «автопробег с участием 30 экипажей»
        crew = IndicatorWord(SORTS.attending[OTHER.name]) if came and not _is_site(figure, words) else None
        return _of_thing(figure, words) or crew or IndicatorWord([OTHER.name, *goods, *same][-1])
    joined = _joined_to(figure, before)
    if joined:
        return joined
    near = near_word(figure, words, "count")
    if near and near.name in SORTS.people and _is_of_things(figure, before):
        near = None  # «12 зауыттың бесеуі жұмыс істейді»: plants at work are no jobs
    if near and near.name in SORTS.counted_only and not (counted and (near.weak or figure.cues("previous"))):
        return near
    made = near if near and words.verb_last and near.name in SORTS.of_things else None
    made = None if figure.quantity.unit == "person" else made  # «тўлиқ қувватда ишчилар 2 300 нафарга етади»
    grown = IndicatorWord(before.indicator) if before and before.size.measure in GROWN else None
    if before and before.size.measure == "share" and before.indicator in SORTS.counted_only:
        grown = IndicatorWord(before.indicator)  # «почти половина предприятий — 217 из 572»
    told = counted or story.find_pointed(figure)
    last = IndicatorWord(told[-1].indicator) if told else None
    if before and before.size.measure in GROWN and near is None and before.indicator in SORTS.counted_only:
        last = grown  # «quvvati ikki baravar ortib, 300 taga yetadi»: what grew, whatever was counted before
    next_one = _following(figure)
    if last and last.name == OTHER.name and next_one and next_one.name != OTHER.name:
        last = None  # «Xitoyga 40 ta, Rossiyaga 30 ta korxona tegishli»
    found = (
        made or last or near or grown or next_one or _opened(story) or _ranked(figure, story) or _told(story, figure)
    )
    unsaid = found.name == SORTS.people[0] or (found.name == OTHER.name and figure.quantity.unit == "person")
    return tell_people_alone(figure, story) if unsaid and not counted else found


def _opened(story: Story) -> IndicatorWord | None:
    """What the line that opens a list counts («Korxonalar soni hududlar kesimida: …»)."""
    told = get_last_word(story.opener, "count") if story.opener else None
    counted = story.find_counted() if told is None and story.opener else None
    if counted:
        told = IndicatorWord(counted.indicator)  # «58 502 ta korxona. Ular hududlar kesimida: …»
    return told if told and told.name in SORTS.counted_only else None


def _ranked(figure: Figure, story: Story) -> IndicatorWord | None:
    """«15 240 ta korxona bor. Birinchi o'rinda Xitoy — 3 912 ta»: of a rank what was counted right before."""
    before = story.drafts[-1] if story.drafts and figure.cues("ranked") else None
    near = before is not None and before.figure.line.number >= figure.line.number - 1
    counted = near and before is not None and before.size.unit == figure.quantity.unit
    return IndicatorWord(before.indicator) if before and counted and before.indicator in SORTS.counted_only else None


def _told(story: Story, figure: Figure) -> IndicatorWord:
    """What the sentence before, of the same paragraph, told of («Больше всего предприятий у Китая. Их число — 725»)."""
    line = story.before  # «Nechta korxona bor? — 640 ta»
    asked = line is not None and asks(line.scene.text)
    line = line if asked or figure.given.get("unit") == "count" else None
    same = line and line.paragraph == figure.line.paragraph
    return (get_last_word(line, "count") if line and same else None) or OTHER


def _joined_to(figure: Figure, before: Draft | None) -> IndicatorWord | None:
    """«quvvati — 6 ming tonna ip va 2,5 million dona kiyim»: pieces behind a capacity in tonnes are one, too."""
    if before is None or before.indicator not in SORTS.leading or before.size.kind != "measure":
        return None
    text, words = figure.line.scene.text, figure.line.words
    joined = words.joints & set(text[before.figure.place : figure.place].split()[-2:])
    own = words.verb_last and figure.line.indicators(before.figure.place, figure.place)
    return IndicatorWord(before.indicator) if joined and not own else None


def get_counted_noun(figure: Figure) -> str | None:
    """The noun that is counted; None where it only says that something is («1808 единиц»)."""
    noun = figure.quantity.noun
    return None if "plain" in get_counted_sorts(figure.line.words, noun) else noun


def _is_of_things(figure: Figure, before: Draft | None) -> bool:
    """Whether it is some of the things counted right before in its sentence."""
    return bool(figure.given.get("unit") == "count" and before and before.size.unit == "COUNT")


def _is_of_goods(before: Draft) -> bool:
    """Whether goods were just told that what is counted next goes on with («500 автобусов и 200 комбайнов»)."""
    counted = before.size.kind == "count" and before.indicator in SORTS.of_things
    return counted or before.indicator in TRADERS.values()


def _of_thing(figure: Figure, words: Words) -> IndicatorWord | None:
    """The words after a counted thing («пар поездов»), or before it («мощностью 500 машин»)."""
    after = [c.indicator for c in figure.line.indicators(figure.place, figure.after[1]) if c.indicator]
    if _is_site(figure, words):  # «80 диірмен жұмыс істейді» tells of no jobs
        after = [i for i in after if i.name not in SORTS.people]
    named = next((i for i in after if i.name in SORTS.counted_only), None)
    near = near_word(figure, words, "count")
    people = [i for i in near_words(figure, words, "count") if i.name in SORTS.people]
    if named or figure.of_people or (figure.quantity.unit == "person" and people):
        return named or (near if figure.of_people else people[0])
    made = [i for i in after if i.name in SORTS.of_things] if words.verb_last else []
    built = near and near.name in SORTS.projects  # «мощность предприятия — 3 тысячи машин»
    held = [i for i in near_words(figure, words, "count") if i.name in SORTS.leading] if built else []
    found = [*made, *held, near][0]
    if found and found.name in SORTS.leading and _is_site(figure, words):
        return None  # «2 800 ўринли 64 та меҳмонхона»: places hold and yield, they are no capacity
    if found and found.name in TRADERS.values() and "few" in get_counted_sorts(words, figure.quantity.noun):
        return None  # nobody sends kinds of goods: of so many it consists
    return found if found and found.name in SORTS.of_things and figure.quantity.unit != "person" else None


def _is_site(figure: Figure, words: Words) -> bool:
    """Whether what is counted stands somewhere: plants, mills, schools."""
    noun = fold(figure.quantity.noun or "")
    return figure.quantity.unit != "person" and any(f.start == 0 for f in words.sites.find(noun))


def _following(figure: Figure) -> IndicatorWord | None:
    """What the next count of the sentence is of («с 24 до 35 поездов»)."""
    end = len(figure.line.scene.text)
    parts = figure.line.parts(figure.place + 1, end, "count")
    name = (parts[0][1].value.indicator if parts else None) or OTHER.name
    if name in SORTS.attending and figure.line.between(figure.place, end, "attending"):
        return IndicatorWord(SORTS.attending[name])
    return IndicatorWord(name) if parts else None
