"""What merging hands on: events as groups of mentions, their ids, labels, and who is who."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas import EventId, EventRedirect


@dataclass(frozen=True, kw_only=True, slots=True)
class Merging:
    """Which mentions are one event.

    ``groups`` maps each event id to its mention ids, both sorted; every mention stands in exactly one group.
    ``ledger`` holds the rows that were given followed by the new ones; ``redirects`` the ids that no longer stand.
    ``labels`` maps event ids to what a chronicler would write. ``actor_ids`` maps every actor id to the id under which
    the same party is known over all articles (itself when nothing else is known).
    """

    groups: dict[str, tuple[str, ...]]
    ledger: tuple[EventId, ...]
    redirects: tuple[EventRedirect, ...]
    labels: dict[str, str]
    actor_ids: dict[str, str]
    event_of: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """``event_of`` maps each mention id to its event id."""
        lookup = {mention: event for event, mentions in self.groups.items() for mention in mentions}
        object.__setattr__(self, "event_of", lookup)

    def canonical_actor(self, actor_id: str) -> str:
        """The id under which the party ``actor_id`` is known over all articles."""
        return self.actor_ids.get(actor_id, actor_id)
