from __future__ import annotations

import re

import pytest

from extractors.event_mentions.status_calibration import _model, factuality_of, value_of
from extractors.event_mentions.status_features import status_features
from tests.extractors.event_mentions.bracketed import events_of


@pytest.mark.parametrize("scale", ["experts", "readers"])
def test_what_happened_lies_above_what_may_and_what_did_not(scale: str) -> None:
    """The scale orders certain, open and negated acts."""
    values = [
        factuality_of(events_of(text)[1][0], "experts" if scale == "experts" else "readers")
        for text in ("The firm [paid] its debts.", "The firm may [pay] its debts.", "The firm did not [pay] its debts.")
    ]
    assert values[0] > 2 > values[1] > -1 >= values[2]


def test_values_stay_on_the_scale_and_on_their_label() -> None:
    """Whatever the shares: between -3 and 3, and on the side of the likeliest label."""
    centres, boosts = [-3.0, 0.0, 3.0], [1.0, 1.0, 1.0]
    assert value_of([1.0, 0.0, 0.0], centres, boosts) == -3
    assert value_of([0.0, 0.0, 1.0], centres, boosts) == 3
    assert -1 < value_of([0.3, 0.4, 0.3], centres, boosts) < 1


def test_weights_name_categories_not_words_of_texts() -> None:
    """No feature name holds a capitalised word or digits beyond levels: weights hold no text."""
    names = list(_model("experts")["weights"])
    assert names
    assert not [
        name for name in names if re.search(r"[=,][A-Z][a-z]{3,}", name) and "True" not in name and "False" not in name
    ]


def test_features_are_sorted_and_unique() -> None:
    """The same trigger gives the same features in the same order."""
    (span,) = events_of("The union refused to [sign] the pact.")[1]
    features = status_features(span.root)
    assert features == sorted(set(features))
    assert "status=negated" in features
