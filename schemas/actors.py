"""Actors and places: who and where, with their outside identities."""

from __future__ import annotations

from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import ActorKind, PlacePrecision


@table("actors", row_is="a party to events", key=["actor_id"])
class Actor:
    """A person, country, organization or group under its fullest known name."""

    actor_id: Annotated[str, Col("Wikidata id or country code where known, else a hash of the folded name")]
    name: Annotated[str, Col("Fullest name")]
    kind: Annotated[ActorKind, Col("What kind of party it is")]
    country_code: Annotated[str | None, Col("ISO 3166-1 alpha-3 code of the country it is or acts for")]
    wikidata_id: Annotated[str | None, Col("Wikidata item")]


@table("actor_aliases", row_is="a name under which an actor was met", key=["actor_id", "alias"])
class ActorAlias:
    """Another spelling, transliteration or title of an actor."""

    actor_id: Annotated[str, Col("The actor", references="actors.actor_id")]
    alias: Annotated[str, Col("The name as written")]


@table("places", row_is="a place of events", key=["place_id"])
class Place:
    """A place with coordinates, or a bare name where no gazetteer knows it."""

    place_id: Annotated[str, Col("GeoNames id or country code where known, else a hash of the folded name")]
    name: Annotated[str, Col("Name")]
    admin: Annotated[str | None, Col("State, region or province")]
    country_code: Annotated[str | None, Col("ISO 3166-1 alpha-3 code")]
    latitude: Annotated[float | None, Col("Latitude", unit="degree")]
    longitude: Annotated[float | None, Col("Longitude", unit="degree")]
    place_precision: Annotated[PlacePrecision, Col("How small the place is")]
