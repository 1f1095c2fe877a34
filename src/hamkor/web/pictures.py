"""A chart as a picture file: SVG, and PNG made of it with a font of our own, so that it looks alike everywhere."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hamkor.web.chart import Chart
from hamkor.web.rendering import load_templates

_FONT = Path(__file__).parent / "fonts" / "DejaVuSans-part.ttf"  # Latin and Cyrillic with all letters of our languages
_FAMILY = "DejaVu Sans"
_ZOOM = 2  # pixels of a PNG for one of the file, which is itself twice as wide as the chart on a page
_KEPT = 50  # pictures, 50 KB each; each takes a tenth of a second to paint


def write_svg(chart: Chart) -> str:
    """A file that needs nothing else: its colours are those of light pages."""
    return load_templates().get_template("chart.svg").render(chart=chart)


@lru_cache(maxsize=_KEPT)
def write_png(svg: str) -> bytes:
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(_FONT)],
        font_family=_FAMILY,
        sans_serif_family=_FAMILY,
        zoom=_ZOOM,
    )
