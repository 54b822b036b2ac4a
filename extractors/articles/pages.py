"""HTML pages: title, body and candidates for their day."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from extractors.articles.blocks import Block, blocks_of
from extractors.articles.furniture import furniture_in
from extractors.articles.line_classifier import chances_of_blocks
from extractors.articles.page_days import found_by_htmldate, headline_number, printed_candidates
from extractors.articles.page_facts import Facts, read_facts
from extractors.articles.paragraphs import ends_sentence
from extractors.articles.printed_days import is_date_line
from extractors.readers.article import DateCandidate, UnreadableInputError
from extractors.readers.boundary import guarded
from extractors.readers.decoding import tidy
from schemas.enumerations import DateRole

#: Below this chance of being body a paragraph that trafilatura keeps is dropped; below the second, if it is all links.
_LEAST, _LEAST_OF_LINKS = 0.05, 0.5
#: With fewer words trafilatura has missed the article; lines that are likely body are taken when they hold far more.
_FEW_WORDS, _FEWEST_WORDS = 40, 8
_SITE = re.compile(r"\s+[|–—-]\s+\S")
# What is never seen; and what no article stands in (trafilatura drops these, too, but only after copying and searching
# them several times).
_UNSEEN = ("script", "style", "svg", "noscript", "template")
_AROUND = ("head", "nav", "footer", "aside", "button", "input", "select", "option", "iframe")


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds."""

    title: str | None
    source_name: str | None
    url: str | None
    paragraphs: list[str]
    candidates: list[DateCandidate]


def read_page(markup: str, url: str | None = None) -> Page:
    """The parts of a page; raises UnreadableInputError when it has no text."""
    tree = guarded("HTML", parse_page, markup)
    facts = read_facts(tree)
    titles = [*facts.titles, *_headings(tree)]
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    blocks = blocks_of(tree)
    candidates = _candidates(markup, url, facts, [block.text for block in blocks], titles)
    etree.strip_elements(tree, *_AROUND, with_tail=False)
    paragraphs = _paragraphs(tree, url, blocks, titles, facts.body)
    if not paragraphs:
        raise UnreadableInputError("the page holds no article text")
    return Page(_title(titles), facts.source_name, url or facts.url, paragraphs, candidates)


@functools.cache
def _parser() -> Any:
    """A parser whose elements are of one class; lxml.html looks the class of each up in Python, which takes long."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement, entity=lxml_html.HtmlEntity)
    )
    return parser


def parse_page(markup: str) -> Any:
    """The tree of a page; raises what lxml raises."""
    # lxml refuses text that declares its own encoding
    return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup), parser=_parser())


def _headings(tree: Any) -> list[str]:
    texts = [tidy(" ".join(element.text_content().split())) for tag in ("h1", "title") for element in tree.iter(tag)]
    return [text for text in texts if text]


def _title(titles: Sequence[str]) -> str | None:
    """The most trusted title, without the site's name behind it when another title shows that it is one."""
    if not titles:
        return None
    first = titles[0]
    shorter = [one for one in titles if len(one) >= 10 and first.startswith(one) and _SITE.match(first, len(one))]
    return max(shorter, key=len, default=first)


def _candidates(
    markup: str, url: str | None, facts: Facts, lines: Sequence[str], titles: Sequence[str]
) -> list[DateCandidate]:
    printed = printed_candidates(lines, headline_number(lines, titles))
    found = [*facts.candidates, *_believed(facts.unclear, printed), *printed]
    if not any(one.role is DateRole.PUBLISHED and one.local_day for one in found):
        # few pages tell no day; for those the markup is parsed again rather than copied for all of them
        day = found_by_htmldate(guarded("HTML", parse_page, markup), url)
        found += [] if day is None else [day]
    return found


def _believed(unclear: Sequence[DateCandidate], printed: Sequence[DateCandidate]) -> list[DateCandidate]:
    """The unclear days: those of the page, not of the article, where another day is printed beside the headline."""
    own = {one.local_day for one in printed if one.role is DateRole.PUBLISHED and one.local_day}
    role = {True: DateRole.PUBLISHED, False: DateRole.PAGE}
    return [replace(one, role=role[not own or one.local_day in own]) for one in unclear]


def _paragraphs(
    tree: Any, url: str | None, blocks: Sequence[Block], titles: Sequence[str], told: str | None
) -> list[str]:
    """Trafilatura's paragraphs but for titles, known furniture, and what is hardly body by its place and shape."""
    document: Any = guarded(
        "HTML", trafilatura.bare_extraction, tree, url=url, include_comments=False, favor_recall=True
    )
    text = "" if document is None else tidy(document.text or "")
    chances = _Chances(blocks)
    heads = {_key(title) for title in titles}
    lines = text.split("\n")
    found, likely = len(text.split()), chances.likely(blocks)
    if found < _FEW_WORDS and len(" ".join(likely).split()) > 2 * max(found, _FEWEST_WORDS):
        lines = likely
    kept = []
    for line in lines:
        bare = line.strip().removeprefix("- ")
        is_out = furniture_in(bare) or is_date_line(bare) or _is_title(bare, heads)
        if bare and not is_out and chances.allow(bare):
            kept.append(bare)
    return kept or _told_paragraphs(told)


def _told_paragraphs(told: str | None) -> list[str]:
    """The body as JSON-LD holds it, for pages that print none."""
    return [line.strip() for line in (told or "").split("\n") if line.strip()]


def _is_title(line: str, heads: Collection[str]) -> bool:
    if len(line) > 2 * max(map(len, heads), default=0):
        return False
    key = _key(line)
    words = key.count(" ") + 1
    return any(key == head or (words >= 4 and head.startswith(key)) for head in heads)


class _Chances:
    """The chances of the page's lines, found again by their words."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._chances = chances_of_blocks(blocks)
        self._of_text = self._told(block.text for block in blocks)

    def _told(self, names: Iterable[str]) -> dict[str, tuple[float, float]]:
        """The largest chance and the smallest share of links of the lines that have one name."""
        told: dict[str, tuple[float, float]] = {}
        for name, block, chance in zip(names, self._blocks, self._chances, strict=True):
            largest, smallest = told.get(name, (0.0, 1.0))
            told[name] = (max(largest, chance), min(smallest, block.link_share))
        return told

    @functools.cached_property
    def _keys(self) -> list[str]:
        return [_key(block.text) for block in self._blocks]

    @functools.cached_property
    def _of_key(self) -> dict[str, tuple[float, float]]:
        """Lines by their words alone, for the few paragraphs that no line spells alike."""
        return self._told(self._keys)

    def allow(self, paragraph: str) -> bool:
        """Whether the paragraph may be body; what the page's lines do not hold is allowed."""
        told = self._of_text.get(paragraph) or self._of_key.get(_key(paragraph))
        chance, link_share = told or (self._chance_of_runs(_key(paragraph)), 0.0)
        if link_share > 0.95 and len(paragraph.split()) > 3 and not ends_sentence(paragraph):
            return False  # a headline that leads elsewhere
        return chance >= (_LEAST_OF_LINKS if link_share > 0.85 else _LEAST)

    def _chance_of_runs(self, key: str) -> float:
        known = [self._of_run[run] for run in _runs(key) if run in self._of_run]
        return sum(known) / len(known) if known else 1.0

    def likely(self, blocks: Sequence[Block]) -> list[str]:
        """The lines that are more likely body than not."""
        return [block.text for block, chance in zip(blocks, self._chances, strict=True) if chance >= 0.5]

    @functools.cached_property
    def _of_run(self) -> dict[str, float]:
        """The chance of every run of four words, for paragraphs that are put together otherwise than the lines."""
        of_run: dict[str, float] = {}
        for key, chance in zip(self._keys, self._chances, strict=True):
            for run in _runs(key):
                of_run[run] = max(of_run.get(run, 0.0), chance)
        return of_run


def _runs(key: str) -> list[str]:
    words = key.split()
    return [" ".join(words[n : n + 4]) for n in range(len(words) - 3)]


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
