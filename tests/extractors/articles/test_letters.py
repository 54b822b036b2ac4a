"""Characters as numbers."""

from __future__ import annotations

from extractors.articles.letters import codes_of, hashes_of, mask_of, words_in

TEXT = "The ferry, Łódź and THE 𝒳 ferry"


def test_words_are_runs_of_letters() -> None:
    """Their places and lengths are those in the text, wherever in Unicode its letters stand."""
    starts, lengths = words_in(mask_of(codes_of(TEXT), str.isalpha))
    words = [TEXT[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    assert words == ["The", "ferry", "Łódź", "and", "THE", "ferry"]


def test_equal_words_have_equal_hashes_whatever_their_case() -> None:
    """And only they: order of letters counts; a text without words has no hash."""
    codes = codes_of(TEXT + " yrref")
    hashes = hashes_of(codes, mask_of(codes, str.isalpha)).tolist()
    assert hashes[0] == hashes[4]
    assert hashes[1] == hashes[5]
    assert len(set(hashes)) == 5
    assert len(hashes_of(codes_of("12"), mask_of(codes_of("12"), str.isalpha))) == 0
