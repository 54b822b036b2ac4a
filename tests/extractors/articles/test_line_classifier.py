"""Chances of lines to be body."""

from __future__ import annotations

from extractors.articles.blocks import Block
from extractors.articles.line_classifier import chances_of_blocks, chances_of_lines

STORY = "The ferry of Port Ellis stayed in the harbour on Monday because of fog, the captain's office said."
PAGE = ["Home", "News | Sport | Weather", "Ferry stays in port", STORY, STORY, STORY, "Share this", "More news"]


def block(text: str, tag: str, link_share: float, in_furniture: bool) -> Block:
    """A line of a page."""
    return Block(text, link_share, tag, good=0, bad=int(in_furniture), in_article=False, in_furniture=in_furniture)


def test_sentences_are_likelier_than_what_stands_around_them() -> None:
    """By the shipped weights, with one chance a line; no lines have none."""
    chances = chances_of_lines(PAGE)
    assert len(chances) == len(PAGE)
    assert min(chances[3:6]) > 0.5 > max(chances[0], chances[1], chances[6])
    assert chances_of_lines([]) == chances_of_blocks([]) == []


def test_the_same_words_are_less_likely_in_a_menu() -> None:
    """The markup speaks, too."""
    text = [block(STORY, "p", 0.0, False)] * 5
    menu = [*text[:2], block(STORY, "li", 1.0, True), *text[3:]]
    assert chances_of_blocks(menu)[2] < chances_of_blocks(text)[2]
