"""The order of a run's stages, written once: with Prefect and without it the same functions get the same work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from extractors import lexicons
from extractors.readers import is_sure
from extractors.readers.items import split
from flows import stages
from flows.memory import give_back
from flows.progress import Progress
from flows.request import Request, inventory_of
from flows.secrets import filled
from flows.settings import apply_settings
from flows.stages import Batch, Calling, Delivery, Extraction, Resolution, Verdict
from flows.turns import writing_in_turn
from flows.watching import Watch, watched
from flows.workers import Crew, crew_size, hired
from schemas import Attempt, AttemptStage
from schemas.enumerations import AttemptOutcome, Stage, Work
from warehouse import generations, inbox
from warehouse.inbox import Arrival, Input, Inventory, Known, Located, Manner

Item = TypeVar("Item")

#: Inputs that one task works on: enough that its bookkeeping does not show, few enough that progress does.
BATCH = 25


@dataclass(frozen=True, kw_only=True)
class Doing:
    """How each stage is called: plainly, or as Prefect tasks.

    ``fetch`` is ``take_in`` for what may fail for a while; ``extract`` gives the results in the order of the batches.
    """

    take_in: Callable[[Delivery], list[Arrival]]
    fetch: Callable[[Delivery], list[Arrival]]
    extract: Callable[[Crew, Sequence[Batch]], Iterator[Extraction]]
    resolve: Callable[[Calling], Resolution]
    check: Callable[[Path, str | None], Verdict]
    verify: Callable[[Path], int]
    fill: Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a run came to: its rows in the journal, and, where it got so far, what the tables say."""

    attempt: Attempt
    stages: Sequence[AttemptStage] = ()
    resolution: Resolution | None = None
    verdict: Verdict | None = None


def conduct(request: Request, doing: Doing, progress: Progress) -> Outcome:
    """One whole run: ingest, extract, resolve, check (or those that were asked for), one at a time in a warehouse.

    Killed at any moment it leaves the generation that was current, whole. Raises CommandError when there is nothing to
    read, and WarehouseError when the warehouse cannot take it.
    """
    inventory = inventory_of(request)
    settings = apply_settings(request.warehouse)
    with (
        writing_in_turn(request.warehouse, request.patience_seconds, progress),
        watched(request.warehouse, request.work, request.clock) as watch,
    ):
        conductor = _Conductor(
            request,
            doing,
            progress,
            watch,
            Manner(split=split, is_sure=is_sure, fill=doing.fill, headers=settings.headers),
        )
        resolution, verdict = conductor.conduct(inventory)
    give_back()
    return Outcome(attempt=watch.row, stages=watch.stages, resolution=resolution, verdict=verdict)


@dataclass
class _Conductor:
    """One run under way."""

    request: Request
    doing: Doing
    progress: Progress
    watch: Watch
    manner: Manner

    def conduct(self, inventory: Inventory) -> tuple[Resolution | None, Verdict | None]:
        """Do the stages that were asked for; what they came to."""
        if self.request.work is Work.CHECK:
            return None, self._examine()
        known = _known(self.request)
        arrivals = self._ingest(inventory)
        if self.request.work is Work.INGEST:
            self._let_wait(arrivals, known)
            return None, None
        inputs = inbox.add_inputs(known.inputs, [each.input for each in arrivals], known.next_number)
        self.watch.note(new_input_count=sum(item.arrival == known.next_number for item in inputs))
        self._forget_claims(inputs)
        resolution = self._put_on_calendar(inputs, [*known.waiting, *arrivals], self._extract(inputs))
        verdict = self._check(resolution)
        # the check compared with the generation before, which may have what was forgotten
        generations.erase_forgotten(self.request.warehouse)
        return resolution, verdict

    def _ingest(self, inventory: Inventory) -> list[Arrival]:
        local = [each for each in inventory.located if not each.is_remote]
        remote = [each for each in inventory.located if each.is_remote]
        arrivals: list[Arrival] = []
        if not self.request.sources:
            return arrivals
        self.progress.begin("taking in", len(inventory.located))
        with self.watch.stage(Stage.INGEST) as measured:
            for take_in, located in ((self.doing.take_in, local), (self._fetch, remote)):
                for batch in batched(located, BATCH):
                    arrivals += take_in(self._delivery(batch))
                    self.progress.step(len(arrivals))
            measured.item_count = len(arrivals)
        self.progress.end()
        self.watch.note(input_count=len(arrivals), skipped_count=inventory.skipped_count)
        return arrivals

    def _fetch(self, delivery: Delivery) -> list[Arrival]:
        try:
            return self.doing.fetch(delivery)
        except inbox.FetchError as error:
            return stages.give_up(delivery, error)

    def _delivery(self, located: Sequence[Located]) -> Delivery:
        return Delivery(
            warehouse=self.request.warehouse,
            waiting=list(located),
            published_day=self.request.published_day,
            source_name=self.request.source_name,
            clock=self.request.clock,
            manner=self.manner,
        )

    def _let_wait(self, arrivals: Sequence[Arrival], known: Known) -> None:
        """What is new waits for the next run that resolves; it is read now, so that that run has less to do."""
        news = inbox.keep_waiting(self.request.warehouse, arrivals, known)
        self.watch.note(outcome=AttemptOutcome.TAKEN_IN, new_input_count=len(news))
        self._extract([each.input for each in news])

    def _forget_claims(self, inputs: Sequence[Input]) -> None:
        """Let what shall be read again be unread."""
        request = self.request
        if request.work is Work.REBUILD:
            inbox.prune_claims(request.warehouse, ())
        elif request.work is Work.BACKFILL and not request.sources:
            inbox.forget_claims(request.warehouse, stages.by_key(stages.of_days(request, inputs)))

    def _extract(self, inputs: Sequence[Input]) -> int:
        """Read what is unread of ``inputs``; how many that were."""
        request = self.request
        unread = stages.unread(request.warehouse, inputs)
        batches = [Batch(warehouse=request.warehouse, inputs=dict(each)) for each in batched(unread.items(), BATCH)]
        extractions: list[Extraction] = []
        self.progress.begin("reading", len(unread))
        with (
            self.watch.stage(Stage.EXTRACT) as measured,
            hired(crew_size(request.workers, len(unread)), lexicons.additions()) as crew,
        ):
            for extraction in self.doing.extract(crew, batches):
                extractions.append(extraction)
                measured.item_count += extraction.input_count
                self.progress.step(measured.item_count)
            measured.worker_bytes = stages.bytes_of_workers(extractions)
        self.progress.end()
        self.watch.note(read_count=measured.item_count)
        return measured.item_count

    def _put_on_calendar(self, inputs: Sequence[Input], arrivals: Sequence[Arrival], read_count: int) -> Resolution:
        request = self.request
        self.progress.begin("putting all articles on one calendar")
        calling = Calling(
            warehouse=request.warehouse,
            inputs=inputs,
            arrivals=arrivals,
            started_at=self.watch.row.started_at,
            clock=request.clock,
        )
        with self.watch.stage(Stage.RESOLVE) as measured:
            resolution = self.doing.resolve(calling)
            measured.item_count = resolution.row_counts["articles"]
        inbox.settle_waiting(request.warehouse)
        self.watch.note(
            run_id=resolution.run_id,
            outcome=AttemptOutcome.COMMITTED if resolution.is_new else AttemptOutcome.UNCHANGED,
        )
        self.watch.note_changes(resolution.changes)
        if len(arrivals) < read_count:
            # old inputs were read by new rules: what the old rules made of them is of no use any more
            inbox.prune_claims(request.warehouse, stages.by_key(inputs))
        generations.prune(request.warehouse, request.clock())
        self.progress.end()
        return resolution

    def _check(self, resolution: Resolution) -> Verdict:
        with self.watch.stage(Stage.CHECK) as measured:
            verdict = self.doing.check(self.request.warehouse, resolution.previous_run_id)
            measured.item_count = resolution.row_counts["findings"]
        self.watch.note(open_error_count=verdict.open_error_count)
        return verdict

    def _examine(self) -> Verdict:
        """Examine all that is on disk, then count the findings."""
        self.progress.begin("examining what is on disk")
        warehouse = self.request.warehouse
        with self.watch.stage(Stage.CHECK) as measured:
            measured.item_count = self.doing.verify(warehouse)
            run_id = generations.current_generation(warehouse).run_id
            verdict = self.doing.check(warehouse, run_id)
        self.progress.end()
        self.watch.note(run_id=run_id, outcome=AttemptOutcome.CHECKED, open_error_count=verdict.open_error_count)
        return verdict


def _known(request: Request) -> Known:
    """What the warehouse knows: the inputs of its current generation, and what waits for the next one."""
    previous = generations.current_or_none(request.warehouse)
    if previous is None:
        return inbox.known_inputs(request.warehouse, (), 0)
    if request.sources:
        previous.require_this_schema()
    return inbox.known_inputs(request.warehouse, inbox.read_inputs(previous.path), previous.number)


def batched(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """``items`` in tuples of ``size``, the last one shorter."""
    waiting = iter(items)
    while batch := tuple(islice(waiting, size)):
        yield batch


#: Seconds between the attempts to fetch an address, where Prefect does not do the waiting.
PAUSES = (1.0, 4.0, 16.0)


def _fetch_patiently(delivery: Delivery) -> list[Arrival]:
    for pause in PAUSES:
        try:
            return stages.take_in(delivery)
        except inbox.FetchError:
            time.sleep(pause)
    return stages.take_in(delivery)


def _extract_plainly(crew: Crew, batches: Sequence[Batch]) -> Iterator[Extraction]:
    return crew.do_all(stages.extract, batches)


#: Every stage called plainly: no server, no bookkeeping.
PLAINLY = Doing(
    take_in=stages.take_in,
    fetch=_fetch_patiently,
    extract=_extract_plainly,
    resolve=stages.resolve,
    check=stages.check,
    verify=stages.verify,
    fill=filled,
)
