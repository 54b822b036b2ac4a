"""The repository keeps what it says: commands, links, pages, locks, proportions, and nothing of anybody's machine."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors import lexicons
from flows.commands.main import commands
from flows.commands.main import main as dateline
from tests.conftest import REPOSITORY

ROOMS = ("flows", "extractors", "schemas", "warehouse")
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
#: Words that only code which looks for yardsticks may say.
WORKPLACE = re.compile(r"\.\./shared|\bthis workplace\b|(?<![\w.:/-])/(?:home|root|work|Users)/\w", re.IGNORECASE)
REGISTRY = re.compile(r"https?://\S*(?:/simple/|/packages/|registry\.)|--(?:extra-)?index-url|pypi\.org", re.IGNORECASE)


def tracked() -> list[Path]:
    """Every file of the repository; without git, nothing can be said."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git repository")
    return [path for name in listed.stdout.split("\0") if name and (path := REPOSITORY / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".sql", ".lock", ".jsonl", ".json", ".svg", ""}:
            yield path.relative_to(REPOSITORY), path.read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))


def pages() -> list[Path]:
    return [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")]


def code_blocks(page: Path) -> list[str]:
    return re.findall(r"^```[^\n]*\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_no_file_names_a_machine_or_a_registry() -> None:
    """No path of one machine, no package registry, no workplace; tests and benchmarks may look for the yardsticks."""
    named = [
        f"{path}: {found.group()}"
        for path, text in texts()
        for pattern in (WORKPLACE, REGISTRY)
        if (found := pattern.search(text)) and path != Path("tests/test_repository.py")
        if not (path.parts[0] in {"tests", "benchmarks"} and found.group() == "../shared")
    ]
    assert named == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_told_exists(name: str) -> None:
    """What a page says to type can be typed."""
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(code_blocks(REPOSITORY / name))))
    assert told
    assert told <= targets


def test_the_first_screen_of_the_readme_tells_the_two_commands() -> None:
    """Within its first twenty lines."""
    first = "\n".join((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()[:20])
    assert "make run" in first
    assert "make test" in first


def told_commands() -> list[str]:
    blocks = [block for page in pages() for block in code_blocks(page)]
    lines = [line.removeprefix("$ ").strip() for block in blocks for line in block.splitlines()]
    return sorted({line for line in lines if line.startswith("dateline ")})


def _noting(called: list[str], name: str) -> Callable[[object], int]:
    def run(_: object) -> int:
        called.append(name)
        return 0

    return run


@pytest.mark.parametrize("line", told_commands())
def test_every_command_that_is_told_is_understood(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Command, arguments and options of every ``dateline ...`` line in the pages are accepted."""
    called: list[str] = []
    for command in commands():
        monkeypatch.setattr(command, "run", _noting(called, command.NAME))
    words = shlex.split(line, comments=True)[1:]
    assert dateline(words) == 0
    assert called == words[:1]


def test_the_readme_tells_every_command() -> None:
    """And none that is not there."""
    told = set(re.findall(r"^\| `dateline (\w+)", (REPOSITORY / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert told == {command.NAME for command in commands()}


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of every page."""
    lost = [
        f"{page.relative_to(REPOSITORY)}: {link}"
        for page in pages()
        for link in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert lost == []


def test_the_index_of_pages_is_complete() -> None:
    """docs/README.md lists every page below docs/."""
    docs = REPOSITORY / "docs"
    listed = set(re.findall(r"\]\(([^)#]+)\)", (docs / "README.md").read_text(encoding="utf-8")))
    there = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} - {"README.md"}
    assert there <= listed


def test_what_the_readme_quotes_stands_in_the_seeds() -> None:
    """The example in the README is real: every quote of it is in the article that it names."""
    (block,) = (block for block in code_blocks(REPOSITORY / "README.md") if block.startswith("$ dateline check"))
    quotes = re.findall(r"^    (\S+\.txt): “(.*?)”", re.sub(r"\n      +", " ", block), re.MULTILINE | re.DOTALL)
    assert quotes
    for name, quote in quotes:
        text = " ".join((REPOSITORY / "seeds" / "articles" / name).read_text(encoding="utf-8").split())
        assert quote in text


def test_the_example_settings_fit_the_lexicons() -> None:
    """Every section of the dateline.toml that the page on settings shows is a lexicon's, and can be added to it."""
    (block,) = (block for block in code_blocks(REPOSITORY / "docs" / "settings.md") if "[[actors" in block)
    settings = tomllib.loads(block)
    assert settings.keys() <= lexicons.names()
    for name, additions in settings.items():
        lexicons.merged(lexicons.load(name), additions)


def requirements(lock: str) -> dict[str, str]:
    """Version by package name, of a lock in which every package has a hash."""
    text = (REPOSITORY / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9._-]+)==(\S+)[^\n]*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)), f"{lock}: a package without a hash"
    return dict(entries)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    """Every dependency is locked with hashes, and what is run is what is tested."""
    run, test = requirements("requirements.lock"), requirements("requirements-dev.lock")
    assert run.items() <= test.items()
    for lock, wanted in (
        (run, project()["project"]["dependencies"]),
        (test, project()["project"]["optional-dependencies"]["dev"]),
    ):
        names = {re.split(r"[<>=!~\[; ]", each)[0].lower().replace("_", "-") for each in wanted}
        assert names <= lock.keys()


def test_the_import_contracts_are_kept() -> None:
    """They speak of the four rooms, the order inside extractors is complete, and no import breaks them."""
    linter = project()["tool"]["importlinter"]
    assert set(linter["root_packages"]) == set(ROOMS)
    (inside,) = (each for each in linter["contracts"] if each.get("containers") == ["extractors"])
    assert inside["exhaustive"]
    done = subprocess.run([LINT_IMPORTS], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def modules() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(REPOSITORY).parts[0] in ROOMS]


def test_files_and_functions_keep_their_size() -> None:
    """No module over 400 lines, no function over 50: what is longer is two things."""
    long = []
    for path in modules():
        source = path.read_text(encoding="utf-8")
        name = path.relative_to(REPOSITORY)
        if source.count("\n") > 400:
            long.append(f"{name}: {source.count(chr(10))} lines")
        long += [
            f"{name}: {node.name} has {lines} lines"
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > 50
        ]
    assert long == []


def test_rooms_have_names() -> None:
    """No drawer that takes anything."""
    assert [path.name for path in modules() if path.stem in {"utils", "helpers", "common", "misc"}] == []
