"""Plain-text scrapes taken apart."""

from __future__ import annotations

import pytest

from extractors.articles import clean
from extractors.articles.scrapes import read_scrape
from extractors.readers import ReadArticle, UnreadableInputError

STORY = (
    "The ferry of Port Ellis stayed in the harbour on Monday because of fog, the captain's office said.",
    "Forty travellers waited in the old customs house until the boat could leave in the afternoon.",
)


@pytest.mark.parametrize(
    "code",
    [
        "@font-face{\n  font-family: 'Port';\n  src: url('x.woff2');\n}\n",
        ".box-a:hover,\n  .box-b::after {\n  color: #fff; /* white */\n}",
        "p { margin: 0 }",
        "ads.push(function () { show('box'); });",
    ],
)
def test_code_between_sentences_is_taken_out(code: str) -> None:
    """Scripts and style sheets of boxes that were saved with the text; the sentences around them stay."""
    text = f"Ferry stays in port\n\n{STORY[0]} {code} {STORY[1]}\n"
    assert " ".join(" ".join(read_scrape(text).paragraphs).split()) == " ".join(STORY)


@pytest.mark.parametrize("words", ["a set {1, 2} of .com names", "the note {sic}: it says so", "{ 12 } of #harbour"])
def test_braces_in_sentences_are_left_alone(words: str) -> None:
    """Only what sets something is a rule of a style sheet."""
    sentence = f"The clerk wrote down {words} in the book of the harbour and closed it for the day."
    assert read_scrape(f"{STORY[0]}\n\n{sentence}\n").paragraphs[1] == sentence


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_notes_that_are_ruled_off_are_no_text(gap: str) -> None:
    """News agencies end so; what goes on for long behind such a line is text."""
    note = "Jo Example of the agency in Port Ellis helped with this story. Follow the coast at https://coast.example"
    text = f"Ferry stays in port\n\n{STORY[0]}\n\n{STORY[1]}{gap}___{gap}"
    assert read_scrape(text + note).paragraphs == list(STORY)
    assert len(" ".join(read_scrape(text + " ".join(STORY * 3)).paragraphs)) > 700


def test_days_below_the_headline_are_the_articles_own() -> None:
    """What stands above it says when the page was shown."""
    found = read_scrape(
        f"Monday, 4 March 2024\n\nFerry stays in port for a day\n\n2 March 2024\n\n{STORY[0]}\n\n{STORY[1]}\n"
    )
    assert found.title == "Ferry stays in port for a day"
    assert [(one.raw_text, one.role.value) for one in found.candidates] == [
        ("2 March 2024", "published"),
        ("Monday, 4 March 2024", "page"),
    ]


def test_a_text_far_longer_than_an_article_is_refused() -> None:
    """With a reason, before the language model would stop the run."""
    text = "\n\n".join(f"The ferry of town {number} stayed in the harbour because of fog." for number in range(20_000))
    with pytest.raises(UnreadableInputError, match="far longer than an article"):
        clean(ReadArticle(source_uri="a.txt", reader="json_lines", text=text, is_body=True))
