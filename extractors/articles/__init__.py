"""Clean articles, honest publication days: from articles as read to bodies, judged days, and copies."""

from extractors.articles.article import CleanArticle, Copy, DayConflict, Publication
from extractors.articles.cleaning import clean
from extractors.articles.copies import find_copies
from extractors.articles.publication import judge

__all__ = ["CleanArticle", "Copy", "DayConflict", "Publication", "clean", "find_copies", "judge"]
