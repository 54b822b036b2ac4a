"""Bodies, titles and repeats of plain-text scrapes and of bodies from feeds."""

from __future__ import annotations

import json
import os
import re
import textwrap
import unicodedata
from pathlib import Path

import pytest

from extractors.articles import CleanArticle, clean
from extractors.articles.printed_days import masthead_candidates
from extractors.claims import RawInput
from extractors.readers import UnreadableInputError, read
from schemas.enumerations import DateRole

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[4] / "shared"))

FIRST = "The harbour board voted on Tuesday to close the old pier, which storms had damaged twice since the autumn."
SECOND = "Engineers told the board that a repair would cost more than a new pier, and that work could start in spring."
THIRD = "Fishermen asked for a place to land their catch until then, and the mayor promised to answer within a week."


def cleaned(text: str, name: str = "page.txt") -> CleanArticle:
    """The article in a plain text."""
    (article,) = read(RawInput(source_uri=name, content_sha256="", content=text.encode()))
    return clean(article)


def test_furniture_around_a_body_goes() -> None:
    """Masthead, menu, byline, share bar, links and rights are no body; title and body are told apart."""
    page = [
        "The Harbour Herald",
        "Tuesday 5 March 2024",
        "Home | News | Sport | Weather",
        "",
        "Board closes the old pier",
    ]
    page += ["", "By Anna Example", "", FIRST, "", SECOND, "", THIRD, "", "Share this: Facebook Twitter Print"]
    page += ["Most read: Ten walks for 2024", "(c) 1998-2024 The Harbour Herald"]
    article = cleaned("\n".join(page))
    assert article.title == "Board closes the old pier"
    assert article.body_text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert article.language == "en"


def test_a_block_printed_twice_stands_once_and_is_reported() -> None:
    """One report for the whole block, whose offsets point at the printing that stays."""
    article = cleaned("\n\n".join(["Board closes the old pier", FIRST, SECOND, THIRD, FIRST, SECOND]))
    assert article.body_text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    (block,) = article.repeated_blocks
    assert block.quote == article.body_text[block.start_offset : block.end_offset] == f"{FIRST}\n\n{SECOND}"


def test_hard_wrapped_lines_become_paragraphs() -> None:
    """Lines broken at a fixed width are joined again."""
    words, lines = f"{FIRST} {SECOND}".split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    article = cleaned("Board closes the old pier\n\n" + "\n".join(lines) + "\n\n" + THIRD)
    assert article.body_text == f"{FIRST} {SECOND}\n\n{THIRD}"


def test_a_paragraph_broken_in_mid_sentence_is_joined() -> None:
    """After a word that cannot end a sentence, also when the rest begins with a capital."""
    broken = SECOND.replace("than a new pier, and that", "than a new pier, but\nKai Example said that")
    article = cleaned("\n".join(["Board closes the old pier", FIRST, broken, THIRD]))
    assert "pier, but Kai Example said" in article.body_text


@pytest.mark.parametrize("first", [f"(EXAMPLEWIRE)\n{FIRST}", f"(EXAMPLEWIRE) {FIRST}"])
def test_an_agency_tag_is_removed(first: str) -> None:
    """Alone on its line or before the first words."""
    assert cleaned("\n".join(["Board closes the old pier", first, SECOND, THIRD])).body_text.startswith(FIRST)


def test_a_text_of_one_line_is_kept() -> None:
    """Some scrapers lose every line break."""
    assert cleaned(f"{FIRST} {SECOND} {THIRD}").body_text == f"{FIRST} {SECOND} {THIRD}"


def test_a_box_about_the_author_goes() -> None:
    """A paragraph that begins with the name standing alone above it."""
    bio = "Anna Example has covered harbours for twenty years and lectures on tides at the university of the coast."
    article = cleaned("\n\n".join(["Board closes the old pier", FIRST, SECOND, THIRD, "Anna Example", bio]))
    assert article.body_text.endswith(THIRD)


def test_a_page_without_sentences_is_refused() -> None:
    """Names of links are no article."""
    with pytest.raises(UnreadableInputError, match="no article text"):
        cleaned("Home\nNews\nSport\nSign in")


def test_the_end_of_a_feed_text_goes() -> None:
    """Where it first appeared and what the publisher is are not the story."""
    ends = ["The post first appeared in Harbour Report.", "Harbour Report has covered ports since 1998."]
    record = {"title": "Pier", "source_name": "Harbour Report", "maintext": "\n\n".join([FIRST, *ends])}
    assert cleaned(json.dumps(record), "a.json").body_text == FIRST


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("“”‘’–—", "\"\"''--"))
    return re.sub(r"\s+", " ", text).strip()


def _gold() -> list[tuple[Path, dict[str, str]]]:
    found = []
    for corpus in ("gold", "seeds"):
        folder = SHARED / corpus
        if (folder / "articles.jsonl").is_file():
            rows = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
            found += [(folder / row["file"], row) for row in map(json.loads, rows)]
    return found


@pytest.mark.skipif(not _gold(), reason="the gold corpora are not here (DATELINE_SHARED)")
def test_bodies_of_the_gold_corpora_are_exact() -> None:
    """Every body begins and ends with the words that a careful reader would mark."""
    wrong = []
    for path, row in _gold():
        (article,) = read(RawInput(source_uri=path.name, content_sha256="", content=path.read_bytes()))
        body = _folded(clean(article).body_text)
        ends = (_folded(row["body_first_words"]), _folded(row["body_last_words"]))
        if not (body.startswith(ends[0]) and body.endswith(ends[1])):
            wrong.append(row["article"])
    assert wrong == []


def test_a_short_text_is_an_article() -> None:
    """One sentence is enough, also of a script that puts no spaces between words; a note about the page is none."""
    assert cleaned("Mayor resigns\n\nThe mayor of Velden resigned.").body_text == "The mayor of Velden resigned."
    assert cleaned("市长周一在会议上宣布辞职。").body_text == "市长周一在会议上宣布辞职。"
    with pytest.raises(UnreadableInputError, match="no article text"):
        cleaned("This live page is now closed.")


def test_paragraphs_of_two_wrapped_lines_are_joined() -> None:
    """Where no line had room for the next word, the first line of a paragraph is no headline."""
    lines = textwrap.wrap(FIRST, 80)
    text = "Board closes pier\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines).replace("Tuesday", "Wednesday")
    assert cleaned(text).body_text == f"{FIRST}\n\n{FIRST.replace('Tuesday', 'Wednesday')}"


def test_scripts_between_sentences_go() -> None:
    """What an advertisement left in the text is no part of it."""
    script = "ads.queue.push(function () {\n   let slot = list[0];\n   ads.show({\n id: slot\n }, 1);\n });"
    assert cleaned(f"Board closes pier\n\n{FIRST} {script}\n\n{FIRST[:-1]} again.").body_text == (
        f"{FIRST}\n\n{FIRST[:-1]} again."
    )


def test_the_posts_of_a_live_page_are_its_body() -> None:
    """Each stands alone under its clock, as short as a box; the headline is that of the page, not of the first post."""
    page = ["Storm closes the pier: live", "", "By Anna Example", "", "17.32", "Crane falls", FIRST, ""]
    page += ["15:05 GMT", "Two hurt", "Two dockers were hurt by the crane, the port said.", "", "9h ago"]
    page += ["Nobody else was at work when it fell shortly after six, the port said.", "", "Share this: Twitter Print"]
    article = cleaned("\n".join(page))
    assert article.title == "Storm closes the pier: live"
    assert [paragraph.split()[0] for paragraph in article.body_text.split("\n\n")] == ["The", "Two", "Nobody"]


def test_each_day_of_a_masthead_has_its_own_label() -> None:
    """A line may tell both, in either order; a label behind a day counts where none stands before it."""
    lines = [
        "Published 3 May 2024, updated 4 May 2024",
        "Updated 4 May 2024; published 3 May 2024",
        "5 May 2024 (updated)",
    ]
    roles = [(one.raw_text, one.role) for one in masthead_candidates(lines)]
    assert roles == [
        ("3 May 2024", DateRole.PUBLISHED),
        ("4 May 2024", DateRole.UPDATED),
        ("4 May 2024", DateRole.UPDATED),
        ("3 May 2024", DateRole.PUBLISHED),
        ("5 May 2024", DateRole.UPDATED),
    ]


def test_a_stored_text_may_begin_with_its_headline() -> None:
    """A headline is no evidence; in a stored article without a title, a line that says it is one becomes the title."""
    stored = {"url": "https://herald.example/pier", "text": f"Title: Board closes the old pier\n\n{FIRST}\n\n{SECOND}"}
    article = cleaned(json.dumps(stored), "page.json")
    assert article.title == "Board closes the old pier"
    assert article.body_text == f"{FIRST}\n\n{SECOND}"
