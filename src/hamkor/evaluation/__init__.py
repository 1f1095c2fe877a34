"""How well statements are found: measured against annotated documents.

An annotated document is a JSON file with `id`, `language`, `published`, `text`, `source` and a list of each kind of
statement; `evaluation/gold` holds ours. Its id, title, text, publication and publisher are read as any document's are.
"""

from hamkor.evaluation.cases import Checking, check_cases, load_cases
from hamkor.evaluation.floors import Floor, check_floors, load_floors
from hamkor.evaluation.gold import load_gold
from hamkor.evaluation.report import Measures, write_report
from hamkor.evaluation.run import Evaluation, evaluate
from hamkor.evaluation.stories import evaluate_stories, get_story_measures, load_stories, write_story_report
from hamkor.evaluation.wordings import Wordings, find_frames, load_fillers, load_frames, read_frames

__all__ = [
    "Checking",
    "Evaluation",
    "Floor",
    "Measures",
    "Wordings",
    "check_cases",
    "check_floors",
    "evaluate",
    "evaluate_stories",
    "find_frames",
    "get_story_measures",
    "load_cases",
    "load_fillers",
    "load_floors",
    "load_frames",
    "load_gold",
    "load_stories",
    "read_frames",
    "write_report",
    "write_story_report",
]
