"""Bytes as received to text: encodings, wrong declarations, mojibake, and inputs that are no text at all."""

from __future__ import annotations

import codecs
import functools
import re
import unicodedata

from charset_normalizer import from_bytes

from extractors.readers.article import UnreadableInputError

#: Larger inputs are no articles; the limit keeps one file from taking the memory of a whole run.
MAX_BYTES = 16 * 1024 * 1024

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "data compressed twice",
    b"{\\rtf": "a document in rich text (RTF)",
    b"PK\x05\x06": "an empty ZIP archive",
    b"BZh": "bzip2-compressed data",
    b"\xfd7zXZ": "xz-compressed data",
    b"\x28\xb5\x2f\xfd": "zstandard-compressed data",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"PAR1": "a Parquet file",
}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{3,40})""")
_PLAIN = frozenset(range(128))
#: A text of another alphabet, or of a language full of accents, has more different ones.
_FEW_SIGNS = 5
# What Windows-1252 makes of letters of other encodings: signs that hardly stand beside small letters.
_UNLIKELY = re.compile(r"[a-z][¡¢£¤¥¦§¨¬¯°±²³´µ¶¸¹º¼½¾¿×÷ÐÞðþ]|[¡¢¤¥¦¨¬¯±²³´µ¶¸¹º¼½¾¿×÷ÐÞðþ][a-z]")
_CONTROL = bytes({*range(9), *range(14, 27), *range(28, 32)})


def check_bytes(content: bytes) -> None:
    """Raise UnreadableInputError when ``content`` is empty, too large, or no text."""
    if not content.strip():
        raise UnreadableInputError("the input is empty")
    if len(content) > MAX_BYTES:
        raise UnreadableInputError(
            f"the input is larger than {MAX_BYTES // 1024 // 1024} MB", f"{len(content)} bytes received"
        )
    for magic, name in _MAGIC.items():
        if content.startswith(magic):
            raise UnreadableInputError(f"the input is no text but {name}")
    if is_binary(content):
        raise UnreadableInputError("the input is no text but binary data")


def is_binary(content: bytes) -> bool:
    """More than one byte in fifty of the first 64 KB is a control character, and they are no UTF-16."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide_encoding(content) is not None:
        return False
    head = content[:65536]
    return (len(head) - len(head.translate(None, _CONTROL))) * 50 > len(head)


def decode(content: bytes) -> str:
    """The text of ``content``, tidied: the byte order mark, UTF-8, the declared encoding or the likeliest one decides.

    Raises UnreadableInputError when the bytes make no sense in any encoding.
    """
    return tidy(repair_mojibake(_decode(content)))


def decode_markup(content: bytes) -> str:
    """The markup of ``content``; what is taken out of it must still be tidied, which is far less than the whole of it.

    Raises UnreadableInputError when the bytes make no sense in any encoding.
    """
    return repair_mojibake(_decode(content)).replace("\x00", "")


def _decode(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    if (wide := _wide_encoding(content)) is not None:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared_encoding(content)
    if declared == "utf-8" and (text := _nearly_utf8(content)) is not None:
        return text
    if declared not in {None, "utf-8"}:
        try:
            return content.decode(str(declared))
        except UnicodeDecodeError:
            pass
    return _guess(content)


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: in texts with Latin letters most second or most first bytes are zero."""
    head = content[:4096]
    half = len(head) // 2
    first, second = head[::2].count(0), head[1::2].count(0)
    if half < 8 or min(first, second) * 20 > half or max(first, second) * 10 < half * 7:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _declared_encoding(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # browsers read what says Latin-1 as its superset
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)


def _nearly_utf8(content: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a cut or a foreign quotation mark), or None when it is not nearly that."""
    text = content.decode("utf-8", errors="replace")
    return text if text.count("\ufffd") * 200 <= len(text) else None


def _guess(content: bytes) -> str:
    if (plain := _nearly_plain(content)) is not None:
        return plain
    best = from_bytes(content[: 256 * 1024], threshold=0.3).best()
    if best is None:
        text = _nearly_utf8(content)
        if text is None:
            raise UnreadableInputError("the bytes cannot be decoded as text in any known encoding")
        return text
    return content.decode(best.encoding, errors="replace")


def _nearly_plain(content: bytes) -> str | None:
    """A text in plain letters with a few accents or marks, too few to guess from: read as browsers do; else None."""
    if len(set(content) - _PLAIN) > _FEW_SIGNS:
        return None
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _UNLIKELY.search(text) else text


# A letter or mark of Latin-1, or punctuation, that was UTF-8 and has been read as Windows-1252: what may follow each of
# the first characters. One pattern for each: a plain character at the beginning is found many times as fast as a class.
_LETTER = "[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]"
_MARK = "[\u0080\u20ac][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_MOJIBAKE = {
    first: re.compile(first + following)
    for first, following in {**dict.fromkeys("\u00c2\u00c3\u00c4\u00c5", _LETTER), "\u00e2": _MARK}.items()
}


def repair_mojibake(text: str) -> str:
    """``text`` with UTF-8 that was once read as Windows-1252 put right; a single doubtful pair is left alone."""
    # most texts hold none of the first characters, which is found out quickly
    patterns = [pattern for first, pattern in _MOJIBAKE.items() if first in text]
    if sum(len(pattern.findall(text)) for pattern in patterns) < 2:
        return text
    return functools.reduce(lambda repaired, pattern: pattern.sub(_repaired, repaired), patterns, text)


def _repaired(found: re.Match[str]) -> str:
    try:
        return b"".join(_byte(character) for character in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(character: str) -> bytes:
    # the five bytes that Windows-1252 leaves undefined pass through as control characters
    return character.encode("latin-1") if "\x80" <= character <= "\x9f" else character.encode("cp1252")


# Replacing one by one is forty times as fast as a translation table on pages that hold none of them.
_REPLACED = {
    **dict.fromkeys("\ufeff\u200b\u200e\u200f\u2060\u00ad", ""),
    **dict.fromkeys("\u00a0\u2009\u202f\u2007", " "),
    **dict.fromkeys("\u2028\u2029", "\n"),
}


def tidy(text: str) -> str:
    """``text`` in Unicode form C with plain line ends and spaces and without invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if text.isascii():
        return text
    text = _without_halves(text)
    for old, new in _REPLACED.items():
        text = text.replace(old, new)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _without_halves(text: str) -> str:
    """``text`` with the replacement character for halves of surrogate pairs, as escapes in JSON may leave them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text
