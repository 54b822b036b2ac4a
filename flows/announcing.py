"""Events that automations can listen to: a new generation, and errors among the findings that were not there before.

An event names the warehouse, so that one server can watch several. ``docs/running.md`` lists the events.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from prefect.automations import Automation
from prefect.blocks.webhook import Webhook
from prefect.events import emit_event
from prefect.events.actions import CallWebhook
from prefect.events.schemas.automations import EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from pydantic import SecretStr

from flows.assets import warehouse_address
from flows.stages import Resolution, Verdict
from schemas import Finding
from schemas.enumerations import Severity

#: The names of the events.
COMMITTED = "dateline.generation.committed"
FOUND = "dateline.finding.found"

#: So many findings are told one by one; a run that brings more has another problem than each of them.
MOST_TOLD = 20


def announce_generation(warehouse: Path, resolution: Resolution) -> None:
    """Tell that ``resolution`` made a new generation."""
    emit_event(
        event=COMMITTED,
        resource={
            "prefect.resource.id": f"dateline.generation.{resolution.run_id}",
            "prefect.resource.name": f"run {resolution.run_id}",
            "dateline.warehouse": warehouse_address(warehouse),
        },
        related=[_related(warehouse)],
        payload={"row_counts": dict(resolution.row_counts)},
    )


def announce_findings(warehouse: Path, verdict: Verdict) -> None:
    """Tell of each new finding of severity error that nobody has acknowledged, of twenty at most."""
    errors = [each for each in verdict.new_findings if each.severity is Severity.ERROR and not each.is_acknowledged]
    for finding in errors[:MOST_TOLD]:
        emit_event(
            event=FOUND,
            resource=_resource(warehouse, finding),
            related=[_related(warehouse)],
            payload={
                "finding_id": finding.finding_id,
                "check_name": finding.check_name,
                "event_id": finding.event_id,
                "article_id": finding.article_id,
                "summary": finding.summary,
                "new_error_count": len(errors),
            },
        )


def _resource(warehouse: Path, finding: Finding) -> dict[str, str]:
    return {
        "prefect.resource.id": f"dateline.finding.{finding.finding_id}",
        "prefect.resource.name": f"{finding.check_name}: {finding.summary}",
        "dateline.severity": finding.severity.value,
        "dateline.check": str(finding.check_name),
        "dateline.warehouse": warehouse_address(warehouse),
    }


def _related(warehouse: Path) -> dict[str, str]:
    return {"prefect.resource.id": warehouse_address(warehouse), "prefect.resource.role": "warehouse"}


#: What the webhook is sent: the event's payload, as JSON.
PAYLOAD = "{{ event.payload | tojson }}"


def call_webhook_on_errors(name: str, address: str) -> None:
    """Make the automation ``name``, or change it: the webhook at ``address`` is called for each new error.

    The address is kept in a block of the same name, where Prefect shows it to nobody.
    """
    block_id: Any = Webhook(url=SecretStr(address)).save(name, overwrite=True)
    automation = Automation(
        name=name,
        description="Calls a webhook for each error that a run of Dateline finds and the run before it did not",
        trigger=EventTrigger(
            expect={FOUND},
            match=ResourceSpecification({"dateline.severity": Severity.ERROR.value}),
            for_each={"prefect.resource.id"},
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[CallWebhook(block_document_id=block_id, payload=PAYLOAD)],
    )
    with suppress(ValueError):
        # there is none yet
        known: Any = Automation.read(name=name)
        known.delete()
    automation.create()
