"""The inbox: finds sources, keeps their bytes, remembers what arrived, was extracted and was corrected."""

from warehouse.inbox.attempts import begin_attempt, end_attempt, read_attempts
from warehouse.inbox.claims import forget_claims, keep_claims, prune_claims, read_claims
from warehouse.inbox.corrections import read_corrections
from warehouse.inbox.forgetting import is_forgotten, let_in, note_forgotten, read_forgotten, with_siblings
from warehouse.inbox.inputs import Input, add_inputs, read_inputs, refusals
from warehouse.inbox.raw import forget_raw, keep_raw, read_raw
from warehouse.inbox.receiving import Manner, give_up, receive
from warehouse.inbox.sources import Inventory, Located, exists, locate
from warehouse.inbox.waiting import (
    Arrival,
    Known,
    count_waiting,
    keep_waiting,
    known_inputs,
    read_waiting,
    settle_waiting,
)
from warehouse.inbox.web import FetchError

__all__ = [
    "Arrival",
    "FetchError",
    "Input",
    "Inventory",
    "Known",
    "Located",
    "Manner",
    "add_inputs",
    "begin_attempt",
    "count_waiting",
    "end_attempt",
    "exists",
    "forget_claims",
    "forget_raw",
    "give_up",
    "is_forgotten",
    "keep_claims",
    "keep_raw",
    "keep_waiting",
    "known_inputs",
    "let_in",
    "locate",
    "note_forgotten",
    "prune_claims",
    "read_attempts",
    "read_claims",
    "read_corrections",
    "read_forgotten",
    "read_inputs",
    "read_raw",
    "read_waiting",
    "receive",
    "refusals",
    "settle_waiting",
    "with_siblings",
]
