"""The environment of our runs: Prefect quiet and telling nobody, and memory that can be given back.

Prefect and Arrow read their settings when they are imported, so all of this goes into the environment before that.
"""

from __future__ import annotations

import os
import sys

#: What every run sets unless the user has set it.
SETTINGS = {
    # analytics are on by default, and left on they lock the temporary server's database now and then
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # the default of 20 seconds is sometimes too short; for whoever starts the flow function without our own server
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "60",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    # what goes wrong is told by us, in one line; the server's log has the whole story
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_SERVER_LEVEL": "ERROR",
    "PREFECT_CLI_PROMPT": "false",
    # the least that Prefect allows: docs/deploy/dead-runs.yaml waits for three of them
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
}


def prepare_memory() -> None:
    """Let Arrow ask the C library for memory, unless the user chose; call before the first import of Arrow.

    Its own allocator keeps for each thread what that thread has freed, where :func:`flows.memory.give_back` cannot
    reach it: 120 MB after a day of 2,000 articles.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")


def configured_server() -> str | None:
    """The address of the server that the user configured, or None."""
    return os.environ.get("PREFECT_API_URL") or None


def prepare_environment() -> None:
    """Set :data:`SETTINGS` where the user has not; call before the first import of Prefect.

    Raises RuntimeError when it is too late.
    """
    if "prefect" in sys.modules and any(name not in os.environ for name in SETTINGS):
        raise RuntimeError("Prefect was imported before its settings were made")
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
