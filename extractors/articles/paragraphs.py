"""Lines to paragraphs: hard-wrapped lines joined, paragraphs broken in mid-sentence put together again."""

from __future__ import annotations

import itertools
import re
import statistics

# A sentence does not end on one of these words, nor on a comma.
_OPEN_END = re.compile(
    r"(?:,|[\s(](?:and|but|or|nor|yet|the|a|an|of|in|on|at|to|for|from|with|by|as|than|that|which|who|whose|while"
    r"|because|although|if|when|where|is|are|was|were|has|have|had|be|been|will|would|his|her|their|its|our|my))$",
    re.IGNORECASE,
)
_END = re.compile(r"""[.!?…:;。！？]["'”’»)\]*」』]*$""")
# Chinese, Japanese and Thai put no spaces between words, which have about two characters.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")

#: No text is wrapped wider than that; a line shorter than the other was ended on purpose.
_WIDEST, _SHORTEST = 132, 45


def count_words(line: str) -> int:
    """How many words the line has, those of scripts without spaces estimated."""
    count = len(line.split())
    return count if line.isascii() else count + len(_UNSPACED.findall(line)) // 2


def is_broken_off(paragraph: str) -> bool:
    """Whether the paragraph cannot end here: it stops on a comma or a word that needs another."""
    return _OPEN_END.search(paragraph) is not None


def ends_sentence(paragraph: str) -> bool:
    """Whether the last characters close a sentence."""
    return _END.search(paragraph) is not None


def continues(paragraph: str, following: str) -> bool:
    """Whether ``following`` goes on with the sentence that ``paragraph`` leaves open."""
    if ends_sentence(paragraph) or not following:
        return False
    return is_broken_off(paragraph) or (following[0].islower() and len(paragraph) > 40)


def join_broken(paragraphs: list[str]) -> list[str]:
    """The paragraphs, those broken in mid-sentence joined by a space."""
    joined: list[str] = []
    for paragraph in paragraphs:
        if joined and continues(joined[-1], paragraph):
            joined[-1] = f"{joined[-1]} {paragraph}"
        else:
            joined.append(paragraph)
    return joined


def unwrap(text: str) -> str:
    """``text`` with hard-wrapped lines joined; text that was not wrapped is returned as it is.

    A block of lines is wrapped when all lines but the last are about equally long and hardly one ends a sentence there,
    or, in a text without long lines, when no line had room for the first word of the next.
    """
    width = max(map(len, text.split("\n")))
    return "\n\n".join(_unwrap_block(block.split("\n"), width) for block in re.split(r"\n[ \t]*\n", text))


def _is_filled(lines: list[str], width: int) -> bool:
    """Whether every line but the last is long, goes on in the next, and had no room for the next one's first word."""
    return len(lines) > 1 and all(
        len(line) >= _SHORTEST and not ends_sentence(line) and len(line) + 1 + len(following.split(" ", 1)[0]) > width
        for line, following in itertools.pairwise(lines)
    )


def _unwrap_block(lines: list[str], width: int) -> str:
    lines = [line.rstrip() for line in lines]
    full = [len(line) for line in lines[:-1]]
    if width <= _WIDEST and _is_filled(lines, width):
        return " ".join(line.strip() for line in lines)
    if len(lines) < 3 or max(full) > 110 or statistics.median(full) < 45:
        return "\n".join(lines)
    closed = sum(ends_sentence(line) for line in lines[:-1])
    if closed * 3 > len(full) or min(full) < max(full) * 0.6:
        return "\n".join(lines)
    return " ".join(line.strip() for line in lines)
