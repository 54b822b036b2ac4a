"""HTML pages."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.articles import clean, judge
from extractors.articles.blocks import blocks_of
from extractors.articles.line_classifier import chances_of_blocks, chances_of_lines
from extractors.articles.pages import parse_page, read_page
from extractors.articles.printed_days import dateline_candidate
from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read
from schemas.enumerations import DateKind, DateRole

PARAGRAPHS = [
    "The harbour board voted on Tuesday to close the old pier, which storms had damaged twice since the autumn.",
    "Engineers told the board that a repair would cost more than a new pier, and that work could start in spring.",
    "Fishermen asked for a place to land their catch until then, and the mayor promised to answer within a week.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Board closes pier | Harbour Herald</title>
<meta property="og:site_name" content="Harbour Herald"><meta property="og:updated_time" content="2024-03-07">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Board closes pier",
"datePublished": "2024-03-05T23:30:00-05:00"}}]}}</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><h1>Board closes pier</h1><p>5 March 2024</p>
<article>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</article>
<div class="related"><ul><li><a href="/x">Ten walks for 2024</a></li></ul></div>
<footer>&copy; 2024</footer></body></html>"""


def test_body_title_and_source_are_found() -> None:
    """The headline is no part of the body, and the site's name no part of the headline."""
    page = read_page(PAGE)
    assert page.paragraphs == PARAGRAPHS
    assert (page.title, page.source_name) == ("Board closes pier", "Harbour Herald")


def test_days_of_a_page_keep_their_kind_and_role() -> None:
    """JSON-LD publishes, OpenGraph updates, the line below the headline is printed."""
    found = {(one.kind, one.role, one.local_day) for one in read_page(PAGE).candidates}
    assert found == {
        (DateKind.METADATA, DateRole.PUBLISHED, date(2024, 3, 5)),
        (DateKind.METADATA, DateRole.UPDATED, date(2024, 3, 7)),
        (DateKind.MASTHEAD, DateRole.PUBLISHED, date(2024, 3, 5)),
    }


def test_a_page_without_an_article_is_refused() -> None:
    """It becomes a rejection, whatever the parser thinks of it."""
    with pytest.raises(UnreadableInputError, match="no article text"):
        read_page("<html><body><nav><a href='/'>Home</a></nav></body></html>")


def test_a_short_page_is_kept() -> None:
    """An article of one paragraph is an article."""
    markup = f"<html><body><h1>Board closes pier</h1><article><p>{PARAGRAPHS[0]}</p></article></body></html>"
    assert read_page(markup).paragraphs == PARAGRAPHS[:1]


def test_the_address_of_a_page_is_a_candidate() -> None:
    """A whole day in the path, when nothing else tells one."""
    markup = PAGE.replace("datePublished", "x").replace("5 March 2024", "").replace("og:updated_time", "y").encode()
    address = "https://harbour.example/2024/03/06/pier"
    (article,) = read(RawInput(source_uri=address, content_sha256="", content=markup))
    assert judge("a", clean(article).candidates, ()).published_day == date(2024, 3, 6)


def test_deep_nesting_is_survived() -> None:
    """Pages nest as deep as the parser lets them."""
    blocks = blocks_of(parse_page("<div>" * 240 + "Words" + "</div>" * 240))
    assert [block.text for block in blocks] == ["Words"]


def test_hidden_text_is_not_seen() -> None:
    """What the page does not show is no line of it."""
    markup = "<body><p>Seen</p><p style='display: none'>Unseen</p><p hidden>Unseen</p><script>x</script></body>"
    assert [block.text for block in blocks_of(parse_page(markup))] == ["Seen"]


def test_sentences_are_likelier_body_than_links() -> None:
    """The classifier by words alone and by markup; no lines give no chances."""
    blocks = blocks_of(parse_page(PAGE))
    chances = {block.text: chance for block, chance in zip(blocks, chances_of_blocks(blocks), strict=True)}
    assert min(chances[text] for text in PARAGRAPHS) > 0.5 > chances["Ten walks for 2024"]
    lines = ["Home", "Sport", *PARAGRAPHS, "Ten walks for 2024"]
    assert [chance > 0.5 for chance in chances_of_lines(lines)] == [False, False, True, True, True, False]
    assert (chances_of_lines([]), chances_of_blocks([])) == ([], [])


def _day_of(head: str, before: str = "", after: str = "") -> date | None:
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = f"<html><head>{head}</head><body>{before}<h1>Board closes pier</h1>{after}<article>{text}</article></body>"
    return judge("a", read_page(markup + "</html>").candidates, ()).published_day


def test_an_unclear_day_of_the_document_gives_way_to_the_one_beside_the_headline() -> None:
    """``date`` may be when the document was made or changed; alone it is believed."""
    head = "<meta name='date' content='2024-03-09'>"
    assert _day_of(head) == date(2024, 3, 9)
    assert _day_of(head, after="<p>5 March 2024</p>") == date(2024, 3, 5)
    assert _day_of("<meta property='article:published_time' content='2024-03-04'>", after="<p>5 March 2024</p>") == (
        date(2024, 3, 4)
    )


def test_a_day_right_above_the_headline_is_the_articles_own() -> None:
    """Further above it may be the day the page was shown."""
    assert _day_of("", before="<p>5. 3. 2024 - Desk</p>") == date(2024, 3, 5)
    assert _day_of("", before="<p>5 March 2024</p><p>Home</p><p>News</p>") is None


def test_a_day_in_brackets_after_a_town_opens_a_report() -> None:
    """No capitals are needed for such a dateline; a person's years are none."""
    found = dateline_candidate("Velden (3. 5. 2021). The ferry will run again from Monday.")
    assert found is not None
    assert found.local_day == date(2021, 5, 3)
    assert dateline_candidate("Jo Example (born 3. 5. 1951) will lead the ferry company.") is None
