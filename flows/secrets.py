"""Secrets in sources: named, never written.

An address may hold ``${NAME}``: the environment variable NAME, or ``${block:name}``, a Secret block of Prefect. It is
filled in when the address is fetched; tables, logs and names of runs show the words as they were written.
"""

from __future__ import annotations

from warehouse.inbox.addresses import masked

__all__ = ["masked"]
