"""One article through the stages (:func:`extract`), and many articles' claims onto one calendar (:func:`resolve`).

Both are pure: the same input gives the same output, whatever the clock, the locale or the order of articles.
"""

from extractors.pipeline.extraction import extract
from extractors.pipeline.memory import Memory
from extractors.pipeline.resolution import resolve

__all__ = ["Memory", "extract", "resolve"]
