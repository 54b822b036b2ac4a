"""A coarse look at many pairs of mentions at once: most that are compared cannot be one event for a plain reason.

What passes is scored with care; what does not pass would have no score. Sets are held as 64 bits, so that two with no
bit in common surely have no member in common.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.events.barriers import SLIP, is_recurrent
from extractors.events.kinds import AHEAD, CALLED_OFF, HAPPENED, KIN, SPEECH
from extractors.events.remembering import remembered
from extractors.events.signatures import BITS, Signature
from schemas.enumerations import DayRole, EventType

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_BLOOM = 64
_TYPES = {one: number for number, one in enumerate(EventType)}
_IS_KIN = np.array([[frozenset((one, other)) in KIN for other in EventType] for one in EventType])
_IS_SPEECH = np.array([one in SPEECH for one in EventType])
_ROW = np.dtype(
    [
        ("first", np.int32),
        ("last", np.int32),
        ("article", np.int32),
        ("sentence", np.int32),
        ("count", np.int64),
        ("mode", np.int32),
        ("type", np.int8),
        ("is_total", np.bool_),
        ("is_recurrent", np.bool_),
        ("is_moved", np.bool_),
        ("is_off", np.bool_),
        ("is_over", np.bool_),
        ("is_ahead", np.bool_),
        ("stems", np.uint64),
        ("openings", np.uint64),
        ("acts", np.uint64),
        ("actors", np.uint64),
        ("own_words", np.uint64),
        ("context", np.uint64),
    ]
)
Rows = npt.NDArray[Any]


class Sieve:
    """Rows of numbers for mentions that are known by their number."""

    def __init__(self) -> None:
        """Know no mention yet."""
        self._rows: Rows = np.zeros(0, dtype=_ROW)
        self._codes: dict[str, int] = {}

    def learn(self, numbers: Sequence[int], signatures: Sequence[Signature]) -> None:
        """Keep a row for each signature under its number, in place of what was kept there."""
        if not numbers:
            return
        missing = max(numbers) + 1 - len(self._rows)
        if missing > 0:
            self._rows = np.concatenate([self._rows, np.zeros(missing, dtype=_ROW)])
        fresh = np.array([self._row(one) for one in signatures], dtype=_ROW)
        fresh["own_words"] = _folded(one.own_words for one in signatures)
        fresh["context"] = _folded(one.context for one in signatures)
        self._rows[np.array(numbers)] = fresh

    def passing(self, one: Numbers, other: Numbers) -> Flags:
        """Which of the pairs ``one[n], other[n]`` may have a score."""
        mine, theirs = self._rows[one], self._rows[other]
        is_same_article = mine["article"] == theirs["article"]
        is_apart: Flags = (
            _are_far_apart(mine, theirs, is_same_article)
            | (is_same_article & _differ_in_article(mine, theirs))
            | (~is_same_article & ~_IS_KIN[mine["type"], theirs["type"]] & _are_other_words(mine, theirs))
            | _are_other_speakers(mine, theirs)
            | _differ_in_count(mine, theirs)
        )
        return ~is_apart

    def _row(self, one: Signature) -> tuple[object, ...]:
        return (
            one.first,
            one.last,
            self._code(one.article_id),
            one.sentence_number,
            one.count,
            -1 if one.mode is None else self._code(one.mode),
            _TYPES[one.event_type],
            one.is_total,
            is_recurrent(one),
            one.role is DayRole.STATUS or one.status in CALLED_OFF,
            one.status in CALLED_OFF,
            one.status in HAPPENED,
            one.status in AHEAD,
            _bloom(one.stems),
            _bloom(one.openings),
            _bloom(one.acts),
            _bloom(one.actors),
            0,
            0,
        )

    def _code(self, name: str) -> int:
        return self._codes.setdefault(name, len(self._codes))


@remembered(1 << 18)
def _bloom(members: frozenset[str]) -> int:
    bits = 0
    for one in members:
        bits |= 1 << (zlib.crc32(one.encode()) % _BLOOM)
    return bits


def _folded(masks: Iterable[int]) -> npt.NDArray[np.uint64]:
    raw = b"".join(one.to_bytes(BITS // 8, "little") for one in masks)
    folded: npt.NDArray[np.uint64] = np.bitwise_or.reduce(
        np.frombuffer(raw, dtype=np.uint64).reshape(-1, BITS // _BLOOM), axis=1
    )
    return folded


def _are_far_apart(mine: Rows, theirs: Rows, is_same_article: Flags) -> Flags:
    gap = np.maximum(mine["first"], theirs["first"]) - np.minimum(mine["last"], theirs["last"])
    is_recurrent = mine["is_recurrent"] | theirs["is_recurrent"]
    found: Flags = (gap > SLIP) & ~(mine["is_moved"] | theirs["is_moved"]) & (is_same_article | is_recurrent)
    return found


def _differ_in_article(mine: Rows, theirs: Rows) -> Flags:
    are_other_stems = _are_disjoint(mine, theirs, "stems")
    is_same_sentence = mine["sentence"] == theirs["sentence"]
    is_past_and_future = (mine["is_over"] & theirs["is_ahead"]) | (mine["is_ahead"] & theirs["is_over"])
    found: Flags = (
        (is_same_sentence & (mine["is_off"] == theirs["is_off"]))
        | (are_other_stems & (is_same_sentence | (mine["type"] != theirs["type"])))
        | is_past_and_future
    )
    return found


def _are_other_words(mine: Rows, theirs: Rows) -> Flags:
    is_same_mode = (mine["mode"] >= 0) & (mine["mode"] == theirs["mode"])
    is_told = (mine["type"] == theirs["type"]) & (_is_within(mine, theirs) | _is_within(theirs, mine))
    are_other = [_are_disjoint(mine, theirs, name) for name in ("stems", "openings", "acts")]
    found: Flags = np.logical_and.reduce([*are_other, ~is_same_mode, ~is_told])
    return found


def _are_other_speakers(mine: Rows, theirs: Rows) -> Flags:
    is_spoken = _IS_SPEECH[mine["type"]] & _IS_SPEECH[theirs["type"]]
    are_named = (mine["actors"] != 0) & (theirs["actors"] != 0)
    found: Flags = is_spoken & are_named & _are_disjoint(mine, theirs, "actors")
    return found


def _differ_in_count(mine: Rows, theirs: Rows) -> Flags:
    is_recurrent = mine["is_recurrent"] | theirs["is_recurrent"]
    found: Flags = (mine["is_total"] != theirs["is_total"]) | (is_recurrent & (mine["count"] != theirs["count"]))
    return found


def _are_disjoint(mine: Rows, theirs: Rows, name: str) -> Flags:
    found: Flags = (mine[name] & theirs[name]) == 0
    return found


def _is_within(mine: Rows, theirs: Rows) -> Flags:
    found: Flags = (mine["own_words"] & ~theirs["context"]) == 0
    return found
