"""A Prefect server for the time of one run, with a home of its own that goes with it.

The server is a child process that holds our end of a pipe as its standard input. When we end, however we end, the pipe
closes, and the server removes its home and ends: a killed run leaves neither a process nor a file. (Prefect's own
temporary server outlives a killed parent.)
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.errors import CommandError

HOST = "127.0.0.1"
#: Seconds a server may take to start; 7 to 20 are usual, most of them for making its database, more on a busy machine.
PATIENCE = 180.0


@dataclass(frozen=True)
class Server:
    """A server that was started: the address of its API, and its process."""

    address: str
    process: subprocess.Popen[bytes]

    def wait(self) -> None:
        """Wait until it answers; raises CommandError when it ends or takes too long."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            if is_healthy(self.address):
                return
            time.sleep(0.1)
        raise CommandError("the Prefect server did not start; --direct runs without one")


@contextmanager
def temporary_server() -> Iterator[Server]:
    """Start a server, without waiting for it; it is gone when the block ends.

    Inside the block PREFECT_API_URL and PREFECT_HOME lead to it.
    """
    home = tempfile.mkdtemp(prefix="dateline-prefect-")
    port = free_port()
    address = f"http://{HOST}:{port}/api"
    ours = {"PREFECT_HOME": home, "PREFECT_API_URL": address}
    with (
        subprocess.Popen(
            [sys.executable, "-m", "flows.temporary_server", str(port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**{k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"}, "PREFECT_HOME": home},
            # Ctrl-C is for the run: the server has to hear from it how that ended
            start_new_session=True,
        ) as server,
        _in_environment(ours),
    ):
        try:
            yield Server(address, server)
        finally:
            if server.stdin is not None:
                server.stdin.close()


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def _in_environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def is_healthy(address: str) -> bool:
    """The Prefect API at ``address`` answers."""
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310 (the user's own address)
            return bool(answer.status == 200)
    except (OSError, ValueError):
        return False


def serve(port: int) -> None:
    """Serve Prefect's API on ``port`` until standard input closes; then remove PREFECT_HOME and end the process."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    import uvicorn  # noqa: PLC0415 (both load in seconds; the end of input is watched already)
    from prefect.server.api.server import create_app  # noqa: PLC0415

    uvicorn.run(create_app(ephemeral=True, final=True), host=HOST, port=port, log_level="error")


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(os.environ["PREFECT_HOME"], ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
