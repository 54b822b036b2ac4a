"""Words to days: the time expressions of a text, with their TimeML values and the civil days they mean."""

from extractors.time_expressions.find import find

__all__ = ["find"]
