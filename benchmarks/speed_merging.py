"""Merging at scale: ``python -m benchmarks.speed_merging SCRAPES [--mentions N] [--articles N] [--predictions OUT]``.

Real claims are extracted from the first scrapes and retold until there are N mentions: every retelling happens some
weeks earlier, most parties get other names and most words are drawn anew, so that types, parties, places, days and
lengths keep the distributions of the scrapes. Then merging is timed (CPU seconds of one process): in full, and for the
last 1 % of the articles added to an index that knows the others (left out with --full-only); both must agree. OUT takes
the figures as JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import resource
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.yardstick import read_rows
from extractors import pipeline
from extractors.claims import ArticleClaims, Given, RawInput
from extractors.events import EventIndex
from schemas import Actor, EventMention, Participant, Rejection

#: Days between one retelling and the next.
STEP = 23
#: Seconds between two words on how far it is.
TOLD_EVERY = 30.0
#: Share of words that a retelling keeps.
KEPT = 0.5
_WORD = re.compile(r"[^\W\d_]{4,}")


def extracted(path: str, articles: int) -> list[ArticleClaims]:
    """The claims of the first articles that have mentions."""
    claims: list[ArticleClaims] = []
    for row in read_rows(path):
        content = row["text"].encode()
        raw = RawInput(
            source_uri=row["doc"],
            content_sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            given=Given(published_day=date.fromisoformat(row["published_day"]) if row["published_day"] else None),
        )
        claims += [one for one in pipeline.extract(raw) if not isinstance(one, Rejection) and one.mentions]
        if len(claims) >= articles:
            break
    return claims


class Retelling:
    """One retelling of all claims, ``number`` steps earlier."""

    def __init__(self, number: int, vocabulary: Sequence[str]) -> None:
        """Draw with a seed of its own."""
        self._shift = timedelta(days=STEP * number)
        self._mark = str(number)
        self._random = random.Random(number)  # noqa: S311 - no secret is drawn here
        self._vocabulary = vocabulary

    def retell(self, claims: ArticleClaims) -> ArticleClaims:
        """The claims as another article of another time."""
        if self._mark == "0":
            return claims
        article_id = self._other(claims.article.article_id)
        sentences = {one.sentence_number: self._words(one.sentence) for one in claims.mentions}
        return replace(
            claims,
            article=replace(claims.article, article_id=article_id, source_uri=article_id),
            text=replace(claims.text, article_id=article_id, body_text=" ".join(sentences.values())),
            dates=(),
            time_expressions=(),
            mentions=tuple(self._mention(one, article_id, sentences[one.sentence_number]) for one in claims.mentions),
            participants=tuple(self._participant(one) for one in claims.participants),
            actors=tuple(self._actor(one) for one in claims.actors),
            aliases=tuple(
                replace(one, actor_id=self._party(one.actor_id), alias=self._name(one.alias, one.actor_id))
                for one in claims.aliases
            ),
        )

    def _other(self, identity: str) -> str:
        return hashlib.sha256(f"{self._mark} {identity}".encode()).hexdigest()[:16]

    def _party(self, actor_id: str) -> str:
        """Countries and known parties stay; of the others every retelling has its own."""
        return self._other(actor_id) if actor_id.startswith("actor-") else actor_id

    def _name(self, name: str, actor_id: str) -> str:
        return f"{name}{self._mark}" if actor_id.startswith("actor-") else name

    def _day(self, day: date | None) -> date | None:
        return None if day is None or day.year < 100 else day - self._shift

    def _words(self, sentence: str) -> str:
        def drawn(found: re.Match[str]) -> str:
            word = found.group()
            if word[0].isupper() or self._random.random() < KEPT:
                return word
            return self._random.choice(self._vocabulary)

        return _WORD.sub(drawn, sentence)

    def _mention(self, one: EventMention, article_id: str, sentence: str) -> EventMention:
        return replace(
            one,
            mention_id=self._other(one.mention_id),
            article_id=article_id,
            sentence=sentence,
            told_first_day=self._day(one.told_first_day),
            told_last_day=self._day(one.told_last_day),
        )

    def _participant(self, one: Participant) -> Participant:
        return replace(
            one,
            mention_id=self._other(one.mention_id),
            actor_id=None if one.actor_id is None else self._party(one.actor_id),
        )

    def _actor(self, one: Actor) -> Actor:
        return replace(one, actor_id=self._party(one.actor_id), name=self._name(one.name, one.actor_id))


def retold(claims: Sequence[ArticleClaims], mentions: int) -> Iterator[ArticleClaims]:
    """Retellings until there are this many mentions."""
    vocabulary = [word for each in claims for one in each.mentions for word in _WORD.findall(one.sentence.lower())]
    told = 0
    for number in range(mentions):
        retelling = Retelling(number, vocabulary)
        for each in claims:
            if told >= mentions:
                return
            told += len(each.mentions)
            yield retelling.retell(each)


@contextmanager
def watched(what: str) -> Iterator[None]:
    """Say every half minute on stderr how long ``what`` has worked and how much memory the process took."""
    done = threading.Event()
    start = time.process_time()

    def tell() -> None:
        while not done.wait(TOLD_EVERY):
            print(f"{what}: {time.process_time() - start:.0f} CPU s, {_peak()} MB", file=sys.stderr, flush=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _peak() -> int:
    """The most memory that the process has held, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _merged(index: EventIndex, claims: Sequence[ArticleClaims], what: str) -> tuple[float, int, str]:
    """CPU seconds of one call, how many events there are then, and a digest of groups and labels."""
    with watched(what):
        start = time.process_time()
        merging = index.merge(claims, ())
        seconds = time.process_time() - start
    digest = hashlib.sha256()
    for event_id, group in merging.groups.items():
        digest.update(" ".join((event_id, merging.labels[event_id], *group)).encode())
    return seconds, len(merging.groups), digest.hexdigest()


def measured(claims: list[ArticleClaims]) -> Iterator[dict[str, float]]:
    """CPU seconds of a full merge and of adding the last 1 %, the peak of memory in MB, each as soon as it is known."""
    in_full, events, full = _merged(EventIndex(), claims, "full merge")
    yield {
        "articles": len(claims),
        "mentions": sum(len(each.mentions) for each in claims),
        "events": events,
        "full_seconds": round(in_full, 1),
        "full_megabytes": _peak(),
    }
    index, few = EventIndex(), max(len(claims) // 100, 1)
    _merged(index, claims[:-few], "all but 1 %")
    added, _, grown = _merged(index, claims, "the last 1 %")
    yield {
        "one_percent_seconds": round(added, 1),
        "one_percent_share": round(added / in_full, 3),
        "same": float(grown == full),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, each as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scrapes")
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--full-only", action="store_true", help="do not measure adding 1 %%")
    parser.add_argument("--predictions", help="write the figures here")
    chosen = parser.parse_args(arguments)
    with watched("reading and retelling"):
        claims = list(retold(extracted(chosen.scrapes, chosen.articles), chosen.mentions))
    figures: dict[str, float] = {}
    for part in islice(measured(claims), 1 if chosen.full_only else None):
        figures |= part
        print(json.dumps(part), flush=True)
    if chosen.predictions:
        Path(chosen.predictions).write_text(json.dumps(figures) + "\n", encoding="utf-8")
    return 0 if figures.get("same", 1.0) else 1


if __name__ == "__main__":
    sys.exit(main())
