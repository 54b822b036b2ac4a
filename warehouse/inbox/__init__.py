"""The inbox: finds sources, keeps their bytes, remembers what arrived, was extracted and was corrected."""

from warehouse.inbox.claims import keep_claims, prune_claims, read_claims
from warehouse.inbox.corrections import read_corrections
from warehouse.inbox.inputs import Input, add_inputs, read_inputs, refusals
from warehouse.inbox.raw import forget_raw, keep_raw, read_raw
from warehouse.inbox.receiving import give_up, receive
from warehouse.inbox.sources import Inventory, Located, locate
from warehouse.inbox.web import FetchError

__all__ = [
    "FetchError",
    "Input",
    "Inventory",
    "Located",
    "add_inputs",
    "forget_raw",
    "give_up",
    "keep_claims",
    "keep_raw",
    "locate",
    "prune_claims",
    "read_claims",
    "read_corrections",
    "read_inputs",
    "read_raw",
    "receive",
    "refusals",
]
