"""How official figures are written."""

from __future__ import annotations

from typing import Any

from hamkor.model import Statistic


def write_statistic(figure: Statistic) -> dict[str, Any]:
    """An official figure as plain data, in the plain form that is read."""
    return {
        "source": figure.source,
        "indicator": figure.indicator,
        "ref_area": figure.ref_area,
        "counterpart_area": figure.counterpart_area,
        "time_period": str(figure.time_period),
        "obs_value": str(figure.obs_value),
        "unit_measure": figure.unit_measure,
        "obs_status": figure.obs_status,
        "released": figure.released.isoformat() if figure.released else None,
    }
