"""A user's own entries beside ours."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extractors import lexicons


def run(code: str) -> str:
    """What a new process prints: additions are made once per process, before anything is read."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_list_is_lengthened_and_a_table_merged() -> None:
    """Nothing of ours is lost, and single values are replaced."""
    ours = {"entries": [1], "table": {"a": 1, "b": 2}, "limit": 3}
    theirs = {"entries": [2], "table": {"b": 5, "c": 6}, "limit": 4, "new": [7]}
    assert lexicons.merged(ours, theirs) == {
        "entries": [1, 2],
        "table": {"a": 1, "b": 5, "c": 6},
        "limit": 4,
        "new": [7],
    }
    assert ours["entries"] == [1]


def test_a_value_of_the_wrong_kind_is_refused() -> None:
    """The message names the key and what it must be."""
    with pytest.raises(ValueError, match="'entries' must be a list"):
        lexicons.merged({"entries": [1]}, {"entries": {"a": 1}})


def test_an_unknown_lexicon_is_refused_by_name() -> None:
    """A misspelled section is not silently without effect."""
    with pytest.raises(ValueError, match="no lexicon is called 'actorz'"):
        lexicons.extend({"actorz": {}})


def test_additions_reach_the_rules() -> None:
    """A new party added by the user is known like ours, with its identity."""
    code = (
        "from extractors import lexicons\n"
        "ours = {'names': ['Acme Robotics', 'Acme'], 'kind': 'organization', 'country': 'USA', 'wikidata': 'Q1',"
        " 'examples': ['*Acme Robotics* moved.']}\n"
        "lexicons.extend({'actors': {'actors': [ours]}})\n"
        "lexicons.extend({'actors': {'actors': [ours]}})\n"
        "print(lexicons.load('actors')['actors'][-1]['names'][0])"
    )
    assert run(code) == "Acme Robotics"


def test_additions_after_first_use_are_refused() -> None:
    """Rules that were made without them would silently ignore them."""
    code = (
        "from extractors import lexicons\n"
        "lexicons.load('actors')\n"
        "try:\n"
        "    lexicons.extend({'actors': {'actors': []}})\n"
        "except ValueError as error:\n"
        "    print(error)"
    )
    assert "in use already" in run(code)
