"""What the words of a noun phrase tell of whom it means: two, definite, told by age, beside a name."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.event_mentions.names import title_words
from extractors.event_mentions.syntax import clause_verb


def is_counted_pair(noun: Token) -> bool:
    """Two of them are told: "the two leaders", "both clubs"."""
    return any(child.lower_ in ("two", "both") for child in noun.children)


def is_plural(token: Token) -> bool:
    """A plural that stands for those told of: "the sides", "the two"."""
    return token.tag_ in ("NNS", "CD", "DT") and any(
        child.lower_ in ("the", "two", "both", "these") for child in token.children
    )


def is_qualified(noun: Token) -> bool:
    """An adjective or a noun before ``noun`` tells which one is meant."""
    return any(child.dep_ in ("amod", "compound") for child in noun.children)


def is_aged(noun: Token) -> bool:
    """A person told by age: "the 24-year-old striker", "the 24-year-old"."""
    is_person = noun.lower_ == "old" or noun.lower_ in title_words("offices")
    if not is_person or not any(child.lower_ == "the" for child in noun.children):
        return False
    before = [token.lower_ for token in noun.doc[max(noun.i - 5, noun.sent.start) : noun.i + 1]]
    return any(before[i : i + 3] == ["year", "-", "old"] for i in range(len(before)))


def appositions(token: Token) -> list[Token]:
    """Nouns in apposition to ``token``, and to those."""
    direct = [child for child in token.children if child.dep_ == "appos"]
    below = [noun for child in direct for noun in child.children if noun.dep_ == "appos"]
    return [*direct, *below, *_set_beside(token)]


def _set_beside(token: Token) -> list[Token]:
    """A name right after ``token``, wherever the parser has hung it: "the captain, Ann Lee,", "the judge Ann Lee"."""
    doc, i = token.doc, token.i
    if token.lemma_.lower() in title_words("offices") and i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN":
        return [doc[i + 1]]
    if i + 2 >= len(doc) or doc[i + 1].text != "," or doc[i + 2].pos_ != "PROPN" or token.pos_ != "NOUN":
        return []
    end = i + 2
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    return [doc[end - 1]] if end < len(doc) and doc[end].text in (",", ".") and end - i > 3 else []


def is_prominent(token: Token, *labels: str) -> bool:
    """The name that holds ``token``, or the noun it stands in apposition to, has one of the dependency ``labels``."""
    while token.dep_ in ("compound", "appos") and token.head.i != token.i:
        token = token.head
    return token.dep_ in labels


def owns_subject(token: Token) -> bool:
    """The sentence "Ann Lee's bid failed" speaks of Ann Lee, though the bid is its subject."""
    return token.dep_ == "poss" and token.head.pos_ == "NOUN" and token.head.dep_ in ("nsubj", "nsubjpass")


def own_subject(token: Token) -> Token | None:
    """The noun before "its" that is the subject of the same clause: it is what "its" means, party or not."""
    if token.dep_ != "poss":
        return None
    clause = clause_verb(token)
    return next(
        (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i and c.pos_ == "NOUN"), None
    )


def institution_name(noun: Token) -> str:
    """What a text calls a body by a common noun only, with the words before it: "electoral commission"."""
    start = min([noun.i, *(c.i for c in noun.children if c.dep_ in ("compound", "amod") and c.i < noun.i)])
    return noun.doc[start : noun.i + 1].text.lower()
