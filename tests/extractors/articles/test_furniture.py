"""The lexicons of furniture."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.articles.furniture import Furniture, furniture_in, kinds
from extractors.articles.line_features import line_features
from extractors.lexicons import load


@pytest.mark.parametrize("entry", load("pages_furniture")["furniture"], ids=lambda entry: str(entry["name"]))
def test_every_entry_matches_its_examples_alone(entry: dict[str, Any]) -> None:
    """An entry without an example is unfinished; a counter-example is no furniture of any kind."""
    kind: Furniture = next(one for one in kinds() if one.name == entry["name"])
    assert entry["examples"]
    assert [example for example in entry["examples"] if not kind.is_in(example)] == []
    assert [example for example in entry["counter_examples"] if furniture_in(example)] == []


def test_furniture_words_are_counted() -> None:
    """The examples of the lexicon hold such words, the counter-examples none."""
    lexicon = load("pages_words")
    assert all(line_features([example])[0, 19] > 0 for example in lexicon["examples"])
    assert all(line_features([example])[0, 19] == 0 for example in lexicon["counter_examples"])
    assert len(lexicon["words"]) == len(set(lexicon["words"]))
