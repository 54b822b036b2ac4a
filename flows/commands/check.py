"""``dateline check``: what is wrong, with the sentences that show it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from flows.options import add_format, add_warehouse
from flows.printing import print_rows
from flows.reading import open_warehouse, records

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAME = "check"
HELP = "print what contradicts what; fail when errors are left that nobody has acknowledged"

#: A finding with its quotes: the rows of ``quoted_findings`` of one finding_id.
Finding = Sequence[Mapping[str, Any]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    parser.add_argument("--since", metavar="RUN", help="only what was not yet found by that run (its id or number)")
    parser.add_argument("--all", action="store_true", help="acknowledged findings, too")
    add_warehouse(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the findings; 1 when one of those printed is an error that nobody has acknowledged, else 0."""
    with open_warehouse(arguments.warehouse) as connection:
        names = connection.table("quoted_findings").columns
        findings = _findings(connection)
    known = _known(arguments) if arguments.since else frozenset()
    shown = [
        quotes
        for quotes in findings
        if quotes[0]["finding_id"] not in known and (arguments.all or not quotes[0]["is_acknowledged"])
    ]
    if arguments.format == "table":
        sys.stdout.writelines(f"{line}\n" for finding in shown for line in _lines(finding))
    else:
        print_rows(names, [list(row.values()) for finding in shown for row in finding], arguments.format)
    sys.stderr.write(_summary(shown) + "\n")
    return int(any(q[0]["severity"] == "error" and not q[0]["is_acknowledged"] for q in shown))


def _findings(connection: DuckDBPyConnection) -> list[Finding]:
    rows = records(connection, "from quoted_findings")
    return [list(quotes) for _, quotes in groupby(rows, key=itemgetter("finding_id"))]


def _known(arguments: argparse.Namespace) -> frozenset[str]:
    with open_warehouse(arguments.warehouse, run=arguments.since) as connection:
        return frozenset(quotes[0]["finding_id"] for quotes in _findings(connection))


def _lines(finding: Finding) -> list[str]:
    first = finding[0]
    mark = ", acknowledged" if first["is_acknowledged"] else ""
    about = f"{first['label']}: " if first["label"] and first["label"] not in first["summary"] else ""
    head = f"{first['severity']}{mark}: {first['check_name']} ({first['finding_id']})"
    quotes = [f"    {row['source_uri']}: “{' '.join(row['quote'].split())}”" for row in finding if row["quote"]]
    return [head, f"  {about}{first['summary']}", *dict.fromkeys(quotes), ""]


def _summary(findings: Sequence[Finding]) -> str:
    counts = Counter(f[0]["severity"] for f in findings if not f[0]["is_acknowledged"])
    words = [
        f"{counts[each]} {each}{'' if counts[each] == 1 else 's'}" for each in ("error", "warning") if counts[each]
    ]
    if counts["info"]:
        words.append(f"{counts['info']} for your information")
    return ", ".join(words) or "nothing found"
