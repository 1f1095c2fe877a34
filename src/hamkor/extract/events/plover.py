"""The PLOVER 2.0 type of an event. Source: PLOVER codebook 2.0, event types and modes."""

from __future__ import annotations

_HELD = {"signing": "SUPPORT", "opening": "COOPERATE", "other": "COOPERATE", "appointment": "CONSULT"}
_STATUS = {"planned": "AGREE", "proposed": "REQUEST"}


def get_plover(event_type: str, status: str) -> str:
    """What an event of this type and status counts as.

    >>> get_plover("meeting", "held"), get_plover("signing", "held"), get_plover("visit", "planned")
    ('CONSULT', 'SUPPORT', 'AGREE')
    """
    return _STATUS.get(status) or _HELD.get(event_type, "CONSULT")
