"""Rows for people fit the terminal; rows for programs keep every character."""

from __future__ import annotations

from datetime import date

import pytest

from flows.printing import display_width, print_rows, table_lines


def test_a_table_is_as_wide_as_its_words() -> None:
    """Columns are as wide as their widest cell; empty cells leave no blanks at the end of a line."""
    assert table_lines(["day", "label"], [(date(2025, 8, 15), "summit"), (None, None)]) == [
        "day         label",
        "----------  ------",
        "2025-08-15  summit",
        "",
    ]


@pytest.mark.parametrize("width", [20, 40, 79])
def test_a_table_fits_the_width(width: int) -> None:
    """The widest columns are cut first, and cut cells say so."""
    lines = table_lines(["day", "label"], [("2025-08-15", "a label that is rather long " * 4)], width)
    assert all(display_width(line) <= width for line in lines)
    assert lines[2].startswith("2025-08")
    assert lines[2].endswith("…")


def test_letters_that_take_two_places_are_counted() -> None:
    """Wide letters and combining marks keep columns straight."""
    lines = table_lines(["a", "b"], [("日本", "x"), ("e\u0301te", "x")])
    assert display_width("日本") == 4
    assert display_width("e\u0301te") == 3
    assert {display_width(line[: line.rindex("x")]) for line in lines[2:]} == {6}


def test_control_characters_do_not_reach_the_terminal() -> None:
    """Line ends become blanks, escape sequences lose their force."""
    assert table_lines(["quote"], [("one\ntwo\x1b[31m",)])[2] == "one two[31m"


def test_json_keeps_what_a_table_would_fold(capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line, text as it is."""
    print_rows(["quote", "is_set"], [("one\n“two”", True)], "json")
    assert capsys.readouterr().out == '{"quote": "one\\n“two”", "is_set": true}\n'


def test_csv_leaves_nulls_empty(capsys: pytest.CaptureFixture[str]) -> None:
    """A null is an empty field, a day an ISO day, yes is true."""
    print_rows(["a", "b", "c"], [(None, date(2025, 8, 15), True)], "csv")
    assert capsys.readouterr().out == "a,b,c\n,2025-08-15,true\n"
