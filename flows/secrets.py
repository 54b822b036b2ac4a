"""Secrets in addresses and headers: named where they are needed, written nowhere.

``${NAME}`` stands for the environment variable NAME, ``${block:name}`` for a Secret block of Prefect. It is filled in
when the address is fetched; tables, logs, artifacts and names of runs show the reference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

from flows.errors import CommandError
from warehouse.inbox.addresses import REFERENCE

#: Begins a reference to a Secret block.
BLOCK = "block:"


def filled(text: str) -> str:
    """``text`` with the secrets of the environment; raises CommandError when one is not there."""
    return _filled(text, _of_environment)


def filled_with_blocks(text: str) -> str:
    """``text`` with the secrets of the environment and of Prefect; raises CommandError when one is not there."""
    return _filled(text, lambda name: _of_block(name) if name.startswith(BLOCK) else _of_environment(name))


def _filled(text: str, secret_of: Callable[[str], str]) -> str:
    def found(reference: re.Match[str]) -> str:
        """The secret that stands behind one reference."""
        return secret_of(reference.group(1))

    return REFERENCE.sub(found, text)


def _of_environment(name: str) -> str:
    if name.startswith(BLOCK):
        raise CommandError(f"${{{name}}} is a block of Prefect: run without --direct")
    value = os.environ.get(name)
    if value is None:
        raise CommandError(f"${{{name}}} is asked for, but the environment has no {name}")
    return value


def _of_block(name: str) -> str:
    from prefect.blocks.system import Secret  # noqa: PLC0415 (only runs with Prefect have it)

    try:
        secret: Any = Secret.load(name.removeprefix(BLOCK))
    except ValueError:
        raise CommandError(f"${{{name}}} is asked for, but the Prefect server has no such Secret block") from None
    return str(secret.get())
