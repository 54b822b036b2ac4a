"""The language of a body, told offline; the identifier's model is read at first use."""

from __future__ import annotations

import functools
import re
from typing import Any

# Small words that English alone has; where they are frequent no model is asked, so that English is never taken for
# a neighbour because of foreign names.
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "that", "was", "with", "from", "said", "has", "have", "it", "is", "for", "his", "their"}
)
_ENGLISH_SHARE = 0.17
_HEAD = 1200
#: Shorter texts do not tell their language.
_LEAST_LETTERS = 40


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy, and few callers need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``und`` when there is too little of it."""
    if sum(map(str.isalpha, text[:400])) < _LEAST_LETTERS:
        return "und"
    words = re.findall(r"[^\W\d_]+", text[:_HEAD].lower())
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    code, _ = _identifier().classify(text[:_HEAD])
    return str(code)
