"""The report: one self-contained HTML page."""

from warehouse.report.page import report_page

__all__ = ["report_page"]
