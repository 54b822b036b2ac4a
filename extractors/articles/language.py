"""The language of a body, told offline; the identifier's model is read at first use."""

from __future__ import annotations

import functools
from typing import Any

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
    code, _ = _identifier().classify(text[:3000])
    return str(code)
