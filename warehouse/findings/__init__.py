"""Findings: checks that fill the table ``findings``, one .sql file per kind."""

from warehouse.findings.completing import complete_tables
from warehouse.findings.deriving import derive_findings

__all__ = ["complete_tables", "derive_findings"]
