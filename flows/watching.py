"""What a run came to, stage by stage: seconds and memory, and the row of the journal that keeps it.

Every start of a run that gets hold of the warehouse leaves a row in ``attempts``: one that is killed stays
``under_way`` until the next run notices that it ``died``.
"""

from __future__ import annotations

import resource
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from schemas import Attempt, AttemptStage
from schemas.enumerations import AttemptOutcome, Stage, Work
from warehouse import inbox
from warehouse.changes import Changes

#: Gives the instant; handed in, so that a day can be run through in an hour.
Clock = Callable[[], datetime]

_STATUS = Path("/proc/self/status")
_FRESH_PEAK = Path("/proc/self/clear_refs")


def wall_clock() -> datetime:
    """The instant at which it is asked for."""
    return datetime.now(UTC)


@dataclass
class Measured:
    """What a stage worked on, and what its workers needed beside this process."""

    item_count: int = 0
    worker_bytes: int = 0


@dataclass
class Watch:
    """Watches one attempt, of which ``row`` is what is known so far."""

    row: Attempt
    stages: list[AttemptStage] = field(default_factory=list)

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[Measured]:
        """Measure ``stage``; a stage that fails is measured, too."""
        measured = Measured()
        _forget_peak()
        start = time.perf_counter()
        try:
            yield measured
        finally:
            row = AttemptStage(
                attempt_id=self.row.attempt_id,
                stage=stage,
                seconds=round(time.perf_counter() - start, 3),
                peak_memory_bytes=peak_memory() + measured.worker_bytes,
                item_count=measured.item_count,
            )
            self.stages.append(row)

    def note(self, **counts: int | str | AttemptOutcome | None) -> None:
        """Something more is known of the attempt."""
        self.row = replace(self.row, **counts)  # type: ignore[arg-type] # names and types are those of the row

    def note_changes(self, changes: Changes) -> None:
        """The new generation differs so much from the one before."""
        self.note(**asdict(changes))


@contextmanager
def watched(warehouse: Path, work: Work, clock: Clock) -> Iterator[Watch]:
    """An attempt at ``work``, in the journal from its beginning; an error that ends it stands there in one line."""
    started_at = clock()
    attempt_id = f"{started_at:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
    watch = Watch(first_row(attempt_id, work, started_at))
    inbox.begin_attempt(warehouse, watch.row)
    try:
        yield watch
    except BaseException as error:
        watch.note(outcome=AttemptOutcome.FAILED, problem=_line_of(error))
        raise
    finally:
        watch.row = replace(watch.row, finished_at=clock())
        inbox.end_attempt(warehouse, watch.row, watch.stages)


def first_row(attempt_id: str, work: Work, started_at: datetime) -> Attempt:
    """The row of an attempt of which nothing is known yet but that it began."""
    return Attempt(
        attempt_id=attempt_id,
        work=work,
        started_at=started_at,
        finished_at=None,
        outcome=AttemptOutcome.UNDER_WAY,
        run_id=None,
        problem=None,
        input_count=0,
        skipped_count=0,
        new_input_count=0,
        read_count=0,
        open_error_count=0,
        **asdict(Changes()),
    )


def _line_of(error: BaseException) -> str:
    words = " ".join([str(error), *getattr(error, "__notes__", ())])
    words = " ".join(words.split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _forget_peak() -> None:
    """Let the peak of memory begin anew where the system can (Linux)."""
    try:
        _FRESH_PEAK.write_text("5", encoding="ascii")
    except OSError:
        # elsewhere the peak is that of the whole run so far
        return


def peak_memory() -> int:
    """The most bytes of memory that this process held since the stage began, where the system can tell."""
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
    (peak_line,) = (line for line in lines if line.startswith("VmHWM"))
    return int(peak_line.split()[1]) * 1024
