"""Reading: bytes → Document. One reader a format; the bytes as they came stay beside what was made of them.

>>> from hamkor.read import read_bytes
>>> [document] = read_bytes("Тараз и Наманган открыли рейс.".encode(), place="note.txt")
>>> document.id, document.media_type
('note.txt', 'text/plain')
"""

from hamkor.read.addresses import read_address
from hamkor.read.folder import find_files
from hamkor.read.limits import DEFAULT_LIMITS, Limits
from hamkor.read.reading import INPUT_FORMATS, read_path, read_paths
from hamkor.read.source import Given, Reading, Source
from hamkor.read.sources import iterate_source, read_bytes

__all__ = [
    "DEFAULT_LIMITS",
    "INPUT_FORMATS",
    "Given",
    "Limits",
    "Reading",
    "Source",
    "find_files",
    "iterate_source",
    "read_address",
    "read_bytes",
    "read_path",
    "read_paths",
]
