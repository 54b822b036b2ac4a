"""Which events a command is about: options that several commands share, and the ids of the events they choose."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from flows.errors import CommandError
from flows.options import day
from schemas.enumerations import EventType, Status

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_NAMES = 8
#: What asks whether a name is there, and what gives names that are like it.
_NAMES = {
    "actor": (
        "from actors_named($1)",
        "select alias from (select alias from actor_aliases union select name from actors)"
        " order by jaro_winkler_similarity(lower(alias), lower($1)) desc, alias limit $2",
    ),
    "place": (
        "from chronology_of_place($1)",
        "select place from (select distinct place from events where place is not null)"
        " order by jaro_winkler_similarity(lower(place), lower($1)) desc, place limit $2",
    ),
}


def add_choice(parser: argparse.ArgumentParser) -> None:
    """``--from --to --sure --actor --place --type --status``."""
    choice = parser.add_argument_group("which events")
    choice.add_argument("--from", dest="from_day", metavar="DAY", type=day, help="that can lie on this day or later")
    choice.add_argument("--to", dest="to_day", metavar="DAY", type=day, help="that can lie on this day or earlier")
    choice.add_argument("--sure", action="store_true", help="that cannot lie outside of --from and --to")
    choice.add_argument("--actor", metavar="NAME", help="in which this party takes part: a name, an alias, an id")
    choice.add_argument("--place", metavar="NAME", help="at this place, or in this country (three letters)")
    choice.add_argument(
        "--type",
        dest="event_type",
        metavar="TYPE",
        type=_member(EventType, str.upper),
        help="of this type: CONSULT, ...",
    )
    choice.add_argument("--status", metavar="STATUS", type=_member(Status, str.lower), help="occurred, planned, ...")


def _member(values: Any, written: Any) -> Any:
    def checked(text: str) -> str:
        """The value that ``text`` names; raises ArgumentTypeError for any other."""
        if written(text) not in list(values):
            raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(values)}")
        return str(written(text))

    return checked


def chosen_events(connection: DuckDBPyConnection, arguments: argparse.Namespace) -> list[str] | None:
    """The ids of the events that the options choose, None when they choose all.

    Raises CommandError when nobody or no place has the name that is given.
    """
    days = (arguments.from_day, arguments.to_day)
    names = (arguments.actor, arguments.place, arguments.event_type, arguments.status)
    if arguments.sure and days == (None, None):
        raise CommandError("--sure needs --from or --to")
    if None not in days and days[0] > days[1]:
        raise CommandError(f"--from {days[0]} is after --to {days[1]}")
    if not any((*days, *names)):
        return None
    question = "from events_chosen($1, $2, $3, $4, $5, $6, $7)"
    rows = connection.execute(question, [*days, arguments.sure, *names]).fetchall()
    if not rows:
        _require_names(connection, arguments)
    return [row[0] for row in rows]


def _require_names(connection: DuckDBPyConnection, arguments: argparse.Namespace) -> None:
    """Raise CommandError when nothing has a name that was given, with names that are like it."""
    for kind, name in (("actor", arguments.actor), ("place", arguments.place)):
        if name is None:
            continue
        is_there, alike = _NAMES[kind]
        if not connection.execute(is_there, [name]).fetchall():
            like = ", ".join(row[0] for row in connection.execute(alike, [name, _MOST_NAMES]).fetchall())
            raise CommandError(f"no {kind} is called {name!r}" + (f"; there are, among others: {like}" if like else ""))
