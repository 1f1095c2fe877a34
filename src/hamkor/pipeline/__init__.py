"""The flow: read → prepare → extract → resolve → verify → ledger → publish.

`reading` shows the way from a document to its statements on one screen; `resolution` goes on from the ledger to things.
"""

from hamkor.pipeline.reading import ReadDocument, read_document

__all__ = ["ReadDocument", "read_document"]
