"""What the line classifier sees of a line."""

from __future__ import annotations

from extractors.articles.blocks import Block
from extractors.articles.line_features import block_features, line_features

STORY = "The ferry of Port Ellis stayed in the harbour on Monday because of fog, the captain's office said."
PAGE = ["Home", "News | Sport | Weather", "Ferry stays in port", STORY, STORY, "Share this"]


def test_features_are_of_one_size_for_pages_of_any_length() -> None:
    """One row a line, as many columns for one line as for many, and no number runs away."""
    features = line_features([*PAGE, "word " * 5000])
    assert features.shape == (len(PAGE) + 1, line_features(["x"]).shape[1])
    assert abs(features).max() < 20


def test_features_do_not_know_which_words() -> None:
    """Other letters in the same shape give the same numbers; other shapes do not."""
    assert (line_features(["Ab cde fghi."]) == line_features(["Zy xwv utsr."])).all()
    assert (line_features(["Ab cde fghi."]) != line_features(["AB cde fghi?"])).any()


def test_markup_adds_columns() -> None:
    """The same line in a menu and in a paragraph differ by what the markup says."""
    text, menu = (Block("Ferry stays", share, tag, 0, 0, False, False) for tag, share in (("p", 0.0), ("li", 1.0)))
    assert block_features([text]).shape[1] > line_features([text.text]).shape[1]
    assert (block_features([text]) != block_features([menu])).any()
