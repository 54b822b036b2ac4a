"""Spark reads the tables, with the code of docs/bi/spark.md."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bi.conftest import python_of
from tests.conftest import REPOSITORY

_CHECK = """
kinds = {field.name: field.dataType.simpleString() for field in events.schema.fields}
(row,) = events.collect()
print("READ", row["label"], row["first_day"], kinds["first_day"], kinds["has_conflict"], kinds["latitude"])
"""


@pytest.mark.soak
@pytest.mark.skipif(shutil.which("java") is None, reason="no Java here, which Spark needs")
def test_the_code_of_the_page_runs(folder: Path) -> None:
    """It joins events with claims, and days are days."""
    page = (REPOSITORY / "docs" / "bi" / "spark.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    python = python_of(".venv-bi")
    folder.rename(folder.parent / "my-data")
    done = subprocess.run(
        [python, "-c", code + _CHECK], cwd=folder.parent, capture_output=True, text=True, check=False, timeout=300
    )
    assert "READ Halasz-Bortan debate 2024-04-15 date boolean double" in done.stdout, done.stderr
    assert "occurred|    2" in done.stdout
