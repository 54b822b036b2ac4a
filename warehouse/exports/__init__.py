"""Exports: the chronology as files for spreadsheets, calendars and the tooling of other event data sets."""

from warehouse.exports.exporting import EXPORTS, Export, export_rows, written

__all__ = ["EXPORTS", "Export", "export_rows", "written"]
