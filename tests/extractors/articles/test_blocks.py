"""The visible lines of a page and what the markup says about them."""

from __future__ import annotations

import pytest

from extractors.articles.blocks import blocks_of
from extractors.articles.pages import parse_page


def texts(markup: str) -> list[str]:
    """The lines of a page."""
    return [block.text for block in blocks_of(parse_page(f"<html><body>{markup}</body></html>"))]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>The <b>ferry</b>\n left.</p><p>Late.</p>", ["The ferry left.", "Late."]),
        ("<div>Above<p>inside</p>below</div>", ["Above", "inside", "below"]),
        ("one<br>two", ["one", "two"]),
        ("<p>Seen<script>hidden()</script> again<!-- note --> whole</p>", ["Seen again whole"]),
        ("<p style='display: none'>Unseen</p>after", ["after"]),
        ("<div hidden><p>Unseen</p></div>after", ["after"]),
        ("<ul><li> </li><li>\u00a0</li></ul>", []),
    ],
)
def test_lines_are_what_a_reader_sees(markup: str, lines: list[str]) -> None:
    """Block elements end a line, others do not; what is hidden is none, what follows it is."""
    assert texts(markup) == lines


def test_a_block_knows_its_place() -> None:
    """Classes around it count, links by their letters, the next link does not inherit the last one's."""
    markup = """<article class="story"><div id="sidebar-ads"><p>More: <a href="x">the harbour</a></p></div></article>
    <footer><p>Imprint</p></footer>"""
    first, second = blocks_of(parse_page(f"<html><body>{markup}</body></html>"))
    assert (first.good, first.bad, first.in_article, first.in_furniture) == (1, 1, True, False)
    assert first.link_share == pytest.approx(len("the harbour") / len("More: the harbour"))
    assert (second.link_share, second.in_article, second.in_furniture) == (0.0, False, True)
