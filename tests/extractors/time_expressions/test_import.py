"""What using the resolver costs."""

from __future__ import annotations

import subprocess
import sys


def test_find_loads_no_spacy_and_no_dateparser() -> None:
    """English text needs neither: both are slow to load."""
    code = (
        "import sys; from extractors.time_expressions import find; import datetime as d;"
        "find('They met on Monday, 5 June 2023, and in May.', d.date(2024, 2, 14));"
        "print([name for name in ('spacy', 'dateparser', 'holidays') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
