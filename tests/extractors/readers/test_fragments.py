"""Fragments of markup in fields and feeds."""

from __future__ import annotations

import pytest

from extractors.readers.fragments import looks_like_markup, text_of_fragment


@pytest.mark.parametrize(
    ("text", "is_markup"),
    [("<p>The ferry", True), ("Fog<br/>ice", True), ("5 < 6 and 7 > 6", False), ("<captain> said", False)],
)
def test_markup_is_told_from_words(text: str, is_markup: bool) -> None:
    """By elements that texts are made of."""
    assert looks_like_markup(text) is is_markup


def test_paragraphs_stay_apart_and_silent_elements_silent() -> None:
    """Entities are characters, also those that were escaped twice."""
    markup = "<p>The <b>ferry</b> left.</p><script>x()</script><ul><li>Fog &amp;amp; ice</li></ul>late"
    assert text_of_fragment(markup) == "The ferry left.\n\nFog & ice\n\nlate"
