"""The parties of one article: every name gathered under its fullest form, with what the text calls it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extractors.event_mentions.gazetteer import cities, country_code, country_name, demonym_code, is_place_name
from extractors.event_mentions.identity import folded, is_initials_of, known_actor, known_surname
from extractors.event_mentions.names import Name, find_names, nationality, title_words
from extractors.language import is_plural_of_noun
from schemas.enumerations import ActorKind


@dataclass(eq=False, slots=True)
class Party:
    """A person, country, organization or group of one article (or a place, ship or storm that has a name).

    ``name`` is the fullest form met; ``descriptions`` are the common nouns the text applies to it ("minister").
    ``gender`` is "m" or "f" where the first name, a title or a pronoun tells it. ``positions`` are the tokens at which
    it is named or meant, ``named_count`` how often by name. Vehicles act only in accidents and launches, things (a cup,
    a law) never.
    """

    name: str
    kind: ActorKind
    country_code: str | None = None
    wikidata_id: str | None = None
    gender: str | None = None
    descriptions: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    positions: list[int] = field(default_factory=list)
    named_count: int = 0
    is_place: bool = False
    is_vehicle: bool = False
    is_thing: bool = False

    def last_before(self, position: int) -> int:
        """The last token before ``position`` at which the party is named, or -1."""
        return max((at for at in self.positions if at < position), default=-1)


class Cast:
    """The parties of one article in the order in which they enter."""

    def __init__(self, doc: Doc, times: Collection[int]) -> None:
        self.parties: list[Party] = []
        self._by_token: dict[int, Party] = {}
        for name in find_names(doc, times):
            self._add(name)
        self._add_unmarked(doc, times)
        for position, party in list(self._by_token.items()):
            self._describe(doc[position], party)
        for party in self.parties:
            self._place(doc, party)
            party.is_thing = party.kind is ActorKind.ORGANIZATION and _last_word(party) in title_words("things")
            party.is_vehicle = party.is_thing or _is_vehicle(party)

    def at(self, token: Token) -> Party | None:
        """The party named by the name that ``token`` is a word of, or None."""
        return self._by_token.get(token.i)

    def country(self, code: str) -> Party:
        """The country with this code, entered if the text has not named it."""
        for party in self.parties:
            if party.kind is ActorKind.COUNTRY and party.country_code == code:
                return party
        return self._enter(Party(country_name(code), ActorKind.COUNTRY, country_code=code))

    def institution(self, name: str, kind: ActorKind = ActorKind.ORGANIZATION) -> Party:
        """The body that the text calls by a common noun only ("the government"), entered when met first."""
        for party in self.parties:
            if party.name == name:
                return party
        return self._enter(Party(name, kind))

    def protagonist(self) -> Party | None:
        """The organization named most, the first of equals; None when there is none."""
        acting = [p for p in self.parties if p.kind is ActorKind.ORGANIZATION and not p.is_place and not p.is_vehicle]
        return max(acting, key=lambda party: (party.named_count, party.wikidata_id is not None), default=None)

    def vessel(self, position: int) -> Party | None:
        """The ship or other vehicle named last before token ``position``."""
        return next((party for party in self.before(position) if party.is_vehicle), None)

    def before(self, position: int) -> list[Party]:
        """The parties named before token ``position``, the one named last first."""
        named = [(party.last_before(position), party) for party in self.parties]
        return [party for at, party in sorted(named, key=lambda pair: -pair[0]) if at >= 0]

    def _enter(self, party: Party) -> Party:
        self.parties.append(party)
        return party

    def _add(self, name: Name) -> None:
        text = name.text
        party = self._find(text) or self._enter(self._new(name))
        party.aliases.add(text)
        party.positions.append(name.span.start)
        party.named_count += 1
        if len(text) > len(party.name) and party.kind is not ActorKind.COUNTRY and not known_actor(party.name):
            party.name = party.name if is_people_of(party.name, text) else text
        elif is_people_of(text, party.name):
            party.name = text
        if name.titles and party.kind is not ActorKind.COUNTRY:
            party.descriptions.update(name.titles)
            party.country_code = party.country_code or name.nationality
            self._entitle(party, name)
        for token in name.span:
            self._by_token[token.i] = party

    def _entitle(self, party: Party, name: Name) -> None:
        """A title makes a person of a name that might have been anything: "Marta Kovel ... Dr. Kovel"."""
        is_body = bool(set(party.name.lower().split()) & title_words("organization_words"))
        if party.kind is not ActorKind.ORGANIZATION or is_body or known_actor(party.name):
            return
        if _kind(name) is ActorKind.PERSON:
            party.kind, party.is_place = ActorKind.PERSON, False
            party.gender = party.gender or _gender(party.name)

    def _add_unmarked(self, doc: Doc, times: Collection[int]) -> None:
        """Names that the tagger took for common nouns, mostly at the start of a sentence, known from elsewhere."""
        words = {word: party for party in self.parties for word in _short_forms(party)}
        for token in doc:
            if token.i in self._by_token or token.i in times or token.pos_ not in ("NOUN", "ADJ", "VERB", "ADV"):
                continue
            party = words.get(token.text) if token.text[0].isupper() else None
            if party is not None:
                self._by_token[token.i] = party
                party.positions.append(token.i)
                party.named_count += 1

    def _find(self, text: str) -> Party | None:
        words = folded(text)
        code = _country_of(text)
        for party in reversed(self.parties):
            if code is not None:
                if party.kind is ActorKind.COUNTRY and party.country_code == code:
                    return party
            elif any(_same(words, text, alias, party) for alias in party.aliases):
                return party
        return None

    def _new(self, name: Name) -> Party:
        text = name.text
        code = _country_of(text)
        if code is not None and not name.titles:
            return Party(country_name(code), ActorKind.COUNTRY, country_code=code, is_place=demonym_code(text) is None)
        known = known_actor(text) or known_surname(text)
        if known is not None:
            return Party(known.name, known.kind, known.country_code, known.wikidata_id, gender=_gender(known.name))
        kind = _kind(name)
        is_place = kind is not ActorKind.PERSON and not name.titles and is_place_name(text)
        return Party(text, kind, gender=_gender(text) if kind is ActorKind.PERSON else None, is_place=is_place)

    def _place(self, doc: Doc, party: Party) -> None:
        """A name that no gazetteer knows is a place when the text only says what is in, near or off it."""
        if party.kind is not ActorKind.ORGANIZATION or party.wikidata_id or party.descriptions:
            return
        if _is_dateline(doc, party.positions[0]):
            party.is_place = True
        tokens = [doc[at] for at in party.positions]
        if any(
            t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head.lemma_.lower() in _SETTLEMENTS for t in tokens
        ):
            party.is_place = True
        if len(tokens) == 1 and tokens[0].dep_ == "compound" and tokens[0].head.pos_ == "NOUN":
            party.is_place = True
        tops = [next((t for t in (token, token.head) if t.dep_ == "pobj"), None) for token in tokens]
        if set(party.name.lower().split()) & title_words("organization_words"):
            return
        links = [top.head.lower_ if top is not None else "" for top in tops]
        is_somewhere = any(link in ("in", "near", "off", "at", "through", "outside") for link in links)
        party.is_place = party.is_place or (is_somewhere and all(link in _LOCATIVES for link in links))

    def _describe(self, token: Token, party: Party) -> None:
        """Common nouns in apposition to the name, before it, or predicated of it."""
        if not party.is_place:
            party.country_code = party.country_code or nationality(token)
        for noun in _describing(token):
            lemma = noun.lemma_.lower()
            party.descriptions.add(lemma)
            party.country_code = party.country_code or (None if party.is_place else nationality(noun))
            if lemma in title_words("organization_nouns") and party.kind is ActorKind.PERSON and not party.gender:
                party.kind = ActorKind.ORGANIZATION
            elif party.kind is not ActorKind.COUNTRY and not party.is_place and _tells_person(lemma):
                party.kind = ActorKind.PERSON
                party.gender = party.gender or _gender(party.name)


_SHORTEST_COUNTRY = 4
#: "The town of Garde": a place, however often it acts later.
_SETTLEMENTS = frozenset({"town", "city", "village", "port", "district", "province", "region", "suburb", "hamlet"})
_LOCATIVES = frozenset({"in", "near", "off", "at", "through", "to", "from", "of", "outside"})


def _country_of(text: str) -> str | None:
    return country_code(text) or demonym_code(text)


def _tells_person(lemma: str) -> bool:
    return lemma in title_words("offices") and lemma not in (
        "owner",
        "rival",
        "chair",
        "host",
        "producer",
        "leader",
        "head",
    )


def _describing(token: Token) -> Iterator[Token]:
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        yield token.head
    elif (before := _noun_before_comma(token)) is not None:
        yield before
    for child in token.children:
        is_before = child.dep_ == "compound" and child.tag_ == "NN" and child.i < token.i
        if is_before or (child.dep_ == "appos" and child.pos_ == "NOUN"):
            yield child
    if token.dep_ == "compound" and token.head.lemma_ in title_words("vessels"):
        yield token.head
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        yield from (child for child in token.head.children if child.dep_ == "attr" and child.pos_ == "NOUN")


def _noun_before_comma(token: Token) -> Token | None:
    """The office before a name between commas, wherever the parser has hung the name: "the captain, Ann Lee,"."""
    doc, i = token.doc, token.i
    if i < 3 or doc[i - 1].text != "," or doc[i - 2].pos_ != "NOUN":
        return None
    noun = doc[i - 2]
    is_described = noun.lemma_.lower() in title_words("offices") and token.pos_ == "PROPN"
    return noun if is_described and any(child.dep_ in ("det", "poss") for child in noun.children) else None


def _same(words: tuple[str, ...], text: str, alias: str, party: Party) -> bool:
    """Whether a name with these folded words can be the party that the text has called ``alias``."""
    others = folded(alias)
    if not words or not others:
        return text == alias
    if words == others or (party.kind is ActorKind.ORGANIZATION and is_people_of(*sorted((text, alias), key=len))):
        return True
    if party.kind is ActorKind.COUNTRY or party.is_place:
        return False
    if is_initials_of(text, alias) or is_initials_of(alias, text):
        return True
    if party.kind is ActorKind.PERSON:
        return _same_person(words, others)
    short, long = sorted((words, others), key=len)
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)


def is_people_of(country: str, people: str) -> bool:
    """The longer name is the adjective of the shorter, of lands no gazetteer knows: "Tavria", "Tavrian"."""
    if " " in people or len(country) < _SHORTEST_COUNTRY or not people.startswith(country[:-1]):
        return False
    return country[-1] in "aeo" and people.removeprefix(country) in ("n", "ns", "nian", "nians")


def _same_person(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if len(words) == 1 or len(others) == 1:
        return words[-1] == others[-1]
    return words[-1] == others[-1] and (words[0].startswith(others[0][:3]) or others[0].startswith(words[0][:3]))


def _kind(name: Name) -> ActorKind:
    """Person or organization, from titles, first names and the words of the name."""
    words = [token.lower_ for token in name.span]
    if name.titles and not set(name.titles) & title_words("storms"):
        return ActorKind.PERSON
    if words[-1] in title_words("things"):
        return ActorKind.ORGANIZATION
    if any(word in title_words("organization_words") for word in words) or any(
        token.is_upper and len(token) > 1 for token in name.span
    ):
        return ActorKind.ORGANIZATION
    if len(words) > 1 and (words[0] in title_words("men") or words[0] in title_words("women")):
        return ActorKind.PERSON
    is_two_names = len(words) in (2, 3) and all(word.isalpha() and len(word) > 1 for word in words)
    has_article = name.span.start > 0 and name.span.doc[name.span.start - 1].lower_ in ("the", "a", "an")
    if is_two_names and not has_article and not is_place_name(name.text) and not cities(name.span[-1].text):
        return ActorKind.PERSON if _acts_like_person(name.span.root) else ActorKind.ORGANIZATION
    return ActorKind.ORGANIZATION


def _acts_like_person(root: Token) -> bool:
    if any(child.dep_ == "relcl" and any(word.lower_ == "who" for word in child.children) for child in root.children):
        return True
    if root.dep_ == "pobj" and root.head.lower_ not in ("with", "by", "between", "against", "from", "than"):
        return False
    return not is_plural_of_noun(root.text) or root.dep_ == "appos"


def _short_forms(party: Party) -> list[str]:
    """The single words that name the party again: a surname, or a name of one word."""
    if party.kind is ActorKind.PERSON:
        return [party.name.rpartition(" ")[2]]
    return [alias for alias in party.aliases if " " not in alias]


def _is_dateline(doc: Doc, start: int) -> bool:
    """A name in capitals that opens a paragraph, before a dash: "PORT ELLIS, Aug. 4 - ..."."""
    if not doc[start].is_upper or (start and not doc[start - 1].is_space):
        return False
    return any(token.text in ("-", "–", "—") for token in doc[start : start + 9])


def _last_word(party: Party) -> str:
    return party.name.rpartition(" ")[2].lower()


def _is_vehicle(party: Party) -> bool:
    """A ship, rocket or storm: described as one, or a name with a number that is no person's."""
    if party.descriptions & (title_words("vessels") | title_words("storms")):
        return party.kind is not ActorKind.COUNTRY
    last = party.name.rpartition(" ")[2]
    return party.kind is ActorKind.ORGANIZATION and (last.isdigit() or last in ("I", "II", "III", "IV", "V"))


def _gender(name: str) -> str | None:
    first = name.partition(" ")[0].lower()
    is_man, is_woman = first in title_words("men"), first in title_words("women")
    return None if is_man == is_woman else "m" if is_man else "f"
