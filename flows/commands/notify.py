"""``dateline notify``: an automation on the Prefect server that calls a webhook for each new error."""

from __future__ import annotations

import argparse
import os
import sys

from flows.errors import CommandError

NAME = "notify"
HELP = "have the Prefect server call a webhook when a run finds an error that was not there before"

#: The name of block and automation.
CALLED = "dateline-findings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``notify``."""
    parser.add_argument(
        "--webhook-from",
        metavar="VARIABLE",
        default="DATELINE_WEBHOOK_URL",
        help="the environment variable that holds the address, which may be a secret (default: DATELINE_WEBHOOK_URL)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the block and the automation, or change those that are there."""
    from flows.environment import prepare_environment  # noqa: PLC0415
    from flows.servers import required_server  # noqa: PLC0415

    address = os.environ.get(arguments.webhook_from)
    if not address:
        raise CommandError(f"{arguments.webhook_from} is not set: it has to hold the address of the webhook")
    server = required_server(NAME)
    prepare_environment()
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows.announcing import call_webhook_on_errors  # noqa: PLC0415 (loads Prefect)

    # Prefect keeps the address that was set when it was loaded, which may have been for another purpose
    with temporary_settings({PREFECT_API_URL: server}):
        call_webhook_on_errors(CALLED, address)
    sys.stderr.write(f"dateline: the automation {CALLED} calls the webhook for each new error\n")
    return 0
