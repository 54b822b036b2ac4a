"""What changed from one generation to another, and by which sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.reading import records
from flows.wording import days

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = Mapping[str, Any]

#: What is compared of an event and of a claim, beside their days.
_EVENT_WORDS = ("label", "event_type", "status", "place", "actors", "source_count", "has_conflict")
_MENTION_WORDS = ("event_id", "event_type", "status", "attributed_to", "date_rule", "place")
_DAY_PAIRS = (("days", "first_day", "last_day"),)
_TOLD_PAIRS = (("told days", "told_first_day", "told_last_day"), *_DAY_PAIRS)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that was added, removed or changed.

    ``kind`` is "event", "mention" or "finding"; ``differences`` are (what, before, after) of what changed;
    ``sentences`` are (sign, source, sentence): those gained (+), lost (-), read otherwise (~), or standing for it
    (blank).
    """

    kind: str
    change: str
    id: str
    label: str
    differences: tuple[tuple[str, str, str], ...] = ()
    sentences: tuple[tuple[str, str, str], ...] = ()


def changes(before: DuckDBPyConnection, after: DuckDBPyConnection) -> Iterator[Change]:
    """Everything that differs from the generation of ``before`` to that of ``after``: events, mentions, findings."""
    old, new = _claims(before), _claims(after)
    redirects = {row["old_event_id"]: row for row in records(after, "from event_redirects order by event_id desc")}
    yield from _events(before, after, old, new, redirects)
    yield from _mentions(old, new)
    yield from _findings(before, after)


def _claims(connection: DuckDBPyConnection) -> dict[str, Row]:
    question = (
        "select m.*, v.event_id, a.source_uri, e.label from event_mentions m join articles a using (article_id)"
        " left join evidence v using (mention_id) left join events e using (event_id)"
        " order by a.source_uri, m.start_offset, m.mention_id"
    )
    return {row["mention_id"]: row for row in records(connection, question)}


def _events(
    before: DuckDBPyConnection,
    after: DuckDBPyConnection,
    old_claims: Mapping[str, Row],
    new_claims: Mapping[str, Row],
    redirects: Mapping[str, Row],
) -> Iterator[Change]:
    question = "from events order by sort_day nulls last, label, event_id"
    old = {row["event_id"]: row for row in records(before, question)}
    new = {row["event_id"]: row for row in records(after, question)}
    told_before, told_after = _by_event(old_claims), _by_event(new_claims)
    bounds_before, bounds_after = _bounds(before), _bounds(after)
    for event_id, row in new.items():
        if event_id not in old:
            told = tuple(_sentence(" ", claim) for claim in told_after.get(event_id, ()))
            yield Change(kind="event", change="added", id=event_id, label=_title(row), sentences=told)
            continue
        differences = _differences(old[event_id], row, _EVENT_WORDS, _DAY_PAIRS)
        if differences:
            by = _by_which(told_before.get(event_id, ()), told_after.get(event_id, ())) or _by_bounds(
                bounds_before.get(event_id, {}), bounds_after.get(event_id, {})
            )
            yield Change(
                kind="event", change="changed", id=event_id, label=_title(row), differences=differences, sentences=by
            )
    for event_id, row in old.items():
        if event_id not in new:
            yield _removed(event_id, row, told_before.get(event_id, ()), redirects.get(event_id))


def _removed(event_id: str, row: Row, told: Sequence[Row], redirect: Row | None) -> Change:
    moved = () if redirect is None else (("now", event_id, f"{redirect['event_id']}: {redirect['reason']}"),)
    sentences = tuple(_sentence(" ", claim) for claim in told)
    return Change(
        kind="event", change="removed", id=event_id, label=_title(row), differences=moved, sentences=sentences
    )


def _by_event(claims: Mapping[str, Row]) -> dict[str, list[Row]]:
    told: dict[str, list[Row]] = {}
    for claim in claims.values():
        if claim["event_id"] is not None:
            told.setdefault(claim["event_id"], []).append(claim)
    return told


def _by_which(before: Sequence[Row], after: Sequence[Row]) -> tuple[tuple[str, str, str], ...]:
    """The sentences that were gained, lost, or are read otherwise."""
    old, new = ({claim["mention_id"]: claim for claim in claims} for claims in (before, after))
    gained = [_sentence("+", claim) for key, claim in new.items() if key not in old]
    lost = [_sentence("-", claim) for key, claim in old.items() if key not in new]
    other = [_sentence("~", claim) for key, claim in new.items() if key in old and _reading(old[key], claim)]
    return (*gained, *lost, *other)


def _reading(before: Row, after: Row) -> tuple[tuple[str, str, str], ...]:
    return _differences(before, after, _MENTION_WORDS, _TOLD_PAIRS[:1])


def _bounds(connection: DuckDBPyConnection) -> dict[str, dict[str, Row]]:
    bounds: dict[str, dict[str, Row]] = {}
    for row in records(connection, "from bounds_of_event"):
        bounds.setdefault(row["event_id"], {})[f"{row['bound_id']} {row['is_set_aside']}"] = row
    return bounds


def _by_bounds(before: Mapping[str, Row], after: Mapping[str, Row]) -> tuple[tuple[str, str, str], ...]:
    """The bounds that were gained or lost, where no sentence about the event itself changed."""
    gained = [("+", row["source_uri"] or "", row["reason"]) for key, row in after.items() if key not in before]
    lost = [("-", row["source_uri"] or "", row["reason"]) for key, row in before.items() if key not in after]
    return (*gained, *lost)


def _mentions(old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[Change]:
    for key, claim in new.items():
        if key not in old:
            yield _mention("added", claim)
        elif differences := _differences(old[key], claim, _MENTION_WORDS, _TOLD_PAIRS):
            yield _mention("changed", claim, differences)
    yield from (_mention("removed", claim) for key, claim in old.items() if key not in new)


def _mention(change: str, claim: Row, differences: tuple[tuple[str, str, str], ...] = ()) -> Change:
    return Change(
        kind="mention",
        change=change,
        id=claim["mention_id"],
        label=f"{claim['trigger']} ({claim['status']}, {days(claim['told_first_day'], claim['told_last_day'])})",
        differences=differences,
        sentences=(_sentence(" ", claim),),
    )


def _findings(before: DuckDBPyConnection, after: DuckDBPyConnection) -> Iterator[Change]:
    old, new = _quoted(before), _quoted(after)
    for key, quotes in new.items():
        if key not in old:
            yield _finding("added", key, quotes)
        elif differences := _differences(old[key][0], quotes[0], ("summary", "severity", "is_acknowledged"), ()):
            yield _finding("changed", key, quotes, differences)
    yield from (_finding("removed", key, quotes) for key, quotes in old.items() if key not in new)


def _quoted(connection: DuckDBPyConnection) -> dict[str, list[Row]]:
    quoted: dict[str, list[Row]] = {}
    for row in records(connection, "from quoted_findings"):
        quoted.setdefault(row["finding_id"], []).append(row)
    return quoted


def _finding(
    change: str, key: str, quotes: Sequence[Row], differences: tuple[tuple[str, str, str], ...] = ()
) -> Change:
    return Change(
        kind="finding",
        change=change,
        id=key,
        label=f"{quotes[0]['check_name']}: {quotes[0]['summary']}",
        differences=differences,
        sentences=tuple(dict.fromkeys((" ", row["source_uri"], row["quote"]) for row in quotes if row["quote"])),
    )


def _differences(
    before: Row, after: Row, words: Sequence[str], pairs: Sequence[tuple[str, str, str]]
) -> tuple[tuple[str, str, str], ...]:
    found = [(name, _word(before[name]), _word(after[name])) for name in words if before[name] != after[name]]
    for name, first, last in pairs:
        old, new = days(before[first], before[last]), days(after[first], after[last])
        if old != new:
            found.append((name, old, new))
    return tuple(found)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _title(row: Row) -> str:
    return f"{row['label']} ({row['status']}, {days(row['first_day'], row['last_day'])})"


def _sentence(sign: str, claim: Row) -> tuple[str, str, str]:
    return sign, claim["source_uri"], claim["sentence"]
