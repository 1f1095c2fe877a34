"""How often something may be done: a bucket of so many for each key, which fills up again over time."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

_REMEMBERED = 10_000  # keys; the one that was used longest ago is forgotten first


class Limit:
    """At most `most` at once, and as many again over `seconds`. Safe for threads; forgotten when the server ends."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._rate, self._clock = most, most / seconds, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what is left, at which moment
        self._lock = Lock()

    def take(self, key: str) -> int:
        """Take one: 0 where there was one, else after how many seconds there will be."""
        with self._lock:
            left = self._count(key)
            if left < 1:
                return math.ceil((1 - left) / self._rate)
            self._keep(key, left - 1)
            return 0

    def give_back(self, key: str) -> None:
        """What was taken does not count."""
        with self._lock:
            self._keep(key, min(self._most, self._count(key) + 1))

    def _count(self, key: str) -> float:
        now = self._clock()
        left, at = self._buckets.get(key, (float(self._most), now))
        return min(self._most, left + (now - at) * self._rate)

    def _keep(self, key: str, left: float) -> None:
        self._buckets[key] = (left, self._clock())
        self._buckets.move_to_end(key)
        while len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)


def get_network(address: str) -> str:
    """What counts as one place: an IPv4 address, the 64 bits of an IPv6 one that its network is given.

    >>> get_network("203.0.113.7"), get_network("2001:db8:1:2:3:4:5:6")
    ('203.0.113.7', '2001:db8:1:2::/64')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
