"""Words as merging compares them: folded, stemmed, and grouped into acts that the lexicon holds for one."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from extractors import lexicons

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
#: Endings that inflection adds, longest first; the rest must keep three letters.
_INFLECTIONS = ("ies", "ied", "ing", "es", "ed", "s", "d")
#: What may stand after the common beginning of two words of one family (invade / invasion, announce / announcement).
_FAMILY_ENDINGS = frozenset(
    "a al ance ant ate ated ating ation ations d de ded der des ding e ed en ence ent er ers es ied ier ies "
    "ing ings ion ions it ition its ive ment ments n or ors ption s se sed ses sing sion sions sis t te ted ter ters "
    "tes ting tion tions tious ty ure ures y ication ve ving ves ved pt pted r re red res ring sition sitions".split()
)


@functools.cache
def fold(text: str) -> str:
    """``text`` in lower case without accents and possessive endings."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return kept.removesuffix("'s").removesuffix("'")


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order, punctuation left out."""
    return [fold(found) for found in _WORD.findall(text)]


@functools.cache
def stem(word: str) -> str:
    """``word`` (folded) without the ending that inflection adds; irregular forms come from the lexicon."""
    irregular = _lexicon().irregular.get(word)
    if irregular is not None:
        return irregular
    for ending in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            return _tidy(word[: -len(ending)], ending)
    return word.rstrip("e") if len(word) > 4 else word


def _tidy(rest: str, ending: str) -> str:
    if ending in {"ies", "ied"}:
        return rest + "y"
    if ending in {"ed", "ing"} and len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
        return rest[:-1]
    return rest.rstrip("e") if len(rest) > 3 else rest


@functools.cache
def is_family(one: str, other: str) -> bool:
    """Two stems are of one word family: the same beginning, and endings that derivation adds."""
    if one == other:
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    if shared < 4 or shared < 0.45 * max(len(one), len(other)):
        return False
    return _is_ending(one[shared:]) and _is_ending(other[shared:])


def _is_ending(rest: str) -> bool:
    return not rest or rest in _FAMILY_ENDINGS or (rest[0] == "e" and rest[1:] in _FAMILY_ENDINGS)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    irregular: dict[str, str]
    concepts: dict[str, str]
    empty: frozenset[str]


@functools.cache
def _lexicon() -> _Lexicon:
    data = lexicons.load("merging_acts")
    concepts = {word: entry["name"] for entry in data["acts"] for word in entry["words"]}
    return _Lexicon(data["irregular"]["stems"], concepts, frozenset(data["empty"]["words"]))


@functools.cache
def act(stemmed: str) -> str | None:
    """The name of the act that the lexicon gives this stem, else None."""
    return _lexicon().concepts.get(stemmed)


@functools.cache
def is_empty(stemmed: str) -> bool:
    """The stem alone names no act (take, hold, begin): its neighbours must say what happened."""
    return stemmed in _lexicon().empty
