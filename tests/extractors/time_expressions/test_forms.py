"""The small language of the forms."""

from __future__ import annotations

import pytest

from extractors.time_expressions.forms import expand, patterns, tree
from extractors.time_expressions.guards import GUARDS


def test_expand_writes_out_every_sequence() -> None:
    """Alternatives, groups and what may be missing."""
    assert expand("the? UNIT") == [("the", "UNIT"), ("UNIT",)]
    assert expand("in|on (the|a)? DAY") == [
        ("in", "the", "DAY"),
        ("in", "a", "DAY"),
        ("in", "DAY"),
        ("on", "the", "DAY"),
        ("on", "a", "DAY"),
        ("on", "DAY"),
    ]
    assert expand("(and the|to) DAY") == [("and", "the", "DAY"), ("to", "DAY")]


def test_unbalanced_brackets_are_refused() -> None:
    """The form is named in the message."""
    with pytest.raises(ValueError, match="unbalanced brackets in form: DAY \\)"):
        expand("DAY )")


def test_every_guard_exists_and_every_form_is_in_the_tree() -> None:
    """A misspelled guard or an empty form would silently change the grammar."""
    for pattern in patterns():
        assert set(pattern.guards) <= GUARDS.keys()
        for form in pattern.forms:
            for sequence in expand(form):
                node = tree(pattern.makes)
                for element in sequence:
                    node = node.edges[element]
                assert pattern in node.patterns
