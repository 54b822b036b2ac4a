"""Speed of finding time expressions: the first call, real articles against spaCy, and hostile text at two sizes.

usage: python -m benchmarks.speed_time_expressions [SCRAPES] [--megabytes 1 10] [--predictions OUT]

Every figure is from a process of its own, so that neither caches nor memory of another one count. Times are CPU
seconds; memory is the most the process held while it read, less what it held before, in megabytes. SCRAPES is JSON
Lines (``.gz`` too) with ``text`` and ``published_day`` a line; without it no real articles are read. OUT takes the
figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

#: What a text is made of, repeated to its length.
HOSTILE = {
    "digits": "1234567890",
    "groups of digits": "123 456 78 1990 4 ",
    "month names": "January February March April May June July August September October November December ",
    "days of a month": "5 May, ",
    "commas": ",",
    "weekday names": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday ",
    "of of of": "of ",
    "spaces": " ",
    "line ends": "\n",
    "lines of one letter": "a\n",
    "nested number words": "twenty five hundred and one thousand ",
    "years and dashes": "19 1990 2000-",
    "two years ago": "two years ago ",
    "last day of the last": "the last day of the last week of ",
    "chain of plans": "deadline to walked set to open Monday ",
}
_FIRST_CALL = """
import time; start = time.process_time()
from datetime import date
from extractors.time_expressions import find
find("The council met on Monday.", date(2024, 2, 14))
print(time.process_time() - start)
"""
_HOSTILE_TEXT = """
import resource, time
from datetime import date
from extractors.time_expressions import find
piece, length = sys.argv[1], int(sys.argv[2])
find("The council met on Monday.", date(2024, 2, 14))
text = (piece * (length // len(piece) + 1))[:length]
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
count = len(find(text, date(2024, 2, 14)))
print(time.process_time() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) / 1024, count)
"""
_ARTICLES = """
import time
from benchmarks.speed import clean, find_all, parse_all, timed
from benchmarks.yardstick import read_rows
bodies = clean(list(read_rows(sys.argv[1]))[: int(sys.argv[2])])
find_all(bodies[:1])
_, finding = timed(lambda: find_all(bodies))
_, parsing = timed(lambda: parse_all(bodies))
print(finding / parsing, finding / sum(len(body.text) for body in bodies) * 1e6, len(bodies))
"""


def _run(program: str, *arguments: str) -> list[float]:
    """The numbers that ``program`` prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys\n" + program, *arguments], check=True, capture_output=True, text=True
    )
    return [float(word) for word in done.stdout.split()]


def measure(scrapes: Path | None, megabytes: list[float], articles: int) -> dict[str, dict[str, float]]:
    """All figures by name, printed as they come."""
    figures = {"first call": {"import_and_first_call_s": _run(_FIRST_CALL)[0]}}
    _show("first call", figures["first call"])
    if scrapes is not None:
        share, rate, count = _run(_ARTICLES, str(scrapes), str(articles))
        figures["articles"] = {"articles": count, "share_of_spacy": share, "s_per_megabyte": rate}
        _show("articles", figures["articles"])
    for name, piece in HOSTILE.items():
        for size in megabytes:
            seconds, held, found = _run(_HOSTILE_TEXT, piece, str(round(size * 1_000_000)))
            label = f"{name}, {size:g} MB"
            figures[label] = {"s_per_megabyte": seconds / size, "held_per_megabyte": held / size, "found": found}
            _show(label, figures[label])
    return figures


def _show(name: str, figures: dict[str, float]) -> None:
    print(f"{name:32}", *(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed_time_expressions", description="Measure speed.")
    parser.add_argument("scrapes", type=Path, nargs="?", metavar="SCRAPES")
    parser.add_argument("--articles", type=int, default=400, metavar="N", help="only the first N articles")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1.0, 10.0], metavar="N")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="where the figures are written as JSON")
    options = parser.parse_args(arguments)
    figures = measure(options.scrapes, options.megabytes, options.articles)
    if options.predictions:
        options.predictions.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
