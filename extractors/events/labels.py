"""The label of an event: what a chronicler would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from schemas import Actor, EventMention, Participant


def label(
    mentions: Sequence[EventMention],
    participants: Mapping[str, Sequence[Participant]],
    actor_ids: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> str:
    """Participants, act and place of an event in a few words."""
    names = _names(mentions, participants, actor_ids, actors)
    act = _commonest(mention.event_mode or mention.trigger for mention in mentions) or "event"
    place = _commonest(mention.place for mention in mentions if mention.place)
    head = f"{'-'.join(names[:2])} {act}" if names else act[:1].upper() + act[1:]
    return f"{head}, {place}" if place else head


def _commonest(values: Iterable[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _names(
    mentions: Sequence[EventMention],
    participants: Mapping[str, Sequence[Participant]],
    actor_ids: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> list[str]:
    counted: Counter[str] = Counter()
    for mention in mentions:
        for row in participants.get(mention.mention_id, ()):
            if row.actor_id is not None:
                counted[actor_ids.get(row.actor_id, row.actor_id)] += 1
    ranked = sorted(counted, key=lambda actor_id: (-counted[actor_id], actor_id))
    return [actors[actor_id].name.split()[-1] for actor_id in ranked if actor_id in actors]
