"""Plain-text scrapes: title, body and the days printed on the page, out of the furniture around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.articles.furniture import Furniture, Scope, furniture_in
from extractors.articles.line_classifier import chances_of_lines
from extractors.articles.paragraphs import count_words, ends_sentence, join_broken, unwrap
from extractors.articles.printed_days import is_date_line, masthead_candidates
from extractors.readers.article import DateCandidate
from schemas.enumerations import DateRole

_WORD = re.compile(r"\w+")
_TITLE_MARK = re.compile(r"^(?:#{1,3}\s+|title\s*:\s*)(?=\S)", re.IGNORECASE)
_AGENCY_TAG = re.compile(r"^\((?-i:[A-Z][A-Z/ .&-]{1,24})\)\s+(?=\S)")
#: What stands above a post of a page that is written while things happen: "17.32", "10:45 a.m. ET", "3h ago".
_CLOCK = re.compile(
    r"\d{1,2}[.:h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?|\d{1,2}\s*(?:h|hr?s?|hours?|m|mins?|minutes?)\s+ago",
    re.IGNORECASE,
)
_LEAST_POSTS = 3
_NAME = re.compile(r"^(?:[A-Z][\w.’'-]*\s+){1,4}[A-Z][\w.’'-]*$")
_LEAST, _LEAST_AFTER_BODY = 0.5, 0.2
#: A line of fewer words is hardly a paragraph; where nothing longer is printed, a short sentence is.
_SENTENCE_WORDS, _SHORT_SENTENCE_WORDS = 8, 4
# A call with a function in it, or a function that calls itself, as advertisements and charts leave between sentences.
_SCRIPT = re.compile(
    r"(?<![\w$.])[\w$.]{1,100}\(\s*(?:function\s*\([^()]{0,80}\)|\([^()]{0,80}\)\s*=>)\s*\{.{0,1500}?\}\s*\)\s*;"
    r"|!function\s*\(.{0,1500}?\}\s*\(\s*\)\s*;",
    re.DOTALL,
)
# A rule of a style sheet: names of classes, or of one element, and what is set for them.
_STYLE = re.compile(
    r"(?:@[a-z-]{4,20}|(?<!\w)[.#][a-z_-][\w-]{0,80}|\b(?:body|html|div|span|img|table|ul|li|p|a|h[1-6])(?=\s{0,3}\{))"
    r"[\w\s.,:#>*+~()\[\]=\"'-]{0,300}\{\s*[a-z-]{2,40}\s*:[^{}]{0,3000}\}",
    re.IGNORECASE,
)
# A line of low strokes, which news agencies put before notes on who wrote and who paid.
_RULED_OFF = re.compile(r"(?:^|\s)_{3,}(?:\s|$)")
_LONGEST_NOTES = 400
#: What follows the end of an article may hold this share of its words in sentences; more is the article going on.
_LARGEST_TAIL = 0.3


@dataclass(frozen=True, slots=True)
class Scrape:
    """What a scrape holds: the headline, the paragraphs of the body, and the dates printed around it."""

    title: str | None
    paragraphs: list[str]
    candidates: list[DateCandidate]


@dataclass(slots=True)
class _Line:
    text: str
    chance: float
    kind: Furniture | None
    least_words: int = _SENTENCE_WORDS

    @property
    def is_body(self) -> bool:
        """No furniture that has a name, and likely enough to be body."""
        return self.kind is None and self.chance >= _LEAST

    @property
    def is_marked_title(self) -> bool:
        """The line says that it is a headline."""
        return marked_title(self.text) is not None

    @property
    def is_sentences(self) -> bool:
        """Long enough to be told in sentences, and no headline or date."""
        many = count_words(self.text) >= self.least_words and (ends_sentence(self.text) or len(self.text) > 150)
        return self.kind is None and many and not self.is_marked_title and not is_date_line(self.text)

    @property
    def is_prose(self) -> bool:
        """Body in sentences."""
        return self.is_body and self.is_sentences

    @property
    def words(self) -> int:
        """How many words of body it has."""
        return count_words(self.text) if self.is_body else 0


def marked_title(line: str) -> str | None:
    """The headline in a line that says that it is one ("Title: Pier closed"); None for any other line."""
    return _TITLE_MARK.sub("", line).strip() if _TITLE_MARK.match(line) else None


def read_scrape(text: str, title: str | None = None) -> Scrape:
    """The parts of a scraped page; ``title`` is the headline where somebody else knows it."""
    lines = _lines(text)
    first = _trust_posts(lines)
    start = next((number for number, line in enumerate(lines) if line.is_prose), len(lines)) if first is None else first
    header = [line.text for line in lines[:start]]
    place = _title_place(lines[:start])
    found = title or (None if place is None else marked_title(header[place]) or header[place].strip())
    body = [line.text for line in _kept(lines[start:]) if _key(line.text) != _key(found or "")]
    if body:
        body[0] = _AGENCY_TAG.sub("", body[0])
    return Scrape(found, _without_notes(join_broken(body)), _candidates(header, place, lines[start:]))


def _lines(text: str) -> list[_Line]:
    texts = [line.strip() for line in unwrap(_without_code(text)).split("\n")]
    texts = [line for line in texts if line]
    lines = [
        _Line(line, chance, furniture_in(line)) for line, chance in zip(texts, chances_of_lines(texts), strict=True)
    ]
    for least in (_SENTENCE_WORDS, _SHORT_SENTENCE_WORDS):
        if not any(line.is_prose for line in lines):
            # a text without paragraphs, or a very short one: whatever is sentences is its body
            for line in lines:
                line.least_words = least
                line.chance = 1.0 if line.is_sentences else line.chance
    return lines


def _trust_posts(lines: Sequence[_Line]) -> int | None:
    """Where the first post of a live page stands (None = it is none); what is told under a clock is body.

    Such posts are short and stand alone, as the boxes around an article do.
    """
    clocks = [number for number, line in enumerate(lines) if _CLOCK.fullmatch(line.text)]
    posts = [line for number in clocks for line in lines[number + 1 : number + 3] if line.is_sentences]
    if len(clocks) < _LEAST_POSTS or len(posts) < _LEAST_POSTS:
        return None
    for line in lines[clocks[0] :]:
        line.chance = max(line.chance, _LEAST) if line.is_sentences else line.chance
    return clocks[0]


def _without_code(text: str) -> str:
    """``text`` without the calls of scripts and the rules of style sheets that were saved with it."""
    if "{" not in text:
        return text
    return _STYLE.sub("", _SCRIPT.sub("", text) if "function" in text or "=>" in text else text)


def _title_place(header: Sequence[_Line]) -> int | None:
    """The number of the headline among the lines before the body."""
    marked = next((number for number, line in enumerate(header) if line.is_marked_title), None)
    if marked is not None:
        return marked
    able = [number for number, line in enumerate(header) if _may_be_title(line)]
    return max(reversed(able), key=lambda number: min(len(header[number].text.split()), 5), default=None)


def _may_be_title(line: _Line) -> bool:
    return len(line.text.split()) >= 2 and line.kind is None and not is_date_line(line.text)


def _kept(lines: Sequence[_Line]) -> list[_Line]:
    """The lines of the body, from its first sentence on."""
    kept: list[_Line] = []
    for number, line in enumerate(lines):
        if line.kind is not None and line.kind.scope is Scope.TAIL and _is_end(kept, lines[number:]):
            break
        before = lines[max(0, number - 3) : number]
        if (line.is_body or _goes_on(line, before)) and not is_date_line(line.text):
            if _is_bio(line, before) and _is_end(kept, lines[number:]):
                break
            kept.append(line)
    return kept


def _without_notes(paragraphs: list[str]) -> list[str]:
    """The paragraphs up to the line that rules notes off, when what follows it is as short as notes are."""
    text = "\n\n".join(paragraphs)
    if "___" not in text:
        return paragraphs
    ruled = next((one for one in _RULED_OFF.finditer(text) if len(text) - one.end() <= _LONGEST_NOTES), None)
    return paragraphs if ruled is None else [one for one in text[: ruled.start()].rstrip().split("\n\n") if one]


def _is_end(before: Sequence[_Line], rest: Sequence[_Line]) -> bool:
    return sum(line.words for line in rest) <= _LARGEST_TAIL * sum(line.words for line in before)


def _goes_on(line: _Line, before: Sequence[_Line]) -> bool:
    """Whether the line is sentences that follow body directly: then even a small chance will do."""
    if not before or not before[-1].is_prose or line.kind is not None or line.chance < _LEAST_AFTER_BODY:
        return False
    return line.is_sentences


def _is_bio(line: _Line, before: Sequence[_Line]) -> bool:
    """Whether the line tells of the person whose name stands alone just before it (a box below an article)."""
    names = [one.text for one in before if _NAME.match(one.text)]
    return any(line.text.startswith(f"{name} ") for name in names)


def _candidates(header: Sequence[str], title: int | None, rest: Sequence[_Line]) -> list[DateCandidate]:
    """The printed dates: above the headline the day shown, below it the article's own; after the body labelled ones."""
    pairs = itertools.pairwise(["", *header])
    labelled = [f"{before} {line}" if before.endswith(":") else line for before, line in pairs]
    above = masthead_candidates(labelled if title is None else labelled[:title])
    below = masthead_candidates([] if title is None else labelled[title + 1 :])
    after = masthead_candidates(line.text for line in rest if not line.is_body and is_date_line(line.text))
    own = [replace(one, role=DateRole.PUBLISHED) if one.role is DateRole.PAGE else one for one in below]
    return [*own, *above, *(one for one in after if one.role is not DateRole.PAGE)]


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))
