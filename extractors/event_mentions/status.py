"""What the words around a trigger say became of the event."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extractors.event_mentions.document import StatusReading
from extractors.event_mentions.status_lexicon import selection, words
from extractors.event_mentions.status_words import World
from extractors.event_mentions.status_worlds import raised, world_of
from extractors.event_mentions.syntax import Tense, children, clause_verb, is_verbal, particle_lemma, tense
from schemas.enumerations import Status

_FACTUALITY = {
    Status.OCCURRED: 3.0,
    Status.ONGOING: 3.0,
    Status.PLANNED: 1.5,
    Status.PROPOSED: 0.5,
    Status.CONDITIONAL: 0.0,
    Status.RUMORED: 1.0,
    Status.POSTPONED: -1.0,
    Status.CANCELED: -3.0,
    Status.DENIED: -2.0,
    Status.NEGATED: -3.0,
}


def read_status(trigger: Span) -> StatusReading:
    """The status of the event that ``trigger`` names, the words that decide it, and its factuality (-3 to 3)."""
    root = trigger.root
    world = _told_by_itself(root, world_of(root))
    if world.sign == "+" and world.status is Status.OCCURRED and _lasts(root):
        world = World("+", Status.ONGOING, world.cue)
    return StatusReading(status=world.status, cue=world.cue, factuality=_FACTUALITY[world.status])


def _told_by_itself(root: Token, world: World) -> World:
    """Triggers that carry their own status: a plan named by its verb ("is due"), a trial that was stopped."""
    if world.sign != "+":
        return world
    chosen = selection(root, "noun") if _names_plan(root) else None
    if chosen is not None and chosen.status is Status.PLANNED:
        return World("o", Status.PLANNED, root.text)
    if root.lemma_.lower() in words("trials") and root.pos_ in ("NOUN", "PROPN"):
        return _stopped(root, world)
    return world


def _names_plan(root: Token) -> bool:
    if root.pos_ == "VERB":
        return bool(children(root, "auxpass")) and tense(root) is Tense.PRESENT and bool(children(root, "prep"))
    return root.pos_ == "ADJ"


def _stopped(trial: Token, world: World) -> World:
    verb = clause_verb(trial)
    lemma = particle_lemma(verb)
    came_to_nothing = lemma == "come" and any(t.lower_ == "nothing" for t in verb.subtree)
    hit = lemma in words("abortive") and (trial.dep_ in ("nsubj", "nsubjpass", "dobj"))
    if hit or (came_to_nothing and trial.dep_ == "nsubj"):
        return World("-", Status.CANCELED, "came to nothing" if came_to_nothing else verb.text)
    return world


def _lasts(root: Token) -> bool:
    """The act or state still goes on when the words are spoken."""
    clause = clause_verb(root)
    verb = raised(clause)
    if verb.tag_ == "VBG" and verb.i != clause.i:  # "is said to be going on"
        return True
    form = tense(verb)
    if form is Tense.PROGRESSIVE and (verb is root or verb.lemma_.lower() in ("go", "continue", "rage", "last")):
        return True
    if not is_verbal(root):
        return False
    if form is Tense.PRESENT:
        return root.lemma_.lower() in words("statives")
    if form is Tense.PERFECT and root.tag_ == "VBG" and _has_since(verb):  # "has been filling since May"
        return True
    return form is Tense.PERFECT and root.lemma_.lower() in words("statives") and _has_since(verb)


def _has_since(verb: Token) -> bool:
    return any(c.lower_ == "since" for c in verb.children)
