"""The one place that loads spaCy."""

from __future__ import annotations

import pytest

from extractors.language import is_common_word, lemma_of, nlp, parse
from extractors.sentences import split

TEXT = "Mr. Lund met her on Monday. He hasn't gone.\n\nThe talks were called off. “They left,” she said."


def test_sentences_are_those_given() -> None:
    """The parser neither splits nor joins a sentence of ours."""
    bounds = split(TEXT)
    doc = parse(TEXT, bounds)
    assert [sentence.text.strip() for sentence in doc.sents] == [TEXT[start:end] for start, end in bounds]


def test_offsets_are_those_of_the_text() -> None:
    """Also when sentences are left out."""
    doc = parse(TEXT, split(TEXT), {1, 3})
    words = [token for token in doc if not token.is_space]
    assert words[0].text == "He"
    assert all(TEXT[token.idx : token.idx + len(token.text)] == token.text for token in words)
    assert len(doc.text) == len(TEXT)


def test_only_what_is_used_runs() -> None:
    """No entity recognizer, no lemmatizer of the model."""
    assert set(nlp().pipe_names) == {"tok2vec", "tagger", "parser"}


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("met", "VBD", "meet"),
        ("Talks", "NNS", "talk"),
        ("was", "VBD", "be"),
        ("n't", "RB", "not"),
        ("'ll", "MD", "will"),
        ("Lund", "NNP", "Lund"),
        ("visiting", "VBG", "visit"),
    ],
)
def test_lemmas_come_from_tag_and_spelling(word: str, tag: str, lemma: str) -> None:
    """Exceptions, rules, contractions; names keep their form."""
    assert lemma_of(word, tag) == lemma


def test_parts_of_speech_and_lemmas_are_set() -> None:
    """Status and dating read them."""
    doc = parse(TEXT, split(TEXT))
    assert [(token.lemma_, token.pos_) for token in doc if token.text in ("met", "has", "n't")] == [
        ("meet", "VERB"),
        ("have", "AUX"),
        ("not", "PART"),
    ]


def test_a_common_word_is_one_of_the_dictionary_in_any_form() -> None:
    """Plurals and past forms count, names do not."""
    assert all(is_common_word(word) for word in ("Tourists", "drone", "Updated", "overnight"))
    assert not any(is_common_word(word) for word in ("Nvidia", "Belov", "Starmer"))
