"""Pages that are generated are up to date."""

from __future__ import annotations

from pathlib import Path

from schemas.pages import tables_page
from schemas.star import star_page
from warehouse.pages import views_page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_tables_is_up_to_date() -> None:
    """docs/tables.md says what schemas/ declares; `make documents` writes it."""
    assert (DOCS / "tables.md").read_text(encoding="utf-8") == tables_page()


def test_the_page_of_views_is_up_to_date() -> None:
    """docs/views.md says what the .sql files say; `make documents` writes it."""
    assert (DOCS / "views.md").read_text(encoding="utf-8") == views_page()


def test_the_star_schema_is_up_to_date() -> None:
    """docs/bi/star-schema.md says which column refers to which; `make documents` writes it."""
    assert (DOCS / "bi" / "star-schema.md").read_text(encoding="utf-8") == star_page()
