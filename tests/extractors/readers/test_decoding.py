"""Bytes to text."""

from __future__ import annotations

import pytest

from extractors.readers.decoding import check_bytes, decode, repair_mojibake, tidy

WORDS = "Zürich’s café – “déjà vu” for 5 € in Łódź."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_any_form(encoding: str) -> None:
    """A byte order mark is no part of the text."""
    assert decode(WORDS.encode(encoding)) == WORDS


def test_a_wrong_declaration_does_not_hurt() -> None:
    """UTF-8 that says it is Latin-1 is read as UTF-8, and the other way round."""
    head = '<meta charset="{}">'
    assert "café" in decode((head.format("iso-8859-1") + "café").encode())
    assert "café" in decode((head.format("utf-8") + "Un café très français, où l’été dure.").encode("cp1252"))


def test_a_declared_encoding_is_used() -> None:
    """Cyrillic in its old encoding."""
    text = '<meta charset="windows-1251"> Новости дня'
    assert decode(text.encode("windows-1251")) == text


def test_mojibake_is_put_right() -> None:
    """UTF-8 that was once read as Windows-1252; a single doubtful pair stays."""
    broken = WORDS.replace("Łódź", "Lodz").encode().decode("cp1252", errors="ignore")
    assert repair_mojibake(broken.replace("â€\x9d", "â€™")) != broken
    assert (
        repair_mojibake("The minister’s plan and the cafÃ© and the rÃ´le")
        == "The minister’s plan and the café and the rôle"
    )
    assert repair_mojibake("Â£5") == "Â£5"


def test_line_ends_and_invisible_characters_are_tidied() -> None:
    """Offsets of the body never point into characters that nobody sees."""
    assert decode("a\r\nb\rc\u00a0d\u200be\u00adf".encode()) == "a\nb\nc def"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_needs_no_mark(encoding: str) -> None:
    """Zeros at every second place are no sign of binary data."""
    content = "The mayor of Velden resigned on Monday.".encode(encoding)
    check_bytes(content)
    assert decode(content) == "The mayor of Velden resigned on Monday."


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    """Escapes in JSON may leave them; nothing that is written to disk may hold them."""
    assert tidy("a\ud83d b é") == "a\ufffd b é"


def test_a_few_accents_are_read_as_browsers_read_them() -> None:
    """They are too few to guess from; a text full of another language's letters is still guessed."""
    words = "The café in Velden stayed open, the mayor’s office said. "
    assert decode((words * 3).encode("cp1252")) == words * 3
    russian = "Паром не ушёл из гавани в понедельник из-за тумана. " * 20
    assert decode(russian.encode("cp1251")) == russian
