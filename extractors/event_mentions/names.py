"""Where names stand in a parsed text, split from the titles and nationalities before them."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors.event_mentions.gazetteer import country_code, demonym_code, is_place_name
from extractors.event_mentions.identity import known_actor
from extractors.language import is_common_word
from extractors.lexicons import load

_DAYS_AND_MONTHS = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "july",
        "september",
        "october",
        "november",
        "december",
    }
)
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LOOSE_TAGS = frozenset({"NN", "NNS", "JJ", "VBG", "VBN", "CD", "FW", "VB", "RB", "VBD", "VBP", "VBZ"})
_PARTICLES = frozenset(
    {"de", "la", "del", "di", "da", "dos", "van", "von", "der", "den", "bin", "al", "el", "&", "ibn", "le", "du"}
)
#: Bodies that are named after an office.
_BODIES = frozenset(
    {
        "department",
        "office",
        "ministry",
        "court",
        "council",
        "committee",
        "bureau",
        "association",
        "authority",
        "agency",
        "administration",
        "commission",
        "institute",
        "centers",
        "centre",
        "center",
        "board",
        "inspectorate",
        "enforcement",
    }
)
#: After these a capital says nothing.
_OPENERS = frozenset({":", '"', "“", "‘", "'", "•", "-", "–", "—", "(", "["})
_NOT_NAMES = frozenset({"i", "the", "a", "an", "mr", "but", "and", "advertisement", "a.m.", "p.m.", "am", "pm", "gmt"})


@functools.cache
def title_words(name: str) -> frozenset[str]:
    """The list ``name`` of the lexicon of titles, in lower case."""
    return frozenset(load("titles")[name]["words"])


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: its words without titles, the title words before it, and the country named before it."""

    span: Span
    titles: tuple[str, ...] = ()
    nationality: str | None = None

    @property
    def text(self) -> str:
        """The name as written, line breaks made blanks."""
        return " ".join(self.span.text.split())


def find_names(doc: Doc, excluded: Collection[int]) -> list[Name]:
    """The names of ``doc`` in the order of the text; tokens in ``excluded`` (times) are no part of one.

    A common word that is capitalized only because it opens a sentence ("Tourists", "Drones") is none, nor is one that
    a number follows ("Category 5").
    """
    found: list[Name] = []
    for start, end in _runs(doc, excluded):
        found += _split(doc, start, end)
    sure = {name.text for name in found if not _is_doubtful(name)}
    return [name for name in found if name.text in sure]


def _is_doubtful(name: Name) -> bool:
    """One common word where a capital or a number says nothing."""
    if len(name.span) > 1 or name.titles or name.nationality or known_actor(name.text) is not None:
        return False
    word = name.span[0]
    if is_place_name(word.text) or demonym_code(word.text) is not None or not is_common_word(word.text):
        return False
    before = word.doc[word.i - 1] if word.i else None
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    is_opening = before is None or word.is_sent_start or before.is_space or before.text in _OPENERS
    return bool(is_opening) or (after is not None and after.is_digit)


def _runs(doc: Doc, excluded: Collection[int]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    length = len(doc)
    i = 0
    while i < length:
        token = doc[i]
        if _is_name_word(token, excluded):
            if start is not None and token.is_sent_start:
                yield start, i
                start = None
            start = i if start is None else start
        elif start is not None and not _joins(doc, start, i, excluded) and not _numbers(doc, i):
            yield start, i
            start = None
        i += 1
    if start is not None:
        yield start, length


def _is_name_word(token: Token, excluded: Collection[int]) -> bool:
    text = token.text
    if not text[0].isupper() or token.i in excluded or token.lower_ in _DAYS_AND_MONTHS or token.lower_ in _NOT_NAMES:
        return text == "II" or (text[0].isdigit() and token.tag_ in _NAME_TAGS)
    if token.tag_ in _NAME_TAGS:
        return True
    if demonym_code(text) is not None or known_actor(text) is not None:
        return True
    return token.tag_ in _LOOSE_TAGS and not token.is_sent_start


def _joins(doc: Doc, start: int, i: int, excluded: Collection[int]) -> bool:
    """Whether the small word at ``i`` stands inside a name: "Union of Workers", "Ursula von der Leyen"."""
    if i + 1 >= len(doc) or doc[i].is_sent_start:
        return False
    token = doc[i]
    following = next((t for t in doc[i + 1 : i + 3] if t.lower_ not in _PARTICLES and t.lower_ != "the"), None)
    if following is None or not _is_name_word(following, excluded) or following.is_sent_start:
        return False
    is_of_fields = token.lower_ == "and" and _joins_fields(doc, start, i, excluded)
    if is_of_fields or token.lower_ in _PARTICLES or _is_owner_of_body(doc, i):
        return True
    if token.text == "-" and not token.whitespace_ and not doc[i - 1].whitespace_:
        return country_code(doc[i - 1].text) is None
    if token.lower_ == "of" and doc[i - 1].lower_ in title_words("offices"):
        return following.lower_ in title_words("title_modifiers")
    return token.lower_ in ("of", "for") and _names_organization(doc[start:i])


def _joins_fields(doc: Doc, start: int, i: int, excluded: Collection[int]) -> bool:
    """The "and" at ``i`` joins what a body is for: "Food and Drug Administration", "Ministry of Trade and Industry"."""
    before, after = doc[start:i], doc[i + 1]
    if not is_common_word(after.text) or is_place_name(after.text) or demonym_code(after.text) is not None:
        return False
    if before[0].lower_ in _BODIES and any(token.lower_ in ("of", "for") for token in before):
        return not _is_title(after)
    if len(before) > 2 or any(_is_no_field(token) for token in before):
        return False
    end = i + 1
    while end < len(doc) and _is_name_word(doc[end], excluded) and not doc[end].is_sent_start:
        end += 1
    return end - i > 2 and doc[end - 1].lower_ in _BODIES


def _is_no_field(token: Token) -> bool:
    """A name, a title or a body of its own: what stands before "and" is not what a body is for."""
    if is_place_name(token.text) or demonym_code(token.text) is not None or country_code(token.text) is not None:
        return True
    is_known = _is_title(token) or token.lower_ in title_words("organization_words")
    is_first_name = token.lower_ in title_words("men") or token.lower_ in title_words("women")
    return is_known or is_first_name or not is_common_word(token.text)


def _is_owner_of_body(doc: Doc, i: int) -> bool:
    """The genitive at ``i`` stands inside a name: "the Attorney General's Office"."""
    return doc[i].tag_ == "POS" and _ends_title(doc[i - 1]) and doc[i + 1].lower_ in _BODIES


def _numbers(doc: Doc, i: int) -> bool:
    """A number that belongs to the name before it: "Apollo 17"."""
    token = doc[i]
    following = doc[i + 1] if i + 1 < len(doc) else None
    is_number = token.text.isdigit() and len(token.text) <= 2 and token.head.i == i - 1
    return is_number and (
        following is None or following.pos_ in ("PUNCT", "VERB", "AUX", "ADP", "PART", "CCONJ", "PRON")
    )


def _names_organization(span: Span) -> bool:
    last = span[-1].lower_
    return last in title_words("organization_words") and last not in title_words("offices")


def _split(doc: Doc, start: int, end: int) -> Iterator[Name]:
    """Nationality, organization and titles before a person's name become what they are."""
    nationality = None
    while start < end and (code := demonym_code(doc[start].text) or _leading_country(doc, start, end)):
        nationality = code
        if start + 1 == end or not _goes_on(doc[start + 1]):
            break
        start += 1
    cut = _after_titles(doc, start, end)
    if cut is None:
        yield Name(doc[start:end], nationality=nationality)
        return
    first_title, after = cut
    if first_title > start:
        yield Name(doc[start:first_title], nationality=nationality)
    titles = tuple(token.lower_ for token in doc[first_title:after])
    while after < end and not doc[after].text[0].isupper() and not doc[after].text[0].isdigit():
        after += 1
    if after < end:
        yield Name(doc[after:end], titles=titles, nationality=nationality)


def _leading_country(doc: Doc, start: int, end: int) -> str | None:
    """A country that only qualifies the title after it: "US President Ada Lund"."""
    if start + 1 < end and _is_title(doc[start + 1]):
        return country_code(doc[start].text)
    return None


def _goes_on(token: Token) -> bool:
    return token.lower_ in title_words("offices") or token.lower_ in title_words("title_modifiers")


def _is_title(token: Token) -> bool:
    lower = token.lower_
    return (
        lower in title_words("offices") or lower in title_words("honorifics") or lower in title_words("title_modifiers")
    )


def _after_titles(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The first title word of the run and the token after its last one, or None when the run holds no title."""
    last = next((i for i in reversed(range(start, end)) if _ends_title(doc[i])), None)
    if last is None or _is_office_of(doc, last, end):
        return None
    if last == end - 1 and last - start > 1 and not _is_title(doc[last - 1]):
        return None
    first = last
    while first > start and _is_title(doc[first - 1]):
        first -= 1
    after = last + 1
    if after + 1 < end and doc[after].lower_ == "of":
        after += 2 if doc[after + 1].lower_ == "the" else 1
        while after < end - 1 and doc[after].lower_ in title_words("title_modifiers"):
            after += 1
    return first, after


def _is_office_of(doc: Doc, last: int, end: int) -> bool:
    """What follows the title makes it the name of a body: "the Justice Department", "the Sheriff's Office"."""
    rest = [doc[i] for i in range(last + 1, end) if doc[i].tag_ != "POS"]
    return len(rest) == 1 and rest[0].lower_ in _BODIES


def _ends_title(token: Token) -> bool:
    lower = token.lower_
    return lower in title_words("offices") or lower in title_words("honorifics") or lower in title_words("storms")


def nationality(token: Token) -> str | None:
    """The code of the country that an adjective or name before ``token`` tells, or None."""
    for child in token.children:
        if child.i < token.i and child.dep_ in ("amod", "compound", "poss", "nmod"):
            code = demonym_code(child.text) or country_code(child.text)
            if code is not None:
                return code
    return None
