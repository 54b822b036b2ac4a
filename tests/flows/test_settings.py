"""A warehouse's own dateline.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flows.errors import CommandError
from flows.settings import read_settings

ARTICLE = (
    "Acme Robotics opens plant\n\n"
    "OSLO, March 5, 2024 - Acme Robotics opened a plant in Oslo on Tuesday, 5 March 2024, and signed an agreement with "
    "the Norwegian government.\n"
)
WATCHED = """
[[actors.actors]]
names = ["Acme Robotics", "Acme"]
kind = "organization"
country = "NOR"
wikidata = "Q424242"
examples = ["*Acme Robotics* moved."]
"""


def dateline(*words: str) -> subprocess.CompletedProcess[str]:
    """One run of the program in a process of its own."""
    command = [sys.executable, "-m", "flows.commands.main", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_watched_party_is_known_under_the_users_identity(tmp_path: Path) -> None:
    """An entry in dateline.toml works like one of ours, and read articles are read again when it is added."""
    article, warehouse = tmp_path / "acme.txt", tmp_path / "warehouse"
    article.write_text(ARTICLE, encoding="utf-8")
    query = "select count(*) from participants where actor_id = 'Q424242'"
    assert dateline("run", str(article), "--warehouse", str(warehouse), "--direct", "--quiet").returncode == 0
    assert "0" in dateline("sql", query, "--warehouse", str(warehouse), "--csv").stdout.split()
    (warehouse / "dateline.toml").write_text(WATCHED, encoding="utf-8")
    assert dateline("run", str(article), "--warehouse", str(warehouse), "--direct", "--quiet").returncode == 0
    assert "0" not in dateline("sql", query, "--warehouse", str(warehouse), "--csv").stdout.split()


def test_a_mistake_in_the_file_is_one_clear_line(tmp_path: Path) -> None:
    """The line names the file and what is wrong in it."""
    article, warehouse = tmp_path / "acme.txt", tmp_path / "warehouse"
    article.write_text(ARTICLE, encoding="utf-8")
    warehouse.mkdir()
    (warehouse / "dateline.toml").write_text("[actorz]\n", encoding="utf-8")
    done = dateline("run", str(article), "--warehouse", str(warehouse), "--direct")
    assert done.returncode == 1
    assert "dateline.toml: no lexicon is called 'actorz'" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_not_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    """The parser's own words say where."""
    (tmp_path / "dateline.toml").write_text("names = =\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"dateline\.toml: .*line 1"):
        read_settings(tmp_path)


def test_no_file_means_no_additions(tmp_path: Path) -> None:
    """A warehouse needs no settings."""
    assert read_settings(tmp_path) == {}
