"""What a generation changed, in numbers."""

from __future__ import annotations

from pathlib import Path

from tests.warehouse import little
from warehouse.changes import Changes, count_changes
from warehouse.generations import find_generation


def test_everything_is_new_in_the_first_generation(tmp_path: Path) -> None:
    """There is nothing to compare with."""
    little.write(tmp_path, 3)
    assert count_changes(None, find_generation(tmp_path, "1")) == Changes(new_article_count=3, new_event_count=3)


def test_only_what_differs_counts(tmp_path: Path) -> None:
    """Two articles more, then one of them gone, and events with them; the others are as they were."""
    little.write(tmp_path, 3, 5, 4)
    first, second, third = (find_generation(tmp_path, number) for number in "123")
    assert count_changes(first, second) == Changes(new_article_count=2, new_event_count=2)
    assert count_changes(second, third) == Changes(gone_event_count=1)
    assert count_changes(second, second) == Changes()
