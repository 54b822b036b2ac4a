"""Languages of bodies."""

from __future__ import annotations

import pytest

from extractors.articles.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor of Llanfairpwllgwyngyll said that the bridge was closed with the consent of the council.", "en"),
        ("Der Bürgermeister sagte am Dienstag, dass die Brücke wegen der Schäden geschlossen bleibe.", "de"),
        ("Le maire a déclaré mardi que le pont resterait fermé en raison des dégâts causés par la tempête.", "fr"),
        ("Мэр заявил во вторник, что мост останется закрытым из-за повреждений.", "ru"),
        ("Yes.", "und"),
    ],
)
def test_a_body_tells_its_language(text: str, language: str) -> None:
    """English with foreign names stays English; a few letters tell nothing."""
    assert language_of(text) == language
