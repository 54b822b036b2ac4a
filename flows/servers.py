"""The Prefect server that some commands cannot do without."""

from __future__ import annotations

from flows.environment import configured_server
from flows.errors import CommandError
from flows.temporary_server import is_healthy


def required_server(command: str) -> str:
    """The address of the server that ``command`` works on; raises CommandError when none is named or none answers."""
    address = configured_server()
    if address is None:
        raise CommandError(
            f"{command} needs a server: start one (`prefect server start`) and set PREFECT_API_URL to it"
        )
    if not is_healthy(address):
        raise CommandError(f"no Prefect server answers at {address} (PREFECT_API_URL)")
    return address
