"""Who took part."""

from __future__ import annotations

import pytest

from extractors.event_mentions.cast import is_people_of
from schemas.enumerations import Role
from tests.extractors.event_mentions.reading import parties, read


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Ana Belov met Ola Berg on Monday.", "met", ["Ana Belov", "Ola Berg"]),
        ("Ola Berg was arrested by the Harbour Police on Monday.", "arrested", ["Harbour Police", "Ola Berg"]),
        ("Talks between France and Spain began on Monday.", "Talks", ["France", "Spain"]),
        ("Russia's invasion of Ukraine began in February 2022.", "invasion", ["Russia", "Ukraine"]),
        ("Ana Belov called off a visit to Riga on Monday.", "visit", ["Ana Belov"]),
        ("Members of the Miners Union (MU) walked out on Monday.", "walked out", ["Miners Union"]),
        ("European leaders met on Monday.", "met", ["European leaders"]),
        ("The Kenyan government signed the treaty on Monday.", "signed", ["Kenya"]),
        ("Parliament passed the bill on Monday, and the government resigned.", "resigned", ["government"]),
        ("Ten men were killed on Monday, according to the Harbour Police.", "killed", []),
        ("Tourists fled the island on Monday.", "fled", []),
        ("The Food and Drug Administration sued on Monday.", "sued", ["Food and Drug Administration"]),
        ("The Ministry of Trade and Industry sued on Monday.", "sued", ["Ministry of Trade and Industry"]),
        ("France and the Fair Trading Bureau sued on Monday.", "sued", ["France", "Fair Trading Bureau"]),
        ("Ana Belov fled to Peru in May.", "fled", ["Ana Belov"]),
        ("Ana Belov told parliament on Monday that it was over.", "told", ["Ana Belov"]),
        ("Shares in Delta Foods jumped on Monday.", "jumped", ["Delta Foods"]),
        ("Vardia's government signed the treaty on Monday.", "signed", ["Vardia"]),
        ("Ana Belov signed with Chelsea on Monday.", "signed", ["Ana Belov", "Chelsea"]),
        ("Ana Belov formed her cabinet on Monday.", "formed", ["Ana Belov"]),
        ("Lisbon beat Madrid on Monday.", "beat", ["Lisbon", "Madrid"]),
        ("Maria Torres resigned on Monday. She was arrested on Tuesday.", "arrested", ["Maria Torres"]),
        ("The hearing in the Harbour Court was held on Monday.", "hearing", ["Harbour Court"]),
        ("Category 5 storms hit the island on Monday.", "hit", []),
        ("The envoys of the Harbour Union met on Monday.", "met", ["Harbour Union"]),
        ("Ana Belov became the first woman to win the race on Monday.", "win", ["Ana Belov"]),
        ("Nine people lost their lives in riots. Ana Belov and Ola Berg left.", "riots", []),
        ("Troops retook the town of Garde on Monday.", "retook", []),
        ("The Justice Department sued on Monday.", "sued", ["Justice Department"]),
        ("The Attorney General's Office sued on Monday.", "sued", ["Attorney General's Office"]),
    ],
)
def test_who_is_named_around_the_trigger(text: str, trigger: str, names: list[str]) -> None:
    """Subjects, objects, agents, owners, complements and those behind a common noun."""
    assert parties(text, trigger) == names


def test_roles_follow_the_voice() -> None:
    """The agent of a passive acts, its subject receives."""
    rows = read("Ola Berg was arrested by the Harbour Police on Monday.").participants
    assert {row.name: row.role for row in rows} == {"Harbour Police": Role.ACTOR, "Ola Berg": Role.RECIPIENT}


def test_offsets_name_the_words() -> None:
    """Where a party is named the row says so."""
    text = "Ana Belov met Ola Berg on Monday."
    for row in read(text).participants:
        assert row.start_offset is not None
        assert text[row.start_offset : row.end_offset] in row.name


def test_a_town_where_it_happened_takes_no_part() -> None:
    """A place is where, not who."""
    assert parties("Ana Belov visited Paris on Monday.", "visited") == ["Ana Belov"]


def test_a_launch_falls_to_the_agency_of_the_text() -> None:
    """Parties that the sentence leaves out are understood, without words of their own."""
    text = "The rocket of NASA is late. The launch is planned for Wednesday."
    assert parties(text, "launch") == ["NASA"]
    assert [row.start_offset for row in read(text).participants] == [None]


def test_nobody_is_understood_with_a_death() -> None:
    """The dead have no names here."""
    assert parties("Ana Belov met Ola Berg on Monday. Two people died on Tuesday.", "died") == []


def test_in_a_text_of_many_parties_nobody_is_understood_with_another_act() -> None:
    """A war report names many sides: an attack of nobody stays nobody's, a definite one is that told before."""
    names = ["Ana Belov", "Ola Berg", "Ida Holm", "Jon Dahl", "Eva Lind", "Per Moen", "Ada Vik", "Tom Aas", "Liv Bakke"]
    crowd = " ".join(f"{name} spoke with Nina Roed on Monday." for name in [*names, "Kari Foss", "Siri Eng"])
    story = f"Ana Belov's attack on the port began on Sunday. {crowd}"
    assert parties(f"{story} Ten men died in bombings on Tuesday.", "bombings") == []
    assert parties(f"{story} The attack ended on Tuesday.", "attack") == ["Ana Belov", "Ana Belov"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Envoys of Russia and Ukraine want to end the conflict that has persisted since February 2022.", "conflict"),
        ("Ukraine asked for help. It began with Russia's full-scale invasion.", "invasion"),
    ],
)
def test_a_known_war_has_its_two_sides(text: str, trigger: str) -> None:
    """Told by the day on which it began, or by its name, in a text that names both."""
    assert set(parties(text, trigger)) == {"Russia", "Ukraine"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Ukraine spoke of the conflict that has persisted since May 2019.",
        "Peru and Chile spoke of the conflict that has persisted since February 2022.",
    ],
)
def test_another_war_is_not_theirs(text: str) -> None:
    """A war of other days, or in a text that does not name both, gets nobody from what is known."""
    assert not {"Russia", "Ukraine"} <= set(parties(text, "conflict"))


@pytest.mark.parametrize(
    ("land", "people", "expected"),
    [("Tavria", "Tavrian", True), ("Zentara", "Zentarans", True), ("Ana", "Anan", False), ("Roma", "Romano", False)],
)
def test_lands_that_no_gazetteer_knows_have_adjectives(land: str, people: str, *, expected: bool) -> None:
    """A land and its people are one party; short names may be anything."""
    assert is_people_of(land, people) is expected


def test_who_is_so_many_years_old_was_told_of_in_the_last_sentence() -> None:
    """An age stands for whom the sentence before was about, not for the last name in it."""
    text = "Lena Duarte won the race on Sunday ahead of Ana Prinz. The 24-year-old was arrested on Monday."
    assert parties(text, "arrested") == ["Lena Duarte"]
