"""All events and articles on one calendar: reference days, bounds, contradictions, count claims."""

from extractors.calendar.calendars import Calendar
from extractors.calendar.clues import find_clues
from extractors.calendar.memory import Memory
from extractors.calendar.recalling import Recall, Same
from extractors.calendar.references import reference_of
from extractors.calendar.solving import solve

__all__ = ["Calendar", "Memory", "Recall", "Same", "find_clues", "reference_of", "solve"]
