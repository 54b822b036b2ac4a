"""Articles are named by id or address, and whoever gives a command by login."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from flows.errors import CommandError
from flows.naming import add_reasons, article_of, name_of


def test_an_article_has_two_names(seed_warehouse: Path) -> None:
    """Its address gives its id, its id itself; another name is a mistake."""
    by_address = article_of(seed_warehouse, "d01.txt")
    assert article_of(seed_warehouse, by_address.article_id) == by_address
    with pytest.raises(CommandError, match="no article"):
        article_of(seed_warehouse, "d99.txt")


def test_who_and_why_have_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    """The login, and what the command says."""
    monkeypatch.setattr("getpass.getuser", lambda: "ida")
    parser = argparse.ArgumentParser()
    add_reasons(parser, "on the command line")
    assert name_of(parser.parse_args([])) == "ida"
    assert name_of(parser.parse_args(["--who", "Bo"])) == "Bo"
    assert parser.parse_args([]).why == "on the command line"
