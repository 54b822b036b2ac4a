"""Addresses as they may be shown."""

from __future__ import annotations

import pytest

from warehouse.inbox.addresses import masked


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://ida:s3cret@news.example/feed", "https://news.example/feed"),
        ("https://news.example/feed?api_key=s3cret&page=2", "https://news.example/feed?api_key=***&page=2"),
        ("https://news.example/feed?access_token=s3cret#top", "https://news.example/feed?access_token=***#top"),
        ("https://news.example/feed?key=${NEWS_KEY}", "https://news.example/feed?key=${NEWS_KEY}"),
        ("https://news.example/feed?day=2025-11-09", "https://news.example/feed?day=2025-11-09"),
        ("inbox/token=s3cret.txt", "inbox/token=s3cret.txt"),
        ("-", "-"),
    ],
)
def test_secrets_are_masked_and_the_rest_stays(address: str, shown: str) -> None:
    """User and password go; values of fields named like secrets become ***; references and files stay as written."""
    assert masked(address) == shown
