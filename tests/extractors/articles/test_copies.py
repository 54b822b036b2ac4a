"""Near-copies and wire stories."""

from __future__ import annotations

import random
from datetime import date

from extractors.articles import find_copies

DAY, NEXT = date(2024, 1, 1), date(2024, 1, 2)


def story(seed: int, length: int = 200) -> list[str]:
    """Words of a story that no other seed shares."""
    source = random.Random(seed)  # noqa: S311 - the same words every time, no secret
    return [f"w{seed}x{source.randrange(500)}" for _ in range(length)]


WIRE = story(1)
ARTICLES = [
    ("wire", " ".join(WIRE), DAY),
    ("changed", " ".join([*WIRE[:80], "other", *WIRE[81:170]]), NEXT),
    ("longer", " ".join([*story(2, 500), *WIRE, *story(3, 100)]), NEXT),
    ("own", " ".join(story(4)), DAY),
    ("short", "Too short to say.", DAY),
]


def test_a_changed_and_cut_copy_names_the_earlier_one() -> None:
    """One family, one source."""
    copies = find_copies(ARTICLES)
    assert copies["changed"].duplicate_of == "wire"
    assert copies["changed"].source_family == copies["wire"].source_family == "wire"


def test_a_wire_story_inside_a_longer_article_shares_its_family() -> None:
    """The longer one is no copy: most of it is its own."""
    copies = find_copies(ARTICLES)
    assert copies["longer"].duplicate_of is None
    assert copies["longer"].source_family == "wire"


def test_others_stand_alone() -> None:
    """An own story and a text too short to judge."""
    copies = find_copies(ARTICLES)
    assert [(copies[name].duplicate_of, copies[name].source_family) for name in ("own", "short")] == [
        (None, "own"),
        (None, "short"),
    ]


def test_the_order_of_articles_does_not_matter() -> None:
    """Nor does which one of two of the same day comes first: the smaller id is the original."""
    articles = [*ARTICLES, ("again", " ".join(WIRE), DAY)]
    expected = find_copies(articles)
    assert expected["wire"].duplicate_of == "again"
    for seed in range(5):
        shuffled = articles[:]
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
        assert find_copies(shuffled) == expected
