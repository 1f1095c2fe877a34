"""How well statements are found: measured against annotated documents.

An annotated document is a JSON file with `id`, `language`, `published`, `text`, `source` and a list of each kind of
statement; `evaluation/gold` holds ours. Its id, title, text, publication and publisher are read as any document's are.
"""

from hamkor.evaluation.cases import Checking, check_cases, load_cases
from hamkor.evaluation.floors import Floor, check_floors, load_floors
from hamkor.evaluation.gold import load_gold
from hamkor.evaluation.report import Measures, write_report
from hamkor.evaluation.run import Evaluation, evaluate

__all__ = [
    "Checking",
    "Evaluation",
    "Floor",
    "Measures",
    "check_cases",
    "check_floors",
    "evaluate",
    "load_cases",
    "load_floors",
    "load_gold",
    "write_report",
]
