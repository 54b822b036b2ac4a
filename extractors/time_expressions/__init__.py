"""Words to days: the time expressions of a text, with their TimeML values and the civil days they mean.

:func:`find` does the work; :func:`find_ranges` pairs the ends of stretches, :func:`offset_of` reads the distance from
an event. No language model is used, and spaCy is imported only by ``spacy_component``.
"""

from extractors.time_expressions.find import find
from extractors.time_expressions.offsets import offset_of
from extractors.time_expressions.ranges import find_ranges

__all__ = ["find", "find_ranges", "offset_of"]
