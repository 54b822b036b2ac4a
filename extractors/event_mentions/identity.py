"""One spelling for every name: transliterations folded, known actors found, ids made from what is known best."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from dataclasses import dataclass

from extractors.event_mentions.gazetteer import country_code
from extractors.lexicons import load
from schemas.enumerations import ActorKind

#: Spellings of one sound in several transliterations, applied in this order to lower-case letters without accents.
_SOUNDS = (
    ("tsch", "ch"), ("sch", "sh"), ("shch", "sh"), ("kh", "h"), ("zh", "z"), ("dzh", "j"), ("ph", "f"), ("ck", "k"),
    ("ks", "x"), ("w", "v"), ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"), ("ja", "a"), ("ia", "a"), ("yo", "o"),
    ("ou", "u"), ("y", "i"), ("j", "i"), ("ie", "i"), ("ei", "i"), ("q", "k"), ("g", "h"),
)  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")
#: First names that are one name in several languages; the folded forms point to one of them.
_FIRST_NAMES = {"olexi": "alexi", "iehor": "ihor", "dmitro": "dmitri", "mikola": "nikolai"}


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the lexicon: fullest name, kind, country code, Wikidata item."""

    name: str
    kind: ActorKind
    country_code: str | None
    wikidata_id: str | None


@functools.lru_cache(maxsize=1 << 12)
def folded(name: str) -> tuple[str, ...]:
    """The words of ``name`` in one spelling: lower case, no accents, transliterations and doubled letters alike."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'s", "")).lower()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("'", "")
    return tuple(_folded_word(word) for word in _WORD.findall(letters))


def _folded_word(word: str) -> str:
    for spelled, sound in _SOUNDS:
        word = word.replace(spelled, sound)
    word = _DOUBLED.sub(r"\1", word)
    return _FIRST_NAMES.get(word, word)


@functools.cache
def _known() -> dict[tuple[str, ...], KnownActor]:
    found: dict[tuple[str, ...], KnownActor] = {}
    for row in load("actors")["actors"]:
        actor = KnownActor(row["names"][0], ActorKind(row["kind"]), row.get("country"), row.get("wikidata"))
        found |= {folded(name): actor for name in row["names"]}
    return found


def known_actor(name: str) -> KnownActor | None:
    """The actor of the lexicon that is called ``name`` in any of its spellings, or None."""
    return _known().get(folded(name))


@functools.cache
def _known_surnames() -> dict[str, KnownActor | None]:
    found: dict[str, KnownActor | None] = {}
    for words, actor in _known().items():
        if actor.kind is ActorKind.PERSON and len(words) > 1:
            other = found.get(words[-1], actor)
            found[words[-1]] = actor if other is actor else None
    return found


def known_surname(name: str) -> KnownActor | None:
    """The only person of the lexicon with this surname, or None."""
    words = folded(name)
    return _known_surnames().get(words[0]) if len(words) == 1 else None


def actor_id_of(name: str, kind: ActorKind) -> str:
    """Wikidata id or country code where known, else a hash of the folded name: ``actor-`` and 12 hexadecimal digits."""
    known = known_actor(name)
    if known is not None and known.wikidata_id:
        return known.wikidata_id
    if kind is ActorKind.COUNTRY and (code := country_code(name)):
        return code
    return "actor-" + hashlib.sha256(" ".join(folded(name)).encode()).hexdigest()[:12]


def is_initials_of(short: str, name: str) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``name`` (small words may be left out)."""
    letters = short.replace(".", "")
    if not letters.isupper() or not 2 <= len(letters) <= 8:
        return False
    words = re.findall(r"[A-Za-z]+", name)
    every = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for word in words if word[0].isupper())
    return letters in (every, large) and len(words) > 1
