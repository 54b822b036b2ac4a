"""Every pattern of the lexicons does what its own examples say, and nothing that its counter-examples forbid."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import lexicons
from extractors.time_expressions import find
from extractors.time_expressions.examples import Example, days_as_told, examples, found_in, parse
from extractors.time_expressions.forms import patterns

#: Patterns that only hold in a long history; test_histories.py tells one.
_NEED_A_PAGE = {"former", "year_of_ancient_history"}


def _name(example: Example) -> str:
    return f"{example.pattern}: {example.text}"


@pytest.mark.parametrize("example", examples(), ids=_name)
def test_an_example_resolves_as_it_says(example: Example) -> None:
    """The bracketed words are found exactly, with the value and the days that the lexicon gives."""
    found = found_in(example)
    assert None not in found, [one.quote for one in find(example.text, example.reference)]
    told = [(one.timex_value, days_as_told(one)) for one in found if one is not None]
    assert told[: len(example.values)] == list(zip(example.values, example.days, strict=True))


@pytest.mark.parametrize("example", examples("not_examples"), ids=_name)
def test_a_counter_example_is_no_expression(example: Example) -> None:
    """No expression lies over the words in brackets."""
    found = find(example.text, example.reference)
    for start, end in example.spans:
        assert not [one.quote for one in found if one.start_offset < end and start < one.end_offset]


def test_every_pattern_has_an_example_and_a_meaning() -> None:
    """An entry without an example is unfinished."""
    told = {example.pattern for example in examples()}
    missing = [one.name for one in patterns() if one.name not in told | _NEED_A_PAGE or not one.meaning]
    assert missing == []


def test_an_example_names_its_pattern() -> None:
    """The expression of an example is resolved by the pattern it stands under, or by one made of it."""
    pieces = {one.name for one in patterns() if one.makes}
    for example in examples():
        rules = {one.date_rule for one in found_in(example) if one is not None}
        assert example.pattern in rules | pieces, example


@pytest.mark.parametrize("lexicon", ["time_words", "time_guards", "time_tense", "time_sentences"])
def test_every_group_of_words_has_examples(lexicon: str) -> None:
    """Lists of words carry an example or a counter-example of what they do."""
    content = lexicons.load(lexicon)
    groups = [group for entry in content.values() for group in (entry if isinstance(entry, list) else [entry])]
    assert all("examples" in group or "not_examples" in group for group in groups)


def test_named_days_fall_where_their_examples_say() -> None:
    """Fixed and movable named days, in the years that their entries tell."""
    for entry in lexicons.load("time_named_days")["named_day"]:
        assert entry["examples"], entry["name"]
        for example in entry["examples"]:
            year, day = example.split(": ")
            words = entry["words"][0].title().replace("'S", "'s")
            (found,) = find(f"It was on {words} {year}.", date(2024, 2, 14))
            assert str(found.first_day) == day, entry["name"]


def test_parse_reads_lists() -> None:
    """A line with two brackets has two values and two days."""
    example = parse("l", "p", "2024-02-14 | From [1] to [2 May]. | a | b | c | d")
    assert example.quotes() == ["1", "2 May"]
    assert (example.values, example.days) == (("a", "c"), ("b", "d"))
