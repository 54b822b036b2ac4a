"""Quotes: the sentence around a span, never too long to read or too short to find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warehouse.findings.quoting import MOST_CHARACTERS, quote_around


def _quote(body_text: str, words: str) -> str:
    start = body_text.index(words)
    first, last = quote_around(body_text, start, start + len(words))
    return body_text[first:last]


def test_it_is_the_sentence() -> None:
    """From the end of the sentence before to the end of this one, across line ends inside it."""
    body = "One thing. They met\non Monday, 2 May. Then they left."
    assert _quote(body, "Monday") == "They met\non Monday, 2 May."
    assert _quote(body, "Then") == "Then they left."


def test_abbreviations_do_not_end_it() -> None:
    """A full stop before a number or a small letter goes on; a sentence that is known is taken as it is."""
    body = "He looks to the Nov. 4 election, i.e. the vote. It rained. Then A. Smith won."
    assert _quote(body, "election") == "He looks to the Nov. 4 election, i.e. the vote."
    start = body.index("won")
    first, last = quote_around(body, start, start + 3, "Then A. Smith won.")
    assert body[first:last] == "Then A. Smith won."


def test_paragraphs_end_sentences() -> None:
    """A heading without a full stop does not run into the text below it."""
    assert _quote("A heading\n\nThey met again on Monday\n\nMore", "Monday") == "They met again on Monday"


def test_a_short_sentence_takes_the_next_one_along() -> None:
    """Less than three words are no quote that could be found again."""
    assert _quote("It rained. They met. All day long they talked.", "met") == "They met. All day long they talked."


def test_a_long_sentence_is_cut_at_words() -> None:
    """The span stays inside, and no word is cut in two."""
    body = " ".join(f"word{number}" for number in range(200)) + "."
    quote = _quote(body, "word100")
    assert len(quote) <= MOST_CHARACTERS
    assert "word100" in quote.split()
    assert set(quote.split()) <= set(body.split())


@given(st.text(alphabet="ab .\n”", min_size=1, max_size=900), st.data())
def test_the_span_is_always_inside(body_text: str, data: st.DataObject) -> None:
    """Whatever the text, the quote lies in it and overlaps a span of words; it is as short as promised."""
    start = data.draw(st.integers(0, len(body_text) - 1))
    end = data.draw(st.integers(start + 1, min(len(body_text), start + 20)))
    if not body_text[start:end].strip():
        return
    first, last = quote_around(body_text, start, end)
    assert 0 <= first < last <= len(body_text)
    assert last - first <= MOST_CHARACTERS
    assert first < end
    assert last > start
