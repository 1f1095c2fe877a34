"""Ask the ledger: one consistent view, answered row by row."""

from __future__ import annotations

from hamkor.ledger.views.counts import Counts
from hamkor.ledger.views.documents import Documents
from hamkor.ledger.views.figures import Figures
from hamkor.ledger.views.promises import Promises
from hamkor.ledger.views.statements import StatementRows
from hamkor.ledger.views.things import Things
from hamkor.ledger.views.verdicts import Verdicts


class View(Documents, StatementRows, Things, Promises, Figures, Verdicts, Counts):
    """Answers from one moment: what is written meanwhile is not seen. `find_…` streams; read it before the view closes.

    Every method raises LedgerError where the ledger cannot be read.
    """
