"""Makes a resolved set of tables complete: all findings, what people acknowledged, which events are in conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from schemas import Correction, CorrectionKind, Finding
from schemas.enumerations import Severity
from warehouse.findings.deriving import derive_findings


def complete_tables(
    tables: Mapping[str, Sequence[Any]], corrections: Iterable[Correction] = ()
) -> dict[str, Sequence[Any]]:
    """``tables`` (name -> rows, as resolved) with the derived findings added, in what ``commit`` takes.

    A finding that a correction dismisses is acknowledged; ``events.has_conflict`` says that an error finding that
    nobody acknowledged names the event.
    """
    dismissed = {each.finding_id for each in corrections if each.kind is CorrectionKind.DISMISS}
    derived, evidence = derive_findings(tables)
    findings = [
        replace(finding, is_acknowledged=finding.is_acknowledged or finding.finding_id in dismissed)
        for finding in (*tables.get("findings", ()), *derived)
    ]
    in_conflict = _in_conflict(findings)
    return {
        **tables,
        "events": [replace(event, has_conflict=event.event_id in in_conflict) for event in tables.get("events", ())],
        "findings": findings,
        "finding_evidence": [*tables.get("finding_evidence", ()), *evidence],
    }


def _in_conflict(findings: Iterable[Finding]) -> set[str]:
    return {
        finding.event_id
        for finding in findings
        if finding.event_id is not None and finding.severity is Severity.ERROR and not finding.is_acknowledged
    }
