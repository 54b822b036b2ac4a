"""Speed and memory: every stage against the bare language model on the same texts in the same run.

usage: python -m benchmarks.speed SCRAPES [--predictions OUT] [--articles N] [--passes N] [--pages PAGES]

SCRAPES is JSON Lines (``.gz`` too) with ``text`` and ``published_day`` a line. Times are CPU seconds of one process, so
that a noisy machine disturbs them little; the reference is spaCy's full English pipeline over the cleaned bodies. OUT
takes the figures as JSON.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import spacy

from benchmarks.yardstick import read_rows
from extractors import articles, event_mentions, readers, time_expressions
from extractors.claims import RawInput, Reference
from extractors.days import ANY_DAY, Days, day_of
from extractors.event_mentions.document import Document
from extractors.language import MODEL
from extractors.readers.article import ReadArticle, UnreadableInputError

Result = TypeVar("Result")
#: Texts and pages read before the clock starts, so that models and lexicons are loaded.
_WARM_UP = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """A cleaned scrape with the days it speaks from."""

    name: str
    text: str
    reference: Days


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What ``work`` returns, and the CPU seconds it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def clean(documents: Sequence[dict[str, Any]]) -> list[Body]:
    """The bodies of all scrapes that hold an article's text."""
    return [body for document in documents if (body := _body(document)) is not None]


def _body(document: dict[str, Any]) -> Body | None:
    page = ReadArticle(source_uri=document["doc"], reader="plain_text", text=document["text"])
    try:
        text = articles.clean(page).body_text
    except UnreadableInputError:
        return None
    day = document["published_day"]
    return Body(name=document["doc"], text=text, reference=day_of(date.fromisoformat(day)) if day else ANY_DAY)


def find_all(bodies: Iterable[Body]) -> list[Any]:
    """The time expressions of every body."""
    return [time_expressions.find(body.text, body.reference, article_id=body.name) for body in bodies]


def extract_all(bodies: Iterable[Body]) -> int:
    """Extract time expressions and event mentions of every body; returns how many mentions there are."""
    count = 0
    for body in bodies:
        expressions = tuple(time_expressions.find(body.text, body.reference, article_id=body.name))
        document = Document(
            article_id=body.name,
            title=None,
            body_text=body.text,
            reference=Reference(days=body.reference, rule="published", explanation="given"),
            time_expressions=expressions,
        )
        count += len(event_mentions.extract_mentions(document).mentions)
    return count


def parse_all(bodies: Iterable[Body]) -> int:
    """Run spaCy's full English pipeline over every body; returns how many tokens there are."""
    pipeline = spacy.load(MODEL)
    return sum(len(doc) for doc in pipeline.pipe((body.text for body in bodies), batch_size=32))


def measure(documents: Sequence[dict[str, Any]], passes: int) -> dict[str, float]:
    """All figures: seconds, rates and ratios by name."""
    clean(documents[:_WARM_UP])
    bodies, cleaning = timed(lambda: clean(documents))
    find_all(bodies[:1])
    extract_all(bodies[:1])
    _, finding = timed(lambda: find_all(bodies))
    peaks = []
    for _ in range(passes):
        mentions, extracting = timed(lambda: extract_all(bodies))
        peaks.append(peak_megabytes())
    _, copying = timed(lambda: articles.find_copies([(body.name, body.text, body.reference.first) for body in bodies]))
    _, parsing = timed(lambda: parse_all(bodies))
    return {
        "articles": len(bodies),
        "characters": sum(len(body.text) for body in bodies),
        "mentions": mentions,
        "clean_articles_a_second": len(bodies) / cleaning,
        "copies_articles_a_second": len(bodies) / copying,
        "find_against_spacy": finding / parsing,
        "extract_throughput_against_spacy": parsing / extracting,
        "peak_megabytes_first_pass": peaks[0],
        "peak_megabytes_last_pass": peaks[-1],
    }


def read_pages(yardstick: Path) -> float:
    """Pages read and cleaned in a CPU second; ``yardstick`` names the files of its pages beside itself."""
    contents = [gzip.decompress((yardstick.parent / row["html"]).read_bytes()) for row in read_rows(yardstick)]
    for content in contents[:_WARM_UP]:
        _read_page(content)
    _, seconds = timed(lambda: sum(_read_page(content) for content in contents))
    return len(contents) / seconds


def _read_page(content: bytes) -> int:
    page = RawInput(source_uri="page.html", content_sha256="", content=content)
    try:
        return sum(len(articles.clean(article).body_text) for article in readers.read(page))
    except UnreadableInputError:
        return 0


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Measure speed and memory.")
    parser.add_argument("scrapes", type=Path, metavar="SCRAPES")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="where the figures are written as JSON")
    parser.add_argument("--articles", type=int, default=None, metavar="N", help="only the first N articles")
    parser.add_argument("--passes", type=int, default=1, metavar="N", help="how often to extract, to see memory grow")
    parser.add_argument("--pages", type=Path, metavar="PAGES", help="also read these HTML pages (pages.jsonl.gz)")
    options = parser.parse_args(arguments)
    documents = list(read_rows(options.scrapes))[: options.articles]
    measured = measure(documents, options.passes)
    if options.pages:
        measured["html_pages_a_second"] = read_pages(options.pages)
    figures = {name: round(value, 3) for name, value in measured.items()}
    for name, value in figures.items():
        print(f"{name:36} {value:>14,.3f}")
    if options.predictions:
        options.predictions.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
