"""The rules version changes exactly when what decides about an article changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import extractors
from flows import rules
from tests.conftest import REPOSITORY


def version_with(monkeypatch: pytest.MonkeyPatch, folder: Path) -> str:
    """The rules version when ``folder`` is the whole of the extractors."""
    monkeypatch.setattr(extractors, "__path__", [str(folder)])
    rules.rules_version.cache_clear()
    found = rules.rules_version()
    rules.rules_version.cache_clear()
    return found


def test_a_lexicon_entry_makes_a_new_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Content and names of files count; what the interpreter leaves beside them does not."""
    lexicon = tmp_path / "words.toml"
    lexicon.write_text("word = 1", encoding="utf-8")
    before = version_with(monkeypatch, tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "rules.pyc").write_bytes(b"x")
    assert version_with(monkeypatch, tmp_path) == before
    lexicon.write_text("word = 2", encoding="utf-8")
    changed = version_with(monkeypatch, tmp_path)
    lexicon.rename(tmp_path / "others.toml")
    assert len({before, changed, version_with(monkeypatch, tmp_path)}) == 3


def test_another_model_makes_a_new_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """So does another version of a package that decides about text."""
    before = rules.rules_version()
    rules.rules_version.cache_clear()
    monkeypatch.setattr(rules, "version", lambda name: f"{name} of tomorrow")
    assert rules.rules_version() != before
    rules.rules_version.cache_clear()


def test_it_is_told_without_loading_the_rules() -> None:
    """Hashing needs neither the language model nor the readers."""
    code = "import sys; from flows.rules import rules_version; rules_version(); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
