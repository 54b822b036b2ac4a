"""The stages of a run - ingest, extract, resolve, check - as plain functions that know nothing of Prefect.

Between stages travel addresses, keys and counts only; the bulk (bytes, claims, rows) lies in the warehouse.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from extractors import claims_json, pipeline
from extractors.claims import ArticleClaims, Given, RawInput
from flows.request import Request
from flows.rules import code_version, model_version, rules_version
from flows.watching import Clock, peak_memory, wall_clock
from schemas import Article, Finding, Rejection
from warehouse import generations, inbox
from warehouse.changes import Changes, count_changes
from warehouse.findings import complete_tables
from warehouse.inbox import Arrival, Input, Located, Manner


@dataclass(kw_only=True)
class Delivery:
    """Inputs on their way in: those still ``waiting``, and what has ``arrived``.

    Taking in can be tried again after an error: what has arrived is not asked for again.
    """

    warehouse: Path
    waiting: list[Located]
    published_day: date | None = None
    source_name: str | None = None
    clock: Clock = wall_clock
    manner: Manner = field(default_factory=Manner)
    arrived: list[Arrival] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The first address, and how many more there are."""
        return _name([each.source_uri for each in self.waiting])


def _name(addresses: Sequence[str]) -> str:
    more = f" and {len(addresses) - 1} more" if len(addresses) > 1 else ""
    return f"{addresses[0]}{more}" if addresses else "nothing"


def take_in(delivery: Delivery) -> list[Arrival]:
    """Read everything that waits and keep its bytes; returns what has arrived.

    Raises FetchError, after the others were read, when an address may answer later. One that never will is refused.
    """
    passing: inbox.FetchError | None = None
    for located in list(delivery.waiting):
        try:
            received = inbox.receive(
                delivery.warehouse,
                located,
                published_day=delivery.published_day,
                source_name=delivery.source_name,
                manner=delivery.manner,
            )
        except inbox.FetchError as error:
            if error.is_passing:
                passing = error
                continue
            received = [inbox.give_up(located, error)]
        _arrive(delivery, located, received)
    if passing is not None:
        raise passing
    return delivery.arrived


def give_up(delivery: Delivery, error: inbox.FetchError) -> list[Arrival]:
    """Refuse what still waits, because of ``error``; returns what has arrived."""
    for located in list(delivery.waiting):
        _arrive(delivery, located, [inbox.give_up(located, error)])
    return delivery.arrived


def _arrive(delivery: Delivery, located: Located, received: Iterable[Input]) -> None:
    delivery.waiting.remove(located)
    delivery.arrived += [Arrival(input=each, at=delivery.clock()) for each in received]


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Inputs to extract together, each under the key of its claims, and the warehouse that has their bytes."""

    warehouse: Path
    inputs: Mapping[str, Input]

    @property
    def name(self) -> str:
        """The first address, and how many more there are."""
        return _name([each.source_uri for each in self.inputs.values()])


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """How many inputs were read, by which process, and the most memory that it has held."""

    input_count: int
    process_id: int
    peak_memory_bytes: int


def claims_key(item: Input) -> str:
    """Everything that the claims of ``item`` depend on."""
    given = (item.published_day.isoformat() if item.published_day else "", item.source_name or "")
    return "\n".join((rules_version(), model_version(), item.content_sha256, item.source_uri, *given))


def by_key(inputs: Iterable[Input]) -> dict[str, Input]:
    """Those of ``inputs`` whose bytes were kept, in their order, each under the key of its claims."""
    return {claims_key(item): item for item in inputs if item.refusal is None}


def unread(warehouse: Path, inputs: Iterable[Input]) -> dict[str, Input]:
    """Those of ``inputs``, by key, whose claims by the present rules are not kept."""
    keyed = by_key(inputs)
    known = {key for key, _ in inbox.read_claims(warehouse, keyed)}
    return {key: item for key, item in keyed.items() if key not in known}


def extract(batch: Batch) -> Extraction:
    """Read the claims of every input of ``batch`` and keep them in the warehouse."""
    for key, item in batch.inputs.items():
        try:
            outcomes = pipeline.extract(_raw(batch.warehouse, item))
        except Exception as error:
            # a mistake in a rule: whoever mends it wants to know by which article it shows
            error.add_note(f"while reading {item.source_uri}")
            raise
        inbox.keep_claims(batch.warehouse, {key: claims_json.dump(outcomes)})
    return Extraction(input_count=len(batch.inputs), process_id=os.getpid(), peak_memory_bytes=peak_memory())


def _raw(warehouse: Path, item: Input) -> RawInput:
    return RawInput(
        source_uri=item.source_uri,
        content_sha256=item.content_sha256,
        content=inbox.read_raw(warehouse, item.content_sha256),
        given=Given(published_day=item.published_day, source_name=item.source_name),
    )


@dataclass(frozen=True, kw_only=True)
class Calling:
    """What resolution is called with: all inputs, those that arrived since the last generation, and the clock."""

    warehouse: Path
    inputs: Sequence[Input]
    arrivals: Sequence[Arrival]
    started_at: datetime
    clock: Clock = wall_clock


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The generation that a run ended with, whether the run made it, how many rows its tables have, what changed.

    ``previous_run_id`` is the generation that was current before; null for the first one.
    """

    run_id: str
    is_new: bool
    row_counts: Mapping[str, int]
    previous_run_id: str | None = None
    changes: Changes = field(default_factory=Changes)


def resolve(calling: Calling) -> Resolution:
    """Put the claims of all inputs on one calendar and commit the tables as a generation.

    Returns the current generation, not new, when the tables are those that it holds already.
    """
    warehouse, inputs = calling.warehouse, calling.inputs
    previous = generations.current_or_none(warehouse)
    ledger = [] if previous is None else generations.read_rows(previous, "event_ids")
    corrections = inbox.read_corrections(warehouse)
    claims, rejections = _outcomes(warehouse, inputs)
    resolved = pipeline.resolve(claims, ledger, corrections)
    tables = complete_tables({**resolved, "rejections": [*inbox.refusals(inputs), *rejections]}, corrections)
    committed = generations.commit(warehouse, tables, inputs=inputs, notes=_notes(calling))
    current = committed or generations.current_generation(warehouse)
    return Resolution(
        run_id=current.run_id,
        is_new=committed is not None,
        row_counts={name: len(rows) for name, rows in tables.items()},
        previous_run_id=None if previous is None else previous.run_id,
        changes=Changes() if committed is None else count_changes(previous, committed),
    )


def _notes(calling: Calling) -> generations.RunNotes:
    return generations.RunNotes(
        started_at=calling.started_at,
        finished_at=calling.clock(),
        code_version=code_version(),
        rules_version=rules_version(),
        model=model_version(),
        arrivals=[(each.input.source_uri, each.input.content_sha256, each.at) for each in calling.arrivals],
    )


def _outcomes(warehouse: Path, inputs: Iterable[Input]) -> tuple[list[ArticleClaims], list[Rejection]]:
    keys = by_key(inputs)
    read = {key: claims_json.load(content) for key, content in inbox.read_claims(warehouse, keys)}
    outcomes = list(chain.from_iterable(read[key] for key in keys))
    return (
        [each for each in outcomes if isinstance(each, ArticleClaims)],
        [each for each in outcomes if isinstance(each, Rejection)],
    )


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How many findings of each severity nobody has acknowledged, and those that the run brought."""

    open_counts: Mapping[str, int]
    new_findings: Sequence[Finding] = ()

    @property
    def open_error_count(self) -> int:
        """How many errors nobody has acknowledged."""
        return self.open_counts.get("error", 0)


def check(warehouse: Path, previous_run_id: str | None) -> Verdict:
    """Count what the current generation finds wrong; new is what that of ``previous_run_id`` did not find."""
    current = generations.current_generation(warehouse)
    findings: list[Finding] = generations.read_rows(current, "findings")
    known = _findings_of(warehouse, previous_run_id) if previous_run_id != current.run_id else None
    return Verdict(
        open_counts=Counter(each.severity.value for each in findings if not each.is_acknowledged),
        new_findings=() if known is None else tuple(each for each in findings if each.finding_id not in known),
    )


def _findings_of(warehouse: Path, run_id: str | None) -> frozenset[str]:
    if run_id is None:
        return frozenset()
    generation = generations.find_generation(warehouse, run_id)
    return frozenset(generations.read_values(generation, "findings", "finding_id"))


def verify(warehouse: Path) -> int:
    """Look at every byte that the current generation rests on; how many files that were.

    Raises IntegrityError, naming them, when raw bytes or tables are not what they were when they were written.
    """
    return generations.verify(generations.current_generation(warehouse))


def of_days(request: Request, inputs: Iterable[Input]) -> list[Input]:
    """Those of ``inputs`` that hold an article which can have been published from the request's first to its last day.

    An article whose day of publication is not known counts with the days from which it can speak.
    """
    first, last = request.first_day or date.min, request.last_day or date.max
    articles: list[Article] = generations.read_rows(generations.current_generation(request.warehouse), "articles")
    wanted = {each.content_sha256 for each in articles if _lies_in(each, first, last)}
    return [item for item in inputs if item.content_sha256 in wanted]


def _lies_in(article: Article, first: date, last: date) -> bool:
    begin = article.published_day or article.reference_first_day or date.min
    end = article.published_day or article.reference_last_day or date.max
    return begin <= last and first <= end


def bytes_of_workers(extractions: Iterable[Extraction]) -> int:
    """The most memory that other processes held together."""
    peaks: dict[int, int] = {}
    for each in extractions:
        if each.process_id != os.getpid():
            peaks[each.process_id] = max(peaks.get(each.process_id, 0), each.peak_memory_bytes)
    return sum(peaks.values())
