"""Sentence bounds by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import lexicons
from extractors.sentences import split


def _pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@given(st.text(alphabet=st.one_of(st.sampled_from(" .!?\n\"'AbU1"), st.characters())))
def test_bounds_hold_all_that_is_visible_once_and_in_order(text: str) -> None:
    """Bounds are ordered, do not overlap, begin and end with visible characters, and leave only white space out."""
    position = 0
    for start, end in split(text):
        assert text[position:start].strip() == ""
        assert text[start:end].strip() == text[start:end] != ""
        position = end
    assert text[position:].strip() == ""


@pytest.mark.parametrize("entry", lexicons.load("time_sentences")["abbreviation"], ids=lambda entry: entry["behaves"])
def test_abbreviations_do_what_their_examples_say(entry: dict[str, list[str]]) -> None:
    """The bars of an example are the only sentence ends inside it."""
    for example in entry["examples"]:
        assert _pieces(example.replace(" | ", " ")) == example.split(" | ")


def test_an_empty_line_ends_a_sentence_and_a_wrapped_line_does_not() -> None:
    """A headline without a full stop is a sentence; a line broken for its width goes on."""
    text = "Strike called off\n\nThe union of the railway workers called it off late on\nTuesday. It was over."
    assert _pieces(text) == [
        "Strike called off",
        "The union of the railway workers called it off late on\nTuesday.",
        "It was over.",
    ]


def test_a_line_broken_on_purpose_ends_a_sentence() -> None:
    """Where the next word would have fitted, the break was meant."""
    assert _pieces("Read more\nShare this\nThe minister of the interior said on Monday that he would stay.")[:2] == [
        "Read more",
        "Share this",
    ]


def test_quotes_belong_to_the_sentence_they_close() -> None:
    """Closing quotes follow the full stop; a reporting clause after a question does not begin a sentence."""
    assert _pieces('"It is over." He left.') == ['"It is over."', "He left."]
    assert _pieces('"Is it over?" he asked. "Yes."') == ['"Is it over?" he asked.', '"Yes."']


def test_initials_and_dates_do_not_end_sentences() -> None:
    """An initial, an abbreviated month before a number, an abbreviation before a small letter go on."""
    assert _pieces("J. R. Hale came on Aug. 29 from St. Orr at 9 a.m. and left.") == [
        "J. R. Hale came on Aug. 29 from St. Orr at 9 a.m. and left."
    ]
