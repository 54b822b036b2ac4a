"""Versions of one page."""

from __future__ import annotations

from extractors.pipeline.versions import mark_versions
from tests.extractors.pipeline.sources import MEETING, claims


def test_only_the_newest_text_at_an_address_is_latest() -> None:
    """Later texts are versions of the first, whatever stands between them."""
    first, other = claims(MEETING), claims(MEETING, "other.txt")
    second = claims(MEETING + "\nThe ministers did not take questions.\n")
    marked = [each.article for each in mark_versions([first, other, second])]
    assert [each.is_latest for each in marked] == [False, True, True]
    assert [each.version_of for each in marked] == [None, None, first.article.article_id]


def test_a_single_text_is_its_own_latest() -> None:
    """No version is made up."""
    (marked,) = mark_versions([claims(MEETING)])
    assert marked.article.is_latest
    assert marked.article.version_of is None
