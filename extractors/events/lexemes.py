"""Words as merging compares them: folded, stemmed, and grouped into acts that the lexicon holds for one."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from extractors import lexicons
from extractors.events.remembering import remembered

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
#: Words of one family have at least this many first letters in common.
OPENING = 4
#: Endings that inflection adds, longest first; the rest must keep three letters.
_INFLECTIONS = ("ies", "ied", "ing", "es", "ed", "s")


@remembered(1 << 18)
def fold(text: str) -> str:
    """``text`` in lower case without accents and possessive endings."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return kept.removesuffix("'s").removesuffix("'")


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The words under ``name`` (endings, plain, titles) in the lexicon of single words."""
    return frozenset(lexicons.load("merging_words")[name]["words"])


def is_past_form(word: str) -> bool:
    """A folded word that looks like the past of a verb, regular or not."""
    return word.endswith("ed") or word in _irregular()


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order, punctuation left out."""
    return [fold(found) for found in _WORD.findall(text)]


@remembered(1 << 18)
def stem(word: str) -> str:
    """``word`` (folded) without the ending that inflection adds; irregular forms come from the lexicon."""
    word = _irregular().get(word, word)
    if word.endswith("eed"):
        return word[:-2]
    for ending in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + ("y" if ending in {"ies", "ied"} else "")
            break
    return _bare(word)


def _bare(word: str) -> str:
    """``word`` without a final e, and with a doubled final letter once: what inflection adds or drops."""
    if len(word) > 3 and (word[-1] == "e" or word[-1] == word[-2]):
        return word[:-1]
    return word


@remembered(1 << 18)
def is_family(one: str, other: str) -> bool:
    """Two stems are of one word family: the same beginning, and endings that derivation adds."""
    if one == other:
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    if shared < OPENING or shared < 0.45 * max(len(one), len(other)):
        return False
    return _is_ending(one[shared:]) and _is_ending(other[shared:])


def _is_ending(rest: str) -> bool:
    return not rest or rest in word_list("endings") or (rest[0] == "e" and rest[1:] in word_list("endings"))


@functools.cache
def _irregular() -> dict[str, str]:
    return dict(lexicons.load("merging_acts")["irregular"]["stems"])


@functools.cache
def _acts() -> tuple[dict[str, frozenset[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Act names by single stem, and by first stem of a phrase with the whole phrase."""
    single: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in lexicons.load("merging_acts")["acts"]:
        for written in entry["words"]:
            stems = tuple(stem(word) for word in words(written))
            if len(stems) == 1:
                single.setdefault(stems[0], set()).add(entry["name"])
            else:
                phrases.setdefault(stems[0], []).append((stems, entry["name"]))
    return {one: frozenset(names) for one, names in single.items()}, phrases


def acts_of(stems: Sequence[str]) -> frozenset[str]:
    """The names of the acts that these stems of a trigger, in their order, can name; a phrase beats its words."""
    single, phrases = _acts()
    found = {
        name
        for start, first in enumerate(stems)
        for phrase, name in phrases.get(first, ())
        if tuple(stems[start : start + len(phrase)]) == phrase
    }
    if found:
        return frozenset(found)
    return frozenset(name for one in stems for name in single.get(one, ()) if len(stems) == 1 or not is_empty(one))


def is_empty(stemmed: str) -> bool:
    """The stem alone names no act (take, hold, begin): its neighbours must say what happened."""
    return stemmed in _empty_stems()


@functools.cache
def _empty_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicons.load("merging_acts")["empty"]["words"])


@functools.cache
def lasting_acts() -> frozenset[str]:
    """The acts that go on for a long time and are one event all along."""
    return frozenset(entry["name"] for entry in lexicons.load("merging_acts")["acts"] if entry.get("is_lasting"))
